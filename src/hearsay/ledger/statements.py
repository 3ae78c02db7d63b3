"""What each camp says of one side's losses, in the end: its claims gathered, its copies and repeats left out, its latest word kept."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hearsay.ledger.lore import Boast, day_of
from hearsay.ledger.sides import CIVILIANS, UNKNOWN, Camp, Sides, may_stand_alone, standing
from hearsay.lexicons import load, naming
from hearsay.records import Claim, Figure

Group = tuple[str, str]  # side, measure


@dataclass(frozen=True, slots=True)
class Statement:
    """One number on one camp's word. ``stands``: it may be the best though nobody else gives one."""

    camp: Camp
    side: str
    standing: str
    stands: bool
    low: int
    high: int | None
    best: int
    day: date | None
    report_id: str
    words: tuple[str, ...]
    is_added: bool
    claim_ids: frozenset[str]

    @property
    def top(self) -> int:
        """The most that is said in so many words; an open number's own."""
        return max(self.low, self.best) if self.high is None else self.high


def gather(claims: Iterable[Claim], sides: Sides, published: Mapping[str, date | None]) -> dict[Group, list[Statement]]:
    """The statements that count, by victims' side and measure: told as fact, with a number, no part of a larger one."""
    groups: defaultdict[Group, list[Statement]] = defaultdict(list)
    for claim in claims:
        for figure in claim.figures:
            if _counts(claim, figure, sides):
                side = sides.of_victims(figure.victims)
                groups[side, figure.measure].append(_state(claim, figure, sides, published.get(claim.report_id)))
    return dict(groups)


def settle(statements: Iterable[Statement]) -> list[Statement]:
    """One statement a camp, its latest; sorted by best, then camp."""
    camps: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in _without_copies(statements):
        camps[statement.camp.key].append(statement)
    return sorted((_latest(said) for said in camps.values()), key=lambda s: (s.best, s.camp.key))


def drop_echoes(groups: Mapping[Group, list[Statement]], boasts: Mapping[str, set[Boast]]) -> dict[Group, list[Statement]]:
    """Leave out what an outlet or a voice of no known side says where it gives a side's own number again, from the event or from the same report
    (``boasts``): nothing shows that it counted."""
    kept = {}
    for (side, measure), statements in groups.items():
        near = [group for group in groups if group[1] == measure and (group[0] == side or UNKNOWN in (group[0], side))]
        loud = {one.best for group in near for one in groups[group] if one.standing == "accuser" and not one.stands}
        kept[side, measure] = [one for one in statements if not _is_echo(one, loud | _in_report(one, measure, boasts))]
    return kept


def _counts(claim: Claim, figure: Figure, sides: Sides) -> bool:
    words: Any = load("reconciling")["words"]
    if figure.low is None or claim.stance not in words["counted_stances"]:
        return False
    if claim.event.realis not in words["counted_realis"] and not (claim.event.realis == "negated" and figure.high == 0):
        return False
    if figure.part_of is None or not 0 <= figure.part_of < len(claim.figures):
        return True
    whole = claim.figures[figure.part_of]
    return whole.measure != figure.measure or sides.of_victims(whole.victims) != sides.of_victims(figure.victims)


def _state(claim: Claim, figure: Figure, sides: Sides, published: date | None) -> Statement:
    voice, side, low = claim.chain[0], sides.of_victims(figure.victims), figure.low or 0
    camp = sides.camp(voice)
    day = day_of(claim, voice, published)
    name = standing(camp, side, claim, sides.lore.sameness, day=day, is_none=figure.high == 0)
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
        report_id=claim.report_id,
        words=naming.fold(claim.evidence.text),
        is_added=figure.is_added,
        claim_ids=frozenset({claim.claim_id}),
    )


def _without_copies(statements: Iterable[Statement]) -> list[Statement]:
    """Outlets that print the same words in their own name are one voice: the first by report."""
    ordered = sorted(statements, key=lambda s: (s.report_id, sorted(s.claim_ids), s.low, s.top, s.is_added))
    owners: dict[tuple[str, ...], str] = {}
    return [one for one in ordered if one.standing != "outlet" or owners.setdefault(one.words, one.camp.key) == one.camp.key]


def _latest(said: list[Statement]) -> Statement:
    """The camp's word on its last day: its largest number then. Smaller ones of that day are earlier counts, or counts of some of the same people."""
    last = max((one.day for one in said if one.day), default=None)
    reports: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in said:
        if one.day == last:
            reports[one.report_id].append(one)
    wholes = [_whole(reports[report_id]) for report_id in sorted(reports)]
    largest = max(wholes, key=lambda one: (one.best, one.low, one.high is None, one.top, one.report_id))
    same = [one.claim_ids for one in wholes if (one.low, one.high, one.best) == (largest.low, largest.high, largest.best)]
    return replace(largest, claim_ids=frozenset().union(*same))


def _whole(said: list[Statement]) -> Statement:
    """Within one report a voice's largest number is the whole of which others are parts, and "another five" adds to it."""
    plain, added = [one for one in said if not one.is_added], [one for one in said if one.is_added]
    whole = max(plain or added, key=lambda one: (one.low, one.top, sorted(one.claim_ids)))
    for more in added if plain else []:
        high = None if whole.high is None or more.high is None else whole.high + more.high
        claim_ids = whole.claim_ids | more.claim_ids
        whole = replace(whole, low=whole.low + more.low, best=whole.best + more.best, high=high, claim_ids=claim_ids)
    return whole


def _in_report(one: Statement, measure: str, boasts: Mapping[str, set[Boast]]) -> set[int]:
    """The numbers of its report that make it an echo; civilians' deaths may be told by a side and by the outlet alike."""
    return set() if one.side == CIVILIANS else {best for of, best in boasts.get(one.report_id, ()) if of == measure}


def _is_echo(one: Statement, loud: set[int]) -> bool:
    share: float = load("reconciling")["limits"]["echo_share"]
    return one.standing in ("outlet", "witness") and any(abs(one.best - best) <= share * max(one.best, best) for best in loud)
