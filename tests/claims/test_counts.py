"""Counts of people harmed, from a sentence or two on: measure, low, high and whose."""

import pytest

from hearsay.pipeline import Account, read
from hearsay.records import Document

Told = list[tuple[str, int | None, int | None, str]]


def told(text: str) -> Told:
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    figures = (figure for claim in account.claims for figure in claim.figures)
    return [(f.measure, f.low, f.high, " and ".join(party.name for party in f.victims)) for f in figures]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Nine miners are believed to have lost their lives in the raid.", [("killed", 9, 9, "miners")]),
        ("A child killed 7 people injured in attacks in Marra.", [("killed", 1, 1, "child"), ("wounded", 7, 7, "")]),
        ("A suicide bomber killed 30 people injured 90 in Marra.", [("killed", 30, 30, ""), ("wounded", 90, 90, "")]),
        ("Four people have bullet wounds, the Red Cross said.", [("wounded", 4, 4, "")]),
        ("Reports estimated up to 33 people had been killed.", [("killed", 1, 33, "")]),
        ("The candidate Jan Dahl escaped a dynamite attack.", []),
        ("Shells killed a family of five.", [("killed", 5, 5, "family")]),
        ("The house was rented by a man who was killed three days ago.", [("killed", 1, 1, "man")]),
        ("The airport police then killed the attacker.", [("killed", 1, 1, "attacker")]),
        ("The rebels were accused of killing the pilot.", []),
        ("Hundreds of fighters escaped from a camp after the raids.", []),
        ("The patients had no external injuries.", []),
        ("Omar and her infant child escaped injury.", []),
        ("Three guards escaped with minor injuries.", [("wounded", 3, 3, "guards")]),
        (
            "A girl was hit by a bullet. The child was taken to a clinic, where she later died.",
            [("wounded", 1, 1, "girl"), ("killed", 1, 1, "child")],
        ),
        ("A man was shot in the market. He later died.", [("wounded", 1, 1, "man"), ("killed", 1, 1, "man")]),
        ("A doctor visited the camp. He later died.", []),
        ("One of three suspects held in the raid took his own life.", [("killed", 1, 1, "suspects")]),
        ("One of the three men shot on Monday died overnight.", [("killed", 1, 1, "men")]),
        ("A shelling left one victim fatally wounded.", [("killed", 1, 1, "")]),
        ("175 dead wounded in the raid.", [("casualties", 175, 175, "")]),
        ("Four people were hurt, including the girl's father, Emil Roth.", [("wounded", 4, 4, ""), ("wounded", 1, 1, "Emil Roth")]),
        (
            "The army killed at least 21 villagers, more than half of them children.",
            [("killed", 21, None, "villagers"), ("killed", 11, None, "children")],
        ),
        ("The raid killed 30 villagers, at least a third of them women.", [("killed", 30, 30, "villagers"), ("killed", 10, 30, "women")]),
        ("Captured today were two rebels.", [("captured", 2, 2, "rebels")]),
        ("The arrests brought to nine the number of people in custody.", [("captured", 9, 9, "")]),
        ("The blast left up to 50 villagers dead.", [("killed", 1, 50, "villagers")]),
        ("Tens were wounded in the blast.", [("wounded", 20, 99, "")]),
        ("Twelve people received treatment for convulsions.", [("wounded", 12, 12, "")]),
        ("The three others among the dead were not named.", [("killed", 3, 3, "")]),
        ("The army rescued 97 hostages and killed 40 insurgents.", [("captured", 97, 97, "hostages"), ("killed", 40, 40, "insurgents")]),
        ("The raid cut off 4,000 people from care.", []),
        ("Twenty men were taken away from the village.", [("captured", 20, 20, "men")]),
        ("Ten soldiers were cut off in the fort.", [("trapped", 10, 10, "soldiers")]),
        ("Among the killed gunmen was a field commander.", [("killed", 1, 1, "field commander")]),
        ("Among the dead soldiers were two officers.", [("killed", 2, 2, "officers")]),
        ("Soldiers went from house to house and executed 17 men.", [("killed", 17, 17, "men")]),
        ("A helicopter was shot down by rebels near Bor; all 18 on board died.", [("killed", 18, 18, "")]),
        ("A bomb killed 14 fighters from Jaish al-Islam.", [("killed", 14, 14, "Jaish al-Islam")]),
        ("A bomb killed 14 soldiers from Kivu.", [("killed", 14, 14, "soldiers")]),
        ("Rebel units attacked army forces in Tejutla, inflicting over 20 casualties.", [("casualties", 21, None, "army forces")]),
        ("The groom's father and brother were killed.", [("killed", 2, 2, "groom's father and brother")]),
        ("Two soldiers are reportedly among the deceased.", [("killed", 2, 2, "soldiers")]),
        ("Attack on wedding kills 32 Medical source.", [("killed", 32, 32, "")]),
        (
            "OF THE UNION [UNITED FRONT] REBELS, FOUR GUERRILLAS HAVE DIED, FIVE HAVE BEEN HURT.",
            [("killed", 4, 4, "GUERRILLAS"), ("wounded", 5, 5, "GUERRILLAS")],
        ),
        ("The unit said 40 gunmen were made prisoners.", [("captured", 40, 40, "gunmen")]),
        ("The front said only six of its fighters had fallen.", [("killed", 6, 6, "front")]),
        ("Soldiers fell back to the bridge.", []),
        ("The envoy put the rebel dead at fewer than 20.", [("killed", 0, 19, "rebel")]),
        ("The clinic put the injured at no fewer than 30.", [("wounded", 30, None, "")]),
        ("Ten people were shot dead, four of them pupils under twelve, the mayor said.", [("killed", 10, 10, ""), ("killed", 4, 4, "pupils")]),
        ("The blast killed 30 people. Two of them were Baptist ministers.", [("killed", 30, 30, ""), ("killed", 2, 2, "Baptist ministers")]),
        ("The report tells of the killing of 20 herders. Seven were younger than 15.", [("killed", 20, 20, "herders"), ("killed", 7, 7, "herders")]),
        ("Raiders slit the throats of five shepherds, their kin said.", [("killed", 5, 5, "shepherds")]),
        ("Gunmen pulled six wounded drivers from the bus and shot them.", [("wounded", 6, 6, "drivers")]),
        ("Gunmen pulled six wounded drivers from the bus and executed them.", [("killed", 6, 6, "drivers")]),
        ("The nurses had treated 12 people for burns, the charity said.", [("wounded", 12, 12, "")]),
        ("The state expelled 9,000 people of foreign origin.", [("displaced", 9000, 9000, "")]),
        ("The army gave no figure for rebel losses.", [("casualties", None, None, "rebel")]),
        ("The bulletin was silent on Malian losses.", [("casualties", None, None, "Mali")]),
        ("The Red Cross was unable to say how many villagers had been killed.", [("killed", None, None, "villagers")]),
        ("“I am not going to tell you how many are missing,” the captain said.", [("missing", None, None, "")]),
        ("The watcher saw nine men hacked to death.", [("killed", 9, 9, "men")]),
        ("Six of the wounded died in the night.", [("killed", 6, 6, "")]),
        ("Police rounded up 40 suspects, three of them nurses.", [("captured", 40, 40, "suspects"), ("captured", 3, 3, "nurses")]),
        ("Raids killed 80 people in May, against 50 in April.", [("killed", 80, 80, ""), ("killed", 50, 50, "")]),
        ("The envoy said 300 rebels had laid down their arms.", [("surrendered", 300, 300, "rebels")]),
        ("The radio said 20 recruits were marched into captivity.", [("captured", 20, 20, "recruits")]),
        ("The patrol accounted for seven guerrillas.", [("killed", 7, 7, "guerrillas")]),
        ("The enemy dead are estimated at no less than 70.", [("killed", 70, None, "enemy")]),
        ("Some 200 people have quit their homes.", [("displaced", 180, 220, "")]),
        ("Two hundred soldiers left the city at dawn.", []),
        ("The office names 70 killed and wounded peasants.", [("casualties", 70, 70, "peasants")]),
        ("The militia had 40 dead.", [("killed", 40, 40, "militia")]),
        ("The clinic had 40 dead.", [("killed", 40, 40, "")]),
        (
            "Rebels announced the killing of four officers and the wounding of six others.",
            [("killed", 4, 4, "officers"), ("wounded", 6, 6, "officers")],
        ),
        ("The army killed 14 rebels, raising to 127 the number of rebels killed.", [("killed", 14, 14, "rebels"), ("killed", 127, 127, "rebels")]),
        ("Nine guards embraced martyrdom in the raid.", [("killed", 9, 9, "guards")]),
        ("Thirty passengers were taken off a bus and shot dead.", [("killed", 30, 30, "passengers")]),
        ("Shells killed a farmer and two buffaloes.", [("killed", 1, 1, "farmer")]),
        ("Shells forced 600 villagers to evacuate.", [("displaced", 600, 600, "villagers")]),
        ("A woman and man were found dead at the mill.", [("killed", 2, 2, "woman and man")]),
        ("Her son, 12, and daughter, 9, were killed by a shell.", [("killed", 2, 2, "son, 12, and daughter")]),
        ("The gunman killed his mother, stepfather, and aunt.", [("killed", 3, 3, "mother, stepfather, and aunt")]),
        (
            "Shells killed a baker, his wife and their baby.",
            [("killed", 1, 1, "baker"), ("killed", 1, 1, "his wife"), ("killed", 1, 1, "their baby")],
        ),
        ("Two nurses were among nine people killed on Sunday.", [("killed", 2, 2, "nurses"), ("killed", 9, 9, "")]),
        ("Two nurses and a cook were among nine men executed.", [("killed", 2, 2, "nurses"), ("killed", 1, 1, "cook"), ("killed", 9, 9, "men")]),
        (
            "Ten soldiers were killed, but none of the deaths were a direct result of the raid.",
            [("killed", 10, 10, "soldiers"), ("killed", 0, 0, "soldiers")],
        ),
        ("The radio gave no figure for the number of people killed.", [("killed", None, None, "")]),
        ("Strikes on the harbour kill 32 - AFP", [("killed", 32, 32, "")]),
        ("Two men, 40 and 45, were killed by a mine.", [("killed", 2, 2, "men")]),
        ("His sons, 4 and 6, died in the fire.", []),
        ("Two brothers, 22, and a nurse were arrested.", [("captured", 2, 2, "brothers"), ("captured", 1, 1, "nurse")]),
        ("Two guards were hurt: Karim Daoud, 25; and Salim Nasser, 32.", [("wounded", 2, 2, "guards")]),
        ("The victim, who was killed on Monday, was 15.", []),
        ("Gunmen were blamed for the slayings of 14- and 18-year-olds.", []),
        ("After shooting three people to death and injuring a fourth, he fled.", [("killed", 3, 3, ""), ("wounded", 1, 1, "")]),
        ("Four men began shooting at the guards.", []),
        ("41-year-old man killed in overnight shelling.", [("killed", 1, 1, "man")]),
        ("Man dead following shelling of market.", [("killed", 1, 1, "Man")]),
        ("11-year-old girl fatally shot over weekend by sniper.", [("killed", 1, 1, "girl")]),
        ("An 18-year-old man was shot in the chest and pronounced dead at the scene.", [("killed", 1, 1, "man")]),
        ("A boy shot and killed an 11-year-old last Friday.", []),
        ("The army regretted the fatal shooting of his 12-year-old daughter.", [("killed", 1, 1, "his 12-year-old daughter")]),
        ("The town mourned the deadly stabbing of three pupils.", [("killed", 3, 3, "pupils")]),
        ("A shell killed the mayor's wife.", [("killed", 1, 1, "mayor's wife")]),
        ("A pilot was hurt. The pilot died at the clinic.", [("wounded", 1, 1, "pilot"), ("killed", 1, 1, "pilot")]),
        ("At least 20 people, half of them civilians, were killed.", [("killed", 20, None, ""), ("killed", 10, None, "civilians")]),
        ("The blast wounded 31 people, a third of them pupils.", [("wounded", 31, 31, ""), ("wounded", 10, 11, "pupils")]),
        ("The blast wounded 30 people, more than half of them pupils.", [("wounded", 30, 30, ""), ("wounded", 16, 30, "pupils")]),
        ("The first bomb killed six; a second killed four medics.", [("killed", 6, 6, ""), ("killed", 4, 4, "medics")]),
        ("A poet and activist was shot dead at the mill.", [("killed", 1, 1, "poet")]),
        ("A mother of four was killed by a sniper.", [("killed", 1, 1, "mother")]),
        ("A guard was killed and another badly hurt at the mill.", [("killed", 1, 1, "guard"), ("wounded", 1, 1, "guard")]),
        (
            "Two men were hurt. Police named the victims as Karim Daoud and Salim Nasser.",
            [("wounded", 2, 2, "men"), ("wounded", 1, 1, "Karim Daoud"), ("wounded", 1, 1, "Salim Nasser")],
        ),
        ("Police identified the victim as Karim Daoud.", [("killed", 1, 1, "Karim Daoud")]),
        ("The mine killed one soldier and wounded another.", [("killed", 1, 1, "soldier"), ("wounded", 1, 1, "soldier")]),
        ("One child died. The guards looked at one another.", [("killed", 1, 1, "child")]),
        ("A man was killed and a woman critically injured in the blast.", [("killed", 1, 1, "man"), ("wounded", 1, 1, "woman")]),
        ("The deaths of three men shot on Monday shocked the village.", [("killed", 3, 3, "men")]),
        ("A gunman shot and killed three people.", [("killed", 3, 3, "")]),
        ("The war has driven 40,000 civilians into Guinea.", [("displaced", 40000, 40000, "civilians")]),
        ("Some 2,300 Guatemalans have crossed into Chiapas.", [("displaced", 2070, 2530, "Guatemalans")]),
        ("The gunmen were holding 48 people.", [("captured", 48, 48, "")]),
        ("The party was holding talks with 20 groups.", []),
        ("Raiders seized 28 drivers at the depot.", [("captured", 28, 28, "drivers")]),
        ("The mayor said 80 peasants had turned themselves in.", [("surrendered", 80, 80, "peasants")]),
        ("There were no victims.", [("casualties", 0, 0, "")]),
        ("Five flights carried 42 injured to the capital.", [("wounded", 42, 42, "")]),
        ("Among the wounded in Oruma were four members of the same family.", [("wounded", 4, 4, "family")]),
        ("Later the officer said that one person was killed.", [("killed", 1, 1, "")]),
        ("Shells hit the clinic, injuring three nurses in addition to five patients.", [("wounded", 3, 3, "nurses"), ("wounded", 5, 5, "patients")]),
        ("The drought and the war have taken hundreds of lives.", [("killed", 200, 999, "")]),
        ("Nine herders were found shot in a ditch.", [("killed", 9, 9, "herders")]),
        ("Guards found nine herders shot in a ditch.", [("wounded", 9, 9, "herders")]),
        ("More than 40 rebels are in their custody.", [("captured", 41, None, "rebels")]),
        ("No one is in custody.", []),
        ("A girl and four other villagers were wounded.", [("wounded", 5, 5, "girl and four other villagers")]),
        ("Twelve rebels remain in detention.", [("captured", 12, 12, "rebels")]),
        ("Up to 300,000 people are believed to be in the besieged parts of Oruma.", [("trapped", 1, 300000, "")]),
        ("About 40,000 civilians live in Oruma, which has been under siege since May.", [("trapped", 36000, 44000, "civilians")]),
        ("About 40,000 civilians live in Oruma, which has been under water since May.", []),
        ("Four buses carrying 300 villagers left the enclave at dawn.", [("displaced", 300, 300, "villagers")]),
        ("A bus carrying 40 pilgrims reached the shrine.", []),
        ("The move resumed with 3,000 people leaving Sarajevo at dawn.", [("displaced", 3000, 3000, "")]),
        ("A woman left Sarajevo for her brother's wedding.", []),
        ("Two soldiers lost legs in the blast.", [("wounded", 2, 2, "soldiers")]),
        ("The groom was among the dead.", [("killed", 1, 1, "groom")]),
        ("The raid killed six people, including the mayor.", [("killed", 6, 6, ""), ("killed", 1, 1, "mayor")]),
        ("Two women and a child were killed.", [("killed", 2, 2, "women"), ("killed", 1, 1, "child")]),
        (
            "The chief, his son and 20 other rebels were killed.",
            [("killed", 1, 1, "chief"), ("killed", 1, 1, "his son"), ("killed", 20, 20, "rebels")],
        ),
        ("My husband Karim was killed on Sunday.", [("killed", 1, 1, "Karim")]),
        ("A bomber killed 30 people injured 90 at a wedding.", [("killed", 30, 30, ""), ("wounded", 90, 90, "")]),
        ("35 Dead Dozens Wounded in Rebel Battle near Oruma", [("killed", 35, 35, ""), ("wounded", 24, 99, "")]),
        ("Rebels fired nearly 10 shells on the two towns killing one person.", [("killed", 1, 1, "")]),
        ("Three people died in Khartoum, one in Omdurman and two in Kassala.", [("killed", 3, 3, ""), ("killed", 1, 1, ""), ("killed", 2, 2, "")]),
        ("There was no immediate word on casualties.", [("casualties", None, None, "")]),
        ("There was no immediate word on the talks.", []),
    ],
)
def test_what_is_counted_and_whose_it_is(text: str, figures: Told) -> None:
    assert told(text) == figures


