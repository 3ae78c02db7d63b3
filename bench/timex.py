"""The times that the product finds, as the TIMEX3 types and values of TimeML, in which time corpora are annotated.

An expression of the product may be wider than one of TimeML: "since Friday" and "from Monday to Friday" are taken by their ends.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hearsay import grounding
from hearsay.grounding import periods
from hearsay.grounding.compounds import Away, Piece, SameQuarter, Timed, Within
from hearsay.grounding.lengths import BeforeChrist, Lasting, Recurring, Vague
from hearsay.grounding.meanings import Counted, Deictic, Fixed, Meaning, Trailing
from hearsay.grounding.periods import Period
from hearsay.grounding.times import Expression
from hearsay.records import Reading

Row = dict[str, Any]
UNITS = {"day": "D", "week": "W", "weekend": "WE", "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C"}
HOURS = {"hour": "H", "minute": "M"}
HALVES = {"Y": "{}6M", "H": "{}30M", "M": "{}15D"}  # behind a length: "2 1/2 years"
DIGITS = {"century": 2, "decade": 3, "year": 4, "month": 7}  # of an ISO day
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "dawn": "TMO",
    "dusk": "TEV",
    "midday": "T12:00",
    "midnight": "T24:00",
}


def timexes(made: Reading) -> list[Row]:
    """The expressions of a reading in the scorer's form; a named event is none."""
    found = [one for expression in grounding.find_times(made).expressions for one in ends(expression)]
    return [row(made, one) for one in found if not (isinstance(one.meaning, Fixed) and one.meaning.basis == "event")]


def ends(expression: Expression) -> tuple[Expression, ...]:
    """What TimeML sees in an expression: "the day before yesterday" is one."""
    is_whole = isinstance(expression.meaning, Away) and isinstance(expression.meaning.origin, Deictic)
    return (expression,) if is_whole or not expression.parts else expression.parts


def row(made: Reading, one: Expression) -> Row:
    """Span, type and value. "Three days" of "three days after they left" is a length to TimeML."""
    following = made.tokens[one.last].text if one.last < len(made.tokens) else ""
    if isinstance(one.meaning, Counted) and following in ("before", "after"):
        one = replace(one, meaning=Lasting(one.meaning.unit, one.meaning.low, one.meaning.high))
    kind, value = timex(one)
    if any(token.text == "1/2" for token in made.tokens[one.first : one.last]):
        value = HALVES.get(value[-1:], "{}").format(value)
    return {"start": made.tokens[one.first].start, "end": made.tokens[one.last - 1].end, "type": kind, "value": value}


def timex(expression: Expression) -> tuple[str, str]:
    """Type and value.

    >>> timex(Expression(0, 2, Lasting("week", 3, 3), None, "stated"))
    ('DURATION', 'P3W')
    """
    meaning, period = expression.meaning, expression.period
    match meaning:
        case Lasting() | Trailing():
            return "DURATION", length(meaning.unit, meaning.low, meaning.high)
        case Within() if meaning.first < 0:
            days = -meaning.first
            return "DURATION", length("day", days, days) if days % 7 else length("week", days // 7, days // 7)
        case Recurring():
            return "SET", again(meaning)
        case (Timed() as hour) | Piece(whole=Timed() as hour):
            return "TIME", timed(hour, period)
    return "DATE", date_of(meaning, period)


def date_of(meaning: Meaning, period: Period | None) -> str:
    """The value of what is neither a length, nor a set, nor a time of the day."""
    match meaning:
        case Vague():
            return f"{meaning.tense.upper()}_REF"
        case BeforeChrist():
            return ancient(meaning)
        case Counted() if meaning.low != meaning.high:
            return "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
        case SameQuarter() | Counted() if period and periods.unit_of(period) in ("quarter", "year"):
            return dated(periods.unit_of(period), period)
    return dated(meaning.unit, period)


def length(unit: str, low: int, high: int) -> str:
    """P3W; PT4H; PXD where the number is vague."""
    high = low if high == low + 1 and low > 1 else high  # "a couple of years", "two to three weeks": TimeML takes the lower
    times, unit = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year")}.get(unit, (1, unit)) if low == high else (1, unit)
    number = "X" if low != high else str(low * times)
    return f"PT{number}{HOURS[unit]}" if unit in HOURS else f"P{number}{UNITS.get(unit, 'Y')}"


def again(meaning: Recurring) -> str:
    """P1D; XXXX-WXX-5TNI."""
    part = PARTS[meaning.part] if meaning.part else ""
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02}"
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday + 1}{part}"
    return f"XXXX-XX-XX{part}" if part else length(meaning.unit, meaning.count, meaning.count)


def ancient(meaning: BeforeChrist) -> str:
    """BC0480; BC0480-04; BC047."""
    within = f"-{meaning.within:02}" if isinstance(meaning.within, int) else f"-{SEASONS[meaning.within]}" if meaning.within else ""
    return f"BC{meaning.year:04}"[: {"decade": 5, "century": 4}.get(meaning.unit, 6)] + within


def timed(meaning: Timed, period: Period | None) -> str:
    """2021-09-02TNI; 2021-09-02T14:30."""
    day = period.first.isoformat() if period else "XXXX-XX-XX"
    if meaning.clock is None:
        return day + PARTS[meaning.part or "midday"]
    hour, minute = meaning.clock
    return f"{day}T{hour:02}:{minute or 0:02}"


def dated(unit: str, period: Period | None) -> str:
    """2021-09-02; 2021-W35; 2021-09; 2021-Q3; 2021-SU; 202."""
    if period is None:
        return "XXXX-XX-XX"
    day = middle(period) if unit == "week" else period.first
    year = f"{period.first.year:04}"
    if unit in ("week", "weekend", "fortnight"):
        calendar = day.isocalendar()
        return f"{calendar.year:04}-W{calendar.week:02}" + "-WE" * (unit == "weekend")
    if unit in SEASONS:
        return f"{year}-{SEASONS[unit]}"
    if unit in ("quarter", "half"):
        return f"{year}-{unit[0].upper()}{(day.month - 1) // (3 if unit == 'quarter' else 6) + 1}"
    whole = period == periods.around(period.first, unit)
    return (period.first if whole else middle(period)).isoformat()[: DIGITS.get(unit, 10)]


def middle(period: Period) -> date:
    """The day in the middle."""
    return period.first + timedelta(days=(period.last - period.first).days // 2)
