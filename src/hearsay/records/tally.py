"""Reconciled numbers, with the claims they rest on."""

from typing import NamedTuple


class Loss(NamedTuple):
    """A tally as lists show it, without what it rests on."""

    victims: str
    measure: str
    low: int | None
    best: int | None
    high: int | None
    grading: str | None = None


class Tally(NamedTuple):
    """Low, best and high of one measure for one side's victims in one event, both bounds included; ``high`` None is open upward. ``victims`` "all" is
    the total over all sides. ``rests_on`` are claim ids, ``rule`` says in words how the numbers came about. ``profile``: by whose rules;
    ``grading``: Airwars' word for how sure civilian harm is, only by its profile."""

    event_id: str
    victims: str
    measure: str
    low: int | None
    best: int | None
    high: int | None
    rests_on: tuple[str, ...]
    rule: str
    profile: str = "hearsay"
    grading: str | None = None

    @property
    def loss(self) -> Loss:
        """As lists show it."""
        return Loss(self.victims, self.measure, self.low, self.best, self.high, self.grading)
