"""Large JSON files, written piece by piece."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson


def write_list(out: Path, head: Mapping[str, Any], key: str, items: Iterable[Any]) -> int:
    """Write an object with what ``head`` has and, under ``key``, a list of all items, one a line. Returns how many there were."""
    number = 0
    with out.open("wb") as file:
        file.write(orjson.dumps(dict(head)).removesuffix(b"}"))
        file.write((b"," if head else b"") + orjson.dumps(key) + b":[")
        for item in items:
            file.write((b",\n" if number else b"\n") + orjson.dumps(item))
            number += 1
        file.write(b"\n]}\n")
    return number


def plain(told: Mapping[str, Any]) -> dict[str, Any]:
    """What is told without what is unknown or empty."""
    return {key: value for key, value in told.items() if value not in (None, "", [], {})}
