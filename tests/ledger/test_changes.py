"""What became of events between two moments."""

from hearsay.ledger import Told, compare
from hearsay.records import Claim, Event, Tally
from tests.ledger.stories import claim


def told(event_id: str, *claims: Claim, best: int | None = None) -> Told:
    tallies = () if best is None else (Tally(event_id, "Hill Front", "killed", best, best, best, (), ""),)
    return Told(Event(event_id, tuple(one.claim_id for one in claims), ()), claims, tallies)


A, B, C = claim("a/1"), claim("b/1"), claim("c/1")


def test_nothing_changed():
    assert compare([told("e1", A)], [told("e1", A)]) == ()


def test_new_and_gone_events():
    came, went = compare([told("e1", A)], [told("e2", B)])
    assert (came.kind, came.event_id, came.was, came.claims_added) == ("added", "e2", None, ("b/1",))
    assert (went.kind, went.event_id, went.claims_withdrawn) == ("withdrawn", "e1", ("a/1",))


def test_an_event_is_followed_by_its_claims_not_by_its_id():
    (change,) = compare([told("e1", B, C, best=3)], [told("e0", A, B, C, best=5)])
    assert (change.kind, change.event_id, change.was, change.claims_added, change.claims_withdrawn) == ("changed", "e0", "e1", ("a/1",), ())
    assert [one.best for one in (*change.tallies_before, *change.tallies_after)] == [3, 5]


def test_an_event_is_followed_by_the_claims_that_came_in_the_place_of_its_own():
    (change,) = compare([told("e1", A)], [told("e2", C)], {"a/1": "b/1", "b/1": "c/1"})
    assert (change.kind, change.was, change.claims_added, change.claims_withdrawn) == ("changed", "e1", ("c/1",), ("a/1",))


def test_of_two_parts_the_larger_is_the_event():
    changes = {change.event_id: change.kind for change in compare([told("e1", A, B, C)], [told("e1", A), told("e2", B, C)])}
    assert changes == {"e2": "changed", "e1": "added"}


def test_a_claim_that_is_read_otherwise_is_a_change():
    (change,) = compare([told("e1", A)], [told("e1", claim("a/1", stance="denies"))])
    assert change.claims_changed == ("a/1",)


def test_other_numbers_are_a_change():
    (change,) = compare([told("e1", A, best=3)], [told("e1", A, best=4)])
    assert (change.kind, change.claims_added, change.claims_changed) == ("changed", (), ())
