"""Quotations: from an opening mark to its close, over sentences, and over paragraphs where a paragraph opens with a mark again."""

from hearsay.claims.phrases import Tree
from hearsay.records import Token

OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'
LONGEST = 400  # words of a quotation that never closes


def quotations(tree: Tree) -> list[tuple[int, int]]:
    """First and last (exclusive) words within each pair of quotation marks, the marks left out.

    A mark that is not closed runs to the end of its paragraph, and on if the next one opens with a mark, as newspapers set long quotations.
    """
    out: list[tuple[int, int]] = []
    begin: int | None = None
    for token in tree.tokens:
        if begin is not None and _breaks(tree, token, begin):
            _add(out, begin, token.index)
            begin = None
        if token.text in OPENING or (token.text == STRAIGHT and begin is None):
            begin = token.index + 1 if begin is None else begin
        elif begin is not None and (token.text in CLOSING or token.text == STRAIGHT):
            _add(out, begin, token.index)
            begin = None
    if begin is not None:
        _add(out, begin, len(tree.tokens))
    return out


def _breaks(tree: Tree, token: Token, begin: int) -> bool:
    """Whether an open quotation ends before this word: it has run too long, or a paragraph begins that does not take it up."""
    if token.index - begin > LONGEST:
        return True
    before = tree.tokens[token.index - 1]
    sentences = tree.reading.sentences
    new = sentences[token.sentence].paragraph != sentences[before.sentence].paragraph
    return new and token.text not in OPENING and token.text != STRAIGHT


def _add(out: list[tuple[int, int]], first: int, last: int) -> None:
    if last > first:
        out.append((first, last))
