"""What ACLED and UCDP would write for the words of a report, from the text on."""

import pytest

from hearsay import claims
from hearsay.claims.conventions import Convention
from hearsay.pipeline import Account, read
from hearsay.records import Document

Bounds = tuple[int | None, int | None, int | None]  # low, best, high


def bounds(words: str, convention: Convention) -> Bounds:
    (account,) = read([Document("a", f"The army said that {words} rebels were killed in the town on Friday.", "Daily")])
    assert isinstance(account, Account)
    (figure,) = [figure for claim in account.claims for figure in claims.recount(claim, convention).figures]
    assert figure.text == f"{words} rebels"
    return figure.low, figure.best, figure.high


@pytest.mark.parametrize(
    ("words", "as_read", "acled", "ucdp"),
    [
        ("dozens of", (24, 24, 99), 12, (24, 24, 99)),
        ("several", (3, 3, 9), 3, (3, 3, 9)),
        ("a few", (2, 2, 9), 3, (2, 2, 9)),
        ("hundreds of", (200, 200, 999), 100, (200, 200, 999)),
        ("several hundred", (300, 300, 999), 300, (300, 300, 999)),
        ("thousands of", (2000, 2000, 9999), 1000, (2000, 2000, 9999)),
        ("at least 20", (20, 20, None), 20, (20, 20, 20)),
        ("34", (34, 34, 34), 34, (34, 34, 34)),
    ],
)
def test_each_project_has_its_own_number_for_the_same_words(words: str, as_read: Bounds, acled: int, ucdp: Bounds) -> None:
    assert bounds(words, "words") == as_read
    assert bounds(words, "acled") == (acled, acled, acled)
    assert bounds(words, "ucdp") == ucdp


@pytest.mark.parametrize("convention", ["acled", "ucdp"])
def test_a_voice_that_declines_has_no_number_under_any_convention(convention: Convention) -> None:
    (account,) = read([Document("a", "The army spokesman gave no figure for the dead.", "Daily")])
    assert isinstance(account, Account)
    found = [figure for claim in account.claims for figure in claims.recount(claim, convention).figures]
    assert [(figure.low, figure.best, figure.high) for figure in found] == [(None, None, None)]
