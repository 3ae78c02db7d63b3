"""An export is written whole or not at all, and never over what is not its own."""

import csv
import os
from dataclasses import replace

import pytest
from typer.testing import CliRunner, Result

from hearsay import ledger
from hearsay.faces.cli.commands import app
from hearsay.faces.exports import ExportError, Form, form, forms, take, write


@pytest.mark.parametrize("shape", forms(), ids=lambda shape: shape.name)
def test_an_empty_ledger_gives_a_valid_empty_export(shape, empty, tmp_path):
    out = tmp_path / "out"
    with ledger.open(empty, read_only=True) as opened:
        written = write(take(opened, profile=shape.profile or "hearsay"), to=shape.name, out=out)
    assert out.exists()
    assert not any(written.told.values())


def test_reports_are_fetched_by_their_ids(demo):
    with ledger.open(demo, read_only=True) as opened:
        reports = take(opened).reports
        assert len(reports) == len(list(reports)) == len(ledger.reports(opened))
        assert all(reports[name].report_id == name for name in reports)
        assert reports.get("no such report") is None


def test_an_unknown_form_is_told_with_those_that_there_are():
    with pytest.raises(ExportError, match=r"no form 'csw' of export; there are .*jsonl"):
        form("csw")


def test_a_file_that_is_there_is_replaced_only_if_wanted(holdings, tmp_path):
    out = tmp_path / "claims.jsonl"
    out.write_text("mine")
    with pytest.raises(ExportError, match="is there already"):
        write(holdings, to="jsonl", out=out)
    assert out.read_text() == "mine"
    write(holdings, to="jsonl", out=out, overwrite=True)
    assert len(out.read_text().splitlines()) == sum(len(one.claims) for one in holdings.dossiers)
    assert [path.name for path in tmp_path.iterdir()] == ["claims.jsonl"]


def test_nothing_is_left_behind_if_writing_fails(holdings, tmp_path, monkeypatch):
    def fails(_, out):
        out.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hearsay.faces.exports.registry._FORMS", (Form("poor", ".txt", "a form", fails),))
    with pytest.raises(ExportError, match="No space left on device"):
        write(holdings, to="poor", out=tmp_path / "out.txt")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shape", forms(), ids=lambda shape: shape.name)
def test_one_ledger_gives_one_file_though_its_events_come_but_once(shape, held, tmp_path):
    found, taken = [], held(shape.profile or "hearsay")
    for name, told in (("first", taken.dossiers), ("second", iter(taken.dossiers))):
        out = tmp_path / name
        write(replace(taken, dossiers=told), to=shape.name, out=out)
        files = sorted(path for path in out.rglob("*")) if out.is_dir() else [out]
        found.append([path.read_bytes() for path in files])
    assert found[0] == found[1]


def test_a_folder_comes_back_if_the_new_one_cannot_take_its_place(holdings, tmp_path, monkeypatch):
    out = tmp_path / "tables"
    write(holdings, to="csv", out=out)
    (out / "events.csv").write_text("old")
    monkeypatch.setattr("pathlib.Path.replace", _no_room)
    with pytest.raises(ExportError, match="No space left on device"):
        write(holdings, to="csv", out=out, overwrite=True)
    assert (out / "events.csv").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def _no_room(*_):
    raise OSError(28, "No space left on device")


def test_a_link_is_followed_and_what_is_no_file_is_left_alone(holdings, tmp_path):
    (tmp_path / "real.jsonl").write_text("old")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    write(holdings, to="jsonl", out=tmp_path / "link.jsonl", overwrite=True)
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text(encoding="utf-8").startswith("{")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ExportError, match="is no ordinary file"):
        write(holdings, to="jsonl", out=tmp_path / "pipe", overwrite=True)


def test_a_folder_is_not_named_like_a_file(holdings, tmp_path):
    with pytest.raises(ExportError, match="csv makes a folder with a file a table"):
        write(holdings, to="csv", out=tmp_path / "x.csv")
    write(holdings, to="csv", out=tmp_path / "x.csv", rows="events")
    assert (tmp_path / "x.csv").is_file()


