"""What each camp says of one side's losses, in the end: its claims gathered, its copies and repeats left out, its latest word kept."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from hearsay.ledger.learning import Learnt
from hearsay.ledger.lore import Boast, day_of
from hearsay.ledger.sides import CIVILIANS, UNKNOWN, Camp, Sides, may_stand_alone, standing
from hearsay.lexicons import load, naming, words
from hearsay.lexicons.naming import Sameness
from hearsay.records import Claim, Figure, Party, Place

Group = tuple[str, str]  # side, measure

COUNTRY = 6  # UCDP's where_prec of a whole country
EXACT = 2  # and of a place, or an area around one


@dataclass(frozen=True, slots=True)
class Statement:
    """One number on one camp's word. ``stands``: it may be the best though nobody else gives one. ``claim`` and ``figure`` are what it was read from,
    the first if several say it; ``parts`` are the numbers that were added up to it."""

    camp: Camp
    side: str
    standing: str
    stands: bool
    low: int
    high: int | None
    best: int
    day: date | None
    claim: Claim
    figure: Figure
    claim_ids: frozenset[str]
    parts: tuple[int, ...] = ()

    @property
    def report_id(self) -> str:
        """Where it was read."""
        return self.claim.report_id

    @property
    def top(self) -> int:
        """The most that is said in so many words; an open number's own."""
        return max(self.low, self.best) if self.high is None else self.high

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the people were harmed: the figure's places, else the happening's."""
        return self.claim.event.places if self.figure.places is None else self.figure.places

    @property
    def is_vague(self) -> bool:
        """True if a word stands for the number ("dozens", "several hundred")."""
        return _is_vague(self.figure.text)

    @property
    def subgroup(self) -> str | None:
        """Which of the side's people alone are counted ("children", "officers"); None if it is all."""
        return _subgroup(self.figure.victims[0]) if len(self.figure.victims) == 1 else None


def gather(claims: Sequence[Claim], sides: Sides, learnt: Learnt) -> dict[Group, list[Statement]]:
    """The statements that count, by victims' side and measure: told as fact, with a number, no part of a larger one, no copy of
    another outlet's, and of no wider place."""
    groups: defaultdict[Group, list[Statement]] = defaultdict(list)
    for claim in claims:
        for figure in claim.figures:
            if _counts(claim, figure, sides):
                side = sides.of_victims(figure.victims)
                groups[side, figure.measure].append(_state(claim, figure, sides, learnt))
    return _without_wider(_without_copied(groups, learnt))


def settle(statements: Iterable[Statement]) -> list[Statement]:
    """One statement a camp, its latest; sorted by best, then camp. Who counts only some of a side's people is left out where others count all."""
    camps: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in _of_all(_without_copies(statements)):
        camps[statement.camp.key].append(statement)
    return sorted((_latest(said) for said in camps.values()), key=lambda s: (s.best, s.camp.key))


def drop_echoes(groups: Mapping[Group, list[Statement]], learnt: Learnt) -> dict[Group, list[Statement]]:
    """Leave out what an outlet or a voice of no known side says where it gives a side's own number again, from the event or from the same report:
    nothing shows that it counted."""
    kept, boasts, sameness = {}, learnt.boasts, learnt.lore.sameness
    for (side, measure), statements in groups.items():
        near = [group for group in groups if group[1] == measure and (group[0] == side or UNKNOWN in (group[0], side))]
        loud = {one.best for group in near for one in groups[group] if one.standing == "accuser" and not one.stands}
        kept[side, measure] = [one for one in statements if not _is_echo(one, loud) and not _is_echo(one, _in_report(one, boasts, sameness))]
    return kept


def whole_of(said: Sequence[Statement]) -> Statement:
    """What a camp says in one report in all: its largest number, of which others are parts; disjoint parts added up if it gives no whole; and what is
    "another five" on top."""
    plain, on_top = [one for one in said if not _is_on_top(one)], [one for one in said if _is_on_top(one)]
    whole = _added_up(plain or on_top)
    for more in on_top if plain else []:
        whole = add(whole, more)
    return whole


def add(one: Statement, other: Statement) -> Statement:
    """The two as one statement, in the first one's words."""
    return replace(
        one,
        low=one.low + other.low,
        high=None if one.high is None or other.high is None else one.high + other.high,
        best=one.best + other.best,
        claim_ids=one.claim_ids | other.claim_ids,
        parts=(*(one.parts or (one.best,)), *(other.parts or (other.best,))),
    )


