"""Events that are related but not one: parts of a longer or wider whole, and later tolls of one happening."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hearsay.events.distances import is_about
from hearsay.events.distances import relate as lie
from hearsay.events.kinds import families, kin
from hearsay.events.scopes import Scope, scopes
from hearsay.lexicons import load
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Event, Sketch, Spot, Tie

Reason = tuple[float, str]
_INSIDE = ("same_place", "near_place", "inside_place", "same_country")
_HERE = ("same_place", "near_place")


def relate(events: Iterable[Event], claims: Iterable[Claim], sameness: Sameness = AS_NAMED, *, sketches: Iterable[Sketch] = ()) -> tuple[Tie, ...]:
    """The ties between events with figures, sorted by left and right. ``part_of``: days and places lie within, no figure is larger, and the types
    can be one. ``update_of``: same place, days a week apart at most, a larger toll or a running total, first told of later, which the ``sketches``
    of the reports say; a whole is no update of its part. ``sameness``: which names are one party."""
    told = {sketch.report_id: sketch.published.toordinal() for sketch in sketches if sketch.published}
    found = [tie for left, right in _candidates(scopes(events, claims, told)) for tie in _ties(left, right, sameness)]
    return tuple(sorted(found, key=lambda tie: (tie.left, tie.right)))


def _candidates(known: Sequence[Scope]) -> Iterator[tuple[Scope, Scope]]:
    """Pairs that share a month or a neighbouring one with a country, a place name or a side."""
    shelves: defaultdict[tuple[int, str], list[Scope]] = defaultdict(list)
    for scope in known:
        for key in _keys(scope):
            shelves[key].append(scope)
    by_id = {scope.event_id: scope for scope in known}
    pairs = {(one.event_id, other.event_id) for held in shelves.values() for one in held for other in held if one is not other}
    yield from ((by_id[one], by_id[other]) for one, other in sorted(pairs))


def _keys(scope: Scope) -> set[tuple[int, str]]:
    first, last = date.fromordinal(scope.first), date.fromordinal(scope.last)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 2)[: load("linking")["ties"]["most_months"]]
    wheres = {spot.name for spot in scope.spots} | {spot.country for spot in scope.spots if spot.country} | scope.sides
    return {(month, where) for month in months for where in wheres}


def _ties(left: Scope, right: Scope, sameness: Sameness) -> Iterator[Tie]:
    kind = "part_of" if _is_within(left, right) else "update_of" if _is_later(left, right) and not _is_within(right, left) else None
    if kind is None or not set(left.tops) & set(right.tops):
        return
    reasons = (*_when(left, right), *_where(left, right), *_who(left, right, sameness), *_what(left, right), *_how_many(left, right))
    score = sum(weight for weight, _ in reasons)
    if score >= load("linking")["ties"]["threshold"]:
        yield Tie(left.event_id, right.event_id, "part_of" if kind == "part_of" else "update_of", score, reasons)


def _is_within(left: Scope, right: Scope) -> bool:
    is_shorter = right.first <= left.first <= left.last <= right.last and left.last - left.first < right.last - right.first
    is_inside = bool(left.spots) and all(any(_lie(one, other) in _INSIDE for other in right.spots) for one in left.spots)
    return is_shorter and is_inside and all(low <= right.tops[measure] for measure, low in left.tops.items() if measure in right.tops)


def _lie(part: Spot, whole: Spot) -> str:
    """How the two lie; what a region reaches is inside it, though no table says that it belongs there."""
    found = lie(part, whole)
    return "inside_place" if found == "other_place" and is_about(whole, part) else found


def _is_later(left: Scope, right: Scope) -> bool:
    ties = load("linking")["ties"]
    is_near = max(left.first, right.first) - min(left.last, right.last) <= ties["update_days"] and right.last - right.first <= ties["update_days"]
    is_here = any(lie(one, other) in _HERE for one in left.spots for other in right.spots)
    is_after = left.told is not None and right.told is not None and left.told > right.told
    return is_near and is_here and is_after and _is_grown(left, right)


def _is_grown(left: Scope, right: Scope) -> bool:
    """No figure is smaller, and one is larger or a running total."""
    gains = [left.tops[measure] - right.tops[measure] for measure in left.tops if measure in right.tops]
    return bool(gains) and min(gains) >= 0 and (max(gains) > 0 or left.has_total)


def _weigh(name: str, words: str) -> Reason:
    return (load("linking")["ties"]["weights"][name], words)


def _when(left: Scope, right: Scope) -> Iterator[Reason]:
    span = f"{date.fromordinal(right.first)} to {date.fromordinal(right.last)}"
    if right.first <= left.first and left.last <= right.last:
        yield _weigh("days", f"within its days ({span})")
    else:
        yield _weigh("near_days", f"soon after its days ({span})")


def _where(left: Scope, right: Scope) -> Iterator[Reason]:
    lies = {(_lie(one, other), one.name) for one in left.spots for other in right.spots}
    name, place = min((one for one in lies if one[0] in _INSIDE), key=lambda one: (_INSIDE.index(one[0]), one[1]))
    yield _weigh(name, f"{'same place' if name in _HERE else 'a place within'} ({place})")


def _who(left: Scope, right: Scope, sameness: Sameness) -> Iterator[Reason]:
    same = {min(one, other) for one in left.sides for other in right.sides if sameness.is_same(one, other)}
    if same:
        yield _weigh("sides", f"same victims or target ({', '.join(sorted(same))})")
    elif left.sides and right.sides:
        yield _weigh("other_sides", "other victims or targets")


def _what(left: Scope, right: Scope) -> Iterator[Reason]:
    if left.types & right.types or kin(left.types) & kin(right.types):
        yield _weigh("types", f"{min(left.types)} and {min(right.types)} are often one thing")
    elif not families(left.types) & families(right.types):
        yield _weigh("foreign_types", f"{min(left.types)} and {min(right.types)} are seldom one thing")


def _how_many(left: Scope, right: Scope) -> Iterator[Reason]:
    measure = min(set(left.tops) & set(right.tops))
    ours, theirs = left.tops[measure], right.tops[measure]
    yield _weigh("figures", f"{ours} {measure} against {theirs}")
    if right.has_total or left.has_total:
        yield _weigh("total", "a running total")
