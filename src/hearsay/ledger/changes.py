"""What became of the events between two moments."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.ledger.succession import line
from hearsay.records import Change, Claim, Event, Tally

NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as it stood at a moment, with its claims and tallies."""

    event: Event
    claims: tuple[Claim, ...]
    tallies: tuple[Tally, ...]


def compare(before: Sequence[Told], after: Sequence[Told], come: Mapping[str, str] = NOTHING) -> tuple[Change, ...]:
    """The events that are new, that changed and that are gone, in the order of ``after``, those gone last. An event is followed by its claims: it is
    the one that it shares most claims with, whatever the ids, or has those that came in their place (``come``); a claim counts as changed if its
    record did."""
    then = {one.event.event_id: one for one in before}
    followed = _follow(before, after, come)
    found = [_grown(then.get(followed.get(one.event.event_id, "")), one) for one in after]
    gone = [_gone(one) for one in before if one.event.event_id not in followed.values()]
    return (*(change for change in found if change is not None), *gone)


def _follow(before: Sequence[Told], after: Sequence[Told], come: Mapping[str, str]) -> dict[str, str]:
    """Event now -> event then, one to one, those that share most claims first."""
    homes = {name: one.event.event_id for one in before for claim_id in one.event.claim_ids for name in line(claim_id, come)}
    shares = Counter((one.event.event_id, homes[claim_id]) for one in after for claim_id in one.event.claim_ids if claim_id in homes)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for (now, then), _ in sorted(shares.items(), key=lambda item: (-item[1], item[0])):
        if now not in found and then not in taken:
            found[now] = then
            taken.add(then)
    return found


def _grown(then: Told | None, now: Told) -> Change | None:
    """None if nothing changed that a reader could see."""
    old, new = _by_id(then), _by_id(now)
    added = tuple(claim_id for claim_id in new if claim_id not in old)
    withdrawn = tuple(claim_id for claim_id in old if claim_id not in new)
    changed = tuple(claim_id for claim_id in new if claim_id in old and new[claim_id] != old[claim_id])
    tallies = (then.tallies if then else (), now.tallies)
    if then and not (added or withdrawn or changed) and _numbers(tallies[0]) == _numbers(tallies[1]):
        return None
    was = then.event.event_id if then else None
    return Change("changed" if then else "added", now.event.event_id, was, added, changed, withdrawn, *tallies)


def _gone(then: Told) -> Change:
    return Change("withdrawn", then.event.event_id, then.event.event_id, (), (), tuple(_by_id(then)), then.tallies, ())


def _by_id(one: Told | None) -> Mapping[str, Claim]:
    return {claim.claim_id: claim for claim in one.claims} if one else {}


def _numbers(tallies: Sequence[Tally]) -> list[tuple[object, ...]]:
    return [(one.victims, one.measure, one.low, one.best, one.high) for one in tallies]
