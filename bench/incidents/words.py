"""The words of a report as the head of bench/incidents looks at them: lower case, numbers as numbers, and ages, times and years kept apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay import lexicons

MOST = 60  # people
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
)
_NUMBERS = {word: number for number, word in enumerate(_SMALL)}
_NAMED = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6, "couple": 2, "pair": 2, "both": 2, "trio": 3}
_TOKEN = re.compile(
    r"(?P<age>\b\d{1,2}[- ](?:year|month)s?[- ]olds?\b|(?<=, )\d{2}(?=[,.;)])|(?<=\()\d{2}(?=\)))"
    r"|(?P<time>\d{1,2}:\d\d|\b\d{1,2}\s*(?=[ap]\.?m\b))"
    r"|(?P<large>\$?\d[\d,.]*\d{2,}|\d+(?:st|nd|rd|th)\b)"
    r"|(?P<number>\d{1,2}\b)|(?P<word>[a-z]+(?:['’][a-z]+)?)|(?P<stop>[.!?;]+)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[a-z)\"”][.!?])\s*(?=[A-Z\"“])|\n+")
_AGED = re.compile(r"\b(\d{1,2})[- ]year[- ]old|[A-Z][a-z]+, (\d{1,2})\b|\bage[ds]? (\d{1,2})\b")
_DEAD = re.compile(r"\b(?:kill(?:ed|ing)|fatal(?:ly)?|dead|died?|dies|murder|slain|deceased|death)\b", re.IGNORECASE)
_HURT = re.compile(
    r"\b(?:wound(?:ed|s)?|injur(?:ed|ies|y)|hospital\w*|condition|surviv\w+|recover\w*|treated|shot in|struck|grazed|surgery)\b", re.IGNORECASE
)

_SHOT = re.compile(r"\b(?:shot|shoots|shooting|gunshot|gunfire|hit)\b", re.IGNORECASE)
_PIECE = re.compile(r"[,;:.|]\s|\s(?:while|after|before|when|but|then)\s|\s[-–—]\s|\n")
_NO_VICTIMS = frozenset(("suspect", "gunman", "shooter", "police", "deputy", "spokesman", "chief", "detective", "one", "private", "major"))
_PEOPLE = lexicons.words("people", "nouns") - _NO_VICTIMS


@dataclass(frozen=True, slots=True)
class Word:
    """``form`` is a sign ("@number", "@age", "@time", "@large") where the word is none; ``number`` of how many it may tell, else None."""

    form: str
    number: int | None = None


def words_of(text: str) -> list[Word]:
    """The words and numbers of a text in order, and a point for the end of a sentence.

    >>> [word.form for word in words_of("A guard, 19, and two boys were shot at 8:20.")]
    ['a', 'guard', '@age', 'and', '@number', 'boys', 'were', 'shot', 'at', '@time', '.']
    """
    return [_word(match.lastgroup or "", match[0].lower().replace("’", "'")) for match in _TOKEN.finditer(text)]


def _word(kind: str, form: str) -> Word:
    if kind == "number" or form in _NUMBERS:
        return Word("@number", int(form) if kind == "number" else _NUMBERS[form])
    if form in _NAMED:
        return Word(f"@{form}", _NAMED[form])
    return Word("." if kind == "stop" else form if kind == "word" else f"@{kind}")


def ages_of(text: str) -> int:
    """How many different ages are told."""
    found = (re.match(r"\d+", m["age"]) for m in _TOKEN.finditer(text) if m["age"])
    return len({match[0] for match in found if match})


def persons_of(text: str) -> tuple[int, int]:
    """How many different ages stand in sentences of death, and how many others in sentences of wounds."""
    dead: set[str] = set()
    hurt: set[str] = set()
    for sentence in _SENTENCE.split(text):
        ages = {age for groups in _AGED.findall(sentence) for age in groups if age}
        if _DEAD.search(sentence):
            dead |= ages
        elif _HURT.search(sentence):
            hurt |= ages
    return len(dead), len(hurt - dead)


def people_of(text: str) -> tuple[int, int, int]:
    """How many words for one person stand in pieces of the text (from comma to comma) that tell of death, of wounds or shots, and in all."""
    found: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    for piece in _PIECE.split(text):
        people = {form for form in re.findall(r"[a-z]+", piece.lower()) if form in _PEOPLE}
        found[2].update(people)
        if _DEAD.search(piece):
            found[0].update(people)
        elif _HURT.search(piece) or _SHOT.search(piece):
            found[1].update(people)
    return len(found[0]), len(found[1] - found[0]), len(found[2])


def numbers_in(words: Sequence[Word]) -> set[int]:
    return {word.number for word in words if word.number is not None and word.number <= MOST}
