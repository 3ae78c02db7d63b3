"""What routes answer, for the description of the API."""

from typing import Any

from pydantic import BaseModel

_WORDS = {
    304: "It is as you have it.",
    401: "No token, or a wrong one.",
    403: "Another site's page asks.",
    404: "It is not there.",
    409: "It does not go with what the ledger holds.",
    413: "The request is too large.",
    421: "This server does not go by that name.",
    422: "It cannot be asked so; `detail` says why.",
    500: "A fault of hearsay.",
    503: "Too many requests at once, or the ledger cannot be used; try again.",
}
_TEXT = {"type": "string"}
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {"type": _TEXT, "title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT},
}


def answers(shape: type[BaseModel], *also: int, made: int = 200) -> dict[int | str, dict[str, Any]]:
    """What a route answers: the shape, and by status what may be wrong, as application/problem+json."""
    found: dict[int | str, dict[str, Any]] = {made: {"model": shape, "description": (shape.__doc__ or "").strip()}}
    return found | {status: _wrong(status) for status in (*also, 421, 422, 503)}


def _wrong(status: int) -> dict[str, Any]:
    told: dict[str, Any] = {"description": _WORDS[status]}
    return told if status == 304 else told | {"content": {"application/problem+json": {"schema": _PROBLEM}}}
