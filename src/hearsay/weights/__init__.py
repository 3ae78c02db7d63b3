"""The shipped weights, and the one place that runs onnxruntime: ``load()`` gives a Reader, arrays in, arrays out."""

import hashlib
import json
import os
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort

from hearsay.weights.pieces import Pieces, case_class

__all__ = ["FOLDER", "Pieces", "Reader", "WeightsError", "case_class", "load"]

FOLDER = Path(__file__).parent / "reader-en"


class WeightsError(Exception):
    """The weights are missing, or are not what their manifest says."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A loaded network with its labels. ``name`` tells which weights these are ("reader-en/1a2b3c4d")."""

    name: str
    upos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[str, ...]
    anchor: int  # which of the two anchor outputs finds outermost frames
    lemmas: dict[str, str]
    threads: int
    pieces: Pieces = field(repr=False)
    session: Any = field(repr=False)

    def run(self, inputs: dict[str, np.ndarray[Any, Any]]) -> dict[str, np.ndarray[Any, Any]]:
        """Runs the network: ``pieces``/``cases`` (B, P), ``first``/``last``/``sentence`` (B, N), all int64; padding is 0, for sentence -1.

        Gives ``upos``/``relation`` (B, N) label numbers, ``arcs`` (B, N, 1 + N) scores with the root first, ``names`` (B, N, tags) log
        probabilities, ``anchor`` (B, N, 2) logits; of each frame that may begin with its cue at the word ``at`` (B, F): ``roles`` (B, F, N, roles)
        log probabilities, ``edges`` (B, F, N, 2) logits of being the first, and the last, word of a run of content. B is 1 wherever F is asked for.
        """
        outputs = [output.name for output in self.session.get_outputs()]
        return dict(zip(outputs, self.session.run(outputs, inputs), strict=True))


@cache
def load(folder: Path = FOLDER, threads: int = 0) -> Reader:
    """Loads the weights once a process. ``threads``: how many windows may be read at a time; 0 is one for each processor.

    Runs on CUDA where onnxruntime-gpu offers it, else on the CPU. Raises WeightsError if a file is missing or damaged.
    """
    manifest = _manifest(folder)
    settings = ort.SessionOptions()
    settings.intra_op_num_threads = 1  # windows are read side by side, each on one thread
    settings.log_severity_level = 3
    settings.add_session_config_entry("session.x64quantprecision", "1")  # the same products on every processor; without VNNI int8 ones would overflow
    wanted = [p for p in ("CUDAExecutionProvider", "CPUExecutionProvider") if p in ort.get_available_providers()]
    session = ort.InferenceSession(str(folder / "reader.onnx"), settings, providers=wanted)
    return Reader(
        name=f"{manifest['name']}/{manifest['files']['reader.onnx'][:8]}",
        upos=tuple(manifest["upos"]),
        relations=tuple(manifest["relations"]),
        names=tuple(manifest["names"]),
        roles=tuple(manifest["roles"]),
        anchor=manifest["anchor"],
        lemmas=json.loads((folder / "lemmas.json").read_text(encoding="utf-8")),
        pieces=Pieces((folder / "vocab.txt").read_text(encoding="utf-8").split("\n")),
        threads=threads or os.cpu_count() or 1,
        session=session,
    )


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        for name, digest in manifest["files"].items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
                raise WeightsError(f"{folder / name} is damaged: its digest is not the one in manifest.json. Install hearsay again.")
    except (OSError, json.JSONDecodeError, KeyError) as fault:
        raise WeightsError(f"no usable weights in {folder}: {fault}. Install hearsay again.") from fault
    return manifest
