"""The grammar of phrases about time: "last week", "three days ago", "early on Monday", "the previous day", "between 1996 and 2001"."""

from collections.abc import Callable
from datetime import date

from hearsay import lexicons
from hearsay.grounding import periods
from hearsay.grounding.dates import Parse, Words, is_date, simple, with_part, year_at
from hearsay.grounding.meanings import (
    Calendar,
    Counted,
    Deictic,
    Fixed,
    Lasting,
    Meaning,
    Piece,
    Range,
    Since,
    Trailing,
    Weekday,
    Within,
    Yearless,
)
from hearsay.grounding.periods import Period

_TIME = lexicons.load("time")
_WORDS = {name: frozenset(words) for name, words in _TIME["words"].items()}
_UNITS: dict[str, str] = _TIME["units"]
_NUMBERS: dict[str, list[int]] = _TIME["numbers"]
_SHIFTS: dict[str, int] = _TIME["shifts"]
_NARRATIVE: dict[str, int] = _TIME["narrative"]
_EDGES: dict[str, str] = _TIME["edges"]
_EVENTS = {tuple(name.split()): Period(*(date.fromisoformat(day) for day in days)) for name, days in _TIME["events"].items()}
_EVENT_OPENERS = frozenset(name[0] for name in _EVENTS)
_LONGEST_EVENT = max(map(len, _EVENTS))


def parse(words: Words, at: int) -> Parse | None:
    """The longest expression of time that begins with the word at ``at``, or None. The word must be one of ``OPENERS`` or begin with a digit."""
    word = words[at]
    for rule in _RULES.get(word, (_digits,) if word[:1].isdigit() else (_hyphened,) if word[:4] == "mid-" else ()):
        found = rule(words, at)
        if found is not None:
            return found
    return None


def is_opener(word: str) -> bool:
    """True if an expression of time may begin with this word (in lower case)."""
    return word in _RULES or word[:1].isdigit() or word[:4] == "mid-"


def _digits(words: Words, at: int) -> Parse | None:
    return _event(words, at) or simple(words, at) or _counted(words, at)


def _single(words: Words, at: int) -> Parse | None:
    """One date, without a range around it, with or without an article and "early"."""
    word = words[at]
    if word in _WORDS["articles"]:
        return _definite(words, at) or (_counted(words, at) if word != "the" else None)
    return parse(words, at) if word not in _WORDS["from"] and word != "since" else None


def _range(words: Words, at: int) -> Parse | None:
    """between 1996 and 2001; from Monday to Friday; from March 3 until March 9, 2020."""
    first = _single(words, at + 1) or _bare_year(words, at + 1)
    if first is None or words[first[0]] not in _WORDS["through"]:
        return None
    last = _single(words, first[0] + 1) or _bare_year(words, first[0] + 1)
    return (last[0], Range(first[1], last[1])) if last else None


def _bare_year(words: Words, at: int) -> Parse | None:
    year = year_at(words, at)
    return (at + 1, Fixed(periods.years(year, year))) if year else None


def _since(words: Words, at: int) -> Parse | None:
    """since Friday; since 2014; since early March."""
    first = _single(words, at + 1)
    return (first[0], Since(first[1])) if first and not isinstance(first[1], Lasting) else None


def _definite(words: Words, at: int) -> Parse | None:
    """the previous day; the past three days; the weekend; the end of March; the 1990s."""
    word = words[at + 1]
    if word in _EDGES:
        return _edge(words, at + 1)
    if word in _NARRATIVE and word in ("previous", "preceding", "same", "following", "next"):
        return _narrative(words, at + 1)
    if word in _SHIFTS:
        return _shifted(words, at + 1)
    if words[at] == "the" and word in ("day", "week", "month", "year", "night") and words[at + 2] in ("before", "after"):
        return at + 3, Counted(_UNITS[word], 1, 1, -1 if words[at + 2] == "before" else 1, "event")
    if word == "weekend":
        return at + 2, Calendar("weekend", 0)
    if word in _TIME["ordinals"]:
        return _ordinal(words, at + 1)
    if word in _PIECES or word in _TIME["months"] or word[:1].isdigit() or word in _EVENT_OPENERS:
        return parse(words, at + 1)
    return None


