"""Closed intervals of days, and the arithmetic of the calendar."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from hearsay import lexicons

SEASONS: dict[str, list[int]] = lexicons.load("time")["seasons"]
HOURS = ("hour", "minute")
_DAYS = {"day": 1, "hour": 1, "minute": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_FILLED = ("day", "month", "year", "decade", "century", "week", "quarter", "half", *SEASONS)
_SLACK_DAYS = {"hour": 0, "minute": 0, "day": 0, "week": 2, "weekend": 1, "fortnight": 3}


class Period(NamedTuple):
    """Days ``first`` to ``last``, both included."""

    first: date
    last: date

    @property
    def precision(self) -> int:
        """UCDP's date_prec: 1 the day, 2 a span of 2 to 6 days, 3 the week, 4 the month, 5 longer."""
        days = (self.last - self.first).days + 1
        return next((code for code, most in ((1, 1), (2, 6), (3, 8), (4, 31)) if days <= most), 5)


def day(year: int, month: int, number: int) -> Period | None:
    """That day, or None if the calendar has no such day."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return Period(date(year, month, number), date(year, month, number))


def month(year: int, number: int) -> Period:
    """That month.

    >>> month(2021, 2)
    Period(first=datetime.date(2021, 2, 1), last=datetime.date(2021, 2, 28))
    """
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def years(first: int, last: int) -> Period:
    """The years ``first`` to ``last``, both included."""
    return Period(date(first, 1, 1), date(last, 12, 31))


def season(year: int, name: str) -> Period:
    """A season of the northern half of the world; winter runs into the next year."""
    first, last = SEASONS[name]
    return Period(date(year, first, 1), month(year + (last < first), last).last)


def nearest_season(at: date, name: str, direction: int) -> Period | None:
    """The season of the year of ``at``; with ``direction`` -1 the last that is over, with 1 the next that begins. None beyond the calendar.

    >>> nearest_season(date(2021, 9, 2), "spring", -1)
    Period(first=datetime.date(2021, 3, 1), last=datetime.date(2021, 5, 31))
    """
    found = [season(year, name) for year in range(max(at.year - 2, 1), min(at.year + 2, 9998) + 1)]
    if direction < 0:
        return next((days for days in reversed(found) if days.last < at), None)
    return next((days for days in found if (days.first > at if direction else days.first.year == at.year)), None)


def shift(at: date, unit: str, count: int) -> date:
    """``count`` units from ``at``; a month on keeps the day of the month where it can. The calendar's ends hold.

    >>> shift(date(2021, 3, 31), "month", -1)
    datetime.date(2021, 2, 28)
    """
    if unit in _DAYS:
        ordinal = at.toordinal() + _DAYS[unit] * count
        return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
    months = at.year * 12 + at.month - 1 + _MONTHS.get(unit, 12) * count
    months = min(max(months, 12), 9999 * 12 + 11)
    year, number = divmod(months, 12)
    return date(year, number + 1, min(at.day, monthrange(year, number + 1)[1]))


def around(at: date, unit: str) -> Period:
    """The unit of the calendar that ``at`` lies in: its day, week (from Monday), weekend, month, year, decade, season.

    >>> around(date(2021, 9, 2), "week")
    Period(first=datetime.date(2021, 8, 30), last=datetime.date(2021, 9, 5))
    """
    if unit in ("day", *HOURS):
        return Period(at, at)
    if unit in ("week", "fortnight", "weekend"):
        monday = at - timedelta(days=at.weekday())
        return Period(monday + timedelta(days=5), monday + timedelta(days=6)) if unit == "weekend" else Period(monday, monday + timedelta(days=6))
    if unit in ("month", "quarter", "half"):
        length = _MONTHS[unit]
        first = at.month - (at.month - 1) % length
        return Period(date(at.year, first, 1), month(at.year, first + length - 1).last)
    if unit in SEASONS:
        return season(at.year, unit)
    span = {"decade": 10, "century": 100}.get(unit, 1)
    first = max(at.year - at.year % span, 1)
    return years(first, min(first + span - 1, 9999))


def unit_of(period: Period) -> str:
    """The unit of the calendar that a period fills; "day" for days that fill none.

    >>> unit_of(years(1990, 1999))
    'decade'
    """
    return next((unit for unit in _FILLED if around(period.first, unit) == period), "day")


def near(at: date, unit: str) -> Period:
    """The days that "so many units ago" may mean when it points at ``at``: of weeks some days more or less, of years that year."""
    if unit in _SLACK_DAYS:
        slack = timedelta(days=_SLACK_DAYS[unit])
        return Period(at - slack, at + slack)
    return around(at, unit if unit in ("month", "quarter", *SEASONS) else "year")


def piece(period: Period, name: str, until: date | None = None) -> Period:
    """The early, mid or late part of a period: a third of it, of a year three months; "earlier" is up to ``until``.

    >>> piece(years(2011, 2011), "mid")
    Period(first=datetime.date(2011, 6, 1), last=datetime.date(2011, 8, 31))
    """
    if name in ("earlier", "later"):
        if until is None or not period.first <= until <= period.last:
            return period
        return Period(period.first, until) if name == "earlier" else Period(until, period.last)
    position = {"early": 0, "mid": 1, "late": 2}[name]
    if period == around(period.first, "year"):
        year, number = period.first.year, (1, 6, 10)[position]
        return Period(date(year, number, 1), month(year, number + 2).last)
    length = (period.last - period.first).days + 1
    first = period.first + timedelta(days=length * position // 3)
    return Period(first, period.first + timedelta(days=length * (position + 1) // 3 - 1)) if length > 2 else period


def weekday(at: date, number: int, *, direction: int = 0) -> date:
    """The last such weekday at or before ``at``; with ``direction`` 1 the first after it, with -1 the last before it."""
    if direction > 0:
        return at + timedelta(days=(number - at.weekday() - 1) % 7 + 1)
    back = (at.weekday() - number) % 7
    return at - timedelta(days=back + 7 * (direction < 0 and back == 0))
