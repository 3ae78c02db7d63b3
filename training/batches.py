"""Windows to tensors, in batches of about one size, in an order that follows from the seed alone."""

import random
from collections.abc import Iterator, Sequence

import torch
from torch import Tensor

from hearsay.weights.pieces import END, START, Pieces, case_class
from training import labels
from training.words import IGNORED, Window, disguise

PIECES = 256  # a window, at most


def endless(windows: Sequence[Window], pieces: Pieces, size: int, seed: str) -> Iterator[dict[str, Tensor]]:
    """Batches of about ``size`` word pieces, padding included, for ever; every epoch in another order and disguise."""
    epoch = 0
    while True:
        rng = random.Random(f"{seed}/{epoch}")
        worn = [disguise(window, rng) for window in windows]
        lengths = [sum(len(pieces(w)) for w in window.words) + 2 for window in worn]
        order = sorted(range(len(worn)), key=lambda k: lengths[k] + rng.random() * 12)
        groups: list[list[int]] = [[]]
        for k in order:
            if lengths[k] > PIECES:
                continue
            if groups[-1] and (len(groups[-1]) + 1) * lengths[k] > size:
                groups.append([])
            groups[-1].append(k)
        rng.shuffle(groups)
        for group in groups:
            yield collate([worn[k] for k in group], pieces)
        epoch += 1


def collate(windows: Sequence[Window], pieces: Pieces) -> dict[str, Tensor]:
    """The network's inputs and whichever targets the windows carry."""
    cut = [[pieces(w) for w in window.words] for window in windows]
    longest = max(sum(map(len, c)) for c in cut) + 2
    most = max(len(w.words) for w in windows)
    batch = {
        "pieces": torch.zeros(len(windows), longest, dtype=torch.long),
        "cases": torch.zeros(len(windows), longest, dtype=torch.long),
        "first": torch.zeros(len(windows), most, dtype=torch.long),
        "last": torch.zeros(len(windows), most, dtype=torch.long),
        "sentence": torch.full((len(windows), most), -1, dtype=torch.long),
    }
    for b, (window, parts) in enumerate(zip(windows, cut, strict=True)):
        flat, cases, at, to = [START], [0], [], []
        for word, part in zip(window.words, parts, strict=True):
            at.append(len(flat))
            flat += part
            to.append(len(flat) - 1)
            cases += [case_class(word)] * len(part)
        batch["pieces"][b, : len(flat) + 1] = torch.tensor([*flat, END])
        batch["cases"][b, : len(cases)] = torch.tensor(cases)
        batch["first"][b, : len(at)] = torch.tensor(at)
        batch["last"][b, : len(to)] = torch.tensor(to)
        batch["sentence"][b, : len(at)] = torch.tensor(window.sentence)
    return batch | _targets(windows, most)


def _targets(windows: Sequence[Window], most: int) -> dict[str, Tensor]:
    first = windows[0]
    if first.upos is not None:
        return _syntax_targets(windows, most)
    if first.allowed is not None:
        allowed = torch.ones(len(windows), most, len(labels.BIO), dtype=torch.bool)
        for b, window in enumerate(windows):
            for k, permitted in enumerate(window.allowed or ()):
                allowed[b, k] = False
                allowed[b, k, list(permitted)] = True
        return {"allowed": allowed}
    return _voice_targets(windows, most)


def _syntax_targets(windows: Sequence[Window], most: int) -> dict[str, Tensor]:
    out = {name: torch.full((len(windows), most), IGNORED, dtype=torch.long) for name in ("upos", "head", "label")}
    for b, window in enumerate(windows):
        n = len(window.words)
        out["upos"][b, :n] = torch.tensor(window.upos)
        out["head"][b, :n] = torch.tensor(window.head) + 1
        out["label"][b, :n] = torch.tensor(window.label)
    return out


def _voice_targets(windows: Sequence[Window], most: int) -> dict[str, Tensor]:
    anchor = torch.full((len(windows), most, 2), float("nan"))
    rows, columns, roles = [], [], []
    for b, window in enumerate(windows):
        n = len(window.words)
        anchor[b, :n, window.anchor_head] = 0.0
        for at, marked in window.frames or ():
            anchor[b, at, window.anchor_head] = 1.0
            rows.append(b)
            columns.append(at)
            roles.append(torch.tensor([*marked, *[IGNORED] * (most - n)]))
    return {
        "anchor": anchor,
        "frame_window": torch.tensor(rows, dtype=torch.long),
        "frame_anchor": torch.tensor(columns, dtype=torch.long),
        "roles": torch.stack(roles) if roles else torch.zeros(0, most, dtype=torch.long),
    }
