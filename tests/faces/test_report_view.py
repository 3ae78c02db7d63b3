"""A report on the screen: grouped by voice, counts first, evidence marked; and as JSON Lines."""

import json
from dataclasses import replace

import pytest
from rich.console import Console

from hearsay.faces.cli.report_view import marked, print_lines, show_report
from hearsay.records import Document
from hearsay.records.public import from_json


def shown(account, *, width: int = 80, colour: bool = False) -> str:
    console = Console(width=width, force_terminal=colour, highlight=False, markup=False, color_system="standard" if colour else None)
    with console.capture() as capture:
        show_report(console, account.document, account.claims)
    return capture.get()


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_each_voice_has_its_heading_with_the_chain(account):
    lines = shown(account, width=120).splitlines()
    assert "Fahim Dashty, spokesman of Resistance Front (as told by Voice of America, then The Herald)" in lines
    assert "The Herald (the outlet itself)" in lines
    assert "Taliban spokesman, spokesman of Taliban (as told by The Herald)" in lines


def test_counts_come_before_happenings_and_say_it_in_words(account):
    text = shown(account, width=120)
    assert text.index("301 or more killed") < text.index("clash by Resistance Front") < text.index("seizure by Taliban")
    assert "killed: no number" in text
    first = next(line for line in text.splitlines() if "301 or more killed" in line)
    assert [cell.strip() for cell in first.split("  ") if cell.strip()] == [
        "1",
        "301 or more killed",
        "Taliban (called",
        "Panjshir (AF)",
        "3 Sep 2021",
        "asserts",
    ]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_it_keeps_to_the_width(account, width):
    assert max(map(len, shown(account, width=width).splitlines())) <= width


def test_the_text_stands_below_with_numbered_brackets_and_its_own_brackets(account):
    text = squeezed(shown(account))
    assert "[1 more than 300 Taliban terrorists were killed in Panjshir on Friday] [sic]." in text
    assert "[2 The Taliban seized the town of Anaba.] [3 Their spokesman would not say how many men they lost]." in text


def test_no_colour_in_a_pipe_and_colour_on_a_terminal(account):
    assert "\x1b" not in shown(account)
    assert "\x1b[1;33" in shown(account, colour=True) or "\x1b[1;4;33" in shown(account, colour=True)


def test_evidence_inside_evidence_and_two_claims_on_one_piece(account):
    third, first, second = account.claims
    inner = replace(first, evidence=replace(first.evidence, end=first.evidence.start + 13, text="more than 300"))
    text = marked(account.document, [(1, first), (2, inner), (3, second), (4, second)]).plain
    assert "[1 [2 more than 300] Taliban terrorists were killed in Panjshir on Friday]" in text
    assert "[3,4 The Taliban seized" in text
    assert marked(account.document, []).plain == account.document.text
    assert third.stance == "declines"


def test_a_report_without_claims_says_so(account):
    assert "No claim was found" in shown(replace(account, claims=()))


def test_a_report_cannot_steer_the_terminal(account):
    document = Document("x\x1b[31m", "Rebels \x1b]0;title\x07left\x9b2J.", "The\x1bHerald")
    text = shown(replace(account, document=document, claims=()))
    assert not set(text) & {"\x1b", "\x07", "\x9b"}


def test_lines_are_the_public_record(account, capfdbinary):
    print_lines(account.claims)
    rows = capfdbinary.readouterr().out.splitlines()
    assert tuple(from_json(json.loads(row)) for row in rows) == account.claims
    assert all(account.document.text[r["evidence"]["start"] : r["evidence"]["end"]] == r["evidence"]["text"] for r in map(json.loads, rows))
