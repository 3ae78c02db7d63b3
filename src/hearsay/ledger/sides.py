"""Whose dead, and whose word: victims to sides, voices to camps, and how a camp stands to the losses of a side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hearsay.ledger.lore import Lore, is_civilian, is_observing
from hearsay.ledger.spellings import sound
from hearsay.lexicons import load, naming, parties, words
from hearsay.lexicons.parties import RelationKind
from hearsay.records import Claim, Party, Voice

CIVILIANS, UNKNOWN = "civilians", "unknown"


@dataclass(frozen=True, slots=True)
class Camp:
    """Whom a voice speaks for: every spokesman of one party is one camp. ``kind`` is the voice's own if nobody is known behind it."""

    key: str
    name: str
    kind: str


@dataclass(frozen=True)
class Sides:
    """Who is on whose side in one event. ``keys``: the keys of all that its claims name, longest first; ``names``: all names, shortest first."""

    lore: Lore
    keys: tuple[str, ...]
    names: tuple[str, ...]

    @cached_property
    def _canonical(self) -> dict[str, str]:
        return {}

    @cached_property
    def _shown(self) -> dict[str, str | None]:
        return {CIVILIANS: CIVILIANS, UNKNOWN: UNKNOWN}

    @cached_property
    def _camps(self) -> dict[tuple[str, str | None, str], Camp]:
        return {}

    def of_victims(self, victims: Sequence[Party]) -> str:
        """The side whose people they are: a key, "civilians", or "unknown" for mere people."""
        sides = {self._side(party) for party in victims if not naming.is_nobody(party.name)}
        return " and ".join(sorted(sides)) or UNKNOWN

    def canonical(self, key: str) -> str:
        """The longest key of the event's that means the same, or that is a person's name spelt another way."""
        found = self._canonical.get(key)
        if found is None:
            is_same = self.lore.sameness.is_same
            found = next((known for known in self.keys if known == key or is_same(known, key) or _are_spellings(known, key)), key)
            self._canonical[key] = found
        return found

    def name(self, side: str) -> str:
        """The side as the reports name it, shortest."""
        return self._name(side) or " and ".join(self._name(part) or part for part in side.split(" and "))

    def camp(self, voice: Voice) -> Camp:
        """Whom the voice speaks for: as it says itself, as other claims say of the same name, or for itself."""
        told = (voice.name, voice.of, voice.kind)
        if told not in self._camps:
            self._camps[told] = self._camp(voice)
        return self._camps[told]

    def _camp(self, voice: Voice) -> Camp:
        own = naming.key(voice.name)
        masters = self.lore.masters_of(voice)
        known = [key for key in (*masters, own) if self.lore.is_fighting(key)]
        key = self.canonical((known or masters or [own])[0])
        kind = "party" if known else _kind(key, voice, is_sent=bool(masters))
        return Camp(key, self._name(key) or voice.of or voice.name, kind)

    def _side(self, party: Party) -> str:
        return CIVILIANS if is_civilian(party) else self.canonical(naming.key(party.name))

    def _name(self, key: str) -> str | None:
        """The shortest name of what the key means; None if the event's claims do not name it."""
        if key not in self._shown:
            is_same = self.lore.sameness.is_same
            named = (name for name in self.names if is_same(key, naming.key(name))) if key in self.keys else iter(())
            self._shown[key] = next(named, None)
        return self._shown[key]


def survey(claims: Iterable[Claim], lore: Lore) -> Sides:
    """The sides of the event that the claims tell of."""
    names: set[str] = set()
    for claim in claims:
        names.update(party.name for party in (*claim.event.actors, *claim.event.targets))
        names.update(party.name for figure in claim.figures for party in figure.victims)
        names.update(name for voice in claim.chain for name in (voice.name, voice.of) if name)
    told = [name for name in names if not naming.is_nobody(name)]
    keys = sorted({naming.key(name) for name in told}, key=lambda key: (-len(key.split()), -len(key), key))
    return Sides(lore, tuple(keys), tuple(sorted(told, key=lambda name: (_is_wire_copy(name), len(name), name))))


def _are_spellings(one: str, other: str) -> bool:
    """ "fahim dashti" and "fahim dashty": in one event they are one."""
    return " " in one and " " in other and sound(one) == sound(other)


