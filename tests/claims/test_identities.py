"""Whose count it is when a report describes a voice first and names it later."""

import pytest

from hearsay.pipeline import Account, read
from hearsay.records import Document

LEAD = "Shelling killed 43 people in the town of Korm on Sunday, {voice} said.\n\n"
MONITOR, BODY = "a monitoring group", "the Lenz Observatory for Peace"
Told = list[tuple[str, int | None, str]]


def told(text: str) -> Told:
    """Speaker, number and words of every figure."""
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    return [(claim.chain[0].name, figure.low, claim.chain[0].surface) for claim in account.claims for figure in claim.figures]


def test_a_described_body_takes_the_name_of_the_one_that_gives_its_number():
    text = LEAD.format(voice=MONITOR) + "The Lenz Observatory for Peace said 43 people were killed by the shelling."
    assert told(text) == [("Lenz Observatory for Peace", 43, "a monitoring group")]


def test_a_body_and_its_own_head_are_one_voice():
    text = LEAD.format(voice=BODY) + "“At least six houses burnt,” said Observatory head Rene Lenz. He said 43 people were killed."
    assert told(text) == [("Lenz Observatory for Peace", 43, "the Lenz Observatory for Peace")]


@pytest.mark.parametrize(
    ("first", "second", "speakers"),
    [
        (MONITOR, "A second monitoring group said 43 people were killed.", ["monitoring group", "second monitoring group"]),
        ("an armed group", "The Lenz Observatory for Peace said 43 people were killed.", ["armed group", "Lenz Observatory for Peace"]),
        (BODY, "The army said 43 people were killed.", ["Lenz Observatory for Peace", "army"]),
        (BODY, "The Lenz Observatory for Peace said 12 people were killed.", ["Lenz Observatory for Peace", "Lenz Observatory for Peace"]),
    ],
)
def test_other_voices_and_other_numbers_stay_apart(first: str, second: str, speakers: list[str]):
    assert [speaker for speaker, _, _ in told(LEAD.format(voice=first) + second)] == speakers


def test_what_a_broadcast_repeats_is_told_once():
    text = "A report from Orlo states that 12 soldiers were killed. We repeat: 12 soldiers were killed."
    assert [low for _, low, _ in told(text)] == [12]
