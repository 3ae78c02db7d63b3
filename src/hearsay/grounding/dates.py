"""The grammar of dates: which words, from a given word on, tell a day, a span or a length of time."""

from datetime import date

from hearsay import lexicons
from hearsay.grounding import periods
from hearsay.grounding.compounds import Range
from hearsay.grounding.lengths import BeforeChrist
from hearsay.grounding.meanings import Deictic, Fixed, Meaning, Weekday, Yearless
from hearsay.grounding.periods import Period
from hearsay.grounding.words import Parse, Words, year_at
from hearsay.records import Token

_TIME = lexicons.load("time")
_MONTHS: dict[str, int] = _TIME["months"]
_WEEKDAYS: dict[str, int] = _TIME["weekdays"]
_DOUBTFUL = frozenset(_TIME["words"]["doubtful"])
_BEFORE_DATE = frozenset(_TIME["words"]["before_date"])
_DASHES = frozenset("-‐‑–—")
_VERBS = ("AUX", "VERB")
_BEFORE_YEAR = frozenset(("year", "to", "and", "both", "-", "–", "("))
_BC = frozenset(("bc", "bce", "b.c", "b.c.e"))
_JOINS = frozenset((*_DASHES, "and", "to", "or", "until", "through"))
_DETERMINERS = frozenset((",", "the", "a", "an", "that", "this", "'s", "’s", "his", "its", "their", "her"))
_COMMAS = frozenset((",", "of", "."))


def simple(words: Words, at: int) -> Parse | None:
    """A date that stands by itself: a day of the calendar, a month, a year, a weekday, "yesterday"."""
    word = words[at]
    if word in _MONTHS:
        return _from_month(words, at)
    if word in _WEEKDAYS:
        return _from_weekday(words, at)
    if word[:1].isdigit():
        return _from_digits(words, at)
    if word in _TIME["deictic"]:
        return at + 1, Deictic(*_TIME["deictic"][word])
    return None


def is_date(words: Words, at: int) -> bool:
    """True if the month or weekday at ``at`` is not the verb "march" or "may" or the name "Sun"."""
    if words[at] not in _DOUBTFUL:
        return True
    token = words.tokens[at]
    if token.text.islower():  # "will march 20 km"
        return words.number(at - 1) is not None and token.upos not in _VERBS
    if words.number(at + 1) is not None or words.number(at - 1) is not None or (words[at] in _WEEKDAYS and words[at + 1] in (",", *_MONTHS)):
        return True
    return words[at] in _MONTHS and token.text[:1].isupper() and token.upos in ("PROPN", "NOUN", "") and words[at - 1] in _BEFORE_DATE


def _from_weekday(words: Words, at: int) -> Parse | None:
    if not is_date(words, at):
        return None
    after = at + 1 if words[at + 1] not in (",", ".", "the") else at + 2
    after += words[after] in ("of", "on") and words[after + 1][:1].isdigit()
    dated = simple(words, after) if words[after] in _MONTHS or words.number(after) is not None else None
    if dated is not None and (isinstance(dated[1], Fixed) or (isinstance(dated[1], Yearless) and dated[1].day)):
        return dated
    return at + 1, Weekday(_WEEKDAYS[words[at]])


def _from_month(words: Words, at: int) -> Parse | None:
    """September 1, 2021; September 1; September 3-9, 2021; September 2021; September."""
    if not is_date(words, at):
        return None
    month = _MONTHS[words[at]]
    number = words.number(at + 1)
    if number is not None and 1 <= number <= 31 and words[at + 2] not in _BC and not _is_clock(words, at + 1) and not _counts(words, at + 1):
        return _after_day(words, at + 2, month, number)
    if words[at + 2] in _BC and number is not None:
        return at + 3, BeforeChrist(number, within=month)
    if number is not None and 5 <= len(words[at + 1]) <= 6:  # the space after the day is lost: "Jan 202015"
        day = periods.day(int(words[at + 1][-4:]), month, int(words[at + 1][:-4]))
        return (at + 2, Fixed(day)) if day else None
    comma = at + 2 if words[at + 1] in _COMMAS else at + 1
    year = year_at(words, comma)
    return (comma + 1, Fixed(periods.month(year, month))) if year else (at + 1, Yearless(month))


