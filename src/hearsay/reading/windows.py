"""Cuts a text into windows that the reader's network can take: whole sentences, as many as have room."""

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.reading.sentences import paragraphs, sentences
from hearsay.reading.tokens import Span, tokenise

ROOM = 170  # words a window, at most: about 210 word pieces


@dataclass(frozen=True, slots=True)
class Window:
    """Token spans with the number of each token's sentence and paragraph, both counted through the document."""

    tokens: tuple[Span, ...]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]


def windows_of(text: str, room: int = ROOM) -> Iterator[Window]:
    """The windows of a text, in order; a sentence longer than ``room`` words is cut."""
    tokens: list[Span] = []
    sentence: list[int] = []
    paragraph: list[int] = []
    for part, number, place in _parts(text, room):
        if tokens and len(tokens) + len(part) > room:
            yield Window(tuple(tokens), tuple(sentence), tuple(paragraph))
            tokens, sentence, paragraph = [], [], []
        tokens += part
        sentence += [number] * len(part)
        paragraph += [place] * len(part)
    if tokens:
        yield Window(tuple(tokens), tuple(sentence), tuple(paragraph))


def _parts(text: str, room: int) -> Iterator[tuple[list[Span], int, int]]:
    number = -1
    for place, block in enumerate(paragraphs(text)):
        for start, end in sentences(text, *block):
            spans = tokenise(text, start, end)
            for begin in range(0, len(spans), room):
                number += 1
                yield spans[begin : begin + room], number, place
