"""One fact told in two ways: what the way of telling must not change, and what it must."""

import pytest

from hearsay import claims, reading, weights
from hearsay.records import Claim, Document
from tests.pairs.pairs import Pair, complaints, load

PAIRS = load()


@pytest.fixture(scope="session")
def told() -> dict[str, tuple[Claim, ...]]:
    """The claims of every text of every pair, all read in one go."""
    documents = [Document(side.report_id, side.text, side.outlet) for pair in PAIRS for side in (pair.a, pair.b)]
    return {found.document.report_id: claims.find(found) for found in reading.read(documents, weights.load())}


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.pair_id for pair in PAIRS])
def test_pair(pair: Pair, told: dict[str, tuple[Claim, ...]]) -> None:
    wrong = complaints(pair, told[pair.a.report_id], told[pair.b.report_id])
    assert not wrong, "\n".join([pair.why, f"a: {pair.a.text}", f"b: {pair.b.text}", *wrong])
