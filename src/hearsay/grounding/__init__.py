"""Works out when, where and who: raw claims and their reading in, the same claims with times, places and parties out."""

from hearsay.grounding.times import find_times

__all__ = ["find_times"]
