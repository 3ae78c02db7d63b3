"""Posting, reading back, and the faults of files."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import ledger
from hearsay.ledger import Ledger, LedgerError
from hearsay.ledger.errors import LedgerDamagedError, LedgerLockedError, LedgerMissingError, NotALedgerError, ReadOnlyLedgerError, TooNewLedgerError
from hearsay.ledger.store import writing
from hearsay.records import Claim, Document, Problem
from hearsay.records.public import to_json
from tests.ledger.stories import claim, document, figure, party, place, voice, when

TEXT = "“We lost nobody,” said Adam. Zoë counted 34 dead — at least."


def telling(report_id: str, text: str = TEXT) -> tuple[Document, list[Claim]]:
    """A report with two claims that use every field."""
    figures = [figure("killed", 34, None, victims=[party("Hill Front")], time=when("2021-03-01"), places=(place("Northville", 10.0, 20.0),))]
    told = [
        claim(f"{report_id}/1", "attack", by=voice("Adam", of="River Army", said="2021-03-02"), words=text[:17], places=[place("Northville")]),
        claim(
            f"{report_id}/2", start=text.index("Zoë") if "Zoë" in text else 0, words="Zoë counted 34 dead" if "Zoë" in text else text, figures=figures
        ),
    ]
    return document(report_id, text, "2021-03-03", outlet="Courier", title="Fighting", url="https://example.org/1"), told


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.db"


def clock(*days: int) -> Callable[[], datetime]:
    moments: Iterator[datetime] = (datetime(2021, 9, day, 12, tzinfo=UTC) for day in days)
    return lambda: next(moments)


def rows(address: str | Path) -> int:
    with ledger.open(address, read_only=True) as book:
        return len(ledger.entries(book))


def test_what_is_posted_comes_back_as_it_was(address: str) -> None:
    report, told = telling("a")
    with ledger.open(address) as book:
        assert ledger.post(book, report, told, by="test 1") is True
    with ledger.open(address, create=False) as book:
        assert ledger.claims(book) == tuple(told)
        assert ledger.reports(book) == (report,)
        assert ledger.report(book, "a") == report
        assert ledger.report(book, "b") is None
        first, *rest = ledger.entries(book)
    assert (first.kind, first.key, first.by, first.body["text"]) == ("report", "a", "test 1", TEXT)
    assert first.recorded_at.utcoffset() == timedelta(0)
    assert [entry.body for entry in rest] == [to_json(one) for one in told]


def test_posting_the_same_report_twice_changes_nothing(address: str) -> None:
    with ledger.open(address) as book:
        ledger.post(book, *telling("a"), by="test 1")
        before = ledger.entries(book)
        assert ledger.post(book, *telling("a"), by="test 2") is False
        assert ledger.post(book, telling("a")[0], [], by="test 2") is False
        assert ledger.entries(book) == before


def test_another_text_under_the_same_id_is_a_problem(address: str) -> None:
    with ledger.open(address) as book:
        ledger.post(book, *telling("a"), by="test")
        problem = ledger.post(book, *telling("a", "Another text."), by="test")
        assert isinstance(problem, Problem)
        assert (problem.code, problem.source) == ("report-id-taken", "a")
        assert "another text under this report's id" in problem.message
        assert len(ledger.reports(book)) == 1


def test_a_claim_id_of_another_report_is_a_problem_and_nothing_is_posted(address: str) -> None:
    with ledger.open(address) as book:
        ledger.post(book, *telling("a"), by="test")
        stray = claim("a/1", report="b", words=TEXT[:17])
        problem = ledger.post(book, document("b", TEXT), [stray], by="test")
        assert isinstance(problem, Problem)
        assert problem.code == "claim-id-taken"
        assert [one.report_id for one in ledger.reports(book)] == ["a"]


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ([claim("b/1", words=TEXT[:17])], "is of report b, not of a"),
        ([claim("a/1", words="not in the text")], "its evidence is not the text"),
        ([claim("a/1", words=TEXT[:17]), claim("a/1", words=TEXT[:17])], "bear one id"),
    ],
)
def test_claims_that_are_not_the_reports_are_misuse(address: str, told: list[Claim], message: str) -> None:
    with ledger.open(address) as book:
        with pytest.raises(ValueError, match=message):
            ledger.post(book, document("a", TEXT), told, by="test")
        assert ledger.entries(book) == ()


def test_a_failure_half_way_leaves_nothing(address: str) -> None:
    broken: Any = claim("a/2", words=TEXT[:17], weapons=[object()])
    with ledger.open(address) as book:
        with pytest.raises(Exception, match="not JSON serializable"):
            ledger.post(book, document("a", TEXT), [claim("a/1", words=TEXT[:17]), broken], by="test")
        assert ledger.entries(book) == ()
        assert ledger.reports(book) == ()
        assert ledger.post(book, *telling("a"), by="test") is True


def test_what_was_known_when(address: str) -> None:
    with ledger.open(address, clock=clock(1, 3)) as book:
        ledger.post(book, *telling("a"), by="test")
        ledger.post(book, *telling("b"), by="test")

        def known(as_of: date | datetime | None) -> list[str]:
            assert len(ledger.claims(book, as_of=as_of)) == 2 * len(ledger.reports(book, as_of=as_of))
            return [one.report_id for one in ledger.reports(book, as_of=as_of)]

        assert known(None) == ["a", "b"]
        assert known(date(2021, 8, 31)) == []
        assert known(date(2021, 9, 1)) == ["a"]
        assert known(datetime(2021, 9, 1, 11, 59, tzinfo=UTC)) == []
        assert known(date(2021, 9, 3)) == ["a", "b"]
        with pytest.raises(ValueError, match="no time zone"):
            known(datetime(2021, 9, 1))  # noqa: DTZ001 - that is the point


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 28), min_size=1, max_size=6), st.integers(1, 28), st.integers(1, 28))
def test_more_is_known_later_whatever_the_clock_did(days: list[int], one: int, other: int) -> None:
    with ledger.open("sqlite://", clock=clock(*days)) as book:
        for number in range(len(days)):
            ledger.post(book, document(f"r{number}", TEXT), [claim(f"r{number}/1", words=TEXT[:17])], by="test")
        early, late = (ledger.claims(book, as_of=date(2021, 9, day)) for day in sorted((one, other)))
        assert set(early) <= set(late) <= set(ledger.claims(book))


def test_two_writers_at_once_post_each_report_once(address: str) -> None:
    results: list[list[bool | Problem]] = [[], []]

    def write(result: list[bool | Problem]) -> None:
        with ledger.open(address) as book:
            result.extend(ledger.post(book, *telling(f"r{number}"), by="test") for number in range(15))

    threads = [threading.Thread(target=write, args=(result,)) for result in results]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [sorted(pair, key=bool) for pair in zip(*results, strict=True)] == [[False, True]] * 15
    assert rows(address) == 45


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (b"Once upon a time there was a long text that is no database.\n" * 40, NotALedgerError, "is not a ledger"),
        (None, NotALedgerError, "is a folder"),
    ],
)
def test_files_that_are_no_ledger(path: Path, content: bytes | None, error: type[LedgerError], message: str) -> None:
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    with pytest.raises(error, match=message) as caught:
        ledger.open(path)
    assert str(path) in str(caught.value)
    assert content is None or path.read_bytes() == content


def test_somebody_elses_database_is_left_alone(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotALedgerError, match="not a ledger"):
        ledger.open(path)
    assert path.read_bytes() == before


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissingError, match="does not exist"):
        ledger.open(tmp_path / "typo.db", create=False)
    with pytest.raises(LedgerMissingError, match="no folder"):
        ledger.open(tmp_path / "no" / "such.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["mysql://host/ledger", "http://example.org", "://"])
def test_addresses_that_are_no_sqlite(address: str) -> None:
    with pytest.raises(LedgerError, match="sqlite:///PATH"):
        ledger.open(address)


def test_a_newer_release_wrote_it(address: str) -> None:
    with ledger.open(address) as book, book.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE hearsay_meta SET value = '99'")
    with pytest.raises(TooNewLedgerError, match=r"schema 99, this release knows 2.*upgrade"):
        ledger.open(address)


def test_a_read_only_ledger_can_be_read_but_not_posted_to(path: Path) -> None:
    with ledger.open(path) as book:
        ledger.post(book, *telling("a"), by="test")
    with ledger.open(f"sqlite:///file:{path}?mode=ro&uri=true") as book:
        assert len(ledger.claims(book)) == 2
        with pytest.raises(ReadOnlyLedgerError, match="read-only"):
            ledger.post(book, *telling("b"), by="test")
    assert rows(path) == 3


def test_a_busy_ledger(path: Path) -> None:
    ledger.open(path).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with ledger.open(f"sqlite:///{path}?timeout=0.05") as book, pytest.raises(LedgerLockedError, match="in use by another process"):
        ledger.post(book, *telling("a"), by="test")
    other.close()


def test_a_damaged_ledger(path: Path) -> None:
    with ledger.open(path) as book:
        for number in range(60):
            ledger.post(book, *telling(f"r{number}"), by="test")
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * len(content[8192:])
    path.write_bytes(bytes(content))
    with pytest.raises(LedgerDamagedError, match="damaged"), ledger.open(path) as book:
        ledger.claims(book)


def test_rows_hold_on_to_each_other(path: Path) -> None:
    with ledger.open(path) as book:
        ledger.post(book, *telling("a"), by="test")
        with book.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_what_is_posted_waits_for_the_disk_whatever_was_written_before(address: str) -> None:
    with ledger.open(address) as book:
        told = [_waits_for_the_disk(book, is_lasting=is_lasting) for is_lasting in (True, False, True)]
    assert told == [True, False, True]


def _waits_for_the_disk(book: Ledger, *, is_lasting: bool) -> bool:
    with writing(book, is_lasting=is_lasting) as connection:
        if connection.dialect.name == "sqlite":
            return connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        return connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
