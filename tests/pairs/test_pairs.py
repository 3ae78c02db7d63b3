"""One fact told in two ways: what the way of telling must not change, and what it must; ``open.txt`` names those not read yet."""

import pytest

from hearsay import claims, reading, weights
from hearsay.records import Claim, Document
from tests.pairs.pairs import HERE, Pair, complaints, load

PAIRS = load()
OPEN = (HERE / "open.txt").read_text(encoding="utf-8").split()


@pytest.fixture(scope="session")
def told() -> dict[str, tuple[Claim, ...]]:
    """The claims of every text of every pair, all read in one go."""
    documents = [Document(side.report_id, side.text, side.outlet) for pair in PAIRS for side in (pair.a, pair.b)]
    return {found.document.report_id: claims.find(found) for found in reading.read(documents, weights.load())}


def test_the_open_pairs_are_pairs() -> None:
    assert set(OPEN) <= {pair.pair_id for pair in PAIRS}


@pytest.mark.parametrize("pair", PAIRS, ids=[pair.pair_id for pair in PAIRS])
def test_pair(pair: Pair, told: dict[str, tuple[Claim, ...]], request: pytest.FixtureRequest) -> None:
    """An open pair must fail: one that is read by now comes off the list."""
    if pair.pair_id in OPEN:
        request.applymarker(pytest.mark.xfail(strict=True, reason="open"))
    wrong = complaints(pair, told[pair.a.report_id], told[pair.b.report_id])
    assert not wrong, "\n".join([pair.why, f"a: {pair.a.text}", f"b: {pair.b.text}", *wrong])
