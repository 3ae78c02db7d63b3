"""Boosted trees as an ONNX graph: the chance that a row of features is true. ``training/incident_trees.py`` grows them."""

from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

FOLDER = Path(__file__).parent
INPUT = "features"
Rows = NDArray[np.float32]


class Trees:
    def __init__(self, graph: bytes) -> None:
        settings = ort.SessionOptions()
        settings.log_severity_level = 3
        self.session = ort.InferenceSession(graph, settings, providers=["CPUExecutionProvider"])

    def chances(self, rows: Rows) -> NDArray[np.float64]:
        """One chance a row, between 0 and 1."""
        if not len(rows):
            return np.zeros(0)
        (scores,) = self.session.run(None, {INPUT: rows})
        return 1 / (1 + np.exp(-np.asarray(scores, dtype=np.float64).reshape(-1)))


@cache
def load(name: str) -> Trees:
    return Trees(path_of(name).read_bytes())


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.onnx"
