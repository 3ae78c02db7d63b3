"""A report with its claims, written by hand, for the screens to show; and the bundled reports in a ledger."""

from dataclasses import replace
from datetime import date

import pytest

from hearsay.pipeline import Account
from hearsay.records import Claim, Cue, Document, Evidence, Figure, Happening, Party, Place, Voice, When
from tests.faces.exports.conftest import demo, held, holdings

__all__ = ["account", "demo", "held", "holdings"]

TEXT = (
    "Fahim Dashty, spokesman of the Resistance Front, told Voice of America that more than 300 Taliban terrorists were killed in Panjshir "
    "on Friday [sic].\n\nThe Taliban seized the town of Anaba. Their spokesman would not say how many men they lost.\n"
)
DAY = When(date(2021, 9, 3), date(2021, 9, 3), 1, "Friday", 133, 139, "stated")
OUTLET = Voice("The Herald", "", 0, 0, "media")
CARRIER = Voice("Voice of America", "Voice of America", 54, 70, "media", cue=Cue("told", 49, 53))
DASHTY = Voice("Fahim Dashty", "Fahim Dashty", 0, 12, "person", "spokesman", "Resistance Front")
SPOKESMAN = Voice("Taliban spokesman", "Their spokesman", 186, 201, "person", "spokesman", "Taliban")
TALIBAN = Party("Taliban", "Taliban terrorists", 0, 0, "rebel", "terrorists")
PANJSHIR = Place("Panjshir", "Panjshir", 0, 0, country="AF")


def evidence(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), words)


def figure(words: str, low: int | None, high: int | None) -> Figure:
    start = TEXT.index(words)
    return Figure("killed", low, high, low, start, start + len(words), words, (TALIBAN,))


@pytest.fixture(scope="session")
def account() -> Account:
    document = Document("herald-1", TEXT, "The Herald", "Talks fail", date(2021, 9, 4))
    toll = Happening("clash", actors=(Party("Resistance Front", "Front", 0, 0, "rebel"),), targets=(TALIBAN,), places=(PANJSHIR,), time=DAY)
    lost = evidence("more than 300 Taliban terrorists were killed in Panjshir on Friday")
    first = Claim(
        "c1", "herald-1", lost, (DASHTY, CARRIER, OUTLET), "asserts", toll, (figure("more than 300 Taliban terrorists", 301, None),), 0.9, "r"
    )
    seized = Happening("seizure", actors=(replace(TALIBAN, label=None),), places=(PANJSHIR,))
    second = Claim("c2", "herald-1", evidence("The Taliban seized the town of Anaba."), (OUTLET,), "asserts", seized, (), 0.8, "r")
    silent = evidence("Their spokesman would not say how many men they lost")
    third = Claim("c3", "herald-1", silent, (SPOKESMAN, OUTLET), "declines", Happening("toll"), (figure("how many men", None, None),), 0.7, "r")
    return Account(document, (third, first, second))
