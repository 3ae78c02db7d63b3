"""What can go wrong with a ledger that is not the ledger's fault: each told in plain words, and nothing lost."""

import contextlib
import os
import random
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from hearsay import dossiers, ledger, upkeep
from hearsay.ledger import Ledger, LedgerError
from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.errors import (
    LedgerDamagedError,
    LedgerLockedError,
    LedgerMissingError,
    LedgerUnreachableError,
    NotALedgerError,
    ReadOnlyLedgerError,
)
from tests.ledger.killed import account
from tests.ledger.servers import Server

ROOT = Path(__file__).parents[2]


def posted(address: str | Path, *report_ids: str) -> None:
    with ledger.open(address) as book:
        for report_id in report_ids:
            assert ledger.post(book, *account(report_id), by="test") is True


def held(address: str | Path) -> list[str]:
    """The reports of the ledger, which is sound but for the words of its made-up claims."""
    with ledger.open(address, read_only=True) as book:
        assert [problem for problem in ledger.check(book) if problem.code != "span"] == []
        return [one.report_id for one in ledger.reports(book)]


def test_a_ledger_opened_to_be_read_cannot_be_written(address: str) -> None:
    posted(address, "a")
    with ledger.open(address, read_only=True) as book:
        assert len(ledger.claims(book)) == 12
        with pytest.raises(ReadOnlyLedgerError, match="nothing more was written"):
            ledger.post(book, *account("b"), by="test")
        with pytest.raises(ReadOnlyLedgerError):
            ledger.append(book, kind="judgement", key="parties", body={}, by="Ann")
    assert held(address) == ["a"]


