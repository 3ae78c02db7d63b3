"""Who is who in a ledger: parties listed, names proposed as one with reasons, merged, split, and taken back."""

from collections.abc import Iterator
from typing import Any

import pytest

from hearsay import ledger
from hearsay.ledger import Ledger, Proposal
from hearsay.records import Claim, Judgement, Party, Problem, Voice
from tests.ledger.stories import claim, document, event_of, figure, party, voice

RIVER, HILL = party("River Army"), party("Hill Front")


def told(*claims: Claim) -> list[Claim]:
    return [claim("z/0", "clash", actors=[RIVER], targets=[HILL]), *claims]


def says(claim_id: str, by: Voice, **more: Any) -> Claim:
    return claim(claim_id, by=by, **more)


def names(claims: list[Claim]) -> dict[str, ledger.Listed]:
    return {one.name: one for one in ledger.enrol(claims)}


def proposed(*those: str | Voice | Party) -> list[Proposal]:
    """What is proposed among names: voices, parties, or persons by their mere names."""
    claims = []
    for number, one in enumerate(those):
        if isinstance(one, Party):
            claims.append(claim(f"p{number}/1", "clash", actors=[one]))
        else:
            claims.append(says(f"p{number}/1", one if isinstance(one, Voice) else voice(one)))
    return [one for one in ledger.propose(claims) if not one.left.startswith("Outlet")]


@pytest.fixture
def book(address: str) -> Iterator[Ledger]:
    """A ledger with two spellings of one spokesman, and the letters of the party that he speaks for."""
    with ledger.open(address) as book:
        post(book, says("a/1", voice("Adam Stone", of="River Army"), figures=[figure("killed", 600, victims=[HILL])]))
        post(book, says("b/1", voice("Adem Ston"), figures=[figure("killed", 700, victims=[HILL])]))
        post(book, claim("c/1", "clash", actors=[RIVER], targets=[HILL]))
        post(book, claim("d/1", "clash", actors=[party("HF")], figures=[figure("killed", 3, victims=[party("HF")])]))
        post(book, claim("e/1", "clash", actors=[Party("Arakan Army", "AA", 0, 2, "rebel")]))
        yield book


def post(book: Ledger, one: Claim) -> None:
    assert ledger.post(book, document(one.report_id, one.evidence.text), [one], by="test") is True


def done(made: Judgement | Problem) -> Judgement:
    assert isinstance(made, Judgement), made
    return made


def refused(made: Judgement | Problem) -> str:
    assert isinstance(made, Problem), made
    assert made.message.endswith("Nothing was changed.")
    return made.code


def listed(book: Ledger) -> dict[str, ledger.Listed]:
    return {one.name: one for one in ledger.enrol(ledger.claims(book), ledger.judgements(book))}


def test_each_party_is_listed_with_its_roles_names_labels_and_side() -> None:
    claims = told(
        says("a/1", voice("Adam Stone", of="River Army"), figures=[figure("killed", 3, victims=[HILL])]),
        claim("b/1", "attack", actors=[Party("Hill Front", "Hill Front bandits", 0, 9, "rebel", "bandits")], targets=[party("RIVER ARMY")]),
    )
    found = names(claims)
    assert found["Hill Front"].counts == {"voice": 0, "actor": 1, "target": 1, "victim": 1}
    assert (found["Hill Front"].labels, found["Hill Front"].aliases) == (("bandits",), ("Hill Front bandits",))
    assert found["River Army"].counts == {"voice": 0, "actor": 1, "target": 1, "victim": 0}
    assert (found["Adam Stone"].sides, found["Adam Stone"].kind) == (("River Army",), "person")
    assert found["Outlet of a"].kind == "media"


def test_only_equal_words_and_the_table_make_names_one_by_themselves() -> None:
    found = names(
        [says("a/1", voice("SOHR", "organisation")), says("b/1", voice("Syrian Observatory", "organisation")), *told(says("c/1", voice("HF")))]
    )
    assert found["Syrian Observatory for Human Rights"].counts["voice"] == 2
    assert found["Syrian Observatory for Human Rights"].kind == "observer"
    assert {"HF", "Hill Front"} <= found.keys()


