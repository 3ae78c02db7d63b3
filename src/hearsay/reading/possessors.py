"""Whose a thing is: what stands before "'s" belongs to the noun behind it, whatever the network hung it on."""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.records import Token

_MARKS = ("'s", "’s", "'", "’")
_BESIDE = ("nsubj", "nsubj:pass", "obj", "obl:unmarked", "nmod:unmarked", "compound")
_BEFORE = ("ADJ", "ADV", "NUM", "PUNCT", "NOUN", "PROPN")  # what may stand between the mark and the noun
FAR = 6  # words between the mark and the noun, at most


def possessed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with possessors that the network took for subjects or objects of their own put back to what is theirs ("[India]'s navy freed")."""
    out = list(tokens)
    for mark in tokens:
        if mark.text not in _MARKS or mark.relation != "case" or not 0 <= mark.head < mark.index or tokens[mark.head].relation not in _BESIDE:
            continue
        thing = _thing(tokens, mark)
        if thing is not None and thing.head == tokens[mark.head].head:
            out[mark.head] = replace(tokens[mark.head], head=thing.index, relation="nmod:poss")
    return tuple(out)


def _thing(tokens: Sequence[Token], mark: Token) -> Token | None:
    """The head of the noun phrase right behind the mark."""
    for token in tokens[mark.index + 1 : mark.index + 1 + FAR]:
        if token.sentence != mark.sentence or token.upos not in _BEFORE:
            return None
        if token.upos in ("NOUN", "PROPN") and token.relation not in ("compound", "flat", "amod"):
            return token
    return None
