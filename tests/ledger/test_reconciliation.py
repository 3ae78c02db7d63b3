"""Ledgers made up with known truth: what stands when sides, observers and outlets give different numbers."""

import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import ledger
from hearsay.records import Claim, Document, Figure, Party, Tally, Voice
from tests.ledger.stories import civilians, claim, document, event_of, figure, outlet, party, voice

RIVER, HILL = party("River Army"), party("Hill Front")
ADAM, EVE = voice("Adam Stone", of="River Army"), voice("Eve Field", of="Hill Front")
MONITOR = voice("Rights Monitor", "organisation")
BATTLE = claim("z/0", "clash", actors=[RIVER, HILL])


def killed(low: int | None, high: int | None = -1, *, of: Sequence[Party] = (HILL,), **more: Any) -> Figure:
    return figure("killed", low, high, victims=of, **more)


def says(claim_id: str, by: Voice | None, *figures: Figure, **more: Any) -> Claim:
    return claim(claim_id, by=by, figures=figures, **more)


def tallies(*told: Claim, documents: Sequence[Document] = ()) -> dict[tuple[str, str], Tally]:
    claims = [BATTLE, *told]
    return {(tally.victims, tally.measure): tally for tally in ledger.reconcile(event_of(claims), claims, documents)}


def bounds(*told: Claim, victims: str = "Hill Front", documents: Sequence[Document] = ()) -> tuple[int | None, int | None, int | None]:
    tally = tallies(*told, documents=documents)[victims, "killed"]
    return tally.low, tally.best, tally.high


def test_one_sides_claim_about_its_enemy_alone_is_no_best() -> None:
    tally = tallies(says("a/1", ADAM, killed(600)))["Hill Front", "killed"]
    assert (tally.low, tally.best, tally.high) == (0, None, 600)
    assert tally.rests_on == ("a/1",)
    assert "River Army 600 (a side on what its enemy lost or did)" in tally.rule
    assert "No voice among them may stand alone" in tally.rule


def test_many_spokesmen_and_outlets_of_one_side_are_still_one_voice() -> None:
    loud = [says(f"r{number}/1", voice(f"Spokesman {number}", of="River Army"), killed(600 + 25 * number)) for number in range(5)]
    assert bounds(*loud) == (0, None, 700)
    assert bounds(*loud, says("e/1", EVE, killed(31)), says("m/1", MONITOR, killed(40))) == (31, 40, 700)


def test_an_admission_outweighs_the_enemys_claim() -> None:
    assert bounds(says("a/1", ADAM, killed(350)), says("e/1", EVE, killed(34))) == (34, 34, 350)


def test_the_death_of_ones_own_spokesman_is_an_own_loss() -> None:
    alive, dead = says("a/1", EVE), killed(1, of=[party("Eve Field")])
    assert bounds(alive, says("b/1", voice("Hill Front", "party"), dead), victims="Eve Field") == (1, 1, 1)
    assert bounds(alive, says("b/1", ADAM, dead), victims="Eve Field") == (0, None, 1)


def test_an_observer_stands_between() -> None:
    assert bounds(says("a/1", ADAM, killed(200)), says("e/1", EVE, killed(20)), says("m/1", MONITOR, killed(80))) == (20, 80, 200)


def test_a_side_that_says_it_lost_nobody_admits_nothing() -> None:
    assert bounds(says("a/1", ADAM, killed(200)), says("e/1", EVE, killed(0))) == (0, None, 200)


def test_others_can_bear_a_large_number_out() -> None:
    assert bounds(
        says("a/1", ADAM, killed(600)), says("m/1", MONITOR, killed(620)), says("d/1", voice("Red Crescent", "organisation"), killed(590))
    ) == (
        590,
        600,
        620,
    )


@pytest.mark.parametrize(
    "repeat",
    [
        says("b/1", None, killed(600, None)),
        says("b/1", voice("reports", "unnamed"), killed(600)),
        says("b/1", None, killed(610, of=())),
    ],
    ids=["an outlet in its own words", "nobody in particular", "mere people"],
)
def test_who_only_repeats_a_sides_number_bears_nothing_out(repeat: Claim) -> None:
    found = tallies(says("a/1", ADAM, killed(600)), repeat)
    assert all(tally.best is None for tally in found.values())
    assert found["Hill Front", "killed"].high == 600


def test_a_spokesman_is_known_by_what_another_report_says_of_him() -> None:
    short = says("b/1", voice("Stone"), killed(600))
    assert bounds(says("a/1", ADAM, figure("wounded", 2, victims=[RIVER])), short) == (0, None, 600)


