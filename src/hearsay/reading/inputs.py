"""A window of words to the arrays that the reader's network takes."""

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


def inputs_of(words: Sequence[str], sentences: Sequence[int], pieces: Pieces) -> Arrays:
    """``pieces``, ``cases`` (1, P) and ``first``, ``last``, ``sentence`` (1, N) for one window of N words with their sentence numbers.

    A window goes through the network by itself: int8 scales are those of what is read together, so a report read in company would come out a
    little different from the same report read alone.
    """
    parts = cut(words, pieces)
    lengths = np.fromiter(map(len, parts), np.int64, len(parts))
    flat = [START, *(piece for part in parts for piece in part), END]
    cases = np.zeros(len(flat), dtype=np.int64)
    cases[1:-1] = np.repeat([case_class(word) for word in words], lengths)
    return {
        "pieces": np.array([flat], dtype=np.int64),
        "cases": cases[None],
        "first": (np.cumsum(lengths) - lengths + 1)[None],
        "last": np.cumsum(lengths)[None],
        "sentence": np.array([sentences], dtype=np.int64),
    }
