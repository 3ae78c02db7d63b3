"""What wire reports, communiques and their translations say in turns that no minimal pair holds: whole sentences, each with what must come out."""

import pytest

from hearsay.pipeline import Account, read
from hearsay.records import Claim, Document

Told = tuple[str, str, int | None, int | None, list[str]]


def claims_of(text: str) -> tuple[Claim, ...]:
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    return tuple(account.claims)


def counts_of(text: str) -> list[Told]:
    """First speaker, measure, bounds and victims of every figure."""
    return [
        (claim.chain[0].name, figure.measure, figure.low, figure.high, [party.name for party in figure.victims])
        for claim in claims_of(text)
        for figure in claim.figures
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The death toll from the siege has surpassed 4,100, the ministry said.", ("ministry", "killed", 4_101, None, [])),
        ("The toll passed 1,000 on Friday.", ("Daily", "killed", 1_001, None, [])),
        ("The ministry put Russian losses at 1,140 soldiers.", ("ministry", "casualties", 1_140, 1_140, ["Russia"])),
        ("Rebel losses were put at 40.", ("Daily", "casualties", 40, 40, ["Rebels"])),
        ("The army put its losses at 12 men.", ("army", "casualties", 12, 12, ["army"])),
        ("Eleven militiamen were listed as missing.", ("Daily", "missing", 11, 11, ["militiamen"])),
        ("The rebels killed two prisoners.", ("Daily", "killed", 2, 2, ["prisoners"])),
        ("Three hostages died in captivity.", ("Daily", "killed", 3, 3, ["hostages"])),
        ("Gunmen shot dead three detainees.", ("Daily", "killed", 3, 3, ["detainees"])),
        ("The rebels said they had killed many soldiers, losing 45 of their own.", ("rebels", "killed", 45, 45, ["rebels"])),
        ("Two suicide attackers killed at least 32 and wounded 75, police said.", ("police", "killed", 32, None, [])),
        ("The ministry named the Red Front, which lost five men.", ("Daily", "killed", 5, 5, ["Red Front"])),
        ('"We buried seven of our neighbours," said Amna Ibrahim, a teacher.', ("Amna Ibrahim", "killed", 7, 7, ["neighbours"])),
        (
            "Security sources: three policemen were killed west of the town. A curfew was imposed.",
            ("Security sources", "killed", 3, 3, ["policemen"]),
        ),
    ],
)
def test_a_count_is_read_with_its_speaker_and_its_victims(text: str, told: Told):
    assert told in counts_of(text)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The official put the toll at nine. He put the number of attackers at two.", 2),
        ("Two suicide attackers killed at least 32 and wounded 75, police said.", 2),
        ("They recovered 19 bodies, with all but one killed by gunfire.", 1),
        ("The rebels had suffered two dead. The army lost many soldiers and 31 artillery systems.", 31),
    ],
)
def test_no_harm_is_counted_where_none_is_told(text: str, silent: int):
    assert silent not in [low for _, _, low, _, _ in counts_of(text)]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("The health ministry gave a toll. Norway says it has bombed the port.", "bombing", ["Norway"]),
        ("The aid agency spoke of hunger. The army denied that it had shelled the market.", "shelling", ["army"]),
        ("A missile killed 23 people in the town.", "shelling", []),
        ("A landmine killed five farmers.", "bombing", []),
        ("The leader of the Red Hill gang, Luckson Elan, blamed the victims.", "accusation", ["Luckson Elan"]),
        ("The rebels took control of the town and killed 30 soldiers.", "seizure", ["rebels"]),
    ],
)
def test_a_happening_has_the_type_and_the_actors_that_the_words_give(text: str, kind: str, actors: list[str]):
    found = [[party.name for party in claim.event.actors] for claim in claims_of(text) if claim.event.type == kind]
    assert found == [actors]


@pytest.mark.parametrize("text", ["No group claimed responsibility for the ambush.", "The rebels have not claimed responsibility for the killings."])
def test_what_nobody_claims_is_no_claim(text: str):
    assert [claim for claim in claims_of(text) if claim.event.actors or len(claim.chain) > 1] == []


def test_a_denied_deed_is_denied_by_the_side_that_is_told_of_in_the_same_sentence():
    text = "The network put the toll at nine. The Red Front did not reply; in a statement it said it had fought gunmen and denied torturing them."
    assert {claim.chain[0].name for claim in claims_of(text) if claim.event.type == "clash"} == {"Red Front"}


