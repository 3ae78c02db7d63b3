"""Who fights whom: what claims say first, then what is known; allies are never made enemies."""

from dataclasses import replace

import pytest

from hearsay.faces.exports.gist import Gist
from hearsay.faces.exports.scenes import Scene
from hearsay.records import Happening, Party
from tests.faces.exports.building import ARMY, FRONT, LEAGUE, ORUN, VILLAGERS, day, dead, holdings, told

RUSSIANS = Party("Russian forces", "Russian forces", 0, 0, "state")
GOVERNMENT = Party("government", "government", 0, 0, "state")


def happening(type_, actors=(), targets=()):
    return Happening(type_, actors=actors, targets=targets, places=(ORUN,), time=day(3))


def sides(*claims):
    made = holdings(claims)
    [dossier] = made.dossiers
    return [side.name for side in Gist(Scene(dossier, made)).sides]


def test_whom_most_claims_have_against_each_other():
    clash = told(happening("clash", (LEAGUE,), (FRONT,)))
    strikes = [told(happening("airstrike", (ARMY,), (FRONT,)), report=f"r{number}") for number in (2, 3)]
    assert sorted(sides(clash, *strikes)) == ["Hill Front", "Syrian army"]


def test_victims_count_as_whom_it_was_done_to():
    assert sorted(sides(told(happening("attack", (ARMY,)), dead(3, FRONT)))) == ["Hill Front", "Syrian army"]


def test_both_who_clash_may_be_its_actors():
    assert sorted(sides(told(happening("clash", (ARMY, FRONT))))) == ["Hill Front", "Syrian army"]


def test_allies_who_act_together_are_no_pair():
    assert len(sides(told(happening("airstrike", (ARMY, RUSSIANS), (VILLAGERS,))))) == 1
    assert len(sides(told(happening("airstrike", (RUSSIANS,))), told(happening("attack"), dead(3, ARMY), report="r2"))) == 1


def test_one_who_acts_and_one_who_suffers_are_a_pair_if_not_both_are_states():
    assert sorted(sides(told(happening("airstrike", (ARMY,))), told(happening("attack"), dead(3, FRONT), report="r2"))) == [
        "Hill Front",
        "Syrian army",
    ]


def test_what_is_denied_or_planned_makes_no_pair():
    claim = told(happening("attack", (ARMY,), (FRONT,)))
    assert sides(replace(claim, stance="denies")) == []
    assert sides(replace(claim, event=replace(claim.event, realis="planned"))) == []


@pytest.mark.parametrize("bare", ["government", "army", "military"])
def test_a_bare_government_is_that_of_the_country(bare):
    claims = told(happening("attack", (replace(GOVERNMENT, name=bare),), (FRONT,))), told(happening("shelling", (ARMY,), (FRONT,)), report="r2")
    assert sorted(sides(*claims)) == ["Hill Front", "Syrian army"]


def test_a_bare_government_is_not_a_foreign_one():
    claims = told(happening("attack", (GOVERNMENT,), (FRONT,))), told(happening("airstrike", (RUSSIANS,), (FRONT,)), report="r2")
    made = holdings(claims)
    [dossier] = made.dossiers
    assert {side.name for side in Gist(Scene(dossier, made)).armed} == {"government", "Hill Front", "Russian forces"}
