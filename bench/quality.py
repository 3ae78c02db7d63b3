"""Runs the product over a file of texts and writes its answers in the scorer's form.

    python bench/quality.py --task TASK --in FILE.jsonl[.gz] --out PREDICTED.jsonl [--gold GOLD.jsonl]

Each line of FILE is one report as a JSON object; only its id, text, outlet and date are looked at. With --gold the scorer's output follows.
"""

import argparse
import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import clusters, deaths, incidents, timex, toponyms, victims
from hearsay import pipeline, reading, weights
from hearsay.records import Document, Problem, Reading
from hearsay.records.public import to_json

Row = dict[str, Any]
SCORERS = Path(__file__).parents[2] / "shared" / "score"
BATCH = 64  # reports


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--task", choices=sorted(TASKS), required=True)
    options.add_argument("--in", dest="texts", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--gold", type=Path)
    options.add_argument("--scorers", type=Path, default=SCORERS, help="the folder of the scorers")
    options.add_argument("--split", help="only the lines of FILE whose split is this")
    options.add_argument("--misses", type=int, default=0, help="claims only: show so many misses of each kind")
    given = options.parse_args()
    answer, scorer = TASKS[given.task]
    with given.out.open("w", encoding="utf-8") as out:
        for row in answer(documents_of(given.texts, given.split)):
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    if given.gold is None:
        return 0
    if callable(scorer):
        print(scorer(given.gold, given.out, given.split))
        return 0
    more = ["--misses", str(given.misses)] if given.misses else []
    return subprocess.call([sys.executable, str(given.scorers / scorer), str(given.gold), str(given.out), *more])


def documents_of(path: Path, split: str | None = None) -> Iterator[Document]:
    """The reports of a JSONL file, or those of one split of it, as documents."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if split is not None and row.get("split") != split:
                continue
            yield Document(
                report_id=row.get("id") or row["doc_id"],
                text=row["text"],
                outlet=row.get("outlet") or "outlet",
                title=row.get("title"),
                published=day_of(row.get("date") or row.get("dct")),
            )


def day_of(words: str | None) -> date | None:
    """The day that an ISO date or time stamp begins with."""
    return date.fromisoformat(words[:10]) if words else None


def claims(documents: Iterable[Document]) -> Iterator[Row]:
    """One claim record a line."""
    for made in pipeline.read(documents):
        if isinstance(made, Problem):
            print(made, file=sys.stderr)
            continue
        for claim in made.claims:
            yield to_json(claim)


def attribution(documents: Iterable[Document], reader: weights.Reader | None = None) -> Iterator[Row]:
    """One document a line with its attributions, by character spans, as the reader's voices head finds them."""
    for group in _batches(documents):
        for made in reading.read(group, reader or weights.load()):
            outermost = [f for f in made.frames if f.rule == "voices" and (f.parent is None or made.frames[f.parent].rule != "voices")]
            frames = [{role: _spans(made, words) for role, words in _roles(frame)} for frame in outermost]
            yield {"doc_id": made.document.report_id, "attributions": frames}


def times(documents: Iterable[Document]) -> Iterator[Row]:
    """One document a line with its expressions of time as TIMEX3 types and values."""
    reader = weights.load()
    for group in _batches(documents):
        for made in reading.read(group, reader):
            yield {"doc_id": made.document.report_id, "timexes": timex.timexes(made)}


def _roles(frame: Any) -> Sequence[tuple[str, tuple[int, ...]]]:
    return (("source", frame.source), ("cue", frame.cue), ("content", frame.content))


def _spans(made: Reading, words: Sequence[int]) -> list[list[int]]:
    """Character spans of runs of neighbouring words."""
    out: list[list[int]] = []
    last = None
    for k in words:
        if last is not None and k == last + 1:
            out[-1][1] = made.tokens[k].end
        else:
            out.append([made.tokens[k].start, made.tokens[k].end])
        last = k
    return out


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    group: list[Document] = []
    for document in documents:
        group.append(document)
        if len(group) == BATCH:
            yield group
            group = []
    if group:
        yield group


Scorer = str | Callable[[Path, Path, str | None], str]  # a file in the folder of the scorers, or one of our own
TASKS: dict[str, tuple[Callable[[Iterable[Document]], Iterator[Row]], Scorer]] = {
    "attribution": (attribution, "attribution.py"),
    "claims": (claims, "claims.py"),
    "deaths": (deaths.answers, deaths.score),
    "gva": (incidents.answers, incidents.score),
    "link": (clusters.answers, clusters.score),
    "muc": (victims.answers, victims.score),
    "time": (times, "time.py"),
    "place": (toponyms.answers, "place.py"),
}

if __name__ == "__main__":
    raise SystemExit(main())
