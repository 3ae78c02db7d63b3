"""Claims that tell of one thing, and why they were put together."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Link:
    """Why two claims were joined: ``score`` is the sum of the reasons' weights; each reason is (weight, words)."""

    left: str
    right: str
    score: float
    reasons: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A cluster of claims. ``claim_ids`` are sorted; ``event_id`` follows from the earliest claim and is stable while that stays."""

    event_id: str
    claim_ids: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person said of two claims: that they are of the same event, or of different ones."""

    left: str
    right: str
    is_same: bool
    by: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two events that are related but not one. ``part_of``: what ``left`` tells lies within what ``right`` tells, whose figures count it too;
    ``update_of``: ``left`` is a later word on the happening that ``right`` tells of. Each reason is (weight, words), as in a Link."""

    left: str
    right: str
    kind: Literal["part_of", "update_of"]
    score: float
    reasons: tuple[tuple[float, str], ...]
