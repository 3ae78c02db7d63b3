"""JSON Lines lose nothing: read back, they give the same claims."""

import json

from hearsay.records.public import from_json


def test_the_claims_come_back_as_they_were(export, holdings):
    lines = [json.loads(line) for line in export("jsonl").read_text(encoding="utf-8").splitlines()]
    known = [(dossier.event.event_id, claim) for dossier in holdings.dossiers for claim in dossier.claims]
    assert [(line["event_id"], from_json(line)) for line in lines] == known


def test_the_tallies_stand_beside_the_claims_that_they_rest_on(export, holdings):
    lines = [json.loads(line) for line in export("jsonl").read_text(encoding="utf-8").splitlines()]
    tallies = {(one.event_id, one.victims, one.measure): one for dossier in holdings.dossiers for one in dossier.tallies}
    told = [(line, tally) for line in lines for tally in line["tallies"]]
    assert {(line["event_id"], tally["victims"], tally["measure"]) for line, tally in told} == set(tallies)
    assert all(line["id"] in tally["rests_on"] for line, tally in told)
    assert all(tally["unproven"] == (tallies[line["event_id"], tally["victims"], tally["measure"]].best is None) for line, tally in told)
