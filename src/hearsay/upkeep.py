"""Keeps what is worked out from a ledger's entries in step with them: tellings, events, tallies (ledger/derived). A new report changes only what it
has to do with, and what comes out is what working all of it out at once would give."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from hearsay import __version__, events, ledger, lexicons
from hearsay.ledger import Ledger, derived
from hearsay.ledger.bulk import making_many
from hearsay.ledger.derived import Connection, Work
from hearsay.ledger.derived.tables import RELEASE
from hearsay.lexicons.naming import Sameness
from hearsay.records import Claim, Judgement, Ruling, Sketch, Telling

_AT_ONCE = 200  # events weighed together


@making_many()
def refresh(of: Ledger) -> None:
    """Bring it up to the last entry, some reports at a time, each time whole or not at all. What another release worked out, or what was worked out
    before somebody judged which parties are one, is worked out anew. Raises LedgerError if the ledger cannot be written."""
    is_done = is_fresh(of)
    while not is_done:
        with derived.updating(of, _maker()) as connection:
            work = derived.next_work(connection)
            if work is not None:
                _take_in(connection, work)
            if work is None or work.is_last:
                _weigh(connection, derived.next_stale(connection, _AT_ONCE))
                is_done = not derived.next_stale(connection, 1)


def is_fresh(of: Ledger) -> bool:
    """True if it is in step with the last entry."""
    return derived.is_current(of, _maker())


def is_at_hand(of: Ledger) -> bool:
    """True if what is kept may be shown: in step, or lacking no more than the few entries of the last minute, which somebody is just writing."""
    return is_fresh(of) or derived.is_near(of, _maker())


def rulings(judgements: Iterable[Judgement]) -> tuple[Ruling, ...]:
    """What people said of claims' events, as linking heeds it."""
    return tuple(Ruling(one.left, one.right, one.verb == "same", one.by) for one in judgements if one.subject == "events")


def _maker() -> str:
    return f"hearsay {__version__}, tables {RELEASE}, lexicons {lexicons.digest()}"


def _take_in(connection: Connection, work: Work) -> None:
    """Tell the reports of the work anew, and link and weigh anew what they have to do with."""
    told, sameness = _ruled(work.claims, work.judgements)
    sketches = {report_id: events.sketch(document) for report_id, document in work.reports.items()}
    moved = derived.settle_origins(connection, work, sketches, events.copies)
    said = rulings(work.judgements)
    new, unsettled, left = _shelve(connection, told, sketches, (sameness, said))
    shelves = derived.Shelved(connection)
    anew, faded = events.stirred(new, shelves)
    linked = events.relink(anew | unsettled, shelves, sameness, said, faded=faded)
    placed = derived.place(connection, linked, left)
    stirred = derived.learn_facts(connection, told)
    changed = placed.changed | left | derived.events_naming(connection, stirred) | derived.events_telling(connection, moved | told.keys())
    derived.mark_stale(connection, changed - placed.gone)


def _shelve(
    connection: Connection, told: Mapping[str, Sequence[Claim]], sketches: Mapping[str, Sketch], by: tuple[Sameness, Sequence[Ruling]]
) -> tuple[list[Telling], frozenset[str], set[str]]:
    """Put what the reports tell now in the place of what they told before. Returns what they tell now, whom this unsettles, and the events in which
    the reports had a part."""
    sameness, said = by
    old = {telling.telling_id: telling for telling in derived.tellings_of(connection, told)}
    homes = derived.events_telling(connection, told)
    unsettled = events.unsettled(old.values(), derived.Shelved(connection))
    derived.unshelve(connection, ((telling, events.standing(telling)) for telling in old.values()))
    derived.displace(connection, (claim_id for telling in old.values() for claim_id in telling.claim_ids))
    held = events.heed(said)
    new = [one for name, own in sorted(told.items()) for one in events.tell(own, sketches.get(name), sameness=sameness, heed=held)]
    derived.shelve(connection, ((telling, events.standing(telling)) for telling in new))
    return new, unsettled, homes


def _weigh(connection: Connection, event_ids: Collection[str]) -> None:
    """Tell of these events anew what lists show and what is reconciled."""
    derived.settle(connection, event_ids)
    some, reports = derived.events_named(connection, event_ids), derived.reports_in(connection, event_ids)
    told, sameness = _ruled(*derived.judged(connection, reports))
    claims = {claim.claim_id: claim for own in told.values() for claim in own}
    terms = derived.terms_of(connection, reports)
    derived.retell(connection, some, claims, derived.study_reports(connection, claims.values(), terms, sameness), terms)


def _ruled(claims: Mapping[str, Iterable[Claim]], judgements: Iterable[Judgement]) -> tuple[dict[str, list[Claim]], Sameness]:
    """The claims of each report with their parties named as judged, and which names are one party."""
    ruled = ledger.rule(_each(claims), (one for one in judgements if one.subject == "parties"))
    told: dict[str, list[Claim]] = {report_id: [] for report_id in claims}
    for claim in ruled.claims:
        told[claim.report_id].append(claim)
    return told, ruled.sameness


def _each(claims: Mapping[str, Iterable[Claim]]) -> Iterator[Claim]:
    return (claim for own in claims.values() for claim in own)
