"""Makes a Document of a text and what is said about it, be that a header or the fields of a JSON object."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from hearsay.documents.languages import language_fault
from hearsay.records import Document, Problem

UNKNOWN_OUTLET = "outlet"

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?$")


def report_of(text: str, fields: Mapping[str, Any], source: str, line: int | None = None) -> Iterator[Document | Problem]:
    """The document, after a Problem for each of its ``fields`` (id, outlet, title, url, date) that is faulty and so taken as unknown; or only
    a Problem if the text itself cannot be read."""
    fault = text_fault(text, source, line)
    if fault:
        yield fault
        return
    known = {}
    for name in ("outlet", "title", "url", "date"):
        value = _value(name, fields.get(name))
        if isinstance(value, _Fault):
            yield Problem("bad-field", f'"{name}" {value}. The report is read with that unknown.', source, line, is_read=True)
        else:
            known[name] = value
    report_id = fields.get("id")
    if report_id is None or report_id == "":
        report_id = id_of(text)
    yield Document(str(report_id), text, known.get("outlet") or UNKNOWN_OUTLET, known.get("title"), known.get("date"), known.get("url"))


def text_fault(text: str, source: str, line: int | None = None) -> Problem | None:
    """Why the text cannot be read, if it cannot."""
    if not text.strip():
        return Problem("empty", "has no text. Give the report's text or leave it out.", source, line)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as fault:
        return Problem("broken-text", f"has half a character at offset {fault.start}. Write the text anew as UTF-8.", source, line)
    return language_fault(text, source, line)


def id_of(text: str) -> str:
    """An id that follows from the text.

    >>> id_of("Rebels said that they had taken the town.")
    'r-aaa53ae8d3'
    """
    return "r-" + sha256(text.encode("utf-8")).hexdigest()[:10]


class _Fault(str):
    """What is wrong with a field's value."""

    __slots__ = ()


def _value(name: str, value: Any) -> Any:
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        return _Fault(f"is not a string but {value!r:.40}")
    return _day(value) if name == "date" else value.strip()


def _day(value: str) -> date | _Fault:
    match = _DAY.match(value.strip())
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        return _Fault(f"is {value!r:.40}, which is not a day like 2021-09-01")