def _counts(claim: Claim, figure: Figure, sides: Sides) -> bool:
    table: Any = load("reconciling")["words"]
    if figure.low is None or claim.stance not in table["counted_stances"]:
        return False
    if claim.event.realis not in table["counted_realis"] and not (claim.event.realis == "negated" and figure.high == 0):
        return False
    if figure.part_of is None or not 0 <= figure.part_of < len(claim.figures):
        return True
    whole = claim.figures[figure.part_of]
    return whole.measure != figure.measure or sides.of_victims(whole.victims) != sides.of_victims(figure.victims)


def _state(claim: Claim, figure: Figure, sides: Sides, learnt: Learnt) -> Statement:
    voice, side, low = learnt.voice_of(claim), sides.of_victims(figure.victims), figure.low or 0
    camp, published = sides.camp(voice), learnt.published.get(claim.report_id)
    name = standing(camp, side, claim, sides.lore, day=day_of(claim, voice, published), is_none=figure.high == 0)
    best = max(low, figure.best if figure.best is not None else low)
    return Statement(
        camp=camp,
        side=side,
        standing=name,
        stands=may_stand_alone(name, side),
        low=low,
        high=figure.high,
        best=best if figure.high is None else min(best, figure.high),
        day=voice.said.last if voice.said else published,
        claim=claim,
        figure=figure,
        claim_ids=frozenset({claim.claim_id}),
    )


def _without_copied(groups: Mapping[Group, list[Statement]], learnt: Learnt) -> dict[Group, list[Statement]]:
    """Leave out what a report of another outlet's text says on a camp's word, if that text as first printed has the camp's word on the same losses: a
    copy replaces no number. A new version by the same outlet does."""
    reports = {one.report_id for said in groups.values() for one in said}
    if all(learnt.origin_of(name) == name for name in reports):
        return dict(groups)
    texts: defaultdict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for said in groups.values():
        for one in said:
            texts[learnt.origin_of(one.report_id), one.camp.key, one.figure.measure].append(one)
    own = {id(one) for said in texts.values() for one in _own_words(said, learnt)}
    kept = {group: [one for one in said if id(one) in own] for group, said in groups.items()}
    return {group: said for group, said in kept.items() if said}


def _own_words(said: list[Statement], learnt: Learnt) -> list[Statement]:
    """Those of one text, camp and measure that repeat no other outlet's."""
    kept: list[Statement] = []
    for one in sorted(said, key=lambda each: learnt.precedence(each.report_id)):
        outlet = learnt.outlets[one.report_id]
        others = (other for other in kept if other.side == one.side or UNKNOWN in (other.side, one.side))
        if all(learnt.outlets[other.report_id] == outlet for other in others):
            kept.append(one)
    return kept


def _without_wider(groups: Mapping[Group, list[Statement]]) -> dict[Group, list[Statement]]:
    """Leave out counts over a whole country and a longer time ("the war has killed 250,000") where others tell of a place in it."""
    local = [one for statements in groups.values() for one in statements if any(place.precision < COUNTRY for place in one.places)]
    if not local:
        return dict(groups)
    times: int = load("reconciling")["limits"]["wider_times"]
    most: dict[str, int] = {}
    for one in local:
        most[one.figure.measure] = max(one.low, most.get(one.figure.measure, 0))
    kept = {group: [one for one in said if not _is_wider(one, times * most.get(group[1], 0))] for group, said in groups.items()}
    return {group: said for group, said in kept.items() if said}


def _is_wider(one: Statement, limit: int) -> bool:
    is_country = bool(one.places) and all(place.precision >= COUNTRY for place in one.places)
    return is_country and (one.figure.is_total or one.claim.event.time is None or one.best > limit)


def _without_copies(statements: Iterable[Statement]) -> list[Statement]:
    """Outlets that print the same words in their own name are one voice: the first by report."""
    ordered = sorted(statements, key=lambda s: (s.report_id, s.claim.claim_id, s.low, s.top, s.figure.is_added))
    if len({one.camp.key for one in ordered if one.standing == "outlet"}) < 2:
        return ordered
    owners: dict[tuple[str, ...], str] = {}
    return [one for one in ordered if one.standing != "outlet" or _owner(one, owners) == one.camp.key]


def _owner(one: Statement, owners: dict[tuple[str, ...], str]) -> str:
    return owners.setdefault(naming.fold(one.claim.evidence.text), one.camp.key)


def _of_all(statements: list[Statement]) -> list[Statement]:
    """Those that count all of the side's people, if any of them may stand alone or none at all counts some only."""
    whole = [one for one in statements if one.subgroup is None]
    is_borne = any(one.stands for one in whole) or not any(one.stands for one in statements)
    return whole if whole and is_borne else statements


