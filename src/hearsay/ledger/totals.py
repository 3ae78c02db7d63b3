"""The total over all sides of an event: the sides' losses added up, within what is told of the whole."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hearsay.ledger.profiles import Profile
from hearsay.ledger.sides import CIVILIANS, UNKNOWN, Sides
from hearsay.ledger.statements import Statement, settle, whole_of
from hearsay.ledger.weighing import Bounds, estimate, explain
from hearsay.records import Tally

ALL = "all"
_WHOLE = "Of people whose side is not told, with what the same voices say of the sides, and no less than of any one side:"


def total_of(event_id: str, tallies: Mapping[str, Tally], said: Mapping[str, Sequence[Statement]], by: Profile, sides: Sides) -> Tally:
    """The total of one measure. ``tallies`` and ``said`` by side's key, the tally of each side and the statements it was made from.

    Where nobody gives a number of mere people, it is the sum of the sides. Else that number is the whole, on each camp's word at least the sum of
    what it says of the sides in the same report. The sums of several camps are not taken then: they call one side by several names. Civilians are
    mere people, and the other way round, where no side that fights has losses."""
    parts = _sides_of(tallies, said)
    have_fought = any(sides.lore.is_fighting(part) for side in parts for part in side.split(" and ") if part != CIVILIANS)
    wholes = settle(_wholes(said, {UNKNOWN} if have_fought else {UNKNOWN, CIVILIANS})) if UNKNOWN in said else []
    outer = _outermost(parts)
    added = outer[0].rule if len(outer) == 1 else f"The sides' losses added up: {', '.join(map(_told, outer))}."
    if not wholes:
        bounds, rule = _sum(map(_bounds, outer)), added
    elif not parts:
        bounds, rule = estimate(wholes, by), explain(wholes, by)
    else:
        whole = estimate(wholes, by)
        bounds, rule = (
            _enclose([_bounds(tally) for tally in outer], whole),
            f"{_WHOLE} {explain(wholes, by)}{f' {added}' if whole[1] is None else ''}",
        )
    rests_on = {claim_id for tally in tallies.values() for claim_id in tally.rests_on}.union(*(one.claim_ids for one in wholes))
    measure = next(iter(tallies.values())).measure
    return Tally(event_id, ALL, measure, *bounds, tuple(sorted(rests_on)), rule, by.name)


def _sides_of(tallies: Mapping[str, Tally], said: Mapping[str, Sequence[Statement]]) -> dict[str, Tally]:
    """Without mere people, and without those who are only some of others ("commanders")."""
    sides = {side: tally for side, tally in tallies.items() if side != UNKNOWN}
    whole = {side: tally for side, tally in sides.items() if any(one.subgroup is None for one in said[side])}
    return whole or sides


def _wholes(said: Mapping[str, Sequence[Statement]], whole_sides: set[str]) -> list[Statement]:
    """What each camp says of the whole in each report that has a number of mere people: that number, or the sum of its parts if that is more."""
    reports: defaultdict[tuple[str, str], dict[str, list[Statement]]] = defaultdict(dict)
    for side, statements in said.items():
        for one in statements:
            reports[one.camp.key, one.report_id].setdefault(UNKNOWN if side in whole_sides else side, []).append(one)
    return [_at_least_parts(sides) for sides in reports.values() if UNKNOWN in sides]


def _at_least_parts(sides: Mapping[str, Sequence[Statement]]) -> Statement:
    whole = whole_of(sides[UNKNOWN])
    parts = [
        whole_of(said)
        for side, said in sides.items()
        if side != UNKNOWN and not any(side in joint.split(" and ") for joint in sides if joint != side)
    ]
    least = sum(one.low for one in parts)
    if least <= whole.low:
        return whole
    claim_ids = whole.claim_ids.union(*(one.claim_ids for one in parts))
    high = None if whole.high is None else max(whole.high, least)
    return replace(whole, low=least, best=max(whole.best, least), high=high, claim_ids=claim_ids, parts=tuple(one.low for one in parts))


def _outermost(tallies: Mapping[str, Tally]) -> list[Tally]:
    """Without the sides that a joint count ("civilians and Hill Front") has in it, where that is no smaller."""
    kept = dict(tallies)
    for joint in [side for side in tallies if " and " in side]:
        inner = [side for side in joint.split(" and ") if side in kept]
        is_larger = (tallies[joint].best or 0) >= sum(tallies[side].best or 0 for side in inner)
        for side in inner if is_larger else [joint]:
            kept.pop(side, None)
    return list(kept.values())


def _bounds(tally: Tally) -> Bounds:
    return tally.low or 0, tally.best, tally.high


def _sum(parts: Iterable[Bounds]) -> Bounds:
    """No best if any part has none; open upward if any part is."""
    lows, bests, highs = zip(*parts, strict=True)
    best = None if None in bests else sum(bests)
    return sum(lows), best, None if None in highs else sum(highs)


def _enclose(sides: Sequence[Bounds], whole: Bounds) -> Bounds:
    """The whole, and no less of it than of any one side; where nobody may stand alone for the whole, what the sides add up to."""
    if whole[1] is None:
        low, best, high = _sum(sides)
        return low, best, None if None in (high, whole[2]) else max(high or 0, whole[2] or 0)
    low = max(whole[0], *(side[0] for side in sides))
    best = max(whole[1], *(side[1] or 0 for side in sides))
    highs = [bounds[2] for bounds in (*sides, whole)]
    return min(low, best), best, None if None in highs else max(high or 0 for high in highs)


def _told(tally: Tally) -> str:
    best, high = "?" if tally.best is None else tally.best, "more" if tally.high is None else tally.high
    return f"{tally.victims} {tally.low} - {best} - {high}"
