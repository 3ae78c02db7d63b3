"""Who has to do with whom: tellings that share a key are compared, and links strong enough are followed until no more are found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from hearsay.events.comparison import compare_tellings
from hearsay.events.keys import NAME, RULED, keys, name_keys, name_of
from hearsay.events.shelves import Shelves
from hearsay.lexicons import load
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Link, Telling


class Neighbours:
    """All that is known of the neighbourhood of some tellings; it grows as it is explored."""

    def __init__(self, shelves: Shelves, sameness: Sameness = AS_NAMED) -> None:
        table = load("linking")
        self._shelves, self._sameness = shelves, sameness
        self._threshold: float = table["threshold"]
        self._first: int = table["limits"]["first_tellings"]
        self._rare: int = table["names"]["rare"]
        self._fewest: int = table["names"]["fewest"]
        self._holders: dict[str, Sequence[str]] = {}
        self._known: dict[str, Telling] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._compared: dict[tuple[str, str], Link | None] = {}
        self._reached: dict[str, Telling] = {}

    def reach(self, telling_ids: Iterable[str]) -> dict[str, Telling]:
        """These tellings and all that strong links lead to from them."""
        wave = set(telling_ids)
        while wave:
            partners = self._partners(wave)
            self._reached |= {name: self._known[name] for name in sorted(wave)}
            wave = {name for one in sorted(wave) for name in self._followed(one, partners[one])} - self._reached.keys()
        return self._reached

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
        """Whom each is compared with: those of one ruling or with rare names enough, and the first under other keys, or all if it is one of these."""
        self._fetch(wave)
        news = {name: keys(self._known[name]) for name in wave - self._keys.keys()}
        self._keys.update(news)
        wanted = frozenset().union(*news.values()) - self._holders.keys()
        self._holders.update(dict.fromkeys(wanted, ()) | dict(self._shelves.holders(sorted(wanted), max(self._first, self._rare) + 1)))
        whole = self._shelves.holders(sorted({key for one in wave for key in self._keys[one] if self._needs_all(one, key)}), None)
        partners = {one: (self._namesakes(one) | self._under(one, whole)) - {one} for one in wave}
        self._fetch({name for names in partners.values() for name in names})
        return partners

    def _fetch(self, telling_ids: set[str]) -> None:
        self._known.update(self._shelves.tellings(sorted(telling_ids - self._known.keys())))

    def _needs_all(self, one: str, key: str) -> bool:
        is_crowded = len(self._holders[key]) > max(self._first, self._rare)
        return is_crowded and not key.startswith(NAME) and (key.startswith(RULED) or one in self._holders[key][: self._first])

    def _under(self, one: str, whole: Mapping[str, Sequence[str]]) -> set[str]:
        found: set[str] = set()
        for key in self._keys[one]:
            holders = self._holders[key]
            if key.startswith(RULED) or (not key.startswith(NAME) and one in holders[: self._first]):
                found.update(whole.get(key, holders))
            elif not key.startswith(NAME):
                found.update(holders[: self._first])
        return found

    def _namesakes(self, one: str) -> set[str]:
        """Those whose reports share as many rare names as it takes to say something."""
        shared: defaultdict[str, set[str]] = defaultdict(set)
        for key in self._keys[one]:
            if key.startswith(NAME) and len(self._holders[key]) <= self._rare:
                for other in self._holders[key]:
                    shared[other].add(name_of(key))
        return {other for other, names in shared.items() if len(names) >= self._fewest}

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
            both = left.names and right.names and name_keys(left) & name_keys(right)
            shared = {name_of(key) for key in both or () if len(self._holders[key]) <= self._rare}
            self._compared[pair] = compare_tellings(left, right, shared, self._sameness)
        return self._compared[pair]
