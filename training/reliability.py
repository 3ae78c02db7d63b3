"""Measures how often the claims that each rule makes are right, for the claims' certainty:

    python -m training.reliability --texts train.jsonl --gold train.jsonl --scorers DIR --out src/hearsay/lexicons/en/reliability.toml
    python -m training.reliability ... --check dev.jsonl dev-gold.jsonl

A logistic regression over the rule, the kind of attribution and the realis of a claim, fitted on reports read by hand. A happening counts as right if
its type and first speaker are, a mere count if its bounds, victims and first speaker are. With --check it prints how well calibrated it is elsewhere.
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
from hearsay.claims.certainty import features
from hearsay.records import Claim
from hearsay.records.public import from_json

Row = dict[str, Any]
Judged = tuple[Claim, bool]
PENALTY, ROUNDS, RATE = 4.0, 4000, 0.5  # ridge on the weights, in units of one claim; steps and size of the descent
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
    """Each claim that the product finds, and whether the gold bears it out."""
    golds = {row["report"]: row for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines())}
    found: dict[str, list[Row]] = defaultdict(list)
    for record in quality.claims(quality.documents_of(texts)):
        found[record["report"]].append(record)
    for report, records in found.items():
        for record in records:
            yield from_json(record), _is_right(record, golds[report], scorer)


def _is_right(record: Row, gold: Row, scorer: ModuleType) -> bool:
    first = record["chain"][:1]
    if record["event"]["type"] == "toll":
        told = [g for g in gold["figures"] if scorer.same(g["speaker_names"], first)]
        return any(_is_same(g, figure, scorer) for g in told for figure in record["figures"])
    told = [g for g in gold["claims"] if scorer.same(g["speaker_names"], first)]
    return any(scorer.overlap(g, record["evidence"]) and record["event"]["type"] in g["types"] for g in told)


def _is_same(gold: Row, figure: Row, scorer: ModuleType) -> bool:
    bounds = [(f["measure"], f["low"], f["high"]) for f in (gold, figure)]
    return bounds[0] == bounds[1] and scorer.overlap(gold, figure) and scorer.same(gold["victims_names"], figure["victims"])


def fit(pairs: Sequence[Judged]) -> dict[str, float]:
    """Weights of the features, and "bias"."""
    counts: dict[str, int] = defaultdict(int)
    for claim, _ in pairs:
        for name in features(claim):
            counts[name] += 1
    names = sorted(name for name, n in counts.items() if n >= RARE)
    at = {name: k for k, name in enumerate(names)}
    matrix = np.zeros((len(pairs), len(names) + 1))
    matrix[:, -1] = 1
    for row, (claim, _) in enumerate(pairs):
        matrix[row, [at[name] for name in features(claim) if name in at]] = 1
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
    given = np.array([1 / (1 + np.exp(-sum(weights.get(n, 0.0) for n in ("bias", *features(claim))))) for claim, _ in pairs])
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
