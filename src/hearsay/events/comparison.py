"""How much speaks for two claims telling of one event: a sum of reasons that a person can read."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from hearsay.events.distances import relate
from hearsay.events.traits import Days, Spot, Traits
from hearsay.lexicons import load, naming
from hearsay.lexicons.naming import AS_NAMED, Sameness

Reason = tuple[float, str]

_PLACES = ("same_place", "near_place", "inside_place", "same_country", "unrelated", "far_place", "other_place", "apart")
_PLACE_WORDS = {
    "same_place": "same place ({})",
    "near_place": "places near each other ({})",
    "inside_place": "same region ({})",
    "same_country": "same country ({})",
    "far_place": "places apart ({})",
    "other_place": "different places ({})",
}
_VERY_ALIKE, _ALIKE = 0.75, 0.4
_FEWEST_WORDS = 4


def compare(left: Traits, right: Traits, sameness: Sameness = AS_NAMED) -> tuple[Reason, ...]:
    """The reasons for and against, with their weights from linking.toml; what either claim does not tell gives none."""
    aspects = (_time, _place, partial(_parties, sameness=sameness), _type, _figures, _wording, _closeness)
    return tuple(reason for aspect in aspects for reason in aspect(left, right))


def is_apart(left: Days, right: Days) -> bool:
    """True if the days are too far apart for one event."""
    apart_days: int = load("linking")["limits"]["apart_days"]
    return max(left.earliest, right.earliest) - min(left.latest, right.latest) > apart_days


def are_apart(left: Iterable[Spot], right: Iterable[Spot]) -> bool:
    """True if both name places and no place of one can be the same event as any of the other."""
    relations = {relate(one, other) for one in left for other in right}
    return relations == {"apart"}


def _weigh(name: str, words: str) -> Reason:
    return (load("linking")["weights"][name], words)


def _time(left: Traits, right: Traits) -> Iterator[Reason]:
    if left.days is None or right.days is None:
        return
    shared = min(left.days.last, right.days.last) - max(left.days.first, right.days.first) + 1
    union = max(left.days.last, right.days.last) - min(left.days.first, right.days.first) + 1
    if shared <= 0:
        yield _weigh("next_day", "on neighbouring days")
    elif 5 * shared >= 2 * union:
        days = f"{_day(max(left.days.first, right.days.first))} to {_day(min(left.days.last, right.days.last))}" if shared > 1 else ""
        days = days or _day(max(left.days.first, right.days.first))
        is_inferred = left.days.is_inferred or right.days.is_inferred
        yield _weigh("inferred_days" if is_inferred else "same_days" if 2 * shared >= union else "some_days", f"same time ({days})")


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def _place(left: Traits, right: Traits) -> Iterator[Reason]:
    relations = [(relate(one, other), *sorted((one.name, other.name))) for one in left.spots for other in right.spots]
    if not relations:
        return
    name, one, other = min(relations, key=lambda relation: (_PLACES.index(relation[0]), relation[1:]))
    if name in _PLACE_WORDS:
        yield _weigh(name, _PLACE_WORDS[name].format(one if one == other else f"{one}, {other}"))


def _parties(left: Traits, right: Traits, sameness: Sameness) -> Iterator[Reason]:
    roles = [
        ("actor", _shared(left.actors, right.actors, sameness), "same actor"),
        ("target", _shared(left.targets, right.targets, sameness), "same victims or target"),
        ("crossed", _shared(left.actors, right.targets, sameness) | _shared(left.targets, right.actors, sameness), "a party in both"),
    ]
    found = [_weigh(weight, f"{words} ({', '.join(sorted(names))})") for weight, names, words in roles[:2] if names]
    if roles[2][1] and not found:
        found = [_weigh("crossed", f"{roles[2][2]} ({', '.join(sorted(roles[2][1]))})")]
    ours, theirs = left.actors | left.targets, right.actors | right.targets
    if not found and any(naming.is_vague(name) for name in ours & theirs):
        found = [_weigh("vague_party", "a party of the same common name")]
    elif not found and _telling(ours) and _telling(theirs):
        found = [_weigh("other_parties", "different parties")]
    yield from found


def _telling(names: frozenset[str]) -> list[str]:
    return [name for name in names if not naming.is_vague(name)]


def _shared(ours: frozenset[str], theirs: frozenset[str], sameness: Sameness) -> set[str]:
    return {min(one, other) for one in _telling(ours) for other in _telling(theirs) if sameness.is_same(one, other)}


def _type(left: Traits, right: Traits) -> Iterator[Reason]:
    if left.type == right.type:
        yield _weigh("same_type", f"both {left.type}")
    elif left.kin & right.kin:
        yield _weigh("kin_type", f"{_both(left, right)} are often one thing")
    else:
        name = "family_type" if left.families & right.families else "foreign_type"
        yield _weigh(name, f"{_both(left, right)} are seldom one thing")


def _both(left: Traits, right: Traits) -> str:
    return " and ".join(sorted((left.type, right.type)))


def _figures(left: Traits, right: Traits) -> Iterator[Reason]:
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


def _wording(left: Traits, right: Traits) -> Iterator[Reason]:
    if min(len(left.words), len(right.words)) < _FEWEST_WORDS or _gap(left, right) is not None:
        return
    share = 2 * len(left.words & right.words) / (len(left.words) + len(right.words))
    if share >= _VERY_ALIKE:
        yield _weigh("copied_words", "nearly the same words")
    elif share >= _ALIKE:
        yield _weigh("alike_words", "similar words")


def _gap(left: Traits, right: Traits) -> int | None:
    """Characters between two claims of one report, negative if they overlap; None between reports."""
    return max(left.start, right.start) - min(left.end, right.end) if left.report_id == right.report_id else None


def _closeness(left: Traits, right: Traits) -> Iterator[Reason]:
    gap, limits = _gap(left, right), load("linking")["limits"]
    if gap is None or gap > limits["nearby_chars"]:
        return
    name = "overlapping" if gap < 0 else "beside" if gap <= limits["beside_chars"] else "nearby"
    yield _weigh(name, {"overlapping": "read from the same words", "beside": "told side by side", "nearby": "told near each other"}[name])
    if name != "nearby" and (left.type == "toll") != (right.type == "toll") and left.kin & right.kin:
        yield _weigh("toll_beside", "a count told beside a happening")
