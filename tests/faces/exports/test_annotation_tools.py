"""Label Studio and doccano: files as these tools read them, with every claim in them, and a configuration that has every label."""

import json
from xml.etree import ElementTree

import pytest

from hearsay.faces.exports.marks import MEASURES, Mark, from_text, read_label, to_text, types


@pytest.fixture(scope="module")
def studio(holdings, tmp_path_factory):
    from hearsay.faces.exports import write

    out = tmp_path_factory.mktemp("studio") / "out"
    write(holdings, to="label-studio", out=out)
    return out


def test_every_region_stands_in_its_text_and_bears_a_label_of_the_configuration(studio):
    config = ElementTree.fromstring((studio / "config.xml").read_text(encoding="utf-8"))  # noqa: S314 - our own
    labels = {one.get("value") for one in config.iter("Label")}
    names = {one.get("name") for one in config.iter() if one.get("name")}
    relations = {one.get("value") for one in config.iter("Relation")}
    assert labels == {*types(), *MEASURES, "voice"}
    for task in json.loads((studio / "tasks.json").read_text(encoding="utf-8")):
        text, result = task["data"]["text"], task["predictions"][0]["result"]
        regions = {one["id"] for one in result if one.get("from_name") == "label"}
        for one in result:
            if one["type"] == "relation":
                assert {one["from_id"], one["to_id"]} <= regions
                assert set(one["labels"]) <= relations
                continue
            assert (one["id"] in regions, one["from_name"] in names, one["to_name"]) == (True, True, "text")
            value = one["value"]
            if one["type"] == "labels":
                assert text[value["start"] : value["end"]] == value["text"]
                assert set(value["labels"]) <= labels
        assert 0 <= task["predictions"][0]["score"] <= 1


def test_all_claims_and_figures_are_marked(studio, holdings):
    tasks = json.loads((studio / "tasks.json").read_text(encoding="utf-8"))
    marked = {one["id"] for task in tasks for one in task["predictions"][0]["result"] if one.get("from_name") == "label"}
    claims = [claim for dossier in holdings.dossiers for claim in dossier.claims]
    assert {claim.claim_id for claim in claims} <= marked
    assert {f"{claim.claim_id}.{number}" for claim in claims for number in range(1, len(claim.figures) + 1)} <= marked


def test_doccano_lines_have_entities_and_relations_with_ids_of_their_own(export):
    lines = [json.loads(line) for line in export("doccano").read_text(encoding="utf-8").splitlines()]
    ids = [one["id"] for line in lines for one in (*line["entities"], *line["relations"])]
    assert len(ids) == len(set(ids))
    for line in lines:
        places = {(one["start_offset"], one["end_offset"], one["label"]) for one in line["entities"]}
        assert len(places) == len(line["entities"])
        assert all(0 <= start < end <= len(line["text"]) for start, end, _ in places)
        own = {one["id"] for one in line["entities"]}
        assert all({one["from_id"], one["to_id"]} <= own and one["type"] in ("said by", "counts") for one in line["relations"])
        assert {(mark.start, mark.end, mark.label) for mark in from_text(line["hearsay"])} == places


@pytest.mark.parametrize("low", ["", "0", "34"])
@pytest.mark.parametrize("high", ["", "34", "40"])
@pytest.mark.parametrize("measure", ["killed", "displaced"])
def test_a_label_of_a_figure_is_read_as_it_was_written(low, high, measure):
    told = {"measure": measure, "low": low, "high": high}
    if low or high or low == high:
        assert read_label(Mark("c.1", "figure", 0, 1, "c", 1, told).label) == ("figure", told)


@pytest.mark.parametrize("stance", ["asserts", "denies"])
@pytest.mark.parametrize("realis", ["actual", "planned"])
@pytest.mark.parametrize("kind", types())
def test_a_label_of_a_claim_is_read_as_it_was_written(kind, stance, realis):
    told = {"type": kind, "stance": stance, "realis": realis}
    assert read_label(Mark("c", "claim", 0, 1, "c", 0, told).label) == ("claim", told)


@pytest.mark.parametrize("label", ["", "killed", "killed many", "attack (denies, doubts)", "attack (sadly)", "flood", "killed 3-", "killed -3"])
def test_other_labels_are_refused(label):
    with pytest.raises(ValueError, match=r"there is no label|is no stance and realis"):
        read_label(label)


def test_marks_come_back_from_their_text():
    marks = [Mark("c", "claim", 3, 9, "c", 0, {"type": "attack"}, "voice.0.2"), Mark("voice.0.2", "voice", 0, 2)]
    assert from_text(to_text(marks)) == marks
