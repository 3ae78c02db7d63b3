"""A task of Label Studio with what a person annotated: regions with labels, and beside each region choices and written words."""

from collections import defaultdict
from typing import Any

from hearsay.faces.exports.label_studio import CHOICES, WRITTEN
from hearsay.faces.exports.marks import MEASURES, VOICE, types
from hearsay.faces.imports.regions import Region


def regions(task: dict[str, Any], text: str) -> tuple[Region, ...] | None:
    """What was annotated; of several annotations of one task the one that was changed last; None if there is none. Raises ValueError, KeyError or
    TypeError if something is not as Label Studio has it."""
    made = [one for one in task.get("annotations") or () if not one.get("was_cancelled")]
    if not made:
        return None
    latest = max(made, key=lambda one: str(one.get("updated_at") or ""))
    told: dict[str, dict[str, Any]] = defaultdict(dict)
    for item in latest["result"]:
        if item.get("type") != "relation":
            told[str(item["id"])][item["from_name"]] = item["value"]
    return tuple(_region(name, beside, text) for name, beside in told.items() if "label" in beside)


def _region(name: str, beside: dict[str, Any], text: str) -> Region:
    value = beside["label"]
    labels = value["labels"]
    if len(labels) != 1:
        raise ValueError(f"region {name} has {len(labels)} labels: give it one")
    start, end = _place(name, value, text)
    written = {key: _written(beside.get(key)) for key in WRITTEN}
    chosen = {key: str(beside[key]["choices"][0]) for key in CHOICES if beside.get(key, {}).get("choices")}
    kind, fields = _fields(str(labels[0]), written | chosen)
    return Region(name, kind, start, end, fields)


def _fields(label: str, beside: dict[str, str]) -> tuple[str, dict[str, str]]:
    """The kind of region and its fields, those only that it can have."""
    if label == VOICE:
        return VOICE, {}
    if label in MEASURES:
        return "figure", {"measure": label} | {key: beside.get(key, "") for key in ("low", "high", "victims")}
    if label in types():
        speaker = {"speaker": beside["speaker"]} if beside.get("speaker") else {}
        return "claim", {"type": label} | {key: beside[key] for key in CHOICES if key in beside} | speaker
    raise ValueError(f'there is no label "{label:.60}": use the labels of the configuration that was exported')


def _written(value: dict[str, Any] | None) -> str:
    """What stands in a field, "" if nothing does."""
    told = (value or {}).get("text") or ""
    return str(told[-1] if isinstance(told, list) and told else told or "").strip()


def _place(name: str, value: dict[str, Any], text: str) -> tuple[int, int]:
    """Where the region stands. The tool may count in UTF-16, in which a character beyond the first 65,536 counts twice."""
    start, end, words = int(value["start"]), int(value["end"]), value.get("text")
    if not 0 <= start < end:
        raise ValueError(f"region {name} stands at {start}-{end}, which is no place in the text")
    if not isinstance(words, str) or text[start:end] == words:
        return start, end
    units = text.encode("utf-16-le")
    before = len(units[: 2 * start].decode("utf-16-le", "ignore"))
    if text[before : before + len(words)] == words:
        return before, before + len(words)
    raise ValueError(f'region {name} has the words "{words:.40}", which do not stand at {start}-{end}')
