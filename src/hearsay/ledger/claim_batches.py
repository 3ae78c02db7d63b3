"""Judgements about many claims at once, as they come back from a tool in which people corrected them: all are written, or none."""

from collections.abc import Mapping
from datetime import datetime

from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.chain import Draft, append_all, check_name
from hearsay.ledger.claim_judgements import revise
from hearsay.ledger.folding import hold
from hearsay.ledger.judgements import body_of, judged
from hearsay.ledger.store import Ledger, writing
from hearsay.records import Claim, Entry, Judgement, Problem
from hearsay.records.judgement import ClaimVerb

Verdict = tuple[ClaimVerb, Claim]


def correct(ledger: Ledger, changes: Mapping[str, Mapping[str, str] | None], by: str, *, note: str = "") -> tuple[Judgement, ...] | Problem:
    """Judge claims, by their whole ids, in one transaction: each is to be as ``revise`` makes it of the changes, or with None is not in its report.
    What changes nothing, as it is so already, is left out. A Problem, and nothing written, if a claim that is to be amended does not stand, or cannot
    be changed so. Raises ValueError if nobody judges."""
    check_name(by)
    standing = {claim.claim_id: claim for claim in hold(ledger).claims}
    verdicts: list[Verdict] = []
    for claim_id, change in changes.items():
        verdict = _verdict(claim_id, change, standing, ledger.name)
        if isinstance(verdict, Problem):
            return verdict
        verdicts += [verdict] if verdict else []
    return _write(ledger, verdicts, by, note) if verdicts else ()


def _verdict(claim_id: str, change: Mapping[str, str] | None, standing: Mapping[str, Claim], name: str) -> Verdict | Problem | None:
    """None if it is so already."""
    claim = standing.get(claim_id)
    if claim is None:
        gone = f"claim {claim_id} does not stand any more, so it cannot be amended: export anew. Nothing was changed."
        return None if change is None else Problem("unknown-claim", gone, name)
    if change is None:
        return "reject", claim
    revised = revise(claim, change)
    if isinstance(revised, Problem):
        return revised
    return None if revised == claim else ("amend", revised)


def _write(ledger: Ledger, verdicts: list[Verdict], by: str, note: str) -> tuple[Judgement, ...]:
    drafts = [Draft("judgement", "claims", dumps(body_of(verb, (claim.claim_id, ""), claim, note))) for verb, claim in verdicts]
    with writing(ledger) as connection:
        rows = append_all(connection, drafts, by=by, moment=ledger.clock())
    return judged(Entry(row.entry_id, row.kind, row.key, loads(row.body), row.by, datetime.fromisoformat(row.recorded_at)) for row in rows)
