"""The grammar of phrases about time: "last week", "three days ago", "early on Monday", "the previous day", "between 1996 and 2001"."""

from collections.abc import Callable
from dataclasses import replace

from hearsay import lexicons
from hearsay.grounding import clocks, counts, feasts, periods, quarters, shifts
from hearsay.grounding.compounds import Piece, Range, Since, Timed, Within
from hearsay.grounding.dates import decade, simple
from hearsay.grounding.lengths import BeforeChrist, Lasting, Recurring, Undated, Vague
from hearsay.grounding.meanings import Calendar, Fixed, Meaning, OfMonth, Trailing, Weekday, Yearless
from hearsay.grounding.words import Parse, Words, year_at
from hearsay.records.when import Basis

_TIME = lexicons.load("time")
_WORDS = {name: frozenset(words) for name, words in _TIME["words"].items()}
_UNITS: dict[str, str] = _TIME["units"]
_NUMBERS: dict[str, list[int]] = _TIME["numbers"]
_PARTS: dict[str, str] = _TIME["parts"]
_SHIFTS: dict[str, int] = _TIME["shifts"]
_NARRATIVE: dict[str, int] = _TIME["narrative"]
_EDGES: dict[str, str] = _TIME["edges"]
_VAGUE = {tuple(name.split()): tense for tense, names in _TIME["vague"].items() for name in names}
_DASHES = frozenset("-‐‑–—")
_BEFORE_SEASON = frozenset(("in", "over", "during", "until", "by", "since", "early", "late", "mid"))
_LONGEST_NAME = max(map(len, _VAGUE))


def parse(words: Words, at: int) -> Parse | None:
    """The longest expression of time that begins with the word at ``at``, or None. The word must be one of ``OPENERS`` or begin with a digit."""
    word = words[at]
    for rule in _RULES.get(word, (_digits,) if word[:1].isdigit() else (_hyphened,) if word[:4] == "mid-" else ()):
        found = rule(words, at)
        if found is not None:
            return _longer(words, *found)
    return None


def is_opener(word: str) -> bool:
    """True if an expression of time may begin with this word (in lower case)."""
    return word in _RULES or word[:1].isdigit() or word[:4] == "mid-"


def _longer(words: Words, end: int, meaning: Meaning) -> Parse:
    """With the part of the day or the hour that follows a day, with the year told of, and with the other end of a span."""
    if isinstance(meaning, Yearless) and meaning.shift == 0:
        end, meaning = _of_year(words, end, meaning)
    spelled = _spelled(words, end) if isinstance(meaning, Yearless) and meaning.day is None else None
    if spelled is not None and isinstance(meaning, Yearless):
        return spelled[0], Fixed(periods.month(spelled[1], meaning.month))
    if meaning.unit == "day" and not isinstance(meaning, Undated | Range | Since | Timed | Trailing):
        return clocks.with_part(words, end, meaning)
    return end, meaning


def _of_year(words: Words, end: int, meaning: Yearless) -> tuple[int, Yearless]:
    """January this year; June of last year; July 25 of that year."""
    after = end + (words[end] == "of")
    after += words[after] == "the"
    shift = {"last": -1, "this": 0, "next": 1, "same": 0, "that": 0}.get(words[after])
    if shift is None or words[after + 1] != "year":
        return end, meaning
    basis: Basis = "event" if words[after] in ("same", "that") else "published"
    return after + 2, replace(meaning, year=Calendar("year", shift, basis))


def _joined(words: Words, at: int) -> Parse | None:
    """18 August - 15 September 1951; July-November 1954."""
    first = simple(words, at)
    if first is None or not isinstance(first[1], Yearless | Fixed) or words[first[0]] not in _DASHES:
        return None
    start = first[0] + 1
    last = simple(words, start) if words[start] in _TIME["months"] or words.number(start) is not None else None
    if last is None or not isinstance(last[1], Yearless | Fixed) or last[1].unit != first[1].unit:
        return None
    return last[0], Range(first[1], last[1], ((at, first[0]), (start, last[0])))


def _day_number(words: Words, at: int) -> Parse | None:
    """the 15th; the 28th of that month."""
    number = words.number(at)
    if number is None or not 1 <= number <= 31 or not words[at].endswith(("st", "nd", "rd", "th")):
        return None
    after = words.tokens[at + 1] if at + 1 < len(words) else None
    if words[at + 1] == "of" and words[at + 2] in ("that", "the", "this") and words[at + 3] in ("month", "same"):
        return at + 4 + (words[at + 3] == "same"), OfMonth(number)
    is_alone = after is None or (
        after.upos not in ("NOUN", "PROPN", "ADJ", "NUM") and words[at + 1] not in ("-", "of") and not after.text[0].isupper()
    )
    return (at + 1, OfMonth(number)) if is_alone and words[at - 2] in _WORDS["before_date"] else None


