"""Claims that tell of one thing, and why they were put together."""

from dataclasses import dataclass


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
