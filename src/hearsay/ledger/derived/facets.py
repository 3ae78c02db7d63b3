"""What events can be picked by: the point, the names and the words of each, and the claims one by one. Told when an event changes, as tallying.py
tells what lists show."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select, tuple_

from hearsay.ledger import schema
from hearsay.ledger.asking import Question, among
from hearsay.ledger.bodies import dumps, loads, report_from
from hearsay.ledger.derived import tables
from hearsay.ledger.derived.renewing import renew
from hearsay.ledger.derived.stretches import Stretch, spans_of
from hearsay.ledger.folding import FOREVER
from hearsay.records import Claim, Document

_EVENT, _CLAIM, _TALLY = tables.facets.c, tables.told.c, tables.tallies.c
_HOMES = Question(select(_CLAIM.claim_id, _CLAIM.event_id).where(among(_CLAIM.claim_id)))
_POSTED = Question(select(schema.claims.c.report_id).where(among(schema.claims.c.claim_id)))
_COUNTED = Question(select(_CLAIM.report_id).where(among(_CLAIM.claim_id)))


class Facets(NamedTuple):
    """What an event can be picked by, each list sorted. ``lat``/``lon`` is the point that most claims have, None if none has any; ``parties`` are the
    names of actors, targets and victims, ``voices`` those nearest the fact."""

    lat: float | None
    lon: float | None
    parties: tuple[str, ...]
    voices: tuple[str, ...]
    types: tuple[str, ...]
    measures: tuple[str, ...]


def facets_of(claims: Sequence[Claim]) -> Facets:
    """What these claims of one event say, whatever their order."""
    lat, lon = _point(claims)
    happenings = [claim.event for claim in claims]
    figures = [figure for claim in claims for figure in claim.figures]
    named = [*(party for one in happenings for party in (*one.actors, *one.targets)), *(party for figure in figures for party in figure.victims)]
    return Facets(
        lat,
        lon,
        _sorted(party.name for party in named),
        _sorted(claim.chain[0].name for claim in claims),
        _sorted(one.type for one in happenings),
        _sorted(figure.measure for figure in figures),
    )


def looked_for(event_id: str, claim: Claim) -> dict[str, str]:
    """What a claim is looked for by."""
    names = (event_id, claim.report_id, claim.chain[0].name, claim.event.type, claim.stance)
    return dict(zip(("event_id", "report_id", "voice", "type", "stance"), names, strict=True))


def tell_facets(connection: Connection, told: Mapping[str, Sequence[Stretch]]) -> None:
    """Write what events can be picked by, by their ids."""
    events: list[tuple[Any, ...]] = []
    claims: list[tuple[Any, ...]] = []
    for event_id, stretches in told.items():
        views = ((since, until, [facets_of(known)] if known else []) for since, until, known in stretches)
        events += [(event_id, since, until, dumps(tuple(facets))) for facets, since, until in spans_of(views)]
        claims += [_claim_row(event_id, claim) for _, until, known in stretches if until == FOREVER for claim in known]
    renew(connection, tables.facets, tables.facets.c.event_id, told, events)
    renew(connection, tables.told, tables.told.c.event_id, told, claims)


def facets_on(connection: Connection, day: int) -> dict[str, Facets]:
    """What each event could be picked by on a day."""
    query = select(_EVENT.event_id, _EVENT.body).where(_EVENT.since <= day, _EVENT.until > day)
    return {event_id: facets_from(loads(body)) for event_id, body in connection.execute(query)}


def facets_from(told: Sequence[Any]) -> Facets:
    """The facets that were written as a list."""
    lat, lon, *names = told
    return Facets(lat, lon, *(tuple(each) for each in names))


def best_on(connection: Connection, day: int, measure: str) -> dict[str, int]:
    """The best number of a measure over all sides, or else of the first side of the event's tallies, of the events that have one on a day."""
    query = select(_TALLY.event_id, _TALLY.victims, _TALLY.best).where(_TALLY.since <= day, _TALLY.until > day, _TALLY.measure == measure)
    found: dict[str, int] = {}
    for event_id, victims, best in connection.execute(query.order_by(_TALLY.number)):
        if best is not None and (victims == "all" or event_id not in found):
            found[event_id] = best
    return found


