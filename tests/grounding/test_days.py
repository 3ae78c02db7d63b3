"""Which day a claim tells of; the reports are written for these tests."""

from datetime import date
from typing import get_args

import pytest

from hearsay import grounding
from hearsay.records import Claim, Evidence, Happening, Voice
from hearsay.records.claim import Realis
from tests.grounding.readings import read

PUBLISHED = date(2021, 9, 2)  # a Thursday
NEWS = ("2021-09-01", "2021-09-02")
TUESDAY = ("2021-08-31", "2021-08-31")


def claim(report: str, words: str) -> Claim:
    """A claim from "type: words" or "type realis: words"."""
    kind, _, evidence = words.partition(": ")
    type_, _, realis = kind.partition(" ")
    start = report.index(evidence)
    told: Realis = next((one for one in get_args(Realis) if one == realis), "actual")
    voice = Voice("The Courier", "", 0, 0, "media")
    event = Happening(type_, told)
    return Claim(words, "test", Evidence(start, start + len(evidence), evidence), (voice,), "asserts", event, (), 1.0, "test")


def days(report: str, *words: str) -> tuple[str, str] | None:
    """The first and last day of the last claim."""
    time = grounding.ground(read(report, PUBLISHED), [claim(report, one) for one in words])[-1].event.time
    return (time.first.isoformat(), time.last.isoformat()) if time else None


LATE = "Rain fell in Herat. Schools were shut. The market was empty. "


@pytest.mark.parametrize(
    ("report", "words", "expected"),
    [
        # what has happened is of no day to come
        ("The minister cancelled the meeting set for September 10.", "breakdown: The minister cancelled the meeting set for September 10", NEWS),
        ("Envoys are due on Saturday for talks with the king.", "talks: talks with the king", ("2021-09-04", "2021-09-04")),
        ("The general gave them until Saturday and threatened to attack.", "threat threatened: threatened to attack", None),
        ("KABUL, September 2 (AW) - Ten men have died since the town fell on Monday.", "attack: Ten men have died", ("2021-08-30", "2021-09-02")),
        # a day of saying is none of what is planned
        ("The general said on Tuesday that his troops would soon seize the town.", "seizure planned: his troops would soon seize the town", None),
        # no days that anything could be compared by
        ("The rebels took several bases in recent months.", "seizure: The rebels took several bases in recent months", NEWS),
        ("The shells hit the hill before the army retook the town in March.", "shelling: The shells hit the hill", NEWS),
        ("Jets bombed the airport, which rebels have besieged for three years.", "airstrike: Jets bombed the airport", NEWS),
        ("It was the heaviest bombardment since May.", "shelling: It was the heaviest bombardment since May", NEWS),
        ("It was the first attack since the truce began in May.", "attack: It was the first attack", NEWS),
        ("It was the first bomb to hit the town since the start of the war in 2011.", "bombing: the first bomb to hit the town", NEWS),
        # from the start of it to the report
        ("Forty men were killed since the attack began in May.", "attack: Forty men were killed", ("2021-05-01", "2021-09-02")),
        ("It is the worst defeat since May, when the rebels lost the port.", "retreat: the rebels lost the port", ("2021-05-01", "2021-05-31")),
        (
            "Army guns have killed ten men since the town fell on Monday, he said on Wednesday.",
            "attack: killed ten men",
            ("2021-08-30", "2021-09-02"),
        ),
        ("The town has been empty since May, when the army shelled it.", "shelling: the army shelled it", ("2021-05-01", "2021-05-31")),
        ("Police arrested a man on Tuesday for the killing of two farmers.", "execution: the killing of two farmers", None),
        ("The man who shot two farmers was arrested on Tuesday.", "attack: who shot two farmers", None),
        ("The trial of a general for the massacre of two farmers began on Tuesday.", "execution: the massacre of two farmers", None),
        ("Police arrested a man for the killing of two farmers on Tuesday.", "execution: the killing of two farmers", TUESDAY),
        ("Police arrested two men on Tuesday after an attack on a farm.", "attack: an attack on a farm", TUESDAY),
    ],
)
def test_a_day_in_the_sentence_may_be_of_something_else(report: str, words: str, expected: tuple[str, str] | None) -> None:
    assert days(report, words) == expected


