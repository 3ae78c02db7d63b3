"""Posting a report with its claims: whole or not at all."""

from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, insert, select

from hearsay.ledger import schema
from hearsay.ledger.errors import told_plainly
from hearsay.ledger.store import Ledger
from hearsay.records import Claim, Document, Problem
from hearsay.records.public import to_json

_BATCH = 500


def post(ledger: Ledger, document: Document, claims: Sequence[Claim], by: str) -> bool | Problem:
    """Append a report and its claims in one transaction. True if it was posted, False if this report (id and text) is in the ledger already:
    then nothing changes, whatever the claims. A Problem if its id is taken by another text, or a claim's id by another report's claim.

    ``by`` says who made the claims: a person, or the engine with its release and digests. Raises LedgerError if the file fails, and ValueError
    for claims that are not this document's or whose evidence is not its text."""
    _check(document, claims)
    digest = sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    with told_plainly(ledger.name), ledger.engine.connect().execution_options(hearsay_writing=True) as connection, connection.begin():
        known = connection.scalar(select(schema.reports.c.text_sha256).where(schema.reports.c.report_id == document.report_id))
        if known is not None:
            return False if known == digest else _taken(ledger, document)
        if owner := _owner(connection, claims):
            return Problem("claim-id-taken", f"its claims bear ids of report {owner}: give the report an id of its own", document.report_id)
        recorded_at = stamp(ledger.clock())
        entry_id = _append(connection, document, by=by, recorded_at=recorded_at, digest=digest)
        if claims:
            _append_claims(connection, claims, by=by, recorded_at=recorded_at, after=entry_id)
    return True


def stamp(moment: datetime) -> str:
    """A moment as the ledger writes it: UTC, to the microsecond, sorting as text. Raises ValueError for a moment without a time zone.

    >>> stamp(datetime(2021, 9, 3, 12, 30, tzinfo=UTC))
    '2021-09-03T12:30:00.000000Z'
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone: give it one, as datetime(..., tzinfo=UTC)")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _check(document: Document, claims: Sequence[Claim]) -> None:
    for claim in claims:
        if claim.report_id != document.report_id:
            raise ValueError(f"claim {claim.claim_id} is of report {claim.report_id}, not of {document.report_id}")
        start, end = claim.evidence.start, claim.evidence.end
        if document.text[start:end] != claim.evidence.text:
            raise ValueError(f"claim {claim.claim_id}: its evidence is not the text of {document.report_id} at {start}-{end}")
    if len({claim.claim_id for claim in claims}) != len(claims):
        raise ValueError(f"two claims of {document.report_id} bear one id")


def _taken(ledger: Ledger, document: Document) -> Problem:
    message = f"{ledger.name} holds another text under this report's id: give the report an id of its own"
    return Problem("report-id-taken", message, document.report_id)


def _owner(connection: Connection, claims: Sequence[Claim]) -> str | None:
    """The report that already has one of these claims' ids, if there is one."""
    ids = sorted(claim.claim_id for claim in claims)
    for start in range(0, len(ids), _BATCH):
        query = select(schema.claims.c.report_id).where(schema.claims.c.claim_id.in_(ids[start : start + _BATCH])).limit(1)
        owner: str | None = connection.scalar(query)
        if owner is not None:
            return owner
    return None


def _append(connection: Connection, document: Document, *, by: str, recorded_at: str, digest: str) -> int:
    entry = {"kind": "report", "key": document.report_id, "body": _body(document), "by": by, "recorded_at": recorded_at}
    entry_id: int = connection.execute(insert(schema.entries).values(entry)).inserted_primary_key[0]  # type: ignore[index]
    published = document.published.isoformat() if document.published else None
    row = {"report_id": document.report_id, "entry_id": entry_id, "outlet": document.outlet, "published": published, "text_sha256": digest}
    connection.execute(insert(schema.reports).values(row))
    return entry_id


def _append_claims(connection: Connection, claims: Sequence[Claim], *, by: str, recorded_at: str, after: int) -> None:
    # Ids are given here, not by the database: within this transaction nobody else writes, so they can be counted on and inserted in one batch.
    first = connection.scalar(select(func.max(schema.entries.c.entry_id))) or after
    numbered = list(enumerate(claims, first + 1))
    rows = [
        {"entry_id": number, "kind": "claim", "key": claim.claim_id, "body": to_json(claim), "by": by, "recorded_at": recorded_at}
        for number, claim in numbered
    ]
    connection.execute(insert(schema.entries), rows)
    connection.execute(
        insert(schema.claims), [{"claim_id": claim.claim_id, "entry_id": number, "report_id": claim.report_id} for number, claim in numbered]
    )


def _body(document: Document) -> dict[str, Any]:
    return {
        "id": document.report_id,
        "text": document.text,
        "outlet": document.outlet,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "url": document.url,
    }
