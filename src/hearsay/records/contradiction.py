"""Where two claims about one event cannot both be right, or one voice has changed its number."""

from dataclasses import dataclass
from typing import Literal

from hearsay.records.claim import Evidence

ContradictionKind = Literal["count", "whose_dead", "who_did_it", "did_it_happen", "who_holds", "when", "where", "itself", "update"]


@dataclass(frozen=True, slots=True)
class Quote:
    """One side of it: whose word, in which claim of which report, with the words it was read from."""

    claim_id: str
    report_id: str
    voice: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Contradiction:
    """``left`` comes first by day, then by report and claim. ``words`` says in a sentence what does not agree. An "update" is no contradiction: a
    voice's later toll in place of its earlier one."""

    event_id: str
    kind: ContradictionKind
    left: Quote
    right: Quote
    words: str

    @property
    def is_update(self) -> bool:
        """True if a voice only brought its own number up to date."""
        return self.kind == "update"
