"""schema.org: each claim a Claim in JSON-LD, with its author and where it appeared. Never a ClaimReview: nobody is graded here."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hearsay.dossiers import Dossier
from hearsay.faces import wording
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.scenes import point
from hearsay.faces.exports.streams import plain, write_list
from hearsay.records import Claim, Document, Figure, Place, Voice

_TYPES = {"person": "Person", "media": "NewsMediaOrganization", "document": "CreativeWork", "government": "GovernmentOrganization"}


def write(holdings: Holdings, out: Path) -> Told:
    """One graph of claims, their events and their reports."""
    told = {"events": 0, "claims": 0, "reports": 0}
    write_list(out, {"@context": "https://schema.org"}, "@graph", _things(holdings, told))
    return told


def _things(holdings: Holdings, told: dict[str, int]) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for dossier in holdings.dossiers:
        told["events"] += 1
        yield _event(dossier)
        for claim in dossier.claims:
            report = holdings.reports[claim.report_id]
            if claim.report_id not in seen:
                seen.add(claim.report_id)
                told["reports"] += 1
                yield _report(report)
            told["claims"] += 1
            yield _claim(claim, dossier, report)


def _claim(claim: Claim, dossier: Dossier, report: Document) -> dict[str, Any]:
    said = claim.chain[0].said
    day = said.first if said else report.published
    return plain(
        {
            "@id": f"urn:hearsay:claim:{claim.claim_id}",
            "@type": "Claim",
            "identifier": claim.claim_id,
            "text": claim.evidence.text,
            "position": f"{claim.evidence.start}-{claim.evidence.end}",
            "author": _agent(claim.chain[0]),
            "contributor": [_carrier(number, voice) for number, voice in enumerate(claim.chain[1:], 1)],
            "creditText": wording.chain(claim.chain),
            "appearance": {"@id": _report_id(report)},
            "datePublished": day and day.isoformat(),
            "inLanguage": "en",
            "about": {"@id": f"urn:hearsay:event:{dossier.event.event_id}"},
            "keywords": [_term(kind, value) for kind, value in _terms(claim)],
            "mentions": [_figure(figure) for figure in claim.figures],
            "abstract": _abstract(claim),
        }
    )


def _terms(claim: Claim) -> Iterator[tuple[str, str]]:
    yield "stance", claim.stance
    yield "type", claim.event.type
    yield "realis", claim.event.realis


def _term(kind: str, value: str) -> dict[str, str]:
    return {"@type": "DefinedTerm", "termCode": value, "name": value.replace("_", " "), "inDefinedTermSet": f"urn:hearsay:{kind}"}


def _abstract(claim: Claim) -> str:
    counts = [f"{wording.count(figure)} ({wording.parties(figure.victims)})" for figure in claim.figures]
    what = [wording.happening(claim.event)] if claim.event.type != "toll" else []
    return f"{wording.speaker(claim.chain[0])} {claim.stance}: {'; '.join(what + counts)}"


def _agent(voice: Voice) -> dict[str, Any]:
    kind = _TYPES.get(voice.kind, "Organization" if voice.kind in ("party", "organisation") else "Thing")
    of = {"@type": "Organization", "name": voice.of} if voice.of else None
    role = {"jobTitle": voice.role, "affiliation": of} if kind == "Person" else {}
    told = {"@type": kind, "name": voice.name, "alternateName": voice.surface if voice.surface != voice.name else None}
    return plain(told | role | {"disambiguatingDescription": None if role else _spoken_for(voice)})


def _spoken_for(voice: Voice) -> str | None:
    return f"{voice.role or 'speaks'} for {voice.of}" if voice.of and voice.of != voice.name else voice.role


def _carrier(number: int, voice: Voice) -> dict[str, Any]:
    return {"@type": "Role", "roleName": f"carrier {number}", "contributor": _agent(voice)}


def _figure(figure: Figure) -> dict[str, Any]:
    victims = wording.parties(figure.victims)
    told = {"name": figure.measure, "value": figure.best, "minValue": figure.low, "maxValue": figure.high, "unitText": "people"}
    return plain({"@type": "QuantitativeValue", "description": f"“{figure.text}”: {wording.count(figure)} ({victims})"}) | {
        key: value for key, value in told.items() if value is not None
    }


def _report_id(report: Document) -> str:
    return f"urn:hearsay:report:{report.report_id}"


def _report(report: Document) -> dict[str, Any]:
    return plain(
        {
            "@id": _report_id(report),
            "@type": "NewsArticle",
            "identifier": report.report_id,
            "headline": report.title,
            "publisher": {"@type": "NewsMediaOrganization", "name": report.outlet},
            "datePublished": report.published and report.published.isoformat(),
            "url": report.url,
        }
    )


def _event(dossier: Dossier) -> dict[str, Any]:
    summary = dossier.summary
    times = [claim.event.time for claim in dossier.claims if claim.event.time]
    places = {place.name: place for claim in dossier.claims for place in claim.event.places[:1]}
    what = summary.what.replace("_", " ") or "losses"
    return plain(
        {
            "@id": f"urn:hearsay:event:{dossier.event.event_id}",
            "@type": "Event",
            "identifier": dossier.event.event_id,
            "name": f"{what} in {summary.place}" if summary.place else what,
            "startDate": min((when.first.isoformat() for when in times), default=None),
            "endDate": max((when.last.isoformat() for when in times), default=None),
            "location": _place(places[summary.place]) if summary.place in places else None,
        }
    )


def _place(place: Place) -> dict[str, Any]:
    spot = point(place)
    geo = {"@type": "GeoCoordinates", "latitude": spot[0], "longitude": spot[1]} if spot else None
    address = {"@type": "PostalAddress", "addressCountry": place.country, "addressRegion": place.admin1} if place.country else None
    return plain({"@type": "Place", "name": place.name, "geo": geo, "address": address and plain(address)})


FORM = Form("schema-org", ".jsonld", "claims as schema.org has them, with author, chain and where they appeared (JSON-LD)", write)
