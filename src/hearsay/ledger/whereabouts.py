"""The day and the place of a claim, as a person writes them who amends it."""

import re
from collections.abc import Sequence
from datetime import date

from hearsay.records import Place, When

_UNKNOWN = ("", "none", "unknown")
_LONGEST = ((1, 1), (6, 2), (7, 3), (31, 4))  # a stretch of so many days at most has this precision (records.When)
_POINT = re.compile(r"(?P<name>[^@]+)@\s*(?P<lat>-?\d+(?:\.\d+)?)\s*,\s*(?P<lon>-?\d+(?:\.\d+)?)")


def when_of(value: str) -> When | None:
    """The days of ``2021-09-01`` or ``2021-09-01..2021-09-03``; None for an empty text or "unknown". Raises ValueError for anything else.

    >>> when_of("2021-09-01..2021-09-03")
    When(first=datetime.date(2021, 9, 1), last=datetime.date(2021, 9, 3), precision=2, surface='', start=0, end=0, basis='judged', clock=None)
    """
    if value.casefold() in _UNKNOWN:
        return None
    first, _, last = value.partition("..")
    try:
        days = date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip())
    except ValueError:
        raise ValueError(f"day cannot be {value!r}: it is like 2021-09-01, like 2021-09-01..2021-09-03, or unknown") from None
    length = (days[1] - days[0]).days + 1
    if length < 1:
        raise ValueError(f"day cannot be {value!r}: it ends before it begins")
    return When(*days, next((precision for most, precision in _LONGEST if length <= most), 5), "", 0, 0, "judged")


def days_written(when: When | None) -> str:
    """The days as ``amend`` takes them.

    >>> days_written(when_of("2021-09-01")), days_written(None)
    ('2021-09-01', 'unknown')
    """
    if when is None:
        return "unknown"
    return when.first.isoformat() if when.first == when.last else f"{when.first}..{when.last}"


def places_of(value: str, known: Sequence[Place]) -> tuple[Place, ...]:
    """The place of a name, or of ``Khawak @ 35.6, 69.9`` with its point in degrees (WGS 84); one that is among the ``known`` is taken as it is. None
    at all for an empty text or "unknown". Raises ValueError for a point that is not on Earth.

    >>> places_of("Khawak @ 35.6, 69.9", ())[0].lat
    35.6
    """
    if value.casefold() in _UNKNOWN:
        return ()
    if same := next((place for place in known if place.name == value), None):
        return (same,)
    found = _POINT.fullmatch(value)
    if found is None and "@" in value:
        raise ValueError(f"place cannot be {value!r}: it is a name, or like Khawak @ 35.6, 69.9")
    if found is None:
        return (Place(value, "", 0, 0),)
    lat, lon = float(found["lat"]), float(found["lon"])
    if abs(lat) > 90 or abs(lon) > 180:
        raise ValueError(f"place cannot be {value!r}: latitudes go from -90 to 90, longitudes from -180 to 180")
    return (Place(found["name"].strip(), "", 0, 0, lat, lon, precision=1),)
