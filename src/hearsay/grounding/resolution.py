"""Which place of the gazetteer a name means: by what the report speaks of besides, by the words beside the name, by size and by nearness."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import asin, cos, log10, radians, sin, sqrt

from hearsay.grounding import gazetteer
from hearsay.grounding.folding import key
from hearsay.grounding.gazetteer import COUNTRY, DISTRICT, FEATURE, REGION, SITE, TOWN, Entry
from hearsay.grounding.mentions import Mention, without_direction, without_works
from hearsay.records import Reading

_SORTS = {"region": REGION, "district": DISTRICT, "town": TOWN, "land": FEATURE}
_KIND_POINTS = {COUNTRY: 4.0, REGION: 2.5, DISTRICT: 0.5, TOWN: 1.5, FEATURE: 4.0, SITE: 1.0}
_SEAT_POINTS = -1.5  # a region whose seat bears its name is told of less than the seat
_SORT_POINTS, _INSIDE_POINTS, _HOME_POINTS = 2.5, 3.0, 4.0
_EXACT_POINTS = 1.0  # for its name in any spelling, and against it for another of its names
_PROVINCE_POINTS, _CAPITAL_POINTS = 4.0, 1.5
_SURE, _NAMED = 1.0, 2.0  # a lead that makes a choice sure; how much more a region counts that is named itself
_NEAR = ((30.0, 2.0), (100.0, 1.5), (300.0, 1.0))  # km to another place of the report, and points
_ROUNDS = 2
_KEPT = 5  # candidates that are kept for each name
_ANCHORS = 60  # places of a report that others may be near to
_ENOUGH = 4.5  # points below which a name stays unresolved
_SURE_COUNTRY = 0.6  # a report that speaks so much of one country means no village elsewhere that is only spelt alike
_FAR_AHEAD = 2.0  # points by which one entry must lead those of other countries for its name to tell of a country
_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry with its points, the reasons in words, and how many points it has more than the best entry of another region."""

    entry: Entry
    points: float
    reasons: tuple[str, ...]
    lead: float = 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The entry chosen for a name, None where nothing speaks enough for any, and the candidates, the best first."""

    choice: Choice | None
    candidates: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """What a report tells besides a name: how much of it is of each country and of each first-level region, and its other places."""

    countries: dict[str, float]
    regions: dict[str, float]
    anchors: tuple[Entry, ...] = ()


def resolve(reading: Reading, found: Sequence[Mention]) -> list[Verdict]:
    """The verdict on each mention, in the order given. Twice over: the second time the first choices help."""
    parents = _parents(reading, found)
    names = list(dict.fromkeys((mention.text, mention.sort) for mention in found))
    context = _Context(_priors(reading, found), {})
    for _ in range(_ROUNDS):
        chosen = {name: _best(name, context, parents.get(name[0])) for name in names}
        context = _learnt(context, [chosen[mention.text, mention.sort].choice for mention in found])
    final = {name: _best(name, context, parents.get(name[0])) for name in names}
    return [final[mention.text, mention.sort] for mention in found]


def _learnt(context: _Context, choices: Sequence[Choice | None]) -> _Context:
    """The context with the places that were chosen for the names."""
    sure = [choice for choice in choices if choice is not None and choice.entry.kind != COUNTRY and choice.entry.lat is not None]
    regions: dict[str, float] = defaultdict(float)
    for choice in sure:
        regions[_region(choice.entry)] += min(choice.lead, _SURE) * (_NAMED if choice.entry.kind == REGION else 1.0)
    total = sum(regions.values())
    shares = {region: weight / total for region, weight in regions.items() if region} if total else {}
    entries = [choice.entry for choice in sure if choice.lead >= _SURE]
    return _Context(context.countries, shares, tuple(dict.fromkeys(entries))[:_ANCHORS])


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


def _region(entry: Entry) -> str:
    return (entry.entry_id if entry.kind == REGION else entry.region) or ""


def _priors(reading: Reading, found: Sequence[Mention]) -> dict[str, float]:
    """How much of what the report says of countries it says of each, from 0 to 1."""
    counts: Counter[str] = Counter()
    for name in reading.names:
        if name.kind == "norp" and (code := gazetteer.country_of_adjective(reading.text_of(name.first, name.last))):
            counts[code] += 1
    counts.update(code for mention in found if (code := _only_country(mention.text)))
    total = sum(counts.values())
    return {code: count / total for code, count in counts.items()} if total else {}


@lru_cache(maxsize=1 << 14)
def _only_country(text: str) -> str | None:
    """The country that a name speaks of whatever else the report tells: that of its entry, or of one far ahead of those elsewhere."""
    best: dict[str, float] = {}
    for entry in gazetteer.find(text):
        if entry.country is not None:
            best[entry.country] = max(best.get(entry.country, 0.0), _weight(entry))
    ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] - ranked[1][1] >= _FAR_AHEAD) else None


def _weight(entry: Entry) -> float:
    """What speaks for an entry by itself: the kind of place and its people."""
    return _KIND_POINTS[entry.kind] + 0.4 * log10(entry.population + 1)


def _parents(reading: Reading, found: Sequence[Mention]) -> dict[str, str]:
    """In "Douma, Syria" and "Douma in Rural Damascus", what the first is said to lie in."""
    out = {}
    for one, other in pairwise(found):
        between = [token.text.lower() for token in reading.tokens[one.last : other.first]]
        if len(between) <= 5 and between and (between[0] == "," or "in" in between or "of" in between) and "and" not in between:
            out[one.text] = other.text
    return out


def _best(name: tuple[str, str | None], context: _Context, parent: str | None) -> Verdict:
    text, sort = name
    inside = gazetteer.find(parent)[:6] if parent else ()
    entries = gazetteer.find(text) or gazetteer.find(without_direction(text)) or gazetteer.find(without_works(text)) or _alike(text, context)
    seats = {entry.region for entry in entries if entry.kind == TOWN}
    choices = [_weigh(entry, text, sort, (context, inside, seats)) for entry in entries]
    ranked = sorted(choices, key=lambda choice: -choice.points)  # of equals the first, as the gazetteer has them
    best = ranked[0] if ranked else None
    if best is None or best.points < _ENOUGH:
        return Verdict(None, tuple(ranked[:_KEPT]))
    others = (choice.points for choice in ranked if _region(choice.entry) != _region(best.entry) or choice.entry.country != best.entry.country)
    best = replace(best, lead=best.points - max(others, default=0.0))
    return Verdict(best, (best, *ranked[1:_KEPT]))


def _alike(text: str, context: _Context) -> tuple[Entry, ...]:
    """Places spelt much like a name that the gazetteer lacks, in the country that the report speaks of most."""
    country = max(context.countries, key=lambda code: (context.countries[code], code), default=None)
    return gazetteer.alike(text, country) if country is not None else ()


def _weigh(entry: Entry, text: str, sort: str | None, by: tuple[_Context, tuple[Entry, ...], set[str | None]]) -> Choice:
    context, inside, seats = by
    share = context.countries.get(entry.country or "", 0.0)
    province = context.regions.get(_region(entry), 0.0)
    is_exact = key(entry.name) == key(without_works(without_direction(text))) or entry.kind in (COUNTRY, FEATURE)
    is_elsewhere = not is_exact and not share and max(context.countries.values(), default=0.0) >= _SURE_COUNTRY
    reasons = [
        (_KIND_POINTS[entry.kind], "kind of place"),
        (0.4 * log10(entry.population + 1), "people"),
        (_SEAT_POINTS if entry.kind == REGION and entry.entry_id in seats else 0.0, "named after its seat"),
        (_CAPITAL_POINTS if entry.entry_id in gazetteer.capitals() else 0.0, "a capital"),
        (_HOME_POINTS * share, f"{share:.0%} of the countries told of"),
        (_PROVINCE_POINTS * province, f"{province:.0%} of the regions told of"),
        (_SORT_POINTS if sort in _SORTS and _SORTS[sort] == entry.kind else 0.0, f"called a {sort}"),
        (_EXACT_POINTS if is_exact else -_EXACT_POINTS, "its name" if is_exact else "another name"),
        (-_HOME_POINTS if is_elsewhere else 0.0, "a country not told of"),
        (_INSIDE_POINTS if any(_holds(area, entry) for area in inside) else 0.0, "said to lie there"),
        (_nearness(entry, context.anchors), "near the other places"),
    ]
    told = [(points, words) for points, words in reasons if points]
    return Choice(entry, sum(points for points, _ in told), tuple(f"{words} {points:+.1f}" for points, words in told))


def _holds(area: Entry, entry: Entry) -> bool:
    if area.kind == COUNTRY:
        return entry.kind != COUNTRY and entry.country == area.country
    if area.kind == REGION and entry.region == area.entry_id:
        return True
    between = distance_km(area, entry)
    return between is not None and area.entry_id != entry.entry_id and between <= 2 * (area.radius_km or 30.0)


def _nearness(entry: Entry, anchors: tuple[Entry, ...]) -> float:
    """More points the nearer the next other place of the report is."""
    if entry.kind == COUNTRY:
        return 0.0
    between = [distance_km(entry, anchor) for anchor in anchors if anchor.entry_id != entry.entry_id and anchor.name != entry.name]
    nearest = min((km for km in between if km is not None), default=_EARTH_KM)
    return next((points for reach, points in _NEAR if nearest <= reach), 0.0)
