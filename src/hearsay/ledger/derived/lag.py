"""Whether what is kept is so little behind the entries that somebody must just be writing to the ledger."""

from datetime import datetime

from sqlalchemy import select

from hearsay.ledger import schema
from hearsay.ledger.derived import tables
from hearsay.ledger.derived.updating import is_made
from hearsay.ledger.store import Ledger, reading

_SECONDS = 60.0  # since the last entry
_ENTRIES = 10_000  # not heeded yet


def is_near(ledger: Ledger, engine: str) -> bool:
    """True if the derived tables were made by ``engine``, lack a few entries at most, and the last of them is not a minute old."""
    table, state = schema.entries.c, tables.state.c
    with reading(ledger) as connection:
        if not is_made(connection):
            return False
        kept = {row[0]: row[1] for row in connection.execute(select(state.name, state.value))}
        last = connection.execute(select(table.entry_id, table.recorded_at).order_by(table.entry_id.desc()).limit(1)).first()
    if last is None or kept.get("engine") != engine:
        return False
    age = (ledger.clock() - datetime.fromisoformat(last.recorded_at)).total_seconds()
    return age < _SECONDS and int(kept["posted"]) > 0 and last.entry_id - min(int(kept["posted"]), int(kept["said"])) <= _ENTRIES
