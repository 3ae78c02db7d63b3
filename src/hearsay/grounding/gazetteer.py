"""The gazetteer: places with their points, looked up by folded name. One SQLite file, opened when the first name is looked up, and one of the
user's own, if there is one."""

import os
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from hearsay import lexicons
from hearsay.grounding.folding import fold, key

TOWN, COUNTRY, REGION, DISTRICT, FEATURE, SITE = 0, 1, 2, 3, 4, 5  # SQLite keeps a nought in no byte, and nearly all places are towns
SCALE = 10_000  # points are stored as whole ten-thousandths of a degree, some ten metres

_FILE = Path(__file__).parent / "gazetteer" / "places.sqlite"
_FIRST_WHOSONFIRST, FIRST_REGION = 50_000_000, 2_000_000_000
MOST_REGIONS = 10_000  # the regions with numbers of our own; other places give theirs counted from the first
_BROAD_FIRST = {COUNTRY: 0, REGION: 1, DISTRICT: 2, TOWN: 3, FEATURE: 4, SITE: 5}
FIRST_OWN = 3_000_000_000  # places of a user's own table are numbered from here on
_VOWELS = "aiu"  # those of a key
_MOST_VOWELS, _LEAST_ALIKE = 8, 5  # vowels that may differ, and letters of a key that has enough to be alike
_DOUBLED = re.compile(r"(.)\1+")
_TOLD_OF = 300_000  # a place of the supplement counts as much as one of so many people, since the news tell of it
_LOOK_UP = """
    SELECT place.id, place.name, lat, lon, country, region, kind, population FROM name JOIN place ON place.id = name.place WHERE spelling = ?
"""
_COLUMNS = "SELECT id, name, lat, lon, country, region, kind, population FROM place"
_BY_NAME = f"{_COLUMNS} WHERE country = ? AND name = ? AND kind = ?"
_BY_ID = f"{_COLUMNS} WHERE id = ?"


class GazetteerError(Exception):
    """A file of places that cannot be read or added. The message says what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer. ``kind`` is one of COUNTRY, REGION, DISTRICT, TOWN, FEATURE (a valley, a river, a sea of the supplement) and SITE
    (a hill, a stream, a school that a user added); ``region`` is the id of the first-level region that it lies in, ``capital`` that of a country's
    capital."""

    entry_id: str
    name: str
    lat: float | None
    lon: float | None
    country: str | None
    region: str | None
    kind: int
    population: int
    radius_km: float | None = None
    capital: str | None = None


@lru_cache(maxsize=1 << 14)
def find(name: str) -> tuple[Entry, ...]:
    """All places that bear the name in any known spelling, in a fixed order."""
    spelling = key(name)
    if not spelling:
        return ()
    named = {entry.entry_id: entry for file in _files() for entry in map(_entry, file.execute(_LOOK_UP, (spelling,)))}
    found = list(named.values())
    found += [entry for entry in _abbreviated(name) if entry not in found]
    if code := _country_names().get(fold(name)):
        found += [entry for entry in countries().get(code, ()) if entry not in found]
    return (*_supplement().get(spelling, ()), *sorted(found, key=lambda entry: (_BROAD_FIRST[entry.kind], -entry.population, entry.entry_id)))


@lru_cache(maxsize=1 << 12)
def alike(name: str, country: str) -> tuple[Entry, ...]:
    """The places of a country whose names differ from this one by a vowel or two (Maaret and Maarat), in a fixed order; none for short names."""
    spelling = key(name)
    vowels = [k for k, letter in enumerate(spelling) if letter in _VOWELS][:_MOST_VOWELS]
    if len(spelling) < _LEAST_ALIKE:
        return ()
    changes = [(k, letter) for k in vowels for letter in _VOWELS if letter != spelling[k]]
    pairs = (((one,), *((one, other) for other in changes if other[0] > one[0])) for one in changes)
    spellings = sorted({_changed(spelling, pair) for many in pairs for pair in many})
    look_up = _LOOK_UP.replace("spelling = ?", f"spelling IN ({', '.join('?' * len(spellings))}) AND country = ?")
    found = {entry.entry_id: entry for file in _files() for entry in map(_entry, file.execute(look_up, (*spellings, country)))}
    return tuple(sorted(found.values(), key=lambda entry: (_BROAD_FIRST[entry.kind], -entry.population, entry.entry_id)))


def _changed(spelling: str, changes: Iterable[tuple[int, str]]) -> str:
    letters = list(spelling)
    for k, letter in changes:
        letters[k] = letter
    return _DOUBLED.sub(r"\1", "".join(letters))


@lru_cache(maxsize=1 << 14)
def region_name(region: str | None) -> str | None:
    """The name of a first-level region."""
    if region is None:
        return None
    row = _open().execute("SELECT name FROM place WHERE id = ?", (region.split(":")[1],)).fetchone()
    return str(row[0]) if row else region.split(":")[1]


@cache
def country_of_adjective(word: str) -> str | None:
    """The country of an adjective or of a people ("Syrian", "Afghans"), as ISO 3166-1 alpha-2."""
    return _adjectives().get(fold(word))


