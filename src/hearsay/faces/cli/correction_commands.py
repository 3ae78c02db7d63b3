"""The commands about outlets' corrections: list them, enter one, take it back."""

from datetime import date
from typing import Annotated

import typer

from hearsay.faces.cli.screens import cell, clean, screen
from hearsay.faces.cli.settings import DEFAULT_LEDGER, FLAGS, By, LedgerPath, SameLedger, day, fail, faults_told, kept_up, named
from hearsay.records import Correction, Problem

corrections = typer.Typer(rich_markup_mode=None, context_settings=FLAGS)


@corrections.callback(invoke_without_command=True, epilog="Example: hearsay corrections --ledger panjshir.db")
def list_all(context: typer.Context, *, path: LedgerPath = DEFAULT_LEDGER) -> None:
    """List which reports their outlets took back or replaced.

    Nothing rests on the claims of such a report from the day of the correction on. It stays in the ledger, and `--as-of` an earlier day still heeds
    it."""
    context.obj = path
    if context.invoked_subcommand is not None:
        return
    from hearsay import ledger

    with faults_told(), ledger.open(path, read_only=True) as opened:
        made = ledger.corrections(opened)
        console = screen()
        for one in made:
            undone = f" (taken back by entry {one.undone_by})" if one.undone_by else ""
            console.print(cell(f"{one.correction_id}  {_told(one)}, by {one.by}, {one.recorded_at:%Y-%m-%d}{undone}"), soft_wrap=True)
        if not made:
            console.print("No report was corrected. To enter one: hearsay corrections add REPORT")


@corrections.command(epilog="Example: hearsay corrections add herald-1 --on 2021-09-05")
def add(
    context: typer.Context,
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report of the ledger.")],
    *,
    replaced_by: Annotated[str | None, typer.Option(metavar="REPORT", help="The report that came in its place; post it first.")] = None,
    on: Annotated[date | None, typer.Option(parser=day, metavar="DAY", help="The day on which the outlet did so.")] = None,
    path: SameLedger = None,
    by: By = "user",
) -> None:
    """Enter that an outlet took a report back, or replaced it.

    The day is that of the new report, or today, if none is given.
    """
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        made = ledger.retract(opened, report, named(by), day=on, replaced_by=replaced_by)
        if isinstance(made, Problem):
            fail(str(made))
        told = f"Correction {made.correction_id} ({_told(made)}) written; to take it back: hearsay corrections undo {made.correction_id}"
        screen().print(clean(f"{told} --ledger {opened.argument}"), soft_wrap=True)


@corrections.command(epilog="Example: hearsay corrections undo 42 --ledger panjshir.db")
def undo(
    context: typer.Context,
    correction: Annotated[int, typer.Argument(metavar="ID", help="The number of a correction, as `hearsay corrections` lists it.")],
    *,
    path: SameLedger = None,
    by: By = "user",
) -> None:
    """Take back a correction that was entered by mistake.

    The ledger keeps both: the correction, and that it was taken back.
    """
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        made = ledger.reinstate(opened, correction, named(by))
        if isinstance(made, Problem):
            fail(str(made))
        screen().print(clean(f"Correction {correction} ({_told(made)}) is taken back."), soft_wrap=True)


def _told(one: Correction) -> str:
    what = f"{one.report_id} was replaced by {one.replaced_by}" if one.replaced_by else f"{one.report_id} was taken back"
    return f"{what}{f' on {one.day}' if one.day else ''}{f': {one.note}' if one.note else ''}"
