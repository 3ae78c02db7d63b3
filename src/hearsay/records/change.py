"""What became of an event between two moments."""

from dataclasses import dataclass
from typing import Literal

from hearsay.records.tally import Tally


@dataclass(frozen=True, slots=True)
class Change:
    """``event_id`` as it is now, or was last if the event is gone; ``was`` as it was then, None if it is new. The claims are ids."""

    kind: Literal["added", "changed", "withdrawn"]
    event_id: str
    was: str | None
    claims_added: tuple[str, ...]
    claims_changed: tuple[str, ...]
    claims_withdrawn: tuple[str, ...]
    tallies_before: tuple[Tally, ...]
    tallies_after: tuple[Tally, ...]
