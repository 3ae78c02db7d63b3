"""Runs the network over documents, many windows at a time, and puts each document's reading together."""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby, repeat
from typing import Any

import numpy as np

from hearsay.reading.antecedents import antecedents_of
from hearsay.reading.authors import authors_of
from hearsay.reading.casing import plain, seen_in
from hearsay.reading.complements import kept_apart
from hearsay.reading.frames import frames_of, tree_of_frames
from hearsay.reading.inputs import inputs_of
from hearsay.reading.interruptions import rejoined
from hearsay.reading.lemmas import lemma_of
from hearsay.reading.names import agreed, best_tags, spans_of, tabled, whole
from hearsay.reading.trees import tree_of
from hearsay.reading.windows import Window, windows_of
from hearsay.records import Document, Frame, Name, Reading, Sentence, Token
from hearsay.weights import Reader

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Decoded:
    """What the network says of one window: heads as numbers in the window, -1 for a root."""

    upos: list[int]
    head: list[int]
    relation: list[int]
    names: list[tuple[int, int, str]]
    frames: list[Frame]


def read(documents: Sequence[Document], reader: Reader) -> list[Reading]:
    """One reading for each document, in their order. The same documents give the same readings, whatever they are batched with."""
    windows = [(number, window) for number, document in enumerate(documents) for window in windows_of(document.text)]
    words = [[_mark(documents[number].text[a:b]) for a, b in window.tokens] for number, window in windows]
    decoded = decode(_given(windows, words), [window.sentence for _, window in windows], reader)
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


def decode(words: Sequence[Sequence[str]], sentences: Sequence[Sequence[int]], reader: Reader) -> list[Decoded]:
    """Runs the network over windows of words, as many at a time as the reader has threads; ``sentences`` gives each word's sentence number,
    ascending."""
    if reader.threads == 1 or len(words) == 1:
        return [_decode(window, numbers, reader) for window, numbers in zip(words, sentences, strict=True)]
    with ThreadPoolExecutor(reader.threads) as pool:
        return list(pool.map(_decode, words, sentences, repeat(reader)))


def _decode(words: Sequence[str], sentences: Sequence[int], reader: Reader) -> Decoded:
    arrays = {name: array[0] for name, array in reader.run(inputs_of(words, sentences, reader.pieces)).items()}
    return Decoded(
        upos=_agreeing(arrays["upos"], arrays["relation"], reader),
        head=_heads(arrays["arcs"], sentences),
        relation=arrays["relation"].tolist(),
        names=list(spans_of([reader.names[tag] for tag in best_tags(arrays["names"], reader.names)])),
        frames=frames_of(arrays, reader.anchor),
    )


def _agreeing(upos: Array, relation: Array, reader: Reader) -> list[int]:
    """The tags, made to agree with the tree where both cannot be right: a case marker is no subordinating conjunction (two of 31,037 case
    markers in the training treebanks are), so it is an adposition."""
    is_split = (upos == reader.upos.index("SCONJ")) & (relation == reader.relations.index("case"))
    tags: list[int] = np.where(is_split, reader.upos.index("ADP"), upos).tolist()
    return tags


def _heads(arcs: Array, sentences: Sequence[int]) -> list[int]:
    out: list[int] = []
    for _, group in groupby(sentences):
        first = len(out)
        last = first + sum(1 for _ in group)
        scores = np.concatenate([arcs[first:last, :1], arcs[first:last, 1 + first : 1 + last]], 1)
        out.extend(head - 1 + first if head else -1 for head in tree_of(scores))
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
        frames.extend(_moved(frame, base) for frame in made.frames)
        paragraphs.extend(window.paragraph)
    fixed = kept_apart(rejoined(tokens))
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


def _moved(frame: Frame, base: int) -> Frame:
    """A window's frame in the document's word numbers."""
    cue, source, content = (tuple(k + base for k in part) for part in (frame.cue, frame.source, frame.content))
    return Frame(cue, source, content, rule=frame.rule)


def _sentences(tokens: Sequence[Token], paragraphs: Sequence[int]) -> tuple[Sentence, ...]:
    out: list[Sentence] = []
    for _, group in groupby(tokens, key=lambda token: token.sentence):
        members = list(group)
        out.append(Sentence(members[0].index, members[-1].index + 1, paragraphs[members[0].index]))
    return tuple(out)
