"""Tokens as the grammar of time looks at them."""

from collections.abc import Sequence

from hearsay.grounding.meanings import Meaning
from hearsay.records import Token

Parse = tuple[int, Meaning]  # the word after the last one, and what they mean


class Words:
    """Tokens as the grammar looks at them: in lower case, without a closing stop; empty beyond either end."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lower = [token.text.lower().rstrip(".") or token.text for token in tokens]

    def __len__(self) -> int:
        return len(self.lower)

    def __getitem__(self, at: int) -> str:
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def is_glued(self, at: int) -> bool:
        """True if nothing stands between this word and the next."""
        return 0 <= at < len(self.tokens) - 1 and self.tokens[at].end == self.tokens[at + 1].start

    def number(self, at: int) -> int | None:
        """The value of a word of digits, with or without an ordinal's ending."""
        word = self[at]
        digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else None


def year_at(words: Words, at: int) -> int | None:
    """A year of four digits."""
    word = words[at]
    return int(word) if len(word) == 4 and word.isascii() and word.isdigit() and 1000 <= int(word) <= 2199 else None
