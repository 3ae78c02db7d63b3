"""Puts days, places and parties into the claims of a report."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.grounding.carrying import place_claims
from hearsay.grounding.days import Days, date_claims
from hearsay.grounding.names import known
from hearsay.grounding.parties import Roster, settle
from hearsay.grounding.places import find_places
from hearsay.grounding.sites import Sites
from hearsay.grounding.times import find_times
from hearsay.grounding.trees import Tree
from hearsay.grounding.unnamed import unnamed
from hearsay.records import Claim, Figure, Party, Place, Reading, Voice, When

_TWO_SIDED = ("clash", "talks", "agreement", "displacement", "retreat", "surrender", "recruitment", "protest")  # one party may be at both ends
_AGAIN = frozenset(lexicons.load("pronoun")["kinds"])
_AGENCIES = lexicons.words("speech", "verbless", "agencies")
_DAYS = frozenset(lexicons.load("time")["weekdays"])
_COUNTRY_PRECISION = 6  # UCDP's where_prec for a country


def ground(reading: Reading, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims in the same order, with time, places and parties worked out; a figure's own time and places only where they differ.
    What cannot be told stays None or empty, and a place that the gazetteer lacks keeps its words."""
    tree = Tree(reading)
    days = Days(tree, find_times(reading))
    spots = find_places(reading)
    sites = Sites(tree, sorted((*spots, *unnamed(tree, spots)), key=lambda spot: spot.mention.first))
    whom = _Whom(claims)
    times = date_claims(days, claims)
    places = place_claims(tree, sites, claims)
    return tuple(_grounded(claim, (time, where), days, sites, whom) for claim, time, where in zip(claims, times, places, strict=True))


class _Whom:
    """The parties of one report under the names that they go by throughout."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        settled = [settle(party).name for claim in claims for party in _parties(claim)]
        self._roster = Roster([*settled, *(voice.name for claim in claims for voice in claim.chain)])

    def parties(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """Each with its settled name, kind and label; none twice. A day, or the agency that a headline ends with, is none."""
        out: list[Party] = []
        for party in map(settle, (party for party in parties if not _is_stray(party))):
            named = party if known(party.name) is not None else replace(party, name=self._roster.name(party.name))
            if (named.name, named.start) not in [(other.name, other.start) for other in out]:
                out.append(named)
        return tuple(out)

    def voice(self, voice: Voice, said: When | None) -> Voice:
        """The voice with the day it spoke and the name of whom it speaks for."""
        of = voice.of and self._roster.name(settle(Party(voice.of, voice.of, 0, 0)).name)
        return replace(voice, name=self._roster.name(voice.name), of=of, said=voice.said or said)


def _is_stray(party: Party) -> bool:
    words = party.surface.split()
    days = _DAYS.intersection(word.casefold() for word in words)
    return bool(days) and all(word in _AGENCIES or word.casefold() in days for word in words)  # "AFP Wednesday", not "AFP reporters"


def _parties(claim: Claim) -> Iterable[Party]:
    yield from claim.event.actors
    yield from claim.event.targets
    for figure in claim.figures:
        yield from figure.victims


def _grounded(claim: Claim, told: tuple[When | None, tuple[Place, ...]], days: Days, sites: Sites, whom: _Whom) -> Claim:
    time, places = told
    actors, targets = _apart(claim.event.type, whom.parties(claim.event.actors), whom.parties(claim.event.targets))
    event = replace(claim.event, time=time, places=places, actors=actors, targets=targets)
    figures = tuple(_figure(figure, event.time, event.places, (days, sites, whom)) for figure in claim.figures)
    chain = tuple(whom.voice(voice, days.said(voice.cue) if voice.cue else None) for voice in claim.chain)
    return replace(claim, event=event, figures=figures, chain=chain)


def _apart(kind: str | None, actors: tuple[Party, ...], targets: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Nobody is at both ends of what one side does to another: whoever is named once is hit, whoever is taken up again ("it") did it."""
    if kind in _TWO_SIDED:
        return actors, targets
    starts = {party.name.casefold(): party.start for party in actors}
    hit = {party.name.casefold() for party in targets if starts.get(party.name.casefold()) == party.start}
    doers = tuple(party for party in actors if party.name.casefold() not in hit)
    names = {party.name.casefold() for party in doers}
    others = (party for party in targets if party.name.casefold() not in names or party.surface.casefold() not in _AGAIN)
    return doers, tuple(_ownerless(party, names) for party in others)


def _ownerless(party: Party, doers: Iterable[str]) -> Party:
    """ "Destroying their weapons" of those who did not destroy their own: whose they are is not known."""
    whose, _, what = party.surface.partition(" ")
    name = party.name.casefold()
    is_own = whose.casefold() in _AGAIN and bool(what) and any(name != doer and f" {name} " in f" {doer} " for doer in doers)
    return replace(party, name=what) if is_own else party


def _figure(figure: Figure, time: When | None, places: tuple[Place, ...], by: tuple[Days, Sites, _Whom]) -> Figure:
    days, sites, whom = by
    own_time = days.stated(figure.start, figure.end)
    own_places = sites.stated(figure.start, figure.end)
    return replace(
        figure,
        victims=whom.parties(figure.victims),
        time=own_time if own_time is not None and own_time != time else None,
        places=own_places if own_places and own_places != places and not _is_wider(own_places, places) else None,
    )


def _is_wider(places: tuple[Place, ...], others: tuple[Place, ...]) -> bool:
    """True for the country of places that are known more narrowly."""
    countries = {place.country for place in others if place.precision < _COUNTRY_PRECISION}
    return all(place.precision == _COUNTRY_PRECISION and place.country in countries for place in places)
