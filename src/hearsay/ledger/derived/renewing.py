"""Writing what is told anew, row by row: a row that says what it said stays where it is, for each that is written costs a page."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, select

from hearsay.ledger.derived.shelved import batches
from hearsay.ledger.rows import write

Row = tuple[Any, ...]


def renew(connection: Connection, table: Table, event_ids: Collection[str], rows: Collection[Row]) -> None:
    """Make these all the rows of the events; they have the columns of the table, in its order. A row of another event under the same key goes."""
    kept = {row for batch in batches(event_ids) for row in map(tuple, connection.execute(select(table).where(table.c.event_id.in_(batch))))}
    new = set(rows)
    places = [table.columns.keys().index(column.name) for column in table.primary_key]
    drop(connection, table, sorted({tuple(row[place] for place in places) for row in kept ^ new}))
    write(connection, table.name, table.columns.keys(), sorted(new - kept, key=lambda row: [row[place] for place in places]))


def drop(connection: Connection, table: Table, keys: Collection[Row]) -> None:
    """Delete the rows under these primary keys, those that are there."""
    if keys:
        columns = table.primary_key.columns
        one = delete(table).where(*(column == bindparam(f"_{column.name}") for column in columns))
        connection.execute(one, [{f"_{column.name}": value for column, value in zip(columns, key, strict=True)} for key in keys])
