"""From the ledger to events: what each event's claims say, what is reconciled from them, and where they contradict each other.

What upkeep has worked out is taken where it is in step with the ledger; else, and for what this ledger held at a moment, it is all worked out here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import starmap
from typing import NamedTuple

from hearsay import claims, events, ledger, upkeep
from hearsay.ledger import Held, Ledger, Ruled, derived
from hearsay.ledger.bulk import making_many
from hearsay.ledger.derived import Connection, Summary
from hearsay.ledger.state import Moment
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Change, Claim, Contradiction, Document, Event, Loss, Sketch, Tally, Tie

_NEAR = 50  # events that one is related to at most
_AT_ONCE = 100  # events read together
_TODAY = ledger.FOREVER - 1  # an ordinal day on which all counts that still does


class Listing(NamedTuple):
    """An event in a line, with its losses by the profile that its tallies are by."""

    summary: Summary
    losses: tuple[Loss, ...]


class Tied(NamedTuple):
    """Another event, and how it is related to the one asked about."""

    tie: Tie
    other: Summary


@dataclass(frozen=True, slots=True)
class Dossier:
    """An event with all that the ledger holds about it: its claims in the order of the reports' posting and of their texts, their parties named as
    judged, and the tallies and contradictions that follow from them. ``sameness``: which names are one party. ``origins``: of its reports those that
    print a text again -> the report that it was first published as, which need not be among them."""

    event: Event
    claims: tuple[Claim, ...]
    tallies: tuple[Tally, ...]
    sameness: Sameness = AS_NAMED
    contradictions: tuple[Contradiction, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def summary(self) -> Summary:
        """The event in a line."""
        return derived.summarise(self.event, self.claims, self.contradictions)

    @property
    def listing(self) -> Listing:
        """The event in a line, with its losses."""
        return Listing(self.summary, tuple(tally.loss for tally in self.tallies))


@making_many()
def listings(of: Ledger, *, published_by: date | None = None) -> list[Listing]:
    """All events with their losses by the profile "hearsay", the earliest first, those without a day last. ``published_by``: as known from what was
    published up to that day."""
    if not upkeep.is_fresh(of):
        return [one.listing for one in sorted(dossiers(of, published_by=published_by), key=_place_in_lists)]
    with ledger.reading(of) as connection:
        return list(starmap(Listing, derived.losses_on(connection, _ordinal(published_by))))


def find(of: Ledger, beginning: str, *, profile: str = "hearsay", published_by: date | None = None) -> tuple[Dossier, ...]:
    """The events whose ids begin so, at most two, as ``dossiers`` has them; with no claims if nothing of an event was known by the day."""
    if not upkeep.is_at_hand(of):
        return tuple(one for one in _all(of, profile, published_by, None) if one.event.event_id.startswith(beginning))[:2]
    with ledger.reading(of) as connection:
        found = derived.events_named(connection, derived.events_beginning(connection, beginning))
        return tuple(_dossiers(connection, found, profile, _ordinal(published_by)))


def ties(of: Ledger, one: Dossier) -> list[Tied]:
    """The events that this one is a part of, or an update of, and those that are parts or updates of it, of the events nearest in time."""
    if not upkeep.is_at_hand(of):
        whole = dossiers(of)
        return _tied(one, [(other.event, other.claims, other.summary) for other in whole], one.sameness, ledger.reports(of))
    with ledger.reading(of) as connection:
        near = {found.event_id: found for found in derived.summaries_near(connection, _TODAY, one.summary, most=_NEAR)}
        reports = derived.reports_in(connection, near)
        ruled, terms = _ruled(connection, reports), derived.terms_of(connection, reports)
        known = {claim.claim_id: claim for claim in ruled.claims if terms[claim.report_id].holds(_TODAY)}
        linked = derived.events_named(connection, near)
    documents = [Document(name, "", published=date.fromordinal(term.published)) for name, term in terms.items() if term.published]
    members = [tuple(claim_id for claim_id in event.claim_ids if claim_id in known) for event in linked]
    linked = [replace(event, claim_ids=own) for event, own in zip(linked, members, strict=True)]
    others = [(event, tuple(known[claim_id] for claim_id in event.claim_ids), near[event.event_id]) for event in linked]
    return _tied(one, others, ruled.sameness, documents)


def dossiers(of: Ledger, *, profile: str = "hearsay", published_by: date | None = None, recorded_by: Moment | None = None) -> tuple[Dossier, ...]:
    """All events of the ledger, the earliest first, each with its claims in order, its tallies by ``profile`` and its contradictions;
    judgements and corrections are heeded. ``recorded_by``: as this ledger had it at that moment, or at the end of that day. ``published_by``: only
    what was published up to that day, in the events that all of it makes. Raises LedgerError if there is no such profile."""
    return tuple(one for one in _all(of, profile, published_by, recorded_by) if one.claims)


def each(of: Ledger, *, profile: str = "hearsay", published_by: date | None = None, recorded_by: Moment | None = None) -> Iterator[Dossier]:
    """What ``dossiers`` gives, in the order of ``listings``; what is kept is read some events at a time. Raises LedgerError if there is no such
    profile."""
    ledger.profile(profile)
    if recorded_by is None and upkeep.is_fresh(of):
        return _as_kept(of, profile, _ordinal(published_by))
    return iter(sorted(dossiers(of, profile=profile, published_by=published_by, recorded_by=recorded_by), key=_place_in_lists))


def _as_kept(of: Ledger, profile: str, day: int) -> Iterator[Dossier]:
    with ledger.reading(of) as connection:
        names = [summary.event_id for summary in derived.summaries(connection, day)]
        for start in range(0, len(names), _AT_ONCE):
            found = {event.event_id: event for event in derived.events_named(connection, names[start : start + _AT_ONCE])}
            yield from _dossiers(connection, [found[name] for name in names[start : start + _AT_ONCE]], profile, day)


def _place_in_lists(one: Dossier) -> tuple[bool, int, str]:
    first_day = one.summary.first_day
    return first_day == 0, first_day, one.event.event_id


def _all(of: Ledger, profile: str, published_by: date | None, recorded_by: Moment | None) -> list[Dossier]:
    """All events, those of which nothing counts by the day too, all worked out here."""
    by, held = ledger.profile(profile), ledger.fold(of, recorded_by=recorded_by)
    ruled = ledger.rule(held.claims, held.about("parties"))
    known = {claim.claim_id: claim for claim in ruled.claims}
    posted = {document.report_id: number for number, document in enumerate(held.reports)}
    origins = {one.report_id: one.origin_id for one in events.origins(held.reports)}
    linked = events.link(known.values(), ruled.sameness, upkeep.rulings(held.judgements), sketches=map(events.sketch, held.reports))
    counted = [_restricted(event, known, held, published_by) for event in linked]
    told = [claims.recount(claim, by.counts) for claim in ruled.claims]
    tallied = ledger.reconcile_all(counted, told, held.reports, ruled.sameness, origins=origins, profile=profile)
    disputed = ledger.contradict_all(counted, known.values(), held.reports, ruled.sameness, origins=origins)
    members = (tuple(_in_order((known[claim_id] for claim_id in event.claim_ids), posted)) for event in counted)
    return [
        Dossier(event, own, tallies, ruled.sameness, found, _copied(own, origins))
        for event, own, tallies, found in zip(counted, members, tallied, disputed, strict=True)
    ]


def _tied(one: Dossier, others: Iterable[tuple[Event, Sequence[Claim], Summary]], sameness: Sameness, documents: Iterable[Document]) -> list[Tied]:
    told = list(others)
    by_id = {event.event_id: summary for event, _, summary in told}
    published = [Sketch(document.report_id, document.published, (), ()) for document in documents]
    found = events.relate([event for event, _, _ in told], [claim for _, own, _ in told for claim in own], sameness, sketches=published)
    mine = one.event.event_id
    return [Tied(tie, by_id[tie.right if tie.left == mine else tie.left]) for tie in found if mine in (tie.left, tie.right)]


def _restricted(event: Event, known: Mapping[str, Claim], held: Held, day: date | None) -> Event:
    """The event with those claims only that count on the day."""
    return replace(event, claim_ids=tuple(one for one in event.claim_ids if held.counts(known[one].report_id, day)))


def then_of(now: Dossier, then: Iterable[Dossier]) -> Dossier | None:
    """Of the events as they were known at another time the one that shares most claims with this one; None if none shares any."""
    ours = set(now.event.claim_ids)
    found = max(then, key=lambda one: len(ours.intersection(one.event.claim_ids)), default=None)
    return found if found is not None and not ours.isdisjoint(found.event.claim_ids) else None


def changes(of: Ledger, since: Moment) -> tuple[Change, ...]:
    """What became of the events since a moment, or since the end of a day (UTC)."""
    come = ledger.successors(ledger.entries(of, kind="correction"))
    before, after = ([ledger.Told(one.event, one.claims, one.tallies) for one in told] for told in (dossiers(of, recorded_by=since), dossiers(of)))
    return ledger.compare(before, after, come)


def _dossiers(connection: Connection, linked: Sequence[Event], profile: str, day: int) -> Iterator[Dossier]:
    """The events from what upkeep has worked out, as known on an ordinal day."""
    by, reports = ledger.profile(profile), derived.reports_in(connection, [event.event_id for event in linked])
    ruled, terms = _ruled(connection, reports), derived.terms_of(connection, reports)
    learnt = derived.study_reports(connection, ruled.claims, terms, ruled.sameness)
    posted = {report_id: number for number, report_id in enumerate(dict.fromkeys(claim.report_id for claim in ruled.claims))}
    known = {claim.claim_id: claim for claim in ruled.claims if terms[claim.report_id].holds(day)}
    for event in linked:
        own = [known[claim_id] for claim_id in sorted(event.claim_ids) if claim_id in known]
        event = replace(event, claim_ids=tuple(claim.claim_id for claim in own))
        counted = ledger.lay_out(event, [claims.recount(claim, by.counts) for claim in own], learnt)
        disputes = ledger.find_in(ledger.lay_out(event, own, learnt))
        told = tuple(_in_order(own, posted))
        yield Dossier(event, told, ledger.tally_event(counted, by), ruled.sameness, disputes, _copied(told, learnt.origins))


def _copied(those: Iterable[Claim], origins: Mapping[str, str]) -> dict[str, str]:
    """Of the claims' reports those that are copies, with the reports that they are copies of."""
    return {name: origins[name] for name in dict.fromkeys(claim.report_id for claim in those) if origins[name] != name}


def _ruled(connection: Connection, report_ids: Collection[str]) -> Ruled:
    """The claims of reports, in the order of posting, with their parties named as judged."""
    judged = derived.judged(connection, report_ids)
    return ledger.rule((claim for own in judged.claims.values() for claim in own), judged.parties)


def _in_order(those: Iterable[Claim], posted: Mapping[str, int]) -> list[Claim]:
    return sorted(those, key=lambda claim: (posted[claim.report_id], claim.evidence.start, claim.evidence.end, claim.claim_id))


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else _TODAY
