"""Nothing is fetched and nothing is sent: the main job runs with every socket closed."""

import subprocess
import sys
from pathlib import Path

REPORT = "KABUL, Sept 3 - The army said on Friday that 12 rebels were killed in Herat and that two soldiers had been wounded."
CODE = """
import socket, sys
class Closed(socket.socket):
    def __init__(self, *arguments, **options):
        raise AssertionError("a socket was opened")
socket.socket = Closed
socket.create_connection = socket.getaddrinfo = Closed
from hearsay.faces.cli import main
main()
"""


def run(*arguments: str, cwd: Path) -> str:
    made = subprocess.run([sys.executable, "-c", CODE, *arguments], capture_output=True, text=True, check=True, cwd=cwd)
    return made.stdout


def test_the_main_job_needs_no_network(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    assert "12 killed" in run("read", "a.txt", "--date", "2021-09-03", cwd=tmp_path)
    run("ingest", "a.txt", "--ledger", "l.db", cwd=tmp_path)
    assert "12" in run("events", "--ledger", "l.db", cwd=tmp_path)
