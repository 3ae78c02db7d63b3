"""Airwars: incidents of civilian harm as JSON, with the fields and gradings of Airwars' own incidents, by its rules (ranges, never a best number)."""

from pathlib import Path
from typing import Any

import orjson

from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.gist import Gist, hurts_civilians
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.opponents import Side
from hearsay.faces.exports.scenes import Scene, manner, speaker
from hearsay.faces.exports.timemap import tally_words
from hearsay.lexicons import load, naming
from hearsay.records import Claim, Document, Tally

_CIVILIANS, _UNKNOWN = "civilians", "unknown"
_STATUS = {"confirmed": "declared_strike", "fair": "likely_strike", "contested": "contested_strike", "weak": "single_source_claim"}
_ACCURACY = {3: "district", 4: "province_governorate"}


def write(holdings: Holdings, out: Path) -> Told:
    """A list of the events in which civilians, or people of whom it is not said who they were, were harmed."""
    incidents = left = 0
    with out.open("wb") as file:
        file.write(b"[")
        for dossier in holdings.dossiers:
            gist = Gist(Scene(dossier, holdings))
            if not _is_harm(gist):
                left += 1
                continue
            file.write(b",\n" if incidents else b"\n")
            file.write(orjson.dumps(incident(gist)))
            incidents += 1
        file.write(b"\n]\n")
    return {"incidents": incidents, "events without civilian harm left out": left}


def incident(gist: Gist) -> dict[str, Any]:
    """One incident. The keys that begin with hearsay_ are ours: what Airwars' fields have no place for."""
    grading = next((tally.grading for tally in gist.scene.dossier.tallies if tally.grading), None)
    return {
        "unique_reference_code": gist.scene.summary.event_id,
        "previous_unique_reference_codes": [],
        **_when(gist),
        **_where(gist),
        "strike_status": _STATUS.get(grading or ""),
        "strike_type": _strike_type(gist),
        "infrastructure": None,
        "impact": None,
        "civilian_harm_reported": "Yes" if _of(gist, _CIVILIANS) else None,
        "killed_injured_civilian_non_combatants": _range(_of(gist, _CIVILIANS)),
        "killed_injured_belligerents": _range([tally for tally in gist.scene.dossier.tallies if _is_fighters(gist, tally)]),
        "cause_of_death": [],
        "civilian_harm_status": grading,
        "belligerents": _belligerents(gist),
        "targeted_belligerents": [side.name for side in gist.armed if _is_target(gist, side)],
        "victims": _victims(gist),
        "victim_groups": [],
        "sources": [_source(document) for document in gist.reports],
        "media": [],
        "assessment": " ".join(map(_sentence, gist.scene.dossier.claims)),
        "hearsay_killed_injured_unknown": _range(_of(gist, _UNKNOWN)),
        "hearsay_grading_meaning": load("profile")["gradings"].get(grading) if grading else None,
        "hearsay_rules": [tally_words(tally, is_unproven=gist.scene.holdings.is_unproven(tally)) for tally in gist.scene.dossier.tallies],
    }


def _is_harm(gist: Gist) -> bool:
    """True if civilians are said to have been harmed, or people of whom it is not said who they were, by some use of force."""
    by_force = any(load("coding")["types"][name]["armed"] for name in gist.types)
    wanted = (_CIVILIANS, _UNKNOWN) if by_force else (_CIVILIANS,)
    return any(tally.victims in wanted and tally.high != 0 for tally in gist.scene.dossier.tallies)


def _when(gist: Gist) -> dict[str, Any]:
    first, last = gist.days or (None, None)
    return {
        "incident_date": first,
        "incident_date_end": last if last != first else None,
        "incident_date_type": "date_range" if last != first else None,
        "incident_local_time": None,
    }


def _where(gist: Gist) -> dict[str, Any]:
    place = gist.place
    found = {"geolocation_accuracy": _ACCURACY.get(place.precision) if place else None, "primary_coordinate": True}
    return {
        "location_name": place.name if place else None,
        "region": place.admin1 if place else None,
        "country": gist.country.name if gist.country else None,
        "geolocations": [{"latitude": gist.point[0], "longitude": gist.point[1], **found}] if gist.point else [],
        "geolocation_notes": f"Resolved from the words “{place.surface}”; UCDP's where_prec {place.precision}." if place else None,
    }


def _of(gist: Gist, side: str) -> list[Tally]:
    return [tally for tally in gist.scene.dossier.tallies if tally.victims == side]


def _range(tallies: list[Tally]) -> dict[str, int | None]:
    """The four numbers of Airwars; null where nothing is told, and for a most that is open."""
    out: dict[str, int | None] = {}
    for measure, word in (("killed", "killed"), ("wounded", "injured")):
        own = [tally for tally in tallies if tally.measure == measure]
        highs = [tally.high for tally in own]
        out[f"{word}_min"] = sum(tally.low or 0 for tally in own) if own else None
        out[f"{word}_max"] = sum(high for high in highs if high is not None) if own and None not in highs else None
    return out


def _is_fighters(gist: Gist, tally: Tally) -> bool:
    return any(gist.is_same(tally.victims, side.name) for side in gist.armed)


def _strike_type(gist: Gist) -> str | None:
    return next((kind for name in gist.types if (kind := load("coding")["types"][name]["airwars"])), None)


def _belligerents(gist: Gist) -> list[dict[str, str]]:
    """Whom claims have as the ones who harmed civilians; known if their own side says so too."""
    return [
        {"belligerent_term": side.name, "belligerent_type": "Known" if _admits(gist, side) else "Suspected"}
        for side in gist.armed
        if gist.harmed_civilians(side)
    ]


def _admits(gist: Gist, side: Side) -> bool:
    """True if somebody who speaks for the side says that it did it."""
    own = [claim for claim in gist.claims if any(gist.is_same(name, side.name) for name in (claim.chain[0].of, claim.chain[0].name) if name)]
    return any(gist.is_same(party.name, side.name) for claim in own if hurts_civilians(claim) for party in claim.event.actors)


def _is_target(gist: Gist, side: Side) -> bool:
    return any(gist.is_same(party.name, side.name) for claim in gist.claims for party in claim.event.targets)


def _victims(gist: Gist) -> list[dict[str, Any]]:
    """Persons who are named as killed or wounded, each name once and every spelling kept."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for claim in gist.claims:
        for figure in claim.figures:
            for party in figure.victims:
                if party.kind == "person" and figure.measure in ("killed", "wounded") and not naming.is_nobody(party.name):
                    harm = "killed" if figure.measure == "killed" else "injured"
                    found[party.name, harm] = {"name": party.name, "age": None, "gender": None, "harm": harm}
    return list(found.values())


def _source(document: Document) -> dict[str, Any]:
    return {"author": document.outlet, "url": document.url, "archive": None, "language": "en", "platform": None, "date": document.published}


def _sentence(claim: Claim) -> str:
    return f"{speaker(claim.chain[0])}, {claim.chain[-1].name}, {manner(claim)}: “{' '.join(claim.evidence.text.split())}”."


FORM = Form("airwars", ".json", "incidents of civilian harm with Airwars' fields and gradings", write, profile="airwars")
