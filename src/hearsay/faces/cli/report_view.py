"""One report on the screen: its claims grouped by voice, and its text with the evidence marked."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from hearsay.faces import wording
from hearsay.faces.cli.screens import cell, clean
from hearsay.records import Claim, Document
from hearsay.records.public import to_json

Numbered = tuple[int, Claim]
Row = tuple[str, str, str, str]

_LEGEND = "The text; brackets hold the words that the claim of that number was read from."


def show_report(console: Console, document: Document, claims: Sequence[Claim]) -> None:
    """Prints the report's claims as tables, one a voice, then its text with each claim's evidence in numbered brackets."""
    numbered = list(enumerate(sorted(claims, key=lambda claim: (claim.evidence.start, claim.evidence.end)), 1))
    console.print(Rule(cell(title_of(document), "bold"), align="left", characters="="))
    if not claims:
        console.print("No claim was found in this report.", style="italic")
    for block in _voices(numbered):
        console.print(block)
    console.print()
    console.print(_LEGEND, style="dim")
    console.print(Padding(marked(document, numbered), (1, 0, 1, 2)))


def print_lines(claims: Iterable[Claim]) -> None:
    """Prints each claim's public record as a line of JSON, in UTF-8."""
    for claim in claims:
        sys.stdout.buffer.write(json.dumps(to_json(claim), ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


def title_of(document: Document) -> str:
    """The report's id, who printed it and when, and its title."""
    day = f", {wording.between(document.published, document.published)}" if document.published else ""
    title = f": {document.title}" if document.title else ""
    return f"{document.report_id} ({document.outlet}{day}){title}"


def _voices(numbered: Sequence[Numbered]) -> Iterator[RenderableType]:
    """A heading and a table for each chain of voices, in the order in which they first speak."""
    chains: dict[tuple[str, ...], list[Numbered]] = {}
    for number, claim in numbered:
        chains.setdefault(tuple(voice.name for voice in claim.chain), []).append((number, claim))
    for group in chains.values():
        fullest = max((wording.chain(claim.chain) for _, claim in group), key=len)
        yield Group(Text(), cell(fullest, "bold"), _table(group))


def _table(group: Sequence[Numbered]) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column("#", justify="right", width=3, style="dim")
    for name, ratio in (("Claim", 5), ("Whom", 4), ("Where", 3), ("When", 3)):
        table.add_column(name, ratio=ratio)
    table.add_column("Stance", width=8)
    rows = [(number, claim.stance, row, "bold") for number, claim in group for row in _count_rows(claim)]
    rows += [(number, claim.stance, row, "") for number, claim in group for row in _happening_rows(claim)]
    for number, stance, (what, *rest), style in rows:
        table.add_row(str(number), cell(what, style), *map(cell, rest), stance)
    return table


def _count_rows(claim: Claim) -> Iterator[Row]:
    for figure in claim.figures:
        yield wording.count(figure), wording.parties(figure.victims), wording.figure_places(claim, figure), wording.figure_days(claim, figure)


def _happening_rows(claim: Claim) -> Iterator[Row]:
    event = claim.event
    if event.type != "toll":
        yield wording.happening(event), wording.parties(event.targets), wording.places(event.places), wording.days(event.time)


def marked(document: Document, numbered: Sequence[Numbered]) -> Text:
    """The report's text with brackets around each piece of evidence, the counts in it bold.

    >>> from hearsay.records import Evidence, Happening, Voice
    >>> claim = Claim("c", "r", Evidence(0, 9, "They left"), (Voice("outlet", "", 0, 0, "media"),), "asserts", Happening("retreat"), (), 1.0, "")
    >>> marked(Document("r", "They left."), [(1, claim)]).plain
    '[1 They left].'
    """
    text = Text(clean(document.text))
    for _, claim in numbered:
        text.stylize("underline", claim.evidence.start, claim.evidence.end)
        for figure in claim.figures:
            text.stylize("bold yellow", figure.start, figure.end)
    marks = _marks(numbered)
    out = Text()
    for start, end in pairwise(sorted({0, len(text), *marks})):
        out.append(marks.get(start, ""), "bold cyan")
        out.append_text(text[start:end])
    return out.append(marks.get(len(text), ""), "bold cyan")


def _marks(numbered: Sequence[Numbered]) -> dict[int, str]:
    """What to put in at which offset: closing brackets before opening ones, the bracket of a longer piece outside that of a shorter."""
    spans: dict[tuple[int, int], list[str]] = {}
    for number, claim in numbered:
        spans.setdefault((claim.evidence.start, claim.evidence.end), []).append(str(number))
    marks: dict[int, str] = {}
    for _, end in spans:
        marks[end] = marks.get(end, "") + "]"
    for (start, _), numbers in sorted(spans.items(), key=lambda item: (item[0][0], -item[0][1])):
        marks[start] = marks.get(start, "") + f"[{','.join(numbers)} "
    return marks
