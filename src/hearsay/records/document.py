"""One report as it came in."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Document:
    """A report: its text is never rewritten, and every offset in the system points into it.

    ``published`` is the day of publication or None if unknown; ``outlet`` is the publisher's name, "outlet" if unknown.
    """

    report_id: str
    text: str
    outlet: str = "outlet"
    title: str | None = None
    published: date | None = None
    url: str | None = None
