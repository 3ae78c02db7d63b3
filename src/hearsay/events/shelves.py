"""Where tellings are found by their keys: a database holds them for a ledger, a dict for one run."""

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from hearsay.events.keys import keys, lot
from hearsay.records import Link, Telling


class Shelves(Protocol):
    """What linking asks of whoever holds the tellings."""

    def holders(self, wanted: Collection[str], most: int | None) -> Mapping[str, Sequence[str]]:
        """The ids of the tellings under each key in the order of their ``lot``, the first ``most`` of them or all. Keys that hold none may be left
        out."""

    def scarce(self, wanted: Collection[str], most: int) -> Mapping[str, Collection[str]]:
        """The ids of the tellings under those of the keys that at most so many stand under."""

    def tellings(self, telling_ids: Collection[str]) -> Mapping[str, Telling]:
        """The tellings with these ids, all of them; their links may be left out."""

    def links(self, telling_ids: Collection[str]) -> Mapping[str, Sequence[Link]]:
        """Why the claims of each of these tellings are together."""


class Held:
    """Shelves in memory.

    >>> Held().holders(["737850|northville"], 2)
    {}
    """

    def __init__(self, tellings: Iterable[Telling] = ()) -> None:
        self._tellings: dict[str, Telling] = {}
        self._shelves: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self.put(tellings)

    def put(self, tellings: Iterable[Telling]) -> None:
        """Put these on the shelves."""
        for telling in tellings:
            self._tellings[telling.telling_id] = telling
            for key in keys(telling):
                insort(self._shelves[key], lot(telling.telling_id))

    def take(self, telling_ids: Iterable[str]) -> None:
        """Take these off the shelves."""
        for telling_id in telling_ids:
            for key in keys(self._tellings.pop(telling_id)):
                self._shelves[key].remove(lot(telling_id))

    def holders(self, wanted: Collection[str], most: int | None) -> Mapping[str, Sequence[str]]:
        """As Shelves has it."""
        return {key: [telling_id for _, telling_id in self._shelves[key][:most]] for key in wanted if key in self._shelves}

    def scarce(self, wanted: Collection[str], most: int) -> Mapping[str, Collection[str]]:
        """As Shelves has it."""
        return {key: held for key, held in self.holders(wanted, most + 1).items() if len(held) <= most}

    def links(self, telling_ids: Collection[str]) -> Mapping[str, Sequence[Link]]:
        """As Shelves has it."""
        return {telling_id: self._tellings[telling_id].links for telling_id in telling_ids}

    def tellings(self, telling_ids: Collection[str]) -> Mapping[str, Telling]:
        """As Shelves has it."""
        return {telling_id: self._tellings[telling_id] for telling_id in telling_ids}
