"""Puts the claims that tell of one thing together and says why.
Claims in, Events out."""

from hearsay.events.linking import link, relink
from hearsay.events.sketches import sketch

__all__ = ["link", "relink", "sketch"]
