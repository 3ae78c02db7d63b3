"""Which reports are one text under several mastheads."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sketch:
    """A report worn down to what tells it from others. ``names``: words with a capital and numbers of its headline and first paragraphs, folded;
    ``shingles``: a fixed sample of the hashes of its runs of words, sorted."""

    report_id: str
    published: date | None
    names: tuple[str, ...]
    shingles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """``origin_id`` is the report of the same text that was published first, of two on one day that with the smaller id; a report that copies none is
    its own. ``like_id`` is the report of that origin that this one is most like, ``share`` (0 to 1) how much of the shorter text both have."""

    report_id: str
    origin_id: str
    like_id: str
    share: float
