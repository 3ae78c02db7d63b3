"""JSON Lines: one claim a line, the public claim record whole, with the event that it is of and the tallies that rest on it."""

from pathlib import Path
from typing import Any

import orjson

from hearsay.dossiers import Dossier
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.records import Claim, Tally
from hearsay.records.public import to_json


def write(holdings: Holdings, out: Path) -> Told:
    """One claim a line, event by event."""
    told = {"events": 0, "claims": 0}
    with out.open("wb") as file:
        for dossier in holdings.dossiers:
            told["events"] += 1
            for claim in dossier.claims:
                told["claims"] += 1
                file.write(orjson.dumps(_record(dossier, claim, holdings), option=orjson.OPT_APPEND_NEWLINE))
    return told


def _record(dossier: Dossier, claim: Claim, holdings: Holdings) -> dict[str, Any]:
    resting = [tally for tally in dossier.tallies if claim.claim_id in tally.rests_on]
    contested = [one.kind for one in dossier.contradictions if not one.is_update and claim.claim_id in (one.left.claim_id, one.right.claim_id)]
    return to_json(claim) | {
        "event_id": dossier.event.event_id,
        "tallies": [tally_to_json(tally, is_unproven=holdings.is_unproven(tally)) for tally in resting],
        "contested": sorted(set(contested)),
    }


def tally_to_json(tally: Tally, *, is_unproven: bool) -> dict[str, Any]:
    """The tally as a JSON-ready dict. ``unproven``: nobody who gives the number may be taken alone."""
    return {
        "victims": tally.victims,
        "measure": tally.measure,
        "low": tally.low,
        "best": tally.best,
        "high": tally.high,
        "unproven": is_unproven,
        "rule": tally.rule,
        "rests_on": list(tally.rests_on),
        "profile": tally.profile,
        "grading": tally.grading,
    }


FORM = Form("jsonl", ".jsonl", "one claim a line, whole, with its event and the tallies that rest on it (JSON Lines)", write)
