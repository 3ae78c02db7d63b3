"""One event, reconciled by each of the named profiles; copies and totals."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from hearsay import ledger
from hearsay.records import Claim, Document, Figure, Party, Tally, Voice
from tests.ledger.stories import civilians, claim, document, event_of, figure, outlet, party, place, voice

RIVER, HILL = party("River Army"), party("Hill Front")
ADAM, EVE = voice("Adam Stone", of="River Army"), voice("Eve Field", of="Hill Front")
MONITOR, CLINIC = voice("Rights Monitor", "organisation"), voice("Red Crescent", "organisation")
BATTLE = claim("z/0", "clash", actors=[RIVER, HILL])
TOWN, COUNTRY = place("Oak", 10.0, 10.0), place("Woodland", 10.0, 12.0, precision=6)

Bounds = tuple[int | None, int | None, int | None]


def killed(low: int, high: int | None = -1, *, of: Sequence[Party] = (HILL,), **more: Any) -> Figure:
    return figure("killed", low, high, victims=of, **more)


def says(claim_id: str, by: Voice | None, *figures: Figure, kind: str = "toll", **more: Any) -> Claim:
    return claim(claim_id, kind, by=by, figures=figures, **more)


def tallies(*told: Claim, documents: Sequence[Document] = (), **more: Any) -> dict[str, Tally]:
    claims = [BATTLE, *told]
    return {tally.victims: tally for tally in ledger.reconcile(event_of(claims), claims, documents, **more) if tally.measure == "killed"}


def bounds(tally: Tally) -> Bounds:
    return tally.low, tally.best, tally.high


SCENE = [
    says("a/1", ADAM, killed(200)),
    says("e/1", EVE, killed(20)),
    says("m/1", MONITOR, killed(40, None)),
    says("r/1", CLINIC, killed(30)),
]


@pytest.mark.parametrize(
    ("profile", "victims", "expected"),
    [
        ("hearsay", "Hill Front", (20, 30, 200)),
        ("ucdp", "Hill Front", (20, 20, 40)),
        ("acled", "all", (20, 20, 20)),
        ("airwars", "Hill Front", (20, None, 40)),
    ],
)
def test_each_profile_has_its_own_rule(profile: str, victims: str, expected: Bounds) -> None:
    tally = tallies(*SCENE, profile=profile)[victims]
    assert bounds(tally) == expected
    assert tally.profile == profile
    assert profile == "hearsay" or ledger.profile(profile).words in tally.rule


@pytest.mark.parametrize(
    ("profile", "expected"), [("hearsay", (0, None, 200)), ("ucdp", (0, 0, 200)), ("acled", (200, 200, 200)), ("airwars", (0, None, 200))]
)
def test_one_sides_claim_about_its_enemy_alone(profile: str, expected: Bounds) -> None:
    (tally,) = tallies(SCENE[0], profile=profile).values()
    assert bounds(tally) == expected


def test_ibc_publishes_civilians_once_two_voices_tell_of_them() -> None:
    one, other = says("m/1", MONITOR, killed(9, of=[civilians()])), says("r/1", CLINIC, killed(12, of=[civilians()]))
    alone = tallies(one, SCENE[0], profile="ibc")
    assert alone.keys() == {"civilians"}
    assert bounds(alone["civilians"]) == (0, None, 9)
    assert "Not published: 2 independent voices that may stand alone are needed, and there is 1" in alone["civilians"].rule
    assert bounds(tallies(one, other, profile="ibc")["civilians"]) == (9, None, 12)


def strike(claim_id: str, by: Voice | None, number: int, doer: Party = RIVER, **more: Any) -> Claim:
    return says(claim_id, by, killed(number, of=[civilians()]), kind="airstrike", actors=[doer], targets=[civilians()], **more)


@pytest.mark.parametrize(
    ("told", "grading"),
    [
        ([strike("a/1", ADAM, 4), strike("m/1", MONITOR, 9)], "confirmed"),
        ([strike("m/1", MONITOR, 9), strike("r/1", CLINIC, 11)], "fair"),
        ([strike("m/1", MONITOR, 9)], "weak"),
        ([strike("m/1", MONITOR, 9), strike("r/1", CLINIC, 11, HILL)], "contested"),
        ([strike("e/1", EVE, 9), says("m/1", MONITOR, killed(0, of=[civilians()]))], "discounted"),
    ],
)
def test_airwars_grades_civilian_harm(told: list[Claim], grading: str) -> None:
    found = tallies(*told, profile="airwars")
    assert found["civilians"].grading == grading
    assert f"Graded {grading}: " in found["civilians"].rule
    assert tallies(*told)["civilians"].grading is None


def test_an_unknown_profile_is_told_with_the_list() -> None:
    with pytest.raises(ledger.UnknownProfileError, match="there is no profile 'gut'; there are hearsay, ucdp, acled, airwars, ibc"):
        tallies(*SCENE, profile="gut")
    assert [one.name for one in ledger.profiles()] == ["hearsay", "ucdp", "acled", "airwars", "ibc"]
    assert all(one.words and one.source for one in ledger.profiles())


def test_only_measures_that_a_profile_counts() -> None:
    told = [BATTLE, says("m/1", MONITOR, figure("wounded", 7, victims=[HILL]), figure("captured", 3, victims=[HILL]))]
    assert {tally.measure for tally in ledger.reconcile(event_of(told), told)} == {"wounded", "captured"}
    assert {tally.measure for tally in ledger.reconcile(event_of(told), told, profile="airwars")} == {"wounded"}
    assert ledger.reconcile(event_of(told), told, profile="ucdp") == ()


def test_a_copy_adds_no_independent_voice() -> None:
    wire = says("o/1", None, killed(50, of=[civilians()]), words="Fifty villagers died", carrier=outlet("Wire"))
    copies = [says(f"c{n}/1", None, killed(50, of=[civilians()]), words=f"Edited {n}: 50 dead", carrier=outlet(f"Herald {n}")) for n in range(3)]
    other = says("m/1", MONITOR, killed(20, of=[civilians()]))
    origins = {f"c{n}": "o" for n in range(3)}
    assert tallies(wire, *copies, other)["civilians"].best == 50
    tally = tallies(wire, *copies, other, origins=origins)["civilians"]
    assert tally.best == 20
    assert tally.rule.count("the outlet's own word") == 1
    assert "Wire 50" in tally.rule


@pytest.mark.parametrize("by", [None, MONITOR], ids=["in its own name", "a quoted voice"])
@pytest.mark.parametrize("victims", [[civilians()], []], ids=["the same people", "people of no told side"])
def test_a_copy_replaces_no_number_of_its_origin(by: Voice | None, victims: list[Party]) -> None:
    first = says("o/1", by, killed(50, None, of=[civilians()]), carrier=outlet("Wire"))
    edited = says("c/1", by, killed(52, None, of=victims), carrier=outlet("Herald"))
    edited_too = says("d/1", by, killed(55, None, of=victims), carrier=outlet("Gazette"))
    documents = [document("o", published="2021-03-02"), document("c", published="2021-03-03"), document("d", published="2021-03-04")]
    tally = tallies(first, edited, edited_too, documents=documents, origins={"c": "o", "d": "o"})["civilians"]
    assert (bounds(tally), tally.rests_on) == ((50, 50, None), ("o/1",))


def test_where_the_origin_says_nothing_the_first_copy_of_it_stands() -> None:
    edited = [says(f"{name}/1", MONITOR, killed(low, None), carrier=outlet(f"Herald {name}")) for name, low in (("c", 52), ("d", 55))]
    documents = [document("o", published="2021-03-02"), document("d", published="2021-03-04"), document("c", published="2021-03-03")]
    assert tallies(*edited, documents=documents, origins={"c": "o", "d": "o"})["Hill Front"].rests_on == ("c/1",)


def test_an_outlets_own_new_version_replaces_its_number_and_what_a_copy_adds_counts() -> None:
    documents = [document(name, published=f"2021-03-0{day}") for day, name in enumerate(("o", "c", "w"), 2)]
    first, later = (says(f"{name}/1", MONITOR, killed(low, None, of=[civilians()]), carrier=outlet("Wire")) for name, low in (("o", 50), ("w", 72)))
    copy = says("c/1", MONITOR, killed(61, None, of=[civilians()]), carrier=outlet("Herald"))
    added = says("c/2", EVE, killed(9), carrier=outlet("Herald"))
    found = tallies(first, copy, added, later, documents=documents, origins={"c": "o", "w": "o"})
    assert found["civilians"].rests_on == ("w/1",)
    assert found["Hill Front"].rests_on == ("c/2",)


def test_the_sides_losses_add_up_to_a_total() -> None:
    told = says("e/1", EVE, killed(20)), says("a/1", ADAM, killed(7, of=[RIVER])), says("m/1", MONITOR, killed(4, 6, of=[civilians()]))
    found = tallies(*told)
    assert bounds(found[ledger.ALL]) == (31, 31, 33)
    assert found[ledger.ALL].rests_on == ("a/1", "e/1", "m/1")
    assert "added up" in found[ledger.ALL].rule
    assert tallies(*told[:1]).keys() == {"Hill Front"}


def test_no_best_in_all_where_one_sides_losses_have_none() -> None:
    told = says("a/1", ADAM, killed(600)), says("m/1", MONITOR, killed(4, of=[civilians()]))
    assert bounds(tallies(*told)[ledger.ALL]) == (4, None, 604)


def test_a_number_of_mere_people_is_the_whole_that_sides_are_parts_of() -> None:
    whole, part = says("m/1", MONITOR, killed(50, of=())), says("r/1", CLINIC, killed(12))
    assert bounds(tallies(whole, part)[ledger.ALL]) == (50, 50, 50)
    parts = says("m/1", MONITOR, killed(50, None, of=()), killed(30), killed(27, of=[civilians()]))
    assert bounds(tallies(parts)[ledger.ALL]) == (57, 57, None)
    assert "57 or more, which is 30 and 27 added up" in tallies(parts)[ledger.ALL].rule


def test_civilians_are_mere_people_where_nobody_who_fights_has_losses() -> None:
    told = says("m/1", MONITOR, killed(56, of=[civilians()])), says("r/1", CLINIC, killed(85, of=()))
    assert bounds(tallies(*told)[ledger.ALL]) == (56, 56, 85)


def test_a_joint_count_is_not_counted_twice() -> None:
    told = says("m/1", MONITOR, killed(30, of=[HILL, civilians()])), says("r/1", CLINIC, killed(10)), says("e/1", EVE, killed(5, of=[civilians()]))
    assert bounds(tallies(*told)[ledger.ALL]) == (30, 30, 30)


def test_women_and_children_add_up_where_no_whole_is_told() -> None:
    parts = says("m/1", MONITOR, killed(11, of=[civilians("children")])), says("m/2", MONITOR, killed(15, of=[civilians("women")]))
    tally = tallies(*parts)["civilians"]
    assert bounds(tally) == (26, 26, 26)
    assert "which is 11 and 15 added up" in tally.rule
    assert bounds(tallies(*parts, says("m/3", MONITOR, killed(40, of=[civilians()])))["civilians"]) == (40, 40, 40)


def test_the_dead_of_different_places_add_up_in_one_voices_report() -> None:
    elm = place("Elm", 10.0, 10.1)
    told = says("m/1", MONITOR, killed(12), places=[TOWN]), says("m/2", MONITOR, killed(9), places=[elm])
    assert bounds(tallies(*told)["Hill Front"]) == (21, 21, 21)
    assert bounds(tallies(*told, says("m/3", MONITOR, killed(15), places=[TOWN]))["Hill Front"]) == (15, 15, 15)


def test_who_counts_only_some_of_a_side_does_not_lower_it() -> None:
    told = says("m/1", MONITOR, killed(30, of=[civilians()])), says("r/1", CLINIC, killed(2, of=[civilians("medics")]))
    assert bounds(tallies(*told)["civilians"]) == (30, 30, 30)
    assert bounds(tallies(told[1])["civilians"]) == (2, 2, 2)


def test_an_at_least_takes_no_larger_number_back() -> None:
    documents = [document("a", published="2021-03-01"), document("b", published="2021-03-02")]
    told = says("a/1", MONITOR, killed(72, None)), says("b/1", MONITOR, killed(58, None))
    assert bounds(tallies(*told, documents=documents)["Hill Front"]) == (72, 72, None)
    exact = says("b/1", MONITOR, killed(58))
    assert bounds(tallies(told[0], exact, documents=documents)["Hill Front"]) == (58, 58, 58)


def test_a_vague_word_goes_along_with_the_numbers_that_are_given() -> None:
    dozens = says("m/1", MONITOR, replace(killed(24, 99), text="dozens of people"))
    assert bounds(tallies(dozens, says("r/1", CLINIC, killed(56)))["Hill Front"]) == (56, 56, 56)
    assert bounds(tallies(dozens, says("r/1", CLINIC, killed(9)))["Hill Front"]) == (9, 9, 24)
    assert bounds(tallies(dozens)["Hill Front"]) == (24, 24, 99)


def test_a_count_of_the_whole_war_is_no_count_of_the_event() -> None:
    here = says("m/1", MONITOR, killed(40, of=()), places=[TOWN])
    war = says("r/1", CLINIC, killed(250_000, None, of=()), places=[COUNTRY])
    total = says("r/1", CLINIC, killed(300, of=(), is_total=True), places=[COUNTRY])
    assert [bounds(tallies(here, each)["unknown"]) for each in (war, total)] == [(40, 40, 40)] * 2
    assert bounds(tallies(war)["unknown"]) == (250_000, 250_000, None)


def test_a_monitor_is_the_one_that_the_report_names() -> None:
    named, headline = says("m/1", MONITOR, killed(40, of=())), says("m/2", voice("monitoring group", "organisation"), killed(44, of=()))
    assert tallies(named, headline)["unknown"].rule.startswith("Rights Monitor 44 (an observer). One voice only")
    assert "; " in tallies(named, says("x/1", voice("monitoring group", "organisation"), killed(44, of=())))["unknown"].rule


def test_one_wrong_sentence_makes_no_side_of_an_observer() -> None:
    misread = claim("x/1", "airstrike", actors=[party("Rights Monitor", "organisation")])
    assert bounds(tallies(misread, says("m/1", MONITOR, killed(40)))["Hill Front"]) == (40, 40, 40)
