"""Bringing the derived tables up to the last entry, some reports at a time: what is to be told anew, and who wrote it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Text, cast, func, select

from hearsay.ledger import schema
from hearsay.ledger.asking import Question, among
from hearsay.ledger.bodies import entry_from, loads, report_from
from hearsay.ledger.corrections import in_force
from hearsay.ledger.derived import tables
from hearsay.ledger.derived.placing import events_with, reports_in
from hearsay.ledger.folding import judge, term
from hearsay.ledger.judgements import standing
from hearsay.ledger.rows import drop, write
from hearsay.ledger.store import Ledger, reading, writing
from hearsay.ledger.succession import handed_on, line, successors
from hearsay.records import Claim, Document, Entry, Judgement

_BATCH_REPORTS = 200
_IN_ORDER = Question(select(schema.reports.c.report_id).where(among(schema.reports.c.report_id)).order_by(schema.reports.c.entry_id))
_SHELVED = Question(select(tables.reports.c.report_id).where(among(tables.reports.c.report_id)))
_ENTRY = schema.entries.c
_BODY = cast(_ENTRY.body, Text)
_REPORTS = Question(select(_BODY, _ENTRY.recorded_at).join(schema.reports).where(among(schema.reports.c.report_id)))
_CLAIMS = Question(
    select(_ENTRY.entry_id, _ENTRY.kind, _ENTRY.key, _BODY, _ENTRY.by, _ENTRY.recorded_at)
    .join(schema.claims)
    .where(among(schema.claims.c.report_id))
    .order_by(_ENTRY.entry_id)
)
_LEFT = "its events were not brought up to date, and what was posted and judged before is in it"
_POSTED, _SAID, _ENGINE = "posted", "said", "engine"


@dataclass(frozen=True, slots=True)
class Work:
    """Reports to be told anew, with all their claims as judged, the day on which each was recorded, and until which day each counts. ``judgements``
    are all that stand; ``is_last``: there is no other work after this."""

    reports: Mapping[str, Document]
    claims: Mapping[str, Sequence[Claim]]
    since: Mapping[str, int]
    until: Mapping[str, int]
    judgements: tuple[Judgement, ...]
    is_last: bool


class Judged(NamedTuple):
    """The claims of some reports, and the judgements about parties that stand."""

    claims: dict[str, list[Claim]]
    parties: tuple[Judgement, ...]


def is_made(connection: Connection) -> bool:
    """True if the derived tables are there."""
    return connection.dialect.has_table(connection, tables.state.name)


def is_current(ledger: Ledger, engine: str) -> bool:
    """True if the derived tables are there, were made by ``engine`` and heed the last entry."""
    with reading(ledger) as connection:
        if not is_made(connection):
            return False
        state = _state(connection)
        last = str(_last(connection))
        is_told = (state.get(_ENGINE), state.get(_POSTED), state.get(_SAID)) == (engine, last, last)
        return is_told and connection.scalar(select(tables.stale.c.event_id).limit(1)) is None


@contextmanager
def updating(ledger: Ledger, engine: str) -> Iterator[Connection]:
    """A transaction to bring the tables up to date in; they are made, or made anew, if another engine made them. What is lost if the power fails is
    worked out again."""
    with writing(ledger, is_lasting=False, left=_LEFT) as connection:
        if not is_made(connection) or _state(connection).get(_ENGINE) != engine:
            _clear(connection, engine)
        yield connection


def next_work(connection: Connection) -> Work | None:
    """The next reports to be told anew, None if there are none. Their entries count as heeded from then on, in this transaction."""
    state, last = _state(connection), _last(connection)
    if int(state[_POSTED]) == int(state[_SAID]) == last:
        return None
    told = list(_said(connection))
    said = [entry for entry in told if entry.entry_id > int(state[_SAID])]
    if int(state[_POSTED]) and any(entry.kind == "judgement" and entry.key == "parties" for entry in said):
        _clear(connection, state[_ENGINE])  # a name may be in any claim
    mark = int(_state(connection)[_POSTED])
    posted, until = _posted(connection, mark, last)
    touched = posted | (_told(connection, _touched(connection, said)) if mark else set())
    _set(connection, _POSTED, str(until))
    _set(connection, _SAID, str(last))
    return _work(connection, sorted(touched), told, is_last=until == last)


def judged(connection: Connection, report_ids: Collection[str]) -> Judged:
    """The claims of reports as judged, reports and claims in the order of posting."""
    return _judged(connection, report_ids, list(_said(connection)))


def _judged(connection: Connection, report_ids: Collection[str], said: Sequence[Entry]) -> Judged:
    """The same; ``said`` are all judgements and corrections."""
    judgements = standing(said)
    found: dict[str, list[Claim]] = {report_id: [] for report_id in _in_order(connection, report_ids)}
    read = [entry for entry in said if entry.kind == "correction" and entry.key in found]
    verdicts = [one for one in judgements if one.record is not None and one.record.report_id in found]
    for claim in judge([*read, *_claims(connection, report_ids)], verdicts):
        found[claim.report_id].append(claim)
    return Judged(found, tuple(one for one in judgements if one.subject == "parties"))


def _in_order(connection: Connection, report_ids: Collection[str]) -> list[str]:
    return [row[0] for row in _IN_ORDER.ask(connection, report_ids)]


def _work(connection: Connection, report_ids: Sequence[str], said: Sequence[Entry], *, is_last: bool) -> Work:
    """``said`` are all judgements and corrections."""
    corrections = in_force(said)
    reports, since, until = {}, {}, {}
    for body, recorded_at in _REPORTS.ask(connection, report_ids):
        document = report_from(loads(body))
        name = document.report_id
        reports[name] = document
        since[name], until[name] = term(document, datetime.fromisoformat(recorded_at), corrections.get(name))
    return Work(reports, _judged(connection, report_ids, said).claims, since, until, handed_on(standing(said), successors(said)), is_last)


def _touched(connection: Connection, said: Iterable[Entry]) -> set[str]:
    """The reports that judgements and corrections bear on; one about events may bear on all that people ever said of events."""
    found: set[str] = set()
    for entry in said:
        if entry.kind == "correction":
            found.add(entry.key)
        elif entry.key == "claims":
            found |= _reports_named(connection, entry)
        if entry.key == "events" or entry.body["verb"] in ("reread", "undo"):  # these may change which claim a judgement about events is about
            found |= _ruled(connection)
    return found


def _reports_named(connection: Connection, entry: Entry) -> set[str]:
    """The report of the claim that a judgement, or the taking back of one, is about."""
    if entry.body["verb"] == "undo":
        body = connection.scalar(select(schema.entries.c.body).where(schema.entries.c.entry_id == entry.body["judgement"]))
        return {body["record"]["report"]} if body else set()
    return {entry.body["record"]["report"]}


def _ruled(connection: Connection) -> set[str]:
    """The reports of all events with claims of which people said that they are of one event, or of two, or with those in their place."""
    said = list(_said(connection))
    judged = [entry.body for entry in said if entry.kind == "judgement" and entry.key == "events" and "left" in entry.body]
    come = successors(said)
    names = {name for body in judged for claim_id in (body["left"], body["right"]) for name in line(claim_id, come)}
    return reports_in(connection, events_with(connection, names))


def _posted(connection: Connection, after: int, last: int) -> tuple[set[str], int]:
    """The next reports that were posted, and up to which entry these are all."""
    table = schema.reports.c
    query = select(table.report_id, table.entry_id).where(table.entry_id > after).order_by(table.entry_id).limit(_BATCH_REPORTS + 1)
    rows = connection.execute(query).all()
    until = rows[-1].entry_id - 1 if len(rows) > _BATCH_REPORTS else last
    return {row.report_id for row in rows[:_BATCH_REPORTS]}, until


def _told(connection: Connection, report_ids: Collection[str]) -> set[str]:
    """Those of the reports that are on the shelves."""
    return {row[0] for row in _SHELVED.ask(connection, report_ids)}


def _said(connection: Connection) -> Iterator[Entry]:
    """The judgements and corrections."""
    table = schema.entries.c
    columns = (table.entry_id, table.kind, table.key, table.body, table.by, table.recorded_at)
    query = select(*columns).where(table.kind.in_(("judgement", "correction"))).order_by(table.entry_id)
    for entry_id, kind, key, body, by, recorded_at in connection.execute(query):
        yield entry_from(entry_id, kind, key, body, by, recorded_at)


def _claims(connection: Connection, report_ids: Collection[str]) -> Iterator[Entry]:
    """The last reading of the claims of these reports."""
    for entry_id, kind, key, body, by, recorded_at in _CLAIMS.ask(connection, report_ids):
        yield entry_from(entry_id, kind, key, loads(body), by, recorded_at)


def _state(connection: Connection) -> dict[str, str]:
    return {row[0]: row[1] for row in connection.execute(select(tables.state.c.name, tables.state.c.value))}


def _last(connection: Connection) -> int:
    return connection.scalar(select(func.max(schema.entries.c.entry_id))) or 0


def _set(connection: Connection, name: str, value: str) -> None:
    drop(connection, tables.state, [(name,)])
    write(connection, tables.state.name, ("name", "value"), [(name, value)])


def _clear(connection: Connection, engine: str) -> None:
    tables.tables.drop_all(connection)
    tables.tables.create_all(connection)
    for name, value in ((_ENGINE, engine), (_POSTED, "0"), (_SAID, "0")):
        _set(connection, name, value)
