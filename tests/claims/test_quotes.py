"""Quotations from mark to mark, and what is said of marks that have no partner."""

import pytest

from hearsay import claims, pipeline, reading, weights
from hearsay.claims.quotes import LONGEST, quotations
from hearsay.pipeline import Account
from hearsay.records import Document, Problem, Reading

PAIRED = [
    ('He said "we fled" and left.', ["we fled"]),
    ("He said “they told us “run” and we ran” on Monday.", ["they told us “run” and we ran"]),
    ('He said “she said "no" twice” on Monday.', ['she said "no" twice']),
    ("He said «we fled» and „we hid“.", ["we fled", "we hid"]),
    ("“First paragraph.\n\n“Second paragraph,” he said.", ["First paragraph.\n\n“Second paragraph,"]),
    ('"First paragraph.\n\n"Second paragraph," he said.', ['First paragraph.\n\n"Second paragraph,']),
    ("“a “b “c “d “twelve men died” d” c” b” a” he said.", ["a “b “c “d “twelve men died” d” c” b” a"]),
]
UNPAIRED = [
    ('He said "we fled.\n\nThe army came.', ["we fled."], '"we fled. The army came.'),
    ("He said “we fled” and left” on Monday.", ["we fled"], "” on Monday."),
    ('He said “we fled" and left.', ["we fled"], '" and left.'),
    ("He said “they told us «run” and left.", ["they told us «run"], "«run” and left."),
]


def read(text: str) -> Reading:
    (made,) = reading.read([Document("d", text)], weights.load())
    return made


def quoted(text: str) -> list[str]:
    made = read(text)
    return [text[made.tokens[first].start : made.tokens[last - 1].end] for first, last in quotations(made)]


@pytest.mark.parametrize(("text", "wanted"), PAIRED)
def test_paired_marks_are_outermost_quotations_and_no_problem(text, wanted):
    assert quoted(text) == wanted
    assert not list(claims.faults(read(text)))


@pytest.mark.parametrize(("text", "wanted", "shown"), UNPAIRED)
def test_marks_without_a_partner_are_read_as_far_as_they_go_and_told(text, wanted, shown):
    assert quoted(text) == wanted
    (problem,) = claims.faults(read(text))
    assert (problem.code, problem.source, problem.is_read) == ("unpaired-quotes", "d", True)
    assert f"“{shown}”" in problem.message


def test_a_quotation_that_never_ends_is_cut_off_and_what_stands_outside_it_is_read():
    text = 'The army said 12 rebels were killed in Herat. He said: "' + "They ran down the hill. " * 100
    (first, last), *_ = quotations(read(text))
    assert last - first <= LONGEST
    problem, account = pipeline.read([Document("d", text)])
    assert isinstance(problem, Problem)
    assert isinstance(account, Account)
    assert [figure.low for claim in account.claims for figure in claim.figures] == [12]


@pytest.mark.parametrize(
    "part",
    ["The army said 12 rebels died, ", 'He said: "They said: «We said: “you said ', "x", "“‘“‘“12 men died”’”’” ", '"12 men died. '],
    ids=["one sentence", "ever deeper", "one word", "five deep", "unpaired"],
)
def test_one_line_of_a_hundred_thousand_characters_is_read(part):
    text = "The army said 12 rebels were killed in Herat. " + part * (100_000 // len(part))
    *_, account = pipeline.read([Document("d", text)])
    assert isinstance(account, Account)
    assert account.claims[0].figures[0].low == 12
