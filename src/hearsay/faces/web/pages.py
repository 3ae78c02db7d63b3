"""The pages, made on the server: they work without JavaScript."""

from fastapi import APIRouter, Request, Response
from pydantic import ValidationError

from hearsay.faces.web.access import AtHand
from hearsay.faces.web.api import facets_of, page_of
from hearsay.faces.web.filters import Page
from hearsay.faces.web.pressing import page
from hearsay.faces.web.wrong import plainly

pages = APIRouter(include_in_schema=False)


@pages.get("/")
def front(request: Request, desk: AtHand) -> Response:
    """Map, timeline and list of the events that are wanted."""
    given = {name: value for name, value in request.query_params.items() if value}
    wrong = ""
    try:
        wanted = Page.model_validate({name: value for name, value in given.items() if name in _NAMES})
    except ValidationError as fault:
        wanted, wrong = Page(), plainly(fault)
    told = page_of(desk, wanted)
    shown = {"wanted": wanted, "given": given, "wrong": wrong, "facets": facets_of(desk.picked(wanted)), **told}
    return page(request.scope, "front.html", shown)


_NAMES = {field.alias or name for name, field in Page.model_fields.items()}
