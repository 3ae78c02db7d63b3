"""Puts the claims that tell of one thing together and says why.
Claims in, Events out."""

from hearsay.events.keys import standing
from hearsay.events.linking import id_of, link, relink
from hearsay.events.origins import copies, origins
from hearsay.events.rulings import heed
from hearsay.events.shelves import Held, Shelves
from hearsay.events.sketches import sketch
from hearsay.events.stirring import stirred, unsettled
from hearsay.events.tellings import tell
from hearsay.events.ties import relate

__all__ = [
    "Held",
    "Shelves",
    "copies",
    "heed",
    "id_of",
    "link",
    "origins",
    "relate",
    "relink",
    "sketch",
    "standing",
    "stirred",
    "tell",
    "unsettled",
]
