"""The tables say the same in every form, hold every claim and figure, and never show one side's word as if it stood by itself."""

import csv
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pyarrow.parquet
import pytest

from hearsay.faces.exports import ExportError, write
from hearsay.faces.exports.scenes import Scene
from hearsay.faces.exports.tables import NAMES, TABLES
from hearsay.faces.exports.workbook import fitted
from tests.faces.exports import hostile

BY_NAME = {table.name: table for table in TABLES}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def opened(path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(path.read_bytes()))


def test_each_event_figure_and_claim_has_its_row(export, holdings):
    out = export("csv")
    claims = [claim for dossier in holdings.dossiers for claim in dossier.claims]
    assert [row["claim_id"] for row in read(out / "claims.csv")] == [claim.claim_id for claim in claims]
    assert [row["event_id"] for row in read(out / "events.csv")] == [dossier.event.event_id for dossier in holdings.dossiers]
    assert [row["words"] for row in read(out / "figures.csv")] == [figure.text for claim in claims for figure in claim.figures]
    assert len(read(out / "tallies.csv")) == sum(len(dossier.tallies) for dossier in holdings.dossiers)


def test_the_evidence_is_where_the_row_says(export, holdings):
    for row in read(export("csv", "claims")):
        text = holdings.reports[row["report_id"]].text
        assert row["evidence"].removeprefix("'") == text[int(row["evidence_start"]) : int(row["evidence_end"])].removeprefix("'")


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_unique_and_what_is_referred_to_is_there(export, name):
    out = export("csv")
    rows, table = read(out / f"{name}.csv"), BY_NAME[name]
    assert len({row[table.key] for row in rows}) == len(rows)
    for column, other in table.refers:
        known = {row[BY_NAME[other].key] for row in read(out / f"{other}.csv")}
        assert {row[column] for row in rows if row[column]} <= known


def test_two_tallies_of_one_name_have_two_ids():
    made = hostile.holdings()
    [dossier] = made.dossiers
    twice = replace(dossier, tallies=(*dossier.tallies, dossier.tallies[0]._replace(low=3, rests_on=())))
    scene = Scene(twice, made)
    assert [scene.tally_id(tally) for tally in twice.tallies] == ["e1/killed/+Hill Front", "e1/killed/+Hill Front/2"]


def test_a_count_that_only_one_side_makes_of_its_enemy_is_marked_wherever_it_stands(export, holdings):
    out = export("csv")
    unproven = {f"{tally.event_id}/{tally.measure}/{tally.victims}" for one in holdings.dossiers for tally in one.tallies if tally.best is None}
    assert unproven
    tallies = read(out / "tallies.csv")
    assert {row["tally_id"] for row in tallies if row["unproven"] == "true"} == unproven
    assert all(row["rule"] and row["rests_on"] and not row["best"] for row in tallies if row["unproven"] == "true")
    figures = [row for row in read(out / "figures.csv") if row["tally_id"] in unproven]
    assert figures
    assert all(row["unproven"] == "true" and row["rule"] and row["rests_on"] for row in figures)
    events = [row for row in read(out / "events.csv") if f"{row['event_id']}/killed/all" in unproven]
    assert events
    assert all(row["killed_unproven"] == "true" and not row["killed_best"] and row["killed_rule"] for row in events)


def test_by_other_rules_it_is_marked_too(export):
    by_hearsay = {row["tally_id"] for row in read(export("csv", "tallies")) if row["unproven"] == "true" and row["measure"] == "killed"}
    by_ucdp = read(export("csv", "tallies", profile="ucdp"))
    assert {row["tally_id"] for row in by_ucdp if row["unproven"] == "true"} == by_hearsay
    marked = {name.partition("/")[0] for name in by_hearsay}
    by_acled = read(export("csv", "tallies", profile="acled"))
    assert {row["event_id"] for row in by_acled if row["unproven"] == "true"} == marked
    assert all(row["best"] for row in by_acled)


