"""An attribution frame ready for use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saying:
    """Who (``source``) says what (``content``), by word numbers, and with which words (``cue``); ``verb`` is the main word of the cue, ``rule``
    the rule or head that found it."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: frozenset[int]
    verb: int
    rule: str