def test_voices_on_both_sides_of_a_semicolon_are_two():
    text = "The army said two people were killed in the port; in the hills, a shepherd was killed, the governor of Marra said."
    assert [(name, victims) for name, _, low, _, victims in counts_of(text) if low == 1] == [("governor", ["shepherd"])]
    assert [name for name, _, low, _, _ in counts_of(text) if low == 2] == ["army"]


def test_those_set_against_us_are_not_the_speaker():
    assert counts_of('"We lost two men. They lost more than twenty," a commander of the Red Front said.')[-1][4] == []


def test_the_agency_of_a_dateline_does_nothing():
    text = "MARRA, Nov 13 (UPI) -- Rebels launched their biggest offensive in a decade."
    assert ["Rebels"] in [[party.name for party in claim.event.actors] for claim in claims_of(text)]


def test_who_wounds_is_who_attacked_not_who_tells_of_it():
    text = "Gunmen attacked a bus, police said, wounding 12 people and burning the vehicle."
    told = {claim.event.type: [party.name for party in claim.event.actors] for claim in claims_of(text)}
    assert (told["attack"], told["destruction"]) == (["Gunmen"], ["Gunmen"])


def test_who_accuses_is_who_said():
    text = "Four people were killed in the port, the mayor said, accusing the rebels of firing rockets."
    assert [[p.name for p in claim.event.actors] for claim in claims_of(text) if claim.event.type == "accusation"] == [["mayor"]]


def test_a_speaker_between_comma_and_verb_is_one():
    text = "Libyan National Army (LNA) forces lost 25 fighters, the field hospital in Ain Zara said, in what would be one of its heaviest days."
    assert counts_of(text)[0][:4] == ("field hospital", "killed", 25, 25)


def test_shots_in_the_air_are_no_air_strike():
    assert [claim.event.type for claim in claims_of("The police fired shots in the air.")] == ["attack"]


def test_a_capture_is_on_the_word_of_who_announced_it_a_truce_on_the_outlets():
    assert [claim.chain[0].name for claim in claims_of("The army announced the capture of the town by its troops.")] == ["army"]
    assert [claim.chain[0].name for claim in claims_of("The army announced a truce.")] == ["Daily"]


def test_what_nobody_has_said_is_not_told():
    assert [claim.event.type for claim in claims_of("No group has said it carried out the raid.")] == []


def test_we_of_a_quotation_are_whoever_is_quoted():
    text = '"They came at dawn," said the chief of Solhan, Eric Lambert. "We have counted 160 bodies but some families took theirs away."'
    assert counts_of(text)[0][:4] == ("Eric Lambert", "killed", 160, 160)


def test_two_verbs_of_one_ministry():
    text = "The defence ministry confirmed the loss of the district but put the number of dead at 12."
    assert ("defence ministry", "killed", 12, 12) in [told[:4] for told in counts_of(text)]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("The monitor gave no toll. Government forces cut the road when they advanced on Friday.", "advance", ["Government forces"]),
        ("The ministry counted the dead and said Eritrean troops had shot 70 of them.", "attack", ["Eritrean troops"]),
    ],
)
def test_they_are_people_and_not_who_counts_them(text: str, kind: str, actors: list[str]):
    (claim,) = [claim for claim in claims_of(text) if claim.event.type == kind]
    assert [party.name for party in claim.event.actors] == actors
    assert not {"ministry", "monitor", *actors} & {party.name for party in claim.event.targets}


def test_where_a_report_was_filed_is_no_part_of_a_party():
    text = "Rebels lose a town\nLast updated on Monday. BEIRUT Syrian government forces seized a neighbourhood in the northwest of Aleppo."
    assert ["Syrian government forces"] in [[party.name for party in claim.event.actors] for claim in claims_of(text)]


def test_a_loaded_word_before_a_name_stays_a_label():
    (claim,) = claims_of("The extremist Islamic State group killed 12 people.")
    assert [(party.name, party.label) for party in claim.event.actors] == [("Islamic State", "extremist")]


