"""Whole reports read as before; a change shows as a diff to be reviewed (make bless takes it over).

Not to the letter: processors round the network's sums differently, which turns a few readings that were on the edge anyway.
"""

from collections import Counter
from difflib import unified_diff

import pytest

from tests.golden.readings import HERE, REPORTS, readings

LEAST_OF_A_REPORT = 0.6  # of its lines
LEAST_OF_ALL = 0.97
NAMES = [path.stem for path in REPORTS]


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    return readings()


def blessed(report_id: str) -> str:
    return (HERE / f"{report_id}.txt").read_text(encoding="utf-8")


def agreement(ours: str, theirs: str) -> tuple[int, int]:
    """Lines in both, and lines of the longer."""
    one, other = Counter(ours.splitlines()), Counter(theirs.splitlines())
    return (one & other).total(), max(one.total(), other.total())


def difference(report_id: str, text: str) -> str:
    return "\n".join(unified_diff(blessed(report_id).splitlines(), text.splitlines(), report_id, "now", n=0, lineterm=""))


@pytest.mark.parametrize("report_id", NAMES)
def test_a_report_reads_as_it_did(report_id: str, found: dict[str, str]) -> None:
    same, lines = agreement(blessed(report_id), found[report_id])
    assert same >= LEAST_OF_A_REPORT * lines, difference(report_id, found[report_id])


def test_all_reports_read_as_they_did(found: dict[str, str]) -> None:
    counted = [agreement(blessed(name), found[name]) for name in NAMES]
    same, lines = (sum(numbers) for numbers in zip(*counted, strict=True))
    assert same >= LEAST_OF_ALL * lines, "\n".join(difference(name, found[name]) for name in NAMES)
