"""What an entry says, as JSON text and back."""

import json
from datetime import date, datetime
from typing import Any

import orjson

from hearsay.ledger.errors import UnreadableError
from hearsay.records import Claim, Document, Entry
from hearsay.records.entry import Kind
from hearsay.records.public import from_json

_UNFIT = (AttributeError, LookupError, TypeError, ValueError)  # what comes of JSON that is not of the shape it should have
_SHOWN = 60  # characters of what cannot be read


def dumps(value: Any) -> str:
    """The JSON of a value, without spaces. Raises ValueError for what has none: objects, and whole numbers that come back as another."""
    try:
        return orjson.dumps(value).decode()
    except TypeError as fault:
        return _dumps_odd(value, fault)


def loads(text: str | bytes) -> Any:
    """What the JSON says. Raises UnreadableError if it is none."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:  # half a surrogate pair, which orjson takes for a fault
        try:
            return json.loads(text)
        except (RecursionError, ValueError) as fault:
            raise _unreadable("what begins", text, fault) from fault


def report_body(document: Document) -> str:
    """The body of a report's entry."""
    return dumps(
        {
            "id": document.report_id,
            "text": document.text,
            "outlet": document.outlet,
            "title": document.title,
            "published": document.published.isoformat() if document.published else None,
            "url": document.url,
        }
    )


def report_from(body: dict[str, Any]) -> Document:
    """The report that ``report_body`` wrote. Raises UnreadableError for anything else."""
    try:
        published = body["published"] and date.fromisoformat(body["published"])
        return Document(body["id"], body["text"], body["outlet"], body["title"], published, body["url"])
    except _UNFIT as fault:
        raise _unreadable("the report", body, fault) from fault


def claim_from(body: dict[str, Any]) -> Claim:
    """The claim of its public record. Raises UnreadableError for anything else."""
    try:
        return from_json(body)
    except _UNFIT as fault:
        raise _unreadable("the claim", body, fault) from fault


def entry_from(entry_id: int, kind: Kind, key: str, body: Any, by: str, recorded_at: str) -> Entry:
    """The entry of its columns, ``body`` no longer as JSON. Raises UnreadableError if it was recorded at no moment."""
    try:
        return Entry(entry_id, kind, key, body, by, datetime.fromisoformat(recorded_at))
    except _UNFIT as fault:
        raise UnreadableError(f"the time of entry {entry_id} ({kind} {key}), {recorded_at!r},") from fault


def is_storable(name: str) -> bool:
    """Whether every database can keep the text outside JSON: no NUL, no half of a surrogate pair."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in name


def _dumps_odd(value: Any, fault: TypeError) -> str:
    """A text may hold half a surrogate pair (from a JSON file's escapes); the standard library writes that as an escape again."""
    try:
        text = json.dumps(value, separators=(",", ":"))
        if loads(text) == value:
            return text
    except TypeError:
        pass
    raise ValueError(f"it cannot be written as JSON: {fault}") from fault


def _unreadable(what: str, body: object, fault: Exception) -> UnreadableError:
    """``what`` by its id, or by how it begins."""
    name = body["id"] if isinstance(body, dict) and "id" in body else body
    words = name if isinstance(name, str) else repr(name)
    return UnreadableError(f"{what} {words[:_SHOWN]} ({type(fault).__name__}: {fault})")