def test_what_a_spreadsheet_would_run_is_disarmed(tmp_path):
    write(hostile.holdings(), to="csv", out=tmp_path / "out")
    cells = [cell for name in NAMES for row in read(tmp_path / "out" / f"{name}.csv") for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    claim = read(tmp_path / "out" / "claims.csv")[0]
    assert claim["voice"] == f"'{hostile.SPEAKER.name}"
    assert claim["evidence"] == f"'{hostile.TEXT}"


def test_an_open_number_is_not_shown_as_a_closed_one(tmp_path):
    write(hostile.holdings(), to="csv", out=tmp_path / "out")
    figure, tally = read(tmp_path / "out" / "figures.csv")[0], read(tmp_path / "out" / "tallies.csv")[0]
    assert (figure["low"], figure["high"], figure["open"], figure["declined"]) == ("40", "", "true", "false")
    assert (tally["low"], tally["best"], tally["high"], tally["open"], tally["unproven"]) == ("0", "", "", "true", "true")


def test_a_workbook_has_the_same_rows_and_explains_its_columns(export):
    out = export("csv")
    book = opened(export("xlsx"))
    assert book.sheetnames == [*NAMES, "columns"]
    for name in NAMES:
        header, *rows = list(book[name].values)
        assert list(header) == [head.name for head in BY_NAME[name].heads]
        key = header.index(BY_NAME[name].key)
        assert [row[key] for row in rows] == [row[BY_NAME[name].key] for row in read(out / f"{name}.csv")]
    told = [row[:2] for row in list(book["columns"].values)[1:]]
    assert told == [(table.name, head.name) for table in TABLES for head in table.heads]


def test_a_workbook_has_no_formulas_and_no_links(tmp_path):
    out = tmp_path / "out.xlsx"
    write(hostile.holdings(), to="xlsx", out=out)
    cells = [cell for sheet in opened(out) for row in sheet.iter_rows() for cell in row]
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink is not None] == []
    assert hostile.SPEAKER.name in {cell.value for cell in cells}


def test_a_sheet_that_is_full_is_told_and_nothing_written(holdings, tmp_path, monkeypatch):
    monkeypatch.setattr("hearsay.faces.exports.workbook._MOST_ROWS", 11)
    with pytest.raises(ExportError, match="no place for more than 10 rows a sheet: write csv or parquet"):
        write(holdings, to="xlsx", out=tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_what_is_only_planned_or_demanded_says_so(export, holdings):
    rows = {row["event_id"]: row for row in read(export("csv", "events"))}
    unreal = [one for one in holdings.dossiers if all(claim.event.realis not in ("actual", "ongoing") for claim in one.claims)]
    assert unreal
    assert all(rows[one.event.event_id]["realis"] in {"planned", "demanded", "threatened", "hypothetical", "negated"} for one in unreal)


def test_a_text_too_long_for_a_cell_is_cut_and_marked():
    assert fitted("a" * 32_767) == "a" * 32_767
    assert len(fitted("a" * 40_000)) == 32_767
    assert fitted("a" * 40_000).endswith(" [cut]")


@pytest.mark.parametrize("name", NAMES)
def test_parquet_has_the_same_rows_with_their_types(export, name):
    table = pyarrow.parquet.read_table(export("parquet", name))
    rows = read(export("csv", name))
    assert table.column_names == [head.name for head in BY_NAME[name].heads]
    assert [str(field.type) for field in table.schema] == [
        {"text": "string", "integer": "int64", "number": "double", "flag": "bool", "day": "date32[day]"}[head.kind] for head in BY_NAME[name].heads
    ]
    assert table.schema.field(0).metadata[b"description"].decode() == BY_NAME[name].heads[0].words
    assert table.column(BY_NAME[name].key).to_pylist() == [row[BY_NAME[name].key] for row in rows]


def test_a_missing_library_is_told_with_what_to_install(holdings, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(ExportError, match=r"pip install 'hearsay\[tables\]'"):
        write(holdings, to="xlsx", out=tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []
