"""What of a report was not read, or not for sure: marks of quotation without a partner, and sentences that no claim was read from."""

from collections.abc import Iterable

from hearsay import claims
from hearsay.reading.windows import windows_of
from hearsay.records import Claim, Document, Problem, Reading, Sentence, Token


def problems(document: Document) -> tuple[Problem, ...]:
    """What is not sure in the text, as the pipeline tells it when it reads the report."""
    return tuple(claims.faults(_words_only(document)))


def silent(document: Document, known: Iterable[Claim]) -> list[tuple[int, int]]:
    """The sentences that no claim was read from, each as [start, end)."""
    told = [(claim.evidence.start, claim.evidence.end) for claim in known]
    reading = _words_only(document)
    spans = [(reading.tokens[one.first].start, reading.tokens[one.last - 1].end) for one in reading.sentences]
    return [(start, end) for start, end in spans if not any(begin < end and last > start for begin, last in told)]


def _words_only(document: Document) -> Reading:
    """The document in words and sentences, which needs no network."""
    tokens: list[Token] = []
    paragraphs: dict[int, int] = {}
    for window in windows_of(document.text):
        for (start, end), number, paragraph in zip(window.tokens, window.sentence, window.paragraph, strict=True):
            tokens.append(Token(len(tokens), start, end, document.text[start:end], "", "", -1, "root", number))
            paragraphs[number] = paragraph
    members: dict[int, list[int]] = {}
    for token in tokens:
        members.setdefault(token.sentence, []).append(token.index)
    sentences = tuple(Sentence(own[0], own[-1] + 1, paragraphs[number]) for number, own in members.items())
    return Reading(document, tuple(tokens), sentences, (), (), {}, "")
