"""Style sheets for what is shown without a server: light or dark as the reader has it, and fit to be printed."""

from hearsay.faces.drawing.markup import Markup
from hearsay.faces.drawing.picture import INKS

# Marks take the colour of their ground, so that they do for light and dark; a line below tells them from the text without colour.
CLAIMS = Markup(
    ".hearsay table{border-collapse:collapse;margin:.5em 0}"
    ".hearsay td,.hearsay th{text-align:start;vertical-align:top;padding:.15em .8em .15em .3em;background:none}"
    ".hearsay tbody th{padding-top:.8em}"
    ".hearsay .report-text{max-width:46em;line-height:1.7;white-space:pre-wrap}"
    ".hearsay .report-text p{margin:0 0 .9em}"
    ".hearsay mark{color:inherit;background:none;border-bottom:2px solid;padding:0 1px}"
    ".hearsay a.number{font-size:.7em;vertical-align:super;font-weight:600;text-decoration:none;color:inherit;margin-inline-end:2px}"
    ".hearsay mark.claim:target,.hearsay mark.claim:has(:target){outline:2px solid}"
    + "".join(
        f".hearsay mark.voice-{ink}{{background:{colour}2e;border-color:{colour}}}.hearsay th.voice-{ink}{{border-inline-start:4px solid {colour}}}"
        for ink, colour in INKS.items()
        if ink.startswith("side-")
    )
)