def test_capitals_change_nothing_about_who_did_it():
    text = "THE HEALTH MINISTRY GAVE A TOLL. NORWAY SAYS IT HAS BOMBED THE PORT. GUNMEN ATTACKED A BUS, POLICE SAID, WOUNDING 12 PEOPLE."
    told = {claim.event.type: [party.name for party in claim.event.actors] for claim in claims_of(text)}
    assert (told["bombing"], told["attack"]) == (["NORWAY"], ["GUNMEN"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The health ministry said 45 Palestinians were killed in strikes in the past 24 hours.", [("killed", 45, 45, ["Palestinians"])]),
        ("The clan handed over four prisoners to the Red Cross.", [("captured", 4, 4, ["prisoners"])]),
        ("The rebels said they had downed a helicopter, killing its crew of five.", [("killed", 5, 5, [])]),
        ("Two men were beaten to death by the militia.", [("killed", 2, 2, ["men"])]),
        ("Two women were stoned to death in Northville.", [("killed", 2, 2, ["women"])]),
        ("Ninety-six people were detained in hospital.", [("wounded", 96, 96, [])]),
        ("The rebels suffered 30 casualties, including 12 dead.", [("casualties", 30, 30, ["rebels"]), ("killed", 12, 12, ["rebels"])]),
        (
            "The front said its forces had shot down a MiG-21 and killed 68 government troops and 12 Cubans. The agency said 40 rebels were killed.",
            [("killed", 68, 68, ["government troops"]), ("killed", 12, 12, ["Cubans"]), ("killed", 40, 40, ["rebels"])],
        ),
        ("Four factory workers and two soldiers were killed.", [("killed", 4, 4, ["factory workers"]), ("killed", 2, 2, ["soldiers"])]),
        ("Masked men hacked to death 14 people, the army said.", [("killed", 14, 14, [])]),
        ("A gunman killed 49 people before he was shot dead by police.", [("killed", 49, 49, []), ("killed", 1, 1, ["gunman"])]),
        ("Authorities said the death toll stood at 253, not 359 as announced earlier.", [("killed", 253, 253, [])]),
        ("A lawmaker was shot at by gunmen.", []),
        ("Twelve people, among them five children, lost their lives.", [("killed", 12, 12, []), ("killed", 5, 5, ["children"])]),
        ("Tue Oct 7 2014 Hundreds killed as Street Battles Rage in Northville.", [("killed", 200, 999, [])]),
        ("Targeted killings are both a domestic issue and an international one.", []),
        ("Police said 31 civilians were identified among those killed.", [("killed", 31, 31, ["civilians"])]),
    ],
)
def test_counts_as_wires_have_them(text: str, told: list[tuple[str, int | None, int | None, list[str]]]):
    assert [count[1:] for count in counts_of(text)] == told


def test_they_included_tells_of_those_counted_before_each_by_itself():
    counts = counts_of("At least 11 people died in the blast. They included two soldiers, a girl and a messenger boy.")
    assert [(low, victims) for _, _, low, _, victims in counts] == [(11, []), (2, ["soldiers"]), (1, ["girl"]), (1, ["messenger boy"])]


def test_the_victims_of_a_wounding_are_wounded():
    counts = counts_of("Twenty people were injured in the blast. Victims included three children and a nurse.")
    assert [(measure, low) for _, measure, low, *_ in counts] == [("wounded", 20), ("wounded", 3), ("wounded", 1)]


def test_dozens_beside_others_are_others():
    text = "Activists said 67 people were killed and dozens hurt in strikes. Activists said five people died and dozens were hurt in a raid."
    assert [(measure, low) for _, measure, low, *_ in counts_of(text)] == [("killed", 67), ("wounded", 24), ("killed", 5), ("wounded", 24)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Local media reported that as many as 15 people had been killed, but the police put the number at six.", ["Local media", "police"]),
        ("The radio reported 85 army casualties; the army admitted 11 dead and 40 wounded.", ["radio", "army", "army"]),
        ("Troops destroyed a base, killing 150 guerrillas, military headquarters in Windhoek announced.", ["military headquarters"]),
        ("Rebels fled. When the emergency services reached the scene, they said that nine people had died.", ["emergency services"]),
    ],
)
def test_each_count_is_its_own_voices(text: str, speakers: list[str]):
    assert [count[0] for count in counts_of(text)] == speakers


