"""Who will not comment, and on what."""

import pytest

from hearsay.pipeline import Account, read
from hearsay.records import Document

RAID = "Jets bombed the port of Sarno on Friday. "


def told(text: str) -> list[tuple[str, str, str]]:
    """Speaker, stance and type of every claim."""
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    return [(claim.chain[0].name, claim.stance, claim.event.type) for claim in account.claims]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The air force had no immediate comment.", "air force"),
        ("The air force declined to comment.", "air force"),
        ("There was no immediate comment from the air force.", "air force"),
        ("The ministry was not available for further comment.", "ministry"),
        ("The ministry could not be reached for comment.", "ministry"),
    ],
)
def test_a_silence_is_a_claim_on_the_force_told_before(words: str, speaker: str):
    assert told(RAID + words) == [("Daily", "asserts", "airstrike"), (speaker, "declines", "airstrike")]


@pytest.mark.parametrize("words", ["The minister commented on it.", "The ministry said no more.", "Comments were closed."])
def test_other_words_are_no_silence(words: str):
    assert [stance for _, stance, _ in told(RAID + words)] == ["asserts"]


def test_a_silence_after_no_force_is_nothing():
    assert told("The opera closed on Friday. The director declined to comment.") == []


def test_a_silence_on_losses_is_one_of_counts_only():
    assert [(stance, kind) for _, stance, kind in told(RAID + "The ministry did not comment on its losses.")] == [
        ("asserts", "airstrike"),
        ("declines", "toll"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "measure"),
    [
        ("There was no immediate death toll in the raid.", "Daily", "killed"),
        ("There was no immediate word on casualties.", "Daily", "casualties"),
        ("No casualty figures were released.", "Daily", "casualties"),
        ("No death toll was published by the army.", "army", "killed"),
        ("It remains unclear whether there were any casualties.", "Daily", "casualties"),
        ("It was not known how many people were killed.", "Daily", "killed"),
        ("State media made no mention of the army's losses.", "State media", "casualties"),
        ("The envoy did not specify whether there were children among the victims.", "envoy", "casualties"),
    ],
)
def test_a_count_that_nobody_gives_is_declined(text: str, speaker: str, measure: str):
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    declined = [(claim.chain[0].name, f.measure, f.low, f.high) for claim in account.claims if claim.stance == "declines" for f in claim.figures]
    assert declined == [(speaker, measure, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "It is not clear if he knew of the deaths.",
        "It was unclear who was behind the raid.",
        "There were no casualties.",
        "The map was released by the army.",
    ],
)
def test_other_words_keep_no_count_back(text: str):
    assert "declines" not in [stance for _, stance, _ in told(text)]
