"""Works out when, where and who, from the words, a gazetteer and a table of parties.
A Reading and its raw Claims in, the same Claims with times, places and parties out."""

from hearsay.grounding.grounder import ground
from hearsay.grounding.places import find_peoples, find_places
from hearsay.grounding.times import find_times

__all__ = ["find_peoples", "find_places", "find_times", "ground"]
