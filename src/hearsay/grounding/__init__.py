"""Works out when, where and who: raw claims and their reading in, the same claims with times, places and parties out."""

from hearsay.grounding.grounder import ground
from hearsay.grounding.places import find_places
from hearsay.grounding.times import find_times

__all__ = ["find_places", "find_times", "ground"]
