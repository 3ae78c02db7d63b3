"""Who stands under each of many keys: one question to the database, one row a key, and of a crowd the first only, whatever its number."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection, text

from hearsay.ledger.bodies import dumps, loads

# -1 is no limit in SQLite, NULL none in PostgreSQL. {condition} says of the number of names, count(*), when they are given at all.
_QUERIES = {
    "sqlite": """SELECT wanted.value, (SELECT CASE WHEN {condition} THEN json_group_array(held.{name}) END FROM (SELECT {name} FROM {table}
        WHERE {key} = wanted.value ORDER BY {order} LIMIT coalesce(:most, -1)) AS held) FROM json_each(:keys) AS wanted""",
    "postgresql": """SELECT wanted.key, (SELECT CASE WHEN {condition} THEN CAST(json_agg(held.name ORDER BY held.place) AS TEXT) END FROM (SELECT
        {name} AS name, {order} AS place FROM {table} WHERE {key} = wanted.key ORDER BY {order} LIMIT CAST(:most AS BIGINT)) AS held) FROM (SELECT
        CAST(value AS BIGINT) AS key FROM json_array_elements_text(CAST(:keys AS JSON))) AS wanted""",
}


class Shelf(NamedTuple):
    """A table and three of its columns: the keys (63 bits), the names under them, and what the names are ordered by."""

    table: str
    key: str
    name: str
    order: str


def holders(connection: Connection, shelf: Shelf, wanted: Collection[int], most: int | None) -> dict[int, list[str]]:
    """The names under each key in their order, the first ``most`` of them or all; keys that hold none are left out."""
    return _ask(connection, shelf, "count(*) > 0", (wanted, most))


def scarce(connection: Connection, shelf: Shelf, wanted: Collection[int], most: int) -> dict[int, list[str]]:
    """The names under those of the keys that at most so many stand under; keys that hold none are left out."""
    return _ask(connection, shelf, f"count(*) BETWEEN 1 AND {int(most)}", (wanted, most + 1))


def _ask(connection: Connection, shelf: Shelf, condition: str, asked: tuple[Collection[int], int | None]) -> dict[int, list[str]]:
    query = text(_QUERIES[connection.dialect.name].format(condition=condition, **shelf._asdict()))
    rows = connection.execute(query, {"keys": dumps(list(asked[0])), "most": asked[1]}).all()
    return {number: loads(told) for number, told in rows if told}
