"""What all claims together tell about the voices: who speaks for whom, who fights, and who gave which number of its enemy in which report."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from hearsay.lexicons import load, naming
from hearsay.records import Claim, Party, Voice

Boast = tuple[str, int]  # measure, best


@dataclass(frozen=True)
class Lore:
    """``masters``: a voice's key -> the keys of those it speaks for. ``fighters``: the keys of those who fight anywhere in the claims."""

    masters: dict[str, frozenset[str]]
    fighters: frozenset[str]

    @cached_property
    def _voices(self) -> naming.Roll:
        return naming.Roll(self.masters)

    @cached_property
    def _fighters(self) -> naming.Roll:
        return naming.Roll(self.fighters)

    def is_fighting(self, key: str) -> bool:
        """True if the key means somebody who fights."""
        return bool(self._fighters.alike(key))

    def masters_of(self, voice: Voice) -> list[str]:
        """The keys of those the voice speaks for: as it says itself, else as any claim says of the same name; those who fight first."""
        if voice.of:
            return [naming.key(voice.of)]
        found = {master for name in self._voices.alike(naming.key(voice.name)) for master in self.masters[name]}
        return sorted(found, key=lambda master: (not self.is_fighting(master), master))


def learn(claims: Iterable[Claim]) -> Lore:
    """Go through all claims once."""
    masters: defaultdict[str, set[str]] = defaultdict(set)
    fighters: set[str] = set()
    for claim in claims:
        fighters |= _fighters(claim)
        for voice in claim.chain:
            if voice.of and not naming.is_vague(naming.key(voice.name)):
                masters[naming.key(voice.name)].add(naming.key(voice.of))
            if voice.kind == "party":
                fighters.add(naming.key(voice.name))
    return Lore({name: frozenset(of) for name, of in masters.items()}, frozenset(fighters))


def boasts(claims: Iterable[Claim], lore: Lore) -> dict[str, set[Boast]]:
    """By report, the numbers that those who fight give of others' losses."""
    found: defaultdict[str, set[Boast]] = defaultdict(set)
    for claim in claims:
        for figure in claim.figures:
            speaks_for = [naming.key(claim.chain[0].name), *lore.masters_of(claim.chain[0])] if figure.low else []
            if any(lore.is_fighting(key) for key in speaks_for) and not _is_own(figure.victims, speaks_for):
                found[claim.report_id].add((figure.measure, figure.best or figure.low or 0))
    return dict(found)


def is_civilian(party: Party) -> bool:
    """True for civilians, as the reader says or the name."""
    return party.kind == "civilians" or naming.is_civilian(party.name)


def _is_own(victims: Iterable[Party], speaks_for: Iterable[str]) -> bool:
    return any(naming.is_same(naming.key(party.name), key) for party in victims for key in speaks_for)


def _fighters(claim: Claim) -> set[str]:
    """Those who act in a happening of the fighting, and parties of an armed kind wherever they stand."""
    words = load("reconciling")["words"]
    victims = [party for figure in claim.figures for party in figure.victims]
    actors = [party for party in claim.event.actors if claim.event.type in words["fighting"] and party.kind not in words["unarmed"]]
    armed = [party for party in (*claim.event.actors, *claim.event.targets, *victims) if party.kind in words["armed"]]
    return {naming.key(party.name) for party in (*actors, *armed) if not naming.is_nobody(party.name) and not is_civilian(party)}
