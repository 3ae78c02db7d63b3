"""The files of pairs are sound: a slip of the pen in one would make it test nothing."""

from collections import Counter
from typing import get_args

import pytest

from hearsay.records.claim import Realis, Stance
from hearsay.records.figure import Measure
from tests.pairs.pairs import FIELDS, FILES, KEYS, Pair, Side, listed, load, rows

PAIRS = load()


def test_there_are_enough_pairs_each_with_its_own_id() -> None:
    assert len(PAIRS) >= 130
    assert [name for name, count in Counter(pair.pair_id for pair in PAIRS).items() if count > 1] == []


def test_no_text_is_used_twice_on_one_side() -> None:
    assert [text for text, count in Counter((pair.a.text, pair.b.text) for pair in PAIRS).items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_rows_have_known_keys_and_the_id_of_their_file(path) -> None:
    for row in rows(path):
        assert set(row) <= KEYS, row["id"]
        assert row["id"].startswith(f"{path.stem}."), row["id"]


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.pair_id for pair in PAIRS])
def test_pair_is_sound(pair: Pair) -> None:
    assert pair.why.strip()
    assert pair.a.text != pair.b.text
    assert pair.same or pair.differ
    assert not set(pair.same) & set(pair.differ)
    assert set(pair.same) | set(pair.differ) <= set(FIELDS)
    for side in (pair.a, pair.b):
        _check_side(side)
    for field in pair.same:
        assert pair.a.expected.get(field) == pair.b.expected.get(field), f"{field} is said to be the same, and two things are expected"
    for field in pair.differ:
        assert pair.a.expected[field] != pair.b.expected[field], f"{field} is said to differ, and one thing is expected"


def _check_side(side: Side) -> None:
    assert side.at is None or side.text.count(side.at) >= 1, side.at
    expected = side.expected
    assert set(expected) <= set(FIELDS)
    assert ("measure" in expected) != ("type" in expected), "a pair is about a count or about a happening"
    assert "speaker" in expected
    assert set(listed(expected["stance"])) <= set(get_args(Stance))
    assert set(listed(expected.get("realis", []))) <= set(get_args(Realis))
    assert set(listed(expected.get("measure", []))) <= set(get_args(Measure))
    if "measure" in expected:
        assert (expected["low"] == "unsaid") == (expected["stance"] == "declines") == (expected["high"] == "unsaid")
