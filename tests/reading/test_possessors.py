"""Whose a thing is."""

from hearsay.reading.possessors import possessed
from hearsay.records import Token


def token(index: int, text: str, upos: str, head: int, relation: str) -> Token:
    return Token(index, 0, 0, text, text, upos, head, relation, 0)


def test_who_stands_before_the_mark_has_what_stands_behind_it() -> None:
    words = [
        token(0, "India", "PROPN", 4, "nsubj"),
        token(1, "'s", "PART", 0, "case"),
        token(2, "new", "ADJ", 3, "amod"),
        token(3, "navy", "NOUN", 4, "nsubj"),
        token(4, "left", "VERB", -1, "root"),
    ]
    made = possessed(words)
    assert (made[0].head, made[0].relation) == (3, "nmod:poss")
    assert made[1:] == tuple(words[1:])


def test_a_possessor_that_is_told_of_elsewhere_stays() -> None:
    words = [
        token(0, "Syria", "PROPN", 2, "nsubj"),
        token(1, "'s", "PART", 0, "case"),
        token(2, "left", "VERB", -1, "root"),
        token(3, "town", "NOUN", 2, "obj"),
    ]
    assert possessed(words) == tuple(words)
