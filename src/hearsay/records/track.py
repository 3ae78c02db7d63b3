"""How often a voice's figures were later borne out, overtaken or contradicted."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["borne out", "overtaken", "contradicted", "open"]


@dataclass(frozen=True, slots=True)
class Graded:
    """One figure of a voice and what became of it. ``claim_id`` is the claim that tells it, ``against`` the claims behind the verdict; ``words`` says
    it in a sentence."""

    event_id: str
    claim_id: str
    victims: str
    measure: str
    verdict: Verdict
    against: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Track:
    """A voice's record. ``side``: for whom it speaks, None if it is known for nobody. ``claims``: how many it makes, with figures or without."""

    voice: str
    side: str | None
    claims: int
    graded: tuple[Graded, ...]

    def count(self, verdict: Verdict) -> int:
        """How many of its figures have this verdict."""
        return sum(one.verdict == verdict for one in self.graded)
