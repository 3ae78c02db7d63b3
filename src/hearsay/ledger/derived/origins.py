"""Reports on the shelves: until when each counts, and of which it is a copy."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from hearsay.ledger.asking import Question, among
from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.derived import tables
from hearsay.ledger.derived.holding import Shelf, holders
from hearsay.ledger.derived.updating import Work
from hearsay.ledger.rows import write
from hearsay.lexicons import load
from hearsay.records import Sketch

Copies = Callable[[Sketch, Iterable[Sketch]], Mapping[str, float]]

_TABLE = tables.reports.c
_KNOWN = Question(select(_TABLE.report_id, _TABLE.origin_id).where(among(_TABLE.report_id)))
_MEMBERS = Question(select(_TABLE.report_id, _TABLE.published, _TABLE.origin_id).where(among(_TABLE.origin_id)))
_SKETCHES = Question(select(_TABLE.sketch).where(among(_TABLE.report_id)).order_by(_TABLE.report_id))
_DROP = Question(delete(tables.reports).where(among(_TABLE.report_id)))
_MOVE = Question(update(tables.reports).where(among(_TABLE.report_id)).values(origin_id=bindparam("origin")))
_SHELF = Shelf("derived_shingles", "shingle", "report_id", "report_id")
_MOST_SHARING = 50  # reports that a new one is compared with


def settle_origins(connection: Connection, work: Work, sketches: Mapping[str, Sketch], copies: Copies) -> set[str]:
    """Put the reports of the work on the shelves, and say of which each is a copy; ``copies`` says which of some others are of one text with a
    report. Returns the reports whose origin is another now than it was."""
    known = dict(map(tuple, _KNOWN.ask(connection, sketches)))
    _DROP.tell(connection, known)
    rows = [_row(work, sketch, known.get(name, name)) for name, sketch in sorted(sketches.items())]
    write(connection, tables.reports.name, ("report_id", "since", "until", "published", "origin_id", "sketch"), rows)
    new = [sketch for name, sketch in sorted(sketches.items()) if name not in known]
    shingled = sorted((shingle, sketch.report_id) for sketch in new for shingle in sketch.shingles)
    write(connection, tables.shingles.name, ("shingle", "report_id"), shingled)
    return {moved for sketch in new for moved in _join(connection, sketch, copies)}


def of_one_text(connection: Connection, report_id: str) -> list[str]:
    """The reports that print the text of this one, it among them, the first published first; none if there is no such report."""
    origins = {origin_id for _, origin_id in _KNOWN.ask(connection, [report_id])}
    members = sorted((published or date.max.toordinal(), name) for name, published, _ in _MEMBERS.ask(connection, origins))
    return [name for _, name in members]


def _row(work: Work, sketch: Sketch, origin_id: str) -> tuple[Any, ...]:
    name, published = sketch.report_id, sketch.published
    body = dumps({name: getattr(sketch, name) for name in Sketch.__slots__})
    return name, work.since[name], work.until[name], published.toordinal() if published else None, origin_id, body


def _join(connection: Connection, sketch: Sketch, copies: Copies) -> set[str]:
    """Bring a report together with those that have its text; the first published of all is the origin of all."""
    found = set(copies(sketch, _sharing(connection, sketch)))
    if not found:
        return set()
    origins = {origin_id for _, origin_id in _KNOWN.ask(connection, found | {sketch.report_id})}
    group = {row[0]: (row[1] or date.max.toordinal(), row[0], row[2]) for row in _MEMBERS.ask(connection, origins)}
    first = min(group, key=lambda name: group[name][:2])
    moved = {name for name, (*_, origin_id) in group.items() if origin_id != first}
    _MOVE.tell(connection, moved, origin=first)
    return moved


def _sharing(connection: Connection, sketch: Sketch) -> list[Sketch]:
    """The reports that share most shingles with it, of those that very many share (a motto, a disclaimer) the first few."""
    table, all_ours = load("linking"), len(sketch.shingles)
    found = holders(connection, _SHELF, sketch.shingles, table["limits"]["first_tellings"] + 1)
    shared = Counter(name for names in found.values() for name in names if name != sketch.report_id)
    fewest = min(all_ours, max(table["copies"]["fewest"], table["copies"]["of_longer"] * all_ours))  # with less it is no copy, whatever the other
    return _sketches(connection, (name for name, number in shared.most_common(_MOST_SHARING) if number >= fewest))


def _sketches(connection: Connection, names: Iterable[str]) -> list[Sketch]:
    return [_sketch_from(row[0]) for row in _SKETCHES.ask(connection, names)]


def _sketch_from(body: str) -> Sketch:
    told = loads(body)
    published = told["published"] and date.fromisoformat(told["published"])
    return Sketch(told["report_id"], published, tuple(told["names"]), tuple(told["shingles"]))
