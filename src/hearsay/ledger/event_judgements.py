"""Judgements about events: that two claims tell of one, or of two."""

from hearsay.ledger.folding import hold
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
    known = {claim.claim_id for claim in hold(ledger).claims}
    unknown = [claim_id for claim_id in pair if claim_id not in known]
    if unknown:
        return Problem("unknown-claim", f"no claim has the id {unknown[0]!r}. Nothing was changed.", ledger.name)
    if pair[0] == pair[1]:
        return Problem("one-claim", f"{pair[0]!r} is one claim, not two. Nothing was changed.", ledger.name)
    return write(ledger, verb, pair, by, note=note)
