"""Writing and deleting many rows at once, past SQLAlchemy's own way of it, which takes longer than the database."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Table

Row = tuple[Any, ...]

_MARKS = {"sqlite": "?", "postgresql": "%s"}
_VARIABLES = 32_766  # as many values as SQLite takes in one statement
_FEW = 512  # rows that are inserted by a statement of their own, whatever their number


def write(connection: Connection, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Insert the rows, their values in the order of the columns; JSON comes as text."""
    names = ", ".join(f'"{name}"' for name in columns)
    start = f"INSERT INTO {table} ({names}) VALUES "  # noqa: S608 - no words from outside
    mark = f"({', '.join([_MARKS[connection.dialect.name]] * len(columns))})"
    if connection.dialect.name == "sqlite":
        for some in _portions(rows, _VARIABLES // len(columns)):
            connection.exec_driver_sql(start + ", ".join([mark] * len(some)), tuple(chain.from_iterable(some)))
    elif rows:
        connection.exec_driver_sql(start + mark, list(rows))


def drop(connection: Connection, table: Table, keys: Collection[Row]) -> None:
    """Delete the rows under these primary keys, those that are there."""
    if keys:
        where = " AND ".join(f'"{column.name}" = {_MARKS[connection.dialect.name]}' for column in table.primary_key)
        connection.exec_driver_sql(f"DELETE FROM {table.name} WHERE {where}", sorted(keys))  # noqa: S608 - no words from outside


def _portions(rows: Sequence[Row], most: int) -> Iterator[Sequence[Row]]:
    """The rows, at most so many at once; many by powers of two, so that few statements have to be prepared. SQLite inserts all of a portion without
    asking for Python's lock, and other threads go on meanwhile; row by row they would keep it waiting for each."""
    start = 0
    while start < len(rows):
        left = min(most, len(rows) - start)
        size = left if left < _FEW else 1 << left.bit_length() - 1
        yield rows[start : start + size]
        start += size
