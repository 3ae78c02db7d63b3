"""The grammar of units counted from the report or from what was told: "last week", "past three days", "next Monday", "the previous day"."""

from dataclasses import replace

from hearsay import lexicons
from hearsay.grounding import counts, periods
from hearsay.grounding.compounds import Timed, Within
from hearsay.grounding.dates import is_date, simple
from hearsay.grounding.lengths import Undated
from hearsay.grounding.meanings import Calendar, Deictic, Meaning, Trailing, Weekday, Yearless
from hearsay.grounding.words import Parse, Words

_TIME = lexicons.load("time")
_UNITS: dict[str, str] = _TIME["units"]
_PARTS: dict[str, str] = _TIME["parts"]
_SHIFTS: dict[str, int] = _TIME["shifts"]
_NARRATIVE: dict[str, int] = _TIME["narrative"]
_FEW: list[int] = _TIME["numbers"]["few"]
_SEASONS = frozenset(_TIME["seasons"])


def narrative(words: Words, at: int) -> Parse | None:
    """previous day; that same day; following year; previous April; following Monday: counted from what was last told of."""
    shift = _NARRATIVE[words[at]]
    after = at + 2 if words[at + 1] == "same" else at + 1
    word = words[after]
    if word in _PARTS and word != "night":
        return after + 1, Timed(Calendar("day", shift, "event"), _PARTS[word])
    if word in _TIME["weekdays"] and shift and words[at] != "next":
        return after + 1, Weekday(_TIME["weekdays"][word], shift, "event")
    if word in _TIME["months"] and shift and words[at] != "next" and words.tokens[after].text[:1].isupper():
        return after + 1, Yearless(_TIME["months"][word], shift=shift, basis="event")
    unit = _UNITS.get(word)
    if unit is None or unit in periods.HOURS or word.endswith("s"):
        return None
    return after + 1, Calendar(unit, shift, "event")


def shifted(words: Words, at: int) -> Parse | None:
    """last week; this month; next Monday; last December; last October 23; past three days; last 24 hours; last night; this morning."""
    shift, after = _SHIFTS[words[at]], at + 1
    after += words[at] == "this" and words[after] in ("past", "coming", "last")
    is_past = words[after - 1] == "past" and words[at] != "this"
    shift = _SHIFTS[words[after - 1]]
    word = words[after]
    if words[at] == "last" and words.tokens[at].upos == "VERB":  # "the food will last five days"
        return None
    if word in _PARTS:
        return after + 1, Timed(Deictic(shift, 0 if shift < 0 else shift), _PARTS[word])
    if word in _TIME["weekdays"] and is_date(words, after) and not is_past:
        return after + 1, Weekday(_TIME["weekdays"][word], shift)
    if word in _TIME["months"] and words.tokens[after].text[:1].isupper() and not is_past:
        told = simple(words, after)
        if told is None or not isinstance(told[1], Yearless):
            return told
        return told[0], replace(told[1], shift=shift)
    if word in _UNITS and not word.endswith("s"):
        return _of_whole(words, after, shift, 1) or (after + 1, _one_unit(words[after - 1], _UNITS[word], shift))
    return _several(words, after, shift) if shift else None


def _one_unit(word: str, unit: str, shift: int) -> Meaning:
    is_trailing = word in ("past", "coming", "recent") and unit not in _SEASONS
    return Trailing(unit, 1, 1, shift) if is_trailing or unit in (*periods.HOURS, "decade", "century") else Calendar(unit, shift)


def _several(words: Words, at: int, shift: int) -> Parse | None:
    """The "three days" of "past three days", and bare "days"."""
    counted = counts.count(words, at)
    if counted is not None and words[counted[0]] in _UNITS:
        end, (low, high) = counted[0], counted[1]
        return _of_whole(words, end, shift, (low + high) // 2) or (end + 1, Trailing(_UNITS[words[end]], low, high, shift))
    if words[at] in _UNITS:
        return at + 1, Trailing(_UNITS[words[at]], _FEW[0], _FEW[1], shift)
    return None


def _of_whole(words: Words, at: int, shift: int, count: int) -> Parse | None:
    """The "12 days of August" of "the last 12 days of August"."""
    unit = _UNITS[words[at]]
    if words[at + 1] != "of" or unit not in ("day", "week") or shift >= 0:
        return None
    whole = simple(words, at + 2) if words[at + 2] in _TIME["months"] else None
    return (whole[0], Within(whole[1], -count * (7 if unit == "week" else 1), -1)) if whole and not isinstance(whole[1], Undated) else None
