"""From a report's figures to the killed and injured of its main incident, as the Gun Violence Archive counts them: a linear head over the figures
that the product finds and over the words of the report (incident_head.py). ``training/incidents.py`` trains its weights."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import incident_head
from bench.incident_features import Sight, Told
from hearsay import pipeline
from hearsay.pipeline import Account
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
_SHOOTING = re.compile(r"\b(?:sho(?:ot|t)\w*|gun(?:fire|shots?|man|men|s)?|bullets?|murder\w*|suicide)\b", re.IGNORECASE)


def answers(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    """One report a line: the killed and injured of its main incident; both None if it tells of no harm and of no shooting."""
    weights = incident_head.load()
    for made in pipeline.read(documents):
        if isinstance(made, Account):
            told = all_told_of(made.document, made.claims)
            killed, injured = incident_head.chosen(Sight(made.document, told), weights)
            tells_of_harm = any(t.numbers or t.singles or t.words[2] for t in told.values())
            is_silent = not tells_of_harm and not _SHOOTING.search(f"{made.document.title or ''}. {made.document.text}")
            yield {"doc_id": made.document.report_id, "killed": None if is_silent else killed, "injured": None if is_silent else injured}


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
