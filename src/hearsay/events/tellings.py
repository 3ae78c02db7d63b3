"""The claims of one report put together by what they tell of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hearsay.events.claims import describe
from hearsay.events.clusters import Cluster, cluster
from hearsay.events.comparison import compare_claims
from hearsay.events.rulings import NO_RULINGS, Heed
from hearsay.lexicons import load
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Days, Sketch, Telling


def tell(claims: Iterable[Claim], sketch: Sketch | None = None, *, sameness: Sameness = AS_NAMED, heed: Heed = NO_RULINGS) -> tuple[Telling, ...]:
    """What one report tells, the first told first; it follows from the report alone. ``claims`` are the report's, all of them, in any order; a claim
    given twice counts once. The main telling, the one with most figures, bears the names of the ``sketch``."""
    told = {claim.claim_id: claim for claim in claims}
    singles = sorted(_ruled(told.values(), heed), key=lambda one: (one.start, one.telling_id))
    pairs = [pair for pair in _pairs(singles) if not heed.is_barred(*pair)]
    groups = cluster(singles, [link for link in (compare_claims(*pair, sameness) for pair in pairs) if link is not None], heed)
    known = {one.telling_id: one for one in singles}
    made = sorted((_join(group, known) for group in groups), key=lambda one: (one.start, one.telling_id))
    return _with_main(made, told, sketch)


def _ruled(claims: Iterable[Claim], heed: Heed) -> Iterator[Telling]:
    for claim in claims:
        single = describe(claim)
        yield replace(single, sames=heed.sames(claim.claim_id), others=heed.others(claim.claim_id)) if heed.groups else single


def _pairs(singles: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Each claim with so many that follow it."""
    window = load("linking")["limits"]["report_window"]
    for index, one in enumerate(singles):
        for other in singles[index + 1 : index + 1 + window]:
            yield one, other


def _join(group: Cluster, known: dict[str, Telling]) -> Telling:
    members = sorted((known[name] for name in group.members), key=lambda one: (one.start, one.telling_id))
    if len(members) == 1:
        return members[0]
    return replace(
        members[0],
        claim_ids=tuple(sorted(one.telling_id for one in members)),
        end=max(one.end for one in members),
        days=_days(members),
        spots=frozenset().union(*(one.spots for one in members)),
        actors=frozenset().union(*(one.actors for one in members)),
        targets=frozenset().union(*(one.targets for one in members)),
        types=frozenset().union(*(one.types for one in members)),
        figures=frozenset().union(*(one.figures for one in members)),
        words=frozenset().union(*(one.words for one in members)),
        is_total=any(one.is_total for one in members),
        stretches=group.stretches,
        totals=group.totals,
        links=tuple(sorted(group.links, key=lambda link: (link.left, link.right))),
        sames=frozenset().union(*(one.sames for one in members)),
        others=frozenset().union(*(one.others for one in members)),
    )


def _days(members: Sequence[Telling]) -> Days | None:
    """The days that most of them name, those with figures twice as good, the narrower of two; inferred ones count where none is said. How far they
    may be wrong is how far each member's may: what joins them later has to fit them all."""
    named = [(one.days, 2 if one.figures else 1) for one in members if one.days is not None]
    told = Counter[Days]()
    for days, worth in [pair for pair in named if not pair[0].is_inferred] or named:
        told[days] += worth
    if not told:
        return None
    most = min(told, key=lambda days: (-told[days], days.last - days.first, days.first))
    return replace(most, earliest=max(days.earliest for days, _ in named), latest=min(days.latest for days, _ in named))


def _with_main(tellings: Sequence[Telling], claims: dict[str, Claim], sketch: Sketch | None) -> tuple[Telling, ...]:
    if sketch is None or not tellings:
        return tuple(tellings)
    main = max(tellings, key=lambda one: (_figures(one, claims), len(one.claim_ids), -one.start))
    published = sketch.published.toordinal() if sketch.published else None
    names = frozenset(sketch.names)
    return tuple(replace(one, published=published, names=names if one is main else one.names) for one in tellings)


def _figures(telling: Telling, claims: dict[str, Claim]) -> int:
    return sum(len(claims[claim_id].figures) for claim_id in telling.claim_ids)


def by_report(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims of each report."""
    shelves: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        shelves[claim.report_id].append(claim)
    return dict(shelves)
