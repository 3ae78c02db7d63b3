"""Events and claims picked by what they say: for lists, maps and queues over a whole ledger, without reading every claim of it.

While somebody writes to the ledger, what upkeep has worked out is taken though it is a little behind.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from hearsay import dossiers, events, ledger, upkeep
from hearsay.ledger import Ledger, Ruled, derived
from hearsay.ledger.derived import Connection, Facets, Summary
from hearsay.lexicons import naming
from hearsay.lexicons.naming import AS_NAMED, Sameness
from hearsay.records import Claim, Document, Tally, Track

_TODAY = ledger.FOREVER - 1  # an ordinal day on which all counts that still does
_KILLED = "killed"

Turn = tuple[int, float, str]  # a claim's place in the queue: 1 if it has no counts, its certainty, its id


class Card(NamedTuple):
    """An event in a line, with what it can be picked by; ``killed`` is the best number over all sides by the profile "hearsay", if there is one."""

    summary: Summary
    facets: Facets
    killed: int | None


def cards(of: Ledger, *, published_by: date | None = None) -> list[Card]:
    """All events, the earliest first, those without a day last. ``published_by``: as known from what was published up to that day."""
    if not upkeep.is_at_hand(of):
        made = [card_of(one) for one in dossiers.dossiers(of, published_by=published_by)]
        return sorted(made, key=lambda card: (card.summary.first_day == 0, card.summary.first_day, card.summary.event_id))
    with ledger.reading(of) as connection:
        day = _ordinal(published_by)
        facets, killed = derived.facets_on(connection, day), derived.best_on(connection, day, _KILLED)
        return [Card(one, facets[one.event_id], killed.get(one.event_id)) for one in derived.summaries(connection, day)]


def card_of(one: dossiers.Dossier) -> Card:
    """An event in a line, worked out from its claims."""
    killed = [tally for tally in one.tallies if tally.measure == _KILLED and tally.best is not None]
    whole = next((tally.best for tally in killed if tally.victims == "all"), killed[0].best if killed else None)
    return Card(one.summary, derived.facets_of(one.claims), whole)


def tallies(of: Ledger, event_ids: Collection[str], *, profile: str = "hearsay", published_by: date | None = None) -> dict[str, tuple[Tally, ...]]:
    """The tallies of some events. Raises LedgerError if there is no such profile."""
    if profile == "hearsay" and upkeep.is_at_hand(of):
        with ledger.reading(of) as connection:
            kept = derived.tallies_on(connection, _ordinal(published_by), event_ids)
        return {event_id: tuple(kept.get(event_id, ())) for event_id in event_ids}
    ledger.profile(profile)
    if upkeep.is_fresh(of):
        found = (one for event_id in event_ids for one in dossiers.find(of, event_id, profile=profile, published_by=published_by))
    else:
        found = (one for one in dossiers.dossiers(of, profile=profile, published_by=published_by))
    told = {one.event.event_id: one.tallies for one in found}
    return {event_id: told.get(event_id, ()) for event_id in event_ids}


def waiting(of: Ledger, *, after: Turn | None = None, most: int = 50) -> list[Turn]:
    """The claims that nobody judged, those with counts first and the least certain first; the next ones ``after`` one."""
    judged = {one.left for one in ledger.judgements(of, "claims") if one.undone_by is None}
    if not upkeep.is_at_hand(of):
        turns = [(int(not claim.figures), claim.certainty, claim.claim_id) for claim in ledger.queue(ledger.hold(of))]
        return [turn for turn in turns if after is None or turn > after][:most]
    with ledger.reading(of) as connection:
        return list(islice(derived.waiting(connection, judged=judged, after=after), most))


def claim_ids(of: Ledger, picked: Mapping[str, str], *, after: str = "", most: int = 50) -> tuple[list[str], int]:
    """The ids of the claims that count now and have these values (event_id, report_id, voice, type, stance), sorted, the next ones ``after`` an id;
    and how many there are in all."""
    if upkeep.is_at_hand(of):
        with ledger.reading(of) as connection:
            return derived.claims_like(connection, dict(picked), after=after, most=most), derived.count_claims_like(connection, dict(picked))
    found = sorted(
        claim.claim_id
        for one in dossiers.dossiers(of)
        for claim in one.claims
        if all(dict(picked).get(name, value) == value for name, value in derived.looked_for(one.event.event_id, claim).items())
    )
    return [claim_id for claim_id in found if claim_id > after][:most], len(found)


def homes(of: Ledger, claim_ids: Collection[str]) -> dict[str, str]:
    """The event of each of these claims, by ids; claims that do not count now are passed over."""
    if upkeep.is_at_hand(of):
        with ledger.reading(of) as connection:
            return derived.homes_of(connection, claim_ids)
    wanted = set(claim_ids)
    return {claim.claim_id: one.event.event_id for one in dossiers.dossiers(of) for claim in one.claims if claim.claim_id in wanted}


def heir(of: Ledger, event_id: str) -> str | None:
    """For the id of an event that is none any more, that of the event with the claim which it began with, or with the claim that a newer reading has
    in its place; "" if no event has it. None if no claim that ever was in the ledger gives an event this id."""
    first = next((claim_id for claim_id in ledger.claim_ids(of) if events.id_of(claim_id) == event_id), None)
    if first is None:
        return None
    names = list(ledger.line(first, ledger.successors(ledger.entries(of, kind="correction"))))
    found = homes(of, names)
    return next((found[name] for name in reversed(names) if name in found), "")


def telling(of: Ledger, report_ids: Collection[str]) -> frozenset[str]:
    """The ids of the events that these reports tell of."""
    if upkeep.is_at_hand(of):
        with ledger.reading(of) as connection:
            return frozenset(derived.events_telling(connection, report_ids))
    wanted = set(report_ids)
    return frozenset(one.event.event_id for one in dossiers.dossiers(of) if any(claim.report_id in wanted for claim in one.claims))


def voices(of: Ledger) -> list[tuple[str, int, int]]:
    """Each voice that is nearest the fact in a claim, with the number of these claims and of their events; those with most first."""
    if upkeep.is_at_hand(of):
        with ledger.reading(of) as connection:
            return derived.voices_in(connection)
    told = [(claim.chain[0].name, one.event.event_id) for one in dossiers.dossiers(of) for claim in one.claims]
    claims, events = Counter(name for name, _ in told), Counter(name for name, _ in set(told))
    return sorted(((name, number, events[name]) for name, number in claims.items()), key=lambda row: (-row[1], row[0]))


def reports(of: Ledger, *, after: str = "", most: int = 50) -> tuple[list[Document], int]:
    """The reports in the order of their ids, the next ones ``after`` an id; and how many there are in all."""
    with ledger.reading(of) as connection:
        return derived.reports_after(connection, after, most), derived.count_reports(connection)


def of_one_text(of: Ledger, report_id: str) -> list[str]:
    """The ids of the reports that print the text of this one, it among them; that which was first published comes first, before its copies."""
    if upkeep.is_at_hand(of):
        with ledger.reading(of) as connection:
            return derived.of_one_text(connection, report_id)
    known = {report.report_id: report.published or date.max for report in ledger.reports(of)}
    origins = {one.report_id: one.origin_id for one in events.origins(ledger.reports(of))}
    return sorted((name for name in known if origins[name] == origins.get(report_id)), key=lambda name: (known[name], name))


def claims_of(of: Ledger, report_id: str) -> list[Claim]:
    """The claims of one report as judged, in the order of its text."""
    with ledger.reading(of) as connection:
        return _claims_of(connection, [report_id])


def claims_named(of: Ledger, claim_ids: Sequence[str]) -> list[Claim]:
    """The claims of these ids as judged, in the order of the ids; those that do not count are passed over."""
    with ledger.reading(of) as connection:
        found = {claim.claim_id: claim for claim in _claims_of(connection, sorted(derived.reports_of_claims(connection, claim_ids)))}
    return [found[claim_id] for claim_id in claim_ids if claim_id in found]


def track(of: Ledger, name: str, event_ids: Collection[str]) -> tuple[Track | None, list[Claim]]:
    """What became of a voice's figures in some events, by what all reports of these events tell, and its claims in them. None if it is nobody's name
    who may be graded."""
    if not upkeep.is_at_hand(of):
        made = [one for one in dossiers.dossiers(of) if one.event.event_id in event_ids]
        claims = [claim for one in made for claim in one.claims]
        sameness = made[0].sameness if made else AS_NAMED
        tracks = ledger.track([one.event for one in made], claims, ledger.reports(of), sameness)
        return _of_voice(tracks, claims, name, sameness)
    with ledger.reading(of) as connection:
        reports = derived.reports_in(connection, event_ids)
        ruled = _ruled(connection, reports)
        terms = derived.terms_of(connection, reports)
        learnt = derived.study_reports(connection, ruled.claims, terms, ruled.sameness)
        events = derived.events_named(connection, event_ids)
    members = {claim_id for event in events for claim_id in event.claim_ids}
    claims = [claim for claim in ruled.claims if claim.claim_id in members and terms[claim.report_id].holds(_TODAY)]
    return _of_voice(ledger.track_learnt(events, claims, learnt), claims, name, ruled.sameness)


def _of_voice(tracks: Iterable[Track], claims: Iterable[Claim], name: str, sameness: Sameness) -> tuple[Track | None, list[Claim]]:
    key = naming.key(name)
    track = next((one for one in tracks if sameness.is_same(naming.key(one.voice), key)), None)
    return track, [claim for claim in claims if sameness.is_same(naming.key(claim.chain[0].name), key)]


def _claims_of(connection: Connection, report_ids: Collection[str]) -> list[Claim]:
    return sorted(_ruled(connection, report_ids).claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.claim_id))


def _ruled(connection: Connection, report_ids: Collection[str]) -> Ruled:
    judged = derived.judged(connection, report_ids)
    return ledger.rule((claim for own in judged.claims.values() for claim in own), judged.parties)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else _TODAY
