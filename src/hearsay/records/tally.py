"""Reconciled numbers, with the claims they rest on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Low, best and high of one measure for one side's victims in one event, both bounds included; ``high`` None is open upward. ``rests_on``
    are claim ids, ``rule`` says in words how the numbers came about."""

    event_id: str
    victims: str
    measure: str
    low: int | None
    best: int | None
    high: int | None
    rests_on: tuple[str, ...]
    rule: str