def _narrative(words: Words, at: int) -> Parse | None:
    """previous day; that same day; following year: counted from what was last told of."""
    shift = _NARRATIVE[words[at]]
    after = at + 2 if words[at + 1] == "same" else at + 1
    unit = _UNITS.get(words[after])
    if unit is None or unit == "hour" or words[after].endswith("s"):
        return None
    return after + 1, Calendar(unit, shift, "event")


def _shifted(words: Words, at: int) -> Parse | None:
    """last week; this month; next Monday; last December; past three days; last 24 hours; last night; this morning."""
    shift, after = _SHIFTS[words[at]], at + 1
    word = words[after]
    if word in _WORDS["parts"]:
        return after + 1, Deictic(shift, 0 if shift < 0 else shift)
    if word in _TIME["weekdays"] and is_date(words, after) and words[at] != "past":
        return with_part(words, after + 1, Weekday(_TIME["weekdays"][word], shift))
    if word in _TIME["months"] and words.tokens[after].text[:1].isupper() and words[at] != "past":
        return after + 1, Yearless(_TIME["months"][word], shift=shift)
    if word in _UNITS and not word.endswith("s"):
        return after + 1, _one_unit(words[at], _UNITS[word], shift)
    return _several(words, after, shift) if shift else None


def _one_unit(word: str, unit: str, shift: int) -> Meaning:
    return Trailing(unit, 1, shift) if word in ("past", "coming", "recent") or unit in ("hour", "decade", "century") else Calendar(unit, shift)


