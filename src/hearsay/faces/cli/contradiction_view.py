"""The contradictions of one event on the screen: what does not agree, in a sentence, and both voices with their words."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from hearsay.faces.cli.screens import cell, clean
from hearsay.lexicons import load
from hearsay.records import Contradiction, Quote


def show_contradictions(console: Console, found: Sequence[Contradiction]) -> None:
    """Prints a block with a heading for each kind, the contradictions first and then what voices updated themselves; nothing if there are none."""
    for heading, those in (("Contradictions", [one for one in found if not one.is_update]), ("Updates", [one for one in found if one.is_update])):
        if those:
            console.print()
            console.print(cell(f"{heading}: {len(those)}", "bold"))
        for one in those:
            kind: str = load("contradiction")["kinds"][one.kind]["heading"]
            console.print(Padding(cell(f"{kind}. {one.words}"), (0, 0, 0, 2)))
            for quote in (one.left, one.right):
                console.print(Padding(_quoted(quote), (0, 0, 0, 4)))


def _quoted(quote: Quote) -> Text:
    text = cell(f"{quote.voice}: “{' '.join(quote.evidence.text.split())}” ")
    return text.append(clean(f"({quote.report_id}, {quote.evidence.start}-{quote.evidence.end})"), "dim")
