"""Whose dead, and whose word: victims to sides, voices to camps, and how a camp stands to the losses of a side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from hearsay.lexicons import load, naming
from hearsay.records import Claim, Party, Voice

Masters = dict[str, dict[str, set[str]]]  # last word of a voice -> its key -> the keys of those it speaks for

CIVILIANS, UNKNOWN = "civilians", "unknown"


@dataclass(frozen=True, slots=True)
class Camp:
    """Whom a voice speaks for: every spokesman of one party is one camp. ``kind`` is the voice's own if nobody is known behind it."""

    key: str
    name: str
    kind: str
    has_side: bool


@dataclass(frozen=True, slots=True)
class Sides:
    """What one event's claims, and the voices of all claims, tell about who is on whose side."""

    fighting: tuple[str, ...]
    masters: Masters
    names: dict[str, str]

    def of_victims(self, victims: Sequence[Party]) -> str:
        """The side whose people they are: a key, "civilians", or "unknown" for mere people."""
        told = [party for party in victims if not naming.is_nobody(party.name)]
        sides = {CIVILIANS if _is_civilian(party) else self.canonical(naming.key(party.name)) for party in told}
        return " and ".join(sorted(sides)) or UNKNOWN

    def canonical(self, key: str) -> str:
        """The longest key of the event's that means the same."""
        return next((known for known in self.names if naming.is_same(known, key)), key)

    def name(self, side: str) -> str:
        """The side as the reports name it, shortest."""
        return self.names.get(side) or " and ".join(self.names.get(part, part) for part in side.split(" and "))

    def camp(self, voice: Voice) -> Camp:
        """Whom the voice speaks for: as it says itself, as other claims say of the same name, or for itself."""
        own = naming.key(voice.name)
        masters = [naming.key(voice.of)] if voice.of else self._masters_of(own)
        known = [key for key in (*masters, own) if self._is_fighting(key)]
        key = self.canonical((known or masters or [own])[0])
        is_sent = bool(masters) and not naming.is_vague(masters[0]) and voice.kind in ("person", "unnamed")
        kind = "party" if known else "organisation" if is_sent else voice.kind
        return Camp(key, self.names.get(key) or voice.of or voice.name, kind, bool(known))

    def _masters_of(self, key: str) -> list[str]:
        alike = self.masters.get(key.rpartition(" ")[2], {})
        return sorted({master for name in alike if naming.is_same(name, key) for master in alike[name]})

    def _is_fighting(self, key: str) -> bool:
        return any(naming.is_same(side, key) for side in self.fighting)


def learn_masters(claims: Iterable[Claim]) -> Masters:
    """Who speaks for whom, as any claim says of any voice."""
    found: Masters = {}
    for voice in (voice for claim in claims for voice in claim.chain):
        own = naming.key(voice.name)
        if voice.of and not naming.is_vague(own):
            found.setdefault(own.rpartition(" ")[2], {}).setdefault(own, set()).add(naming.key(voice.of))
    return found


def survey(claims: Iterable[Claim], masters: Masters) -> Sides:
    """The sides of the event that the claims tell of."""
    names: set[str] = set()
    fighting: set[str] = set()
    for claim in claims:
        victims = [party for figure in claim.figures for party in figure.victims]
        names |= {party.name for party in (*claim.event.actors, *claim.event.targets, *victims)}
        names |= {name for voice in claim.chain for name in (voice.name, voice.of) if name}
        fighting |= _fighting(claim, victims)
    return Sides(tuple(sorted(fighting)), masters, _display_names(names))


def standing(camp: Camp, side: str, claim: Claim, *, is_none: bool) -> str:
    """A name from reconciling.toml: how the camp stands to the losses of the side, in this claim. ``is_none``: it says that nobody was harmed."""
    if any(naming.is_same(camp.key, part) for part in (side, *side.split(" and "))):
        return "denier" if is_none else "admission"
    if not camp.has_side and camp.kind != "party":
        return str(load("reconciling")["kinds"].get(camp.kind, "witness"))
    did_it = any(naming.is_same(naming.key(party.name), camp.key) for party in claim.event.actors)
    if side == CIVILIANS and did_it and claim.event.type in _words("fighting"):
        return "denier" if is_none else "admission"
    return "accuser"


def may_stand_alone(name: str, side: str) -> bool:
    """True if a number of this standing may be the best though nobody else gives one."""
    alone = load("reconciling")["standings"][name]["alone"]
    return bool(alone == "always" or (alone == "bystanders" and side in (CIVILIANS, UNKNOWN)) or (alone == "civilians" and side == CIVILIANS))


def _fighting(claim: Claim, victims: Iterable[Party]) -> set[str]:
    if claim.event.type not in _words("fighting"):
        return set()
    actors = [party for party in claim.event.actors if party.kind not in _words("unarmed") and not _is_civilian(party)]
    armed = [party for party in (*claim.event.targets, *victims) if party.kind in _words("armed")]
    return {naming.key(party.name) for party in (*actors, *armed) if not naming.is_nobody(party.name)}


def _display_names(names: Iterable[str]) -> dict[str, str]:
    """Keys, longest first, each with the shortest name that means the same."""
    names = {name for name in names if not naming.is_nobody(name)}
    keys = sorted({naming.key(name) for name in names}, key=lambda key: (-len(key.split()), -len(key), key))
    shown = {key: min((n for n in names if naming.is_same(key, naming.key(n))), key=lambda name: (len(name), name)) for key in keys}
    return shown | {CIVILIANS: CIVILIANS, UNKNOWN: UNKNOWN}


def _is_civilian(party: Party) -> bool:
    return party.kind == CIVILIANS or naming.is_civilian(party.name)


def _words(table: str) -> Any:
    return load("reconciling")["words"][table]
