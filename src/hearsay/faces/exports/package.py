"""A Frictionless data package: the tables as CSV, a descriptor that types and links every column, and the methodology statement."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from hearsay import __version__
from hearsay.faces.exports import csv_tables
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.methodology import Census, statement
from hearsay.faces.exports.tables import NAMES, TABLES, Table

_KINDS = {"text": "string", "integer": "integer", "number": "number", "flag": "boolean", "day": "date"}
_KEYS = {table.name: table.key for table in TABLES}
_TO_SAY = "Not said: whoever publishes this package gives it a licence. The words quoted from reports are their publishers'."


def write(holdings: Holdings, out: Path) -> Told:
    """The tables, the descriptor and the statement into the folder."""
    census = Census()
    told = csv_tables.write(replace(holdings, dossiers=census.watch(holdings.dossiers)), out)
    (out / "methodology.md").write_text(statement(census, holdings), encoding="utf-8")
    descriptor = _descriptor(census, holdings) | {"resources": [_resource(table, out, told[table.name]) for table in TABLES]}
    (out / "datapackage.json").write_bytes(orjson.dumps(descriptor, option=orjson.OPT_INDENT_2))
    return told


def _descriptor(census: Census, holdings: Holdings) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "hearsay-export",
        "title": "Who claims what: events, reconciled numbers, figures and claims",
        "description": "Claims read from news reports, each with its words. How the numbers came about is in methodology.md.",
        "licenses": [{"name": "notspecified", "title": _TO_SAY}],
        "sources": [{"title": name} for name in sorted(census.outlets)],
        "contributors": [{"title": f"hearsay {__version__}", "role": "wrangler"}],
        "hearsay": {
            "profile": holdings.profile,
            "as_of": holdings.published_by,
            "recorded_by": holdings.recorded_by,
            "methodology": "methodology.md",
        },
    }


def _resource(table: Table, out: Path, rows: int) -> dict[str, Any]:
    path = out / f"{table.name}.csv"
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.words,
        "path": path.name,
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "rows": rows,
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    fields = [{"name": head.name, "type": _KINDS[head.kind], "description": head.words} for head in table.heads]
    keys = [{"fields": [column], "reference": {"resource": other, "fields": [_KEYS[other]]}} for column, other in table.refers]
    return {"fields": fields, "missingValues": [""], "primaryKey": [table.key], "foreignKeys": keys}


FORM = Form(
    "datapackage",
    "",
    "a folder with the CSV tables, a Frictionless descriptor (types, keys, sources) and a methodology statement",
    write,
    names=(*(f"{name}.csv" for name in NAMES), "datapackage.json", "methodology.md"),
)
