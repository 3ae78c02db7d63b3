"""Who has to do with whom: tellings that share a key are compared, and links strong enough are followed until no more are found."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from hearsay.events.comparison import compare_tellings, is_barred
from hearsay.events.keys import RULED, figure_rarities, keys, name_rarities, rarities, rarities_of, spans
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
        self._homes: dict[str, str] = {}  # the old knots of those reached, "" of those explored
        self._ties: defaultdict[str, set[str]] = defaultdict(set)

    def reach(self, touched: Iterable[str], faded: Collection[str] = ()) -> dict[str, Telling]:
        """These tellings and all that strong links lead to from them. Only those ``touched`` are compared with others; of those between the rest the
        shelves keep the links, except between knots that come together now, and between those who may be less alike (``faded``)."""
        wave, met = set(touched), set(faded)
        while wave:
            self._explore(wave)
            met |= wave | {other for one in wave for other in self._ties[one]} - self._reached.keys()
            homes, met = self._shelves.knots(met), set()
            self._recall(set(homes.values()) - {""}, faded)
            wave = {name for name, home in homes.items() if not home and name not in self._reached} | self._meeting()
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

    def links(self, knots: Mapping[str, str]) -> Iterator[Link]:
        """All compared pairs of one knot, good and bad."""
        for (left, right), link in self._compared.items():
            if link is not None and left in knots and knots[left] == knots.get(right):
                yield link

    def _explore(self, wave: set[str]) -> None:
        """Compare these with all whom they have to do with."""
        partners = self._partners(wave)
        self._reached |= {name: self._known[name] for name in sorted(wave)}
        self._homes.update(dict.fromkeys(wave, ""))
        for one in wave:
            self._tie(one, self._followed(one, partners[one]))

    def _recall(self, knots: set[str], faded: Collection[str]) -> None:
        """Reach all of these knots, with the links between those who are not explored; those between faded ones are told anew."""
        members = self._shelves.members(sorted(knots))
        self._fetch({name for names in members.values() for name in names})
        news = {name: knot for knot, names in members.items() for name in names if name not in self._reached}
        self._reached |= {name: self._known[name] for name in sorted(news)}
        self._homes |= news
        dimmed = news.keys() & faded
        self._ask_rarities(rarity for name in dimmed for rarity in name_rarities(self._known[name]))
        for link in self._shelves.bonds(sorted(knots)):
            left, right = link.left, link.right
            if left in news and right in news:
                found = self._compare(self._known[left], self._known[right]) if left in dimmed and right in dimmed else link
                self._compared[left, right] = found
                if found is not None and found.score >= self._threshold:
                    self._tie(left, [right])
        for one, other in _ruled(self._known[name] for name in sorted(news)):
            self._tie(one, [other])

    def _meeting(self) -> set[str]:
        """Of those that new strong links hold together all but the largest old knot: between knots nothing is kept."""
        groups = defaultdict[str, defaultdict[str, set[str]]](lambda: defaultdict(set))
        for name, knot in self.knots().items():
            if self._homes[name]:
                groups[knot][self._homes[name]].add(name)
        return {name for olds in groups.values() for names in sorted(olds.values(), key=len)[:-1] for name in names}

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
        self._ask_rarities(rarity for name in news for rarity in rarities(self._known[name]))
        self._blocks.update((name, [key for key in under if key in self._heads]) for name, under in own.items())

    def _ask_rarities(self, borne: Iterable[Rarity]) -> None:
        self._scarce.update(self._shelves.scarce(sorted(set(borne) - self._scarce.keys()), self._rare))

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
        shared, ours = Counter[str](), self._known[one]
        for name in ours.names:
            shared.update({other for rarity in rarities_of(name, spans(ours)) for other in self._scarce.get(rarity, ())})
        return {other for other, names in shared.items() if names >= self._fewest}

    def _tie(self, one: str, others: Iterable[str]) -> None:
        for other in others:
            self._ties[one].add(other)
            self._ties[other].add(one)

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
        both = [span for span in spans(left) if span in spans(right)]
        return [name for name in left.names & right.names if any(rarity in self._scarce for rarity in rarities_of(name, both))]


def _ruled(tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    """Pairs that hold together all those of which people said that they are of one event."""
    first: dict[str, str] = {}
    for telling in tellings:
        yield from ((telling.telling_id, first.setdefault(group, telling.telling_id)) for group in telling.sames)
