"""What an outlet did about a report of its own, and what a new reading changed."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """An outlet's correction: the report ``report_id`` was taken back, or replaced by the report ``replaced_by``, on the day ``day`` (None if
    unknown).

    ``correction_id`` is the entry's; ``undone_by`` the id of the entry that took it back, for one that was entered by mistake."""

    correction_id: int
    report_id: str
    replaced_by: str | None
    day: date | None
    note: str
    by: str
    recorded_at: datetime
    undone_by: int | None = None


@dataclass(frozen=True, slots=True)
class Rereading:
    """What a report said otherwise when a newer release read it: ids of claims that are new, that are read otherwise under the same id, and that are
    gone; ``successors`` gives for a gone claim the new one in its place, if there is one."""

    report_id: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    withdrawn: tuple[str, ...]
    successors: dict[str, str]
