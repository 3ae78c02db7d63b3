"""Finds the expressions of time in a reading and works out their days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hearsay import lexicons
from hearsay.grounding import clocks, phrases
from hearsay.grounding.compounds import Away, Nth, Piece, Range, Since, Timed
from hearsay.grounding.dates import full_day
from hearsay.grounding.lengths import Lasting
from hearsay.grounding.meanings import Anchor, Deictic, Fixed, Meaning, Trailing, Weekday, Yearless
from hearsay.grounding.periods import Period
from hearsay.grounding.words import Words
from hearsay.records import Reading, Token, When
from hearsay.records.when import Basis

_WEEKDAYS = lexicons.load("time")["weekdays"]
_WORDS = {name: frozenset(words) for name, words in lexicons.load("time")["words"].items()}
_HAS = frozenset(lexicons.load("time")["undated"]["perfect"])
_HAD, _TO, _BE = frozenset(("had", "'d", "’d")), frozenset(("to",)), frozenset(("is", "are"))
_AS_EARLY = (("as", "early", "as"), ("as", "soon", "as"))
_DATELINE_ENDS = frozenset(("(", "-", "–", "—", "--"))
_STAMP_WORDS = 60  # the day of a report stands within so many words from its start
_AHEAD_WORDS = 7
_DEEPEST = 6  # words between a date and its verb
_ASIDE_WORDS = 12  # so far on, days without a year are of the year that was named
_CHAPTER_WORDS = 30  # and in a history
_AGE_YEARS = 40  # a history that names a year so far off names it aside
_CHAPTER_YEARS = 3  # a history that names a year so near goes on in it
_FEW_YEARS = 1
_QUARTER_WORDS = 300
_HISTORY = 3  # times as many dates of old as days of this week make a history


@dataclass(frozen=True, slots=True)
class Expression:
    """Words about time: tokens ``first`` to ``last`` (exclusive), what they mean, and the days if they can be worked out. ``parts`` are the two
    ends of "from Monday to Friday", and what "since Friday" begins with."""

    first: int
    last: int
    meaning: Meaning
    period: Period | None
    basis: Basis
    parts: tuple["Expression", ...] = ()


@dataclass(frozen=True, slots=True)
class Times:
    """All expressions of a reading in order; the day that the relative ones were counted from, and what told it; those that are the
    report's own date or repeat it in the headlines."""

    expressions: tuple[Expression, ...]
    published: date | None
    basis: Basis
    stamps: tuple[Expression, ...] = ()


def find_times(reading: Reading) -> Times:
    """Every expression of time in the reading. Only token texts are needed; tags sharpen the doubtful ones."""
    words = Words(reading.tokens)
    found = _scan(words)
    stamp = next((k for k, (first, _, meaning) in enumerate(found) if _agrees(words, first, full_day(meaning)) and _is_stamp(words, first)), None)
    published, basis = _publication(reading, words, found, stamp)
    resolved = _resolve(words, found, published, basis)
    stamps = [e for k, e in enumerate(resolved) if k == stamp or (published is not None and _repeats(words, e, published))]
    return Times(tuple(resolved), published, basis, tuple(stamps))


def when(reading: Reading, expression: Expression) -> When | None:
    """The record of an expression; None if its days are not known."""
    if expression.period is None:
        return None
    start, end = reading.tokens[expression.first].start, reading.tokens[expression.last - 1].end
    first, last = expression.period
    return When(
        first, last, expression.period.precision, reading.document.text[start:end], start, end, expression.basis, clocks.hour_of(expression.meaning)
    )


def _scan(words: Words) -> list[tuple[int, int, Meaning]]:
    out = []
    at = 0
    openers, is_opener = words.lower, phrases.is_opener
    while at < len(openers):
        found = phrases.parse(words, at) if is_opener(openers[at]) else None
        if found is None:
            at += 1
        else:
            out.append((at, found[0], found[1]))
            at = found[0]
    return out


def _publication(reading: Reading, words: Words, found: list[tuple[int, int, Meaning]], stamp: int | None) -> tuple[date | None, Basis]:
    """The day of the report: that of its own stamp, else the given one, else the newest day told with its year."""
    given = reading.document.published
    if stamp is not None:
        day = full_day(found[stamp][2])
        return day, "published" if day == given else "caption"
    if given is not None:
        return given, "published"
    return max(_past_days(words, found), default=None), "caption"


def _past_days(words: Words, found: list[tuple[int, int, Meaning]]) -> Iterator[date]:
    """The days that captions, datelines and sentences tell with their year, and those told with their weekday that agree with a year of the
    report. A date that is none of the weekday it is told with counts for nothing, nor does one that lies ahead."""
    years = {meaning.days.last.year for _, _, meaning in found if isinstance(meaning, Fixed) and meaning.basis == "stated"}
    for first, last, meaning in found:
        days = [full_day(meaning)]
        if words[first] in _WEEKDAYS and isinstance(meaning, Yearless) and meaning.day is not None:
            days = [told.first for year in years if (told := meaning.of(year)) is not None]
        if not _is_ahead(words, first, last):
            yield from (day for day in days if day is not None and _agrees(words, first, day))