def test_what_the_table_tells_of_two_parties_of_the_ledger_is_told() -> None:
    found = names([claim("a/1", "clash", actors=[party("M23")], targets=[party("Armed Forces of the Democratic Republic of the Congo", "state")])])
    assert [(fact.kind, fact.first) for fact in found["M23"].relations] == [("fights", 2012)]


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Fahim Dashty", "Fahim Dashti", "sound like"),
        ("Zaynab Khoury", "Zeinab Koury", "sound like"),
        ("Jean-François Mbembé", "Jean Francois Mbembe", None),
        ("Ахмад Масуд", "Ahmad Masud", "spelt alike"),
        ("Сергей Иванов", "Sergei Ivanov", "sound like"),
        ("Gerald Mwangi", "Gerard Mwangi", "spelt alike"),
        ("Adam Stone", "Stone", "is the end of"),
    ],
)
def test_spellings_across_reports_are_proposed_with_a_reason(left: str, right: str, reason: str | None) -> None:
    found = proposed(left, right)
    if reason is None:
        assert found == []  # the same words: one party by themselves
        return
    assert [{one.left, one.right} for one in found] == [{left, right}]
    assert any(reason in words for _, words in found[0].reasons)
    assert 0.75 <= found[0].score <= 1


def test_letters_are_proposed_for_the_name_that_they_begin() -> None:
    (found,) = proposed(party("Hill Front"), party("HF"))
    assert (found.left, found.right, found.is_taken) == ("Hill Front", "HF", True)
    assert "HF is the first letters of Hill Front" in [words for _, words in found.reasons]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (party("North Front"), party("South Front")),
        (party("81st Brigade"), party("82nd Brigade")),
        (party("Taliban"), party("Pakistani Taliban")),
        (party("Hill Front"), voice("Hill Frent")),
        (voice("Adam Stone", of="River Army"), voice("Adan Stone", of="Hill Front")),
        (party("rebels"), party("Syrian rebels")),
        (voice("Ann Lee"), voice("Ian Lee")),
    ],
    ids=["opposites", "numbers", "two of the table", "a person and a party", "of two sides", "common nouns", "short names"],
)
def test_names_of_two_parties_are_not_proposed(left: Party | Voice, right: Party | Voice) -> None:
    assert proposed(left, right) == []


def test_who_acts_against_the_other_is_hardly_the_same() -> None:
    one, other = party("Hill Liberation Front"), party("Hill Liberasion Front")
    assert len(proposed(one, other)) == 1
    assert ledger.propose([claim("a/1", "clash", actors=[one], targets=[other])]) == ()


def test_a_merge_makes_two_voices_one_camp_and_its_undoing_two_again(book: Ledger) -> None:
    before = listed(book)
    made = done(ledger.merge(book, "adam stone", "Adem Ston", by="Ann"))
    merged = listed(book)
    assert "Adem Ston" not in merged
    assert merged["Adam Stone"].aliases == ("Adem Ston",)
    assert merged["Adam Stone"].counts["voice"] == 2
    assert (made.left, made.right, made.by) == ("Adam Stone", "Adem Ston", "Ann")
    assert done(ledger.undo(book, made.judgement_id, by="Bob")).undone_by is not None
    assert listed(book) == before


def test_a_merged_spokesman_no_longer_bears_his_own_side_out(book: Ledger) -> None:
    """Adem Ston is an unknown voice until he is judged to be River Army's spokesman; then his number is his side's."""

    def rule() -> str:
        ruled = ledger.rule(ledger.claims(book), ledger.judgements(book))
        told = [one for one in ruled.claims if one.report_id in "abc"]
        return next(tally.rule for tally in ledger.reconcile(event_of(told), ruled.claims, (), ruled.sameness) if tally.measure == "killed")

    assert "Adem Ston 700 (of no known side)" in rule()
    done(ledger.merge(book, "Adam Stone", "Adem Ston", by="Ann"))
    assert "Adem" not in rule()
    assert "River Army 700 (a side on what its enemy lost or did)" in rule()


