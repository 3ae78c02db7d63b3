"""Making pages of templates."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import Scope

from hearsay import ledger
from hearsay.dossiers import Dossier, Tied
from hearsay.faces import wording
from hearsay.faces.web import looks
from hearsay.records import Claim, Tally

# how another event is related to the one shown, by kind and by whether that is the whole, or the earlier word
_TIES = {
    ("part_of", True): "Part of",
    ("part_of", False): "Has as a part",
    ("update_of", True): "A later word on",
    ("update_of", False): "Brought up to date by",
}
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
    made.filters |= {**looks.FILTERS, **_FILTERS}
    made.globals |= {"days": looks.days, "choices": ledger.choices()}
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


def fields_of(claim: Claim) -> dict[str, str]:
    """What can be amended of a claim, as ledger.revise names it, with what it is now."""
    fields = {"speaker": claim.chain[0].name, "stance": claim.stance, "type": claim.event.type, "realis": claim.event.realis}
    fields |= {"day": ledger.days_written(claim.event.time), "place": claim.event.places[0].name if claim.event.places else ""}
    for number, figure in enumerate(claim.figures, 1):
        high = "open" if figure.high is None else str(figure.high)
        fields |= {f"{number}.measure": figure.measure, f"{number}.low": "" if figure.low is None else str(figure.low), f"{number}.high": high}
        fields[f"{number}.victims"] = ", ".join(party.name for party in figure.victims)
    return fields


def resting(tally: Tally, dossier: Dossier) -> list[Claim]:
    """The claims that a number rests on, in the order of the event's."""
    rests_on = set(tally.rests_on)
    return [claim for claim in dossier.claims if claim.claim_id in rests_on]


def tie_words(tied: Tied) -> str:
    """How another event is related to the one shown."""
    return _TIES[tied.tie.kind, tied.other.event_id == tied.tie.right]


def _number(number: int | None, unknown: str = "?") -> str:
    return unknown if number is None else f"{number:,}"


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _iso(ordinal: int) -> str | None:
    return date.fromordinal(ordinal).isoformat() if ordinal else None


def _day(day: date | None) -> str:
    return wording.between(day, day) if day else "day unknown"


_FILTERS: dict[str, Callable[..., Any]] = {
    "chain": wording.chain,
    "count": wording.count,
    "day": _day,
    "days": wording.days,
    "fields": fields_of,
    "happening": wording.happening,
    "iso": _iso,
    "link": link,
    "many": _many,
    "number": _number,
    "oneline": lambda words: " ".join(str(words).split()),
    "parties": wording.parties,
    "places": wording.places,
    "plain": lambda words: str(words).replace("_", " "),
    "resting": resting,
    "speaker": wording.speaker,
    "tie_words": tie_words,
}
