"""From reports to the killed and injured of the incident that each tells of, and how many of them are those of the Gun Violence Archive."""

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from bench.incidents import choice, head, links, trees
from bench.incidents.choice import NAMES, View
from bench.incidents.sight import Sight
from bench.incidents.tally import Tally, tallies_of
from bench.incidents.told import told_of
from hearsay import pipeline
from hearsay.pipeline import Account
from hearsay.records import Document

Each = TypeVar("Each")
_SHOOTING = re.compile(r"\b(?:sho(?:ot|t)\w*|gun(?:fire|shots?|man|men|s)?|bullets?|murder\w*|suicide)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Seen:
    """A report that the product has read."""

    document: Document
    sight: Sight
    tallies: tuple[Tally, Tally]

    @property
    def is_silent(self) -> bool:
        """Whether it tells of no harm and of no shooting."""
        tells_of_harm = any(told.numbers or told.singles or told.words[2] for told in self.sight.told.values())
        return not tells_of_harm and not _SHOOTING.search(f"{self.document.title or ''}. {self.document.text}")


def answers(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    """One report a line: the killed and injured of its incident; both None if it tells of no harm and of no shooting."""
    seen, weights = list(read(documents)), head.load()
    views = [View(report.sight, report.tallies, head.chances(report.sight, weights)) for report in seen]
    group = links.groups_of([report.document for report in seen], trees.load("links"))
    grown = [trees.load(name) for name in NAMES]
    for report, view, others in zip(seen, views, others_of(views, group), strict=True):
        numbers = (None, None) if report.is_silent else choice.chosen(view, others, grown)
        yield {"doc_id": report.document.report_id} | dict(zip(NAMES, numbers, strict=True))


def read(documents: Iterable[Document]) -> Iterator[Seen]:
    """What is seen of each report that the product can read, its title read with it; of two reports with one id the last."""
    given = {document.report_id: document for document in documents}
    for made in pipeline.read(map(_titled, given.values())):
        if isinstance(made, Account):
            document = given[made.document.report_id]
            yield Seen(document, Sight(document, {name: told_of(document, made.claims, name) for name in NAMES}), tallies_of(made))


def _titled(document: Document) -> Document:
    return replace(document, text=f"{document.title.rstrip('. ')}.\n\n{document.text}") if document.title else document


def others_of(views: Sequence[Each], group: Sequence[int]) -> list[list[Each]]:
    """For each report the others of its group."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number, own in enumerate(group):
        members[own].append(number)
    return [[views[other] for other in members[own] if other != number] for number, own in enumerate(group)]


def score(gold: Path, answered: Path, split: str | None = None) -> str:
    """The share of reports of the part of the gold whose numbers are those of the archive for the incident; None is no number."""
    given = {row["doc_id"]: row for row in map(json.loads, answered.read_text(encoding="utf-8").splitlines())}
    right, total = Counter[str](), 0
    with gzip.open(gold, "rt", encoding="utf-8") if gold.suffix == ".gz" else gold.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["doc_id"] in given and split in (None, row["split"]):
                total += 1
                right.update(name for name in NAMES if given[row["doc_id"]][name] == row["incident"][name])
    return "   ".join(f"{name} right {right[name] / max(1, total):.3f}" for name in NAMES) + f"   ({total} reports)"
