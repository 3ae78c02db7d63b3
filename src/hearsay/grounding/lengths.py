"""What words of time mean that tell no days: a length, what comes again and again, "now" and "recently", years before the calendar."""

from dataclasses import dataclass
from typing import Literal

from hearsay.grounding.meanings import Anchor
from hearsay.grounding.periods import Period
from hearsay.records.when import Basis


@dataclass(frozen=True, slots=True)
class Undated:
    """A meaning without days."""

    @property
    def basis(self) -> Basis:
        """Nothing is worked out, so it is what the words say."""
        return "stated"

    def period(self, anchor: Anchor) -> Period | None:  # noqa: ARG002
        """Nothing is known."""
        return None


@dataclass(frozen=True, slots=True)
class Lasting(Undated):
    """So long, without saying when: "for three weeks"."""

    unit: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Recurring(Undated):
    """Again and again, once in so many units: "daily", "every two weeks", "on Fridays" (``weekday`` 4), "every morning",
    "every July" (``month`` 7)."""

    unit: str
    count: int = 1
    weekday: int | None = None
    part: str | None = None
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Vague(Undated):
    """Past, present or future, and no more: "recently", "now", "soon"."""

    tense: Literal["past", "present", "future"]
    unit: str = "day"


@dataclass(frozen=True, slots=True)
class BeforeChrist(Undated):
    """A year, decade or century before the first of the calendar; ``within`` is a month (its number) or a season of it."""

    year: int
    unit: str = "year"
    within: int | str | None = None
