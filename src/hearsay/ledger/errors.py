"""What can be wrong with a ledger's file, in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError


class LedgerError(Exception):
    """Any fault of the ledger's file; the message says which file, what is wrong and what to do."""


class LedgerMissingError(LedgerError):
    """There is no ledger at the path, and none can or shall be made."""


class NotALedgerError(LedgerError):
    """The file is no database, or the database of something else."""


class TooNewLedgerError(LedgerError):
    """The ledger was written by a newer release."""


class ReadOnlyLedgerError(LedgerError):
    """The ledger may be read but not written."""


class LedgerLockedError(LedgerError):
    """Another process kept the ledger busy for too long."""


class LedgerDamagedError(LedgerError):
    """The database is damaged, or the disk is full or failing."""


# what SQLite says -> which fault it is, and what to tell
_FAULTS: tuple[tuple[str, type[LedgerError], str], ...] = (
    ("not a database", NotALedgerError, "is not a ledger (not a database file): give the path of a ledger, or of a new file"),
    ("unable to open", LedgerMissingError, "cannot be opened: check that its folder exists and may be written"),
    ("readonly", ReadOnlyLedgerError, "is read-only: nothing was posted; make the file and its folder writable, or use a copy"),
    ("locked", LedgerLockedError, "is in use by another process: nothing was posted; try again when that is done"),
    ("malformed", LedgerDamagedError, "is damaged: nothing was posted; restore a copy, or post the reports into a new ledger"),
    ("full", LedgerDamagedError, "cannot grow, the disk is full: nothing was posted; free some space and try again"),
    ("disk i/o", LedgerDamagedError, "cannot be read or written, the disk fails: nothing was posted; check the disk"),
)


@contextmanager
def told_plainly(name: str) -> Iterator[None]:
    """Turn the database's errors into LedgerError with a plain message about the ledger ``name``."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig).lower()
        for words, fault, message in _FAULTS:
            if words in said:
                raise fault(f"{name} {message}") from error
        raise LedgerError(f"{name} cannot be used: {error.orig}") from error
