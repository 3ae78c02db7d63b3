"""From scored pairs to clusters: what people ruled first, then the strongest links, never across days or places that cannot be one event, never by a
chain of weak links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import pairwise

from hearsay.events.comparison import are_apart, outlasts
from hearsay.events.rulings import Heed
from hearsay.lexicons import load
from hearsay.records import Link, Spot, Stretch, Telling

Bonds = dict[str, dict[str, "Bond"]]


@dataclass(slots=True)
class Bond:
    """All compared pairs between two clusters: their sum and number, and the best of them."""

    total: float
    count: int
    best: Link

    def join(self, other: "Bond") -> "Bond":
        """The bond of two clusters made one."""
        return Bond(self.total + other.total, self.count + other.count, min(self.best, other.best, key=_rank))


@dataclass(slots=True)
class Cluster:
    """Members, and what they allow: every member's days lie within reach of ``first``..``last`` (the latest earliest day, the earliest latest
    day; pairwise reach of intervals is just that), and ``spots`` holds each distinct set of places. ``stretches``, ``totals``, ``sames`` and
    ``others`` are as in a Telling."""

    members: list[str]
    is_unreal: bool
    links: list[Link] = field(default_factory=list)
    first: int | None = None
    last: int | None = None
    spots: set[frozenset[Spot]] = field(default_factory=set)
    stretches: frozenset[Stretch] = frozenset()
    totals: frozenset[Stretch] = frozenset()
    sames: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def allows(self, other: "Cluster", apart_days: int) -> bool:
        """True if no two members are known to be of different days, of places far apart, a total and a part of it, or one real and one not, nor
        ruled to be two."""
        firsts = [day for day in (self.first, other.first) if day is not None]
        lasts = [day for day in (self.last, other.last) if day is not None]
        if self.is_unreal != other.is_unreal or (firsts and max(firsts) - min(lasts) > apart_days):
            return False
        if self.sames & other.others or any(self._outlasting(other)) or any(other._outlasting(self)):
            return False
        return not any(are_apart(ours, theirs) for ours in self.spots for theirs in other.spots if ours != theirs)

    def absorb(self, other: "Cluster", link: Link, *, is_ruled: bool = False) -> None:
        """Take the other's members in, by ``link``. By a person's ruling even what does not fit; then what fits either fits both."""
        later, earlier = (min, max) if is_ruled else (max, min)
        self.members += other.members
        self.links += [*other.links, link]
        self.first = later((day for day in (self.first, other.first) if day is not None), default=None)
        self.last = earlier((day for day in (self.last, other.last) if day is not None), default=None)
        self.spots = {frozenset().union(*self.spots, *other.spots)} if is_ruled else self.spots | other.spots
        odd = {one for pair in (*self._outlasting(other), *other._outlasting(self)) for one in pair} if is_ruled else set()
        self.stretches = (self.stretches | other.stretches) - odd
        self.totals = (self.totals | other.totals) - odd
        self.sames |= other.sames
        self.others |= other.others

    def _outlasting(self, other: "Cluster") -> Iterator[tuple[Stretch, Stretch]]:
        """Our totals with what the other tells of a part of their days."""
        return ((total, stretch) for total in self.totals for stretch in other.stretches if outlasts(total, stretch))


def cluster(tellings: Sequence[Telling], links: Iterable[Link], heed: Heed) -> list[Cluster]:
    """Clusters of all tellings, single ones too. ``links`` are all compared pairs, good and bad; a cluster's own links are the best pair of each
    merge, so a cluster of n has n-1."""
    clusters = {telling.telling_id: _single(telling) for telling in tellings}
    bonds: Bonds = {name: {} for name in clusters}
    for link in links:
        bonds[link.left][link.right] = bonds[link.right][link.left] = Bond(link.score, 1, link)
    owners: dict[str, str] = {}
    for one, other, group in list(_ruled(clusters)):
        _unite(clusters, bonds, owners, _judged(one, other, heed.judges[group]))
    return _merge(clusters, bonds)


def _ruled(clusters: dict[str, Cluster]) -> Iterator[tuple[str, str, str]]:
    """Two tellings each that people said are of one event, with the group's name."""
    shelves: defaultdict[str, list[str]] = defaultdict(list)
    for name, one in sorted(clusters.items()):
        for group in one.sames:
            shelves[group].append(name)
    for group in sorted(shelves):
        yield from ((one, other, group) for one, other in pairwise(shelves[group]))


def _judged(one: str, other: str, judge: str) -> Link:
    weight = load("linking")["weights"]["judged"]
    return Link(one, other, weight, ((weight, f"judged by {judge}"),))


def _unite(clusters: dict[str, Cluster], bonds: Bonds, owners: dict[str, str], link: Link) -> None:
    """Join the clusters that hold the two, if they are still two."""
    keep, gone = _owner(owners, link.left), _owner(owners, link.right)
    if keep != gone:
        owners[gone] = keep
        clusters[keep].absorb(clusters.pop(gone), link, is_ruled=True)
        _move(bonds, keep, gone)


def _owner(owners: dict[str, str], name: str) -> str:
    while name in owners:
        name = owners[name]
    return name


def _merge(clusters: dict[str, Cluster], bonds: Bonds) -> list[Cluster]:
    table = load("linking")
    threshold, average, apart_days = table["threshold"], table["average"], table["limits"]["apart_days"]
    heap = [_offer(bond, one, other) for one in bonds for other, bond in bonds[one].items() if one < other and bond.best.score >= threshold]
    heapify(heap)
    while heap:
        *_, one, other = heappop(heap)
        bond = bonds.get(one, {}).get(other)
        if bond is None or bond.total < average * bond.count or not clusters[one].allows(clusters[other], apart_days):
            continue
        keep, gone = sorted((one, other), key=lambda name: (-len(bonds[name]), name))
        clusters[keep].absorb(clusters.pop(gone), bond.best)
        for neighbour in _move(bonds, keep, gone):
            if bonds[keep][neighbour].best.score >= threshold:
                heappush(heap, _offer(bonds[keep][neighbour], keep, neighbour))
    return list(clusters.values())


def _move(bonds: Bonds, keep: str, gone: str) -> list[str]:
    """Hand the bonds of ``gone`` to ``keep``; returns the neighbours whose bond changed."""
    moved = bonds.pop(gone)
    moved.pop(keep, None)
    bonds[keep].pop(gone, None)
    for neighbour, bond in moved.items():
        del bonds[neighbour][gone]
        joined = bonds[keep][neighbour].join(bond) if neighbour in bonds[keep] else bond
        bonds[keep][neighbour] = bonds[neighbour][keep] = joined
    return list(moved)


def _offer(bond: Bond, one: str, other: str) -> tuple[float, str, str, str, str]:
    return (*_rank(bond.best), min(one, other), max(one, other))


def _rank(link: Link) -> tuple[float, str, str]:
    return (-link.score, link.left, link.right)


def _single(telling: Telling) -> Cluster:
    return Cluster(
        members=[telling.telling_id],
        is_unreal=telling.is_unreal,
        first=telling.days.earliest if telling.days else None,
        last=telling.days.latest if telling.days else None,
        spots={telling.spots} if telling.spots else set(),
        stretches=telling.stretches,
        totals=telling.totals,
        sames=telling.sames,
        others=telling.others,
    )
