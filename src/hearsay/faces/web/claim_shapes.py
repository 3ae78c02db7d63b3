"""The public claim record (hearsay.records.public), for the description of the API."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from hearsay.records.claim import Realis, Stance
from hearsay.records.figure import Measure
from hearsay.records.when import Basis

Share = Annotated[float, Field(ge=0, le=1)]


class Shape(BaseModel):
    """What is there is all that is there."""

    model_config = ConfigDict(extra="forbid")


class Evidence(Shape):
    """``text`` is the report's text[start:end]."""

    start: int
    end: int
    text: str


class Time(Shape):
    """Days, both included, with the hour where it is told. ``basis``: from what it was worked out."""

    first: Annotated[str, Field(alias="from")]
    to: str
    precision: int
    surface: str
    start: int
    end: int
    basis: Basis


class Voice(Shape):
    """One link of a chain of voices."""

    name: str
    surface: str
    start: int
    end: int
    kind: str
    role: str | None
    of: str | None
    cue: Evidence | None
    channel: str | None
    said: Time | None


class Party(Shape):
    """Who did it, or to whom it was done. ``label``: a loaded word that the report has for it."""

    name: str
    surface: str
    start: int
    end: int
    kind: str
    label: str | None


class Relation(Shape):
    """How a place lies to the named one."""

    kind: str
    km: float | None
    bearing: float | None
    other: str | None
    lat: float | None
    lon: float | None


class Place(Shape):
    """Where it was. ``precision`` is UCDP's where_prec."""

    name: str
    surface: str
    start: int
    end: int
    lat: float | None
    lon: float | None
    country: str | None
    admin1: str | None
    gazetteer: str | None
    precision: int
    relation: Relation | None
    radius_km: float | None


class Figure(Shape):
    """A count of people. ``high`` null is open upward; both bounds null where the voice declines to say."""

    measure: Measure
    low: int | None
    high: int | None
    best: int | None
    start: int
    end: int
    text: str
    victims: list[Party]
    approximate: bool
    total: bool
    added: bool
    part_of: int | None
    time: Time | None
    places: list[Place] | None


class Happening(Shape):
    """What is said to have happened."""

    type: str
    realis: Realis
    actors: list[Party]
    targets: list[Party]
    places: list[Place]
    time: Time | None
    weapons: list[str]


class ClaimRecord(Shape):
    """The public claim record, version 1."""

    id: str
    report: str
    evidence: Evidence
    chain: Annotated[list[Voice], Field(min_length=1)]
    stance: Stance
    event: Happening
    figures: list[Figure]
    certainty: Share
    rule: str
