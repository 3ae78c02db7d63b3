"""Claims as rows of a table for pandas and polars: one a figure or one a claim, with everything that is known in its columns."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal

from hearsay.records import Claim, Document, Figure, Place, When
from hearsay.records.public import to_json

Rows = Literal["figures", "claims"]

# column -> what is in it; "int" and "number" may be empty. ``record`` is the public claim record as JSON, from which the claim can be had back.
OF_CLAIMS: dict[str, str] = {
    "claim_id": "text",
    "report_id": "text",
    "outlet": "text",
    "published": "day",
    "speaker": "text",
    "speaker_kind": "text",
    "speaker_role": "text",
    "speaks_for": "text",
    "carriers": "text",
    "stance": "text",
    "type": "text",
    "realis": "text",
    "actors": "text",
    "targets": "text",
    "weapons": "text",
    "certainty": "number",
    "rule": "text",
    "evidence": "text",
    "evidence_start": "int",
    "evidence_end": "int",
    "first_day": "day",
    "last_day": "day",
    "day_precision": "int",
    "places": "text",
    "country": "text",
    "lat": "number",
    "lon": "number",
    "place_precision": "int",
    "figures": "int",
    "record": "text",
}
OF_FIGURES: dict[str, str] = {
    "figure": "int",
    "measure": "text",
    "low": "int",
    "best": "int",
    "high": "int",
    "victims": "text",
    "is_approximate": "truth",
    "is_total": "truth",
    "is_added": "truth",
    "part_of": "int",
    "figure_text": "text",
    "figure_start": "int",
    "figure_end": "int",
}

_SEPARATOR = "; "


def columns(rows: Rows) -> dict[str, str]:
    """The columns in their order, with what is in them: text, int, number, truth or day."""
    return OF_CLAIMS if rows == "claims" else {name: kind for name, kind in OF_CLAIMS.items() if name != "record"} | OF_FIGURES | {"record": "text"}


def rows_of(claims: Iterable[Claim], document: Document, rows: Rows) -> Iterator[dict[str, Any]]:
    """A row a claim; or one a figure, and one for each claim that has none. A figure's days and places are its own where it has some. ``figure`` and
    ``part_of`` count from 1."""
    for claim in claims:
        whole = _of_claim(claim, document)
        if rows == "claims":
            yield whole
            continue
        for number, figure in enumerate(claim.figures, 1):
            yield whole | _of_figure(number, figure)
        if not claim.figures:
            yield whole | dict.fromkeys(OF_FIGURES)


def _of_claim(claim: Claim, document: Document) -> dict[str, Any]:
    speaker, event = claim.chain[0], claim.event
    return {
        "claim_id": claim.claim_id,
        "report_id": claim.report_id,
        "outlet": document.outlet,
        "published": document.published,
        "speaker": speaker.name,
        "speaker_kind": speaker.kind,
        "speaker_role": speaker.role,
        "speaks_for": speaker.of,
        "carriers": _SEPARATOR.join(voice.name for voice in claim.chain[1:]),
        "stance": claim.stance,
        "type": event.type,
        "realis": event.realis,
        "actors": _SEPARATOR.join(party.name for party in event.actors),
        "targets": _SEPARATOR.join(party.name for party in event.targets),
        "weapons": _SEPARATOR.join(event.weapons),
        "certainty": claim.certainty,
        "rule": claim.rule,
        "evidence": claim.evidence.text,
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        **_days(event.time),
        **_places(event.places),
        "figures": len(claim.figures),
        "record": json.dumps(to_json(claim), ensure_ascii=False),
    }


def _of_figure(number: int, figure: Figure) -> dict[str, Any]:
    own = {} if figure.time is None else _days(figure.time)
    own |= {} if figure.places is None else _places(figure.places)
    return own | {
        "figure": number,
        "measure": figure.measure,
        "low": figure.low,
        "best": figure.best,
        "high": figure.high,
        "victims": _SEPARATOR.join(party.name for party in figure.victims),
        "is_approximate": figure.is_approximate,
        "is_total": figure.is_total,
        "is_added": figure.is_added,
        "part_of": None if figure.part_of is None else figure.part_of + 1,
        "figure_text": figure.text,
        "figure_start": figure.start,
        "figure_end": figure.end,
    }


def _days(when: When | None) -> dict[str, date | int | None]:
    if when is None:
        return {"first_day": None, "last_day": None, "day_precision": None}
    return {"first_day": when.first, "last_day": when.last, "day_precision": when.precision}


def _places(places: tuple[Place, ...]) -> dict[str, Any]:
    """All names, and the point of the first: that which follows from its relation where there is one."""
    first = places[0] if places else None
    spot = first and (first.relation if first.relation and first.relation.lat is not None else first)
    return {
        "places": _SEPARATOR.join(place.name for place in places),
        "country": first.country if first else None,
        "lat": spot.lat if spot else None,
        "lon": spot.lon if spot else None,
        "place_precision": first.precision if first else None,
    }