def test_a_split_keeps_letters_from_the_name_that_they_begin(book: Ledger) -> None:
    def victims() -> set[str]:
        ruled = ledger.rule(ledger.claims(book), ledger.judgements(book))
        claims = [one for one in ruled.claims if one.report_id in "abcd"]
        return {tally.victims for tally in ledger.reconcile(event_of(claims), ruled.claims, (), ruled.sameness)}

    assert victims() == {"HF"}
    made = done(ledger.split(book, "Hill Front", "HF", by="Ann"))
    assert victims() == {"HF", "Hill Front", ledger.ALL}
    assert {"HF", "Hill Front"}.isdisjoint(
        name for one in ledger.propose(ledger.claims(book), ledger.judgements(book)) for name in (one.left, one.right)
    )
    done(ledger.undo(book, made.judgement_id, by="Ann"))
    assert victims() == {"HF"}


def test_a_name_that_the_table_joined_can_be_split_off(book: Ledger) -> None:
    post(book, claim("f/1", "clash", actors=[Party("Arakan Army", "AA", 0, 2, "state")]))
    post(book, claim("g/1", "clash", actors=[Party("Arakan Army", "AA", 0, 2, "state")]))
    made = done(ledger.split(book, "Arakan Army", "AA", by="Ann"))
    assert (listed(book)["AA"].counts["actor"], listed(book)["AA"].kind) == (3, "state")  # as the reports have it, no longer the table
    assert "Arakan Army" not in listed(book)
    merge = done(ledger.merge(book, "Hill Front", "AA", by="Ann"))
    assert listed(book)["Hill Front"].counts["actor"] == 3
    assert refused(ledger.undo(book, made.judgement_id, by="Ann")) == "rested-on"
    done(ledger.undo(book, merge.judgement_id, by="Ann"))
    done(ledger.undo(book, made.judgement_id, by="Ann"))
    assert (listed(book)["Arakan Army"].counts["actor"], listed(book)["Arakan Army"].kind) == (3, "rebel")


def test_a_judgement_holds_for_reports_posted_later_and_again(book: Ledger) -> None:
    done(ledger.merge(book, "Adam Stone", "Adem Ston", by="Ann"))
    late = says("f/1", voice("ADEM STON"))
    post(book, late)
    assert ledger.post(book, document("f", late.evidence.text), [late], by="again") is False
    assert listed(book)["Adam Stone"].counts["voice"] == 3


def test_the_entries_only_grow_and_say_who_judged(book: Ledger) -> None:
    before = ledger.entries(book)
    made = done(ledger.merge(book, "Adam Stone", "Adem Ston", by="Ann"))
    done(ledger.undo(book, made.judgement_id, by="Bob"))
    after = ledger.entries(book)
    assert after[: len(before)] == before
    assert [(one.kind, one.key, one.by, one.body["verb"]) for one in after[len(before) :]] == [
        ("judgement", "parties", "Ann", "merge"),
        ("judgement", "parties", "Bob", "undo"),
    ]


