"""How often each voice's figures were later borne out, overtaken or contradicted, with the claims behind each verdict.

Who may grade: observers, officials of neither side, and sides that admit losses of their own; a larger number may come later from outlets too. A
voice is never found wrong on its enemy's word alone; that the enemy admits its number bears it out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hearsay.ledger.learning import NO_ORIGINS, Learnt, study
from hearsay.ledger.matching import are_disjoint, is_of_same_people
from hearsay.ledger.scenes import Scene, lay_out
from hearsay.ledger.statements import Statement
from hearsay.ledger.weighing import number
from hearsay.lexicons import load, naming
from hearsay.lexicons.naming import AS_NAMED, Roll, Sameness
from hearsay.records import Claim, Document, Event, Graded, Track
from hearsay.records.track import Verdict

_NEUTRAL = ("observer", "official")
_NO_SIDE = (*_NEUTRAL, "outlet")
_NAMELESS = ("unnamed", "document")


def track(
    events: Iterable[Event],
    claims: Iterable[Claim],
    documents: Iterable[Document] = (),
    sameness: Sameness = AS_NAMED,
    *,
    origins: Mapping[str, str] = NO_ORIGINS,
) -> tuple[Track, ...]:
    """A record for each voice that is named and makes a claim, those with most figures first. Names that mean one voice have one record, under the
    fullest; whom words only describe ("sources") has none. The other arguments are those of ``reconcile``; the order of none matters."""
    known = tuple(claims)
    return track_learnt(events, known, study(known, documents, sameness, origins))


def track_learnt(events: Iterable[Event], claims: Iterable[Claim], learnt: Learnt) -> tuple[Track, ...]:
    """What ``track`` gives, by what was learnt from more claims than these."""
    known = {claim.claim_id: claim for claim in claims}
    scenes = [lay_out(event, [known[name] for name in sorted(event.claim_ids) if name in known], learnt) for event in events]
    speakers = _speakers(known.values(), learnt)
    graded: defaultdict[str, list[Graded]] = defaultdict(list)
    for scene in scenes:
        for name, one in _figures(scene, speakers):
            graded[name].append(_grade(scene, one))
    sides = _sides(scenes, speakers)
    tracks = [Track(name, sides.get(name), number_told, tuple(graded[name])) for name, number_told in Counter(speakers.values()).items()]
    return tuple(sorted(tracks, key=lambda one: (-len(one.graded), -one.claims, one.voice)))


def _speakers(claims: Iterable[Claim], learnt: Learnt) -> dict[str, str]:
    """Whose word each claim is that a named voice tells, by the claim's id; one name for all that mean one voice."""
    voices = {claim.claim_id: learnt.voice_of(claim) for claim in claims}
    told = {claim_id: voice.name for claim_id, voice in voices.items() if voice.kind not in _NAMELESS and not naming.is_vague(naming.key(voice.name))}
    shown = _one_name_each(told.values(), learnt.lore.sameness)
    return {claim_id: shown[name] for claim_id, name in told.items()}


def _figures(scene: Scene, speakers: Mapping[str, str]) -> Iterator[tuple[str, Statement]]:
    """What each voice says of an event, with the voice; a number that it says again only once."""
    seen = set()
    for one in sorted(scene.statements, key=lambda one: (one.day is None, one.day, one.report_id, one.claim.claim_id, one.figure.start, one.side)):
        name = speakers.get(one.claim.claim_id)
        if name and (name, one.side, one.figure.measure, one.low) not in seen:
            seen.add((name, one.side, one.figure.measure, one.low))
            yield name, one


def _grade(scene: Scene, one: Statement) -> Graded:
    """The verdict of those who may grade; where they differ, of the weightier."""
    verdicts: dict[Verdict, list[Statement]] = {"borne out": [], "overtaken": [], "contradicted": []}
    for other in scene.statements:
        verdict = _verdict(one, other)
        if verdict:
            verdicts[verdict].append(other)
    verdict, by = max(verdicts.items(), key=lambda item: sum(_weight(each) for each in item[1]))
    if not by:
        verdict = "open"
    against = tuple(sorted({claim_id for each in by for claim_id in each.claim_ids}))
    return Graded(
        scene.event.event_id, one.claim.claim_id, scene.people(one.side), one.figure.measure, verdict, against, _words(scene, one, verdict, by)
    )


def _verdict(one: Statement, other: Statement) -> Verdict | None:
    """What another statement makes of one, None if it may not grade it or tells nothing of it."""
    if other.report_id == one.report_id or not is_of_same_people(one, other) or _is_earlier(other, one):
        return None
    is_own_word, is_larger = other.camp == one.camp, are_disjoint(one, other) and other.low > one.low
    if is_own_word:
        return "overtaken" if is_larger else None
    if not are_disjoint(one, other):
        may_bear_out = other.standing in (*_NEUTRAL, "admission") and not other.is_vague and not one.is_vague
        return "borne out" if may_bear_out else None
    if is_larger and _is_earlier(one, other):
        return "overtaken" if other.standing in _NO_SIDE else None
    return "contradicted" if other.standing in _NEUTRAL else None


def _is_earlier(one: Statement, other: Statement) -> bool:
    return one.day is not None and other.day is not None and one.day < other.day


def _words(scene: Scene, one: Statement, verdict: Verdict, by: Sequence[Statement]) -> str:
    said = f"{number(one)} {one.figure.measure} ({scene.people(one.side)})"
    if not by:
        return f"{said}: nobody who may grade it gives a number of the same losses."
    told = "; ".join(sorted({f"{each.claim.chain[0].name} {number(each)} ({_standing(each)})" for each in by}))
    return f"{said}: {verdict} by {told}."


def _standing(one: Statement) -> str:
    return str(load("reconciling")["standings"][one.standing]["words"])


def _weight(one: Statement) -> float:
    table: Any = load("reconciling")["standings"]
    return float(table[one.standing]["weight"])


def _one_name_each(names: Iterable[str], sameness: Sameness) -> dict[str, str]:
    """Each name with the fullest that means the same voice; one not in capitals, if any is not."""
    shown: dict[str, str] = {}
    keys: dict[str, str] = {}
    ordered = sorted(set(names), key=lambda name: (-len(naming.key(name)), name.isupper(), name))
    roll = Roll((naming.key(name) for name in ordered), sameness)
    for name in ordered:
        key = naming.key(name)
        known = next((other for other in roll.alike(key) if other in keys), key)
        shown[name] = keys.setdefault(known, name)
    return shown


def _sides(scenes: Iterable[Scene], speakers: Mapping[str, str]) -> dict[str, str]:
    """For whom each voice speaks in most claims, where that is not itself."""
    served: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for scene in scenes:
        for claim in scene.claims:
            name, camp = speakers.get(claim.claim_id), scene.camp(claim)
            if name and camp.name != name and not scene.is_same(camp.key, name):
                served[name][camp.name] += 1
    return {name: min(camps, key=lambda camp: (-camps[camp], camp)) for name, camps in served.items()}
