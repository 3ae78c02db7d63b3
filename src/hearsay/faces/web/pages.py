"""The pages, made on the server: they work without JavaScript."""

from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ValidationError

from hearsay.faces.web import holdings, showing
from hearsay.faces.web.access import AtHand, session_of
from hearsay.faces.web.answers import unchanged_or
from hearsay.faces.web.api import facets_of, page_of
from hearsay.faces.web.asking import OneEvent, SomeReports, SomeVoices, SomeWaiting, turn_cursor
from hearsay.faces.web.desk import Desk, NothingToSeekError
from hearsay.faces.web.filters import Page
from hearsay.faces.web.pressing import edition, page
from hearsay.faces.web.records_api import reports_page, voices_page
from hearsay.faces.web.wrong import Refused, plainly

pages = APIRouter(include_in_schema=False)

Writer = Annotated[str | None, Depends(session_of)]
Asked = TypeVar("Asked", bound=BaseModel)
_FACETS = 12  # of each kind beside what was found


@pages.get("/")
def front(request: Request, desk: AtHand, writer: Writer) -> Response:
    """Map, timeline and list of the events that are wanted."""

    def shown() -> dict[str, Any]:
        given, wrong, wanted = _given(request), "", Page()
        try:
            wanted = Page.model_validate({name: value for name, value in given.items() if name in _names(Page)})
            told = page_of(desk, wanted)
        except (ValidationError, NothingToSeekError) as fault:
            wrong = plainly(fault) if isinstance(fault, ValidationError) else f"q: {fault}"
            wanted, told = Page(), page_of(desk, Page())
        return {"wanted": wanted, "given": given, "wrong": wrong, "facets": facets_of(desk.picked(wanted)), **told}

    return _show(request, desk, "front.html", writer, shown)


@pages.get("/events/{event_id}")
def event(request: Request, desk: AtHand, writer: Writer, event_id: str) -> Response:
    """One event: who says what of it, what is reconciled, and what contradicts what."""
    how = _asked(request, OneEvent)
    return _show(request, desk, "event.html", writer, lambda: showing.event(desk, event_id, profile=how.profile, as_of=how.as_of))


@pages.get("/reports/{report_id:path}")
def report(request: Request, desk: AtHand, writer: Writer, report_id: str) -> Response:
    """One report with its claims marked."""
    return _show(request, desk, "report.html", writer, lambda: showing.report(desk, report_id, request.query_params.get("claim")))


@pages.get("/voices")
def voices(request: Request, desk: AtHand, writer: Writer) -> Response:
    """The voices that claim something themselves."""
    given = _given(request)

    def shown() -> dict[str, Any]:
        told = voices_page(desk, _asked(request, SomeVoices))
        return {**told, "given": given, "onward": showing.onward("/voices", given, told["next"])}

    return _show(request, desk, "voices.html", writer, shown)


@pages.get("/voices/{name:path}")
def voice(request: Request, desk: AtHand, writer: Writer, name: str) -> Response:
    """One voice: what it claimed, how it fared, who carries it."""
    return _show(request, desk, "voice.html", writer, lambda: showing.voice(desk, name, after=request.query_params.get("cursor", "")))


@pages.get("/search")
def search(request: Request, desk: AtHand, writer: Writer) -> Response:
    """The reports that have some words, and what the events are about that they tell of; all reports if there are no words."""
    given = _given(request)
    return _show(request, desk, "search.html", writer, lambda: _sought(desk, given) if given.get("q", "").strip() else _all(request, desk, given))


@pages.get("/queue")
def queue(request: Request, desk: AtHand, writer: Writer) -> Response:
    """The claims that wait for a judgement."""
    wanted = _asked(request, SomeWaiting)

    def shown() -> dict[str, Any]:
        found, following = holdings.waiting(desk, after=wanted.turn, limit=wanted.limit)
        more = showing.onward("/queue", {}, turn_cursor(following)) if following else None
        return {"claims": found, "onward": more, "to_claim": showing.claim_link}

    return _show(request, desk, "queue.html", writer, shown)


@pages.get("/api")
def about(request: Request, desk: AtHand, writer: Writer) -> Response:
    """The routes of the API."""
    return _show(request, desk, "api.html", writer, lambda: {"paths": request.app.openapi()["paths"]})


def _show(request: Request, desk: Desk, name: str, writer: str | None, shown: Any) -> Response:
    """A page, or that it is as the browser has it."""

    def make() -> Response:
        made = page(request.scope, name, {"writer": writer, **shown()})
        made.headers["Vary"] = "Cookie"
        return made

    return unchanged_or(request, desk, make, salt=f"{writer} {edition()}")


def _sought(desk: Desk, given: dict[str, str]) -> dict[str, Any]:
    words = given["q"][:200]
    found = holdings.search(desk, words, limit=50)
    facets = facets_of(desk.picked(Page(q=words)))
    links = {name: [(each, number) for each, number in rows[:_FACETS]] for name, rows in facets.items()}
    events = len(desk.picked(Page(q=words)))
    return {"given": given, "found": found, "facets": links, "events": events, "reports": [], "onward": None, "total": None}


def _all(request: Request, desk: Desk, given: dict[str, str]) -> dict[str, Any]:
    told = reports_page(desk, _asked(request, SomeReports))
    more = showing.onward("/search", {}, told["next"]) if told["next"] else None
    return {"given": given, "found": (), "facets": {}, "events": 0, "reports": told["reports"], "onward": more, "total": told["total"]}


def _given(request: Request) -> dict[str, str]:
    """What the address says; what a form left empty is not there."""
    return {name: value for name, value in request.query_params.items() if value}


def _asked(request: Request, shape: type[Asked]) -> Asked:
    """What the address asks for; what the page does not know is passed over. Raises Refused."""
    known = _names(shape)
    try:
        return shape.model_validate({name: value for name, value in _given(request).items() if name in known})
    except ValidationError as fault:
        raise Refused(422, plainly(fault)) from fault


def _names(shape: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in shape.model_fields.items()}
