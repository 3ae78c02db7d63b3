"""A sentence as the grammar of quantities looks at it: its words in lower case, and whether they touch."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from hearsay.records import Token

Value = TypeVar("Value")
DASHES = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of one sentence, the first of them the token ``start`` of all that were given. Positions count from the sentence's first token;
    beyond either end there are empty words."""

    start: int
    tokens: Sequence[Token]
    words: tuple[str, ...]

    def word(self, at: int) -> str:
        """The word in lower case, or "" outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_glued(self, at: int) -> bool:
        """True if nothing stands between this token and the next."""
        return 0 <= at < len(self.words) - 1 and self.tokens[at].end == self.tokens[at + 1].start

    def is_dash(self, at: int) -> bool:
        """True for a hyphen or an en dash."""
        return self.word(at) in DASHES

    def is_number(self, at: int) -> bool:
        """True if the word begins with a digit of any script."""
        return self.word(at)[:1].isdecimal()

    def phrase_from(self, at: int, phrases: Mapping[tuple[str, ...], Value], longest: int = 5) -> tuple[int, Value] | None:
        """The longest of ``phrases`` that starts at ``at``: its length in words, and its value."""
        for size in range(min(longest, len(self.words) - at), 0, -1):
            found = phrases.get(self.words[at : at + size])
            if found is not None:
                return size, found
        return None

    def phrase_before(self, at: int, phrases: Mapping[tuple[str, ...], Value], floor: int = 0) -> tuple[int, Value] | None:
        """The longest of ``phrases`` that ends just before ``at`` and does not start before ``floor``."""
        for size in range(min(5, at - floor), 0, -1):
            found = phrases.get(self.words[at - size : at])
            if found is not None:
                return size, found
        return None


def lines(tokens: Sequence[Token]) -> Iterator[Line]:
    """The sentences of ``tokens``, each as a line."""
    start = 0
    for _, group in groupby(tokens, key=lambda token: token.sentence):
        sentence = tuple(group)
        yield Line(start, sentence, tuple(token.text.lower() for token in sentence))
        start += len(sentence)
