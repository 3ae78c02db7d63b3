"""The commands as a user runs them, on real files, with the shipped reader."""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hearsay import __version__
from hearsay.records.public import from_json

FIRST = """Outlet: The Herald
Date: 2021-09-04
---
The army said on Friday that 12 rebels were killed in Herat. A rebel spokesman denied it and said that 30 soldiers had been killed.
"""
SECOND = "Police said that three civilians were wounded by a bomb in Kabul on Thursday.\n"


def run(*arguments: str | Path, cwd: Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    variables = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "HEARSAY_LEDGER", "FORCE_COLOR")} | environment
    made = subprocess.run([sys.executable, "-m", "hearsay", *arguments], input=stdin, capture_output=True, check=False, cwd=cwd, env=variables)
    return subprocess.CompletedProcess(made.args, made.returncode, made.stdout.decode(), made.stderr.decode())


def plain(words: str) -> str:
    return " ".join(words.split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports, a file that is none, and a ledger with the two."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02")
    assert run("ingest", "first.txt", "second.txt", "--ledger", "l.db", "--date", "2021-09-03", cwd=folder).returncode == 0
    return folder


def test_read_shows_tables_in_plain_80_columns(folder):
    made = run("read", "first.txt", cwd=folder)
    assert (made.returncode, made.stderr) == (0, "")
    assert "\x1b" not in made.stdout
    assert max(map(len, made.stdout.splitlines())) <= 80
    for words in ("first (The Herald, 4 Sep 2021)", "12 killed", "30 killed"):
        assert words in made.stdout


def test_read_bounds_vague_words_as_a_project_codes_them(folder):
    told = b"Police said that dozens of rebels were killed in Herat.\n"
    assert "24 to 99 killed" in run("read", "-", cwd=folder, stdin=told).stdout
    assert "12 killed" in run("read", "-", "--counts", "acled", cwd=folder, stdin=told).stdout


def test_read_gives_lines_and_nothing_else(folder):
    made = run("read", "first.txt", "bad.txt", "--format", "jsonl", cwd=folder, PYTHONIOENCODING="ascii")
    claims = [from_json(json.loads(line)) for line in made.stdout.splitlines()]
    body = FIRST.split("---\n")[1]
    assert {figure.low for claim in claims for figure in claim.figures} >= {12, 30}
    assert all(body[claim.evidence.start : claim.evidence.end] == claim.evidence.text for claim in claims)
    assert {claim.chain[-1].name for claim in claims} == {"The Herald"}
    assert made.stderr.splitlines() == ["bad.txt: is a binary file, not text. Save it as plain text (UTF-8) and read that."]
    assert made.returncode == 1


def test_events_by_a_profile_and_voices_with_their_record(folder):
    assert "civilians" in run("events", "--ledger", "l.db", "--profile", "ibc", cwd=folder).stdout
    wrong = run("events", "--ledger", "l.db", "--profile", "gut", cwd=folder)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "there is no profile 'gut'; there are hearsay, ucdp, acled, airwars, ibc\n"
    assert "rebel spokesman" in run("voices", "--ledger", "l.db", cwd=folder).stdout
    assert "open" in run("voices", "rebel spokesman", "--ledger", "l.db", cwd=folder).stdout
    assert "no voice goes by the name 'Nobody'" in run("voices", "Nobody", "--ledger", "l.db", cwd=folder).stderr


def test_read_takes_standard_input_outlet_and_date(folder):
    made = run("read", "-", "--outlet", "VOA", "--date", "2021-09-03", "--format", "jsonl", cwd=folder, stdin=gzip.compress(SECOND.encode()))
    claims = [from_json(json.loads(line)) for line in made.stdout.splitlines()]
    assert {claim.chain[-1].name for claim in claims} == {"VOA"}
    assert {str(claim.event.time and claim.event.time.first) for claim in claims if claim.figures} == {"2021-09-02"}


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["read", "first.txt"], 0),
        (["read", "first.txt", "bad.txt"], 1),
        (["read", "bad.txt", "none.txt"], 2),
        (["ingest", "bad.txt", "first.txt", "--ledger", "status.db"], 1),
        (["ingest", "bad.txt", "--ledger", "status.db"], 2),
        (["read"], 2),
        (["read", "first.txt", "--date", "yesterday"], 2),
        (["read", "first.txt", "--format", "xml"], 2),
        (["events", "--ledger", "none.db"], 2),
        (["events", "--ledger", "first.txt"], 2),
        (["ingest", "first.txt", "--ledger", "no/folder/l.db"], 2),
        (["show", "nothing", "--ledger", "l.db"], 2),
        (["show", "e", "--ledger", "l.db"], 2),
        (["nonsense"], 2),
        (["parties", "--ledger", "l.db"], 0),
        (["parties", "--ledger", "none.db"], 2),
        (["parties", "merge", "Nobody Known", "Rebels Known", "--ledger", "l.db"], 2),
        (["parties", "undo", "1", "--ledger", "l.db"], 2),
        (["parties", "undo", "one", "--ledger", "l.db"], 2),
        (["parties", "split", "Nobody", "--ledger", "l.db"], 2),
        (["events", "--ledger", "l.db"], 0),
    ],
)
def test_exit_status(folder, arguments, status):
    made = run(*arguments, cwd=folder)
    assert made.returncode == status, made.stderr
    assert "Traceback" not in made.stderr
    assert bool(made.stderr) == bool(status)


