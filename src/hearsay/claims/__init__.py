"""Finds claims: whose word (attribution, chain, stance), how many (figures), what happened (happenings).
Reading in, Claims out."""

from hearsay.claims.conventions import recount
from hearsay.claims.finder import find
from hearsay.claims.quotes import faults

__all__ = ["faults", "find", "recount"]
