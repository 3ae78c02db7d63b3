"""Whatever parties a ledger names and whatever is judged: nothing hangs on the order of claims, and what is taken back leaves no trace."""

import random
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay import ledger
from hearsay.ledger import Ledger
from hearsay.records import Claim, Judgement
from tests.ledger.stories import claim, document, figure, party, voice

CALM = settings(deadline=None, derandomize=True, max_examples=60)
NAMES = [
    "Hill Front",
    "HF",
    "Hill Frunt",
    "River Army",
    "Rivar Army",
    "Adam Stone",
    "Adem Stone",
    "STONE",
    "Islamic State",
    "Daesh",
    "army",
    "Reuters",
]
NAME = st.sampled_from(NAMES)
JUDGED = st.lists(st.tuples(st.sampled_from(["merge", "split"]), NAME, NAME), max_size=5)


@st.composite
def worlds(draw: st.DrawFn) -> list[Claim]:
    def one(number: int) -> Claim:
        by = voice(draw(NAME), of=draw(st.one_of(st.none(), NAME)))
        victims = [party(draw(NAME))]
        return claim(
            f"r{number}/1", "clash", by=by, actors=[party(draw(NAME))], targets=[party(draw(NAME))], figures=[figure("killed", 3, victims=victims)]
        )

    return [one(number) for number in range(draw(st.integers(1, 6)))]


def posted(claims: list[Claim]) -> Ledger:
    """A ledger in memory with one report a claim."""
    book = ledger.open(":memory:", clock=lambda: datetime(2021, 9, 1, tzinfo=UTC))
    for one in claims:
        ledger.post(book, document(one.report_id, one.evidence.text), [one], by="test")
    return book


def judge(book: Ledger, judged: list[tuple[str, str, str]]) -> list[Judgement]:
    made = [(ledger.merge if verb == "merge" else ledger.split)(book, left, right, by="test") for verb, left, right in judged]
    return [one for one in made if isinstance(one, Judgement)]


@CALM
@given(worlds(), JUDGED, st.randoms(use_true_random=False))
def test_the_order_of_claims_changes_neither_parties_nor_proposals(
    claims: list[Claim], judged: list[tuple[str, str, str]], chance: random.Random
) -> None:
    shuffled = chance.sample(claims, len(claims))
    with posted(claims) as book:
        judge(book, judged)
        made = ledger.judgements(book)
    assert ledger.enrol(shuffled, made) == ledger.enrol(claims, made)
    assert ledger.propose(shuffled, made) == ledger.propose(claims, made)
    assert set(ledger.rule(shuffled, made).claims) == set(ledger.rule(claims, made).claims)


@CALM
@given(worlds(), JUDGED, JUDGED)
def test_what_is_taken_back_last_first_leaves_all_as_before(
    claims: list[Claim], kept: list[tuple[str, str, str]], gone: list[tuple[str, str, str]]
) -> None:
    with posted(claims) as book:
        judge(book, kept)
        before = ledger.rule(claims, ledger.judgements(book)), ledger.enrol(claims, ledger.judgements(book))
        for one in reversed(judge(book, gone)):
            assert isinstance(ledger.undo(book, one.judgement_id, by="test"), Judgement)
        assert (ledger.rule(claims, ledger.judgements(book)), ledger.enrol(claims, ledger.judgements(book))) == before


@CALM
@given(worlds(), JUDGED)
def test_a_merge_counts_every_claim_once_and_a_split_loses_none(claims: list[Claim], judged: list[tuple[str, str, str]]) -> None:
    with posted(claims) as book:
        judge(book, judged)
        listed = ledger.enrol(claims, ledger.judgements(book))
    assert sum(one.counts["victim"] for one in listed) == len(claims)
    assert len({one.key for one in listed}) == len(listed)
    assert len({one.name for one in listed}) == len(listed)


@CALM
@given(worlds(), JUDGED)
def test_only_names_change(claims: list[Claim], judged: list[tuple[str, str, str]]) -> None:
    with posted(claims) as book:
        judge(book, judged)
        ruled = ledger.rule(claims, ledger.judgements(book)).claims
    assert [(one.claim_id, one.evidence, one.event.actors[0].surface) for one in ruled] == [
        (one.claim_id, one.evidence, one.event.actors[0].surface) for one in claims
    ]


@CALM
@given(worlds())
def test_every_proposal_says_why_and_joins_nothing(claims: list[Claim]) -> None:
    names = {one.name for one in ledger.enrol(claims)}
    for one in ledger.propose(claims):
        assert {one.left, one.right} <= names
        assert one.reasons
        assert 0 < one.score <= 1
