"""Events and claims picked by what they say: for lists, maps and queues over a whole ledger, without reading every claim of it."""

from collections.abc import Collection, Mapping
from datetime import date
from itertools import islice
from typing import NamedTuple

from hearsay import dossiers, ledger, upkeep
from hearsay.ledger import Ledger, derived
from hearsay.ledger.derived import Facets, Summary
from hearsay.records import Tally

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
    if not upkeep.is_fresh(of):
        made = [_card(one) for one in dossiers.dossiers(of, published_by=published_by)]
        return sorted(made, key=lambda card: (card.summary.first_day == 0, card.summary.first_day, card.summary.event_id))
    with ledger.reading(of) as connection:
        day = _ordinal(published_by)
        facets, killed = derived.facets_on(connection, day), derived.best_on(connection, day, _KILLED)
        return [Card(one, facets[one.event_id], killed.get(one.event_id)) for one in derived.summaries(connection, day)]


def tallies(of: Ledger, event_ids: Collection[str], *, profile: str = "hearsay", published_by: date | None = None) -> dict[str, tuple[Tally, ...]]:
    """The tallies of some events. Raises LedgerError if there is no such profile."""
    if profile == "hearsay" and upkeep.is_fresh(of):
        with ledger.reading(of) as connection:
            found = derived.tallies_on(connection, _ordinal(published_by), event_ids)
        return {event_id: tuple(found.get(event_id, ())) for event_id in event_ids}
    ledger.profile(profile)
    told = {event_id: dossiers.find(of, event_id, profile=profile, published_by=published_by) for event_id in event_ids}
    return {event_id: found[0].tallies if found else () for event_id, found in told.items()}


def waiting(of: Ledger, *, after: Turn | None = None, most: int = 50) -> list[Turn]:
    """The claims that nobody judged, those with counts first and the least certain first; the next ones ``after`` one."""
    judged = {one.left for one in ledger.judgements(of, "claims") if one.undone_by is None}
    if not upkeep.is_fresh(of):
        turns = [(int(not claim.figures), claim.certainty, claim.claim_id) for claim in ledger.queue(ledger.hold(of))]
        return [turn for turn in turns if after is None or turn > after][:most]
    with ledger.reading(of) as connection:
        return list(islice(derived.waiting(connection, judged=judged, after=after), most))


def claim_ids(of: Ledger, picked: Mapping[str, str], *, after: str = "", most: int = 50) -> tuple[list[str], int]:
    """The ids of the claims that count now and have these values (event_id, report_id, voice, type, stance), sorted, the next ones ``after`` an id;
    and how many there are in all."""
    if upkeep.is_fresh(of):
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
    if upkeep.is_fresh(of):
        with ledger.reading(of) as connection:
            return derived.homes_of(connection, claim_ids)
    wanted = set(claim_ids)
    return {claim.claim_id: one.event.event_id for one in dossiers.dossiers(of) for claim in one.claims if claim.claim_id in wanted}


def telling(of: Ledger, report_ids: Collection[str]) -> frozenset[str]:
    """The ids of the events that these reports tell of."""
    if upkeep.is_fresh(of):
        with ledger.reading(of) as connection:
            return frozenset(derived.events_telling(connection, report_ids))
    wanted = set(report_ids)
    return frozenset(one.event.event_id for one in dossiers.dossiers(of) if any(claim.report_id in wanted for claim in one.claims))


def _card(one: dossiers.Dossier) -> Card:
    killed = [tally for tally in one.tallies if tally.measure == _KILLED and tally.best is not None]
    whole = next((tally.best for tally in killed if tally.victims == "all"), killed[0].best if killed else None)
    return Card(one.summary, derived.facets_of(one.claims), whole)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else _TODAY
