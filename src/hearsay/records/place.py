"""Where something happened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relation:
    """How the place lies to the named one: ``kind`` near, northeast_of, northeast_in (a part of it), km_of, between, road, ...; ``km`` if a
    distance is said; ``bearing`` in degrees from north by east if a direction is; ``other`` the second name of "between X and Y" and "the road
    from X to Y".

    ``lat``/``lon`` is the point that follows from it, None if the named place has none; how far it may be off is the place's ``radius_km``.
    """

    kind: str
    km: float | None = None
    bearing: float | None = None
    other: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it, and the point it was resolved to, if it was.

    ``lat``/``lon`` of the named place in degrees (WGS 84), None if unresolved; ``relation`` if it happened not there but so to it; ``country``
    is ISO 3166-1 alpha-2; ``precision`` is UCDP's where_prec, 1 (exact) to 7; ``gazetteer`` is the id of the gazetteer's entry
    ("geonames:1138957").
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
