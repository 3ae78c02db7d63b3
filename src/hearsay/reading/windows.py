"""Cuts a text into windows that the reader's network can take: whole sentences, as many as have room."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hearsay.reading.sentences import paragraphs, sentences
from hearsay.reading.standins import Known, known_in
from hearsay.reading.tokens import Span, tokenise

ROOM = 170  # words a window, at most: about 210 word pieces


@dataclass(frozen=True, slots=True)
class Window:
    """Token spans with the number of each token's sentence and paragraph, both counted through the document, and the known names among them."""

    tokens: tuple[Span, ...]
    sentence: tuple[int, ...]
    paragraph: tuple[int, ...]
    known: tuple[Known, ...]


def windows_of(text: str, room: int = ROOM) -> Iterator[Window]:
    """The windows of a text, in order; a sentence longer than ``room`` words is cut. A known name takes the room of one word, so that the same
    sentences stand together whoever is named."""
    tokens: list[Span] = []
    sentence: list[int] = []
    paragraph: list[int] = []
    known: list[Known] = []
    left = room
    for part, number, place in _parts(text, room):
        names = list(known_in([text[a:b] for a, b in part]))
        size = len(part) - sum(name.last - name.first - 1 for name in names)
        if tokens and size > left:
            yield Window(tuple(tokens), tuple(sentence), tuple(paragraph), tuple(known))
            tokens, sentence, paragraph, known, left = [], [], [], [], room
        known += [replace(name, first=name.first + len(tokens), last=name.last + len(tokens)) for name in names]
        tokens += part
        sentence += [number] * len(part)
        paragraph += [place] * len(part)
        left -= size
    if tokens:
        yield Window(tuple(tokens), tuple(sentence), tuple(paragraph), tuple(known))


def _parts(text: str, room: int) -> Iterator[tuple[list[Span], int, int]]:
    number = -1
    for place, block in enumerate(paragraphs(text)):
        for start, end in sentences(text, *block):
            spans = tokenise(text, start, end)
            for begin in range(0, len(spans), room):
                number += 1
                yield spans[begin : begin + room], number, place
