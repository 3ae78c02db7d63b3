"""Whole reports read as before; a change shows as a diff to be reviewed (make bless takes it over)."""

import pytest

from tests.golden.readings import HERE, REPORTS, readings


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    return readings()


@pytest.mark.parametrize("report_id", [path.stem for path in REPORTS])
def test_a_report_reads_as_it_did(report_id: str, found: dict[str, str]) -> None:
    assert found[report_id] == (HERE / f"{report_id}.txt").read_text(encoding="utf-8")
