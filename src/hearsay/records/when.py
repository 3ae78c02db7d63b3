"""When something happened, as an interval of days."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

Basis = Literal["stated", "published", "caption", "event", "judged"]


@dataclass(frozen=True, slots=True)
class When:
    """Closed interval of days, ``first`` to ``last`` both included; ``precision`` is UCDP's date_prec (1 the day, 2 a span of 2-6 days,
    3 the week, 4 the month, 5 the year or more). ``surface`` are the words it was read from, empty if it was inferred; ``basis`` says
    from what it was worked out, or that a person judged so. ``clock`` is the hour of the day if one is said, with its zone if that is said too."""

    first: date
    last: date
    precision: int
    surface: str
    start: int
    end: int
    basis: Basis
    clock: time | None = None