@pytest.mark.parametrize(
    ("report", "words", "expected"),
    [
        (LATE + "The rebels are fighting the army on two fronts.", "clash ongoing: The rebels are fighting the army on two fronts", None),
        (LATE + "Rebels were attacking the barracks.", "attack ongoing: Rebels were attacking the barracks", NEWS),
        (LATE + "The army still controls the hills.", "control ongoing: The army still controls the hills", NEWS),
        (LATE + "The village lies near the front of the campaign against the rebels.", "attack: the campaign against the rebels", None),
        (LATE + "The village lies near the front of a new offensive against the rebels.", "attack: a new offensive against the rebels", NEWS),
        (LATE + "The village lies near the place of the attack on the rebels.", "attack: the attack on the rebels", NEWS),
        ("The rebels have used the hill to launch rockets.", "shelling: launch rockets", None),
        ("Traders marched through the town to protest against the killings.", "protest: protest against the killings", NEWS),
        ("Gunmen tried to enter the village.", "advance planned: enter the village", NEWS),
        ("Gunmen may try to enter the village.", "advance planned: enter the village", None),
        ("Both sides agreed to exchange prisoners.", "agreement: Both sides agreed to exchange prisoners", NEWS),
        ("The road is open under a deal between both sides.", "agreement: a deal between both sides", None),
    ],
)
def test_what_has_no_day_unless_one_is_said(report: str, words: str, expected: tuple[str, str] | None) -> None:
    assert days(report, words) == expected


def test_an_attack_pointed_back_to_is_of_its_day() -> None:
    report = "A bomb killed two men on Tuesday. " + LATE + "The Taliban have claimed responsibility. The group has fired on the town."
    bomb = "bombing: A bomb killed two men"
    assert days(report, bomb, "bombing: The Taliban have claimed responsibility") == TUESDAY
    assert days(report, bomb, "attack: The group has fired on the town") is None
    old = "A bomb killed two men on Tuesday. " + LATE + "The town was quiet in May. Rebels took a hill in the attack. Rebels took a farm."
    assert days(old, bomb, "seizure: Rebels took a hill in the attack") == TUESDAY
    assert days(old, bomb, "seizure: Rebels took a farm") is None


def test_the_day_of_an_arrest_does_not_lead_the_tale_to_the_deed() -> None:
    report = "Police arrested a man on Tuesday for the killing of two farmers. The farmers were shot dead in a field."
    arrest, killing, shooting = "arrest: Police arrested a man", "execution: the killing of two farmers", "attack: The farmers were shot dead"
    assert (days(report, arrest), days(report, arrest, killing), days(report, arrest, killing, shooting)) == (TUESDAY, None, NEWS)
    told = "Two farmers were shot dead on Tuesday. Police arrested a man for the killings."
    assert days(told, "attack: Two farmers were shot dead", "execution: the killings") == TUESDAY


def test_days_told_by_the_way_do_not_lead_the_tale() -> None:
    report = "Jets bombed the town on Tuesday, a day after rebels killed a pilot. The bombs hit a school."
    assert days(report, "airstrike: Jets bombed the town", "attack: rebels killed a pilot", "airstrike: The bombs hit a school") == TUESDAY
    noun = "Jets bombed the town on Tuesday, a day after the capture of a pilot. The bombs hit a school."
    assert days(noun, "airstrike: Jets bombed the town", "arrest: the capture of a pilot", "airstrike: The bombs hit a school") == TUESDAY
    aside = "The blast hit the market, which opened in May. Gunmen burnt a school."
    assert days(aside, "destruction: Gunmen burnt a school") == NEWS


def test_the_lead_is_of_the_day_that_the_report_gives_further_on() -> None:
    report = "Shells kill two in Herat. The dead were brothers. The shells hit their house on Tuesday."
    assert days(report, "shelling: The shells hit their house", "shelling: Shells kill two in Herat") == TUESDAY
    assert days(report, "shelling: The shells hit their house", "siege: Shells kill two in Herat") == NEWS


def test_a_late_report_stays_with_the_one_day_it_tells_of() -> None:
    report = "A bomb killed two men on Sunday. " + LATE + "Gunmen burnt a school. On Monday the road was shelled. " + LATE + "Jets bombed the hill."
    told = ("bombing: A bomb killed two men", "attack: Gunmen burnt a school", "shelling: the road was shelled", "airstrike: Jets bombed the hill")
    assert days(report, *told[:2]) == ("2021-08-29", "2021-08-29")
    assert days(report, *told) == NEWS
