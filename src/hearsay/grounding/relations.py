"""How a happening lies to the place that is named: "near Kunduz", "30 km north of Raqqa", "between Homs and Hama", "the road linking X with Y"."""

from collections.abc import Sequence
from dataclasses import replace
from math import asin, atan2, cos, degrees, radians, sin

from hearsay import lexicons
from hearsay.grounding.mentions import Mention
from hearsay.records import Place, Reading, Relation

_TIES = lexicons.load("place")["ties"]
_NEAR = frozenset(_TIES["near"])
_DIRECTIONS: dict[str, float] = {word: float(bearing) for words, bearing in zip(_TIES["compass"], range(0, 360, 45), strict=True) for word in words}
_LENGTHS: dict[str, float] = _TIES["lengths"]
_ROADS = frozenset(_TIES["roads"])
_LINKING = frozenset(_TIES["linking"])
_BETWEEN_TWO = frozenset(_TIES["between_two"])
_SMALL = frozenset(("the", "of", "from", "a", "an", "to", "town", "city", "village", "(", ")"))
_REACH = 8  # tokens before a name that tell how it lies
_GAP = 6  # tokens between the two names of "between X and Y"
_NEAR_KM = 25.0  # UCDP's where_prec 2 reaches about so far
_UNTOLD_KM = 10.0  # what lies north of a town, without a distance, is taken to lie so far off, give or take as much
_LEAST_KM = 2.0
_SPREAD = 0.4  # of the distance: half of an eighth of the compass to either side
_INSIDE = frozenset(("in", "from", "at", "inside", "throughout", "across"))
_AREA_KM = 30.0  # half the width of a region or district of which nothing is known
_NO_LINK = ("VERB", "AUX", "PROPN")
_COUNTRY = 6
_EARTH_KM = 6371.0
_NEARBY, _LINE = 2, 5  # UCDP's where_prec for the surroundings of a point, and for a line or an area without bounds


def related(reading: Reading, found: Sequence[Mention], places: Sequence[Place]) -> list[Place]:
    """The places with their relations and with precision and radius after them; in the order given."""
    out = list(places)
    for k, mention in enumerate(found):
        two = _two(reading, found, k)
        if two is not None and {place.precision for place in places[k : k + 2]} == {_COUNTRY}:
            continue  # "clashes between Syria and Turkey"
        if two is not None:
            out[k], out[k + 1] = _between(two, places[k], places[k + 1]), _between(two, places[k + 1], places[k])
        elif out[k].relation is None:
            out[k] = placed(reading, mention, places[k])
    return out


def placed(reading: Reading, mention: Mention, place: Place) -> Place:
    """A place with what the words before its mention say of how the happening lies to it."""
    relation = relation_of(reading, mention)
    return place if relation is None else _at(place, relation)


def relation_of(reading: Reading, mention: Mention) -> Relation | None:
    """What the words before one name say."""
    words = [token.text.lower() for token in reading.tokens[max(mention.first - _REACH, 0) : mention.first]]
    is_part = _is_part(words)
    is_to = bool(words) and words[-1] in ("of", "from", "the")
    words = [word for word in words if word not in _SMALL]
    if not words:
        return None
    if words[-1] in _NEAR:
        return Relation("near")
    is_directed = words[-1] in _DIRECTIONS and is_to
    km = _length(words[:-1] if is_directed else words)
    if is_directed:
        bearing = _DIRECTIONS[words[-1]]
        return Relation(f"{words[-1].replace('-', '')}_{'in' if is_part else 'of'}", km, bearing)
    return Relation("km_of", km) if km is not None and is_to else None


def _is_part(words: Sequence[str]) -> bool:
    """True for "in the northeast of the valley", which is within it; not for "northeast of" and "to the northeast of"."""
    last = max((k for k, word in enumerate(words) if word in _DIRECTIONS), default=0)
    return last >= 2 and words[last - 1] == "the" and words[last - 2] in _INSIDE


def _length(words: list[str]) -> float | None:
    """The kilometres of "30 km" at the end of some words, the first of two such: "60 km (35 miles)"."""
    found = None
    while len(words) >= 2 and words[-1] in _LENGTHS:
        try:
            found = round(float(words[-2].replace(",", "")) * _LENGTHS[words[-1]], 1)
        except ValueError:
            break
        words = words[:-2]
    return found


