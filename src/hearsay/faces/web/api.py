"""The HTTP API. All of it is read with GET; days are YYYY-MM-DD, unknown is null or an empty list, and what has an ETag answers 304.

GET /api/events?from=&to=&box=west,south,east,north&party=&voice=&type=&measure=&contested=&q=&as_of=&profile=&limit=&cursor=
    {"events": [{"id", "first", "last", "what", "place", "lat", "lon", "claims", "voices", "reports", "contradictions",
                 "tallies": [{"victims", "measure", "low", "best", "high"}]}],
     "next": cursor | null, "total": N}
GET /api/points?the same filters
    {"id": [...], "lat": [...], "lon": [...], "first": [...], "last": [...], "place": [...], "best_killed": [...],
     "contested": [...]}
    one place in each list for each event, in the order of /api/events; best_killed is by the profile "hearsay", whatever is asked
GET /api/facets?the same filters
    {"parties": [[name, events], ...], "voices": [...], "types": [...], "measures": [...]}
"""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from hearsay import picks
from hearsay.faces.web import holdings, shapes, told
from hearsay.faces.web.access import AtHand
from hearsay.faces.web.answers import Json, unchanged_or
from hearsay.faces.web.asking import OneEvent
from hearsay.faces.web.describing import answers
from hearsay.faces.web.desk import Desk, counted
from hearsay.faces.web.filters import Filters, Page
from hearsay.picks import Card

api = APIRouter(prefix="/api", tags=["events"], default_response_class=Json)

EventId = Annotated[str, Path(min_length=1, max_length=100, description="The id of an event.")]


@api.get("/events", responses=answers(shapes.Events, 304))
def events(request: Request, desk: AtHand, wanted: Annotated[Page, Query()]) -> Response:
    """The events that are wanted, the earliest first, those without a day last, each with its tallies."""
    return unchanged_or(request, desk, lambda: Json(page_of(desk, wanted)))


@api.get("/points", responses=answers(shapes.Points, 304))
def points(request: Request, desk: AtHand, wanted: Annotated[Filters, Query()]) -> Response:
    """All events that are wanted, in columns, for a map and a timeline."""
    return unchanged_or(request, desk, lambda: Json(_points(desk.picked(wanted))))


@api.get("/facets", responses=answers(shapes.FacetCounts, 304))
def facets(request: Request, desk: AtHand, wanted: Annotated[Filters, Query()]) -> Response:
    """What the events that are wanted can be picked by, with the number of events of each, the commonest first."""
    return unchanged_or(request, desk, lambda: Json(facets_of(desk.picked(wanted))))


@api.get("/events/{event_id}", responses=answers(shapes.DossierShape, 304, 404))
def event(request: Request, desk: AtHand, event_id: EventId, how: Annotated[OneEvent, Query()]) -> Response:
    """An event with its claims, its numbers and how they came about, where its claims contradict each other, and what it is related to."""
    return unchanged_or(request, desk, lambda: Json(told.dossier(*holdings.event(desk, event_id, profile=how.profile, as_of=how.as_of))))


def page_of(desk: Desk, wanted: Page) -> dict[str, Any]:
    """A page of the events that are wanted."""
    found = desk.picked(wanted)
    rest = [card for card in found if wanted.cursor is None or _turn(card) > _turn_from(wanted.cursor)]
    shown = rest[: wanted.limit]
    names = [card.summary.event_id for card in shown]
    tallies = picks.tallies(desk.of, names, profile=wanted.profile, published_by=wanted.as_of)
    following = _cursor(shown[-1]) if len(rest) > len(shown) else None
    return {"events": [told.event_line(card, tallies[card.summary.event_id]) for card in shown], "next": following, "total": len(found)}


def facets_of(found: list[Card]) -> dict[str, Any]:
    """How many of these events have each party, voice, type and measure."""
    return {name: counted(getattr(card.facets, name) for card in found) for name in ("parties", "voices", "types", "measures")}


def _points(found: list[Card]) -> dict[str, Any]:
    return {
        "id": [card.summary.event_id for card in found],
        "lat": [card.facets.lat for card in found],
        "lon": [card.facets.lon for card in found],
        "first": [told.day(card.summary.first_day) for card in found],
        "last": [told.day(card.summary.last_day) for card in found],
        "place": [card.summary.place or None for card in found],
        "best_killed": [card.killed for card in found],
        "contested": [card.summary.contradictions > 0 for card in found],
    }


def _turn(card: Card) -> tuple[bool, int, str]:
    return card.summary.first_day == 0, card.summary.first_day, card.summary.event_id


def _cursor(card: Card) -> str:
    return f"{card.summary.first_day:07}.{card.summary.event_id}"


def _turn_from(cursor: str) -> tuple[bool, int, str]:
    day, _, event_id = cursor.partition(".")
    return int(day) == 0, int(day), event_id
