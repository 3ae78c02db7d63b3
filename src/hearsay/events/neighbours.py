"""Who has to do with whom: tellings that share a key are compared, and links strong enough are followed until no more are found."""

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
        self._holders: dict[str, Sequence[str]] = {}
        self._known: dict[str, Telling] = {}
        self._keys: dict[str, frozenset[str]] = {}
        self._names: dict[str, frozenset[str]] = {}
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
        """Whom each is compared with: those that share a rare name or a ruling, and the first under each other key, or all if it is one of these."""
        self._learn(wave)
        crowds = {key for one in wave for key in self._keys[one] if self._needs_all(one, key)}
        whole = self._shelves.holders(sorted(crowds), None)
        partners = {one: {name for key in self._keys[one] for name in self._under(key, one, whole)} - {one} for one in wave}
        self._learn({name for names in partners.values() for name in names})
        return partners

    def _learn(self, telling_ids: set[str]) -> None:
        news = self._shelves.tellings(sorted(telling_ids - self._known.keys()))
        self._known.update(news)
        self._keys.update((name, keys(telling)) for name, telling in news.items())
        wanted = {key for name in news for key in self._keys[name]} - self._holders.keys()
        self._holders.update(dict.fromkeys(wanted, ()) | dict(self._shelves.holders(sorted(wanted), max(self._first, self._rare) + 1)))

    def _needs_all(self, one: str, key: str) -> bool:
        is_crowded = len(self._holders[key]) > max(self._first, self._rare)
        return is_crowded and not key.startswith(NAME) and (key.startswith(RULED) or one in self._holders[key][: self._first])

    def _under(self, key: str, one: str, whole: Mapping[str, Sequence[str]]) -> Sequence[str]:
        holders = self._holders[key]
        if key.startswith(NAME):
            return holders if len(holders) <= self._rare else ()
        return whole.get(key, holders) if key.startswith(RULED) or one in holders[: self._first] else holders[: self._first]

    def _followed(self, one: str, partners: set[str]) -> Iterator[str]:
        """Those that a strong link or a ruling leads to."""
        ours = self._known[one]
        for other in sorted(partners):
            theirs = self._known[other]
            link = self._compare(ours, theirs)
            if (link is not None and link.score >= self._threshold) or ours.sames & theirs.sames:
                yield other

    def _compare(self, left: Telling, right: Telling) -> Link | None:
        pair = (left.telling_id, right.telling_id) if left.telling_id < right.telling_id else (right.telling_id, left.telling_id)
        if pair not in self._compared:
            shared = {name_of(key) for key in self._rare_names(left) & self._rare_names(right)}
            self._compared[pair] = compare_tellings(left, right, shared, self._sameness)
        return self._compared[pair]

    def _rare_names(self, telling: Telling) -> frozenset[str]:
        if telling.telling_id not in self._names:
            self._names[telling.telling_id] = frozenset(key for key in name_keys(telling) if len(self._holders[key]) <= self._rare)
        return self._names[telling.telling_id]
