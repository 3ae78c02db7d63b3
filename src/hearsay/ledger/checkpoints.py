"""Carrying SQLite's write-ahead log into the file while the next batch is made and written."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from sqlalchemy import Engine

THREAD = "hearsay-log"
_REST_SECONDS = 0.2  # from the beginning of one time to that of the next: each waits for the disk, and small batches come quickly


@contextmanager
def carrying(engine: Engine) -> Iterator[Callable[[], None]]:
    """What to call whenever something was committed: a thread of its own then carries the log into the file. Nobody waits for it but the end of the
    context, and nothing hangs on it: what it leaves in the log, for whatever reason, is as safe there, and whoever writes carries the log once it has
    grown too long (engines.py). PostgreSQL does all this by itself."""
    if engine.dialect.name != "sqlite":
        yield lambda: None
        return
    with ThreadPoolExecutor(1, THREAD) as thread:
        yield _Carrier(engine, thread).carry


class _Carrier:
    def __init__(self, engine: Engine, thread: ThreadPoolExecutor) -> None:
        self._engine = engine
        self._thread = thread
        self._last: Future[None] | None = None
        self._began = 0.0

    def carry(self) -> None:
        """Begin to carry what is committed, unless the last time has not ended or has only just begun."""
        now = time.monotonic()
        if self._last is None or (self._last.done() and now - self._began >= _REST_SECONDS):
            self._began = now
            self._last = self._thread.submit(_carry, self._engine)


def _carry(engine: Engine) -> None:
    """As far as it goes without waiting for anybody. A fault stays in the future, which nobody asks: nothing was lost by it, and whoever writes next
    meets the same disk. SQLite too keeps it to itself where it carries the log on its own."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)").close()
    finally:
        connection.close()
