"""The table of claims and the table of figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hearsay.faces.exports.columns import Column, Value, listed
from hearsay.faces.exports.scenes import Scene, names, point, speaker
from hearsay.records import Claim, Document, Figure, Place, Tally, When


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its report, and where and when its happening was."""

    scene: Scene
    claim: Claim
    report: Document
    place: Place | None
    when: When | None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of a claim, with where and when the harm was done and the tally that it counts in."""

    scene: Scene
    claim: Claim
    report: Document
    place: Place | None
    when: When | None
    figure: Figure
    number: int
    tally: Tally | None


def claim_rows(scene: Scene) -> Iterator[ClaimRow]:
    """A row a claim."""
    for claim in scene.dossier.claims:
        yield ClaimRow(scene, claim, scene.report(claim), _first(claim.event.places), claim.event.time)


def figure_rows(scene: Scene) -> Iterator[FigureRow]:
    """A row a figure."""
    for claim in scene.dossier.claims:
        for number, figure in enumerate(claim.figures):
            place = _first(claim.event.places if figure.places is None else figure.places)
            tally = scene.tally_of(claim, figure)
            yield FigureRow(scene, claim, scene.report(claim), place, figure.time or claim.event.time, figure, number, tally)


def figure_id(claim: Claim, number: int) -> str:
    """The id of a figure: its claim and its number there, from 1."""
    return f"{claim.claim_id}.{number + 1}"


def _first(places: tuple[Place, ...]) -> Place | None:
    return places[0] if places else None


def _named(name: str) -> Callable[[ClaimRow | FigureRow], Value]:
    return lambda row: getattr(row.place, name) if row.place else None


def _timed(name: str) -> Callable[[ClaimRow | FigureRow], Value]:
    return lambda row: getattr(row.when, name) if row.when else None


def _coordinate(row: ClaimRow | FigureRow, index: int) -> float | None:
    found = point(row.place) if row.place else None
    return found[index] if found else None


def _relation(row: ClaimRow | FigureRow) -> str | None:
    """ "5 km northeast_of", and the second name of "between X and Y"."""
    relation = row.place.relation if row.place else None
    if relation is None:
        return None
    return " ".join(word for word in (f"{relation.km:g} km" if relation.km is not None else "", relation.kind, relation.other or "") if word)


def _counts(claim: Claim) -> str:
    return listed(f"{figure.measure} {_interval(figure)}: {figure.text}" for figure in claim.figures)


def _interval(figure: Figure) -> str:
    if figure.low is None and figure.high is None:
        return "no number"
    low = "" if figure.low is None else figure.low
    return f"{low}" if figure.low == figure.high else f"{low} to {'more' if figure.high is None else figure.high}"


def _of_tally(value: Callable[[FigureRow, Tally], Value]) -> Callable[[FigureRow], Value]:
    return lambda row: None if row.tally is None else value(row, row.tally)


_WHEN: tuple[Column[ClaimRow | FigureRow], ...] = (
    Column("first_day", "day", "The first day on which it may have been.", _timed("first")),
    Column("last_day", "day", "The last day on which it may have been.", _timed("last")),
    Column(
        "day_precision",
        "integer",
        "How exact the days are, as UCDP's date_prec: 1 the day, 2 days, 3 a week, 4 a month, 5 more.",
        _timed("precision"),
    ),
    Column("day_basis", "text", "What the days were worked out from: stated, published, caption, event or judged (by a person).", _timed("basis")),
    Column("day_words", "text", "The words that say when; empty if inferred.", _timed("surface")),
)
_WHERE: tuple[Column[ClaimRow | FigureRow], ...] = (
    Column("place", "text", "Where, by name.", _named("name")),
    Column("place_words", "text", "The words that say where.", _named("surface")),
    Column("place_relation", "text", "How it lies to the named place, if it was not there: near, northeast_of and so on.", _relation),
    Column("admin1", "text", "The province.", _named("admin1")),
    Column("country", "text", "The country (ISO 3166-1 alpha-2).", _named("country")),
    Column("latitude", "number", "Degrees north (WGS 84); empty if the place was not resolved.", lambda row: _coordinate(row, 0)),
    Column("longitude", "number", "Degrees east (WGS 84); empty if the place was not resolved.", lambda row: _coordinate(row, 1)),
    Column("where_precision", "integer", "How exact the place is, as UCDP's where_prec: 1 the place itself to 7.", _named("precision")),
    Column("radius_km", "number", "How far off the point may be, in kilometres.", _named("radius_km")),
    Column("gazetteer", "text", "The gazetteer's id of the place.", _named("gazetteer")),
)
_WHO: tuple[Column[ClaimRow | FigureRow], ...] = (
    Column("voice", "text", "Whose word it is: the voice nearest the fact.", lambda row: row.claim.chain[0].name),
    Column(
        "voice_kind",
        "text",
        "What that voice is: person, party, government, organisation, media, document or unnamed.",
        lambda row: row.claim.chain[0].kind,
    ),
    Column("voice_role", "text", "Its role, as the report says it.", lambda row: row.claim.chain[0].role),
    Column("voice_of", "text", "For whom it speaks, as the report says it.", lambda row: row.claim.chain[0].of),
    Column(
        "chain", "text", "The voices through which it came, nearest the fact first.", lambda row: listed(speaker(voice) for voice in row.claim.chain)
    ),
    Column("channel", "text", "Where it was said.", lambda row: row.claim.chain[0].channel),
    Column("stance", "text", "What the voice does: asserts, denies, confirms, doubts or declines.", lambda row: row.claim.stance),
    Column(
        "realis",
        "text",
        "Whether it is told as actual, ongoing, planned, demanded, threatened, hypothetical or negated.",
        lambda row: row.claim.event.realis,
    ),
)
_FROM: tuple[Column[ClaimRow | FigureRow], ...] = (
    Column("report_id", "text", "The report.", lambda row: row.claim.report_id),
    Column("outlet", "text", "Who printed it.", lambda row: row.claim.chain[-1].name),
    Column("title", "text", "The report's title.", lambda row: row.report.title),
    Column("published", "day", "The day of publication.", lambda row: row.report.published),
    Column("url", "text", "The report's address.", lambda row: row.report.url),
    Column("evidence", "text", "The words of the claim, as the report has them.", lambda row: row.claim.evidence.text),
    Column("evidence_start", "integer", "Where these words begin in the report's text, in characters.", lambda row: row.claim.evidence.start),
    Column("evidence_end", "integer", "Where they end (exclusive).", lambda row: row.claim.evidence.end),
)

CLAIM_COLUMNS: tuple[Column[ClaimRow], ...] = (
    Column("claim_id", "text", "The claim's id.", lambda row: row.claim.claim_id),
    Column("event_id", "text", "The event that it tells of.", lambda row: row.scene.summary.event_id),
    Column("type", "text", "What is said to have happened, or toll for a claim that only counts people.", lambda row: row.claim.event.type),
    Column("actors", "text", "Who did it.", lambda row: names(row.claim.event.actors)),
    Column("targets", "text", "To whom or to what.", lambda row: names(row.claim.event.targets)),
    Column(
        "labels",
        "text",
        "The loaded words that the report has for these, kept apart from their names.",
        lambda row: listed(party.label for party in (*row.claim.event.actors, *row.claim.event.targets) if party.label),
    ),
    Column("weapons", "text", "With what.", lambda row: listed(row.claim.event.weapons)),
    Column("counts", "text", "The counts of the claim with their words; the table of figures has a row for each.", lambda row: _counts(row.claim)),
    *_WHO,
    *_WHEN,
    *_WHERE,
    Column(
        "contested", "text", "The kinds of contradictions that the claim is in.", lambda row: listed(row.scene.contested.get(row.claim.claim_id, ()))
    ),
    Column("certainty", "number", "How sure the reader is that the report says so, 0 to 1; not how true it is.", lambda row: row.claim.certainty),
    Column("read_by", "text", "The rule or head of the reader that made the claim.", lambda row: row.claim.rule),
    *_FROM,
)

FIGURE_COLUMNS: tuple[Column[FigureRow], ...] = (
    Column("figure_id", "text", "The claim's id and the figure's number in it.", lambda row: figure_id(row.claim, row.number)),
    Column("claim_id", "text", "The claim.", lambda row: row.claim.claim_id),
    Column("event_id", "text", "The event that the claim tells of.", lambda row: row.scene.summary.event_id),
    Column(
        "measure",
        "text",
        "What is counted: killed, wounded, casualties, captured, surrendered, missing, displaced or trapped.",
        lambda row: row.figure.measure,
    ),
    Column("victims", "text", "Whose people they are, as this voice says.", lambda row: names(row.figure.victims)),
    Column("victims_words", "text", "The words for them in the report.", lambda row: listed(party.surface for party in row.figure.victims)),
    Column("low", "integer", "The least that the words allow.", lambda row: row.figure.low),
    Column("best", "integer", "The number nearest the words.", lambda row: row.figure.best),
    Column("high", "integer", "The most that the words allow; empty if open upward, or if no number is given.", lambda row: row.figure.high),
    Column(
        "open",
        "flag",
        "Whether the words set no upper bound (at least, more than).",
        lambda row: row.figure.high is None and row.figure.low is not None,
    ),
    Column("declined", "flag", "Whether the voice will not say, or does not know.", lambda row: row.figure.high is None and row.figure.low is None),
    Column("words", "text", "The number as the report has it.", lambda row: row.figure.text),
    Column("approximate", "flag", "Whether it is said to be about so many.", lambda row: row.figure.is_approximate),
    Column("total", "flag", "Whether it is said to be the number in all so far.", lambda row: row.figure.is_total),
    Column("added", "flag", "Whether it comes on top of another number (another five).", lambda row: row.figure.is_added),
    Column(
        "part_of",
        "text",
        "The larger figure that it is a part of.",
        lambda row: None if row.figure.part_of is None else figure_id(row.claim, row.figure.part_of),
    ),
    *_WHO,
    *_WHEN,
    *_WHERE,
    Column(
        "tally_id",
        "text",
        "The reconciled number of the same victims and measure; empty if there is none.",
        _of_tally(lambda row, one: row.scene.tally_id(one)),
    ),
    Column(
        "counted",
        "flag",
        "Whether that number rests on this claim; if not, a later word or another claim stands in its place.",
        _of_tally(lambda row, one: row.claim.claim_id in one.rests_on),
    ),
    Column("tally_low", "integer", "The low of that number.", _of_tally(lambda _, one: one.low)),
    Column("tally_best", "integer", "The best of it; empty where nobody may be taken alone.", _of_tally(lambda _, one: one.best)),
    Column("tally_high", "integer", "The high of it; empty if open upward.", _of_tally(lambda _, one: one.high)),
    Column(
        "unproven",
        "flag",
        "Whether nobody who gives that number may be taken alone.",
        _of_tally(lambda row, one: row.scene.holdings.is_unproven(one)),
    ),
    Column(
        "contested", "text", "The kinds of contradictions that the claim is in.", lambda row: listed(row.scene.contested.get(row.claim.claim_id, ()))
    ),
    Column("rule", "text", "How that number came about, in words.", _of_tally(lambda _, one: one.rule)),
    Column("rests_on", "text", "The claims behind that number.", _of_tally(lambda _, one: listed(one.rests_on))),
    *_FROM,
)
