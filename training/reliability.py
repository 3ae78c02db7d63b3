"""Measures how often the claims that each rule makes are right, for the claims' certainty:

    python -m training.reliability --texts train.jsonl --gold train.jsonl --scorers DIR --out src/hearsay/lexicons/en/reliability.toml
    python -m training.reliability ... --check dev.jsonl dev-gold.jsonl

A logistic regression over the signs of a claim (claims/certainty.py), fitted on reports read by hand. A happening counts as right if its type and
first speaker are, once for each in the gold; a mere count if its bounds, victims and first speaker are. With --check it prints how well calibrated it
is elsewhere.
"""

import argparse
import importlib.util
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from bench import quality
from hearsay import reading, weights
from hearsay.claims.certainty import signs_of
from hearsay.claims.finder import candidates
from hearsay.records.public import to_json

Row = dict[str, Any]
Judged = tuple[Sequence[str], bool]  # the signs of a claim, and whether it is right
PENALTY, ROUNDS, RATE = 16.0, 3000, 0.5  # ridge on the weights, in units of one claim; steps and size of the descent
RARE = 4  # a feature seen less often says nothing
BINS = 10


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=Path, required=True)
    options.add_argument("--gold", type=Path, required=True)
    options.add_argument("--scorers", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--check", type=Path, nargs=2)
    given = options.parse_args()
    scorer = load_scorer(given.scorers / "claims.py")
    weights = fit(list(judged(given.texts, given.gold, scorer)))
    given.out.write_text(table(weights), encoding="utf-8")
    if given.check:
        texts, gold = given.check
        print(calibration(list(judged(texts, gold, scorer)), weights))


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module, for its notion of the same name."""
    spec = importlib.util.spec_from_file_location("claims_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no scorer there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(texts: Path, gold: Path, scorer: ModuleType) -> Iterator[Judged]:
    """Each claim that the rules make, and whether the gold bears it out."""
    golds = {row["report"]: row for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines())}
    for document in quality.documents_of(texts):
        (made,) = reading.read([document], weights.load())
        found = candidates(made)
        records = [to_json(claim) for claim in found]
        right = _right_happenings(records, golds[document.report_id], scorer)
        for number, (record, signs) in enumerate(zip(records, signs_of(found), strict=True)):
            is_toll = record["event"]["type"] == "toll"
            yield signs, _is_right_toll(record, golds[document.report_id], scorer) if is_toll else number in right


def _is_right_toll(record: Row, gold: Row, scorer: ModuleType) -> bool:
    told = [g for g in gold["figures"] if scorer.same(g["speaker_names"], record["chain"][0])]
    return any(_is_same(g, figure, scorer) for g in told for figure in record["figures"])


def _right_happenings(records: Sequence[Row], gold: Row, scorer: ModuleType) -> set[int]:
    """The numbers of the records that are right, each for another happening of the gold, those that overlap most first."""
    pairs = [
        (scorer.overlap(g, record["evidence"]), -i, -j)
        for i, g in enumerate(gold["claims"])
        for j, record in enumerate(records)
        if scorer.overlap(g, record["evidence"]) and record["event"]["type"] in g["types"] and scorer.same(g["speaker_names"], record["chain"][0])
    ]
    taken, right = set[int](), set[int]()
    for _, i, j in sorted(pairs, reverse=True):
        if -i not in taken and -j not in right:
            taken.add(-i)
            right.add(-j)
    return right


def _is_same(gold: Row, figure: Row, scorer: ModuleType) -> bool:
    bounds = [(f["measure"], f["low"], f["high"]) for f in (gold, figure)]
    return bounds[0] == bounds[1] and scorer.overlap(gold, figure) and scorer.same(gold["victims_names"], figure["victims"])


def fit(pairs: Sequence[Judged]) -> dict[str, float]:
    """Weights of the features, and "bias"."""
    counts: dict[str, int] = defaultdict(int)
    for signs, _ in pairs:
        for name in signs:
            counts[name] += 1
    names = sorted(name for name, n in counts.items() if n >= RARE)
    at = {name: k for k, name in enumerate(names)}
    matrix = np.zeros((len(pairs), len(names) + 1))
    matrix[:, -1] = 1
    for row, (signs, _) in enumerate(pairs):
        matrix[row, [at[name] for name in signs if name in at]] = 1
    wanted = np.array([float(right) for _, right in pairs])
    weights = np.zeros(len(names) + 1)
    ridge = np.full(len(weights), PENALTY)
    ridge[-1] = 0
    for _ in range(ROUNDS):
        slope = matrix.T @ (1 / (1 + np.exp(-matrix @ weights)) - wanted) + ridge * weights
        weights -= RATE * slope / len(pairs)
    return {name: round(float(weight), 3) for name, weight in zip([*names, "bias"], weights, strict=True)}


def table(weights: dict[str, float]) -> str:
    """The lexicon table."""
    head = "# How far the rules can be trusted: log-odds that a claim is right, measured on reports read by hand.\n"
    head += "# training/reliability.py writes this file.\n"
    return head + "[weights]\n" + "".join(f'"{name}" = {weight}\n' for name, weight in weights.items())


def calibration(pairs: Sequence[Judged], weights: dict[str, float]) -> str:
    """The reliability table and the expected calibration error on other reports."""
    given = np.array([1 / (1 + np.exp(-sum(weights.get(n, 0.0) for n in ("bias", *signs)))) for signs, _ in pairs])
    right = np.array([float(good) for _, good in pairs])
    lines, error = ["certainty  claims  right"], 0.0
    for low in np.arange(BINS) / BINS:
        inside = (given >= low) & (given < low + 1 / BINS)
        if inside.any():
            lines.append(f"{low:.1f}-{low + 1 / BINS:.1f}    {inside.sum():6d}  {right[inside].mean():.3f}")
            error += inside.sum() * abs(right[inside].mean() - given[inside].mean())
    return "\n".join([*lines, f"expected calibration error {error / len(pairs):.3f} over {len(pairs)} claims"])


if __name__ == "__main__":
    main()
