"""Parts of a whole and later tolls are related, not merged; and what is neither is not related."""

from datetime import date
from typing import Any

import pytest

from hearsay import events
from hearsay.records import Claim, Sketch, Tie
from tests.events.worlds import HILL, NORTHVILLE, RIVER, SOUTHPORT
from tests.ledger.stories import claim, figure, place, when

REGION = place("North", 10.4, 20.5, country="SD", admin1="North", precision=4)


def told(claim_id: str, killed: int, first: str, last: str | None = None, **more: Any) -> Claim:
    is_total = more.pop("is_total", False)
    usual: dict[str, Any] = {"places": [NORTHVILLE], "targets": [HILL]}
    figures = [figure("killed", killed, victims=more.get("targets", [HILL]), is_total=is_total)]
    return claim(claim_id, "attack", time=when(first, last), figures=figures, **(usual | more))


def ties(*claims: Claim, published: dict[str, str] | None = None) -> list[Tie]:
    sketches = [Sketch(report, date.fromisoformat(day), (), ()) for report, day in (published or {}).items()]
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
