"""What lists show of events, and their tallies: worked out when an event changes, for each stretch of days, and kept until it changes again."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from hearsay.ledger.asking import Question, among
from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.contradictions import find_in
from hearsay.ledger.derived import tables
from hearsay.ledger.derived.facets import tell_facets
from hearsay.ledger.derived.facts import lore_of, mark_events
from hearsay.ledger.derived.renewing import renew
from hearsay.ledger.derived.stretches import Term, spans_of, stretches_of
from hearsay.ledger.learning import Learnt, study
from hearsay.ledger.profiles import profile
from hearsay.ledger.reconciliation import tally_event
from hearsay.ledger.scenes import lay_out
from hearsay.lexicons.naming import Sameness
from hearsay.records import Claim, Contradiction, Document, Event, Loss, Tally

_DEFAULT = "hearsay"  # the profile whose tallies are kept
_REPORT = tables.reports.c
_TERMS = Question(
    select(_REPORT.report_id, _REPORT.since, _REPORT.until, _REPORT.published, _REPORT.origin_id).where(among(_REPORT.report_id)),
)


class Summary(NamedTuple):
    """An event in a line. ``what`` is the type, and ``place`` the name of the place, that most of its claims have ("" if none has any); the days are
    ordinals, 0 if unknown."""

    event_id: str
    first_day: int
    last_day: int
    what: str
    place: str
    claims: int
    voices: int
    reports: int
    contradictions: int


def terms_of(connection: Connection, report_ids: Collection[str]) -> dict[str, Term]:
    """The terms of reports."""
    return {report_id: Term(*term) for report_id, *term in _TERMS.ask(connection, report_ids)}


def study_reports(connection: Connection, claims: Iterable[Claim], terms: Mapping[str, Term], sameness: Sameness) -> Learnt:
    """What is learnt for the events of these claims, which are all that their reports make."""
    known = tuple(claims)
    days = {name: date.fromordinal(term.published) for name, term in terms.items() if term.published is not None}
    documents = [Document(name, "", published=days.get(name)) for name in terms]
    origins = {name: term.origin_id for name, term in terms.items()}
    return study(known, documents, sameness, origins, lore=lore_of(connection, known, sameness))


def retell(connection: Connection, events: Sequence[Event], claims: Mapping[str, Claim], learnt: Learnt, terms: Mapping[str, Term]) -> None:
    """Write what lists show of events, and their tallies, in the place of the old; ``claims`` by id hold all claims of their reports."""
    told = [(event, [claims[claim_id] for claim_id in event.claim_ids]) for event in events]
    mark_events(connection, told, learnt.lore)
    stretches = {event.event_id: tuple(stretches_of(own, terms)) for event, own in told}
    tell_facets(connection, stretches)
    summed: list[tuple[Any, ...]] = []
    tallied: list[tuple[Any, ...]] = []
    for event, _ in told:
        views = [(since, until, _view(event, known, learnt)) for since, until, known in stretches[event.event_id]]
        shown = spans_of((since, until, [_listed(*made)] if made else []) for since, until, made in views)
        summed += [(one.event_id, since, until, *one[1:], losses) for (one, losses), since, until in shown]
        tallied += [
            _row(one, since, until) for one, since, until in spans_of((since, until, list(enumerate(made[1:]))) for since, until, made in views)
        ]
    renew(connection, tables.events, tables.events.c.event_id, stretches, summed)
    renew(connection, tables.tallies, tables.tallies.c.event_id, stretches, tallied)


def summarise(event: Event, claims: Sequence[Claim], contradictions: Iterable[Contradiction]) -> Summary:
    """The event in a line."""
    times = [claim.event.time for claim in claims if claim.event.time is not None]
    what = Counter(claim.event.type for claim in claims if claim.event.type != "toll")
    where = Counter(place.name for claim in claims for place in claim.event.places[:1])
    return Summary(
        event_id=event.event_id,
        first_day=min((time.first.toordinal() for time in times), default=0),
        last_day=max((time.last.toordinal() for time in times), default=0),
        what=_most(what),
        place=_most(where),
        claims=len(claims),
        voices=len({claim.chain[0].name for claim in claims}),
        reports=len({claim.report_id for claim in claims}),
        contradictions=sum(not one.is_update for one in contradictions),
    )


def summaries(connection: Connection, day: int, *, most: int | None = None) -> list[Summary]:
    """The events as known on a day, the earliest first, those without a day last."""
    table = tables.events.c
    query = select(*(table[name] for name in Summary._fields)).where(table.since <= day, table.until > day)
    return [Summary(*row) for row in connection.execute(query.order_by(table.first_day == 0, table.first_day, table.event_id).limit(most))]


def losses_on(connection: Connection, day: int) -> Iterator[tuple[Summary, tuple[Loss, ...]]]:
    """The events as known on a day, in the order of ``summaries``, with their losses."""
    table = tables.events.c
    query = select(*(table[name] for name in Summary._fields), table.losses).where(table.since <= day, table.until > day)
    for *summary, losses in connection.execute(query.order_by(table.first_day == 0, table.first_day, table.event_id)):
        yield Summary(*summary), tuple([Loss(*loss) for loss in loads(losses)])


def summaries_near(connection: Connection, day: int, one: Summary, *, most: int) -> list[Summary]:
    """Of the events as known on a day those whose days are nearest to those of this one, at most so many, and this one among them."""
    table = tables.events.c
    gap = func.abs(table.first_day - one.first_day) + func.abs(table.last_day - one.last_day)
    query = select(*(table[name] for name in Summary._fields)).where(table.since <= day, table.until > day, table.first_day > 0)
    return [Summary(*row) for row in connection.execute(query.order_by(gap, table.event_id).limit(most))]


def tallies_on(connection: Connection, day: int, event_ids: Collection[str]) -> dict[str, list[Tally]]:
    """The tallies of events as they stood on a day, in their order."""
    table = tables.tallies.c
    query = select(table.body).where(table.since <= day, table.until > day, among(table.event_id, event_ids)).order_by(table.event_id, table.number)
    bodies = connection.scalars(query)
    return {event_id: list(own) for event_id, own in groupby(map(_tally_from, bodies.all()), key=lambda tally: tally.event_id)}


def _view(event: Event, claims: Sequence[Claim], learnt: Learnt) -> tuple[Any, ...]:
    """The summary and the tallies; nothing if no claim counts."""
    if not claims:
        return ()
    scene = lay_out(event, claims, learnt)
    return summarise(event, claims, find_in(scene)), *tally_event(scene, profile(_DEFAULT))


def _listed(summary: Summary, *tallies: Tally) -> tuple[Summary, str]:
    return summary, dumps([tuple(tally.loss) for tally in tallies])


def _row(numbered: tuple[int, Tally], since: int, until: int) -> tuple[Any, ...]:
    number, tally = numbered
    return tally.event_id, number, since, until, tally.victims, tally.measure, tally.low, tally.best, tally.high, dumps(tuple(tally))


def _tally_from(body: str) -> Tally:
    event_id, victims, measure, low, best, high, rests_on, *rest = loads(body)
    return Tally(event_id, victims, measure, low, best, high, tuple(rests_on), *rest)


def _most(named: Mapping[str, int]) -> str:
    return min(named, key=lambda name: (-named[name], name), default="")
