"""The reports that the project wrote for itself: the demo's, and those of the tests with the figures that a perfect reading finds."""

import json
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from hearsay import documents
from hearsay.records import Document
from hearsay.records.claim import Stance
from hearsay.records.figure import Measure
from tests.claims.quantity_reading import read

HERE = Path(__file__).parent
REPORTS = sorted(HERE.glob("*.txt"))
DEMO = sorted((HERE.parents[1] / "src" / "hearsay" / "demo").glob("*.txt"))
KEYS = ["text", "measure", "low", "high", "victims", "speaker", "stance"]


def report(path):
    [document] = documents.load([path])
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("path", REPORTS, ids=[path.stem for path in REPORTS])
def test_expected_figures_are_sound(path):
    text = report(path).text
    figures = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert len(figures) >= 5
    for figure in figures:
        assert list(figure) == KEYS
        assert figure["text"] in text
        assert figure["measure"] in get_args(Measure)
        assert figure["stance"] in get_args(Stance)
        assert (figure["low"] is None) == (figure["stance"] == "declines"), figure
        assert figure["high"] is None or figure["low"] <= figure["high"]


@pytest.mark.parametrize("path", REPORTS, ids=[path.stem for path in REPORTS])
def test_the_numbers_of_expected_figures_are_read(path):
    """Singles and what has to be added up ("a teacher and her two sons") are left to the finder of figures."""
    found = [(words, quantity.low, quantity.high) for words, quantity in read(report(path).text) if quantity.kind == "cardinal"]
    for figure in json.loads(path.with_suffix(".json").read_text(encoding="utf-8")):
        if figure["low"] is not None and not _is_of_singles(figure):
            inside = [(low, high) for words, low, high in found if words.split()[-1] in figure["text"].split()]
            assert (figure["low"], figure["high"]) in inside or not inside, figure


def _is_of_singles(figure):
    """Whether an expected figure is of one person without a number, or adds some to others."""
    return figure["high"] == 1 or " and " in figure["text"].lower()


def test_the_demo_has_its_reports():
    assert len(DEMO) >= 10
    for path in DEMO:
        document = report(path)
        assert 80 <= len(document.text.split()) <= 250, path.name
        assert document.outlet.startswith("Demo "), path.name
        assert document.published is not None
        assert document.title, path.name
        assert date(2021, 8, 30) <= document.published <= date(2021, 9, 6)
        assert path.stem.startswith(f"panjshir-{document.published}"), path.name
        header = path.read_text(encoding="utf-8").split("\n---\n")[0]
        assert "Note: Written for the Hearsay demo from publicly reported claims; after the facts reported by " in header
        assert header.endswith("Not a real report.")


@pytest.mark.parametrize(
    "words",
    [
        "34 Taliban fighters were killed and 65 wounded",
        "killed 34 fighters of the resistance",
        "ABOUT 600 TALIBAN FIGHTERS",
        "just two Taliban",
        "had taken all of Panjshir",
        "denied that the valley was under full Taliban control",
        "did not comment on the number of casualties",
    ],
)
def test_the_demo_holds_the_contradictions(words):
    texts = [report(path).text for path in DEMO]
    assert [text for text in texts if words in text] != []
