"""Runs the network over documents, many windows at a time, and puts each document's reading together."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from hearsay.reading.antecedents import antecedents_of
from hearsay.reading.authors import authors_of
from hearsay.reading.casing import plain, seen_in
from hearsay.reading.complements import asked, kept_apart
from hearsay.reading.decoding import Decoded, decode
from hearsay.reading.frames import retold, tree_of_frames
from hearsay.reading.interruptions import rejoined
from hearsay.reading.lemmas import lemma_of
from hearsay.reading.names import agreed, tabled, whole
from hearsay.reading.possessors import possessed
from hearsay.reading.standins import restored, shortened
from hearsay.reading.windows import Window, windows_of
from hearsay.records import Document, Frame, Name, Reading, Sentence, Token
from hearsay.weights import Reader


def read(documents: Sequence[Document], reader: Reader) -> list[Reading]:
    """One reading for each document, in their order. The same documents give the same readings, whatever they are batched with."""
    windows = [(number, window) for number, document in enumerate(documents) for window in windows_of(document.text)]
    words = [[_mark(documents[number].text[a:b]) for a, b in window.tokens] for number, window in windows]
    short = [shortened(given, window.sentence, window.known) for given, (_, window) in zip(_given(windows, words), windows, strict=True)]
    made = decode([one.words for one in short], [one.sentences for one in short], reader)
    decoded = [restored(one, shorter, row, reader) for one, shorter, row in zip(made, short, words, strict=True)]
    rows = zip(windows, words, decoded, strict=True)
    by_document = {number: list(group) for number, group in groupby(rows, key=lambda row: row[0][0])}
    return [
        _reading(document, [(window, word, made) for (_, window), word, made in by_document.get(number, [])], reader)
        for number, document in enumerate(documents)
    ]


def _mark(word: str) -> str:
    """The mark that ``two backquotes'' of wire copy stand for; any other word as it is."""
    return {"``": "“", "''": "”"}.get(word, word)


def _given(windows: Sequence[tuple[int, Window]], words: Sequence[Sequence[str]]) -> list[list[str]]:
    """The words of each window as the network is given them."""
    out: list[list[str]] = []
    for _, group in groupby(zip(windows, words, strict=True), key=lambda row: row[0][0]):
        rows = [(row, window.sentence) for (_, window), row in group]
        seen = seen_in(rows)
        out.extend(plain(row, numbers, seen) for row, numbers in rows)
    return out


def _reading(document: Document, rows: list[tuple[Window, Sequence[str], Decoded]], reader: Reader) -> Reading:
    tokens: list[Token] = []
    names: list[Name] = []
    frames: list[Frame] = []
    paragraphs: list[int] = []
    for window, words, made in rows:
        base = len(tokens)
        tokens.extend(_tokens(window, words, made, reader, base))
        names.extend(Name(first + base, last + base, kind) for first, last, kind in made.names)
        places = [(k + base,) for k in range(len(words))]
        frames.extend(retold(frame, places) for frame in made.frames)
        paragraphs.extend(window.paragraph)
    fixed = possessed(kept_apart(asked(rejoined(tokens))))
    names = tabled(agreed(whole(names, fixed), fixed), fixed)
    sentences = _sentences(fixed, paragraphs)
    framed = tree_of_frames([*frames, *authors_of(fixed, sentences, names)])
    return Reading(document, fixed, sentences, tuple(names), framed, antecedents_of(fixed, names), reader.name)


def _tokens(window: Window, words: Sequence[str], made: Decoded, reader: Reader, base: int) -> Iterable[Token]:
    for k, (word, (start, end)) in enumerate(zip(words, window.tokens, strict=True)):
        tag = reader.upos[made.upos[k]]
        head = made.head[k] + base if made.head[k] >= 0 else -1
        relation = reader.relations[made.relation[k]] if head >= 0 else "root"
        yield Token(base + k, start, end, word, lemma_of(word, tag, reader.lemmas), tag, head, relation, window.sentence[k])


def _sentences(tokens: Sequence[Token], paragraphs: Sequence[int]) -> tuple[Sentence, ...]:
    out: list[Sentence] = []
    for _, group in groupby(tokens, key=lambda token: token.sentence):
        members = list(group)
        out.append(Sentence(members[0].index, members[-1].index + 1, paragraphs[members[0].index]))
    return tuple(out)
