"""Bringing a ledger of an older release up to date: in one transaction, so that it is the old one or the new one, and never half of each."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, select, text, update

from hearsay.ledger import engines, schema, words
from hearsay.ledger.bodies import loads, report_from
from hearsay.ledger.chain import Row, digest
from hearsay.ledger.errors import LedgerDamagedError, told_plainly
from hearsay.ledger.rows import write
from hearsay.ledger.store import Ledger

_PAGE = 1_000  # entries in memory at a time


def migrate(ledger: Ledger) -> None:
    """Take the ledger forward from its schema to this release's. Raises LedgerError, and leaves it as it was, if that fails."""
    with told_plainly(ledger.name, "it was left as it was"), _loosened(ledger) as connection:
        found = int(connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == "schema")).scalar_one())
        for version in range(found, schema.VERSION):  # none, if another process was quicker
            _STEPS[version](connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise LedgerDamagedError(f"{ledger.name} is damaged, its tables do not agree, and it was left as it was: restore a copy")
        connection.execute(update(schema.meta).where(schema.meta.c.name == "schema").values(value=str(schema.VERSION)))


@contextmanager
def _loosened(ledger: Ledger) -> Iterator[Connection]:
    """A transaction in which SQLite lets tables be made anew: it heeds no foreign keys, and renames a table and nothing else."""
    with ledger.engine.connect().execution_options(**{engines.WRITING: True}) as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("PRAGMA legacy_alter_table = ON")
        connection.detach()  # it is closed after this, and no other transaction gets it
        with connection.begin():
            yield connection


def _from_1_to_2(connection: Connection) -> None:
    """Entries get their hashes, reports and claims the ids of their entries as keys, the words of reports an index. Only SQLite had schema 1."""
    for index in ("entries_by_kind", "ix_claims_report_id"):
        connection.exec_driver_sql(f"DROP INDEX {index}")
    for table in ("claims", "reports", "entries"):
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {table}_v1")
    schema.make(connection)
    previous = ""
    for page in _pages(connection):
        rows = []
        for entry_id, kind, key, body, by, recorded_at in page:
            previous = digest(previous, (entry_id, kind, key, by, recorded_at), body)
            rows.append(Row(entry_id, kind, key, body, by, recorded_at, previous))
        write(connection, "entries", Row._fields, rows)
        words.index(connection, [(row.entry_id, words.indexed(report_from(loads(row.body)))) for row in rows if row.kind == "report"])
    for table, columns in (("reports", "entry_id, report_id, outlet, published, text_sha256"), ("claims", "entry_id, claim_id, report_id")):
        connection.exec_driver_sql(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table}_v1 ORDER BY entry_id")  # noqa: S608 - as above
    for table in ("claims", "reports", "entries"):
        connection.exec_driver_sql(f"DROP TABLE {table}_v1")


def _pages(connection: Connection) -> Iterator[Sequence[Any]]:
    columns = "entry_id, kind, key, CAST(body AS TEXT) AS body, by, recorded_at"
    query = text(f"SELECT {columns} FROM entries_v1 WHERE entry_id > :after ORDER BY entry_id LIMIT :page")  # noqa: S608 - no words from outside
    after = 0
    while page := connection.execute(query, {"after": after, "page": _PAGE}).all():
        yield page
        after = page[-1].entry_id


# by the version that a step takes the ledger on from
_STEPS: dict[int, Callable[[Connection], None]] = {1: _from_1_to_2}
