"""What became of each voice's figures, in ledgers made up for it."""

from collections.abc import Sequence
from typing import Any

from hearsay import ledger
from hearsay.records import Claim, Document, Figure, Party, Track, Voice
from tests.ledger.stories import claim, document, event_of, figure, party, voice

RIVER, HILL = party("River Army"), party("Hill Front")
ADAM, EVE = voice("Adam Stone", of="River Army"), voice("Eve Field", of="Hill Front")
MONITOR = voice("Rights Monitor", "organisation")
BATTLE = claim("z/0", "clash", actors=[RIVER, HILL])
DOCUMENTS = [document(name, published=f"2021-03-0{day}") for day, name in enumerate("abcde", 1)]


def killed(low: int, high: int | None = -1, *, of: Sequence[Party] = (HILL,), **more: Any) -> Figure:
    return figure("killed", low, high, victims=of, **more)


def says(claim_id: str, by: Voice | None, *figures: Figure, **more: Any) -> Claim:
    return claim(claim_id, by=by, figures=figures, **more)


def tracks(*told: Claim, documents: Sequence[Document] = tuple(DOCUMENTS)) -> dict[str, Track]:
    claims = [BATTLE, *told]
    return {one.voice: one for one in ledger.track([event_of(claims)], claims, documents)}


def verdicts(name: str, *told: Claim) -> list[str]:
    return [one.verdict for one in tracks(*told)[name].graded]


def test_an_observer_bears_out_overtakes_or_contradicts() -> None:
    assert verdicts("Adam Stone", says("a/1", ADAM, killed(40)), says("b/1", MONITOR, killed(38, 42))) == ["borne out"]
    assert verdicts("Adam Stone", says("a/1", ADAM, killed(20)), says("b/1", MONITOR, killed(42))) == ["overtaken"]
    assert verdicts("Adam Stone", says("a/1", ADAM, killed(600)), says("b/1", MONITOR, killed(42))) == ["contradicted"]
    assert verdicts("Adam Stone", says("a/1", ADAM, killed(600))) == ["open"]


def test_each_verdict_has_the_claims_behind_it_and_says_why() -> None:
    (one,) = tracks(says("a/1", ADAM, killed(600)), says("b/1", MONITOR, killed(42)))["Adam Stone"].graded
    assert (one.claim_id, one.against, one.victims, one.measure) == ("a/1", ("b/1",), "Hill Front", "killed")
    assert one.words == "600 killed (Hill Front): contradicted by Rights Monitor 42 (an observer)."


def test_nobody_is_found_wrong_on_the_enemys_word_alone() -> None:
    boast, admission = says("a/1", ADAM, killed(600)), says("b/1", EVE, killed(12))
    assert verdicts("Adam Stone", boast, admission) == ["open"]
    assert verdicts("Eve Field", says("a/1", EVE, killed(12)), says("b/1", ADAM, killed(600))) == ["open"]
    assert verdicts("Adam Stone", boast, admission, says("c/1", MONITOR, killed(14))) == ["contradicted"]


def test_an_enemys_admission_bears_a_number_out() -> None:
    assert verdicts("Adam Stone", says("a/1", ADAM, killed(31)), says("b/1", EVE, killed(30, 32))) == ["borne out"]
    assert verdicts("Eve Field", says("a/1", EVE, killed(30, 32)), says("b/1", ADAM, killed(31))) == ["open"]


def test_what_was_said_before_grades_nothing_later() -> None:
    assert verdicts("Adam Stone", says("b/1", ADAM, killed(40)), says("a/1", MONITOR, killed(40))) == ["open"]


def test_a_voice_overtakes_itself() -> None:
    assert verdicts("Rights Monitor", says("a/1", MONITOR, killed(20)), says("b/1", MONITOR, killed(42))) == ["overtaken", "open"]


def test_a_number_said_again_is_one_figure() -> None:
    assert verdicts("Adam Stone", says("a/1", ADAM, killed(40)), says("b/1", ADAM, killed(40)), says("b/2", ADAM, killed(40, None))) == ["open"]


def test_voices_have_their_side_and_claims_and_one_record_for_all_their_names() -> None:
    found = tracks(says("a/1", ADAM, killed(40)), says("b/1", voice("Stone"), killed(60)), claim("c/1", "talks", by=ADAM), says("d/1", MONITOR))
    assert (found["Adam Stone"].side, found["Adam Stone"].claims, len(found["Adam Stone"].graded)) == ("River Army", 3, 2)
    assert (found["Rights Monitor"].side, found["Rights Monitor"].graded) == (None, ())
    assert "Stone" not in found


def test_who_has_no_name_has_no_record() -> None:
    assert "sources" not in tracks(says("a/1", voice("sources", "unnamed"), killed(40)))


def test_the_order_of_claims_does_not_matter() -> None:
    told = [
        BATTLE,
        says("a/1", ADAM, killed(600)),
        says("b/1", MONITOR, killed(42)),
        says("c/1", EVE, killed(40)),
        says("d/1", voice("Stone"), killed(9)),
    ]
    assert ledger.track([event_of(told)], told, DOCUMENTS) == ledger.track([event_of(told)], told[::-1], DOCUMENTS[::-1])
