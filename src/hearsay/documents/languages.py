"""Tells whether a text is one that the English reader can read, and if not, why it thinks so."""

import re
import unicodedata
from collections import Counter
from functools import cache

from hearsay import lexicons
from hearsay.records import Problem

SAMPLE = 4_000  # words looked at
ENOUGH = 40  # words, before the lack of English alone says anything: headlines and wire copy drop the little words
FEW = 0.02  # share of longer English words (three letters and more) below which a text is not English

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def language_fault(text: str, source: str, line: int | None = None) -> Problem | None:
    """A Problem if the text has no words, is not in Latin script, or is in another language than English.

    >>> language_fault("REBELS KILL 12", "headline") is None
    True
    >>> print(language_fault("Los rebeldes dijeron que la ciudad fue tomada por sus fuerzas en la noche", "nota"))
    nota: looks like Spanish (los, que, la, fue). The reader reads English only: translate the report or leave it out.
    """
    words = [word.lower() for word in _WORD.findall(text[: SAMPLE * 10])[:SAMPLE]]
    if not words:
        return Problem("no-words", "has no words. Give the report's text or leave it out.", source, line)
    script = _foreign_script("".join(words))
    if script:
        return _refusal(f"is mostly in {script} letters", source, line)
    language, telling = _foreign_language(words)
    if language:
        return _refusal(f"looks like {language} ({', '.join(telling)})", source, line)
    longer = sum(word in _english() for word in words if len(word) > 2)
    if len(words) >= ENOUGH and longer < FEW * len(words):
        return _refusal("does not look like English (hardly any common English words)", source, line)
    return None


def _refusal(what: str, source: str, line: int | None) -> Problem:
    return Problem("language", f"{what}. The reader reads English only: translate the report or leave it out.", source, line)


def _foreign_script(letters: str) -> str | None:
    """The script that most letters are in, if it is not Latin; the first word of a letter's Unicode name is its script."""
    scripts = Counter(unicodedata.name(letter, "UNKNOWN").split()[0] for letter in letters)
    script, _ = scripts.most_common(1)[0]
    return None if scripts["LATIN"] * 2 >= scripts.total() else script.capitalize()


def _foreign_language(words: list[str]) -> tuple[str | None, list[str]]:
    """The language whose common words stand in the text more often than English ones, and not just one of them, nor once or twice."""
    counts = Counter(words)
    english = sum(counts[word] for word in _english())
    best, language = max((sum(counts[word] for word in common), name) for name, common in _others().items())
    telling = [word for word in counts if word in _others()[language]]
    return (language, telling[:4]) if best > max(2, english) and len(telling) > 1 else (None, [])


@cache
def _english() -> frozenset[str]:
    return frozenset(lexicons.load("common")["english"]["words"].split())


@cache
def _others() -> dict[str, frozenset[str]]:
    return {entry["name"]: frozenset(entry["words"].split()) for entry in lexicons.load("common")["other"]}
