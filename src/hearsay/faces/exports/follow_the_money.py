"""FollowTheMoney entities, as Aleph and OpenSanctions' tools read them: reports, events, who is named, and who says what of which event."""

from collections.abc import Iterable, Iterator
from hashlib import sha1, sha256
from pathlib import Path
from typing import Any

import orjson

from hearsay.dossiers import Dossier
from hearsay.faces import wording
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.lexicons import naming
from hearsay.records import Claim, Document, Party, Voice
from hearsay.records.public import to_json

Entity = dict[str, Any]

_NAMED = ("Person", "Organization", "LegalEntity")
_NOBODY = ("document", "unnamed", "civilians", "place")  # kinds of voices and parties that are no entity that could be followed


def write(holdings: Holdings, out: Path) -> Told:
    """One entity a line, each id once. Those who are named come last, with all that claims say of them: their names are held in memory meanwhile."""
    told = {"events": 0, "claims": 0, "entities": 0}
    seen: set[str] = set()
    named: dict[str, Entity] = {}
    with out.open("wb") as file:
        for dossier in holdings.dossiers:
            told["events"] += 1
            told["claims"] += len(dossier.claims)
            for entity in _entities(dossier, holdings):
                if entity["schema"] in _NAMED:
                    _merge(named, entity)
                elif entity["id"] not in seen:
                    seen.add(entity["id"])
                    file.write(orjson.dumps(entity, option=orjson.OPT_APPEND_NEWLINE))
        for entity in named.values():
            file.write(orjson.dumps(entity, option=orjson.OPT_APPEND_NEWLINE))
    return told | {"entities": len(seen) + len(named)}


def _merge(named: dict[str, Entity], entity: Entity) -> None:
    """Add what is new of somebody; other spellings of the name are aliases."""
    known = named.setdefault(entity["id"], entity)["properties"]
    for name, values in entity["properties"].items():
        place = "alias" if name == "name" else name
        new = [value for value in values if value not in (*known.get(name, ()), *known.get(place, ()))]
        if new:
            known[place] = [*known.get(place, ()), *new]


def _entities(dossier: Dossier, holdings: Holdings) -> Iterator[Entity]:
    """The event after whom and what it points to."""
    articles = {claim.report_id: _article(holdings.reports[claim.report_id]) for claim in dossier.claims}
    yield from articles.values()
    involved: list[Entity] = []
    for claim in dossier.claims:
        named = [entity for party in _parties(claim) if (entity := _party(party))]
        involved += named
        yield from named
        for voice in claim.chain:
            if speaker := _voice(voice):
                yield speaker
                yield _mention(articles[claim.report_id], speaker)
    event = _event(dossier, involved, articles.values())
    yield event
    for article in articles.values():
        yield _entity("Documentation", (article["id"], event["id"]), document=[article["id"]], entity=[event["id"]], role=["reports on"])
    for claim in dossier.claims:
        yield from _said(claim, event, articles[claim.report_id], holdings.reports[claim.report_id])


def _said(claim: Claim, event: Entity, article: Entity, report: Document) -> Iterator[Entity]:
    """Who says what of the event: one link a claim, from the speaker to the event; from the report where nobody is named."""
    speaker = _voice(claim.chain[0]) or article
    counts = [f"{wording.count(figure)} ({wording.parties(figure.victims)})" for figure in claim.figures]
    what = [wording.happening(claim.event)] if claim.event.type != "toll" else []
    yield _entity(
        "UnknownLink",
        ("claim", claim.claim_id),
        subject=[speaker["id"]],
        object=[event["id"]],
        role=[claim.stance],
        summary=["; ".join(what + counts)],
        description=[claim.evidence.text, f"{wording.chain(claim.chain)}; characters {claim.evidence.start}-{claim.evidence.end}"],
        date=[report.published.isoformat()] if report.published else [],
        status=[claim.event.realis],
        recordId=[claim.claim_id],
        publisher=[report.outlet],
        sourceUrl=_url(report),
        proof=[article["id"]],
        indexText=[orjson.dumps(to_json(claim)).decode()],
    )


