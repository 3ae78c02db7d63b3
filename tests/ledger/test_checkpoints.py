"""How SQLite's file grows: in pages that claims fit into, and from the write-ahead log while the next batch is written."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import event

from hearsay import ledger
from hearsay.ledger.checkpoints import THREAD
from tests.ledger.killed import Account, account


def batches(*names: str) -> Iterator[list[Account]]:
    """One report in each; the second comes when the log may be carried again."""
    for name in names:
        yield [account(name)]
        time.sleep(0.3)


def pragma(path: Path, *statements: str) -> int:
    """What the last of the statements says."""
    connection = sqlite3.connect(path)
    (value,) = [connection.execute(f"PRAGMA {statement}").fetchone() for statement in statements][-1]
    connection.close()
    return int(value)


def without_log(path: Path) -> set[str]:
    """The reports that the file has without the log beside it, which at first holds even the tables."""
    connection = sqlite3.connect(f"file:{path}?immutable=1", uri=True)
    has_tables = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'reports'").fetchone() == (1,)
    found = {name for (name,) in connection.execute("SELECT report_id FROM reports")} if has_tables else set()
    connection.close()
    return found


def problems(book: ledger.Ledger) -> list[str]:
    """But for the words of these made-up claims, which are not all in the text."""
    return [str(problem) for problem in ledger.check(book) if problem.code != "span"]


def test_the_log_goes_into_the_file_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with ledger.open(path) as book:
        ledger.post(book, *account("before"), by="test")
        assert without_log(path) == set()
        assert list(ledger.post_batches(book, batches("a", "b"), by="test")) == [[True], [True]]
        assert {"before", "a"} <= without_log(path)
        assert threading.active_count() == 1
        assert problems(book) == []


def test_who_reads_an_older_state_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with ledger.open(path) as book, ledger.open(path) as other, other.engine.connect() as reader, reader.begin():
        assert reader.exec_driver_sql("SELECT count(*) FROM reports").scalar() == 0
        assert list(ledger.post_batches(book, batches("a", "b"), by="test")) == [[True], [True]]
        assert reader.exec_driver_sql("SELECT count(*) FROM reports").scalar() == 0
        assert [one.report_id for one in ledger.reports(book)] == ["a", "b"]


def test_a_log_that_cannot_be_carried_costs_nothing(tmp_path: Path) -> None:
    path, refused = tmp_path / "l.db", []

    def refuse(*_: object) -> None:
        if threading.current_thread().name.startswith(THREAD):
            refused.append(True)
            raise sqlite3.OperationalError("disk I/O error")

    with ledger.open(path) as book:
        event.listen(book.engine, "checkout", refuse)
        assert list(ledger.post_batches(book, batches("a", "b"), by="test")) == [[True], [True]]
        assert len(refused) == 2
    with ledger.open(path, read_only=True) as book:
        assert [one.report_id for one in ledger.reports(book)] == ["a", "b"]
        assert problems(book) == []


def test_a_file_keeps_the_size_of_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with ledger.open(path) as book:
        assert list(ledger.post_batches(book, [[account("a")]], by="test")) == [[True]]
    assert pragma(path, "page_size") == 8192
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 4096", "VACUUM", "PRAGMA journal_mode = WAL"):
        connection.execute(statement)
    connection.close()
    with ledger.open(path) as book:
        assert list(ledger.post_batches(book, [[account("b")]], by="test")) == [[True]]
        assert [one.report_id for one in ledger.reports(book)] == ["a", "b"]
        assert problems(book) == []
        with book.engine.connect() as opened:
            assert opened.exec_driver_sql("PRAGMA wal_autocheckpoint").scalar() == 16_384
    assert pragma(path, "page_size") == 4096
