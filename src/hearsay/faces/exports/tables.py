"""The four tables that csv, xlsx, parquet and data packages have in common: events, tallies, figures, claims."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from hearsay.faces.exports.claim_table import CLAIM_COLUMNS, FIGURE_COLUMNS, claim_rows, figure_rows
from hearsay.faces.exports.columns import Column, Head, Value, heads
from hearsay.faces.exports.event_table import EVENT_COLUMNS, TALLY_COLUMNS, event_rows, tally_rows
from hearsay.faces.exports.scenes import Scene

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Table:
    """``name``: what its rows are, in the plural. ``key``: the column that tells the rows apart. ``refers``: its columns that hold the key of another
    table, and which. ``rows_of``: the cells of each row of an event."""

    name: str
    words: str
    heads: tuple[Head, ...]
    key: str
    refers: tuple[tuple[str, str], ...]
    rows_of: Callable[[Scene], Iterator[tuple[Value, ...]]]


def _cells(columns: tuple[Column[Row], ...], rows: Callable[[Scene], Iterator[Row]]) -> Callable[[Scene], Iterator[tuple[Value, ...]]]:
    getters = tuple(column.of for column in columns)
    return lambda scene: (tuple([of(row) for of in getters]) for row in rows(scene))


TABLES = (
    Table("events", "One row an event.", heads(EVENT_COLUMNS), "event_id", (), _cells(EVENT_COLUMNS, event_rows)),
    Table(
        "tallies",
        "One row for each reconciled number: the victims of one side, and one measure, in one event.",
        heads(TALLY_COLUMNS),
        "tally_id",
        (("event_id", "events"),),
        _cells(TALLY_COLUMNS, tally_rows),
    ),
    Table(
        "figures",
        "One row for each number that a voice gives or declines to give.",
        heads(FIGURE_COLUMNS),
        "figure_id",
        (("claim_id", "claims"), ("event_id", "events"), ("tally_id", "tallies")),
        _cells(FIGURE_COLUMNS, figure_rows),
    ),
    Table("claims", "One row a claim.", heads(CLAIM_COLUMNS), "claim_id", (("event_id", "events"),), _cells(CLAIM_COLUMNS, claim_rows)),
)
NAMES = tuple(table.name for table in TABLES)


def wanted(rows: str | None) -> tuple[Table, ...]:
    """The table of that name, or all."""
    return tuple(table for table in TABLES if rows in (None, table.name))
