"""The commands about parties: list them, merge and split them, take that back."""

from typing import Annotated

import typer

from hearsay.faces.cli.screens import clean, screen
from hearsay.faces.cli.settings import DEFAULT_LEDGER, FLAGS, By, LedgerPath, SameLedger, fail, faults_told, kept_up, named
from hearsay.records import Judgement, Problem

parties = typer.Typer(rich_markup_mode=None, context_settings=FLAGS)

First = Annotated[str, typer.Argument(metavar="A", help="A party, by any of its names.")]


@parties.callback(invoke_without_command=True, epilog="Example: hearsay parties --ledger panjshir.db")
def list_all(
    context: typer.Context,
    *,
    path: LedgerPath = DEFAULT_LEDGER,
    every: Annotated[bool, typer.Option("--all", help="Also list places, civilians, and whom words only describe.")] = False,
) -> None:
    """List the parties of a ledger and the names that may be one.

    Each with its kind, for whom it speaks, its other names, and in how many claims it speaks, acts, is the target or the victim. Names are one party
    by themselves only if they are the same words or the table of parties has them so; what else may be one is proposed with the reasons.
    """
    context.obj = path
    if context.invoked_subcommand is not None:
        return
    from hearsay import ledger
    from hearsay.faces.cli.party_view import list_judgements, list_parties, list_proposals

    console = screen()
    with faults_told(), ledger.open(path, read_only=True) as opened:
        claims, judgements = ledger.hold(opened).claims, ledger.judgements(opened)
        list_parties(console, ledger.enrol(claims, judgements), every=every)
        list_proposals(console, ledger.propose(claims, judgements), opened.argument)
        list_judgements(console, judgements)


@parties.command(epilog='Example: hearsay parties merge "Fahim Dashty" "Fahim Dashti" --ledger l.db')
def merge(
    context: typer.Context,
    left: First,
    right: Annotated[str, typer.Argument(metavar="B", help="Another, which is the same party.")],
    *,
    path: SameLedger = None,
    by: By = "user",
) -> None:
    """Judge that two names are one party, which goes by the first.

    The judgement is an entry of the ledger. It holds for `hearsay events` and `hearsay show`, and for reports posted later.
    """
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        _tell(ledger.merge(opened, left, right, named(by)), opened.argument)


@parties.command(epilog='Example: hearsay parties split "Arakan Army" AA --ledger rakhine.db')
def split(
    context: typer.Context,
    left: First,
    right: Annotated[str, typer.Argument(metavar="B", help="Another party, or a name that A was read from.")],
    *,
    path: SameLedger = None,
    by: By = "user",
) -> None:
    """Judge that two names are not one party.

    The judgement is an entry of the ledger. It holds for `hearsay events` and `hearsay show`, and for reports posted later.
    """
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        _tell(ledger.split(opened, left, right, named(by)), opened.argument)


@parties.command(epilog="Example: hearsay parties undo 42 --ledger panjshir.db")
def undo(
    context: typer.Context,
    judgement: Annotated[int, typer.Argument(metavar="ID", help="The number of a judgement, as `hearsay parties` lists it.")],
    *,
    path: SameLedger = None,
    by: By = "user",
) -> None:
    """Take a judgement back.

    The ledger keeps both: the judgement, and that it was taken back.
    """
    from hearsay import ledger

    with kept_up(path or context.obj) as opened:
        _tell(ledger.undo(opened, judgement, named(by)), opened.argument)


def _tell(made: Judgement | Problem, path: str) -> None:
    from hearsay.faces.cli.party_view import judged

    if isinstance(made, Problem):
        fail(str(made))
    undone = made.undone_by is not None
    more = "is taken back" if undone else f"written; to take it back: hearsay parties undo {made.judgement_id} --ledger {path}"
    screen().print(clean(f"Judgement {made.judgement_id} ({judged(made)}) {more}."), soft_wrap=True)
