"""TimeMap: what its schemas allow (Joi: no key but these, all texts; latitude with longitude; a day or a point)."""

import json
import re

import pytest

EVENT = """id civId description graphic date time time_precision location latitude longitude x y z type category category_full associations sources
comments time_display narrative___stepStyles shape colour""".split()
SOURCE = "id title thumbnail paths type affil_s url description parent author date notes".split()
LISTS = {"associations", "sources", "paths", "filter_paths"}


@pytest.fixture
def files(export):
    """The three files."""
    out = export("timemap")
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in out.iterdir()}


def check(record, allowed):
    assert set(record) <= set(allowed)
    for key, value in record.items():
        assert isinstance(value, list if key in LISTS else str), key
        assert key not in LISTS or all(isinstance(each, str) for each in value)


def test_the_three_files_are_there(files, holdings):
    assert sorted(files) == ["associations.json", "events.json", "sources.json"]
    assert len(files["events.json"]) == len(holdings.dossiers)  # all of the demo's events have days


def test_events_are_as_the_schema_wants_them(files):
    for one in files["events.json"]:
        check(one, EVENT)
        assert one["description"]
        assert re.fullmatch(r"\d\d/\d\d/\d{4}", one["date"])
        assert (one["latitude"] == "") == (one["longitude"] == "")
        assert one["latitude"] == "" or -90 <= float(one["latitude"]) <= 90


def test_sources_are_as_the_schema_wants_them_and_every_one_that_is_named_is_there(files):
    for key, one in files["sources.json"].items():
        check(one, SOURCE)
        assert key == one["id"]
        assert one["title"]
        assert one["paths"] == []  # nothing that a page would load
    assert {name for one in files["events.json"] for name in one["sources"]} == set(files["sources.json"])


def test_associations_are_unique_and_every_one_that_is_named_is_there(files):
    known = files["associations.json"]
    for one in known:
        check(one, ("id", "title", "desc", "mode", "filter_paths"))
        assert one["mode"] in {"FILTER", "CATEGORY", "NARRATIVE"}
    assert len({one["id"] for one in known}) == len(known)
    assert {name for one in files["events.json"] for name in one["associations"]} == {one["id"] for one in known}


def test_what_nobody_says_happened_says_so(files, holdings):
    unreal = [one.event.event_id for one in holdings.dossiers if all(claim.event.realis in ("planned", "demanded") for claim in one.claims)]
    told = {one["id"]: one["description"] for one in files["events.json"]}
    assert unreal
    assert all("(nobody says that it happened)" in told[name] and re.search(r"\((planned|demanded)\)", told[name]) for name in unreal)


def test_a_number_that_one_side_gives_of_its_enemy_is_marked(files):
    marked = [one for one in files["events.json"] if "(unproven)" in one["comments"]]
    assert marked
    assert all("may stand alone" in one["comments"] or "added up" in one["comments"] for one in marked)
