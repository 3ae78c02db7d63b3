"""The voices of a ledger on the screen, and one of them with what became of each of its figures."""

from collections.abc import Sequence
from typing import get_args

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from hearsay.faces.cli.screens import cell
from hearsay.records import Track
from hearsay.records.track import Verdict

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


def list_tracks(console: Console, tracks: Sequence[Track]) -> None:
    """Prints a row a voice: for whom it speaks, its claims and figures, and how many figures were borne out, overtaken, contradicted, or are open."""
    if not tracks:
        console.print("The ledger holds no claims of a named voice yet: post reports with `hearsay ingest`.")
        return
    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    table.add_column(ratio=3)
    table.add_column(ratio=2)
    for width in (6, 7, 9, 9, 12, 4):
        table.add_column(justify="right", width=width)
    table.add_row("voice", "for", "claims", "figures", "borne out", "overtaken", "contradicted", "open")
    for track in tracks:
        counts = [len(track.graded), *(track.count(verdict) for verdict in VERDICTS)]
        table.add_row(cell(track.voice), cell(track.side or "-"), *map(str, [track.claims, *counts]))
    console.print(table)


def show_track(console: Console, track: Track) -> None:
    """Prints each figure of a voice with its verdict, the claims behind it, and the event."""
    side = f", for {track.side}" if track.side else ""
    counts = ", ".join(f"{track.count(verdict)} {verdict}" for verdict in VERDICTS)
    console.print(cell(f"{track.voice}{side}: {track.claims} claims, {len(track.graded)} figures; {counts}", "bold"))
    for graded in track.graded:
        behind = f"; by claims {', '.join(graded.against)}" if graded.against else ""
        console.print(Padding(cell(graded.words), (0, 0, 0, 2)))
        console.print(Padding(cell(f"event {graded.event_id}, claim {graded.claim_id}{behind}", "dim"), (0, 0, 0, 4)))