def _digits(words: Words, at: int) -> Parse | None:
    return (
        feasts.named(words, at)
        or clocks.clock(words, at, _single)
        or _joined(words, at)
        or simple(words, at)
        or _century(words, at)
        or counts.counted(words, at, _single)
    )


def _single(words: Words, at: int) -> Parse | None:
    """One date, without a range around it, with or without an article and "early"."""
    return parse(words, at) if words[at] not in _WORDS["from"] and words[at] not in ("since", "per", "every") else None


def _range(words: Words, at: int) -> Parse | None:
    """between 1996 and 2001; from Monday to Friday; from March 3 until March 9, 2020."""
    begin, first = _after_article(words, at + 1)
    first = first or _bare_year(words, at + 1)
    if first is None or words[first[0]] not in _WORDS["through"]:
        return None
    start, last = _after_article(words, first[0] + 1)
    last = last or _bare_year(words, start)
    if last is None or isinstance(first[1], Undated) or isinstance(last[1], Undated):
        return None
    return last[0], Range(first[1], last[1], ((begin, first[0]), (start, last[0])))


def _bare_year(words: Words, at: int) -> Parse | None:
    year = year_at(words, at)
    return (at + 1, Fixed(periods.years(year, year))) if year else None


def _since(words: Words, at: int) -> Parse | None:
    """since Friday; since 2014; since early March."""
    start, first = _after_article(words, at + 1)
    return (first[0], Since(first[1], (start, first[0]))) if first and not isinstance(first[1], Undated | Trailing) else None


def _after_article(words: Words, at: int) -> tuple[int, Parse | None]:
    """One date, where it begins: "the June 6 raid" holds one behind the article."""
    found = _single(words, at)
    if found is None and words[at] == "the":
        return at + 1, _bare_year(words, at + 1) or _single(words, at + 1)
    return at, found


def _definite(words: Words, at: int) -> Parse | None:
    """the previous day; the past three days; the weekend; the end of March; the 1990s."""
    word = words[at + 1]
    if word in _EDGES:
        return _edge(words, at + 1)
    if word in _NARRATIVE and word in ("previous", "preceding", "same", "following", "next"):
        return shifts.narrative(words, at + 1) or (shifts.shifted(words, at + 1) if word in _SHIFTS else quarters.quarter(words, at + 1))
    if word in _SHIFTS:
        return quarters.quarter(words, at + 1) or shifts.shifted(words, at + 1)
    if words[at] == "the" and word in ("day", "week", "month", "year", "night") and words[at + 2] in ("before", "after"):
        return counts.one(words, at, _single)
    if word == "weekend":
        return at + 2, Calendar("weekend", 0)
    if word in _TIME["ordinals"] or word in ("latest", "final"):
        return _bare_noun(words, _rest(words, at + 1)) or (counts.counted(words, at + 2, _single) if words[at] == "the" else None)
    if word in _PARTS and words[at + 2] != "before":
        return _of_part(words, at + 1) if words[at] == "the" else None
    after = at + 2 + (word == "fiscal" and words[at + 2] == "year")
    if words[after - 1] == "year" and words[after] in ("ended", "ending"):  # "for the year ended March 31": how long, not when
        return after, Lasting("year", 1, 1)
    if word in ("quarter", "year", "fiscal", "comparable", "corresponding"):
        return _bare_noun(words, quarters.quarter(words, at + 1))
    if word[:1].isdigit() and words[at] == "the":
        return _bare_noun(words, _century(words, at + 1) or _day_number(words, at + 1) or quarters.of_year(words, at + 1) or parse(words, at + 1))
    if words[at] != "the" or word in _TIME["months"] or (word in _UNITS and word.endswith("s")) or word not in _RULES:
        return None
    found = _bare_noun(words, parse(words, at + 1))
    return None if found is None or isinstance(found[1], Vague | Recurring) else found


def _rest(words: Words, at: int) -> Parse | None:
    return quarters.quarter(words, at) or (_ordinal(words, at) if words[at] in _TIME["ordinals"] else None)


def _bare_noun(words: Words, found: Parse | None) -> Parse | None:
    """None for the dates and lengths that an article does not belong to: "the 1996 campaign", "a 16-hour flight"."""
    return None if found is None or _is_adjective(words, *found) else found


def _is_adjective(words: Words, end: int, meaning: Meaning) -> bool:
    if isinstance(meaning, Fixed | Yearless) and words.number(end - 1) is not None and words[end - 1].isdigit() and meaning.unit in ("year", "month"):
        return True
    if meaning.unit == "quarter" and words[end - 2] == "-":
        return True
    return isinstance(meaning, Lasting) and words[end - 2] == "-" and words[end] != "period"