def test_another_seven_are_others() -> None:
    first = "Raids on the port killed seven people, the monitor said."
    assert told(f"{first} Seven people were killed, the monitor said.") == [("killed", 7, 7, "")]
    assert told(f"{first} Another seven people were killed further north, the monitor said.") == [("killed", 7, 7, "")] * 2


def speakers(text: str) -> list[str]:
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    return [claim.chain[0].name for claim in account.claims if claim.figures]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By the count of local priests, at least 90 people have died since then.", ["local priests"]),
        ("The militia had taken the mill, killing nine men, Mr Orlo went on.", ["Orlo"]),
        ("The toll has been revised to 14 dead by the district hospital.", ["district hospital"]),
        ("The council counts 90 dead. The Red Cross says 40.", ["council", "Red Cross"]),
        ("By the words of the mayor, nine men have died.", ["mayor"]),
        ("A priest said 90 people died. The council puts them at 300.", ["priest", "council"]),
        ("The army said three men died; police said five.", ["army", "police"]),
        ("Nine men were killed, according to what the ministry declared.", ["ministry"]),
        ("In two days, he said, nine men had been killed; the guard had 20 dead.", ["he", "he"]),
        ("No group has claimed the raid. The army lost nine men there. It said it had killed 20 raiders.", ["Daily", "army"]),
        ("Rebels reached Tamba, where, its governor says, 40 people have died.", ["Tamba governor"]),
        ("The so-called Northern Army said it had killed 12 policemen.", ["Northern Army"]),
        ("THE COLONEL, RAUL ORTIZ, TOLD THIS RADIO: [BEGIN RECORDING] THEY CAME AT DAWN. THEY KILLED SIX MEN. [END RECORDING]", ["RAUL ORTIZ"]),
        ("The Lantern Group for Rights says 30 people died. Seven of the dead were boys, the rights group adds.", ["Lantern Group for Rights"] * 2),
        ("The Free Valley Army shelled the post. Border guards killed nine smugglers, the army said.", ["army"]),
    ],
)
def test_whose_count_it_is(text: str, names: list[str]) -> None:
    assert speakers(text) == names


def test_parts_told_before_the_whole_are_its_parts() -> None:
    (account,) = read([Document("a", "Two women and two children were among eight people killed when a bomb hit a mill.", "Daily")])
    assert isinstance(account, Account)
    (figures,) = [claim.figures for claim in account.claims if claim.figures]
    assert [(figure.low, figure.part_of) for figure in figures] == [(2, 2), (2, 2), (8, None)]
