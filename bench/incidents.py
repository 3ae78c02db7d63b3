"""From a report's figures to the killed and injured of its main incident, as the Gun Violence Archive counts them: a linear head over the figures
that the product finds and over the words of the report (incident_head.py), and by what the reports say that the product links to it.
``training/incidents.py`` trains its weights."""

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log
from pathlib import Path
from statistics import fmean
from typing import Any

from bench import incident_head
from bench.clusters import main_events
from bench.incident_features import Sight, Told
from bench.incident_head import Chances
from hearsay import pipeline
from hearsay.pipeline import Account
from hearsay.records import Claim, Document, Figure

MEASURES = {"killed": "killed", "injured": "wounded"}  # the archive's word, ours
LEAD = 900  # characters
SHARE = 0.8  # what the reports of one event say weighs beside what a report says itself: found on folds of the training part
_FLOOR = 1e-3  # the chance of a number that a report says nothing of
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
_SHOOTING = re.compile(r"\b(?:sho(?:ot|t)\w*|gun(?:fire|shots?|man|men|s)?|bullets?|murder\w*|suicide)\b", re.IGNORECASE)


def answers(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    """One report a line: the killed and injured of its main incident; both None if it tells of no harm and of no shooting."""
    given, weights = {document.report_id: document for document in documents}, incident_head.load()
    accounts = [made for made in pipeline.read(map(titled, given.values())) if isinstance(made, Account)]
    told = {made.document.report_id: all_told_of(given[made.document.report_id], made.claims) for made in accounts}
    chances = {name: incident_head.chances(Sight(given[name], own), weights) for name, own in told.items()}
    mates = _mates(main_events(accounts))
    for name, own in told.items():
        killed, injured = (agreed(chances[name][n], [chances[other][n] for other in mates[name]]) for n in (0, 1))
        tells_of_harm = any(t.numbers or t.singles or t.words[2] for t in own.values())
        is_silent = not tells_of_harm and not _SHOOTING.search(f"{given[name].title or ''}. {given[name].text}")
        yield {"doc_id": name, "killed": None if is_silent else killed, "injured": None if is_silent else injured}


def titled(document: Document) -> Document:
    """The report with its title before the text, to be read with it."""
    return replace(document, text=f"{document.title.rstrip('. ')}.\n\n{document.text}") if document.title else document


def agreed(own: Chances, others: Sequence[Chances]) -> int:
    """The likeliest number by what a report says itself, and what those of the same event say on average."""
    numbers = sorted(own.keys() | {number for other in others for number in other})
    return max(numbers, key=lambda n: _weight(own, n) + (SHARE * fmean(_weight(other, n) for other in others) if others else 0.0))


def _weight(chances: Chances, number: int) -> float:
    return log(chances.get(number, 0.0) + _FLOOR)


def _mates(event_of: Mapping[str, str | None]) -> dict[str, list[str]]:
    """For each report the others of its event."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for name, event in event_of.items():
        members[event or name].append(name)
    return {name: [other for other in members[event or name] if other != name] for name, event in event_of.items()}


def score(gold: Path, answered: Path, split: str | None = None) -> str:
    """The share of reports of the part of the gold whose numbers are those of the archive for the incident; None is no number."""
    given = {row["doc_id"]: row for row in map(json.loads, answered.read_text(encoding="utf-8").splitlines())}
    right, total = Counter[str](), 0
    with gzip.open(gold, "rt", encoding="utf-8") if gold.suffix == ".gz" else gold.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["doc_id"] in given and split in (None, row["split"]):
                total += 1
                right.update(name for name in MEASURES if given[row["doc_id"]][name] == row["incident"][name])
    return "   ".join(f"{name} right {right[name] / max(1, total):.3f}" for name in MEASURES) + f"   ({total} reports)"


def all_told_of(document: Document, claims: Sequence[Claim]) -> dict[str, Told]:
    return {name: told_of(document, claims, name) for name in MEASURES}


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
