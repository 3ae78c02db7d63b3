"""Contradictions between happenings: did it happen, who did it, who holds the place; and what a voice takes back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations
from typing import Any

from hearsay.ledger.matching import are_apart, is_same_place, is_same_time
from hearsay.ledger.scenes import Scene
from hearsay.ledger.sides import is_told_part
from hearsay.lexicons import load, naming, words
from hearsay.records import Claim, Contradiction, Party, Place, When


@dataclass(frozen=True, slots=True)
class Hold:
    """What a claim says of who has a place: ``holder`` has it, or has not (``is_denied``; None: nobody has taken it), or was thrown back from it
    (``is_repulsed``)."""

    claim: Claim
    place: Place
    holder: Party | None
    is_denied: bool
    is_repulsed: bool

    @property
    def is_taken(self) -> bool:
        """True if it says that somebody has the place."""
        return not self.is_denied and not self.is_repulsed

    @property
    def words(self) -> str:
        """What it says, with the holder's name."""
        key = "open" if self.holder is None else "repulsed" if self.is_repulsed else "denied" if self.is_denied else "held"
        sentence: str = load("contradiction")["holds"][key]
        return sentence.format(holder=self.holder.name if self.holder else "")


def dispute_happenings(scene: Scene) -> Iterator[Contradiction]:
    """Did it happen, who did it, who holds the place; each pair of camps once a kind. And deeds and holds that a voice tells of and later denies."""
    for find in (_did_it_happen, _who_did_it, _who_holds, _takes_back_deed, _takes_back_hold):
        seen: set[tuple[str, ...]] = set()
        for found in find(scene):
            pair = tuple(sorted(scene.camps[claim_id].key for claim_id in (found.left.claim_id, found.right.claim_id)))
            if pair not in seen:
                seen.add(pair)
                yield found


def _did_it_happen(scene: Scene) -> Iterator[Contradiction]:
    asserted = [claim for claim in scene.claims if _is_asserted(claim) and not _is_hold(claim)]
    for denial in [claim for claim in scene.claims if _is_denial(claim) and not _is_hold(claim)]:
        for claim in asserted:
            if scene.camp(claim) != scene.camp(denial) and _is_alike(claim, denial) and _is_one_deed(scene, claim, denial):
                yield scene.deny(claim, denial, what=_what(claim))


def _is_one_deed(scene: Scene, claim: Claim, denial: Claim) -> bool:
    """The same doer, and nothing that tells the two apart; where neither names a doer, or the denial names none, the same target."""
    one, other = claim.event, denial.event
    if not _meet(claim, denial) or (one.targets and other.targets and not scene.share(one.targets, other.targets)):
        return False
    if one.actors and other.actors:
        return _have_one(scene, one.actors, other.actors)
    if one.actors:
        return _is_done_there(scene, claim, denial)
    return not other.actors and _have_one(scene, one.targets, other.targets)


def _is_done_there(scene: Scene, claim: Claim, denial: Claim) -> bool:
    """Harm to the same thing of the same people ("two of its jets"), in one place and in told days: what a denial must say that names no doer. Those
    who fight are harmed in many ways on one day, so of them the same type too."""
    one, other = claim.event, denial.event
    if denial.stance != "denies" or None in (one.time, other.time) or not {one.type, other.type} <= words("reconciling", "words", "harming"):
        return False
    is_there = any(is_same_place(here, there) for here in one.places for there in other.places)
    pairs = [(left, right) for left in _named(one.targets) for right in _named(other.targets) if scene.is_same(left.name, right.name)]
    return is_there and any(_is_one_thing(*pair, is_one_type=one.type == other.type) for pair in pairs)


def _is_one_thing(left: Party, right: Party, *, is_one_type: bool) -> bool:
    """True if one word names both; not "the town", which is where it was done."""
    here, there = _head(left), _head(right)
    is_told_apart = is_one_type or words("reconciling", "words", "armed").isdisjoint((left.kind, right.kind))
    return here.removesuffix("s") == there.removesuffix("s") and here not in words("contradiction", "words", "whole_places") and is_told_apart


def _head(party: Party) -> str:
    return (naming.fold(party.surface or party.name) or ("",))[-1]


