"""Low, best and high of an event's figures, by a named profile (lexicons/en/profile.toml).

Every camp counts once, however many spokesmen it has and however many outlets carry it; its latest word replaces its earlier ones. How much it
weighs follows from how it stands to the losses (lexicons/en/reconciling.toml). By the profile "hearsay", what a side says of its enemy's losses may
widen ``high`` but never makes ``best`` by itself.
"""

from collections.abc import Iterable, Mapping

from hearsay.ledger.gradings import grade_harm
from hearsay.ledger.learning import NO_ORIGINS, study
from hearsay.ledger.profiles import Profile
from hearsay.ledger.profiles import profile as profile_of
from hearsay.ledger.scenes import Scene, lay_out
from hearsay.ledger.sides import CIVILIANS, Sides
from hearsay.ledger.statements import Group, Statement, settle
from hearsay.ledger.totals import total_of
from hearsay.ledger.weighing import estimate, explain
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Document, Event, Tally


def reconcile(
    event: Event,
    claims: Iterable[Claim],
    documents: Iterable[Document] = (),
    sameness: Sameness = AS_NAMED,
    *,
    origins: Mapping[str, str] = NO_ORIGINS,
    profile: str = "hearsay",
) -> tuple[Tally, ...]:
    """A tally for each side's victims and measure, ordered by both, and for "all" where several sides have losses. ``claims`` may hold more than the
    event's own: who speaks for whom is learnt from all. ``documents`` give the days of publication, which tell a later word from an earlier one. The
    order of neither matters. ``sameness``: which names are one party. ``origins``: a report that is a copy -> the report it was copied from; what it
    says in its outlet's name is no further voice. Raises UnknownProfileError.

    low: the least that anyone says who may stand alone, 0 if nobody may. best: by the profile, None if it gives none or nobody may stand alone.
    high: the most that anyone says, or that anyone says who may stand alone; None (open upward) if that is an open number of one who may."""
    return reconcile_all([event], claims, documents, sameness, origins=origins, profile=profile)[0]


def reconcile_all(
    events: Iterable[Event],
    claims: Iterable[Claim],
    documents: Iterable[Document] = (),
    sameness: Sameness = AS_NAMED,
    *,
    origins: Mapping[str, str] = NO_ORIGINS,
    profile: str = "hearsay",
) -> tuple[tuple[Tally, ...], ...]:
    """What ``reconcile`` gives, for each event in turn; goes through the claims once for all."""
    known = {claim.claim_id: claim for claim in claims}
    learnt, by = study(known.values(), documents, sameness, origins), profile_of(profile)
    return tuple(tally_event(lay_out(event, [known[name] for name in sorted(event.claim_ids) if name in known], learnt), by) for event in events)


def tally_event(scene: Scene, by: Profile) -> tuple[Tally, ...]:
    """The tallies of one event."""
    event, sides, kept = scene.event, scene.sides, scene.kept
    repeats = {group: len(scene.groups[group]) - len(said) for group, said in kept.items()}
    counted = {group: settle(said) for group, said in sorted(kept.items()) if said and by.counts_measure(group[1]) and by.counts_victims(group[0])}
    tallies = {group: _tally(event, sides.name(group[0]), said, repeats[group], by) for group, said in counted.items()}
    if by.is_graded:
        tallies |= {group: grade_harm(tallies[group], counted[group], scene.told, sides) for group in tallies if group[0] == CIVILIANS}
    totals = [_total(event, tallies, _of(kept, measure), by, sides) for measure in dict.fromkeys(group[1] for group in counted)]
    shown = list(tallies.values()) if by.is_by_side else []
    return (*shown, *(one for one in totals if _is_wanted(one, tallies, by)))


def _is_wanted(total: Tally, tallies: Mapping[Group, Tally], by: Profile) -> bool:
    return not by.is_by_side or sum(measure == total.measure for _, measure in tallies) > 1


def _total(event: Event, tallies: Mapping[Group, Tally], said: Mapping[Group, list[Statement]], by: Profile, sides: Sides) -> Tally:
    """The total of the one measure that ``said`` has the statements of."""
    by_side = {group[0]: tallies[group] for group in said if group in tallies}
    return total_of(event.event_id, by_side, {group[0]: statements for group, statements in said.items() if group in tallies}, by, sides)


def _of(groups: Mapping[Group, list[Statement]], measure: str) -> dict[Group, list[Statement]]:
    return {group: said for group, said in groups.items() if group[1] == measure}


def _tally(event: Event, side: str, statements: list[Statement], repeats: int, by: Profile) -> Tally:
    low, best, high = estimate(statements, by)
    return Tally(
        event_id=event.event_id,
        victims=side,
        measure=statements[0].figure.measure,
        low=low,
        best=best,
        high=high,
        rests_on=tuple(sorted(frozenset().union(*(one.claim_ids for one in statements)))),
        rule=explain(statements, by, repeats),
        profile=by.name,
    )
