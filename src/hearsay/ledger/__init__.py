"""Keeps what was read and judged, append-only, and reconciles the figures.
Documents, Claims and Judgements in; Entries, Claims, Documents, parties and Tallies out."""

from hearsay.ledger.contradictions import contradict, contradict_all
from hearsay.ledger.errors import LedgerError
from hearsay.ledger.judgements import judgements, merge, split, undo
from hearsay.ledger.posting import post
from hearsay.ledger.profiles import Profile, UnknownProfileError, profile, profiles
from hearsay.ledger.reconciliation import reconcile, reconcile_all
from hearsay.ledger.roll import Listed, Proposal, enrol, propose
from hearsay.ledger.rulings import Ruled, rule
from hearsay.ledger.state import claims, entries, report, reports
from hearsay.ledger.store import Ledger, open  # noqa: A004 - ledger.open() is the natural name, used through its package
from hearsay.ledger.totals import ALL
from hearsay.ledger.tracks import track

__all__ = [
    "ALL",
    "Ledger",
    "LedgerError",
    "Listed",
    "Profile",
    "Proposal",
    "Ruled",
    "UnknownProfileError",
    "claims",
    "contradict",
    "contradict_all",
    "enrol",
    "entries",
    "judgements",
    "merge",
    "open",
    "post",
    "profile",
    "profiles",
    "propose",
    "reconcile",
    "reconcile_all",
    "report",
    "reports",
    "rule",
    "split",
    "track",
    "undo",
]
