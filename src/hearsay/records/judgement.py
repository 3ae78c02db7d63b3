"""What a person ruled about parties: that two names are one, or that they are two."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verb = Literal["merge", "split"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """``merge``: ``right`` is the party ``left``, under whose name it goes from then on. ``split``: the two are not one party, whatever their names
    look like. ``judgement_id`` is the entry's; ``undone_by`` the id of the entry that took it back."""

    judgement_id: int
    verb: Verb
    left: str
    right: str
    by: str
    recorded_at: datetime
    undone_by: int | None = None
