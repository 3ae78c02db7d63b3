"""Parquet: a folder with a file a table, or one file; columns typed, the meaning of each in the file's schema."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from hearsay.faces.exports.columns import Value
from hearsay.faces.exports.forms import Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.packages import need
from hearsay.faces.exports.scenes import Scene
from hearsay.faces.exports.tables import NAMES, Table, wanted

_AT_ONCE = 20_000  # rows written together
_KINDS = {"text": "string", "integer": "int64", "number": "float64", "flag": "bool_", "day": "date32"}


class _Pile:
    """Rows of one table that wait to be written together."""

    def __init__(self, arrow: Any, writer: Any, schema: Any) -> None:
        self._arrow, self._writer, self._schema = arrow, writer, schema
        self._rows: list[tuple[Value, ...]] = []
        self.count = 0

    def add(self, rows: Iterator[tuple[Value, ...]]) -> None:
        """Rows, which are written when there are enough."""
        self._rows.extend(rows)
        if len(self._rows) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """What waits."""
        columns = list(zip(*self._rows, strict=True)) or [()] * len(self._schema)
        arrays = [self._arrow.array(column, type=field.type) for column, field in zip(columns, self._schema, strict=True)]
        self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self.count += len(self._rows)
        self._rows.clear()


def write(holdings: Holdings, out: Path) -> Told:
    """All tables into the folder, or the wanted one into the file."""
    arrow, parquet = need("pyarrow", form="parquet"), need("pyarrow.parquet", form="parquet")
    tables = wanted(holdings.rows)
    with ExitStack() as stack:
        piles = []
        for table in tables:
            schema, path = _schema(arrow, table), out if holdings.rows else out / f"{table.name}.parquet"
            piles.append(_Pile(arrow, stack.enter_context(parquet.ParquetWriter(path, schema, compression="zstd")), schema))
        for dossier in holdings.dossiers:
            scene = Scene(dossier, holdings)
            for table, pile in zip(tables, piles, strict=True):
                pile.add(table.rows_of(scene))
        for pile in piles:
            pile.flush()
    return {table.name: pile.count for table, pile in zip(tables, piles, strict=True)}


def _schema(arrow: Any, table: Table) -> Any:
    fields = [arrow.field(head.name, getattr(arrow, _KINDS[head.kind])(), metadata={"description": head.words}) for head in table.heads]
    return arrow.schema(fields, metadata={"description": table.words})


FORM = Form(
    "parquet",
    ".parquet",
    "the same tables as a folder of Parquet files, or one of them as a file",
    write,
    rows=NAMES,
    names=tuple(f"{name}.parquet" for name in NAMES),
)
