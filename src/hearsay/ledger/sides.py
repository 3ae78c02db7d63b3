"""Whose dead, and whose word: victims to sides, voices to camps, and how a camp stands to the losses of a side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from hearsay.ledger.lore import Lore, is_civilian
from hearsay.lexicons import load, naming
from hearsay.records import Claim, Party, Voice

CIVILIANS, UNKNOWN = "civilians", "unknown"


@dataclass(frozen=True, slots=True)
class Camp:
    """Whom a voice speaks for: every spokesman of one party is one camp. ``kind`` is the voice's own if nobody is known behind it."""

    key: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Sides:
    """Who is on whose side in one event. ``names``: the keys of all that its claims name, longest first, each with the name to show."""

    lore: Lore
    names: dict[str, str]

    def of_victims(self, victims: Sequence[Party]) -> str:
        """The side whose people they are: a key, "civilians", or "unknown" for mere people."""
        told = [party for party in victims if not naming.is_nobody(party.name)]
        sides = {CIVILIANS if is_civilian(party) else self.canonical(naming.key(party.name)) for party in told}
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
        masters = self.lore.masters_of(voice)
        known = [key for key in (*masters, own) if self.lore.is_fighting(key)]
        key = self.canonical((known or masters or [own])[0])
        kind = "party" if known else _kind(key, voice, is_sent=bool(masters))
        return Camp(key, self.names.get(key) or voice.of or voice.name, kind)


def survey(claims: Iterable[Claim], lore: Lore) -> Sides:
    """The sides of the event that the claims tell of."""
    names: set[str] = set()
    for claim in claims:
        victims = [party for figure in claim.figures for party in figure.victims]
        names |= {party.name for party in (*claim.event.actors, *claim.event.targets, *victims)}
        names |= {name for voice in claim.chain for name in (voice.name, voice.of) if name}
    return Sides(lore, _display_names(names))


def standing(camp: Camp, side: str, claim: Claim, *, is_none: bool) -> str:
    """A name from reconciling.toml: how the camp stands to the losses of the side, in this claim. ``is_none``: it says that nobody was harmed."""
    if any(naming.is_same(camp.key, part) for part in (side, *side.split(" and "))):
        return "denier" if is_none else "admission"
    if camp.kind != "party":
        return str(load("reconciling")["kinds"].get(camp.kind, "witness"))
    did_it = any(naming.is_same(naming.key(party.name), camp.key) for party in claim.event.actors)
    if side == CIVILIANS and did_it and claim.event.type in _words("fighting"):
        return "denier" if is_none else "admission"
    return "accuser"


def may_stand_alone(name: str, side: str) -> bool:
    """True if a number of this standing may be the best though nobody else gives one."""
    alone = load("reconciling")["standings"][name]["alone"]
    return bool(alone == "always" or (alone == "bystanders" and side in (CIVILIANS, UNKNOWN)) or (alone == "civilians" and side == CIVILIANS))


def _display_names(names: Iterable[str]) -> dict[str, str]:
    """Keys, longest first, each with the shortest name that means the same."""
    names = {name for name in names if not naming.is_nobody(name)}
    keys = sorted({naming.key(name) for name in names}, key=lambda key: (-len(key.split()), -len(key), key))
    shown = {key: min((n for n in names if naming.is_same(key, naming.key(n))), key=lambda name: (len(name), name)) for key in keys}
    return shown | {CIVILIANS: CIVILIANS, UNKNOWN: UNKNOWN}


def _kind(key: str, voice: Voice, *, is_sent: bool) -> str:
    """What the camp is if it does not fight: an observer only if its name says so."""
    if voice.kind in ("document", "government", "media") and not is_sent:
        return voice.kind
    return "observer" if set(naming.fold(key)) & set(_words("observing")) else "person"


def _words(table: str) -> Any:
    return load("reconciling")["words"][table]
