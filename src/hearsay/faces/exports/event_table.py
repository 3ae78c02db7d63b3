"""The table of events and the table of tallies."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from hearsay.faces.exports.columns import Column, Value, listed
from hearsay.faces.exports.scenes import Scene, main_place, point, speaker
from hearsay.records import Place, Tally

_COUNTED = ("killed", "wounded", "captured")  # the measures that an event's row has columns for


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its place and its totals."""

    scene: Scene
    place: Place | None
    totals: dict[str, Tally | None]


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A tally in its event."""

    scene: Scene
    tally: Tally


def event_rows(scene: Scene) -> Iterator[EventRow]:
    """The one row of an event."""
    yield EventRow(scene, main_place(scene), {measure: scene.total(measure) for measure in _COUNTED})


def tally_rows(scene: Scene) -> Iterator[TallyRow]:
    """A row for each side's victims and measure."""
    return (TallyRow(scene, tally) for tally in scene.dossier.tallies)


def _placed(name: str) -> Callable[[EventRow], Value]:
    return lambda row: getattr(row.place, name) if row.place else None


def _counted(measure: str) -> Iterator[Column[EventRow]]:
    """The columns of one measure: over all sides' victims together."""

    def of(value: Callable[[EventRow, Tally], Value]) -> Callable[[EventRow], Value]:
        def found(row: EventRow) -> Value:
            tally = row.totals[measure]
            return None if tally is None else value(row, tally)

        return found

    yield Column(f"{measure}_low", "integer", f"The least that are {measure}, all sides together, on the word of who may be taken alone.", of(_low))
    yield Column(f"{measure}_best", "integer", f"The reconciled number of {measure}; empty where nobody may be taken alone for it.", of(_best))
    yield Column(f"{measure}_high", "integer", f"The most {measure} that anyone says; empty if open upward.", of(_high))
    yield Column(f"{measure}_open", "flag", f"Whether the high number of {measure} has no bound (at least so many).", of(_is_open))
    yield Column(f"{measure}_unproven", "flag", f"Whether nobody who gives a number of {measure} may be taken alone.", of(_is_unproven))
    yield Column(f"{measure}_contested", "text", f"Which contradictions the claims behind the number of {measure} are in.", of(_disputes))
    yield Column(f"{measure}_rule", "text", f"Who said what of the {measure}, and how the numbers came about, in words.", of(lambda _, one: one.rule))
    yield Column(f"{measure}_rests_on", "text", f"The claims behind the numbers of {measure}.", of(lambda _, one: listed(one.rests_on)))


def _low(_: EventRow | TallyRow, tally: Tally) -> Value:
    return tally.low


def _best(_: EventRow | TallyRow, tally: Tally) -> Value:
    return tally.best


def _high(_: EventRow | TallyRow, tally: Tally) -> Value:
    return tally.high


def _is_open(_: EventRow | TallyRow, tally: Tally) -> Value:
    return tally.high is None


def _is_unproven(row: EventRow | TallyRow, tally: Tally) -> Value:
    return row.scene.holdings.is_unproven(tally)


def _disputes(row: EventRow | TallyRow, tally: Tally) -> Value:
    return row.scene.disputes(tally)


def day_of(ordinal: int) -> date | None:
    """The day of an ordinal, None of 0."""
    return date.fromordinal(ordinal) if ordinal else None


def _coordinate(row: EventRow, index: int) -> float | None:
    found = point(row.place) if row.place else None
    return found[index] if found else None


def _voices(row: TallyRow) -> str:
    return listed(speaker(row.scene.claims[name].chain[0]) for name in row.tally.rests_on if name in row.scene.claims)


