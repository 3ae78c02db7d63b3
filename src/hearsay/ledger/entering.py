"""One entry more, of what people say: judgements and corrections."""

from typing import Any

from sqlalchemy import insert

from hearsay.ledger import schema
from hearsay.ledger.errors import told_plainly
from hearsay.ledger.posting import stamp
from hearsay.ledger.store import Ledger
from hearsay.records import Entry
from hearsay.records.entry import Kind


def enter(ledger: Ledger, kind: Kind, key: str, body: dict[str, Any], by: str) -> Entry:
    """Append an entry. Raises ValueError if nobody made it, and LedgerError if the file fails."""
    if not by.strip():
        raise ValueError(f"a {kind} needs the name of who made it")
    moment = ledger.clock()
    row = {"kind": kind, "key": key, "body": body, "by": by, "recorded_at": stamp(moment)}
    with told_plainly(ledger.name), ledger.engine.connect().execution_options(hearsay_writing=True) as connection, connection.begin():
        entry_id: int = connection.execute(insert(schema.entries).values(row)).inserted_primary_key[0]  # type: ignore[index]
    return Entry(entry_id, kind, key, body, by, moment)
