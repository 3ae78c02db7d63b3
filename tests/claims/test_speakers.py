"""Who speaks, where the words could mislead: a surname, what something is taken for, a standard, a body called "the group"."""

import pytest

from hearsay.pipeline import Account, read
from hearsay.records import Document


def speakers(text: str) -> list[str]:
    """The first voice of every claim."""
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    return [claim.chain[0].name for claim in account.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mohammed Said was killed in the raid.", {"Daily"}),
        ("Nine people were killed in the raid, Edward Said said.", {"Edward Said"}),
        ("The mayor said planes thought to be from the coalition killed nine people in the market.", {"mayor"}),
        ("The lists of the 40 people killed in the raid were sorted according to age.", {"Daily"}),
        ("Fighting goes on, and government forces control the port.", {"Daily"}),
        ("Fifteen rebels were killed in the raid, he went on.", {"he"}),
        ("Mayor Jan Dahl said the bridge was closed. I believe the rebels shelled the school.", {"Jan Dahl"}),
        ("I think the rebels shelled the school.", {"Daily"}),
        ("The Taliban claimed responsibility for the bombing, saying it killed 40 soldiers.", {"Taliban"}),
        (
            "The Lenz Observatory for Peace said nine people were killed in a raid. The group said the army had also shelled the port.",
            {"Lenz Observatory for Peace"},
        ),
    ],
)
def test_who_speaks(text: str, expected: set[str]) -> None:
    assert set(speakers(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Villagers told of attacks on the mill.",
        "Villagers told the agency of attacks on the mill.",
        "Villagers spoke of attacks on the mill.",
    ],
)
def test_what_they_tell_of_is_told_not_ordered(text: str) -> None:
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    assert [(c.chain[0].name, c.event.type, c.event.realis) for c in account.claims] == [("Villagers", "attack", "actual")]


def test_who_speaks_behind_but_is_no_part_of_what_was_said_before_it() -> None:
    (account,) = read([Document("a", "Gunmen abducted 200 girls, officials said, but parents put the number at 276.", "Daily")])
    assert isinstance(account, Account)
    assert [([v.name for v in c.chain], c.figures[0].low) for c in account.claims] == [(["officials", "Daily"], 200), (["parents", "Daily"], 276)]


def test_who_tells_of_it_did_not_do_it() -> None:
    (account,) = read([Document("a", "Extremists were also killed said observatory head Rami Abdel Rahman.", "Daily")])
    assert isinstance(account, Account)
    assert [claim.event.actors for claim in account.claims] == [()]


def test_who_accuses_does_so_whoever_tells_of_it() -> None:
    text = "Officials said troops had shelled the base in answer to an attack that Washington has blamed on the army."
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    assert [c.chain[0].name for c in account.claims if c.event.type == "accusation"] == ["Washington"]


def test_armed_people_who_fell_in_a_clash_were_a_party_to_it() -> None:
    (account,) = read([Document("a", "Ten Syrian troops were killed in clashes with Kurdish fighters.", "Daily")])
    assert isinstance(account, Account)
    assert {party.name for claim in account.claims for party in claim.event.actors} == {"Kurdish fighters", "Syrian troops"}
    (account,) = read([Document("a", "Five civilians were killed in clashes in the town.", "Daily")])
    assert isinstance(account, Account)
    assert not [party for claim in account.claims for party in claim.event.actors]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Adam Voss, who speaks for the Hill Front, said nine soldiers had been killed.", "Hill Front"),
        ("Adam Voss, speaking for the ministry, said nine soldiers had been killed.", "ministry"),
        ("Adam Voss, who speaks for hours, said nine soldiers had been killed.", None),
    ],
)
def test_who_speaks_for_somebody_is_his_voice(text: str, of: str | None) -> None:
    (account,) = read([Document("a", text, "Daily")])
    assert isinstance(account, Account)
    assert [claim.chain[0].of for claim in account.claims] == [of]
