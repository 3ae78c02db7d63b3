"""Judgements about many claims at once are written all or none."""

from datetime import date

import pytest

from hearsay import ledger
from hearsay.records import Claim, Document, Evidence, Figure, Happening, Problem, Voice

TEXT = "Rebels said that 12 soldiers died. The army said that 3 did."


def claim(claim_id: str, words: str, number: int) -> Claim:
    start = TEXT.index(words)
    figure = Figure("killed", number, number, number, start, start + len(words), words)
    voices = (Voice("rebels", "Rebels", 0, 6, "party"), Voice("outlet", "", 0, 0, "media"))
    return Claim(claim_id, "r1", Evidence(start, start + len(words), words), voices, "asserts", Happening("toll"), (figure,), 0.9, "r")


@pytest.fixture
def opened(tmp_path):
    with ledger.open(tmp_path / "l.db") as made:
        claims = (claim("aa11", "12 soldiers", 12), claim("bb22", "3 did", 3))
        assert ledger.post(made, Document("r1", TEXT, published=date(2031, 1, 1)), claims, "engine") is True
        yield made


def numbers(opened: ledger.Ledger) -> dict[str, int | None]:
    return {one.claim_id: one.figures[0].low for one in ledger.hold(opened).claims}


def test_all_are_written_and_stand_in_the_log(opened):
    made = ledger.correct(opened, {"aa11": {"low": "11", "high": "11"}, "bb22": None}, "Ann", note="from a file")
    assert not isinstance(made, Problem)
    assert [(one.verb, one.left, one.by, one.note) for one in made] == [
        ("amend", "aa11", "Ann", "from a file"),
        ("reject", "bb22", "Ann", "from a file"),
    ]
    assert numbers(opened) == {"aa11": 11}
    assert ledger.judgements(opened, "claims") == made
    assert list(ledger.check(opened)) == []


def test_what_changes_nothing_is_left_out(opened):
    assert ledger.correct(opened, {"aa11": {"low": "12"}, "bb22": {}}, "Ann") == ()
    ledger.reject(opened, "bb22", "Ben")
    assert ledger.correct(opened, {"bb22": None}, "Ann") == ()


@pytest.mark.parametrize(
    ("wrong", "told"), [({"low": "many"}, "low cannot be 'many'"), ({"2.low": "1"}, "the claim has 1 figures"), ({"x": ""}, "no field")]
)
def test_one_change_that_cannot_be_made_keeps_all_from_being_written(opened, wrong, told):
    before = len(ledger.entries(opened))
    made = ledger.correct(opened, {"aa11": None, "bb22": wrong}, "Ann")
    assert isinstance(made, Problem)
    assert told in made.message
    assert len(ledger.entries(opened)) == before


def test_a_claim_that_does_not_stand_cannot_be_amended(opened):
    ledger.reject(opened, "bb22", "Ben")
    made = ledger.correct(opened, {"aa11": {"low": "1"}, "bb22": {"low": "4"}}, "Ann")
    assert isinstance(made, Problem)
    assert "claim bb22 does not stand any more" in made.message
    assert numbers(opened) == {"aa11": 12}


def test_somebody_has_to_judge(opened):
    with pytest.raises(ValueError, match="needs the name"):
        ledger.correct(opened, {"aa11": None}, " ")
