"""Opening a ledger."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, insert, inspect, select

from hearsay.ledger import addresses, engines, schema
from hearsay.ledger.errors import LedgerDamagedError, NotALedgerError, TooNewLedgerError, told_plainly

# What comes of damage that shows only in what is made of it: names that nothing bears, words in the place of numbers.
_SUSPECT = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Ledger:
    """An open ledger, to be closed, or used in ``with``, which raises LedgerError if anything went wrong because the ledger is damaged. ``name`` is
    how messages call it; ``clock`` gives the time to record, in UTC; ``version`` is that of its schema."""

    name: str
    engine: Engine
    clock: Callable[[], datetime] = _now
    version: int = schema.VERSION

    @property
    def argument(self) -> str:
        """The name as it is typed behind ``--ledger``, quoted where a shell would take it for something else."""
        return shlex.quote(self.name)

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if isinstance(error, _SUSPECT) and (found := self._damage()):
                raise LedgerDamagedError(f"{found}: restore a copy, or post the reports into a new ledger") from error
        finally:
            self.close()

    def _damage(self) -> str | None:
        """The first damage that a check finds. Raises LedgerError if the check itself comes to nothing."""
        from hearsay.ledger.checking import check

        if self.version < schema.VERSION:
            return None
        with closing(check(self)) as problems:
            return next((f"{self.name} is damaged, {one.message}" for one in problems if one.code != "span"), None)

    def close(self) -> None:
        """Give the file back. A closed ledger is not to be used again."""
        self.engine.dispose()


def open(  # noqa: A001 - as in __init__
    path_or_url: str | Path, *, create: bool = True, read_only: bool = False, clock: Callable[[], datetime] = _now
) -> Ledger:
    """Open the ledger at a file's path or an address (``sqlite:///FILE``, ``postgresql+psycopg://USER:PASSWORD@HOST/DATABASE``), making it if there
    is none and ``create`` says so. A ledger of an older release is brought up to date first.

    ``read_only`` never makes nor writes anything: a file on a medium that cannot be written opens, and an older ledger is read as it is. Raises
    LedgerError: missing, not a ledger, written by a newer release, damaged, out of reach, or a driver is not installed."""
    url = addresses.address_of(path_or_url)
    name, create = addresses.name_of(url), create and not read_only
    if url.get_backend_name() == "sqlite":
        addresses.check_path(name, create=create)
    ledger = Ledger(name, engines.engine_of(url, name, read_only=read_only), clock)
    try:
        with told_plainly(name):
            return replace(ledger, version=_prepare(ledger, create=create, read_only=read_only))
    except BaseException:
        ledger.close()
        raise


@contextmanager
def writing(ledger: Ledger, *, is_lasting: bool = True, left: str = "nothing more was written") -> Iterator[Connection]:
    """A transaction in which nobody else writes to the ledger, committed at the end, or undone if anything is raised; ``left`` says that, in what is
    told of a fault. Unless ``is_lasting`` it need not be on the disk by then: if the power fails, it may be as if it had not been."""
    options = {engines.WRITING: True, engines.FLEETING: not is_lasting}
    with told_plainly(ledger.name, left), ledger.engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def reading(ledger: Ledger) -> Iterator[Connection]:
    """A transaction that sees the ledger as it is at its first look, whatever others write meanwhile."""
    with told_plainly(ledger.name), ledger.engine.connect() as connection, connection.begin():
        yield connection


def _prepare(ledger: Ledger, *, create: bool, read_only: bool) -> int:
    """Check what is there; make the tables in an empty database, and bring old ones up to date. Returns the version of the schema."""
    with ledger.engine.connect() as connection:
        names = set(inspect(connection).get_table_names())
        found = _version(ledger, connection) if schema.meta.name in names else None
    if found is None:
        if names or not create:
            raise NotALedgerError(f"{ledger.name} is a database, but not a ledger: give the path of a ledger, or of a new file")
        _make(ledger)
    elif found < schema.VERSION and not read_only:
        from hearsay.ledger.migrations import migrate

        migrate(ledger)
    return found if found and read_only else schema.VERSION


def _make(ledger: Ledger) -> None:
    engines.use_wal(ledger.engine)
    with writing(ledger) as connection:
        if not inspect(connection).has_table(schema.meta.name):  # another process may have been quicker
            engines.check_encoding(connection, ledger.name)
            schema.make(connection)
            connection.execute(insert(schema.meta).values(name="schema", value=str(schema.VERSION)))


def _version(ledger: Ledger, connection: Connection) -> int:
    value = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.name == "schema"))
    if value is None or not value.isdigit():
        raise NotALedgerError(f"{ledger.name} is a database, but its ledger says no schema version: restore a copy")
    if int(value) > schema.VERSION:
        raise TooNewLedgerError(
            f"{ledger.name} was written by a newer release (schema {value}, this release knows {schema.VERSION}): upgrade hearsay to read it"
        )
    return int(value)
