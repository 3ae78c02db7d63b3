"""FollowTheMoney's own library takes every entity, and reading the file back gives every claim."""

import json
import warnings
from collections import Counter

import pytest

from hearsay.faces.exports.follow_the_money import write
from hearsay.records.public import from_json
from tests.faces.exports import hostile

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    try:
        from followthemoney import model
    except ImportError:
        pytest.skip(
            "followthemoney is not installed: it needs apt's g++, pkg-config and libicu-dev, then pip install followthemoney", allow_module_level=True
        )


@pytest.fixture(scope="module")
def entities(holdings, tmp_path_factory):
    out = tmp_path_factory.mktemp("ftm") / "out.jsonl"
    told = write(holdings, out)
    made = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(made) == told["entities"]
    return made


def proxies(made):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return [model.get_proxy(one, cleaned=False) for one in made]


def test_every_property_is_kept_by_the_library_and_every_schema_is_satisfied(entities):
    for one, proxy in zip(entities, proxies(entities), strict=True):
        schema = model.get(one["schema"])
        assert schema is not None
        schema.validate(one)
        assert not schema.abstract
        assert all(proxy.get(name) for name in schema.required)
        assert {name: len(values) for name, values in one["properties"].items()} == {
            name: len(values) for name, values in proxy.to_dict()["properties"].items()
        }


def test_every_id_is_there_once_and_every_reference_leads_to_an_entity_of_the_right_kind(entities):
    assert max(Counter(one["id"] for one in entities).values()) == 1
    by_id = {proxy.id: proxy for proxy in proxies(entities)}
    for proxy in by_id.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert by_id[value].schema.is_a(prop.range)


def test_every_claim_is_a_link_from_its_speaker_to_the_event_and_can_be_had_back(entities, holdings):
    links = [one["properties"] for one in entities if one["schema"] == "UnknownLink"]
    claims = [claim for dossier in holdings.dossiers for claim in dossier.claims]
    assert {from_json(json.loads(link["indexText"][0])) for link in links} == set(claims)
    assert all(link["proof"] and link["role"][0] in ("asserts", "denies", "confirms", "doubts", "declines") for link in links)


def test_other_spellings_of_a_name_are_aliases_and_nothing_that_is_said_of_somebody_is_lost(entities, holdings):
    people = [one["properties"] for one in entities if one["schema"] == "Person"]
    claims = [claim for dossier in holdings.dossiers for claim in dossier.claims]
    spelt = {voice.name for claim in claims for voice in claim.chain if voice.kind == "person"}
    assert spelt <= {name for one in people for name in (*one["name"], *one.get("alias", ()))}
    assert any("BILAL KARIMI" in one.get("alias", ()) or "Bilal Karimi" in one.get("alias", ()) for one in people)
    roles = {f"{voice.role} for {voice.of}" for claim in claims for voice in claim.chain if voice.kind == "person" and voice.role and voice.of}
    assert roles <= {role for one in people for role in one.get("position", ())}


def test_ids_are_the_same_again(entities, holdings, tmp_path):
    write(holdings, tmp_path / "again.jsonl")
    assert [json.loads(line)["id"] for line in (tmp_path / "again.jsonl").read_text(encoding="utf-8").splitlines()] == [one["id"] for one in entities]


def test_hostile_names_and_addresses_are_taken_as_they_are(tmp_path):
    write(hostile.holdings(), tmp_path / "out.jsonl")
    made = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert next(one for one in made if one["schema"] == "Article")["properties"]["bodyText"] == [hostile.TEXT]
    for one in made:
        schema = model.get(one["schema"])
        assert schema is not None
        schema.validate(one)
