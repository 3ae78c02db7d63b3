"""The pages, made on the server: they work without JavaScript."""

from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.templating import Jinja2Templates
from pydantic import ValidationError

from hearsay.faces.web import looks
from hearsay.faces.web.api import AtHand, facets_of, page_of
from hearsay.faces.web.filters import Page

HERE = Path(__file__).parent
pages = APIRouter(include_in_schema=False)
templates = Jinja2Templates(HERE / "templates")
templates.env.filters.update(looks.FILTERS)
templates.env.globals["days"] = looks.days


@pages.get("/")
def front(request: Request, desk: AtHand) -> Response:
    """Map, timeline and list of the events that are wanted."""
    given = {name: value for name, value in request.query_params.items() if value}
    wrong = ""
    try:
        wanted = Page.model_validate({name: value for name, value in given.items() if name in _NAMES})
    except ValidationError as fault:
        wanted, wrong = Page(), "; ".join(one["msg"] for one in fault.errors())
    told = page_of(desk, wanted)
    shown = {"wanted": wanted, "given": given, "wrong": wrong, "facets": facets_of(desk.picked(wanted)), **told}
    return templates.TemplateResponse(request, "front.html", shown)


_NAMES = {field.alias or name for name, field in Page.model_fields.items()}
