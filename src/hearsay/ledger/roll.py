"""The parties of a ledger: everyone who is named, under one name each, with what is known of them; and the names that may be one party."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from hearsay.ledger import spellings
from hearsay.ledger.lore import Lore, learn
from hearsay.ledger.rulings import Identities, identity, names_of, parties_of, rule
from hearsay.ledger.spellings import Reason, Spelling
from hearsay.lexicons import load, naming, parties, words
from hearsay.lexicons.parties import Relation
from hearsay.records import Claim, Judgement, Party

ROLES = ("voice", "actor", "target", "victim")
_NOBODYS_KINDS = ("other", "unnamed", "party")  # what says nothing, if another kind is told


@dataclass(frozen=True, slots=True)
class Listed:
    """A party of the ledger. ``sides``: for whom it speaks, as reports or the table of relations say, or the state whose body it is. ``aliases``: the
    other names and words it was read from. ``labels``: loaded words for it, kept apart from its name. ``counts``: in how many claims it is voice,
    actor, target, victim. ``relations``: what the table tells of it and others of the ledger. ``is_named`` is False for those whom words only
    describe ("rebels", "a local official")."""

    key: str
    name: str
    kind: str
    sides: tuple[str, ...]
    aliases: tuple[str, ...]
    labels: tuple[str, ...]
    counts: dict[str, int]
    relations: tuple[Relation, ...]
    is_named: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two names that may be one party. ``score`` is the sum of the reasons' weights, from 0 to 1. ``is_taken``: inside one event they count as one
    already, until a judgement splits them."""

    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...]
    is_taken: bool


@dataclass(slots=True)
class _Draft:
    names: Counter[str] = field(default_factory=Counter)
    surfaces: set[str] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    labels: set[str] = field(default_factory=set)
    claims: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    foes: set[str] = field(default_factory=set)


def enrol(claims: Iterable[Claim], judgements: Iterable[Judgement] = ()) -> tuple[Listed, ...]:
    """The parties that the claims name, those in most claims first. Names are one party by themselves only if their keys are equal or the table of
    parties has them as one; all else takes a judgement. The order of the claims does not matter."""
    return tuple(sorted((listed for listed, _ in _enrol(claims, tuple(judgements))), key=lambda one: (-sum(one.counts.values()), one.key)))


def propose(claims: Iterable[Claim], judgements: Iterable[Judgement] = ()) -> tuple[Proposal, ...]:
    """The pairs of names that may be one party, likeliest first. Nothing is joined. Two parties of the table are two, and so are those that a
    judgement has split."""
    judged = tuple(judgements)
    identities, shelves = Identities(judged), defaultdict[str, list[Spelling]](list)
    for listed, spelling in _enrol(claims, judged):
        if listed.is_named and listed.kind not in ("civilians", "place"):
            for mark in spellings.marks(spelling):
                shelves[mark].append(spelling)
    pairs = {(one.name, other.name): (one, other) for shelf in shelves.values() for one, other in combinations(_sorted(shelf), 2)}
    found = [one for one in (_proposal(*pair) for pair in pairs.values()) if one and not identities.are_apart(one.left, one.right)]
    return tuple(sorted(found, key=lambda one: (-one.score, one.left, one.right)))


def _sorted(shelf: Iterable[Spelling]) -> list[Spelling]:
    return sorted(shelf, key=lambda spelling: (-len(spelling.name), spelling.name))


def _proposal(left: Spelling, right: Spelling) -> Proposal | None:
    reasons = spellings.compare(left, right)
    if not reasons or (parties.find(left.name) and parties.find(right.name)):
        return None
    score = round(min(1.0, sum(weight for weight, _ in reasons)), 2)
    is_taken = naming.is_same(naming.key(left.name), naming.key(right.name))
    return Proposal(left.name, right.name, score, reasons, is_taken) if score >= load("joining")["threshold"] else None


def _enrol(claims: Iterable[Claim], judgements: Sequence[Judgement]) -> list[tuple[Listed, Spelling]]:
    told = tuple(claims)
    identities, ruled = Identities(judgements), rule(told, judgements)
    lore = learn(ruled.claims, ruled.sameness)
    drafts: defaultdict[str, _Draft] = defaultdict(_Draft)
    for claim in ruled.claims:
        _note_voices(claim, drafts, identities)
        _note_parties(claim, drafts, identities)
    shown = {key: _display_name(draft) for key, draft in drafts.items()}
    for name in names_of(told):
        if (draft := drafts.get(identities.of(name))) is not None:
            draft.names[name] += 0
    names = {naming.key(name): name for name in sorted(shown.values(), reverse=True)}
    return [_listed(key, shown[key], draft, lore, names) for key, draft in drafts.items()]


