"""Whose word it is."""

from dataclasses import dataclass

from hearsay.records.when import When


@dataclass(frozen=True, slots=True)
class Cue:
    """The words of saying ("said", "according to"), with their place in the text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a chain. ``kind``: person, party, government, organisation, media, document or unnamed. The outlet itself is a voice
    without a surface (``start`` == ``end`` == 0). ``role`` ("spokesman"), ``of`` (for whom it speaks), ``channel`` ("Twitter")."""

    name: str
    surface: str
    start: int
    end: int
    kind: str
    role: str | None = None
    of: str | None = None
    cue: Cue | None = None
    channel: str | None = None
    said: When | None = None
