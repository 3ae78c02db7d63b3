"""How much speaks for two tellings being of one event: a sum of reasons that a person can read."""

from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from math import sqrt

from hearsay.events.distances import relate
from hearsay.events.kinds import families, kin
from hearsay.events.sketches import name_words
from hearsay.lexicons import load, naming
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Days, Link, Spot, Stretch, Telling

Reason = tuple[float, str]

_PLACES = ("same_place", "near_place", "inside_place", "same_country", "unrelated", "far_place", "other_place", "apart")
_PLACE_WORDS = {
    "same_place": "same place ({})",
    "near_place": "places near each other ({})",
    "inside_place": "same region ({})",
    "same_country": "same country ({})",
    "far_place": "places apart ({})",
    "other_place": "different places ({})",
    "named_place": "places that one of the reports names together ({})",
}
_VERY_ALIKE, _ALIKE = 0.75, 0.4
_FEWEST_WORDS = 4
_FEW_DAYS = 2
_TOLL = frozenset({"toll"})


def compare(left: Telling, right: Telling, sameness: Sameness = AS_NAMED) -> tuple[Reason, ...]:
    """The reasons for and against, with their weights from linking.toml; what either does not tell gives none."""
    return (
        *_time(left.days, right.days, left.is_total or right.is_total),
        *_place(left, right),
        *_parties(left, right, sameness),
        *_type(left.types, right.types),
        *_figures(left, right),
        *_wording(left, right),
    )


def compare_claims(left: Telling, right: Telling, sameness: Sameness = AS_NAMED) -> Link | None:
    """The two claims of one report compared, by their distance in it too; None if they cannot be one event."""
    return None if is_barred(left, right) else _link(left, right, (*compare(left, right, sameness), *_closeness(left, right)))


def compare_tellings(left: Telling, right: Telling, shared: Collection[str], sameness: Sameness = AS_NAMED) -> Link:
    """Two tellings, between which nothing stands (``is_barred``), compared. ``shared``: the rare names that the reports have in common, where both
    tellings are the main one of theirs."""
    return _link(left, right, (*compare(left, right, sameness), *_common_names(left, right, shared)))


def is_barred(left: Telling, right: Telling) -> bool:
    """True if the two cannot be one event: days or places too far apart, one real and one not, or one a total that the other is only a part of."""
    is_other_day = left.days is not None and right.days is not None and is_apart(left.days, right.days)
    is_part = any(outlasts(total, day) for one, other in ((left, right), (right, left)) for total in one.totals for day in other.stretches)
    return is_other_day or is_part or left.is_unreal != right.is_unreal or are_apart(left.spots, right.spots)


def outlasts(total: Stretch, other: Stretch) -> bool:
    """True if a running total of the first days is another thing than what happened in the others, less than two fifths of them."""
    (first, last), (begin, end) = total, other
    return first <= begin and end <= last and 5 * (end - begin + 1) < 2 * (last - first + 1)


def _link(left: Telling, right: Telling, reasons: tuple[Reason, ...]) -> Link:
    one, other = sorted((left.telling_id, right.telling_id))
    return Link(one, other, sum(weight for weight, _ in reasons), reasons)


def is_apart(left: Days, right: Days) -> bool:
    """True if the days are too far apart for one event."""
    apart_days: int = load("linking")["limits"]["apart_days"]
    return max(left.earliest, right.earliest) - min(left.latest, right.latest) > apart_days


@lru_cache(maxsize=100_000)
def are_apart(left: frozenset[Spot], right: frozenset[Spot]) -> bool:
    """True if both name places and no place of one can be the same event as any of the other."""
    relations = {relate(one, other) for one in left for other in right}
    return relations == {"apart"}


def _weigh(name: str, words: str) -> Reason:
    return (load("linking")["weights"][name], words)


@lru_cache(maxsize=100_000)
def _time(left: Days | None, right: Days | None, is_total: bool) -> tuple[Reason, ...]:  # noqa: FBT001 - a part of what is remembered
    if left is None or right is None:
        return ()
    shared = min(left.last, right.last) - max(left.first, right.first) + 1
    union = max(left.last, right.last) - min(left.first, right.first) + 1
    if shared <= -_FEW_DAYS:
        return (_weigh("long_before", "days apart, one of them only inferred"),)
    if shared <= 0:
        return (_weigh("next_day", "on neighbouring days"),)
    if 5 * shared >= 2 * union:
        days = f"{_day(max(left.first, right.first))} to {_day(min(left.last, right.last))}" if shared > 1 else ""
        days = days or _day(max(left.first, right.first))
        is_inferred = left.is_inferred or right.is_inferred
        return (_weigh("inferred_days" if is_inferred else "same_days" if 2 * shared >= union else "some_days", f"same time ({days})"),)
    return (_weigh("total_days", "a running total of a longer time"),) if is_total else ()


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _place(left: Telling, right: Telling) -> Iterator[Reason]:
    relation, places = _nearest(left.spots, right.spots)
    name = "named_place" if relation == "other_place" and _name_together(left, right) else relation
    if name in _PLACE_WORDS:
        yield _weigh(name, _PLACE_WORDS[name].format(", ".join(places)))


@lru_cache(maxsize=100_000)
def _nearest(left: frozenset[Spot], right: frozenset[Spot]) -> tuple[str, tuple[str, ...]]:
    """How the two lie that are nearest to each other, with their names; "unrelated" if either tells no place."""
    relations = [(relate(one, other), *sorted({one.name, other.name})) for one in left for other in right]
    nearest, *names = min(relations, key=lambda relation: (_PLACES.index(relation[0]), relation[1:]), default=("unrelated",))
    return nearest, tuple(names)


