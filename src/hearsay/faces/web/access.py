"""Who writes: whose token or session a request has."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from hearsay.faces.web.desk import Desk
from hearsay.faces.web.guard import is_from_here
from hearsay.faces.web.writers import Writers
from hearsay.faces.web.wrong import Refused

COOKIE = "hearsay_session"
_HOW = "a judgement needs a token: `hearsay serve` prints one when it starts, or `hearsay token` makes one"
_BEARER = HTTPBearer(auto_error=False, description="The token that `hearsay serve` prints, or that `hearsay token` made.")


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


def writers_of(request: Request) -> Writers:
    """Those who may write here."""
    writers: Writers = request.app.state.writers
    return writers


def session_of(request: Request) -> str | None:
    """Whose session the browser is in, None if in nobody's."""
    return writers_of(request).of_session(request.cookies.get(COOKIE, ""))


def by_token(request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)]) -> str:
    """Who writes with a token (``Authorization: Bearer TOKEN``), or from a page of this server. Raises Refused."""
    name = writers_of(request).who(given.credentials) if given else None
    if name is None and given is None and session_of(request):
        return by_session(request)
    if name is None:
        raise Refused(401, f"{_HOW}. Nothing was changed.", {"WWW-Authenticate": "Bearer"})
    return name


def by_session(request: Request) -> str:
    """Who writes from a page of this server. Raises Refused."""
    name = session_of(request)
    if name is None:
        raise Refused(401, f"{_HOW}. Give it at /token first; nothing was changed.")
    if not is_from_here(request.headers):
        raise Refused(403, "your browser does not say that a page of this server sends this. Nothing was changed.")
    return name


AtHand = Annotated[Desk, Depends(_desk)]
ByToken = Annotated[str, Depends(by_token)]
BySession = Annotated[str, Depends(by_session)]
