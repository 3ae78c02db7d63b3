"""Days that go by a name: events of history, feasts, and dates of the Persian and the Islamic calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

from hearsay import lexicons
from hearsay.grounding import periods
from hearsay.grounding.meanings import AHEAD_DAYS, Anchor, Fixed, Meaning
from hearsay.grounding.periods import Period
from hearsay.grounding.words import Parse, Words
from hearsay.records.when import Basis

_TIME = lexicons.load("time")
_ISLAMIC: dict[str, int] = _TIME["islamic_months"]
_PERSIAN: dict[str, int] = _TIME["persian_months"]
_SIGHTING = timedelta(days=1)  # a month of the Islamic calendar begins when the moon is seen, a day before or after the reckoned one
_HIJRI_YEARS = range(1200, 1500)  # years that are taken for one of those calendars


def islamic(year: int, month: int, day: int) -> date:
    """The day of the tabular Islamic calendar.

    >>> islamic(1442, 9, 1)
    datetime.date(2021, 4, 13)
    """
    return date.fromordinal(227014 + day + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30)


def persian(year: int, month: int, day: int) -> date:
    """The day of the solar calendar of Iran and Afghanistan, by Birashk's cycle of 2820 years.

    >>> persian(1400, 6, 15)
    datetime.date(2021, 9, 6)
    """
    cycle, rest = divmod(year - 474, 2820)
    rest += 474
    before = 31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6
    return date.fromordinal(226895 + 1029983 * cycle + 365 * (rest - 1) + (31 * rest - 5) // 128 + before + day)


@dataclass(frozen=True, slots=True)
class Feast:
    """Days that come every year: ``calendar`` gregorian, islamic, persian, or weekday (the ``day``-th Thursday of a month and so on); ``days``
    long."""

    calendar: str
    month: int
    day: int
    days: int = 1
    weekday: int = 0
    basis: Basis = "published"
    unit: str = "day"

    def period(self, anchor: Anchor) -> Period | None:
        """The last that had come, or was near, when the report was published; in the tale of an older year, that year's."""
        base = anchor.dated.last if anchor.dated else anchor.published
        if base is None:
            return None
        near = date.fromordinal(min(base.toordinal() + AHEAD_DAYS, date.max.toordinal()))
        found = [self.of(year) for year in self._years(base.year)]
        return max((days for days in found if days.first <= near), default=None)

    def _years(self, year: int) -> range:
        """The years of its own calendar about a year of ours."""
        years = {"islamic": (year - 622) * 33 // 32, "persian": year - 622}
        middle = max(years.get(self.calendar, year), 2)
        return range(max(middle - 2, 1), min(middle + 3, 9999))

    def of(self, year: int) -> Period:
        """Those of one year of its own calendar."""
        if self.calendar == "islamic":
            first = islamic(year, self.month, self.day)
            slack = _SIGHTING if self.days < 29 else timedelta(0)
            return Period(first - slack, first + timedelta(days=self.days - 1) + slack)
        if self.calendar == "persian":
            first = persian(year, self.month, self.day)
        elif self.calendar == "weekday":
            first = periods.weekday(date(year, self.month, 1) - timedelta(days=1), self.weekday, direction=1) + timedelta(days=7 * (self.day - 1))
        else:
            first = date(year, self.month, self.day)
        return Period(first, first + timedelta(days=self.days - 1))


_NAMES: dict[tuple[str, ...], Meaning] = {
    tuple(name.split()): Fixed(Period(*(date.fromisoformat(day) for day in days)), "event") for name, days in _TIME["events"].items()
}
_NAMES |= {tuple(name.split()): Feast(**rule) for name, rule in _TIME["feasts"].items()}
_LONGEST = max(map(len, _NAMES))
OPENERS = frozenset((*(name[0] for name in _NAMES), *_ISLAMIC, *_PERSIAN))


def named(words: Words, at: int) -> Parse | None:
    """A named event or feast, with its year if one is said; a date of another calendar."""
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        meaning = _NAMES.get(tuple(words.lower[at : at + size]))
        if meaning is not None:
            return _in_year(words, at + size, meaning)
    return dated(words, at)


def _in_year(words: Words, at: int, meaning: Meaning) -> Parse:
    """Ramadan 2014; Christmas 1989."""
    year = words.number(at)
    if not isinstance(meaning, Feast) or year is None or not 1900 <= year <= 2100:
        return at, meaning
    found = Feast.period(meaning, Anchor(published=date(year, 12, 31) - timedelta(days=AHEAD_DAYS)))
    return (at + 1, Fixed(found)) if found else (at, meaning)


def dated(words: Words, at: int) -> Parse | None:
    """15 Sunbula 1400; Shahrivar 15, 1400; 10 Muharram 1443 AH; 10 Muharram; Shahrivar 1400."""
    is_first = words.number(at) is not None
    day = words.number(at if is_first else at + 1)
    name = words[at + 1 if is_first else at]
    if name not in _ISLAMIC and name not in _PERSIAN:
        return None
    after = at + 2 if day is not None and 1 <= day <= 31 else at + 1
    year = words.number(after + (words[after] == ","))
    is_year = year is not None and year in _HIJRI_YEARS
    end = after + 1 + (words[after] == ",") if is_year else after
    calendar, months = ("islamic", _ISLAMIC) if name in _ISLAMIC else ("persian", _PERSIAN)
    if (
        (not is_year and calendar == "persian")
        or (after == at + 1 and not is_year)
        or (after == at + 2 and day is not None and not _has(months[name], day, calendar))
    ):
        return None
    month = months[name]
    feast = Feast(calendar, month, day, basis="published") if after == at + 2 and day else Feast(calendar, month, 1, _length(month, calendar))
    return end + (words[end] in ("ah", "a.h", "hijri")), Fixed(feast.of(year)) if is_year and year else feast


def _length(month: int, calendar: str) -> int:
    if calendar == "persian":
        return 31 if month <= 6 else 30 if month < 12 else 29
    return 30 if month % 2 else 29


def _has(month: int, day: int, calendar: str) -> bool:
    return 1 <= day <= _length(month, calendar) + (month == 12)
