"""What can be wrong with a ledger's file or server, in plain words."""

import re
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


class UnreadableError(LedgerDamagedError):
    """Something that the ledger holds cannot be read; ``told_plainly`` says in which ledger."""


class LedgerUnreachableError(LedgerError):
    """The server does not answer, or lets this user not in."""


Faults = tuple[tuple[str, type[LedgerError], str, str], ...]

_DAMAGED = (LedgerDamagedError, "is damaged", "restore a copy, or post the reports into a new ledger")
_UNREADABLE = (
    LedgerDamagedError,
    "is damaged",
    "`hearsay ledger check` names the entries that are; restore a copy, or post the reports into a new ledger",
)
_UNDECODABLE = re.compile(r"column '\w+' with text '.{0,60}")  # in what SQLite says of a text that is no UTF-8
_BUSY = (LedgerLockedError, "is in use by another process", "try again when that is done")
_AWAY = (LedgerUnreachableError, "cannot be reached", "check the address, and that the server runs")

# what SQLite says -> which fault it is, what to tell, and what to do
_SQLITE: Faults = (
    ("not a database", NotALedgerError, "is not a ledger (not a database file)", "give the path of a ledger, or of a new file"),
    ("unable to open", LedgerMissingError, "cannot be opened", "check that its folder exists and may be written"),
    ("readonly", ReadOnlyLedgerError, "is read-only", "make the file and its folder writable, or use a copy"),
    ("no such module: fts5", LedgerError, "cannot be made", "the SQLite of this Python has no full-text search (FTS5); use another Python"),
    ("malformed json", *_UNREADABLE),
    ("malformed", *_DAMAGED),
    ("no such ", *_DAMAGED),
    ("has no column", *_DAMAGED),
    ("vtable constructor failed", *_DAMAGED),
    ("locked", *_BUSY),
    ("full", LedgerDamagedError, "cannot grow, the disk is full", "free some space and try again"),
    ("disk i/o", LedgerDamagedError, "cannot be read or written, the disk fails or a limit is reached", "check the disk"),
)

# the same for PostgreSQL: [SQLSTATE] where the server gives one, else the words of the client's library
_POSTGRES: Faults = (
    (
        "password",
        LedgerUnreachableError,
        "lets this user not in",
        "check the user and the password of the address (PGPASSWORD and ~/.pgpass do as well)",
    ),
    ("no pg_hba.conf entry", LedgerUnreachableError, "lets nobody in from here", "ask who runs the server"),
    ("role ", LedgerUnreachableError, "does not know this user", "check the user of the address"),
    ("[25006]", ReadOnlyLedgerError, "is read-only", "open it for writing, or use a server that takes writes"),
    ("[42501]", ReadOnlyLedgerError, "may not be used so by this user", "ask for the rights"),
    ("[55p03]", *_BUSY),
    ("[40p01]", *_BUSY),
    ("[53300]", LedgerLockedError, "has too many connections", "try again later"),
    ("[53100]", LedgerDamagedError, "cannot grow, the server's disk is full", "free some space and try again"),
    ("[xx001]", *_DAMAGED),
    ("[xx002]", LedgerDamagedError, "has a damaged index", "let the server make it anew (REINDEX)"),
    ("database ", LedgerMissingError, "does not exist on the server", "check the address, or make it with `createdb`"),
    ("connection", *_AWAY),
    ("could not translate host name", LedgerUnreachableError, "cannot be reached", "check the host of the address"),
    ("failed to resolve host", LedgerUnreachableError, "cannot be reached", "check the host of the address"),
    ("timeout expired", *_AWAY),
    ("consuming input failed", LedgerUnreachableError, "cannot be reached any more", "check that the server runs"),
)


@contextmanager
def told_plainly(name: str, left: str = "") -> Iterator[None]:
    """Turn the database's errors, and what cannot be read, into LedgerError with a plain message about the ledger ``name``. ``left`` says how it is
    left by the fault."""
    try:
        yield
    except UnreadableError as error:
        raise _unreadable(name, left, str(error)) from error
    except UnicodeDecodeError as error:  # in what SQLite says of a damaged schema
        raise LedgerDamagedError(_sentence(name, *_DAMAGED[1:], left)) from error
    except (DBAPIError, sqlite3.Error) as error:
        origin = getattr(error, "orig", None) or error
        if undecodable := _UNDECODABLE.search(str(origin)):
            raise _unreadable(name, left, undecodable[0]) from error
        faults, said = _said(origin)
        for words, fault, wrong, remedy in faults:
            if words in said:
                raise fault(_sentence(name, wrong, remedy, left)) from error
        raise LedgerError(f"{name} cannot be used: {origin}") from error


def _unreadable(name: str, left: str, what: str) -> LedgerDamagedError:
    fault, wrong, remedy = _UNREADABLE
    return fault(_sentence(name, f"{wrong}, {what} cannot be read", remedy, left))


def _sentence(name: str, wrong: str, remedy: str, left: str) -> str:
    return f"{name} {wrong}: {left}; {remedy}" if left else f"{name} {wrong}: {remedy}"


def _said(origin: BaseException) -> tuple[Faults, str]:
    said, state = str(origin).lower(), getattr(origin, "sqlstate", "")
    if state == "":  # no such thing in SQLite
        return _SQLITE, said
    return _POSTGRES, f"[{state}]".lower() if state else said
