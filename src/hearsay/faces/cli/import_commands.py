"""The command that takes over corrections."""

from pathlib import Path
from typing import Annotated

import typer

from hearsay.faces.cli.screens import clean, screen
from hearsay.faces.cli.settings import DEFAULT_LEDGER, By, LedgerPath, Note, fail, kept_up, named


def take_over(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What Label Studio (JSON) or doccano (JSONL) exported.")],
    *,
    path: LedgerPath = DEFAULT_LEDGER,
    by: By = "user",
    note: Note = "",
) -> None:
    """Take over what was corrected by hand in Label Studio or doccano.

    Corrections become judgements, all of them or none: another label or number amends a claim, deleted words reject it.
    """
    from hearsay.faces import imports

    try:
        with kept_up(path) as opened:
            taken = imports.take_over(file, opened, named(by), note=note)
            verbs = {verb: sum(one.verb == verb for one in taken.judgements) for verb in ("amend", "reject")}
            told = f"{len(taken.judgements)} judgements ({verbs['amend']} amended, {verbs['reject']} rejected) from {taken.reports} reports"
            untouched = f", of which nobody worked on {taken.untouched}" if taken.untouched else ""
            console = screen()
            console.print(clean(f"{file}: {told}{untouched}."), soft_wrap=True)
            if taken.added or taken.moved:
                left = f"{taken.added} marks that no claim has, {taken.moved} whose words were moved"
                console.print(f"Not taken over: {left}. The ledger keeps the words that a claim was read from.", soft_wrap=True)
            if taken.judgements:
                console.print(clean(f"Each can be taken back: hearsay review log --ledger {opened.argument}"), soft_wrap=True)
    except imports.ImportFileError as fault:
        fail(str(fault))