def _of_part(words: Words, at: int) -> Parse | None:
    """the night of May 13; the morning."""
    day = _single(words, at + 2) if words[at + 1] in ("of", "on") else None
    if day is not None and day[1].unit == "day" and not isinstance(day[1], Undated | Timed):
        return day[0], Timed(day[1], _PARTS[words[at]])
    return at + 1, Timed(None, _PARTS[words[at]])


def _ordinal(words: Words, at: int) -> Parse | None:
    """the first week of July; second week of the month; 19th century in letters."""
    number, unit = _TIME["ordinals"][words[at]], words[at + 1]
    if unit == "century":
        return at + 2, Fixed(periods.years(max(number * 100 - 100, 1), number * 100 - 1))
    if unit not in ("week", "day") or words[at + 2] != "of":
        return None
    whole = _bare_year(words, at + 3) or _single(words, at + 3) or _this_unit(words, at + 3)
    days = 7 if unit == "week" else 1
    first = days * (number - 1)
    return (whole[0], Within(whole[1], first, first + days - 1)) if whole and not isinstance(whole[1], Undated) else None


def _century(words: Words, at: int) -> Parse | None:
    """19th century; 21st century."""
    number = words.number(at)
    if number is None or not 0 < number < 22 or words[at + 1] != "century" or words[at][-1:].isdigit():
        return None
    if words[at + 2] in ("bc", "bce"):
        return at + 3, BeforeChrist(number * 100 - 1, "century")
    return at + 2, Fixed(periods.years(max(number * 100 - 100, 1), number * 100 - 1))


def _piece(words: Words, at: int) -> Parse | None:
    """early March; late on Monday; earlier this month; mid 2011; early Tuesday; late last week; early the next morning."""
    name, after = words[at], at + 1
    after += words[after] in ("-", "on", "in")
    if words[after] in _PARTS and words[after + 1] == "hours" and words[after + 2] == "of":
        found = _single(words, after + 3)
        return (found[0], Piece(Timed(found[1], _PARTS[words[after]]), name)) if found and found[1].unit == "day" else None
    if words[after] == "hours" and words[after + 1] in ("of", "on"):
        after += 2
    if name == "mid" and words[after] in ("afternoon", "morning"):
        return after + 1, Timed(None, _PARTS[words[after]])
    whole = _bare_year(words, after) or _single(words, after) or _this_unit(words, after)
    if whole is None and (words[after] == "the" or words[after] in _PARTS):
        after += 1 + (words[after + 1] == "on")
        whole = _bare_year(words, after) or _single(words, after)
    if whole is None or isinstance(whole[1], Undated | Trailing | Since) or (name in ("earlier", "later") and isinstance(whole[1], Weekday)):
        return None
    if name in ("earlier", "later") and isinstance(whole[1], Calendar) and whole[1].basis == "event":
        return whole
    return whole[0], Piece(whole[1], name)


def _hyphened(words: Words, at: int) -> Parse | None:
    """mid-July, which the tokens keep together."""
    name = words[at][4:]
    if name not in _TIME["months"]:
        year = int(name.rstrip("s")) if len(name.rstrip("s")) == 4 and name.rstrip("s").isascii() and name.rstrip("s").isdigit() else None
        return (at + 1, Piece(Fixed(periods.years(year, year + 9 * name.endswith("s"))), "mid")) if year else None
    year = year_at(words, at + 1)
    whole = Fixed(periods.month(year, _TIME["months"][name])) if year else Yearless(_TIME["months"][name])
    return (at + 2 if year else at + 1), Piece(whole, "mid")


def _edge(words: Words, at: int) -> Parse | None:
    """the beginning of the week; the end of March; start of 2012."""
    if words[at + 1] != "of":
        return None
    whole = _bare_year(words, at + 2) or _this_unit(words, at + 2) or _single(words, at + 2)
    return (whole[0], Piece(whole[1], _EDGES[words[at]])) if whole and not isinstance(whole[1], Undated | Weekday) else None


def _this_unit(words: Words, at: int) -> Parse | None:
    """The "the week" of "the beginning of the week"."""
    unit = _UNITS.get(words[at + 1])
    return (at + 2, Calendar(unit, 0, "event")) if words[at] == "the" and unit and not words[at + 1].endswith("s") else None


