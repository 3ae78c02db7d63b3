"""A claim as a telling of its own: days, places, parties, type, figures and words, worked out once."""

from collections.abc import Iterable

from hearsay.lexicons import load, naming
from hearsay.records import Claim, Days, Party, Place, Spot, Telling, When

_UNREAL = frozenset({"planned", "demanded", "threatened", "hypothetical"})
_DEGREES = 4  # places of a coordinate kept: about ten metres


def describe(claim: Claim) -> Telling:
    """The claim as compared. Time and place are the happening's, else those of its first figure that has them."""
    event = claim.event
    times = [time for time in (event.time, *(figure.time for figure in claim.figures)) if time is not None]
    places = event.places or next((figure.places for figure in claim.figures if figure.places), ())
    days = _days(times[0]) if times else None
    stretches = frozenset(((days.first, days.last),)) if days is not None and not days.is_inferred else frozenset()
    is_total = any(figure.is_total for figure in claim.figures)
    victims = [party for figure in claim.figures for party in figure.victims]
    return Telling(
        telling_id=claim.claim_id,
        report_id=claim.report_id,
        claim_ids=(claim.claim_id,),
        start=claim.evidence.start,
        end=claim.evidence.end,
        days=days,
        spots=frozenset(_spot(place) for place in places if place.name),
        actors=_names(event.actors),
        targets=_names((*event.targets, *victims)),
        types=frozenset((event.type,)),
        is_unreal=event.realis in _UNREAL,
        figures=frozenset((f.measure, f.low, -1 if f.high is None else f.high) for f in claim.figures if f.low is not None),
        is_total=is_total,
        stretches=stretches,
        totals=stretches if is_total else frozenset(),
        words=frozenset(word for word in naming.fold(claim.evidence.text) if len(word) > 3 or word.isdigit()),
    )


def _names(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(naming.key(party.name) for party in parties if not naming.is_nobody(party.name))


def _days(time: When) -> Days:
    """What was only inferred, mostly from the day of publication, may be long past by then but is not yet to come."""
    limits = load("linking")["limits"]
    is_inferred = not time.surface
    back, on = (limits["inferred_back_days"], limits["inferred_on_days"]) if is_inferred else (0, 0)
    first, last = time.first.toordinal(), time.last.toordinal()
    return Days(first, last, first - back, last + on, is_inferred)


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