def _agrees(words: Words, first: int, day: date | None) -> bool:
    """True for a day that is the weekday it is told with, if it is told with one."""
    return day is not None and _WEEKDAYS.get(words[first]) in (None, day.weekday())


def _is_stamp(words: Words, first: int) -> bool:
    """A full date that opens the text, or that is said with its weekday in the headlines: "AFP Wednesday 22 Jun 2016"."""
    if not _is_in_head(words, first):
        return False
    before = words.tokens[:first]
    opens = all(token.text.lower() in _WORDS["stamps"] or not token.text.isalpha() or token.text.isupper() for token in before)
    return opens or words[first] in _WEEKDAYS or words[first - 1 - (words[first - 1] == "on")] in _WORDS["stamped"]


def _repeats(words: Words, expression: Expression, published: date) -> bool:
    """True for the report's own day in the headlines or in a dateline: "KABUL, September 2 (AW) -"."""
    if not _is_in_head(words, expression.first):
        return False
    is_dateline = (
        words[expression.first - 1] == "," and words[expression.last] in _DATELINE_ENDS and expression.period == Period(published, published)
    )
    return full_day(expression.meaning) == published or is_dateline


def _is_in_head(words: Words, first: int) -> bool:
    """In the headlines, and not "on" that day, unless it is "posted on" it."""
    is_stamped = words[first - 1] == "on" and words[first - 2] in _WORDS["stamped"]
    return first <= _STAMP_WORDS and (is_stamped or words[first - 1] not in _WORDS["on"])


def _period(meaning: Meaning, anchor: Anchor) -> Period | None:
    """The days meant, or None where the calendar ends before them: "last week" in a report dated to the year 1."""
    try:
        return meaning.period(anchor)
    except (ValueError, OverflowError):
        return None


def _resolve(words: Words, found: list[tuple[int, int, Meaning]], published: date | None, basis: Basis) -> list[Expression]:
    out = []
    tale = _Tale(found, published)
    anchor = Anchor(published, dated=tale.opening)
    for first, last, meaning in found:
        is_ahead = _is_ahead(words, first, last)
        here = replace(
            anchor,
            dated=None if is_ahead and not tale.is_history else tale.dated(first),
            quarter=tale.quarter(first),
            is_ahead=is_ahead,
            is_bound=words[first - 1] in _WORDS["bounds"],
        )
        told = _so_long(words, first, meaning)
        period = _period(told, here)
        stated: Basis = told.basis if told.basis != "published" else basis
        out.append(Expression(first, last, meaning, period, stated, _parts(meaning, here, stated)))
        if period is not None:
            tale.goes_on(first, meaning, period)
            anchor = replace(anchor, told=period)
    return out


class _Tale:
    """The days that a report last told with their year, which those without a year go on from."""

    def __init__(self, found: list[tuple[int, int, Meaning]], published: date | None) -> None:
        is_history = _is_history(found, published)
        self._published = published
        self.is_history = is_history
        years = [meaning.days for _, _, meaning in found if isinstance(meaning, Fixed)]
        self.opening = years[0] if is_history and years else None
        self._precise = (self.opening, 0)
        self._year: tuple[Period | None, int] = (None, 0)
        named = [_period(meaning, Anchor(published)) for _, _, meaning in found if isinstance(meaning, Nth) and meaning.unit == "quarter"]
        over = [period for period in named if period is not None and (published is None or period.last < published)]
        self._quarter: tuple[Period | None, int] = (over[0] if over else None, 0)

    def quarter(self, at: int) -> Period | None:
        """The business quarter that holds for the word at ``at``."""
        return self._quarter[0] if at - self._quarter[1] <= _QUARTER_WORDS else None

    def dated(self, at: int) -> Period | None:
        """Those that hold for the word at ``at``: a report comes back from what it told of older times, a history from a year named aside."""
        (precise, told_at), (year, named_at) = self._precise, self._year
        if precise is None or year is None or told_at > named_at:
            latest, latest_at = (year, named_at) if precise is None else (precise, told_at)
            return latest if self.is_history or at - latest_at <= _ASIDE_WORDS else None
        gap = abs(year.last.year - precise.last.year)
        if not self.is_history or gap > _AGE_YEARS:
            return year if at - named_at <= _ASIDE_WORDS // (3 if self.is_history else 1) else precise if self.is_history else None
        return year if gap <= _CHAPTER_YEARS or at - named_at <= _CHAPTER_WORDS else precise

    def goes_on(self, at: int, meaning: Meaning, period: Period) -> None:
        """Takes in what is told at ``at``."""
        is_over = self._published is None or period.last < self._published
        if isinstance(meaning, Nth) and meaning.unit == "quarter" and is_over:
            self._quarter = (period, at)
        if meaning.basis == "stated" or (self.is_history and period.precision < 5 and isinstance(_core(meaning), Yearless)):
            if period.precision == 5:
                self._year = (period, at)
            else:
                self._precise = (period, at)


