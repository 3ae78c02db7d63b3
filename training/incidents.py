"""Trains the head of bench/incidents.py: ``python -m training.incidents --corpora DIR [--reports N]``; prints what it gets right on the dev part."""

import argparse
import json
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from bench import quality
from bench.incidents import MEASURES, WEIGHTS, Told, candidates, chosen, features, told_of
from hearsay import pipeline
from hearsay.pipeline import Account
from hearsay.records import Document
from training.corpora import rows_of

Report = tuple[dict[str, Told], dict[str, int]]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--reports", type=int, default=5000, help="how many of the training part, at most")
    given = options.parse_args()
    reports = read(given.corpora, "train", given.reports)
    weights = {name: fit(reports, name) for name in MEASURES}
    lines = ",\n".join(f'"{name}": {json.dumps([round(w, 3) for w in found])}' for name, found in weights.items())
    WEIGHTS.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    held = read(given.corpora, "dev", 5000)
    right = dict.fromkeys(MEASURES, 0)
    for told, true in held:
        killed = chosen(told, "killed", 0, weights["killed"])
        right["killed"] += killed == true["killed"]
        right["injured"] += chosen(told, "injured", killed, weights["injured"]) == true["injured"]
    print({name: round(number / len(held), 3) for name, number in right.items()}, len(reports), len(held))


def read(root: Path, split: str, most: int) -> list[Report]:
    """What the product finds in each report, and the archive's numbers."""
    rows = {row["doc_id"]: row for row in islice((r for r in rows_of(root / "events/gva.jsonl.gz") if r["split"] == split), most)}
    documents = (Document(name, row["text"], title=row["title"], published=quality.day_of(row["dct"])) for name, row in rows.items())
    read_ones = [made for made in pipeline.read(documents) if isinstance(made, Account)]
    return [({name: told_of(made.document, made.claims, name) for name in MEASURES}, _truth(rows[made.document.report_id])) for made in read_ones]


def _truth(row: dict[str, Any]) -> dict[str, int]:
    return {name: int(row["incident"][name]) for name in MEASURES}


def fit(reports: Sequence[Report], name: str) -> list[float]:
    """Weights under which the true number is the likeliest candidate."""
    sums: list[tuple[Tensor, int]] = []
    for told, true in reports:
        killed = true["killed"] if name == "injured" else 0
        options = candidates(told[name], killed)
        if true[name] in options:
            sums.append((torch.tensor([features(told, name, number, killed) for number in options]), options.index(true[name])))
    weights = torch.zeros(sums[0][0].shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS([weights], max_iter=150)

    def closure() -> Tensor:
        optimiser.zero_grad()
        loss = sum((-torch.log_softmax(rows @ weights, 0)[at] for rows, at in sums), torch.tensor(0.0)) / len(sums) + 1e-3 * (weights**2).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return [float(w) for w in weights.detach()]


if __name__ == "__main__":
    main()
