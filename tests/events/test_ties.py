"""Parts of a whole and later tolls are related, not merged; and what is neither is not related."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from hearsay import events
from hearsay.records import Claim, Place, Sketch, Tie
from tests.events.worlds import HILL, NORTHVILLE, RIVER, SOUTHPORT
from tests.ledger.stories import claim, figure, place, when

NAMES = ("brandt", "dahl", "hill", "northville", "okafor")  # all reports lead with the same
REGION = place("North", 10.4, 20.5, country="SD", admin1="North", precision=4)


def told(claim_id: str, killed: int, first: str, last: str | None = None, **more: Any) -> Claim:
    is_total = more.pop("is_total", False)
    usual: dict[str, Any] = {"places": [NORTHVILLE], "targets": [HILL]}
    figures = [figure("killed", killed, victims=more.get("targets", [HILL]), is_total=is_total)]
    return claim(claim_id, "attack", time=when(first, last), figures=figures, **(usual | more))


def ties(*claims: Claim, published: dict[str, str] | None = None) -> list[Tie]:
    sketches = [Sketch(report, date.fromisoformat(day), NAMES, ()) for report, day in (published or {}).items()]
    linked = events.link(claims, sketches=sketches)
    assert len(linked) == len(claims), "related, not merged"
    return list(events.relate(linked, claims, sketches=sketches))


NIGHT = told("a/1", 34, "2021-03-02")
WEEK = told("b/1", 301, "2021-02-27", "2021-03-05", is_total=True)


def test_a_night_is_part_of_the_total_since_the_week_began_and_the_tie_says_why() -> None:
    (tie,) = ties(NIGHT, WEEK)
    assert tie.kind == "part_of"
    assert [words for _, words in tie.reasons] == [
        "within its days (2021-02-27 to 2021-03-05)",
        "same place (northville)",
        "same victims or target (hill front)",
        "attack and attack are often one thing",
        "34 killed against 301",
        "a running total",
    ]
    assert tie.score == sum(weight for weight, _ in tie.reasons)


def test_whatever_names_their_reports_share_and_the_total_is_no_update_of_its_part() -> None:
    (tie,) = ties(NIGHT, WEEK, published={"a": "2021-03-03", "b": "2021-03-05"})
    assert (tie.kind, tie.score) == ("part_of", 6.5)


def test_a_claim_without_a_day_does_not_chain_a_night_to_the_total_of_its_week() -> None:
    undated = claim("c/1", "attack", places=[NORTHVILLE], targets=[HILL])
    sketches = [Sketch(report, date(2021, 3, 5), NAMES, ()) for report in "abc"]
    found = events.link([NIGHT, WEEK, undated], sketches=sketches)
    assert len(found) == 2
    assert not any({"a/1", "b/1"} <= set(event.claim_ids) for event in found)


def test_a_town_that_no_table_has_in_a_strip_is_part_of_it_if_the_strip_reaches_so_far() -> None:
    def strip(radius_km: float) -> Place:
        return replace(place("The Strip", 10.05, 20.05, country="SD", precision=5), radius_km=radius_km)

    assert len(ties(NIGHT, told("b/1", 301, "2021-02-27", "2021-03-05", places=[strip(20.0)], is_total=True))) == 1
    assert ties(NIGHT, told("b/1", 301, "2021-02-27", "2021-03-05", places=[strip(5.0)], is_total=True)) == []


def test_a_town_is_part_of_its_region() -> None:
    (tie,) = ties(NIGHT, told("b/1", 301, "2021-02-27", "2021-03-05", places=[REGION], is_total=True))
    assert "a place within (northville)" in [words for _, words in tie.reasons]


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param(told("b/1", 20, "2021-02-27", "2021-03-05"), id="fewer than the part"),
        pytest.param(told("b/1", 301, "2021-02-27", "2021-03-05", places=[SOUTHPORT]), id="elsewhere"),
        pytest.param(told("b/1", 301, "2021-03-03", "2021-03-09"), id="begins a day later"),
        pytest.param(told("b/1", 301, "2021-02-27", "2021-03-05", targets=[RIVER]), id="the other side's dead"),
        pytest.param(told("b/1", 301, "2021-02-27", "2021-03-05", realis="threatened"), id="only threatened"),
    ],
)
def test_what_is_no_part(whole: Claim) -> None:
    assert ties(NIGHT, whole) == []


def test_a_later_toll_of_the_same_place_is_an_update_if_its_report_is_later() -> None:
    later = told("c/1", 51, "2021-03-04", is_total=True)
    (tie,) = ties(NIGHT, later, published={"a": "2021-03-02", "c": "2021-03-06"})
    assert (tie.kind, tie.right) == ("update_of", events.link([NIGHT])[0].event_id)
    assert ties(NIGHT, later) == []
    assert ties(NIGHT, later, published={"a": "2021-03-06", "c": "2021-03-02"}) == []


def test_a_smaller_toll_updates_nothing() -> None:
    assert ties(NIGHT, told("c/1", 12, "2021-03-04"), published={"a": "2021-03-02", "c": "2021-03-06"}) == []


def test_a_total_beside_the_night_in_one_report_stays_apart() -> None:
    night = told("a/1", 34, "2021-03-02", start=0)
    total = told("a/2", 34, "2021-02-20", "2021-03-02", start=60, is_total=True)
    assert len(events.link([night, total])) == 2
