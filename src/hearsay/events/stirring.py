"""Whom it concerns that a report comes or goes: those whose comparisons it adds or takes away."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from hearsay.events.keys import RULED, keys, rarities
from hearsay.events.neighbours import Neighbours
from hearsay.events.shelves import Shelves
from hearsay.lexicons import load
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Telling


def stirred(arrived: Iterable[Telling], shelves: Shelves) -> frozenset[str]:
    """What is to be linked anew after these tellings were put on the shelves: their own ids, and those of others that are no longer compared because
    a name or a figure has become common or a newcomer stands first in a crowd."""
    news = {telling.telling_id: telling for telling in arrived}
    weakened = [set(names) - news.keys() for names in _brinks(news, shelves)]
    knots = shelves.knots(sorted(set().union(*weakened)))
    return frozenset(news).union(*_passed(news, shelves), *(_knotted(names, knots) for names in weakened))


def unsettled(leaving: Iterable[Telling], shelves: Shelves, sameness: Sameness = AS_NAMED) -> frozenset[str]:
    """What is to be linked anew once these tellings are off the shelves; ask while they still stand there."""
    gone = {telling.telling_id: telling for telling in leaving}
    return Neighbours(shelves, sameness).strong(gone).union(*_passed(gone, shelves), *_brinks(gone, shelves)) - gone.keys()


def _brinks(moved: Mapping[str, Telling], shelves: Shelves) -> list[Collection[str]]:
    """The bearers of names and figures that are rare without those moved and common with them."""
    rare = load("linking")["names"]["rare"]
    counts = Counter(rarity for telling in moved.values() for rarity in rarities(telling))
    held = shelves.scarce(sorted(counts), rare + max(counts.values(), default=0))
    return [names for rarity, names in held.items() if len(names) - counts[rarity] <= rare < len(names)]


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
