"""Processes killed in the middle of posting, of new readings and of upkeep, hundreds of times, and a server stopped in the middle of posting."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hearsay import ledger
from hearsay.ledger.errors import LedgerUnreachableError
from tests.ledger.killed import account
from tests.ledger.servers import Server, server

ROOT = Path(__file__).parents[2]
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")


def kill(address: str, *, rounds: int, writers: int) -> None:
    kills, acknowledged = run("killed", address, rounds, writers)
    assert kills == rounds * writers
    assert acknowledged >= rounds


def run(name: str, address: str, *numbers: int) -> tuple[int, int]:
    """The two numbers that a module of killings prints in the end."""
    command = [sys.executable, "-m", f"tests.ledger.{name}", address, *map(str, numbers)]
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    first, second = map(int, done.stdout.split())
    return first, second


@needs_fork
def test_no_acknowledged_report_is_lost_and_none_is_half_there(tmp_path: Path) -> None:
    kill(str(tmp_path / "ledger.db"), rounds=120, writers=1)


@needs_fork
def test_nor_where_two_processes_post_at_once(tmp_path: Path) -> None:
    kill(str(tmp_path / "ledger.db"), rounds=80, writers=2)


@needs_fork
def test_nor_in_postgresql(postgres: Server) -> None:
    with postgres.schema() as address:
        kill(address, rounds=15, writers=2)


@needs_fork
def test_readings_are_whole_and_events_can_be_brought_up_to_date(address: str) -> None:
    rounds, behind = run("killed_rereading", address, 30)
    assert rounds == 30
    assert behind > 0, "nobody was killed between a reading and its events"


def test_a_server_that_is_stopped_loses_nothing_and_is_used_again(postgres: Server) -> None:
    with server(postgres.bin) as other, ledger.open(other.address()) as book:
        assert ledger.post(book, *account("a"), by="test") is True
        other.stop("immediate")
        with pytest.raises(LedgerUnreachableError, match="nothing more was written"):
            ledger.post(book, *account("b"), by="test")
        other.start()
        assert ledger.post(book, *account("b"), by="test") is True
        assert [one.report_id for one in ledger.reports(book)] == ["a", "b"]
