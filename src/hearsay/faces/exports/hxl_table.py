"""HXL: one row an event, with a second header row of hashtags (the Humanitarian Exchange Language, dictionary 1.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.faces.exports.columns import Column, Value, listed
from hearsay.faces.exports.csv_tables import Sheet
from hearsay.faces.exports.event_table import EVENT_COLUMNS, EventRow, event_rows
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.gist import Gist
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.scenes import Scene

_OURS = {column.name: column for column in EVENT_COLUMNS}


@dataclass(frozen=True, slots=True)
class HxlRow:
    """An event's row in the table of events, and what it comes to."""

    row: EventRow
    gist: Gist


def write(holdings: Holdings, out: Path) -> Told:
    """A row an event."""
    with out.open("w", encoding="utf-8", newline="") as file:
        sheet = Sheet(file, (column.name for column, _ in COLUMNS))
        sheet.tag(tag for _, tag in COLUMNS)
        for dossier in holdings.dossiers:
            scene = Scene(dossier, holdings)
            for row in event_rows(scene):
                whole = HxlRow(row, Gist(scene))
                sheet.write(column.of(whole) for column, _ in COLUMNS)
    return {"events": sheet.count}


def _ours(name: str, tag: str, ours: str | None = None) -> tuple[Column[HxlRow], str]:
    """A column of the table of events, maybe under another name."""
    column = _OURS[ours or name]
    return Column(name, column.kind, column.words, lambda whole: column.of(whole.row)), tag


def _counted(measure: str, affected: str) -> Iterator[tuple[Column[HxlRow], str]]:
    yield _ours(f"{measure}_low", f"#affected+{affected}+min")
    yield _ours(f"{measure}_best", f"#affected+{affected}")
    yield _ours(f"{measure}_high", f"#affected+{affected}+max")
    yield _ours(f"{measure}_open", f"#x_open+{affected}")
    yield _ours(f"{measure}_unproven", f"#x_unproven+{affected}")
    yield _ours(f"{measure}_contested", f"#x_contested+{affected}")
    yield _ours(f"{measure}_rule", f"#x_rule+{affected}")
    yield _ours(f"{measure}_rests_on", f"#x_rests_on+{affected}")


def _side(index: int) -> Column[HxlRow]:
    words = ("Who fights in it, the most spoken of." if index == 0 else "The other side.") + " Empty if unknown."
    return Column(("side_a", "side_b")[index], "text", words, lambda whole: next((side.name for side in whole.gist.sides[index : index + 1]), None))


def _of_country(name: str, whole: HxlRow) -> Value:
    return getattr(whole.gist.country, name) if whole.gist.country else None


COLUMNS: tuple[tuple[Column[HxlRow], str], ...] = (
    _ours("event_id", "#event+code"),
    _ours("type", "#event+type"),
    _ours("realis", "#x_realis"),
    _ours("stances", "#x_stances"),
    _ours("date_start", "#date+start", "first_day"),
    _ours("date_end", "#date+end", "last_day"),
    (
        Column(
            "reported",
            "day",
            "The day on which the first report was published.",
            lambda whole: min((one.published for one in whole.gist.reports if one.published), default=None),
        ),
        "#date+reported",
    ),
    _ours("place", "#loc+name"),
    _ours("adm_1", "#adm1+name", "admin1"),
    (Column("country", "text", "The country that the place is in.", lambda whole: _of_country("name", whole)), "#country+name"),
    (Column("iso3", "text", "Its ISO code of three letters.", lambda whole: _of_country("iso3", whole)), "#country+code+v_iso3"),
    _ours("latitude", "#geo+lat"),
    _ours("longitude", "#geo+lon"),
    _ours("where_precision", "#geo+precision"),
    (_side(0), "#group+name+first"),
    (_side(1), "#group+name+second"),
    *_counted("killed", "killed"),
    *_counted("wounded", "injured"),
    *_counted("captured", "captured"),
    _ours("contradictions", "#x_contradictions+num"),
    _ours("contested", "#x_contested+kinds"),
    _ours("claims", "#meta+claims+num"),
    _ours("voices", "#meta+voices+num"),
    _ours("reports", "#meta+reports+num"),
    (Column("source", "text", "The outlets.", lambda whole: listed(one.outlet for one in whole.gist.reports)), "#meta+source"),
    (Column("url", "text", "The reports' addresses.", lambda whole: listed(one.url for one in whole.gist.reports if one.url)), "#meta+url"),
    _ours("profile", "#meta+method", "profile"),
)

FORM = Form("hxl", ".csv", "events as a CSV with a row of HXL hashtags", write)