def sides_of(text: str) -> list[tuple[str | None, list[str], list[str]]]:
    """Type, actors and targets of every happening."""
    events = [claim.event for claim in claims_of(text) if claim.event.type != "toll"]
    return [(event.type, [party.name for party in event.actors], [party.name for party in event.targets]) for event in events]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Southern forces shot and killed a 16-year-old farmer, the ministry said.", [("attack", ["Southern forces"], ["farmer"])]),
        ("Fighting between the army and the militia went on.", [("clash", ["army", "militia"], [])]),
        ("Residents fled as troops advanced on the town.", [("displacement", ["Residents"], []), ("advance", ["troops"], ["town"])]),
        ("Two hours after the attack, police killed two men.", [("attack", ["police"], ["men"])]),
        ("The army downed two drones.", [("repulse", ["army"], ["drones"])]),
        ("The rebels killed 40 soldiers and took 12 prisoner.", [("attack", ["rebels"], ["soldiers"]), ("arrest", ["rebels"], ["soldiers"])]),
        ("The bishop was shot dead at a church by gunmen.", [("attack", ["gunmen"], ["bishop"])]),
        ("Guerrillas ambushed an army patrol.", [("attack", ["Guerrillas"], ["army patrol"])]),
        ("Ethiopian warplanes flew 120 missions against the rebels.", [("airstrike", ["Ethiopia"], ["rebels"])]),
        ("Firefighters battled to put out the blaze.", [("aid", ["Firefighters"], [])]),
        ("The peasants are starving to death.", []),
        ("The government insisted that its troops still held the airport.", [("control", ["government"], ["airport"])]),
        (
            "The front said it had taken the hill; it has in turn accused the army of arson.",
            [("seizure", ["front"], ["hill"]), ("accusation", ["front"], ["army"])],
        ),
    ],
)
def test_who_did_what_as_wires_have_it(text: str, told: list[tuple[str | None, list[str], list[str]]]):
    assert sides_of(text) == told


def test_nobody_takes_himself():
    ((kind, actors, targets),) = [side for side in sides_of("Rebels stormed the base. The Red Front took control of it.") if side[0] == "seizure"]
    assert (kind, actors, targets) == ("seizure", ["Red Front"], [])


def test_a_land_that_bears_a_persons_name_is_its_own_army():
    ((_, actors, _),) = sides_of("Chad said its troops had routed a Libyan column.")
    assert actors == ["Chad"]


def test_what_an_order_comes_after_is_told_by_itself():
    kinds = [kind for kind, *_ in sides_of("The president ordered the army to strike back after rebels killed 19 soldiers in an ambush.")]
    assert kinds == ["demand", "attack"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Militants detained 12 doctors in a clinic.", [("captured", 12)]),
        ("Twelve doctors were detained in hospital with burns.", [("wounded", 12)]),
        ("Four men were tortured nearly to death by police.", []),
        ("Guards beat a prisoner to death.", [("killed", 1)]),
        ("Two Britons were not among the dead.", []),
        ("Three Britons were not killed.", []),
        ("Nine soldiers were killed not", []),
        ("Nine men were not only killed but mutilated.", [("killed", 9)]),
        ("The rebels killed six villagers. They included two nurses.", [("killed", 6), ("killed", 2)]),
        ("The army threatened to kill ten hostages. They included two nurses.", []),
        ("The rebels denied killing six villagers. They included two nurses.", [("killed", 6)]),
        ("Nobody was killed in Kabul. They included two nurses.", [("killed", 0)]),
        ("The attackers, who killed 12, were arrested. They included two brothers.", [("killed", 12), ("captured", 2)]),
        ("Police arrested ten men. The victims were six women.", [("captured", 10), ("killed", 6)]),
        ("The victims of the flood were three farmers.", []),
        ("The army gave no number of dead or wounded.", [("killed", None)]),
    ],
)
def test_harm_that_is_only_near_is_none(text: str, told: list[tuple[str, int]]):
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    assert [(figure.measure, figure.low) for claim in account.claims for figure in claim.figures] == told


def test_whose_crime_is_only_demanded_or_charged_is_not_told_as_done():
    kinds = [kind for kind, *_ in sides_of("The UN asked the rebels not to attack since they had killed 12 civilians.")]
    assert "attack" not in kinds


def test_a_reporter_and_a_bureau_are_harmed_like_anyone():
    assert sides_of("Israel shelled Reuters in Lebanon.") == [("shelling", ["Israel"], ["Reuters"])]
    assert sides_of("The Sunday Times reporter Marie Colvin was killed by Syrian forces.") == [("attack", ["Syrian forces"], ["Marie Colvin"])]
