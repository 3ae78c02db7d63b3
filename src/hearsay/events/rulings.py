"""What people ruled about claims, made free of contradictions: a later ruling beats an earlier one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hearsay.records import Ruling, Telling


@dataclass(slots=True)
class Heed:
    """The rulings that hold. ``groups``: the group of claims of one event that a claim is in, by the group's smallest claim id; ``foes``: the groups
    that are of other events than this one; ``judges``: who said so, of a group or of a pair of them."""

    groups: dict[str, str] = field(default_factory=dict)
    foes: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    judges: dict[str, str] = field(default_factory=dict)

    def sames(self, claim_id: str) -> frozenset[str]:
        """The group that people put the claim into, as a set of one or none."""
        return frozenset(group for group in (self.groups.get(claim_id),) if group is not None)

    def others(self, claim_id: str) -> frozenset[str]:
        """The groups that people keep the claim out of."""
        return frozenset(self.foes.get(self.groups.get(claim_id, ""), ()))

    def is_barred(self, left: Telling, right: Telling) -> bool:
        """True if two claims of one report must not come together by themselves: people said that they are two, or may not have to come together
        because what people said of either would bring others with it that they keep apart."""
        ours, theirs = left.sames, right.sames
        return bool(ours and theirs and ours != theirs and (left.others or right.others))


NO_RULINGS = Heed()


def heed(rulings: Sequence[Ruling]) -> Heed:
    """The rulings in their order, the latest last."""
    members: dict[str, set[str]] = {}
    apart: list[Ruling] = []
    judges: dict[frozenset[str], str] = {}
    for ruling in reversed(rulings):
        ours, theirs = (members.setdefault(claim_id, {claim_id}) for claim_id in (ruling.left, ruling.right))
        if ruling.is_same and not any(_parts(one, ours, theirs) for one in apart):
            ours |= theirs
            members.update(dict.fromkeys(theirs, ours))
            judges.setdefault(frozenset((ruling.left, ruling.right)), ruling.by)
        elif not ruling.is_same and ours is not theirs:
            apart.append(ruling)
    return _heed(members, apart, judges)


def _parts(ruling: Ruling, ours: set[str], theirs: set[str]) -> bool:
    return (ruling.left in ours and ruling.right in theirs) or (ruling.left in theirs and ruling.right in ours)


def _heed(members: dict[str, set[str]], apart: Iterable[Ruling], judges: dict[frozenset[str], str]) -> Heed:
    held = Heed({claim_id: min(group) for claim_id, group in members.items()})
    for pair, by in judges.items():
        held.judges.setdefault(held.groups[min(pair)], by)
    for ruling in apart:
        left, right = held.groups[ruling.left], held.groups[ruling.right]
        held.foes[left].add(right)
        held.foes[right].add(left)
    return held
