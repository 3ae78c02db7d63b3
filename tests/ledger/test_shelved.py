"""The shelves of a ledger hold what those in memory do."""

from dataclasses import replace
from itertools import pairwise

from hearsay import events, ledger
from hearsay.events.keys import keys, rarities
from hearsay.ledger import derived
from hearsay.ledger.derived.tables import tables
from hearsay.ledger.store import writing
from hearsay.records import Link, Rarity, Sketch, Telling
from tests.ledger.stories import claim, figure, party, place, when

DAYS = [None, 737_850, 737_851, 737_864, 737_880, 737_920]


def tellings() -> list[Telling]:
    """Nine reports that share names, figures, days and places, published now and then."""
    made: list[Telling] = []
    for number in range(9):
        report_id = f"r{number}"
        told = claim(
            f"{report_id}/1",
            "attack",
            report=report_id,
            actors=[party("Hill Front")],
            places=[place("Northville" if number % 2 else "Eastbridge", 10.0, 20.0)],
            time=when(f"2021-03-0{number % 3 + 1}"),
            figures=[figure("killed", 5 + number % 2)],
        )
        (one,) = events.tell([told], Sketch(report_id, None, ("adler", f"name{number % 3}", "voss"), ()))
        made.append(replace(one, published=DAYS[number % len(DAYS)]))
    return made


def test_both_hold_the_same(address: str) -> None:
    made = tellings()
    held = events.Held(made)
    wanted = sorted({key for one in made for key in keys(one)})
    rare = sorted({rarity for one in made for rarity in rarities(one)} | {Rarity("name|nobody", -2, 5)})
    with ledger.open(address) as book, writing(book) as connection:
        tables.create_all(connection)
        derived.shelve(connection, ((one, events.standing(one)) for one in made))
        shelved = derived.Shelved(connection)
        assert shelved.tellings([one.telling_id for one in made]) == {one.telling_id: replace(one, links=()) for one in made}
        for most in (None, 1, 2, 100):
            assert shelved.holders(wanted, most) == held.holders(wanted, most)
        for most in (0, 1, 2, 3, 100):
            ours, theirs = shelved.scarce(rare, most), held.scarce(rare, most)
            assert {rarity: sorted(names) for rarity, names in ours.items()} == {rarity: sorted(names) for rarity, names in theirs.items() if names}
        ids = [one.telling_id for one in made]
        together = dict.fromkeys(ids[:5], ids[0])
        for knots, links in ((together, bonds(ids[:5])), ({**together, ids[1]: ids[1]}, bonds([ids[0], *ids[2:5]]))):
            shelved.knit(knots, links)
            held.knit(knots, links)
            assert_knots_are_one(shelved, held, ids)
        assert not shelved.holders([], None)
        assert not shelved.scarce([], 5)
        derived.unshelve(connection, ((one, events.standing(one)) for one in made[:4]))
        held.take([one.telling_id for one in made[:4]])
        shelved = derived.Shelved(connection)
        assert shelved.holders(wanted, None) == {key: names for key, names in held.holders(wanted, None).items() if names}
        assert not shelved.bonds(ids)
        assert_knots_are_one(shelved, held, ids[4:])


def bonds(ids: list[str]) -> list[Link]:
    return [Link(left, right, 1.5, ((1.5, "same days"),)) for left, right in pairwise(sorted(ids))]


def assert_knots_are_one(shelved: derived.Shelved, held: events.Held, ids: list[str]) -> None:
    """Those of the ledger, and those in memory."""
    knots = sorted(set(held.knots(ids).values()) - {""})
    assert shelved.knots(ids) == held.knots(ids)
    assert {knot: sorted(own) for knot, own in shelved.members(knots).items()} == {knot: sorted(own) for knot, own in held.members(knots).items()}
    assert sorted(shelved.bonds(knots), key=str) == sorted(held.bonds(knots), key=str)


def test_a_name_is_counted_within_the_fortnights_around_its_day() -> None:
    made = tellings()
    about = {one.telling_id: rarities(one) for one in made}
    first, near, far = (next(one for one in made if one.published == day) for day in (737_850, 737_864, 737_920))
    names = {rarity for rarity in about[first.telling_id] if rarity.key == "name|voss"}
    assert len(names) == 3
    assert len(names & about[near.telling_id]) >= 2
    assert len(names & about[far.telling_id]) == 1, "all time only"
    assert len({rarity for rarity in about[made[0].telling_id] if rarity.key == "name|voss"}) == 1, "of a report without a day"
