"""Reports on the shelves: until when each counts, and of which it is a copy."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, select, update

from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.derived import tables
from hearsay.ledger.derived.holding import Shelf, holders
from hearsay.ledger.derived.shelved import batches
from hearsay.ledger.derived.updating import Work
from hearsay.ledger.rows import write
from hearsay.lexicons import load
from hearsay.records import Sketch

Copies = Callable[[Sketch, Iterable[Sketch]], Mapping[str, float]]

_TABLE = tables.reports.c
_SHELF = Shelf("derived_shingles", "shingle", "report_id", "report_id")
_MOST_SHARING = 50  # reports that a new one is compared with


def settle_origins(connection: Connection, work: Work, sketches: Mapping[str, Sketch], copies: Copies) -> set[str]:
    """Put the reports of the work on the shelves, and say of which each is a copy; ``copies`` says which of some others are of one text with a
    report. Returns the reports whose origin is another now than it was."""
    known = {row[0]: row[1] for batch in batches(sketches) for row in connection.execute(_origins(batch))}
    for batch in batches(known):
        connection.execute(delete(tables.reports).where(_TABLE.report_id.in_(batch)))
    rows = [_row(work, sketch, known.get(name, name)) for name, sketch in sorted(sketches.items())]
    write(connection, tables.reports.name, ("report_id", "since", "until", "published", "origin_id", "sketch"), rows)
    new = [sketch for name, sketch in sorted(sketches.items()) if name not in known]
    shingled = sorted((shingle, sketch.report_id) for sketch in new for shingle in sketch.shingles)
    write(connection, tables.shingles.name, ("shingle", "report_id"), shingled)
    return {moved for sketch in new for moved in _join(connection, sketch, copies)}


def _origins(batch: Sequence[str]) -> Any:
    return select(_TABLE.report_id, _TABLE.origin_id).where(_TABLE.report_id.in_(batch))


def _row(work: Work, sketch: Sketch, origin_id: str) -> tuple[Any, ...]:
    name, published = sketch.report_id, sketch.published
    body = dumps({name: getattr(sketch, name) for name in Sketch.__slots__})
    return name, work.since[name], work.until[name], published.toordinal() if published else None, origin_id, body


def _join(connection: Connection, sketch: Sketch, copies: Copies) -> set[str]:
    """Bring a report together with those that have its text; the first published of all is the origin of all."""
    found = set(copies(sketch, _sharing(connection, sketch)))
    if not found:
        return set()
    query = select(_TABLE.origin_id).where(_TABLE.report_id.in_(found | {sketch.report_id})).distinct()
    origins = list(connection.scalars(query))
    group = {row[0]: (row[1] or date.max.toordinal(), row[0], row[2]) for row in connection.execute(_members(origins))}
    first = min(group, key=lambda name: group[name][:2])
    moved = {name for name, (*_, origin_id) in group.items() if origin_id != first}
    for batch in batches(moved):
        connection.execute(update(tables.reports).where(_TABLE.report_id.in_(batch)).values(origin_id=first))
    return moved


def _members(origins: Sequence[str]) -> Any:
    return select(_TABLE.report_id, _TABLE.published, _TABLE.origin_id).where(_TABLE.origin_id.in_(origins))


def _sharing(connection: Connection, sketch: Sketch) -> list[Sketch]:
    """The reports that share most shingles with it, of those that very many share (a motto, a disclaimer) the first few."""
    table, all_ours = load("linking"), len(sketch.shingles)
    found = holders(connection, _SHELF, sketch.shingles, table["limits"]["first_tellings"] + 1)
    shared = Counter(name for names in found.values() for name in names if name != sketch.report_id)
    fewest = min(all_ours, max(table["copies"]["fewest"], table["copies"]["of_longer"] * all_ours))  # with less it is no copy, whatever the other
    return _sketches(connection, (name for name, number in shared.most_common(_MOST_SHARING) if number >= fewest))


def _sketches(connection: Connection, names: Iterable[str]) -> list[Sketch]:
    found = []
    for some in batches(names):
        found += [_sketch_from(body) for body in connection.scalars(select(_TABLE.sketch).where(_TABLE.report_id.in_(some)))]
    return found


def _sketch_from(body: str) -> Sketch:
    told = loads(body)
    published = told["published"] and date.fromisoformat(told["published"])
    return Sketch(told["report_id"], published, tuple(told["names"]), tuple(told["shingles"]))
