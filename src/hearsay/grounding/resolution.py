"""Which place of the gazetteer a name means: by what the report speaks of besides, by the words beside the name, by size and by nearness."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, log10, radians, sin, sqrt

from hearsay.grounding import gazetteer
from hearsay.grounding.folding import fold
from hearsay.grounding.gazetteer import COUNTRY, DISTRICT, FEATURE, REGION, TOWN, Entry
from hearsay.grounding.mentions import Mention, without_direction
from hearsay.records import Reading

_SORTS = {"region": REGION, "district": DISTRICT, "town": TOWN, "land": FEATURE}
_KIND_POINTS = {COUNTRY: 4.0, REGION: 1.0, DISTRICT: 0.0, TOWN: 1.5, FEATURE: 4.0}
_SORT_POINTS, _EXACT_POINTS, _INSIDE_POINTS, _HOME_POINTS, _NEAR_POINTS = 2.5, 1.0, 3.0, 4.0, 1.5
_NEAR_KM = 300.0
_ANCHORS = 60  # places of a report that others may be near to
_ENOUGH = 4.5  # points below which a name stays unresolved
_SURE_COUNTRY = 0.6  # a report that speaks so much of one country means no village elsewhere that is only spelt alike
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry with its points, and the reasons in words."""

    entry: Entry
    points: float
    reasons: tuple[str, ...]


def resolve(reading: Reading, found: Sequence[Mention]) -> list[Choice | None]:
    """The best entry for each mention, None where nothing speaks enough for any. Twice over: the second time the first choices help."""
    priors = _priors(reading, found)
    names = list(dict.fromkeys((mention.text, mention.sort) for mention in found))
    parents = _parents(reading, found)
    first = {name: _best(name, priors, parents.get(name[0]), ()) for name in names}
    anchors = tuple(choice.entry for choice in first.values() if choice and choice.entry.kind != COUNTRY and choice.entry.lat is not None)[:_ANCHORS]
    final = {name: _best(name, priors, parents.get(name[0]), anchors) for name in names}
    return [final[mention.text, mention.sort] for mention in found]


def distance_km(one: Entry, other: Entry) -> float | None:
    """The great-circle distance between two entries; None if one has no point.

    >>> a, b = (gazetteer.find(name)[0] for name in ("Afghanistan", "Afghanistan"))
    >>> distance_km(a, b)
    0.0
    """
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    south, north = radians(one.lat), radians(other.lat)
    half = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def _priors(reading: Reading, found: Sequence[Mention]) -> dict[str, float]:
    """How much of what the report says of countries it says of each, from 0 to 1."""
    counts: Counter[str] = Counter()
    for name in reading.names:
        if name.kind == "norp" and (code := gazetteer.country_of_adjective(reading.text_of(name.first, name.last))):
            counts[code] += 1
    for mention in found:
        entries = gazetteer.find(mention.text)
        countries = {entry.country for entry in entries if entry.kind == COUNTRY}
        if countries:
            counts.update(code for code in countries if code)
        elif len({entry.country for entry in entries}) == 1 and entries[0].country:
            counts[entries[0].country] += 1
    total = sum(counts.values())
    return {code: count / total for code, count in counts.items()} if total else {}


def _parents(reading: Reading, found: Sequence[Mention]) -> dict[str, str]:
    """In "Douma, Syria" and "Douma in Rural Damascus", what the first is said to lie in."""
    out = {}
    for one, other in pairwise(found):
        between = [token.text.lower() for token in reading.tokens[one.last : other.first]]
        if len(between) <= 5 and between and (between[0] == "," or "in" in between or "of" in between) and "and" not in between:
            out[one.text] = other.text
    return out


def _best(name: tuple[str, str | None], priors: dict[str, float], parent: str | None, anchors: tuple[Entry, ...]) -> Choice | None:
    text, sort = name
    inside = gazetteer.find(parent)[:6] if parent else ()
    choices = [_weigh(entry, text, sort, (priors, inside, anchors)) for entry in gazetteer.find(text) or gazetteer.find(without_direction(text))]
    best = max(choices, key=lambda choice: choice.points, default=None)
    return best if best is not None and best.points >= _ENOUGH else None


def _weigh(entry: Entry, text: str, sort: str | None, context: tuple[dict[str, float], tuple[Entry, ...], tuple[Entry, ...]]) -> Choice:
    priors, inside, anchors = context
    share = priors.get(entry.country or "", 0.0)
    reasons = [(_KIND_POINTS[entry.kind], "kind of place"), (0.4 * log10(entry.population + 1), "people")]
    if share:
        reasons.append((_HOME_POINTS * share, f"{share:.0%} of the countries told of"))
    if sort in _SORTS and _SORTS[sort] == entry.kind:
        reasons.append((_SORT_POINTS, f"called a {sort}"))
    is_exact = fold(entry.name) == fold(without_direction(text)) or entry.kind in (COUNTRY, FEATURE)
    reasons.append((_EXACT_POINTS, "exact name") if is_exact else (-_EXACT_POINTS, "like name"))
    if not is_exact and not share and max(priors.values(), default=0.0) >= _SURE_COUNTRY:
        reasons.append((-_HOME_POINTS, "a country not told of"))
    if any(_holds(area, entry) for area in inside):
        reasons.append((_INSIDE_POINTS, "said to lie there"))
    if _is_near(entry, anchors):
        reasons.append((_NEAR_POINTS, "near the other places"))
    return Choice(entry, sum(points for points, _ in reasons), tuple(f"{words} {points:+.1f}" for points, words in reasons))


def _holds(area: Entry, entry: Entry) -> bool:
    if area.kind == COUNTRY:
        return entry.kind != COUNTRY and entry.country == area.country
    if area.kind == REGION and entry.region == area.entry_id:
        return True
    between = distance_km(area, entry)
    return between is not None and area.entry_id != entry.entry_id and between <= 2 * (area.radius_km or 30.0)


def _is_near(entry: Entry, anchors: tuple[Entry, ...]) -> bool:
    if entry.kind == COUNTRY:
        return False
    between = (distance_km(entry, anchor) for anchor in anchors if anchor.entry_id != entry.entry_id and anchor.name != entry.name)
    return any(km is not None and km <= _NEAR_KM for km in between)
