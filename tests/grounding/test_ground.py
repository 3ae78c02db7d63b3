"""Whole claims grounded, by the shipped reader; the reports are written for these tests."""

from dataclasses import replace
from datetime import date

import pytest

from hearsay import grounding
from hearsay.records import Claim, Cue, Evidence, Figure, Happening, Party, Voice
from hearsay.records.public import from_json, to_json
from tests.grounding.readings import read

REPORT = (
    "Three soldiers were killed by a roadside bomb near Kunduz on Tuesday, the Afghan army said. "
    "A market in Baghlan province was shelled. "
    "The army has often accused the other side of such attacks."
)
PUBLISHED = date(2021, 9, 2)


def claim(words: str, type_: str = "attack", *, report: str = REPORT, party: str | None = None) -> Claim:
    start = report.index(words)
    end = start + len(words)
    actors = (Party(party, party, report.index(party), report.index(party) + len(party)),) if party else ()
    evidence = Evidence(start, end, words)
    return Claim(words, "test", evidence, (Voice("The Courier", "", 0, 0, "media"),), "asserts", Happening(type_, actors=actors), (), 1.0, "test")


def test_a_claim_has_its_own_day_and_place() -> None:
    (grounded,) = grounding.ground(read(REPORT, PUBLISHED), [claim("Three soldiers were killed by a roadside bomb near Kunduz on Tuesday")])
    time, places = grounded.event.time, grounded.event.places
    assert time is not None
    assert (time.first, time.last, time.surface, time.basis, time.precision) == (date(2021, 8, 31), date(2021, 8, 31), "Tuesday", "published", 1)
    assert [(place.name, place.country) for place in places] == [("Kunduz", "AF")]
    assert places[0].relation is not None


def test_a_day_is_carried_on_and_a_place_is_not_where_another_is_named() -> None:
    claims = [
        claim("Three soldiers were killed by a roadside bomb near Kunduz on Tuesday"),
        claim("A market in Baghlan province was shelled", "shelling"),
    ]
    _, shelling = grounding.ground(read(REPORT, PUBLISHED), claims)
    assert shelling.event.time is not None
    assert shelling.event.time.first == date(2021, 8, 31)
    assert [place.name for place in shelling.event.places] == ["Baghlan"]


def test_what_has_often_been_has_no_day() -> None:
    claims = [claim("Three soldiers were killed"), claim("The army has often accused the other side of such attacks", "accusation")]
    assert grounding.ground(read(REPORT, PUBLISHED), claims)[1].event.time is None


def test_without_words_the_report_tells_of_its_day_and_the_day_before() -> None:
    report = "Gunmen attacked a checkpoint in Herat in Afghanistan, police said."
    (grounded,) = grounding.ground(read(report, PUBLISHED), [claim("Gunmen attacked a checkpoint in Herat", report=report)])
    time = grounded.event.time
    assert time is not None
    assert (time.first, time.last, time.surface, time.basis) == (date(2021, 9, 1), PUBLISHED, "", "published")


def test_a_year_is_known_even_if_the_day_of_the_report_is_not() -> None:
    report = "Gunmen attacked a checkpoint in 1987, police said."
    (grounded,) = grounding.ground(read(report), [claim("Gunmen attacked a checkpoint in 1987", report=report)])
    assert grounded.event.time is not None
    assert (grounded.event.time.first.year, grounded.event.time.basis) == (1987, "stated")


def test_a_voice_has_the_day_it_spoke() -> None:
    report = "The governor said on Wednesday that gunmen had attacked a checkpoint in Herat on Monday."
    start = report.index("said")
    voice = Voice("governor", "governor", 4, 12, "person", cue=Cue("said", start, start + 4))
    before = replace(claim("gunmen had attacked a checkpoint in Herat on Monday", report=report), chain=(voice,))
    (grounded,) = grounding.ground(read(report, PUBLISHED), [before])
    assert grounded.event.time is not None
    assert grounded.event.time.first == date(2021, 8, 30)
    assert grounded.chain[0].said is not None
    assert grounded.chain[0].said.first == date(2021, 9, 1)


def test_what_was_said_on_a_day_may_be_of_the_day_before() -> None:
    report = "Shells killed four people in Herat, a doctor said on Wednesday."
    (grounded,) = grounding.ground(read(report, PUBLISHED), [claim("Shells killed four people in Herat", report=report)])
    assert grounded.event.time is not None
    assert (grounded.event.time.first, grounded.event.time.last) == (date(2021, 8, 31), date(2021, 9, 1))


