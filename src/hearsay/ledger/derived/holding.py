"""Who stands under each of many keys: one question to the database, one row a key, and of a crowd the first only, whatever its number."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection, TextClause, text

from hearsay.ledger.bodies import dumps, loads

# In SQLite names are told in one text, parted by what no name has in it (bodies.is_storable), which is quicker than JSON. -1 is no limit there, NULL
# none in PostgreSQL.
_PARTED = "\0"
_HOLDERS = {
    "sqlite": """SELECT wanted.value, (SELECT group_concat(held.{name}, char(0)) FROM (SELECT {name} FROM {table} WHERE {key} = wanted.value
        ORDER BY {order} LIMIT coalesce(:most, -1)) AS held) FROM json_each(:wanted) AS wanted""",
    "postgresql": """SELECT wanted.key, (SELECT CAST(json_agg(held.name ORDER BY held.place) AS TEXT) FROM (SELECT {name} AS name, {order} AS place
        FROM {table} WHERE {key} = wanted.key ORDER BY {order} LIMIT CAST(:most AS BIGINT)) AS held) FROM (SELECT CAST(value AS BIGINT) AS key
        FROM json_array_elements_text(CAST(:wanted AS JSON))) AS wanted""",
}
_BEARERS = {
    "sqlite": """WITH wanted AS MATERIALIZED (SELECT key AS place, json_extract(value, '$[0]') AS trait, json_extract(value, '$[1]') AS first,
        json_extract(value, '$[2]') AS last FROM json_each(:wanted))
        SELECT place, (SELECT group_concat(telling_id, char(0)) FROM derived_traits WHERE key = trait AND stretch BETWEEN first AND last) FROM wanted
        WHERE NOT EXISTS (SELECT 1 FROM derived_traits WHERE key = trait AND stretch BETWEEN first AND last LIMIT 1 OFFSET :most)""",
    "postgresql": """WITH wanted AS MATERIALIZED (SELECT number - 1 AS place, CAST(value ->> 0 AS BIGINT) AS trait,
        CAST(value ->> 1 AS BIGINT) AS first, CAST(value ->> 2 AS BIGINT) AS last FROM
        json_array_elements(CAST(:wanted AS JSON)) WITH ORDINALITY AS given (value, number))
        SELECT place, (SELECT CAST(json_agg(telling_id) AS TEXT) FROM derived_traits WHERE key = trait AND stretch BETWEEN first AND last) FROM wanted
        WHERE NOT EXISTS (SELECT 1 FROM derived_traits WHERE key = trait AND stretch BETWEEN first AND last LIMIT 1 OFFSET :most)""",
}


class Shelf(NamedTuple):
    """A table and three of its columns: the keys (63 bits), the names under them, and what the names are ordered by."""

    table: str
    key: str
    name: str
    order: str


def holders(connection: Connection, shelf: Shelf, wanted: Collection[int], most: int | None) -> dict[int, list[str]]:
    """The names under each key in their order, the first ``most`` of them or all; keys that hold none are left out."""
    query = _query(connection.dialect.name, shelf)
    rows = connection.execute(query, {"wanted": dumps(list(wanted)), "most": most}).all() if wanted else ()
    return {number: _names(connection, told) for number, told in rows if told}


def bearers(connection: Connection, wanted: Sequence[tuple[int, int, int]], most: int) -> dict[int, list[str]]:
    """The tellings that bear a trait (63 bits) in the stretches from one to another, by where these three numbers are in ``wanted``; those of which
    none does, or more than ``most``, are left out."""
    query = _query(connection.dialect.name, None)
    rows = connection.execute(query, {"wanted": dumps(wanted), "most": most}).all() if wanted else ()
    return {place: _names(connection, told) for place, told in rows if told}


@cache
def _query(dialect: str, shelf: Shelf | None) -> TextClause:
    return text(_BEARERS[dialect] if shelf is None else _HOLDERS[dialect].format(**shelf._asdict()))


def _names(connection: Connection, told: str) -> list[str]:
    return told.split(_PARTED) if connection.dialect.name == "sqlite" else loads(told)
