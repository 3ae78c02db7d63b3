"""What can be wrong with a ledger's file or server, in plain words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError


class LedgerError(Exception):
    """Any fault of the ledger's file or server; the message says which ledger, what is wrong and what to do."""


class LedgerMissingError(LedgerError):
    """There is no ledger at the path or address, and none can or shall be made."""


class NotALedgerError(LedgerError):
    """The file is no database, or the database of something else."""


class TooNewLedgerError(LedgerError):
    """The ledger was written by a newer release."""


class TooOldLedgerError(LedgerError):
    """The ledger was written by an older release, was opened to be read only, and lacks what is asked for."""


class ReadOnlyLedgerError(LedgerError):
    """The ledger may be read but not written."""


class LedgerLockedError(LedgerError):
    """Another process kept the ledger busy for too long."""


class LedgerDamagedError(LedgerError):
    """The database is damaged, or the disk is full or failing."""


class LedgerUnreachableError(LedgerError):
    """The server does not answer, or lets this user not in."""


Faults = tuple[tuple[str, type[LedgerError], str], ...]

# what SQLite says -> which fault it is, and what to tell
_SQLITE: Faults = (
    ("not a database", NotALedgerError, "is not a ledger (not a database file): give the path of a ledger, or of a new file"),
    ("unable to open", LedgerMissingError, "cannot be opened: check that its folder exists and may be written"),
    ("readonly", ReadOnlyLedgerError, "is read-only: nothing was posted; make the file and its folder writable, or use a copy"),
    ("locked", LedgerLockedError, "is in use by another process: nothing was posted; try again when that is done"),
    ("malformed", LedgerDamagedError, "is damaged: nothing was posted; restore a copy, or post the reports into a new ledger"),
    ("full", LedgerDamagedError, "cannot grow, the disk is full: nothing was posted; free some space and try again"),
    ("disk i/o", LedgerDamagedError, "cannot be read or written, the disk fails or a limit is reached: nothing was posted; check the disk"),
    ("no such module: fts5", LedgerError, "cannot be made: the SQLite of this Python has no full-text search (FTS5); use another Python"),
)

# the same for PostgreSQL: [SQLSTATE] where the server gives one, else the words of the client's library
_POSTGRES: Faults = (
    (
        "password",
        LedgerUnreachableError,
        "lets this user not in: check the user and the password of the address (PGPASSWORD and ~/.pgpass do as well)",
    ),
    ("no pg_hba.conf entry", LedgerUnreachableError, "lets nobody in from here: ask who runs the server"),
    ("role ", LedgerUnreachableError, "does not know this user: check the user of the address"),
    ("[25006]", ReadOnlyLedgerError, "is read-only: nothing was posted; open it for writing, or use a server that takes writes"),
    ("[42501]", ReadOnlyLedgerError, "may not be used so by this user: nothing was posted; ask for the rights"),
    ("[55p03]", LedgerLockedError, "is in use by another process: nothing was posted; try again when that is done"),
    ("[40p01]", LedgerLockedError, "is in use by another process: nothing was posted; try again when that is done"),
    ("[53300]", LedgerLockedError, "has too many connections: nothing was posted; try again later"),
    ("[53100]", LedgerDamagedError, "cannot grow, the server's disk is full: nothing was posted; free some space and try again"),
    ("[xx001]", LedgerDamagedError, "is damaged: nothing was posted; restore a copy, or post the reports into a new ledger"),
    ("[xx002]", LedgerDamagedError, "has a damaged index: nothing was posted; let the server make it anew (REINDEX)"),
    ("database ", LedgerMissingError, "does not exist on the server: check the address, or make it with `createdb`"),
    ("connection", LedgerUnreachableError, "cannot be reached: nothing was posted; check the address, and that the server runs"),
    ("could not translate host name", LedgerUnreachableError, "cannot be reached: check the host of the address"),
    ("failed to resolve host", LedgerUnreachableError, "cannot be reached: check the host of the address"),
    ("timeout expired", LedgerUnreachableError, "cannot be reached: nothing was posted; check the address, and that the server runs"),
    ("consuming input failed", LedgerUnreachableError, "cannot be reached any more: nothing was posted; check that the server runs"),
)


@contextmanager
def told_plainly(name: str) -> Iterator[None]:
    """Turn the database's errors into LedgerError with a plain message about the ledger ``name``."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        origin = getattr(error, "orig", None) or error
        faults, said = _said(origin)
        for words, fault, message in faults:
            if words in said:
                raise fault(f"{name} {message}") from error
        raise LedgerError(f"{name} cannot be used: {origin}") from error


def _said(origin: BaseException) -> tuple[Faults, str]:
    said, state = str(origin).lower(), getattr(origin, "sqlstate", "")
    if state == "":  # no such thing in SQLite
        return _SQLITE, said
    return _POSTGRES, f"[{state}]".lower() if state else said
