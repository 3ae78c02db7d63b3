"""Happenings: every row of the lexicons fires on its own sentences and is silent on the others; sides, realis and clauses on whole sentences."""

from functools import cache

import pytest

from hearsay import reading, weights
from hearsay.claims.bases import mended
from hearsay.claims.groups import find_groups
from hearsay.claims.happenings import find_happenings, key
from hearsay.claims.phrases import Tree
from hearsay.claims.telling import Telling
from hearsay.claims.triggers import rows
from hearsay.records import Document, Reading

_FIRES = [(row.id, text) for row in rows() for text in row.body["fires"]]
_SILENT = [(row.id, text) for row in rows() for text in row.body["silent"]]

# type, realis, actors, targets of the telling that is looked for, by a sentence of some war
_SIDES = [
    ("Rwandan-backed rebels launched an attack on the garrison at Rutshuru.", "attack", "actual", {"Rwandan-backed rebels"}, {"garrison"}),
    ("The convoy was ambushed by guerrillas near Huambo.", "attack", "actual", {"guerrillas"}, {"convoy"}),
    ("Russian warplanes struck a bakery in the village of Kramivka.", "airstrike", "actual", {"Russian"}, {"bakery"}),
    ("Nine villagers died in an air strike by the Ethiopian army.", "airstrike", "actual", {"Ethiopian army"}, {"villagers"}),
    ("The shelling of Goma by M23 went on.", "shelling", "actual", {"M23"}, {"Goma"}),
    ("Clashes between the army and the militia broke out in Sirte.", "clash", "actual", {"army", "militia"}, set()),
    ("TERRORISTS KIDNAPPED 50 PEASANTS IN SAN MIGUEL.", "abduction", "actual", {"TERRORISTS"}, {"PEASANTS"}),
    ("The general vowed to crush the rebels.", "threat", "threatened", {"general"}, {"rebels"}),
    ("The council urged the army to withdraw.", "demand", "demanded", {"council"}, {"army"}),
    ("The ministry accused the rebels of killing nine hostages.", "accusation", "actual", {"ministry"}, {"rebels"}),
    ("The port is under the control of the Front.", "control", "ongoing", {"Front"}, {"port"}),
    ("The rebels failed to seize the airport.", "seizure", "negated", {"rebels"}, {"airport"}),
    ("The army plans to attack the town.", "attack", "planned", {"army"}, {"town"}),
    ("The army may attack the town.", "attack", "hypothetical", {"army"}, {"town"}),
    ("Troops are besieging the town.", "siege", "ongoing", {"Troops"}, {"town"}),
    ("The rebels are trying to capture the airport.", "seizure", "planned", {"rebels"}, {"airport"}),
    ("The guerrillas prepared for an assault on the barracks.", "attack", "planned", set(), {"barracks"}),
    ("The militia has besieged the town for more than a year.", "siege", "ongoing", {"militia"}, {"town"}),
    ("There are air strikes on the city every day.", "airstrike", "ongoing", set(), {"city"}),
    ("There were air strikes on the city.", "airstrike", "actual", set(), {"city"}),
    ("Paris sent 400 soldiers to Mali.", "deployment", "actual", {"Paris"}, {"Mali"}),
    ("Nobody was hurt in the explosion at the mill.", "bombing", "actual", set(), {"mill"}),
    ("The soldiers had gone to the village and executed 17 men.", "execution", "actual", {"soldiers"}, {"men"}),
    ("The valley remains outside the control of the army.", "control", "negated", {"army"}, {"valley"}),
    ("The junta cracked down on the protests in Sirte.", "attack", "actual", {"junta"}, {"protests"}),
    ("The rebels pushed into the city, taking two military bases.", "seizure", "actual", {"rebels"}, {"military bases"}),
    ("An attack by raiders on the mission was repelled by villagers.", "repulse", "actual", {"villagers"}, {"raiders"}),
    ("10 rockets slammed into Basra, killing three people.", "shelling", "actual", set(), {"Basra"}),
    ("The navy has carried out air raids against what it calls rebel positions.", "airstrike", "actual", {"navy"}, {"rebel positions"}),
    ("Heavy shelling by the navy on Basra went on through the night.", "shelling", "actual", {"navy"}, {"Basra"}),
    ("Goma is a rebel bastion and has been under siege for two years.", "siege", "ongoing", set(), {"Goma"}),
    ("Raiders targeted with mortar shells the village of Kayes.", "shelling", "actual", {"Raiders"}, {"Kayes"}),
    ("The rallies were met with a crackdown by the navy.", "attack", "actual", {"navy"}, {"rallies"}),
    ("Goma was subject to intense shelling by the navy on Friday.", "shelling", "actual", {"navy"}, {"Goma"}),
    ("The province of Kivu has faced a spate of rocket attacks from the militia.", "shelling", "actual", {"militia"}, {"Kivu"}),
    ("Army jets carried out ten air strikes to try to repel the raiders.", "airstrike", "actual", {"Army"}, {"raiders"}),
    ("The coalition began an operation aimed at retaking Mosul.", "attack", "actual", {"coalition"}, {"Mosul"}),
    ("The navy said it had carried out two air strikes, hitting a bridge.", "airstrike", "actual", {"navy"}, {"bridge"}),
    ("The militia battled for the port of Sirte.", "clash", "actual", {"militia"}, {"Sirte"}),
    ("The army destroyed a number of mortar launchers and gun positions.", "destruction", "actual", {"army"}, {"mortar launchers", "gun positions"}),
    ("The Red Front withdrew from several of its positions.", "retreat", "actual", {"Red Front"}, {"Red Front"}),
    ("The navy launched a new assault to retake the whole of Sirte.", "attack", "actual", {"navy"}, {"Sirte"}),
    ("The militia's attacks focused on Goma.", "attack", "actual", {"militia"}, {"Goma"}),
    ("The uprising against Karimov's rule began in March.", "protest", "actual", set(), {"Karimov"}),
]


