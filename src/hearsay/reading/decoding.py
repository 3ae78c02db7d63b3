"""Runs the network over windows of words and makes trees, names and frames of its scores."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby, repeat
from typing import Any

import numpy as np

from hearsay.reading.frames import frames_of
from hearsay.reading.inputs import inputs_of
from hearsay.reading.names import best_tags, spans_of
from hearsay.reading.trees import tree_of
from hearsay.records import Frame
from hearsay.weights import Reader

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Decoded:
    """What the network says of one window: heads as numbers in the window, -1 for a root."""

    upos: list[int]
    head: list[int]
    relation: list[int]
    names: list[tuple[int, int, str]]
    frames: list[Frame]


def decode(words: Sequence[Sequence[str]], sentences: Sequence[Sequence[int]], reader: Reader) -> list[Decoded]:
    """Runs the network over windows of words, as many at a time as the reader has threads; ``sentences`` gives each word's sentence number,
    ascending."""
    if reader.threads == 1 or len(words) == 1:
        return [_decode(window, numbers, reader) for window, numbers in zip(words, sentences, strict=True)]
    with ThreadPoolExecutor(reader.threads) as pool:
        return list(pool.map(_decode, words, sentences, repeat(reader)))


def _decode(words: Sequence[str], sentences: Sequence[int], reader: Reader) -> Decoded:
    arrays = {name: array[0] for name, array in reader.run(inputs_of(words, sentences, reader.pieces)).items()}
    return Decoded(
        upos=_agreeing(arrays["upos"], arrays["relation"], reader),
        head=_heads(arrays["arcs"], sentences),
        relation=arrays["relation"].tolist(),
        names=list(spans_of([reader.names[tag] for tag in best_tags(arrays["names"], reader.names)])),
        frames=frames_of(arrays, reader.anchor),
    )


def _agreeing(upos: Array, relation: Array, reader: Reader) -> list[int]:
    """The tags, made to agree with the tree where both cannot be right: a case marker is no subordinating conjunction (two of 31,037 case
    markers in the training treebanks are), so it is an adposition."""
    is_split = (upos == reader.upos.index("SCONJ")) & (relation == reader.relations.index("case"))
    tags: list[int] = np.where(is_split, reader.upos.index("ADP"), upos).tolist()
    return tags


def _heads(arcs: Array, sentences: Sequence[int]) -> list[int]:
    out: list[int] = []
    for _, group in groupby(sentences):
        first = len(out)
        last = first + sum(1 for _ in group)
        scores = np.concatenate([arcs[first:last, :1], arcs[first:last, 1 + first : 1 + last]], 1)
        out.extend(head - 1 + first if head else -1 for head in tree_of(scores))
    return out
