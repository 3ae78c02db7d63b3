"""A telling that is kept as JSON comes back with all that it says."""

from dataclasses import fields, replace

from hearsay import events
from hearsay.records import Link, Telling
from hearsay.records.telling import link_from_json, link_to_json, telling_from_json, telling_to_json
from tests.ledger.stories import claim, figure, party, place, when


def telling() -> Telling:
    told = claim("a/1", "attack", figures=[figure("killed", 3, is_total=True)], actors=[party("Hill Front")], places=[place("Northville", 1.0, 2.0)])
    (made,) = events.tell([replace(told, event=replace(told.event, time=when("2021-03-01")))])
    return replace(made, published=7, names=frozenset({"holt"}), sames=frozenset({"a/1"}), others=frozenset({"b/1"}))


def test_every_field_but_the_links_is_written_and_comes_back():
    assert telling_to_json(telling()).keys() == {field.name for field in fields(Telling)} - {"links"}
    assert telling_from_json(telling_to_json(telling())) == replace(telling(), links=())


def test_a_link_is_written_and_comes_back():
    link = Link("a/1", "a/2", 7.5, ((4.0, "same time"), (3.5, "same place")))
    assert link_from_json(link_to_json(link)) == link
