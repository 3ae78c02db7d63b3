"""Keeps what was read and judged, append-only, and reconciles the figures.
Documents, Claims and Judgements in; Entries, Claims, Documents, parties and Tallies out."""

from hearsay.ledger.chain import append
from hearsay.ledger.changes import Told, compare
from hearsay.ledger.checking import check, head
from hearsay.ledger.claim_batches import correct
from hearsay.ledger.claim_judgements import FIELDS, accept, amend, choices, reject, revise
from hearsay.ledger.contradictions import contradict, contradict_all, find_in
from hearsay.ledger.corrections import corrections, reinstate, retract
from hearsay.ledger.errors import LedgerError
from hearsay.ledger.event_judgements import join, part
from hearsay.ledger.folding import FOREVER, Held, fold, hold
from hearsay.ledger.judgements import judgements, undo
from hearsay.ledger.party_judgements import merge, split
from hearsay.ledger.posting import post, post_all, post_batches
from hearsay.ledger.profiles import Profile, UnknownProfileError, profile, profiles
from hearsay.ledger.queue import queue
from hearsay.ledger.reconciliation import reconcile, reconcile_all, tally_event
from hearsay.ledger.rereading import repost
from hearsay.ledger.roll import Listed, Proposal, enrol, propose
from hearsay.ledger.rulings import Ruled, rule
from hearsay.ledger.scenes import lay_out
from hearsay.ledger.searching import Found, search
from hearsay.ledger.state import claim_ids, claims, claims_named, claims_of, entries, report, reports
from hearsay.ledger.store import Ledger, open, reading  # noqa: A004 - ledger.open() is the natural name, used through its package
from hearsay.ledger.succession import line, successors
from hearsay.ledger.totals import ALL
from hearsay.ledger.tracks import track, track_learnt
from hearsay.ledger.whereabouts import days_written

__all__ = [
    "ALL",
    "FIELDS",
    "FOREVER",
    "Found",
    "Held",
    "Ledger",
    "LedgerError",
    "Listed",
    "Profile",
    "Proposal",
    "Ruled",
    "Told",
    "UnknownProfileError",
    "accept",
    "amend",
    "append",
    "check",
    "choices",
    "claim_ids",
    "claims",
    "claims_named",
    "claims_of",
    "compare",
    "contradict",
    "contradict_all",
    "correct",
    "corrections",
    "days_written",
    "enrol",
    "entries",
    "find_in",
    "fold",
    "head",
    "hold",
    "join",
    "judgements",
    "lay_out",
    "line",
    "merge",
    "open",
    "part",
    "post",
    "post_all",
    "post_batches",
    "profile",
    "profiles",
    "propose",
    "queue",
    "reading",
    "reconcile",
    "reconcile_all",
    "reinstate",
    "reject",
    "report",
    "reports",
    "repost",
    "retract",
    "revise",
    "rule",
    "search",
    "split",
    "successors",
    "tally_event",
    "track",
    "track_learnt",
    "undo",
]
