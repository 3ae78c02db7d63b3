"""The public claim record: a claim as a JSON-ready dict, and back. The contract of every face and of the ledger.

Every record is written and read field by field, which is several times as quick as by ``asdict`` and ``**``: a ledger has millions of them.
"""

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
    evidence = claim.evidence
    return {
        "id": claim.claim_id,
        "report": claim.report_id,
        "evidence": {"start": evidence.start, "end": evidence.end, "text": evidence.text},
        "chain": [_voice(voice) for voice in claim.chain],
        "stance": claim.stance,
        "event": _happening(claim.event),
        "figures": [_figure(figure) for figure in claim.figures],
        "certainty": claim.certainty,
        "rule": claim.rule,
    }


def from_json(record: Json) -> Claim:
    """The claim that ``to_json`` wrote. Raises KeyError if a key is missing."""
    evidence = record["evidence"]
    return Claim(
        record["id"],
        record["report"],
        Evidence(evidence["start"], evidence["end"], evidence["text"]),
        tuple([_voice_from(voice) for voice in record["chain"]]),
        record["stance"],
        _happening_from(record["event"]),
        tuple([_figure_from(figure) for figure in record["figures"]]),
        record["certainty"],
        record["rule"],
    )


def _voice(voice: Voice) -> Json:
    cue, said = voice.cue, voice.said
    return {
        "name": voice.name,
        "surface": voice.surface,
        "start": voice.start,
        "end": voice.end,
        "kind": voice.kind,
        "role": voice.role,
        "of": voice.of,
        "cue": None if cue is None else {"text": cue.text, "start": cue.start, "end": cue.end},
        "channel": voice.channel,
        "said": None if said is None else _when(said),
    }


def _voice_from(record: Json) -> Voice:
    cue, said = record["cue"], record["said"]
    return Voice(
        record["name"],
        record["surface"],
        record["start"],
        record["end"],
        record["kind"],
        record["role"],
        record["of"],
        None if cue is None else Cue(cue["text"], cue["start"], cue["end"]),
        record["channel"],
        None if said is None else _when_from(said),
    )


def _happening(happening: Happening) -> Json:
    return {
        "type": happening.type,
        "realis": happening.realis,
        "actors": [_party(party) for party in happening.actors],
        "targets": [_party(party) for party in happening.targets],
        "places": [_place(place) for place in happening.places],
        "time": None if happening.time is None else _when(happening.time),
        "weapons": list(happening.weapons),
    }


def _happening_from(record: Json) -> Happening:
    when = record["time"]
    return Happening(
        record["type"],
        record["realis"],
        tuple([_party_from(party) for party in record["actors"]]),
        tuple([_party_from(party) for party in record["targets"]]),
        tuple([_place_from(place) for place in record["places"]]),
        None if when is None else _when_from(when),
        tuple(record["weapons"]),
    )


def _party(party: Party) -> Json:
    return {
        "name": party.name,
        "surface": party.surface,
        "start": party.start,
        "end": party.end,
        "kind": party.kind,
        "label": party.label,
    }


def _party_from(record: Json) -> Party:
    return Party(record["name"], record["surface"], record["start"], record["end"], record["kind"], record["label"])


def _figure(figure: Figure) -> Json:
    return {
        "measure": figure.measure,
        "low": figure.low,
        "high": figure.high,
        "best": figure.best,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "victims": [_party(party) for party in figure.victims],
        "approximate": figure.is_approximate,
        "total": figure.is_total,
        "added": figure.is_added,
        "part_of": figure.part_of,
        "time": None if figure.time is None else _when(figure.time),
        "places": None if figure.places is None else [_place(place) for place in figure.places],
    }


def _figure_from(record: Json) -> Figure:
    when, places = record["time"], record["places"]
    return Figure(
        record["measure"],
        record["low"],
        record["high"],
        record["best"],
        record["start"],
        record["end"],
        record["text"],
        tuple([_party_from(party) for party in record["victims"]]),
        record["approximate"],
        record["total"],
        record["added"],
        record["part_of"],
        None if when is None else _when_from(when),
        None if places is None else tuple([_place_from(place) for place in places]),
    )


def _place(place: Place) -> Json:
    relation = place.relation
    return {
        "name": place.name,
        "surface": place.surface,
        "start": place.start,
        "end": place.end,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "admin1": place.admin1,
        "gazetteer": place.gazetteer,
        "precision": place.precision,
        "relation": None if relation is None else _relation(relation),
        "radius_km": place.radius_km,
    }


def _relation(relation: Relation) -> Json:
    return {
        "kind": relation.kind,
        "km": relation.km,
        "bearing": relation.bearing,
        "other": relation.other,
        "lat": relation.lat,
        "lon": relation.lon,
    }


def _place_from(record: Json) -> Place:
    relation = record["relation"]
    return Place(
        record["name"],
        record["surface"],
        record["start"],
        record["end"],
        record["lat"],
        record["lon"],
        record["country"],
        record["admin1"],
        record["gazetteer"],
        record["precision"],
        None if relation is None else Relation(**relation),
        record["radius_km"],
    )


def _when(when: When) -> Json:
    return {
        "from": _stamp(when.first, when.clock),
        "to": _stamp(when.last, when.clock),
        "precision": when.precision,
        "surface": when.surface,
        "start": when.start,
        "end": when.end,
        "basis": when.basis,
    }


def _when_from(record: Json) -> When:
    first, last = record["from"], record["to"]
    has_clock = len(first) > len("2021-08-31")
    return When(
        date.fromisoformat(first[:10]),
        date.fromisoformat(last[:10]),
        record["precision"],
        record["surface"],
        record["start"],
        record["end"],
        record["basis"],
        datetime.fromisoformat(first).timetz() if has_clock else None,
    )


def _stamp(day: date, clock: time | None) -> str:
    """ISO 8601: 2021-08-31, and 2021-08-31T14:30+00:00 where the hour is told."""
    return day.isoformat() if clock is None else f"{day.isoformat()}T{clock.isoformat('minutes')}"
