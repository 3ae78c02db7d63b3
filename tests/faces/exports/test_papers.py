"""The papers tell of every form and of every column, in the same words as the files themselves."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from hearsay.faces.exports import acled, forms, hxl_table, ucdp_ged
from hearsay.faces.exports.columns import Head, heads
from hearsay.faces.exports.tables import TABLES

DOCS = Path(__file__).parents[3] / "docs"
PAPER = "".join((DOCS / name).read_text(encoding="utf-8") for name in ("exports.md", "exports-annotations.md"))


def lines(those: Iterable[Head]) -> str:
    """The columns as the paper lists them; when a test fails, this is what to put there."""
    return "".join(f"| `{head.name}` | {head.kind} | {head.words} |\n" for head in those)


def section(name: str) -> str:
    """What stands under a form's heading."""
    found = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", PAPER, re.MULTILINE | re.DOTALL)
    assert found is not None, f"neither docs/exports.md nor docs/exports-annotations.md has a section {name}"
    return found[1]


@pytest.mark.parametrize("shape", forms(), ids=lambda shape: shape.name)
def test_every_form_has_its_section_and_a_line_in_the_list(shape):
    assert len(section(shape.name)) > 200
    assert re.search(rf"^\| \[`{shape.name}`\]\((exports-annotations\.md)?#{shape.name}\) \|", PAPER, re.MULTILINE)
    assert [name for name in shape.names if f"`{name}`" not in PAPER] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_of_the_tables_is_told(table):
    assert lines(table.heads) in PAPER


@pytest.mark.parametrize(
    ("name", "columns"),
    [("ucdp-ged", heads(ucdp_ged.COLUMNS)), ("acled", heads(acled.COLUMNS))],
)
def test_every_column_of_the_codings_is_told(name, columns):
    assert lines(columns) in section(name)


def test_every_tag_is_told():
    assert "".join(f"| `{column.name}` | `{tag}` |\n" for column, tag in hxl_table.COLUMNS) in section("hxl")
