"""PLOVER JSON Lines: one coded event a line, of each claim that says that something happened, was demanded or was threatened."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from hearsay import __version__
from hearsay.faces.exports.countries import country
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.scenes import point
from hearsay.ledger.derived import Summary
from hearsay.lexicons import load
from hearsay.records import Claim, Document, Figure, Party, Place, Voice
from hearsay.records.public import to_json

_SIZES = {"killed": "dead", "wounded": "injured", "captured": "arrested"}
_FIRM = ("asserts", "confirms")
_RESOLUTION = {1: 4, 2: 4, 3: 3, 4: 2}  # where_prec -> 4 a city, 3 a district, 2 a province; all else is 1, the country


def write(holdings: Holdings, out: Path) -> Told:
    """One event a line; claims that PLOVER cannot code are counted as left out."""
    told = {"events": 0, "claims left out": 0}
    with out.open("wb") as file:
        for dossier in holdings.dossiers:
            whole = dossier.summary
            for claim in dossier.claims:
                record = _record(claim, whole, holdings.reports[claim.report_id])
                told["events" if record else "claims left out"] += 1
                if record:
                    file.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    return told


def _record(claim: Claim, whole: Summary, report: Document) -> dict[str, Any] | None:
    """The claim as PLOVER codes it; None if it denies or doubts, is of something that did not happen, or has no category or no day."""
    event, is_own = _category(claim, whole)
    day = claim.event.time.first if claim.event.time else report.published
    if not event or day is None or claim.stance not in _FIRM:
        return None
    reported = {"REQUEST", "THREATEN"} & {event} and claim.event.type not in ("demand", "threat")
    actors = [_voice(claim.chain[0])] if reported else [_entity(party) for party in claim.event.actors]
    targets = claim.event.actors if reported else claim.event.targets or tuple(party for figure in claim.figures for party in figure.victims)
    comment = "" if is_own else f"a count: the category is that of the event's other claims ({whole.what})"
    return {
        "id": claim.claim_id,
        "has_event": True,
        **_dates(claim, report),
        "actor": actors,
        "recipient": [_entity(party) for party in targets],
        "event": [event],
        "mode": [] if reported else _modes(claim, whole, is_own=is_own),
        "event_loc": _location(claim.event.places),
        "event_text": [claim.evidence.text],
        "quad_code": next(int(code) for code, names in load("plover")["quads"].items() if event in names),
        "size": _sizes(claim.figures),
        "link": whole.event_id,
        "text_info": {"start": claim.evidence.start, "end": claim.evidence.end},
        "cite_info": _citation(report),
        "coder": f"hearsay {__version__}",
        "comment": "; ".join(filter(None, (comment, "" if claim.event.time else "no day is told: date is the day of publication"))),
        "attribution": [voice.name for voice in claim.chain],
        "claim": to_json(claim),
    }


def _category(claim: Claim, whole: Summary) -> tuple[str, bool]:
    """The category, and whether it is that of the claim's own type; a mere count has that of the event."""
    table = load("plover")
    if claim.event.realis not in table["realis"]:
        return "", True
    own = table["types"].get(claim.event.type, {}).get("event", "")
    found = own or (table["types"].get(whole.what, {}).get("event", "") if claim.event.type == "toll" else "")
    return (table["realis"][claim.event.realis] or found if found else ""), bool(own)


def _modes(claim: Claim, whole: Summary, *, is_own: bool) -> list[str]:
    row = load("plover")["types"][claim.event.type if is_own else whole.what]
    words = " ".join(claim.event.weapons).casefold()
    told = next((one["mode"] for one in load("plover")["weapons"] if any(word in words for word in one["words"])), None)
    if row["event"] == "ASSAULT" and told and (not row["modes"] or (row["modes"] == ["aerial"] and told == "drone")):
        return [told]
    return list(row["modes"])


def _dates(claim: Claim, report: Document) -> dict[str, str]:
    when = claim.event.time
    if when is None:
        return {"date": report.published.isoformat()} if report.published else {}
    time = {"time": when.clock.isoformat("minutes")} if when.clock else {}
    return {"date": when.first.isoformat(), "enddate": when.last.isoformat()} | time


def _entity(party: Party) -> dict[str, str]:
    sector = load("plover")["sectors"].get(party.kind)
    return {"entity_text": party.surface, "identifier_text": party.name} | ({"sector": sector} if sector else {})


def _voice(voice: Voice) -> dict[str, str]:
    return {"entity_text": voice.surface, "identifier_text": voice.name} | ({"office": voice.role} if voice.role else {})


def _location(places: Iterable[Place]) -> dict[str, Any] | None:
    place = next(iter(places), None)
    if place is None:
        return None
    spot, land = point(place) or (None, None), country(place.country)
    told = {
        "extracted_place": place.surface,
        "resolved_place": place.name if place.gazetteer else None,
        "geonameid": place.gazetteer.removeprefix("geonames:") if place.gazetteer and place.gazetteer.startswith("geonames:") else None,
        "lat": spot[0],
        "lon": spot[1],
        "province": place.admin1,
        "country": land.name if land else None,
        "country_code": land.iso3 if land else None,
        "resolution": _RESOLUTION.get(place.precision, 1) if place.gazetteer else None,
    }
    return {key: value for key, value in told.items() if value is not None}


def _sizes(figures: Iterable[Figure]) -> dict[str, int | str]:
    """The largest count of each measure that is no part of another, as a number or, where the words leave it open, as its bounds."""
    found: dict[str, Figure] = {}
    for figure in figures:
        name = _SIZES.get(figure.measure)
        if name and figure.low is not None and figure.part_of is None and (name not in found or figure.low > (found[name].low or 0)):
            found[name] = figure
    return {name: _size(figure) for name, figure in found.items()}


def _size(figure: Figure) -> int | str:
    if figure.low is not None and figure.low == figure.high:
        return figure.low
    return f"{figure.low}+" if figure.high is None else f"{figure.low}-{figure.high}"


def _citation(report: Document) -> dict[str, str]:
    told = {
        "url": report.url,
        "title": report.title,
        "language": "en",
        "publication": report.outlet,
        "citation": report.report_id,
        "codebook": "PLOVER",
    }
    return {key: value for key, value in told.items() if value}


FORM = Form("plover", ".jsonl", "events as PLOVER codes them, one of each claim that tells of one (JSON Lines)", write)