def _after_day(words: Words, at: int, month: int, day: int) -> Parse | None:
    """What follows "September 3": another day, and the year."""
    start, last = at, None
    if (words[at] in _DASHES and words.is_glued(at)) or (words[at] in _JOINS and not _is_counting(words, at + 1)):
        last = words.number(at + 1)
        last = last if last is not None and day < last <= 31 else None
        at = at + 2 if last else at
    comma = at + 1 if words[at] in _COMMAS else at
    year = year_at(words, comma)
    end = comma + 1 if year else at
    return _dated((end, start - 2, start + 1 if last else end, start), year, month, (day, last))


def _is_counting(words: Words, at: int) -> bool:
    """True if a number behind "and" may count something: "on April 10 and 11 men died"."""
    following = words.tokens[at + 1] if at + 1 < len(words) else None
    return following is not None and following.text[:1].isalpha()


def _dated(spans: tuple[int, int, int, int], year: int | None, month: int, days: tuple[int, int | None]) -> Parse | None:
    """A day, or two days with those between. ``spans``: where it all ends; where the first begins; where the last begins; where the first ends."""
    end, start, second, stop = spans
    first = _one_day(year, month, days[0])
    last = _one_day(year, month, days[1]) if days[1] else None
    if first is None:
        return None
    if days[1] is None:
        return end, first
    return (end, Range(first, last, ((start, stop), (second, end)))) if last else None


def _one_day(year: int | None, month: int, number: int) -> Meaning | None:
    if year is None:
        return Yearless(month, number) if periods.day(2000, month, number) else None
    found = periods.day(year, month, number)
    return found and Fixed(found)


def _from_digits(words: Words, at: int) -> Parse | None:
    word = words[at]
    if len(word) > 5 and not word.isdigit():
        return _from_slashes(at, word)
    if word.endswith("0s") and word[:-1].isdigit() and len(word) in (4, 5):
        first = int(word[:-1])
        if words[at + 1] in _BC:
            return at + 2, BeforeChrist(first, "decade")
        return (at + 1, Fixed(periods.years(first, first + 9))) if first >= 1000 else None
    return _from_iso(words, at) or _from_day(words, at) or _from_year(words, at)


def decade(words: Words, at: int) -> Parse | None:
    """the nineties; the '80s; ``at`` is the article."""
    at += 1 + (words[at + 1] in ("'", "’", "‘"))
    name = words[at].lstrip("'’‘")
    first = _TIME["decades"].get(name)
    if first is None and len(name) == len("80s") and name.endswith("0s") and name[0].isdigit():
        first = 1900 + int(name[:2])
    return (at + 1, Fixed(periods.years(first, first + 9))) if first else None


def _from_slashes(at: int, word: str) -> Parse | None:
    """01/09/2021, 06.04.2017, 2016/07/18: the day first unless only the month can be."""
    for mark in "/.":
        pieces = word.split(mark)
        if len(pieces) == 3 and all(piece.isdigit() for piece in pieces):
            day = _numeric(tuple(int(piece) for piece in pieces))
            return (at + 1, Fixed(day)) if day else None
    return None


def _numeric(numbers: tuple[int, ...]) -> Period | None:
    first, second, third = numbers
    if first > 999:
        return periods.day(first, second, third)
    year = third if third > 99 else short_year(third)
    return periods.day(year, second, first) or periods.day(year, first, second)


def short_year(number: int) -> int:
    """The year that two digits mean: 89 is 1989, 21 is 2021."""
    return number + (1900 if number >= 40 else 2000)


def _from_iso(words: Words, at: int) -> Parse | None:
    """2016-07-18 and 18-07-2016, in five words that touch."""
    if not (words[at + 1] in _DASHES and words[at + 3] in _DASHES and all(words.is_glued(at + k) for k in range(4))):
        return None
    numbers = tuple(words.number(at + k) or 0 for k in (0, 2, 4))
    day = _numeric(numbers) if year_at(words, at) or year_at(words, at + 4) else None
    return (at + 5, Fixed(day)) if day else None


