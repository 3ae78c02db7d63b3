"""Making pages of templates."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import Scope

from hearsay.faces import wording
from hearsay.faces.web import looks

HERE = Path(__file__).parent


class Page(HTMLResponse):
    """A page in UTF-8; half a character that a report may hold is shown as a question mark."""

    def render(self, content: Any) -> bytes:
        """The bytes of the page."""
        return str(content).encode("utf-8", "replace")


def page(scope: Scope, name: str, shown: Mapping[str, Any], *, status: int = 200, headers: Mapping[str, str] | None = None) -> Page:
    """A template with what it is to show; ``request``, and who writes, if anybody (``writer``), are there for all."""
    request = Request(scope)
    given = {"request": request, "writer": scope.get("state", {}).get("writer")} | dict(shown)
    return Page(press().get_template(name).render(given), status, dict(headers or {}))


@cache
def press() -> Environment:
    """The templates: whatever they show is escaped."""
    made = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {
        "link": link,
        "plain": lambda words: str(words).replace("_", " "),
        "day": _day,
        "days": wording.days,
        "count": wording.count,
        "interval": lambda one: wording.interval(one.low, one.high),
        "span": wording.span,
        "parties": wording.parties,
        "places": wording.places,
        "speaker": wording.speaker,
        "chain": wording.chain,
        "happening": wording.happening,
        "many": lambda number, noun: f"{number:,} {noun}{'' if number == 1 else 's'}",
    }
    made.filters |= looks.FILTERS
    made.globals |= {"between": wording.between, "tomorrow": lambda day: day + timedelta(days=1), "days": looks.days}
    return made


@cache
def edition() -> str:
    """What changes when the templates do."""
    made = sha256()
    for path in sorted((HERE / "templates").glob("*.html")):
        made.update(path.read_bytes())
    return made.hexdigest()[:12]


def link(words: object) -> str:
    """An id or a name as a part of an address.

    >>> link("a/b ?é")
    'a%2Fb%20%3F%C3%A9'
    """
    return quote(str(words), safe="", errors="replace")


def _day(day: date | None) -> str:
    return wording.between(day, day) if day else "day unknown"
