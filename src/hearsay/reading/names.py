"""From tag probabilities to names: the best sequence in which no name goes on that has not begun."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

Scores = np.ndarray[Any, Any]


def best_tags(scores: Scores, tags: Sequence[str]) -> Scores:
    """(B, N, tags) log probabilities to (B, N) tag numbers: Viterbi under the BIO rules."""
    batch, length, count = scores.shape
    ban = _banned(tags)
    best = scores[:, 0] + np.where([tag.startswith("I-") for tag in tags], -1e4, 0.0)
    back = np.zeros((batch, length, count), dtype=np.int64)
    for k in range(1, length):
        through = best[:, :, None] + ban
        back[:, k] = through.argmax(1)
        best = np.take_along_axis(through, back[:, k][:, None, :], 1)[:, 0] + scores[:, k]
    out = np.zeros((batch, length), dtype=np.int64)
    out[:, -1] = best.argmax(1)
    for k in range(length - 1, 0, -1):
        out[:, k - 1] = np.take_along_axis(back[:, k], out[:, k : k + 1], 1)[:, 0]
    return out


def _banned(tags: Sequence[str]) -> Scores:
    """(from, to) penalties: I-x only after B-x or I-x."""
    ban = np.zeros((len(tags), len(tags)))
    for to, tag in enumerate(tags):
        if tag.startswith("I-"):
            for before, previous in enumerate(tags):
                if previous[2:] != tag[2:]:
                    ban[before, to] = -1e4
    return ban


def spans_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first, last exclusive, kind) of each name in a tag sequence.

    >>> list(spans_of(["B-person", "I-person", "O", "B-location"]))
    [(0, 2, 'person'), (3, 4, 'location')]
    """
    first = None
    for k, tag in enumerate([*tags, "O"]):
        if first is not None and not tag.startswith("I-"):
            yield first, k, tags[first][2:]
            first = None
        if tag.startswith("B-"):
            first = k
