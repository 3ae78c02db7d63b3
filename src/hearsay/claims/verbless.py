"""Sayings without a verb: "Monitor: 43 killed", "20 rebels killed - army", and captions with their credit."""

from collections.abc import Iterator
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.claims.saying import Saying
from hearsay.records import Sentence, Token

_SPEECH = lexicons.load("speech")
_KINDS = frozenset(word for words in _SPEECH["kinds"].values() for word in words)
_PLAIN, _TOPICS = frozenset(_SPEECH["verbless"]["plain"]), frozenset(_SPEECH["verbless"]["topics"])
_SPEAKERS = ("organisation", "person", "norp", "location")
_NOMINAL = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "PUNCT", "PART", "NUM", "CCONJ", "X")
_DASHES = ("-", "–", "—", "--")
_AGENCIES = frozenset(_SPEECH["verbless"]["agencies"])
_WHOSE = frozenset(_SPEECH["verbless"]["whose"])
HEADLINE = 30  # words of a headline, with a date before it
SHORT = 3  # letters of "UN", "USA"
FRONT, BACK, LEAST = 9, 5, 3  # words of a speaker before a colon, or after a last colon or dash; of what is said


def verbless(tree: Tree) -> Iterator[Saying]:
    """Headlines and quotes with a colon or dash for a verb, and captions."""
    for sentence in tree.reading.sentences:
        tokens = tree.tokens[sentence.first : sentence.last]
        yield from _colon(tree, tokens) or _last(tree, tokens) or (_headline(tokens) if sentence.first == 0 else [])
    yield from _captions(tree)


def _colon(tree: Tree, tokens: tuple[Token, ...]) -> list[Saying]:
    """ "Monitor: 43 killed", "The mayor, A. Person: “Nine were wounded.”" """
    at = next((n for n, t in enumerate(tokens) if t.text == ":"), 0)
    if not 0 < at <= FRONT or len(tokens) - at <= LEAST:
        return []
    front, said = tokens[:at], tokens[at + 1 :]
    is_said = said[0].text in "\"“«‘'" or tokens[-1].text not in ".!?" or front[-1].text.lower() in _PLAIN
    return [_saying(front, tokens[at], said)] if is_said and is_speaker(tree, front) and not _is_dateline(tree, front) else []


def _is_dateline(tree: Tree, front: tuple[Token, ...]) -> bool:
    """ "PESHAWAR: Two soldiers were killed", "GHAZNI (Wire): Two fell": where the report was filed, and by whom."""
    if front[0].text.isupper() and front[-1].text == ")" and front[-3].text == "(":
        return True
    names = [tree.name_at(t.index) for t in front if t.text.isalpha()]
    return front[0].text.isupper() and len(front[0].text) > SHORT and all(n is not None and n.kind == "location" for n in names)


def _last(tree: Tree, tokens: tuple[Token, ...]) -> list[Saying]:
    """ "43 killed in Saraqib: monitor", "20 rebels killed in Maban - army"."""
    at = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].text == ":" or _is_dash(tokens, n)), 0)
    back = tokens[at + 1 :]
    if back and tokens[at].text == ":" and back[-1].text == ".":
        back = back[:-1]
    if at < LEAST or not 0 < len(back) <= BACK or back[-1].text in ".!?" or not is_speaker(tree, back, places=False):
        return []
    return [_saying(back, tokens[at], tokens[:at])]


def _headline(tokens: tuple[Token, ...]) -> list[Saying]:
    """ "43 killed in Saraqib Monitor AFP Sunday 3 Jul 2016 ...": a headline whose dash is lost, before the agency."""
    at = next((n for n, t in enumerate(tokens[:HEADLINE]) if t.text in _AGENCIES), 0)
    size = 2 if tokens[max(0, at - 2)].text.lower() in _WHOSE else 1
    voice = tokens[max(0, at - size) : at]
    is_voice = bool(voice) and voice[-1].text.lower() in _KINDS and at - size > LEAST
    return [replace(_saying(voice, tokens[at], tokens[: at - size]), rule="headline")] if is_voice else []


def _is_dash(tokens: tuple[Token, ...], at: int) -> bool:
    """A dash between spaces."""
    return tokens[at].text in _DASHES and at + 1 < len(tokens) and tokens[at].start > tokens[at - 1].end and tokens[at + 1].start > tokens[at].end


def is_speaker(tree: Tree, tokens: tuple[Token, ...], *, places: bool = True) -> bool:
    """Whether words can be somebody who speaks: a noun phrase with a name, or with a noun for a voice."""
    if any(t.upos not in _NOMINAL for t in tokens) or any(t.text in '.!?"“”' for t in tokens):
        return False
    kinds = _SPEAKERS if places else _SPEAKERS[:2]
    names = [n for t in tokens if (n := tree.name_at(t.index)) and n.kind in kinds]
    return (bool(names) and not _is_topic(tokens[-1])) or any(t.text.lower() in _KINDS for t in tokens)


def _is_topic(last: Token) -> bool:
    """ "Ukraine war: 23 killed in Uman": what it is about, not who says it."""
    return last.text.lower() in _TOPICS


def _saying(source: tuple[Token, ...], cue: Token, said: tuple[Token, ...]) -> Saying:
    return Saying(tuple(t.index for t in source), (cue.index,), frozenset(t.index for t in said), cue.index, "verbless")


def _captions(tree: Tree) -> Iterator[Saying]:
    """A paragraph that ends in a credit, "(Photo by A. Person / Wire)", is told by whom the credit names."""
    blocks: dict[int, list[Sentence]] = {}
    for sentence in tree.reading.sentences:
        blocks.setdefault(sentence.paragraph, []).append(sentence)
    for sentences in blocks.values():
        first, last = sentences[0].first, sentences[-1].last
        opened = next((k for k in range(last - 1, max(first, last - 12), -1) if tree.tokens[k].text in "(["), None)
        if opened is None or tree.tokens[last - 1].text not in ")]" or opened == first:
            continue
        inside = tree.tokens[opened + 1 : last - 1]
        names = [n for t in inside if (n := tree.name_at(t.index)) and n.kind in ("person", "organisation")]
        if names and (inside[0].text.lower() in ("photo", "picture", "image") or any(t.text == "/" for t in inside)):
            source = tuple(range(names[0].first, names[0].last))
            yield Saying(source, (opened,), frozenset(range(first, opened)), opened, "caption")
