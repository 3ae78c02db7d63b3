"""The part of the API about single records: claims, reports, voices, words, what waits, what was ruled and what changed."""

from itertools import islice
from typing import Annotated, Any, get_args

from fastapi import APIRouter, Path, Query, Request, Response

from hearsay import ledger, picks
from hearsay.faces.web import gaps, holdings, shapes, told
from hearsay.faces.web.access import AtHand
from hearsay.faces.web.answers import Json, unchanged_or
from hearsay.faces.web.asking import Since, SomeClaims, SomeJudgements, SomeReports, SomeVoices, SomeWaiting, Sought, turn_cursor
from hearsay.faces.web.describing import answers
from hearsay.faces.web.desk import Desk
from hearsay.records.judgement import Subject

records = APIRouter(prefix="/api", tags=["records"], default_response_class=Json)

Id = Annotated[str, Path(min_length=1, max_length=300)]


@records.get("/claims", responses=answers(shapes.Claims, 304))
def claims(request: Request, desk: AtHand, wanted: Annotated[SomeClaims, Query()]) -> Response:
    """The claims that are wanted, as judged, in the order of their ids, each with its event."""
    return unchanged_or(request, desk, lambda: Json(_claims(desk, wanted)))


@records.get("/claims/{claim_id:path}", responses=answers(shapes.JudgedClaim, 304, 404))
def claim(request: Request, desk: AtHand, claim_id: Id) -> Response:
    """A claim as judged, with its event and what people ruled about it."""
    return unchanged_or(request, desk, lambda: Json(_claim(desk, claim_id)))


@records.get("/reports", responses=answers(shapes.Reports, 304))
def reports(request: Request, desk: AtHand, wanted: Annotated[SomeReports, Query()]) -> Response:
    """The reports in the order of their ids, without their texts."""
    return unchanged_or(request, desk, lambda: Json(reports_page(desk, wanted)))


@records.get("/reports/{report_id:path}", responses=answers(shapes.WholeReport, 304, 404))
def report(request: Request, desk: AtHand, report_id: Id) -> Response:
    """A report with its text, its claims, and what could not be read."""
    return unchanged_or(request, desk, lambda: Json(_report(desk, report_id)))


@records.get("/voices", responses=answers(shapes.Voices, 304))
def voices(request: Request, desk: AtHand, wanted: Annotated[SomeVoices, Query()]) -> Response:
    """The voices that claim something themselves, those with most claims first."""
    return unchanged_or(request, desk, lambda: Json(voices_page(desk, wanted)))


@records.get("/voices/{name:path}", responses=answers(shapes.VoiceShape, 304, 404))
def voice(request: Request, desk: AtHand, name: Id) -> Response:
    """A voice, what became of its figures in the latest of its events, and who carries its words."""
    return unchanged_or(request, desk, lambda: Json(holdings.voice(desk, name)))


@records.get("/search", responses=answers(shapes.FoundReports, 304))
def search(request: Request, desk: AtHand, wanted: Annotated[Sought, Query()]) -> Response:
    """The reports that have all these words, those that speak most of them first."""
    return unchanged_or(request, desk, lambda: Json({"reports": [told.found(one) for one in holdings.search(desk, wanted.q, limit=wanted.limit)]}))


@records.get("/queue", responses=answers(shapes.Waiting, 304))
def queue(request: Request, desk: AtHand, wanted: Annotated[SomeWaiting, Query()]) -> Response:
    """The claims that nobody judged: those with counts first, and the least certain first."""
    return unchanged_or(request, desk, lambda: Json(_queue(desk, wanted)))


@records.get("/judgements", responses=answers(shapes.Judgements, 304))
def judgements(request: Request, desk: AtHand, wanted: Annotated[SomeJudgements, Query()]) -> Response:
    """What people ruled, the latest first, what was taken back too."""
    return unchanged_or(request, desk, lambda: Json(_judgements(desk, wanted)))


@records.get("/changes", responses=answers(shapes.Changes, 304))
def changes(request: Request, desk: AtHand, wanted: Annotated[Since, Query()]) -> Response:
    """What became of the events since a moment: which are new, which changed, which are gone, and by which claims."""
    return unchanged_or(request, desk, lambda: Json({"changes": holdings.changes(desk, wanted.moment)}))


def reports_page(desk: Desk, wanted: SomeReports) -> dict[str, Any]:
    """A page of reports, without their texts."""
    found, total = picks.reports(desk.of, after=wanted.cursor or "", most=wanted.limit + 1)
    following = found[wanted.limit - 1].report_id if len(found) > wanted.limit else None
    return {"reports": [told.report_line(one) for one in found[: wanted.limit]], "next": following, "total": total}


def voices_page(desk: Desk, wanted: SomeVoices) -> dict[str, Any]:
    """A page of voices."""
    named = holdings.voices(desk, wanted.q)
    turn = wanted.turn
    rest = list(islice((row for row in named if turn is None or (-row[1], row[0]) > turn), wanted.limit + 1))
    shown = [{"name": name, "claims": number, "events": events} for name, number, events in rest[: wanted.limit]]
    following = f"{shown[-1]['claims']}.{shown[-1]['name']}" if len(rest) > wanted.limit else None
    return {"voices": shown, "next": following, "total": len(named)}


def _claims(desk: Desk, wanted: SomeClaims) -> dict[str, Any]:
    found, following, total = holdings.claims_like(desk, wanted.picked, after=wanted.cursor or "", limit=wanted.limit)
    return {"claims": holdings.placed(desk, found), "next": following, "total": total}


def _claim(desk: Desk, claim_id: str) -> dict[str, Any]:
    found, event_id, ruled = holdings.claim(desk, claim_id)
    return told.record(found, event_id) | {"judgements": [told.judgement(one) for one in ruled]}


def _report(desk: Desk, report_id: str) -> dict[str, Any]:
    document = holdings.report(desk, report_id)
    known = picks.claims_of(desk.of, report_id)
    first, *again = picks.of_one_text(desk.of, report_id) or [report_id]
    return told.report_line(document) | {
        "text": document.text,
        "claims": holdings.placed(desk, known),
        "problems": [told.problem(one) for one in gaps.problems(document)],
        "silent": [list(span) for span in gaps.silent(document, known)],
        "copy_of": first if first != report_id else None,
        "copies": again if first == report_id else [],
    }


def _queue(desk: Desk, wanted: SomeWaiting) -> dict[str, Any]:
    found, following = holdings.waiting(desk, after=wanted.turn, limit=wanted.limit)
    return {"claims": holdings.placed(desk, found), "next": turn_cursor(following) if following else None}


def _judgements(desk: Desk, wanted: SomeJudgements) -> dict[str, Any]:
    made = sorted((one for subject in get_args(Subject) for one in ledger.judgements(desk.of, subject)), key=lambda one: -one.judgement_id)
    rest = [one for one in made if wanted.cursor is None or one.judgement_id < wanted.cursor]
    shown = rest[: wanted.limit]
    following = shown[-1].judgement_id if len(rest) > len(shown) else None
    return {"judgements": [told.judgement(one) for one in shown], "next": following, "total": len(made)}
