"""Contradictions within an event, found and named (docs/contradictions.md; the words are in lexicons/en/contradiction.toml).

Both sides' claims go through the same rules. What leaves a doubt is left out: a part against a whole, a later toll against an earlier one, other
days, other places, what a copy repeats.
"""

from collections.abc import Iterable, Mapping

from hearsay.ledger.disputed_counts import dispute_counts
from hearsay.ledger.disputed_happenings import dispute_happenings
from hearsay.ledger.learning import NO_ORIGINS, study
from hearsay.ledger.scenes import Scene, lay_out
from hearsay.lexicons import load
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Contradiction, Document, Event


def contradict(
    event: Event,
    claims: Iterable[Claim],
    documents: Iterable[Document] = (),
    sameness: Sameness = AS_NAMED,
    *,
    origins: Mapping[str, str] = NO_ORIGINS,
) -> tuple[Contradiction, ...]:
    """The contradictions of an event, ordered by kind, and in a kind by report; then what voices updated themselves. ``claims`` may hold more than
    the event's own; the other arguments are those of ``reconcile``. The order of neither matters."""
    return contradict_all([event], claims, documents, sameness, origins=origins)[0]


def contradict_all(
    events: Iterable[Event],
    claims: Iterable[Claim],
    documents: Iterable[Document] = (),
    sameness: Sameness = AS_NAMED,
    *,
    origins: Mapping[str, str] = NO_ORIGINS,
) -> tuple[tuple[Contradiction, ...], ...]:
    """What ``contradict`` gives, for each event in turn; goes through the claims once for all."""
    known = {claim.claim_id: claim for claim in claims}
    learnt = study(known.values(), documents, sameness, origins)
    return tuple(find_in(lay_out(event, [known[name] for name in sorted(event.claim_ids) if name in known], learnt)) for event in events)


def find_in(scene: Scene) -> tuple[Contradiction, ...]:
    """The contradictions of one event."""
    kinds, found = list(load("contradiction")["kinds"]), [*dispute_counts(scene), *dispute_happenings(scene)]
    return tuple(
        sorted(found, key=lambda one: (kinds.index(one.kind), one.left.report_id, one.left.claim_id, one.right.report_id, one.right.claim_id))
    )
