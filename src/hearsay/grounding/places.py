"""Finds the places of a reading and their points."""

from dataclasses import dataclass

from hearsay import lexicons
from hearsay.grounding import gazetteer
from hearsay.grounding.gazetteer import COUNTRY, DISTRICT, FEATURE, REGION, SITE, TOWN
from hearsay.grounding.mentions import Mention, mentions
from hearsay.grounding.resolution import Choice, resolve
from hearsay.records import Place, Reading, Relation

_TIES = lexicons.load("place")["ties"]
_NEAR = frozenset(_TIES["near"])
_DIRECTIONS = frozenset(_TIES["directions"])
_LENGTHS: dict[str, float] = _TIES["lengths"]
_PRECISION = {COUNTRY: 6, REGION: 4, DISTRICT: 3, TOWN: 1, FEATURE: 5, SITE: 2}  # UCDP's where_prec
_SEAS_PRECISION, _NEAR_PRECISION, _UNKNOWN_PRECISION = 7, 2, 7
_PEOPLES = frozenset(("norp", "location"))
_NEAR_RADIUS_KM = 25.0  # UCDP's where_prec 2 reaches about so far


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention with the entry it was resolved to, if it was, and the public record of both."""

    mention: Mention
    choice: Choice | None
    place: Place


def find_places(reading: Reading, *, within: bool = False) -> tuple[Spot, ...]:
    """Every place that the reading names, in order; those that the gazetteer cannot tell stay, with their words and without a point. With ``within``
    also those that bodies are named after."""
    found = mentions(reading)
    chosen = zip(found, resolve(reading, found), strict=True)
    return tuple(Spot(one, choice, _place(reading, one, choice)) for one, choice in chosen if not one.is_within or (within and choice is not None))


def find_peoples(reading: Reading, *, within: bool = False) -> list[Place]:
    """The countries of the adjectives and peoples that a reading names ("Syrian", "Afghans"), at their words; with ``within`` also those in names
    of bodies ("Syrian Red Crescent")."""
    kinds = {k: name.kind for name in reading.names for k in range(name.first, name.last)}
    tokens, out, done = reading.tokens, [], 0
    for first, last in ((k, k + length) for k in range(len(tokens)) for length in (2, 1)):
        if first < done or last > len(tokens) or not tokens[first].text[0].isupper() or not tokens[last - 1].text[0].isupper():
            continue
        words = reading.text_of(first, last)
        entry = gazetteer.of_adjective(words) if within or kinds.get(first, "norp") in _PEOPLES else None
        if entry is not None:
            done, start, end = last, tokens[first].start, tokens[last - 1].end
            precision = _PRECISION[entry.kind]
            out.append(Place(entry.name, words, start, end, entry.lat, entry.lon, entry.country, None, entry.entry_id, precision))
    return out


def _place(reading: Reading, mention: Mention, choice: Choice | None) -> Place:
    start, end = reading.tokens[mention.first].start, reading.tokens[mention.last - 1].end
    relation = relation_of(reading, mention)
    surface = reading.document.text[start:end]
    if choice is None:
        return Place(mention.text, surface, start, end, precision=_UNKNOWN_PRECISION, relation=relation)
    entry = choice.entry
    precision = _SEAS_PRECISION if entry.kind == FEATURE and entry.country is None and (entry.radius_km or 0) >= 100 else _PRECISION[entry.kind]
    radius_km = entry.radius_km
    if relation is not None and precision == 1:
        precision, radius_km = _NEAR_PRECISION, (radius_km or 0.0) + (relation.km or _NEAR_RADIUS_KM)
    return Place(
        name=mention.text,
        surface=surface,
        start=start,
        end=end,
        lat=entry.lat,
        lon=entry.lon,
        country=entry.country,
        admin1=entry.name if entry.kind == REGION else gazetteer.region_name(entry.region),
        gazetteer=entry.entry_id,
        precision=precision,
        relation=relation,
        radius_km=radius_km,
    )


def relation_of(reading: Reading, mention: Mention) -> Relation | None:
    """How the happening lies to the place: "near Kunduz", "30 km north of Raqqa", "between Homs and Hama"."""
    words = [token.text.lower() for token in reading.tokens[max(mention.first - 5, 0) : mention.first]]
    words = [word for word in words if word not in ("the", "of", "from", "a", "an", ")", "town", "city", "village")]
    if not words:
        return None
    if words[-1] in _NEAR:
        return Relation("near")
    km = _length(words[:-1] if words[-1] in _DIRECTIONS else words)
    if words[-1] in _DIRECTIONS:
        return Relation(f"{words[-1].replace('-', '')}_of", km)
    if km is not None:
        return Relation("km_of", km)
    return Relation("between") if words[-1] == "between" else None


def _length(words: list[str]) -> float | None:
    """The kilometres of "30 km" at the end of some words."""
    if len(words) < 2 or words[-1] not in _LENGTHS:
        return None
    try:
        return round(float(words[-2].replace(",", "")) * _LENGTHS[words[-1]], 1)
    except ValueError:
        return None