def test_who_fights_anywhere_in_the_ledger_is_no_observer_here() -> None:
    """Here the doers are "resistance forces"; only another event's claim shows that the Hill Front fights."""
    here = claim("b/1", "clash", by=EVE, actors=[party("resistance forces", "other")], figures=[killed(600, of=[RIVER])])
    elsewhere = claim("a/1", "repulse", actors=[party("Hill Front", "other")])
    (tally,) = ledger.reconcile(event_of([here]), [here, elsewhere])
    assert (tally.low, tally.best, tally.high) == (0, None, 600)
    assert "Hill Front 600 (a side on what its enemy lost or did)" in tally.rule


def test_an_outlet_that_repeats_in_its_lead_what_it_attributes_below_bears_nothing_out() -> None:
    lead, quote = says("a/1", None, killed(600)), says("a/2", ADAM, killed(600))
    assert ledger.reconcile(event_of([lead]), [lead, quote, BATTLE]) == ()
    (tally,) = ledger.reconcile(event_of([lead]), [lead, BATTLE])
    assert tally.best == 600


@pytest.mark.parametrize(("name", "best"), [("Rights Monitor", 9), ("Red Crescent", 9), ("Sunrise Party", None)])
def test_an_organisation_is_an_observer_if_its_name_says_so(name: str, best: int | None) -> None:
    assert bounds(says("a/1", voice(name, "organisation"), killed(9))) == (best or 0, best, 9)
    assert bounds(says("a/1", voice("Ann", of=name), killed(9))) == (best or 0, best, 9)


def test_a_party_named_with_its_people_or_by_its_letters_is_one_side() -> None:
    told = [
        says("m/1", MONITOR, killed(10, of=[party("Hill Front fighters")])),
        says("d/1", voice("Red Crescent", "organisation"), killed(12, of=[party("HF")])),
    ]
    (tally,) = [tally for tally in tallies(*told).values() if tally.measure == "killed"]
    assert (tally.victims, tally.low, tally.high) == ("HF", 10, 12)


def test_one_man_spelt_two_ways_is_one_loss() -> None:
    told = [
        says("a/1", voice("Daily", "media"), killed(1, of=[party("Fahim Dashti", "person")])),
        says("b/1", voice("Herald", "media"), killed(1, of=[party("Fahim Dashty", "person")])),
    ]
    (tally,) = [tally for tally in tallies(*told).values() if tally.measure == "killed"]
    assert (tally.low, tally.best, tally.high) == (1, 1, 1)


def test_copies_of_one_text_are_one_voice() -> None:
    copies = [says(f"c{number}/1", None, killed(50, of=[civilians()]), words="Fifty villagers died, it is said") for number in range(4)]
    other = says("m/1", MONITOR, killed(20, of=[civilians()]))
    tally = tallies(*copies, other)["civilians", "killed"]
    assert (tally.best, tally.rests_on) == (20, ("c0/1", "m/1"))


def test_a_later_word_replaces_the_same_voices_earlier_one() -> None:
    documents = [document("a", published="2021-03-02"), document("b", published="2021-03-04")]
    first, later = says("a/1", MONITOR, killed(20), start=3), says("b/1", MONITOR, killed(15))
    tally = tallies(first, later, documents=documents)["Hill Front", "killed"]
    assert (tally.low, tally.best, tally.high, tally.rests_on) == (15, 15, 15, ("b/1",))


def test_of_one_voices_words_of_one_day_the_largest_stands() -> None:
    told = [says("a/1", MONITOR, killed(30, of=[civilians()])), says("b/1", MONITOR, killed(2, of=[civilians("medics")]))]
    tally = tallies(*told, says("c/1", MONITOR, killed(30, of=[civilians()])))["civilians", "killed"]
    assert (tally.low, tally.best, tally.high, tally.rests_on) == (30, 30, 30, ("a/1", "c/1"))


def test_when_it_was_said_counts_more_than_when_it_was_printed() -> None:
    documents = [document("a", published="2021-03-02"), document("b", published="2021-03-04")]
    told = says("a/1", MONITOR, killed(20)), says("b/1", voice("Rights Monitor", "organisation", said="2021-02-28"), killed(15))
    assert bounds(*told, documents=documents) == (20, 20, 20)


def test_parts_stay_below_their_whole_and_additions_add() -> None:
    whole = says("a/1", MONITOR, killed(56, of=[civilians()]), killed(11, of=[civilians("children")], part_of=0))
    assert bounds(whole, victims="civilians") == (56, 56, 56)
    more = says("a/2", MONITOR, killed(5, of=[civilians()], is_added=True))
    assert bounds(whole, more, victims="civilians") == (61, 61, 61)


def test_a_part_of_mere_people_counts_for_its_own_side() -> None:
    found = tallies(says("a/1", MONITOR, killed(40, of=()), killed(34, part_of=0)))
    assert found["unknown", "killed"].best == 40
    assert found["Hill Front", "killed"].best == 34


