"""One text under several mastheads: the terminal, the static report, the pages and the API say which report is a copy of which."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay import dossiers, ledger, picks, upkeep
from hearsay.faces import event_page
from hearsay.faces.cli.commands import app
from hearsay.ledger import Ledger
from tests.ledger.stories import civilians, claim, document, figure, place, voice, when
from tests.web.sites import site_of

WORDS = "Twelve villagers were killed at the mill in Northville"
STORY = f"{WORDS}, Adam said. " + " ".join(f"Sentence {number} tells of the road, the mill and what the villagers saw." for number in range(20))
PRINTED = {"wire": ("Wire", "2021-03-02"), "herald": ("Herald", "2021-03-03"), "times": ("Times", "2021-03-04"), "own": ("Monitor", "2021-03-04")}


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with ledger.open(tmp_path / "l.db") as opened:
        for name, (outlet, day) in PRINTED.items():
            report = document(name, f"{WORDS}, Zoë said." if name == "own" else STORY, day, outlet=outlet)
            speaker, counted = voice("Zoë" if name == "own" else "Adam"), [figure("killed", 12, victims=[civilians()])]
            told = claim(f"{name}/1", by=speaker, words=WORDS, figures=counted, places=[place("Northville", 10.0, 20.0)], time=when("2021-03-01"))
            ledger.post(opened, report, [told], by="test")
        upkeep.refresh(opened)
        yield opened


def shown(book: Ledger, *options: str) -> str:
    made = CliRunner().invoke(app, ["show", "e", "--ledger", book.name, *options], env={"COLUMNS": "120"})
    assert made.exit_code == 0, made.output
    return " ".join(made.stdout.split())


def test_an_event_has_the_origins_of_its_copies_as_known_by_the_day(book: Ledger) -> None:
    (one,) = dossiers.dossiers(book)
    assert one.origins == {"herald": "wire", "times": "wire"}
    assert dossiers.find(book, "e") == (one,)
    (then,) = dossiers.find(book, "e", published_by=when("2021-03-03").first)
    assert then.origins == {"herald": "wire"}


def test_a_report_has_those_of_its_text_whether_kept_or_worked_out(book: Ledger) -> None:
    for _ in range(2):
        assert [picks.of_one_text(book, name) for name in ("times", "own", "none")] == [["wire", "herald", "times"], ["own"], []]
        ledger.post(book, document("later"), [], by="test")


def test_the_terminal_says_it_beside_each_claim_and_once_for_all(book: Ledger) -> None:
    words = shown(book)
    assert "(herald via Outlet of herald, a copy of wire; herald/1)" in words
    assert "(own via Outlet of own; own/1)" in words
    assert "Wire, 2 Mar 2021 (wire): printed also by Herald, 3 Mar 2021 (herald); Times, 4 Mar 2021 (times)" in words
    assert "Times" not in shown(book, "--as-of", "2021-03-03")
    assert "printed also" not in shown(book, "--as-of", "2021-03-02")


def test_the_static_report_says_it_where_it_tells_who_printed_what(book: Ledger) -> None:
    (one,) = dossiers.find(book, "e")
    page = " ".join(unescape(re.sub(r"<[^>]*>", "", event_page.page_of(event_page.gather(book, one)))).split())
    assert "Report wire. Printed also by Herald, 3 Mar 2021 (herald); Times, 4 Mar 2021 (times)." in page
    assert "Report herald. A copy of Wire, 2 Mar 2021 (wire)." in page
    assert "Report own. A copy" not in page


def test_an_origin_that_is_not_of_the_event_is_named_all_the_same(book: Ledger) -> None:
    ledger.reject(book, "wire/1", "Ann")
    upkeep.refresh(book)
    (one,) = dossiers.find(book, "e")
    assert "A copy of Wire, 2 Mar 2021 (wire)." in event_page.page_of(event_page.gather(book, one))
    assert "a copy of <a" in site_of(book).client.get(f"/events/{one.event.event_id}").text
    assert "Wire, 2 Mar 2021 (wire): printed also by" in shown(book)


def test_pages_and_api_say_it_of_events_and_reports(book: Ledger) -> None:
    site = site_of(book)
    (one,) = dossiers.find(book, "e")
    told = site.json(f"/api/events/{one.event.event_id}")
    assert told["copies"] == [{"report": "herald", "copy_of": "wire"}, {"report": "times", "copy_of": "wire"}]
    assert [site.json(f"/api/reports/{name}")["copy_of"] for name in PRINTED] == [None, "wire", "wire", None]
    assert [site.json(f"/api/reports/{name}")["copies"] for name in PRINTED] == [["herald", "times"], [], [], []]
    page, first, copy, own = (
        " ".join(re.sub(r"<[^>]*>", "", site.client.get(path).text).split())
        for path in (f"/events/{one.event.event_id}", "/reports/wire", "/reports/times", "/reports/own")
    )
    assert "printed also by Herald, 3 Mar 2021 (herald); Times, 4 Mar 2021 (times)" in page
    assert page.count("a copy of Wire, 2 Mar 2021 (wire)") == 2
    assert "Printed also by Herald, 3 Mar 2021 (herald); Times, 4 Mar 2021 (times)." in first
    assert "A copy of Wire, 2 Mar 2021 (wire): it adds no voice." in copy
    assert "copy of" not in own
