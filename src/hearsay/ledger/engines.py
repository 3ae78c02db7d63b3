"""How each database is spoken to: SQLite and PostgreSQL."""

import sqlite3
import time
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from hearsay.ledger import addresses
from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.errors import LedgerError

WRITING, FLEETING = "hearsay_writing", "hearsay_fleeting"  # options of a connection: it writes; what it writes need not be on the disk yet

_BUSY_SECONDS = 30
_PAUSE_SECONDS = 0.01
_CONNECT_SECONDS = 10
_CACHE_KIB = 65_536  # the index of a million claims' ids is larger than SQLite's own 2 MB
_MAPPED_BYTES = 0x7FFF0000  # of the file, read without copying: as many as SQLite allows
_PAGE_BYTES = 8_192  # of a new file: of SQLite's own 4,096 the entries of claims leave a fifth empty
_LOGGED_BYTES = 0x4000000  # of the write-ahead log before it goes into the file, which costs least if pages that change often have met in it
_WRITERS = 0x68656172  # the key of the lock that writers take in PostgreSQL: any number that nobody else uses ("hear")


def engine_of(url: URL, name: str, *, read_only: bool) -> Engine:
    """An engine whose transactions begin as ``_begin_sqlite`` and ``_begin_postgres`` say. Raises LedgerError if the driver is not installed."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(addresses.reading_only(url) if read_only else url, read_only=read_only)
    try:
        return _postgres(url, read_only=read_only)
    except ModuleNotFoundError as fault:
        raise LedgerError(f"{name} needs the driver of PostgreSQL: pip install 'hearsay[postgres]'") from fault


def use_wal(engine: Engine) -> None:
    """Let SQLite keep a write-ahead log: readers and the one writer do not wait for each other. The file remembers it."""
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    end = time.monotonic() + _BUSY_SECONDS
    try:
        while not _has_wal(connection.cursor()) and time.monotonic() < end:
            time.sleep(_PAUSE_SECONDS)
    finally:
        connection.close()


def _has_wal(cursor: Any) -> bool:
    """False if another process is at the file just now: for this SQLite does not wait by itself."""
    try:
        cursor.execute("PRAGMA journal_mode = WAL").close()
    except sqlite3.OperationalError as fault:
        if "locked" not in str(fault):
            raise
        return False
    return True


def check_encoding(connection: Connection, name: str) -> None:
    """Raise LedgerError for a PostgreSQL database that cannot hold every text."""
    if connection.dialect.name == "postgresql" and (encoding := connection.exec_driver_sql("SHOW server_encoding").scalar()) != "UTF8":
        raise LedgerError(f"{name} is a database in {encoding}, which cannot hold every text: make one with `createdb --encoding UTF8 -T template0`")


def _sqlite(url: URL, *, read_only: bool) -> Engine:
    given = {} if "timeout" in url.query else {"timeout": float(_BUSY_SECONDS)}
    engine = create_engine(url, connect_args=given, json_serializer=dumps, json_deserializer=loads)
    event.listen(engine, "connect", _on_connect_sqlite)
    if read_only:
        event.listen(engine, "connect", _forbid_writing_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _on_connect_sqlite(connection: Any, _record: Any) -> None:
    # The driver would begin transactions late and on its own; we begin them ourselves, so that a post is one transaction from its first read.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
    connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")  # a file that is there keeps its own
    (page_bytes,) = connection.execute("PRAGMA page_size").fetchone()
    connection.execute(f"PRAGMA wal_autocheckpoint = {_LOGGED_BYTES // page_bytes}")


def _forbid_writing_sqlite(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA query_only = ON")


def _begin_sqlite(connection: Connection) -> None:
    """Whoever writes is alone from the beginning of the transaction; whoever reads sees one state throughout."""
    if _is(connection, WRITING):
        connection.exec_driver_sql(f"PRAGMA synchronous = {'NORMAL' if _is(connection, FLEETING) else 'FULL'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _is(connection, WRITING) else "BEGIN")


def _postgres(url: URL, *, read_only: bool) -> Engine:
    options = [str(url.query.get("options", ""))]
    if "lock_timeout" not in options[0]:
        options.append(f"-c lock_timeout={_BUSY_SECONDS}s")
    if read_only:
        options.append("-c default_transaction_read_only=on")
    given: dict[str, Any] = {"options": " ".join(options).strip()}
    if "connect_timeout" not in url.query:
        given["connect_timeout"] = _CONNECT_SECONDS
    engine = create_engine(url, connect_args=given, pool_pre_ping=True, json_serializer=dumps, json_deserializer=loads)
    event.listen(engine, "begin", _begin_postgres)
    return engine


def _begin_postgres(connection: Connection) -> None:
    """As for SQLite. The lock is taken before the first look, so that what a writer sees is what the writer before it left."""
    if not _is(connection, WRITING):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        return
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
    if _is(connection, FLEETING):
        connection.exec_driver_sql("SET LOCAL synchronous_commit = off")


def _is(connection: Connection, option: str) -> bool:
    return bool(connection.get_execution_options().get(option, False))
