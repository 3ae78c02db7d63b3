"""What the words of a date mean before it is known which day they are counted from; ``period(anchor)`` works the days out."""

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Protocol

from hearsay.grounding import periods
from hearsay.grounding.periods import Period
from hearsay.records.when import Basis

AHEAD_DAYS = 45  # a day without a year lies at most so far after publication
_BACK_MONTHS = 5  # a tale goes back so far; else it means the next year
_LONG_DAYS = 120  # "until March" is the next one if the last is so long ago
_OLD_DAYS = 330  # a report that last told of a year so long ago goes on in that year


@dataclass(frozen=True, slots=True)
class Anchor:
    """From where to count: the day of publication, the days last told of, the last that were told with their year; whether the words
    around look ahead, whether it is a time up to which ("until"), whether a span that is not over is wanted as a whole; the business quarter
    last told of."""

    published: date | None = None
    told: Period | None = None
    dated: Period | None = None
    is_ahead: bool = False
    is_bound: bool = False
    is_whole: bool = False
    quarter: Period | None = None


class Meaning(Protocol):
    """``basis`` says what the days are worked out from."""

    @property
    def basis(self) -> Basis: ...

    @property
    def unit(self) -> str:
        """The unit of the calendar that the words name: "hour", "day", "week", "month", "quarter", "year", ..."""

    def period(self, anchor: Anchor) -> Period | None:
        """The days, or None if what they are counted from is not known."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days with their year in the words."""

    days: Period
    basis: Basis = "stated"

    @property
    def unit(self) -> str:
        """That which the days fill."""
        return periods.unit_of(self.days)

    def period(self, anchor: Anchor) -> Period | None:  # noqa: ARG002
        """The days themselves."""
        return self.days


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, or a day of a month, without its year. ``shift`` -1 for "last May", 1 for "next May"; ``year`` for "May of that year"."""

    month: int
    day: int | None = None
    shift: int = 0
    year: "Calendar | None" = None
    basis: Basis = "published"

    @property
    def unit(self) -> str:
        """A day if there is one."""
        return "month" if self.day is None else "day"

    def period(self, anchor: Anchor) -> Period | None:
        """The last such at or shortly after publication; in the tale of an older year, that year's."""
        if self.year is not None:
            whole = self.year.period(anchor)
            return whole and self.of(whole.first.year)
        base = anchor.published
        if self.basis == "event" and anchor.told is not None:
            base = anchor.told.first
        elif anchor.dated is not None and (base is None or (base - anchor.dated.last).days > _OLD_DAYS):
            return self._after(anchor.dated)
        if base is None:
            return None
        years = range(min(base.year + 1, MAXYEAR), max(base.year - 9, 0), -1)  # nine: the 29th of February may be eight years back
        found = [days for days in map(self.of, years) if days is not None]
        if self.shift > 0:
            return next((days for days in reversed(found) if days.first > base), None)
        if anchor.is_ahead and self.shift == 0:
            return next((days for days in reversed(found) if days.last >= base), None)
        latest = base if self.shift < 0 else base + timedelta(days=AHEAD_DAYS)
        days = next((days for days in found if days.first <= latest), None)
        if anchor.is_bound and self.shift == 0 and days is not None and (base - days.last).days > _LONG_DAYS:
            return next((days for days in reversed(found) if days.last >= base), None)
        return days and _so_far(days, anchor)

    def _after(self, told: Period) -> Period | None:
        """The one that goes on with a tale: in the year told of, or the nearest to the days told of, for a tale goes on rather than back."""
        year = told.last.year
        if told.precision == 5:
            return self.of(year) or self.of(year + 1)
        ahead = (self.month - told.last.month + _BACK_MONTHS) % 12 - _BACK_MONTHS
        return self.of(year + (told.last.month - 1 + ahead) // 12)

    def of(self, year: int) -> Period | None:
        """That of one year; None if it has no such day."""
        return periods.month(year, self.month) if self.day is None else periods.day(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week. ``shift`` as in ``Yearless``."""

    number: int
    shift: int = 0
    basis: Basis = "published"
    unit: str = "day"

    def period(self, anchor: Anchor) -> Period | None:
        """The last at or before publication, the next one if the words look ahead."""
        if self.basis == "event":
            base = base_of("event", anchor, "day")
            found = base and periods.weekday(base, self.number, direction=self.shift)
            return Period(found, found) if found else None
        if anchor.published is None:
            return None
        is_today = self.number == anchor.published.weekday()
        direction = 1 if self.shift == 0 and anchor.is_ahead and not is_today else self.shift
        found = periods.weekday(anchor.published, self.number, direction=direction)
        return Period(found, found)


@dataclass(frozen=True, slots=True)
class Deictic:
    """Days counted from publication: "yesterday" is -1 to -1."""

    first: int
    last: int
    basis: Basis = "published"
    unit: str = "day"

    def period(self, anchor: Anchor) -> Period | None:
        """So many days off."""
        if anchor.published is None:
            return None
        return Period(periods.shift(anchor.published, "day", self.first), periods.shift(anchor.published, "day", self.last))


@dataclass(frozen=True, slots=True)
class Counted:
    """``low`` to ``high`` units before (``sign`` -1) or after; from publication, or from the days last told of. "A year ago" beside a business
    quarter is the same quarter of the year before."""

    unit: str
    low: int
    high: int
    sign: int
    basis: Basis = "published"

    def period(self, anchor: Anchor) -> Period | None:
        """Some slack about a single count, since "two weeks ago" is no exact day."""
        base = base_of(self.basis, anchor, self.unit)
        if base is None:
            return None
        if self.unit == "year" and anchor.quarter is not None and self.low == self.high == 1:
            return periods.around(periods.shift(anchor.quarter.first, "year", self.sign), "quarter")
        if self.unit in periods.HOURS:
            return Period(base if self.basis == "event" else periods.shift(base, "day", -1), base)
        near, far = (periods.shift(base, self.unit, self.sign * count) for count in (self.low, self.high))
        if self.low == self.high:
            return periods.near(near, self.unit)
        return Period(min(near, far), max(near, far))


@dataclass(frozen=True, slots=True)
class Calendar:
    """A unit of the calendar: "last week" (-1), "this month" (0), "the following year" (1)."""

    unit: str
    shift: int
    basis: Basis = "published"

    def period(self, anchor: Anchor) -> Period | None:
        """The whole unit, except that a weekend just past is "the weekend" until the next one comes."""
        base = base_of(self.basis, anchor, self.unit)
        if base is None:
            return None
        if self.unit in periods.SEASONS:
            return periods.nearest_season(base, self.unit, self.shift)
        if self.unit == "weekend" and self.shift <= 0:
            return periods.around(periods.shift(base, "week", -1) if base.weekday() < 5 else base, "weekend")
        days = periods.around(periods.shift(base, self.unit, self.shift), self.unit)
        return _so_far(days, anchor) if self.basis == "published" else days


@dataclass(frozen=True, slots=True)
class OfMonth:
    """A day of the month last told of: "the 15th"."""

    number: int
    basis: Basis = "event"
    unit: str = "day"

    def period(self, anchor: Anchor) -> Period | None:
        """None if that month has no such day."""
        base = base_of("event", anchor, "month")
        return periods.day(base.year, base.month, self.number) if base else None


@dataclass(frozen=True, slots=True)
class Trailing:
    """The last (``sign`` -1) or next so many units, up to or from publication."""

    unit: str
    low: int
    high: int
    sign: int = -1
    basis: Basis = "published"

    def period(self, anchor: Anchor) -> Period | None:
        """Hours are rounded outward to days."""
        base = anchor.published
        if base is None:
            return None
        middle = (self.low + self.high) // 2
        unit, count = ("day", -(-middle // 24)) if self.unit in periods.HOURS else (self.unit, middle)
        other = periods.shift(base, unit, self.sign * count)
        return Period(min(base, other), max(base, other))


def _so_far(days: Period, anchor: Anchor) -> Period:
    """A span that is not over yet goes up to publication, unless the words look ahead."""
    if anchor.published is None or anchor.is_ahead or anchor.is_whole or not days.first <= anchor.published < days.last:
        return days
    return Period(days.first, anchor.published)


def base_of(basis: Basis, anchor: Anchor, unit: str) -> date | None:
    """The day to count from; what counts from the days told of falls back on publication, and a day is not counted from a year."""
    if basis == "event" and anchor.told is not None and (anchor.told.precision < 5 or unit in ("year", "decade", "century")):
        return anchor.told.last
    return anchor.published
