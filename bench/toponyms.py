"""The task `place`: the names of places that grounding finds in raw text, with the points it gives them, in the form of score/place.py."""

from collections.abc import Iterable, Iterator
from typing import Any

from hearsay import grounding, reading, weights
from hearsay.records import Document


def answers(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    """One report a line with its toponyms, adjectives of countries among them; those that stay unresolved have no point."""
    reader = weights.load()
    for document in documents:
        for made in reading.read([document], reader):
            places = [*(spot.place for spot in grounding.find_places(made, within=True)), *grounding.find_peoples(made, within=True)]
            toponyms = [{"start": place.start, "end": place.end, "name": place.name, "lat": place.lat, "lon": place.lon} for place in places]
            yield {"doc_id": document.report_id, "toponyms": toponyms}
