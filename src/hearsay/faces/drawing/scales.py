"""From days and numbers to places on a plane."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_TICKS = 10  # days that are written under an axis, at most


@dataclass(frozen=True, slots=True)
class Days:
    """Days along an axis from ``left`` on, each ``slot`` wide; what has no day stands before the first."""

    first: date
    last: date
    left: float
    slot: float
    has_unknown: bool

    def place(self, day: date | None) -> float:
        """The middle of the day's slot."""
        number = 0 if day is None else (day - self.first).days + self.has_unknown
        return self.left + (number + 0.5) * self.slot

    @property
    def ticks(self) -> list[date]:
        """Days to write down, at even steps."""
        count = (self.last - self.first).days + 1
        step = max(1, math.ceil(count / _TICKS))
        return [self.first + timedelta(days=number) for number in range(0, count, step)]


def days(those: Iterable[date | None], *, left: float, width: float) -> Days:
    """An axis over all the days."""
    given = set(those)
    told = sorted(day for day in given if day)
    first, last = (told[0], told[-1]) if told else (date(2000, 1, 1), date(2000, 1, 1))
    has_unknown = None in given or not told
    slots = (last - first).days + 1 + (1 if has_unknown and told else 0)
    return Days(first, last, left, width / slots, has_unknown)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whole numbers up an axis from ``bottom`` (nought) to ``top`` (``most``), by their logarithm if they lie far apart."""

    most: int
    bottom: float
    top: float
    is_log: bool

    def place(self, number: int) -> float:
        """How high the number stands; what is larger than ``most`` stands at the top."""
        share = math.log1p(number) / math.log1p(self.most) if self.is_log else number / self.most
        return self.bottom - min(1.0, share) * (self.bottom - self.top)

    @property
    def ticks(self) -> list[int]:
        """Round numbers to write beside it."""
        if self.is_log:
            return [0, *(10**power for power in range(1, len(str(self.most)) + 1) if 10**power <= self.most)]
        step = _round(self.most / 3)
        return list(range(0, self.most + 1, step))


def numbers(those: Iterable[int], *, bottom: float, top: float) -> Numbers:
    """An axis for all the numbers, from nought."""
    told = sorted(number for number in those if number > 0)
    most = told[-1] if told else 1
    is_log = most >= 50 and most > 12 * told[0]
    return Numbers(math.ceil(most * (2 if is_log else 1.2)), bottom, top, is_log)  # room for an arrow above what is open


def _round(step: float) -> int:
    """The nearest larger of 1, 2, 5, 10, 20, 50, ..."""
    power = 10 ** max(0, math.floor(math.log10(max(step, 1))))
    return next(int(factor * power) for factor in (1, 2, 5, 10) if factor * power >= step)