@cache
def _readings() -> dict[str, Reading]:
    """All sentences of the tests in one batch."""
    texts = sorted({text for _, text in (*_FIRES, *_SILENT)} | {case[0] for case in _SIDES})
    return dict(zip(texts, reading.read([Document("t", text) for text in texts], weights.load()), strict=True))


def tell(text: str) -> list[Telling]:
    """The happenings of a text read afresh or from the batch."""
    found = _readings().get(text)
    return find_happenings(Tree(found if found else reading.read([Document("t", text)], weights.load())[0]))


def told_by(text: str) -> set[str]:
    """The rows that tell of something in a text, alone or as part of another's happening."""
    groups = find_groups(mended(Tree(_readings()[text])))
    return {t.rule for t in tell(text)} | {member.row.id for group in groups for member in group.members}


@pytest.mark.parametrize(("row", "text"), _FIRES)
def test_a_row_fires(row, text):
    assert row in told_by(text)


@pytest.mark.parametrize(("row", "text"), _SILENT)
def test_a_row_is_silent(row, text):
    assert row not in {t.rule for t in tell(text)}


@pytest.mark.parametrize(("text", "kind", "realis", "actors", "targets"), _SIDES)
def test_sides_and_realis(text, kind, realis, actors, targets):
    found = [t for t in tell(text) if t.type == kind]
    assert len(found) == 1, tell(text)
    assert found[0].realis == realis
    assert {p.name for p in found[0].actors} == actors
    assert targets <= {p.name for p in found[0].targets}


def test_the_same_happening_has_one_key():
    first, second = tell("The convoy was ambushed by guerrillas near Huambo."), tell("Guerrillas ambushed the convoy near Huambo.")
    assert key(first[0]) == key(second[0])


def test_the_clause_is_without_who_said_it_and_without_other_happenings():
    text = "Rebels seized the bridge and the army shelled the port, the ministry said."
    first, second = tell(text)
    tokens = reading.read([Document("t", text)], weights.load())[0]
    assert tokens.text_of(first.first, first.last) == "Rebels seized the bridge"
    assert tokens.text_of(second.first, second.last) == "the army shelled the port"


def test_harm_joins_the_event_that_did_it():
    (told,) = tell("Rebels carried out an attack that killed 12 soldiers.")
    assert (told.type, {p.name for p in told.actors}, {p.name for p in told.targets}) == ("attack", {"Rebels"}, {"soldiers"})


def test_weapons_decide_the_type():
    told = [tell(text)[0].type for text in ("Jets hit the mill.", "The town was attacked with mortars.", "A suicide bomber attacked the mill.")]
    assert told == ["airstrike", "shelling", "bombing"]


