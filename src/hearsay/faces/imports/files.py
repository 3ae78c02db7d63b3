"""Reads the files that Label Studio (JSON) and doccano (JSON Lines) export, as far as they began as exports of a ledger."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay.faces.exports.marks import Mark, from_text
from hearsay.faces.imports import doccano_lines, label_studio_tasks
from hearsay.faces.imports.regions import ImportFileError, Region

_LARGEST = 500_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Returned:
    """A report as it came back. ``where``: its place in the file. ``marks``: as they were exported; ``regions``: as a person left them, None if
    nobody has worked on it."""

    where: str
    report_id: str
    text: str
    marks: tuple[Mark, ...]
    regions: tuple[Region, ...] | None


def read(path: Path) -> list[Returned]:
    """All reports of a file. Raises ImportFileError, with the place in the file, for the first thing that is wrong."""
    text = _text(path)
    if not text.strip():
        raise ImportFileError(f"{path}: the file is empty: export the project again, as JSON from Label Studio or as JSONL from doccano")
    found = list(_tasks(path, text) if text.lstrip().startswith("[") else _lines(path, text))
    seen: dict[str, str] = {}
    for one in found:
        if one.report_id in seen:
            raise ImportFileError(f"{one.where}: report {one.report_id} stands in {seen[one.report_id]} too: leave one of the two out")
        seen[one.report_id] = one.where
    return found


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise ImportFileError(f"{path}: larger than {_LARGEST // 1_000_000} MB: import it in parts")
        return path.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise ImportFileError(f"{path}: cannot be read ({fault.strerror}): check the path") from fault
    except UnicodeDecodeError as fault:
        raise ImportFileError(f"{path}: is not text in UTF-8 (byte {fault.start}): export the project again") from fault


def _tasks(path: Path, text: str) -> Iterator[Returned]:
    """Label Studio: a list of tasks."""
    tasks = _json(text, str(path))
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
        where = f"{path}, task {number}"
        if not isinstance(task, dict) or not isinstance(task.get("data"), dict):
            raise ImportFileError(f"{where}: is no task with its data: export from Label Studio as JSON, not as JSON-MIN or CSV")
        yield _returned(where, task["data"], lambda report, task=task: label_studio_tasks.regions(task, report))


def _lines(path: Path, text: str) -> Iterator[Returned]:
    """doccano: an object a line."""
    for number, line in enumerate(text.split("\n"), 1):
        where = f"{path}, line {number}"
        if line.strip():
            told = _json(line, where)
            if not isinstance(told, dict):
                raise ImportFileError(f"{where}: is no JSON object: export from doccano as JSONL")
            yield _returned(where, told, lambda report, told=told: doccano_lines.regions(told, report))


def _returned(where: str, data: dict[str, Any], regions: Any) -> Returned:
    text, report_id = data.get("text"), data.get("report_id")
    if not isinstance(text, str) or not isinstance(report_id, str):
        raise ImportFileError(f"{where}: has no text or no report_id: only what `hearsay export` wrote can be taken over")
    try:
        marks = tuple(from_text(data.get("hearsay")))
        return Returned(where, report_id, text, marks, regions(text))
    except (ValueError, KeyError) as fault:
        wrong = f"lacks {fault}" if isinstance(fault, KeyError) else str(fault)
        raise ImportFileError(f"{where} (report {report_id}): {wrong}. Nothing was changed.") from fault
    except (TypeError, AttributeError, IndexError) as fault:
        raise ImportFileError(
            f"{where} (report {report_id}): is not as the tool writes it: export the project again. Nothing was changed."
        ) from fault


def _json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as fault:
        line = f", line {fault.lineno}" if isinstance(fault, json.JSONDecodeError) and "\n" in text else ""
        raise ImportFileError(f"{where}{line}: is not JSON ({fault}): export the project again. Nothing was changed.") from fault
