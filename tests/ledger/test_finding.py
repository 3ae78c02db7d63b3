"""Finding a claim by its id is what looking through all that stands would find."""

from collections.abc import Iterator

import pytest

from hearsay import ledger
from hearsay.ledger import Ledger
from hearsay.ledger.finding import find
from hearsay.records import Claim, Problem
from tests.ledger.stories import claim, document

TEXT = "The words of a report. " * 20


@pytest.fixture
def book(address: str) -> Iterator[Ledger]:
    """Three reports; one was taken back, of another a claim is rejected, and one was read anew after a claim of it was accepted."""
    with ledger.open(address) as opened:
        for name in ("a", "b", "c"):
            told = [claim(f"{name}/{number}", "attack", start=10 * number, words=TEXT[10 * number : 10 * number + 9]) for number in (1, 2, 12)]
            ledger.post(opened, document(name, TEXT), told, by="test")
        ledger.retract(opened, "a", "Ann")
        ledger.reject(opened, "b/2", "Ann")
        ledger.accept(opened, "c/2", "Ann")
        ledger.repost(opened, "c", [claim("c/1", "attack", start=10, words=TEXT[10:19])], by="newer")
        yield opened


def test_what_is_found_is_what_stands(book: Ledger) -> None:
    standing = {one.claim_id: one for one in ledger.hold(book).claims}
    assert sorted(standing) == ["b/1", "b/12", "c/1", "c/2"]
    for claim_id in ("a/1", "b/1", "b/2", "b/12", "c/1", "c/2", "c/12"):
        found = find(book, claim_id)
        assert (found.claim_id if isinstance(found, Claim) else None) == (claim_id if claim_id in standing else None)


def test_the_beginning_of_an_id_will_do_if_it_is_that_of_one_claim(book: Ledger) -> None:
    assert isinstance(find(book, "c/"), Problem)
    ledger.reject(book, "c/1", "Ann")
    found = find(book, "c")
    assert isinstance(found, Claim)
    assert found.claim_id == "c/2"


@pytest.mark.parametrize("claim_id", ["", "z", "%", "_/1", "\0", "\ud800", "B/1"])
def test_what_is_no_id_finds_nothing(book: Ledger, claim_id: str) -> None:
    found = find(book, claim_id)
    assert isinstance(found, Problem)
    assert "no claim has an id" in found.message


def test_of_several_it_is_told_how_many_they_are(book: Ledger) -> None:
    found = find(book, "b")
    assert isinstance(found, Problem)
    assert "2 claims have ids that begin with 'b'" in found.message