def _several(words: Words, at: int, shift: int) -> Parse | None:
    """The "three days" of "past three days", and bare "days"."""
    counted = _count(words, at)
    if counted is not None and words[counted[0]] in _UNITS:
        end, count, unit = counted[0] + 1, sum(counted[1]) // 2, _UNITS[words[counted[0]]]
        whole = simple(words, end + 1) if words[end] == "of" and unit in ("day", "week") else None
        if whole is not None:
            days = count * (7 if unit == "week" else 1)
            return whole[0], Within(whole[1], -days, -1)
        return end, Trailing(unit, count, shift)
    if words[at] in _UNITS:
        return at + 1, Trailing(_UNITS[words[at]], sum(_NUMBERS["few"]) // 2, shift)
    return None


def _ordinal(words: Words, at: int) -> Parse | None:
    """the first week of July; second week of the month."""
    if words[at + 1] not in ("week", "day") or words[at + 2] != "of":
        return None
    whole = _single(words, at + 3) or _this_unit(words, at + 3)
    days = 7 if words[at + 1] == "week" else 1
    first = days * (_TIME["ordinals"][words[at]] - 1)
    return (whole[0], Within(whole[1], first, first + days - 1)) if whole and not isinstance(whole[1], Lasting) else None


def _count(words: Words, at: int) -> tuple[int, tuple[int, int]] | None:
    """How many: "three", "24", "a few", "a couple of"; the word after it, lowest and highest."""
    if words[at] in _WORDS["articles"] and words[at + 1] in ("few", "couple", "dozen"):
        at += 1
    word = words[at]
    number = words.number(at)
    low, high = _NUMBERS.get(word, [number or 0, number or 0])
    if not 0 < high < 2000:
        return None
    return (at + 2 if words[at + 1] == "of" else at + 1), (low, high)


def _counted(words: Words, at: int) -> Parse | None:
    """three days ago; a week earlier; two years later; and a mere length of time, three weeks."""
    counted = _count(words, at)
    if counted is None:
        return None
    end, (low, high) = counted
    unit = _UNITS.get(words[end]) or (_UNITS.get(words[end + 1]) if words[end] in ("-", "full", "more") else None)
    if unit is None or (words[at] == "some" and words[end + 1] not in _WORDS["ago"]):
        return None
    end = end + 1 if _UNITS.get(words[end]) else end + 2
    if words[end] == "ago":
        return end + 1, Counted(unit, low, high, -1)
    if words[end] in ("before", "after") and words[end + 1].isalpha():  # "a day after the town fell": the town fell a day before
        return end + 1, Counted(unit, low, high, 1 if words[end] == "before" else -1, "event")
    if words[end] in _WORDS["ago"]:
        return end + 1, Counted(unit, low, high, -1, "event")
    if words[end] in _WORDS["later"]:
        return end + 1, Counted(unit, low, high, 1, "event")
    return end, Lasting(unit, low, high)


def _piece(words: Words, at: int) -> Parse | None:
    """early March; late on Monday; earlier this month; mid 2011; early Tuesday."""
    name, after = words[at], at + 1
    after += words[after] in ("-", "on", "in", "the")
    after += words[after] in ("the", "morning", "evening") and words[after + 1] in (*_TIME["weekdays"], *_UNITS, "on")
    after += words[after] == "on"
    whole = _bare_year(words, after) or _single(words, after)
    if whole is None or isinstance(whole[1], Lasting | Trailing | Since):
        return None
    if name in ("earlier", "later") and isinstance(whole[1], Calendar) and whole[1].basis == "event":
        return whole
    return whole[0], Piece(whole[1], name)


def _hyphened(words: Words, at: int) -> Parse | None:
    """mid-July, which the tokens keep together."""
    name = words[at][4:]
    if name not in _TIME["months"]:
        return None
    year = year_at(words, at + 1)
    whole = Fixed(periods.month(year, _TIME["months"][name])) if year else Yearless(_TIME["months"][name])
    return (at + 2 if year else at + 1), Piece(whole, "mid")


def _edge(words: Words, at: int) -> Parse | None:
    """the beginning of the week; the end of March; start of 2012."""
    if words[at + 1] != "of":
        return None
    whole = _bare_year(words, at + 2) or _single(words, at + 2) or _this_unit(words, at + 2)
    return (whole[0], Piece(whole[1], _EDGES[words[at]])) if whole and not isinstance(whole[1], Lasting | Weekday) else None


def _this_unit(words: Words, at: int) -> Parse | None:
    """The "the week" of "the beginning of the week"."""
    unit = _UNITS.get(words[at + 1])
    return (at + 2, Calendar(unit, 0)) if words[at] == "the" and unit and not words[at + 1].endswith("s") else None


def _season(words: Words, at: int) -> Parse | None:
    """summer 2014; spring of 1918."""
    name = _UNITS[words[at]]
    year = year_at(words, at + 2 if words[at + 1] == "of" else at + 1)
    if year is None or (words[at] in ("fall", "spring") and words.tokens[at].upos == "VERB"):
        return None
    return (at + 3 if words[at + 1] == "of" else at + 2), Fixed(periods.season(year, name))


def _event(words: Words, at: int) -> Parse | None:
    """A named event whose days are known."""
    for size in range(min(_LONGEST_EVENT, len(words) - at), 0, -1):
        days = _EVENTS.get(tuple(words.lower[at : at + size]))
        if days is not None:
            return at + size, Fixed(days, "event")
    return None


_Rule = Callable[[Words, int], Parse | None]
_PIECES = _WORDS["pieces"]
_RULES: dict[str, tuple[_Rule, ...]] = {}


def _open(words: object, *rules: _Rule) -> None:
    for word in words if isinstance(words, frozenset | dict | tuple) else ():
        _RULES[word] = (*_RULES.get(word, ()), *rules)


_open(_EVENT_OPENERS, _event)
_open(_TIME["months"], simple)
_open(_TIME["weekdays"], simple)
_open(_TIME["deictic"], simple)
_open(_WORDS["articles"], _definite)
_open(_WORDS["from"], _range)
_open(("since",), _since)
_open(_PIECES, _piece)
_open(_SHIFTS, _shifted)
_open(_EDGES, _edge)
_open(_TIME["ordinals"], _ordinal)
_open(("that",), _narrative)
_open(("spring", "summer", "autumn", "winter", "fall"), _season)
_open(_NUMBERS, _counted)
