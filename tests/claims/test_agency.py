"""Who did it and who suffered it, whose word it is, where the nearest word is the wrong one: whole sentences with made-up people."""

import pytest

from tests.claims.test_wire import Told, claims_of, counts_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The army said it repelled an assault, inflicting thousands of casualties on the attackers.",
            ("army", "casualties", 2000, 9999, ["attackers"]),
        ),
        ("The action ended with 20 casualties inflicted on the National Guard.", ("Daily", "casualties", 20, 20, ["National Guard"])),
        (
            "The rebels hit the depot and inflicted 55 casualties on the enemy, 45 of which were of one brigade.",
            ("Daily", "casualties", 55, 55, ["enemy"]),
        ),
        ("Government troops fled the battlefield, leaving 220 men killed.", ("Daily", "killed", 220, 220, ["Government troops"])),
        ("The rebels withdrew, leaving behind 12 bodies.", ("Daily", "killed", 12, 12, ["rebels"])),
        ("The gunmen fled, leaving three villagers dead.", ("Daily", "killed", 3, 3, ["villagers"])),
        ("Rebels blew up two pylons without inflicting any casualties.", ("Daily", "casualties", 0, 0, [])),
        ("There was no damage or casualties, the radio said.", ("radio", "casualties", 0, 0, [])),
        ("No casualties were reported among the hotel guests.", ("Daily", "casualties", 0, 0, ["hotel guests"])),
        ("A boy set off a mine, wounding himself and two soldiers.", ("Daily", "wounded", 1, 1, ["boy"])),
        ("Police named the dead man as Karim Haddad, a baker.", ("Police", "killed", 1, 1, ["Karim Haddad"])),
        ("The dead were identified by the ministry as Lena Holt and Adam Voss.", ("ministry", "killed", 1, 1, ["Adam Voss"])),
        ("The day is kept for the 15 people who died and 16 who were seriously injured.", ("Daily", "wounded", 16, 16, [])),
        ("The forces hunted rebels, killing more than 100 this year, nearly 30 this month alone.", ("Daily", "killed", 27, 30, [])),
        ("Adam Voss, whose father was killed in the raid, said that he fled.", ("Daily", "killed", 1, 1, ["father"])),
        ("A Palestinian was shot dead by Israeli troops.", ("Daily", "killed", 1, 1, ["Palestinian national"])),
        ("The man killed one villager and injured a Chinese.", ("Daily", "wounded", 1, 1, ["Chinese national"])),
        ("The army has suffered the loss of 220 soldiers.", ("Daily", "killed", 220, 220, ["soldiers"])),
        ("Two rebels were killed at the mill. In addition, two rebels were killed in the hills.", ("Daily", "killed", 2, 2, ["rebels"])),
        (
            "The opposition Syrian Observatory for Human Rights said strikes killed 29 people. Another 14 were killed, the group said.",
            ("Syrian Observatory for Human Rights", "killed", 14, 14, []),
        ),
        ("Seventeen children and six women were among those killed.", ("Daily", "killed", 17, 17, ["children"])),
        ("Two attackers killed a priest before being shot dead by police.", ("Daily", "killed", 2, 2, ["attackers"])),
        ("Two people were killed, according to Demo News, including a police officer.", ("Demo News", "killed", 1, 1, ["police officer"])),
        ("The officer was killed by North Korean soldiers.", ("Daily", "killed", 1, 1, ["officer"])),
    ],
)
def test_a_count_is_of_those_whom_the_words_mean(text: str, told: Told):
    assert told in counts_of(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Two rebels were killed at the mill. In addition, two rebels were killed in the hills.", 2),
        ("Ivan Holt was killed on Monday. Peter Holt was killed on Friday.", 2),
        ("Nelson Holt was killed on Monday. Holt was killed near his house.", 1),
    ],
)
def test_one_or_two_told_of_again_are_others_if_the_words_say_so(text: str, number: int):
    assert len(counts_of(text)) == number


@pytest.mark.parametrize("text", ["Three men had escaped from the jail.", "The suspect fled the scene."])
def test_who_escapes_from_jail_is_not_displaced(text: str):
    assert counts_of(text) == []


