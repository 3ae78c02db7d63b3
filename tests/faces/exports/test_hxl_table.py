"""HXL: read by its own library, every tag a valid one."""

import csv
import re

import hxl
import pytest

from hearsay.faces.exports.hxl_table import COLUMNS


@pytest.fixture
def rows(export):
    """The rows as libhxl reads them; it gets cells, as it never closes a file."""
    with export("hxl").open(encoding="utf-8", newline="") as file:
        return list(hxl.data(list(csv.reader(file))))


def test_every_tag_is_well_formed():
    for _, tag in COLUMNS:
        assert re.fullmatch(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*", tag)
        assert hxl.model.Column.parse(tag) is not None
    tags = [tag for _, tag in COLUMNS]
    assert len(set(tags)) == len(tags)


def test_the_library_reads_every_event(rows, holdings):
    assert [row.get("#event+code") for row in rows] == [one.event.event_id for one in holdings.dossiers]


def test_numbers_are_found_by_their_tags(rows, holdings):
    for row, dossier in zip(rows, holdings.dossiers, strict=True):
        killed = [tally for tally in dossier.tallies if tally.measure == "killed"]
        total = next((tally for tally in killed if tally.victims == "all"), killed[0] if killed else None)
        assert row.get("#affected+killed+max") == (str(total.high) if total and total.high is not None else None)
        assert row.get("#affected+killed+min") == (str(total.low) if total else None)
        assert row.get("#x_unproven+killed") == (None if total is None else "true" if total.best is None else "false")