def _two(reading: Reading, found: Sequence[Mention], k: int) -> str | None:
    """Whether a name and the next are the two ends of something: "between" or "road"."""
    if k + 1 >= len(found) or found[k + 1].first - found[k].last > _GAP:
        return None
    one, other = found[k], found[k + 1]
    tokens = reading.tokens
    before = [token.text.lower() for token in tokens[max(one.first - _GAP, 0) : one.first]]
    gap = [token.text.lower() for token in tokens[one.last : other.first]]
    behind = tokens[other.last].text.lower() if other.last < len(tokens) else ""
    if gap == ["-"] and behind in _ROADS:
        return "road"
    if (
        not _BETWEEN_TWO.intersection(gap)
        or any(token.upos in _NO_LINK and token.relation != "amod" for token in tokens[one.last : other.first])
        or "in" in gap
    ):
        return None
    before = [word for word in before if word not in _SMALL or word == "from"]
    if before[-1:] and before[-1] in _LINKING and (before[-2:-1] and before[-2] in _ROADS):
        return "road"
    return "between" if before[-1:] == ["between"] and "and" in gap else None


def _between(kind: str, place: Place, other: Place) -> Place:
    """A place as one end of two: the point is the middle, give or take half the way."""
    if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
        return replace(place, relation=Relation(kind, other=other.name))
    km, bearing = _way((place.lat, place.lon), (other.lat, other.lon))
    lat, lon = _moved((place.lat, place.lon), bearing, km / 2)
    relation = Relation(kind, other=other.name, lat=lat, lon=lon)
    return replace(place, relation=relation, precision=max(place.precision, _LINE), radius_km=round(max(km / 2, _LEAST_KM), 1))


def _at(place: Place, relation: Relation) -> Place:
    """A place with what its relation says of the point: so far off in that direction, or in that half of it."""
    if place.lat is None or place.lon is None:
        return replace(place, relation=relation)
    size = place.radius_km or 0.0
    km = relation.km if relation.km is not None else max(_UNTOLD_KM, size)
    if relation.kind.endswith("_in") and relation.bearing is not None:
        radius = (size or _AREA_KM) / 2
        lat, lon = _moved((place.lat, place.lon), relation.bearing, radius)
        return replace(place, relation=replace(relation, lat=lat, lon=lon), radius_km=round(radius, 1))
    if relation.bearing is None:
        radius = size + (relation.km or _NEAR_KM)
        lat, lon = place.lat, place.lon
    else:
        radius = size + max(_LEAST_KM, km if relation.km is None else _SPREAD * km)
        lat, lon = _moved((place.lat, place.lon), relation.bearing, km)
    precision = place.precision if place.precision > _NEARBY else _NEARBY if radius <= _NEAR_KM else _LINE
    return replace(place, relation=replace(relation, lat=lat, lon=lon), precision=precision, radius_km=round(radius, 1))


def _moved(point: tuple[float, float], bearing: float, km: float) -> tuple[float, float]:
    """The point so far off in a direction, on a round earth.

    >>> _moved((0.0, 0.0), 90.0, 111.195)
    (0.0, 1.0)
    """
    north, east, way, turn = radians(point[0]), radians(point[1]), km / _EARTH_KM, radians(bearing)
    lat = asin(sin(north) * cos(way) + cos(north) * sin(way) * cos(turn))
    lon = east + atan2(sin(turn) * sin(way) * cos(north), cos(way) - sin(north) * sin(lat))
    return round(degrees(lat), 4) + 0.0, round((degrees(lon) + 540) % 360 - 180, 4)


def _way(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """How far and in which direction the second point lies from the first.

    >>> _way((0.0, 0.0), (1.0, 0.0))
    (111.2, 0.0)
    """
    north, south, apart = radians(other[0]), radians(one[0]), radians(other[1] - one[1])
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(apart / 2) ** 2
    turn = atan2(sin(apart) * cos(north), cos(south) * sin(north) - sin(south) * cos(north) * cos(apart))
    return round(2 * _EARTH_KM * asin(min(1.0, half**0.5)), 1), degrees(turn) % 360