def _latest(said: list[Statement]) -> Statement:
    """The camp's word on its last day: its largest number then. Smaller ones of that day are earlier counts, or counts of some of the same people. An
    "at least" of the last day takes no larger number back that the camp gave before."""
    if len(said) == 1:
        return said[0]
    reports: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in said:
        reports[one.day.isoformat() if one.day else "", one.report_id].append(one)
    last = max(day for day, _ in reports)
    wholes = [whole_of(reports[key]) for key in sorted(reports) if key[0] == last]
    largest = max(wholes, key=_size)
    if largest.high is None:
        wholes = [whole_of(reports[key]) for key in sorted(reports)]
        largest = max((one for one in wholes if one.low >= largest.low), key=_size)
    same = [one.claim_ids for one in wholes if (one.low, one.high, one.best) == (largest.low, largest.high, largest.best)]
    if len(same) == 1:
        return largest
    return replace(largest, claim_ids=frozenset().union(*same))


def _size(one: Statement) -> tuple[int, int, bool, int, str]:
    return one.best, one.low, one.high is None, one.top, one.report_id


def _is_on_top(one: Statement) -> bool:
    """True for "another five", but not where it goes on from a count of another side's people in the same claim."""
    others = [figure for figure in one.claim.figures if figure is not one.figure and figure.measure == one.figure.measure]
    return one.figure.is_added and all(_same_victims(figure, one.figure) for figure in others)


def _same_victims(left: Figure, right: Figure) -> bool:
    return {naming.key(party.name) for party in left.victims} == {naming.key(party.name) for party in right.victims}


def _added_up(plain: Sequence[Statement]) -> Statement:
    if len(plain) == 1:
        return plain[0]
    # a headline drops the "at least" of the text, so of equal numbers the open one is the voice's
    whole = max(plain, key=lambda one: (one.low, one.high is None, one.top, sorted(one.claim_ids)))
    parts = _disjoint(plain)
    if not parts:
        return whole
    total = parts[0]
    for part in parts[1:]:
        total = add(total, part)
    return total if total.low > whole.low else whole


def _disjoint(plain: Sequence[Statement]) -> list[Statement]:
    """The largest number of each part, if all are parts that share nobody: women and children, or the dead of different places."""
    kinds = {(_kind_of_people(one), _spot(one)) for one in plain}
    by_kind, by_place = {kind for kind, _ in kinds}, {spot for _, spot in kinds}
    if None not in by_kind and len(by_kind) > 1:
        return [max((one for one in plain if _kind_of_people(one) == kind), key=lambda one: (one.low, one.top)) for kind in sorted(map(str, by_kind))]
    numbers = {(one.low, one.high, _spot(one)) for one in plain}
    if None in by_place or len(by_place) < 2 or len(numbers) > len(by_place) or by_kind != {None}:
        return []
    return [next(one for one in plain if _spot(one) == spot) for spot in sorted(map(str, by_place))]


def _kind_of_people(one: Statement) -> str | None:
    """The kind, of those that share nobody, whose people alone are counted."""
    kinds: dict[str, list[str]] = load("reconciling")["disjoint"]
    return next((kind for kind, names in kinds.items() if one.subgroup in names), None)


def _spot(one: Statement) -> str | None:
    exact = [place for place in one.places if place.precision <= EXACT and place.relation is None]
    return " ".join(naming.fold(exact[0].name)) if len(exact) == len(one.places) == 1 else None


def _subgroup(party: Party) -> str | None:
    return _last_word(party.surface or party.name)


@lru_cache(maxsize=100_000)
def _last_word(surface: str) -> str | None:
    last = (naming.fold(surface) or ("",))[-1]
    return last if last in words("reconciling", "words", "subgroups") else None


@lru_cache(maxsize=100_000)
def _is_vague(text: str) -> bool:
    return not words("reconciling", "words", "vague").isdisjoint(naming.fold(text))


def _in_report(one: Statement, boasts: Mapping[str, set[Boast]], sameness: Sameness) -> set[int]:
    """The numbers of its report that make it an echo: of the same people, or of people whose side one of the two does not tell. Civilians' deaths may
    be told by a side and by the outlet alike."""
    if one.side == CIVILIANS:
        return set()
    return {best for of, best, victims in boasts.get(one.report_id, ()) if of == one.figure.measure and _may_be(one.side, victims, sameness)}


def _may_be(side: str, victims: frozenset[str], sameness: Sameness) -> bool:
    return side == UNKNOWN or not victims or any(sameness.is_same(part, key) for part in side.split(" and ") for key in victims)


def _is_echo(one: Statement, loud: set[int]) -> bool:
    share: float = load("reconciling")["limits"]["echo_share"]
    return one.standing in ("outlet", "witness") and any(abs(one.best - best) <= share * max(one.best, best) for best in loud)
