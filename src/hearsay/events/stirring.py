"""Whom it concerns that a report comes or goes: those whose comparisons it adds or takes away."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from hearsay.events.keys import RULED, is_of_figure, keys, narrow_keys, rarities
from hearsay.events.shelves import Shelves
from hearsay.lexicons import load
from hearsay.records import Rarity, Telling


class Stirred(NamedTuple):
    """Tellings to be linked anew, and others that only may be less alike than they were: they share a name that has become common."""

    anew: frozenset[str]
    faded: frozenset[str]


def stirred(arrived: Iterable[Telling], shelves: Shelves) -> Stirred:
    """Whom it concerns that these tellings were put on the shelves: them, those who are no longer compared with one of their knot because a name or a
    figure has become common or a newcomer stands first in a crowd, and those of one knot who share a name that has."""
    news = {telling.telling_id: telling for telling in arrived}
    weakened = {rarity: set(names) - news.keys() for rarity, names in _brinks(news, shelves).items()}
    knots = shelves.knots(sorted(set().union(*weakened.values())))
    held = {rarity: _knotted(names, knots) for rarity, names in weakened.items()}
    parted = _parted(set().union(*held.values(), *_passed(news, shelves)), shelves)
    faded = frozenset().union(*(names for rarity, names in held.items() if not is_of_figure(rarity)))
    return Stirred(frozenset(news) | parted, faded - parted)


def unsettled(leaving: Iterable[Telling], shelves: Shelves) -> frozenset[str]:
    """What is to be linked anew once these tellings are off the shelves; ask while they still stand there."""
    gone = {telling.telling_id: telling for telling in leaving}
    mates = shelves.members(sorted(set(shelves.knots(sorted(gone)).values()) - {""}))
    return frozenset().union(*mates.values(), *_passed(gone, shelves), *_brinks(gone, shelves).values()) - gone.keys()


def _brinks(moved: Mapping[str, Telling], shelves: Shelves) -> dict[Rarity, Collection[str]]:
    """The bearers of names and figures that are rare without those moved and common with them."""
    rare = load("linking")["names"]["rare"]
    counts = Counter(rarity for telling in moved.values() for rarity in rarities(telling))
    held = shelves.scarce(sorted(counts), rare + max(counts.values(), default=0))
    return {rarity: names for rarity, names in held.items() if len(names) - counts[rarity] <= rare < len(names)}


def _knotted(names: Collection[str], knots: Mapping[str, str]) -> set[str]:
    """Those who may have been held together by what they no longer share: two of one knot. Between others there was no strong link to weaken."""
    counts = Counter(knots[name] for name in names)
    return {name for name in names if not knots[name] or counts[knots[name]] > 1}


def _passed(moved: Mapping[str, Telling], shelves: Shelves) -> Iterator[set[str]]:
    """Of each crowd those who are among the first with those moved, or without them, and not both."""
    first = load("linking")["limits"]["first_tellings"]
    wanted = Counter(key for telling in moved.values() for key in keys(telling) if not key.startswith(RULED))
    for holders in shelves.holders(sorted(wanted), first + max(wanted.values(), default=0)).values():
        others = [name for name in holders if name not in moved]
        yield set(others[:first]) ^ {name for name in holders[:first] if name not in moved}


def _parted(passed: Collection[str], shelves: Shelves) -> set[str]:
    """Those of some who lost a reason to be compared with others that now may be no longer compared with one of their knot."""
    homes, told = shelves.knots(sorted(passed)), shelves.tellings(sorted(passed))
    mates: dict[str, list[str]] = {one: [] for one in passed}
    for link in shelves.bonds(sorted(set(homes.values()) - {""})):
        for one, other in ((link.left, link.right), (link.right, link.left)):
            if one in mates:
                mates[one].append(other)
    for some in (narrow_keys, keys):  # most meet under the first, which are few
        crowds = _Crowds({one: some(told[one]) for one, others in mates.items() if others}, shelves)
        mates = {one: [other for other in others if not crowds.meet(one, other)] for one, others in mates.items()}
    return {one for one in passed if mates[one] or not homes[one]}


class _Crowds:
    """Who stands first under some keys of tellings."""

    def __init__(self, own: Mapping[str, frozenset[str]], shelves: Shelves) -> None:
        first: int = load("linking")["limits"]["first_tellings"]
        held = shelves.holders(sorted(frozenset().union(*own.values())), first + 1)
        self._first = {key: names[:first] for key, names in held.items()}
        self._own, self._shelves = own, shelves

    def meet(self, one: str, other: str) -> bool:
        """True if the two, the first of which is one of those, are compared because of one of the keys."""
        if any(other in self._first[key] for key in self._own[one]):
            return True
        firsts = [key for key in self._own[one] if one in self._first[key]]
        return bool(firsts) and not keys(self._shelves.tellings([other])[other]).isdisjoint(firsts)