@pytest.mark.parametrize(
    "more",
    [
        {"stance": "denies"},
        {"stance": "doubts"},
        {"realis": "hypothetical"},
        {"realis": "threatened"},
        {"realis": "negated"},
    ],
)
def test_what_is_not_told_as_fact_does_not_count(more: dict[str, str]) -> None:
    assert bounds(says("m/1", MONITOR, killed(10)), says("d/1", voice("Red Crescent", "organisation"), killed(90), **more)) == (10, 10, 10)


def test_declining_gives_no_number() -> None:
    assert tallies(says("e/1", EVE, killed(None), stance="declines")) == {}


def test_open_numbers_leave_the_high_open_unless_a_side_shouts_them() -> None:
    assert bounds(says("m/1", MONITOR, killed(40, None))) == (40, 40, None)
    assert bounds(says("a/1", ADAM, killed(301, None, best=300))) == (0, None, 301)
    assert bounds(says("a/1", ADAM, killed(301, None)), says("m/1", MONITOR, killed(40, None))) == (40, 40, 301)


def test_civilians_harmed_by_the_speakers_own_side_are_an_admission() -> None:
    accused = claim("a/1", "airstrike", by=ADAM, actors=[RIVER], figures=[killed(15, of=[civilians()])])
    accuser = claim("e/1", "airstrike", by=EVE, actors=[RIVER], figures=[killed(160, of=[civilians()])])
    tally = tallies(accused, accuser)["civilians", "killed"]
    assert (tally.best, tally.high) == (15, 160)
    assert "River Army 15 (on its own losses, or on harm done by itself)" in tally.rule
    assert tallies(accuser)["civilians", "killed"].best == 160


def test_residents_may_speak_of_civilians_but_not_of_fighters() -> None:
    residents = voice("residents", "unnamed")
    assert bounds(says("a/1", residents, killed(9, of=[civilians()])), victims="civilians") == (9, 9, 9)
    assert bounds(says("a/1", residents, killed(9))) == (0, None, 9)


def test_sides_swapped_read_the_same() -> None:
    def scene(one: Voice, other: Voice, hurt: Party) -> tuple[int | None, int | None, int | None]:
        return bounds(says("a/1", one, killed(300, of=[hurt])), says("b/1", other, killed(12, of=[hurt])), victims=hurt.name)

    assert scene(ADAM, EVE, HILL) == scene(EVE, ADAM, RIVER) == (12, 12, 300)


def test_a_minister_of_some_government_may_not_speak_for_a_sides_losses() -> None:
    assert bounds(says("a/1", voice("Ivo Gray", of="government"), killed(34))) == (0, None, 34)
    assert bounds(says("a/1", voice("Ivo Gray", of="Rights Monitor"), killed(34))) == (34, 34, 34)


@pytest.mark.parametrize(
    ("body", "dead", "best"),
    [
        ("Arda defence ministry", "Borland soldiers", None),
        ("defence ministry", "rebels", None),
        ("Tide Army", "junta soldiers", None),
        ("Tide Army", "soldiers", None),
        ("police", "militants", None),
        ("police", "policemen", 40),
        ("army", "soldiers", 40),
        ("health ministry", "militants", 40),
    ],
)
def test_an_army_or_police_alone_bears_no_number_of_others_armed_men(body: str, dead: str, best: int | None) -> None:
    """Nothing in the ledger says that they fight each other."""
    told = says("a/1", voice(body, "government"), killed(40, of=[party(dead, "other")]))
    (tally,) = ledger.reconcile(event_of([told]), [told])
    assert (tally.best, tally.high) == (best, 40)


def test_a_police_bears_numbers_of_civilians_and_of_mere_people() -> None:
    for hurt in ([civilians()], []):
        told = says("a/1", voice("police", "government"), killed(40, of=hurt))
        (tally,) = ledger.reconcile(event_of([told]), [told])
        assert tally.best == 40


def test_a_government_speaks_for_its_army_and_people() -> None:
    iran = voice("Iran", "government")
    told = [says("a/1", iran, killed(12, of=[party("Iranian troops", "state")])), says("b/1", iran, killed(1200, of=[party("Iraqi Army", "state")]))]
    fight = claim("z/1", "clash", actors=[party("Iranian Revolutionary Guards", "state")], targets=[party("Iraqi forces", "state")])
    found = tallies(fight, *told)
    assert found["Iran", "killed"].best == 12
    assert (found["Iraqi Army", "killed"].best, found["Iraqi Army", "killed"].high) == (None, 1200)


def test_own_dead_counted_together_with_civilians_are_an_admission() -> None:
    assert bounds(says("e/1", EVE, killed(9, of=[HILL, civilians()])), victims="civilians and Hill Front") == (9, 9, 9)


