"""The command that writes exports."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from hearsay.faces.cli.screens import clean, counted, screen
from hearsay.faces.cli.settings import DEFAULT_LEDGER, AsOf, LedgerPath, RecordedBy, fail, faults_told


def export(  # noqa: PLR0913 - each is an option of the command
    *,
    path: LedgerPath = DEFAULT_LEDGER,
    to: Annotated[str, typer.Option("--to", metavar="FORM", help="The form; a wrong one lists all that there are.")],
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help="The file to write, or for some forms the folder.")],
    rows: Annotated[str | None, typer.Option("--rows", metavar="ROWS", help="Only one table, as one file: events, tallies, figures, claims.")] = None,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="P", help="By whose rules the figures are: hearsay (the default), ucdp, acled, airwars or ibc.")
    ] = None,
    as_of: AsOf = None,
    recorded_by: RecordedBy = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace what an earlier export wrote there.")] = False,
) -> None:
    """Write what a ledger knows to a file that other tools read.

    Forms: tables, maps, the codings of UCDP, ACLED and Airwars, and more. The file is written whole or not at all.
    """
    from hearsay import ledger
    from hearsay.faces import exports

    try:
        shape = exports.form(to)
        by = profile or shape.profile or "hearsay"
        with faults_told(), ledger.open(path, read_only=True) as opened:
            taken = exports.take(opened, profile=by, published_by=as_of, recorded_by=recorded_by)
            shown = replace(taken, dossiers=counted(taken.dossiers, "events"))
            written = exports.write(shown, to=to, out=out, rows=rows, overwrite=overwrite)
    except exports.ExportError as fault:
        fail(str(fault))
    told = ", ".join(f"{number:,} {what}" for what, number in written.told.items())
    screen().print(clean(f"{written.out}: {told}."), soft_wrap=True)
    if not any(written.told.values()):
        screen().print("The ledger holds nothing for this form yet; the file is valid, and empty.")
