"""The commands about the ledger as a user runs them: check, migrate, search; and on PostgreSQL as on a file."""

import contextlib
import json
import re
import shlex
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from hearsay import ledger
from tests.faces.test_commands import run
from tests.faces.test_review import typed_in
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


@pytest.mark.parametrize(
    "arguments",
    [
        ("events",),
        ("events", "--recorded-by", "2030-01-01"),
        ("show", "e"),
        ("diff", "--since", "2021-01-01"),
        ("review", "list"),
        ("voices",),
        ("parties",),
        ("export", "--to", "csv", "--out", "out"),
    ],
)
@pytest.mark.parametrize(("there", "instead"), [('"surface"', '"surfac"'), ('"name":"Taliban"', '"name":7'), ("34 Taliban", "34\udcff Taliban")])
def test_a_damaged_ledger_is_told_in_a_line(folder, arguments, there, instead):
    alter(folder / "l.db", "DROP TABLE derived_state")  # so that no command takes what is kept
    connection = sqlite3.connect(folder / "l.db")
    (body,) = connection.execute("SELECT CAST(body AS BLOB) FROM entries WHERE entry_id = 2").fetchone()
    spoilt = body.decode().replace(there, instead).encode("utf-8", "surrogateescape")
    assert spoilt != body
    connection.execute("UPDATE entries SET body = CAST(? AS TEXT) WHERE entry_id = 2", (spoilt,))
    connection.commit()
    connection.close()
    asked = typed_in(folder, *arguments)
    assert isinstance(asked.exception, SystemExit), asked.exception
    assert asked.exit_code in (1, 2)
    assert "l.db is damaged" in asked.stderr
    assert "restore a copy" in asked.stderr
    checked = typed_in(folder, "ledger", "check")
    assert checked.exit_code == 1
    assert "entry 2 (claim " in checked.stdout


@contextlib.contextmanager
def limited(path: Path, most: int) -> Iterator[None]:
    """Within, no connection makes a ledger larger than the file is, or than so many pages."""
    with sqlite3.connect(path) as connection:
        (taken,) = connection.execute("PRAGMA page_count").fetchone()

    def limit(connection, _record):
        connection.execute(f"PRAGMA max_page_count = {max(taken, most)}")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


def test_a_full_disk_is_told_truly_when_all_is_posted(made, folder):
    with sqlite3.connect(folder / "l.db") as connection:
        kept = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'derived_%'").fetchall()
    alter(folder / "l.db", *(f"DROP TABLE {name}" for (name,) in kept))
    alter(folder / "l.db", "VACUUM")
    with limited(folder / "l.db", 0):
        asked = typed_in(folder, "ingest", str(made / "report.txt"))
    assert asked.exit_code == 1
    assert "0 new reports with 0 claims posted; 1 were there already; 0 failed." in asked.stdout
    assert "the disk is full: its events were not brought up to date, and what was posted and judged before is in it" in asked.stderr
    assert "nothing" not in asked.stderr
    assert typed_in(folder, "events").exit_code == 0


def test_a_full_disk_is_told_truly_when_some_is_posted(tmp_path):
    around = " The road to the valley was closed on that day, and nobody came." * 40
    texts = [{"id": f"r{number}", "text": f"The army said on Friday that {number} rebels were killed in Herat.{around}"} for number in range(24)]
    (tmp_path / "all.jsonl").write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    with limited(tmp_path / "none.db", 28):
        asked = typed_in(tmp_path, "ingest", str(tmp_path / "all.jsonl"))
    with ledger.open(tmp_path / "l.db", read_only=True) as book:
        reports, claims = len(ledger.reports(book)), len(ledger.claims(book))
    assert 0 < reports < 24
    assert asked.exit_code == 1
    assert f"{reports} new reports with {claims} claims posted; 0 were there already; 0 failed; the rest was not posted." in asked.stdout
    assert "the disk is full: nothing more was written; free some space and try again" in asked.stderr
    again = typed_in(tmp_path, "ingest", str(tmp_path / "all.jsonl"))
    assert again.exit_code == 0
    assert f"{24 - reports} new reports" in again.stdout


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
