"""An Excel workbook: a sheet a table, and one that explains the columns. Every text is written as a text, never as a formula or a link."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from hearsay.faces.exports.columns import Head, Value
from hearsay.faces.exports.forms import ExportError, Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.packages import need
from hearsay.faces.exports.scenes import Scene
from hearsay.faces.exports.tables import NAMES, Table, wanted

_MOST_ROWS = 1_048_576  # Excel's own limits
_MOST_CHARACTERS = 32_767
_CUT = " [cut]"
_CREATED = datetime(1980, 1, 1, tzinfo=UTC)  # as the parts of the file say, so that one ledger gives one file
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTHS = {"day": 11, "flag": 9, "integer": 9, "number": 11, "text": 22}


@dataclass
class _Sheet:
    """A sheet in the making. ``days``: how a day is shown."""

    inner: Any
    days: Any
    count: int = 0

    def write(self, cells: tuple[Value, ...]) -> None:
        """One row. Raises ExportError if the sheet is full."""
        self.count += 1
        if self.count >= _MOST_ROWS:
            raise ExportError(f"xlsx has no place for more than {_MOST_ROWS - 1:,} rows a sheet: write csv or parquet, or one table with --rows")
        for number, cell in enumerate(cells):
            self._put(number, cell)

    def _put(self, number: int, cell: Value) -> None:
        if isinstance(cell, bool):
            self.inner.write_boolean(self.count, number, cell)
        elif isinstance(cell, str):
            self.inner.write_string(self.count, number, fitted(cell))
        elif isinstance(cell, date):
            self.inner.write_datetime(self.count, number, cell, self.days)
        elif cell is not None:
            self.inner.write_number(self.count, number, cell)


def fitted(text: str) -> str:
    """The text, cut and marked so if a cell cannot hold it."""
    return text if len(text) <= _MOST_CHARACTERS else text[: _MOST_CHARACTERS - len(_CUT)] + _CUT


def write(holdings: Holdings, out: Path) -> Told:
    """All tables, or the wanted one."""
    tables = wanted(holdings.rows)
    book = need("xlsxwriter", form="xlsx").Workbook(str(out), _OPTIONS)
    book.set_properties({"created": _CREATED})
    try:
        days, bold = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"bold": True})
        sheets = [_Sheet(_headed(book, table, bold), days) for table in tables]
        for dossier in holdings.dossiers:
            scene = Scene(dossier, holdings)
            for table, sheet in zip(tables, sheets, strict=True):
                for row in table.rows_of(scene):
                    sheet.write(row)
        for table, sheet in zip(tables, sheets, strict=True):
            sheet.inner.autofilter(0, 0, sheet.count, len(table.heads) - 1)
        _explain(book, tables, bold)
    finally:
        _close(book)
    return {table.name: sheet.count for table, sheet in zip(tables, sheets, strict=True)}


def _close(book: Any) -> None:
    """The file is written when the workbook is closed; what the disk says then comes in the library's own error."""
    try:
        book.close()
    except need("xlsxwriter.exceptions", form="xlsx").FileCreateError as fault:
        raise OSError(str(fault)) from fault


def _headed(book: Any, table: Table, bold: Any) -> Any:
    """A sheet with its header, which stays in sight."""
    sheet = book.add_worksheet(table.name)
    sheet.freeze_panes(1, 1)
    for number, head in enumerate(table.heads):
        sheet.set_column(number, number, _WIDTHS[head.kind])
        sheet.write_string(0, number, head.name, bold)
    return sheet


def _explain(book: Any, tables: tuple[Table, ...], bold: Any) -> None:
    sheet = book.add_worksheet("columns")
    sheet.freeze_panes(1, 0)
    for number, (title, width) in enumerate((("sheet", 10), ("column", 22), ("kind", 9), ("meaning", 110))):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, title, bold)
    for row, (name, head) in enumerate(_all_heads(tables), start=1):
        for number, text in enumerate((name, head.name, head.kind, head.words)):
            sheet.write_string(row, number, text)


def _all_heads(tables: tuple[Table, ...]) -> Iterator[tuple[str, Head]]:
    return ((table.name, head) for table in tables for head in table.heads)


FORM = Form("xlsx", ".xlsx", f"an Excel workbook with a sheet each of {', '.join(NAMES)}, and one that explains the columns", write, rows=NAMES)
