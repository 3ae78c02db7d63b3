"""UCDP GED: one row an event with deaths, in the 49 columns of the Georeferenced Event Dataset and in their order (version 25.1), figures by UCDP's
rules. What UCDP's own work would have to give (ids of conflicts, dyads and actors) is left empty."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from hearsay import ledger
from hearsay.faces.exports.columns import Column, Value
from hearsay.faces.exports.countries import Country, country
from hearsay.faces.exports.csv_tables import Sheet
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.gist import Gist
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.opponents import Side
from hearsay.faces.exports.scenes import Scene, speaker
from hearsay.lexicons import naming
from hearsay.records import Tally

_CIVILIANS = "civilians"


@dataclass(frozen=True, slots=True)
class Deaths:
    """The deaths of an event: best is the sum of the four classes, and low and high enclose it."""

    a: int
    b: int
    civilians: int
    unknown: int
    low: int
    high: int

    @property
    def best(self) -> int:
        """The sum of the classes."""
        return self.a + self.b + self.civilians + self.unknown


@dataclass(frozen=True)
class GedRow:
    """An event as GED sees it."""

    gist: Gist

    @cached_property
    def violence(self) -> int | None:
        """1 with a state on one side and an armed side against it, 2 between armed sides of which none is a state, 3 by an armed side that claims say
        harmed civilians, and nobody else; None if the claims do not say who fought."""
        if len(self.gist.sides) == 2:
            return 1 if any(side.kind == "state" for side in self.gist.sides) else 2
        return 3 if self._perpetrator else None

    @cached_property
    def sides(self) -> tuple[Side | None, Side | None]:
        """Side a, the state or whoever does violence to civilians, and side b, None for civilians. Who only is spoken of is no side."""
        if self.violence == 3:
            return self._perpetrator, None
        armed = sorted(self.gist.sides, key=lambda side: side.kind != "state")
        if self.violence is None:
            armed = [side for side in armed if any(_is_of(self.gist, tally, side) for tally in _killed(self.gist.scene))]
        return (armed[0] if armed else None), (armed[1] if len(armed) == 2 else None)

    @cached_property
    def _perpetrator(self) -> Side | None:
        """Whoever is said to have harmed civilians, where none but civilians and mere people were killed."""
        hurt = {tally.victims for tally in _killed(self.gist.scene) if tally.victims != ledger.ALL}
        is_one_sided = bool(hurt) and hurt <= {_CIVILIANS, "unknown"}
        return next((side for side in self.gist.armed if is_one_sided and self.gist.harmed_civilians(side)), None)

    @cached_property
    def deaths(self) -> Deaths:
        """The deaths by class."""
        return deaths_of(self.gist, self.sides)

    @cached_property
    def names(self) -> tuple[str, str]:
        """The names of both sides, "" where unknown; a state's forces are its government's."""
        a, b = self.sides
        return _name(a), _name(b) if b else "Civilians" if self.violence == 3 else ""

    @property
    def is_clear(self) -> bool:
        """Whether the reports tell the event apart: some days at most, and a place within a province."""
        place, days = self.gist.place, self.gist.date_precision
        return days is not None and days <= 2 and place is not None and place.precision <= 4


def deaths_of(gist: Gist, sides: tuple[Side | None, Side | None]) -> Deaths:
    """The best numbers by class; whose class is not known is what the total leaves over them."""
    tallies = _killed(gist.scene)
    named = [tally for tally in tallies if tally.victims != ledger.ALL]
    own = [sum(tally.best or 0 for tally in named if side and _is_of(gist, tally, side)) for side in sides]
    civilians = sum(tally.best or 0 for tally in named if tally.victims == _CIVILIANS)
    total = gist.scene.total("killed")
    whole = (total.best or 0) if total else 0
    unknown = max(0, whole - sum(own) - civilians)
    best = sum(own) + civilians + unknown
    low, high = (total.low or 0, best if total.high is None else total.high) if total else (0, 0)
    return Deaths(own[0], own[1], civilians, unknown, min(low, best), max(high, best))


def priogrid(latitude: float, longitude: float) -> int:
    """The number of the PRIO-GRID cell of half a degree: counted from the south-west, 720 a row.

    >>> priogrid(34.53, 69.17)
    179779
    """
    row, column = min(math.floor((latitude + 90) * 2), 359), min(math.floor((longitude + 180) * 2), 719)
    return row * 720 + column + 1


def joined(those: Iterable[str]) -> str:
    """Values in one cell, as GED joins them; semicolons inside them become commas.

    >>> joined(["A; B", "C"])
    'A, B;C'
    """
    return ";".join(one.replace(";", ",") for one in those)


def write(holdings: Holdings, out: Path) -> Told:
    """A row for each event in which anybody is said to have been killed."""
    left = 0
    with out.open("w", encoding="utf-8", newline="") as file:
        sheet = Sheet(file, (column.name for column in COLUMNS))
        for dossier in holdings.dossiers:
            row = GedRow(Gist(Scene(dossier, holdings)))
            if row.deaths.high < 1:
                left += 1
            else:
                sheet.write(column.of(row) for column in COLUMNS)
    return {"events": sheet.count, "events without deaths left out": left}


def _killed(scene: Scene) -> list[Tally]:
    return [tally for tally in scene.dossier.tallies if tally.measure == "killed"]


def _is_of(gist: Gist, tally: Tally, side: Side) -> bool:
    return tally.victims not in (_CIVILIANS, "unknown") and gist.is_same(tally.victims, side.name)


def _source(row: GedRow, of: Callable[..., str]) -> str:
    return joined(of(report) for report in row.gist.reports)


def _state(side: Side | None) -> Country | None:
    return country(naming.state_of(naming.key(side.name))) if side and side.kind == "state" else None


def _state_number(side: Side | None) -> int | None:
    found = _state(side)
    return found.gw if found else None


def _name(side: Side | None) -> str:
    found = _state(side)
    return f"Government of {found.ucdp}" if found else side.name if side else ""


def _of_country(row: GedRow, name: str) -> Value:
    return getattr(row.gist.country, name) if row.gist.country else None


def _where(row: GedRow) -> str | None:
    place = row.gist.place
    if place is None:
        return None
    return f"{place.relation.kind} {place.name}" if place.relation else place.surface


def _point(row: GedRow, index: int) -> float | None:
    return None if row.gist.point is None else round(row.gist.point[index], 6)


def _wkt(row: GedRow) -> str | None:
    return None if row.gist.point is None else f"POINT ({row.gist.point[1]:.6f} {row.gist.point[0]:.6f})"


def _day(row: GedRow, index: int) -> Value:
    return row.gist.days[index] if row.gist.days else None


_EMPTY = "Empty: only UCDP gives it."


def _nothing(_: GedRow) -> Value:
    return None


COLUMNS: tuple[Column[GedRow], ...] = (
    Column(
        "id",
        "integer",
        "A number made of the event's id: its hexadecimal digits read as one.",
        lambda row: int(row.gist.scene.summary.event_id[1:], 16),
    ),
    Column("relid", "text", "The event's id in the ledger.", lambda row: row.gist.scene.summary.event_id),
    Column("year", "integer", "The year of the first day.", lambda row: row.gist.days[0].year if row.gist.days else None),
    Column("active_year", "flag", _EMPTY, _nothing),
    Column("code_status", "text", _EMPTY, _nothing),
    Column(
        "type_of_violence",
        "integer",
        "1 with a state, 2 between others who are armed, 3 against civilians; empty if unknown who fought.",
        lambda row: row.violence,
    ),
    Column("conflict_dset_id", "text", _EMPTY, _nothing),
    Column("conflict_new_id", "integer", _EMPTY, _nothing),
    Column("conflict_name", "text", _EMPTY, _nothing),
    Column("dyad_dset_id", "text", _EMPTY, _nothing),
    Column("dyad_new_id", "integer", _EMPTY, _nothing),
    Column("dyad_name", "text", "Both sides by name.", lambda row: " - ".join(row.names) if all(row.names) else None),
    Column("side_a_dset_id", "text", _EMPTY, _nothing),
    Column("side_a_new_id", "integer", _EMPTY, _nothing),
    Column(
        "side_a",
        "text",
        "The state (Government of ...), else whoever is said to have harmed civilians, else the side most spoken of; empty if unknown.",
        lambda row: row.names[0],
    ),
    Column("side_b_dset_id", "text", _EMPTY, _nothing),
    Column("side_b_new_id", "integer", _EMPTY, _nothing),
    Column("side_b", "text", "The other side; Civilians in one-sided violence.", lambda row: row.names[1]),
    Column("number_of_sources", "integer", "How many reports tell of it.", lambda row: len(row.gist.reports)),
    Column(
        "source_article",
        "text",
        "Outlet, day and title of each report.",
        lambda row: _source(row, lambda one: f"{one.outlet},{one.published or ''},{one.title or ''}"),
    ),
    Column("source_office", "text", "The outlets, in the same order.", lambda row: _source(row, lambda one: one.outlet)),
    Column("source_date", "text", "The days of publication, in the same order.", lambda row: _source(row, lambda one: f"{one.published or ''}")),
    Column("source_headline", "text", "The titles, in the same order.", lambda row: _source(row, lambda one: one.title or "")),
    Column(
        "source_original",
        "text",
        "The voices nearest the facts, and for whom they speak.",
        lambda row: joined(dict.fromkeys(speaker(claim.chain[0]) for claim in row.gist.scene.dossier.claims)),
    ),
    Column(
        "where_prec",
        "integer",
        "How exact the place is, 1 to 7; empty if none is named.",
        lambda row: row.gist.place.precision if row.gist.place else None,
    ),
    Column("where_coordinates", "text", "The place that most claims name.", lambda row: row.gist.place.name if row.gist.place else None),
    Column("where_description", "text", "The words for the place, or how it lies to it.", _where),
    Column("adm_1", "text", "The province.", lambda row: row.gist.place.admin1 if row.gist.place else None),
    Column("adm_2", "text", "Empty: the gazetteer does not have it.", _nothing),
    Column("latitude", "number", "Degrees north; empty if the place was not resolved.", lambda row: _point(row, 0)),
    Column("longitude", "number", "Degrees east; empty if the place was not resolved.", lambda row: _point(row, 1)),
    Column("geom_wkt", "text", "The point as well-known text.", _wkt),
    Column("priogrid_gid", "integer", "The PRIO-GRID cell of the point.", lambda row: priogrid(*row.gist.point) if row.gist.point else None),
    Column("country", "text", "The country of the place, by UCDP's name.", lambda row: _of_country(row, "ucdp")),
    Column("country_id", "integer", "Its number in Gleditsch and Ward's list.", lambda row: _of_country(row, "gw")),
    Column("region", "text", "Africa, Americas, Asia, Europe or Middle East.", lambda row: _of_country(row, "ucdp_region")),
    Column("event_clarity", "integer", "1 if told apart by some days and a place within a province, else 2.", lambda row: 1 if row.is_clear else 2),
    Column("date_prec", "integer", "How exact the days are, 1 to 5; empty if none is told.", lambda row: row.gist.date_precision),
    Column("date_start", "day", "The first day.", lambda row: _day(row, 0)),
    Column("date_end", "day", "The last day.", lambda row: _day(row, 1)),
    Column("deaths_a", "integer", "Best number of dead of side a.", lambda row: row.deaths.a),
    Column("deaths_b", "integer", "Best number of dead of side b.", lambda row: row.deaths.b),
    Column("deaths_civilians", "integer", "Best number of dead civilians.", lambda row: row.deaths.civilians),
    Column("deaths_unknown", "integer", "Best number of dead whose side is not known, or another one.", lambda row: row.deaths.unknown),
    Column("best", "integer", "The sum of the four; 0 where nobody reliable gives a number.", lambda row: row.deaths.best),
    Column("high", "integer", "The highest number; where nobody reliable gives one, what was claimed.", lambda row: row.deaths.high),
    Column("low", "integer", "The lowest reliable number.", lambda row: row.deaths.low),
    Column("gwnoa", "integer", "The Gleditsch and Ward number of side a, if it is a state.", lambda row: _state_number(row.sides[0])),
    Column("gwnob", "integer", "The Gleditsch and Ward number of side b, if it is a state.", lambda row: _state_number(row.sides[1])),
)

FORM = Form("ucdp-ged", ".csv", "events with deaths in the 49 columns of UCDP's GED, figures by UCDP's rules", write, profile="ucdp")
