"""Reports that were searched for, on the screen."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding

from hearsay.faces.cli.report_view import title_of
from hearsay.faces.cli.screens import cell
from hearsay.ledger import Found


def show_found(console: Console, found: Sequence[Found]) -> None:
    """Prints each report that was found with the words around the first hit."""
    for one in found:
        before, after = "... " if one.start else "", " ..." if one.end < len(one.report.text.rstrip()) else ""
        console.print(cell(title_of(one.report), "bold"))
        console.print(Padding(cell(f"{before}{' '.join(one.words.split())}{after}"), (0, 0, 1, 2)))
    console.print(f"{len(found):,} reports." if len(found) != 1 else "1 report.")