def test_all_events_in_one_pass_is_each_by_itself() -> None:
    first, second = says("a/1", MONITOR, killed(3)), says("b/1", ADAM, killed(99))
    claims, events = [BATTLE, first, second], [event_of([BATTLE, first]), event_of([second])]
    assert ledger.reconcile_all(events, claims) == tuple(ledger.reconcile(event, claims) for event in events)


def test_measures_and_sides_are_kept_apart_and_only_the_events_claims_count() -> None:
    inside = says("a/1", MONITOR, killed(3), figure("wounded", 7, victims=[RIVER]))
    outside = says("b/1", MONITOR, killed(99))
    found = ledger.reconcile(event_of([BATTLE, inside]), [BATTLE, inside, outside])
    assert [(tally.victims, tally.measure, tally.best) for tally in found] == [("Hill Front", "killed", 3), ("River Army", "wounded", 7)]


def test_a_loud_demo_never_becomes_the_truth() -> None:
    """One side's 600 and 700 through many outlets, in their own words too; the other side silent, then admitting a few."""
    loud = [
        says("d1/1", ADAM, killed(600, None)),
        says("d2/1", voice("Stone"), killed(540, 660, best=600), carrier=outlet("Herald")),
        says("d3/1", None, killed(600)),
        says("d4/1", voice("River Army", "party"), killed(700)),
        says("d5/1", voice("sources", "unnamed"), killed(700)),
        says("d6/1", EVE, killed(None), stance="declines"),
    ]
    assert bounds(*loud) == (0, None, 700)
    assert bounds(*loud, says("d7/1", EVE, killed(4))) == (4, 4, 700)


VOICES = st.sampled_from([None, ADAM, EVE, MONITOR, voice("Stone"), voice("residents", "unnamed"), voice("Ministry of Far", "government")])
VICTIMS = st.sampled_from([(), (HILL,), (RIVER,), (civilians(),), (party("people", "other"),), (HILL, civilians())])


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    low = draw(st.integers(0, 700))
    high = draw(st.one_of(st.none(), st.integers(low, 999)))
    more = {"is_added": draw(st.booleans()), "is_total": draw(st.booleans())}
    return figure(draw(st.sampled_from(["killed", "wounded"])), low, high, victims=draw(VICTIMS), **more)


@st.composite
def worlds(draw: st.DrawFn) -> list[Claim]:
    told = []
    for number in range(draw(st.integers(1, 9))):
        by = draw(VOICES)
        more = {"stance": draw(st.sampled_from(["asserts", "confirms", "denies"])), "actors": draw(st.sampled_from([[], [RIVER], [HILL]]))}
        told.append(claim(f"r{draw(st.integers(1, 4))}/{number}", "attack", by=by, figures=draw(st.lists(figures(), max_size=3)), **more))
    return told


PUBLISHED = [document(f"r{number}", published=f"2021-03-0{number}") for number in range(1, 4)]


@settings(max_examples=150, deadline=None)
@given(worlds(), st.randoms(use_true_random=False))
def test_ordered_resting_on_claims_and_the_same_in_any_order(told: list[Claim], chance: random.Random) -> None:
    event = event_of(told)
    found = ledger.reconcile(event, told, PUBLISHED)
    shuffled, documents = list(told), list(PUBLISHED)
    chance.shuffle(shuffled)
    chance.shuffle(documents)
    assert ledger.reconcile(event, shuffled, documents) == found
    for tally in found:
        assert tally.low is not None
        assert tally.low <= (tally.low if tally.best is None else tally.best)
        assert tally.high is None or max(tally.low, tally.best or 0) <= tally.high
        assert tally.rests_on
        assert set(tally.rests_on) <= set(event.claim_ids)
        assert tally.rule


@settings(max_examples=60, deadline=None)
@given(st.integers(5, 60), st.lists(st.integers(1, 20), min_size=1, max_size=4), st.integers(2, 30))
def test_a_known_truth_is_recovered(truth: int, slips: list[int], boast: int) -> None:
    """Observers miss by a few, the loser admits half, the winner boasts: the truth lies within, best within what was honestly said."""
    observers = [
        says(f"o{n}/1", voice(f"Monitor {n}", "organisation"), killed(max(0, truth - slip), truth + slip, best=truth)) for n, slip in enumerate(slips)
    ]
    told = [*observers, says("e/1", EVE, killed(truth // 2)), says("a/1", ADAM, killed(truth * boast))]
    low, best, high = bounds(*told)
    assert low is not None
    assert high is not None
    assert low <= truth <= high
    assert best in (truth // 2, truth)


def test_a_said_day_alone_orders_words_without_documents() -> None:
    told = [says(f"a/{n}", voice("Rights Monitor", "organisation", said=f"2021-03-0{n}"), killed(10 * n)) for n in (1, 2, 3)]
    assert bounds(*told) == (30, 30, 30)