def test_the_same_report_again_changes_nothing(folder):
    before = run("events", "--all", "--ledger", "l.db", cwd=folder).stdout
    made = run("ingest", "second.txt", "first.txt", "--ledger", "l.db", cwd=folder)
    assert made.stdout.startswith("0 new reports with 0 claims posted; 2 were there already; 0 failed.")
    assert run("events", "--all", cwd=folder, HEARSAY_LEDGER="l.db").stdout == before


def test_a_changed_report_under_the_same_name_is_refused(folder, tmp_path):
    (tmp_path / "second.txt").write_text(SECOND + "Nobody claimed it.\n", encoding="utf-8")
    made = run("ingest", tmp_path / "second.txt", "--ledger", "l.db", cwd=folder)
    assert made.returncode == 2
    assert made.stderr.startswith("second: l.db holds another text")


def test_events_and_show(folder):
    listed = run("events", "--ledger", "l.db", cwd=folder).stdout
    headlines = [line for line in listed.splitlines() if line.startswith("e") and " by " in line]
    killed = next(line for line in headlines if "Herat" in line)
    shown = run("show", killed.split()[0][:8], "--ledger", "l.db", cwd=folder)
    assert shown.returncode == 0
    assert max(map(len, (listed + shown.stdout).splitlines())) <= 80
    assert "12 killed" in shown.stdout
    assert "asserts" in shown.stdout
    resting = set(re.findall(r"\b[0-9a-f]{8}\b", " ".join(re.findall(r"Rests on ([^.]*)", plain(shown.stdout)))))
    assert resting
    assert resting <= set(re.findall(r"; (\w+)\)", plain(shown.stdout)))
    assert "Why these claims are one event" not in shown.stdout
    why = run("show", killed.split()[0], "--why", "--ledger", "l.db", cwd=folder).stdout
    assert max(map(len, why.splitlines())) <= 80
    assert re.search(r"Why these claims are one event: 2 links .*: same time \(2021-09-02 to 2021-09-03\) \+4; same place", plain(why))


def test_places_are_added_and_read_with(folder, tmp_path):
    own = str(tmp_path / "own.sqlite")
    (tmp_path / "own.csv").write_text("name,lat,lon,country\nQarabulaghistan,36.5,38.1,SY\n", encoding="utf-8")
    (tmp_path / "bad.csv").write_text("name,lat,lon,country\nQarabulaghistan,136.5,38.1,SY\n", encoding="utf-8")
    made = run("gazetteer", "add", tmp_path / "own.csv", "--into", own, cwd=folder)
    assert (made.returncode, made.stdout) == (0, "Places added: 1, under 1 new spellings.\n")
    bad = run("gazetteer", "add", tmp_path / "bad.csv", cwd=folder, HEARSAY_GAZETTEER=own)
    assert (bad.returncode, bad.stdout) == (2, "")
    assert "line 2: latitude is 136.5" in bad.stderr
    text = b"Three soldiers were killed in Qarabulaghistan in northern Syria on Friday, the Syrian army said.\n"
    read = run("read", "-", "--format", "jsonl", cwd=folder, stdin=text, HEARSAY_GAZETTEER=own)
    places = [place for line in read.stdout.splitlines() for place in from_json(json.loads(line)).event.places]
    assert {(place.lat, place.gazetteer) for place in places} == {(36.5, "own:3000000000")}


def test_a_closed_pipe_is_no_fault(folder):
    command = f"{sys.executable} -m hearsay read first.txt second.txt | head -n 1"
    made = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=folder)
    assert made.stdout.startswith("first (The Herald")
    assert "Traceback" not in made.stderr


def test_the_version(folder):
    made = run("--version", cwd=folder)
    assert (made.returncode, made.stdout) == (0, f"hearsay {__version__}\n")


def test_the_demo_goes_through_every_step(folder):
    made = run("demo", cwd=folder)
    assert (made.returncode, made.stderr) == (0, "")
    assert [f"Step {number} of 4" in made.stdout for number in range(1, 5)] == [True] * 4
    assert max(map(len, made.stdout.splitlines())) <= 80
    assert not list(folder.glob("demo*"))
