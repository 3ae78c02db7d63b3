"""The commands about the ledger itself: look it over, bring it up to date, search its reports."""

from typing import Annotated

import typer

from hearsay.faces.cli.screens import clean, screen
from hearsay.faces.cli.settings import DEFAULT_LEDGER, FLAGS, LedgerPath, fail, faults_told
from hearsay.records import Problem

book = typer.Typer(
    help="Look a ledger over, or bring it up to date.",
    epilog="Example: hearsay ledger check --ledger panjshir.db",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings=FLAGS,
)


@book.command(epilog="Example: hearsay ledger check --ledger panjshir.db")
def check(*, path: LedgerPath = DEFAULT_LEDGER) -> None:
    """Check that a ledger is sound: that it says what was posted, and nothing else.

    Checked are the hash of every entry and of every report's text, the words of every claim against its report, and that the tables agree.
    Each problem is one line.

    Exit status: 0 sound, 1 problems found, 2 not usable.
    """
    from hearsay import ledger

    found = 0
    with faults_told(), ledger.open(path, read_only=True) as opened:
        for problem in ledger.check(opened):
            found += 1
            typer.echo(clean(str(problem)).replace("\n", " "))
        number, digest = ledger.head(opened)
        name = opened.name
    told = f"{found:,} problems found." if found else f"{number:,} entries, all sound." + (f" Hash of the last: {digest}" if digest else "")
    screen().print(clean(f"{name}: {told}"), soft_wrap=True)
    raise typer.Exit(1 if found else 0)


@book.command(epilog="Example: hearsay ledger migrate --ledger panjshir.db")
def migrate(*, path: LedgerPath = DEFAULT_LEDGER) -> None:
    """Bring a ledger of an older release up to date.

    Whatever writes to a ledger does so by itself; this does nothing else. It is done wholly or not at all.
    """
    from hearsay import ledger

    with faults_told():
        with ledger.open(path, read_only=True) as opened:
            before = opened.version
        with ledger.open(path, create=False) as opened:
            name, now = opened.name, opened.version
    told = f"is of schema {now} already, the newest" if before == now else f"was of schema {before} and is of schema {now} now"
    screen().print(clean(f"{name} {told}."), soft_wrap=True)


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help="Words that a report has all of; '\"two words\"' in this order; kill* however it goes on.")
    ],
    *,
    path: LedgerPath = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help="How many reports are shown at most.")] = 20,
) -> None:
    """Find the reports of a ledger that have all these words.

    In title, outlet or text, without heed to capitals and accents; those that speak most of them come first.

    Exit status: 0 found, 1 nothing found, 2 wrong usage.
    """
    from hearsay import ledger
    from hearsay.faces.cli.search_view import show_found

    with faults_told(), ledger.open(path, read_only=True) as opened:
        found = ledger.search(opened, " ".join(words), limit=limit)
        if isinstance(found, Problem):
            fail(str(found))
        show_found(screen(), found)
    raise typer.Exit(0 if found else 1)
