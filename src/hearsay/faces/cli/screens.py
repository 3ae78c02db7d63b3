"""What is printed where: results on standard output, problems and progress on standard error, plain when nobody looks."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from hearsay.records import Problem

Made = TypeVar("Made")

WIDEST = 120  # longer lines are hard to read
PIPED = 80

# Nothing that a report holds may steer the terminal; one space for one character keeps the offsets.
_STEERING = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], " ")


def screen() -> Console:
    """Standard output."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="replace")
    return _console(Console(highlight=False, markup=False, emoji=False))


def margin() -> Console:
    """Standard error."""
    return _console(Console(stderr=True, highlight=False, markup=False, emoji=False))


def _console(console: Console) -> Console:
    wanted = console.width if console.is_terminal or os.environ.get("COLUMNS", "").isdigit() else PIPED
    console.width = max(40, min(wanted, WIDEST))
    return console


def clean(words: str) -> str:
    """The words without anything that steers a terminal; as long as before."""
    return words.translate(_STEERING)


def cell(words: str, style: str = "") -> Text:
    """Words from a report, for a table."""
    return Text(clean(words), style)


class Outcome:
    """Tells problems as they come, one line each on standard error, and in the end the exit status: 0 all read, 1 some failed, 2 none read.
    ``is_cut_short``: the ledger failed, and what came after was not made."""

    def __init__(self) -> None:
        self.read = 0
        self.failed = 0
        self.is_cut_short = False

    def sift(self, made: Iterable[Made | Problem]) -> Iterator[Made]:
        """What is no problem, up to where the ledger fails."""
        from hearsay.ledger import LedgerError

        try:
            for one in made:
                if isinstance(one, Problem):
                    self.failed += not one.is_read
                    _warn(str(one))
                else:
                    self.read += 1
                    yield one
        except LedgerError as fault:
            self.is_cut_short = True
            _warn(str(fault))

    @property
    def status(self) -> int:
        """0, 1 or 2."""
        return 0 if not (self.failed or self.is_cut_short) else 1 if self.read else 2


def _warn(words: str) -> None:
    print(clean(words).replace("\n", " "), file=sys.stderr, flush=True)  # noqa: T201


def counted(made: Iterable[Made], noun: str) -> Iterator[Made]:
    """Shows on standard error how many have come through, if a person is looking."""
    console = margin()
    columns = (BarColumn(), TextColumn(f"{{task.completed:.0f}} {noun}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield from progress.track(made, total=None)
