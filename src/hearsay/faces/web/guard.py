"""What stands between the application and the world: whom it answers, how much it takes, and how many at once."""

import asyncio
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hearsay.faces.web.caution import HEADERS
from hearsay.faces.web.wrong import Refused, refusal

MOST_BYTES = 64 * 1024  # of a request's body
_SAFE = ("GET", "HEAD", "OPTIONS")
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Guard:
    """Refuses requests under a name that is not this server's (DNS rebinding), writing from pages of other sites, and bodies that are too large; and
    tells browsers with each answer what its page may do."""

    def __init__(self, app: ASGIApp, names: Iterable[str] = ()) -> None:
        self._app = app
        self._names = frozenset(name.casefold() for name in (*_LOOPBACK, *names))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        wrong = self._wrong(scope["method"], Headers(scope=scope))
        if wrong is None and scope["method"] not in _SAFE:
            receive, wrong = await _taken_in(Headers(scope=scope), receive)
        app = self._app if wrong is None else refusal(scope, wrong)
        await app(scope, receive, _with_headers(send))

    def _wrong(self, method: str, headers: Headers) -> Refused | None:
        host = headers.get("host", "")
        if _name_of(host) not in self._names:
            return Refused(421, f"this server does not go by the name {host!r}: use 127.0.0.1, or start it with --site {_name_of(host) or 'NAME'}")
        if method not in _SAFE and is_from_elsewhere(headers):
            return Refused(403, "a page of another site may not write here: open this server's own page")
        return None


class Turns:
    """Lets so many requests be worked on at once, and so many more wait; who comes then is told to come again."""

    def __init__(self, app: ASGIApp, *, at_once: int = 12, waiting: int = 240) -> None:
        self._app, self._most = app, at_once + waiting
        self._turn, self._present = asyncio.Semaphore(at_once), 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on when its turn comes, or answer 503."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if self._present >= self._most:
            await refusal(scope, Refused(503, "too many requests at once: try again in a second", {"Retry-After": "1"}))(scope, receive, send)
            return
        self._present += 1
        try:
            async with self._turn:
                await self._app(scope, receive, send)
        finally:
            self._present -= 1


def is_from_elsewhere(headers: Headers) -> bool:
    """True if a browser says that another site's page sends the request. From this server's own pages browsers send the origin "null", because these
    tell them to say nothing of where they come from."""
    site, origin = headers.get("sec-fetch-site", "none"), headers.get("origin")
    if site not in ("none", "same-origin"):
        return True
    return origin is not None and not (origin == "null" and site == "same-origin") and not _is_own_origin(headers)


def is_from_here(headers: Headers) -> bool:
    """True if a browser says that a page of this server sends the request."""
    return not is_from_elsewhere(headers) and (headers.get("sec-fetch-site") == "same-origin" or _is_own_origin(headers))


def _is_own_origin(headers: Headers) -> bool:
    origin = urlsplit(headers.get("origin", ""))
    return origin.scheme in ("http", "https") and origin.netloc.casefold() == headers.get("host", "").casefold()


def _name_of(host: str) -> str:
    """The name without the port."""
    name, colon, port = host.casefold().rpartition(":")
    return name if colon and port.isdigit() else host.casefold()


async def _taken_in(headers: Headers, receive: Receive) -> tuple[Receive, Refused | None]:
    """The whole body, to be received once more, or what is wrong with it."""
    told = headers.get("content-length", "0")
    too_large = Refused(413, f"the request is larger than the {MOST_BYTES:,} bytes that are taken. Nothing was changed.")
    if not told.isdecimal() or int(told) > MOST_BYTES:
        return receive, too_large
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False) and message["type"] == "http.request"
        if len(body) > MOST_BYTES:
            return receive, too_large
    given = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return given.pop() if given else await receive()

    return again, None


def _with_headers(send: Send) -> Send:
    async def send_more(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return send_more
