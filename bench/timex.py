"""The times that the product finds, as the TIMEX3 types and values of TimeML, in which time corpora are annotated.

An expression of the product may be wider than one of TimeML: "since Friday" and "from Monday to Friday" are taken by their ends.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hearsay import grounding
from hearsay.grounding import periods
from hearsay.grounding.compounds import Piece, Timed, Within
from hearsay.grounding.lengths import BeforeChrist, Lasting, Recurring, Vague
from hearsay.grounding.meanings import Counted, Trailing
from hearsay.grounding.periods import Period
from hearsay.grounding.times import Expression
from hearsay.records import Reading

Row = dict[str, Any]
UNITS = {"day": "D", "week": "W", "weekend": "WE", "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "E", "century": "C"}
HOURS = {"hour": "H", "minute": "M"}
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
    """The expressions of a reading in the scorer's form."""
    out = []
    for expression in grounding.find_times(made).expressions:
        for one in expression.parts or (expression,):
            if one.basis != "event" or one.meaning.basis != "event" or not hasattr(one.meaning, "days"):  # a named event is none
                is_before = made.tokens[one.last].text in ("before", "after") if one.last < len(made.tokens) else False
                kind, value = (
                    ("DATE", "PAST_REF")
                    if made.tokens[one.first].lemma == "recent"
                    else timex(
                        replace(one, meaning=Lasting(one.meaning.unit, one.meaning.low, one.meaning.high))
                        if is_before and isinstance(one.meaning, Counted)
                        else one
                    )
                )
                out.append({"start": made.tokens[one.first].start, "end": made.tokens[one.last - 1].end, "type": kind, "value": value})
    return out


def timex(expression: Expression) -> tuple[str, str]:
    """Type and value.

    >>> timex(Expression(0, 2, Lasting("week", 3, 3), None, "stated"))
    ('DURATION', 'P3W')
    """
    meaning = expression.meaning
    match meaning:
        case Lasting() | Trailing():
            return "DURATION", length(meaning.unit, meaning.low, meaning.high)
        case Recurring():
            return "SET", again(meaning)
        case Vague():
            return "DATE", f"{meaning.tense.upper()}_REF"
        case BeforeChrist():
            return "DATE", ancient(meaning)
        case Timed():
            return "TIME", timed(meaning, expression.period)
        case Within() if meaning.first < 0:
            return "DURATION", length("day" if meaning.first % 7 else "week", *[-meaning.first // (1 if meaning.first % 7 else 7)] * 2)
        case Counted() if meaning.low != meaning.high:
            return "DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
        case Piece(whole=Timed() as whole):
            return "TIME", timed(whole, expression.period)
    is_quarter = isinstance(meaning, Counted) and expression.period and periods.unit_of(expression.period) == "quarter"
    return "DATE", dated("quarter" if is_quarter else meaning.unit, expression.period)


def length(unit: str, low: int, high: int) -> str:
    """P3W; PT4H; PXD where the number is vague."""
    times, unit = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year")}.get(unit, (1, unit)) if low == high else (1, unit)
    number = "X" if low != high else str(low * times)
    return f"PT{number}{HOURS[unit]}" if unit in HOURS else f"P{number}{UNITS.get(unit, 'Y')}"


def again(meaning: Recurring) -> str:
    """P1D; XXXX-WXX-5TNI."""
    part = PARTS[meaning.part] if meaning.part else ""
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
    return (period.first if period == periods.around(period.first, unit) else middle(period)).isoformat()[
        : {"century": 2, "decade": 3, "year": 4, "month": 7}.get(unit, 10)
    ]


def middle(period: Period) -> date:
    """The day in the middle."""
    return period.first + timedelta(days=(period.last - period.first).days // 2)
