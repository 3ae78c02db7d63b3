"""Keeps what was read, append-only, and reconciles the figures.
Documents and Claims in; Entries, Claims, Documents and Tallies out."""

from hearsay.ledger.errors import LedgerError
from hearsay.ledger.posting import post
from hearsay.ledger.reconciliation import reconcile, reconcile_all
from hearsay.ledger.state import claims, entries, report, reports
from hearsay.ledger.store import Ledger, open  # noqa: A004 - ledger.open() is the natural name, used through its package

__all__ = [
    "Ledger",
    "LedgerError",
    "claims",
    "entries",
    "open",
    "post",
    "reconcile",
    "reconcile_all",
    "report",
    "reports",
]
