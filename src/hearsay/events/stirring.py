"""Whom it concerns that a report comes or goes: those whose comparisons it adds or takes away."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from hearsay.events.keys import RULED, keys, rarities
from hearsay.events.neighbours import Neighbours
from hearsay.events.shelves import Shelves
from hearsay.lexicons import load
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Rarity, Telling


def stirred(arrived: Iterable[Telling], shelves: Shelves) -> frozenset[str]:
    """What is to be linked anew after these tellings were put on the shelves: their own ids, and those of others that are no longer compared because
    a name or a figure has become common or a newcomer stands first in a crowd."""
    news = {telling.telling_id: telling for telling in arrived}
    return _crowds(news, shelves) | news.keys()


def unsettled(leaving: Iterable[Telling], shelves: Shelves, sameness: Sameness = AS_NAMED) -> frozenset[str]:
    """What is to be linked anew once these tellings are off the shelves; ask while they still stand there."""
    gone = {telling.telling_id: telling for telling in leaving}
    return (_crowds(gone, shelves) | Neighbours(shelves, sameness).strong(gone)) - gone.keys()


def _crowds(moved: dict[str, Telling], shelves: Shelves) -> frozenset[str]:
    """All others whose comparisons change with these: bearers of a name or a figure on the brink of being rare, and those who are among the first
    of a crowd only with these, or only without them."""
    counts = Counter(rarity for telling in moved.values() for rarity in rarities(telling))
    wanted = Counter(key for telling in moved.values() for key in keys(telling) if not key.startswith(RULED))
    return frozenset(name for names in (*_brinks(counts, shelves), *_passed(wanted, moved.keys(), shelves)) for name in names)


def _brinks(counts: Counter[Rarity], shelves: Shelves) -> list[Collection[str]]:
    """The bearers of names and figures that are rare without those counted and common with them."""
    rare = load("linking")["names"]["rare"]
    held = shelves.scarce(sorted(counts), rare + max(counts.values(), default=0))
    return [names for rarity, names in held.items() if len(names) - counts[rarity] <= rare < len(names)]


def _passed(wanted: Counter[str], moved: Collection[str], shelves: Shelves) -> Iterator[set[str]]:
    """Of each crowd those who are among the first with those moved, or without them, and not both."""
    first = load("linking")["limits"]["first_tellings"]
    for holders in shelves.holders(sorted(wanted), first + max(wanted.values(), default=0)).values():
        others = [name for name in holders if name not in moved]
        yield set(others[:first]) ^ {name for name in holders[:first] if name not in moved}
