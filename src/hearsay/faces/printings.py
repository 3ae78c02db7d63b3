"""Which of an event's reports print one text: the first of them, and those that print it again."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from hearsay import ledger
from hearsay.dossiers import Dossier
from hearsay.faces import wording
from hearsay.ledger import Ledger
from hearsay.records import Document


class Printing(NamedTuple):
    """The report that a text was first published as, and those of an event's that print it again, the earliest first."""

    first: Document
    again: tuple[Document, ...]

    @property
    def words(self) -> str:
        """Who printed the text again."""
        return f"printed also by {'; '.join(map(wording.printed, self.again))}"


def printings(dossier: Dossier, reports: Mapping[str, Document]) -> list[Printing]:
    """The texts that reports of the event print again. ``reports`` has these and those they were first published as."""
    found: dict[str, list[Document]] = {}
    for name, origin_id in dossier.origins.items():
        found.setdefault(origin_id, []).append(reports[name])
    made = [Printing(reports[origin_id], tuple(sorted(again, key=_place))) for origin_id, again in found.items()]
    return sorted(made, key=lambda one: _place(one.first))


def copied(of: Ledger, dossier: Dossier) -> dict[str, Document]:
    """The reports of the event that print a text again, and those it was first published as."""
    names = {name for pair in dossier.origins.items() for name in pair}
    return {name: found for name in sorted(names) if (found := ledger.report(of, name))}


def _place(report: Document) -> tuple[date, str]:
    return report.published or date.max, report.report_id
