"""The table of parties and relations holds together: no name twice, every relation between names that are known, years in order."""

from collections import Counter
from datetime import date

import pytest

from hearsay.lexicons import load, naming, parties
from hearsay.lexicons.parties import Relation

COUNTRIES = {" ".join(naming.fold(name)) for names in load("demonym")["names"].values() for name in names}
FORMER = {"north vietnam", "south vietnam", "yugoslavia", "rhodesia"}


def is_known(name: str) -> bool:
    key = naming.key(name)
    return key in {naming.key(row.name) for row in parties.rows()} or naming.state_of(key) != key or key in COUNTRIES | FORMER


def test_no_name_is_two_parties() -> None:
    folded = [{naming.fold(name) for name in (row.name, *row.also)} for row in parties.rows()]
    names = Counter(name for those in folded for name in those)
    assert [name for name, number in names.items() if number > 1] == []


@pytest.mark.parametrize("relation", parties.relations(), ids=lambda relation: f"{relation.who} {relation.kind} {relation.whom}")
def test_a_relation_is_between_known_names_in_years_that_are_in_order(relation: Relation) -> None:
    assert relation.source
    assert 1900 < relation.first <= (relation.last or 2100) <= 2100
    assert is_known(relation.who) or relation.kind == "spokesman_of"
    assert is_known(relation.whom) or relation.kind == "controls"


def test_a_relation_holds_in_its_years_and_on_no_unknown_day() -> None:
    relation = Relation("Hill Youth", "part_of", "Hill Front", 1990, 1992, "test")
    assert [relation.holds(day) for day in (date(1989, 12, 31), date(1990, 1, 1), date(1992, 12, 31), date(1993, 1, 1), None)] == [
        False,
        True,
        True,
        False,
        False,
    ]
    assert Relation("Hill Youth", "part_of", "Hill Front", 1990, None, "test").holds(date(2020, 1, 1))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Daesh", "Islamic State"),
        ("the NRF", "National Resistance Front"),
        ("SOHR", "Syrian Observatory for Human Rights"),
        ("Hill Front", None),
        ("sl", None),
    ],
)
def test_a_party_is_found_by_any_of_its_names(name: str, expected: str | None) -> None:
    found = parties.find(name)
    assert (found and found.name) == expected


def test_agencies_outlets_and_observers_are_told_apart() -> None:
    assert {"state", "rebel", "militia", "organisation", "agency", "observer", "media"} == {row.kind for row in parties.rows()}
    assert set(load("party")["stands_as"]) == {"agency", "observer", "media"}
