"""One claim for one happening: what it did to people is part of it wherever a tree hangs that, and what a voice has told is not told again."""

import pytest

from hearsay.pipeline import Account, read
from hearsay.records import Claim, Document

FORCE = ("attack", "airstrike", "shelling", "bombing", "clash", "execution")


def claims_of(text: str) -> tuple[Claim, ...]:
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    return account.claims


def told(text: str) -> list[tuple[str, list[str], list[str], list[tuple[str, int | None]]]]:
    """Type, actors, targets and figures of every claim that tells of force."""
    return [
        (
            claim.event.type,
            [party.name for party in claim.event.actors],
            [party.name for party in claim.event.targets],
            [(figure.measure, figure.low) for figure in claim.figures],
        )
        for claim in claims_of(text)
        if claim.event.type in FORCE
    ]


@pytest.mark.parametrize(
    ("text", "kind", "figures"),
    [
        ("Nine people were killed and 15 wounded when gunmen attacked a bus.", "attack", [("killed", 9), ("wounded", 15)]),
        (
            "At least 10 people were killed and another 20 wounded when rebels launched attacks on the town.",
            "attack",
            [("killed", 10), ("wounded", 20)],
        ),
        ("Air strikes by the coalition on a town near the border killed at least 22 civilians.", "airstrike", [("killed", 22)]),
        ("The raid was carried out by jets and killed 58 people.", "airstrike", [("killed", 58)]),
        ("Gunmen carried out an attack on a base and killed nine soldiers.", "attack", [("killed", 9)]),
        ("The front said government jets had dropped bombs on Northville and killed 17 schoolchildren.", "airstrike", [("killed", 17)]),
        ("74 villagers had been killed by shelling inside the zone.", "shelling", [("killed", 74)]),
        ("At least 17 people were killed and 41 wounded by shots fired into the air.", "attack", [("killed", 17), ("wounded", 41)]),
    ],
)
def test_harm_is_told_with_the_event_that_did_it(text: str, kind: str, figures: list[tuple[str, int | None]]):
    assert [(claim[0], claim[3]) for claim in told(text)] == [(kind, figures)]


def test_what_a_participle_says_was_hit_the_raid_before_it_hit():
    ((kind, actors, targets, _),) = told("Ten people were killed in air strikes by the coalition targeting a depot.")
    assert (kind, actors, targets) == ("airstrike", ["coalition"], ["people", "depot"])


def test_shells_that_were_fired_and_hit_are_one_shelling_and_hit_nobody_whom_others_shot():
    shelling, attack = told("Shells fired by the militia hit a market, killing six, while three policemen were shot dead by gunmen in the east.")
    assert shelling == ("shelling", ["militia"], ["market"], [("killed", 6)])
    assert attack == ("attack", ["gunmen"], ["policemen"], [("killed", 3)])


def test_a_count_is_of_the_happening_in_whose_clause_it_stands():
    (strike, ambush) = told("The rebels, who killed 20 soldiers in an ambush on Friday, were bombed by government jets.")
    assert (strike[0], strike[3]) == ("airstrike", [])
    assert (ambush[0], ambush[1], ambush[3]) == ("attack", ["rebels"], [("killed", 20)])


def test_a_weekend_kills_nobody():
    (strike,) = told("A hospital was destroyed by airstrikes over the weekend that killed 13 people.")
    assert (strike[:2], strike[3]) == (("airstrike", []), [("killed", 13)])


@pytest.mark.parametrize(
    "text",
    [
        "Rebels raided the mill. The raid came a day after a truce.",
        "Rebels attacked the old mill at Northville. It rained. Rebels attacked the old mill at Northville.",
    ],
)
def test_what_a_voice_has_told_is_not_told_again(text: str):
    assert len(told(text)) == 1


def test_what_another_voice_tells_is_told_again():
    text = "A monitor said that raids killed 12 people in Northville. Residents said that the raids hit a school in Northville."
    assert [claim.chain[0].name for claim in claims_of(text) if claim.event.type in FORCE] == ["monitor", "Residents"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The army opened a push aimed at retaking the town.", ["advance"]),
        ("The coalition fighting the rebels has carried out air strikes.", ["airstrike"]),
        ("The US Central Command, which oversees military operations in the region, bombed a depot.", ["bombing"]),
        ("The army has been accused of shelling the town.", ["accusation"]),
        ("The coalition destroyed 13 fighting positions.", ["destruction"]),
        ("Officials said revenge was the motive behind the attack.", []),
    ],
)
def test_what_something_is_for_or_called_is_no_happening(text: str, types: list[str]):
    assert [claim.event.type for claim in claims_of(text)] == types


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Militants attacked the convoy in an attempt to kill two ministers.", [[], [("killed", 2)]]),
        ("Three civilians were killed by police after gunmen launched an attack on a bank.", [[("killed", 3)], []]),
        ("Gunmen attacked a bus in Mopti. Gunmen attacked a bus in Mopti on Sunday, killing nine passengers.", [[], [("killed", 9)]]),
        (
            "Rebels attacked a base at Bria, killing a guard. The attack on the hospital in Bangui killed nine people.",
            [[("killed", 1)], [("killed", 9)]],
        ),
        ("The army denied that its jets had bombed the village of Kolo. The bombing killed nine people.", [[], [("killed", 9)]]),
    ],
)
def test_another_happening_keeps_what_it_did(text: str, figures: list[list[tuple[str, int]]]):
    assert [claim[3] for claim in told(text)] == figures


