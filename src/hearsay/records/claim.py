"""One happening or count, as one voice tells it, with the words as evidence."""

from dataclasses import dataclass
from typing import Literal

from hearsay.records.figure import Figure
from hearsay.records.party import Party
from hearsay.records.place import Place
from hearsay.records.voice import Voice
from hearsay.records.when import When

Stance = Literal["asserts", "denies", "confirms", "doubts", "declines"]
Realis = Literal["actual", "ongoing", "planned", "demanded", "threatened", "hypothetical", "negated"]
SPOKEN = frozenset(("accusation", "demand", "threat"))  # types that are themselves acts of speech


@dataclass(frozen=True, slots=True)
class Evidence:
    """``text`` is ``document.text[start:end]``, always."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Happening:
    """What is said to have happened. ``type`` is one of the 30 types of the codebook (docs/codebook.md), or "toll" for a claim that only carries
    figures."""

    type: str
    realis: Realis = "actual"
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    time: When | None = None
    weapons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """``chain`` runs from the voice nearest the fact outward; the last is the outlet that printed it, and it is never empty. ``certainty`` is
    the reader's own confidence, 0 to 1. ``rule`` names the rule or head that made the claim, with the release."""

    claim_id: str
    report_id: str
    evidence: Evidence
    chain: tuple[Voice, ...]
    stance: Stance
    event: Happening
    figures: tuple[Figure, ...]
    certainty: float
    rule: str
