"""What an event spans: its days, places, sides and figures, so that events can be held against each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from hearsay.events.claims import describe
from hearsay.lexicons import naming
from hearsay.records import Claim, Event, Spot, Telling


@dataclass(frozen=True, slots=True)
class Scope:
    """``first``/``last`` are the ordinal days, both included, that its dated claims span. ``tops``: of each measure the most that is said (its low).
    ``has_total``: whether a running total is among the figures. ``told``: the ordinal day on which it was first told of, None if unknown."""

    event_id: str
    first: int
    last: int
    spots: frozenset[Spot]
    sides: frozenset[str]
    types: frozenset[str]
    tops: Mapping[str, int]
    has_total: bool
    told: int | None


def scopes(events: Iterable[Event], claims: Iterable[Claim], told: Mapping[str, int]) -> list[Scope]:
    """Those of all events that have days and figures, by id. ``told``: the day of publication of each report."""
    known = {claim.claim_id: claim for claim in claims}
    made = (_scope(event.event_id, [known[claim_id] for claim_id in event.claim_ids], told) for event in events)
    return sorted((scope for scope in made if scope is not None), key=lambda scope: scope.event_id)


def _scope(event_id: str, claims: list[Claim], told: Mapping[str, int]) -> Scope | None:
    members = [_counted(describe(claim), claim) for claim in claims]
    dated = [one.days for one in members if one.days and not one.days.is_inferred] or [one.days for one in members if one.days]
    tops: dict[str, int] = {}
    for measure, low, _ in (figure for one in members for figure in one.figures):
        tops[measure] = max(low, tops.get(measure, 0))
    if not dated or not any(tops.values()) or any(one.is_unreal for one in members):
        return None
    return Scope(
        event_id=event_id,
        first=min(days.first for days in dated),
        last=max(days.last for days in dated),
        spots=frozenset().union(*(one.spots for one in members)),
        sides=frozenset(name for one in members for name in one.targets if not naming.is_vague(name)),
        types=frozenset().union(*(one.types for one in members)),
        tops=tops,
        has_total=any(figure.is_total for claim in claims for figure in claim.figures),
        told=min((told[one.report_id] for one in members if one.report_id in told), default=None),
    )


def _counted(single: Telling, claim: Claim) -> Telling:
    """Without the figures that the voice does not stand by."""
    return single if claim.stance not in ("denies", "doubts", "declines") else replace(single, figures=frozenset())
