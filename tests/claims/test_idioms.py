"""Turns of many wires: what is harmed, done, said and denied in words that no row of a lexicon shows by itself."""

import pytest

from hearsay.pipeline import Account, read
from hearsay.records import Claim, Document

Count = tuple[str, int | None, int | None, list[str]]


def claims_of(text: str) -> tuple[Claim, ...]:
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    return account.claims


def counts_of(text: str) -> list[Count]:
    return [(f.measure, f.low, f.high, [party.name for party in f.victims]) for claim in claims_of(text) for f in claim.figures]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The clinic received 90 wounded, 12 of whom later died.", ("killed", 12, 12, [])),
        ("Of the dead, six were women.", ("killed", 6, 6, ["women"])),
        ("Of the 20 wounded, six are in hospital.", ("wounded", 6, 6, [])),
        ("The mob clubbed three men to death.", ("killed", 3, 3, ["men"])),
        ("Militiamen burned six villagers alive.", ("killed", 6, 6, ["villagers"])),
        ("Seven captives were lined up and shot.", ("killed", 7, 7, ["captives"])),
        ("The army took out 16 gunmen.", ("killed", 16, 16, ["gunmen"])),
        ("The attack claimed 11 victims.", ("killed", 11, 11, [])),
        ("Four soldiers made the supreme sacrifice.", ("killed", 4, 4, ["soldiers"])),
        ("Six policemen laid down their lives.", ("killed", 6, 6, ["policemen"])),
        ("The council put the police fatalities at 13.", ("killed", 13, 13, ["police"])),
        ("The number of villagers killed rose to 40.", ("killed", 40, 40, ["villagers"])),
        ("The ministry said 31 people had died in the strikes, all of them militants.", ("killed", 31, 31, ["militants"])),
        ("The rebels blew up a bus, killing its driver.", ("killed", 1, 1, ["its driver"])),
        ("The bomb hit a truck, killing two and injuring as many others.", ("wounded", 2, 2, [])),
        ("Seven others escaped with minor injuries.", ("wounded", 7, 7, [])),
        ("Five others sustained various degrees of injury.", ("wounded", 5, 5, [])),
        ("A corporal was nicked in the leg by shrapnel.", ("wounded", 1, 1, ["corporal"])),
        ("By evening, two of the prisoners had been shot.", ("wounded", 2, 2, ["prisoners"])),
        ("Nine soldiers fell into rebel hands.", ("captured", 9, 9, ["soldiers"])),
        ("They took six men as human shields.", ("captured", 6, 6, ["men"])),
        ("The front handed over 10 hostages to the Red Cross.", ("captured", 10, 10, ["hostages"])),
        ("Sixty guerrillas have handed in their weapons.", ("surrendered", 60, 60, ["guerrillas"])),
        ("Fourteen of them gave up, the officer said.", ("surrendered", 14, 14, [])),
        ("The whereabouts of 15 villagers are unknown.", ("missing", 15, 15, ["villagers"])),
        ("Some 40,000 people sought refuge over the border.", ("displaced", 36_000, 44_000, [])),
        ("More than 3,000 of them have trekked to Bor.", ("displaced", 3_001, None, [])),
        ("Around 350 people have been moved out of the district.", ("displaced", 315, 385, [])),
        ("Casualties numbered 50.", ("casualties", 50, 50, [])),
    ],
)
def test_a_count_is_read_in_the_words_of_the_trade(text: str, told: Count):
    assert told in counts_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The air force said 13 of 20 enemy drones launched overnight had been shot down.",
        "If one hair is missing from his head, we shall strike.",
        "He put the losses in the dozens, not the hundreds, of men.",
    ],
)
def test_what_is_no_count_of_people_is_none(text: str):
    assert not [told for told in counts_of(text) if told[1] in (13, 20, 1, 200)]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("Troops liberated 12 villages.", "seizure", ["Troops"], ["villages"]),
        ("The unit mowed down 50 demonstrators.", "attack", ["unit"], ["demonstrators"]),
        ("F-16s bombed the town.", "airstrike", [], ["town"]),
        ("The two armies agreed on a cease-fire.", "agreement", ["armies"], []),
        ("A shoot-out erupted between police and bandits.", "clash", ["police", "fighters"], []),
        ("Residents staged a sit-in in the capital.", "protest", ["Residents"], []),
        ("Army artillery fired on columns of refugees, killing dozens.", "shelling", ["Army"], ["columns"]),
        ("The Hill Front (HF), a faction of the union, stormed the base.", "attack", ["Hill Front"], ["base"]),
        ("The general gave the rebels 48 hours to leave the town.", "demand", ["general"], ["rebels"]),
    ],
)
def test_a_happening_is_read_through_slips_of_the_tree_and_hyphens(text: str, kind: str, actors: list[str], targets: list[str]):
    told = [(c.event.type, [p.name for p in c.event.actors], [p.name for p in c.event.targets]) for c in claims_of(text)]
    assert any(found[:2] == (kind, actors) and set(targets) <= set(found[2]) for found in told)


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Radio Bor said rebels slaughtered 84 villagers. A front official denied it.", "front official"),
        ("Rebels said they had killed 40 soldiers. The army called that “a cheap lie”.", "army"),
        ("The union said the army shelled Bor. “Sheer fantasy,” an army spokesman said.", "army spokesman"),
        ("Militias crossed the border, the ministry said, an accusation the front branded “a cheap lie”.", "front"),
    ],
)
def test_whoever_denies_a_deed_denies_that_and_gives_no_number(text: str, denier: str):
    (denial,) = [claim for claim in claims_of(text) if claim.stance == "denies"]
    assert denial.event.type != "toll"
    assert (denial.chain[0].name, denial.figures) == (denier, ())


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("``We have buried nine men,'' said Karim Haddad. ``They shelled Bor,'' he said.", ["Karim Haddad", "Daily"]),
        (
            "The Hill Front, a faction of the union, claimed it killed 40 troops, according to the Bel Institute.",
            ["Hill Front", "Bel Institute", "Daily"],
        ),
        ("A source in the ministry quoted other figures. At least 70 policemen have died, he said.", ["source", "Daily"]),
        ("BOR CITY (Wire): Thirteen policemen were killed on Monday, officials said on Tuesday.", ["officials", "Daily"]),
        ("A doctor at the Bor Hospital told the Daily that nine were hurt. “Two died,” she said.", ["doctor", "Daily"]),
    ],
)
def test_each_is_on_the_word_of_whoever_said_it(text: str, chain: list[str]):
    assert [voice.name for voice in claims_of(text)[-1].chain] == chain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Col. Omar Bel said two men died.", "Omar Bel"),
        ("Brig. Gen. Omar Bel said two men died.", "Omar Bel"),
        ("Police Lt. Gen. Omar Bel said nine had died.", "Omar Bel"),
        ("Mullah Omar said two men died.", "Mullah Omar"),
    ],
)
def test_a_rank_is_no_part_of_a_voice(text: str, name: str):
    (claim,) = claims_of(text)
    assert claim.chain[0].name == name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They claimed (22) women and children were killed.", ("killed", 22, 22, ["women", "children"])),
        ("The army says it “neutralised” around 40 of the attackers.", ("killed", 36, 44, ["attackers"])),
        ("Security forces shot dead eight “criminals” as they left.", ("killed", 8, 8, ["fighters"])),
        ("A soldier was blown up by a mine.", ("killed", 1, 1, ["soldier"])),
        ("Troops netted 14 suspects in raids.", ("captured", 14, 14, ["suspects"])),
        ("Soldiers press-ganged hundreds of villagers.", ("captured", 200, 999, ["villagers"])),
        ("Seventeen others had come over to the rebel side.", ("surrendered", 17, 17, [])),
        ("Scores of men had been marched to the river and shot.", ("killed", 40, 99, ["men"])),
        ("Three others sustained bullet and splinter injuries.", ("wounded", 3, 3, [])),
    ],
)
def test_marks_around_a_number_and_words_of_capture_change_nothing(text: str, told: Count):
    assert told in counts_of(text)


def test_whoever_is_carried_by_another_at_the_end_of_a_sentence_speaks_first():
    text = "On the front, police chief Lt. Gen. Omar Bel said his men had killed 48 militants, among them foreign “emirs,” state-run Bor TV reported."
    assert claims_of(text)[-1].chain[0].name == "Omar Bel"