EVENT_COLUMNS: tuple[Column[EventRow], ...] = (
    Column("event_id", "text", "The event's id.", lambda row: row.scene.summary.event_id),
    Column("type", "text", "The type that most of its claims have; empty if they only count people.", lambda row: row.scene.summary.what or None),
    Column(
        "realis",
        "text",
        "How its claims tell of it; what is planned, demanded, threatened, hypothetical or negated is not told as having happened.",
        lambda row: listed(sorted({claim.event.realis for claim in row.scene.dossier.claims})),
    ),
    Column(
        "stances",
        "text",
        "What its voices do: assert, deny, confirm, doubt, decline.",
        lambda row: listed(sorted({claim.stance for claim in row.scene.dossier.claims})),
    ),
    Column("first_day", "day", "The first day that any of its claims tells of.", lambda row: day_of(row.scene.summary.first_day)),
    Column("last_day", "day", "The last day that any of its claims tells of.", lambda row: day_of(row.scene.summary.last_day)),
    Column("place", "text", "The place that most of its claims name.", lambda row: row.scene.summary.place or None),
    Column("admin1", "text", "The province that the place is in.", _placed("admin1")),
    Column("country", "text", "The country that the place is in (ISO 3166-1 alpha-2).", _placed("country")),
    Column("latitude", "number", "Degrees north (WGS 84); empty if the place was not resolved.", lambda row: _coordinate(row, 0)),
    Column("longitude", "number", "Degrees east (WGS 84); empty if the place was not resolved.", lambda row: _coordinate(row, 1)),
    Column("where_precision", "integer", "How exact the place is, as UCDP's where_prec: 1 the place itself to 7.", _placed("precision")),
    Column("radius_km", "number", "How far off the point may be, in kilometres.", _placed("radius_km")),
    Column("claims", "integer", "How many claims tell of it.", lambda row: row.scene.summary.claims),
    Column("voices", "integer", "How many voices speak in these claims.", lambda row: row.scene.summary.voices),
    Column("reports", "integer", "How many reports have them.", lambda row: row.scene.summary.reports),
    Column("contradictions", "integer", "How often its claims contradict each other.", lambda row: row.scene.summary.contradictions),
    Column(
        "contested",
        "text",
        "The kinds of these contradictions.",
        lambda row: listed(one.kind for one in row.scene.dossier.contradictions if not one.is_update),
    ),
    *(column for measure in _COUNTED for column in _counted(measure)),
    Column("profile", "text", "By whose rules the numbers are reconciled.", lambda row: row.scene.holdings.profile),
)

TALLY_COLUMNS: tuple[Column[TallyRow], ...] = (
    Column(
        "tally_id",
        "text",
        "The event's id, the measure and the victims, and a number if two go by one name.",
        lambda row: row.scene.tally_id(row.tally),
    ),
    Column("event_id", "text", "The event.", lambda row: row.tally.event_id),
    Column("victims", "text", "Whose people they are: a side, civilians, unknown, or all for the total of all sides.", lambda row: row.tally.victims),
    Column("measure", "text", "What befell them: killed, wounded, captured and so on.", lambda row: row.tally.measure),
    Column("low", "integer", "The least, on the word of who may be taken alone; 0 where nobody may.", lambda row: row.tally.low),
    Column("best", "integer", "The reconciled number; empty where nobody who gives a number may be taken alone.", lambda row: row.tally.best),
    Column("high", "integer", "The most that anyone says, or by some profiles anyone reliable; empty if open upward.", lambda row: row.tally.high),
    Column("open", "flag", "Whether the high number has no bound (at least so many).", lambda row: row.tally.high is None),
    Column(
        "unproven",
        "flag",
        "Whether nobody who gives the number may be taken alone: it is what a side says of its enemy, for instance.",
        lambda row: row.scene.holdings.is_unproven(row.tally),
    ),
    Column("contested", "text", "Which contradictions the claims behind it are in.", lambda row: row.scene.disputes(row.tally)),
    Column("voices", "text", "Whose word it is, and for whom they speak.", _voices),
    Column("rule", "text", "Who said what, and how the numbers came about, in words.", lambda row: row.tally.rule),
    Column("rests_on", "text", "The claims behind it.", lambda row: listed(row.tally.rests_on)),
    Column("profile", "text", "By whose rules it is reconciled.", lambda row: row.tally.profile),
    Column("grading", "text", "How sure civilian harm is, in Airwars' word; only by its profile.", lambda row: row.tally.grading),
)