def _from_day(words: Words, at: int) -> Parse | None:
    """1 Sept 2021; 1st of September; 30 DEC 89; 3-9 September."""
    first = words.number(at)
    if first is None or not 1 <= first <= 31:
        return None
    last, second, after = None, at, at + 1
    if words[after] in _JOINS and words.number(after + 1) is not None:
        last, second, after = words.number(after + 1), after + 1, after + 2
    after = after + 1 if words[after] == "of" else after
    if words[after] not in _MONTHS or (words[after] in _DOUBTFUL and not words.tokens[after].text.istitle() and words.tokens[after].upos in _VERBS):
        return None
    comma = after + 2 if words[after + 1] == "," else after + 1
    year, end = year_at(words, comma), comma + 1
    if year is None:
        year, end = _short_year_at(words, after + 1)
    if last is not None and not first < last <= 31:
        return None
    return _dated((end, at, second, at + 1), year, _MONTHS[words[after]], (first, last))


def _short_year_at(words: Words, at: int) -> tuple[int | None, int]:
    """The 89 of "30 DEC 89", not the 20 of "on 3 March 20 men"."""
    word = words[at].lstrip("'’")
    following = words.tokens[at + 1] if at + 1 < len(words) else None
    is_end = following is None or not following.text[:1].isalpha() or following.text[:1].isupper()
    if len(word) == 2 and word.isdigit() and is_end and words.tokens[at - 1].text.isupper():
        return short_year(int(word)), at + 1
    return None, at


def _from_year(words: Words, at: int) -> Parse | None:
    """A bare year, where the words around say that it is one."""
    number = words.number(at)
    if number is not None and words[at + 1] in _BC:
        return at + 2, BeforeChrist(number)
    year = year_at(words, at)
    if year is None or year < 1400:
        return None
    other = _other_year(words, at + 2, year) if words[at + 1] in _DASHES else None
    if other is not None:
        spans = ((at, at + 1), (at + 2, at + 3))
        return at + 3, Range(Fixed(periods.years(year, year)), Fixed(periods.years(other, other)), spans)
    return (at + 1, Fixed(periods.years(year, year))) if _is_year(words, at, year) else None


def _other_year(words: Words, at: int, year: int) -> int | None:
    """The 1994 of "1990-1994" and "1990-94"."""
    found = year_at(words, at)
    if found is None and len(words[at]) == 2 and words[at].isascii() and words[at].isdigit():
        found = year - year % 100 + int(words[at])
    return found if found is not None and year < found < year + 200 else None


def _is_year(words: Words, at: int, year: int) -> bool:
    before, after = words[at - 1], words.tokens[at + 1] if at + 1 < len(words) else None
    if words[at + 1] == ":" or before in _BEFORE_DATE or before in _BEFORE_YEAR:
        return True
    if before in (".", "") and after is not None and after.upos in _VERBS and 1800 <= year <= 2100:  # "1987 saw"
        return True
    if year < 1800 or year > 2100:
        return False
    if at > 0 and words.tokens[at - 1].upos == "ADJ" and after is not None and after.upos == "NOUN" and after.text == after.lemma:
        return True  # "in an unhappy 1996 campaign"
    is_plain = after is None or after.upos not in ("NOUN", "PROPN", "ADJ", "NUM") or not after.text[:1].islower()
    is_definite = before in _DETERMINERS or (at > 0 and words.tokens[at - 1].upos == "PRON" and words.tokens[at - 1].relation.startswith("nmod"))
    return is_definite and (is_plain or (bool(year % 100) and (before not in ("a", "an") or not _is_plural(after))))


def _is_plural(token: Token | None) -> bool:
    return token is not None and token.text.endswith("s") and token.upos == "NOUN"


def _is_clock(words: Words, at: int) -> bool:
    return words[at + 1] in ("a.m", "p.m", "am", "pm", "gmt")


def _counts(words: Words, at: int) -> bool:
    """True if the number counts what follows: "in August 18 civilians were killed"."""
    following = words.tokens[at + 1] if at + 1 < len(words) else None
    return words[at - 2] == "in" and following is not None and following.upos == "NOUN" and following.text[:1].islower()


def full_day(meaning: Meaning) -> date | None:
    """The day, if the words give one day with its year."""
    return meaning.days.first if isinstance(meaning, Fixed) and meaning.days.first == meaning.days.last else None
