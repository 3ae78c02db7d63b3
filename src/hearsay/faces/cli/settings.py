"""What all commands share: the ledger's path, the form of help, and how faults end a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any, NoReturn

import typer

from hearsay.faces.cli.screens import clean

FLAGS: dict[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
LedgerPath = Annotated[str, typer.Option("--ledger", metavar="L", envvar="HEARSAY_LEDGER", help="The ledger: a file, or the address of a database.")]

DEFAULT_LEDGER = "hearsay.db"


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


def fail(message: str) -> NoReturn:
    """Ends with one line on standard error and status 2."""
    typer.echo(clean(message), err=True)
    raise typer.Exit(2)