@pytest.mark.parametrize("text", ["Property losses in the millions have occurred.", "The storm brought crop losses of 200 million."])
def test_losses_of_property_are_of_no_people(text: str):
    assert counts_of(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Rebel groups are engaged in heavy combat with the national police.", "clash", ["national police", "Rebel groups"]),
        ("Twenty rebels were killed in air strikes... targeting a base in Raqa.", "airstrike", []),
        ("The office was shelled with tanks, causing damage in the upper floors.", "destruction", []),
        ("Thirty people were injured in rocket shells fired by the militia on the market.", "shelling", ["militia"]),
        ("The army said it arrested four people.", "arrest", ["army"]),
        ("The council asked the rebels to leave the town.", "demand", ["council"]),
        ("Attackers rammed a truck full of explosives into a training centre.", "attack", ["Attackers"]),
        ("A guerrilla leader was killed in an encounter with police forces.", "clash", ["police forces", "guerrilla leader"]),
        ("The insurgents were expelled by the army.", "seizure", ["army"]),
        ("Sixty-five people were killed in rebel fire on the southern quarters.", "attack", ["rebels"]),
        ("A month after the rebel movement took over power in the country, nobody is paid.", "seizure", ["rebel movement"]),
        ("The rebels are holding positions in the hills.", "control", ["rebels"]),
        ("Seven people were killed due to guerrilla attacks on the port.", "attack", ["guerrillas"]),
    ],
)
def test_who_did_it(text: str, kind: str, actors: list[str]):
    found = [claim.event for claim in claims_of(text) if claim.event.type == kind]
    assert [party.name for party in found[0].actors] == actors


@pytest.mark.parametrize(
    "text",
    [
        "She died after a long battle with an illness.",
        "The party uses the cars for its political campaign.",
        "Police have released phone numbers for people to call.",
        "The building collapsed, trapping many of the guests under the rubble.",
        "Rumours that the king was ill hit the stock market.",
        "The heat struck the southern provinces.",
    ],
)
def test_words_of_war_that_tell_of_none(text: str):
    assert not [claim for claim in claims_of(text) if claim.event.type in ("attack", "clash", "siege", "agreement")]


def test_they_who_are_driven_from_a_place_had_taken_it():
    text = "The ministry said its troops were pushing rebel forces out of positions that they had occupied when they launched an offensive."
    actors = [party.name for claim in claims_of(text) if claim.event.type == "attack" for party in claim.event.actors]
    assert actors == ["rebel forces"]


def test_its_raids_are_those_of_the_subject():
    text = '"Since the town fell, the Coastal Guard has stepped up its raids against rebel positions," he said.'
    assert ["Coastal Guard"] in [[party.name for party in claim.event.actors] for claim in claims_of(text)]


def test_their_positions_are_not_those_of_who_bombs_them():
    text = "The rebels were holding a priest after government planes bombed their positions."
    targets = [party.name for claim in claims_of(text) if claim.event.type == "airstrike" for party in claim.event.targets]
    assert targets
    assert "government" not in [name.lower() for name in targets]


@pytest.mark.parametrize(
    ("text", "stance", "actor"),
    [
        ("Kampala stated that it had no involvement in the massacre of civilians in Bundu.", "denies", "Kampala"),
        ("The army said it had nothing to do with the killing of the two priests.", "denies", "army"),
        ("The rebels denied any role in the bombing of the bus.", "denies", "rebels"),
    ],
)
def test_who_says_that_it_had_no_part_denies_it(text: str, stance: str, actor: str):
    (claim,) = claims_of(text)
    assert (claim.stance, [party.name for party in claim.event.actors]) == (stance, [actor])


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("The Green Union accused the army of burning the mill.", "accusation", "Green Union"),
        ("Lena Holt called on both sides to stop.", "demand", "Lena Holt"),
        ("The junta threatened retaliation against the villages.", "threat", "junta"),
        ("The army warned of a strong response.", "threat", "army"),
        ("The Coalition described the raid as a heinous crime.", "accusation", "Coalition"),
        ("Ankara said that the militia was responsible.", "accusation", "Ankara"),
        ("A resolution calls for the withdrawal of all troops.", "demand", "Daily"),
    ],
)
def test_who_accuses_demands_or_threatens_speaks_by_it(text: str, kind: str, speaker: str):
    (claim,) = [claim for claim in claims_of(text) if claim.event.type == kind]
    assert claim.chain[0].name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Renewed fighting is reported from all over the country.",
        "Heavy fighting was reported from the province of Idlib.",
        "The attack on the base underlined that fighters have stepped up operations in the east.",
    ],
)
def test_places_and_events_say_nothing(text: str):
    assert {claim.chain[0].name for claim in claims_of(text)} == {"Daily"}


