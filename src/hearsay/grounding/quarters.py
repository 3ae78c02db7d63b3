"""The grammar of business quarters and years: "the third quarter of 2014", "the quarter", "the year-earlier period", "year-end"."""

from hearsay import lexicons
from hearsay.grounding import periods
from hearsay.grounding.compounds import Nth, Piece, SameQuarter
from hearsay.grounding.meanings import Calendar, Fixed, Meaning
from hearsay.grounding.words import Parse, Words, year_at

_TIME = lexicons.load("time")
_ORDINALS: dict[str, int] = _TIME["ordinals"] | {"last": 2}
_SPANS = ("quarter", "period")
_YEARS = {"last": -1, "this": 0, "next": 1}
_BUSINESS = {"latest": -1, "last": -1, "next": 1}
_SAME = ("latest", "same", "comparable", "corresponding")


def quarter(words: Words, at: int) -> Parse | None:
    """third quarter; second half of 1989; the fiscal first quarter; latest period; year-ago quarter; 1988 second quarter."""
    years, after = _years_back(words, at)
    after += words[after] in ("fiscal", *_SAME) and (years < 0 or words[at] == "fiscal")
    after += words[after] == "-" and words[after - 1] == "fiscal"
    if words[after] in _ORDINALS:
        return _numbered(words, after, Calendar("year", years))
    if words[at] == "fiscal" and year_at(words, at + 1):
        return _of_year(words, at + 1)
    if years < 0:
        return after + (words[after] in _SPANS), SameQuarter(years)
    if words[at] in _SAME and words[at + 1] in _SPANS:
        back = -1 if words[at + 2] == "last" and words[at + 3] == "year" else 0
        if words[at] == "latest" and back == 0:
            return at + 2, Calendar("quarter", -1)
        return at + 2 - 2 * back, SameQuarter(back, is_business=back < 0)
    is_told = words[at] == "quarter" and words[at - 1] in ("the", "that")
    return (at + 1, SameQuarter(0, is_business=words[at + 1] in ("ended", "ending"))) if is_told else None


def _years_back(words: Words, at: int) -> tuple[int, int]:
    """-1 for "year-ago", "year-earlier" and "last year's", 1 for "next year's"; and the word behind it."""
    after = at + (words[at] in _SAME)
    if words[after] == "year" and words[after + 1] == "-" and words[after + 2] in ("ago", "earlier"):
        return -1, after + 3
    if words[after] in _YEARS and words[after + 1] == "year" and words[after + 2] in ("'s", "’s"):
        is_quarter = words[after + 3] in ("quarter", "period") or words[after + 4] == "quarter"
        return (_YEARS[words[after]], after + 3) if is_quarter else (0, at)
    return 0, at


def _of_year(words: Words, at: int) -> Parse:
    """fiscal 1989; 1988 quarter; 1988 second quarter."""
    year = year_at(words, at) or 1
    whole = Fixed(periods.years(year, year))
    found = _numbered(words, at + 1, whole) if words[at + 1] in _ORDINALS else None
    return found or ((at + 2, SameQuarter(0, year=year)) if words[at + 1] in _SPANS else (at + 1, whole))


def of_year(words: Words, at: int) -> Parse | None:
    """The 1988 of "the 1988 period"."""
    is_quarter = words[at + 1] in _SPANS or (words[at + 1] in _ORDINALS and words[at + 2] == "quarter")
    return _of_year(words, at) if is_quarter and year_at(words, at) else None


def _numbered(words: Words, at: int, year: Meaning) -> Parse | None:
    number, after = _ORDINALS[words[at]], at + 1
    after += words[after] == "-" and words[after + 1] in ("quarter", "half")
    unit = words[after]
    if unit not in ("quarter", "half"):
        return None
    told = year_at(words, after + 1) or (year_at(words, after + 2) if words[after + 1] == "of" else None)
    if told is not None:
        return after + 2 + (words[after + 1] == "of"), Nth(Fixed(periods.years(told, told)), unit, number)
    return (after + 1, Nth(year, unit, number)) if unit == "quarter" else None


def business_year(words: Words, at: int) -> Parse | None:
    """the fiscal year; the full year; the current fiscal year; the latest fiscal year."""
    after = at + 1 + (words[at + 1] in ("current", *_BUSINESS))
    if words[after] not in ("fiscal", "full") or words[after + 1] != "year" or words[after + 2] in ("ended", "ending"):
        return None
    return after + 2, Calendar("year", _BUSINESS.get(words[after - 1], 0))


def year_end(words: Words, at: int) -> Parse | None:
    """year-end; year end; year's end."""
    end = at + 1 + (words[at + 1] in ("-", "'s", "’s"))
    return (end + 1, Piece(Calendar("year", 0), "late")) if words[end] == "end" else None
