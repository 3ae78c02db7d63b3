"""Writing what is told anew, row by row: a row that says what it said stays where it is, for each that is written costs a page."""

from collections.abc import Collection
from functools import cache

from sqlalchemy import Connection, Table, select

from hearsay.ledger.asking import Question, among
from hearsay.ledger.rows import Row, drop, write


def renew(connection: Connection, table: Table, event_ids: Collection[str], rows: Collection[Row]) -> None:
    """Make these all the rows of the events; they have the columns of the table, in its order. A row of another event under the same key goes."""
    kept = set(map(tuple, _rows(table).ask(connection, event_ids)))
    new = set(rows)
    places = [table.columns.keys().index(column.name) for column in table.primary_key]
    drop(connection, table, {tuple(row[place] for place in places) for row in kept ^ new})
    write(connection, table.name, table.columns.keys(), sorted(new - kept, key=lambda row: [row[place] for place in places]))


@cache
def _rows(table: Table) -> Question:
    return Question(select(table).where(among(table.c.event_id)))
