"""Appending entries: each is numbered after the last, is recorded no earlier, and bears a hash that holds the hash of the one before.

So an entry that was altered, taken out or put in between shows (checking.py).
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from hearsay.ledger import schema
from hearsay.ledger.bodies import dumps, is_storable, loads
from hearsay.ledger.rows import write
from hearsay.ledger.store import Ledger, writing
from hearsay.records import Entry
from hearsay.records.entry import Kind


class Draft(NamedTuple):
    """What an entry shall say; ``body`` is JSON."""

    kind: Kind
    key: str
    body: str


class Row(NamedTuple):
    """An entry as its table has it; ``body`` is JSON."""

    entry_id: int
    kind: Kind
    key: str
    body: str
    by: str
    recorded_at: str
    hash: str


class Tail(NamedTuple):
    """The last entry, which the next one follows. ``entry_id`` 0 and the others empty if there is none."""

    entry_id: int = 0
    hash: str = ""
    recorded_at: str = ""


def append(ledger: Ledger, *, kind: Kind, key: str, body: dict[str, Any], by: str) -> Entry:
    """Append one entry in a transaction of its own. ``body`` must be ready for JSON. Raises LedgerError if the ledger cannot be written, and
    ValueError if ``by`` is blank or something cannot be stored."""
    check_name(by)
    if not is_storable(key):
        raise ValueError(f"{key!r} cannot be an entry's key: it holds a character that databases do not keep")
    draft = Draft(kind, key, dumps(body))
    with writing(ledger) as connection:
        (row,) = append_all(connection, [draft], by=by, moment=ledger.clock())
    return Entry(row.entry_id, kind, key, loads(row.body), by, datetime.fromisoformat(row.recorded_at))


def append_all(connection: Connection, drafts: Iterable[Draft], *, by: str, moment: datetime) -> list[Row]:
    """Append entries within a transaction that writes; returns their rows. They are recorded at ``moment``, or when the last entry was if the clock
    has run backwards since."""
    last = tail(connection)
    recorded_at = max(stamp(moment), last.recorded_at)
    rows = list(_chained(last, drafts, by, recorded_at))
    write(connection, schema.entries.name, Row._fields, rows)
    return rows


def tail(connection: Connection) -> Tail:
    """The last entry of the ledger."""
    columns = schema.entries.c
    query = select(columns.entry_id, columns.hash, columns.recorded_at).order_by(columns.entry_id.desc()).limit(1)
    found = connection.execute(query).first()
    return Tail(*found) if found else Tail()


def _chained(last: Tail, drafts: Iterable[Draft], by: str, recorded_at: str) -> Iterator[Row]:
    """The entries, each numbered and chained to the one before it."""
    previous = last.hash
    for entry_id, (kind, key, body) in enumerate(drafts, last.entry_id + 1):
        previous = digest(previous, (entry_id, kind, key, by, recorded_at), body)
        yield Row(entry_id, kind, key, body, by, recorded_at, previous)


def digest(previous: str, told: tuple[int, str, str, str, str], body: str) -> str:
    """The hash of an entry: SHA-256, in hexadecimal, of the JSON list [previous hash, entry_id, kind, key, by, recorded_at] without spaces, a line
    break, and the body as it is stored, all in UTF-8. ``told`` is what the list has after the previous hash.

    >>> digest("", (1, "report", "a", "me", "2021-09-03T12:30:00.000000Z"), "{}")[:8]
    '0b2244e2'
    """
    made = sha256(f"{dumps((previous, *told))}\n".encode())
    made.update(body.encode())
    return made.hexdigest()


def check_name(by: str) -> None:
    """Raise ValueError if nobody can be named so."""
    if not by.strip() or not is_storable(by):
        raise ValueError(f"an entry needs the name of who made it, and {by!r} is none")


def stamp(moment: datetime) -> str:
    """A moment as the ledger writes it: UTC, to the microsecond, sorting as text. Raises ValueError for a moment without a time zone.

    >>> stamp(datetime(2021, 9, 3, 12, 30, tzinfo=UTC))
    '2021-09-03T12:30:00.000000Z'
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone: give it one, as datetime(..., tzinfo=UTC)")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
