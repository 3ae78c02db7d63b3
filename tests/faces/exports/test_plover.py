"""PLOVER: field names, categories, modes and quad codes are the manual's, and only what is told as fact is coded."""

import json
import re
from collections import Counter

import pytest

from hearsay.faces.exports.marks import types
from hearsay.faces.exports.plover import write
from hearsay.lexicons import load
from hearsay.records.public import from_json
from tests.faces.exports import hostile

# The manual's fields, and those that it lets a provider add.
FIELDS = """id has_event date time enddate endtime actor recipient event event_loc event_text quad_code event_scale mode context size link text
text_info cite_info coder coded_date coded_time comment""".split()
OWN = ["attribution", "claim"]
ENTITY = "code sector entity_text identifier_id identifier_text religion ethnicity office gender age".split()
CITATION = "corpus citation url title language publication license copyright coder codebook version".split()
PLACE = (
    """extracted_place resolved_place geonameid lat lon city district province country country_code feature_class feature_code resolution""".split()
)
EVENTS = """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT""".split()
MODES = {
    "ASSAULT": """abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control
    unconventional""".split(),
    "RETREAT": "withdraw release disarm ceasefire access resign".split(),
    "THREATEN": ["territory"],
    "CONSULT": "visit third-party multilateral phone".split(),
    "REJECT": "assist change yield meet".split(),
    "ACCUSE": "disapprove investigate allege".split(),
}


@pytest.fixture(scope="module")
def coded(holdings, tmp_path_factory):
    out = tmp_path_factory.mktemp("plover") / "out.jsonl"
    told = write(holdings, out)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == told["events"] > 0
    return lines


def test_every_field_is_the_manuals(coded):
    for one in coded:
        assert {"id", "date", "actor", "event"} <= one.keys() <= {*FIELDS, *OWN}
        assert all(entity.keys() <= set(ENTITY) for entity in (*one["actor"], *one["recipient"]))
        assert (one["event_loc"] or {}).keys() <= set(PLACE)
        assert one["cite_info"].keys() <= set(CITATION)
        assert one["text_info"].keys() == {"start", "end"}
        assert one["size"].keys() <= {"dead", "injured", "arrested"}
    assert len({one["id"] for one in coded}) == len(coded)


def test_categories_modes_and_quads_are_the_manuals(coded):
    for one in coded:
        (event,) = one["event"]
        assert event in EVENTS
        assert set(one["mode"]) <= set(MODES.get(event, ()))
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", one["date"])
        assert one["date"] <= one.get("enddate", one["date"])


def test_the_table_has_every_type_and_every_category_has_one_quad():
    table = load("plover")
    assert set(table["types"]) == set(types())
    assert {row["event"] for row in table["types"].values()} <= {*EVENTS, ""}
    assert all(set(row["modes"]) <= set(MODES.get(row["event"], ())) for row in table["types"].values())
    assert {one["mode"] for one in table["weapons"]} <= set(MODES["ASSAULT"])
    assert Counter(event for names in table["quads"].values() for event in names) == dict.fromkeys(EVENTS, 1)


def test_denials_doubts_and_what_did_not_happen_are_left_out_and_the_rest_is_whole(coded, holdings):
    claims = {claim.claim_id: claim for dossier in holdings.dossiers for claim in dossier.claims}
    for one in coded:
        claim = claims[one["id"]]
        assert from_json(one["claim"]) == claim
        assert claim.stance in ("asserts", "confirms")
        assert claim.event.realis in ("actual", "ongoing", "demanded", "threatened")
        assert one["attribution"] == [voice.name for voice in claim.chain]
    left = [claim for claim_id, claim in claims.items() if claim_id not in {one["id"] for one in coded}]
    firm = [claim for claim in left if claim.stance in ("asserts", "confirms") and claim.event.realis in ("actual", "ongoing")]
    assert {claim.event.type for claim in firm} <= {"control", "displacement", "toll"}


def test_an_open_number_stays_open(tmp_path):
    write(hostile.holdings(), tmp_path / "out.jsonl")
    (one,) = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert one["size"] == {"dead": "40+"}
    assert one["event_text"] == [hostile.TEXT]
    assert one["recipient"][0]["identifier_text"] == "+Hill Front"
