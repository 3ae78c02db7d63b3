"""Judgements about events: that two claims tell of one, or of two."""

from hearsay.ledger.finding import find
from hearsay.ledger.judgements import write
from hearsay.ledger.store import Ledger
from hearsay.records import Judgement, Problem
from hearsay.records.judgement import EventVerb


def join(ledger: Ledger, left: str, right: str, by: str, *, note: str = "") -> Judgement | Problem:
    """Judge that two claims tell of one event. A Problem, and nothing written, if a claim is unknown or the two are one claim. A later judgement
    about the two beats an earlier one."""
    return _judge(ledger, "same", (left, right), by, note=note)


def part(ledger: Ledger, left: str, right: str, by: str, *, note: str = "") -> Judgement | Problem:
    """Judge that two claims tell of two events; as ``join``."""
    return _judge(ledger, "different", (left, right), by, note=note)


def _judge(ledger: Ledger, verb: EventVerb, pair: tuple[str, str], by: str, *, note: str) -> Judgement | Problem:
    left, right = find(ledger, pair[0]), find(ledger, pair[1])
    if isinstance(left, Problem):
        return left
    if isinstance(right, Problem):
        return right
    if left == right:
        return Problem("one-claim", f"{left.claim_id!r} is one claim, not two. Nothing was changed.", ledger.name)
    return write(ledger, verb, (left.claim_id, right.claim_id), by, note=note)
