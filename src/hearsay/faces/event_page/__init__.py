"""The static report on one event: a page in one file that needs nothing else, opens offline and prints well.
A Dossier with its reports in; HTML out."""

from hearsay.faces.event_page.gathering import gather
from hearsay.faces.event_page.page import page_of
from hearsay.faces.event_page.shown import Shown

__all__ = ["Shown", "gather", "page_of"]
