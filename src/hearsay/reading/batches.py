"""Windows of words to the arrays that the reader's network takes."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from hearsay.weights import Pieces, case_class

Arrays = dict[str, np.ndarray[Any, Any]]
START, END = 101, 102
LONGEST = 500  # word pieces a window; the network has 512 positions


def cut(words: Sequence[str], pieces: Pieces) -> list[tuple[int, ...]]:
    """The word pieces of each word; in a window that would be too long (of web addresses, say) only the first two of each."""
    parts = [pieces(word) for word in words]
    return parts if sum(map(len, parts)) <= LONGEST else [part[:2] for part in parts]


def inputs_of(windows: Sequence[Sequence[str]], parts: Sequence[Sequence[tuple[int, ...]]], sentences: Sequence[Sequence[int]]) -> Arrays:
    """``pieces``, ``cases`` (B, P) and ``first``, ``sentence`` (B, N) for windows of words, their pieces and sentence numbers."""
    longest = max(sum(map(len, part)) for part in parts) + 2
    most = max(map(len, windows))
    pieces = np.zeros((len(windows), longest), dtype=np.int64)
    cases = np.zeros_like(pieces)
    first = np.zeros((len(windows), most), dtype=np.int64)
    sentence = np.full_like(first, -1)
    for b, (words, part) in enumerate(zip(windows, parts, strict=True)):
        lengths = np.fromiter(map(len, part), np.int64, len(part))
        flat = [START, *(piece for one in part for piece in one), END]
        pieces[b, : len(flat)] = flat
        cases[b, 1 : len(flat) - 1] = np.repeat([case_class(word) for word in words], lengths)
        first[b, : len(words)] = np.cumsum(lengths) - lengths + 1
        sentence[b, : len(words)] = sentences[b]
    return {"pieces": pieces, "cases": cases, "first": first, "sentence": sentence}
