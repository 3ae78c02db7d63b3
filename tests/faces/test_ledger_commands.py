"""The commands about the ledger as a user runs them: check, migrate, search; and on PostgreSQL as on a file."""

import re
import shlex
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.faces.test_commands import run
from tests.ledger.servers import Server

REPORT = """Outlet: The Herald
Date: 2021-09-03
Title: Fighting in Panjshir
---
Fahim Dashty, spokesman of the National Resistance Front, said on Friday that 34 Taliban fighters were killed in Panjshir.
"""
OLD = (Path(__file__).parents[1] / "ledger" / "schema1.sql").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    assert run("ingest", "report.txt", "--ledger", "l.db", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    shutil.copy(made / "l.db", tmp_path)
    return tmp_path


def alter(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_ledger(folder):
    checked = run("ledger", "check", "--ledger", "l.db", cwd=folder)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "l.db: 2 entries, all sound. Hash of the last: " in checked.stdout
    assert [path.name for path in folder.iterdir()] == ["l.db"]


def test_each_problem_is_a_line_and_the_status_is_one(folder):
    alter(folder / "l.db", "UPDATE entries SET body = replace(body, '34', '43') WHERE kind = 'claim'", "UPDATE reports SET outlet = 'Another'")
    checked = run("ledger", "check", "--ledger", "l.db", cwd=folder)
    *lines, last = checked.stdout.splitlines()
    assert checked.returncode == 1
    assert last == f"l.db: {len(lines)} problems found."
    assert any("hash" not in line and "is not the text of report" in line for line in lines)
    assert any("report report is not listed as its entry has it" in line for line in lines)


def test_what_is_no_ledger_is_told_with_status_two(folder):
    (folder / "text.db").write_text("No database. " * 100, encoding="utf-8")
    for arguments in (("ledger", "check", "--ledger", "text.db"), ("ledger", "check", "--ledger", "none.db"), ("search", "x", "--ledger", "none.db")):
        checked = run(*arguments, cwd=folder)
        assert (checked.returncode, checked.stdout) == (2, "")
        assert len(checked.stderr.splitlines()) == 1


def test_a_ledger_of_an_older_release(tmp_path):
    connection = sqlite3.connect(tmp_path / "old.db")
    connection.executescript(OLD)
    connection.close()
    assert "Northville" in run("events", "--ledger", "old.db", cwd=tmp_path).stdout
    for command in (("ledger", "check"), ("search", "bridge")):
        asked = run(*command, "--ledger", "old.db", cwd=tmp_path)
        assert (asked.returncode, asked.stdout) == (2, "")
        assert "hearsay ledger migrate --ledger old.db" in asked.stderr
    assert run("ledger", "migrate", "--ledger", "old.db", cwd=tmp_path).stdout == "old.db was of schema 1 and is of schema 2 now.\n"
    assert run("ledger", "migrate", "--ledger", "old.db", cwd=tmp_path).stdout == "old.db is of schema 2 already, the newest.\n"
    assert run("ledger", "check", "--ledger", "old.db", cwd=tmp_path).returncode == 0
    assert run("ledger", "migrate", "--ledger", "none.db", cwd=tmp_path).returncode == 2


def test_reports_are_searched(folder):
    found = run("search", "PANJSHIR", "kill*", "--ledger", "l.db", cwd=folder)
    assert (found.returncode, found.stderr) == (0, "")
    words = " ".join(found.stdout.split())
    assert "report (The Herald, 3 Sep 2021): Fighting in Panjshir" in words
    assert "that 34 Taliban fighters were killed in Panjshir" in words
    assert words.endswith("1 report.")
    assert "\x1b" not in found.stdout
    assert max(map(len, found.stdout.splitlines())) <= 80
    none = run("search", "nowhere", "--ledger", "l.db", "--limit", "1", cwd=folder)
    assert (none.returncode, none.stdout) == (1, "0 reports.\n")
    assert run("search", "*", "--ledger", "l.db", cwd=folder).returncode == 2


def as_told(hint: str, *, cwd: Path) -> str:
    """What the command prints that a hint names, as a shell would run it."""
    (command,) = re.findall(r"hearsay (events .*)", hint)
    return run(*shlex.split(command), cwd=cwd).stdout


def test_a_hint_names_a_file_as_a_shell_takes_it(made):
    posted = run("ingest", "report.txt", "--ledger", "my own's.db", cwd=made)
    assert "34" in as_told(posted.stdout, cwd=made)


def test_a_ledger_in_postgresql_is_used_like_a_file(made, postgres: Server):
    with postgres.schema() as address:
        posted = run("ingest", "report.txt", "--ledger", address.replace("boss@", "boss:s3cret@"), cwd=made)
        assert (posted.returncode, posted.stderr) == (0, "")
        assert "1 new reports" in posted.stdout
        assert "s3cret" not in posted.stdout
        assert "34" in as_told(posted.stdout, cwd=made)
        unknown = run("show", "none", "--ledger", address, cwd=made).stderr
        assert "34" in as_told(unknown.replace("`", "\n"), cwd=made)
        assert "34" in run("events", cwd=made, HEARSAY_LEDGER=address).stdout
        assert "Fighting in Panjshir" in run("search", "dashty", "--ledger", address, cwd=made).stdout
        assert "all sound" in run("ledger", "check", "--ledger", address, cwd=made).stdout
        assert "already" in run("ledger", "migrate", "--ledger", address, cwd=made).stdout
