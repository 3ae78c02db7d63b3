"""Claims as the table of parties and the judgements have them: every party under one name, split ones kept apart. The entries stay as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from hearsay.lexicons import naming, parties
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Figure, Judgement, Party, Voice


@dataclass(frozen=True, slots=True)
class Ruled:
    """The claims with their parties' names as judged, and which names are never one."""

    claims: tuple[Claim, ...]
    sameness: Sameness


def rule(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> Ruled:
    """Name all parties as the table does, and as the judgements that stand say. Only names change, never evidence, surfaces or ids."""
    standing = tuple(one for one in judgements if one.undone_by is None)
    identities = Identities(standing)
    named = tuple(_renamed(claim, identities) for claim in claims)
    return Ruled(named, Judged(standing) if identities.has_splits else AS_NAMED)


def names_of(claims: Iterable[Claim]) -> set[str]:
    """All names of parties and voices, and of those whom voices speak for."""
    names: set[str] = set()
    for claim in claims:
        names |= {party.name for party in parties_of(claim)}
        names |= {name for voice in claim.chain for name in (voice.name, voice.of) if name}
    return names


def parties_of(claim: Claim) -> Iterator[Party]:
    """Actors, targets and victims."""
    yield from claim.event.actors
    yield from claim.event.targets
    for figure in claim.figures:
        yield from figure.victims


@cache
def identity(name: str) -> str:
    """What makes two names one party by themselves: an entry of the table of parties, else equal keys.

    >>> identity("NRF fighters"), identity("Hill Front")
    ('national resistance front', 'hill front')
    """
    row = parties.find(name)
    return naming.key(row.name if row else name)


class Identities:
    """Who is who under the judgements that stand, in the order in which they were made."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        standing = [one for one in judgements if one.undone_by is None]
        splits = [one for one in standing if one.verb == "split"]
        self._off = {naming.key(one.right): one for one in splits}
        self._masters: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        for one in standing:
            if one.verb == "merge":
                self._join(one)
        self._apart = [(one.left, one.right) for one in splits]
        self.has_splits = bool(splits)
        self._named: dict[tuple[str, str], str] = {}

    def of(self, name: str) -> str:
        """The party that the name means; the same for all names of one party."""
        key = self._alone(name)
        while key in self._masters:
            key = self._masters[key]
        return key

    def name(self, name: str, surface: str = "") -> str:
        """The name under which the party goes. ``surface``: the words it was read from, which a split may have told from its other names."""
        named = self._named.get((name, surface))
        if named is None:
            named = self._named[name, surface] = self._name(name, surface)
        return named

    def _name(self, name: str, surface: str) -> str:
        split = self._off.get(naming.key(surface)) if surface else None
        if split is not None and self.of(name) == self.of(split.left):
            name = split.right
        shown = self._shown.get(self.of(name))
        if shown is None and self.of(name) == identity(name) and (row := parties.find(name)) is not None:
            shown = row.name
        return shown or name

    def are_apart(self, left: str, right: str) -> bool:
        """True if a judgement says that the two are not one party."""
        pair = {self.of(left), self.of(right)}
        return len(pair) == 2 and pair in [{self.of(one), self.of(other)} for one, other in self._apart]

    def _alone(self, name: str) -> str:
        """The party that the name means if nothing is merged; another name of a party's that was split off is a party of its own."""
        split, own = self._off.get(naming.key(name)), identity(name)
        return f"{naming.key(name)} (split off)" if split is not None and own == identity(split.left) else own

    def _join(self, merge: Judgement) -> None:
        left, right = self.of(merge.left), self.of(merge.right)
        if left != right:
            self._masters[right] = left
        self._shown.setdefault(left, merge.left)


@dataclass(frozen=True)
class Judged(Sameness):
    """As the names say, but for those that people judged to be two parties. ``judgements``: those about parties that stand."""

    judgements: tuple[Judgement, ...]

    @cached_property
    def _identities(self) -> Identities:
        return Identities(self.judgements)

    def is_same(self, left: str, right: str) -> bool:
        """True if the two keys mean one party."""
        return naming.is_same(left, right) and not self._identities.are_apart(left, right)


def _renamed(claim: Claim, identities: Identities) -> Claim:
    """The claim itself if nobody in it goes by another name."""
    told = [(voice.name, voice.surface) for voice in claim.chain] + [(party.name, party.surface) for party in parties_of(claim)]
    told += [(voice.of, "") for voice in claim.chain if voice.of]
    if all(identities.name(name, surface) == name for name, surface in told):
        return claim

    def party(one: Party) -> Party:
        return replace(one, name=identities.name(one.name, one.surface))

    def voice(one: Voice) -> Voice:
        return replace(one, name=identities.name(one.name, one.surface), of=one.of and identities.name(one.of))

    def figure(one: Figure) -> Figure:
        return replace(one, victims=tuple(map(party, one.victims)))

    event = replace(claim.event, actors=tuple(map(party, claim.event.actors)), targets=tuple(map(party, claim.event.targets)))
    return replace(claim, chain=tuple(map(voice, claim.chain)), event=event, figures=tuple(map(figure, claim.figures)))