def test_nothing_is_made_up_where_nothing_is_known() -> None:
    report = "Gunmen attacked a checkpoint, police said."
    (grounded,) = grounding.ground(read(report), [claim("Gunmen attacked a checkpoint", report=report)])
    assert (grounded.event.time, grounded.event.places) == (None, ())


def test_parties_and_figures() -> None:
    report = "Taliban terrorists killed 34 civilians in Herat, the governor said on Monday. ISIL said it had killed nobody."
    start = report.index("34 civilians")
    figure = Figure("killed", 34, 34, 34, start, start + 12, "34 civilians", (Party("civilians", "civilians", start + 3, start + 12),))
    before = claim("Taliban terrorists killed 34 civilians in Herat", report=report, party="Taliban terrorists")
    (grounded,) = grounding.ground(read(report, PUBLISHED), [replace(before, figures=(figure,))])
    (actor,) = grounded.event.actors
    assert (actor.name, actor.label, actor.kind, actor.surface) == ("Taliban", "terrorists", "rebel", "Taliban terrorists")
    assert grounded.figures[0].victims[0].kind == "civilians"
    assert grounded.figures[0].places is None


def test_grounding_changes_nothing_else_and_keeps_the_order() -> None:
    claims = [claim("A market in Baghlan province was shelled"), claim("Three soldiers were killed")]
    grounded = grounding.ground(read(REPORT, PUBLISHED), claims)
    assert [(c.claim_id, c.evidence, c.stance, c.event.type) for c in grounded] == [(c.claim_id, c.evidence, c.stance, c.event.type) for c in claims]
    assert grounded == grounding.ground(read(REPORT, PUBLISHED), claims)


@pytest.mark.parametrize(
    ("report", "cue", "days"),
    [
        ("Two men were killed on Monday, a monitor said.", "said", None),
        ("Two men were killed on Monday, a monitor said on Tuesday.", "said", ("2021-08-31", "2021-08-31")),
        ("The army said in a statement late on Tuesday that two men were killed on Monday.", "said", ("2021-08-31", "2021-08-31")),
        ("The doctor told Reuters on Tuesday that two men were killed.", "told", ("2021-08-31", "2021-08-31")),
        ("The army said shells killed two men on Monday.", "said", None),
    ],
)
def test_the_day_of_what_is_said_is_not_the_day_it_was_said(report: str, cue: str, days: tuple[str, str] | None) -> None:
    start = report.index(cue)
    evidence = report[report.index("wo men") - 1 :].split(",", maxsplit=1)[0].split(" on ", maxsplit=1)[0]
    voice = Voice("someone", "", 0, 0, "person", cue=Cue(cue, start, start + len(cue)))
    (grounded,) = grounding.ground(read(report, PUBLISHED), [replace(claim(evidence, report=report), chain=(voice,))])
    said = grounded.chain[0].said
    assert (said and (said.first.isoformat(), said.last.isoformat())) == days


def test_a_day_after_something_is_the_day_of_the_other() -> None:
    report = "The rebels were shelled on Tuesday. Guns hit the bridge a day after the town fell."
    claims = [claim("The rebels were shelled", report=report), claim("Guns hit the bridge", report=report), claim("the town fell", report=report)]
    shelled, hit, fell = (grounded.event.time for grounded in grounding.ground(read(report, PUBLISHED), claims))
    assert shelled is not None
    assert hit is not None
    assert fell is not None
    assert (shelled.first, hit.first, fell.first) == (date(2021, 8, 31), date(2021, 8, 31), date(2021, 8, 30))


def test_far_from_the_day_told_a_happening_is_between_it_and_the_report() -> None:
    report = "Two men were killed on Tuesday. It rained. The road was closed. The market was empty. Gunmen burnt a school."
    (grounded,) = grounding.ground(read(report, PUBLISHED), [claim("Gunmen burnt a school", report=report)])
    alone = grounded.event.time
    both = grounding.ground(
        read(report, PUBLISHED), [claim("Two men were killed on Tuesday", report=report), claim("Gunmen burnt a school", report=report)]
    )
    assert alone is not None
    assert both[1].event.time is not None
    assert (alone.first, both[1].event.time.first, both[1].event.time.last) == (date(2021, 9, 1), date(2021, 8, 31), PUBLISHED)


def test_an_hour_that_is_said_goes_into_the_record_and_back() -> None:
    report = "Gunmen attacked a checkpoint at 9:30 p.m. on Tuesday."
    (grounded,) = grounding.ground(read(report, PUBLISHED), [claim("Gunmen attacked a checkpoint", report=report)])
    record = to_json(grounded)
    assert (record["event"]["time"]["from"], record["event"]["time"]["to"]) == ("2021-08-31T21:30", "2021-08-31T21:30")
    assert from_json(record) == grounded