def _have_one(scene: Scene, ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """True if they share somebody whom a name tells from others."""
    return any(scene.is_same(one.name, other.name) for one in _named(ours) for other in _named(theirs))


def _takes_back_deed(scene: Scene) -> Iterator[Contradiction]:
    told = [claim for claim in scene.claims if _is_asserted(claim) and not _is_hold(claim)]
    for denial in [claim for claim in scene.claims if _is_denial(claim) and not _is_hold(claim)]:
        for claim in told:
            if _is_taken_back(scene, claim, denial) and _is_alike(claim, denial) and _is_one_deed(scene, claim, denial):
                yield scene.contradict("itself", claim, denial, wording="deed", what=_what(claim))


def _is_taken_back(scene: Scene, claim: Claim, denial: Claim) -> bool:
    """True if one named voice says the one in a report, and denies the other in a report of a later day, each of a told time."""
    voice, denier, said, denied = claim.chain[0], denial.chain[0], scene.day(claim), scene.day(denial)
    is_named = "unnamed" not in (voice.kind, denier.kind) and not naming.is_vague(naming.key(voice.name)) and len(claim.chain) > 1
    is_later = said is not None and denied is not None and said < denied and claim.report_id != denial.report_id
    return is_named and is_later and scene.is_same(voice.name, denier.name) and None not in (claim.event.time, denial.event.time)


def _who_did_it(scene: Scene) -> Iterator[Contradiction]:
    """Somebody is blamed by another, and blames another for it: the same deed, told of the same people."""
    told = [(claim, doer) for claim in scene.claims if _is_asserted(claim) for doer in _doers(claim) if not scene.told_by(scene.camp(claim), [doer])]
    for (one, left), (other, right) in combinations(told, 2):
        is_answer = scene.told_by(scene.camp(one), [right]) or scene.told_by(scene.camp(other), [left])
        if is_answer and _are_two(scene, left, right, one) and _meet(one, other) and _is_same_harm(scene, one, other):
            yield scene.contradict("who_did_it", one, other, left_actor=left.name, right_actor=right.name)


def _doers(claim: Claim) -> list[Party]:
    """Who is said to have harmed others; in an accusation, who is accused."""
    if claim.event.type == "accusation":
        return _named(claim.event.targets)
    return _named(claim.event.actors) if claim.event.type in words("reconciling", "words", "harming") else []


def _is_same_harm(scene: Scene, one: Claim, other: Claim) -> bool:
    if "accusation" in (one.event.type, other.event.type):
        return one.event.type == other.event.type
    return _is_alike(one, other) and scene.share(_hurt(one), _hurt(other))


def _hurt(claim: Claim) -> list[Party]:
    return [*claim.event.targets, *(party for figure in claim.figures for party in figure.victims)]


def _are_two(scene: Scene, left: Party, right: Party, claim: Claim) -> bool:
    keys = naming.key(left.name), naming.key(right.name)
    return not scene.is_same(left.name, right.name) and not is_told_part(*keys, scene.day(claim))


def _who_holds(scene: Scene) -> Iterator[Contradiction]:
    holds = [hold for claim in scene.claims for hold in _holds(claim)]
    for one, other in combinations(holds, 2):
        is_two = scene.camp(one.claim) != scene.camp(other.claim) and is_same_place(one.place, other.place)
        if is_two and is_same_time(one.claim.event.time, other.claim.event.time) and _clash(scene, one, other):
            yield scene.contradict("who_holds", one.claim, other.claim, place=one.place.name, left_holds=one.words, right_holds=other.words)


def _clash(scene: Scene, one: Hold, other: Hold) -> bool:
    """One says that a party has it, the other that this party, or that of which it is a part, has not; or each says that it has the place itself."""
    if one.holder is None or other.holder is None:
        return one.is_taken or other.is_taken
    if scene.is_same(one.holder.name, other.holder.name):
        return one.is_taken != other.is_taken
    if one.is_taken and other.is_taken:
        return _is_own(scene, one) and _is_own(scene, other) and not _are_of_one_side(scene, one.holder.name, other.holder.name, one.claim)
    return any(
        taken.is_taken and denied.is_denied and scene.is_part(whose.name, of.name, taken.claim)
        for taken, denied, whose, of in ((one, other, one.holder, other.holder), (other, one, other.holder, one.holder))
    )


def _is_own(scene: Scene, hold: Hold) -> bool:
    """True if it says so of itself, or of a part or the whole of its own side."""
    camp = scene.camp(hold.claim)
    return hold.holder is not None and (scene.told_by(camp, [hold.holder]) or _are_of_one_side(scene, camp.key, hold.holder.name, hold.claim))


def _are_of_one_side(scene: Scene, one: str, other: str, claim: Claim) -> bool:
    return scene.is_part(one, other, claim) or scene.is_part(other, one, claim)


def _takes_back_hold(scene: Scene) -> Iterator[Contradiction]:
    """Not where the denial may be of another time: a place that was taken can be lost."""
    holds = [hold for claim in scene.claims for hold in _holds(claim)]
    for one, other in permutations(holds, 2):
        is_one_hold = other.holder is None or (one.holder is not None and scene.is_same(one.holder.name, other.holder.name))
        is_denied = one.is_taken and other.is_denied and is_one_hold and is_same_place(one.place, other.place)
        if is_denied and _is_taken_back(scene, one.claim, other.claim) and _is_within(other.claim.event.time, one.claim.event.time):
            fields = {"place": one.place.name, "left_holds": one.words, "right_holds": other.words}
            yield scene.contradict("itself", one.claim, other.claim, wording="hold", **fields)


def _is_within(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and other.first <= one.first and one.last <= other.last


def _holds(claim: Claim) -> Iterator[Hold]:
    table: Any = load("contradiction")["words"]
    kind, place = claim.event.type, claim.event.places[0] if len(claim.event.places) == 1 else None
    if place is None or claim.stance not in ("asserts", "confirms", "denies"):
        return
    is_denied = _is_denial(claim)
    if kind in table["takes"] and _is_whole(claim, place) and (is_denied or _is_asserted(claim)):
        holders: list[Party | None] = [*_named(claim.event.actors)[:1]] or [None] * is_denied
        yield from (Hold(claim, place, holder, is_denied, is_repulsed=False) for holder in holders)
    if kind in table["keeps"] and _is_asserted(claim):
        yield from (Hold(claim, place, party, is_denied=False, is_repulsed=True) for party in _named(claim.event.targets)[:1])


def _is_whole(claim: Claim, place: Place) -> bool:
    """True if it is the place itself that is taken, not a part of it ("two districts")."""
    whole = words("contradiction", "words", "whole_places")
    name = set(naming.fold(place.name)) | set(naming.fold(place.surface))
    return all(set(naming.fold(target.name)) <= name | whole for target in claim.event.targets)


def _is_asserted(claim: Claim) -> bool:
    return claim.stance in ("asserts", "confirms") and claim.event.realis in load("contradiction")["words"]["counted_realis"]


def _is_denial(claim: Claim) -> bool:
    """Denied by somebody, or told by somebody as not having happened; an outlet that tells in its own name what did not happen denies nobody."""
    is_negated = claim.event.realis == "negated"
    is_told = claim.stance == "denies" and (is_negated or claim.event.realis in load("contradiction")["words"]["counted_realis"])
    return not claim.figures and len(claim.chain) > 1 and (is_told or (claim.stance == "asserts" and is_negated))


def _is_hold(claim: Claim) -> bool:
    return claim.event.type in load("contradiction")["words"]["takes"]


def _is_alike(one: Claim, other: Claim) -> bool:
    return one.event.type == other.event.type != "toll" or bool(_groups(one.event.type) & _groups(other.event.type))


@cache
def _groups(kind: str) -> frozenset[str]:
    return frozenset(name for name, types in load("contradiction")["alike"].items() if kind in types)


def _meet(one: Claim, other: Claim) -> bool:
    """True if neither time nor place tells them apart."""
    return is_same_time(one.event.time, other.event.time) and not are_apart(one.event.places, other.event.places)


def _named(those: Sequence[Party]) -> list[Party]:
    """Whom a name tells from others, and who is no civilian."""
    return [
        party for party in those if not naming.is_nobody(party.name) and not naming.is_vague(naming.key(party.name)) and party.kind != "civilians"
    ]


def _what(claim: Claim) -> str:
    actors = " and ".join(party.name for party in claim.event.actors)
    return f"{claim.event.type.replace('_', ' ')}{f' by {actors}' if actors else ''}"
