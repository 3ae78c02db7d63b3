"""Reading a report of the ledger anew: what the new reading has otherwise is appended, what it no longer has is withdrawn; nothing is erased."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from math import inf

from sqlalchemy import Connection, bindparam, delete, insert, select

from hearsay.ledger import schema
from hearsay.ledger.bodies import claim_from, dumps
from hearsay.ledger.chain import Draft, append_all
from hearsay.ledger.folding import tells_the_same
from hearsay.ledger.store import Ledger, writing
from hearsay.lexicons import naming
from hearsay.records import Claim, Rereading
from hearsay.records.public import to_json


def repost(ledger: Ledger, report_id: str, claims: Sequence[Claim], by: str) -> Rereading:
    """Put a new reading of a report in the place of its last one, in one transaction; nothing is written if the two are alike. Judgements about
    claims stay: the withdrawn ones are followed by their ``successors``. Raises LedgerError if the file fails: then nothing was written."""
    with writing(ledger) as connection:
        made = compare(report_id, _last_reading(connection, report_id), claims)
        if made.added or made.changed or made.withdrawn:
            wanted = {*made.added, *made.changed}
            drafts = [Draft("claim", claim.claim_id, dumps(to_json(claim))) for claim in claims if claim.claim_id in wanted]
            _write(connection, made, drafts, by=by, moment=ledger.clock())
    return made


def compare(report_id: str, before: Sequence[Claim], after: Sequence[Claim]) -> Rereading:
    """What a new reading changes, and which claim comes in the place of which: of those that share words with it the one most alike."""
    old, new = {claim.claim_id: claim for claim in before}, {claim.claim_id: claim for claim in after}
    withdrawn = tuple(claim for claim_id, claim in old.items() if claim_id not in new)
    added = tuple(claim for claim_id, claim in new.items() if claim_id not in old)
    changed = tuple(claim_id for claim_id, claim in new.items() if claim_id in old and old[claim_id] != claim)
    return Rereading(
        report_id=report_id,
        added=tuple(claim.claim_id for claim in added),
        changed=changed,
        withdrawn=tuple(claim.claim_id for claim in withdrawn),
        successors=_successors(withdrawn, added),
    )


def _successors(withdrawn: Sequence[Claim], added: Sequence[Claim]) -> dict[str, str]:
    """The most alike pairs first, each claim in one of them at most."""
    pairs = sorted((-_likeness(one, other), one.claim_id, other.claim_id) for one in withdrawn for other in added if _overlap(one, other) > 0)
    found: dict[str, str] = {}
    for _, gone, come in pairs:
        if gone not in found and come not in found.values():
            found[gone] = come
    return found


def _likeness(one: Claim, other: Claim) -> float:
    if one == replace(other, claim_id=one.claim_id):  # another release may give other ids
        return inf
    union = max(one.evidence.end, other.evidence.end) - min(one.evidence.start, other.evidence.start)
    is_same_speaker = naming.key(one.chain[0].name) == naming.key(other.chain[0].name)
    return 2 * tells_the_same(one, other) + (one.event.type == other.event.type) + is_same_speaker + _overlap(one, other) / union


def _overlap(one: Claim, other: Claim) -> int:
    return min(one.evidence.end, other.evidence.end) - max(one.evidence.start, other.evidence.start)


def _last_reading(connection: Connection, report_id: str) -> list[Claim]:
    query = select(schema.entries.c.body).join(schema.claims).where(schema.claims.c.report_id == report_id).order_by(schema.entries.c.entry_id)
    return [claim_from(body) for body in connection.scalars(query)]


def _write(connection: Connection, made: Rereading, drafts: Sequence[Draft], *, by: str, moment: datetime) -> None:
    """The table of claims points to the last reading of each claim; the entries hold all of them."""
    body = {"verb": "reread", "added": made.added, "changed": made.changed, "withdrawn": made.withdrawn, "successors": made.successors}
    _, *rows = append_all(connection, [Draft("correction", made.report_id, dumps(body)), *drafts], by=by, moment=moment)
    replaced = (*made.changed, *made.withdrawn)
    if replaced:
        connection.execute(delete(schema.claims).where(schema.claims.c.claim_id == bindparam("gone")), [{"gone": claim_id} for claim_id in replaced])
    if rows:
        connection.execute(insert(schema.claims), [{"entry_id": row.entry_id, "claim_id": row.key, "report_id": made.report_id} for row in rows])
