"""The commands of review: the queue to work through, and each judgement by itself, for scripts."""

from typing import Annotated

import typer

from hearsay.faces.cli.screens import clean, screen
from hearsay.faces.cli.settings import DEFAULT_LEDGER, FLAGS, By, LedgerPath, Note, SameLedger, fail, faults_told, kept_up, named
from hearsay.records import Judgement, Problem

review = typer.Typer(rich_markup_mode=None, context_settings=FLAGS)

ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, as `hearsay review list` has it; its beginning will do.")]


@review.callback(invoke_without_command=True, epilog="Example: hearsay review --ledger panjshir.db --by Ann")
def work(context: typer.Context, *, path: LedgerPath = DEFAULT_LEDGER, by: By = "user") -> None:
    """Go through the claims that nobody judged yet, at the keyboard.

    Those with counts come first, and the least certain first. What is judged stays in force when the reports are read anew.
    """
    context.obj = path
    if context.invoked_subcommand is not None:
        return
    from hearsay.faces.cli.review_screen import ReviewScreen

    with kept_up(path) as opened:
        ReviewScreen(opened, named(by)).run()


@review.command(name="list", epilog="Example: hearsay review list --ledger panjshir.db")
def list_queue(
    context: typer.Context,
    *,
    path: SameLedger = None,
    most: Annotated[int, typer.Option(metavar="N", help="How many at most.", min=1)] = 50,
) -> None:
    """List the claims that wait for a judgement, with their ids."""
    from hearsay import ledger
    from hearsay.faces.cli.review_view import list_claims

    with faults_told(), ledger.open(path or context.obj, read_only=True) as opened:
        waiting = ledger.queue(ledger.hold(opened))
        list_claims(screen(), waiting[:most], len(waiting))


@review.command(epilog="Example: hearsay review log --ledger panjshir.db")
def log(context: typer.Context, *, path: SameLedger = None) -> None:
    """List all judgements about claims and events, those taken back too."""
    from hearsay import ledger
    from hearsay.faces.cli.review_view import list_judgements

    with faults_told(), ledger.open(path or context.obj, read_only=True) as opened:
        list_judgements(screen(), (*ledger.judgements(opened, "claims"), *ledger.judgements(opened, "events")))


@review.command(epilog="Example: hearsay review accept 3f9a0c2d --by Ann --ledger l.db")
def accept(context: typer.Context, claim: ClaimId, *, path: SameLedger = None, by: By = "user", note: Note = "") -> None:
    """Judge that a claim is as its report has it."""
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        _tell(ledger.accept(opened, claim, named(by), note=note), opened.argument)


@review.command(epilog="Example: hearsay review amend 3f9a0c2d low=34 victims=Taliban --by Ann")
def amend(
    context: typer.Context,
    claim: ClaimId,
    change: Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="What it is to be; 2.low is the low of the second figure.")],
    *,
    path: SameLedger = None,
    by: By = "user",
    note: Note = "",
) -> None:
    """Judge that a claim says otherwise than it was read.

    Fields: speaker, stance, type, realis, day (2021-09-01, 2021-09-01..2021-09-03, unknown), place (a name, or "Khawak @ 35.6, 69.9"); of a figure:
    measure, low, high (open: no bound), victims (names with commas between).
    """
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        _tell(ledger.amend(opened, claim, _changes(change), named(by), note=note), opened.argument)


@review.command(epilog="Example: hearsay review reject 3f9a0c2d --by Ann --ledger l.db")
def reject(context: typer.Context, claim: ClaimId, *, path: SameLedger = None, by: By = "user", note: Note = "") -> None:
    """Judge that a claim is not in its report."""
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        _tell(ledger.reject(opened, claim, named(by), note=note), opened.argument)


@review.command(epilog="Example: hearsay review merge 3f9a0c2d 77aa01b2 --by Ann --ledger l.db")
def merge(context: typer.Context, left: ClaimId, right: ClaimId, *, path: SameLedger = None, by: By = "user", note: Note = "") -> None:
    """Judge that two claims tell of one event."""
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        _tell(ledger.join(opened, left, right, named(by), note=note), opened.argument)


@review.command(epilog="Example: hearsay review split 3f9a0c2d 77aa01b2 --by Ann --ledger l.db")
def split(context: typer.Context, left: ClaimId, right: ClaimId, *, path: SameLedger = None, by: By = "user", note: Note = "") -> None:
    """Judge that two claims tell of two events."""
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        _tell(ledger.part(opened, left, right, named(by), note=note), opened.argument)


@review.command(epilog="Example: hearsay review undo 42 --by Ann --ledger panjshir.db")
def undo(
    context: typer.Context,
    judgement: Annotated[int, typer.Argument(metavar="ID", help="The number of a judgement, as `hearsay review log` lists it.")],
    *,
    path: SameLedger = None,
    by: By = "user",
) -> None:
    """Take a judgement back. The ledger keeps both."""
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        _tell(ledger.undo(opened, judgement, named(by)), opened.argument)


def _changes(given: list[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in given]
    if wrong := [field for field, sign, _ in pairs if not sign]:
        raise typer.BadParameter(f"{wrong[0]!r} is not like low=34")
    return {field: value for field, _, value in pairs}


def _tell(made: Judgement | Problem, path: str) -> None:
    from hearsay.faces.cli.review_view import judged

    if isinstance(made, Problem):
        fail(str(made))
    undone = made.undone_by is not None
    more = "is taken back" if undone else f"written; to take it back: hearsay review undo {made.judgement_id} --ledger {path}"
    screen().print(clean(f"Judgement {made.judgement_id} ({judged(made)}) {more}."), soft_wrap=True)
