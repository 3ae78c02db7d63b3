"""Fits the head of bench/incidents: weights under which the archive's numbers are the likeliest."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from bench.incidents.head import PAIRS, PLACES, ROLES, SCALES, Key, Weights, keys_of, pair_of, places_of
from bench.incidents.sight import Sight

DECAY, ROUNDS = 3e-3, 40
Numbers = tuple[int, int]  # killed, injured


class Sum(torch.autograd.Function):
    """The product of a sparse matrix and the weights; the matrix comes turned round too, for the way back."""

    @staticmethod
    def forward(ctx, weights, matrix, turned):
        ctx.turned = turned
        return matrix @ weights

    @staticmethod
    def backward(ctx, gradient):
        return ctx.turned @ gradient, None, None


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


def fit(sights: Sequence[Sight], numbers: Sequence[Numbers]) -> Weights:
    """Weights under which the true numbers are the likeliest, with a penalty on their squares."""
    sums = _sums(sights, numbers)
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


def _sums(sights: Sequence[Sight], numbers: Sequence[Numbers]) -> Sums:
    places: list[NDArray[np.int64]] = []
    scales: list[float] = []
    rows: list[list[int]] = []
    pairs: list[tuple[int, int, bool, bool]] = []
    for report, (sight, true) in enumerate(zip(sights, numbers, strict=True)):
        at: dict[Key, int] = {}
        for key, found in places_of(sight):
            at[key] = len(places)
            places.append(found)
            scales.append(SCALES[key[1]])
        options = sight.numbers()
        for killed, injured in ((k, i) for k in options for i in options):
            told = zip(ROLES, (killed, injured, killed + injured), strict=True)
            rows.append([at[key] for role, n in told for key in keys_of(role, n)])
            cell = pair_of(killed, injured)
            pairs.append((report, cell[0] * PAIRS + cell[1], killed == true[0], injured == true[1]))
    report_of, cells, killed_true, injured_true = (torch.tensor(column) for column in zip(*pairs, strict=True))
    return Sums(torch.tensor(rows), cells, report_of, (killed_true, injured_true), *_matrices(places, scales), len(sights))


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
