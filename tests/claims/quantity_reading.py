"""How the tests of quantities make tokens from a text, and read the lexicon's examples."""

import re
from dataclasses import dataclass

from hearsay.claims.quantities import Quantity, find_quantities
from hearsay.reading.tokens import tokenise
from hearsay.records import Token


def tokens_of(text: str) -> list[Token]:
    """Tokens without tags, all in one sentence."""
    return [Token(index, a, b, text[a:b], text[a:b].lower(), "", -1, "dep", 0) for index, (a, b) in enumerate(tokenise(text))]


def read(text: str) -> list[tuple[str, Quantity]]:
    """Every quantity of ``text`` with its words."""
    tokens = tokens_of(text)
    return [(text[tokens[found.first].start : tokens[found.last - 1].end], found) for found in find_quantities(tokens)]


@dataclass(frozen=True)
class Example:
    """A ``fires`` sentence of the lexicon: "text [number words] text = LOW..HIGH KIND"."""

    text: str
    words: str
    low: int | None
    high: int | None
    kind: str


def example(line: str) -> Example:
    """Parses a ``fires`` sentence."""
    text, _, reading = line.rpartition(" = ")
    match = re.fullmatch(r"(\d*)\.\.(\d*)(?: (\w+))?", reading)
    assert match, f"{line!r} does not end in ' = LOW..HIGH KIND'"
    low, high, kind = match.groups()
    words = text[text.index("[") + 1 : text.index("]")]
    return Example(text.replace("[", "").replace("]", ""), words, int(low) if low else None, int(high) if high else None, kind or "cardinal")
