"""Reports found by their words."""

from collections.abc import Iterator

import pytest

from hearsay import ledger
from hearsay.ledger import Ledger
from hearsay.ledger.words import words_of
from hearsay.records import Problem
from tests.ledger.stories import document

TEXTS = {
    "bridge": "Twelve men of the Hill Front were killed at the Eastwood Bridge, Zoë Müller said. The Hill Front spoke of three.",
    "harbour": "Shells fell on the Old Harbour. The front held; nobody was killed on the hill.",
    "long": " ".join(f"w{number}" for number in range(400)) + " The bridge-head was lost.",
    "odd": "NUL\0and half\ud800 a pair, snake_case and O'Neill; 'drop' <-> & | ! :* \"quoted\"",
}


@pytest.fixture(scope="module")
def book(shared_address: str) -> Iterator[Ledger]:
    with ledger.open(shared_address) as book:
        for report_id, text in TEXTS.items():
            assert ledger.post(book, document(report_id, text, title=f"About {report_id}s", outlet="Courrier d'Été"), [], by="test") is True
        yield book


def found(book: Ledger, words: str, *, limit: int = 20) -> list[ledger.Found]:
    made = ledger.search(book, words, limit=limit)
    assert isinstance(made, tuple)
    return list(made)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("killed", "bridge harbour"),
        ("KILLED Bridge", "bridge"),
        ("hill front", "bridge harbour"),
        ('"Hill Front"', "bridge"),
        ('"front hill"', ""),
        ("zoe muller", "bridge"),
        ("Zoë", "bridge"),
        ("kill*", "bridge harbour"),
        ("kill", ""),
        ('"the eastw"*', ""),
        ("the eastw*", "bridge"),
        ("bridge-head", "long"),
        ("bridge", "bridge long"),
        ("w399", "long"),
        ("abouT odds", "odd"),
        ("courrier ete", "bridge harbour long odd"),
        ("snake case", "odd"),
        ("o'neill", "odd"),
        ("nul and pair", "odd"),
        ("'drop' & !", "odd"),
        ('quoted"', "odd"),
        ("nothing-of-the-kind", ""),
    ],
)
def test_reports_have_all_the_words(book: Ledger, words: str, ids: str) -> None:
    assert sorted(one.report.report_id for one in found(book, words)) == ids.split()


def test_what_speaks_most_of_it_comes_first_and_no_more_than_wanted(book: Ledger) -> None:
    assert next(one.report.report_id for one in found(book, "front")) == "bridge"
    assert len(found(book, "courrier", limit=2)) == 2


def test_the_words_around_the_first_hit_are_shown_as_they_stand(book: Ledger) -> None:
    (bridge,) = found(book, "muller")
    assert bridge.words == bridge.report.text[bridge.start : bridge.end]
    assert "Eastwood Bridge, Zoë Müller said" in bridge.words
    (long,) = found(book, "bridge-head")
    assert long.words.endswith("The bridge-head was lost")
    assert long.start > 0
    assert len(words_of(long.words)) < 40


@pytest.mark.parametrize("words", ["", "  ", "*", '"" -', "…"])
def test_nothing_to_look_for_is_a_problem(book: Ledger, words: str) -> None:
    made = ledger.search(book, words)
    assert isinstance(made, Problem)
    assert made.code == "no-words"


def test_a_report_of_any_size_is_posted(address: str) -> None:
    """PostgreSQL's index of one text ends at a megabyte, and its words at 2,046 bytes."""
    text = " ".join(f"ω{number:06}" for number in range(300_000)) + " " + "x" * 5000
    with ledger.open(address) as book:
        assert ledger.post(book, document("huge", text), [], by="test") is True
        assert [one.report.report_id for one in found(book, "ω000001")] == ["huge"]
        assert ledger.post(book, document("wide", "x" * 5000), [], by="test") is True
        assert [one.report.report_id for one in found(book, "x" * 5000)] == ["wide"]
