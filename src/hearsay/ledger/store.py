"""Opening a ledger."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from hearsay.ledger import schema
from hearsay.ledger.errors import LedgerError, LedgerMissingError, NotALedgerError, TooNewLedgerError, told_plainly

_BUSY_SECONDS = 30.0


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger, to be closed, or used in ``with``. ``name`` is how messages call it; ``clock`` gives the time to record, in UTC."""

    name: str
    engine: Engine
    clock: Callable[[], datetime] = _now

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back. A closed ledger is not to be used again."""
        self.engine.dispose()


def open(path_or_url: str | Path, *, create: bool = True, clock: Callable[[], datetime] = _now) -> Ledger:  # noqa: A001 - as in __init__
    """Open the SQLite ledger at a path or an SQLAlchemy URL (``sqlite:///file``), making it if there is none and ``create`` says so.
    Raises LedgerError: missing, not a ledger, written by a newer release, damaged, or not SQLite."""
    url = _url(path_or_url)
    name = url.database or str(path_or_url)
    _check_path(name, create=create)
    ledger = Ledger(name, _engine(url), clock)
    try:
        with told_plainly(name):
            _prepare(ledger, create=create)
    except BaseException:
        ledger.close()
        raise
    return ledger


def _url(path_or_url: str | Path) -> URL:
    if "://" not in str(path_or_url):
        return URL.create("sqlite", database=str(path_or_url))
    try:
        url = make_url(str(path_or_url))
    except ArgumentError as error:
        raise LedgerError(f"{path_or_url} is no database address: give a file's path or sqlite:///PATH") from error
    if url.get_backend_name() != "sqlite":
        raise LedgerError(f"{url.render_as_string()} is not SQLite: give a file's path or sqlite:///PATH")
    return url


def _check_path(name: str, *, create: bool) -> None:
    """Say what is wrong with a path before SQLite says only that it is unable to open it."""
    if name.startswith("file:") or name == ":memory:":
        return
    path = Path(name)
    if path.is_dir():
        raise NotALedgerError(f"{name} is a folder: give the path of a ledger's file")
    if not path.parent.is_dir():
        raise LedgerMissingError(f"{name} cannot be made: there is no folder {path.parent}; make it first")
    if not create and not path.exists():
        raise LedgerMissingError(f"{name} does not exist: check the path, or make a ledger there with `hearsay ingest`")


def _engine(url: URL) -> Engine:
    engine = create_engine(url, connect_args={} if "timeout" in url.query else {"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: Any) -> None:
    # The driver would begin transactions late and on its own; we begin them ourselves, so that a post is one transaction from its first read.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _on_begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("hearsay_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _prepare(ledger: Ledger, *, create: bool) -> None:
    """Check what is there; make the tables in an empty database."""
    with ledger.engine.connect() as connection:
        names = set(inspect(connection).get_table_names())
        if schema.meta.name in names:
            _check_version(ledger, connection)
            return
    if names or not create:
        raise NotALedgerError(f"{ledger.name} is a database, but not a ledger: give the path of a ledger, or of a new file")
    _use_wal(ledger)
    with ledger.engine.connect().execution_options(hearsay_writing=True) as connection, connection.begin():
        if not inspect(connection).has_table(schema.meta.name):  # another process may have been quicker
            schema.tables.create_all(connection)
            connection.execute(insert(schema.meta).values(name="schema", value=str(schema.VERSION)))


def _use_wal(ledger: Ledger) -> None:
    """Write-ahead log: readers and the one writer do not wait for each other. The file remembers it."""
    connection = ledger.engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL").close()
    finally:
        connection.close()


def _check_version(ledger: Ledger, connection: Connection) -> None:
    value = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.name == "schema"))
    if value is None or not value.isdigit():
        raise NotALedgerError(f"{ledger.name} is a database, but its ledger says no schema version: restore a copy")
    if int(value) > schema.VERSION:
        raise TooNewLedgerError(
            f"{ledger.name} was written by a newer release (schema {value}, this release knows {schema.VERSION}): upgrade hearsay to read it"
        )
