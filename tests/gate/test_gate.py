"""Floors of quality on the project's own reports; they are only ever raised (floors.json)."""

import json
from pathlib import Path

import pytest

from hearsay import documents, pipeline
from hearsay.records import Document
from hearsay.scoring import Expected, Score, interval, score

REPORTS = sorted((Path(__file__).parents[1] / "reports").glob("*.txt"))
FLOORS = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    out = {}
    for made in pipeline.read(documents.load(REPORTS)):
        assert isinstance(made, pipeline.Account)
        rows = json.loads((Path(__file__).parents[1] / "reports" / f"{made.document.report_id}.json").read_text(encoding="utf-8"))
        expected = [Expected(r["measure"], r["low"], r["high"], r["victims"], r["speaker"], r["stance"]) for r in rows]
        out[made.document.report_id] = score(expected, made.claims)
    return out


def test_figures_of_other_wars_and_decades(scores: dict[str, Score]) -> None:
    total = sum(scores.values(), Score())
    low, high = interval(list(scores.values()))
    assert low <= total.f1 <= high
    assert total.f1 >= FLOORS["figures_f1"], {name: round(s.f1, 2) for name, s in scores.items()}


def test_every_report_gives_something(scores: dict[str, Score]) -> None:
    assert all(s.right for s in scores.values()), scores


def test_expected_documents_are_documents() -> None:
    assert all(isinstance(made, Document) for made in documents.load(REPORTS))
