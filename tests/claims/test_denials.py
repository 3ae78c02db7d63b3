"""Who denies, doubts or keeps silent on what another has told: the ledger keeps it beside the claim, on the word of whoever says so."""

import pytest

from hearsay.pipeline import Account, read
from hearsay.records import Claim, Document

Told = tuple[str | None, str, str, list[str], list[str]]  # type, stance, speaker, actors, targets


def claims_of(text: str) -> tuple[Claim, ...]:
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    return account.claims


def told(text: str) -> list[Told]:
    found = [(claim.event, claim.stance, claim.chain[0].name) for claim in claims_of(text)]
    return [(event.type, stance, name, [p.name for p in event.actors], [p.name for p in event.targets]) for event, stance, name in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The rebels denied the accusations.", ("accusation", "denies", "rebels", [], ["rebels"])),
        ("The army dismissed the allegations as baseless.", ("accusation", "denies", "army", [], ["army"])),
        ("Turkland has consistently denied those accusations.", ("accusation", "denies", "Turkland", [], ["Turkland"])),
        ("The army denied allegations that it had shelled the clinic.", ("shelling", "denies", "army", ["army"], ["clinic"])),
        ("The army denied reports that the town had fallen.", ("seizure", "denies", "army", [], ["town"])),
        ("The ministry refuted claims by the rebels that they had shot down a jet.", ("attack", "denies", "ministry", ["rebels"], ["jet"])),
        ("Residents contradicted the army's claim that the town was retaken.", ("seizure", "denies", "Residents", [], ["town"])),
        ("The navy has neither confirmed nor denied carrying out the strike.", ("attack", "declines", "navy", ["navy"], [])),
        ("The navy has repeatedly denied shelling the port.", ("shelling", "denies", "navy", ["navy"], ["port"])),
        ("The general denied his forces fired the shell.", ("shelling", "denies", "general", ["his forces"], [])),
        ("Libya has denied backing the rebels.", ("aid", "denies", "Libya", ["Libya"], ["rebels"])),
        ("The militia denied involvement in the rocket attack.", ("shelling", "denies", "militia", ["militia"], [])),
    ],
)
def test_a_denial_is_a_claim_of_whoever_denies(text: str, wanted: Told):
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels accused the army of shelling the clinic. The army denied the accusation.", "The army denied the accusation"),
        ("Rebels blamed the army for the shelling, a charge the army denied.", "charge the army denied"),
        ("Rebels blamed the army for the shelling, but the army denied it.", "the army denied it"),
        ("Rebels blamed the army for the shelling, which the army denied.", "which the army denied"),
        ("Rebels blamed the army for the shelling, something the army denied.", "the army denied"),
        ("Rebels blamed the army for the shelling. The army rejected the accusation as absurd.", "The army rejected the accusation as absurd"),
    ],
)
def test_a_denial_that_points_back_is_of_what_the_other_said_and_bears_its_own_words(text: str, words: str):
    blame, denial = [claim for claim in claims_of(text) if claim.event.type == "accusation"]
    assert (blame.stance, blame.chain[0].name) == ("asserts", "Rebels")
    assert (denial.stance, denial.chain[0].name, denial.evidence.text) == ("denies", "army", words)
    assert [p.name for p in (*denial.event.actors, *denial.event.targets)] == ["Rebels", "army"]


def test_what_we_deny_is_denied_by_whoever_speaks():
    (denial,) = [claim for claim in claims_of('"We deny the charges published today," the spokesman said.') if claim.stance == "denies"]
    assert [voice.name for voice in denial.chain] == ["spokesman", "Daily"]


def test_a_lie_in_so_many_words_is_a_denial_of_the_count():
    claims = claims_of('The prosecutor said nine civilians had been killed. The Oakland ministry called the claim "an absolute lie".')
    told_by = {(claim.chain[0].name, claim.stance) for claim in claims if any(figure.low == 9 for figure in claim.figures)}
    assert told_by == {("prosecutor", "asserts"), ("Oakland ministry", "denies")}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("There was no independent confirmation of the claim that 40 soldiers had died.", "doubts"),
        ("The rebels disputed the government's account that 40 soldiers were killed.", "doubts"),
        ("The army neither confirmed nor denied the report that 40 soldiers died.", "declines"),
        ("Officials dismissed as propaganda the rebels' claim to have killed 40 soldiers.", "denies"),
        ("He rejected calls to stop for the sake of 40 civilians trapped in the town.", "asserts"),
    ],
)
def test_whoever_takes_no_others_word_does_not_give_the_count(text: str, stance: str):
    (claim,) = [claim for claim in claims_of(text) if claim.figures]
    assert claim.stance == stance


