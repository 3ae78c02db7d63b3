"""Comma-separated values: a folder with a file a table, or one file. Texts that a spreadsheet would take for a formula are disarmed."""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import IO

from hearsay.faces.exports.columns import Value
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.scenes import Scene
from hearsay.faces.exports.tables import NAMES, Table, wanted

# How a cell begins that a spreadsheet reads as a formula (the last four are the wide forms of East Asian writing).
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Sheet:
    """A CSV file in the making: UTF-8, commas, a line end of one character, quotes only where needed."""

    def __init__(self, file: IO[str], header: Iterable[str]) -> None:
        self._rows = csv.writer(file, lineterminator="\n")
        self._rows.writerow(header)
        self.count = 0

    def tag(self, tags: Iterable[str]) -> None:
        """A second row of headers."""
        self._rows.writerow(tags)

    def write(self, cells: Iterable[Value]) -> None:
        """One row."""
        self._rows.writerow([_plain(cell) for cell in cells])
        self.count += 1


def disarm(text: str) -> str:
    """The text, with an apostrophe before it if a spreadsheet would take it for a formula.

    >>> disarm("=1+1"), disarm("11 killed")
    ("'=1+1", '11 killed')
    """
    return f"'{text}" if text.startswith(_ACTIVE) else text


def write(holdings: Holdings, out: Path) -> Told:
    """All tables into the folder, or the wanted one into the file."""
    tables = wanted(holdings.rows)
    with ExitStack() as stack:
        sheets = [Sheet(stack.enter_context(_open(out, table, holdings)), (head.name for head in table.heads)) for table in tables]
        for dossier in holdings.dossiers:
            scene = Scene(dossier, holdings)
            for table, sheet in zip(tables, sheets, strict=True):
                for row in table.rows_of(scene):
                    sheet.write(row)
    return {table.name: sheet.count for table, sheet in zip(tables, sheets, strict=True)}


def _open(out: Path, table: Table, holdings: Holdings) -> IO[str]:
    path = out if holdings.rows else out / f"{table.name}.csv"
    return path.open("w", encoding="utf-8", newline="")


def _plain(cell: Value) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    return disarm(cell) if isinstance(cell, str) else cell


FORM = Form(
    "csv",
    ".csv",
    "tables of events, tallies, figures and claims as a folder of CSV files, or one of them as a file",
    write,
    rows=NAMES,
    names=tuple(f"{name}.csv" for name in NAMES),
)
