"""What words about time mean that are made of others: parts of spans, hours of days, days before days, ranges."""

from dataclasses import dataclass, replace

from hearsay.grounding import periods
from hearsay.grounding.meanings import AHEAD_DAYS, Anchor, Calendar, Counted, Meaning, Yearless, base_of
from hearsay.grounding.periods import Period
from hearsay.records.when import Basis


@dataclass(frozen=True, slots=True)
class Piece:
    """The early, mid or late part of something; "earlier this month" ends with publication."""

    whole: Meaning
    name: str

    @property
    def basis(self) -> Basis:
        """That of the whole."""
        return self.whole.basis

    @property
    def unit(self) -> str:
        """That of the whole."""
        return self.whole.unit

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

    @property
    def unit(self) -> str:
        """A week if it is one."""
        return "week" if self.last - self.first == 6 else "day"

    def period(self, anchor: Anchor) -> Period | None:
        """Counted from its first day, negative ones from the day after its last."""
        whole = self.whole.period(replace(anchor, is_whole=True))
        if whole is None:
            return None
        base = whole.first if self.first >= 0 else periods.shift(whole.last, "day", 1)
        return Period(periods.shift(base, "day", self.first), periods.shift(base, "day", self.last))


@dataclass(frozen=True, slots=True)
class Nth:
    """A numbered quarter or half of a year, or a numbered day of something: the third quarter of 2014."""

    whole: Meaning
    unit: str
    number: int

    @property
    def basis(self) -> Basis:
        """That of the whole."""
        return self.whole.basis

    def period(self, anchor: Anchor) -> Period | None:
        """Of a year that goes on, or of the one before if it has not come near yet."""
        whole = self.whole.period(replace(anchor, is_whole=True))
        if whole is None:
            return None
        found = periods.around(periods.shift(whole.first, self.unit, self.number - 1), self.unit)
        is_far = anchor.published is not None and (found.first - anchor.published).days > AHEAD_DAYS
        is_this = isinstance(self.whole, Calendar) and self.whole.shift == 0
        return periods.around(periods.shift(found.first, "year", -1), self.unit) if is_far and is_this else found


@dataclass(frozen=True, slots=True)
class SameQuarter:
    """The business quarter last told of, or the same one some ``years`` off. Where none was told of, ``is_business`` means the last
    full one, and otherwise there is none: "the quarter" may be part of a town."""

    years: int
    is_business: bool = True
    year: int | None = None
    basis: Basis = "event"
    unit: str = "quarter"

    def period(self, anchor: Anchor) -> Period | None:
        """Three months; of the ``year`` that is said, or the whole of it where no quarter was told of."""
        told = anchor.quarter.first if anchor.quarter else None
        if told is None and self.is_business and anchor.published:
            told = periods.shift(anchor.published, "quarter", -1)
        if self.year is not None:
            return periods.around(told.replace(year=self.year), "quarter") if anchor.quarter and told else periods.years(self.year, self.year)
        return periods.around(periods.shift(told, "year", self.years), "quarter") if told else None


@dataclass(frozen=True, slots=True)
class Timed:
    """A part of a day or a time of the clock. ``day`` is None where only that is said; ``clock`` is hour and minute, ``zone`` as the words
    have it ("gmt")."""

    day: Meaning | None
    part: str | None = None
    clock: tuple[int, int | None] | None = None
    zone: str | None = None
    unit: str = "hour"

    @property
    def basis(self) -> Basis:
        """That of the day."""
        return self.day.basis if self.day else "event"

    def period(self, anchor: Anchor) -> Period | None:
        """The day; where none is said, the day last told of, or that of the report."""
        if self.day is not None:
            return self.day.period(anchor)
        base = base_of("event", anchor, "day")
        return Period(base, base) if base else None


@dataclass(frozen=True, slots=True)
class Away:
    """``low`` to ``high`` units before (``sign`` -1) or after something that is told in the same words: "two days before Christmas".
    ``words`` are the tokens of the count and of the origin, first and end (exclusive)."""

    origin: Meaning
    unit: str
    low: int
    high: int
    sign: int
    words: tuple[tuple[int, int], tuple[int, int]]

    @property
    def basis(self) -> Basis:
        """That of what it is counted from."""
        return self.origin.basis

    def period(self, anchor: Anchor) -> Period | None:
        """Counted from its first day back, or from its last day on."""
        origin = self.origin.period(anchor)
        if origin is None:
            return None
        told = Period(origin.first, origin.first) if self.sign < 0 else Period(origin.last, origin.last)
        return Counted(self.unit, self.low, self.high, self.sign, "event").period(replace(anchor, told=told))


@dataclass(frozen=True, slots=True)
class Range:
    """From one to another. ``words`` are the tokens of each, first and end (exclusive)."""

    first: Meaning
    last: Meaning
    words: tuple[tuple[int, int], tuple[int, int]]

    @property
    def basis(self) -> Basis:
        """That of its end, which gives the year to its beginning."""
        return self.last.basis

    @property
    def unit(self) -> str:
        """That of its end."""
        return self.last.unit

    def period(self, anchor: Anchor) -> Period | None:
        """From the first day of one to the last of the other; None if they are not in order."""
        first, last = self.ends(anchor)
        return Period(first.first, last.last) if first and last and first.first <= last.last else None

    def ends(self, anchor: Anchor) -> tuple[Period | None, Period | None]:
        """The days of each. A month without its year takes that of the end."""
        last = self.last.period(anchor)
        if last is not None and isinstance(self.first, Yearless):
            return self.first.period(Anchor(published=last.last)), last
        return self.first.period(anchor), last


@dataclass(frozen=True, slots=True)
class Since:
    """From something up to publication. ``words`` are the tokens of what it is since, first and end (exclusive)."""

    first: Meaning
    words: tuple[int, int]

    @property
    def basis(self) -> Basis:
        """That of its beginning."""
        return self.first.basis

    @property
    def unit(self) -> str:
        """That of its beginning."""
        return self.first.unit

    def period(self, anchor: Anchor) -> Period | None:
        """Only the beginning if the day of publication is not known, or if it is an hour of the day told of."""
        first = self.first.period(anchor)
        is_hour = isinstance(self.first, Timed) and self.first.day is None
        if first is None or is_hour or anchor.published is None or anchor.published < first.first:
            return first
        return Period(first.first, anchor.published)