@pytest.mark.parametrize("text", ["The Taliban claimed responsibility for the attack.", "Hamas claimed responsibility for the attack."])
def test_who_claims_an_attack_did_it_whatever_the_tree_takes_the_verb_for(text: str):
    ((kind, stance, speaker, actors, _),) = told(text)
    assert (kind, stance, actors) == ("attack", "asserts", [speaker])


def test_who_claims_an_attack_speaks_by_it_and_whoever_tells_of_it_carries_that():
    ((kind, _, speaker, actors, _),) = told("The Red Front claimed responsibility for a twin suicide attack, the Amaq agency said.")
    (claim,) = claims_of("The Red Front claimed responsibility for a twin suicide attack, the Amaq agency said.")
    assert (kind, speaker, actors) == ("bombing", "Red Front", ["Red Front"])
    assert [voice.name for voice in claim.chain] == ["Red Front", "Amaq agency", "Daily"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The front claimed responsibility for a suicide bombing in the capital.", "bombing"),
        ("The front denied involvement in the air strike on the clinic.", "airstrike"),
        ("The front claimed responsibility for the attack.", "attack"),
    ],
)
def test_what_is_claimed_is_of_the_kind_that_is_named(text: str, kind: str):
    ((found, *_),) = told(text)
    assert found == kind


def test_who_will_not_comment_is_silent_himself_and_carries_nothing():
    strike, silence = claims_of("Rebel media said the strikes killed 53 people; Oakland did not comment.")
    assert [voice.name for voice in strike.chain] == ["Rebel media", "Daily"]
    assert strike.figures[0].low == 53
    assert (silence.stance, silence.chain[0].name, silence.evidence.text) == ("declines", "Oakland", "Oakland did not comment")


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The rebels did not deny the claim.", set()),
        ("The rebels have yet to deny the claim.", set()),
        ("The rebels refused to deny the claim.", set()),
        ("The rebels could neither confirm nor deny the report.", {"declines"}),
        ("The rebels have denied such allegations in the past.", set()),
        ("The rebels said those figures were wrong.", set()),
        ("The rebels denied the claim.", {"denies"}),
    ],
)
def test_only_what_is_denied_is_denied(text: str, stances: set[str]):
    found = told(f"The army said it had bombed a rebel camp. {text}")
    assert {stance for _, stance, speaker, *_ in found if speaker == "rebels"} == stances


def test_neither_confirmed_nor_denied_is_a_silence_whichever_verb_bears_it():
    ((_, stance, *_),) = told("The army neither confirmed nor denied that it had bombed the camp.")
    assert stance == "declines"


def test_a_charge_is_not_its_judges():
    assert not [kind for kind, *_ in told("Police charged two men with arson. The judge rejected the charges.") if kind == "accusation"]


def test_demands_that_are_denied_are_no_deeds():
    assert told("The army denied demands that it withdraw from Bor.") == []


def test_who_is_charged_says_nothing_of_it_and_has_not_been_convicted():
    found = told("A man charged with murdering two soldiers denied the charges.")
    assert found == [("accusation", "denies", "man", [], ["man"]), ("arrest", "asserts", "Daily", [], ["man"])]


@pytest.mark.parametrize(("plea", "stance"), [("not guilty", "denies"), ("guilty", "asserts")])
def test_a_plea_of_not_guilty_denies(plea: str, stance: str):
    ((_, found, *_),) = told(f"The man pleaded {plea} to killing four people.")
    assert found == stance


def test_silence_on_another_matter_is_no_silence():
    assert [kind for _, kind, *_ in told("Rebels attacked Bor. The president did not comment on his divorce.")] == ["asserts"]


def test_who_claims_that_the_blame_lies_elsewhere_owns_to_nothing():
    assert ["army"] not in [actors for *_, actors, _ in told("The army claimed responsibility lay with the rebels for the shelling of Bor.")]


def test_a_denial_that_names_no_deed_is_not_taken_for_another_by_what_it_is_guessed_to_be_of():
    text = "A raid on Bor killed nine. Oakland denies involvement, envoys said. Medics came at noon. Oakland has denied any involvement."
    assert [speaker for _, stance, speaker, *_ in told(text) if stance == "denies"] == ["Oakland", "Oakland"]
