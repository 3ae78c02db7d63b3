"""What all commands share: the ledger's path, the form of help, and how faults end a command."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from hearsay.faces.cli.screens import clean, margin

if TYPE_CHECKING:
    from hearsay.ledger import Ledger

FLAGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
LedgerPath = Annotated[str, typer.Option("--ledger", metavar="L", envvar="HEARSAY_LEDGER", help="The ledger: a file, or the address of a database.")]
SameLedger = Annotated[str | None, typer.Option("--ledger", metavar="L", help="The ledger: a file, or the address of a database.")]
By = Annotated[str, typer.Option(metavar="NAME", help="Who judges.")]
Note = Annotated[str, typer.Option(metavar="WORDS", help="What to write beside it.")]
ProfileName = Annotated[str, typer.Option("--profile", metavar="P", help="By whose rules: hearsay, ucdp, acled, airwars or ibc.")]

DEFAULT_LEDGER = "hearsay.db"


def day(value: str) -> date:
    """The day that an option says. Raises BadParameter if it is none."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a day like 2021-09-01") from None


def moment(value: str) -> datetime:
    """The moment that an option says, UTC unless it says a zone; of a day its end. Raises BadParameter if it is neither."""
    try:
        if len(value) <= len("2021-09-01"):
            return datetime.combine(date.fromisoformat(value), time.max, tzinfo=UTC)
        said = datetime.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a day like 2021-09-01 or a moment like 2021-09-01T14:30") from None
    return said if said.tzinfo else said.replace(tzinfo=UTC)


def named(by: str) -> str:
    """Who judges. Raises BadParameter if nobody does."""
    if not by.strip():
        raise typer.BadParameter("a judgement needs the name of who made it", param_hint="--by")
    return by.strip()


AsOf = Annotated[
    date | None, typer.Option("--as-of", parser=day, metavar="DAY", help="As known from what was published up to that day (YYYY-MM-DD).")
]
RecordedBy = Annotated[
    datetime | None,
    typer.Option("--recorded-by", parser=moment, metavar="WHEN", help="As this ledger had it at that day or moment (UTC)."),
]


@contextmanager
def faults_told() -> Iterator[None]:
    """Tells in one line, and ends with status 2, when the ledger, the weights or the user's gazetteer cannot be used."""
    from hearsay.grounding.gazetteer import GazetteerError
    from hearsay.ledger import LedgerError
    from hearsay.weights import WeightsError

    try:
        yield
    except (GazetteerError, LedgerError, WeightsError) as fault:
        fail(str(fault))


@contextmanager
def kept_up(path: str, *, create: bool = False) -> "Iterator[Ledger]":
    """A ledger to write to, whose events and tallies are brought up to date in the end; faults are told as in ``faults_told``, one of bringing up to
    date with status 1. What the command has to tell is to be told within."""
    from hearsay import ledger, upkeep

    with faults_told(), ledger.open(path, create=create) as opened:
        yield opened
        console = margin()
        try:
            with console.status("bringing events up to date") if console.is_terminal else nullcontext():
                upkeep.refresh(opened)
        except ledger.LedgerError as fault:
            fail(str(fault), 1)


def fail(message: str, status: int = 2) -> NoReturn:
    """Ends with one line on standard error and the status."""
    typer.echo(clean(message), err=True)
    raise typer.Exit(status)
