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
