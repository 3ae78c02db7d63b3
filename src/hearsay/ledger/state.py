"""Reading a ledger: what it holds now, or held at a moment."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from typing import Any, TypeVar

from sqlalchemy import Select, select

from hearsay.ledger import schema
from hearsay.ledger.asking import among
from hearsay.ledger.bodies import claim_from, entry_from, is_storable, report_from
from hearsay.ledger.bulk import making_many
from hearsay.ledger.chain import stamp
from hearsay.ledger.store import Ledger, reading
from hearsay.records import Claim, Document, Entry
from hearsay.records.entry import Kind

Moment = date | datetime
Made = TypeVar("Made")

# Not the hash, which ledgers of the first schema lack: those are read too.
_COLUMNS = tuple(schema.entries.c[name] for name in ("entry_id", "kind", "key", "body", "by", "recorded_at"))


@making_many()
def entries(ledger: Ledger, *, kind: Kind | None = None, as_of: Moment | None = None) -> tuple[Entry, ...]:
    """The entries in the order in which they were appended; ``as_of`` keeps those recorded up to a moment, or up to the end of a day (UTC)."""
    return _fetch(ledger, _those(select(*_COLUMNS), kind, as_of), entry_from)


@making_many()
def claims(ledger: Ledger, *, as_of: Moment | None = None) -> tuple[Claim, ...]:
    """The claims in the order in which they were posted; ``as_of`` as for ``entries``."""
    return _fetch(ledger, _those(select(schema.entries.c.body), "claim", as_of), claim_from)


@making_many()
def reports(ledger: Ledger, *, as_of: Moment | None = None) -> tuple[Document, ...]:
    """The reports with their texts, in the order in which they were posted; ``as_of`` as for ``entries``."""
    return _fetch(ledger, _those(select(schema.entries.c.body), "report", as_of), report_from)


def report(ledger: Ledger, report_id: str) -> Document | None:
    """One report with its text, None if the ledger has no such report."""
    query = select(schema.entries.c.body).join(schema.reports).where(schema.reports.c.report_id == report_id)
    found = _fetch(ledger, query, report_from)
    return found[0] if found else None


def claims_of(ledger: Ledger, report_id: str) -> tuple[Claim, ...]:
    """The claims of one report, in the order in which they were posted."""
    query = select(schema.entries.c.body).join(schema.claims).where(schema.claims.c.report_id == report_id).order_by(schema.entries.c.entry_id)
    return _fetch(ledger, query, claim_from)


def claims_named(ledger: Ledger, claim_ids: Iterable[str]) -> tuple[Claim, ...]:
    """The claims of these ids, in the order in which they were posted; ids that the ledger does not have are passed over."""
    table, names = schema.entries.c, filter(is_storable, claim_ids)
    query = select(table.body).join(schema.claims).where(among(schema.claims.c.claim_id, names)).order_by(table.entry_id)
    return _fetch(ledger, query, claim_from)


def claim_ids(ledger: Ledger) -> tuple[str, ...]:
    """The ids of all claims that ever were in the ledger, withdrawn ones too; twice if it was read otherwise."""
    return _fetch(ledger, select(schema.entries.c.key).where(schema.entries.c.kind == "claim"), str)


def _those(query: Select[Any], kind: Kind | None, as_of: Moment | None) -> Select[Any]:
    if kind is not None:
        query = query.where(schema.entries.c.kind == kind)
    if as_of is not None:
        moment = as_of if isinstance(as_of, datetime) else datetime.combine(as_of, time.max, tzinfo=UTC)
        query = query.where(schema.entries.c.recorded_at <= stamp(moment))
    return query.order_by(schema.entries.c.entry_id)


def _fetch(ledger: Ledger, query: Select[Any], make: Callable[..., Made]) -> tuple[Made, ...]:
    """What is made of each row's columns."""
    with reading(ledger) as connection:
        return tuple([make(*row) for row in connection.execute(query).all()])
