"""The list of events on the screen, with the losses of each side."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table

from hearsay.dossiers import Dossier
from hearsay.faces.cli import wording
from hearsay.faces.cli.screens import cell, clean
from hearsay.records import Claim, Tally

LISTED = ("killed", "wounded", "captured")  # the measures that have a column

_LEGEND = "? stands where nobody who gives a number can be taken alone; more, where no bound is set."


def list_events(console: Console, dossiers: Sequence[Dossier], *, every: bool) -> None:
    """Prints a headline an event, and under it a row for each side with low - best - high of its losses; the events without any count only if
    ``every`` is wanted."""
    shown = [dossier for dossier in dossiers if every or dossier.tallies]
    if shown:
        console.print(_losses([("low - best - high of losses", *LISTED)]))
    for dossier in shown:
        console.print()
        console.print(cell(headline(dossier), "bold"))
        if dossier.tallies:
            console.print(_losses(_rows_of(dossier.tallies)))
    console.print()
    rest = len(dossiers) - len(shown)
    if not dossiers:
        console.print("The ledger holds no claims yet: post reports with `hearsay ingest`.")
    else:
        console.print(_LEGEND + (f" {_many(rest, 'event')} without any count: --all lists them too." if rest else ""))


def headline(dossier: Dossier) -> str:
    """An event in a line: its id, what, where, when, on how many words it rests, and how often these contradict each other.

    The type and the place are those that most of its claims have.
    """
    kinds = Counter(claim.event.type for claim in dossier.claims if claim.event.type != "toll")
    named = Counter(place.name for claim in dossier.claims for place in claim.event.places[:1])
    what = kinds.most_common(1)[0][0].replace("_", " ") if kinds else "losses"
    where = f" in {named.most_common(1)[0][0]}" if named else ""
    speakers = {claim.chain[0].name for claim in dossier.claims}
    reports = {claim.report_id for claim in dossier.claims}
    rests = f"{_many(len(dossier.claims), 'claim')} by {_many(len(speakers), 'voice')} in {_many(len(reports), 'report')}"
    disputes = sum(not found.is_update for found in dossier.contradictions)
    contested = f"; contested ({disputes})" if disputes else ""
    return clean(f"{dossier.event.event_id}  {what}{where}, {_when(dossier.claims)}: {rests}{contested}")


def _rows_of(tallies: Sequence[Tally]) -> Iterator[tuple[str, ...]]:
    """Each side with its losses; what there is no column for stands in a row below."""
    for side in dict.fromkeys(tally.victims for tally in tallies):
        found = {tally.measure: wording.span(tally) for tally in tallies if tally.victims == side}
        gradings = list(dict.fromkeys(tally.grading for tally in tallies if tally.victims == side and tally.grading))
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


def _when(claims: Sequence[Claim]) -> str:
    times = [claim.event.time for claim in claims if claim.event.time]
    return wording.between(min(time.first for time in times), max(time.last for time in times)) if times else "day unknown"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
