"""From arc scores to dependency trees with one root a sentence (Chu-Liu/Edmonds)."""

from typing import Any

import numpy as np

Scores = np.ndarray[Any, Any]
_DEAR = 1e5  # more than any sum of scores


def tree_of(scores: Scores) -> list[int]:
    """Heads of the words of one sentence: 0 for the root, else the head's number from 1.

    ``scores`` (n, 1 + n): row i, column h the score of head h for word i + 1; column 0 is the root.

    >>> tree_of(np.array([[0.0, -9.0, 5.0], [1.0, 4.0, -9.0]]))
    [2, 0]
    """
    heads: list[int] = scores.argmax(1).tolist()
    if heads.count(0) == 1 and not _cycle(heads):
        return heads
    dear = scores.astype(np.float64)
    dear[:, 0] -= _DEAR  # the best tree has as few roots as it can: one
    return _edmonds(_square(dear))


def _square(scores: Scores) -> Scores:
    """(n, 1 + n) to (1 + n, 1 + n) with the root as node 0, which has no head, and no word its own head."""
    full = np.full((scores.shape[1], scores.shape[1]), -1e9)
    full[1:] = scores
    np.fill_diagonal(full, -1e9)
    return full


def _cycle(heads: list[int]) -> list[int]:
    """The words (from 1) of some cycle, or none."""
    state = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        path = []
        node = start
        while node and not state[node]:
            state[node] = start
            path.append(node)
            node = heads[node - 1]
        if node and state[node] == start:
            return path[path.index(node) :]
    return []


def _edmonds(full: Scores) -> list[int]:
    """Best heads of nodes 1.. under a square score matrix (dependent, head)."""
    heads = [int(h) for h in full[1:].argmax(1)]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([k for k in range(len(full)) if k not in set(cycle)])
    own = np.array([full[k, heads[k - 1]] for k in cycle])
    into = full[np.ix_(inside, outside)] - own[:, None]  # what the cycle loses if it is broken at that word for that head
    out_of = full[np.ix_(outside, inside)]
    merged = np.full((len(outside) + 1, len(outside) + 1), -1e9)
    merged[:-1, :-1] = full[np.ix_(outside, outside)]
    merged[-1, :-1] = into.max(0)
    merged[:-1, -1] = out_of.max(1)
    found = _edmonds(merged)
    return _expand(found, heads, (inside, outside), (into, out_of))


def _expand(found: list[int], heads: list[int], parts: tuple[Scores, Scores], scores: tuple[Scores, Scores]) -> list[int]:
    """Heads of the full graph from those of the graph in which a cycle was one node."""
    inside, outside = parts
    into, out_of = scores
    out = list(heads)
    for k, head in enumerate(found[:-1], start=1):
        node = int(outside[k])
        out[node - 1] = int(inside[out_of[k].argmax()]) if head == len(outside) else int(outside[head])
    entry = found[-1]
    broken = int(into[:, entry].argmax())
    out[int(inside[broken]) - 1] = int(outside[entry])
    return out
