"""Reads reports from JSON Lines: one JSON object a line, with ``text`` and, if known, ``id``, ``title``, ``outlet``, ``date`` and ``url``."""

import io
import json
from collections.abc import Iterator
from typing import Any

from hearsay.documents.encodings import decode
from hearsay.documents.files import LIMIT, binary_fault
from hearsay.documents.reports import report_of
from hearsay.records import Document, Problem

Numbered = tuple[int, Document | Problem]


def line_reports(first: bytes, stream: io.BufferedReader, source: str) -> Iterator[Numbered]:
    """The reports with their line numbers, one line in memory at a time; ``first`` is the first line, already read."""
    fault = binary_fault(first, source)
    if fault:
        yield 1, fault
        return
    number, row, are_any = 1, first, False
    while row:
        if row.strip():
            are_any = True
            for made in _row_reports(row, source, number):
                yield number, made
        if not row.endswith(b"\n"):
            _skip_rest(row, stream)
        number, row = number + 1, stream.readline(LIMIT + 1)
    if not are_any:
        yield 1, Problem("empty", "is empty. Give a file with one JSON object a line.", source)


def _skip_rest(row: bytes, stream: io.BufferedReader) -> None:
    """Goes to the end of a line of which only the beginning was read."""
    while row and not row.endswith(b"\n"):
        row = stream.readline(LIMIT)


def _row_reports(row: bytes, source: str, number: int) -> Iterator[Document | Problem]:
    record = _record(row, source, number)
    if isinstance(record, Problem):
        yield record
        return
    text, report_id = record.get("text"), record.get("id")
    if not isinstance(text, str):
        wrong = 'has no "text"' if text is None else f'has a "text" that is not a string but {type(text).__name__}'
        yield Problem("no-text", f'{wrong}. Give the report\'s text as "text": "...".', source, number)
    elif report_id is not None and (isinstance(report_id, bool) or not isinstance(report_id, str | int)):
        yield Problem("bad-id", f'has an "id" that is neither a string nor a number: {report_id!r:.40}. Mend it or leave it out.', source, number)
    else:
        yield from report_of(text, record, source, number)


def _record(row: bytes, source: str, number: int) -> dict[str, Any] | Problem:
    if len(row) > LIMIT:
        return Problem("too-large", f"is longer than {LIMIT / 1e6:g} MB, which is more than one report. Split it.", source, number)
    line = decode(row, source, number)
    if isinstance(line, Problem):
        return line
    try:
        record = json.loads(line)
    except json.JSONDecodeError as fault:
        return Problem("no-json", f"is no JSON ({fault.msg} at column {fault.colno}). Write one JSON object a line.", source, number)
    except RecursionError:
        return Problem("no-json", "is nested too deeply. Write one flat JSON object a line.", source, number)
    return record if isinstance(record, dict) else Problem("no-json", "is JSON but no object. Write one JSON object a line.", source, number)
