"""A quotation that its attribution breaks in two has one subject, and the speaker is the subject of the cue."""

from dataclasses import replace

from hearsay.reading.interruptions import rejoined
from hearsay.records import Token

# word, tag, head, relation: as the network takes “Ten died,” said Zaw, “were killed.” with the subjects exchanged
WORDS = (("“", 1), ("Soldiers", 4), (",", 1), ("”", 1), ("said", -1), ("Zaw", 8), (",", 5), ("“", 8), ("died", 4), ("”", 8))
RELATIONS = {1: "nsubj", 4: "root", 5: "nsubj:pass", 8: "ccomp"}


def tokens() -> list[Token]:
    tags = {4: "VERB", 8: "VERB"}
    return [
        Token(k, 9 * k, 9 * k + len(text), text, text.lower(), tags.get(k, "NOUN"), head, RELATIONS.get(k, "punct"), 0)
        for k, (text, head) in enumerate(WORDS)
    ]


def test_the_two_subjects_are_exchanged() -> None:
    made = rejoined(tokens())
    assert (made[1].head, made[1].relation) == (8, "nsubj:pass")
    assert (made[5].head, made[5].relation) == (4, "nsubj")


def test_nothing_changes_without_a_second_quotation() -> None:
    plain = [replace(token, text="and") if token.index == 7 else token for token in tokens()]
    assert rejoined(plain) == tuple(plain)