@cache
def of_adjective(word: str) -> Entry | None:
    """The country, or the region, of an adjective or of a people ("Syrian", "Chechens")."""
    if code := country_of_adjective(word):
        return next(iter(countries().get(code, ())), None)
    region = _regional().get(fold(word).removesuffix("s"))
    return next(iter(find(region)), None) if region else None


@cache
def _regional() -> dict[str, str]:
    return {fold(word): region for region, words in lexicons.load("demonym")["regions"].items() for word in words}


def _entry(row: Iterable[object]) -> Entry:
    number, name, lat, lon, country, region, kind, population = row
    place = None if region is None else _entry_id(int(str(region)) + (FIRST_REGION if int(str(region)) < MOST_REGIONS else 0))
    is_country = kind == COUNTRY
    return Entry(
        entry_id=_entry_id(int(str(number))),
        name=str(name),
        lat=None if lat is None else int(str(lat)) / SCALE,
        lon=None if lon is None else int(str(lon)) / SCALE,
        country=None if country is None else str(country),
        region=None if is_country else place,
        kind=int(str(kind)),
        population=int(str(population)),
        capital=place if is_country else None,
    )


def _entry_id(number: int) -> str:
    """Where the id comes from is told by its size; regions that GeoNames numbers only by code have numbers of our own."""
    if number >= FIRST_REGION:
        return f"own:{number}" if number >= FIRST_OWN else f"hearsay:{number}"
    source = "geonames" if number < _FIRST_WHOSONFIRST else "whosonfirst"
    return f"{source}:{number}"


@cache
def _open() -> sqlite3.Connection:
    return sqlite3.connect(f"file:{_FILE}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@cache
def _files() -> tuple[sqlite3.Connection, ...]:
    """The gazetteer of the package, and what the user added to it, if anything. Raises GazetteerError if that is damaged."""
    added = added_file()
    if not added.is_file():
        return (_open(),)
    try:
        own = sqlite3.connect(f"{added.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        own.execute(_LOOK_UP, ("",)).fetchone()
    except sqlite3.Error as fault:
        raise GazetteerError(f"{added}: is no gazetteer ({fault}). Remove it, and add its places anew.") from fault
    return _open(), own


def added_file() -> Path:
    """Where the places lie that a user adds: HEARSAY_GAZETTEER, or a file in the user's folder of data."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(os.environ.get("HEARSAY_GAZETTEER") or Path(data) / "hearsay" / "places.sqlite")


@lru_cache(maxsize=1 << 12)
def region_number(country: str, code: str) -> int | None:
    """The number of a first-level region by GeoNames' code for it, or, without a country, by its id in Who's On First."""
    row = _open().execute("SELECT place FROM code WHERE country = ? AND code = ?", (country, code)).fetchone()
    return None if row is None else int(row[0])


@cache
def _adjectives() -> dict[str, str]:
    table = lexicons.load("demonym")["adjectives"]
    words = {fold(word): code for code, words in reversed(table.items()) for word in words}
    return {f"{word}s": code for word, code in words.items()} | words


def _abbreviated(name: str) -> list[Entry]:
    """The region of "Ill.", "W.Va" and "NSW": short forms count only as they are written."""
    region = _abbreviations().get(name.strip("."))
    rows = _open().execute(_BY_NAME, (region[0], region[1], REGION)) if region else ()
    return [_entry(row) for row in rows]


@cache
def _abbreviations() -> dict[str, tuple[str, str]]:
    table: dict[str, dict[str, list[str]]] = lexicons.load("place")["abbreviations"]
    return {short.strip("."): (country, name) for country, names in table.items() for name, shorts in names.items() for short in shorts}


@cache
def _country_names() -> dict[str, str]:
    return {fold(name): code for code, names in lexicons.load("demonym")["names"].items() for name in names}


@cache
def countries() -> dict[str, list[Entry]]:
    """The countries by their ISO 3166-1 alpha-2 code."""
    rows = _open().execute(f"{_COLUMNS} WHERE kind = ?", (COUNTRY,))
    out: dict[str, list[Entry]] = {}
    for entry in map(_entry, rows):
        out.setdefault(str(entry.country), []).append(entry)
    return out


@cache
def capitals() -> frozenset[str]:
    """The ids of the capitals of all countries."""
    return frozenset(entry.capital for those in countries().values() for entry in those if entry.capital)


@cache
def capital_of(code: str) -> Entry | None:
    """The capital of a country."""
    wanted = next((entry.capital for entry in countries().get(code, ()) if entry.capital), None)
    rows = _open().execute(_BY_ID, (wanted.split(":")[1],)) if wanted else ()
    return next(map(_entry, rows), None)


@cache
def _supplement() -> dict[str, list[Entry]]:
    """The places of lexicons/en/place.toml, by folded name."""
    out: dict[str, list[Entry]] = {}
    for row in lexicons.load("place")["places"]:
        entry_id, kind = f"hearsay:{fold(row['name']).replace(' ', '-')}", _KINDS.get(row["kind"], FEATURE)
        entry = Entry(entry_id, row["name"], row["lat"], row["lon"], row.get("country"), None, kind, _TOLD_OF, row.get("radius_km"))
        for spelling in dict.fromkeys(map(key, (row["name"], *row.get("also", ())))):
            out.setdefault(spelling, []).append(entry)
    return out


_KINDS = {"country": COUNTRY, "region": REGION, "district": DISTRICT, "town": TOWN}
