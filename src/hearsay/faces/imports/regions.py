"""What a person marked in a report's text, whichever tool it was done in."""

from dataclasses import dataclass, field


class ImportFileError(Exception):
    """Why a file cannot be taken over; the message says where, what is wrong and what to do. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Region:
    """``region_id`` is the mark's, if the tool keeps ids, else "". ``kind``: claim, figure or voice. ``fields`` are those of the mark that the tool
    lets people change. ``said_by``: the words of the voice that a claim was tied to, as (start, end); None if to none."""

    region_id: str
    kind: str
    start: int
    end: int
    fields: dict[str, str] = field(default_factory=dict)
    said_by: tuple[int, int] | None = None
