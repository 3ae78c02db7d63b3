"""Who fights in an event, and who fights whom: by what claims say, then by the table of relations."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from hearsay.faces.exports.countries import Country
from hearsay.lexicons import naming, parties
from hearsay.lexicons.naming import Sameness
from hearsay.records import Claim, Party, Voice

ARMED = ("state", "rebel", "militia")

Same = Callable[[str, str], bool]  # whether two names are of one party


@dataclass(frozen=True, slots=True)
class Side:
    """One of those who fight. ``kind``: state, rebel or militia; ``mentions``: how many claims have it as actor, target or victims."""

    name: str
    kind: str
    mentions: int


def merge(claims: Iterable[Claim], sameness: Sameness, country: Country | None) -> list[Side]:
    """One side for all names of one party, under the name that most claims have; a bare "government" is that of the event's country, or the one
    government or coalition that is named more fully."""
    counted = Counter((party.name, kind) for claim in claims for party in _told(claim) if (kind := _armed_kind(party)))
    found: list[Side] = []
    for (name, kind), mentions in sorted(counted.items(), key=lambda one: (_is_vague(one[0][0]), -one[1], one[0])):
        side = Side(name, kind, mentions)
        known = next((number for number, other in enumerate(found) if _is_one(other, side, sameness, country)), None)
        if known is None:
            found.append(side)
        else:
            found[known] = Side(found[known].name, found[known].kind, found[known].mentions + mentions)
    return sorted(found, key=lambda side: (_is_vague(side.name), -side.mentions, side.name))


def pair(armed: Sequence[Side], claims: Sequence[Claim], is_same: Same, day: date | None) -> tuple[Side, ...]:
    """The two who fight each other: whom most claims have against each other, else who is known to fight then (relation.toml), be it somebody who
    only speaks here, else one who acts and one who suffers, if not both are states. Empty if nobody is."""
    told = Counter(both for claim in claims for both in _opposed(claim, armed, is_same))
    if told:
        return min(told, key=lambda both: (-told[both], armed.index(both[0]), armed.index(both[1])))
    known = next((both for both in combinations(armed, 2) if fights(both[0].name, both[1].name, day)), None)
    return known or _spoken(armed, claims, day) or _acting_and_suffering(armed, claims, is_same)


def fights(one: str, other: str, day: date | None) -> bool:
    """True if the table of relations has it that the two fight each other then."""
    keys = naming.key(one), naming.key(other)
    wanted = {naming.state_of(_table_key(key)) for key in keys}
    facts = [fact for fact in parties.told_of(_table_key(keys[0])) if fact.kind == "fights" and fact.holds(day)]
    return any({naming.state_of(naming.key(fact.who)), naming.state_of(naming.key(fact.whom))} == wanted for fact in facts)


def _opposed(claim: Claim, armed: Sequence[Side], is_same: Same) -> set[tuple[Side, Side]]:
    """The pairs that a claim has against each other: who did it and to whom, and in a clash those who clashed."""
    suffers = (*claim.event.targets, *(party for figure in claim.figures for party in figure.victims))
    does = _among(claim.event.actors, armed, is_same)
    found = set(product(does, _among(suffers, armed, is_same)))
    if claim.event.type == "clash":
        found |= set(combinations(does, 2)) | set(combinations(_among(claim.event.targets, armed, is_same), 2))
    return {(one, other) if armed.index(one) < armed.index(other) else (other, one) for one, other in found if one != other}


def _among(those: Iterable[Party], armed: Sequence[Side], is_same: Same) -> list[Side]:
    named = [party.name for party in those]
    return [side for side in armed if any(is_same(name, side.name) for name in named)]


def _spoken(armed: Sequence[Side], claims: Sequence[Claim], day: date | None) -> tuple[Side, ...]:
    """The first of those who fight with whoever speaks here and fights it then."""
    named = dict.fromkeys(name for claim in claims for voice in claim.chain[:1] for name in _speaks_for(voice))
    for side, name in product(armed, named):
        row = parties.find(name)
        if row is not None and row.kind in ARMED and fights(name, side.name, day):
            return side, Side(row.name, row.kind, 0)
    return ()


def _acting_and_suffering(armed: Sequence[Side], claims: Sequence[Claim], is_same: Same) -> tuple[Side, ...]:
    does = {side for claim in claims for side in _among(claim.event.actors, armed, is_same)}
    for one, other in combinations(armed, 2):
        are_states = one.kind == other.kind == "state"
        if (one in does) != (other in does) and not are_states and not _is_vague(one.name) and not _is_vague(other.name):
            return one, other
    return ()


def _is_one(one: Side, other: Side, sameness: Sameness, country: Country | None) -> bool:
    keys = naming.key(one.name), naming.key(other.name)
    if sameness.is_same(*keys):
        return True
    if one.kind != other.kind or one.kind != "state" or not any(map(naming.is_vague, keys)):
        return False
    full = keys[1] if naming.is_vague(keys[0]) else keys[0]
    bare = keys[0] if full == keys[1] else keys[1]
    return full.endswith(f" {bare}") or (bare != "coalition" and country is not None and naming.state_of(full) == country.code)


def _is_vague(name: str) -> bool:
    return naming.is_vague(naming.key(name))


def _table_key(key: str) -> str:
    row = parties.find(key)
    return naming.key(row.name) if row else key


def _told(claim: Claim) -> Iterator[Party]:
    """Who did it, to whom, and who was harmed; each name once a claim."""
    told = (*claim.event.actors, *claim.event.targets, *(party for figure in claim.figures for party in figure.victims))
    return iter({party.name: party for party in told}.values())


def _armed_kind(party: Party) -> str | None:
    """The kind of one who fights: as the reader says, or the table of parties; None for all others."""
    if party.kind in ARMED:
        return party.kind
    row = parties.find(party.name) if party.kind in ("organisation", "other") else None
    return row.kind if row is not None and row.kind in ARMED else None


def _speaks_for(voice: Voice) -> tuple[str, ...]:
    return (voice.of,) if voice.of else (voice.name,) if voice.kind in ("party", "government", "organisation") else ()
