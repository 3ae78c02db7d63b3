"""Judgements of people: written as entries, taken back by other entries, never changed."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hearsay.ledger.bodies import claim_from
from hearsay.ledger.chain import append
from hearsay.ledger.errors import told_plainly
from hearsay.ledger.state import Moment, entries
from hearsay.ledger.store import Ledger
from hearsay.lexicons import naming
from hearsay.records import Claim, Entry, Judgement, Problem
from hearsay.records.judgement import Subject, Verb, subject_of
from hearsay.records.public import to_json


def judgements(ledger: Ledger, subject: Subject = "parties", *, as_of: Moment | None = None) -> tuple[Judgement, ...]:
    """The judgements about a kind of thing in the order in which they were made, those taken back too; ``as_of`` as for ``entries``."""
    with told_plainly(ledger.name):
        return judged(entry for entry in entries(ledger, kind="judgement", as_of=as_of) if entry.key == subject)


def judged(made: Iterable[Entry]) -> tuple[Judgement, ...]:
    """The judgements that entries hold."""
    found: dict[int, Judgement] = {}
    for entry in made:
        if entry.body["verb"] == "undo":
            undone = found[entry.body["judgement"]]
            found[undone.judgement_id] = replace(undone, undone_by=entry.entry_id)
        else:
            found[entry.entry_id] = _judgement(entry)
    return tuple(found.values())


def standing(made: Iterable[Entry]) -> tuple[Judgement, ...]:
    """Of the judgements among entries of all kinds those that nobody took back."""
    return tuple(one for one in judged(entry for entry in made if entry.kind == "judgement") if one.undone_by is None)


def write(ledger: Ledger, verb: Verb, between: tuple[str, str], by: str, *, record: Claim | None = None, note: str = "") -> Judgement:
    """Append a judgement that was found to be in order. Raises ValueError if nobody made it."""
    return _judgement(append(ledger, kind="judgement", key=subject_of(verb), body=body_of(verb, between, record, note), by=by))


def body_of(verb: Verb, between: tuple[str, str], record: Claim | None, note: str) -> dict[str, Any]:
    """What the entry of a judgement says."""
    body: dict[str, Any] = {"verb": verb, "left": between[0], "right": between[1]}
    body |= {"record": to_json(record)} if record else {}
    return body | ({"note": note} if note else {})


def undo(ledger: Ledger, judgement_id: int, by: str) -> Judgement | Problem:
    """Take a judgement back, whatever it is about. A Problem, and nothing written, if there is none of this id that stands, or a later one rests on
    it."""
    made = judged(entries(ledger, kind="judgement"))
    found = next((one for one in made if one.judgement_id == judgement_id), None)
    if found is None:
        return _refuse(ledger, "unknown-judgement", f"there is no judgement {judgement_id}")
    if found.undone_by is not None:
        return _refuse(ledger, "undone-already", f"judgement {judgement_id} was taken back already, by entry {found.undone_by}")
    if later := _resting_on(found, made):
        return _refuse(ledger, "rested-on", f"judgement {later} rests on {judgement_id}: undo that first")
    entry = append(ledger, kind="judgement", key=found.subject, body={"verb": "undo", "judgement": judgement_id}, by=by)
    return replace(found, undone_by=entry.entry_id)


def _judgement(entry: Entry) -> Judgement:
    body = entry.body
    record = claim_from(body["record"]) if body.get("record") else None
    return Judgement(
        judgement_id=entry.entry_id,
        verb=body["verb"],
        left=body["left"],
        right=body["right"],
        by=entry.by,
        recorded_at=entry.recorded_at,
        record=record,
        note=body.get("note", ""),
    )


def _resting_on(split: Judgement, made: Iterable[Judgement]) -> int | None:
    """A later judgement that stands and is about a name that only this split made a party of its own."""
    if split.verb != "split":
        return None
    later = (one for one in made if one.subject == "parties" and one.undone_by is None and one.judgement_id > split.judgement_id)
    key = naming.key(split.right)
    return next((one.judgement_id for one in later if key in (naming.key(one.left), naming.key(one.right))), None)


def _refuse(ledger: Ledger, code: str, wrong: str) -> Problem:
    return Problem(code, f"{wrong}. Nothing was changed.", ledger.name)
