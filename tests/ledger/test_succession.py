"""Another release gives the same claims other ids: what people said of them holds after `hearsay reread`."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hearsay import dossiers, ledger, picks, upkeep
from hearsay.ledger import Ledger
from hearsay.records import Claim, Document
from tests.ledger.stories import claim, document, figure, party, place, when

TEXT = "Shells fell on Farport and killed 34 and 40 of the Hill Front there. Nobody counted the others, who had fled from the town before."
WORDS = TEXT[: TEXT.index(".")]
NAMES = ("1", "2", "3")


def told(report_id: str, day: int) -> list[Claim]:
    """Three claims with one evidence, which only what is told keeps apart; nothing links those of different days."""
    return [
        claim(
            f"{report_id}/{name}",
            report=report_id,
            words=WORDS,
            figures=[figure("killed", 30 + int(name), victims=[party("Hill Front")])],
            places=[place("Farport", 14.0, 25.0, country="AA")],
            time=when(f"2021-{day:02}-01"),
        )
        for name in NAMES
    ]


def reports() -> list[tuple[Document, list[Claim]]]:
    return [(document(name, f"{TEXT} {name}", f"2021-{day:02}-02"), told(name, day)) for name, day in (("a", 1), ("b", 5), ("c", 9))]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with ledger.open(tmp_path / "l.db") as opened:
        ledger.post_all(opened, reports(), by="test")
        yield opened


def reread(book: Ledger, mark: str) -> None:
    """As a release does that ends its ids so, and has them in another order."""
    for report, claims in reports():
        newer = [replace(one, claim_id=f"{report.report_id}/{9 - int(one.claim_id[-1])}{mark}") for one in claims]
        ledger.repost(book, report.report_id, newer, by="newer release")


def together(book: Ledger) -> list[str]:
    """The reports that tell of each event, as worked out at once and as kept, which are one."""
    upkeep.refresh(book)
    whole = sorted("".join(sorted({one.report_id for one in each.claims})) for each in dossiers.dossiers(book))
    kept = sorted("".join(sorted({one.report_id for one in each.claims})) for each in dossiers.each(book))
    assert whole == kept
    return whole


def test_each_claim_is_followed_by_what_is_alike_in_all_but_the_id(book: Ledger) -> None:
    report, claims = reports()[0]
    newer = [replace(one, claim_id=f"a/{9 - int(one.claim_id[-1])}x") for one in claims]
    assert ledger.repost(book, report.report_id, newer, by="newer release").successors == {"a/1": "a/8x", "a/2": "a/7x", "a/3": "a/6x"}


def test_what_was_said_of_a_claim_holds(book: Ledger) -> None:
    ledger.accept(book, "a/1", "Ann")
    ledger.amend(book, "a/2", {"low": "20"}, "Ann")
    ledger.reject(book, "a/3", "Ann")
    before = [one for one in ledger.hold(book).claims if one.report_id == "a"]
    reread(book, "x")
    reread(book, "y")
    assert [one for one in ledger.hold(book).claims if one.report_id == "a"] == before


def test_what_was_said_of_events_holds(book: Ledger) -> None:
    assert together(book) == ["a", "b", "c"]
    ledger.join(book, "a/1", "b/1", "Ann")
    assert together(book) == ["ab", "c"]
    reread(book, "x")
    assert together(book) == ["ab", "c"]
    ledger.join(book, "b/8x", "c/8x", "Ben")
    assert together(book) == ["abc"]
    reread(book, "y")
    assert together(book) == ["abc"]
    ledger.part(book, "a/8y", "b/8y", "Ann")
    assert together(book) == ["a", "bc"]
    reread(book, "z")
    assert together(book) == ["a", "bc"]


def test_what_was_said_of_events_holds_for_a_claim_that_stays(book: Ledger) -> None:
    accepted = ledger.accept(book, "a/1", "Ann")
    ledger.join(book, "a/1", "b/1", "Ann")
    reread(book, "x")
    assert "a/1" in [one.claim_id for one in ledger.hold(book).claims]
    assert together(book) == ["ab", "c"]
    ledger.undo(book, accepted.judgement_id, "Ann")  # type: ignore[union-attr]
    assert "a/1" not in [one.claim_id for one in ledger.hold(book).claims]
    assert together(book) == ["ab", "c"]


def test_an_id_that_comes_back_is_its_own(book: Ledger) -> None:
    ledger.join(book, "a/1", "b/1", "Ann")
    reread(book, "x")
    for report, claims in reports():
        ledger.repost(book, report.report_id, claims, by="the older release")
    assert together(book) == ["ab", "c"]
    assert [(one.left, one.right) for one in ledger.hold(book).about("events")] == [("a/1", "b/1")]


@pytest.mark.parametrize("is_kept", [True, False])
def test_the_heir_of_an_event_that_is_none_any_more(book: Ledger, *, is_kept: bool) -> None:
    before = {one.claims[0].report_id: one.event.event_id for one in dossiers.dossiers(book)}
    reread(book, "x")
    reread(book, "y")
    ledger.repost(book, "c", [], by="newer release")
    if is_kept:
        upkeep.refresh(book)
    after = {one.claims[0].report_id: one.event.event_id for one in dossiers.dossiers(book)}
    assert after.keys() == {"a", "b"}
    assert not set(after.values()) & set(before.values())
    assert [picks.heir(book, before[name]) for name in "abc"] == [after["a"], after["b"], ""]
    assert picks.heir(book, "e000000000a") is None


def test_an_event_whose_claims_got_other_ids_is_changed_and_no_new_one(book: Ledger) -> None:
    moment = ledger.entries(book)[-1].recorded_at
    reread(book, "x")
    found = dossiers.changes(book, moment)
    assert {(one.kind, one.was) for one in found} == {("changed", one.event.event_id) for one in dossiers.dossiers(book, recorded_by=moment)}
