"""What a ledger holds at a moment: judgements about claims, corrections by outlets, new readings, and both clocks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import ledger
from hearsay.ledger import Ledger
from hearsay.records import Claim, Correction, Judgement, Problem, Rereading, Voice
from tests.house.test_papers import TYPES
from tests.ledger.stories import claim, document, figure, party, voice

TEXT = "Adam counted 34 dead. Zoë counted 40 dead. Nobody fled."
ADAM, ZOE = voice("Adam"), voice("Zoë")


def counted(report_id: str, number: int, words: str, *, by: Voice = ADAM) -> Claim:
    start = TEXT.index(words)
    return claim(f"{report_id}/{number}", by=by, start=start, words=words, figures=[figure("killed", number, victims=[party("Hill Front")])])


def told(report_id: str) -> list[Claim]:
    return [counted(report_id, 34, "Adam counted 34 dead"), counted(report_id, 40, "Zoë counted 40 dead", by=ZOE)]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    with ledger.open(tmp_path / "l.db", clock=clock()) as opened:
        ledger.post(opened, document("a", TEXT, "2021-03-02"), told("a"), by="test")
        ledger.post(opened, document("b", TEXT, "2021-03-05"), told("b"), by="test")
        yield opened


def clock() -> Callable[[], datetime]:
    """An hour later at each call."""
    moments = (datetime(2021, 9, 1 + hour // 24, hour % 24, tzinfo=UTC) for hour in range(500))
    return lambda: next(moments)


def ids(book: Ledger, **when: object) -> list[str]:
    return [one.claim_id for one in ledger.hold(book, **when).claims]  # type: ignore[arg-type]


def made(what: Judgement | Correction | Problem) -> Judgement:
    assert isinstance(what, Judgement), what
    return what


def test_a_rejected_claim_is_gone_until_that_is_undone(book: Ledger) -> None:
    judgement = made(ledger.reject(book, "a/34", "Ann", note="sports"))
    assert ids(book) == ["a/40", "b/34", "b/40"]
    assert (judgement.subject, judgement.note, judgement.record) == ("claims", "sports", told("a")[0])
    assert made(ledger.undo(book, judgement.judgement_id, "Ann")).undone_by
    assert ids(book) == ["a/34", "a/40", "b/34", "b/40"]


def test_an_amended_claim_says_what_the_person_said(book: Ledger) -> None:
    made(ledger.amend(book, "a/34", {"low": "30", "high": "open", "victims": "River Army, Hill Front", "speaker": "Eve", "stance": "denies"}, "Ann"))
    amended = ledger.hold(book).claims[0]
    assert (amended.claim_id, amended.chain[0].name, amended.stance, amended.evidence) == ("a/34", "Eve", "denies", told("a")[0].evidence)
    assert [(one.low, one.high, [p.name for p in one.victims]) for one in amended.figures] == [(30, None, ["River Army", "Hill Front"])]
    assert ledger.claims(book)[0] == told("a")[0]


@pytest.mark.parametrize(
    ("field", "value", "wrong"),
    [
        ("colour", "red", "no field 'colour'"),
        ("stance", "shouts", "one of asserts"),
        ("type", "nonsense", "type cannot be 'nonsense': it is one of clash, attack, shelling"),
        ("type", "", "one of clash"),
        ("realis", "perhaps", "one of actual"),
        ("measure", "hurt", "one of killed"),
        ("day", "yesterday", "it is like 2021-09-01"),
        ("day", "2021-09-03..2021-09-01", "it ends before it begins"),
        ("place", "Khawak @ here", "it is a name, or like"),
        ("place", "Khawak @ 95, 69.9", "latitudes go from -90 to 90"),
        ("low", "many", "a whole number, or open"),
        ("low", "-3", "a whole number, or open"),
        ("2.low", "3", "there is none numbered 2"),
        ("0.low", "3", "there is none numbered 0"),
        ("x.low", "3", "there is none numbered x"),
        ("speaker", "", "needs the name of its speaker"),
    ],
)
def test_an_amendment_that_cannot_be_is_refused(book: Ledger, field: str, value: str, wrong: str) -> None:
    refused = ledger.amend(book, "a/34", {"high": "50", field: value}, "Ann")
    assert isinstance(refused, Problem)
    assert wrong in refused.message
    assert not ledger.judgements(book, "claims")


def test_the_day_and_the_place_can_be_amended(book: Ledger) -> None:
    made(ledger.amend(book, "a/34", {"day": "2021-02-27..2021-03-01", "place": "Northville @ 35.6, 69.9"}, "Ann"))
    event = ledger.hold(book).claims[0].event
    assert event.time is not None
    assert (event.time.first, event.time.last, event.time.precision, event.time.basis) == (date(2021, 2, 27), date(2021, 3, 1), 2, "judged")
    assert [(one.name, one.lat, one.lon) for one in event.places] == [("Northville", 35.6, 69.9)]
    made(ledger.amend(book, "a/34", {"place": "Northville", "day": ""}, "Ann"))
    again = ledger.hold(book).claims[0].event
    assert (again.places, again.time) == (event.places, None)
    made(ledger.amend(book, "a/34", {"place": "unknown"}, "Ann"))
    assert ledger.hold(book).claims[0].event.places == ()


def test_a_claim_can_be_amended_to_any_type_of_the_codebook_and_no_other() -> None:
    assert sorted(ledger.choices()["type"]) == sorted(TYPES)
    for one in TYPES:
        revised = ledger.revise(told("a")[0], {"type": one})
        assert isinstance(revised, Claim)
        assert revised.event.type == one


@given(st.dictionaries(st.sampled_from(["low", "high"]), st.integers(0, 500).map(str) | st.just("open"), min_size=1))
def test_amended_bounds_are_always_in_order(changes: dict[str, str]) -> None:
    revised = ledger.revise(told("a")[0], changes)
    assert isinstance(revised, Claim)
    (one,) = revised.figures
    assert one.low is None or one.high is None or one.low <= one.high
    assert one.low is None or (one.best is not None and one.low <= one.best <= (one.high if one.high is not None else one.best))


def test_unknown_and_ambiguous_ids_are_refused(book: Ledger) -> None:
    for claim_id, wrong in (("zzz", "no claim"), ("a/", "2 claims"), ("", "no claim")):
        refused = ledger.accept(book, claim_id, "Ann")
        assert isinstance(refused, Problem)
        assert wrong in refused.message


def test_what_was_published_by_a_day(book: Ledger) -> None:
    assert ids(book, published_by=date(2021, 3, 1)) == []
    assert ids(book, published_by=date(2021, 3, 2)) == ["a/34", "a/40"]
    assert len(ids(book, published_by=date(2021, 3, 5))) == 4


def test_a_report_without_a_day_counts_from_its_recording(book: Ledger) -> None:
    ledger.post(book, document("c", TEXT), told("c"), by="test")
    assert "c/34" not in ids(book, published_by=date(2021, 8, 31))
    assert "c/34" in ids(book, published_by=date(2021, 9, 1))


def test_a_report_that_its_outlet_took_back_counts_until_then(book: Ledger) -> None:
    made_by_outlet = ledger.retract(book, "a", "Ann", day=date(2021, 3, 4), note="mistaken")
    assert isinstance(made_by_outlet, Correction)
    assert ids(book) == ["b/34", "b/40"]
    assert ids(book, published_by=date(2021, 3, 3)) == ["a/34", "a/40"]
    assert ids(book, published_by=date(2021, 3, 4)) == []
    assert isinstance(ledger.reinstate(book, made_by_outlet.correction_id, "Ann"), Correction)
    assert len(ids(book)) == 4


def test_a_report_that_was_replaced_counts_until_the_new_one_came(book: Ledger) -> None:
    replaced = ledger.retract(book, "a", "Ann", replaced_by="b")
    assert isinstance(replaced, Correction)
    assert replaced.day == date(2021, 3, 5)
    assert ids(book, published_by=date(2021, 3, 4)) == ["a/34", "a/40"]
    assert ids(book, published_by=date(2021, 3, 5)) == ["b/34", "b/40"]


@pytest.mark.parametrize(("report", "newer", "code"), [("zz", None, "unknown-report"), ("a", "zz", "unknown-report"), ("a", "a", "own-successor")])
def test_a_correction_that_cannot_be_is_refused(book: Ledger, report: str, newer: str | None, code: str) -> None:
    refused = ledger.retract(book, report, "Ann", replaced_by=newer)
    assert isinstance(refused, Problem)
    assert refused.code == code
    assert not ledger.corrections(book)


def test_a_report_is_corrected_once(book: Ledger) -> None:
    ledger.retract(book, "a", "Ann")
    again = ledger.retract(book, "a", "Ann")
    assert isinstance(again, Problem)
    assert again.code == "corrected-already"


def reread(book: Ledger, claims: Sequence[Claim]) -> Rereading:
    return ledger.repost(book, "a", claims, by="newer release")


def test_a_new_reading_takes_the_place_of_the_last(book: Ledger) -> None:
    first, second = told("a")
    newer = replace(first, claim_id="a/34b", figures=(replace(first.figures[0], low=35, high=35, best=35),))
    surer = replace(second, certainty=0.99)
    assert reread(book, [newer, surer]) == Rereading("a", ("a/34b",), ("a/40",), ("a/34",), {"a/34": "a/34b"})
    assert [one for one in ledger.hold(book).claims if one.report_id == "a"] == [surer, newer]
    assert reread(book, [newer, surer]) == Rereading("a", (), (), (), {})
    assert len(ledger.entries(book, kind="correction")) == 1


def test_what_a_person_accepted_stays_whatever_is_read_later(book: Ledger) -> None:
    first, second = told("a")
    judgement = made(ledger.accept(book, "a/34", "Ann"))
    newer = replace(first, claim_id="a/34b", figures=(replace(first.figures[0], low=35, high=35, best=35),))
    reread(book, [newer, second])
    assert ids(book) == ["a/34", "a/40", "b/34", "b/40"]
    assert ledger.hold(book).unheeded == {"a/34b"}
    ledger.undo(book, judgement.judgement_id, "Ann")
    assert ids(book) == ["a/40", "b/34", "b/40", "a/34b"]


def test_what_a_person_rejected_stays_away_if_it_is_read_the_same(book: Ledger) -> None:
    first, second = told("a")
    made(ledger.reject(book, "a/34", "Ann"))
    again = replace(first, claim_id="a/34b", evidence=replace(first.evidence, end=first.evidence.end - 1, text=first.evidence.text[:-1]))
    reread(book, [again, second])
    assert ids(book) == ["a/40", "b/34", "b/40"]
    otherwise = replace(first, claim_id="a/34c", figures=(replace(first.figures[0], low=35, high=35, best=35),))
    reread(book, [otherwise, second])
    assert ids(book) == ["a/40", "b/34", "b/40", "a/34c"]


def test_an_accepted_claim_that_is_read_no_more_stays(book: Ledger) -> None:
    made(ledger.accept(book, "a/34", "Ann"))
    reread(book, [])
    assert ids(book) == ["a/34", "b/34", "b/40"]


def test_the_queue_holds_what_nobody_judged(book: Ledger) -> None:
    made(ledger.accept(book, "a/34", "Ann"))
    assert [one.claim_id for one in ledger.queue(ledger.hold(book))] == ["a/40", "b/34", "b/40"]


def test_one_event_or_two_needs_two_claims(book: Ledger) -> None:
    for left, right, code in (("a/34", "a/34", "one-claim"), ("a/34", "zz", "unknown-claim")):
        refused = ledger.join(book, left, right, "Ann")
        assert isinstance(refused, Problem)
        assert refused.code == code
    assert (made(ledger.part(book, "a/34", "b/34", "Ann")).subject) == "events"


ACTIONS = st.lists(st.tuples(st.sampled_from(["accept", "reject", "amend", "undo", "retract", "reinstate", "reread"]), st.integers(0, 3)), max_size=8)


@settings(max_examples=25, deadline=None)
@given(ACTIONS)
def test_the_past_does_not_change(tmp_path_factory: pytest.TempPathFactory, actions: list[tuple[str, int]]) -> None:
    """What the ledger held at a moment is the same whatever is entered later."""
    with ledger.open(tmp_path_factory.mktemp("l") / "l.db", clock=clock()) as book:
        ledger.post(book, document("a", TEXT, "2021-03-02"), told("a"), by="test")
        ledger.post(book, document("b", TEXT, "2021-03-05"), told("b"), by="test")
        seen = []
        for action, number in actions:
            _act(book, action, number)
            moment = ledger.entries(book)[-1].recorded_at
            seen.append((moment, ledger.hold(book)))
        assert all(ledger.hold(book, recorded_by=moment) == held for moment, held in seen)


def _act(book: Ledger, action: str, number: int) -> None:
    claims = ledger.hold(book).claims
    if action in ("accept", "reject") and claims:
        getattr(ledger, action)(book, claims[number % len(claims)].claim_id, "Ann")
    elif action == "amend" and claims:
        ledger.amend(book, claims[number % len(claims)].claim_id, {"low": str(number)}, "Ann")
    elif action == "undo" and (judged := ledger.judgements(book, "claims")):
        ledger.undo(book, judged[number % len(judged)].judgement_id, "Ann")
    elif action == "retract":
        ledger.retract(book, "ab"[number % 2], "Ann")
    elif action == "reinstate" and (corrected := ledger.corrections(book)):
        ledger.reinstate(book, corrected[number % len(corrected)].correction_id, "Ann")
    elif action == "reread":
        newer = [replace(one, claim_id=f"{one.claim_id}x{number}") if number % 2 else one for one in told("a")[number // 2 :]]
        reread(book, newer)
