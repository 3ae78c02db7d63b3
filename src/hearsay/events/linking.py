"""Claims to events: block, compare, cluster."""

from collections.abc import Sequence
from hashlib import sha256

from hearsay.events.blocks import pair
from hearsay.events.clusters import Cluster, cluster
from hearsay.events.comparison import are_apart, compare, is_apart
from hearsay.events.traits import Traits, describe
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Event, Link

_ID_DIGITS = 10
_NO_DAY = 10**9


def link(claims: Sequence[Claim], sameness: Sameness = AS_NAMED) -> tuple[Event, ...]:
    """Every claim in exactly one event, earliest event first, events without a day last. The order of ``claims`` does not matter, and a claim
    given twice counts once. Days more than one apart, and exact places far apart or in different countries, are never one event;
    nor is what happened one with what was only planned, demanded, threatened or supposed. ``sameness``: which names are one party."""
    traits = {claim.claim_id: describe(claim) for claim in claims}
    ordered = [traits[claim_id] for claim_id in sorted(traits)]
    links = [_link(left, right, sameness) for left, right in pair(ordered) if not _is_barred(left, right)]
    grouped = [_event(group, traits) for group in cluster(ordered, links)]
    return tuple(event for _, event in sorted(grouped, key=lambda item: (item[0], item[1].event_id)))


def _is_barred(left: Traits, right: Traits) -> bool:
    is_other_day = left.days is not None and right.days is not None and is_apart(left.days, right.days)
    return is_other_day or left.is_unreal != right.is_unreal or are_apart(left.spots, right.spots)


def _link(left: Traits, right: Traits, sameness: Sameness) -> Link:
    reasons = compare(left, right, sameness)
    return Link(left.claim_id, right.claim_id, sum(weight for weight, _ in reasons), reasons)


def _event(group: Cluster, traits: dict[str, Traits]) -> tuple[int, Event]:
    """The event with its first day, to sort by. Its id is that of its earliest claim, hashed."""
    members = [traits[claim_id] for claim_id in group.members]
    earliest = min(members, key=lambda claim: (_first_day(claim), claim.report_id, claim.start, claim.claim_id))
    event_id = "e" + sha256(earliest.claim_id.encode()).hexdigest()[:_ID_DIGITS]
    links = tuple(sorted(group.links, key=lambda link: (link.left, link.right)))
    return _first_day(earliest), Event(event_id, tuple(sorted(group.members)), links)


def _first_day(claim: Traits) -> int:
    return claim.days.first if claim.days else _NO_DAY