def _season(words: Words, at: int) -> Parse | None:
    """summer 2014; spring of 1918; the winter; autumn of 480 BC."""
    name = _UNITS[words[at]]
    after = at + 2 if words[at + 1] == "of" else at + 1
    if words.tokens[at].upos == "VERB":
        return None
    year = year_at(words, after)
    told = (after + 1, year) if year is not None else _spelled(words, after)
    if told is not None:
        return told[0], Fixed(periods.season(told[1], name))
    if words.number(after) is not None and words[after + 1] in ("bc", "bce"):
        return after + 2, BeforeChrist(words.number(after) or 1, within=name)
    is_told = words[at - 1] in _BEFORE_SEASON or (words[at - 1] == "the" and words[at] not in ("fall", "spring"))
    return (at + 1, Calendar(name, 0, "event")) if is_told and words.tokens[at].text.islower() else None


def _vague(words: Words, at: int) -> Parse | None:
    """now; recently; in the near future."""
    return next(((at + size, Vague(_VAGUE[name])) for size, name in _names(words, at) if name in _VAGUE), None)


def _names(words: Words, at: int) -> list[tuple[int, tuple[str, ...]]]:
    """The word and those behind it, from the longest run to the shortest."""
    return [(size, tuple(words.lower[at : at + size])) for size in range(min(_LONGEST_NAME, len(words) - at), 0, -1)]


def _hedged(words: Words, at: int) -> Parse | None:
    """nearly four years; more than a week ago; about 1910; around 9 p.m."""
    after = at + 1 + (words[at + 1] == "than")
    if words[after] in ("the", *_SHIFTS):
        return None
    found = _single(words, after) or (_bare_year(words, after) if words[at] in ("about", "around", "circa", "ca") else None)
    if found is None or not (counts.is_length(found[1]) or (isinstance(found[1], Timed | Fixed) and words[at] in ("about", "around", "circa", "ca"))):
        return None
    return found


def _counted(words: Words, at: int) -> Parse | None:
    return counts.counted(words, at, _single)


def _spelled_year(words: Words, at: int) -> Parse | None:
    found = _spelled(words, at)
    return (found[0], Fixed(periods.years(found[1], found[1]))) if found else None


def _spelled(words: Words, at: int) -> tuple[int, int] | None:
    """The 1994 of "nineteen ninety-four", the 2000 of "the year two thousand", and the word behind it."""
    if words[at] == "two" and words[at - 1] == "year" and words[at + 1] == "thousand":
        return at + 2, 2000
    century = {"eighteen": 1800, "nineteen": 1900}.get(words[at])
    tens = _NUMBERS.get(words[at + 1], [0, 0])[0]
    if century is None or not 9 < tens < 100 or words[at + 1][:1].isdigit():
        return None
    end = at + 2 + (words[at + 2] == "-")
    ones = _NUMBERS.get(words[end], [0, 0])[0] if tens >= 20 and words[end] not in ("a", "an") else 0
    year = century + tens + (ones if ones < 10 else 0)
    return (end + 1 if 0 < ones < 10 else at + 2), year


def _units(words: Words, at: int) -> Parse | None:
    return counts.bare(words, at, _single)


def _part(words: Words, at: int) -> Parse | None:
    if words[at] == "night" and words[at - 1] == "at":
        return at + 1, Recurring("day", part="night")
    return clocks.part(words, at, _single)


_Rule = Callable[[Words, int], Parse | None]
_RULES: dict[str, tuple[_Rule, ...]] = {}


def _open(words: object, *rules: _Rule) -> None:
    for word in words if isinstance(words, frozenset | dict | tuple | list) else ():
        _RULES[word] = (*_RULES.get(word, ()), *rules)


_open(feasts.OPENERS, feasts.named)
_open(_TIME["months"], _joined, simple)
_open(_TIME["weekdays"], simple)
_open(_PARTS, _part)
_open(_TIME["deictic"], simple)
_open(("the",), quarters.business_year, decade)
_open(_WORDS["articles"], _definite)
_open(_WORDS["from"], _range)
_open(("since",), _since)
_open(_WORDS["pieces"], _piece)
_open(_SHIFTS, quarters.quarter, shifts.shifted)
_open(_EDGES, _edge)
_open(_TIME["ordinals"], quarters.quarter, _ordinal)
_open(("fiscal", "latest", "year"), quarters.quarter)
_open(("year",), quarters.year_end)
_open(("that",), shifts.narrative)
_open(("spring", "summer", "autumn", "winter", "fall"), _season)
_open(_WORDS["hedges"], _hedged)
_open(("every", "each"), counts.every)
_open(("per",), counts.per)
_open(_TIME["recurring"], counts.adverb)
_open(dict.fromkeys(name[0] for name in _VAGUE), _vague)
_open(("eighteen", "nineteen", "two"), _spelled_year)
_open(_NUMBERS, _counted)
_open(dict.fromkeys(unit for unit in _UNITS if unit.endswith("s")), _units)
