"""The examples of the paper run, and it tells of every column."""

import doctest
from pathlib import Path

from hearsay.faces.rows import OF_CLAIMS, OF_FIGURES

PAPER = Path(__file__).parents[3] / "docs" / "notebooks.md"


def test_the_examples_run():
    failed, tried = doctest.testfile(str(PAPER), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert tried > 10
    assert failed == 0


def test_every_column_is_told():
    text = PAPER.read_text(encoding="utf-8")
    assert [name for name in (*OF_CLAIMS, *OF_FIGURES) if f"`{name}`" not in text] == []