def _is_history(found: list[tuple[int, int, Meaning]], published: date | None) -> bool:
    """True if what is told with its year is long past, and far more than is told by weekdays and "yesterday"."""
    near = sum(isinstance(_core(meaning), Weekday | Deictic) for _, _, meaning in found)
    years = [meaning.days.last.year for _, _, meaning in found if isinstance(meaning, Fixed)]
    old = [year for year in years if published is None or year < published.year - 1]
    return len(old) > max(_HISTORY * near, len(years) // 2, _FEW_YEARS)


def _core(meaning: Meaning) -> Meaning:
    """The day of a time of day, the month of its beginning, the end of a span."""
    match meaning:
        case Timed(day=inner) if inner:
            return _core(inner)
        case Piece(whole=inner) | Range(last=inner) | Since(first=inner):
            return _core(inner)
    return meaning


def _parts(meaning: Meaning, anchor: Anchor, basis: Basis) -> tuple[Expression, ...]:
    if isinstance(meaning, Since):
        return (Expression(*meaning.words, meaning.first, _period(meaning.first, anchor), basis),)
    if isinstance(meaning, Away):
        count, origin = meaning.words
        length = Lasting(meaning.unit, meaning.low, meaning.high)
        return (Expression(*count, length, None, basis), Expression(*origin, meaning.origin, _period(meaning.origin, anchor), basis))
    if not isinstance(meaning, Range):
        return ()
    ends = zip(meaning.words, (meaning.first, meaning.last), meaning.ends(anchor), strict=True)
    return tuple(Expression(*words, end, period, basis) for words, end, period in ends)


def _is_ahead(words: Words, first: int, last: int) -> bool:
    """True if the verb that the days hang on looks ahead ("will meet on Friday"); where there is no tree, if a word shortly before does."""
    if any(words[k] in _WORDS["ahead"] for k in (first - 1, first - 2)) or tuple(words.lower[max(first - 3, 0) : first]) in _AS_EARLY:
        return True
    verb = _verb(words.tokens, first, last)
    if verb is None:
        before = words.lower[max(first - _AHEAD_WORDS, 0) : first]
        stop = max((k for k, word in enumerate(before) if word == "."), default=-1)
        return any(word in _WORDS["future"] for word in before[stop + 1 :])
    if words[first - 1] == "for" and words.tokens[verb].lemma.lower() in _WORDS["expecting"] and not _has(words, verb, _HAD):
        return True
    return (
        _is_put_off(words, first, verb)
        or _looks_ahead(words, verb)
        or (words.tokens[verb].relation == "xcomp" and _looks_ahead(words, words.tokens[verb].head))
    )


def _is_put_off(words: Words, first: int, verb: int) -> bool:
    """postponed the vote until Friday; has scheduled talks on Friday."""
    lemma = words.tokens[verb].lemma.lower()
    return (lemma in _WORDS["deferring"] and words[first - 1] in ("until", "till")) or (lemma in _WORDS["setting"] and _has(words, verb, _HAS))


def _looks_ahead(words: Words, verb: int) -> bool:
    """will meet; plan to meet; is to meet; not "had planned to meet"."""
    if verb < 0:
        return False
    if _has(words, verb, _WORDS["future"]):
        return True
    above = words.tokens[verb].head
    is_expected = above >= 0 and words.tokens[above].lemma.lower() in _WORDS["expecting"] and not _has(words, above, _HAD)
    return _has(words, verb, _TO) and (is_expected or _has(words, verb, _BE))


def _has(words: Words, verb: int, wanted: frozenset[str]) -> bool:
    """True if one of these words before a verb is tied to it."""
    return any(words[k] in wanted and words.tokens[k].head == verb for k in range(max(verb - _AHEAD_WORDS, 0), verb))


def _so_long(words: Words, first: int, meaning: Meaning) -> Meaning:
    """A length goes up to publication where something has lasted so long: "has been under siege for two years"."""
    if not isinstance(meaning, Lasting) or words[first - 1] not in _WORDS["lasting"]:
        return meaning
    at = first
    for _ in range(_DEEPEST):
        at = words.tokens[at].head
        if at < 0:
            return meaning
        if _has(words, at, _HAS):
            return Trailing(meaning.unit, meaning.low, meaning.high)
    return meaning


def _verb(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The nearest verb above an expression; None if there is none, or no tree."""
    at = first
    for _ in range(_DEEPEST):
        at = tokens[at].head
        if at < 0:
            return None
        if not first <= at < last and tokens[at].upos == "VERB":
            return at
    return None
