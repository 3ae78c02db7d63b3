"""What faces draw alike: the claim matrix as data, the chain of voices and the timeline as pictures, a report's text with its claims marked.
Dossiers and Documents in, HTML and SVG out, with no library for either."""

from hearsay.faces.drawing.bars import bars_of
from hearsay.faces.drawing.chains import chain_of
from hearsay.faces.drawing.marking import in_text_order, marked
from hearsay.faces.drawing.markup import Markup, escape, join, tag
from hearsay.faces.drawing.matrix import Cell, Column, Group, Matrix, Row, Said, inks_of, lay, sides_of
from hearsay.faces.drawing.picture import INKS, Picture
from hearsay.faces.drawing.svg import draw
from hearsay.faces.drawing.timeline import timeline_of

__all__ = [
    "INKS",
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
    "draw",
    "escape",
    "in_text_order",
    "inks_of",
    "join",
    "lay",
    "marked",
    "sides_of",
    "tag",
    "timeline_of",
]
