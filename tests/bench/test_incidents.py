"""The killed and injured of an incident by all reports of it: what the bench adds to the product."""

from datetime import date

import numpy as np
import pytest

from bench.incidents import answers, links, trees
from bench.incidents.answering import others_of
from bench.incidents.links import Pairs
from bench.incidents.tally import tallies_of
from hearsay.pipeline import Account, read
from hearsay.records import Document

NIGHT = "Two men were shot and wounded outside the Blue Heron Bar in Millbrook on Saturday night, Sheriff Dana Orlov said."
LATER = "Sheriff Dana Orlov said the two men who were shot outside the Blue Heron Bar in Millbrook on Saturday night were in stable condition."
OTHER = "A woman was shot dead in her kitchen in Ashford County on Monday, police chief Theo Brandt said."


def documents(*texts: str) -> list[Document]:
    return [Document(str(number), text, "Daily", published=date(2016, 5, 9)) for number, text in enumerate(texts)]


def test_reports_of_one_incident_are_one_group():
    assert links.groups_of(documents(NIGHT, LATER, OTHER), trees.load("links")) == [0, 0, 2]


def test_two_reports_alone_are_linked_and_no_report_is_no_group():
    assert links.groups_of(documents(NIGHT, LATER), trees.load("links")) == [0, 0]
    assert links.groups_of([], trees.load("links")) == []
    assert list(answers([])) == []


@pytest.mark.parametrize(("chance", "groups"), [(0.9, [0, 0, 0]), (0.3, [0, 0, 2])])
def test_a_group_takes_up_a_report_that_is_like_it_on_the_whole(chance: float, groups: list[int]):
    pairs = Pairs(np.array([0, 0]), np.array([1, 2]), np.zeros((2, 1), dtype=np.float32))
    assert links.grouped(3, pairs, np.array([0.95, chance])) == groups


def test_the_others_of_a_group_are_all_but_oneself():
    assert others_of(["a", "b", "c"], [0, 0, 2]) == [["b"], ["a"], []]


def test_who_is_killed_is_not_counted_among_the_injured():
    (made,) = read(documents("Lena Holt was shot in the market. Lena Holt, 34, died on Sunday. Her brother and two neighbours were wounded."))
    assert isinstance(made, Account)
    killed, injured = tallies_of(made)
    assert (killed.people, injured.many, injured.known) == (1, 1, 0)


def test_the_numbers_of_two_reports_and_of_one_that_tells_of_nothing():
    night, later, choir = answers(documents(NIGHT, LATER, "The choir of Millbrook sang in the square."))
    assert (night["killed"], night["injured"], later["injured"]) == (0, 2, 2)
    assert (choir["killed"], choir["injured"]) == (None, None)
