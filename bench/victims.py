"""Which of the victims that the MUC-4 keys list are among the figures found. The keys leave ordinary combat out, so there is no precision."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hearsay import pipeline
from hearsay.pipeline import Account
from hearsay.records import Document

MEASURES = {"DEATH": "killed", "INJURY": "wounded"}
Row = dict[str, Any]
Key = tuple[str, int, tuple[str, ...]]


def answers(documents: Iterable[Document]) -> Iterator[Row]:
    """One report a line with its figures of killed and wounded."""
    for made in pipeline.read(documents):
        if isinstance(made, Account):
            figures = [f for claim in made.claims for f in claim.figures if f.measure in MEASURES.values() and f.low is not None]
            yield {
                "doc_id": made.document.report_id,
                "figures": [{"measure": f.measure, "low": f.low, "high": f.high, "best": f.best} for f in figures],
            }


def score(gold: Path, answered: Path, split: str | None = None) -> str:
    """A key is found if a figure of its measure has its number as low or as best. A figure stands for one key."""
    given = {row["doc_id"]: row["figures"] for row in map(json.loads, answered.read_text(encoding="utf-8").splitlines())}
    found = total = 0
    with gzip.open(gold, "rt", encoding="utf-8") if gold.suffix == ".gz" else gold.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["doc_id"] in given and split in (None, row["split"]):
                keys = keys_of(row)
                total += len(keys)
                found += _found(keys, given[row["doc_id"]])
    return f"victims of the keys among the figures   {found / max(1, total):.3f}   ({found} of {total}, {len(given)} reports)"


def keys_of(row: Row) -> list[Key]:
    """Measure, number and words of each victim dead or injured in a template, once in a report; a mere plural is no number."""
    out: set[Key] = set()
    for template in row["templates"] or ():
        slots = template.get("slots", template)
        numbers, effects = (_by_victim(slots.get(slot) or ()) for slot in ("hum_tgt_number", "hum_tgt_effect_of_incident"))
        for victim, own in numbers.items():
            done = effects.get(victim, [])
            pairs = zip(own, done, strict=True) if len(own) == len(done) else ((n, e) for n in own[:1] for e in done)
            for number, effect in pairs:
                counted = number["number"][0]
                if counted["kind"] != "plural" and counted["lo"] is not None:
                    out.update((MEASURES[value], counted["lo"], victim) for value in effect["values"] if value in MEASURES)
    return sorted(out)


def _by_victim(entries: Iterable[Row]) -> dict[tuple[str, ...], list[Row]]:
    """Two victims may go by the same words, "people" killed and "people" injured: they are told apart by their order."""
    out: dict[tuple[str, ...], list[Row]] = {}
    for entry in entries:
        out.setdefault(tuple(entry["ref"]), []).append(entry)
    return out


def _found(keys: list[Key], figures: list[Row]) -> int:
    left = list(figures)
    for measure, low, _ in keys:
        hit = next((f for f in left if f["measure"] == measure and low in (f["low"], f["best"])), None)
        if hit is not None:
            left.remove(hit)
    return len(figures) - len(left)
