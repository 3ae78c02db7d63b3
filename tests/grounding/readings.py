"""Readings for the tests of grounding: by tokens alone, and by the shipped reader."""

from datetime import date
from functools import cache

from hearsay import reading, weights
from hearsay.reading.tokens import tokenise
from hearsay.records import Document, Reading, Sentence, Token


def plain(text: str, published: date | None = None) -> Reading:
    """A reading that knows nothing but the words."""
    tokens = tuple(Token(k, a, b, text[a:b], text[a:b].lower(), "", -1, "dep", 0) for k, (a, b) in enumerate(tokenise(text)))
    return Reading(Document("test", text, published=published), tokens, (Sentence(0, len(tokens), 0),), (), (), {}, "words")


@cache
def read(text: str, published: date | None = None) -> Reading:
    """As the shipped reader reads it."""
    return reading.read([Document("test", text, outlet="The Courier", published=published)], weights.load())[0]
