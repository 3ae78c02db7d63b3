"""The words of a report as the network is given them: a headline's as in running text, and short names that look like common words as other names.

The network is of letters first and of capitals after. What comes out of it is told of the words as they stand in the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise

from hearsay import lexicons

_NAMING = lexicons.load("naming")
_STANDINS: dict[str, str] = _NAMING["standins"]
_SURNAMES: dict[str, str] = _NAMING["surnames"]
_HYPHENED: dict[str, str] = _NAMING["hyphened"]
_SMALL = frozenset(_NAMING["headline"]["small"])
_COMMON = _SMALL | frozenset(_NAMING["headline"]["common"])
LEAST = 4  # capitalised words that make a sentence without lower-case words a headline
ENOUGH = 30  # words in small letters that show that a report is not all in capitals, and a sentence in capitals is a headline
ACRONYM = 4  # letters: a longer word in capitals, in such a headline, is read as a name with one capital unless the report has it in capitals


@dataclass(frozen=True, slots=True)
class Seen:
    """Which words a report's running text has in small letters, which with a capital though they open no sentence (here in small letters), and
    which in capitals."""

    small: frozenset[str]
    capital: frozenset[str]
    capitals: frozenset[str] = frozenset()


def seen_in(windows: Iterable[tuple[Sequence[str], Sequence[int]]]) -> Seen:
    """What the windows of one report, each its words and their sentence numbers, show of its words."""
    small: set[str] = set()
    capital: set[str] = set()
    capitals: set[str] = set()
    for words, numbers in windows:
        for sentence in _sentences(words, numbers):
            if not _is_headline(sentence) and not is_capitals(sentence):
                small.update(word for word in sentence if word.islower())
                capital.update(word.lower() for word in sentence[1:] if word[0].isupper())
                capitals.update(word for word in sentence if word.isupper())
    return Seen(frozenset(small), frozenset(capital), frozenset(capitals))


def whole(word: str) -> str:
    """A word with a hyphen as the network knows it, "ceasefire" for "cease-fires"; capitals stay. Any other word as it is."""
    known = _HYPHENED.get(word.lower().removesuffix("s")) if "-" in word else None
    return word if known is None else known.upper() if word.isupper() else known


def plain(words: Sequence[str], sentences: Sequence[int], seen: Seen) -> list[str]:
    """The words to give to the network for those of one window, one for one."""
    out: list[str] = []
    for sentence in _sentences([whole(word) for word in words], sentences):
        in_capitals = is_capitals(sentence)
        if in_capitals and len(seen.small) < ENOUGH:
            out.extend(sentence)
        elif in_capitals or _is_headline(sentence):
            out.extend(_STANDINS.get(word) or _in_running_text(word, seen) for word in sentence)
        else:
            out.extend(_given(word, before) for before, word in pairwise(["", *sentence]))
    return out


def _given(word: str, before: str) -> str:
    """The word of running text; "Mohammed Said" has a name that is a word but for its one capital."""
    is_surname = word in _SURNAMES and before[:1].isupper()
    return _SURNAMES[word] if is_surname else _STANDINS.get(word, word)


def _sentences(words: Sequence[str], numbers: Sequence[int]) -> Iterator[list[str]]:
    for _, group in groupby(zip(words, numbers, strict=True), key=lambda pair: pair[1]):
        yield [word for word, _ in group]


def is_capitals(sentence: Sequence[str]) -> bool:
    """Whether at least half of the words of a sentence are in capitals."""
    letters = [word for word in sentence if word.isalpha()]
    return 2 * sum(map(str.isupper, letters)) >= len(letters)


def _is_headline(sentence: Sequence[str]) -> bool:
    """ "Army Units Take Town on Border": nothing but small words is in small letters."""
    return all(word in _SMALL for word in sentence if word.islower()) and sum(word.istitle() for word in sentence) >= LEAST


def _in_running_text(word: str, seen: Seen) -> str:
    low = word.lower()
    if not (word.istitle() or word.isupper()) or word in seen.capitals:
        return word
    if low not in seen.capital and (low in seen.small or low in _COMMON or low in _telling()):
        return low
    return word.capitalize() if len(word) > ACRONYM or low in seen.capital else word


@cache
def _telling() -> frozenset[str]:
    """The verbs and nouns by which happenings are told, with their endings."""
    tables = [lexicons.load(name)["row"] for name in lexicons.load("happening")["tables"]]
    words = {word for rows in tables for row in rows for key in ("verbs", "nouns") for word in row.get(key, ()) if word.islower() and " " not in word}
    return frozenset(f"{word}{ending}" for word in words for ending in ("", "s", "d", "ed"))
