"""What a page about an event shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from hearsay.dossiers import Dossier, Tied
from hearsay.faces.printings import Printing, printings
from hearsay.records import Claim, Document, Judgement


@dataclass(frozen=True, slots=True)
class Shown:
    """``reports``: those of the event's claims, and those that they copy. ``profile``: by whose rules the tallies are; ``published_by``: up to which
    day's reports are heeded. ``tied``: related events; ``judgements``: those about the event's claims and parties that stand. ``state``: the ledger's
    last entry (number and hash), which tells one state of it from another. ``recorded_by``: as the ledger had it at that moment."""

    dossier: Dossier
    reports: Mapping[str, Document]
    profile: str = "hearsay"
    published_by: date | None = None
    tied: tuple[Tied, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    state: tuple[int, str] | None = None
    recorded_by: datetime | None = None

    def claims_of(self, report_id: str) -> list[Claim]:
        """The event's claims in one report, in the order of its text."""
        own = [claim for claim in self.dossier.claims if claim.report_id == report_id]
        return sorted(own, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.claim_id))

    @property
    def sources(self) -> list[Document]:
        """The reports, the earliest first."""
        names = {claim.report_id for claim in self.dossier.claims}
        return sorted((self.reports[name] for name in names), key=lambda report: (report.published or date.max, report.report_id))

    @property
    def printings(self) -> list[Printing]:
        """The texts that several of the reports print."""
        return printings(self.dossier, self.reports)

    def _repr_html_(self) -> str:
        """The page without its frame, for a notebook."""
        from hearsay.faces.event_page.page import part_of

        return part_of(self)
