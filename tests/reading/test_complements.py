"""What stands between a verb of saying and its "that"."""

from dataclasses import replace
from datetime import date

import pytest

from hearsay.pipeline import Account, read
from hearsay.reading.complements import asked, kept_apart
from hearsay.records import Document, Token


def token(index: int, text: str, head: int, relation: str) -> Token:
    return Token(index, 0, 0, text, text, "X", head, relation, 0)


def test_what_stands_before_that_is_of_the_verb_before_it() -> None:
    strayed = [
        token(0, "said", -1, "root"),
        token(1, "Tuesday", 4, "obl"),
        token(2, "that", 4, "mark"),
        token(3, "men", 4, "nsubj"),
        token(4, "died", 0, "ccomp"),
    ]
    assert [t.head for t in kept_apart(strayed)] == [-1, 0, 4, 4, 0]


def test_what_stands_behind_that_stays() -> None:
    told = [token(0, "said", -1, "root"), token(1, "that", 3, "mark"), token(2, "Tuesday", 3, "obl"), token(3, "died", 0, "ccomp")]
    assert kept_apart(told) == tuple(told)


def test_a_question_hung_on_a_verb_as_on_a_noun_is_what_it_says() -> None:
    words = [
        replace(token(0, "said", -1, "root"), lemma="say"),
        token(1, "how", 2, "advmod"),
        token(2, "many", 3, "obj"),
        token(3, "died", 0, "acl:relcl"),
    ]
    assert [t.relation for t in asked(words)] == ["root", "advmod", "obj", "ccomp"]
    of_a_noun = [replace(words[0], text="man", lemma="man"), token(1, "who", 2, "nsubj"), token(2, "died", 0, "acl:relcl")]
    assert asked(of_a_noun) == tuple(of_a_noun)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said on Tuesday that 40 civilians were killed in an air strike on the market in Bunia on Monday.",
        "The army said on Tuesday that rebels had shelled the base on Monday.",
    ],
)
def test_the_day_of_saying_is_not_that_of_what_is_said(text: str) -> None:
    (account,) = read([Document("a", text, "Daily", published=date(2021, 9, 8))])
    assert isinstance(account, Account)
    (claim,) = account.claims
    assert claim.event.time is not None
    assert (claim.event.time.first, claim.event.time.last) == (date(2021, 9, 6), date(2021, 9, 6))
    assert claim.chain[0].said is not None
    assert claim.chain[0].said.first == date(2021, 9, 7)