def _name_together(left: Telling, right: Telling) -> bool:
    """True if one report leads with the name of a place of the other: it may well be the street, suburb or village where that one has the town."""
    return any(
        words and words <= told.names for here, told in ((left, right), (right, left)) for spot in here.spots for words in (name_words(spot.name),)
    )


def _parties(left: Telling, right: Telling, sameness: Sameness) -> Iterator[Reason]:
    if actors := _shared(left.actors, right.actors, sameness):
        yield _weigh("actor", f"same actor ({', '.join(sorted(actors))})")
    if targets := _shared(left.targets, right.targets, sameness):
        yield _weigh("target", f"same victims or target ({', '.join(sorted(targets))})")
    if not actors and not targets:
        yield from _other_parties(left, right, sameness)


def _other_parties(left: Telling, right: Telling, sameness: Sameness) -> Iterator[Reason]:
    ours, theirs = left.actors | left.targets, right.actors | right.targets
    if crossed := _shared(left.actors, right.targets, sameness) | _shared(left.targets, right.actors, sameness):
        yield _weigh("crossed", f"a party in both ({', '.join(sorted(crossed))})")
    elif any(naming.is_vague(name) for name in ours & theirs):
        yield _weigh("vague_party", "a party of the same common name")
    elif _named(ours) and _named(theirs):
        yield _weigh("other_parties", "different parties")


@lru_cache(maxsize=10_000)
def _named(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(name for name in names if not naming.is_vague(name))


def _shared(ours: frozenset[str], theirs: frozenset[str], sameness: Sameness) -> set[str]:
    if not ours or not theirs:
        return set()
    return {min(one, other) for one in _named(ours) for other in _named(theirs) if sameness.is_same(one, other)}


@lru_cache(maxsize=100_000)
def _type(left: frozenset[str], right: frozenset[str]) -> tuple[Reason, ...]:
    if same := _chief(left & right):
        return (_weigh("same_type", f"both {min(same)}"),)
    both = " and ".join(sorted((min(_chief(left)), min(_chief(right)))))
    if kin(left) & kin(right):
        return (_weigh("kin_type", f"{both} are often one thing"),)
    return (_weigh("family_type" if families(left) & families(right) else "foreign_type", f"{both} are seldom one thing"),)


def _chief(types: frozenset[str]) -> frozenset[str]:
    """The types without that of bare counts, if there are others."""
    return types - {"toll"} or types


def _figures(left: Telling, right: Telling) -> Iterator[Reason]:
    if equal := {figure for figure in left.figures & right.figures if figure[1] > 1}:
        measure, low, _ = max(equal, key=lambda figure: (figure[1], figure))
        yield _weigh("same_figure", f"same figure ({low} {measure})")
    elif any(_overlap(one, other) for one in left.figures for other in right.figures):
        yield _weigh("close_figure", "figures that can be one")


def _overlap(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    if one[0] != other[0] or max(one[1], other[1]) < 2:
        return False
    highs = [figure[2] for figure in (one, other) if figure[2] >= 0]
    return max(one[1], other[1]) <= min(highs, default=max(one[1], other[1]))


def _wording(left: Telling, right: Telling) -> Iterator[Reason]:
    if min(len(left.words), len(right.words)) < _FEWEST_WORDS or _gap(left, right) is not None:
        return
    share = 2 * len(left.words & right.words) / (len(left.words) + len(right.words))
    if share >= _VERY_ALIKE:
        yield _weigh("copied_words", "nearly the same words")
    elif share >= _ALIKE:
        yield _weigh("alike_words", "similar words")


def _common_names(left: Telling, right: Telling, shared: Collection[str]) -> Iterator[Reason]:
    table = load("linking")["names"]
    share = len(shared) / sqrt(len(left.names) * len(right.names)) if len(shared) >= table["fewest"] else 0.0
    tier = next((tier for tier in table["tiers"] if share >= tier["share"]), None)
    if tier is not None:
        named = sorted(shared, key=lambda word: (-len(word), word))[: table["shown"]]
        weight = min(tier["weight"], table["elsewhere"]) if _are_elsewhere(left, right) else tier["weight"]
        yield (weight, f"both reports name {', '.join(sorted(named))}")


def _are_elsewhere(left: Telling, right: Telling) -> bool:
    """True if both name places and none of one is, lies in or near, or is told of together with, one of the other."""
    relation, _ = _nearest(left.spots, right.spots)
    return relation in ("far_place", "apart") or (relation == "other_place" and not _name_together(left, right))


def _gap(left: Telling, right: Telling) -> int | None:
    """Characters between two tellings of one report, negative if they overlap; None between reports."""
    return max(left.start, right.start) - min(left.end, right.end) if left.report_id == right.report_id else None


def _closeness(left: Telling, right: Telling) -> Iterator[Reason]:
    gap, limits = _gap(left, right), load("linking")["limits"]
    if gap is None or gap > limits["nearby_chars"]:
        return
    name = "overlapping" if gap < 0 else "beside" if gap <= limits["beside_chars"] else "nearby"
    yield _weigh(name, {"overlapping": "read from the same words", "beside": "told side by side", "nearby": "told near each other"}[name])
    if name != "nearby" and (left.types == _TOLL) != (right.types == _TOLL) and kin(left.types) & kin(right.types):
        yield _weigh("toll_beside", "a count told beside a happening")
