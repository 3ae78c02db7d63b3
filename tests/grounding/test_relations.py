"""How a happening lies to the place that is named, and the point that follows."""

import pytest

from hearsay import grounding
from hearsay.grounding.trees import Tree
from hearsay.grounding.unnamed import unnamed
from hearsay.records import Place
from tests.grounding.readings import read


def found(text: str) -> dict[str, Place]:
    return {spot.place.name: spot.place for spot in grounding.find_places(read(text))}


@pytest.mark.parametrize(
    ("text", "name", "kind", "km", "bearing"),
    [
        ("A convoy was hit 30 km north of Raqqa in Syria.", "Raqqa", "north_of", 30.0, 0.0),
        ("Shells fell 60 kilometres (35 miles) northeast of Damascus in Syria.", "Damascus", "northeast_of", 60.0, 45.0),
        ("They attacked to the east of Kunduz in Afghanistan.", "Kunduz", "east_of", None, 90.0),
        ("They attacked from the southwest of Parwan province in Afghanistan.", "Parwan", "southwest_in", None, 225.0),
        ("A mine went off near Manbij in Syria.", "Manbij", "near", None, None),
        ("A bomb exploded on the outskirts of Kabul in Afghanistan.", "Kabul", "near", None, None),
        ("A drone fell 12 km from Kabul in Afghanistan.", "Kabul", "km_of", 12.0, None),
    ],
)
def test_relations_to_one_place(text: str, name: str, kind: str, km: float | None, bearing: float | None) -> None:
    relation = found(text)[name].relation
    assert relation is not None
    assert (relation.kind, relation.km, relation.bearing) == (kind, km, bearing)


@pytest.mark.parametrize(
    ("text", "kind", "one", "other"),
    [
        ("Rebels closed the main road linking Homs with the neighbouring city of Hama in Syria.", "road", "Homs", "Hama"),
        ("Fighting broke out between Homs and Hama in Syria on Monday.", "between", "Homs", "Hama"),
        ("Tanks fought for the Beirut-Damascus highway in Lebanon.", "road", "Beirut", "Damascus"),
        ("A bomb exploded on the highway from Kabul to Jalalabad in Afghanistan.", "road", "Kabul", "Jalalabad"),
    ],
)
def test_relations_to_two_places(text: str, kind: str, one: str, other: str) -> None:
    places = found(text)
    first, second = places[one].relation, places[other].relation
    assert first is not None
    assert second is not None
    assert (first.kind, first.other, second.kind, second.other) == (kind, other, kind, one)
    assert first.lat == pytest.approx(second.lat, abs=0.01)
    assert places[one].precision == 5


def test_the_point_lies_so_far_off_and_may_be_so_wrong() -> None:
    place = found("A convoy was hit 30 km north of Raqqa in Syria.")["Raqqa"]
    assert place.relation is not None
    assert place.relation.lat == pytest.approx((place.lat or 0) + 0.27, abs=0.01)
    assert place.relation.lon == place.lon
    assert (place.precision, place.radius_km) == (2, 12.0)


def test_two_states_at_war_are_no_ends_of_a_line() -> None:
    assert all(place.relation is None for place in found("Clashes between Syria and Turkey went on.").values())


def test_a_noun_for_a_place_has_its_own_relation() -> None:
    made = read("Fighting raged in the Panjshir Valley in Afghanistan. The Taliban attacked in the northeast of the valley on Monday, he said.")
    spots = list(unnamed(Tree(made), grounding.find_places(made)))
    assert [spot.place.relation and spot.place.relation.kind for spot in spots] == ["northeast_in"]
