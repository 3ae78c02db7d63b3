"""The grammar of counted units: "three weeks", "two days ago", "a year earlier", "10-year", "two days before Christmas", "every three months"."""

from collections.abc import Callable

from hearsay import lexicons
from hearsay.grounding.compounds import Away
from hearsay.grounding.lengths import Lasting, Recurring, Undated
from hearsay.grounding.meanings import Calendar, Counted, Meaning, Trailing
from hearsay.grounding.words import Parse, Words, year_at

Single = Callable[[Words, int], Parse | None]  # the rule for one date, which may stand behind a count

_TIME = lexicons.load("time")
_WORDS = {name: frozenset(words) for name, words in _TIME["words"].items()}
_UNITS: dict[str, str] = _TIME["units"]
_NUMBERS: dict[str, list[int]] = _TIME["numbers"]
_AFTER_UNIT: dict[str, int] = _TIME["offsets"]
_MOST = 3000  # "2,500 years"
_FEW = (2, 9)


def count(words: Words, at: int) -> tuple[int, tuple[int, int]] | None:
    """How many: "three", "24", "a few", "twenty-five", "a couple of", "two or three"; the word after it, lowest and highest."""
    if words[at] in _WORDS["articles"] and words[at + 1] in _WORDS["counted_by"]:
        at += 1
    found = _number(words, at)
    if found is None:
        return None
    end, (low, high) = found
    other = _number(words, end + 1) if words[end] in _WORDS["or"] and words[at] not in _WORDS["articles"] else None
    if other is not None:
        end, high = other[0], other[1][1]
    end += words[end] == "of"
    return (end, (low, high)) if 0 < low <= high < _MOST else None


def _number(words: Words, at: int) -> tuple[int, tuple[int, int]] | None:
    """One number: of digits, of letters, or of both ("2 1/2" counts as 2)."""
    number = words.number(at)
    if number is not None:
        return (at + 2 if "/" in words[at + 1] and words[at + 1][0].isdigit() else at + 1), (number, number)
    if words[at] not in _NUMBERS:
        return None
    low, high = _NUMBERS[words[at]]
    tail = at + 2 if words[at + 1] == "-" else at + 1
    if (
        low in (20, 30, 40, 50, 60, 70, 80, 90)
        and low == high
        and words[tail] in _NUMBERS
        and _NUMBERS[words[tail]][1] < 10
        and words[tail] not in ("a", "an")
    ):
        return tail + 1, (low + _NUMBERS[words[tail]][0], high + _NUMBERS[words[tail]][1])
    scale = _TIME["scales"].get(words[at + 1])
    return (at + 2, (low * scale, high * scale)) if scale and low * scale < _MOST else (at + 1, (low, high))


def counted(words: Words, at: int, single: Single) -> Parse | None:
    """three days ago; a week earlier; two years later; a day after Christmas; and a mere length of time, three weeks."""
    found = count(words, at)
    if found is None:
        return None
    end, span = found
    end += words[end] in _WORDS["between"]
    unit = _UNITS.get(words[end])
    if words[end + 1] == "-" and words[end + 2] in ("ago", "earlier"):  # "a year-earlier profit"
        return None
    if unit is None or _is_age(words, end + 1) or (words[at] == "some" and words[end + 1] not in _WORDS["ago"] and not words[end].endswith("s")):
        return None
    told = _offset(words, (at, end + 1), (unit, *span), single)
    return told or (None if _is_share(words, end, span) else (end + 1, Lasting(unit, *span)))


def _is_share(words: Words, at: int, span: tuple[int, int]) -> bool:
    """True for "three-quarters of the city", "a quarter of it"."""
    is_fourth = words[at] in ("quarter", "quarters") and span in ((1, 1), (3, 3))
    return is_fourth and words[at + 1] == "of" and year_at(words, at + 2) is None


def _is_age(words: Words, at: int) -> bool:
    """The "old" of "37 years old" and "a 13-year-old"."""
    return words[at] == "old" or (words[at] == "-" and words[at + 1] == "old") or (words[at] == "of" and words[at + 1] == "age")


def one(words: Words, at: int, single: Single) -> Parse | None:
    """the day before; the day before yesterday; the week before last."""
    unit = _UNITS.get(words[at + 1])
    return _offset(words, (at, at + 2), (unit, 1, 1), single) if unit else None


def bare(words: Words, at: int, single: Single) -> Parse | None:
    """weeks later; days before the vote; years: units without a number are a few."""
    unit = _UNITS.get(words[at])
    if unit is None or not words[at].endswith("s"):
        return None
    told = _offset(words, (at, at + 1), (unit, *_FEW), single)
    return told or ((at + 1, Lasting(unit, *_FEW)) if words[at - 1] in _WORDS["so_long"] and words[at + 1] != "of" else None)


def _offset(words: Words, span: tuple[int, int], size: tuple[str, int, int], single: Single) -> Parse | None:
    """What the words behind a count make of it: "ago", "later", "before Christmas", "or so ago". ``span`` is where it begins and ends."""
    first, at = span
    at += 2 * (words[at] == "or" and words[at + 1] in ("so", "more"))
    word = words[at]
    sign = _AFTER_UNIT.get(word)
    if sign is None:
        return None
    if word == "from":
        return (at + 2, Counted(*size, sign)) if words[at + 1] == "now" else None
    if word == "ago":
        return at + 1, Counted(*size, sign)
    if word == "before" and words[at + 1] == "last" and words[at + 2] not in _UNITS and size[1:] == (1, 1):  # "the week before last"
        return at + 2, Calendar(size[0], -2)
    if word in ("before", "after") and words[at + 1].isalnum():
        start = at + 1 + (words[at + 1] == "the" and single(words, at + 1) is None)
        origin = single(words, start)
        if origin is not None and not isinstance(origin[1], Undated | Trailing):
            return origin[0], Away(origin[1], *size, sign, ((first, at), (start, origin[0])))
        return at, Counted(*size, -sign, "event")  # "a day after the town fell": the town fell a day before
    return at + 1, Counted(*size, sign, "event")


def every(words: Words, at: int) -> Parse | None:
    """every day; each Friday; every July; every two weeks; every other month; every night."""
    after = at + 1
    if words[after] in _TIME["months"]:
        return after + 1, Recurring("year", month=_TIME["months"][words[after]])
    if words[after] in _TIME["weekdays"]:
        end = after + 1 + (words[after + 1] in _TIME["parts"])
        return end, Recurring("week", weekday=_TIME["weekdays"][words[after]], part=_TIME["parts"].get(words[after + 1]))
    if words[after] in _TIME["parts"] and words[after] not in _UNITS:
        return after + 1, Recurring("day", part=_TIME["parts"][words[after]])
    found = (after + 1, (2, 2)) if words[after] == "other" else count(words, after)
    end, (times, most) = found or (after, (1, 1))
    unit = _UNITS.get(words[end])
    return (end + 1, Recurring(unit, times)) if unit and times == most else None


def adverb(words: Words, at: int) -> Parse | None:
    """daily; weekly; annually."""
    return at + 1, Recurring(_TIME["recurring"][words[at]])


def per(words: Words, at: int) -> Parse | None:
    """per day; a year, behind a sum of money or a count ("20 times a year")."""
    unit = _UNITS.get(words[at + 1])
    if unit is None or words[at + 1].endswith("s"):
        return None
    return at + 2, Recurring(unit)


def is_length(meaning: Meaning) -> bool:
    """True if hedges like "nearly" and "more than" go with it."""
    return isinstance(meaning, Lasting | Counted | Away | Trailing)
