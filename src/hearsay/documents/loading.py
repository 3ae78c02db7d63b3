"""Goes through the inputs one by one and gives a Document or a Problem for each report in them."""

import io
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from hearsay.documents.files import LIMIT, open_bytes
from hearsay.documents.lines import Numbered, line_reports
from hearsay.documents.reports import UNKNOWN_OUTLET, id_of, text_fault
from hearsay.documents.texts import text_report
from hearsay.records import Document, Problem

_LINES = (".jsonl", ".ndjson")


def load(paths: Iterable[str | Path], *, outlet: str | None = None, published: date | None = None) -> Iterator[Document | Problem]:
    """The reports of all files, in order; ``-`` is standard input. Nothing is raised for a fault in the input: it comes out as a Problem.

    ``outlet`` and ``published`` hold for the reports that do not say it themselves. A report whose date or outlet is faulty is still given, with
    that field unknown, after the Problem. Of two reports with one id the second is refused.
    """
    places: dict[str, Problem] = {}
    for path in map(str, paths):
        for line, made in _file_reports(path):
            if isinstance(made, Problem):
                yield made
                continue
            here = Problem("duplicate-id", "", path, line)
            before = places.setdefault(made.report_id, here)
            yield _completed(made, outlet, published) if before is here else _duplicate(made, before, here)


def make(text: str, *, outlet: str = UNKNOWN_OUTLET, published: date | None = None, report_id: str | None = None) -> Document | Problem:
    """One report from a text at hand; its id follows from the text if none is given."""
    fault = text_fault(text, report_id or "the text")
    return fault or Document(report_id or id_of(text), text, outlet, None, published)


def _file_reports(path: str) -> Iterator[tuple[int | None, Document | Problem]]:
    stream = open_bytes(path)
    if isinstance(stream, Problem):
        yield None, stream
        return
    try:
        yield from _stream_reports(stream, path)
    except (OSError, EOFError, zlib.error) as fault:
        yield None, Problem("damaged", f"breaks off or is damaged ({fault}). Copy or download it again.", path)
    finally:
        if path != "-":
            stream.close()


def _stream_reports(stream: io.BufferedReader, path: str) -> Iterator[Numbered | tuple[None, Document | Problem]]:
    first = stream.readline(LIMIT + 1)
    if path.removesuffix(".gz").endswith(_LINES) or _is_record(first):
        yield from line_reports(first, stream, path)
        return
    data = first + stream.read(LIMIT + 1 - len(first))
    if len(data) > LIMIT:
        message = f"is larger than {LIMIT / 1e6:g} MB, which is more than one report. Split it, or give JSON Lines, one report a line."
        yield None, Problem("too-large", message, path)
    else:
        yield from ((None, made) for made in text_report(data, path))


def _is_record(line: bytes) -> bool:
    """Whether a line is a JSON object, whatever the file is called."""
    try:
        return line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def _completed(document: Document, outlet: str | None, published: date | None) -> Document:
    named = outlet if outlet and document.outlet == UNKNOWN_OUTLET else document.outlet
    return replace(document, outlet=named, published=document.published or published)


def _duplicate(document: Document, before: Problem, here: Problem) -> Problem:
    place = before.source if before.line is None else f"{before.source}, line {before.line}"
    message = f"has the id {document.report_id!r}, which {place} has too. It is left out: give it an id (for a text file, a name) of its own."
    return replace(here, message=message)
