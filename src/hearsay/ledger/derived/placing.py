"""Which event each claim is in, and why."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, select, update

from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.derived import tables
from hearsay.ledger.derived.shelved import batches, members
from hearsay.ledger.rows import write
from hearsay.records import Event
from hearsay.records.telling import link_from_json, link_to_json


class Placed(NamedTuple):
    """What became of events: the ids of those that are new or not as they were, and of those that are no more."""

    changed: frozenset[str]
    gone: frozenset[str]


def place(connection: Connection, events: Sequence[Event]) -> Placed:
    """Put the claims into these events, in the place of those that they were in; what is told of either is to be told anew."""
    links = {event.event_id: dumps(list(map(link_to_json, event.links))) for event in events}
    was = _as_placed(connection, links)
    changed = [event for event in events if was.get(event.event_id) != (links[event.event_id], event.claim_ids)]
    homes = {claim_id: event.event_id for event in changed for claim_id in event.claim_ids}
    left = _homes(connection, homes)
    before = set(left.values()) | {event.event_id for event in changed}
    gone = before - links.keys()
    forget(connection, gone)
    for batch in batches(before):
        connection.execute(delete(tables.links).where(tables.links.c.event_id.in_(batch)))
    write(connection, tables.links.name, ("event_id", "body"), [(event.event_id, links[event.event_id]) for event in changed])
    _move(connection, {claim_id: event_id for claim_id, event_id in homes.items() if left.get(claim_id) != event_id})
    return Placed(frozenset(before - gone), frozenset(gone))


def _as_placed(connection: Connection, event_ids: Collection[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """The links of these events, as kept, and the ids of their claims; of those that are there."""
    table, own = tables.links.c, claims_in(connection, event_ids)
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for batch in batches(event_ids):
        rows = connection.execute(select(table.event_id, table.body).where(table.event_id.in_(batch)))
        found.update({row[0]: (row[1], tuple(sorted(own[row[0]]))) for row in rows})
    return found


def _homes(connection: Connection, claim_ids: Iterable[str]) -> dict[str, str]:
    """The event that each claim is in; of those that are in one."""
    table = tables.placements.c
    rows = (connection.execute(select(table.claim_id, table.event_id).where(table.claim_id.in_(batch))) for batch in batches(claim_ids))
    return {claim_id: event_id for some in rows for claim_id, event_id in some}


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
    for batch in batches(claim_ids):
        connection.execute(delete(tables.placements).where(tables.placements.c.claim_id.in_(batch)))


def events_with(connection: Connection, claim_ids: Iterable[str]) -> set[str]:
    """The ids of the events that these claims are in."""
    table, found = tables.placements.c, set[str]()
    for batch in batches(claim_ids):
        found |= set(connection.scalars(select(table.event_id).where(table.claim_id.in_(batch)).distinct()))
    return found


def forget(connection: Connection, event_ids: Collection[str]) -> None:
    """Drop what is told of events that are no more."""
    for batch in batches(event_ids):
        for table in (tables.events, tables.tallies, tables.event_marks, tables.facets, tables.told, tables.stale):
            connection.execute(delete(table).where(table.c.event_id.in_(batch)))


def settle(connection: Connection, event_ids: Collection[str]) -> None:
    """What is told of these events is not to be told anew any more."""
    for batch in batches(event_ids):
        connection.execute(delete(tables.stale).where(tables.stale.c.event_id.in_(batch)))


def mark_stale(connection: Connection, event_ids: Iterable[str]) -> None:
    """What is told of these events is to be told anew."""
    for batch in batches(event_ids):
        known = set(connection.scalars(select(tables.stale.c.event_id).where(tables.stale.c.event_id.in_(batch))))
        write(connection, tables.stale.name, ("event_id",), [(name,) for name in batch if name not in known])


def next_stale(connection: Connection, most: int) -> list[str]:
    """Some of the events of which that is to be told anew."""
    return list(connection.scalars(select(tables.stale.c.event_id).order_by(tables.stale.c.event_id).limit(most)))


def left_behind(connection: Connection, events: Iterable[Event]) -> set[str]:
    """The tellings of those events in which claims of these events were before, if none of their own claims is in these."""
    told = {claim_id for event in events for claim_id in event.claim_ids}
    return members(connection, events_with(connection, told)) - told


def events_beginning(connection: Connection, beginning: str) -> list[str]:
    """The ids of the events whose ids begin so, at most two."""
    table = tables.links.c
    return list(connection.scalars(select(table.event_id).where(table.event_id.startswith(beginning, autoescape=True)).limit(2)))


def events_named(connection: Connection, event_ids: Collection[str]) -> list[Event]:
    """The events of these ids, with their claims and links, sorted by id."""
    table, found = tables.links.c, []
    own = claims_in(connection, event_ids)
    for batch in batches(event_ids):
        for name, links in connection.execute(select(table.event_id, table.body).where(table.event_id.in_(batch)).order_by(table.event_id)):
            found.append(Event(name, tuple(sorted(own[name])), tuple(map(link_from_json, loads(links)))))
    return found


def events_telling(connection: Connection, report_ids: Collection[str]) -> set[str]:
    """The ids of the events that these reports tell of."""
    table, found = tables.tellings.c, set[str]()
    for batch in batches(report_ids):
        found |= set(connection.scalars(select(table.event_id).where(table.report_id.in_(batch)).distinct()))
    return found


def claims_in(connection: Connection, event_ids: Collection[str]) -> dict[str, list[str]]:
    """The ids of the claims of each event."""
    found: dict[str, list[str]] = {event_id: [] for event_id in event_ids}
    table = tables.placements.c
    for batch in batches(event_ids):
        for claim_id, event_id in connection.execute(select(table.claim_id, table.event_id).where(table.event_id.in_(batch))):
            found[event_id].append(claim_id)
    return found


def reports_in(connection: Connection, event_ids: Collection[str]) -> set[str]:
    """The ids of the reports that tell of these events, and of those that they are copies of."""
    table, found = tables.reports.c, set[str]()
    for batch in batches(event_ids):
        found |= set(connection.scalars(select(tables.tellings.c.report_id).where(tables.tellings.c.event_id.in_(batch)).distinct()))
    for batch in batches(found):
        found |= set(connection.scalars(select(table.origin_id).where(table.report_id.in_(batch)).distinct()))
    return found
