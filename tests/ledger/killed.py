"""Run by test_killing.py: processes post reports and are killed at random moments; says then what the ledger holds.

python -m tests.ledger.killed ADDRESS ROUNDS WRITERS
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from sqlalchemy import func, select

from hearsay import ledger
from hearsay.ledger import schema
from hearsay.records import Claim, Document, Problem
from tests.ledger.stories import claim, document

Account = tuple[Document, list[Claim]]

TEXT = "Thirty-four were killed. " * 40
CLAIMS = 12
BATCH = 4
LATEST_SECONDS = 0.03
SOUND_EVERY = 50  # rounds between looks at everything


def post_until_killed(address: str, number: int, told: int) -> None:
    """Post reports, one, several and some batches at a time, and tell each one's id once it is acknowledged."""
    with ledger.open(address) as book:
        for serial in range(100_000):
            reports = [account(f"r{number}-{serial}-{each}") for each in range(BATCH)]
            for posted, results in _posts(book, reports, serial):
                names = [report.report_id for (report, _), result in zip(posted, results, strict=True) if result is True]
                os.write(told, "".join(f"{name}\n" for name in names).encode())


def _posts(book: ledger.Ledger, reports: list[Account], serial: int) -> Iterator[tuple[list[Account], list[bool | Problem]]]:
    """One of the three ways in which reports are posted, with what it acknowledges, as soon as it does."""
    if serial % 3 == 0:
        yield reports[:1], [ledger.post(book, *reports[0], by="test")]
    elif serial % 3 == 1:
        yield reports, ledger.post_all(book, reports, by="test")
    else:
        batches = [reports[:1], reports[1:]]
        yield from zip(batches, ledger.post_batches(book, batches, by="test"), strict=True)


def account(report_id: str) -> Account:
    return document(report_id, TEXT), [claim(f"{report_id}/{index}", words=TEXT[:24]) for index in range(CLAIMS)]


def start(work: Callable[[int], None]) -> tuple[int, int]:
    """A child that does the work until it is killed, and is told where to tell of it; returns its id and where it is heard."""
    hears, told = os.pipe()
    child = os.fork()
    if child == 0:
        work(told)
    os.close(told)
    return child, hears


def kill_all(children: Sequence[tuple[int, int]], chance: random.Random, latest_seconds: float = LATEST_SECONDS) -> list[str]:
    """Wait for the first to say something and a moment longer, then kill them one after the other; returns what they had acknowledged."""
    heard = os.read(children[0][1], 65536)
    for child, _ in children:
        time.sleep(chance.random() * latest_seconds)
        os.kill(child, signal.SIGKILL)
    for child, hears in children:
        os.waitpid(child, 0)
        while more := os.read(hears, 65536):
            heard += more
        os.close(hears)
    return heard.decode().split()


def look(address: str, acknowledged: set[str]) -> None:
    """Every acknowledged report is there, and each report that is there has all its claims."""
    claims, reports = schema.claims.c, schema.reports.c
    with ledger.open(address, create=False) as book, book.engine.connect() as connection:
        there = set(connection.scalars(select(reports.report_id)))
        counted = connection.execute(select(claims.report_id, func.count()).group_by(claims.report_id)).all()
    assert acknowledged <= there, "an acknowledged report was lost"
    assert {number for _, number in counted} <= {CLAIMS}, "half a report"
    assert {report_id for report_id, _ in counted} == there, "a report without its claims"


def main(address: str, rounds: int, writers: int) -> None:
    chance, acknowledged = random.Random(20), set[str]()  # noqa: S311 - moments to kill at, not a secret
    for number in range(rounds):
        children = [start(partial(post_until_killed, address, number * writers + each)) for each in range(writers)]
        acknowledged |= set(kill_all(children, chance))
        look(address, acknowledged)
        if number % SOUND_EVERY == SOUND_EVERY - 1 or number == rounds - 1:
            sound(address)
    print(rounds * writers, len(acknowledged))  # noqa: T201 - the test reads it


def sound(address: str) -> None:
    """Nothing is wrong but the words of these made-up claims, which are not all in the text."""
    with ledger.open(address, read_only=True) as book:
        assert [str(problem) for problem in ledger.check(book) if problem.code != "span"] == []


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
