"""Figures against expected figures, report by report."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hearsay.lexicons.naming import fold
from hearsay.records import Claim, Figure, Voice


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure that a careful reader finds; ``victims`` None where the report does not say whose people they are."""

    measure: str
    low: int | None
    high: int | None
    victims: str | None
    speaker: str
    stance: str = "asserts"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some reports: how many figures were right, given and expected."""

    right: int = 0
    given: int = 0
    expected: int = 0

    @property
    def precision(self) -> float:
        """Share of the given figures that are right; 0 if none was given."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of the expected figures that were given rightly; 0 if none is expected."""
        return self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> Score(right=3, given=4, expected=6).f1
        0.6
        """
        return 2 * self.right / (self.given + self.expected) if self.given + self.expected else 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.given + other.given, self.expected + other.expected)


def score(expected: Iterable[Expected], claims: Iterable[Claim]) -> Score:
    """The score of one report. A figure is right if measure, bounds, victims, speaker and stance all are; each expected figure is met once."""
    left = list(expected)
    wanted = len(left)
    given = right = 0
    for claim in claims:
        for figure in claim.figures:
            given += 1
            met = next((e for e in left if _is_met(e, figure, claim)), None)
            if met is not None:
                left.remove(met)
                right += 1
    return Score(right, given, wanted)


def interval(scores: Sequence[Score], *, draws: int = 1000, seed: int = 0) -> tuple[float, float]:
    """The 95 % bootstrap interval of F1 over reports: 2.5th and 97.5th percentile of ``draws`` resamples; the same seed gives the same interval.

    Raises ValueError if there are no scores.
    """
    if not scores:
        raise ValueError("no scores to draw from; give at least one report's score")
    chance = random.Random(seed)  # noqa: S311 - a seeded draw for an interval, nothing secret
    found = sorted(sum(chance.choices(scores, k=len(scores)), Score()).f1 for _ in range(draws))
    return found[int(0.025 * draws)], found[min(draws - 1, int(0.975 * draws))]


def _is_met(expected: Expected, figure: Figure, claim: Claim) -> bool:
    counts = (expected.measure, expected.low, expected.high) == (figure.measure, figure.low, figure.high)
    return counts and expected.stance == claim.stance and _is_speaker(expected.speaker, claim.chain[0]) and _are_victims(expected.victims, figure)


def _is_speaker(name: str, voice: Voice) -> bool:
    return _is_named(name, (voice.name, voice.surface))


def _are_victims(name: str | None, figure: Figure) -> bool:
    if name is None:
        return not figure.victims
    return any(_is_named(name, (party.name, party.surface)) for party in figure.victims)


def _is_named(name: str, given: Sequence[str]) -> bool:
    """Whether one of the names has all the words of the expected one ("RSF" in "RSF fighters"), letter case and accents aside."""
    words = set(fold(name))
    return any(words <= set(fold(other)) for other in given)
