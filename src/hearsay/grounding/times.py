"""Finds the expressions of time in a reading and works out their days."""

from dataclasses import dataclass, replace
from datetime import date

from hearsay import lexicons
from hearsay.grounding import phrases
from hearsay.grounding.dates import Words, full_day
from hearsay.grounding.meanings import Anchor, Deictic, Lasting, Meaning, Weekday
from hearsay.grounding.periods import Period
from hearsay.records import Reading, When
from hearsay.records.when import Basis

_WEEKDAYS = lexicons.load("time")["weekdays"]
_WORDS = {name: frozenset(words) for name, words in lexicons.load("time")["words"].items()}
_STAMP_WORDS = 60  # the day of a report stands within so many words from its start
_AHEAD_WORDS = 7
_ASIDE_WORDS = 60


@dataclass(frozen=True, slots=True)
class Expression:
    """Words about time: tokens ``first`` to ``last`` (exclusive), what they mean, and the days if they can be worked out."""

    first: int
    last: int
    meaning: Meaning
    period: Period | None
    basis: Basis


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
    stamp = next((k for k, (first, _, meaning) in enumerate(found) if full_day(meaning) is not None and _is_stamp(words, first)), None)
    published, basis = _publication(reading, found, stamp)
    resolved = _resolve(words, found, published, basis)
    stamps = [e for k, e in enumerate(resolved) if k == stamp or (published and full_day(e.meaning) == published and _is_in_head(words, e.first))]
    return Times(tuple(resolved), published, basis, tuple(stamps))


def when(reading: Reading, expression: Expression) -> When | None:
    """The record of an expression; None if its days are not known."""
    if expression.period is None:
        return None
    start, end = reading.tokens[expression.first].start, reading.tokens[expression.last - 1].end
    first, last = expression.period
    return When(first, last, expression.period.precision, reading.document.text[start:end], start, end, expression.basis)


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


def _publication(reading: Reading, found: list[tuple[int, int, Meaning]], stamp: int | None) -> tuple[date | None, Basis]:
    """The day of the report: that of its own stamp, else the given one, else the newest day told with its year."""
    given = reading.document.published
    if stamp is not None:
        day = full_day(found[stamp][2])
        return day, "published" if day == given else "caption"
    if given is not None:
        return given, "published"
    return max((day for _, _, meaning in found if (day := full_day(meaning)) is not None), default=None), "caption"


def _is_stamp(words: Words, first: int) -> bool:
    """A full date that opens the text, or that is said with its weekday in the headlines: "AFP Wednesday 22 Jun 2016"."""
    if not _is_in_head(words, first):
        return False
    before = words.tokens[:first]
    opens = all(token.text.lower() in _WORDS["stamps"] or not token.text.isalpha() or token.text.isupper() for token in before)
    return opens or words[first] in _WEEKDAYS or words[first - 1] in _WORDS["stamped"]


def _is_in_head(words: Words, first: int) -> bool:
    """In the headlines, and not "on" that day."""
    return first <= _STAMP_WORDS and words[first - 1] not in _WORDS["on"]


def _period(meaning: Meaning, anchor: Anchor) -> Period | None:
    """The days meant, or None where the calendar ends before them: "last week" in a report dated to the year 1."""
    try:
        return meaning.period(anchor)
    except (ValueError, OverflowError):
        return None


def _resolve(words: Words, found: list[tuple[int, int, Meaning]], published: date | None, basis: Basis) -> list[Expression]:
    out = []
    anchor = Anchor(published)
    dated_at = 0
    is_history = not any(isinstance(meaning, Weekday | Deictic) for _, _, meaning in found)
    for first, last, meaning in found:
        if not is_history and first - dated_at > _ASIDE_WORDS:
            anchor = replace(anchor, dated=None)  # a report comes back from what it told of older times
        period = _period(meaning, replace(anchor, is_ahead=_is_ahead(words, first)))
        stated: Basis = meaning.basis if meaning.basis != "published" else basis
        out.append(Expression(first, last, meaning, period, stated))
        if period is not None and not isinstance(meaning, Lasting):
            is_dated = meaning.basis == "stated"
            dated_at = first if is_dated else dated_at
            anchor = replace(anchor, told=period, dated=period if is_dated else anchor.dated)
    return out


def _is_ahead(words: Words, at: int) -> bool:
    """True if a word shortly before looks ahead ("will meet on Friday")."""
    low = max(at - _AHEAD_WORDS, 0)
    before = words.lower[low:at]
    return any(word in _WORDS["future"] for word in before) and "." not in before
