"""Judgements about claims: that one is as the report has it, is to be otherwise, or is not in the report at all."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any, get_args

from hearsay.ledger.finding import find
from hearsay.ledger.judgements import write
from hearsay.ledger.store import Ledger
from hearsay.ledger.whereabouts import places_of, when_of
from hearsay.lexicons import load
from hearsay.records import Claim, Figure, Happening, Judgement, Party, Problem
from hearsay.records.claim import Realis, Stance
from hearsay.records.figure import Measure
from hearsay.records.judgement import ClaimVerb

FIELDS = ("speaker", "stance", "type", "realis", "day", "place", "measure", "low", "high", "victims")  # what may be amended
_OF_A_FIGURE = ("measure", "low", "high", "victims")
_OPEN = ("", "open", "none")  # how an open upper bound, or an untold number, is written


def accept(ledger: Ledger, claim_id: str, by: str, *, note: str = "") -> Judgement | Problem:
    """Judge that a claim is as its report has it; it stays as it is when the report is read anew. A Problem if there is no such claim."""
    return _judge(ledger, "accept", claim_id, by, note=note)


def reject(ledger: Ledger, claim_id: str, by: str, *, note: str = "") -> Judgement | Problem:
    """Judge that a claim is not in its report; nothing rests on it any more. A Problem if there is no such claim."""
    return _judge(ledger, "reject", claim_id, by, note=note)


def amend(ledger: Ledger, claim_id: str, changes: Mapping[str, str], by: str, *, note: str = "") -> Judgement | Problem:
    """Judge that a claim says otherwise than it was read. ``changes`` are those of ``revise``. A Problem, and nothing written, if there is no such
    claim or a change cannot be made."""
    found = find(ledger, claim_id)
    revised = revise(found, changes) if isinstance(found, Claim) else found
    if isinstance(revised, Problem):
        return revised
    return write(ledger, "amend", (revised.claim_id, ""), by, record=revised, note=note)


def revise(claim: Claim, changes: Mapping[str, str]) -> Claim | Problem:
    """The claim with some fields otherwise: speaker, stance, type, realis, day ("2021-09-01", "2021-09-01..2021-09-03", "unknown"), place (a name, or
    "Khawak @ 35.6, 69.9"), and of its first figure measure, low, high, victims (names with commas between); ``2.low`` is the low of its second
    figure. An empty or "open" ``high`` has no bound. A Problem says which change cannot be made."""
    try:
        for field, value in changes.items():
            claim = _changed(claim, field.strip().casefold(), value.strip())
    except ValueError as fault:
        return Problem("bad-change", f"{fault}. Nothing was changed.", claim.claim_id)
    return claim


@cache
def choices() -> dict[str, tuple[str, ...]]:
    """The values that a field may have, of those fields that have only some."""
    return {"stance": get_args(Stance), "type": tuple(load("coding")["types"]), "realis": get_args(Realis), "measure": get_args(Measure)}


def _judge(ledger: Ledger, verb: ClaimVerb, claim_id: str, by: str, *, note: str) -> Judgement | Problem:
    found = find(ledger, claim_id)
    return write(ledger, verb, (found.claim_id, ""), by, record=found, note=note) if isinstance(found, Claim) else found


def _changed(claim: Claim, field: str, value: str) -> Claim:
    number, _, name = field.rpartition(".")
    if name not in FIELDS:
        raise ValueError(f"there is no field {field!r} to amend: there are {', '.join(FIELDS)}")
    if value not in choices().get(name, (value,)):
        raise ValueError(f"{name} cannot be {value!r}: it is one of {', '.join(choices()[name])}")
    if name in _OF_A_FIGURE:
        return _with_figure(claim, number, name, value)
    if name == "speaker":
        return _with_speaker(claim, value)
    if name == "stance":
        return replace(claim, stance=value)  # type: ignore[arg-type]
    return replace(claim, event=_happening(claim.event, name, value))


def _happening(event: Happening, name: str, value: str) -> Happening:
    if name == "day":
        return replace(event, time=when_of(value))
    if name == "place":
        return replace(event, places=places_of(value, event.places))
    return replace(event, **{name: value})  # type: ignore[arg-type]


def _with_speaker(claim: Claim, name: str) -> Claim:
    """The nearest voice by another name; the outlet itself if it is named."""
    if not name:
        raise ValueError("a claim needs the name of its speaker")
    if name == claim.chain[-1].name:
        return replace(claim, chain=claim.chain[-1:])
    first = claim.chain[0] if len(claim.chain) > 1 else replace(claim.chain[-1], kind="person", role=None, of=None)
    return replace(claim, chain=(replace(first, name=name), *(claim.chain[1:] or claim.chain[-1:])))


def _with_figure(claim: Claim, number: str, name: str, value: str) -> Claim:
    index = int(number) - 1 if number.isdigit() else 0
    if not 0 <= index < len(claim.figures) or (number and not number.isdigit()):
        raise ValueError(f"the claim has {len(claim.figures)} figures, there is none numbered {number or 1}")
    figures = list(claim.figures)
    figures[index] = _figure(figures[index], name, value)
    return replace(claim, figures=tuple(figures))


def _figure(figure: Figure, name: str, value: str) -> Figure:
    change: dict[str, Any] = {name: value}
    if name == "victims":
        change = {"victims": tuple(_party(figure, one.strip()) for one in value.split(",") if one.strip())}
    elif name in ("low", "high"):
        change = {name: _bound(name, value)}
    changed = replace(figure, **change)
    if changed.low is not None and changed.high is not None and changed.low > changed.high:
        return _ordered(changed, name)
    return _with_best(changed)


def _ordered(figure: Figure, name: str) -> Figure:
    """A bound that passes the other one takes it along: 34 said as the low of "30" is 34."""
    bound = figure.low if name == "low" else figure.high
    return _with_best(replace(figure, low=bound, high=bound))


def _with_best(figure: Figure) -> Figure:
    if figure.low is None:
        return replace(figure, best=None)
    best = max(figure.low, figure.best if figure.best is not None else figure.low)
    return replace(figure, best=best if figure.high is None else min(best, figure.high))


def _bound(name: str, value: str) -> int | None:
    if value.casefold() in _OPEN:
        return None
    digits = value.replace(",", "")
    if not digits.isdecimal():
        raise ValueError(f"{name} cannot be {value!r}: it is a whole number, or open")
    return int(digits)


def _party(figure: Figure, name: str) -> Party:
    known = next((party for party in figure.victims if party.name == name), None)
    return known or Party(name, figure.text, figure.start, figure.end)