def test_nothing_is_made_where_it_shall_only_be_read(address: str, tmp_path: Path) -> None:
    with pytest.raises((LedgerMissingError, NotALedgerError), match=r"does not exist|not a ledger"):
        ledger.open(address, read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_on_a_medium_that_nobody_can_write_opens(tmp_path: Path) -> None:
    posted(tmp_path / "made.db", "a", "b")
    with medium(tmp_path / "medium", tmp_path / "made.db") as folder:
        with ledger.open(folder / "made.db", read_only=True) as book:
            assert [one.report_id for one in ledger.reports(book)] == ["a", "b"]
        with pytest.raises(LedgerError, match=r"read-only|cannot be opened"), ledger.open(folder / "made.db") as book:
            ledger.post(book, *account("c"), by="test")
        assert [path.name for path in folder.iterdir()] == ["made.db"]


class medium:  # noqa: N801 - used like a function
    """A folder with a copy of a file, on a file system that is mounted read-only if that can be done, else without the right to write."""

    def __init__(self, folder: Path, file: Path) -> None:
        self._folder, self._file = folder, file
        self._is_mounted = False

    def __enter__(self) -> Path:
        self._folder.mkdir()
        self._is_mounted = mount(self._folder, "size=64m")
        shutil.copy(self._file, self._folder)
        if self._is_mounted:
            subprocess.run(["mount", "-o", "remount,ro", self._folder], check=True)
        elif os.geteuid() == 0:
            pytest.skip("nothing can be mounted, and root may write everywhere")
        else:
            self._folder.chmod(0o555)
        return self._folder

    def __exit__(self, *_: object) -> None:
        if self._is_mounted:
            subprocess.run(["umount", self._folder], check=True)
        else:
            self._folder.chmod(0o755)


def mount(folder: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return os.geteuid() == 0 and subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A file system with little room."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    if not mount(folder, "size=1m"):
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(book: Ledger, limit: int = 400) -> tuple[list[str], LedgerError]:
    """Post until it fails; what was acknowledged, and the fault."""
    acknowledged: list[str] = []
    for number in range(limit):
        try:
            assert ledger.post(book, *account(f"r{number}"), by="test") is True
        except LedgerError as fault:
            return acknowledged, fault
        acknowledged.append(f"r{number}")
    raise AssertionError("it never got full")


def test_a_disk_that_is_full_when_events_are_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    posted(path, "a", "b")
    with ledger.open(path) as book:

        def limit(connection: object, _record: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")  # type: ignore[attr-defined] # no fewer than there are

        book.engine.dispose()
        event.listen(book.engine, "connect", limit)
        with pytest.raises(LedgerDamagedError, match=r"the disk is full: its events were not brought up to date, and .* is in it; free"):
            upkeep.refresh(book)
    assert held(path) == ["a", "b"]


def test_a_full_disk(tiny: Path) -> None:
    with ledger.open(tiny / "ledger.db") as book:
        acknowledged, fault = fill(book)
        assert isinstance(fault, LedgerDamagedError)
        assert "disk is full: nothing more was written" in str(fault)
        assert len(acknowledged) > 2
        assert [one.report_id for one in ledger.reports(book)] == acknowledged
    subprocess.run(["mount", "-o", "remount,size=16m", tiny], check=True)
    posted(tiny / "ledger.db", "after")
    assert held(tiny / "ledger.db") == [*acknowledged, "after"]


def test_a_database_that_may_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with ledger.open(path) as book:

        def limit(connection: object, _record: object) -> None:
            connection.execute("PRAGMA max_page_count = 120")  # type: ignore[attr-defined]

        book.engine.dispose()
        event.listen(book.engine, "connect", limit)
        acknowledged, fault = fill(book)
    assert "disk is full" in str(fault)
    assert held(path) == acknowledged


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """As when a quota is used up: the system refuses to write on."""
    path = tmp_path / "ledger.db"
    posted(path, "a")
    code = f"""
import resource
from hearsay import ledger
from tests.ledger.test_faults import fill
with ledger.open({str(path)!r}) as book:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
    acknowledged, fault = fill(book)
    print(type(fault).__name__, fault)
    print(*acknowledged)
"""
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    fault, acknowledged = done.stdout.splitlines()
    assert fault.startswith("LedgerDamagedError")
    assert "nothing more was written" in fault
    assert held(path) == ["a", *acknowledged.split()]


def damage(path: Path, spoil: Callable[[bytearray], None]) -> None:
    content = bytearray(path.read_bytes())
    spoil(content)
    path.write_bytes(bytes(content))


def test_a_damaged_page_is_found(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    posted(path, *(f"r{number}" for number in range(30)))

    def spoil(content: bytearray) -> None:
        content[40 * 4096 : 41 * 4096] = b"\x00" * 4096

    damage(path, spoil)
    with ledger.open(path, read_only=True) as book:
        try:
            found = [problem.code for problem in ledger.check(book)]
        except LedgerDamagedError as fault:
            found = [str(fault)]
    assert found != []


def test_a_cut_file_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    posted(path, *(f"r{number}" for number in range(30)))

    def spoil(content: bytearray) -> None:
        del content[len(content) // 2 :]

    damage(path, spoil)
    with pytest.raises(LedgerDamagedError, match="damaged"), ledger.open(path) as book:
        ledger.claims(book)


def rewrite(path: Path, spoil: Callable[[bytes], bytes], entry_id: int = 3) -> None:
    """Change what an entry says behind the ledger's back, byte by byte."""
    connection = sqlite3.connect(path)
    (body,) = connection.execute("SELECT CAST(body AS BLOB) FROM entries WHERE entry_id = ?", (entry_id,)).fetchone()
    assert spoil(body) != body
    connection.execute("UPDATE entries SET body = CAST(? AS TEXT) WHERE entry_id = ?", (spoil(body), entry_id))
    connection.commit()
    connection.close()


def in_json(change: Callable[[Any], Any]) -> Callable[[bytes], bytes]:
    return lambda body: dumps(change(loads(body))).encode()


USES: list[Callable[[Ledger], object]] = [ledger.claims, ledger.hold, dossiers.dossiers, dossiers.listings, upkeep.refresh]
SPOILT: list[Callable[[bytes], bytes]] = [
    lambda body: body.replace(b"0.9", b"0.\xff"),  # no UTF-8
    lambda body: body[:-20],  # no JSON
    lambda body: body.replace(b'"surface"', b'"surfacf"', 1),
    in_json(lambda claim: [claim]),
    in_json(lambda claim: claim | {"chain": None}),
    in_json(lambda claim: claim | {"event": claim["event"] | {"time": {"from": "2026-99-99"}}}),
]


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("spoil", SPOILT)
def test_a_claim_that_cannot_be_read_is_named_with_what_to_do(
    tmp_path: Path, spoil: Callable[[bytes], bytes], use: Callable[[Ledger], object]
) -> None:
    path = tmp_path / "ledger.db"
    posted(path, "a", "b")
    rewrite(path, spoil)
    with pytest.raises(LedgerDamagedError, match=r"is damaged.*a/1.*hearsay ledger check.*restore a copy") as told, ledger.open(path) as book:
        use(book)
    assert str(path) in str(told.value)
    with ledger.open(path, read_only=True) as book:
        assert "entry 3 (claim a/1)" in next(iter(ledger.check(book))).message


@pytest.mark.parametrize(
    ("entry_id", "spoil"),
    [
        (1, in_json(lambda report: {name: value for name, value in report.items() if name != "outlet"})),
        (1, in_json(lambda report: report | {"published": "soon"})),
        (1, in_json(lambda report: report | {"text": 5})),
        (3, in_json(lambda claim: claim | {"id": ["a/1"]})),
        (3, in_json(lambda claim: claim | {"chain": []})),
        (3, in_json(lambda claim: claim | {"report": "z"})),
        (3, in_json(lambda claim: claim | {"event": claim["event"] | {"realis": {}}})),
    ],
)
def test_whatever_comes_of_an_entry_of_another_shape_is_told_as_damage(tmp_path: Path, entry_id: int, spoil: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "ledger.db"
    posted(path, "a", "b")
    rewrite(path, spoil, entry_id)
    with pytest.raises(LedgerDamagedError, match=r"is damaged.*restore a copy"), ledger.open(path, read_only=True) as book:
        dossiers.dossiers(book)
    with ledger.open(path, read_only=True) as book:
        assert f"entry {entry_id} " in next(iter(ledger.check(book))).message


def test_what_goes_wrong_with_a_sound_ledger_is_not_its_damage(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="mine"), ledger.open(tmp_path / "ledger.db"):
        raise KeyError("mine")


def test_a_judgement_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    posted(path, "a")
    with ledger.open(path) as book:
        number = ledger.append(book, kind="judgement", key="parties", body={"verb": "merge", "left": "A", "right": "B"}, by="Ann").entry_id
    rewrite(path, lambda body: body.replace(b'"left"', b'"lefd"'), number)
    with pytest.raises(LedgerDamagedError, match=f"entry {number} .judgement parties"), ledger.open(path, read_only=True) as book:
        ledger.judgements(book)
    rewrite(path, lambda _: b"7", number)
    with ledger.open(path, read_only=True) as book:
        assert {"hash", "body"} <= {problem.code for problem in ledger.check(book)}


def test_a_schema_that_is_no_text_is_told_when_the_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    posted(path, "a")

    def spoil(content: bytearray) -> None:
        where = content.index(b"CREATE TABLE entries")
        content[where + 3] = 0xFF
        content[where + 13 : where + 20] = b"\xff" * 7

    damage(path, spoil)
    with pytest.raises(LedgerDamagedError, match="is damaged: restore a copy"):
        ledger.open(path, read_only=True)


def test_a_table_that_is_not_there_is_damage(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    posted(path, "a")
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE hearsay_meta RENAME COLUMN value TO vaule")
    connection.close()
    with pytest.raises(LedgerDamagedError, match="is damaged: restore a copy"):
        ledger.open(path)


def test_no_damaged_byte_ends_in_anything_else(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    posted(path, "a", "b", "c")
    sound, chance = path.read_bytes(), random.Random(11)  # noqa: S311 - nothing secret
    for _ in range(60):
        content = bytearray(sound)
        for _ in range(chance.choice((1, 3, 30, 300))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        for use in (*USES, lambda book: list(ledger.check(book))):
            path.write_bytes(bytes(content))
            with contextlib.suppress(LedgerError), ledger.open(path) as book:
                use(book)
            for beside in ("-wal", "-shm"):
                path.with_name(path.name + beside).unlink(missing_ok=True)


def test_a_file_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    path.touch()
    with pytest.raises(LedgerError, match=r"read-only|cannot be opened"):
        ledger.open(f"sqlite:///file:{path}?mode=ro&uri=true")


def test_a_clock_that_runs_backwards_takes_nothing_back(address: str) -> None:
    days = iter([5, 3, 9, 1])
    with ledger.open(address, clock=lambda: datetime(2026, 3, next(days), tzinfo=UTC)) as book:
        for report_id in "abcd":
            assert ledger.post(book, *account(report_id), by="test") is True
        recorded = [entry.recorded_at.day for entry in ledger.entries(book, kind="report")]
        assert recorded == [5, 5, 9, 9]
        with pytest.raises(ValueError, match="no time zone"):
            ledger.post(Ledger(book.name, book.engine, lambda: datetime(2026, 3, 1)), *account("e"), by="test")  # noqa: DTZ001 - that is the point
    assert held(address) == ["a", "b", "c", "d"]


def test_a_busy_server(postgres: Server) -> None:
    with postgres.schema() as address:
        posted(address, "a")
        hasty = address.replace("options=", "options=-c+lock_timeout%3D50+")
        with ledger.open(address) as book, book.engine.connect().execution_options(hearsay_writing=True) as connection, connection.begin():
            with ledger.open(hasty) as other, pytest.raises(LedgerLockedError, match="in use by another process"):
                ledger.post(other, *account("b"), by="test")
            assert held(address) == ["a"]  # who reads does not wait
        posted(address, "b")


def test_a_wrong_password_is_told_and_not_shown(postgres: Server) -> None:
    postgres.sql("CREATE ROLE locked LOGIN PASSWORD 'right'")
    address = postgres.address("locked").replace("locked@", "locked:s3cret@")
    with pytest.raises(LedgerUnreachableError, match="check the user and the password") as caught:
        ledger.open(address)
    assert "s3cret" not in str(caught.value)
    assert "//locked@/postgres?host=" in str(caught.value)
    with pytest.raises(ReadOnlyLedgerError, match="ask for the rights"):
        ledger.open(postgres.address("locked").replace("locked@", "locked:right@"))


@pytest.mark.parametrize(
    ("user", "database", "error", "message"),
    [
        ("stranger", "postgres", LedgerUnreachableError, "does not know this user"),
        ("boss", "nowhere", LedgerMissingError, "does not exist on the server"),
    ],
)
def test_who_or_what_a_server_does_not_know(postgres: Server, user: str, database: str, error: type[LedgerError], message: str) -> None:
    with pytest.raises(error, match=message):
        ledger.open(postgres.address(user, database))


def test_a_server_that_is_not_there() -> None:
    pytest.importorskip("psycopg")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(LedgerUnreachableError, match="cannot be reached") as caught:
        ledger.open(f"postgresql://me:s3cret@127.0.0.1:{port}/ledger?password=s3cret")
    assert "s3cret" not in str(caught.value)


def test_a_database_of_somebody_else_on_a_server_is_left_alone(postgres: Server) -> None:
    with postgres.schema() as address:
        with ledger.open(address) as book, book.engine.begin() as connection:
            for table in ("report_words", "claims", "reports", "entries", "hearsay_meta"):
                connection.exec_driver_sql(f"DROP TABLE {table}")
            connection.exec_driver_sql("CREATE TABLE recipes (name text)")
        with pytest.raises(NotALedgerError, match="not a ledger"):
            ledger.open(address)


def test_a_database_that_cannot_hold_every_text(postgres: Server) -> None:
    postgres.sql("CREATE DATABASE western TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'")
    with pytest.raises(LedgerError, match="cannot hold every text"):
        ledger.open(postgres.address(database="western"))


def test_without_the_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerError, match=r"pip install 'hearsay\[postgres\]'"):
        ledger.open("postgresql+psycopg://me@localhost/ledger")


@pytest.mark.parametrize("address", ["postgresql://me:s3cret@host:port/ledger", "mysql://me:s3cret@host/l?password=s3cret", "no such://me:s3cret@x"])
def test_a_password_is_never_told(address: str) -> None:
    with pytest.raises(LedgerError) as caught:
        ledger.open(address)
    assert "s3cret" not in str(caught.value)
