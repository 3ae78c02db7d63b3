"""Label Studio: the reports as tasks with what was read as predictions, and the configuration of a project to correct them in."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import orjson

from hearsay import __version__
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.marks import COUNTS, MEASURES, REALES, SAID_BY, STANCES, VOICE, Mark, by_report, marks_of, to_text, types
from hearsay.records import Claim, Document

TASKS, CONFIG = "tasks.json", "config.xml"
CHOICES = ("stance", "realis")  # of a region, one of several
WRITTEN = ("speaker", "low", "high", "victims")  # of a region, written out

Item = dict[str, Any]


def write(holdings: Holdings, out: Path) -> Told:
    """A folder with the tasks and the configuration."""
    told = {"reports": 0, "claims": 0}
    (out / CONFIG).write_text(config(), encoding="utf-8")
    with (out / TASKS).open("wb") as file:
        file.write(b"[")
        for report, claims in by_report(holdings):
            file.write((b",\n" if told["reports"] else b"\n") + orjson.dumps(_task(report, claims)))
            told["reports"] += 1
            told["claims"] += len(claims)
        file.write(b"\n]\n")
    return told


def config() -> str:
    """The labelling configuration: types and measures as labels, the rest beside each region."""
    labels = "\n".join(f"    <Label value={quoteattr(label)}/>" for label in (*types(), *MEASURES, VOICE))
    relations = "\n".join(f"    <Relation value={quoteattr(each)}/>" for each in (SAID_BY, COUNTS))
    choices = "\n".join(_choices(name, values) for name, values in zip(CHOICES, (STANCES, REALES), strict=True))
    written = "\n".join(
        f'  <Header value="{name}" size="6"/>\n  <TextArea name="{name}" toName="text" perRegion="true" maxSubmissions="1" editable="true"/>'
        for name in WRITTEN
    )
    return (
        f'<View>\n  <Relations>\n{relations}\n  </Relations>\n  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n'
        f'  <Text name="text" value="$text" granularity="symbol"/>\n{choices}\n{written}\n</View>\n'
    )


def _choices(name: str, values: Iterable[str]) -> str:
    inner = "\n".join(f'    <Choice value="{value}"/>' for value in values)
    return f'  <Choices name="{name}" toName="text" perRegion="true" choice="single-radio">\n{inner}\n  </Choices>'


def _task(report: Document, claims: list[Claim]) -> Item:
    marks = marks_of(claims)
    data = {
        "text": report.text,
        "report_id": report.report_id,
        "title": report.title or "",
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else "",
        "hearsay": to_text(marks),
    }
    score = sum(claim.certainty for claim in claims) / len(claims)
    result = [item for mark in marks for item in _items(mark, report.text)] + list(_relations(marks))
    return {"data": data, "predictions": [{"model_version": f"hearsay {__version__}", "score": round(score, 4), "result": result}]}


def _items(mark: Mark, text: str) -> Iterator[Item]:
    """The region with its label, and what stands beside it."""
    place = {"start": mark.start, "end": mark.end}
    label = VOICE if mark.kind == VOICE else mark.fields["type" if mark.kind == "claim" else "measure"]
    yield _item(mark, "label", "labels", place | {"text": text[mark.start : mark.end], "labels": [label]})
    for name in CHOICES:
        if name in mark.fields:
            yield _item(mark, name, "choices", place | {"choices": [mark.fields[name]]})
    for name in WRITTEN:
        if mark.fields.get(name):
            yield _item(mark, name, "textarea", place | {"text": [mark.fields[name]]})


def _item(mark: Mark, name: str, kind: str, value: Item) -> Item:
    return {"id": mark.mark_id, "from_name": name, "to_name": "text", "type": kind, "value": value}


def _relations(marks: Iterable[Mark]) -> Iterator[Item]:
    for mark in marks:
        if mark.kind == "figure":
            yield {"type": "relation", "from_id": mark.claim_id, "to_id": mark.mark_id, "direction": "right", "labels": [COUNTS]}
        elif mark.said_by:
            yield {"type": "relation", "from_id": mark.mark_id, "to_id": mark.said_by, "direction": "right", "labels": [SAID_BY]}


FORM = Form("label-studio", "", "reports to correct by hand in Label Studio, for `hearsay import` (a folder)", write, names=(TASKS, CONFIG))
