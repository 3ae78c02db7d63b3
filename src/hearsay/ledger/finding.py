"""Finding one claim by its id, or by how that begins, without reading the whole ledger."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from hearsay.ledger import schema
from hearsay.ledger.bodies import is_storable
from hearsay.ledger.corrections import corrections
from hearsay.ledger.derived.updating import judged
from hearsay.ledger.judgements import judgements
from hearsay.ledger.store import Ledger, reading
from hearsay.records import Claim, Judgement, Problem

_MOST = 200  # claims that begin so and are looked at; with so many, which of them is meant cannot be told


def find(ledger: Ledger, claim_id: str) -> Claim | Problem:
    """The one claim that stands with this id, or else whose id begins so. A Problem if there is none or there are several."""
    found = _standing(ledger, claim_id) if claim_id and is_storable(claim_id) else []
    exact = [claim for claim in found if claim.claim_id == claim_id]
    if len(exact or found) == 1:
        return (exact or found)[0]
    wrong = f"{len(found)} claims have ids that begin" if found else "no claim has an id that begins"
    return Problem("unknown-claim", f"{wrong} with {claim_id!r}: `hearsay review list` shows those that wait. Nothing was changed.", ledger.name)


def _standing(ledger: Ledger, beginning: str) -> list[Claim]:
    """The claims as judged whose ids begin so, of reports that were not taken back."""
    verdicts = judgements(ledger, "claims")
    gone = {one.report_id for one in corrections(ledger) if one.undone_by is None}
    with reading(ledger) as connection:
        reports = _reports(connection, beginning, verdicts) - gone
        told = judged(connection, sorted(reports)).claims
    return [claim for own in told.values() for claim in own if claim.claim_id.startswith(beginning)]


def _reports(connection: Connection, beginning: str, judged: Sequence[Judgement]) -> set[str]:
    """The reports of the claims whose ids begin so, in the last readings or in judgements."""
    table = schema.claims.c
    exact = set(connection.scalars(select(table.report_id).where(table.claim_id == beginning)))
    found = exact or set(connection.scalars(select(table.report_id).where(table.claim_id.startswith(beginning, autoescape=True)).limit(_MOST)))
    return found | {one.record.report_id for one in judged if one.record is not None and one.left.startswith(beginning)}
