"""From the ledger to events: what each event's claims say, what is reconciled from them, and where they contradict each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hearsay import claims, events, ledger
from hearsay.ledger import Ledger
from hearsay.ledger.state import Moment
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Change, Claim, Contradiction, Event, Judgement, Ruling, Tally


@dataclass(frozen=True, slots=True)
class Dossier:
    """An event with all that the ledger holds about it: its claims in the order of posting, their parties named as judged, and the tallies and
    contradictions that follow from them. ``sameness``: which names are one party."""

    event: Event
    claims: tuple[Claim, ...]
    tallies: tuple[Tally, ...]
    sameness: Sameness = AS_NAMED
    contradictions: tuple[Contradiction, ...] = ()


def dossiers(of: Ledger, *, profile: str = "hearsay", published_by: date | None = None, recorded_by: Moment | None = None) -> tuple[Dossier, ...]:
    """All events of the ledger, the earliest first, each with its claims in the order of posting, its tallies by ``profile`` and its contradictions;
    judgements and corrections are heeded. ``published_by`` and ``recorded_by`` as for ``ledger.hold``: what was known then. Raises LedgerError if
    there is no such profile."""
    by, held = ledger.profile(profile), ledger.hold(of, published_by=published_by, recorded_by=recorded_by)
    ruled = ledger.rule(held.claims, held.about("parties"))
    known = {claim.claim_id: claim for claim in ruled.claims}
    counted = [claims.recount(claim, by.counts) for claim in ruled.claims]
    order = {claim_id: number for number, claim_id in enumerate(known)}
    linked = events.link(known.values(), ruled.sameness, rulings(held.judgements), sketches=map(events.sketch, held.reports))
    tallied = ledger.reconcile_all(linked, counted, held.reports, ruled.sameness, profile=profile)
    disputed = ledger.contradict_all(linked, known.values(), held.reports, ruled.sameness)
    members = (tuple(known[claim_id] for claim_id in sorted(event.claim_ids, key=order.__getitem__)) for event in linked)
    return tuple(
        Dossier(event, own, tallies, ruled.sameness, found) for event, own, tallies, found in zip(linked, members, tallied, disputed, strict=True)
    )


def rulings(judgements: Iterable[Judgement]) -> tuple[Ruling, ...]:
    """What people said of claims' events, as linking heeds it."""
    return tuple(Ruling(one.left, one.right, one.verb == "same", one.by) for one in judgements if one.subject == "events")


def then_of(now: Dossier, then: Iterable[Dossier]) -> Dossier | None:
    """Of the events as they were known at another time the one that shares most claims with this one; None if none shares any."""
    ours = set(now.event.claim_ids)
    found = max(then, key=lambda one: len(ours.intersection(one.event.claim_ids)), default=None)
    return found if found is not None and not ours.isdisjoint(found.event.claim_ids) else None


def changes(of: Ledger, since: Moment) -> tuple[Change, ...]:
    """What became of the events since a moment, or since the end of a day (UTC)."""
    before, after = dossiers(of, recorded_by=since), dossiers(of)
    return ledger.compare(*([ledger.Told(one.event, one.claims, one.tallies) for one in told] for told in (before, after)))
