"""What faces draw alike: the claim matrix as data, the chain of voices and the timeline as pictures, a report's text with its claims marked.
Dossiers and Documents in, HTML and SVG out, with no library for either."""

from hearsay.faces.drawing.bars import bars_of
from hearsay.faces.drawing.chains import chain_of
from hearsay.faces.drawing.marking import in_text_order, marked
from hearsay.faces.drawing.markup import Markup, escape, join, tag
from hearsay.faces.drawing.matrix import Cell, Column, Group, Matrix, Row, Said, inks_of, lay, parts, sides_of
from hearsay.faces.drawing.picture import Picture
from hearsay.faces.drawing.svg import draw
from hearsay.faces.drawing.tables import claims_table, matrix_table
from hearsay.faces.drawing.timeline import timeline_of

__all__ = [
    "Cell",
    "Column",
    "Group",
    "Markup",
    "Matrix",
    "Picture",
    "Row",
    "Said",
    "bars_of",
    "chain_of",
    "claims_table",
    "draw",
    "escape",
    "in_text_order",
    "inks_of",
    "join",
    "lay",
    "marked",
    "matrix_table",
    "parts",
    "sides_of",
    "tag",
    "timeline_of",
]
