"""ACLED: its columns in its order, its vocabularies and hierarchy, its rule for fatalities."""

import csv
from dataclasses import replace

import pytest

from hearsay.faces.exports import write
from hearsay.faces.exports.acled_coding import Coded
from hearsay.lexicons import load
from hearsay.records import Happening, Place
from tests.faces.exports.building import ARMY, ARMY_VOICE, FRONT, FRONT_VOICE, LEAGUE, ORUN, VILLAGERS, day, dead, holdings, told
from tests.house.test_papers import TYPES

COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 "
    "interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes "
    "fatalities tags timestamp"
).split()
SUB_EVENTS = {Coded(event, sub) for event, subs in load("coding")["sub_events"].items() for sub in subs}
INTERS = set(load("coding")["actors"]["order"])


@pytest.fixture
def coded(tmp_path):
    """The rows of an event of some claims."""

    def made(*claims):
        out = tmp_path / "acled.csv"
        write(holdings(claims, "acled"), to="acled", out=out, overwrite=True)
        with out.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return made


def happening(type_, *, actors=(ARMY,), targets=(FRONT,), when=None, weapons=()):
    return Happening(type_, actors=actors, targets=targets, places=(ORUN,), time=when or day(3), weapons=weapons)


def check(row):
    """What ACLED's codebook has of every row."""
    assert any(
        (coded.event, coded.sub_event, coded.disorder) == (row["event_type"], row["sub_event_type"], row["disorder_type"]) for coded in SUB_EVENTS
    )
    assert {row["inter1"], row["inter2"]} <= {"", *INTERS}
    assert row["time_precision"] in {"", "1", "2", "3"}
    assert row["geo_precision"] in {"", "1", "2", "3"}
    assert row["civilian_targeting"] in {"", "Civilians targeted"}
    assert int(row["fatalities"]) >= 0
    if row["event_type"] == "Battles":
        assert row["civilian_targeting"] == ""
        assert row["actor1"]
        assert row["actor2"]


def test_the_31_columns_stand_in_their_order(export):
    with export("acled").open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert header == COLUMNS
    assert len(header) == 31
    assert rows
    assert all(len(row) == 31 for row in rows)


def test_every_row_of_the_demo_is_in_the_vocabulary(export):
    with export("acled").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            check(row)


def test_the_vocabulary_is_whole_and_every_type_is_mapped_into_it():
    assert len(SUB_EVENTS) == 25
    assert len({coded.event for coded in SUB_EVENTS}) == 6
    table = load("coding")["types"]
    assert sorted(table) == sorted(TYPES)
    pairs = {(coded.event, coded.sub_event) for coded in SUB_EVENTS}
    assert {tuple(row["acled"]) for row in (*table.values(), *load("coding")["weapons"]) if row["acled"]} <= pairs


@pytest.mark.parametrize(
    ("claims", "sub_event"),
    [
        ([told(happening("clash"))], "Armed clash"),
        ([told(happening("airstrike"))], "Air/drone strike"),
        ([told(happening("airstrike")), told(happening("clash"))], "Armed clash"),
        ([told(happening("shelling")), told(happening("airstrike"))], "Air/drone strike"),
        ([told(happening("bombing", weapons=("suicide vest",)))], "Suicide bomb"),
        ([told(happening("bombing", weapons=("car bomb",)))], "Remote explosive/landmine/IED"),
        ([told(happening("attack", weapons=("grenade",)))], "Grenade"),
        ([told(happening("attack", targets=(VILLAGERS,)))], "Attack"),
        ([told(happening("attack", targets=(VILLAGERS,))), told(happening("abduction", targets=(VILLAGERS,)))], "Attack"),
        ([told(happening("abduction", targets=(VILLAGERS,)))], "Abduction/forced disappearance"),
        ([told(happening("arrest", targets=(VILLAGERS,)))], "Arrests"),
        ([told(happening("arrest", actors=(FRONT,), targets=(VILLAGERS,)))], "Abduction/forced disappearance"),
        ([told(happening("seizure"))], "Non-violent transfer of territory"),
        ([told(happening("seizure")), told(happening("clash"))], "Government regains territory"),
        ([told(happening("seizure", actors=(FRONT,), targets=(ARMY,)), dead(3, ARMY))], "Non-state actor overtakes territory"),
        ([told(happening("talks"))], "Agreement"),
        ([told(happening("protest", actors=(), targets=()))], "Peaceful protest"),
        ([told(happening("protest", actors=(), targets=()), dead(2, VILLAGERS))], "Excessive force against protesters"),
    ],
)
def test_the_highest_of_what_is_told_is_coded(coded, claims, sub_event):
    [row] = coded(*claims)
    check(row)
    assert row["sub_event_type"] == sub_event


