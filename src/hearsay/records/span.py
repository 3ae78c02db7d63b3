"""Where something stands in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Character offsets, half-open: ``text[start:end]`` is the evidence."""

    start: int
    end: int