def test_what_cannot_be_judged_is_refused_and_nothing_is_written(book: Ledger) -> None:
    merged = done(ledger.merge(book, "Adam Stone", "Adem Ston", by="Ann"))
    split = done(ledger.split(book, "Hill Front", "HF", by="Ann"))
    before = ledger.entries(book)
    assert refused(ledger.merge(book, "Hill Front", "Nobody Known", by="Ann")) == "unknown-party"
    assert refused(ledger.split(book, "Nobody Known", "Hill Front", by="Ann")) == "unknown-party"
    assert refused(ledger.merge(book, "Adem Ston", "Adam Stone", by="Ann")) == "one-already"
    assert refused(ledger.merge(book, "River Army", "RIVER ARMY fighters", by="Ann")) == "one-already"
    assert refused(ledger.split(book, "River Army", "RIVER ARMY", by="Ann")) == "same-words"
    assert refused(ledger.merge(book, "HF", "Hill Front", by="Ann")) == "split"
    assert refused(ledger.split(book, "HF", "Hill Front", by="Ann")) == "split-already"
    assert refused(ledger.split(book, "Adam Stone", "Adem Ston", by="Ann")) == "merged"
    assert refused(ledger.undo(book, 10_000, by="Ann")) == "unknown-judgement"
    assert refused(ledger.undo(book, before[0].entry_id, by="Ann")) == "unknown-judgement"
    done(ledger.undo(book, split.judgement_id, by="Ann"))
    assert refused(ledger.undo(book, split.judgement_id, by="Ann")) == "undone-already"
    with pytest.raises(ValueError, match="who made it"):
        ledger.undo(book, merged.judgement_id, by=" ")
    assert len(ledger.entries(book)) == len(before) + 1


def test_an_unknown_name_is_told_with_one_like_it(book: Ledger) -> None:
    made = ledger.merge(book, "Hill Frunt", "River Army", by="Ann")
    assert isinstance(made, Problem)
    assert "did you mean 'Hill Front'" in made.message


def test_merges_of_merged_parties_go_under_the_last_name(book: Ledger) -> None:
    done(ledger.merge(book, "Hill Front", "HF", by="Ann"))
    done(ledger.merge(book, "River Army", "Hill Front", by="Ann"))
    found = listed(book)
    assert {"HF", "Hill Front"}.isdisjoint(found)
    assert set(found["River Army"].aliases) == {"HF", "Hill Front"}
    assert found["River Army"].counts["actor"] == 2


def test_a_part_speaks_of_its_wholes_losses_as_of_its_own_only_in_its_years() -> None:
    """The table has the People's Protection Units in the Syrian Democratic Forces from 2015 on."""

    def rule(year: int) -> str:
        by = voice("People's Protection Units", "party", said=f"{year}-11-01")
        claims = [
            claim("a/1", "clash", by=by, figures=[figure("killed", 5, victims=[party("Syrian Democratic Forces")])]),
            claim("z/0", "clash", actors=[party("People's Protection Units"), party("Syrian Democratic Forces")]),
        ]
        return ledger.reconcile(event_of(claims), claims)[0].rule

    assert "on its own losses" in rule(2016)
    assert "a side on what its enemy lost or did" in rule(2014)


def test_who_fights_the_side_by_the_table_is_no_bystander_in_those_years() -> None:
    """The table has M23 fighting the Congolese army from 2012 on; no claim here shows M23 fighting."""

    def rule(year: int) -> str:
        army = party("Armed Forces of the Democratic Republic of the Congo", "state")
        claims = [claim("a/1", "toll", by=voice("M23", "organisation", said=f"{year}-11-01"), figures=[figure("killed", 5, victims=[army])])]
        return ledger.reconcile(event_of(claims), claims)[0].rule

    assert "M23 5 (a side on what its enemy lost or did)" in rule(2012)
    assert "M23 5 (of no known side)" in rule(2010)


def test_a_known_spokesman_speaks_for_his_party_only_in_his_years() -> None:
    """The table has Talal Silo as spokesman of the Syrian Democratic Forces from 2015 to 2017."""

    def rule(year: int) -> str:
        by = voice("Talal Silo", said=f"{year}-06-01")
        claims = [claim("a/1", "clash", by=by, actors=[party("Syrian Democratic Forces")], figures=[figure("killed", 90, victims=[HILL])])]
        return ledger.reconcile(event_of(claims), claims)[0].rule

    assert "Syrian Democratic Forces 90 (a side on what its enemy lost or did)" in rule(2016)
    assert "Talal Silo 90 (of no known side)" in rule(2020)
