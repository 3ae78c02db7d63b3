"""From scored pairs to clusters: the strongest links first, never across days or places that cannot be one event, never by a chain of weak links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush

from hearsay.events.comparison import are_apart
from hearsay.events.traits import Spot, Traits
from hearsay.lexicons import load
from hearsay.records import Link


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
    day; pairwise reach of intervals is just that), and ``spots`` holds each distinct set of places."""

    members: list[str]
    is_unreal: bool
    links: list[Link] = field(default_factory=list)
    first: int | None = None
    last: int | None = None
    spots: set[frozenset[Spot]] = field(default_factory=set)

    def allows(self, other: "Cluster", apart_days: int) -> bool:
        """True if no two members are known to be of different days, of places far apart, or one real and one not."""
        firsts = [day for day in (self.first, other.first) if day is not None]
        lasts = [day for day in (self.last, other.last) if day is not None]
        if self.is_unreal != other.is_unreal or (firsts and max(firsts) - min(lasts) > apart_days):
            return False
        return not any(are_apart(ours, theirs) for ours in self.spots for theirs in other.spots if ours != theirs)

    def absorb(self, other: "Cluster", link: Link) -> None:
        """Take the other's members in, by ``link``."""
        self.members += other.members
        self.links += [*other.links, link]
        self.first = max((day for day in (self.first, other.first) if day is not None), default=None)
        self.last = min((day for day in (self.last, other.last) if day is not None), default=None)
        self.spots |= other.spots


def cluster(claims: Sequence[Traits], links: Iterable[Link]) -> list[Cluster]:
    """Clusters of all claims, single ones too. ``links`` are all compared pairs, good and bad; a cluster's own links are the best pair of each
    merge, so a cluster of n claims has n-1."""
    clusters = {claim.claim_id: _single(claim) for claim in claims}
    bonds: dict[str, dict[str, Bond]] = {name: {} for name in clusters}
    for link in links:
        bonds[link.left][link.right] = bonds[link.right][link.left] = Bond(link.score, 1, link)
    return _merge(clusters, bonds)


def _merge(clusters: dict[str, Cluster], bonds: dict[str, dict[str, Bond]]) -> list[Cluster]:
    threshold, apart_days = load("linking")["threshold"], load("linking")["limits"]["apart_days"]
    heap = [_offer(bond, one, other) for one in bonds for other, bond in bonds[one].items() if one < other and bond.best.score >= threshold]
    heapify(heap)
    while heap:
        *_, one, other = heappop(heap)
        bond = bonds.get(one, {}).get(other)
        if bond is None or bond.total < load("linking")["average"] * bond.count:
            continue
        if not clusters[one].allows(clusters[other], apart_days):
            continue
        keep, gone = sorted((one, other), key=lambda name: (-len(bonds[name]), name))
        clusters[keep].absorb(clusters.pop(gone), bond.best)
        for neighbour in _move(bonds, keep, gone):
            if bonds[keep][neighbour].best.score >= threshold:
                heappush(heap, _offer(bonds[keep][neighbour], keep, neighbour))
    return list(clusters.values())


def _move(bonds: dict[str, dict[str, Bond]], keep: str, gone: str) -> list[str]:
    """Hand the bonds of ``gone`` to ``keep``; returns the neighbours whose bond changed."""
    moved = bonds.pop(gone)
    del moved[keep], bonds[keep][gone]
    for neighbour, bond in moved.items():
        del bonds[neighbour][gone]
        joined = bonds[keep][neighbour].join(bond) if neighbour in bonds[keep] else bond
        bonds[keep][neighbour] = bonds[neighbour][keep] = joined
    return list(moved)


def _offer(bond: Bond, one: str, other: str) -> tuple[float, str, str, str, str]:
    return (*_rank(bond.best), min(one, other), max(one, other))


def _rank(link: Link) -> tuple[float, str, str]:
    return (-link.score, link.left, link.right)


def _single(claim: Traits) -> Cluster:
    days = claim.days
    spots = {claim.spots} if claim.spots else set()
    return Cluster([claim.claim_id], claim.is_unreal, [], days.earliest if days else None, days.latest if days else None, spots)
