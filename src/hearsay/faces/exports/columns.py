"""What a table is: columns that know their kind and meaning, so that schemas, sheets and papers all say the same."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

Row_contra = TypeVar("Row_contra", contravariant=True)
Value = str | int | float | bool | date | None
ColumnKind = Literal["text", "integer", "number", "flag", "day"]


@dataclass(frozen=True, slots=True)
class Column(Generic[Row_contra]):
    """``words``: what it means, in a sentence. ``of``: its value in a row; None is unknown, or does not apply."""

    name: str
    kind: ColumnKind
    words: str
    of: Callable[[Row_contra], Value]


@dataclass(frozen=True, slots=True)
class Head:
    """A column without its values."""

    name: str
    kind: ColumnKind
    words: str


def heads(columns: Iterable[Column[Row_contra]]) -> tuple[Head, ...]:
    """The columns without their values."""
    return tuple(Head(column.name, column.kind, column.words) for column in columns)


def listed(those: Iterable[str]) -> str:
    """Several values in one cell, each once, in their order.

    >>> listed(["b", "a", "b"])
    'b; a'
    """
    return "; ".join(dict.fromkeys(those))
