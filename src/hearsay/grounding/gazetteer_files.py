"""The three forms of a file of places, read line by line: GeoNames' dump, Who's On First records, a CSV of one's own."""

import csv
import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from hearsay.grounding import gazetteer
from hearsay.grounding.folding import fold, key
from hearsay.grounding.gazetteer import COUNTRY, DISTRICT, REGION, SCALE, SITE, TOWN

Stored = tuple[int, str, int, int, str | None, int | None, int, int]  # id, name, lat, lon, country, region, kind, population

GEONAMES_COLUMNS = 19
CSV_COLUMNS = ("name", "lat", "lon")  # those that must be there; also, country, kind, population may
_FURTHEST_LAT, _FURTHEST_LON = 90.0, 180.0
_GEONAMES_KINDS = {"ADM1": REGION, "ADM2": DISTRICT, "ADM3": DISTRICT, "ADM4": DISTRICT}
_RECORD_KINDS = {"country": COUNTRY, "region": REGION, "county": DISTRICT, "localadmin": DISTRICT, "locality": TOWN, "neighbourhood": TOWN}
_OWN_KINDS = {"country": COUNTRY, "region": REGION, "district": DISTRICT, "town": TOWN, "": TOWN, "site": SITE}


@dataclass(frozen=True, slots=True)
class Row:
    """A place as it is stored, and all its names."""

    stored: Stored
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Faulty:
    """What is wrong with a line, counted from 1. ``is_last`` if the file cannot be read on."""

    line: int
    what: str
    is_last: bool = False


class _FaultError(Exception):
    """What is wrong with one line."""


def rows(source: Path, *, first_id: int) -> Iterator[Row | Faulty]:
    """Each place of a file, and each faulty line. Which form it has is told by its first line; ``first_id`` is the first id for places without."""
    line = 0
    try:
        with _open(source) as lines:
            first = next(iter(lines), "")
        parse = _parser(source, first, first_id)
        with _open(source) as lines:
            for line, text in enumerate(lines, start=1):
                if not text.strip() or (line == 1 and parse.has_header):
                    continue
                try:
                    yield parse.row(text)
                except _FaultError as fault:
                    yield Faulty(line, str(fault))
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield Faulty(line + 1, "the file is cut short or damaged. Fetch it anew.", is_last=True)
    except UnicodeDecodeError:
        yield Faulty(line + 1, "is no text in UTF-8. Save the file as UTF-8.", is_last=True)
    except _FaultError as fault:
        yield Faulty(1, str(fault), is_last=True)


@dataclass(frozen=True, slots=True)
class _Parser:
    row: Callable[[str], Row]
    has_header: bool = False


def _open(source: Path) -> IO[str]:
    return gzip.open(source, "rt", encoding="utf-8-sig") if source.suffix == ".gz" else source.open(encoding="utf-8-sig")


def _parser(source: Path, first: str, first_id: int) -> _Parser:
    if first.startswith("{"):
        countries = _countries(source)
        return _Parser(lambda text: _record(text, countries))
    if first.count("\t") > first.count(","):
        return _Parser(_geonames)
    header = [name.strip().lower() for name in next(csv.reader([first]), [])]
    if missing := [name for name in CSV_COLUMNS if name not in header]:
        raise _FaultError(
            f"is no GeoNames dump ({GEONAMES_COLUMNS} columns with tabs between), no Who's On First record (JSON), and as the head of a CSV it lacks "
            f"{', '.join(missing)}"
        )
    numbers = iter(range(first_id, gazetteer.FIRST_OWN * 2))
    return _Parser(lambda text: _own(text, header, next(numbers)), has_header=True)


def _geonames(text: str) -> Row:
    """A line of a country dump, as https://download.geonames.org/export/dump/readme.txt describes it."""
    cells = text.rstrip("\r\n").split("\t")
    if len(cells) != GEONAMES_COLUMNS:
        raise _FaultError(f"has {len(cells)} columns where a GeoNames dump has {GEONAMES_COLUMNS}; the file may be cut short")
    number, name, plain, others, lat, lon, feature, code, country, _, admin1, *_ = cells
    kind = COUNTRY if code.startswith("PCL") else TOWN if feature == "P" else _GEONAMES_KINDS.get(code, SITE)
    region = gazetteer.region_number(country, admin1)
    place = _number(number, "id")
    stored = (
        _same(place, kind, region),
        name,
        *_point(lat, lon),
        country or None,
        _above(kind, region),
        kind,
        _number(cells[14] or "0", "population"),
    )
    return _row(stored, (name, plain, *others.split(",")))


