"""What ``hearsay.read`` gives: the claims of a report, which a notebook shows as a table and a marked text, and which become a data frame in one
call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from hearsay.faces import rows as table
from hearsay.faces.drawing import Markup, claims_table, in_text_order, marked, tag
from hearsay.faces.drawing.picture import side_inks
from hearsay.faces.drawing.styles import CLAIMS
from hearsay.records import Claim, Document

if TYPE_CHECKING:
    import pandas
    import polars

_PANDAS = {"text": "string", "int": "Int64", "number": "Float64", "truth": "boolean"}


class Claims(tuple[Claim, ...]):
    """The claims of one report, in the order of the text: a tuple, with the ``document`` that they were read from. In a notebook it shows itself."""

    document: Document

    def __new__(cls, claims: Iterable[Claim], document: Document) -> Claims:
        """The claims with their report."""
        made = super().__new__(cls, claims)
        made.document = document
        return made

    def __getnewargs__(self) -> tuple[tuple[Claim, ...], Document]:
        """So that they can be pickled and copied."""
        return tuple(self), self.document

    def to_pandas(self, rows: table.Rows = "figures") -> pandas.DataFrame:
        """A data frame with one row a figure (and one for each claim without any), or one a claim; days are datetime64, unknown is missing. Raises
        ImportError if pandas is not installed, ValueError if ``rows`` is something else."""
        with _needed("pandas"):
            import pandas

        kinds = _columns(rows)
        told = list(table.rows_of(self, self.document, rows))
        series = {name: pandas.Series([row[name] for row in told], dtype=_PANDAS.get(kind, "object")) for name, kind in kinds.items()}
        return pandas.DataFrame({name: pandas.to_datetime(one) if kinds[name] == "day" else one for name, one in series.items()})

    def to_polars(self, rows: table.Rows = "figures") -> polars.DataFrame:
        """The same for polars; days are Date, unknown is null. Raises ImportError if polars is not installed, ValueError as ``to_pandas`` does."""
        with _needed("polars"):
            import polars

        types: dict[str, Any] = {"text": polars.String, "int": polars.Int64, "number": polars.Float64, "truth": polars.Boolean, "day": polars.Date}
        told = list(table.rows_of(self, self.document, rows))
        return polars.DataFrame(told, schema={name: types[kind] for name, kind in _columns(rows).items()})

    def _repr_html_(self) -> str:
        """The claims in a table, voice by voice, and the text with their words marked."""
        return str(show_claims(self, self.document))


def show_claims(claims: Iterable[Claim], document: Document) -> Markup:
    """A report's claims as HTML: a table, voice by voice, counts first, then the text with their words marked and numbered."""
    ordered = in_text_order(claims)
    inks = side_inks([claim.chain[0].name for claim in ordered])
    return tag(
        "div",
        tag("style", CLAIMS),
        claims_table(ordered, inks) if ordered else tag("p", "No claim was found in this report."),
        tag("div", marked(document, ordered, lambda claim: inks[claim.chain[0].name], prefix=f"{document.report_id}-"), class_="report-text"),
        class_="hearsay",
    )


@contextmanager
def _needed(library: str) -> Iterator[None]:
    try:
        yield
    except ImportError as fault:
        raise ImportError(f"{library} is needed for this, and is not installed: pip install 'hearsay[frames]'") from fault


def _columns(rows: table.Rows) -> dict[str, str]:
    if rows not in ("figures", "claims"):
        raise ValueError(f'rows are "figures" or "claims", not {rows!r}')
    return table.columns(rows)
