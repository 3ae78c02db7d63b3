"""Trains what bench/incidents weighs with: ``python -m training.incidents --corpora DIR [--check]``. With ``--check`` nothing is written: each of the
parts that the archive's training part is cut into is answered by what was learnt on the others.

The reports of an incident lie in one part, and a part is as large as the dev part: how rare a name is, and so how alike two reports are, depends on
how many reports there are. What the trees see of a part comes from a head and from links that were learnt without it; as is usual where one learner
builds on another, those of the other parts have seen its numbers."""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import torch

from bench import quality
from bench.incidents import choice, head, links, trees
from bench.incidents.answering import Each, Seen, others_of
from bench.incidents.answering import read as see
from bench.incidents.choice import NAMES, View
from bench.incidents.head import Weights
from bench.incidents.links import Pairs
from bench.incidents.trees import Trees
from hearsay.records import Document
from training.corpora import rows_of
from training.incident_head import Numbers, fit
from training.incident_trees import NUMBERS, PAIRS, grow

PARTS = 7


@dataclass(frozen=True)
class Report:
    seen: Seen
    incident_id: str
    numbers: Numbers


@dataclass(frozen=True)
class Part:
    reports: Sequence[Report]
    pairs: Pairs


@dataclass(frozen=True)
class Case:
    """A report beside the others that are linked to it."""

    view: View
    others: Sequence[View]
    numbers: Numbers


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    reports = list(read(given.corpora))
    parts = [_part([report for report in reports if crc32(report.incident_id.encode()) % PARTS == number]) for number in range(PARTS)]
    cases = [_cases(parts[held], _head(_without(parts, held)), _links(_without(parts, held))) for held in range(PARTS)]
    if given.check:
        for held in range(PARTS):
            grown = [Trees(_trees(_without(cases, held), measure)) for measure in range(len(NAMES))]
            print(held, right(cases[held], grown), flush=True)
        return
    head.WEIGHTS.write_text(_head(parts).to_json(), encoding="utf-8")
    trees.path_of("links").write_bytes(_links(parts))
    for measure, name in enumerate(NAMES):
        trees.path_of(name).write_bytes(_trees(cases, measure))


def read(root: Path) -> Iterator[Report]:
    """The reports of the training part and the archive's numbers; of reports with one text the first, and none whose text is in the dev part too."""
    known = list(rows_of(root / "events/gva.jsonl.gz"))
    held = {row["text"] for row in known if row["split"] == "dev"}
    first = {row["text"]: row for row in reversed(known) if row["split"] == "train" and row["text"] not in held}
    rows = {row["doc_id"]: row for row in first.values()}
    for seen in see(Document(name, row["text"], title=row["title"], published=quality.day_of(row["dct"])) for name, row in rows.items()):
        row = rows[seen.document.report_id]
        yield Report(seen, str(row["incident_id"]), (int(row["incident"]["killed"]), int(row["incident"]["injured"])))


def right(cases: Sequence[Case], grown: Sequence[Trees]) -> dict[str, float]:
    """The shares of the reports whose killed and whose injured are right."""
    found = [choice.chosen(case.view, case.others, grown) for case in cases]
    shares = {name: np.mean([answer[n] == case.numbers[n] for answer, case in zip(found, cases, strict=True)]) for n, name in enumerate(NAMES)}
    return {name: round(float(share), 3) for name, share in shares.items()} | {"reports": len(cases)}


def _part(reports: Sequence[Report]) -> Part:
    return Part(reports, links.pairs_of([report.seen.document for report in reports]))


def _without(items: Sequence[Each], held: int) -> list[Each]:
    return [item for number, item in enumerate(items) if number != held]


def _head(parts: Sequence[Part]) -> Weights:
    reports = [report for part in parts for report in part.reports]
    fitted = fit([report.seen.sight for report in reports], [report.numbers for report in reports])
    return Weights.from_json(fitted.to_json())  # as exact as it is kept


def _links(parts: Sequence[Part]) -> bytes:
    same = [
        part.reports[a].incident_id == part.reports[b].incident_id for part in parts for a, b in zip(part.pairs.left, part.pairs.right, strict=True)
    ]
    return grow(np.concatenate([part.pairs.rows for part in parts]), np.array(same), PAIRS)


def _cases(part: Part, weights: Weights, linking: bytes) -> list[Case]:
    seen = [report.seen for report in part.reports]
    views = [View(one.sight, one.tallies, head.chances(one.sight, weights)) for one in seen]
    group = links.grouped(len(views), part.pairs, Trees(linking).chances(part.pairs.rows))
    told = zip(views, others_of(views, group), part.reports, strict=True)
    return [Case(view, others, report.numbers) for view, others, report in told]


def _trees(parts: Sequence[Sequence[Case]], measure: int) -> bytes:
    cases = [case for part in parts for case in part]
    rows = np.concatenate([choice.rows_of(case.view, case.others, measure) for case in cases])
    is_true = [number == case.numbers[measure] for case in cases for number in choice.candidates(case.view, case.others, measure)]
    return grow(rows, np.array(is_true), NUMBERS)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