def test_where_nothing_can_be_written_is_told(holdings, tmp_path):
    with pytest.raises(ExportError, match="does not exist"):
        write(holdings, to="jsonl", out=tmp_path / "nowhere" / "claims.jsonl")
    with pytest.raises(ExportError, match="is a folder, and this export makes a file"):
        write(holdings, to="jsonl", out=tmp_path, overwrite=True)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)])


def test_the_command_writes_and_tells(demo, tmp_path, holdings):
    out = tmp_path / "x.jsonl"
    made = run("--ledger", demo, "--out", out, "--to", "jsonl")
    assert made.exit_code == 0
    assert made.stdout == f"{out}: {len(holdings.dossiers)} events, {sum(len(one.claims) for one in holdings.dossiers)} claims.\n"
    again = run("--ledger", demo, "--out", out, "--to", "jsonl")
    assert (again.exit_code, again.stderr) == (2, f"{out} is there already: write elsewhere, or say --overwrite\n")
    assert run("--ledger", demo, "--out", out, "--to", "jsonl", "--overwrite").exit_code == 0


def test_the_command_heeds_the_day(demo, tmp_path):
    out = tmp_path / "events.csv"
    made = run("--ledger", demo, "--out", out, "--to", "csv", "--rows", "claims", "--as-of", "2021-08-31")
    assert made.exit_code == 0
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["published"] for row in rows} == {"2021-08-31"}


def test_the_command_heeds_the_moment(demo, tmp_path):
    out = tmp_path / "events.csv"
    made = run("--ledger", demo, "--out", out, "--to", "acled", "--recorded-by", "2001-01-01")
    assert made.exit_code == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1  # before anything was posted
    now = run("--ledger", demo, "--out", out, "--to", "acled", "--recorded-by", "2999-01-01", "--overwrite")
    assert now.exit_code == 0
    assert "fatalities unproven" in out.read_text(encoding="utf-8")


def test_the_command_tells_that_there_is_nothing_yet(empty, tmp_path):
    made = run("--ledger", empty, "--out", tmp_path / "x.geojson", "--to", "geojson")
    assert made.exit_code == 0
    assert "the file is valid, and empty" in made.stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--to", "nope"], "there is no form 'nope' of export; there are csv, xlsx"),
        (["--to", "csv", "--rows", "sides"], "csv has no rows of sides; it has rows of events, tallies, figures, claims"),
        (["--to", "jsonl", "--rows", "claims"], "jsonl has no rows of claims; it has no choice of rows"),
        (["--to", "acled", "--profile", "hearsay"], "the figures of acled are by the rules of acled, not by those of hearsay: leave --profile out"),
        (["--to", "csv", "--profile", "nope"], "there is no profile 'nope'"),
    ],
)
def test_wrong_usage_is_told_and_nothing_written(demo, tmp_path, options, told):
    made = run("--ledger", demo, "--out", tmp_path / "x", *options)
    assert made.exit_code == 2
    assert told in made.stderr
    assert "Traceback" not in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_no_ledger_is_told(tmp_path):
    made = run("--ledger", tmp_path / "no.db", "--out", tmp_path / "x", "--to", "csv")
    assert made.exit_code == 2
    assert "no.db" in made.stderr


def test_a_folder_of_somebody_else_is_never_replaced(holdings, tmp_path):
    out = tmp_path / "mine"
    out.mkdir()
    (out / "thesis.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"holds other files \(thesis.txt\)"):
        write(holdings, to="csv", out=out, overwrite=True)
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]


def test_a_folder_that_holds_an_earlier_export_is_replaced_if_wanted(holdings, tmp_path):
    out = tmp_path / "tables"
    out.mkdir()  # an empty one may be filled
    write(holdings, to="csv", out=out)
    (out / "events.csv").write_text("old")
    with pytest.raises(ExportError, match="holds an export already"):
        write(holdings, to="csv", out=out)
    write(holdings, to="csv", out=out, overwrite=True)
    assert (out / "events.csv").read_text(encoding="utf-8") != "old"
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]
