"""Places: names to points, by what can be read."""

import sqlite3
from pathlib import Path

import pytest

from hearsay import grounding
from hearsay.grounding import gazetteer
from hearsay.grounding.folding import key
from hearsay.grounding.mentions import without_works
from hearsay.records import Place
from tests.grounding.readings import read


def found(text: str) -> dict[str, Place]:
    return {spot.place.name: spot.place for spot in grounding.find_places(read(text))}


@pytest.mark.parametrize(
    ("name", "country"),
    [("Aleppo", "SY"), ("Mosul", "IQ"), ("Kunduz", "AF"), ("El Fasher", "SD"), ("Kharkiv", "UA"), ("Taiz", "YE"), ("Mogadishu", "SO"),
     ("Mekelle", "ET"), ("Gao", "ML"), ("Myitkyina", "MM"), ("Chalatenango", "SV"), ("Sidon", "LB"), ("Khan Younis", "PS"), ("Misrata", "LY"),
     ("Goma", "CD"), ("Maiduguri", "NG"), ("Jaffna", "LK"), ("Srebrenica", "BA"), ("Grozny", "RU"), ("Srinagar", "IN"), ("Marawi", "PH"),
     ("Basra", "IQ"), ("Juba", "SS"), ("Bangui", "CF"), ("Ayacucho", "PE"), ("Stepanakert", "AZ")],
)  # fmt: skip
def test_the_gazetteer_knows_towns_of_many_wars(name: str, country: str) -> None:
    assert country in [entry.country for entry in gazetteer.find(name)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Khan Sheikhoun", "Khan Shaykhun"), ("Raqqa", "Raqa"), ("Deir ez-Zor", "Deir Ezzor"), ("Al-Bab", "al Bab"), ("Gulbahar", "Golbahar"),
     ("Parwan", "Parvan"), ("Tokhar", "Al-Tukhar"), ("Kunduz", "Kondoz"), ("Mazar-e Sharif", "Mazar-i-Sharif")],
)  # fmt: skip
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert key(one) == key(other) or {e.entry_id for e in gazetteer.find(one)} & {e.entry_id for e in gazetteer.find(other)}


def test_the_rest_of_the_report_tells_which_tripoli() -> None:
    lebanese = found("Clashes broke out in Tripoli, Lebanon, the Lebanese army said. Lebanese soldiers closed the road to Beirut.")
    libyan = found("Clashes broke out in Tripoli, Libya, the Libyan army said. Libyan fighters closed the road to Misrata.")
    assert (lebanese["Tripoli"].country, libyan["Tripoli"].country) == ("LB", "LY")


def test_a_province_is_no_town() -> None:
    place = found("The rebels took three villages in Aleppo province in northern Syria.")["Aleppo"]
    assert (place.precision, place.country) == (4, "SY")


def test_a_place_that_nobody_knows_keeps_its_words() -> None:
    place = found("Shells fell on the village of Qarabulaghistan in northern Syria, residents said.")["Qarabulaghistan"]
    assert (place.lat, place.gazetteer, place.surface) == (None, None, "Qarabulaghistan")


def test_a_hospital_is_no_name_by_itself() -> None:
    assert set(found("Two of the wounded were taken to Rhode Island Hospital, and one died.")) == {"Rhode Island"}
    assert set(found("The man is held in the Grant County Jail, police said.")) == {"Grant County"}


def test_relations() -> None:
    places = found("A convoy was hit 30 km north of Raqqa and a mine went off near Manbij in Syria.")
    relation = places["Raqqa"].relation
    assert relation is not None
    assert (relation.kind, relation.km) == ("north_of", 30.0)
    near = places["Manbij"].relation
    assert near is not None
    assert near.kind == "near"


def test_parties_are_no_places() -> None:
    assert "Islamic State" not in found("Fighters of the Islamic State attacked Kobani in Syria.")
    assert "Iraq" not in found("The Islamic State of Iraq and the Levant attacked Kobani in Syria.")


def test_the_gazetteer_is_small_and_whole() -> None:
    path = Path(gazetteer.__file__).parent / "gazetteer" / "places.sqlite"
    assert path.stat().st_size < 15_000_000
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as file:
        bad = "SELECT count(*) FROM place WHERE abs(lat) > 900000 OR abs(lon) > 1800000 OR length(country) <> 2"
        lost = "SELECT count(*) FROM name LEFT JOIN place ON place.id = name.place WHERE place.id IS NULL"
        countries = "SELECT count(*) FROM place WHERE kind = 1"
        assert [file.execute(query).fetchone()[0] for query in (bad, lost)] == [0, 0]
        assert file.execute(countries).fetchone()[0] > 240
    file.close()


def test_a_row_of_names_without_commas_ends() -> None:
    assert "Damascus" in found("Shells fell on Syrias Aleppo Homs Hama Damascus Latakia Tartus and Idlib on Monday, the monitor said.")


def test_regions_are_told_from_towns_and_countries_of_their_name() -> None:
    found_here = found("Officers in Athens, Ga., and in Hall County, Ga., said that the roads to Atlanta and Augusta were closed in Georgia.")
    assert {place.country for place in found_here.values()} == {"US"}
    assert found_here["Hall County"].precision == 3


def test_the_capital_of_the_country_told_of() -> None:
    assert gazetteer.capital_of("SY") in gazetteer.find("Damascus")


def test_adjectives_tell_of_countries_and_regions() -> None:
    told = grounding.find_peoples(read("Sri Lankan troops and Chechen fighters met Syrian officers."), within=True)
    assert [(place.name, place.surface) for place in told] == [("Sri Lanka", "Sri Lankan"), ("Chechnya", "Chechen"), ("Syria", "Syrian")]


@pytest.mark.parametrize(("name", "place"), [("Seoul City Hall", "Seoul"), ("Aleppo Military Hospital", "Aleppo"), ("Kansas City", "Kansas City")])
def test_a_building_lies_in_the_town_that_it_is_named_after(name: str, place: str) -> None:
    assert without_works(name) == place


def test_the_candidates_are_kept_with_their_points_and_reasons() -> None:
    spot = next(spot for spot in grounding.find_places(read("Clashes broke out in Tripoli, Lebanon, the Lebanese army said.")) if spot.choice)
    assert spot.candidates[0] == spot.choice
    assert len(spot.candidates) > 1
    assert [choice.points for choice in spot.candidates] == sorted((choice.points for choice in spot.candidates), reverse=True)
    assert any("said to lie there" in reason for reason in spot.candidates[0].reasons)


def test_names_that_differ_by_a_vowel_are_found_in_the_country_told_of() -> None:
    assert "Kandahar" in [entry.name for entry in gazetteer.alike("Kandohar", "AF")]
    assert gazetteer.alike("Kandohar", "PE") == ()
