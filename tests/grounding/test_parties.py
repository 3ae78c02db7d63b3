"""Parties: neutral names, loaded words as labels, one name for all spellings."""

import pytest

from hearsay.grounding.parties import Roster, settle
from hearsay.records import Party


def settled(words: str, kind: str = "other") -> tuple[str, str, str | None]:
    party = settle(Party(words, words, 0, len(words), kind))
    assert party.surface == words
    return party.name, party.kind, party.label


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Taliban fighters", ("Taliban", "rebel", None)),
        ("Taliban terrorists", ("Taliban", "rebel", "terrorists")),
        ("ISIL", ("Islamic State", "rebel", None)),
        ("Daesh terrorists", ("Islamic State", "rebel", "terrorists")),
        ("Kurdish-led Syrian Democratic Forces (SDF)", ("Syrian Democratic Forces", "rebel", None)),
        ("Assad regime", ("Assad government", "state", "regime")),
        ("Salvadoran junta", ("Salvadoran government", "state", "junta")),
        ("Russian warplanes", ("Russia", "state", None)),
        ("Ukrainian army", ("Ukrainian army", "state", None)),
        ("Iraqi", ("Iraq", "state", None)),
        ("Syrian rebels", ("Syrian rebels", "rebel", None)),
        ("villagers", ("villagers", "civilians", None)),
        ("mercenaries", ("fighters", "rebel", "mercenaries")),
        ("opposition fighters", ("opposition fighters", "rebel", None)),
        ("gunmen", ("gunmen", "rebel", None)),
    ],
)
def test_whom_words_mean(words: str, expected: tuple[str, str, str | None]) -> None:
    assert settled(words) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("Houthi terrorists", "Saudi terrorists"), ("Hamas regime", "Israeli regime"), ("RSF thugs", "SAF thugs")]
)
def test_the_same_word_is_a_label_on_either_side(one: str, other: str) -> None:
    assert settled(one)[2] == settled(other)[2] is not None
    assert str(settled(one)[2]) not in settled(one)[0]


def test_an_acronym_needs_its_capitals() -> None:
    assert settled("is")[0] == "is"
    assert settled("IS")[0] == "Islamic State"


def test_spellings_in_a_report_join_and_names_that_are_others_do_not() -> None:
    roster = Roster(["Ahmad Massoud", "Ahmed Massoud", "Massoud", "Unit 81", "Unit 82", "rebels", "Syrian rebels", "North Front", "South Front"])
    assert roster.name("Massoud") == roster.name("Ahmed Massoud") == roster.name("Ahmad Massoud")
    assert roster.name("Unit 81") != roster.name("Unit 82")
    assert roster.name("rebels") == "rebels"
    assert roster.name("North Front") != roster.name("South Front")
