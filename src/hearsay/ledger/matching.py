"""When two statements count the same people, and when two places or times can be one."""

from math import asin, cos, radians, sin, sqrt
from typing import Any

from hearsay.ledger.statements import COUNTRY, EXACT, Statement
from hearsay.lexicons import load, naming
from hearsay.records import Figure, Place, When

_EARTH_KM = 6371.0


def is_of_same_people(one: Statement, other: Statement) -> bool:
    """True if nothing tells the people counted apart: the same side and measure, the same of them, the same time and place."""
    left, right = one.figure, other.figure
    is_plain = left.is_total == right.is_total and not _is_of_part(left) and not _is_of_part(right)
    return _is_of_same_side(one, other) and is_plain and is_same_time(_time(one), _time(other)) and not are_apart(one.places, other.places)


def is_of_one_toll(one: Statement, other: Statement) -> bool:
    """True if they count the same people, or one is a running total and the other is not, and the total goes over no other days."""
    if one.figure.is_total == other.figure.is_total:
        return is_of_same_people(one, other)
    plain, total = sorted((one, other), key=lambda each: each.figure.is_total)
    here, there = _time(plain), _time(total)
    if not _is_of_same_side(one, other) or _is_of_part(one.figure) or _is_of_part(other.figure) or here is None or there is None:
        return False
    return here.first <= there.first and there.last <= here.last and not are_apart(one.places, other.places)


def is_overtaken(earlier: Statement, later: Statement) -> bool:
    """True if the later number, told of the same place on a later day, is larger than all that the earlier says in so many words, and by more than a
    loosely told number; "at least 35" says 35."""
    share: float = _limits()["gap_share"]
    is_larger = not earlier.is_vague and not later.is_vague and later.low - earlier.top > share * later.low
    return is_larger and earlier.day is not None and later.day is not None and earlier.day < later.day and _share_a_place(earlier, later)


def are_disjoint(one: Statement, other: Statement) -> bool:
    """True if no number is both, and more than a loosely told number lies between them. A vague word ("dozens") bounds a number from below only: that
    more were found later speaks against nobody."""
    small, large = sorted((one, other), key=lambda each: (each.low, each.top))
    if small.high is None or small.high >= large.low or small.is_vague:
        return False
    share: float = _limits()["gap_share"]
    return large.low - small.high > share * large.low


def is_same_time(one: When | None, other: When | None) -> bool:
    """True if the days are mostly shared, or one of the two is not told."""
    if one is None or other is None:
        return True
    shared = (min(one.last, other.last) - max(one.first, other.first)).days + 1
    union = (max(one.last, other.last) - min(one.first, other.first)).days + 1
    return shared > 0 and shared >= _limits()["shared_share"] * union


def are_apart(left: tuple[Place, ...], right: tuple[Place, ...]) -> bool:
    """True if both name places and no place of one can be any of the other."""
    return bool(left and right) and all(is_elsewhere(one, other) for one in left for other in right)


def is_elsewhere(one: Place, other: Place) -> bool:
    """True if the two are exact places further apart than reports confuse; what has no point is elsewhere if it has another name."""
    if max(one.precision, other.precision) >= COUNTRY and (one.lat is None or other.lat is None):
        return not _is_alike(one, other)
    if max(one.precision, other.precision) > EXACT or one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return False
    reach = sum(place.radius_km or 0.0 for place in (one, other))
    return not _is_alike(one, other) and _gap_km((one.lat, one.lon), (other.lat, other.lon)) - reach > _limits()["near_km"]


def is_same_place(one: Place, other: Place) -> bool:
    """True if both are one entry of the gazetteer, or go by one name; a whole country is too wide to be the same place."""
    if max(one.precision, other.precision) == COUNTRY:
        return False
    return (one.gazetteer is not None and one.gazetteer == other.gazetteer) or naming.fold(one.name) == naming.fold(other.name)


def _is_alike(one: Place, other: Place) -> bool:
    ours, theirs = set(naming.fold(one.name)), set(naming.fold(other.name))
    return bool(ours & theirs)


def _is_of_same_side(one: Statement, other: Statement) -> bool:
    return one.side == other.side and one.figure.measure == other.figure.measure and one.subgroup == other.subgroup


def _share_a_place(one: Statement, other: Statement) -> bool:
    """True if both name one place, by its name if it is a country, or one of them names none."""
    pairs = [(here, there) for here in one.places for there in other.places]
    return not pairs or any(is_same_place(here, there) or naming.fold(here.name) == naming.fold(there.name) for here, there in pairs)


def _is_of_part(figure: Figure) -> bool:
    return figure.part_of is not None or figure.is_added


def _time(one: Statement) -> When | None:
    return one.figure.time or one.claim.event.time


def _limits() -> Any:
    return load("contradiction")["limits"]


def _gap_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    lat, far = radians(one[0]), radians(other[0])
    half_lat, half_lon = (far - lat) / 2, radians(other[1] - one[1]) / 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(sin(half_lat) ** 2 + cos(lat) * cos(far) * sin(half_lon) ** 2)))
