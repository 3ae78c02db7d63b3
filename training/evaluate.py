"""Measures the packed reader, int8 as shipped, on development data: ``python -m training.evaluate --corpora DIR [--weights DIR]``."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import quality
from hearsay import weights
from hearsay.reading.decoding import decode
from hearsay.reading.names import spans_of
from hearsay.reading.windows import ROOM
from training.corpora import NAMES_OF_WW, rows_of
from training.nesting import nesting

SCORED = ("person", "organisation", "location", "norp", "date")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--weights", type=Path, default=weights.FOLDER)
    options.add_argument("--scorers", type=Path, required=True, help="the folder of the attribution scorer")
    options.add_argument("--out", type=Path)
    given = options.parse_args()
    reader = weights.load(given.weights)
    manifest = json.loads((given.weights / "manifest.json").read_text(encoding="utf-8"))
    figures: dict[str, Any] = {"sources": manifest["sources"], "steps": manifest["steps"]}
    figures |= syntax(given.corpora, reader) | names(given.corpora, reader) | voices(given.corpora, reader, given.scorers)
    figures |= nesting(given.corpora, reader)
    text = json.dumps(figures, indent=1) + "\n"
    print(text)
    if given.out:
        given.out.write_text(text, encoding="utf-8")


def syntax(root: Path, reader: weights.Reader) -> dict[str, float]:
    """EWT dev, gold tokens and sentences, each sentence by itself: per cent of words with the right tag, head, and head and label (subtypes
    ignored)."""
    right = {"upos": 0, "uas": 0, "las": 0}
    total = 0
    for row in rows_of(root / "language/ewt-dev.jsonl.gz"):
        made = decode([row["form"]], [[0] * len(row["form"])], reader)[0]
        for k, (tag, head, label) in enumerate(zip(row["upos"], row["head"], row["deprel"], strict=True)):
            found = made.head[k] + 1
            relation = reader.relations[made.relation[k]] if found else "root"
            right["upos"] += reader.upos[made.upos[k]] == tag
            right["uas"] += found == head
            right["las"] += found == head and relation.split(":")[0] == label.split(":")[0]
        total += len(row["form"])
    return {f"ewt-dev {name}": round(100 * n / total, 2) for name, n in right.items()}


def names(root: Path, reader: weights.Reader) -> dict[str, float]:
    """ww-dev: F1 of exact names over person, organisation, location, norp and date."""
    hit = given = wanted = 0
    for row in rows_of(root / "language/ww-dev.jsonl.gz"):
        for begin in range(0, len(row["form"]), ROOM):
            words = row["form"][begin : begin + ROOM]
            tags = [t if t == "O" else t[:2] + NAMES_OF_WW[t[2:]] for t in row["ner"][begin : begin + ROOM]]
            gold = {name for name in spans_of(tags) if name[2] in SCORED}
            found = {name for name in decode([words], [[0] * len(words)], reader)[0].names if name[2] in SCORED}
            hit, given, wanted = hit + len(gold & found), given + len(found), wanted + len(gold)
    return {"ww-dev names F1": round(2 * hit / (given + wanted), 4)}


def voices(root: Path, reader: weights.Reader, scorers: Path) -> dict[str, float]:
    """PolNeAR dev, from raw text: F1 of who-said-what relations, and of exact spans."""
    gold = root / "attribution/polnear-dev.jsonl.gz"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for row in quality.attribution(quality.documents_of(gold), reader):
            out.write(json.dumps(row) + "\n")
        out.flush()
        ran = subprocess.run([sys.executable, str(scorers / "attribution.py"), str(gold), out.name], capture_output=True, text=True, check=True)
    rows = [line.split() for line in ran.stdout.splitlines()]
    return {f"polnear-dev {row[0]} F1": float(row[row.index("F1") + 1]) for row in rows}


if __name__ == "__main__":
    main()
