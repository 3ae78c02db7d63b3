"""Run by test_killing.py: posts reports in a child process, kills it at a random moment, and says what the ledger holds then.

python killed.py LEDGER ROUNDS
"""

import os
import random
import signal
import sys
import time

from hearsay import ledger
from tests.ledger.stories import claim, document

TEXT = "Thirty-four were killed. " * 40
CLAIMS = 12


def post_until_killed(path: str, number: int, told: int) -> None:
    """Post reports, and tell each one's id once it is acknowledged."""
    with ledger.open(path) as book:
        for serial in range(10_000):
            report_id = f"r{number}-{serial}"
            claims = [claim(f"{report_id}/{index}", words=TEXT[:24]) for index in range(CLAIMS)]
            if ledger.post(book, document(report_id, TEXT), claims, by="test") is True:
                os.write(told, f"{report_id}\n".encode())


def kill_one(path: str, number: int, chance: random.Random) -> list[str]:
    """Start a child, kill it after its first word or so; returns what it had acknowledged."""
    hears, told = os.pipe()
    child = os.fork()
    if child == 0:
        post_until_killed(path, number, told)
    os.close(told)
    heard = os.read(hears, 1000)
    time.sleep(chance.random() * 0.03)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(hears, 65536):
        heard += more
    os.close(hears)
    return heard.decode().split()


def check(path: str, acknowledged: set[str]) -> None:
    with ledger.open(path, create=False) as book:
        there = [report.report_id for report in ledger.reports(book)]
        counted = dict.fromkeys(there, 0)
        for one in ledger.claims(book):
            counted[one.report_id] += 1
        with book.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert acknowledged <= set(there), "an acknowledged report was lost"
    assert set(counted.values()) == {CLAIMS}, "half a report"


def main(path: str, rounds: int) -> None:
    chance, acknowledged = random.Random(20), set[str]()  # noqa: S311 - moments to kill at, not a secret
    for number in range(rounds):
        acknowledged |= set(kill_one(path, number, chance))
        check(path, acknowledged)
    print(len(acknowledged))  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