def test_silence_on_the_number_of_casualties_is_silence_on_that_alone():
    text = "The army said it arrested four rebels. The Front confirmed that the talks had failed, but did not comment on the number of casualties."
    assert [claim.event.type for claim in claims_of(text) if claim.stance == "declines"] == ["toll"]


def test_a_headline_that_has_lost_its_dash_is_on_the_word_of_who_stands_before_the_agency():
    text = "43 killed in army shelling of rebel town Monitor AFP Sunday 3 Jul 2016 Bombardment of a town killed 43 people, activists said."
    assert [claim.chain[0].name for claim in claims_of(text)] == ["Monitor", "activists"]


def test_the_attack_that_a_voice_has_told_of_is_not_told_again():
    text = "Police said that rebels attacked the mill. The attack took place at dawn, police said."
    assert len([claim for claim in claims_of(text) if claim.event.type == "attack"]) == 1


def test_who_was_killed_by_shelling_shelled_nobody():
    (claim,) = [claim for claim in claims_of("74 villagers had been killed by shelling inside the zone.") if claim.event.type == "shelling"]
    assert (claim.event.actors, [party.name for party in claim.event.targets]) == ((), ["villagers"])


def test_a_count_keeps_its_parts():
    (claim,) = claims_of("At least 45 people died, eleven of them children.")
    assert [figure.part_of for figure in claim.figures] == [None, 0]


def test_who_died_killed_nobody():
    text = "57 civilians killed, 150 injured."
    assert len(counts_of(text)) == 2
    assert not [claim for claim in claims_of(text) if claim.event.actors]


def test_what_we_were_told_is_on_the_word_of_sources():
    (claim,) = claims_of("We have also been told that the command has not been attacked.")
    assert claim.chain[0].name == "sources"


def test_who_could_not_confirm_a_report_has_not_issued_it():
    text = (
        "We could not confirm this report. Another report stated that two pylons were sabotaged by commandos. The report said two men were abducted."
    )
    speakers = {claim.chain[0].name for claim in claims_of(text) if claim.stance == "asserts"}
    assert speakers
    assert speakers <= {"report", "Another report", "Daily"}


def test_what_is_beside_another_seven_is_of_the_same_voice():
    text = "The ministry said 12 soldiers were killed. Another seven guerrillas were killed and six were wounded in a clash at the mill."
    assert {claim.chain[0].name for claim in claims_of(text)} == {"ministry"}


def test_what_troops_were_doing_when_they_were_told_of_goes_on():
    (claim,) = claims_of("Baghdad said that its troops were advancing on the town.")
    assert claim.event.realis == "ongoing"


def test_a_siege_that_somebody_means_to_break_is_there():
    sieges = [claim.event for claim in claims_of("The rebels plan to break the government siege of the town.") if claim.event.type == "siege"]
    assert sieges
    assert all(event.realis not in ("planned", "demanded") for event in sieges)


def test_a_number_that_goes_on_in_letters_is_part_of_a_name():
    (claim,) = [c for c in claims_of("MILITIAS AMBUSHED 2D INFANTRY BRIGADE TROOPS NEAR EL BEJUCO.") if c.event.type == "attack"]
    assert [party.surface for party in claim.event.targets] == ["2D INFANTRY BRIGADE TROOPS"]


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("The rebels shot at three soldiers.", "rebels", "soldiers"),
        ("Rebels shot at the three soldiers.", "Rebels", "soldiers"),
        ("M23 rebels executed at least 131 soldiers in reprisals, a preliminary UN probe found.", "M23", "soldiers"),
        ("M23 rebels executed at least 131 civilians in reprisals, a preliminary UN probe found.", "M23", "civilians"),
    ],
)
def test_who_shoots_or_executes_is_no_target(text: str, actor: str, target: str):
    (claim,) = claims_of(text)
    assert [party.name for party in claim.event.actors] == [actor]
    assert [party.name for party in claim.event.targets] == [target]
