"""doccano: the reports with what was read as entities and relations, to be corrected there."""

from itertools import count
from pathlib import Path
from typing import Any

import orjson

from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.marks import COUNTS, SAID_BY, Mark, by_report, marks_of, to_text
from hearsay.records import Claim, Document


def write(holdings: Holdings, out: Path) -> Told:
    """One report a line; ids of entities and relations count through the file."""
    told, numbers = {"reports": 0, "claims": 0}, count(1)
    with out.open("wb") as file:
        for report, claims in by_report(holdings):
            told["reports"] += 1
            told["claims"] += len(claims)
            file.write(orjson.dumps(_line(report, claims, numbers), option=orjson.OPT_APPEND_NEWLINE))
    return told


def _line(report: Document, claims: list[Claim], numbers: "count[int]") -> dict[str, Any]:
    """A report. Marks with the same words and the same label are one entity there, as nobody could tell them apart."""
    marks = marks_of(claims)
    ids: dict[tuple[int, int, str], int] = {}
    for mark in marks:
        if _key(mark) not in ids:
            ids[_key(mark)] = next(numbers)
    entities = [{"id": number, "label": label, "start_offset": start, "end_offset": end} for (start, end, label), number in ids.items()]
    by_mark = {mark.mark_id: ids[_key(mark)] for mark in marks}
    pairs = dict.fromkeys((by_mark[left], by_mark[right], kind) for left, right, kind in _pairs(marks))
    relations = [{"id": next(numbers), "from_id": left, "to_id": right, "type": kind} for left, right, kind in pairs]
    return {"text": report.text, "entities": entities, "relations": relations, "report_id": report.report_id, "hearsay": to_text(marks)}


def _key(mark: Mark) -> tuple[int, int, str]:
    return mark.start, mark.end, mark.label


def _pairs(marks: list[Mark]) -> list[tuple[str, str, str]]:
    said = [(mark.mark_id, mark.said_by, SAID_BY) for mark in marks if mark.said_by]
    return said + [(mark.claim_id, mark.mark_id, COUNTS) for mark in marks if mark.kind == "figure"]


FORM = Form("doccano", ".jsonl", "reports to correct by hand in doccano, for `hearsay import` (JSON Lines)", write)
