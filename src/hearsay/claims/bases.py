"""Lemmas mended for the words that the happening lexicons know: "repelled" is repel, a headline's "Airstrikes" an airstrike."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.claims.slips import set_right
from hearsay.records import Token


def mended(tree: Tree) -> Tree:
    """The tree with better lemmas where the reader's are no known words, and slips set right; the same tree if there is nothing to mend."""
    tokens = tuple(_mended(token) for token in tree.tokens)
    return set_right(tree if tokens == tree.tokens else Tree(replace(tree.reading, tokens=tokens)))


def _mended(token: Token) -> Token:
    if token.upos not in ("VERB", "PROPN", "X") or token.lemma.lower() in known():
        return token
    irregular = lexicons.load("happening")["irregular"].get(token.text.lower())
    base = irregular or next((b for b in _bases(token.text.lower(), token.upos) if b in known()), None)
    return token if base is None else replace(token, lemma=base)


def _bases(word: str, tag: str) -> Iterator[str]:
    """What the word could be a form of, likeliest first. Names only lose a plural."""
    for ending in ("s", "es") if tag == "PROPN" else ("ed", "ing", "es", "s", "d", "n"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            yield from (stem, stem + "e") if tag != "PROPN" else (stem,)
            if stem[-1] == stem[-2]:
                yield stem[:-1]


@cache
def known() -> frozenset[str]:
    """Every head word of a row, and every word of the shared lists."""
    shared = lexicons.load("happening")
    words = {w for name in shared["tables"] for row in lexicons.load(name)["row"] for w in (*row.get("verbs", ()), *row.get("nouns", ()))}
    heads = {part for w in words for part in w.split(" ")}
    lists = {w for name in ("light", "suffer", "occur", "engaging", "firing") for w in shared[name]}
    return frozenset(heads | lists | {w for members in shared["classes"].values() for w in members})
