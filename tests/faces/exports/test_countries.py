"""The table of countries: no code twice, and every country that names of peoples lead to is in it."""

import re

import pytest

from hearsay.faces.exports.countries import country
from hearsay.lexicons import load

TABLE = load("country")["countries"]


@pytest.mark.parametrize("column", ["iso3", "number", "gw", "name"])
def test_no_code_stands_twice(column):
    codes = [row[column] for row in TABLE.values() if column in row]
    assert len(set(codes)) == len(codes)


def test_codes_have_their_form():
    assert all(re.fullmatch("[A-Z]{2}", code) and re.fullmatch("[A-Z]{3}", row["iso3"]) for code, row in TABLE.items())
    assert all(0 < row.get("number", 1) < 1000 and 2 <= row.get("gw", 2) < 1000 for row in TABLE.values())


def test_every_country_of_the_table_of_peoples_is_there():
    codes = {code for table in ("adjectives", "names") for code in load("demonym")[table]}
    assert sorted(codes - set(TABLE)) == []


@pytest.mark.parametrize(
    ("code", "iso3", "number", "gw", "region"),
    [
        ("AF", "AFG", 4, 700, "Asia"),
        ("SY", "SYR", 760, 652, "Middle East"),
        ("UA", "UKR", 804, 369, "Europe"),
        ("SS", "SSD", 728, 626, "Africa"),
        ("CO", "COL", 170, 100, "Americas"),
        ("YE", "YEM", 887, 678, "Middle East"),
        ("PS", "PSE", 275, None, "Middle East"),
    ],
)
def test_some_that_are_known(code, iso3, number, gw, region):
    found = country(code)
    assert found is not None
    assert (found.iso3, found.number, found.gw, found.ucdp_region) == (iso3, number, gw, region)


def test_every_state_of_the_list_has_a_region():
    states = [country(code) for code, row in TABLE.items() if "gw" in row]
    assert [one for one in states if one is None or not one.ucdp_region] == []


def test_no_code_is_no_country():
    assert country(None) is None
    assert country("ZZ") is None
