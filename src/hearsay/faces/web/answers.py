"""Answers as JSON, and what goes with every answer: who need not send it again."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from fastapi import Request, Response

from hearsay import __version__
from hearsay.ledger.bodies import dumps


class Json(Response):
    """JSON of records, in UTF-8."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """The bytes of the answer."""
        return dumps(content).encode()


def unchanged_or(request: Request, mark: str, make: Callable[[], Response]) -> Response:
    """What ``make`` answers, with an ETag that follows from the ledger (``mark``), the release and what was asked; 304 with no body, and nothing
    worked out, if who asks has that already."""
    tag = f'"{sha256(f"{mark} {__version__} {request.url.path}?{request.url.query}".encode()).hexdigest()[:32]}"'
    kept = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in _tags(request):
        return Response(status_code=304, headers=kept)
    made = make()
    made.headers.update(kept)
    return made


def _tags(request: Request) -> list[str]:
    return [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
