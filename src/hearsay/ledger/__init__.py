"""Keeps what was read and judged, append-only, and reconciles the figures.
Documents, Claims and Judgements in; Entries, Claims, Documents, parties and Tallies out."""

from hearsay.ledger.chain import append
from hearsay.ledger.checking import check, head
from hearsay.ledger.errors import LedgerError
from hearsay.ledger.judgements import judgements, merge, split, undo
from hearsay.ledger.posting import post, post_all
from hearsay.ledger.reconciliation import reconcile, reconcile_all
from hearsay.ledger.roll import Listed, Proposal, enrol, propose
from hearsay.ledger.rulings import Ruled, rule
from hearsay.ledger.searching import Found, search
from hearsay.ledger.state import claims, claims_named, claims_of, entries, report, reports
from hearsay.ledger.store import Ledger, open  # noqa: A004 - ledger.open() is the natural name, used through its package

__all__ = [
    "Found",
    "Ledger",
    "LedgerError",
    "Listed",
    "Proposal",
    "Ruled",
    "append",
    "check",
    "claims",
    "claims_named",
    "claims_of",
    "enrol",
    "entries",
    "head",
    "judgements",
    "merge",
    "open",
    "post",
    "post_all",
    "propose",
    "reconcile",
    "reconcile_all",
    "report",
    "reports",
    "rule",
    "search",
    "split",
    "undo",
]
