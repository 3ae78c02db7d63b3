"""Linking report by report gives what linking all at once does."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import events
from hearsay.events.linking import relink
from hearsay.events.rulings import heed
from hearsay.events.shelves import Held
from hearsay.events.stirring import stirred, unsettled
from hearsay.events.tellings import by_report, tell
from hearsay.lexicons import load
from hearsay.records import Claim, Event, Ruling, Sketch
from hearsay.records.telling import telling_from_json, telling_to_json
from tests.events.worlds import sketches, worlds


class Desk:
    """A ledger's worth of events, kept up to date as reports come and go."""

    def __init__(self, known: Sequence[Sketch] = (), rulings: Sequence[Ruling] = ()) -> None:
        self.known = {sketch.report_id: sketch for sketch in known}
        self.rulings = rulings
        self.shelves = Held()
        self.events: dict[str, Event] = {}

    def tell(self, own: list[Claim]):
        return tell(own, self.known.get(own[0].report_id), heed=heed(self.rulings))

    def come(self, *reports: list[Claim]) -> None:
        arrived = [telling for own in reports for telling in self.tell(own)]
        self.shelves.put(arrived)
        touched, faded = stirred(arrived, self.shelves)
        self.replace(relink(touched, self.shelves, rulings=self.rulings, faded=faded))

    def go(self, own: list[Claim]) -> None:
        leaving = self.tell(own)
        touched = unsettled(leaving, self.shelves)
        self.shelves.take([telling.telling_id for telling in leaving])
        self.replace(relink(touched, self.shelves, rulings=self.rulings), {one.claim_id for one in own})

    def replace(self, news: Sequence[Event], gone: set[str] = frozenset()) -> None:  # type: ignore[assignment]
        told = {claim_id for event in news for claim_id in event.claim_ids} | gone
        old = [event for event in self.events.values() if told & set(event.claim_ids)]
        assert all(set(event.claim_ids) <= told for event in old), "an event is replaced whole"
        for event in old:
            del self.events[event.event_id]
        self.events |= {event.event_id: event for event in news}

    def found(self) -> list[Event]:
        return sorted(self.events.values(), key=lambda event: event.event_id)

    def kept(self) -> tuple[list[str], list[str]]:
        """The knots and the links within them, as the shelves keep them."""
        knots = self.shelves.knots([claim_id for event in self.events.values() for claim_id in event.claim_ids])
        held = sorted(f"{name} {knot}" for name, knot in knots.items() if knot)
        return held, sorted(map(str, self.shelves.bonds(sorted({*knots.values()} - {""}))))


def at_once(told: Sequence[Claim], known: Sequence[Sketch] = (), rulings: Sequence[Ruling] = ()) -> list[Event]:
    return sorted(events.link(told, rulings=rulings, sketches=known), key=lambda event: event.event_id)


def fresh(told: Sequence[Claim], known: Sequence[Sketch] = (), rulings: Sequence[Ruling] = ()) -> Desk:
    """A desk to which all came at once."""
    desk = Desk(known, rulings)
    if told:
        desk.come(*by_report(told).values())
    return desk


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Crowds of three, and names that two reports make common: so that little worlds have both."""
    monkeypatch.setitem(load("linking")["limits"], "first_tellings", 2)
    monkeypatch.setitem(load("linking")["names"], "rare", 2)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_report_by_report_is_as_all_at_once(data: st.DataObject) -> None:
    check_coming(data)


@pytest.mark.usefixtures("crowded")
def test_with_crowds_too() -> None:
    @settings(max_examples=80, deadline=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        check_coming(data)

    check()


def check_coming(data: st.DataObject) -> None:
    told = data.draw(worlds(24, 9))
    known = data.draw(sketches(told))
    rulings = data.draw(given_rulings(told))
    reports = data.draw(st.permutations(list(by_report(told).values())))
    desk = Desk(known, rulings)
    while reports:
        number = data.draw(st.integers(1, 3))
        desk.come(*reports[:number])
        reports = reports[number:]
    assert desk.found() == at_once(told, known, rulings)
    assert desk.kept() == fresh(told, known, rulings).kept()


@pytest.mark.usefixtures("crowded")
def test_what_goes_leaves_no_trace() -> None:
    @settings(max_examples=80, deadline=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        told = data.draw(worlds(24, 9))
        known = data.draw(sketches(told))
        desk = Desk(known)
        if told:
            desk.come(*by_report(told).values())
        leaving = data.draw(st.lists(st.sampled_from(sorted(by_report(told))), unique=True)) if told else []
        for report_id in leaving:
            desk.go(by_report(told)[report_id])
        left = [one for one in told if one.report_id not in leaving]
        assert desk.found() == at_once(left, known)
        assert desk.kept() == fresh(left, known).kept()

    check()


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_telling_survives_being_stored(data: st.DataObject) -> None:
    told = data.draw(worlds())
    for known in data.draw(sketches(told)):
        for telling in tell([one for one in told if one.report_id == known.report_id], known):
            assert telling_from_json(json.loads(json.dumps(telling_to_json(telling)))) == replace(telling, links=())


@st.composite
def given_rulings(draw: st.DrawFn, told: Sequence[Claim]) -> list[Ruling]:
    if len(told) < 2:
        return []
    ids = sorted(one.claim_id for one in told)
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.booleans()), max_size=4))
    return [Ruling(left, right, is_same, "Ann") for left, right, is_same in pairs if left != right]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_rulings_always_hold_the_later_before_the_earlier(data: st.DataObject) -> None:
    told = data.draw(worlds(18, 5))
    rulings = data.draw(given_rulings(told))
    event_of = {claim_id: event.event_id for event in events.link(told, rulings=rulings) for claim_id in event.claim_ids}
    for ruling in held(rulings):
        assert (event_of[ruling.left] == event_of[ruling.right]) == ruling.is_same


def held(rulings: Sequence[Ruling]) -> list[Ruling]:
    """Those that no later ones contradict, by the plainest of ways."""
    kept: list[Ruling] = []
    for ruling in reversed(rulings):
        if is_consistent([*kept, ruling]):
            kept.append(ruling)
    return kept


def is_consistent(rulings: Sequence[Ruling]) -> bool:
    one_of: dict[str, set[str]] = {}
    for ruling in rulings:
        left, right = (one_of.setdefault(claim_id, {claim_id}) for claim_id in (ruling.left, ruling.right))
        if ruling.is_same and left is not right:
            left |= right
            one_of.update(dict.fromkeys(right, left))
    return all(ruling.is_same or one_of[ruling.left] is not one_of[ruling.right] for ruling in rulings)
