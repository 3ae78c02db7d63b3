"""Airwars: ranges without a best, its gradings, and who is blamed."""

import json

import pytest

from hearsay.faces.exports import write
from hearsay.lexicons import load
from hearsay.records import Figure, Happening, Party
from tests.faces.exports.building import ARMY, ARMY_VOICE, FRONT, FRONT_VOICE, MONITOR, ORUN, VILLAGERS, day, dead, holdings, told

STRIKE = Happening("airstrike", actors=(ARMY,), targets=(VILLAGERS,), places=(ORUN,), time=day(3))
NUMBERS = ("killed_min", "killed_max", "injured_min", "injured_max")


@pytest.fixture
def incidents(tmp_path):
    """The incidents of an event of some claims."""

    def made(*claims):
        out = tmp_path / "airwars.json"
        write(holdings(claims, "airwars"), to="airwars", out=out, overwrite=True)
        return json.loads(out.read_text(encoding="utf-8"))

    return made


def test_a_range_over_credible_voices_and_its_grading(incidents):
    [one] = incidents(told(STRIKE, dead(5, VILLAGERS)), told(STRIKE, dead(8, VILLAGERS), by=FRONT_VOICE, report="r2"))
    assert one["killed_injured_civilian_non_combatants"] == {"killed_min": 5, "killed_max": 8, "injured_min": None, "injured_max": None}
    assert one["civilian_harm_status"] in load("profile")["gradings"]
    assert (one["civilian_harm_status"], one["strike_status"], one["strike_type"]) == ("fair", "likely_strike", "Airstrike")
    assert one["belligerents"] == [{"belligerent_term": "Syrian army", "belligerent_type": "Suspected"}]
    assert (one["civilian_harm_reported"], one["incident_date"], one["incident_date_end"]) == ("Yes", "2031-05-03", None)
    assert one["geolocations"] == [{"latitude": 36.2, "longitude": 37.15, "geolocation_accuracy": None, "primary_coordinate": True}]
    assert one["hearsay_grading_meaning"] == load("profile")["gradings"]["fair"]


def test_whoever_says_that_it_did_it_is_known(incidents):
    [one] = incidents(told(STRIKE, dead(5, VILLAGERS), by=ARMY_VOICE))
    assert one["belligerents"] == [{"belligerent_term": "Syrian army", "belligerent_type": "Known"}]
    assert (one["civilian_harm_status"], one["strike_status"]) == ("confirmed", "declared_strike")


def test_nobody_is_blamed_whom_no_claim_blames(incidents):
    harm = Happening("airstrike", targets=(VILLAGERS,), places=(ORUN,), time=day(3))
    [one] = incidents(told(harm, dead(5, VILLAGERS)), told(Happening("retreat", actors=(FRONT,), places=(ORUN,), time=day(3)), report="r2"))
    assert one["belligerents"] == []
    assert one["civilian_harm_status"] == "weak"


def test_fighters_are_counted_apart(incidents):
    [one] = incidents(told(Happening("clash", actors=(ARMY,), targets=(FRONT,), places=(ORUN,), time=day(3)), dead(9, FRONT), dead(2, VILLAGERS)))
    assert one["killed_injured_belligerents"]["killed_min"] == 9
    assert one["killed_injured_civilian_non_combatants"]["killed_max"] == 2


def test_named_persons_are_listed_with_what_is_known(incidents):
    person = Party("Samir Noor", "Samir Noor", 0, 0, "person")
    harm = Figure("wounded", 1, 1, 1, 0, 0, "Samir Noor", (person,))
    [one] = incidents(told(STRIKE, dead(5, VILLAGERS), harm))
    assert one["victims"] == [{"name": "Samir Noor", "age": None, "gender": None, "harm": "injured"}]


def test_sources_have_their_outlet_and_day(incidents):
    [one] = incidents(told(STRIKE, dead(5, VILLAGERS), by=MONITOR))
    assert one["sources"] == [{"author": "The Herald", "url": None, "archive": None, "language": "en", "platform": None, "date": "2031-05-09"}]


def test_every_incident_of_the_demo_has_ordered_ranges(export):
    for one in json.loads(export("airwars").read_text(encoding="utf-8")):
        for name in ("killed_injured_civilian_non_combatants", "killed_injured_belligerents", "hearsay_killed_injured_unknown"):
            told_numbers = one[name]
            assert tuple(told_numbers) == NUMBERS
            for harm in ("killed", "injured"):
                low, high = told_numbers[f"{harm}_min"], told_numbers[f"{harm}_max"]
                assert high is None or low <= high


def test_mere_people_count_where_force_was_used(incidents):
    people = Party("people", "people", 0, 0, "other")
    assert incidents(told(Happening("toll", places=(ORUN,), time=day(3)), dead(9, people))) == []
    [one] = incidents(told(Happening("shelling", places=(ORUN,), time=day(3)), dead(9, people)))
    assert one["hearsay_killed_injured_unknown"]["killed_min"] == 9
    assert one["civilian_harm_reported"] is None


def test_an_event_without_civilian_harm_is_left_out(incidents):
    assert incidents(told(Happening("clash", actors=(ARMY,), targets=(FRONT,), places=(ORUN,), time=day(3)), dead(9, FRONT))) == []
