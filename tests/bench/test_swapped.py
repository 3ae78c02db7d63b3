"""Two parties of a report change places: who they are, and what their exchange makes of the words."""

from datetime import date

import pytest

from bench.swapped import Side, sides_of, swapper
from hearsay.pipeline import Account, read
from hearsay.records import Document

IRAN = Side(("Iran",), ("Iranian", "Iranians"), is_country=True)
IRAQ = Side(("Iraq",), ("Iraqi",), is_country=True)


def account(text: str) -> Account:
    (made,) = read([Document("r", text, "Daily", published=date(2016, 5, 9))])
    assert isinstance(made, Account)
    return made


@pytest.mark.parametrize(
    ("one", "two", "text", "expected"),
    [
        (IRAN, IRAQ, "IRAN said Iraqi guns killed ten Iranians.", "IRAQ said Iranian guns killed ten Iraqis."),
        (Side(("Daesh", "IS")), Side(("Hamas",)), "Daesh and IS fought Hamas.", "Hamas and Hamas fought Daesh."),
        (Side(("US",)), Side(("Daesh",)), "The US-led coalition and the US hit Daesh.", "The US-led coalition and the Daesh hit US."),
        (Side(("Free Army",)), Side(("Hamas",)), "The Free\nArmy left Hamas.", "The Hamas left Free Army."),
    ],
    ids=["peoples", "all names", "within another's name", "a line ends within"],
)
def test_names_change_places(one: Side, two: Side, text: str, expected: str) -> None:
    assert swapper(one, two)(text) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Iranian troops attacked Iraqi troops in Iraq. Iran said Iraq lost ten men in Iran.", {"Iran", "Iraq"}),
        ("Hamas attacked Hezbollah. Hezbollah attacked Hamas near the bridge.", {"Hamas", "Hezbollah"}),
        ("Hamas attacked the rebels. Hamas attacked the army.", set()),
        ("Hamas attacked troops in Syria. Syria attacked Hamas in Syria.", set()),
    ],
    ids=["two countries", "two parties", "rebels are no name", "a place"],
)
def test_the_two_parties_of_a_report(text: str, names: set[str]) -> None:
    found = sides_of(account(text))
    assert {side.names[0] for side in found or ()} == names
