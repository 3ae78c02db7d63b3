"""``hearsay serve`` and ``hearsay token`` as a user runs them."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def served(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], int, str]]:
    """A server that runs, its port and what it printed."""
    command = [sys.executable, "-m", "hearsay", "serve", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as running:
        assert running.stdout is not None
        printed = running.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", printed)
        assert found is not None, running.communicate()
        try:
            yield running, int(found[1]), printed
        finally:
            running.send_signal(signal.SIGINT)
            running.communicate(timeout=20)


def ask(port: int, path: str, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    told = answer.status, answer.read().decode()
    connection.close()
    return told


def test_a_ledger_is_served_until_it_is_told_to_end(filled: Path) -> None:
    with served("--ledger", str(filled), "--by", "Ann") as (running, port, printed):
        assert running.stdout is not None
        token = re.search(r": (\S+)$", running.stdout.readline())
        assert str(filled) in printed
        assert token is not None
        assert ask(port, "/")[0] == 200
        assert ask(port, "/api/events?limit=1")[0] == 200
        assert ask(port, "/", Host="evil.example")[0] == 421
        body = b'{"verb": "undo", "judgement": 1}'
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("POST", "/api/judgements", body, {"Authorization": f"Bearer {token[1]}", "Content-Type": "application/json"})
        assert connection.getresponse().status == 404  # the token is right; there is no such judgement
        connection.close()


def test_served_to_be_read_only_nothing_is_written(filled: Path) -> None:
    before = filled.read_bytes()
    with served("--ledger", str(filled), "--users", "none", "--site", "ledger.example") as (_, port, _):
        assert ask(port, "/queue")[0] == 200
        assert ask(port, "/", Host="ledger.example")[0] == 200
        assert "Nobody may write here" in ask(port, "/token")[1]
    assert filled.read_bytes() == before


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "hearsay", *arguments], capture_output=True, text=True, check=False)


def test_what_cannot_be_served_is_told_in_a_line(filled: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        made = run("serve", "--ledger", str(filled), "--port", str(taken.getsockname()[1]))
    assert (made.returncode, "give another with --port" in made.stderr, made.stderr.count("\n")) == (2, True, 1)
    made = run("serve", "--ledger", str(tmp_path / "none.db"), "--port", "0")
    assert (made.returncode, "does not exist" in made.stderr) == (2, True)
    made = run("serve", "--ledger", str(filled), "--port", "0", "--users", str(tmp_path / "none.toml"))
    assert (made.returncode, "is not there" in made.stderr) == (2, True)


@pytest.mark.parametrize("arguments", [[], ["--users", "FILE"]])
def test_a_token_is_printed_once_and_its_hash_is_kept(tmp_path: Path, arguments: list[str]) -> None:
    path = tmp_path / "writers.toml"
    made = run("token", "Ann", *(str(path) if one == "FILE" else one for one in arguments))
    assert made.returncode == 0
    assert re.fullmatch(r"\S+\.\S+\n", made.stdout)
    kept = path.read_text() if arguments else made.stderr
    assert "scrypt$" in kept
    assert made.stdout.strip() not in kept
