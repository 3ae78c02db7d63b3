"""What the ledger holds, as JSON-ready dicts: the forms that shapes.py describes."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from hearsay.dossiers import Dossier, Tied
from hearsay.ledger import Found
from hearsay.ledger.derived import Facets, Summary, facets_of
from hearsay.lexicons import load
from hearsay.picks import Card
from hearsay.records import Change, Claim, Contradiction, Document, Event, Graded, Judgement, Problem, Quote, Tally
from hearsay.records.public import to_json

Told = dict[str, Any]


def event_line(card: Card, tallies: Iterable[Tally]) -> Told:
    """An event in a line, with its numbers."""
    numbers = [{name: getattr(one, name) for name in ("victims", "measure", "low", "best", "high")} for one in tallies]
    return _line(card.summary, card.facets) | {"tallies": numbers}


def dossier(one: Dossier, tied: Sequence[Tied]) -> Told:
    """An event with all that is known of it."""
    return {
        **_line(one.summary, facets_of(one.claims)),
        "records": [to_json(claim) for claim in one.claims],
        "tallies": [tally(each) for each in one.tallies],
        "disputes": [contradiction(each) for each in one.contradictions],
        "ties": [_tie(each) for each in tied],
        "links": links(one.event),
        "copies": [{"report": name, "copy_of": origin_id} for name, origin_id in one.origins.items()],
    }


def tally(one: Tally) -> Told:
    """A reconciled number with how it came about."""
    names = ("victims", "measure", "low", "best", "high", "rule", "profile", "grading")
    return {name: getattr(one, name) for name in names} | {"rests_on": list(one.rests_on)}


def contradiction(one: Contradiction) -> Told:
    """What does not agree, with both sides' words."""
    return {"kind": one.kind, "heading": heading(one), "words": one.words, "left": _quote(one.left), "right": _quote(one.right)}


def heading(one: Contradiction) -> str:
    """What kind of contradiction it is, in words."""
    return str(load("contradiction")["kinds"][one.kind]["heading"])


def links(event: Event) -> list[Told]:
    """Why the claims of an event are together."""
    return [{"left": one.left, "right": one.right, "score": one.score, "reasons": [list(each) for each in one.reasons]} for one in event.links]


def report_line(one: Document) -> Told:
    """A report without its text."""
    published = one.published.isoformat() if one.published else None
    return {"id": one.report_id, "outlet": one.outlet, "title": one.title, "published": published, "url": one.url}


def found(one: Found) -> Told:
    """A report that was looked for, with the words found."""
    return {**report_line(one.report), "words": one.words, "start": one.start, "end": one.end}


def problem(one: Problem) -> Told:
    """What could not be read in a report."""
    return {"code": one.code, "message": one.message}


def judgement(one: Judgement) -> Told:
    """What a person ruled."""
    return {
        "id": one.judgement_id,
        "verb": one.verb,
        "left": one.left,
        "right": one.right,
        "by": one.by,
        "recorded_at": one.recorded_at.isoformat(),
        "note": one.note,
        "record": to_json(one.record) if one.record else None,
        "undone_by": one.undone_by,
    }


def change(one: Change) -> Told:
    """What became of an event."""
    names = ("kind", "event_id", "was")
    lists = ("claims_added", "claims_changed", "claims_withdrawn")
    before, after = [tally(each) for each in one.tallies_before], [tally(each) for each in one.tallies_after]
    told = {name: getattr(one, name) for name in names} | {name: list(getattr(one, name)) for name in lists}
    return told | {"tallies_before": before, "tallies_after": after}


def graded(one: Graded) -> Told:
    """A figure and what became of it."""
    names = ("event_id", "claim_id", "victims", "measure", "verdict", "words")
    return {name: getattr(one, name) for name in names} | {"against": list(one.against)}


def record(claim: Claim, event_id: str | None) -> Told:
    """A claim's public record with its event."""
    return {"claim": to_json(claim), "event": event_id}


def day(ordinal: int) -> str | None:
    """An ordinal day as it is written, None for an unknown one."""
    return date.fromordinal(ordinal).isoformat() if ordinal else None


def _line(summary: Summary, facets: Facets) -> Told:
    return {
        "id": summary.event_id,
        "first": day(summary.first_day),
        "last": day(summary.last_day),
        "what": summary.what or "toll",
        "place": summary.place or None,
        "lat": facets.lat,
        "lon": facets.lon,
        "claims": summary.claims,
        "voices": summary.voices,
        "reports": summary.reports,
        "contradictions": summary.contradictions,
    }


def _quote(one: Quote) -> Told:
    evidence = {"start": one.evidence.start, "end": one.evidence.end, "text": one.evidence.text}
    return {"claim": one.claim_id, "report": one.report_id, "voice": one.voice, "evidence": evidence}


def _tie(one: Tied) -> Told:
    tie = one.tie
    names = {"kind": tie.kind, "left": tie.left, "right": tie.right, "score": tie.score, "reasons": [list(each) for each in tie.reasons]}
    return names | {"what": one.other.what or "toll", "place": one.other.place or None, "first": day(one.other.first_day)}
