"""What all claims together tell about the voices: who speaks for whom, who fights, and who gave which number of its enemy in which report."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from hearsay.lexicons import load, naming, parties, words
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Party, Voice

Boast = tuple[str, int, frozenset[str]]  # measure, best, keys of the victims


@dataclass(frozen=True)
class Lore:
    """``masters``: a voice's key -> the keys of those it speaks for. ``fighters``: the keys of those who fight anywhere in the claims.
    ``sameness``: which keys mean one party."""

    masters: dict[str, frozenset[str]]
    fighters: frozenset[str]
    sameness: Sameness = AS_NAMED

    @cached_property
    def _voices(self) -> naming.Roll:
        return naming.Roll(self.masters, self.sameness)

    @cached_property
    def _fighters(self) -> naming.Roll:
        return naming.Roll(self.fighters, self.sameness)

    @cached_property
    def _known(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _served(self) -> dict[str, list[str]]:
        return {}

    def is_fighting(self, key: str) -> bool:
        """True if the key means somebody who fights."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = bool(self._fighters.alike(key))
        return known

    def masters_of(self, voice: Voice) -> list[str]:
        """The keys of those the voice speaks for: as it says itself, else as any claim says of the same name; those who fight first."""
        return [naming.key(voice.of)] if voice.of else self.served_by(naming.key(voice.name))

    def served_by(self, key: str) -> list[str]:
        """The keys of those for whom whoever has this key speaks, as any claim says; those who fight first."""
        served = self._served.get(key)
        if served is None:
            found = {master for name in self._voices.alike(key) for master in self.masters[name]}
            served = self._served[key] = sorted(found, key=lambda master: (not self.is_fighting(master), master))
        return served


def learn(claims: Iterable[Claim], sameness: Sameness = AS_NAMED) -> Lore:
    """Go through all claims once. Whom a voice speaks for that no report says is taken from the table of relations, for its years."""
    masters: defaultdict[str, set[str]] = defaultdict(set)
    fighters: set[str] = set()
    for claim in claims:
        fighters |= _fighters(claim)
        for voice in claim.chain:
            if voice.of and not naming.is_vague(naming.key(voice.name)):
                masters[naming.key(voice.name)].add(naming.key(voice.of))
            elif voice.kind == "person":
                masters[naming.key(voice.name)] |= _known_masters(voice, day_of(claim, voice))
            if voice.kind == "party" and not is_observing(naming.key(voice.name)):
                fighters.add(naming.key(voice.name))
    return Lore({name: frozenset(of) for name, of in masters.items() if of}, frozenset(fighters), sameness)


def day_of(claim: Claim, voice: Voice, published: date | None = None) -> date | None:
    """The day on which the voice says it, as far as is known: its own, that of the report, or that of what it tells of."""
    told = claim.event.time.last if claim.event.time else None
    return voice.said.last if voice.said else published or told


def boasts(claims: Iterable[Claim], lore: Lore) -> dict[str, set[Boast]]:
    """By report, the numbers that those who fight give of others' losses."""
    found: defaultdict[str, set[Boast]] = defaultdict(set)
    for claim in claims:
        figures = [figure for figure in claim.figures if figure.low]
        speaks_for = [naming.key(claim.chain[0].name), *lore.masters_of(claim.chain[0])] if figures else []
        if any(lore.is_fighting(key) for key in speaks_for):
            for figure in figures:
                if not _is_own(figure.victims, speaks_for, lore.sameness):
                    victims = frozenset(naming.key(party.name) for party in figure.victims if not naming.is_nobody(party.name))
                    found[claim.report_id].add((figure.measure, figure.best or figure.low or 0, victims))
    return dict(found)


def is_civilian(party: Party) -> bool:
    """True for civilians, as the reader says or the name."""
    return party.kind == "civilians" or naming.is_civilian(party.name)


@lru_cache(maxsize=10_000)
def is_observing(key: str) -> bool:
    """True if a word of the name is that of those who watch, count or help.

    >>> is_observing("rights monitor"), is_observing("hill front")
    (True, False)
    """
    return not words("reconciling", "words", "observing").isdisjoint(naming.fold(key))


def _known_masters(voice: Voice, day: date | None) -> set[str]:
    facts = [fact for fact in parties.told_of(naming.key(voice.name)) if fact.kind == "spokesman_of" and fact.holds(day)]
    return {naming.key(fact.whom) for fact in facts if naming.key(fact.who) == naming.key(voice.name)}


def _is_own(victims: Iterable[Party], speaks_for: Iterable[str], sameness: Sameness) -> bool:
    return any(sameness.is_same(naming.key(party.name), key) for party in victims for key in speaks_for)


def _fighters(claim: Claim) -> set[str]:
    """Those who act in a happening of the fighting, unless their name says that they watch it, and parties of an armed kind wherever they stand."""
    table = load("reconciling")["words"]
    victims = [party for figure in claim.figures for party in figure.victims]
    actors = [party for party in claim.event.actors if claim.event.type in table["fighting"] and party.kind not in table["unarmed"]]
    actors = [party for party in actors if not is_observing(naming.key(party.name))]
    armed = [party for party in (*claim.event.actors, *claim.event.targets, *victims) if party.kind in table["armed"]]
    return {naming.key(party.name) for party in (*actors, *armed) if not naming.is_nobody(party.name) and not is_civilian(party)}
