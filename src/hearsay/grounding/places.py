"""Finds the places of a reading and their points."""

from dataclasses import dataclass

from hearsay import lexicons
from hearsay.grounding import gazetteer
from hearsay.grounding.gazetteer import COUNTRY, DISTRICT, FEATURE, REGION, SITE, TOWN
from hearsay.grounding.mentions import Mention, mentions
from hearsay.grounding.relations import related
from hearsay.grounding.resolution import Choice, resolve
from hearsay.records import Place, Reading

_PRECISION = {COUNTRY: 6, REGION: 4, DISTRICT: 3, TOWN: 1, FEATURE: 5, SITE: 2}  # UCDP's where_prec
_SEAS_PRECISION, _UNKNOWN_PRECISION = 7, 7
_SEA_KM = 100
_PEOPLES = frozenset(("norp", "location"))
_NAMELESS = lexicons.words("place", "untold", "nameless")


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention with the entry it was resolved to, if it was, the public record of both, and the entries that it might have been, the best first,
    each with its points and reasons."""

    mention: Mention
    choice: Choice | None
    place: Place
    candidates: tuple[Choice, ...] = ()


def find_places(reading: Reading, *, within: bool = False) -> tuple[Spot, ...]:
    """Every place that the reading names, in order; those that the gazetteer cannot tell stay, with their words and without a point. Words like
    "Hospital" are no name. With ``within`` also those that bodies are named after."""
    found = [mention for mention in mentions(reading) if not _NAMELESS.issuperset(mention.text.lower().split())]
    verdicts = zip(found, resolve(reading, found), strict=True)
    kept = [(one, verdict) for one, verdict in verdicts if not one.is_within or (within and verdict.choice is not None)]
    places = related(reading, [one for one, _ in kept], [place_of(reading, one, verdict.choice) for one, verdict in kept])
    return tuple(Spot(one, verdict.choice, place, verdict.candidates) for (one, verdict), place in zip(kept, places, strict=True))


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


def place_of(reading: Reading, mention: Mention, choice: Choice | None) -> Place:
    """The record of a mention, without its relation."""
    start, end = reading.tokens[mention.first].start, reading.tokens[mention.last - 1].end
    surface = reading.document.text[start:end]
    if choice is None:
        return Place(mention.text, surface, start, end, precision=_UNKNOWN_PRECISION)
    entry = choice.entry
    is_sea = entry.kind == FEATURE and entry.country is None and (entry.radius_km or 0) >= _SEA_KM
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
        precision=_SEAS_PRECISION if is_sea else _PRECISION[entry.kind],
        radius_km=entry.radius_km,
    )
