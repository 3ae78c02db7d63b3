"""Whom it concerns that a report comes or goes: those whose comparisons it adds or takes away."""

from collections import Counter
from collections.abc import Collection, Iterable

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
    """All whom these make be compared with others, or no more: bearers of a name or a figure on the brink of being rare, the first of a crowd."""
    counts = Counter(rarity for telling in moved.values() for rarity in rarities(telling))
    wanted = sorted({key for telling in moved.values() for key in keys(telling) if not key.startswith(RULED)})
    crowds = shelves.holders(sorted(_heads(wanted, moved.keys(), shelves)), None)
    return frozenset(name for names in (*_brinks(counts, shelves), *crowds.values()) for name in names)


def _brinks(counts: Counter[Rarity], shelves: Shelves) -> list[Collection[str]]:
    """The bearers of names and figures that are rare without those counted and common with them."""
    rare = load("linking")["names"]["rare"]
    held = shelves.scarce(sorted(counts), rare + max(counts.values(), default=0))
    return [names for rarity, names in held.items() if len(names) - counts[rarity] <= rare < len(names)]


def _heads(wanted: Collection[str], moved: Collection[str], shelves: Shelves) -> list[str]:
    """The crowds in which some of those moved are among the first."""
    first = load("linking")["limits"]["first_tellings"]
    heads = shelves.holders(wanted, first + 1)
    return [key for key, head in heads.items() if len(head) > first and any(name in moved for name in head[:first])]
