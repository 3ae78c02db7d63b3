"""Who has to do with whom: tellings that share a key are compared, and links strong enough are followed until no more are found."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from hearsay.events.comparison import compare_tellings, is_barred
from hearsay.events.keys import RULED, figure_rarities, keys, name_rarities, rarities
from hearsay.events.shelves import Shelves
from hearsay.lexicons import load
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Link, Rarity, Telling


class Neighbours:
    """All that is known of the neighbourhood of some tellings; it grows as it is explored."""

    def __init__(self, shelves: Shelves, sameness: Sameness = AS_NAMED) -> None:
        table = load("linking")
        self._shelves, self._sameness = shelves, sameness
        self._threshold: float = table["threshold"]
        self._first: int = table["limits"]["first_tellings"]
        self._rare: int = table["names"]["rare"]
        self._fewest: int = table["names"]["fewest"]
        self._heads: dict[str, frozenset[str]] = {}
        self._crowded: set[str] = set()
        self._scarce: dict[Rarity, Collection[str]] = {}
        self._known: dict[str, Telling] = {}
        self._blocks: dict[str, list[str]] = {}
        self._compared: dict[tuple[str, str], Link | None] = {}
        self._reached: dict[str, Telling] = {}
        self._ties: defaultdict[str, set[str]] = defaultdict(set)

    def reach(self, telling_ids: Iterable[str]) -> dict[str, Telling]:
        """These tellings and all that strong links lead to from them."""
        wave = set(telling_ids)
        while wave:
            partners = self._partners(wave)
            self._reached |= {name: self._known[name] for name in sorted(wave)}
            wave = {name for one in sorted(wave) for name in self._tied(one, partners[one])} - self._reached.keys()
        return self._reached

    def knots(self) -> dict[str, str]:
        """Of each telling reached the first, by id, of all that strong links hold together with it."""
        found: dict[str, str] = {}
        for first in sorted(self._reached):
            waiting = [first]
            while waiting:
                one = waiting.pop()
                if one not in found:
                    found[one] = first
                    waiting += self._ties[one]
        return found

    def strong(self, telling_ids: Iterable[str]) -> frozenset[str]:
        """Those that strong links lead to straight from these."""
        partners = self._partners(set(telling_ids))
        return frozenset(name for one in sorted(partners) for name in self._followed(one, partners[one]))

    def links(self) -> Iterator[Link]:
        """All compared pairs of the tellings reached, good and bad."""
        for (left, right), link in self._compared.items():
            if link is not None and left in self._reached and right in self._reached:
                yield link

    def _partners(self, wave: set[str]) -> dict[str, set[str]]:
        """Whom each is compared with: those of one ruling, with a rare figure or rare names enough, and the first under other keys, or all if it is
        one of these."""
        self._fetch(wave)
        self._ask(wave - self._blocks.keys())
        whole = self._shelves.holders(sorted({key for one in wave for key in self._blocks[one] if self._needs_all(one, key)}), None)
        partners = {one: (self._namesakes(one) | self._under(one, whole)) - {one} for one in wave}
        self._fetch({name for names in partners.values() for name in names})
        return partners

    def _ask(self, news: set[str]) -> None:
        """Ask who else stands under the keys of tellings that are new here, and bears their names and figures."""
        own = {name: keys(self._known[name]) for name in news}
        wanted = frozenset().union(*own.values()) - self._heads.keys()
        held = self._shelves.holders(sorted(wanted), self._first + 1)
        self._heads.update((key, frozenset(holders[: self._first])) for key, holders in held.items())
        self._crowded.update(key for key, holders in held.items() if len(holders) > self._first)
        borne = frozenset[Rarity]().union(*(rarities(self._known[name]) for name in news))
        self._scarce.update(self._shelves.scarce(sorted(borne - self._scarce.keys()), self._rare))
        self._blocks.update((name, [key for key in under if key in self._heads]) for name, under in own.items())

    def _fetch(self, telling_ids: set[str]) -> None:
        self._known.update(self._shelves.tellings(sorted(telling_ids - self._known.keys())))

    def _needs_all(self, one: str, key: str) -> bool:
        """True if under the key it stands among the first of a crowd, or all are of one ruling."""
        return key in self._crowded and (key.startswith(RULED) or one in self._heads[key])

    def _under(self, one: str, whole: Mapping[str, Sequence[str]]) -> set[str]:
        """Those under one of its keys for days, places and figures, and those of one ruling with it."""
        found = {other for rarity in figure_rarities(self._known[one]) for other in self._scarce.get(rarity, ())}
        return found.union(*(whole[key] if self._needs_all(one, key) else self._heads[key] for key in self._blocks[one]))

    def _namesakes(self, one: str) -> set[str]:
        """Those whose reports share as many rare names as it takes to say something."""
        shared = Counter[str]()
        for own in name_rarities(self._known[one]).values():
            shared.update({other for rarity in own for other in self._scarce.get(rarity, ())})
        return {other for other, names in shared.items() if names >= self._fewest}

    def _tied(self, one: str, partners: set[str]) -> set[str]:
        """Those that a strong link or a ruling leads to, which is kept of both."""
        followed = set(self._followed(one, partners))
        self._ties[one] |= followed
        for other in followed:
            self._ties[other].add(one)
        return followed

    def _followed(self, one: str, partners: set[str]) -> Iterator[str]:
        """Those that a strong link or a ruling leads to."""
        ours = self._known[one]
        for other in sorted(partners):
            theirs = self._known[other]
            link = self._compare(ours, theirs)
            if (link is not None and link.score >= self._threshold) or ours.sames & theirs.sames:
                yield other

    def _compare(self, left: Telling, right: Telling) -> Link | None:
        """``left`` is one whose keys are known."""
        pair = (left.telling_id, right.telling_id) if left.telling_id < right.telling_id else (right.telling_id, left.telling_id)
        if pair not in self._compared:
            is_out = is_barred(left, right)
            self._compared[pair] = None if is_out else compare_tellings(left, right, self._shared(left, right), self._sameness)
        return self._compared[pair]

    def _shared(self, left: Telling, right: Telling) -> list[str]:
        """The rare names that both have."""
        ours, theirs = name_rarities(left), name_rarities(right)
        return [name for name in left.names & right.names if any(rarity in self._scarce for rarity in ours[name] if rarity in theirs[name])]
