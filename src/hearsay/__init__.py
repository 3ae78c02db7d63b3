"""Reads armed-conflict news and says who claims what: ``hearsay.read(text)`` gives the claims of one report, each with the words it was read from."""

from __future__ import annotations

import warnings
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hearsay.faces.notebook import Claims

__all__ = ["__version__", "read"]

__version__ = "0.1.0"


def read(text: str, *, outlet: str = "outlet", published: date | None = None, report_id: str | None = None) -> Claims:
    """The claims of one report, in the order of the text: a tuple that a notebook shows as a table with the text marked, and that has ``to_pandas``
    and ``to_polars``.

    ``published`` is what "on Tuesday" is reckoned from. Raises ValueError if the text cannot be read (empty, not English),
    and warns if its quotation marks do not pair.
    """
    from hearsay import pipeline  # the reader takes a while to load, and who only wants the version should not wait for it
    from hearsay.documents import make
    from hearsay.faces.notebook import Claims
    from hearsay.records import Problem

    document = make(text, outlet=outlet, published=published, report_id=report_id)
    *problems, made = [document] if isinstance(document, Problem) else pipeline.read([document])
    if isinstance(made, Problem):
        raise ValueError(str(made))
    for problem in problems:
        warnings.warn(str(problem), stacklevel=2)
    return Claims(made.claims, made.document)
