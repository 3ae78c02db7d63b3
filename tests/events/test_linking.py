"""What belongs together, what never does, and that every link says why."""

import random
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import events
from hearsay.events.claims import describe
from hearsay.events.comparison import compare
from hearsay.events.linking import relink
from hearsay.events.neighbours import Neighbours
from hearsay.events.shelves import Held
from hearsay.events.tellings import tell
from hearsay.lexicons import load
from hearsay.records import Claim, Event, Party, Ruling, Sketch
from tests.events.worlds import HILL, NORTHVILLE, RIVER, SOUTHPORT, sketches, worlds
from tests.ledger.stories import civilians, claim, figure, party, place, when


def groups(*claims: Claim) -> list[set[str]]:
    return [set(event.claim_ids) for event in events.link(claims)]


def attack(claim_id: str, **more: Any) -> Claim:
    usual: dict[str, Any] = {"places": [NORTHVILLE], "time": when("2021-03-02"), "actors": [RIVER], "targets": [HILL]}
    return claim(claim_id, "attack", **(usual | more))


def test_two_reports_of_one_day_and_place_are_one_event_and_the_link_says_why() -> None:
    (event,) = events.link([attack("a/1"), claim("b/1", "shelling", places=[NORTHVILLE], time=when("2021-03-02"))])
    assert event.claim_ids == ("a/1", "b/1")
    (link,) = event.links
    assert [words for _, words in link.reasons] == [
        "same time (2021-03-02)",
        "same place (northville)",
        "attack and shelling are often one thing",
    ]
    assert link.score == sum(weight for weight, _ in link.reasons)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"time": when("2021-03-05")}, id="three days later"),
        pytest.param({"places": [SOUTHPORT]}, id="440 km away"),
        pytest.param({"places": [replace(NORTHVILLE, country="TD")]}, id="another country"),
        pytest.param({"realis": "planned"}, id="only planned"),
    ],
)
def test_never_together_however_alike_the_rest_is(change: dict[str, Any]) -> None:
    words = "the same nine long words stand in both reports"
    figures = (figure("killed", 34, victims=[HILL]),)
    first, second = attack("a/1", words=words, figures=figures), attack("b/1", words=words, figures=figures, **change)
    assert groups(first, second) == [{"a/1"}, {"b/1"}]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"time": when("2021-03-01", "2021-03-02")}, id="told as a night"),
        pytest.param({"places": [place("Northvill")]}, id="place spelt otherwise and unknown to the gazetteer"),
        pytest.param({"places": [place("Northville Valley")]}, id="place named more fully"),
        pytest.param({"places": [place("Farm", 10.05, 20.05, country="SD")]}, id="a farm 8 km off"),
        pytest.param({"places": [place("North", 10.4, 20.5, country="SD", admin1="North", precision=4)]}, id="only the region is named"),
        pytest.param({"actors": [party("River Army fighters")]}, id="party named with its people"),
    ],
)
def test_told_otherwise_but_still_together(change: dict[str, Any]) -> None:
    assert groups(attack("a/1"), attack("b/1", **change)) == [{"a/1", "b/1"}]


def test_neighbouring_days_join_only_where_much_else_agrees() -> None:
    words = "thirty four fighters killed near the bridge"
    rich: dict[str, Any] = {"figures": (figure("killed", 34, victims=[HILL]),), "words": words}
    poor: dict[str, Any] = {"actors": [], "targets": []}
    assert groups(attack("a/1", **rich), attack("b/1", time=when("2021-03-03"), **rich)) == [{"a/1", "b/1"}]
    assert groups(attack("a/1", **poor), attack("b/1", time=when("2021-03-03"), **poor)) == [{"a/1"}, {"b/1"}]


def test_a_vague_claim_without_a_day_does_not_chain_two_days() -> None:
    words = "the river army attacked the hill front again"
    vague = attack("b/1", time=None, words=words)
    found = groups(attack("a/1", words=words), vague, attack("c/1", time=when("2021-03-06"), words=words))
    assert len(found) == 2
    assert not any({"a/1", "c/1"} <= group for group in found)


