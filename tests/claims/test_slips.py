"""Slips of the tree that no sentence brings about by itself, set right."""

import pytest

from hearsay.claims.phrases import Tree
from hearsay.claims.slips import set_right
from hearsay.records import Document, Reading, Sentence, Token

WORDS = (
    ("34", "NUM", 1, "nummod"),
    ("rebels", "NOUN", 3, "nsubj:pass"),
    ("were", "AUX", 3, "aux:pass"),
    ("killed", "VERB", -1, "root"),
    ("and", "CCONJ", 6, "cc"),
    ("65", "NUM", 6, "compound"),
)


def tree(last: str) -> Tree:
    words = (*WORDS, (last, "ADJ", 3, "conj"))
    tokens = tuple(Token(k, 0, 0, text, text, upos, head, relation, 0) for k, (text, upos, head, relation) in enumerate(words))
    return Tree(Reading(Document("r", ""), tokens, (Sentence(0, len(tokens), 0),), (), (), {}, "none"))


def test_whoever_is_counted_after_a_passive_is_harmed_by_a_verb_too() -> None:
    number, wounded = set_right(tree("wounded")).tokens[5:]
    assert (wounded.upos, wounded.lemma, number.relation) == ("VERB", "wound", "nummod")


@pytest.mark.parametrize("last", ["tired", "local"])
def test_what_tells_of_no_harm_stays(last: str) -> None:
    assert set_right(tree(last)).tokens[6].upos == "ADJ"
