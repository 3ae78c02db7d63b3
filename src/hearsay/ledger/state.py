"""Reading a ledger: what it holds now, or held at a moment."""

from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Select, select

from hearsay.ledger import schema
from hearsay.ledger.errors import told_plainly
from hearsay.ledger.posting import stamp
from hearsay.ledger.store import Ledger
from hearsay.records import Claim, Document, Entry
from hearsay.records.entry import Kind
from hearsay.records.public import from_json

Moment = date | datetime


def entries(ledger: Ledger, *, kind: Kind | None = None, as_of: Moment | None = None) -> tuple[Entry, ...]:
    """The entries in the order in which they were appended; ``as_of`` keeps those recorded up to a moment, or up to the end of a day (UTC)."""
    query = select(schema.entries).order_by(schema.entries.c.entry_id)
    if kind is not None:
        query = query.where(schema.entries.c.kind == kind)
    return _fetch(ledger, _until(query, as_of))


def claims(ledger: Ledger, *, as_of: Moment | None = None) -> tuple[Claim, ...]:
    """The claims in the order in which they were posted; ``as_of`` as for ``entries``."""
    return tuple(from_json(entry.body) for entry in entries(ledger, kind="claim", as_of=as_of))


def reports(ledger: Ledger, *, as_of: Moment | None = None) -> tuple[Document, ...]:
    """The reports with their texts, in the order in which they were posted; ``as_of`` as for ``entries``."""
    return tuple(document_of(entry) for entry in entries(ledger, kind="report", as_of=as_of))


def report(ledger: Ledger, report_id: str) -> Document | None:
    """One report with its text, None if the ledger has no such report."""
    query = select(schema.entries).join(schema.reports).where(schema.reports.c.report_id == report_id)
    found = _fetch(ledger, query)
    return document_of(found[0]) if found else None


def _until(query: Select[Any], as_of: Moment | None) -> Select[Any]:
    if as_of is None:
        return query
    moment = as_of if isinstance(as_of, datetime) else datetime.combine(as_of, time.max, tzinfo=UTC)
    return query.where(schema.entries.c.recorded_at <= stamp(moment))


def _fetch(ledger: Ledger, query: Select[Any]) -> tuple[Entry, ...]:
    with told_plainly(ledger.name), ledger.engine.connect() as connection:
        rows = connection.execute(query).mappings().all()
    return tuple(Entry(**(dict(row) | {"recorded_at": datetime.fromisoformat(row["recorded_at"])})) for row in rows)


def document_of(entry: Entry) -> Document:
    """The report that an entry holds."""
    body = entry.body
    published = body["published"] and date.fromisoformat(body["published"])
    return Document(body["id"], body["text"], body["outlet"], body["title"], published, body["url"])
