"""Many reports in one transaction: each for itself, and all together as if they had come one by one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import ledger
from hearsay.records import Claim, Document, Problem
from tests.ledger.stories import claim, document

TEXT = "Twelve fell at the bridge. Nobody was captured."
Account = tuple[Document, list[Claim]]


def account(report_id: str, text: str = TEXT, ids: tuple[str, ...] = ("1", "2")) -> Account:
    return document(report_id, text), [claim(f"{report_id}/{number}", words=text[:6]) for number in ids]


def codes(results: list[bool | Problem]) -> list[bool | str]:
    return [result.code if isinstance(result, Problem) else result for result in results]


def test_each_report_gets_what_it_would_have_got_alone(address: str) -> None:
    stray = (document("d", TEXT), [claim("a/1", report="d", words=TEXT[:6])])
    misread = (document("e", TEXT), [claim("e/1", words="not in the text")])
    odd: Any = (document("f", TEXT), [claim("f/1", words=TEXT[:6], weapons=[object()])])
    unkept = account("g\0")
    with ledger.open(address) as book:
        assert ledger.post(book, *account("b"), by="test") is True
        batch = [account("a"), account("b"), account("a"), account("b", "Other words."), stray, misread, odd, unkept, account("c", ids=())]
        results = ledger.post_all(book, batch, by="test")
        told = [True, False, False, "report-id-taken", "claim-id-taken", "not-its-claims", "no-json", "unstorable-name", True]
        assert codes(results) == told
        assert [one.report_id for one in ledger.reports(book)] == ["b", "a", "c"]
        assert [one.claim_id for one in ledger.claims(book)] == ["b/1", "b/2", "a/1", "a/2"]
        assert list(ledger.check(book)) == []
        assert codes(ledger.post_all(book, batch[:3], by="test")) == [False] * 3
        assert ledger.post_all(book, [], by="test") == []


def test_batch_after_batch_is_acknowledged_once_it_is_written(address: str) -> None:
    asked = []

    def batches() -> Iterator[list[Account]]:
        for batch in ([account("a"), account("b")], [], [account("a"), account("c"), account("b", "Other words.")]):
            asked.append(len(batch))
            yield batch

    with ledger.open(address) as book, ledger.open(address) as other:
        told = []
        for results in ledger.post_batches(book, batches(), by="test"):
            told.append(codes(results))
            assert len(ledger.reports(other)) >= sum(result.count(True) for result in told)
        assert told == [[True, True], [], [False, True, "report-id-taken"]]
        assert asked == [2, 0, 3]
        assert [one.report_id for one in ledger.reports(book)] == ["a", "b", "c"]
        assert list(ledger.check(book)) == []


def test_after_a_batch_that_cannot_be_written_none_is(tmp_path: Path) -> None:
    with ledger.open(tmp_path / "l.db") as book:
        ledger.post(book, *account("a"), by="test")
    with ledger.open(tmp_path / "l.db", read_only=True) as book:
        waiting = iter([[account("b")], [account("c")], [account("d")]])
        with pytest.raises(ledger.LedgerError, match="read"):
            list(ledger.post_batches(book, waiting, by="test"))
        assert [one.report_id for one in ledger.reports(book)] == ["a"]
        assert list(waiting) == [[account("d")]], "the third was not even asked for"


def test_batches_in_memory() -> None:
    with ledger.open("sqlite://") as book:
        assert [codes(results) for results in ledger.post_batches(book, [[account("a")], [account("b")]], by="test")] == [[True], [True]]
        assert [one.report_id for one in ledger.reports(book)] == ["a", "b"]


def test_an_id_that_two_reports_of_a_batch_claim_goes_to_the_first(address: str) -> None:
    with ledger.open(address) as book:
        results = ledger.post_all(book, [account("a"), account("a", "Something else.")], by="test")
        assert codes(results) == [True, "report-id-taken"]
        assert [one.text for one in ledger.reports(book)] == [TEXT]


def test_characters_that_databases_do_not_keep_are_kept_in_texts(address: str) -> None:
    text = "Half a pair \ud83d, a NUL \0, a 😀, and ‘quotes’."
    with ledger.open(address) as book:
        assert ledger.post(book, document("odd", text, title="\udc00"), [claim("odd/1", words=text)], by="test") is True
        assert ledger.reports(book)[0].text == text
        assert ledger.claims(book)[0].evidence.text == text
        assert list(ledger.check(book)) == []


@pytest.mark.parametrize("by", ["", "  ", "a\0b", "\ud800"])
def test_who_posts_has_a_name(by: str) -> None:
    with ledger.open("sqlite://") as book, pytest.raises(ValueError, match="needs the name of who made it"):
        ledger.post(book, *account("a"), by=by)


def test_a_number_beyond_what_json_carries_is_a_problem() -> None:
    one = document("a", TEXT), [claim("a/1", words=TEXT[:6], weapons=[])]
    huge: Any = claim("b/1", words=TEXT[:6], start=0)
    object.__setattr__(huge, "certainty", 10**30)
    with ledger.open("sqlite://") as book:
        assert codes(ledger.post_all(book, [one, (document("b", TEXT), [huge])], by="test")) == [True, "no-json"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["One text.", "Another text."])), max_size=8), st.integers(0, 8))
def test_a_batch_is_as_one_by_one(reports: list[tuple[str, str]], cut: int) -> None:
    accounts = [account(report_id, text) for report_id, text in reports]
    with ledger.open("sqlite://") as one, ledger.open("sqlite://") as other:
        single = [ledger.post(one, *each, by="test") for each in accounts]
        batches = ledger.post_all(other, accounts[:cut], by="test") + ledger.post_all(other, accounts[cut:], by="test")
        assert codes(single) == codes(batches)
        assert ledger.reports(one) == ledger.reports(other)
        assert ledger.claims(one) == ledger.claims(other)


def test_claims_of_a_report_and_of_ids(address: str) -> None:
    with ledger.open(address) as book:
        ledger.post_all(book, [account("b"), account("a")], by="test")
        assert [one.claim_id for one in ledger.claims_of(book, "a")] == ["a/1", "a/2"]
        assert ledger.claims_of(book, "nobody's") == ()
        assert [one.claim_id for one in ledger.claims_named(book, ["a/2", "b/1", "x", "a/2"])] == ["b/1", "a/2"]
        many = [f"{letter}/{number}" for letter in "ab" for number in range(1500)]
        assert [one.claim_id for one in ledger.claims_named(book, many)] == ["b/1", "b/2", "a/1", "a/2"]
        assert ledger.claims_named(book, []) == ()


def test_an_entry_of_any_kind_follows_the_last(address: str) -> None:
    with ledger.open(address) as book:
        ledger.post_all(book, [account("a")], by="test")
        made = ledger.append(book, kind="correction", key="a", body={"note": "Zoë’s number was wrong"}, by="Ann")
        assert (made.entry_id, made.body) == (4, {"note": "Zoë’s number was wrong"})
        assert ledger.entries(book, kind="correction") == (made,)
        assert list(ledger.check(book)) == []
        with pytest.raises(ValueError, match="cannot be an entry's key"):
            ledger.append(book, kind="correction", key="\0", body={}, by="Ann")
        assert len(ledger.entries(book)) == 4
