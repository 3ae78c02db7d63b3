"""One event laid out: its claims, whose word each is, and the statements that count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hearsay.ledger.learning import Learnt
from hearsay.ledger.sides import CIVILIANS, UNKNOWN, Camp, Sides, is_told_part_of, survey
from hearsay.ledger.statements import Group, Statement, drop_echoes, gather
from hearsay.lexicons import load, naming
from hearsay.records import Claim, Contradiction, Event, Party, Quote
from hearsay.records.contradiction import ContradictionKind


@dataclass(frozen=True)
class Scene:
    """``told`` are the event's own claims; ``claims`` are those without what a copy repeats."""

    event: Event
    told: Sequence[Claim]
    claims: Sequence[Claim]
    sides: Sides
    learnt: Learnt

    @cached_property
    def groups(self) -> dict[Group, list[Statement]]:
        """The statements that count, by side and measure."""
        return gather(self.told, self.sides, self.learnt)

    @cached_property
    def kept(self) -> dict[Group, list[Statement]]:
        """Those of them that echo nobody."""
        return drop_echoes(self.groups, self.learnt)

    @cached_property
    def statements(self) -> list[Statement]:
        """All that echo nobody and that no copy repeats."""
        has_copies = len(self.claims) < len(self.told)
        kept = drop_echoes(gather(self.claims, self.sides, self.learnt), self.learnt) if has_copies else self.kept
        return [one for said in kept.values() for one in said]

    @cached_property
    def camps(self) -> dict[str, Camp]:
        """Whose word each claim is, by its id."""
        return {claim.claim_id: self.sides.camp(self.learnt.voice_of(claim)) for claim in self.claims}

    def camp(self, claim: Claim) -> Camp:
        """Whose word the claim is."""
        return self.camps[claim.claim_id]

    def day(self, claim: Claim) -> date | None:
        """The day on which it was said, or printed."""
        said = claim.chain[0].said
        return said.last if said else self.learnt.published.get(claim.report_id)

    def is_same(self, one: str, other: str) -> bool:
        """True if two names mean one party."""
        return self.sides.lore.sameness.is_same(naming.key(one), naming.key(other))

    def is_part(self, part: str, whole: str, claim: Claim) -> bool:
        """True if by the table of relations the one party is a part of the other on the day of the claim, or the one speaks for the other."""
        one, other = naming.key(part), naming.key(whole)
        is_served = any(self.sides.lore.sameness.is_same(master, other) for master in self.sides.lore.served_by(one))
        return is_served or is_told_part_of(one, other, self.day(claim))

    def share(self, ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
        """True if a party of the one is one of the other; all civilians and mere people are one here."""
        return any(self._is_one(left, right) for left in ours for right in theirs)

    def told_by(self, camp: Camp, those: Sequence[Party]) -> bool:
        """True if the camp is one of those."""
        return any(self.sides.lore.sameness.is_same(camp.key, naming.key(party.name)) for party in those)

    def people(self, side: str) -> str:
        """The side's people in words."""
        return str(load("contradiction")["words"]["nobodys"]) if side == UNKNOWN else self.sides.name(side)

    def contradict(self, kind: ContradictionKind, one: Claim, other: Claim, *, wording: str = "words", **fields: str) -> Contradiction:
        """The record; ``fields`` fill the sentence of the kind in contradiction.toml, those of ``one`` begin with left_. ``wording``: which of the
        kind's sentences. Turned round if ``other`` was said first."""
        if self._rank(other) < self._rank(one) and kind != "update":
            one, other = other, one
            fields = {_mirrored(name): words for name, words in fields.items()}
        sentence: str = load("contradiction")["kinds"][kind][wording]
        words = sentence.format(left=one.chain[0].name, right=other.chain[0].name, **fields)
        return Contradiction(self.event.event_id, kind, _quote(one), _quote(other), words)

    def deny(self, claim: Claim, denial: Claim, *, what: str) -> Contradiction:
        """The record of a claim and its denial."""
        return self.contradict("did_it_happen", claim, denial, asserter=claim.chain[0].name, denier=denial.chain[0].name, what=what)

    def _is_one(self, left: Party, right: Party) -> bool:
        sides = {self.sides.of_victims([party]) for party in (left, right)}
        return sides <= {CIVILIANS, UNKNOWN} or self.is_same(left.name, right.name)

    def _rank(self, claim: Claim) -> tuple[date, str, int, str]:
        return self.day(claim) or date.max, claim.report_id, claim.evidence.start, claim.claim_id


def lay_out(event: Event, claims: Sequence[Claim], learnt: Learnt) -> Scene:
    """The scene of one event from its own claims."""
    sides = survey(claims, learnt.lore)
    return Scene(event, claims, list(_without_repeats(claims, sides, learnt)), sides, learnt)


def _without_repeats(claims: Sequence[Claim], sides: Sides, learnt: Learnt) -> Iterator[Claim]:
    """A copy contradicts nobody: what it has in common with its origin is left out, the same words or the same deed on the same word."""
    reports = {claim.report_id for claim in claims}
    if all(learnt.origin_of(name) == name for name in reports):
        yield from claims
        return
    present = {(claim.report_id, told) for claim in claims for told in _told(claim, sides, learnt)}
    for claim in claims:
        origin = learnt.origin_of(claim.report_id)
        if origin == claim.report_id or not any((origin, told) in present for told in _told(claim, sides, learnt)):
            yield claim


def _told(claim: Claim, sides: Sides, learnt: Learnt) -> Iterator[tuple[object, ...]]:
    """By what a claim is known again in a copy: by its words, and without figures by whose word it is on what, and where."""
    yield tuple(naming.fold(claim.evidence.text))
    if not claim.figures:
        where = frozenset(naming.key(place.name) for place in claim.event.places)
        yield sides.camp(learnt.voice_of(claim)).key, claim.event.type, claim.stance, claim.event.realis, where


def _mirrored(field: str) -> str:
    if field.startswith("left_"):
        return f"right_{field.removeprefix('left_')}"
    return f"left_{field.removeprefix('right_')}" if field.startswith("right_") else field


def _quote(claim: Claim) -> Quote:
    return Quote(claim.claim_id, claim.report_id, claim.chain[0].name, claim.evidence)
