"""Ledgers that older releases wrote. schema1.sql is a ledger of the first schema as SQLite's shell dumps it; its clock ran backwards once."""

import os
import signal
import sqlite3
import time
from pathlib import Path
from typing import Any

import pytest

from hearsay import ledger
from hearsay.ledger import Ledger
from hearsay.ledger.errors import LedgerDamagedError, ReadOnlyLedgerError, TooOldLedgerError
from tests.ledger.stories import claim, document

OLD = (Path(__file__).with_name("schema1.sql")).read_text(encoding="utf-8")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "old.db")


def make(path: Path, script: str = OLD) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    return path


def contents(book: Ledger) -> Any:
    return ledger.entries(book), ledger.reports(book), ledger.claims(book), ledger.judgements(book)


def schema_of(path: Path) -> set[tuple[str, str]]:
    connection = sqlite3.connect(path)
    made = connection.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
    connection.close()
    return {(name, " ".join(str(sql).split())) for name, sql in made}


def version_of(path: Path) -> str:
    connection = sqlite3.connect(path)
    (version,) = connection.execute("SELECT value FROM hearsay_meta").fetchone()
    connection.close()
    return str(version)


def test_an_old_ledger_is_read_as_it_is_and_says_the_same_after_it_was_brought_up_to_date(path: Path) -> None:
    before = path.read_bytes()
    with ledger.open(path, read_only=True) as book:
        assert book.version == 1
        old = contents(book)
        assert [one.report_id for one in old[1]] == ["courier-1", "courier-2", "wire-1"]
        assert [one.undone_by for one in old[3]] == [8]
    assert path.read_bytes() == before
    with ledger.open(path) as book:
        assert (book.version, contents(book)) == (2, old)
        assert list(ledger.check(book)) == []
        assert [one.report.report_id for one in searched(book, "zoe eastwood")] == ["courier-2"]
        assert ledger.post(book, document("new", "A new text."), [claim("new/1", words="A new")], by="test") is True
        assert ledger.entries(book)[-1].entry_id == 10
        assert list(ledger.check(book)) == []


def searched(book: Ledger, words: str) -> tuple[ledger.Found, ...]:
    found = ledger.search(book, words)
    assert isinstance(found, tuple)
    return found


def test_it_then_has_the_tables_of_a_new_one(path: Path, tmp_path: Path) -> None:
    ledger.open(path).close()
    ledger.open(tmp_path / "new.db").close()
    assert schema_of(path) == schema_of(tmp_path / "new.db")


def test_what_an_old_ledger_lacks_is_said(path: Path) -> None:
    with ledger.open(path, read_only=True) as book:
        for use in (lambda: list(ledger.check(book)), lambda: ledger.search(book, "bridge")):
            with pytest.raises(TooOldLedgerError, match="hearsay ledger migrate --ledger"):
                use()


def test_a_ledger_whose_tables_do_not_agree_stays_as_it_was(tmp_path: Path) -> None:
    script = OLD.replace("INSERT INTO \"reports\" VALUES('courier-2'", "INSERT INTO \"reports\" VALUES('courier-9'")
    path = make(tmp_path / "damaged.db", script)
    with pytest.raises(LedgerDamagedError, match="left as it was"):
        ledger.open(path)
    assert version_of(path) == "1"
    with ledger.open(path, read_only=True) as book:
        assert len(ledger.entries(book)) == 8


def test_an_old_ledger_that_cannot_be_written_is_not_brought_up_to_date(path: Path) -> None:
    with pytest.raises(ReadOnlyLedgerError, match="read-only"):
        ledger.open(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert version_of(path) == "1"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_killed_on_the_way_it_is_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    seen = set()
    for number in range(24):
        path = make(tmp_path / f"{number}.db")
        child = os.fork()
        if child == 0:
            ledger.open(path).close()
            os._exit(0)
        time.sleep(0.003 * number)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen.add(version_of(path))
        with ledger.open(path) as book:
            assert len(ledger.entries(book)) == 8
            assert list(ledger.check(book)) == []
    assert seen <= {"1", "2"}
    assert "1" in seen
