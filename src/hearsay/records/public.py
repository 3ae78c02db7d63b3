"""The public claim record: a claim as a JSON-ready dict, and back. The contract of every face and of the ledger."""

from dataclasses import asdict
from datetime import date, datetime, time
from typing import Any

from hearsay.records.claim import Claim, Evidence, Happening
from hearsay.records.figure import Figure
from hearsay.records.party import Party
from hearsay.records.place import Place, Relation
from hearsay.records.voice import Cue, Voice
from hearsay.records.when import When

Json = dict[str, Any]


def to_json(claim: Claim) -> Json:
    """The record with every key present; unknown is null or an empty list."""
    return {
        "id": claim.claim_id,
        "report": claim.report_id,
        "evidence": asdict(claim.evidence),
        "chain": [_voice(voice) for voice in claim.chain],
        "stance": claim.stance,
        "event": _happening(claim.event),
        "figures": [_figure(figure) for figure in claim.figures],
        "certainty": claim.certainty,
        "rule": claim.rule,
    }


def from_json(record: Json) -> Claim:
    """The claim that ``to_json`` wrote. Raises KeyError if a key is missing."""
    return Claim(
        claim_id=record["id"],
        report_id=record["report"],
        evidence=Evidence(**record["evidence"]),
        chain=tuple(_voice_from(voice) for voice in record["chain"]),
        stance=record["stance"],
        event=_happening_from(record["event"]),
        figures=tuple(_figure_from(figure) for figure in record["figures"]),
        certainty=record["certainty"],
        rule=record["rule"],
    )


def _voice(voice: Voice) -> Json:
    return asdict(voice) | {"said": _when(voice.said)}


def _voice_from(record: Json) -> Voice:
    cue = record["cue"] and Cue(**record["cue"])
    return Voice(**(record | {"cue": cue, "said": _when_from(record["said"])}))


def _happening(happening: Happening) -> Json:
    return asdict(happening) | {
        "actors": [asdict(party) for party in happening.actors],
        "targets": [asdict(party) for party in happening.targets],
        "places": [asdict(place) for place in happening.places],
        "time": _when(happening.time),
        "weapons": list(happening.weapons),
    }


def _happening_from(record: Json) -> Happening:
    return Happening(
        type=record["type"],
        realis=record["realis"],
        actors=tuple(Party(**party) for party in record["actors"]),
        targets=tuple(Party(**party) for party in record["targets"]),
        places=tuple(_place_from(place) for place in record["places"]),
        time=_when_from(record["time"]),
        weapons=tuple(record["weapons"]),
    )


def _figure(figure: Figure) -> Json:
    return {
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "best": figure.best,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "victims": [asdict(party) for party in figure.victims],
        "approximate": figure.is_approximate,
        "total": figure.is_total,
        "added": figure.is_added,
        "part_of": figure.part_of,
        "time": _when(figure.time),
        "places": None if figure.places is None else [asdict(place) for place in figure.places],
    }


def _figure_from(record: Json) -> Figure:
    places = record["places"]
    return Figure(
        measure=record["measure"],
        low=record["low"],
        high=record["high"],
        best=record["best"],
        start=record["start"],
        end=record["end"],
        text=record["text"],
        victims=tuple(Party(**party) for party in record["victims"]),
        is_approximate=record["approximate"],
        is_total=record["total"],
        is_added=record["added"],
        part_of=record["part_of"],
        time=_when_from(record["time"]),
        places=None if places is None else tuple(_place_from(place) for place in places),
    )


def _place_from(record: Json) -> Place:
    return Place(**(record | {"relation": record["relation"] and Relation(**record["relation"])}))


def _when(when: When | None) -> Json | None:
    if when is None:
        return None
    return {
        "from": _stamp(when.first, when.clock),
        "to": _stamp(when.last, when.clock),
        "precision": when.precision,
        "surface": when.surface,
        "start": when.start,
        "end": when.end,
        "basis": when.basis,
    }


def _when_from(record: Json | None) -> When | None:
    if record is None:
        return None
    return When(
        first=date.fromisoformat(record["from"][:10]),
        last=date.fromisoformat(record["to"][:10]),
        precision=record["precision"],
        surface=record["surface"],
        start=record["start"],
        end=record["end"],
        basis=record["basis"],
        clock=datetime.fromisoformat(record["from"]).timetz() if "T" in record["from"] else None,
    )


def _stamp(day: date, clock: time | None) -> str:
    """ISO 8601: 2021-08-31, and 2021-08-31T14:30+00:00 where the hour is told."""
    return day.isoformat() if clock is None else f"{day.isoformat()}T{clock.isoformat('minutes')}"
