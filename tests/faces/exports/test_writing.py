"""An export is written whole or not at all, and never over what is not its own."""

import subprocess
import sys

import pytest

from hearsay import ledger
from hearsay.faces.exports import ExportError, Form, form, forms, take, write


@pytest.mark.parametrize("shape", forms(), ids=lambda shape: shape.name)
def test_an_empty_ledger_gives_a_valid_empty_export(shape, empty, tmp_path):
    out = tmp_path / f"out{shape.ending}"
    with ledger.open(empty, read_only=True) as opened:
        written = write(take(opened, profile=shape.profile or "hearsay"), to=shape.name, out=out)
    assert out.exists()
    assert not any(written.told.values())


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


def test_where_nothing_can_be_written_is_told(holdings, tmp_path):
    with pytest.raises(ExportError, match="does not exist"):
        write(holdings, to="jsonl", out=tmp_path / "nowhere" / "claims.jsonl")
    with pytest.raises(ExportError, match="is a folder, and this export makes a file"):
        write(holdings, to="jsonl", out=tmp_path, overwrite=True)


def test_the_command_writes_and_tells(demo, tmp_path):
    command = [sys.executable, "-m", "hearsay", "export", "--ledger", str(demo), "--out", str(tmp_path / "x.jsonl"), "--to"]
    made = subprocess.run([*command, "jsonl"], capture_output=True, text=True, check=True)
    assert "events" in made.stdout
    assert "claims" in made.stdout
    again = subprocess.run([*command, "jsonl"], capture_output=True, text=True, check=False)
    assert again.returncode == 2
    assert again.stderr.startswith(str(tmp_path / "x.jsonl"))
    wrong = subprocess.run([*command, "nope"], capture_output=True, text=True, check=False)
    assert wrong.returncode == 2
    assert "there are jsonl" in wrong.stderr or "jsonl" in wrong.stderr
    assert "Traceback" not in wrong.stderr
