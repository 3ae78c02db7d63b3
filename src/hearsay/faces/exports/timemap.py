"""TimeMap: the three files that the timeline-and-map of Forensic Architecture and Bellingcat loads: events, sources, associations (its schemas
allow no other keys, and values are strings)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.gist import Gist
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.scenes import Scene, manner, speaker
from hearsay.records import Claim, Document, Tally

_NAMES = ("associations.json", "events.json", "sources.json")


def write(holdings: Holdings, out: Path) -> Told:
    """The three files. An event without a day is left out: TimeMap cannot place it in time, and drops it."""
    events = left = 0
    sources: dict[str, dict[str, Any]] = {}
    associations: dict[str, dict[str, Any]] = {}
    with (out / "events.json").open("wb") as file:
        file.write(b"[")
        for dossier in holdings.dossiers:
            gist = Gist(Scene(dossier, holdings))
            if gist.days is None:
                left += 1
                continue
            kept = list(_associations(gist))
            associations.update((one["id"], one) for one in kept)
            sources.update((document.report_id, _source(document)) for document in gist.reports)
            file.write(b",\n" if events else b"\n")
            file.write(orjson.dumps(event(gist, [one["id"] for one in kept])))
            events += 1
        file.write(b"\n]\n")
    (out / "sources.json").write_bytes(orjson.dumps(sources, option=orjson.OPT_INDENT_2))
    (out / "associations.json").write_bytes(orjson.dumps(list(associations.values()), option=orjson.OPT_INDENT_2))
    return {"events": events, "sources": len(sources), "associations": len(associations), "events without a day left out": left}


def event(gist: Gist, associations: list[str]) -> dict[str, Any]:
    """An event with the words of its claims, as TimeMap has them."""
    summary, days = gist.scene.summary, gist.days
    latitude, longitude = gist.point or ("", "")
    return {
        "id": summary.event_id,
        "civId": summary.event_id,
        "description": " ".join([_headline(gist), *map(_line, gist.scene.dossier.claims)]),
        "date": f"{days[0]:%m/%d/%Y}" if days else "",
        "time": "",
        "time_precision": f"{gist.date_precision or ''}",
        "time_display": f"{days[0]} to {days[1]}" if days and days[0] != days[1] else f"{days[0]}" if days else "",
        "location": summary.place,
        "latitude": f"{latitude}",
        "longitude": f"{longitude}",
        "type": summary.what,
        "category": _category(gist),
        "category_full": _category(gist),
        "associations": associations,
        "sources": [document.report_id for document in gist.reports],
        "comments": " ".join(tally_words(tally, is_unproven=gist.scene.holdings.is_unproven(tally)) for tally in gist.scene.dossier.tallies),
    }


def tally_words(tally: Tally, *, is_unproven: bool) -> str:
    """A tally in a sentence, with how it came about.

    >>> tally_words(Tally("e", "Hill Front", "killed", 0, None, None, (), "The army says so."), is_unproven=True)
    'Hill Front killed: low 0, best ?, high open (unproven). The army says so.'
    """
    best, high = "?" if tally.best is None else tally.best, "open" if tally.high is None else tally.high
    return f"{tally.victims} {tally.measure}: low {tally.low}, best {best}, high {high}{' (unproven)' if is_unproven else ''}. {tally.rule}"


def _headline(gist: Gist) -> str:
    what, where = (gist.scene.summary.what or "losses").replace("_", " "), gist.scene.summary.place
    doubt = "" if gist.claims else " (nobody says that it happened)"
    return f"{what[:1].upper()}{what[1:]}{f' in {where}' if where else ''}{doubt}."


def _line(claim: Claim) -> str:
    return f"{speaker(claim.chain[0])} {manner(claim)}: “{' '.join(claim.evidence.text.split())}”."


def _category(gist: Gist) -> str:
    return (gist.scene.summary.what or "losses").replace("_", " ")


def _associations(gist: Gist) -> Iterator[dict[str, Any]]:
    """What events can be filtered by: the type, who fights, and whether claims contradict each other."""
    yield _association(_category(gist), "CATEGORY", [])
    for type_ in gist.types:
        yield _association(type_.replace("_", " "), "FILTER", ["Type"])
    for side in gist.armed:
        yield _association(side.name, "FILTER", ["Side"])
    yield _association("contested" if gist.scene.summary.contradictions else "not contested", "FILTER", ["Contradictions"])


def _association(title: str, mode: str, path: list[str]) -> dict[str, Any]:
    whole = [*path, title] if path else []
    return {"id": "/".join([mode.lower(), *path, title]), "title": title, "desc": "", "mode": mode, "filter_paths": whole}


def _source(document: Document) -> dict[str, Any]:
    return {
        "id": document.report_id,
        "title": document.title or document.report_id,
        "thumbnail": "",
        "paths": [],  # TimeMap loads what stands here; the address is only shown
        "type": "Article",
        "affil_s": document.outlet,
        "url": document.url or "",
        "description": "",
        "parent": "",
        "author": document.outlet,
        "date": f"{document.published or ''}",
        "notes": "",
    }


FORM = Form("timemap", "", "a folder with the three files of TimeMap: events, sources, associations", write, names=_NAMES)