@pytest.mark.parametrize(
    "claims",
    [
        [told(happening("threat"))],
        [told(happening("aid"))],
        [told(happening("talks")), told(happening("breakdown"))],
        [told(replace(happening("clash"), realis="planned"))],
        [told(happening("clash"), stance="denies")],
        [told(happening("toll"), dead(3, FRONT))],
        [told(happening("attack", actors=(), targets=()))],
    ],
)
def test_what_did_not_happen_or_acled_does_not_code_is_left_out(coded, claims):
    assert coded(*claims) == []


def test_actors_and_their_types(coded):
    [row] = coded(told(happening("clash")))
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == ("Syrian army", "State forces", "Hill Front", "Rebel group")
    assert row["interaction"] == "State forces-Rebel group"
    [row] = coded(told(happening("attack", actors=(FRONT,), targets=(VILLAGERS,))))
    assert (row["actor1"], row["actor2"], row["interaction"]) == ("Hill Front", "Civilians (Syria)", "Rebel group-Civilians")
    assert row["civilian_targeting"] == "Civilians targeted"


def test_whoever_is_not_named_is_an_unidentified_armed_group(coded):
    [row] = coded(told(happening("attack", actors=(), targets=(VILLAGERS,)), dead(3, VILLAGERS)))
    check(row)
    assert (row["actor1"], row["inter1"]) == ("Unidentified Armed Group (Syria)", "Political militia")


def test_an_air_strike_of_nobody_named_is_of_an_unidentified_group_too(coded):
    [row] = coded(told(happening("airstrike", actors=(), targets=())))
    check(row)
    assert (row["actor1"], row["actor2"], row["interaction"]) == ("Unidentified Armed Group (Syria)", "", "Political militia only")


def test_a_coalition_is_an_external_force(coded):
    [row] = coded(told(happening("airstrike", actors=(replace(ARMY, name="US-led coalition"),))))
    assert row["inter1"] == "External/Other forces"


def test_a_state_outside_its_own_country_is_an_external_force(coded):
    abroad = replace(ARMY, name="Turkish army")
    [row] = coded(told(happening("shelling", actors=(abroad,))))
    assert (row["inter1"], row["interaction"]) == ("External/Other forces", "Rebel group-External/Other forces")


def test_civilians_harmed_in_a_battle_are_in_its_fatalities_and_not_targeted(coded):
    [row] = coded(told(happening("clash"), dead(4, FRONT), dead(6, VILLAGERS)))
    check(row)
    assert (row["event_type"], row["fatalities"], row["civilian_targeting"]) == ("Battles", "10", "")


def test_the_lowest_number_is_recorded(coded):
    [row] = coded(told(happening("clash"), dead(9, FRONT)), told(happening("clash"), dead(5, FRONT), by=FRONT_VOICE, report="r2"))
    assert row["fatalities"] == "5"


def test_a_number_that_only_the_enemy_gives_says_so(coded):
    [row] = coded(told(happening("clash"), dead(40, FRONT), by=ARMY_VOICE))
    assert row["fatalities"] == "40"
    assert row["tags"].split("; ")[0] == "fatalities unproven"
    assert "Nobody who gives a number may be taken alone" in row["notes"]
    assert "Colonel Rami (for Syrian army) (The Herald, 2031-05-09)" in row["notes"]


def test_no_information_on_fatalities_is_recorded_as_0(coded):
    [row] = coded(told(happening("clash")))
    assert (row["fatalities"], row["tags"]) == ("0", "")
    assert "No number of fatalities is told." in row["notes"]


def test_days_and_places(coded):
    [row] = coded(told(happening("clash", when=day(3))))
    assert (row["event_date"], row["year"], row["time_precision"], row["geo_precision"]) == ("2031-05-03", "2031", "1", "1")
    assert (row["event_id_cnty"], row["iso"], row["country"], row["region"]) == ("SYRe1a2b3c4d5e", "760", "Syria", "Middle East")
    assert (row["latitude"], row["longitude"], row["admin1"], row["location"]) == ("36.2", "37.15", "Aleppo", "Orun")
    [row] = coded(told(happening("clash", when=day(2, 8, 3))))
    assert (row["event_date"], row["time_precision"]) == ("2031-05-05", "2")
    [row] = coded(told(happening("clash", when=day(1, 31, 4))))
    assert (row["event_date"], row["time_precision"]) == ("2031-05-16", "3")


def test_what_is_not_known_is_empty(coded):
    event = Happening("clash", actors=(LEAGUE,), targets=(FRONT,), places=(Place("Nowhere", "Nowhere", 0, 0),))
    [row] = coded(told(event))
    check(row)
    assert [row[name] for name in ("event_date", "year", "time_precision", "iso", "country", "region", "latitude", "longitude")] == [""] * 8