def _record(text: str, countries: dict[int, str]) -> Row:
    """A record of Who's On First: wof_id, name, placetype, lat, lon, names by language, parent, pop."""
    try:
        record: dict[str, Any] = json.loads(text)
    except json.JSONDecodeError as fault:
        raise _FaultError(f"is no JSON ({fault.msg} at character {fault.colno}); the file may be cut short") from fault
    if missing := [name for name in ("wof_id", "name", "placetype", "lat", "lon") if record.get(name) is None]:
        raise _FaultError(f"lacks {', '.join(missing)}")
    above: dict[str, Any] = next(iter(record.get("parent") or ()), {})
    kind = _RECORD_KINDS.get(record["placetype"], SITE)
    country = countries.get(record["wof_id"] if kind == COUNTRY else above.get("country_id", 0))
    region = gazetteer.region_number("", str(above.get("region_id")))
    place = _same(_number(record["wof_id"], "id"), kind, region, country)
    names = [record["name"], *(name for those in (record.get("names") or {}).values() for name in those)]
    people = _number(record.get("pop") or 0, "population")
    stored = (place, str(record["name"]), *_point(record["lat"], record["lon"]), country, _above(kind, region), kind, people)
    return _row(stored, tuple(map(str, names)))


def _countries(source: Path) -> dict[int, str]:
    """The codes of the countries that a file of Who's On First records tells of, by their ids."""
    found = {}
    with _open(source) as lines:
        for text in lines:
            if '"country"' not in text[:400]:
                continue
            try:
                record = json.loads(text)
            except json.JSONDecodeError:
                continue
            named = [record.get("name") or "", *(record.get("names") or {}).get("eng_x_preferred", ())]
            codes = (entry.country for name in named for entry in gazetteer.find(str(name)) if entry.kind == COUNTRY)
            if record.get("placetype") == "country" and (code := next(codes, None)):
                found[record["wof_id"]] = code
    return found


def _own(text: str, header: list[str], number: int) -> Row:
    """A line of a CSV with a head: name, lat, lon, and also (names with | between), country (two letters), kind, population."""
    cells = next(csv.reader([text]), [])
    if len(cells) != len(header):
        raise _FaultError(f"has {len(cells)} columns where the first line has {len(header)}")
    cell = {name: value.strip() for name, value in zip(header, cells, strict=True)}
    kind, country = cell.get("kind", "").lower(), cell.get("country", "").upper()
    if kind not in _OWN_KINDS:
        raise _FaultError(f"kind is {kind!r}, not one of {', '.join(filter(None, _OWN_KINDS))}")
    if country and country not in gazetteer.countries():
        raise _FaultError(f"country is {country!r}, no two letters of ISO 3166-1")
    population = _number(cell.get("population") or "0", "population")
    stored = (number, cell["name"], *_point(cell["lat"], cell["lon"]), country or None, None, _OWN_KINDS[kind], population)
    return _row(stored, (cell["name"], *cell.get("also", "").split("|")))


def _same(place: int, kind: int, region: int | None, country: str | None = None) -> int:
    """The number under which the package's gazetteer has a region or a country, so that there is one of it."""
    if kind == REGION and region is not None:
        return region + (gazetteer.FIRST_REGION if region < gazetteer.MOST_REGIONS else 0)
    known = gazetteer.countries().get(country or "", ()) if kind == COUNTRY else ()
    return next((int(entry.entry_id.split(":")[1]) for entry in known), place)


def _above(kind: int, region: int | None) -> int | None:
    """The region that a place lies in."""
    return None if kind in (COUNTRY, REGION) else region


def _row(stored: Stored, names: tuple[str, ...]) -> Row:
    if not key(stored[1]) and not any(map(fold, names)):
        raise _FaultError("has no name")
    return Row(stored, tuple(dict.fromkeys(name.strip() for name in names if name.strip())))


def _number(value: str | int, what: str) -> int:
    try:
        return int(value)
    except ValueError:
        raise _FaultError(f"{what} is {value!r}, no whole number") from None


def _point(lat: str | float, lon: str | float) -> tuple[int, int]:
    try:
        north, east = float(lat), float(lon)
    except (TypeError, ValueError):
        raise _FaultError(f"the point is {lat!r}, {lon!r}, no two numbers") from None
    if not -_FURTHEST_LAT <= north <= _FURTHEST_LAT:
        raise _FaultError(f"latitude is {lat}, not between -90 and 90")
    if not -_FURTHEST_LON <= east <= _FURTHEST_LON:
        raise _FaultError(f"longitude is {lon}, not between -180 and 180")
    return round(north * SCALE), round(east * SCALE)
