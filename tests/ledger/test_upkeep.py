"""What is kept worked out is what working it all out at once gives, whatever was posted, said and taken back before, and in whatever order."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from hearsay import dossiers, ledger, picks, upkeep
from hearsay.ledger import Ledger
from hearsay.ledger.derived import tables
from hearsay.records import Claim, Document
from tests.ledger.stories import civilians, claim, document, figure, party, place, voice, when

PLACES = [place("Northville", 10.0, 20.0, country="AA"), place("Eastbridge", 10.1, 20.1, country="AA"), place("Farport", 14.0, 25.0, country="AA")]
SIDES = [party("Hill Front"), party("River Army", "state"), civilians()]
VOICES = [
    voice("Adam", of="Hill Front"),
    voice("Adam"),
    voice("Hill Front", "party"),
    voice("Zoë", of="River Army"),
    voice("Relief Watch", "organisation"),
    None,
]
SENTENCES = [
    "The shelling began before dawn and went on until the bridge fell.",
    "Nobody could say where the column had gone after that.",
    "A doctor in the hospital counted those who were brought in.",
    "Traders closed their stalls and the road to the coast was cut.",
]


def clock() -> Callable[[], datetime]:
    moments = (datetime(2021, 9, 1, tzinfo=UTC) + timedelta(hours=hour) for hour in range(10_000))
    return lambda: next(moments)


@st.composite
def reports(draw: st.DrawFn) -> list[tuple[Document, list[Claim]]]:
    """Up to six reports with up to four claims each, some of one text."""
    made = []
    for number in range(draw(st.integers(1, 6))):
        text = " ".join(SENTENCES[index % 4] + f" {index}." for index in draw(st.lists(st.integers(0, 5), min_size=2, max_size=4))) * 6
        day = draw(st.none() | st.integers(1, 5).map(lambda day: f"2021-03-{day:02}"))
        report = document(f"r{number}", text, day, outlet=f"Outlet {number % 3}")
        made.append((report, [_claim(draw, report, index) for index in range(draw(st.integers(0, 4)))]))
    return made


def _claim(draw: st.DrawFn, report: Document, index: int) -> Claim:
    words = report.text[index * 10 : index * 10 + 30]
    figures = [figure("killed", draw(st.integers(0, 40)), victims=[draw(st.sampled_from(SIDES))])] if draw(st.booleans()) else []
    return claim(
        f"{report.report_id}/{index}",
        draw(st.sampled_from(["attack", "clash", "seizure", "toll"])),
        by=draw(st.sampled_from(VOICES)),
        report=report.report_id,
        start=index * 10,
        words=words,
        stance=draw(st.sampled_from(["asserts", "denies"])),
        figures=figures,
        actors=[draw(st.sampled_from(SIDES[:2]))],
        places=[draw(st.sampled_from(PLACES))],
        time=draw(st.none() | st.integers(1, 4).map(lambda day: when(f"2021-03-{day:02}"))),
    )


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "reject", "amend", "join", "part", "undo", "merge", "split", "retract", "reinstate", "reread", "refresh"]),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(reports(), ACTS, st.integers(0, 6))
def test_what_is_kept_is_what_working_it_all_out_gives(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[Document, list[Claim]]], acts: list[tuple[str, int, int]], first: int
) -> None:
    with ledger.open(tmp_path_factory.mktemp("l") / "l.db", clock=clock()) as book:
        ledger.post_all(book, told[:first], by="test")
        upkeep.refresh(book)
        for document_told, claims in told[first:]:
            ledger.post(book, document_told, claims, by="test")
            upkeep.refresh(book)
        for act, one, other in acts:
            _act(book, told, act, (one, other))
        upkeep.refresh(book)
        _check(book)


def _act(book: Ledger, told: list[tuple[Document, list[Claim]]], act: str, chosen: tuple[int, int]) -> None:
    claims = ledger.hold(book).claims
    one, other = (claims[number % len(claims)].claim_id if claims else "none" for number in chosen)
    report, own = told[chosen[0] % len(told)]
    judgements = [*ledger.judgements(book, "claims"), *ledger.judgements(book, "events"), *ledger.judgements(book)]
    corrections = ledger.corrections(book)
    acts: dict[str, Callable[[], object]] = {
        "accept": lambda: ledger.accept(book, one, "Ann"),
        "reject": lambda: ledger.reject(book, one, "Ann"),
        "amend": lambda: ledger.amend(book, one, {"low": "7"}, "Ann"),
        "join": lambda: ledger.join(book, one, other, "Ann"),
        "part": lambda: ledger.part(book, one, other, "Ann"),
        "undo": lambda: judgements and ledger.undo(book, judgements[chosen[0] % len(judgements)].judgement_id, "Ann"),
        "merge": lambda: ledger.merge(book, "Hill Front", "River Army", "Ann"),
        "split": lambda: ledger.split(book, "Hill Front", "River Army", "Ann"),
        "retract": lambda: ledger.retract(book, report.report_id, "Ann", day=date(2021, 3, 3)),
        "reinstate": lambda: corrections and ledger.reinstate(book, corrections[chosen[0] % len(corrections)].correction_id, "Ann"),
        "reread": lambda: ledger.repost(book, report.report_id, [replace(c, claim_id=f"{c.claim_id}x") for c in own[1:]], "newer"),
        "refresh": lambda: upkeep.refresh(book),
    }
    acts[act]()


def _check(book: Ledger) -> None:
    assert upkeep.is_fresh(book)
    for day in (None, date(2021, 3, 2), date(2021, 3, 4), date(2021, 9, 1)):
        whole = dossiers.dossiers(book, published_by=day)
        assert sorted(dossiers.listings(book, published_by=day)) == sorted(one.listing for one in whole)
        streamed = list(dossiers.each(book, published_by=day))
        assert [one.listing for one in streamed] == dossiers.listings(book, published_by=day)
        assert {one.event.event_id: one for one in streamed} == {one.event.event_id: one for one in whole}
        for one in whole:
            assert dossiers.find(book, one.event.event_id, published_by=day) == (one,)
        _check_cards(book, whole, day)
    _check_claims(book)
    assert _events_told(book)["derived_links"] == _events_told(book)["derived_placements"]
    assert all(told <= _events_told(book)["derived_placements"] for told in _events_told(book).values())


def _events_told(book: Ledger) -> dict[str, set[str]]:
    """The ids of the events that have a row, by the table."""
    with ledger.reading(book) as connection:
        tables_of_events = [table for table in tables.tables.sorted_tables if "event_id" in table.columns]
        return {table.name: set(connection.scalars(select(table.c.event_id))) for table in tables_of_events}


def _check_cards(book: Ledger, whole: Sequence[dossiers.Dossier], day: date | None) -> None:
    """What events are picked by, as kept and as worked out from their claims."""
    kept = picks.cards(book, published_by=day)
    assert [card.summary for card in kept] == [one.summary for one in dossiers.listings(book, published_by=day)]
    for card in kept:
        (one,) = (each for each in whole if each.event.event_id == card.summary.event_id)
        assert card == picks.card_of(one)


def _check_claims(book: Ledger) -> None:
    """The claims that count, where they are found, and in which order they wait."""
    now = dossiers.dossiers(book)
    homes = {claim.claim_id: one.event.event_id for one in now for claim in one.claims}
    assert picks.homes(book, homes) == homes
    names, total = picks.claim_ids(book, {}, most=1_000)
    assert (names, total) == (sorted(homes), len(homes))
    assert [claim_id for *_, claim_id in picks.waiting(book, most=1_000)] == [claim.claim_id for claim in ledger.queue(ledger.hold(book))]
    told = Counter(claim.chain[0].name for one in now for claim in one.claims)
    assert {name: number for name, number, _ in picks.voices(book)} == told
    assert sorted(picks.claims_named(book, names), key=lambda one: one.claim_id) == sorted(
        (claim for one in now for claim in one.claims), key=lambda one: one.claim_id
    )


@pytest.fixture
def filled(address: str) -> Iterator[Ledger]:
    """On SQLite and on PostgreSQL."""
    with ledger.open(address, clock=clock()) as book:
        for number, (day, count) in enumerate([("2021-03-02", 12), ("2021-03-03", 12), ("2021-03-04", 40)]):
            report = document(f"r{number}", f"{SENTENCES[number]} {SENTENCES[number + 1]}" * 8, day)
            told = claim(
                f"r{number}/1",
                "attack",
                by=VOICES[4],
                report=f"r{number}",
                words=report.text[:20],
                places=[PLACES[0]],
                time=when("2021-03-02"),
                figures=[figure("killed", count, victims=[SIDES[2]])],
            )
            ledger.post(book, report, [told], by="test")
        yield book


def test_a_reading_without_claims_leaves_no_row_of_its_event(filled: Ledger) -> None:
    upkeep.refresh(filled)
    for number in range(3):
        ledger.repost(filled, f"r{number}", [], by="newer")
    upkeep.refresh(filled)
    assert set().union(*_events_told(filled).values()) == set()


def test_a_ledger_that_is_not_in_step_answers_all_the_same(filled: Ledger) -> None:
    assert not upkeep.is_fresh(filled)
    (before,), picked = dossiers.listings(filled), _picked(filled)
    upkeep.refresh(filled)
    assert dossiers.listings(filled) == [before]
    assert _picked(filled) == picked
    assert [(one.low, one.best, one.high) for one in before.losses] == [(40, 40, 40)]
    _check(filled)


def _picked(book: Ledger) -> list[object]:
    """What lists, maps and queues ask for."""
    (event_id,) = (card.summary.event_id for card in picks.cards(book))
    return [
        picks.cards(book),
        picks.cards(book, published_by=date(2021, 3, 3)),
        picks.tallies(book, [event_id]),
        picks.tallies(book, [event_id], profile="ucdp"),
        picks.waiting(book, most=2),
        picks.waiting(book, after=picks.waiting(book, most=1)[0]),
        picks.claim_ids(book, {"voice": "Relief Watch", "type": "attack"}, after="r0/1"),
        picks.claim_ids(book, {"voice": "Nobody"}),
        picks.homes(book, ["r1/1", "unknown"]),
        picks.telling(book, ["r2"]),
        picks.voices(book),
        picks.reports(book, after="r0", most=1),
        picks.track(book, "Relief Watch", [event_id]),
    ]


def test_a_tally_stands_from_the_day_on_which_it_could_be_known(filled: Ledger) -> None:
    upkeep.refresh(filled)
    known = {day: dossiers.listings(filled, published_by=date(2021, 3, day)) for day in (1, 2, 3, 4)}
    assert [[tally.best for one in known[day] for tally in one.losses] for day in known] == [[], [12], [12], [40]]
    assert [one.summary.reports for day in known for one in known[day]] == [1, 2, 3]


def test_other_words_in_the_lexicons_have_all_worked_out_anew(filled: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    upkeep.refresh(filled)
    monkeypatch.setattr("hearsay.lexicons.digest", lambda: "other")
    assert not upkeep.is_fresh(filled)
    upkeep.refresh(filled)
    _check(filled)


def test_a_ruling_holds_of_a_claim_that_is_read_no_more_but_was_accepted(filled: Ledger) -> None:
    ledger.accept(filled, "r0/1", "Ann")
    ledger.repost(filled, "r0", [], by="newer release")
    upkeep.refresh(filled)
    ledger.part(filled, "r0/1", "r2/1", "Ann")
    upkeep.refresh(filled)
    assert len(dossiers.listings(filled)) == 2
    _check(filled)


def test_what_is_kept_is_at_hand_for_a_minute_after_something_was_written(address: str) -> None:
    now = datetime(2021, 9, 1, tzinfo=UTC)
    with ledger.open(address, clock=lambda: now) as book:
        for number in range(2):
            text = SENTENCES[number] * 6
            told = claim(f"r{number}/1", "attack", report=f"r{number}", words=text[:20])
            ledger.post(book, document(f"r{number}", text, "2021-03-02"), [told], by="test")
            if number == 0:
                assert not upkeep.is_at_hand(book)  # nothing is kept yet
                upkeep.refresh(book)
        assert not upkeep.is_fresh(book)
        now += timedelta(seconds=59)
        assert (upkeep.is_at_hand(book), len(picks.cards(book)), len(dossiers.find(book, "e"))) == (True, 1, 1)
        now += timedelta(seconds=2)
        assert (upkeep.is_at_hand(book), len(picks.cards(book)), len(dossiers.find(book, "e"))) == (False, 2, 2)


def test_where_no_number_is_over_all_sides_a_list_takes_the_first_as_the_page_does(tmp_path: Path):
    hill, river, others = SIDES
    told = [(VOICES[3], 11, others), (None, 0, hill), (VOICES[3], 0, river)]
    with ledger.open(tmp_path / "l.db", clock=clock()) as book:
        for number, (by, killed, victims) in enumerate(told):
            report = document(f"r{number}", f"The shelling began before dawn {number}. " * 6, f"2021-03-0{number + 1}", outlet=f"Outlet {number}")
            losses = [figure("killed", killed, victims=[victims])]
            parts = {"actors": [hill], "places": PLACES[:1], "time": when("2021-03-01"), "figures": losses}
            made = claim(f"r{number}/0", "toll", by=by, report=f"r{number}", words=report.text[:30], **parts)
            ledger.post(book, report, [made], by="test")
            upkeep.refresh(book)
        (one,) = dossiers.dossiers(book)
        assert [(tally.victims, tally.best) for tally in one.tallies] == [("civilians", 11), ("Hill Front", 0), ("River Army", None), ("all", None)]
        assert [card.killed for card in picks.cards(book)] == [picks.card_of(one).killed] == [11]
