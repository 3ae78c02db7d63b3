"""UCDP GED: its columns in its order, its identities, and nothing invented."""

import csv

import pytest

from hearsay.faces.exports import write
from hearsay.faces.exports.csv_tables import Sheet
from hearsay.faces.exports.ucdp_ged import priogrid
from hearsay.records import Happening, Place
from tests.faces.exports.building import ARMY, ARMY_VOICE, FRONT, FRONT_VOICE, LEAGUE, ORUN, VILLAGERS, day, dead, holdings, told

# As the header of the global dataset, version 25.1, has them.
COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name "
    "side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date "
    "source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country "
    "country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
).split()
NUMBERS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low")


@pytest.fixture
def coded(tmp_path):
    """The rows of an event of some claims."""

    def made(*claims):
        out = tmp_path / "ged.csv"
        write(holdings(claims, "ucdp"), to="ucdp-ged", out=out, overwrite=True)
        with out.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return made


def check(row):
    """What GED's codebook has of every row."""
    numbers = {name: int(row[name]) for name in NUMBERS}
    assert numbers["best"] == numbers["deaths_a"] + numbers["deaths_b"] + numbers["deaths_civilians"] + numbers["deaths_unknown"]
    assert 0 <= numbers["low"] <= numbers["best"] <= numbers["high"]
    assert numbers["high"] >= 1
    assert row["type_of_violence"] in {"", "1", "2", "3"}
    assert row["where_prec"] in {"", *"1234567"}
    assert row["date_prec"] in {"", *"12345"}
    assert row["event_clarity"] in {"1", "2"}
    assert row["date_start"] <= row["date_end"]
    assert row["region"] in {"", "Africa", "Americas", "Asia", "Europe", "Middle East"}
    assert int(row["id"]) == int(row["relid"][1:], 16)


def test_the_49_columns_stand_in_their_order(export):
    with export("ucdp-ged").open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert header == COLUMNS
    assert len(header) == 49
    assert all(len(row) == 49 for row in rows)


def test_every_row_of_the_demo_keeps_the_identities(export, holdings):
    with export("ucdp-ged").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 3
    for row in rows:
        check(row)
    told = {one.event.event_id for one in holdings.dossiers if any(tally.measure == "killed" and tally.high != 0 for tally in one.tallies)}
    assert {row["relid"] for row in rows} == told


def test_a_battle_of_a_state_and_its_dead(coded):
    clash = Happening("clash", actors=(ARMY,), targets=(FRONT,), places=(ORUN,), time=day(3))
    [row] = coded(told(clash, dead(7, FRONT), dead(2, ARMY), dead(4, VILLAGERS)))
    check(row)
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Government of Syria", "Hill Front")
    assert (row["deaths_a"], row["deaths_b"], row["deaths_civilians"], row["deaths_unknown"]) == ("2", "7", "4", "0")
    assert (row["gwnoa"], row["gwnob"], row["country_id"], row["country"], row["region"]) == ("652", "", "652", "Syria", "Middle East")
    assert (row["where_prec"], row["date_prec"], row["event_clarity"], row["date_start"], row["date_end"]) == (
        "1",
        "1",
        "1",
        "2031-05-03",
        "2031-05-03",
    )
    assert row["geom_wkt"] == "POINT (37.150000 36.200000)"
    assert row["source_original"] == "Orun Rights Monitor"
    assert row["source_office"] == "The Herald"
    assert row["source_headline"] == "Dead, and wounded"


def test_two_groups_that_are_no_state(coded):
    [row] = coded(told(Happening("clash", actors=(LEAGUE,), targets=(FRONT,), places=(ORUN,), time=day(3, 5)), dead(7, FRONT)))
    check(row)
    assert (row["type_of_violence"], row["date_prec"]) == ("2", "2")


def test_violence_against_civilians_has_the_one_who_did_it_as_side_a(coded):
    [row] = coded(told(Happening("attack", actors=(FRONT,), targets=(VILLAGERS,), places=(ORUN,), time=day(3)), dead(9, VILLAGERS)))
    check(row)
    assert (row["type_of_violence"], row["side_a"], row["side_b"], row["deaths_b"], row["deaths_civilians"]) == (
        "3",
        "Hill Front",
        "Civilians",
        "0",
        "9",
    )


def test_whoever_harmed_civilians_is_side_a_even_if_others_are_spoken_of_more(coded):
    harm = told(Happening("airstrike", actors=(ARMY,), targets=(VILLAGERS,), places=(ORUN,), time=day(3)), dead(9, VILLAGERS))
    marches = [told(Happening("deployment", actors=(LEAGUE,), places=(ORUN,), time=day(3)), report=f"r{number}") for number in (2, 3)]
    [row] = coded(harm, *marches)
    check(row)
    assert (row["type_of_violence"], row["side_a"]) == ("3", "Government of Syria")


def test_whoever_is_not_said_to_have_done_it_is_no_side(coded):
    harm = told(Happening("attack", targets=(VILLAGERS,), places=(ORUN,), time=day(3)), dead(9, VILLAGERS))
    advance = told(Happening("advance", actors=(FRONT,), places=(ORUN,), time=day(3)))
    [row] = coded(harm, advance)
    check(row)
    assert (row["type_of_violence"], row["side_a"], row["side_b"], row["dyad_name"]) == ("", "", "", "")


def test_what_a_side_says_of_its_enemy_is_high_only(coded):
    clash = Happening("clash", actors=(FRONT,), targets=(ARMY,), places=(ORUN,), time=day(3))
    [row] = coded(told(clash, dead(40, ARMY), by=FRONT_VOICE))
    check(row)
    assert (row["best"], row["low"], row["high"]) == ("0", "0", "40")
    assert row["source_original"] == "Ali Tarek (for Hill Front)"


def test_an_open_number_is_closed_at_its_own_as_ged_has_numbers_only(coded):
    clash = Happening("clash", actors=(FRONT,), targets=(ARMY,), places=(ORUN,), time=day(3))
    [row] = coded(told(clash, dead(12, ARMY, high=None), by=ARMY_VOICE))
    check(row)
    assert (row["best"], row["high"]) == ("12", "12")


def test_a_place_that_was_not_resolved_leaves_its_columns_empty(coded):
    [row] = coded(
        told(Happening("clash", actors=(LEAGUE,), targets=(FRONT,), places=(Place("Nowhere", "Nowhere", 0, 0),), time=day(3)), dead(7, FRONT))
    )
    check(row)
    assert [row[name] for name in ("latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region")] == [""] * 7
    assert (row["where_coordinates"], row["event_clarity"]) == ("Nowhere", "2")


def test_an_event_without_deaths_is_left_out(coded):
    assert coded(told(Happening("clash", actors=(LEAGUE,), targets=(FRONT,), places=(ORUN,), time=day(3)))) == []


@pytest.mark.parametrize(
    ("latitude", "longitude", "gid"), [(-90, -180, 1), (-90, 179.9, 720), (89.9, 179.9, 259_200), (90, 180, 259_200), (0, 0, 129_961)]
)
def test_the_cells_of_the_grid_are_counted_from_the_south_west(latitude, longitude, gid):
    assert priogrid(latitude, longitude) == gid


def test_texts_in_other_codings_are_disarmed_too(tmp_path):
    with (tmp_path / "x.csv").open("w", encoding="utf-8", newline="") as file:
        Sheet(file, ["a"]).write(["=HYPERLINK(1)"])
    assert (tmp_path / "x.csv").read_text() == "a\n'=HYPERLINK(1)\n"
