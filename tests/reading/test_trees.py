"""The best tree with one root, against all trees there are."""

from itertools import product
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.trees import tree_of


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for node in range(1, len(heads) + 1):
        seen = set()
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


def total(scores: "np.ndarray[Any, Any]", heads: tuple[int, ...]) -> float:
    return float(sum(scores[k, h] for k, h in enumerate(heads)))


@given(st.integers(1, 5).flatmap(lambda n: st.lists(st.floats(-9, 9, width=32), min_size=n * (n + 1), max_size=n * (n + 1))))
def test_no_tree_is_better(values: list[float]) -> None:
    n = next(k for k in range(1, 6) if k * (k + 1) == len(values))
    scores = np.array(values).reshape(n, n + 1)
    trees = [heads for heads in product(range(n + 1), repeat=n) if is_tree(heads)]
    found = tuple(tree_of(scores))
    assert is_tree(found)
    assert total(scores, found) >= max(total(scores, heads) for heads in trees) - 1e-6