def _is_wire_copy(name: str) -> bool:
    """Capitals throughout, and no acronym."""
    return " " in name and name.isupper()


def standing(camp: Camp, side: str, claim: Claim, lore: Lore, *, day: date | None, is_none: bool) -> str:
    """A name from reconciling.toml: how the camp stands to the losses of the side, in this claim of a day. ``is_none``: it says that nobody was
    harmed. A camp that is part of the side then, or has the side as its part, is of that side, and so is one for whom the dead man spoke; one that
    fights it then is its enemy (relation.toml)."""
    sameness = lore.sameness
    if any(sameness.is_same(camp.key, master) for master in lore.served_by(side)):
        return "denier" if is_none else "admission"
    if any(sameness.is_same(camp.key, part) or _is_told("part_of", camp.key, part, day) for part in (side, *side.split(" and "))):
        return "denier" if is_none else "admission"
    if camp.kind != "party" and not any(_is_told("fights", camp.key, part, day) for part in side.split(" and ")):
        of_forces = _of_forces(camp, side, is_none=is_none) if camp.kind == "government" else None
        return of_forces or str(load("reconciling")["kinds"].get(camp.kind, "witness"))
    did_it = any(sameness.is_same(naming.key(party.name), camp.key) for party in claim.event.actors)
    if side == CIVILIANS and did_it and claim.event.type in _words("fighting"):
        return "denier" if is_none else "admission"
    return "accuser"


def _of_forces(camp: Camp, side: str, *, is_none: bool) -> str | None:
    """How an army, a police or their ministry stands to the losses of those who bear arms: its own men, if a state's body speaks of soldiers and does
    not say whose; else most likely those whom it fights, though no report says so. None for any other camp, and of others' losses."""
    if side in (CIVILIANS, UNKNOWN) or _words("forces").isdisjoint(naming.fold(camp.key)):
        return None
    is_body = naming.state_of(camp.key).isupper() or _words("forces") | _words("offices") >= set(naming.fold(camp.key))
    if not is_body or not _words("regulars") >= set(naming.fold(side)):
        return "accuser"
    return "denier" if is_none else "admission"


def may_stand_alone(name: str, side: str) -> bool:
    """True if a number of this standing may be the best though nobody else gives one."""
    alone = load("reconciling")["standings"][name]["alone"]
    return bool(alone == "always" or (alone == "bystanders" and side in (CIVILIANS, UNKNOWN)) or (alone == "civilians" and side == CIVILIANS))


def is_told_part(one: str, other: str, day: date | None) -> bool:
    """True if the table of relations has the one party as a part of the other on that day."""
    return _is_told("part_of", one, other, day)


def is_told_part_of(part: str, whole: str, day: date | None) -> bool:
    """True if the table of relations has the first party as a part of the second on that day."""
    own, of = naming.state_of(part), naming.state_of(whole)
    facts = [fact for fact in parties.told_of(part) if fact.kind == "part_of" and fact.holds(day)]
    return any((naming.state_of(naming.key(fact.who)), naming.state_of(naming.key(fact.whom))) == (own, of) for fact in facts)


def _is_told(kind: RelationKind, one: str, other: str, day: date | None) -> bool:
    """True if the table of relations has it of the two, whichever comes first, on that day."""
    facts = [fact for fact in parties.told_of(one) if fact.kind == kind and fact.holds(day)]
    if not facts:
        return False
    pair = {naming.state_of(one), naming.state_of(other)}
    return any({naming.state_of(naming.key(fact.who)), naming.state_of(naming.key(fact.whom))} == pair for fact in facts)


def _kind(key: str, voice: Voice, *, is_sent: bool) -> str:
    """What the camp is if it does not fight: what the table of parties says, else an observer only if its name says so."""
    row = parties.find(voice.of or voice.name)
    if row is not None and row.kind in load("reconciling")["table"]:
        return str(load("reconciling")["table"][row.kind])
    if voice.kind in ("document", "government", "media") and not is_sent:
        return voice.kind
    return "observer" if is_observing(key) else "person"


def _words(table: str) -> frozenset[str]:
    return words("reconciling", "words", table)
