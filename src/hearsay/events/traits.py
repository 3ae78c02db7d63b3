"""What of a claim is compared: days, places, parties, type, figures and words, worked out once."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from hearsay.lexicons import load, naming
from hearsay.records import Claim, Party, Place, When

_UNREAL = frozenset({"planned", "demanded", "threatened", "hypothetical"})
_DEGREES = 4  # places of a coordinate kept: about ten metres


@dataclass(frozen=True, slots=True)
class Spot:
    """A place worn down to what is compared. ``is_exact`` for a settlement or a point, not a region or a country."""

    name: str
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    is_exact: bool
    is_country: bool
    slack_km: float


@dataclass(frozen=True, slots=True)
class Days:
    """Ordinal days, both included. ``earliest``/``latest`` are how far they may be wrong."""

    first: int
    last: int
    earliest: int
    latest: int
    is_inferred: bool


@dataclass(frozen=True, slots=True)
class Traits:
    """A claim as the comparison sees it."""

    claim_id: str
    report_id: str
    start: int
    end: int
    days: Days | None
    spots: frozenset[Spot]
    actors: frozenset[str]
    targets: frozenset[str]
    type: str
    families: frozenset[str]
    kin: frozenset[str]
    is_unreal: bool
    figures: frozenset[tuple[str, int, int]]
    words: frozenset[str]


def describe(claim: Claim) -> Traits:
    """The traits of a claim. Time and place are the happening's, else those of its first figure that has them."""
    event = claim.event
    times = [time for time in (event.time, *(figure.time for figure in claim.figures)) if time is not None]
    places = event.places or next((figure.places for figure in claim.figures if figure.places), ())
    victims = [party for figure in claim.figures for party in figure.victims]
    return Traits(
        claim_id=claim.claim_id,
        report_id=claim.report_id,
        start=claim.evidence.start,
        end=claim.evidence.end,
        days=_days(times[0]) if times else None,
        spots=frozenset(_spot(place) for place in places if place.name),
        actors=_names(event.actors),
        targets=_names((*event.targets, *victims)),
        type=event.type,
        families=_groups("families", event.type),
        kin=_groups("kin", event.type),
        is_unreal=event.realis in _UNREAL,
        figures=frozenset((f.measure, f.low, -1 if f.high is None else f.high) for f in claim.figures if f.low is not None),
        words=frozenset(word for word in naming.fold(claim.evidence.text) if len(word) > 3 or word.isdigit()),
    )


@cache
def _groups(table: str, kind: str) -> frozenset[str]:
    return frozenset(name for name, types in load("linking")[table].items() if kind in types)


def _names(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(naming.key(party.name) for party in parties if not naming.is_nobody(party.name))


def _days(time: When) -> Days:
    is_inferred = not time.surface
    slack = load("linking")["limits"]["inferred_slack_days"] if is_inferred else 0
    first, last = time.first.toordinal(), time.last.toordinal()
    return Days(first, last, first - slack, last + slack, is_inferred)


def _spot(place: Place) -> Spot:
    has_point = place.lat is not None and place.lon is not None
    return Spot(
        name=" ".join(naming.fold(place.name)),
        country=place.country,
        admin1=place.admin1 and " ".join(naming.fold(place.admin1)),
        lat=round(place.lat, _DEGREES) if place.lat is not None and has_point else None,
        lon=round(place.lon, _DEGREES) if place.lon is not None and has_point else None,
        is_exact=place.precision <= 3,
        is_country=place.precision == 6,
        slack_km=place.radius_km or 0.0,
    )
