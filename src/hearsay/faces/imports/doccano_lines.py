"""A line of doccano: entities with a label each, which has all of a mark in it, and relations between them."""

from typing import Any

from hearsay.faces.exports.marks import SAID_BY, read_label
from hearsay.faces.imports.regions import Region


def regions(line: dict[str, Any], text: str) -> tuple[Region, ...]:
    """What is marked. Both of doccano's forms are read: entities with relations, and bare labels [start, end, label]. Raises ValueError, KeyError or
    TypeError if something is not as doccano has it."""
    if "entities" not in line:
        return tuple(_region(None, int(start), int(end), label, {}, text) for start, end, label in line["label"])
    places = {one["id"]: (int(one["start_offset"]), int(one["end_offset"])) for one in line["entities"]}
    voices = {one["from_id"]: places[one["to_id"]] for one in line.get("relations") or () if one["type"] == SAID_BY and one["to_id"] in places}
    return tuple(_region(one["id"], *places[one["id"]], one["label"], voices, text) for one in line["entities"])


def _region(number: Any, start: int, end: int, label: str, voices: dict[Any, tuple[int, int]], text: str) -> Region:
    if not 0 <= start < end <= len(text):
        raise ValueError(f'the entity "{label:.60}" stands at {start}-{end}, which is no place in the text')
    kind, fields = read_label(label)
    return Region("", kind, start, end, fields, voices.get(number))