def test_a_general_word_echoes_the_kind_of_attack():
    told = tell("A car bomb exploded in the market. The attack killed nine soldiers.")
    assert {t.type for t in told} == {"bombing"}
    told = tell("Rockets struck the barracks in Goma. The gas attack on the market came later.")
    assert [t.type for t in told] == ["shelling", "attack"]


def test_how_raids_are_told_apart_is_no_raid():
    assert not tell("The observatory determines whose planes carry out raids according to their type and location.")
    assert tell("The observatory knows whose planes carry out raids.")


def test_what_is_pointed_back_to_was_on_what_it_was_on():
    told = tell("Jets bombed Goma on Monday. The air raids were carried out by the junta.")
    assert [{p.name for p in t.targets} for t in told] == [{"Goma"}, {"Goma"}]
    told = tell("The junta bombed Goma on Monday. The air raids by the rebels began later.")
    assert not told[-1].targets  # another's raids


def test_whose_attack_was_thrown_back():
    told = tell("The Red Front attacked Goma. The garrison was able to crush this attack.")
    assert [{p.name for p in t.targets} for t in told if t.type == "repulse"] == [{"Red Front"}]


def test_what_is_said_of_saying_is_no_happening():
    assert tell("The spokesman told reporters that the minister had arrived.") == []


def test_what_a_report_is_filed_under_is_no_happening():
    assert not tell("Tags Mali ceasefire shelling air raid")


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("Nine people were killed in Saudi-led coalition airstrikes on the port.", "airstrike", {"Saudi-led coalition"}),
        ("Saudi-led air strikes hit the port. The Saudi-led coalition denied it.", "airstrike", {"Saudi-led coalition"}),
        ("They were killed on Saturday in army shelling of a market.", "shelling", {"army"}),
        ("Ten rocket shells fired by the militia hit houses in the town.", "shelling", {"militia"}),
        ("Ten people were killed in Saudi-led coalitions strikes near the port.", "attack", {"Saudi-led coalition"}),
        ("An alleged Saudi-led coalition airstrike hit a mill.", "airstrike", {"Saudi-led coalition"}),
        ("Army or Russian air strikes on the town killed ten people.", "airstrike", {"Army", "Russian"}),
        ("Seven people were killed in army shelling and air strikes in Marra.", "airstrike", {"army"}),
        ("Two bomb attacks on the pipelines conducted by the militia caused losses.", "bombing", {"militia"}),
        ("The attacks between the army and the militia went on.", "attack", {"army", "militia"}),
        ("Ten people were killed in an attack on the post in Marra by rebels.", "attack", {"rebels"}),
        ("Israeli missiles hit the base.", "shelling", {"Israeli"}),
        ("A salvo of US missiles damaged the base.", "destruction", {"US"}),
        ("Missiles hit the base.", "shelling", set()),
    ],
)
def test_whose_the_strikes_are(text, kind, actors):
    assert {p.name for t in tell(text) if t.type == kind for p in t.actors} == actors


def test_what_an_attack_destroyed_is_whose_the_attack_was_if_one_voice_tells_both():
    told = tell("The militia shelled the town. The shelling also caused huge damage to houses.")
    assert {p.name for t in told if t.type == "destruction" for p in t.actors} == {"militia"}
    told = tell("The army said the militia shelled the town. Residents said the shelling also caused huge damage to houses.")
    assert not [p for t in told if t.type == "destruction" for p in t.actors]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("He was shot dead by a fighter from the Kachin Army.", "attack", {"Kachin Army"}),
        ("Fighters from the town attacked the post.", "attack", {"Fighters"}),
        ("The influential cleric Moqtada al Sadr called on the minister to resign.", "demand", {"Moqtada al Sadr"}),
        ("NAIROBI Kenyan police stormed the mosque.", "attack", {"Kenyan police"}),
        ("The Front has been the main force fighting the army.", "clash", {"Front", "army"}),
        ("The rebels received weapons from Libya.", "aid", {"Libya"}),
        ("The city is under Houthi control.", "control", {"Houthi"}),
    ],
)
def test_who_does_it(text, kind, actors):
    assert {p.name for t in tell(text) if t.type == kind for p in t.actors} == actors


def test_part_of_a_town_is_not_the_town():
    (told,) = tell("The rebels took control of part of the town.")
    assert [p.surface for p in told.targets] == ["part of the town"]
