"""A happening as one clause tells it, before it is known whose word it is."""

from dataclasses import dataclass

from hearsay.records import Party


@dataclass(frozen=True, slots=True)
class Telling:
    """``trigger`` is the word that decides the type; ``first``/``last`` (exclusive) are the words of the clause that tells it; ``rule`` is the
    lexicon row that made it."""

    type: str
    trigger: int
    first: int
    last: int
    realis: str
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    weapons: tuple[str, ...]
    rule: str
