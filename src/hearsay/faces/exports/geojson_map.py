"""GeoJSON (RFC 7946): one feature an event. An event whose place was not resolved has a null geometry; none is dropped."""

from pathlib import Path
from typing import Any

import orjson

from hearsay.faces.exports.claim_lines import tally_to_json
from hearsay.faces.exports.event_table import EVENT_COLUMNS, EventRow, event_rows
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.scenes import Scene, point


def write(holdings: Holdings, out: Path) -> Told:
    """A feature collection, written feature by feature."""
    events = unplaced = 0
    with out.open("wb") as file:
        file.write(b'{"type":"FeatureCollection","features":[')
        for dossier in holdings.dossiers:
            for row in event_rows(Scene(dossier, holdings)):
                made = feature(row)
                file.write(b",\n" if events else b"\n")
                file.write(orjson.dumps(made))
                events += 1
                unplaced += made["geometry"] is None
        file.write(b"\n]}\n")
    return {"events": events, "of them without a point": unplaced}


def feature(row: EventRow) -> dict[str, Any]:
    """The event with its columns as properties, and its tallies in a list."""
    found = point(row.place) if row.place else None
    columns = {column.name: column.of(row) for column in EVENT_COLUMNS if column.name not in ("latitude", "longitude")}
    tallies = [tally_to_json(tally, is_unproven=row.scene.holdings.is_unproven(tally)) for tally in row.scene.dossier.tallies]
    return {
        "type": "Feature",
        "id": row.scene.summary.event_id,
        "geometry": None if found is None else {"type": "Point", "coordinates": [found[1], found[0]]},
        "properties": columns | {"tallies": tallies},
    }


FORM = Form("geojson", ".geojson", "a map: one feature an event, with its tallies (RFC 7946)", write)
