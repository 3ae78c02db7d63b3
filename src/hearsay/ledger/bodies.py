"""What an entry says, as JSON text and back."""

import json
from datetime import date
from typing import Any

import orjson

from hearsay.records import Document


def dumps(value: Any) -> str:
    """The JSON of a value, without spaces. Raises ValueError for what has none: objects, and whole numbers that come back as another."""
    try:
        return orjson.dumps(value).decode()
    except TypeError as fault:
        return _dumps_odd(value, fault)


def loads(text: str | bytes) -> Any:
    """What the JSON says."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:  # half a surrogate pair, which orjson takes for a fault
        return json.loads(text)


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
    """The report that ``report_body`` wrote."""
    published = body["published"] and date.fromisoformat(body["published"])
    return Document(body["id"], body["text"], body["outlet"], body["title"], published, body["url"])


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
