"""What the server has at hand: the ledger, and an index of its events that is kept in step with it."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from threading import Lock
from typing import TypeVar

from hearsay import ledger, picks, upkeep
from hearsay.faces.web.filters import Filters, pick
from hearsay.ledger import Ledger
from hearsay.ledger.errors import LedgerLockedError, ReadOnlyLedgerError
from hearsay.picks import Card
from hearsay.records import Problem

_KEPT = 48  # answers that are kept
_MOST_REPORTS = 1_000  # reports with the words asked for that are followed to their events

_PATIENCE = 10.0  # seconds that a request waits for another that brings events up to date

Made = TypeVar("Made")


class BusyError(Exception):
    """It takes longer than a reader wants to wait."""


class NothingToSeekError(ValueError):
    """The words that were asked for hold no word."""


class _Slot:
    """An answer that is kept once it is made; who asks meanwhile waits for it."""

    def __init__(self) -> None:
        self.lock, self.made = Lock(), list[object]()


@dataclass
class Desk:
    """A ledger that is served. Its answers are those of the last entry that was heeded, which ``mark`` names."""

    of: Ledger
    is_read_only: bool = False
    _slots: OrderedDict[Hashable, _Slot] = field(default_factory=OrderedDict)
    _shelf: Lock = field(default_factory=Lock)
    _mark: str = ""
    _lock: Lock = field(default_factory=Lock)

    @property
    def mark(self) -> str:
        """The last entry that answers heed, with its hash; events are brought up to date first. Raises BusyError if that takes long."""
        if self._head() != self._mark:
            if not self._lock.acquire(timeout=_PATIENCE):
                raise BusyError("events are being brought up to date with what was posted or judged: try again in some seconds")
            try:
                self._catch_up()
            finally:
                self._lock.release()
        return self._mark

    def is_at(self, mark: str) -> bool:
        """True if the ledger has not grown since ``mark``."""
        return mark == self._head()

    def _head(self) -> str:
        number, digest = ledger.head(self.of)
        return f"{number}-{digest[:24]}"

    def _catch_up(self) -> None:
        found = self._head()
        if found != self._mark and (self._keep_up() or not self._mark):
            self._mark = found

    def kept(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` gives, kept for the next who asks until the ledger grows."""
        slot = self._slot((self.mark, name))
        with slot.lock:
            if not slot.made:
                slot.made.append(make())
            return slot.made[0]  # type: ignore[return-value]

    def _slot(self, key: Hashable) -> _Slot:
        with self._shelf:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            while len(self._slots) > _KEPT:
                self._slots.popitem(last=False)
        return slot

    def cards(self, day: date | None) -> list[Card]:
        """All events as known on a day, in their order."""
        return self.kept(("cards", day), lambda: picks.cards(self.of, published_by=day))

    def picked(self, wanted: Filters) -> list[Card]:
        """The events that are wanted. Raises NothingToSeekError."""
        telling = None if wanted.q is None else self.telling(wanted.q)
        return list(pick(self.cards(wanted.as_of), wanted, telling))

    def telling(self, words: str) -> frozenset[str]:
        """The ids of the events whose reports have all these words. Raises NothingToSeekError if there is no word in them."""
        return self.kept(("telling", words), lambda: self._telling(words))

    def _telling(self, words: str) -> frozenset[str]:
        found = ledger.search(self.of, words, limit=_MOST_REPORTS)
        if isinstance(found, Problem):
            raise NothingToSeekError(found.message)
        return picks.telling(self.of, [one.report.report_id for one in found])

    def _keep_up(self) -> bool:
        """Bring events up to date. False if somebody else is writing to the ledger just now."""
        try:
            if not self.is_read_only:
                upkeep.refresh(self.of)
        except LedgerLockedError:
            return False
        except ReadOnlyLedgerError:  # what cannot be written is worked out as it is asked for
            self.is_read_only = True
        return True


def counted(names: Iterable[Iterable[str]]) -> list[tuple[str, int]]:
    """How many events have each name, those with most first."""
    counts = Counter(chain.from_iterable(names))
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
