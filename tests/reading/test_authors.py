"""Bylines, signatures and turns: frames that hold a whole text or a long part of it."""

import pytest

import hearsay
from hearsay import reading, weights
from hearsay.records import Document, Frame, Reading

BYLINE = "Shells on the market\n\nBy Nadia Karimi\n\nKABUL - The mayor said that two people died on Monday. It rained."
LETTER = (
    "Dear Dr. Haddad,\n\nOn 3 May our hospital in Idlib was shelled and four nurses were killed."
    " The governor did not come.\n\nYours sincerely,\nSamir Nasser"
)
BRIEFING = (
    "MR. PORTER: Good afternoon. Six soldiers were killed in Kunduz on Monday.\n\nQUESTION: Who was it?\n\n"
    "MR. PORTER: We do not know. Three others were wounded.\n\nQUESTION: Thank you."
)
NONE = [
    "By Monday, Nadia Karimi had fled. The mayor said that two people died.",
    "Two people were killed by Nadia Karimi, the mayor said.",
    "TWO SOLDIERS WERE KILLED BY NADIA KARIMI, THE MAYOR SAID.",
    "The list: two dead. Kabul: two dead. Herat: three dead. Kunduz: one dead.",
    "The mayor wrote: “Dear friends, we are lost. Yours, Samir Nasser” and left. The army said that two people died.",
]


def read(text: str) -> Reading:
    (made,) = reading.read([Document("d", text)], weights.load())
    return made


def authors(made: Reading) -> list[tuple[str, str, str, str]]:
    """Rule, source, and first and last word of the content."""
    text = lambda frame: made.text_of(frame.source[0], frame.source[-1] + 1)  # noqa: E731
    return [(f.rule, text(f), made.tokens[f.content[0]].text, made.tokens[f.content[-1]].text) for f in made.frames if f.rule != "voices"]


def parent(made: Reading, frame: Frame) -> Frame | None:
    return None if frame.parent is None else made.frames[frame.parent]


def test_a_byline_has_the_word_in_all_that_follows_it():
    made = read(BYLINE)
    assert authors(made) == [("byline", "Nadia Karimi", "KABUL", ".")]
    said = next(frame for frame in made.frames if frame.rule == "voices")
    assert parent(made, said) is made.frames[-1]


def test_who_signs_a_letter_has_the_word_in_it():
    assert authors(read(LETTER)) == [("signature", "Samir Nasser", "Dear", ".")]


def test_whom_the_head_of_a_communique_names_has_the_word_in_it():
    head = "CLANDESTINE, 14 SEP 89 (RADIO FREE) -- [{}] [{}] [TEXT] THE ARMY SHELLED THE TOWN."
    made = read(head.format("COMMUNIQUE", "FREE UNION, FU"))
    assert authors(made) == [("signature", "FREE UNION", "THE", ".")]
    assert not authors(read(head.format("REPORT", "JUAN RUIZ")))
    assert not authors(read("THE PAPER [STATEMENT] WAS READ BY THE ARMY [TEXT]."))


def test_each_turn_of_a_transcript_ends_where_the_next_begins():
    assert authors(read(BRIEFING)) == [
        ("turn", "MR. PORTER", "Good", "."),
        ("turn", "QUESTION", "Who", "?"),
        ("turn", "MR. PORTER", "We", "."),
        ("turn", "QUESTION", "Thank", "."),
    ]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_it_has_no_author(text):
    assert not authors(read(text))


def test_signers_and_speakers_are_voices_and_a_byline_is_the_outlets_own():
    chains = [
        [[voice.name for voice in claim.chain] for claim in hearsay.read(text, outlet="O") if claim.figures] for text in (BYLINE, LETTER, BRIEFING)
    ]
    by, signed, told = chains
    assert [len(chain) for chain in by] == [2]
    assert by[0][-1] == "O"
    assert signed == [["Samir Nasser", "O"]]
    assert [chain[-2].lower().replace("mr. ", "") for chain in told] == ["porter", "porter"]