def test_undated_claims_of_two_reports_are_not_joined_by_place_and_parties_alone() -> None:
    assert groups(attack("a/1", time=None), attack("b/1", time=None)) == [{"a/1"}, {"b/1"}]


def test_a_bare_count_joins_the_happening_beside_it() -> None:
    happening = attack("a/1", start=0, words="The River Army attacked Northville on Tuesday")
    toll = claim("a/2", start=60, figures=[figure("wounded", 65, victims=[HILL])])
    (event,) = events.link([happening, toll])
    assert event.claim_ids == ("a/1", "a/2")
    assert "a count told beside a happening" in [words for _, words in event.links[0].reasons]


def test_a_count_of_a_longer_time_stays_apart_from_the_night_within_it() -> None:
    night = claim("a/1", places=[NORTHVILLE], time=when("2021-03-02"), figures=[figure("killed", 34, victims=[HILL])])
    week = claim("b/1", places=[NORTHVILLE], time=when("2021-02-27", "2021-03-05"), figures=[figure("killed", 301, None, victims=[HILL])])
    assert groups(night, week) == [{"b/1"}, {"a/1"}]


def test_talks_and_an_attack_on_one_day_in_one_place_are_two_events() -> None:
    assert len(groups(attack("a/1"), claim("a/2", "talks", start=900, places=[NORTHVILLE], time=when("2021-03-02"), actors=[RIVER, HILL]))) == 2


def test_sides_swapped_read_the_same() -> None:
    def scene(one: Party, other: Party) -> list[set[str]]:
        return groups(
            attack("a/1", actors=[one], targets=[other]), attack("b/1", actors=[other], targets=[one], places=[]), attack("c/1", actors=[one])
        )

    assert scene(RIVER, HILL) == scene(HILL, RIVER)


def test_the_id_stays_while_the_earliest_claim_does() -> None:
    (first,) = events.link([attack("a/1")])
    (grown,) = events.link([attack("a/1"), attack("b/1")])
    assert first.event_id == grown.event_id


def test_a_claim_given_twice_counts_once() -> None:
    assert groups(attack("a/1"), attack("a/1")) == [{"a/1"}]


def test_nothing_gives_nothing() -> None:
    assert events.link([]) == ()


def test_events_are_in_order_of_their_days_undated_ones_last() -> None:
    undated = claim("a/0", "talks", actors=[RIVER])
    assert groups(undated, attack("c/1", time=when("2021-05-01")), attack("b/1")) == [{"b/1"}, {"c/1"}, {"a/0"}]


def test_comparison_is_not_quadratic_and_a_crowd_is_one_event() -> None:
    told = [tell([attack(f"r{number}/1")])[0] for number in range(600)]
    found = Neighbours(Held(told))
    found.reach([one.telling_id for one in told])
    assert len(list(found.links(found.knots()))) < 600 * 60
    assert len(relink([one.telling_id for one in told], Held(told))) == 1


def test_a_known_world_is_recovered() -> None:
    """Sixty happenings, days or places apart, each told by up to five reports that name place, day, parties and type each in their own way."""
    chance = random.Random(7)  # noqa: S311 - a made-up world, not a secret
    truth: dict[str, int] = {}
    told: list[Claim] = []
    for number in range(60):
        spot = place(f"Town {chr(65 + number % 6)}", 5.0 + 3 * (number % 6), 30.0, country="SD")
        day = f"2021-0{1 + number // 24}-{1 + 4 * (number // 6 % 4):02d}"
        for teller in range(chance.randint(1, 5)):
            claim_id = f"r{number}-{teller}/1"
            truth[claim_id] = number
            told.append(
                claim(
                    claim_id,
                    chance.choice(["attack", "shelling", "bombing"]),
                    places=[replace(spot, lat=spot.lat + chance.random() / 20 if spot.lat else None)],
                    time=when(day),
                    actors=chance.choice([[], [RIVER], [party("River Army troops")]]),
                    figures=[figure("killed", chance.randint(5, 30), victims=[civilians()])],
                )
            )
    chance.shuffle(told)
    found = {frozenset(event.claim_ids) for event in events.link(told)}
    assert found == {frozenset(name for name in truth if truth[name] == number) for number in range(60)}


