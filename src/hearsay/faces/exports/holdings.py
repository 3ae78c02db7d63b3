"""What is exported: the events of a ledger with all that is known of them, and their reports."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hearsay import dossiers, ledger
from hearsay.dossiers import Dossier
from hearsay.ledger import Ledger
from hearsay.ledger.state import Moment
from hearsay.records import Document, Loss, Tally

_KEPT = 2_000  # reports that are held in memory at once


class Reports(Mapping[str, Document]):
    """The reports of a ledger by their ids, each fetched when it is asked for, so that a large ledger need not be held in memory."""

    def __init__(self, of: Ledger) -> None:
        self._of = of
        self._fetch = lru_cache(_KEPT)(lambda report_id: ledger.report(of, report_id))

    def __getitem__(self, report_id: str) -> Document:
        found = self._fetch(report_id)
        if found is None:
            raise KeyError(report_id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (document.report_id for document in ledger.reports(self._of))

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True, slots=True)
class Holdings:
    """``dossiers`` may be gone through once. ``unproven``: event, victims and measure of the counts for which nobody may stand alone, by the profile
    "hearsay", whatever ``profile`` the tallies are by. ``rows``: of what there shall be rows, None for all that the form has. ``published_by``: up to
    which day's reports are heeded; ``recorded_by``: as the ledger had it at that moment, None as it is now."""

    dossiers: Iterable[Dossier]
    reports: Mapping[str, Document]
    profile: str = "hearsay"
    unproven: frozenset[tuple[str, str, str]] = frozenset()
    published_by: date | None = None
    rows: str | None = None
    recorded_by: Moment | None = None

    def is_unproven(self, tally: Tally) -> bool:
        """True if the count is only what one side says of its enemy, or otherwise nobody's who may be taken alone; of the total, if any part is."""
        if self.profile == "hearsay":
            return tally.best is None
        own = (tally.event_id, tally.victims, tally.measure)
        return own in self.unproven or (tally.victims == ledger.ALL and (tally.event_id, "", tally.measure) in self.unproven)


def take(of: Ledger, *, profile: str = "hearsay", published_by: date | None = None, recorded_by: Moment | None = None) -> Holdings:
    """The events of a ledger with their tallies by a profile, as ``dossiers.each`` has them. Raises LedgerError if the ledger cannot be read or
    has no such profile."""
    by_hearsay = _losses(of, published_by, recorded_by) if profile != "hearsay" else ()
    told = dossiers.each(of, profile=profile, published_by=published_by, recorded_by=recorded_by)
    return Holdings(told, Reports(of), profile, frozenset(_unproven(by_hearsay)), published_by, recorded_by=recorded_by)


def _losses(of: Ledger, published_by: date | None, recorded_by: Moment | None) -> Iterator[tuple[str, Loss]]:
    """The losses of each event by the profile "hearsay"; those of today are kept, and need not be worked out."""
    if recorded_by is None:
        told = dossiers.listings(of, published_by=published_by)
    else:
        told = [one.listing for one in dossiers.dossiers(of, published_by=published_by, recorded_by=recorded_by)]
    yield from ((one.summary.event_id, loss) for one in told for loss in one.losses)


def _unproven(losses: Iterable[tuple[str, Loss]]) -> Iterator[tuple[str, str, str]]:
    """Each count that nobody may stand alone for, and once more for its event, whose total has it in it ("" for the victims)."""
    for event_id, loss in losses:
        if loss.best is None:
            yield event_id, loss.victims, loss.measure
            yield event_id, "", loss.measure
