"""From a report's figures to the killed and injured of its main incident, as the Gun Violence Archive counts them: a small linear head over the
figures that the product finds and over the words of title and lead. ``training/incidents.py`` trains its weights."""

import gzip
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hearsay import pipeline
from hearsay.pipeline import Account
from hearsay.records import Claim, Document, Figure

WEIGHTS = Path(__file__).with_suffix(".json")
MEASURES = {"killed": "killed", "injured": "wounded"}  # the archive's word, ours
MOST, LEAD = 60, 900  # people; characters
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


def answers(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    """One report a line: the killed and injured of its main incident; both None if it tells of no harm at all."""
    weights = _weights()
    for made in pipeline.read(documents):
        if isinstance(made, Account):
            told = {name: told_of(made.document, made.claims, name) for name in MEASURES}
            killed = chosen(told, "killed", 0, weights["killed"])
            injured = chosen(told, "injured", killed, weights["injured"])
            is_silent = not any(t.numbers or t.singles or t.words[2] for t in told.values())
            yield {"doc_id": made.document.report_id, "killed": None if is_silent else killed, "injured": None if is_silent else injured}


def score(gold: Path, answered: Path) -> str:
    """The share of reports whose numbers are those of the archive for the incident; None is no number."""
    given = {row["doc_id"]: row for row in map(json.loads, answered.read_text(encoding="utf-8").splitlines())}
    right, total = Counter[str](), 0
    with gzip.open(gold, "rt", encoding="utf-8") if gold.suffix == ".gz" else gold.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["doc_id"] in given:
                total += 1
                right.update(name for name in MEASURES if given[row["doc_id"]][name] == row["incident"][name])
    return "   ".join(f"{name} right {right[name] / max(1, total):.3f}" for name in MEASURES) + f"   ({total} reports)"


def told_of(document: Document, claims: Sequence[Claim], name: str) -> Told:
    title = document.title or ""
    lead = f"{title}. {document.text}"[:LEAD]
    figures = [f for claim in claims if claim.stance not in ("declines", "denies") for f in claim.figures if f.measure == MEASURES[name]]
    numbers = [f.best if f.best is not None else f.low for f in figures if f.low is not None and f.low >= 2]
    singles = [f for f in figures if f.low == f.high == 1]
    return Told(
        numbers,
        len(singles),
        frozenset(_surname(f) for f in singles) - {""},
        _numbers(_NEAR[name], title),
        _numbers(_NEAR[name], lead),
        (len(_TELL[name].findall(title)), len(_TELL[name].findall(lead)), len(_TELL[name].findall(f"{title}. {document.text}"))),
    )


def _surname(figure: Figure) -> str:
    return next((party.name.split()[-1].lower() for party in figure.victims if party.kind == "person" and party.name.split()), "")


def _numbers(pattern: re.Pattern[str], text: str) -> list[int]:
    found = [match[1].lower() for match in pattern.finditer(text)]
    return [int(word) if word.isdigit() else _WORDS.index(word) for word in found]


def chosen(told: dict[str, Told], name: str, killed: int, weights: Sequence[float]) -> int:
    """The likeliest number; of ``injured`` given the ``killed``."""
    options = candidates(told[name], killed if name == "injured" else 0)
    return max(options, key=lambda number: sum(w * x for w, x in zip(weights, features(told, name, number, killed), strict=True)))


def candidates(told: Told, killed: int) -> list[int]:
    """The numbers that may be it: those told, and, where the killed are known, what those told leave without them."""
    given = {0, 1, 2, len(told.names), *told.numbers, *told.title, *told.lead}
    return sorted(n for n in given | {n - killed for n in given if n >= killed} if n <= MOST)


def features(told: dict[str, Told], name: str, number: int, killed: int) -> list[float]:
    """What speaks for a number; as many for every number of one name."""
    own, other = told[name], told["injured" if name == "killed" else "killed"]
    times = Counter(own.numbers)
    most = max(times, key=lambda n: (times[n], -list(own.numbers).index(n)), default=-1)
    title, lead, whole = own.words
    none, one = number == 0, number == 1
    out = [
        none, one, number >= 2, number >= 5,
        none and not own.numbers and not own.singles, none and title > 0, none and lead > 0, none and lead > 1, none and whole > 2,
        one and title > 0, one and lead > 0, one and lead > 1, one and own.singles > 0, one and len(own.names) == 1,
        number == len(own.names) and number >= 2, number == most, number in own.numbers[:1], math.log1p(times[number]),
        number in own.title, number in own.lead, number in own.lead[:1],
        one and bool(own.numbers), one and bool(own.title) and number not in own.title,
        none and own.singles > 0, none and own.singles > 2, none and bool(own.names), none and other.words[0] > 0, none and other.words[1] > 2,
        one and other.words[0] > 0 and title == 0,
        number > len(own.names) and number >= 2 and number not in (*own.numbers, *own.title),
        min(abs(number - len(own.names)), 5),
    ]  # fmt: skip
    if name == "injured":
        whole_number, has_killed = number + killed, killed > 0
        out += [
            none and killed == 1, none and killed >= 2, one and killed == 1, one and not has_killed, none and not has_killed,
            has_killed and whole_number in own.numbers, has_killed and whole_number in own.title, has_killed and whole_number in own.lead,
            has_killed and number in own.numbers, has_killed and number in own.title, has_killed and number == killed,
            not has_killed and one and own.singles > 0, has_killed and one and own.singles > 0,
        ]  # fmt: skip
    return [float(value) for value in out]


@cache
def _weights() -> dict[str, list[float]]:
    found: dict[str, list[float]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return found