@settings(max_examples=60, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_does_not_matter(told: list[Claim], chance: random.Random) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert events.link(shuffled) == events.link(told)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_every_claim_is_in_one_event_and_every_link_adds_up(told: list[Claim]) -> None:
    found = events.link(told)
    assert sorted(claim_id for event in found for claim_id in event.claim_ids) == sorted(one.claim_id for one in told)
    assert len({event.event_id for event in found}) == len(found)
    for event in found:
        check(event)


def check(event: Event) -> None:
    assert event.claim_ids == tuple(sorted(event.claim_ids))
    assert len(event.links) == len(event.claim_ids) - 1
    for link in event.links:
        assert {link.left, link.right} <= set(event.claim_ids)
        assert link.score == sum(weight for weight, _ in link.reasons) >= load("linking")["threshold"]


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_no_event_holds_two_exact_days_more_than_one_apart(told: list[Claim]) -> None:
    times = {one.claim_id: one.event.time for one in told}
    for event in events.link(told):
        stated = [time for claim_id in event.claim_ids if (time := times[claim_id]) and time.surface]
        assert not stated or (max(t.first for t in stated) - min(t.last for t in stated)).days <= 1


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_event_holds_a_running_total_of_days_and_what_happened_on_one_of_them(data: st.DataObject) -> None:
    told = data.draw(worlds())
    days = {one.claim_id: (time.first, time.last) for one in told if (time := one.event.time) and time.surface}
    totals = {one.claim_id for one in told if any(one.is_total for one in one.figures)}
    for event in events.link(told, sketches=data.draw(sketches(told))):
        said = [claim_id for claim_id in event.claim_ids if claim_id in days]
        for first, last in (days[one] for one in said if one in totals):
            assert (last - first).days < 2 or not any(first <= days[one][0] == days[one][1] <= last for one in said)


@settings(max_examples=60, deadline=None)
@given(worlds())
def test_comparing_is_the_same_from_either_side(told: list[Claim]) -> None:
    traits = [describe(one) for one in told]
    for one in traits:
        for other in traits:
            assert sorted(compare(one, other)) == sorted(compare(other, one))


NAMES = ("brandt", "dahl", "okafor", "pell", "quarry")


def test_reports_that_lead_with_the_same_rare_names_come_together_and_the_link_says_so() -> None:
    told = [claim(f"{report}/1", places=[], figures=[figure("killed", 1)], words=f"one was killed {report}") for report in "ab"]
    known = [Sketch(report, date(2021, 3, 2), names, ()) for report, names in (("a", (*NAMES, "monday")), ("b", (*NAMES, "tuesday", "34")))]
    (event,) = events.link(told, sketches=known)
    assert "both reports name brandt, dahl, okafor, quarry" in [words for _, words in event.links[0].reasons]
    assert len(events.link(told)) == 2


@pytest.mark.parametrize(
    ("names", "told", "events_told"),
    [
        pytest.param(
            (*NAMES, "dairy", "northville"), "places that one of the reports names together (dairy lane, northville)", 1, id="named together"
        ),
        pytest.param(NAMES, "different places (dairy lane, northville)", 2, id="not named by the other"),
        pytest.param((*NAMES, "lane"), "different places (dairy lane, northville)", 2, id="only a common word of it"),
    ],
)
def test_a_street_that_no_table_has_may_be_in_the_town_that_its_report_leads_with(names: tuple[str, ...], told: str, events_told: int) -> None:
    street = attack("a/1", places=[place("Dairy Lane", country="SD")], figures=[figure("killed", 2)])
    town = attack("b/1", time=when("2021-03-02", surface=""), figures=[figure("killed", 3)])
    known = [Sketch("a", date(2021, 3, 2), names, ()), Sketch("b", date(2021, 3, 2), NAMES, ())]
    one, other = (events.tell([report], sketch)[0] for report, sketch in zip((street, town), known, strict=True))
    assert told in [words for _, words in compare(one, other)]
    assert len(events.link([street, town], sketches=known)) == events_told


def test_regions_that_end_far_from_each_other_are_places_apart() -> None:
    marshes = place("Marshes", 14.0, 20.0, country="SD", precision=4, radius_km=40.0)
    north, south = (describe(attack(name, places=[where])) for name, where in (("a/1", NORTHVILLE), ("b/1", marshes)))
    assert "places apart (marshes, northville)" in [words for _, words in compare(north, south)]
    nearer = describe(attack("c/1", places=[replace(marshes, lat=11.0)]))
    assert "different places (marshes, northville)" in [words for _, words in compare(north, nearer)]


def test_names_that_many_reports_lead_with_say_nothing() -> None:
    told = [claim(f"r{number}/1", places=[], figures=[figure("killed", 1)], words=f"one was killed r{number}") for number in range(40)]
    known = [Sketch(one.report_id, date(2021, 3, 2), NAMES, ()) for one in told]
    assert len(events.link(told, sketches=known)) == 40


def test_only_the_main_telling_of_a_report_bears_its_names() -> None:
    main = attack("a/1", figures=[figure("killed", 34, victims=[HILL])])
    aside = claim("a/2", "talks", start=900, places=[SOUTHPORT], time=when("2021-02-01"))
    tellings = events.tell([aside, main], Sketch("a", date(2021, 3, 3), NAMES, ()))
    assert [(one.telling_id, bool(one.names)) for one in tellings] == [("a/1", True), ("a/2", False)]


def test_a_year_old_day_meets_a_report_that_says_none_only_by_names() -> None:
    shooting = attack("a/1", figures=[figure("killed", 1)], words="a shot in the night")
    trial = attack("b/1", figures=[figure("killed", 1)], time=when("2022-01-10", surface=""), words="the trial of the man begins")
    known = [Sketch("a", date(2021, 3, 3), NAMES, ()), Sketch("b", date(2022, 1, 10), NAMES, ())]
    assert len(events.link([shooting, trial])) == 2
    assert len(events.link([shooting, trial], sketches=known)) == 1


def test_a_ruling_of_same_joins_what_days_and_places_keep_apart_and_names_the_judge() -> None:
    first, second = attack("a/1"), attack("b/1", places=[SOUTHPORT], time=when("2021-04-09"))
    (event,) = events.link([first, second], rulings=[Ruling("a/1", "b/1", is_same=True, by="Ann")])
    assert [words for _, words in event.links[0].reasons] == ["judged by Ann"]


def test_what_fits_either_of_two_that_were_ruled_one_joins_both() -> None:
    first, second, third = attack("a/1"), attack("b/1", places=[SOUTHPORT], time=when("2021-04-09")), attack("c/1")
    assert len(events.link([first, second, third], rulings=[Ruling("a/1", "b/1", is_same=True, by="Ann")])) == 1


@pytest.mark.parametrize(("second", "third"), [("a/2", 34), ("b/1", 34), ("b/1", 301)])
def test_a_night_and_the_total_of_its_week_are_one_if_ruled_so_and_what_fits_either_joins_both(second: str, third: int) -> None:
    def told(claim_id: str, killed: int) -> Claim:
        figures = [figure("killed", killed, victims=[HILL], is_total=killed > 100)]
        return attack(claim_id, time=when("2021-03-02") if killed < 100 else when("2021-02-27", "2021-03-05"), figures=figures)

    claims = [told("a/1", 34), told(second, 301), told("c/1", third)]
    assert len(events.link(claims)) == 2
    assert len(events.link(claims, rulings=[Ruling("a/1", second, is_same=True, by="Ann")])) == 1


def test_a_ruling_of_different_parts_the_best_of_pairs_and_those_of_one_report() -> None:
    apart = [Ruling("a/1", "b/1", is_same=False, by="Ann")]
    assert len(events.link([attack("a/1"), attack("b/1")], rulings=apart)) == 2
    within = [Ruling("a/1", "a/2", is_same=False, by="Ann")]
    assert len(events.link([attack("a/1"), attack("a/2", start=20)], rulings=within)) == 2


def test_the_later_ruling_beats_the_earlier() -> None:
    same, apart = (Ruling("a/1", "b/1", is_same=is_same, by="Ann") for is_same in (True, False))
    claims = [attack("a/1"), attack("b/1")]
    assert len(events.link(claims, rulings=[same, apart])) == 2
    assert len(events.link(claims, rulings=[apart, same])) == 1
