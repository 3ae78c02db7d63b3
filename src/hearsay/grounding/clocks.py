"""The grammar of the day's hours: "9 p.m. on Friday", "at 14:30 GMT", "noon Saturday", "the night of May 13", "4 in the morning"."""

from collections.abc import Callable
from datetime import time, timedelta, timezone

from hearsay import lexicons
from hearsay.grounding.compounds import Timed
from hearsay.grounding.lengths import Undated
from hearsay.grounding.meanings import Meaning
from hearsay.grounding.words import Parse, Words

Single = Callable[[Words, int], Parse | None]
Clock = tuple[int, int | None]

_TIME = lexicons.load("time")
_PARTS: dict[str, str] = _TIME["parts"]
_HALVES: dict[str, int] = _TIME["half_days"]
_ZONES: dict[str, float] = _TIME["zones"]
_HOURS = frozenset(_TIME["words"]["hours"])
_BEFORE_CLOCK = frozenset(_TIME["words"]["before_clock"])
_NUMBERS: dict[str, list[int]] = _TIME["numbers"]


def clock(words: Words, at: int, single: Single) -> Parse | None:
    """A time of the clock, with its zone and its day where they are said."""
    found = _clock(words, at)
    if found is None:
        return None
    end, hours = found
    end, zone = _zone(words, end)
    day = _day(words, end, single)
    return (day[0], Timed(day[1], clock=hours, zone=zone)) if day else (end, Timed(None, clock=hours, zone=zone))


def _clock(words: Words, at: int) -> tuple[int, Clock] | None:
    hours = _digits(words[at])
    if hours is None:
        return None
    end = at + 1
    half = _HALVES.get(words[end])
    if half is not None and 1 <= hours[0] <= 12:
        return end + 1, (hours[0] % 12 + half, hours[1])
    if words[end] in ("o'clock", "o’clock") or (
        words[end] == "in" and words[end + 1] == "the" and words[end + 2] in ("morning", "afternoon", "evening")
    ):
        return _told_part(words, end + (words[end] != "in"), hours)
    is_told = words[end] in _HOURS or words[end] in _ZONES or (words[end] == "local" and words[end + 1] == "time")
    if ":" in words[at] and (is_told or words[at - 1] in _BEFORE_CLOCK):
        return end + (words[end] in _HOURS), hours
    if is_told and len(words[at]) == 4 and words[at].isdigit():
        return end + (words[end] in _HOURS), (int(words[at][:2]), int(words[at][2:]))
    return None


def _digits(word: str) -> Clock | None:
    """9; 9:30; 21.30; 0930; nine."""
    hour, mark, minute = word.partition(":" if ":" in word else ".")
    if not mark and len(word) == 4 and word.isdigit():
        hour, minute = word[:2], word[2:]
    if not (hour + minute).isascii() or not hour.isdigit() or not (minute.isdigit() or not minute) or len(hour) > 2 or len(minute) not in (0, 2):
        return None
    return (int(hour), int(minute) if minute else None) if int(hour) < 24 and int(minute or 0) < 60 else None


def _told_part(words: Words, at: int, hours: Clock) -> tuple[int, Clock]:
    """The "in the morning" behind an hour."""
    if words[at] != "in" or words[at + 1] != "the" or words[at + 2] not in _PARTS:
        return at, hours
    late = 12 if words[at + 2] in ("afternoon", "evening") and hours[0] < 12 else 0
    return at + 3, (hours[0] + late, hours[1])


def _zone(words: Words, at: int) -> tuple[int, str | None]:
    if words[at] == "local" and words[at + 1] == "time":
        return at + 2, "local"
    if words[at] in _ZONES and words.tokens[at].text.isupper():
        return at + 1, words[at]
    return at, None


def _day(words: Words, at: int, single: Single) -> Parse | None:
    """The day behind a time: "Friday", ", Nov. 9", "on 3 March", "yesterday"."""
    for skip in ("", "on", ",", "of"):
        if skip and words[at] != skip:
            continue
        found = single(words, at + bool(skip)) if words[at + bool(skip)] not in ("a", "an") else None
        if found is not None and not isinstance(found[1], Undated | Timed) and found[1].unit == "day":
            return found
    return None


def part(words: Words, at: int, single: Single) -> Parse | None:
    """noon Saturday; dawn on 3 June; night of 13 May."""
    name = _PARTS[words[at]]
    day = _day(words, at + 1, single)
    if day is not None:
        return day[0], Timed(day[1], name)
    if words[at] in ("midnight", "noon", "midday") and words[at + 1] not in ("prayers", "prayer"):
        return at + 1, Timed(None, name)
    return None


def hour_of(meaning: Meaning) -> time | None:
    """The hour that the words say, with its zone if they say that."""
    if not isinstance(meaning, Timed) or meaning.clock is None:
        return None
    hour, minute = meaning.clock
    away = _ZONES.get(meaning.zone or "")
    return time(hour, minute or 0, tzinfo=None if away is None else timezone(timedelta(hours=away)))


def with_part(words: Words, at: int, meaning: Meaning) -> Parse:
    """Takes "evening", "at dawn" and "at 9 a.m." with the day before it; the day stays what it is."""
    if words[at] in _PARTS:
        return at + 1 + (words[at] == "friday" and words[at + 1] == "prayers"), Timed(meaning, _PARTS[words[at]])
    if words[at] in ("at", "around") and words[at + 1] in _PARTS:
        return at + 2, Timed(meaning, _PARTS[words[at + 1]])
    found = _clock(words, at + 1) if words[at] in ("at", "around") else None
    if found is None:
        return at, meaning
    end, zone = _zone(words, found[0])
    return end, Timed(meaning, clock=found[1], zone=zone)
