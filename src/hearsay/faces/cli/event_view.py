"""The list of events on the screen, with the losses of each side."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rich.console import Console
from rich.table import Table

from hearsay.dossiers import Listing, Tied
from hearsay.faces import wording
from hearsay.faces.cli.screens import cell, clean
from hearsay.faces.printings import Printing
from hearsay.ledger.derived import Summary
from hearsay.records import Loss

LISTED = ("killed", "wounded", "captured")  # the measures that have a column

# how another event is related to the one shown, by kind and by which of the two is the whole, or the earlier word
_TIES = {
    ("part_of", True): "part of",
    ("part_of", False): "has as a part",
    ("update_of", True): "a later word on",
    ("update_of", False): "brought up to date by",
}
_LEGEND = "? stands where nobody who gives a number can be taken alone; more, where no bound is set."


def list_events(console: Console, listings: Sequence[Listing], *, every: bool) -> None:
    """Prints a headline an event, and under it a row for each side with low - best - high of its losses; the events without any count only if
    ``every`` is wanted."""
    shown = [one for one in listings if every or one.losses]
    if shown:
        console.print(_losses([("low - best - high of losses", *LISTED)]))
    for one in shown:
        console.print()
        console.print(cell(headline(one.summary), "bold"))
        if one.losses:
            console.print(_losses(_rows_of(one.losses)))
    console.print()
    rest = len(listings) - len(shown)
    if not listings:
        console.print("The ledger holds no claims yet: post reports with `hearsay ingest`.")
    else:
        console.print(_LEGEND + (f" {_many(rest, 'event')} without any count: --all lists them too." if rest else ""))


def list_ties(console: Console, tied: Sequence[Tied]) -> None:
    """Prints the events that one is related to, with the reasons."""
    if tied:
        console.print()
        console.print("Related events", style="bold")
    for tie, other in tied:
        told = _TIES[tie.kind, other.event_id == tie.right]
        console.print(cell(f"{told}: {headline(other)} ({'; '.join(words for _, words in tie.reasons)})"))


def list_printings(console: Console, printed: Sequence[Printing]) -> None:
    """Prints which texts several reports of the event print, the first of them and the copies."""
    if printed:
        console.print()
        console.print("Printed again, and no further voice", style="bold")
    for one in printed:
        console.print(cell(f"{wording.printed(one.first)}: {one.words}"))


def headline(summary: Summary) -> str:
    """An event in a line: its id, what, where, when, on how many words it rests, and how often these contradict each other."""
    where = f" in {summary.place}" if summary.place else ""
    first, last = date.fromordinal(summary.first_day or 1), date.fromordinal(summary.last_day or 1)
    when = wording.between(first, last) if summary.first_day else "day unknown"
    rests = f"{_many(summary.claims, 'claim')} by {_many(summary.voices, 'voice')} in {_many(summary.reports, 'report')}"
    contested = f"; contested ({summary.contradictions})" if summary.contradictions else ""
    return clean(f"{summary.event_id}  {summary.what.replace('_', ' ') or 'losses'}{where}, {when}: {rests}{contested}")


def _rows_of(losses: Sequence[Loss]) -> Iterator[tuple[str, ...]]:
    """Each side with its losses; what there is no column for stands in a row below."""
    for side in dict.fromkeys(loss.victims for loss in losses):
        found = {loss.measure: wording.span(loss) for loss in losses if loss.victims == side}
        gradings = list(dict.fromkeys(loss.grading for loss in losses if loss.victims == side and loss.grading))
        graded = f" ({', '.join(gradings)})" if gradings else ""
        if found.keys() & set(LISTED):
            yield f"  {side}{graded}", *(found.get(measure, wording.NOTHING) for measure in LISTED)
        for measure in sorted(found.keys() - set(LISTED)):
            yield f"  {side}: {found[measure]} {measure}", *[""] * len(LISTED)


def _losses(rows: Iterable[tuple[str, ...]]) -> Table:
    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    table.add_column(ratio=1)
    for _ in LISTED:
        table.add_column(justify="right", width=17)
    for row in rows:
        table.add_row(*map(cell, row))
    return table


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
