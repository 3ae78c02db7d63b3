"""The guided tour that ``hearsay demo`` gives: the bundled reports read, posted, listed and set against each other, in a ledger that is then thrown
away."""

from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule

from hearsay import documents, dossiers, ledger, pipeline
from hearsay.dossiers import Dossier
from hearsay.faces.cli.dossier_view import show_event
from hearsay.faces.cli.event_view import list_events
from hearsay.faces.cli.report_view import show_report
from hearsay.faces.cli.screens import Outcome, counted
from hearsay.pipeline import Posting


def guide(console: Console) -> int:
    """Shows each step with what to look at; gives the exit status."""
    outcome = Outcome()
    with as_file(files("hearsay") / "demo") as folder, TemporaryDirectory() as place:
        paths = sorted(folder.glob("*.txt"))
        with ledger.open(Path(place) / "demo.db") as opened:
            postings = list(counted(outcome.sift(pipeline.ingest(documents.load(paths), opened)), "reports"))
            told = dossiers.dossiers(opened)
    if postings:
        _show_steps(console, postings, told)
    return outcome.status


def _show_steps(console: Console, postings: Sequence[Posting], events: Sequence[Dossier]) -> None:
    fullest = max(postings, key=lambda posting: (_figures(posting), posting.document.report_id))
    claims = sum(len(posting.claims) for posting in postings)
    name = fullest.document.report_id
    _step(console, 1, f"hearsay read {name}.txt", "One report: who claims what, on whose word, and where in the text it stands. Counts come first.")
    show_report(console, fullest.document, fullest.claims)
    _step(console, 2, "hearsay ingest *.txt", f"All {len(postings)} bundled reports are read: {claims} claims go to a ledger, which only ever grows.")
    told = f"The claims tell of {len(events)} events. Each side's losses are given as low - best - high."
    _step(console, 3, "hearsay events", told)
    list_events(console, [one.listing for one in events], every=False)
    contested = max(events, key=lambda dossier: (_contest(dossier), dossier.event.event_id))
    told = "The event that most voices speak about, speaker against speaker. Look at who says nothing of its own losses."
    _step(console, 4, f"hearsay show {contested.event.event_id}", told)
    show_event(console, contested)
    console.print()
    console.print("Now with reports of your own: hearsay read FILE... and hearsay --help")


def _step(console: Console, number: int, command: str, told: str) -> None:
    console.print()
    console.print(Rule(f"Step {number} of 4:  {command}", style="bold", characters="#", align="left"))
    console.print(Padding(told, (0, 0, 1, 0)))


def _figures(posting: Posting) -> int:
    return sum(len(claim.figures) for claim in posting.claims)


def _contest(dossier: Dossier) -> int:
    """How many voices give counts of the event."""
    return len({claim.chain[0].name for claim in dossier.claims if claim.figures})
