"""Which event each claim is in, and why."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select, update

from hearsay.ledger.asking import Question, among
from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.derived import tables
from hearsay.ledger.rows import write
from hearsay.records import Event
from hearsay.records.telling import link_from_json, link_to_json

_PLACEMENT, _LINK, _TELLING, _REPORT = tables.placements.c, tables.links.c, tables.tellings.c, tables.reports.c
_HOMES = Question(select(_PLACEMENT.claim_id, _PLACEMENT.event_id).where(among(_PLACEMENT.claim_id)))
_CLAIMS = Question(select(_PLACEMENT.claim_id, _PLACEMENT.event_id).where(among(_PLACEMENT.event_id)))
_LINKS = Question(select(_LINK.event_id, _LINK.body).where(among(_LINK.event_id)).order_by(_LINK.event_id))
_STALE = Question(select(tables.stale.c.event_id).where(among(tables.stale.c.event_id)))
_EVENTS_OF_REPORTS = Question(select(_TELLING.event_id).where(among(_TELLING.report_id)).distinct())
_REPORTS_OF_EVENTS = Question(select(_TELLING.report_id).where(among(_TELLING.event_id)).distinct())
_ORIGINS = Question(select(_REPORT.origin_id).where(among(_REPORT.report_id)).distinct())
_DROP_PLACEMENTS = Question(delete(tables.placements).where(among(_PLACEMENT.claim_id)))
_DROP_LINKS = Question(delete(tables.links).where(among(_LINK.event_id)))
_DROP_STALE = Question(delete(tables.stale).where(among(tables.stale.c.event_id)))
_TOLD = (tables.events, tables.tallies, tables.event_marks, tables.facets, tables.told, tables.stale)
_DROP_EVENTS = tuple(Question(delete(table).where(among(table.c.event_id))) for table in _TOLD)


class Placed(NamedTuple):
    """What became of events: the ids of those that are new or not as they were, and of those that are no more."""

    changed: frozenset[str]
    gone: frozenset[str]


def place(connection: Connection, events: Sequence[Event], left: Collection[str] = ()) -> Placed:
    """Put the claims into these events, in the place of those that they were in; what is told of either is to be told anew. Events that claims
    ``left`` go too if no claim is in them any more."""
    links = {event.event_id: dumps(list(map(link_to_json, event.links))) for event in events}
    was = _as_placed(connection, links)
    changed = [event for event in events if was.get(event.event_id) != (links[event.event_id], event.claim_ids)]
    homes = {claim_id: event.event_id for event in changed for claim_id in event.claim_ids}
    emptied = {event_id for event_id, own in claims_in(connection, set(left) - links.keys()).items() if not own}
    stayed = {claim_id: event_id for event_id, (_, own) in was.items() for claim_id in own}
    were_in = stayed | _homes(connection, homes.keys() - stayed.keys())
    before = {were_in[claim_id] for claim_id in homes if claim_id in were_in} | {event.event_id for event in changed} | emptied
    gone = before - links.keys()
    forget(connection, gone)
    _DROP_LINKS.tell(connection, before)
    write(connection, tables.links.name, ("event_id", "body"), [(event.event_id, links[event.event_id]) for event in changed])
    _move(connection, {claim_id: event_id for claim_id, event_id in homes.items() if were_in.get(claim_id) != event_id})
    return Placed(frozenset(before - gone), frozenset(gone))


def _as_placed(connection: Connection, event_ids: Collection[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The links of these events, as kept, and the ids of their claims; of those that are there."""
    own = claims_in(connection, event_ids)
    return {event_id: (body, tuple(sorted(own[event_id]))) for event_id, body in _LINKS.ask(connection, event_ids)}


def _homes(connection: Connection, claim_ids: Iterable[str]) -> dict[str, str]:
    """The event that each claim is in; of those that are in one."""
    return dict(map(tuple, _HOMES.ask(connection, claim_ids)))


def _move(connection: Connection, homes: Mapping[str, str]) -> None:
    """Put claims into other events than they were in."""
    displace(connection, homes)
    write(connection, tables.placements.name, ("claim_id", "event_id"), sorted(homes.items()))
    told = [{"one": claim_id, "home": event_id} for claim_id, event_id in homes.items()]
    if told:  # a telling bears the id of one of its claims
        named = tables.tellings.c.telling_id == bindparam("one")
        connection.execute(update(tables.tellings).where(named).values(event_id=bindparam("home")), told)


def displace(connection: Connection, claim_ids: Iterable[str]) -> None:
    """Take claims out of their events."""
    _DROP_PLACEMENTS.tell(connection, claim_ids)


def events_with(connection: Connection, claim_ids: Iterable[str]) -> set[str]:
    """The ids of the events that these claims are in."""
    return set(_homes(connection, claim_ids).values())


def forget(connection: Connection, event_ids: Collection[str]) -> None:
    """Drop what is told of events that are no more."""
    for one in _DROP_EVENTS:
        one.tell(connection, event_ids)


def settle(connection: Connection, event_ids: Collection[str]) -> None:
    """What is told of these events is not to be told anew any more."""
    _DROP_STALE.tell(connection, event_ids)


def mark_stale(connection: Connection, event_ids: Iterable[str]) -> None:
    """What is told of these events is to be told anew."""
    names = set(event_ids)
    known = {row[0] for row in _STALE.ask(connection, names)}
    write(connection, tables.stale.name, ("event_id",), [(name,) for name in sorted(names - known)])


def next_stale(connection: Connection, most: int) -> list[str]:
    """Some of the events of which that is to be told anew."""
    return list(connection.scalars(select(tables.stale.c.event_id).order_by(tables.stale.c.event_id).limit(most)))


def events_beginning(connection: Connection, beginning: str) -> list[str]:
    """The ids of the events whose ids begin so, at most two."""
    table = tables.links.c
    return list(connection.scalars(select(table.event_id).where(table.event_id.startswith(beginning, autoescape=True)).limit(2)))


def events_named(connection: Connection, event_ids: Collection[str]) -> list[Event]:
    """The events of these ids, with their claims and links, sorted by id."""
    own = claims_in(connection, event_ids)
    rows = _LINKS.ask(connection, event_ids)
    return [Event(name, tuple(sorted(own[name])), tuple(map(link_from_json, loads(links)))) for name, links in rows]


def events_telling(connection: Connection, report_ids: Collection[str]) -> set[str]:
    """The ids of the events that these reports tell of."""
    return {row[0] for row in _EVENTS_OF_REPORTS.ask(connection, report_ids)}


def claims_in(connection: Connection, event_ids: Collection[str]) -> dict[str, list[str]]:
    """The ids of the claims of each event."""
    found: dict[str, list[str]] = {event_id: [] for event_id in event_ids}
    for claim_id, event_id in _CLAIMS.ask(connection, event_ids):
        found[event_id].append(claim_id)
    return found


def reports_in(connection: Connection, event_ids: Collection[str]) -> set[str]:
    """The ids of the reports that tell of these events, and of those that they are copies of."""
    found = {row[0] for row in _REPORTS_OF_EVENTS.ask(connection, event_ids)}
    return found | {row[0] for row in _ORIGINS.ask(connection, found)}
