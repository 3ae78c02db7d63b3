"""Where a claim happened: what its words tie it to, what they point back to, and where the tale is."""

import pytest

from hearsay import claims, grounding
from hearsay.records import Claim
from tests.grounding.readings import read


def told(text: str) -> list[Claim]:
    made = read(text)
    return list(grounding.ground(made, claims.find(made)))


def names(claim: Claim) -> list[str]:
    return [place.name for place in claim.event.places]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels attacked the town of Manbij in Aleppo province on Monday, the army said.", "Manbij"),
        ("Gunmen killed two farmers in Jayrud, 60 km northeast of Damascus, on Monday, residents said.", "Jayrud"),
        ("Warplanes bombed the village of Qarabulaghistan near Kunduz on Monday, residents said.", "Qarabulaghistan"),
        ("Gunmen killed two farmers in the Red Sea port town of Mokha in Yemen on Monday, residents said.", "Mokha"),
        ("Shells killed four people in al-Midan neighborhood of Aleppo on Monday, a monitor said.", "al-Midan"),
    ],
)
def test_the_narrowest_place_of_the_clause(text: str, place: str) -> None:
    assert place in names(told(text)[0])


def test_a_noun_stands_for_the_town_named_before() -> None:
    found = told(
        "The army entered Manbij in Syria on Monday, a monitor said. Officials in Ankara were silent. Rebels shelled the town on Tuesday, he said."
    )
    place = found[-1].event.places[0]
    assert (place.name, place.surface) == ("Manbij", "town")


def test_plural_nouns_stand_for_all_of_them() -> None:
    found = told("Rebels took the villages of Kafr Nabl and Saraqeb in Syria on Monday. Jets bombed the villages on Tuesday, a monitor said.")
    assert names(found[-1]) == ["Kafr Nabl", "Saraqeb"]


def test_the_tale_of_a_war_is_of_the_country() -> None:
    found = told(
        "Rebels attacked a post in Idlib on Monday, a Syrian monitor said. Over 200,000 Syrians have been killed since the war began in 2011."
    )
    assert names(found[-1]) == ["Syria"]


def test_a_headline_is_of_the_place_that_the_lead_gives() -> None:
    found = told("Air strike kills nine in Yemen. An air strike killed nine people in the port town of Mokha in Yemen on Monday, medics said.")
    assert all(names(claim) == ["Mokha"] for claim in found)


def test_a_dateline_is_no_place_of_what_happened() -> None:
    found = told("Published Jan 20 2015 Beirut Government jets bombed the town of Saraqeb in Syria on Monday and killed six people, a monitor said.")
    assert all("Beirut" not in names(claim) for claim in found)


def test_who_said_it_from_where_is_no_place_of_what_happened() -> None:
    found = told("Six people were killed in Saraqeb on Monday, according to the health office in Idlib province in Syria.")
    assert names(found[0]) == ["Saraqeb"]


def test_the_area_is_the_quarter_named_last() -> None:
    found = told(
        "The army took Saraqeb in Syria on Sunday. It surrounded Beni Shamut district, and there were heavy air strikes in the area, he said."
    )
    assert names(found[-1]) == ["Beni Shamut"]


def test_what_goes_on_in_a_country_is_not_of_the_town_of_the_lead() -> None:
    found = told("Air strike kills nine in Mokha in Yemen. Medics said that the coalition continues to attack civilians in Yemen.")
    assert names(next(claim for claim in found if claim.event.realis == "ongoing")) == ["Yemen"]


def test_across_the_country_is_of_the_country() -> None:
    found = told("Rebels attacked a post in Idlib on Monday, a Syrian monitor said. Sixty rebels were killed in raids across country.")
    assert names(found[-1]) == ["Syria"]
