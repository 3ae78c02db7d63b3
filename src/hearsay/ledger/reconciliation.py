"""Low, best and high of an event's figures, by the profile "hearsay".

Every camp counts once, however many spokesmen it has and however many outlets carry it; its latest word replaces its earlier ones. How much it
weighs follows from how it stands to the losses (lexicons/en/reconciling.toml). What a side says of its enemy's losses may widen ``high`` but
never makes ``best`` by itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hearsay.ledger.lore import Boast, Lore, boasts, learn
from hearsay.ledger.sides import survey
from hearsay.ledger.statements import Statement, drop_echoes, gather, settle
from hearsay.lexicons import load
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Document, Event, Tally


@dataclass(frozen=True, slots=True)
class Learnt:
    """What is learnt from all claims and reports, for every event."""

    lore: Lore
    boasts: Mapping[str, set[Boast]]
    published: Mapping[str, date | None]


def reconcile(event: Event, claims: Iterable[Claim], documents: Iterable[Document] = (), sameness: Sameness = AS_NAMED) -> tuple[Tally, ...]:
    """A tally for each side's victims and measure, ordered by both. ``claims`` may hold more than the event's own: who speaks for whom is learnt
    from all. ``documents`` give the days of publication, which tell a later word from an earlier one. The order of neither matters. ``sameness``:
    which names are one party.

    low: the least that anyone says who may stand alone, 0 if nobody may. best: the weighted middle, None if nobody may stand alone.
    high: the most that anyone says; None (open upward) if that is an open number of one who may stand alone."""
    return reconcile_all([event], claims, documents, sameness)[0]


def reconcile_all(
    events: Iterable[Event], claims: Iterable[Claim], documents: Iterable[Document] = (), sameness: Sameness = AS_NAMED
) -> tuple[tuple[Tally, ...], ...]:
    """What ``reconcile`` gives, for each event in turn; goes through the claims once for all."""
    known = {claim.claim_id: claim for claim in claims}
    lore = learn(known.values(), sameness)
    learnt = Learnt(lore, boasts(known.values(), lore), {document.report_id: document.published for document in documents})
    return tuple(_tallies(event, [known[name] for name in sorted(event.claim_ids) if name in known], learnt) for event in events)


def _tallies(event: Event, claims: list[Claim], learnt: Learnt) -> tuple[Tally, ...]:
    sides = survey(claims, learnt.lore)
    groups = gather(claims, sides, learnt.published)
    kept = drop_echoes(groups, learnt.boasts)
    return tuple(
        _tally(event.event_id, sides.name(side), measure, settle(kept[side, measure]), len(groups[side, measure]) - len(kept[side, measure]))
        for side, measure in sorted(groups)
        if kept[side, measure]
    )


def _tally(event_id: str, side: str, measure: str, statements: list[Statement], repeats: int) -> Tally:
    standing = [one for one in statements if one.stands]
    best = _middle(_weigh(statements)) if standing else None
    low = min((one.low for one in standing), default=0)
    top = max(one.top for one in statements)
    is_open = any(one.high is None and one.top == top for one in standing)
    return Tally(
        event_id=event_id,
        victims=side,
        measure=measure,
        low=low if best is None else min(low, best),
        best=best,
        high=None if is_open else top,
        rests_on=tuple(sorted(frozenset().union(*(one.claim_ids for one in statements)))),
        rule=_rule(statements, repeats),
    )


def _weigh(statements: list[Statement]) -> list[tuple[int, float]]:
    """(best, weight) of each; those who may not stand alone are scaled down to a share of those who may, however many they are."""
    table = load("reconciling")
    weights = [float(table["standings"][one.standing]["weight"]) for one in statements]
    firm = sum(weight for one, weight in zip(statements, weights, strict=True) if one.stands)
    loud = sum(weights) - firm
    scale = min(1.0, table["limits"]["others_share"] * firm / loud) if loud > 0 else 1.0
    return [(one.best, weight if one.stands else weight * scale) for one, weight in zip(statements, weights, strict=True)]


def _middle(weighed: list[tuple[int, float]]) -> int:
    """The weighted median, the lower of two middles."""
    half, reached = sum(weight for _, weight in weighed) / 2, 0.0
    for best, weight in weighed:
        reached += weight
        if reached >= half - 1e-9:
            return best
    return weighed[-1][0]


def _rule(statements: list[Statement], repeats: int) -> str:
    said = "; ".join(f"{one.camp.name} {_number(one)} ({load('reconciling')['standings'][one.standing]['words']})" for one in statements)
    firm = sum(one.stands for one in statements)
    if firm == 0:
        rule = "no voice among them may stand alone on these losses: no best, low 0"
    elif len(statements) == 1:
        rule = "one voice only"
    else:
        rule = "best is the middle of these, each camp once by its latest word and weighed by how it stands to the losses"
        rule += "" if firm == len(statements) else f"; low rests on {firm} of them"
    repeated = f"; {repeats} that only repeat a side's number left out" if repeats else ""
    return f"{said}. {rule[0].upper()}{rule[1:]}{repeated}."


def _number(one: Statement) -> str:
    if one.high is None:
        return f"{one.low} or more"
    return str(one.low) if one.low == one.high else f"{one.low} to {one.high}"
