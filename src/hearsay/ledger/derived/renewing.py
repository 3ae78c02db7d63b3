"""Writing what is told anew, row by row: a row that says what it said stays where it is, for each that is written costs a page."""

from collections.abc import Collection
from functools import cache

from sqlalchemy import Column, Connection, Table, select

from hearsay.ledger.asking import Question, among
from hearsay.ledger.rows import Row, drop, write


def renew(connection: Connection, table: Table, of: Column[str], names: Collection[str], rows: Collection[Row]) -> None:
    """Make these all the rows of ``table`` that are of these names; they have its columns, in their order. A row of another name under the same key
    goes."""
    kept = set(map(tuple, _rows(table, of).ask(connection, names)))
    new = set(rows)
    places = [table.columns.keys().index(column.name) for column in table.primary_key]
    drop(connection, table, {tuple(row[place] for place in places) for row in kept ^ new})
    write(connection, table.name, table.columns.keys(), sorted(new - kept, key=lambda row: [row[place] for place in places]))


@cache
def _rows(table: Table, of: Column[str]) -> Question:
    return Question(select(table).where(among(of)))
