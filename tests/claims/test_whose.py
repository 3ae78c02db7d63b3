"""Whose people a bare number is of, what a fixed phrase tells of them, and what a happening and its count tell of each other."""

import pytest

from hearsay import lexicons
from hearsay.pipeline import Account, read
from hearsay.records import Claim, Document

_ROWS = lexicons.load("idiom")["idiom"]


def claims_of(text: str) -> tuple[Claim, ...]:
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    return account.claims


def measures_of(text: str) -> set[str]:
    return {figure.measure for claim in claims_of(text) for figure in claim.figures}


@pytest.mark.parametrize(
    ("text", "low", "whose"),
    [
        ("Gunmen attacked soldiers near Northville, killing three.", 3, ["soldiers"]),
        ("A bomb hit a police bus in Northville, killing seven and wounding 20.", 20, ["police"]),
        ("Rebels stormed an army post on Sunday, killing 12.", 12, ["army"]),
        ("A shell hit a market, killing 22.", 22, []),
        ("The council put army losses at 40 dead.", 40, ["army"]),
        ("The officer put the army's dead at seven.", 7, ["army"]),
        ("The monitors counted 30 dead on the government side.", 30, ["government"]),
        ("The attackers rolled back, leaving behind 24 bodies.", 24, ["attackers"]),
        ("Its forces raided a camp near Lero, freeing nine hostages.", 9, ["hostages"]),
        ("The army took 12 prisoners.", 12, []),
        ("Shells landed on the houses, killing a family of six.", 6, ["family"]),
        ("The resident gave a toll of 29 dead, mostly young people.", 29, ["young people"]),
    ],
)
def test_a_bare_number_is_of_those_whom_the_words_about_it_name(text: str, low: int, whose: list[str]):
    figures = [figure for claim in claims_of(text) for figure in claim.figures if figure.low == low]
    assert [[party.name for party in figure.victims] for figure in figures] == [whose]


@pytest.mark.parametrize(("measure", "text"), [(row["measure"], text) for row in _ROWS for text in row["fires"]])
def test_an_idiom_tells_what_befell_those_beside_it(measure: str, text: str):
    assert measure in measures_of(text)


@pytest.mark.parametrize(("measure", "text"), [(row["measure"], text) for row in _ROWS for text in row["silent"]])
def test_words_like_an_idiom_tell_nothing(measure: str, text: str):
    assert measure not in measures_of(text)


@pytest.mark.parametrize(
    ("text", "kind", "measure", "low"),
    [
        ("Men in police uniforms stormed an office and bundled away 40 employees.", "abduction", "captured", 40),
        ("They slit my mother's throat in front of me, he said.", "execution", "killed", 1),
        ("Nine people were held, an army spokeswoman said.", "arrest", "captured", 9),
        ("Some 25,000 of the camp's residents have fled, the agency said.", "displacement", "displaced", 22500),
        ("About 400 have given themselves up since January, the agency said.", "surrender", "surrendered", 360),
    ],
)
def test_a_happening_counts_its_people_and_a_count_tells_its_happening(text: str, kind: str, measure: str, low: int):
    assert [(c.event.type, f.measure, f.low) for c in claims_of(text) for f in c.figures if f.measure == measure] == [(kind, measure, low)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("General Ivan Petrov was killed on Monday.", "Ivan Petrov"),
        ("Commander Haji Malik was captured.", "Haji Malik"),
        ("Two journalists, one of them the photographer Jan Dahl, 28, were shot dead.", "Jan Dahl"),
    ],
)
def test_a_person_named_with_a_title_is_one(text: str, name: str):
    assert name in [party.name for claim in claims_of(text) for figure in claim.figures for party in figure.victims if figure.low == figure.high == 1]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("The jets hit the paramedics with a second raid, wounding four of them.", "paramedics"),
        ("Two civilians, one of them a girl, were killed.", "girl"),
    ],
)
def test_whom_them_means_in_a_count(text: str, whose: str):
    assert whose in [party.name for claim in claims_of(text) for figure in claim.figures for party in figure.victims]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Two people were killed in Northville. This was reported by the General Staff.", "General Staff"),
        ("Shells hit 21 villages. The relevant statement was made by Jan Dahl, head of the region.", "Jan Dahl"),
        ("The shelling killed four traders. This according to a local official.", "local official"),
        ("The rebels have offered to free the captives.", "rebels"),
        ("The minister Jan Dahl ruled out any talks with the rebels.", "Jan Dahl"),
    ],
)
def test_who_is_credited_behind_and_who_speaks_by_an_act(text: str, teller: str):
    assert {claim.chain[0].name for claim in claims_of(text)} == {teller}


@pytest.mark.parametrize(
    "silence",
    [
        "The army did not report this.",
        "This was not reported by the army.",
        "Nobody reported this.",
        "The army confirmed this.",
        "The army denied this.",
    ],
)
def test_who_credits_nothing_takes_no_word_from_who_told_it(silence: str):
    told = [c.chain[0].name for c in claims_of(f"Two people were killed in Northville. {silence}") for f in c.figures if f.low == f.high == 2]
    assert told == ["Daily"]


def test_what_flies_decides_and_a_day_is_no_doer():
    assert [claim.event.type for claim in claims_of("Warplanes fired missiles at the camp.")] == ["airstrike"]
    assert [claim.event.type for claim in claims_of("The troops will be pulled out by July 1.")] == ["retreat"]


def test_of_none_nothing_is_counted_but_none():
    assert [(f.low, f.high) for c in claims_of("None of its 1,500 troops had been taken prisoner, it said.") for f in c.figures] == [(0, 0)]


def test_a_mere_toll_tells_of_no_happening():
    assert {claim.event.type for claim in claims_of("The unit reported 191,000 displaced.")} == {"toll"}
