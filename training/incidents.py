"""Trains the head of bench/incidents.py: ``python -m training.incidents --corpora DIR [--folds N]``; prints what it gets right on the dev part, or
with ``--folds`` (which writes nothing) on each fold of the training part, all reports of an incident in one fold."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bench import quality
from bench.incident_features import Sight
from bench.incident_head import PAIRS, PLACES, ROLES, SCALES, WEIGHTS, Key, Weights, chosen, keys_of, pair_of, places_of
from bench.incidents import all_told_of, titled
from hearsay import pipeline
from hearsay.pipeline import Account
from hearsay.records import Document
from training.corpora import rows_of

DECAY, ROUNDS = 3e-3, 40


@dataclass(frozen=True)
class Report:
    sight: Sight
    incident_id: str
    killed: int
    injured: int


class Sum(torch.autograd.Function):
    """The product of a sparse matrix and the weights; the matrix comes turned round too, for the way back."""

    @staticmethod
    def forward(ctx, weights, matrix, turned):
        ctx.turned = turned
        return matrix @ weights

    @staticmethod
    def backward(ctx, gradient):
        return ctx.turned @ gradient, None, None


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--folds", type=int, default=0)
    given = options.parse_args()
    reports = read(given.corpora, "train")
    if given.folds:
        _cross(reports, given.folds)
        return
    WEIGHTS.write_text(fit(reports).to_json(), encoding="utf-8")
    print(right(read(given.corpora, "dev"), Weights.from_json(WEIGHTS.read_text(encoding="utf-8"))), len(reports))


def _cross(reports: Sequence[Report], folds: int) -> None:
    fold = [crc32(report.incident_id.encode()) % folds for report in reports]
    for held in range(folds):
        weights = fit([report for report, own in zip(reports, fold, strict=True) if own != held])
        print(held, right([report for report, own in zip(reports, fold, strict=True) if own == held], weights), flush=True)


def read(root: Path, split: str) -> list[Report]:
    """What the head sees of each report, and the archive's numbers; a text that is in the dev part too is not trained on."""
    known = list(rows_of(root / "events/gva.jsonl.gz"))
    held = {row["text"] for row in known if row["split"] == "dev"}
    rows = {row["doc_id"]: row for row in known if row["split"] == split and (split == "dev" or row["text"] not in held)}
    documents = {name: Document(name, row["text"], title=row["title"], published=quality.day_of(row["dct"])) for name, row in rows.items()}
    out = []
    for made in pipeline.read(map(titled, documents.values())):
        if isinstance(made, Account):
            row, document = rows[made.document.report_id], documents[made.document.report_id]
            sight = Sight(document, all_told_of(document, made.claims))
            out.append(Report(sight, str(row["incident_id"]), int(row["incident"]["killed"]), int(row["incident"]["injured"])))
    return out


def right(reports: Sequence[Report], weights: Weights) -> dict[str, float]:
    """The shares of the reports whose killed and whose injured are right."""
    found = [chosen(report.sight, weights) for report in reports]
    killed = sum(answer[0] == report.killed for answer, report in zip(found, reports, strict=True))
    injured = sum(answer[1] == report.injured for answer, report in zip(found, reports, strict=True))
    return {"killed": round(killed / len(reports), 3), "injured": round(injured / len(reports), 3), "reports": len(reports)}


@dataclass
class Sums:
    """All pairs of all reports: the rows of the matrix that each pair sums (nine), its cell among the pairs, its report, and whether its killed and
    its injured are true."""

    rows: Tensor
    cells: Tensor
    report: Tensor
    true: tuple[Tensor, Tensor]
    matrix: Tensor
    turned: Tensor
    count: int


def fit(reports: Sequence[Report]) -> Weights:
    """Weights under which the true numbers are the likeliest, with a penalty on their squares."""
    sums = _sums(reports)
    table, pairs = torch.zeros(PLACES, requires_grad=True), torch.zeros(PAIRS * PAIRS, requires_grad=True)
    optimiser = torch.optim.LBFGS([table, pairs], max_iter=ROUNDS, history_size=10, tolerance_change=1e-7)

    def closure() -> Tensor:
        optimiser.zero_grad()
        scores = Sum.apply(table, sums.matrix, sums.turned)[sums.rows].sum(1) + pairs[sums.cells]
        loss = _loss(sums, scores) + DECAY * ((table**2).sum() + (pairs**2).sum())
        loss.backward()
        return loss

    optimiser.step(closure)
    return Weights(table.detach().double().numpy(), pairs.detach().double().numpy().reshape(PAIRS, PAIRS))


def _loss(sums: Sums, scores: Tensor) -> Tensor:
    """How unlikely the true killed and the true injured are, a report's mean; reports whose true number is no candidate are left out."""
    whole = _log_sums(scores, sums.report, sums.count)
    loss = torch.tensor(0.0)
    for is_true in sums.true:
        among = _log_sums(scores[is_true], sums.report[is_true], sums.count)
        is_candidate = torch.bincount(sums.report[is_true], minlength=sums.count) > 0
        loss = loss + (whole - among)[is_candidate].sum() / sums.count
    return loss


def _log_sums(scores: Tensor, report: Tensor, count: int) -> Tensor:
    most = torch.full((count,), -1e30).scatter_reduce(0, report, scores.detach(), "amax")
    return most + torch.log(torch.zeros(count).index_add(0, report, torch.exp(scores - most[report])) + 1e-30)


def _sums(reports: Sequence[Report]) -> Sums:
    places: list[NDArray[np.int64]] = []
    scales: list[float] = []
    rows: list[list[int]] = []
    pairs: list[tuple[int, int, bool, bool]] = []
    for number, report in enumerate(reports):
        at: dict[Key, int] = {}
        for key, found in places_of(report.sight):
            at[key] = len(places)
            places.append(found)
            scales.append(SCALES[key[1]])
        options = report.sight.numbers()
        for killed, injured in ((k, i) for k in options for i in options):
            told = zip(ROLES, (killed, injured, killed + injured), strict=True)
            rows.append([at[key] for role, n in told for key in keys_of(role, n)])
            cell = pair_of(killed, injured)
            pairs.append((number, cell[0] * PAIRS + cell[1], killed == report.killed, injured == report.injured))
    report_of, cells, killed_true, injured_true = (torch.tensor(column) for column in zip(*pairs, strict=True))
    return Sums(torch.tensor(rows), cells, report_of, (killed_true, injured_true), *_matrices(places, scales), len(reports))


def _matrices(places: list[NDArray[np.int64]], scales: list[float]) -> tuple[Tensor, Tensor]:
    lengths = np.array([len(found) for found in places])
    rows, columns = np.repeat(np.arange(len(places)), lengths), np.concatenate(places)
    values = np.repeat(np.array(scales, dtype=np.float32), lengths)
    return _sparse(rows, columns, values, (len(places), PLACES)), _sparse(columns, rows, values, (PLACES, len(places)))


def _sparse(rows: NDArray[np.int64], columns: NDArray[np.int64], values: NDArray[np.float32], shape: tuple[int, int]) -> Tensor:
    order = np.argsort(rows, kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=shape[0]))]).astype(np.int32)
    numbers = torch.from_numpy(columns[order].astype(np.int32))
    return torch.sparse_csr_tensor(torch.from_numpy(starts), numbers, torch.from_numpy(values[order]), shape)


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