def test_what_is_only_meant_stays_planned():
    (push,) = claims_of("The army said it aims to retake the town of Sake.")
    assert (push.event.type, push.event.realis) == ("seizure", "planned")


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("Iran said US warplanes bombed its port.", ["US"], ["Iran"]),
        ("Turkey, which killed nine fighters in an air raid, said it would go on.", ["Turkey"], ["fighters"]),
        ("Troops deployed by Ethiopia attacked a police station.", ["Troops"], ["police station"]),
        ("The Taliban said they were behind the attack on the hotel.", ["Taliban"], []),
    ],
)
def test_who_did_it_is_the_side_that_the_words_name(text: str, actors: list[str], targets: list[str]):
    assert [claim[1:3] for claim in told(text)] == [(actors, targets)]


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("The governor said the Hill Front was most likely behind the blast.", ["governor"], ["Hill Front"]),
        ("Officials suspect the Hill Front of planting the bomb.", ["Officials"], ["Hill Front"]),
        ("The mayor said the cartel were the suspected perpetrators.", ["mayor"], ["cartel"]),
        ("The monitor said the army had violated human rights law.", ["monitor"], ["army"]),
    ],
)
def test_who_is_said_to_be_behind_it_is_accused(text: str, actors: list[str], targets: list[str]):
    (claim,) = (claim for claim in claims_of(text) if claim.event.type == "accusation")
    assert ([party.name for party in claim.event.actors], [party.name for party in claim.event.targets]) == (actors, targets)
    assert not any(claim.event.type in FORCE for claim in claims_of(text))


def test_strikes_that_appear_to_have_been_carried_out_are_whose_they_appear_to_be():
    (claim,) = claims_of("The monitor said the strikes appeared to have been carried out by the coalition.")
    assert [party.name for party in claim.event.actors] == ["coalition"]
    assert claim.evidence.text == "the strikes appeared to have been carried out by the coalition"


def test_who_flees_fighting_is_displaced_and_is_not_the_monitor():
    (claim,) = (
        claim
        for claim in claims_of("Villagers were hit while they were fleeing fighting in the north, a monitor said.")
        if claim.event.type == "displacement"
    )
    assert "monitor" not in {party.name for party in claim.event.actors}


@pytest.mark.parametrize(
    ("text", "measure", "words"),
    [
        ("Three soldiers were stabbed in the market.", "wounded", "Three soldiers were stabbed in the market"),
        ("Three soldiers were burned by a petrol bomb.", "wounded", "Three soldiers were burned by a petrol bomb"),
        ("Three people were burned to death in their home.", "killed", "Three people were burned to death in their home"),
        ("Ten of the villagers were burned alive.", "killed", "Ten of the villagers were burned alive"),
        ("Two other militants sustained injuries.", "wounded", "Two other militants sustained injuries"),
        ("Over 100 people are recovering from serious wounds.", "wounded", "Over 100 people are recovering from serious wounds"),
    ],
)
def test_who_is_hurt_is_dead_only_if_the_words_say_so(text: str, measure: str, words: str):
    (claim,) = claims_of(text)
    assert [figure.measure for figure in claim.figures] == [measure]
    assert claim.evidence.text == words


def test_a_country_is_not_the_rebels_that_bear_its_name():
    (claim,) = claims_of("Colombia blames ELN rebels for the explosion.")
    assert [party.name for party in claim.event.actors] == ["Colombia"]
    assert [party.name for party in claim.event.targets] == ["National Liberation Army (Colombia)"]


def test_who_flees_fighting_does_not_fight():
    flight, fight = claims_of("Thousands fled fighting between the army and the Hill Front.")
    assert (flight.event.type, flight.figures[0].measure) == ("displacement", "displaced")
    assert {party.name for party in (*fight.event.actors, *fight.event.targets)} == {"army", "Hill Front"}


def test_who_repelled_is_no_voice_in_garbled_wire_copy_either():
    assert {claim.chain[0].name for claim in claims_of("THE BATTALION REPELLED THAT THREE REBELS WERE KILLED.")} == {"Daily"}


def test_no_two_claims_of_a_report_bear_one_id() -> None:
    told_twice = claims_of("Mr Gray said the state would intensify its campaign of air strikes against the Hill Front in the north.")
    assert len({claim.claim_id for claim in told_twice}) == len(told_twice) == 1
    assert [party.name for party in told_twice[0].event.targets] == ["Hill Front"]


@pytest.mark.parametrize(
    "text",
    [
        "The regime continues to use prohibited weapons in bombing civilian areas in violation of resolutions 2118 and 2209.",
        "The regime uses prohibited weapons in shelling civilian areas.",
    ],
)
def test_weapons_used_in_bombing_are_the_bombing(text: str) -> None:
    ((kind, actors, targets, _),) = told(text)
    assert kind in ("bombing", "shelling")
    assert (len(actors), targets) == (1, ["civilian areas"])
