"""The forms of the answers, for the description of the API (OpenAPI)."""

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from hearsay.faces.web.claim_shapes import ClaimRecord, Evidence, Shape
from hearsay.records.contradiction import ContradictionKind
from hearsay.records.figure import Measure
from hearsay.records.judgement import Verb
from hearsay.records.track import Verdict

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


def _pair(first: str, second: str) -> WithJsonSchema:
    """A list of two."""
    return WithJsonSchema({"type": "array", "items": {"anyOf": [{"type": first}, {"type": second}]}, "minItems": 2, "maxItems": 2})


Reason = Annotated[tuple[float, str], _pair("number", "string")]  # its weight, and the words
Counted = Annotated[tuple[str, int], _pair("string", "integer")]  # a name, and how many have it
Span = Annotated[tuple[int, int], _pair("integer", "integer")]  # [start, end)


class Numbers(Shape):
    """Low, best and high of one measure for one side's victims; ``high`` null is open upward, ``best`` null where nobody may stand alone."""

    victims: str
    measure: Measure
    low: int | None
    best: int | None
    high: int | None


class Reconciled(Numbers):
    """Numbers with how they came about, and the ids of the claims they rest on."""

    rule: str
    rests_on: list[str]
    profile: str
    grading: str | None


class Line(Shape):
    """An event in a line: its days, place and point, and how many claims, voices, reports and contradictions there are."""

    id: str
    first: Day | None
    last: Day | None
    what: str
    place: str | None
    lat: float | None
    lon: float | None
    claims: int
    voices: int
    reports: int
    contradictions: int


class EventLine(Line):
    """An event in a line, with its numbers."""

    tallies: list[Numbers]


class Events(Shape):
    """A page of events. ``next``: the cursor of the next page; ``total``: how many there are on all pages."""

    events: list[EventLine]
    next: str | None
    total: int


class Points(Shape):
    """Events in columns, for a map and a timeline: one place in each list for each event."""

    id: list[str]
    lat: list[float | None]
    lon: list[float | None]
    first: list[Day | None]
    last: list[Day | None]
    place: list[str | None]
    best_killed: list[int | None]
    contested: list[bool]


class FacetCounts(Shape):
    """What events can be picked by, with the number of events of each."""

    parties: list[Counted]
    voices: list[Counted]
    types: list[Counted]
    measures: list[Counted]


class Quote(Shape):
    """Whose word, in which claim of which report."""

    claim: str
    report: str
    voice: str
    evidence: Evidence


class Dispute(Shape):
    """Two claims that cannot both be right, or (``update``) a voice's later number in place of its earlier one."""

    kind: ContradictionKind
    heading: str
    words: str
    left: Quote
    right: Quote


class Tie(Shape):
    """Another event that this one is a part of, or an update of, or the other way round: ``left`` is the part or the later word."""

    kind: Literal["part_of", "update_of"]
    left: str
    right: str
    score: float
    reasons: list[Reason]
    what: str
    place: str | None
    first: Day | None


class Link(Shape):
    """Why two claims are of one event."""

    left: str
    right: str
    score: float
    reasons: list[Reason]


class Copy(Shape):
    """A report of the event that prints a text again, and the report that it was first published as."""

    report: str
    copy_of: str


class DossierShape(Line):
    """An event with all that is known of it."""

    records: list[ClaimRecord]
    tallies: list[Reconciled]
    disputes: list[Dispute]
    ties: list[Tie]
    links: list[Link]
    copies: list[Copy]


class PlacedClaim(Shape):
    """A claim, and the id of the event that it is in."""

    claim: ClaimRecord
    event: str | None


class Claims(Shape):
    """A page of claims."""

    claims: list[PlacedClaim]
    next: str | None
    total: int


class JudgementShape(Shape):
    """What a person ruled. ``record``: how a claim stands by it; ``undone_by``: the judgement that took it back."""

    id: int
    verb: Verb
    left: str
    right: str
    by: str
    recorded_at: str
    note: str
    record: ClaimRecord | None
    undone_by: int | None


class JudgedClaim(PlacedClaim):
    """A claim, its event, and what people ruled about it."""

    judgements: list[JudgementShape]


class Judgements(Shape):
    """A page of judgements."""

    judgements: list[JudgementShape]
    next: int | None
    total: int


class Waiting(Shape):
    """A page of the claims that nobody judged."""

    claims: list[PlacedClaim]
    next: str | None


class ReportLine(Shape):
    """A report without its text."""

    id: str
    outlet: str
    title: str | None
    published: Day | None
    url: str | None


class Reports(Shape):
    """A page of reports."""

    reports: list[ReportLine]
    next: str | None
    total: int


class ProblemShape(Shape):
    """What could not be read in a report."""

    code: str
    message: str


class WholeReport(ReportLine):
    """A report with its text, its claims as judged, what could not be read, and the sentences [start, end) that no claim was read from. ``copy_of``:
    the report that its text was first published as, null if it is that itself; ``copies``: the reports that print its text again."""

    text: str
    claims: list[PlacedClaim]
    problems: list[ProblemShape]
    silent: list[Span]
    copy_of: str | None
    copies: list[str]


class FoundReport(ReportLine):
    """A report with the words that were looked for: ``words`` is its text[start:end]."""

    words: str
    start: int
    end: int


class FoundReports(Shape):
    """The reports that have all the words, those that speak most of them first."""

    reports: list[FoundReport]


class VoiceLine(Shape):
    """A voice, with the number of its claims and of the events that they are about."""

    name: str
    claims: int
    events: int


class Voices(Shape):
    """A page of voices, those with most claims first."""

    voices: list[VoiceLine]
    next: str | None
    total: int


class GradedFigure(Shape):
    """A figure of a voice, what became of it, and by which claims."""

    event_id: str
    claim_id: str
    victims: str
    measure: Measure
    verdict: Verdict
    against: list[str]
    words: str


class VoiceShape(VoiceLine):
    """A voice and how it fared in the latest ``looked_at`` of its events: the verdicts on its figures, and who carries its words."""

    looked_at: int
    side: str | None
    verdicts: dict[Verdict, int]
    graded: list[GradedFigure]
    carriers: list[Counted]


class ChangeShape(Shape):
    """What became of an event; the claims are ids."""

    kind: Literal["added", "changed", "withdrawn"]
    event_id: str
    was: str | None
    claims_added: list[str]
    claims_changed: list[str]
    claims_withdrawn: list[str]
    tallies_before: list[Reconciled]
    tallies_after: list[Reconciled]


class Changes(Shape):
    """What became of the events."""

    changes: list[ChangeShape]
