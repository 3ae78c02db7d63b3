"""What outlets did about reports of their own: took them back, or replaced them. Entries, like all else; the report stays in the ledger."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from hearsay.ledger.chain import append
from hearsay.ledger.state import Moment, entries, report
from hearsay.ledger.store import Ledger
from hearsay.records import Correction, Entry, Problem


def retract(
    ledger: Ledger, report_id: str, by: str, *, day: date | None = None, replaced_by: str | None = None, note: str = ""
) -> Correction | Problem:
    """Enter that the outlet took a report back on a day, or replaced it by another report of the ledger: from then on nothing rests on its claims,
    and before that day everything does. ``day`` None is the day on which the new report was published, else that of the entry. A Problem, and nothing
    written, if a report is unknown, replaces itself, or was corrected already."""
    if wrong := _wrong(ledger, report_id, replaced_by):
        return Problem(wrong[0], f"{wrong[1]}. Nothing was changed.", ledger.name)
    newer = report(ledger, replaced_by) if replaced_by else None
    day = day or (newer.published if newer else None)
    body = {"verb": "retract", "replaced_by": replaced_by, "day": day.isoformat() if day else None, "note": note}
    return _correction(append(ledger, kind="correction", key=report_id, body=body, by=by))


def reinstate(ledger: Ledger, correction_id: int, by: str) -> Correction | Problem:
    """Take back a correction that was entered by mistake. A Problem, and nothing written, if none of this id stands."""
    found = next((one for one in corrections(ledger) if one.correction_id == correction_id), None)
    if found is None or found.undone_by is not None:
        wrong = "there is no correction" if found is None else "taken back already: correction"
        return Problem("unknown-correction", f"{wrong} {correction_id}. Nothing was changed.", ledger.name)
    entry = append(ledger, kind="correction", key=found.report_id, body={"verb": "reinstate", "correction": correction_id}, by=by)
    return replace(found, undone_by=entry.entry_id)


def corrections(ledger: Ledger, *, as_of: Moment | None = None) -> tuple[Correction, ...]:
    """The corrections in the order in which they were entered, those taken back too; ``as_of`` as for ``entries``."""
    return corrected(entries(ledger, kind="correction", as_of=as_of))


def corrected(made: Iterable[Entry]) -> tuple[Correction, ...]:
    """The corrections that entries hold."""
    found: dict[int, Correction] = {}
    for entry in made:
        if entry.body["verb"] == "retract":
            found[entry.entry_id] = _correction(entry)
        elif entry.body["verb"] == "reinstate":
            undone = found[entry.body["correction"]]
            found[undone.correction_id] = replace(undone, undone_by=entry.entry_id)
    return tuple(found.values())


def in_force(made: Iterable[Entry]) -> dict[str, Correction]:
    """Of the corrections among entries of all kinds those that nobody took back, by their reports."""
    return {one.report_id: one for one in corrected(entry for entry in made if entry.kind == "correction") if one.undone_by is None}


def _wrong(ledger: Ledger, report_id: str, replaced_by: str | None) -> tuple[str, str] | None:
    unknown = [one for one in (report_id, replaced_by) if one is not None and report(ledger, one) is None]
    if unknown:
        return "unknown-report", f"the ledger holds no report {unknown[0]!r}"
    if report_id == replaced_by:
        return "own-successor", f"report {report_id!r} cannot replace itself"
    known = next((one for one in corrections(ledger) if one.report_id == report_id and one.undone_by is None), None)
    return ("corrected-already", f"correction {known.correction_id} is about {report_id!r} already: undo that first") if known else None


def _correction(entry: Entry) -> Correction:
    body: dict[str, Any] = entry.body
    day = body["day"] and date.fromisoformat(body["day"])
    return Correction(entry.entry_id, entry.key, body["replaced_by"], day, body["note"], entry.by, entry.recorded_at)
