"""One line of the ledger, which only grows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

Kind = Literal["report", "claim", "link", "judgement", "correction"]


@dataclass(frozen=True, slots=True)
class Entry:
    """``body`` is JSON-ready; ``by`` is a person, or the engine with its release and the digests of its lexicon and weights;
    ``recorded_at`` is UTC."""

    entry_id: int
    kind: Kind
    key: str
    body: dict[str, Any]
    by: str
    recorded_at: datetime