def _note_voices(claim: Claim, drafts: defaultdict[str, _Draft], identities: Identities) -> None:
    for voice in claim.chain:
        draft = drafts[identities.of(voice.name)]
        draft.names[voice.name] += 1
        draft.kinds[voice.kind] += 1
        draft.claims["voice"].add(claim.claim_id)
        if voice.of:
            drafts[identities.of(voice.of)].names[voice.of] += 1


def _note_parties(claim: Claim, drafts: defaultdict[str, _Draft], identities: Identities) -> None:
    victims = [party for figure in claim.figures for party in figure.victims]
    for role, those in (("actor", claim.event.actors), ("target", claim.event.targets), ("victim", victims)):
        for party in those:
            if naming.is_nobody(party.name):
                continue
            draft = drafts[identities.of(party.name)]
            draft.names[party.name] += 1
            draft.surfaces.add(party.surface)
            draft.kinds[party.kind] += 1
            draft.labels |= {party.label} if party.label else set()
            draft.claims[role].add(claim.claim_id)
            if role == "actor":
                draft.foes |= {naming.key(other.name) for other in parties_of(claim) if not _is_among(other, claim.event.actors)}


def _is_among(party: Party, those: Iterable[Party]) -> bool:
    return any(naming.key(party.name) == naming.key(one.name) for one in those)


def _display_name(draft: _Draft) -> str:
    """The name seen most often, not in capitals if any is not."""
    return min(draft.names, key=lambda name: (name.isupper(), not name[:1].isupper(), -draft.names[name], name))


def _listed(key: str, name: str, draft: _Draft, lore: Lore, names: dict[str, str]) -> tuple[Listed, Spelling]:
    kind = _kind(key, name, draft)
    masters = {master for one in draft.names for master in lore.masters.get(naming.key(one), ()) if master != naming.key(name)}
    aliases = {naming.fold(alias): alias for alias in sorted({*draft.names, *filter(_is_telling, draft.surfaces)})}  # not in capitals, if any is not
    others = [alias for folded, alias in aliases.items() if folded != naming.fold(name)]
    listed = Listed(
        key=key,
        name=name,
        kind=kind,
        sides=tuple(sorted((*(names.get(master, master) for master in masters), *_states(name, kind)))),
        aliases=tuple(sorted(others)),
        labels=tuple(sorted(draft.labels)),
        counts={role: len(draft.claims[role]) for role in ROLES},
        relations=tuple(fact for fact in parties.told_of(naming.key(name)) if {naming.key(fact.who), naming.key(fact.whom)} <= names.keys()),
        is_named=_is_named(name, kind),
    )
    is_capitals = any(one.isupper() for one in (name, *others))
    return listed, Spelling(name, kind, frozenset(masters), frozenset(draft.foes), is_capitals)


def _states(name: str, kind: str) -> list[str]:
    """The state whose body or people the name tells of: inside one event, all of them are one side."""
    code = naming.state_of(naming.key(name))
    names = load("demonym")["names"].get(code, ()) if kind in ("state", "government") else ()
    return [names[0].title()] if names and naming.key(name) not in [naming.key(one) for one in names] else []


def _kind(key: str, name: str, draft: _Draft) -> str:
    """As the table has it, unless the name was split off from the table's party; else as most claims have it."""
    row = parties.find(name) if identity(name) == key else None
    if row is not None:
        return row.kind
    told = [(kind, number) for kind, number in draft.kinds.items() if kind not in _NOBODYS_KINDS]
    return min(told or list(draft.kinds.items()) or [("other", 0)], key=lambda item: (-item[1], item[0]))[0]


def _is_telling(surface: str) -> bool:
    """True for words that name: a capital somewhere, and no pronoun before it."""
    first = surface.partition(" ")[0].casefold()
    return any(word[:1].isupper() for word in surface.split()) and first not in words("joining", "describing")


def _is_named(name: str, kind: str) -> bool:
    if parties.find(name) is not None:
        return True
    is_shouted = name.isupper() and (" " in name or len(name) > 5)
    return kind not in ("civilians", "unnamed") and not naming.is_vague(naming.key(name)) and name[:1].isupper() and not is_shouted
