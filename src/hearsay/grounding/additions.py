"""Places that a user adds to the gazetteer: from a GeoNames dump, from Who's On First records, or from a table of one's own."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from hearsay.grounding import gazetteer
from hearsay.grounding.folding import key
from hearsay.grounding.gazetteer import GazetteerError
from hearsay.grounding.gazetteer_files import Faulty, Row, rows

_BATCH = 10_000
_MOST_TOLD = 20  # faulty lines that are told of before reading ends
_LONGEST_NAME = 60  # letters of a spelling; longer ones are descriptions
_SCHEMA = """
    CREATE TABLE IF NOT EXISTS place (
        id INTEGER PRIMARY KEY, name TEXT, lat INTEGER, lon INTEGER, country TEXT, region INTEGER, kind INTEGER, population INTEGER
    );
    CREATE TABLE IF NOT EXISTS name (spelling TEXT, place INTEGER, PRIMARY KEY (spelling, place)) WITHOUT ROWID;
    CREATE TEMP TABLE fresh (spelling TEXT, place INTEGER);
"""


@dataclass(frozen=True, slots=True)
class Added:
    """How many places and names came in."""

    places: int
    names: int


def add(source: Path, *, into: Path | None = None) -> Added:
    """Adds the places of a file to the user's gazetteer: all of them, or none if a line is faulty; what was there stays in force meanwhile.

    The file is read line by line into SQLite, so that its size is no matter of memory. A place that is there already, by the id of GeoNames or
    Who's On First, is replaced. Raises GazetteerError.
    """
    target = into or gazetteer.added_file()
    draft = target.with_name(f"{target.name}.{os.getpid()}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            shutil.copyfile(target, draft)
        added = _fill(draft, source)
        draft.replace(target)
    except sqlite3.Error as fault:
        raise GazetteerError(f"{target}: cannot be written as a gazetteer ({fault}). Nothing was added.") from fault
    except OSError as fault:
        raise GazetteerError(f"{fault.filename or source}: {fault.strerror or fault}. Nothing was added.") from fault
    finally:
        draft.unlink(missing_ok=True)
    return added


def _fill(path: Path, source: Path) -> Added:
    file = sqlite3.connect(path)
    try:
        file.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_SCHEMA}")
        last = file.execute("SELECT max(id) FROM place").fetchone()[0] or 0
        places = 0
        for batch in _batches(_sound(rows(source, first_id=max(last + 1, gazetteer.FIRST_OWN)), source)):
            file.executemany("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (row.stored for row in batch))
            file.executemany("INSERT INTO fresh VALUES (?, ?)", (pair for row in batch for pair in _spellings(row)))
            places += len(batch)
        if not places:
            raise GazetteerError(f"{source}: holds no place. Nothing was added.")
        names = file.execute("INSERT OR IGNORE INTO name SELECT DISTINCT spelling, place FROM fresh ORDER BY spelling, place").rowcount
        file.commit()
    finally:
        file.close()
    return Added(places, names)


def _sound(made: Iterable[Row | Faulty], source: Path) -> Iterator[Row]:
    """The rows, unless a line is faulty: then the file is read on for more such, and refused."""
    faulty: list[Faulty] = []
    for one in made:
        if isinstance(one, Row):
            if not faulty:
                yield one
            continue
        faulty.append(one)
        if one.is_last or len(faulty) >= _MOST_TOLD:
            break
    if faulty:
        told = "\n".join(f"{source}, line {one.line}: {one.what}" for one in faulty)
        raise GazetteerError(f"{told}\nNothing was added; the gazetteer is as it was.")


def _spellings(row: Row) -> Iterator[tuple[str, int]]:
    for name in row.names:
        spelling = key(name)
        if 1 < len(spelling) <= _LONGEST_NAME:
            yield spelling, row.stored[0]


def _batches(made: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(made, _BATCH)):
        yield batch
