"""An attribution frame ready for use: one node of the tree that the chain of a claim is a path in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Saying:
    """Who (``source``) says what (``content``) to whom (``addressee``) and by which ``channel``, by word numbers, and with which words (``cue``);
    ``verb`` is the main word of the cue, ``rule`` the rule or head that found it."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: frozenset[int]
    verb: int
    rule: str
    addressee: tuple[int, ...] = ()
    channel: tuple[int, ...] = ()
