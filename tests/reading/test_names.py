"""Names from tag scores: the best sequence that the BIO rules allow."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.names import agreed, best_tags, spans_of, whole
from hearsay.records import Name, Token

TAGS = ("O", "B-person", "I-person", "B-place", "I-place")


def is_allowed(sequence: tuple[int, ...]) -> bool:
    names = ["O", *(TAGS[k] for k in sequence)]
    return all(not right.startswith("I-") or left[2:] == right[2:] for left, right in pairwise(names))


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.floats(-9, 0, width=32), min_size=5 * n, max_size=5 * n)))
def test_no_allowed_sequence_is_better(values: list[float]) -> None:
    scores = np.array(values).reshape(-1, 5)
    length = len(scores)
    found = tuple(best_tags(scores, TAGS))
    assert is_allowed(found)
    best = max(sum(scores[k, t] for k, t in enumerate(s)) for s in product(range(5), repeat=length) if is_allowed(s))
    assert sum(scores[k, t] for k, t in enumerate(found)) >= best - 1e-5


def test_two_names_side_by_side() -> None:
    assert list(spans_of(["B-person", "B-person", "I-person", "O", "B-place"])) == [(0, 1, "person"), (1, 3, "person"), (4, 5, "place")]


def test_a_name_is_of_one_kind_throughout_a_report() -> None:
    tokens = [Token(k, k, k + 1, text, text.lower(), "PROPN", -1, "root", 0) for k, text in enumerate(["Jan", "Jan", "Ali", "Jan", "Ali"])]
    names = [Name(k, k + 1, kind) for k, kind in enumerate(["location", "person", "person", "location", "location"])]
    assert [name.kind for name in agreed(names, tokens)] == ["location", "location", "person", "location", "location"]


def test_a_person_is_one_name_and_a_name_ends_at_a_dash() -> None:
    texts = ["GOMA", "-", "Saw", "Htoo", "said"]
    tokens = [Token(k, 9 * k, 9 * k + len(text), text, text.lower(), "PROPN", -1, "root", 0) for k, text in enumerate(texts)]
    names = [Name(0, 2, "weapon"), Name(2, 3, "person"), Name(3, 4, "person")]
    assert whole(names, tokens) == [Name(0, 1, "weapon"), Name(2, 4, "person")]
