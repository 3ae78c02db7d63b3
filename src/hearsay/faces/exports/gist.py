"""What an event comes to in a coding that knows one type, one place, one time and two sides."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hearsay.faces.exports.countries import Country, country
from hearsay.faces.exports.scenes import Scene, main_place, point
from hearsay.lexicons import load, naming, parties
from hearsay.records import Claim, Document, Party, Place, Voice, When

ARMED = ("state", "rebel", "militia")
_REAL = ("actual", "ongoing")
_SAID = ("asserts", "confirms")


@dataclass(frozen=True, slots=True)
class Side:
    """One of those who fight. ``kind``: state, rebel or militia; ``mentions``: how many claims have it as actor, target or victims."""

    name: str
    kind: str
    mentions: int


@dataclass(frozen=True)
class Gist:
    """An event as codings see it: only what is told as having happened counts."""

    scene: Scene

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that tell of something that happened, or goes on."""
        return tuple(claim for claim in self.scene.dossier.claims if claim.event.realis in _REAL and claim.stance in _SAID)

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The types of these claims, that of most claims first; those that only count people have none."""
        counted = Counter(claim.event.type for claim in self.claims if claim.event.type != "toll")
        return tuple(sorted(counted, key=lambda name: (-counted[name], name)))

    @cached_property
    def place(self) -> Place | None:
        """Where it was."""
        return main_place(self.scene)

    @cached_property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, None if the place was not resolved."""
        return point(self.place) if self.place else None

    @cached_property
    def country(self) -> Country | None:
        """The country of the place."""
        return country(self.place.country) if self.place else None

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and last day of what the claims tell that are dated to some days, else of the most exactly dated; None if no claim has a day."""
        told = [claim.event.time for claim in self.claims or self.scene.dossier.claims if claim.event.time is not None]
        exact = max(2, min((when.precision for when in told), default=0))
        kept: list[When] = [when for when in told if when.precision <= exact]
        return (min(when.first for when in kept), max(when.last for when in kept)) if kept else None

    @cached_property
    def date_precision(self) -> int | None:
        """UCDP's date_prec of these days."""
        return None if self.days is None else span_precision((self.days[1] - self.days[0]).days + 1)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """Those who fight in it, the most mentioned first; if only one is, whoever is known to fight it and speaks in the event comes second."""
        found = self._merged(party for claim in self.claims for party in _participants(claim))
        if len(found) == 1:
            found += self._opponents(found[0])
        return tuple(found)

    @cached_property
    def reports(self) -> tuple[Document, ...]:
        """The reports that tell of it, each once, in the order of their posting."""
        found = {claim.report_id: self.scene.report(claim) for claim in self.scene.dossier.claims}
        return tuple(found.values())

    @cached_property
    def targets_civilians(self) -> bool:
        """True if any claim has civilians as targets or victims."""
        return any(map(hurts_civilians, self.claims))

    def acted(self, side: Side) -> int:
        """How many claims have the side as the one who did it."""
        return sum(any(self.is_same(party.name, side.name) for party in claim.event.actors) for claim in self.claims)

    def harmed_civilians(self, side: Side) -> bool:
        """True if a claim says that the side did something of which civilians were the targets or victims."""
        hurting = [claim for claim in self.claims if hurts_civilians(claim)]
        return any(self.is_same(party.name, side.name) for claim in hurting for party in claim.event.actors)

    def is_same(self, left: str, right: str) -> bool:
        """True if two names are of one party."""
        return self.scene.dossier.sameness.is_same(naming.key(left), naming.key(right))

    def _merged(self, those: Iterable[Party]) -> list[Side]:
        """One side for all names of one party, under the name that most claims have, in the order of mentions."""
        counted = Counter((party.name, kind) for party in those if (kind := _armed_kind(party)))
        found: list[Side] = []
        for (name, kind), mentions in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])):
            known = next((number for number, side in enumerate(found) if self.is_same(side.name, name)), None)
            if known is None:
                found.append(Side(name, kind, mentions))
            else:
                found[known] = Side(found[known].name, found[known].kind, found[known].mentions + mentions)
        return sorted(found, key=lambda side: (naming.is_vague(naming.key(side.name)), -side.mentions, side.name))

    def _opponents(self, side: Side) -> list[Side]:
        """Whoever speaks in the event and fights this side then (relation.toml)."""
        day = self.days[1] if self.days else None
        voices = [voice for claim in self.claims for voice in claim.chain[:1]]
        named = [name for voice in voices for name in _speaks_for(voice) if fights(name, side.name, day)]
        rows = [row for name in dict.fromkeys(named) if (row := parties.find(name)) is not None and row.kind in ARMED]
        return [Side(row.name, row.kind, 0) for row in rows[:1]]


def span_precision(days: int) -> int:
    """UCDP's date_prec of so many days.

    >>> [span_precision(days) for days in (1, 2, 7, 30, 90)]
    [1, 2, 3, 4, 5]
    """
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if days <= most), 5)


def fights(one: str, other: str, day: date | None) -> bool:
    """True if the table of relations has it that the two fight each other then."""
    keys = naming.key(one), naming.key(other)
    facts = [fact for fact in parties.told_of(keys[0]) if fact.kind == "fights" and fact.holds(day)]
    pair = {naming.state_of(_table_key(key)) for key in keys}
    return any({naming.state_of(naming.key(fact.who)), naming.state_of(naming.key(fact.whom))} == pair for fact in facts)


def _table_key(key: str) -> str:
    row = parties.find(key)
    return naming.key(row.name) if row else key


def _participants(claim: Claim) -> Iterator[Party]:
    """Who did it, to whom, and who was harmed; each name once a claim."""
    told = (*claim.event.actors, *claim.event.targets, *(party for figure in claim.figures for party in figure.victims))
    return iter({party.name: party for party in told}.values())


def hurts_civilians(claim: Claim) -> bool:
    """True if it tells of force, or of people harmed, with civilians as targets or victims."""
    is_force = load("coding")["types"][claim.event.type]["armed"] or bool(claim.figures)
    return is_force and has_civilians((*claim.event.targets, *(party for figure in claim.figures for party in figure.victims)))


def has_civilians(those: Iterable[Party]) -> bool:
    """True if any of them are civilians."""
    return any(party.kind == "civilians" or naming.is_civilian(party.name) for party in those)


def _armed_kind(party: Party) -> str | None:
    """The kind of one who fights: as the reader says, or the table of parties; None for all others."""
    if party.kind in ARMED:
        return party.kind
    row = parties.find(party.name) if party.kind in ("organisation", "other") else None
    return row.kind if row is not None and row.kind in ARMED else None


def _speaks_for(voice: Voice) -> tuple[str, ...]:
    return (voice.of,) if voice.of else (voice.name,) if voice.kind in ("party", "government", "organisation") else ()
