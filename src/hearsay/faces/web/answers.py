"""Answers as JSON, and what goes with every answer: who need not send it again."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from hearsay import __version__
from hearsay.faces.web.desk import Desk
from hearsay.ledger.bodies import dumps


class Json(JSONResponse):
    """JSON of records, in UTF-8."""

    def render(self, content: Any) -> bytes:
        """The bytes of the answer."""
        return dumps(content).encode()


def unchanged_or(request: Request, desk: Desk, make: Callable[[], Response], *, salt: str = "") -> Response:
    """What ``make`` answers, with an ETag that follows from the ledger, the release, what was asked, and ``salt``; 304 with no body, and nothing
    worked out, if who asks has that already. No ETag if the ledger grew meanwhile."""
    mark = desk.mark
    told = f"{mark} {__version__} {salt} {request.url.path}?{request.url.query}"
    tag = f'"{sha256(told.encode("utf-8", "replace")).hexdigest()[:32]}"'
    kept = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in _tags(request):
        return Response(status_code=304, headers=kept)
    made = make()
    made.headers.update(kept if desk.is_at(mark) else {"Cache-Control": "no-store"})
    return made


def _tags(request: Request) -> list[str]:
    return [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
