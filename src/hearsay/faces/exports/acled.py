"""ACLED: one row an event in the 31 columns of its codebook and in their order, fatalities by ACLED's rules. Events of which ACLED codes nothing
(offers, threats, aid, counts alone) are left out."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

from hearsay.faces.exports.acled_coding import Actor, Coded, actors, code, interaction, targets_civilians
from hearsay.faces.exports.columns import Column, Value
from hearsay.faces.exports.csv_tables import Sheet
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.gist import Gist
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.scenes import Scene, speaker
from hearsay.records import Claim, Tally

_MOST_NOTES = 12  # claims whose words stand in the notes


@dataclass(frozen=True)
class AcledRow:
    """An event as ACLED sees it."""

    gist: Gist
    coded: Coded

    @cached_property
    def actors(self) -> tuple[Actor | None, Actor | None]:
        """Both actors."""
        return actors(self.gist, self.coded)

    @cached_property
    def tally(self) -> Tally | None:
        """The fatalities."""
        return self.gist.scene.total("killed")

    @cached_property
    def day(self) -> date | None:
        """The day, or the middle of the days."""
        days = self.gist.days
        return None if days is None else days[0] + timedelta(days=(days[1] - days[0]).days // 2)

    @property
    def is_unproven(self) -> bool:
        """True if nobody who gives a number of the dead may be taken alone."""
        return self.tally is not None and self.gist.scene.holdings.is_unproven(self.tally)

    @property
    def tags(self) -> str:
        """That the number of dead rests on nobody who may be taken alone, and what claims contradict each other about."""
        kinds = dict.fromkeys(one.kind for one in self.gist.scene.dossier.contradictions if not one.is_update)
        return "; ".join(["fatalities unproven"] * self.is_unproven + [f"contested: {', '.join(kinds)}"] * bool(kinds))

    @property
    def notes(self) -> str:
        """Who says what, in the words of the reports, and how the fatalities came about."""
        told = [self._note(claim) for claim in self.gist.claims[:_MOST_NOTES]]
        more = len(self.gist.claims) - len(told)
        rest = [f"{more} more claims are in the ledger."] if more > 0 else []
        return " ".join([*told, *rest, *self._about_days(), *self._about_fatalities()])

    def _note(self, claim: Claim) -> str:
        published = self.gist.scene.report(claim).published
        printed = f"{claim.chain[-1].name}{f', {published}' if published else ''}"
        voice = claim.chain[0]
        said = f"{speaker(voice)} ({printed})" if voice.name != claim.chain[-1].name else printed
        return f"{said}: “{' '.join(claim.evidence.text.split())}”."

    def _about_days(self) -> list[str]:
        days = self.gist.days
        return [f"Between {days[0]} and {days[1]}; not split into days."] if days and days[0] != days[1] else []

    def _about_fatalities(self) -> list[str]:
        if self.tally is None:
            return ["No number of fatalities is told."]
        caution = (
            "Nobody who gives a number may be taken alone; it is one side's word on its enemy's losses, or of like weight. "
            if self.is_unproven
            else ""
        )
        return [f"Fatalities: {caution}{self.tally.rule}"]


def write(holdings: Holdings, out: Path) -> Told:
    """A row for each event that ACLED codes."""
    left = 0
    with out.open("w", encoding="utf-8", newline="") as file:
        sheet = Sheet(file, (column.name for column in COLUMNS))
        for dossier in holdings.dossiers:
            gist = Gist(Scene(dossier, holdings))
            coded = code(gist)
            if coded is None:
                left += 1
            else:
                row = AcledRow(gist, coded)
                sheet.write(column.of(row) for column in COLUMNS)
    return {"events": sheet.count, "events that ACLED does not code left out": left}


def time_precision(date_precision: int | None) -> int | None:
    """1 the day, 2 some days or a week, 3 a month or more; from UCDP's date_prec.

    >>> [time_precision(code) for code in (1, 2, 3, 4, 5)]
    [1, 2, 2, 3, 3]
    """
    return None if date_precision is None else {1: 1, 2: 2, 3: 2}.get(date_precision, 3)


def geo_precision(where_precision: int) -> int:
    """1 the place itself, 2 near it or its district, 3 a larger region; from UCDP's where_prec.

    >>> [geo_precision(code) for code in (1, 2, 3, 4, 5, 6, 7)]
    [1, 2, 2, 3, 3, 3, 3]
    """
    return {1: 1, 2: 2, 3: 2}.get(where_precision, 3)


def _id(row: AcledRow) -> str:
    return f"{row.gist.country.iso3 if row.gist.country else ''}{row.gist.scene.summary.event_id}"


def _actor(row: AcledRow, index: int, name: str) -> Value:
    actor = row.actors[index]
    return getattr(actor, name) if actor else None


def _of_country(row: AcledRow, name: str) -> Value:
    return getattr(row.gist.country, name) if row.gist.country else None


def _point(row: AcledRow, index: int) -> float | None:
    return None if row.gist.point is None else round(row.gist.point[index], 4)


def _sources(row: AcledRow) -> str:
    return "; ".join(dict.fromkeys(report.outlet.replace(";", ",") for report in row.gist.reports))


def _nothing(_: AcledRow) -> Value:
    return None


COLUMNS: tuple[Column[AcledRow], ...] = (
    Column("event_id_cnty", "text", "The country's ISO code of three letters and the event's id.", _id),
    Column("event_date", "day", "The day; of several the middle one.", lambda row: row.day),
    Column("year", "integer", "The year of that day.", lambda row: row.day.year if row.day else None),
    Column("time_precision", "integer", "1 the day, 2 some days or a week, 3 a month or more.", lambda row: time_precision(row.gist.date_precision)),
    Column("disorder_type", "text", "Political violence, Demonstrations or Strategic developments.", lambda row: row.coded.disorder),
    Column("event_type", "text", "One of ACLED's six, the highest in its order of all that is told.", lambda row: row.coded.event),
    Column("sub_event_type", "text", "One of its 25.", lambda row: row.coded.sub_event),
    Column("actor1", "text", "Whoever did more.", lambda row: _actor(row, 0, "name")),
    Column("assoc_actor_1", "text", "Empty.", _nothing),
    Column("inter1", "text", "The type of actor 1.", lambda row: _actor(row, 0, "inter")),
    Column("actor2", "text", "The other one; civilians if they are the target.", lambda row: _actor(row, 1, "name")),
    Column("assoc_actor_2", "text", "Empty.", _nothing),
    Column("inter2", "text", "The type of actor 2.", lambda row: _actor(row, 1, "inter")),
    Column("interaction", "text", "Both types, in the order of ACLED's codes.", lambda row: interaction(*row.actors)),
    Column(
        "civilian_targeting",
        "text",
        "Civilians targeted, or empty; never in a battle.",
        lambda row: "Civilians targeted" if targets_civilians(row.gist, row.coded) else None,
    ),
    Column("iso", "integer", "The country's ISO number.", lambda row: _of_country(row, "number")),
    Column("region", "text", "ACLED's region of the country.", lambda row: _of_country(row, "acled_region")),
    Column("country", "text", "The country, by ACLED's name.", lambda row: _of_country(row, "acled")),
    Column("admin1", "text", "The province.", lambda row: row.gist.place.admin1 if row.gist.place else None),
    Column("admin2", "text", "Empty: the gazetteer does not have it.", _nothing),
    Column("admin3", "text", "Empty: the gazetteer does not have it.", _nothing),
    Column("location", "text", "The place that most claims name.", lambda row: row.gist.place.name if row.gist.place else None),
    Column("latitude", "number", "Degrees north, four decimals; empty if the place was not resolved.", lambda row: _point(row, 0)),
    Column("longitude", "number", "Degrees east, four decimals; empty if the place was not resolved.", lambda row: _point(row, 1)),
    Column(
        "geo_precision",
        "integer",
        "1 the place itself, 2 near it or its district, 3 a larger region.",
        lambda row: geo_precision(row.gist.place.precision) if row.gist.place else None,
    ),
    Column("source", "text", "The outlets.", _sources),
    Column("source_scale", "text", "Empty: not known.", _nothing),
    Column("notes", "text", "Who says what, in the words of the reports, and how the fatalities came about.", lambda row: row.notes),
    Column(
        "fatalities",
        "integer",
        "The lowest that a credible voice gives, or anyone where nobody credible does; 0 if none is told.",
        lambda row: row.tally.best or 0 if row.tally else 0,
    ),
    Column(
        "tags",
        "text",
        "fatalities unproven where nobody who gives a number may be taken alone; contested, and by which kinds of contradictions.",
        lambda row: row.tags,
    ),
    Column("timestamp", "integer", "Empty: it is ACLED's own moment of upload.", _nothing),
)

FORM = Form("acled", ".csv", "events in the 31 columns of ACLED, fatalities by ACLED's rules", write, profile="acled")