def waiting(connection: Connection, *, judged: Collection[str], after: tuple[int, float, str] | None = None) -> Iterator[tuple[int, float, str]]:
    """The claims that nobody judged: those with counts first, as the ledger's numbers rest on them, and the least certain first. Each is (without
    counts, certainty, id), which is what the next ones come ``after``."""
    place = tuple_(_CLAIM.is_bare, _CLAIM.certainty, _CLAIM.claim_id)
    query = select(_CLAIM.is_bare, _CLAIM.certainty, _CLAIM.claim_id).order_by(_CLAIM.is_bare, _CLAIM.certainty, _CLAIM.claim_id)
    for row in connection.execute(query.where(place > after) if after else query):
        if row.claim_id not in judged:
            yield row.is_bare, row.certainty, row.claim_id


def claims_like(connection: Connection, picked: dict[str, str], *, after: str, most: int) -> list[str]:
    """The ids of the claims that have these values in these columns (event_id, report_id, voice, type, stance), sorted, those ``after`` an id."""
    query = select(_CLAIM.claim_id).where(_CLAIM.claim_id > after).order_by(_CLAIM.claim_id).limit(most)
    return list(connection.scalars(_picked(query, picked)))


def count_claims_like(connection: Connection, picked: dict[str, str]) -> int:
    """How many claims have these values."""
    return connection.scalar(_picked(select(func.count()).select_from(tables.told), picked)) or 0


def homes_of(connection: Connection, claim_ids: Iterable[str]) -> dict[str, str]:
    """The id of the event of each claim that counts."""
    return dict(map(tuple, _HOMES.ask(connection, claim_ids)))


def voices_in(connection: Connection) -> list[tuple[str, int, int]]:
    """Each voice that is nearest the fact in a claim that counts now, with the number of these claims and of their events; those with most first."""
    number = func.count()
    query = select(_CLAIM.voice, number, func.count(_CLAIM.event_id.distinct())).group_by(_CLAIM.voice)
    return [(row[0], row[1], row[2]) for row in connection.execute(query.order_by(number.desc(), _CLAIM.voice))]


def reports_after(connection: Connection, after: str, most: int) -> list[Document]:
    """The reports in the order of their ids, those after an id."""
    table = schema.reports.c
    query = select(schema.entries.c.body).join(schema.reports).where(table.report_id > after).order_by(table.report_id).limit(most)
    return [report_from(body) for body in connection.scalars(query)]


def count_reports(connection: Connection) -> int:
    """How many reports there are."""
    return connection.scalar(select(func.count()).select_from(schema.reports)) or 0


def reports_of_claims(connection: Connection, claim_ids: Iterable[str]) -> set[str]:
    """The ids of the reports of these claims."""
    names = set(claim_ids)
    return {row[0] for row in (*_POSTED.ask(connection, names), *_COUNTED.ask(connection, names))}


def _picked(query: Select[Any], picked: dict[str, str]) -> Select[Any]:
    return query.where(*(_CLAIM[name] == value for name, value in picked.items()))


def _point(claims: Sequence[Claim]) -> tuple[float | None, float | None]:
    points: Counter[tuple[float, float]] = Counter()
    for claim in claims:
        for place in claim.event.places[:1]:
            lat, lon = (place.relation.lat, place.relation.lon) if place.relation else (None, None)
            lat, lon = (place.lat, place.lon) if lat is None or lon is None else (lat, lon)
            if lat is not None and lon is not None:
                points[lat, lon] += 1
    return min(points, key=lambda point: (-points[point], point), default=(None, None))


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _claim_row(event_id: str, claim: Claim) -> tuple[Any, ...]:
    _, *names = looked_for(event_id, claim).values()
    return event_id, claim.claim_id, *names, 0 if claim.figures else 1, claim.certainty
