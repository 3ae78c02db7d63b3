"""Review, corrections, both clocks and the change feed as a user runs them, and the queue in the terminal as a person types."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from textual.widgets import Input, OptionList, Static
from typer.testing import CliRunner, Result

from hearsay import ledger, upkeep
from hearsay.faces.cli.commands import app
from hearsay.faces.cli.review_screen import ReviewScreen

FIRST = """Outlet: The Herald
Date: 2021-09-03
---
Fahim Dashty, spokesman of the National Resistance Front, said on Friday that 34 Taliban fighters were killed in Panjshir.
"""
SECOND = """Outlet: The Courier
Date: 2021-09-05
---
A doctor at the hospital of Bazarak said on Sunday that 12 civilians were wounded in the fighting in Panjshir.
"""


@pytest.fixture(scope="module")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with both reports, to be copied: reading them takes longer than all the rest."""
    folder = tmp_path_factory.mktemp("ledger")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    assert typed_in(folder, "ingest", str(folder / "first.txt"), str(folder / "second.txt")).exit_code == 0
    return folder / "l.db"


@pytest.fixture
def folder(ledger_file: Path, tmp_path: Path) -> Path:
    copyfile(ledger_file, tmp_path / "l.db")
    return tmp_path


def typed_in(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--ledger", str(folder / "l.db")], env={"COLUMNS": "140"})


def hearsay(folder: Path, *arguments: str) -> str:
    made = typed_in(folder, *arguments)
    assert (made.exit_code, made.stderr) == (0, "")
    return " ".join(made.stdout.split())


def claim_of(folder: Path, words: str) -> str:
    with ledger.open(folder / "l.db") as book:
        return next(claim.claim_id for claim in ledger.claims(book) if words in claim.evidence.text and claim.figures)


def test_the_queue_is_listed(folder):
    told = hearsay(folder, "review", "list")
    assert "Fahim Dashty, spokesman of National Resistance Front asserts: 34 killed (Taliban)" in told
    assert "claims wait for a judgement." in told


def test_amend_and_undo(folder):
    claim_id = claim_of(folder, "34 Taliban")
    told = hearsay(folder, "review", "amend", claim_id[:8], "low=36", "--by", "Ann", "--note", "read again")
    assert f"({claim_id[:8]} is amended [Fahim Dashty" in told
    assert "36 killed (Taliban)]; read again) written" in told
    assert "0 - ? - 36" in hearsay(folder, "events")
    assert "is taken back" in hearsay(folder, "review", "undo", told.split()[1])
    assert "0 - ? - 34" in hearsay(folder, "events")
    assert "(taken back by entry" in hearsay(folder, "review", "log")


def test_a_day_is_amended_and_the_event_is_on_it(folder):
    claim = claim_of(folder, "34")
    hearsay(folder, "review", "amend", claim, "day=2021-08-30", "--by", "Ann")
    assert "30 Aug 2021" in hearsay(folder, "events")
    assert "30 Aug 2021" not in hearsay(folder, "events", "--recorded-by", "2021-01-01")


def test_reject_and_the_change_feed(folder):
    with ledger.open(folder / "l.db") as book:
        moment = ledger.entries(book)[-1].recorded_at.isoformat()
    hearsay(folder, "review", "reject", claim_of(folder, "34 Taliban"), "--by", "Ann")
    told = hearsay(folder, "diff", "--since", moment)
    assert "killed (Taliban): 0 - ? - 34 -> not told" in told or "withdrawn: event" in told
    assert "- Fahim Dashty asserts:" in told
    (line,) = typed_in(folder, "diff", "--since", moment, "--format", "jsonl").stdout.splitlines()
    assert claim_of(folder, "34 Taliban") in json.loads(line)["claims_withdrawn"]


def test_who_is_only_in_a_rejected_claim_is_no_party(folder):
    assert "Taliban (rebel)" in hearsay(folder, "parties")
    with ledger.open(folder / "l.db") as book:
        for claim in ledger.claims(book):
            if claim.report_id == "first":
                ledger.reject(book, claim.claim_id, "Ann")
    assert "Taliban" not in hearsay(folder, "parties")


def test_nothing_changed_since_now(folder):
    assert hearsay(folder, "diff", "--since", "2100-01-01") == "0 added, 0 changed, 0 withdrawn. + came, ~ changed, - went"


def test_as_known_on_a_day(folder):
    assert "wounded" in hearsay(folder, "events", "--as-of", "2021-09-05")
    assert "civilians" not in hearsay(folder, "events", "--as-of", "2021-09-04")
    assert "holds no claims yet" in hearsay(folder, "events", "--recorded-by", "2021-09-04")


def test_show_as_known_on_a_day(folder):
    event_id = next(word for word in hearsay(folder, "events").split() if word.startswith("e") and len(word) == 11)
    assert "34 killed" in hearsay(folder, "show", event_id, "--as-of", "2021-09-03")
    made = typed_in(folder, "show", event_id, "--as-of", "2021-09-02")
    assert (made.exit_code, made.stdout) == (2, "")
    assert "was known then" in made.stderr


def test_show_of_an_event_that_is_none_any_more_says_where_its_claims_are(folder):
    event_id = next(word for word in hearsay(folder, "events").split() if word.startswith("e") and len(word) == 11)
    with ledger.open(folder / "l.db") as book:
        moment = ledger.entries(book)[-1].recorded_at.isoformat()
        for report in ledger.reports(book):
            claims = [replace(one, claim_id=f"{one.claim_id}x") for one in ledger.claims_of(book, report.report_id)]
            ledger.repost(book, report.report_id, claims, by="newer")
        upkeep.refresh(book)
    made = typed_in(folder, "show", event_id)
    assert (made.exit_code, made.stdout) == (2, "")
    assert f"{event_id} is no event any more: what it began with is in " in made.stderr
    heir = made.stderr.partition(" is in ")[2].partition(" ")[0]
    assert "34 killed" in hearsay(folder, "show", heir)
    assert "34 killed" in hearsay(folder, "show", event_id, "--recorded-by", moment)
    with ledger.open(folder / "l.db") as book:
        for report in ledger.reports(book):
            ledger.repost(book, report.report_id, [], by="newest")
        upkeep.refresh(book)
    assert "no event has the claim that it began with, nor one in its place" in typed_in(folder, "show", event_id).stderr


def test_show_of_an_event_whose_reports_were_taken_back_asks_for_no_later_day(folder):
    event_id = next(word for word in hearsay(folder, "events").split() if word.startswith("e") and len(word) == 11)
    for report_id in ("first", "second"):
        hearsay(folder, "corrections", "add", report_id, "--on", "2021-09-06")
    made = typed_in(folder, "show", event_id)
    assert (made.exit_code, made.stdout) == (2, "")
    assert "counts now: what told of it was taken back" in made.stderr


def test_a_report_is_taken_back_and_reinstated(folder):
    assert "No report was corrected." in hearsay(folder, "corrections")
    told = hearsay(folder, "corrections", "add", "first", "--on", "2021-09-04")
    assert "(first was taken back on 2021-09-04) written" in told
    assert "34" not in hearsay(folder, "events").replace("1234", "")
    assert "34" in hearsay(folder, "events", "--as-of", "2021-09-03")
    hearsay(folder, "corrections", "undo", told.split()[1])
    assert "(taken back by entry" in hearsay(folder, "corrections")


def test_events_are_merged_and_split_by_their_claims(folder):
    left, right = claim_of(folder, "34 Taliban"), claim_of(folder, "12 civilians")
    assert "tell of one event) written" in hearsay(folder, "review", "merge", left, right)
    assert "tell of two events) written" in hearsay(folder, "review", "split", left, right)


def test_reading_anew_with_the_same_release_changes_nothing(folder):
    assert hearsay(folder, "reread") == "2 reports read anew, 0 of them read otherwise than before."


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (("review", "accept", "zzz"), "no claim has an id that begins with 'zzz'"),
        (("review", "amend", "zzz", "low"), "'low' is not like low=34"),
        (("review", "undo", "7000"), "there is no judgement 7000"),
        (("review", "accept", "zzz", "--by", " "), "needs the name of who made it"),
        (("corrections", "add", "zzz"), "the ledger holds no report 'zzz'"),
        (("corrections", "undo", "7000"), "there is no correction 7000"),
        (("diff", "--since", "yesterday"), "is not a day like 2021-09-01 or a moment"),
        (("show", "e1", "--as-of", "2021-13-01"), "is not a day like 2021-09-01"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(folder, arguments, wrong):
    with ledger.open(folder / "l.db") as book:
        before = ledger.entries(book)
    made = typed_in(folder, *arguments)
    assert (made.exit_code, made.stdout) == (2, "")
    assert wrong in " ".join(made.stderr.replace("│", " ").split())
    with ledger.open(folder / "l.db") as book:
        assert ledger.entries(book) == before


def typed(folder: Path, *keys: str) -> list[str]:
    """What the judgements about claims and events say after these keys; and what the screen showed of the first claim."""

    async def go() -> None:
        with ledger.open(folder / "l.db") as book:
            screen = ReviewScreen(book, "Ann")
            async with screen.run_test(size=(140, 40)) as pilot:
                await pilot.pause()
                assert screen.query_one(OptionList).option_count > 0
                assert screen.query_one("#text", Static).content
                for key in keys:
                    if key.startswith("type:"):
                        screen.screen.query_one(Input).value = key.removeprefix("type:")
                    else:
                        await pilot.press(key)
                    await pilot.pause()

    asyncio.run(go())
    with ledger.open(folder / "l.db") as book:
        made = (*ledger.judgements(book, "claims"), *ledger.judgements(book, "events"))
    return [f"{one.verb}{'*' if one.undone_by else ''}" for one in sorted(made, key=lambda one: one.judgement_id)]


def test_keys_judge_one_claim_after_the_other(folder):
    assert typed(folder, "a", "r", "u") == ["accept", "reject*"]


def test_keys_amend(folder):
    assert typed(folder, "e", "type:low=50; high=open", "enter") == ["amend"]
    with ledger.open(folder / "l.db") as book:
        (judgement,) = ledger.judgements(book, "claims")
    assert judgement.record is not None
    assert [(one.low, one.high) for one in judgement.record.figures] == [(50, None)]


def test_keys_part_and_join_events(folder):
    assert typed(folder, "m", "j", "s", "d") == ["same", "different"]


def test_a_bad_amendment_writes_nothing(folder):
    assert typed(folder, "e", "type:low=many", "enter", "e", "escape", "s") == []
