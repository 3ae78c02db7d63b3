"""Asking about any number of names at once: they come as one JSON text, so that the question is the same however many they are, and beyond no
database's limit of values in a statement."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, Text, bindparam, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import Compiled
from sqlalchemy.sql.functions import FunctionElement

from hearsay.ledger.bodies import dumps

_NAMES = bindparam("names", type_=Text)


class _Each(FunctionElement[str]):
    """The texts of a JSON list, one a row."""

    name = "each"
    inherit_cache = True


@compiles(_Each, "sqlite")
def _in_sqlite(element: _Each, compiler: Any, **given: Any) -> str:
    return f"(SELECT value FROM json_each({compiler.process(element.clauses, **given)}))"  # noqa: S608 - the name of a parameter


@compiles(_Each, "postgresql")
def _in_postgresql(element: _Each, compiler: Any, **given: Any) -> str:
    return f"(SELECT json_array_elements_text(CAST({compiler.process(element.clauses, **given)} AS JSON)))"


def among(column: ColumnElement[str], names: Iterable[str] | None = None) -> ColumnElement[bool]:
    """Whether a column's text is one of the names, which must be such as every database keeps (bodies.is_storable). None: of those that a Question is
    asked about."""
    told: BindParameter[str] = _NAMES if names is None else literal(_told(names), Text)
    return column.op("IN", is_comparison=True)(_Each(told))


class Question:
    """A statement about names (``among``), made into SQL once for each kind of database: SQLAlchemy takes longer to do so than most take to be
    answered. What comes back is as the driver has it, so no column may be JSON."""

    def __init__(self, statement: Executable) -> None:
        self._statement = statement
        self._compiled: dict[str, Compiled] = {}

    def ask(self, connection: Connection, names: Iterable[str]) -> Sequence[Any]:
        """The rows; none if there are no names."""
        wanted = _told(names)
        return connection.exec_driver_sql(*self._for(connection, wanted, {})).all() if wanted != "[]" else ()

    def tell(self, connection: Connection, names: Iterable[str], **values: Any) -> None:
        """Change what the statement changes; nothing if there are no names. ``values`` are its other parameters."""
        wanted = _told(names)
        if wanted != "[]":
            connection.exec_driver_sql(*self._for(connection, wanted, values))

    def _for(self, connection: Connection, names: str, values: dict[str, Any]) -> tuple[str, Any]:
        dialect = connection.dialect
        if dialect.name not in self._compiled:
            self._compiled[dialect.name] = self._statement.compile(dialect=dialect)  # type: ignore[attr-defined]
        made: Any = self._compiled[dialect.name]
        given = made.construct_params({"names": names, **values})
        return made.string, tuple(given[name] for name in made.positiontup) if made.positional else given


def _told(names: Iterable[str]) -> str:
    return dumps(sorted(set(names)))
