"""Where something happened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """How the place lies to the named one: ``kind`` near, northeast_of, km_of, between, ...; ``km`` if a distance is said."""

    kind: str
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it, and the point it was resolved to, if it was.

    ``lat``/``lon`` in degrees (WGS 84), None if unresolved; ``country`` is ISO 3166-1 alpha-2; ``precision`` is UCDP's where_prec, 1 (exact)
    to 7; ``gazetteer`` is the id of the gazetteer's entry ("geonames:1138957").
    """

    name: str
    surface: str
    start: int
    end: int
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1: str | None = None
    gazetteer: str | None = None
    precision: int = 7
    relation: Relation | None = None
    radius_km: float | None = None
