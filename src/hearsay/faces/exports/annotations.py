"""W3C Web Annotations: the words of each claim and of each figure in the report, by quotation and by position, with what was read from them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hearsay import __version__
from hearsay.faces import wording
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.streams import write_list
from hearsay.records import Claim, Document, Figure
from hearsay.records.public import to_json

_AROUND = 32  # characters before and after a quotation, which tell it from others like it
_HEAD = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:hearsay:annotations", "type": "AnnotationPage"}


def write(holdings: Holdings, out: Path) -> Told:
    """A page of annotations, the claim first and then its figures."""
    told = {"events": 0, "claims": 0, "figures": 0}
    write_list(out, _HEAD, "items", _items(holdings, told))
    return told


def _items(holdings: Holdings, told: dict[str, int]) -> Iterator[dict[str, Any]]:
    for dossier in holdings.dossiers:
        told["events"] += 1
        for claim in dossier.claims:
            report = holdings.reports[claim.report_id]
            told["claims"] += 1
            yield _of_claim(claim, dossier.event.event_id, report)
            for number, figure in enumerate(claim.figures, 1):
                told["figures"] += 1
                yield _of_figure(claim, number, figure, report)


def _of_claim(claim: Claim, event_id: str, report: Document) -> dict[str, Any]:
    tags = [_text(value, "tagging") for value in (claim.event.type, claim.stance, claim.event.realis)]
    what = wording.happening(claim.event) if claim.event.type != "toll" else "; ".join(wording.count(figure) for figure in claim.figures)
    record = {"type": "Dataset", "format": "application/json", "purpose": "describing", "value": to_json(claim)}
    link = {"id": f"urn:hearsay:event:{event_id}", "purpose": "linking"}
    said = _text(f"{wording.chain(claim.chain)} {claim.stance}: {what}", "describing")
    return _annotation(_claim_id(claim), "classifying", [said, *tags, link, record], _target(report, claim.evidence.start, claim.evidence.end))


def _of_figure(claim: Claim, number: int, figure: Figure, report: Document) -> dict[str, Any]:
    said = _text(f"{wording.count(figure)}: {wording.parties(figure.victims)}", "describing")
    link = {"id": _claim_id(claim), "purpose": "linking"}
    target = _target(report, figure.start, figure.end)
    return _annotation(f"{_claim_id(claim)}:figure:{number}", "identifying", [said, _text(figure.measure, "tagging"), link], target)


def _annotation(name: str, motivation: str, body: list[dict[str, Any]], target: dict[str, Any]) -> dict[str, Any]:
    maker = {"id": "urn:hearsay:software", "type": "Software", "name": f"hearsay {__version__}"}
    return {"id": name, "type": "Annotation", "motivation": motivation, "creator": maker, "body": body, "target": target}


def _text(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose}


def _target(report: Document, start: int, end: int) -> dict[str, Any]:
    """The words by both selectors; positions count characters (code points), the end not included."""
    quote = {
        "type": "TextQuoteSelector",
        "exact": report.text[start:end],
        "prefix": report.text[max(0, start - _AROUND) : start],
        "suffix": report.text[end : end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    name = f"urn:hearsay:report:{report.report_id}"
    return {"type": "SpecificResource", "source": report.url or name, "scope": name, "selector": [quote, position]}


def _claim_id(claim: Claim) -> str:
    return f"urn:hearsay:claim:{claim.claim_id}"


FORM = Form("annotations", ".jsonld", "the words of claims and figures in their reports, as W3C Web Annotations (JSON-LD)", write)
