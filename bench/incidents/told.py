"""What a report tells of the people killed, and of those injured: the figures that the product finds, and numbers and words near them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.records import Claim, Document, Figure

MEASURES = {"killed": "killed", "injured": "wounded"}  # the archive's word, ours
LEAD = 900  # characters
_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = rf"\b(\d{{1,2}}|{'|'.join(_WORDS)})\s+(?:\w+\s+){{0,3}}?"
_NEAR = {
    "killed": re.compile(rf"{_NUMBER}(?:killed|dead|died|slain|fatally)\b", re.IGNORECASE),
    "injured": re.compile(rf"{_NUMBER}(?:wounded|injured|hurt|shot|hospitalized)\b", re.IGNORECASE),
}
_TELL = {
    "killed": re.compile(
        r"\b(?:kill(?:ed|s|ing|ings)?|fatal(?:ly)?|dead|deadly|die[ds]|deaths?|murder(?:ed|s)?|homicides?|slain|slay(?:s|ing)?|manslaughter)\b",
        re.IGNORECASE,
    ),
    "injured": re.compile(r"\b(?:wound(?:ed|s|ing)?|injur(?:ed|es|ing|ies|y)|hurt|shot|hospital(?:ized)?|surviv\w+|condition)\b", re.IGNORECASE),
}


@dataclass(frozen=True)
class Told:
    """What a report tells of one measure: numbers of two and more, single persons and their surnames, numbers in title and lead, and how often title,
    lead and the whole speak of such harm."""

    numbers: Sequence[int]
    singles: int
    names: frozenset[str]
    title: Sequence[int]
    lead: Sequence[int]
    words: tuple[int, int, int]


def told_of(document: Document, claims: Sequence[Claim], name: str) -> Told:
    title = document.title or ""
    lead = f"{title}. {document.text}"[:LEAD]
    figures = figures_of(claims, MEASURES[name])
    numbers = [f.best if f.best is not None else f.low for f in figures if f.low is not None and f.low >= 2]
    singles = [f for f in figures if f.low == f.high == 1]
    return Told(
        numbers,
        len(singles),
        frozenset(surname_of(f) for f in singles) - {""},
        _numbers(_NEAR[name], title),
        _numbers(_NEAR[name], lead),
        (len(_TELL[name].findall(title)), len(_TELL[name].findall(lead)), len(_TELL[name].findall(f"{title}. {document.text}"))),
    )


def figures_of(claims: Sequence[Claim], measure: str) -> list[Figure]:
    """The figures of one of our measures that somebody puts forward and that have a number."""
    told = (claim for claim in claims if claim.stance not in ("declines", "denies"))
    return [figure for claim in told for figure in claim.figures if figure.measure == measure and figure.low is not None]


def surname_of(figure: Figure) -> str:
    """Of whom a figure names, in lower case; empty if it names nobody."""
    return next((party.name.split()[-1].lower() for party in figure.victims if party.kind == "person" and party.name.split()), "")


def _numbers(pattern: re.Pattern[str], text: str) -> list[int]:
    found = [match[1].lower() for match in pattern.finditer(text)]
    return [int(word) if word.isdigit() else _WORDS.index(word) for word in found]