def _event(dossier: Dossier, involved: Iterable[Entity], articles: Iterable[Entity]) -> Entity:
    summary = dossier.summary
    times = [claim.event.time for claim in dossier.claims if claim.event.time]
    countries = {place.country for claim in dossier.claims for place in claim.event.places if place.country}
    what = summary.what.replace("_", " ") or "losses"
    tallies = [f"{tally.measure}, {tally.victims}: {wording.span(tally)} (by {tally.profile}). {tally.rule}" for tally in dossier.tallies]
    return _entity(
        "Event",
        ("event", dossier.event.event_id),
        name=[f"{what.capitalize()} in {summary.place}" if summary.place else what.capitalize()],
        startDate=[min(when.first for when in times).isoformat()] if times else [],
        endDate=[max(when.last for when in times).isoformat()] if times else [],
        location=sorted({place.name for claim in dossier.claims for place in claim.event.places}),
        country=sorted(code.lower() for code in countries),
        involved=sorted({entity["id"] for entity in involved}),
        keywords=sorted({claim.event.type.replace("_", " ") for claim in dossier.claims if claim.event.type != "toll"}),
        summary=tallies,
        notes=[one.words for one in dossier.contradictions if not one.is_update],
        recordId=[dossier.event.event_id],
        proof=[article["id"] for article in articles],
    )


def _article(report: Document) -> Entity:
    return _entity(
        "Article",
        ("report", report.report_id),
        title=[report.title or report.report_id],
        publisher=[report.outlet],
        publishedAt=[report.published.isoformat()] if report.published else [],
        sourceUrl=_url(report),
        language=["eng"],
        bodyText=[report.text],
        contentHash=[sha1(report.text.encode(), usedforsecurity=False).hexdigest()],
        fileName=[report.report_id],
    )


def _parties(claim: Claim) -> Iterator[Party]:
    yield from (*claim.event.actors, *claim.event.targets)
    for figure in claim.figures:
        yield from figure.victims


def _party(party: Party) -> Entity | None:
    if party.kind in _NOBODY or naming.is_nobody(party.name):
        return None
    schema = {"person": "Person", "organisation": "Organization", "rebel": "Organization", "militia": "Organization"}.get(party.kind, "LegalEntity")
    return _named(schema, party.name, classification=[party.kind])


def _voice(voice: Voice) -> Entity | None:
    if voice.kind in _NOBODY or naming.is_nobody(voice.name):
        return None
    if voice.kind == "person":
        return _named("Person", voice.name, position=[f"{voice.role or 'speaks'} for {voice.of}" if voice.of else voice.role or ""])
    return _named("Organization", voice.name, classification=[voice.kind])


def _named(schema: str, name: str, **properties: list[str]) -> Entity:
    """One entity for all spellings of a name that come to one key; the same name as a person's and as a body's are two."""
    return _entity(schema, (schema, naming.key(name)), name=[name], **properties)


def _mention(article: Entity, speaker: Entity) -> Entity:
    return _entity(
        "Mention",
        (article["id"], speaker["id"]),
        document=[article["id"]],
        resolved=[speaker["id"]],
        name=speaker["properties"]["name"],
        detectedSchema=[speaker["schema"]],
    )


def _url(report: Document) -> list[str]:
    return [report.url] if report.url and report.url.startswith(("http://", "https://")) else []


def _entity(schema: str, parts: Iterable[str], **properties: list[str]) -> Entity:
    """An entity with an id that follows from what it is of, so that the same ledger gives the same ids again."""
    name = sha256("\n".join((schema, *parts)).encode()).hexdigest()[:24]
    told = {key: [value for value in dict.fromkeys(values) if value] for key, values in properties.items()}
    return {"id": f"hearsay-{name}", "schema": schema, "properties": {key: values for key, values in told.items() if values}}


FORM = Form("followthemoney", ".jsonl", "reports, events, who is named and who says what, as FollowTheMoney entities (JSON Lines)", write)
