"""GeoJSON: valid by its own library, longitude first, and no event dropped for want of a point."""

import json

import geojson

from hearsay.faces.exports import write
from tests.faces.exports import hostile


def test_the_collection_is_valid_and_whole(export, holdings):
    text = export("geojson").read_text(encoding="utf-8")
    collection = geojson.loads(text)
    assert collection.is_valid, collection.errors()
    assert [feature["id"] for feature in collection["features"]] == [one.event.event_id for one in holdings.dossiers]
    assert "crs" not in collection


def test_points_are_longitude_then_latitude(export):
    features = json.loads(export("geojson").read_text(encoding="utf-8"))["features"]
    placed = [feature["geometry"]["coordinates"] for feature in features if feature["geometry"]]
    assert placed
    assert all(60 < longitude < 75 and 30 < latitude < 40 for longitude, latitude in placed)  # all of the demo is in Afghanistan


def test_an_event_whose_place_was_not_resolved_has_a_null_geometry(tmp_path):
    write(hostile.holdings(), to="geojson", out=tmp_path / "x.geojson")
    [feature] = json.loads((tmp_path / "x.geojson").read_text(encoding="utf-8"))["features"]
    assert feature["geometry"] is None
    assert feature["properties"]["place"] == "Orun"
    [tally] = feature["properties"]["tallies"]
    assert (tally["high"], tally["unproven"], tally["rests_on"]) == (None, True, ["c1"])
    assert feature["properties"]["killed_open"] is True
