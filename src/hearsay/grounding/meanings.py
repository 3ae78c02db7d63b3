"""What the words of a date mean before it is known which day they are counted from; ``period(anchor)`` works the days out."""

from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from typing import Protocol

from hearsay.grounding import periods
from hearsay.grounding.periods import Period
from hearsay.records.when import Basis

_AHEAD_DAYS = 45  # a day without a year lies at most so far after publication
_OLD_DAYS = 330  # a report that last told of a year so long ago goes on in that year


@dataclass(frozen=True, slots=True)
class Anchor:
    """From where to count: the day of publication, the days last told of, the last that were told with their year, and whether the words
    around look ahead."""

    published: date | None = None
    told: Period | None = None
    dated: Period | None = None
    is_ahead: bool = False


class Meaning(Protocol):
    """``basis`` says what the days are worked out from."""

    @property
    def basis(self) -> Basis: ...

    def period(self, anchor: Anchor) -> Period | None:
        """The days, or None if what they are counted from is not known."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days with their year in the words."""

    days: Period
    basis: Basis = "stated"

    def period(self, anchor: Anchor) -> Period | None:  # noqa: ARG002
        """The days themselves."""
        return self.days


@dataclass(frozen=True, slots=True)
class Yearless:
    """A month, or a day of a month, without its year. ``shift`` -1 for "last May", 1 for "next May"."""

    month: int
    day: int | None = None
    shift: int = 0
    basis: Basis = "published"

    def period(self, anchor: Anchor) -> Period | None:
        """The last such at or shortly after publication; in the tale of an older year, that year's."""
        base = anchor.published
        if anchor.dated is not None and (base is None or (base - anchor.dated.last).days > _OLD_DAYS):
            return self._in(anchor.dated.last.year) or self._in(anchor.dated.last.year + 1)
        if base is None:
            return None
        years = range(min(base.year + 1, MAXYEAR), max(base.year - 9, 0), -1)  # nine: the 29th of February may be eight years back
        found = [days for days in map(self._in, years) if days is not None]
        if self.shift > 0:
            return next((days for days in reversed(found) if days.first > base), None)
        latest = base if self.shift < 0 else base + timedelta(days=_AHEAD_DAYS)
        days = next((days for days in found if days.first <= latest), None)
        return days and _so_far(days, anchor)

    def _in(self, year: int) -> Period | None:
        return periods.month(year, self.month) if self.day is None else periods.day(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week. ``shift`` as in ``Yearless``."""

    number: int
    shift: int = 0
    basis: Basis = "published"

    def period(self, anchor: Anchor) -> Period | None:
        """The last at or before publication, the next one if the words look ahead."""
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

    def period(self, anchor: Anchor) -> Period | None:
        """So many days off."""
        if anchor.published is None:
            return None
        return Period(periods.shift(anchor.published, "day", self.first), periods.shift(anchor.published, "day", self.last))


@dataclass(frozen=True, slots=True)
class Counted:
    """``low`` to ``high`` units before (``sign`` -1) or after; from publication, or from the days last told of."""

    unit: str
    low: int
    high: int
    sign: int
    basis: Basis = "published"

    def period(self, anchor: Anchor) -> Period | None:
        """Some slack about a single count, since "two weeks ago" is no exact day."""
        base = _base(self.basis, anchor, self.unit)
        if base is None:
            return None
        if self.unit == "hour":
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
        base = _base(self.basis, anchor, self.unit)
        if base is None:
            return None
        unit = "year" if self.unit in ("spring", "summer", "autumn", "winter") else self.unit
        if self.unit == "weekend" and self.shift <= 0:
            return periods.around(periods.shift(base, "week", -1) if base.weekday() < 5 else base, "weekend")
        days = periods.around(periods.shift(base, unit, self.shift), self.unit)
        return _so_far(days, anchor) if self.basis == "published" else days


@dataclass(frozen=True, slots=True)
class Trailing:
    """The last (``sign`` -1) or next so many units, up to or from publication."""

    unit: str
    high: int
    sign: int = -1
    basis: Basis = "published"

    def period(self, anchor: Anchor) -> Period | None:
        """Hours are rounded outward to days."""
        base = anchor.published
        if base is None:
            return None
        unit, count = ("day", -(-self.high // 24)) if self.unit == "hour" else (self.unit, self.high)
        other = periods.shift(base, unit, self.sign * count)
        return Period(min(base, other), max(base, other))


@dataclass(frozen=True, slots=True)
class Piece:
    """The early, mid or late part of something; "earlier this month" ends with publication."""

    whole: Meaning
    name: str

    @property
    def basis(self) -> Basis:
        """That of the whole."""
        return self.whole.basis

    def period(self, anchor: Anchor) -> Period | None:
        """The part."""
        whole = self.whole.period(anchor)
        return whole and periods.piece(whole, self.name, anchor.published)


@dataclass(frozen=True, slots=True)
class Within:
    """Some days of a span: "the first week of July" is 0 to 6, "the last 12 days of September" -12 to -1."""

    whole: Meaning
    first: int
    last: int

    @property
    def basis(self) -> Basis:
        """That of the whole."""
        return self.whole.basis

    def period(self, anchor: Anchor) -> Period | None:
        """Counted from its first day, negative ones from the day after its last."""
        whole = self.whole.period(replace(anchor, is_ahead=True))
        if whole is None:
            return None
        base = whole.first if self.first >= 0 else periods.shift(whole.last, "day", 1)
        return Period(periods.shift(base, "day", self.first), periods.shift(base, "day", self.last))


@dataclass(frozen=True, slots=True)
class Range:
    """From one to another."""

    first: Meaning
    last: Meaning

    @property
    def basis(self) -> Basis:
        """That of its end, which gives the year to its beginning."""
        return self.last.basis

    def period(self, anchor: Anchor) -> Period | None:
        """From the first day of one to the last of the other; None if they are not in order."""
        last = self.last.period(anchor)
        first = self.first.period(anchor)
        if last is not None and isinstance(self.first, Yearless):
            first = self.first.period(Anchor(published=last.last))
        return Period(first.first, last.last) if first and last and first.first <= last.last else None


@dataclass(frozen=True, slots=True)
class Since:
    """From something up to publication."""

    first: Meaning

    @property
    def basis(self) -> Basis:
        """That of its beginning."""
        return self.first.basis

    def period(self, anchor: Anchor) -> Period | None:
        """Only the beginning if the day of publication is not known."""
        first = self.first.period(anchor)
        if first is None or anchor.published is None or anchor.published < first.first:
            return first
        return Period(first.first, anchor.published)


@dataclass(frozen=True, slots=True)
class Lasting:
    """So long, without saying when: "for three weeks"."""

    unit: str
    low: int
    high: int
    basis: Basis = "published"

    def period(self, anchor: Anchor) -> Period | None:  # noqa: ARG002
        """Nothing is known."""
        return None


def _so_far(days: Period, anchor: Anchor) -> Period:
    """A span that is not over yet goes up to publication, unless the words look ahead."""
    if anchor.published is None or anchor.is_ahead or not days.first <= anchor.published < days.last:
        return days
    return Period(days.first, anchor.published)


def _base(basis: Basis, anchor: Anchor, unit: str) -> date | None:
    """The day to count from; what counts from the days told of falls back on publication, and a day is not counted from a year."""
    if basis == "event" and anchor.told is not None and (anchor.told.precision < 5 or unit in ("year", "decade", "century")):
        return anchor.told.last
    return anchor.published
