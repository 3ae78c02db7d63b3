"""Where tellings are found by their keys: a database holds them for a ledger, a dict for one run."""

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from hearsay.events.keys import standing
from hearsay.records import Link, Rarity, Telling


class Shelves(Protocol):
    """What linking asks of whoever holds the tellings."""

    def holders(self, wanted: Collection[str], most: int | None) -> Mapping[str, Sequence[str]]:
        """The ids of the tellings under each key in the order of their ``lot``, the first ``most`` of them or all. Keys that hold none may be left
        out."""

    def scarce(self, wanted: Collection[Rarity], most: int) -> Mapping[Rarity, Collection[str]]:
        """The ids of the tellings that bear each name or figure within its stretches, if they are at most so many. Those that more bear are left out,
        and those that none bears may be."""

    def knit(self, knots: Mapping[str, str], links: Iterable[Link]) -> None:
        """Keep of these tellings what strong links hold together, those of one knot, and all links within the knots. Whoever was of a knot of theirs
        is among them."""

    def knots(self, telling_ids: Collection[str]) -> Mapping[str, str]:
        """The knots of these tellings, "" for those of which none is kept."""

    def members(self, knots: Collection[str]) -> Mapping[str, Sequence[str]]:
        """The ids of the tellings of each of these knots."""

    def bonds(self, knots: Collection[str]) -> Sequence[Link]:
        """All links within these knots."""

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
        self._bearers: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._knots: dict[str, str] = {}
        self._bonds: dict[str, list[Link]] = {}
        self.put(tellings)

    def put(self, tellings: Iterable[Telling]) -> None:
        """Put these on the shelves."""
        for telling in tellings:
            self._tellings[telling.telling_id] = telling
            where = standing(telling)
            for key in where.keys:
                insort(self._shelves[key], (where.lot, telling.telling_id))
            for key, stretch in where.traits:
                self._bearers[key][telling.telling_id] = stretch

    def take(self, telling_ids: Iterable[str]) -> None:
        """Take these off the shelves, and the bonds of their knots with them."""
        for telling_id in telling_ids:
            where = standing(self._tellings.pop(telling_id))
            self._bonds.pop(self._knots.pop(telling_id, ""), None)
            for key in where.keys:
                self._shelves[key].remove((where.lot, telling_id))
            for key, _ in where.traits:
                del self._bearers[key][telling_id]

    def holders(self, wanted: Collection[str], most: int | None) -> Mapping[str, Sequence[str]]:
        """As Shelves has it."""
        return {key: [telling_id for _, telling_id in self._shelves[key][:most]] for key in wanted if key in self._shelves}

    def scarce(self, wanted: Collection[Rarity], most: int) -> Mapping[Rarity, Collection[str]]:
        """As Shelves has it."""
        found = {rarity: self._within(rarity) for rarity in wanted if rarity.key in self._bearers}
        return {rarity: names for rarity, names in found.items() if len(names) <= most}

    def _within(self, rarity: Rarity) -> list[str]:
        return [telling_id for telling_id, stretch in self._bearers[rarity.key].items() if rarity.first <= stretch <= rarity.last]

    def knit(self, knots: Mapping[str, str], links: Iterable[Link]) -> None:
        """As Shelves has it."""
        for knot in {*self.knots(knots).values(), *knots.values()}:
            self._bonds.pop(knot, None)
        self._knots |= knots
        for link in links:
            self._bonds.setdefault(knots[link.left], []).append(link)

    def knots(self, telling_ids: Collection[str]) -> Mapping[str, str]:
        """As Shelves has it."""
        return {telling_id: self._knots.get(telling_id, "") for telling_id in telling_ids}

    def members(self, knots: Collection[str]) -> Mapping[str, Sequence[str]]:
        """As Shelves has it."""
        return {knot: [name for name, own in self._knots.items() if own == knot] for knot in knots}

    def bonds(self, knots: Collection[str]) -> Sequence[Link]:
        """As Shelves has it."""
        return [link for knot in knots for link in self._bonds.get(knot, ())]

    def links(self, telling_ids: Collection[str]) -> Mapping[str, Sequence[Link]]:
        """As Shelves has it."""
        return {telling_id: self._tellings[telling_id].links for telling_id in telling_ids}

    def tellings(self, telling_ids: Collection[str]) -> Mapping[str, Telling]:
        """As Shelves has it."""
        return {telling_id: self._tellings[telling_id] for telling_id in telling_ids}
