"""What of the events is wanted, as a query string says it, and which events that is."""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from hearsay.lexicons import naming
from hearsay.picks import Card
from hearsay.records.figure import Measure

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NUMBER = r"-?\d{1,3}(?:\.\d{1,12})?"
MOST = 200  # things on one page of an answer


def _day(said: object) -> object:
    """A day only as it is written; pydantic would take numbers of seconds too."""
    if isinstance(said, str) and not _DAY.fullmatch(said):
        raise ValueError(f"{said!r} is not a day like 2021-09-01")
    return said


def _choice(said: object) -> object:
    if said not in ("true", "false", True, False, None):
        raise ValueError(f"{said!r} is neither true nor false")
    return said


Day = Annotated[date, BeforeValidator(_day)]
Choice = Annotated[bool, BeforeValidator(_choice)]
Words = Annotated[str, Field(min_length=1, max_length=200)]
ProfileName = Literal["hearsay", "ucdp", "acled", "airwars", "ibc"]
Name = Annotated[str, Field(min_length=1, max_length=300)]


class Filters(BaseModel):
    """Which events are wanted; what is not given is not asked. Days are both included. ``as_of``: as known from what was published up to that day."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    first: Annotated[Day | None, Field(alias="from", description="Events that went on this day or later.")] = None
    to: Annotated[Day | None, Field(description="Events that went on this day or earlier.")] = None
    box: Annotated[
        str | None, Field(pattern=rf"^{_NUMBER}(?:,{_NUMBER}){{3}}$", description="west,south,east,north in degrees; west > east crosses 180°.")
    ] = None
    party: Annotated[Name | None, Field(description="Who did it or to whom it was done.")] = None
    voice: Annotated[Name | None, Field(description="Who claims something of it.")] = None
    type: Annotated[Name | None, Field(description="A type of happening.")] = None
    measure: Annotated[Measure | None, Field(description="What is counted.")] = None
    contested: Annotated[Choice | None, Field(description="Whether its claims contradict each other.")] = None
    q: Annotated[Words | None, Field(description="Words that one of its reports has all of, as for /api/search.")] = None
    as_of: Annotated[Day | None, Field(description="As known from what was published up to that day.")] = None
    profile: Annotated[ProfileName, Field(description="By whose rules the numbers are reconciled.")] = "hearsay"

    @model_validator(mode="after")
    def _is_possible(self) -> "Filters":
        if self.first and self.to and self.first > self.to:
            raise ValueError(f"from ({self.first}) is later than to ({self.to}): exchange them")
        if self.box:
            west, south, east, north = self.degrees
            if south > north:
                raise ValueError(f"box: south ({south}) is north of north ({north}): the order is west,south,east,north")
            if max(abs(west), abs(east)) > 180 or max(abs(south), abs(north)) > 90:
                raise ValueError("box: longitudes go from -180 to 180, latitudes from -90 to 90: the order is west,south,east,north")
        return self

    @property
    def degrees(self) -> tuple[float, ...]:
        """The numbers of the box."""
        return tuple(map(float, self.box.split(","))) if self.box else ()


class Page(Filters):
    """Which events are wanted, and how many of them at a time."""

    limit: Annotated[int, Field(ge=1, le=MOST, description="How many at most.")] = 50
    cursor: Annotated[str | None, Field(pattern=r"^\d{7}\.\S{1,100}$", description="What the page before gave as `next`.")] = None


def pick(cards: Collection[Card], wanted: Filters, telling: Collection[str] | None) -> Iterator[Card]:
    """The events that are wanted. ``telling``: the ids of those whose reports have the words that were asked for, None if none were."""
    tests = list(_tests(wanted, telling))
    return (card for card in cards if all(test(card) for test in tests))


def measures() -> tuple[str, ...]:
    """What is counted."""
    return get_args(Measure)


def _tests(wanted: Filters, telling: Collection[str] | None) -> Iterator[Callable[[Card], bool]]:
    if telling is not None:
        yield lambda card: card.summary.event_id in telling
    if wanted.first:
        first = wanted.first.toordinal()
        yield lambda card: card.summary.last_day >= first
    if wanted.to:
        last = wanted.to.toordinal()
        yield lambda card: 0 < card.summary.first_day <= last
    if wanted.contested is not None:
        yield lambda card: bool(card.summary.contradictions) is wanted.contested
    if wanted.box:
        yield _within(wanted.degrees)
    yield from _named(wanted)


def _named(wanted: Filters) -> Iterator[Callable[[Card], bool]]:
    if wanted.party:
        party = naming.key(wanted.party)
        yield lambda card: any(naming.key(name) == party for name in card.facets.parties)
    if wanted.voice:
        voice = naming.key(wanted.voice)
        yield lambda card: any(naming.key(name) == voice for name in card.facets.voices)
    if wanted.type:
        yield lambda card: wanted.type in card.facets.types
    if wanted.measure:
        yield lambda card: wanted.measure in card.facets.measures


def _within(degrees: tuple[float, ...]) -> Callable[[Card], bool]:
    west, south, east, north = degrees

    def is_within(card: Card) -> bool:
        lat, lon = card.facets.lat, card.facets.lon
        if lat is None or lon is None or not south <= lat <= north:
            return False
        return west <= lon <= east if west <= east else (lon >= west or lon <= east)

    return is_within
