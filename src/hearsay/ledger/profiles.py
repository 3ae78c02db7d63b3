"""The named ways of reconciling, as lexicons/en/profile.toml has them."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from hearsay.ledger.errors import LedgerError
from hearsay.lexicons import load

Counts = Literal["words", "acled", "ucdp"]


class UnknownProfileError(LedgerError):
    """There is no profile of that name."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One way of reconciling; what the fields mean stands in profile.toml, ``words`` is the rule in a sentence."""

    name: str
    words: str
    source: str
    counts: Counts
    best: str
    low: str
    high: str
    is_open: bool
    unproven: str
    voices: int
    victims: tuple[str, ...]
    measures: tuple[str, ...]
    is_by_side: bool
    is_graded: bool

    def counts_victims(self, side: str) -> bool:
        """True if this side's victims are counted."""
        return not self.victims or side in self.victims

    def counts_measure(self, measure: str) -> bool:
        """True if this measure is counted."""
        return not self.measures or measure in self.measures


@cache
def profiles() -> tuple[Profile, ...]:
    """All of them, the default first."""
    return tuple(_read(name, row) for name, row in load("profile")["profiles"].items())


def profile(name: str) -> Profile:
    """The profile of that name. Raises UnknownProfileError with the names that there are.

    >>> profile("acled").is_by_side
    False
    """
    for one in profiles():
        if one.name == name:
            return one
    raise UnknownProfileError(f"there is no profile {name!r}; there are {', '.join(one.name for one in profiles())}")


def _read(name: str, row: dict[str, Any]) -> Profile:
    return Profile(name=name, **(row | {"victims": tuple(row["victims"]), "measures": tuple(row["measures"])}))
