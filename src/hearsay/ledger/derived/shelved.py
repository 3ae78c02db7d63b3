"""Tellings on shelves of the ledger: found by their keys, put there and taken away with their report."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, select, text

from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.derived import tables
from hearsay.ledger.rows import write
from hearsay.records import Link, Telling
from hearsay.records.telling import telling_from_json, telling_to_json

_BATCH = 500  # names in one question to the database
# Of a key that very many tellings share only the first ones are read, whatever their number. -1 is no limit in SQLite, NULL none in PostgreSQL.
_HOLDERS = {
    "sqlite": """SELECT wanted.value, held.telling_id FROM json_each(:keys) AS wanted JOIN derived_keys AS held ON held.key = wanted.value
        AND held.lot IN (SELECT lot FROM derived_keys WHERE key = wanted.value ORDER BY lot LIMIT coalesce(:most, -1)) ORDER BY held.lot""",
    "postgresql": """SELECT wanted.key, held.telling_id FROM (SELECT CAST(value AS BIGINT) AS key FROM json_array_elements_text(CAST(:keys AS JSON)))
        AS wanted JOIN LATERAL (SELECT lot, telling_id FROM derived_keys WHERE key = wanted.key ORDER BY lot LIMIT CAST(:most AS BIGINT)) AS held ON
        TRUE ORDER BY held.lot""",
}


class Shelved:
    """What linking asks of whoever holds the tellings, asked of the database."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def holders(self, wanted: Collection[str], most: int | None) -> Mapping[str, Sequence[str]]:
        """The ids of the tellings under each key in the order of their lots, the first ``most`` of them or all."""
        names = {number_of(key): key for key in wanted}
        found: dict[str, list[str]] = {}
        query = text(_HOLDERS[self._connection.dialect.name])
        for number, telling_id in self._connection.execute(query, {"keys": dumps(list(names)), "most": most}):
            found.setdefault(names[number], []).append(telling_id)
        return found

    def tellings(self, telling_ids: Collection[str]) -> Mapping[str, Telling]:
        """The tellings with these ids, all of them."""
        table = tables.tellings.c
        found: dict[str, Telling] = {}
        for batch in batches(telling_ids):
            rows = self._connection.execute(select(table.telling_id, table.body).where(table.telling_id.in_(batch)))
            found.update((telling_id, telling_from_json(loads(body))) for telling_id, body in rows)
        return found


def shelve(connection: Connection, tellings: Iterable[tuple[Telling, int, Iterable[str]]]) -> None:
    """Put tellings on the shelves, each with its lot under its keys; they are in no event yet."""
    told = list(tellings)
    write(
        connection,
        tables.tellings.name,
        ("telling_id", "report_id", "event_id", "body"),
        [(telling.telling_id, telling.report_id, "", dumps(telling_to_json(telling))) for telling, _, _ in told],
    )
    keyed = [(number, lot, telling.telling_id) for telling, lot, keys in told for number in sorted({number_of(key) for key in keys})]
    write(connection, tables.telling_keys.name, ("key", "lot", "telling_id"), keyed)


def tellings_of(connection: Connection, report_ids: Collection[str]) -> list[Telling]:
    """What these reports tell."""
    found: list[Telling] = []
    for batch in batches(report_ids):
        rows = connection.scalars(select(tables.tellings.c.body).where(tables.tellings.c.report_id.in_(batch)).order_by(tables.tellings.c.telling_id))
        found += [telling_from_json(loads(body)) for body in rows]
    return found


def unshelve(connection: Connection, telling_ids: Collection[str]) -> None:
    """Take tellings off the shelves."""
    for batch in batches(telling_ids):
        connection.execute(delete(tables.telling_keys).where(tables.telling_keys.c.telling_id.in_(batch)))
        connection.execute(delete(tables.tellings).where(tables.tellings.c.telling_id.in_(batch)))


def members(connection: Connection, event_ids: Collection[str]) -> set[str]:
    """The ids of the tellings in these events."""
    found: set[str] = set()
    for batch in batches(event_ids):
        found |= set(connection.scalars(select(tables.tellings.c.telling_id).where(tables.tellings.c.event_id.in_(batch))))
    return found


def number_of(key: str) -> int:
    """Sixty-three bits of the key's hash, so that a database's integers hold it."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


def link_from(told: dict[str, Any]) -> Link:
    """A link from its JSON."""
    return Link(told["left"], told["right"], told["score"], tuple((weight, words) for weight, words in told["reasons"]))


def batches(names: Iterable[str]) -> Iterator[list[str]]:
    """The names, sorted, each once, so many at a time as one question to the database can hold."""
    waiting = iter(sorted(set(names)))
    while batch := list(islice(waiting, _BATCH)):
        yield batch
