"""Events on the screen: losses a side as low - best - high, and the claims of one event, speaker against speaker."""

from dataclasses import replace

import pytest
from rich.console import Console

from hearsay.dossiers import Dossier, Tied
from hearsay.faces.cli.dossier_view import show_event
from hearsay.faces.cli.event_view import headline, list_events, list_ties
from hearsay.faces.cli.link_view import show_links
from hearsay.records import Event, Link, Tally, Tie


@pytest.fixture
def dossier(account) -> Dossier:
    third, first, second = account.claims
    killed = Tally("e1", "Taliban", "killed", 8, 34, None, ("c1",), "One voice only.")
    wounded = Tally("e1", "Taliban", "wounded", 0, None, 200, ("c1",), "Nobody bears it out.")
    return Dossier(Event("e1", ("c1", "c2", "c3"), ()), (first, second, third), (killed, wounded))


def shown(show, *arguments, width: int = 80, **options) -> str:
    console = Console(width=width, highlight=False, markup=False, color_system=None)
    with console.capture() as capture:
        show(console, *arguments, **options)
    return capture.get()


def test_a_headline_says_what_where_when_and_on_how_many_words(dossier):
    assert headline(dossier.summary) == "e1  clash in Panjshir, 3 Sep 2021: 3 claims by 3 voices in 1 report"


def test_losses_stand_in_columns_by_side(dossier):
    rows = [line.split("  ") for line in shown(list_events, [dossier.listing], every=False).splitlines() if line.startswith("  Taliban")]
    assert [[cell.strip() for cell in row if cell.strip()] for row in rows] == [["Taliban", "8 - 34 - more", "0 - ? - 200", "-"]]


def test_events_without_counts_are_told_of_and_listed_only_if_wanted(dossier):
    bare = replace(dossier, event=Event("e2", ("c2",), ()), tallies=())
    few = shown(list_events, [dossier.listing, bare.listing], every=False)
    assert "e2" not in few
    assert "1 event without any count" in " ".join(few.split())
    assert "e2  " in shown(list_events, [dossier.listing, bare.listing], every=True)
    assert "no claims yet" in shown(list_events, [], every=False)


def test_related_events_are_told_by_which_of_the_two_is_the_whole(dossier):
    whole = dossier.summary._replace(event_id="e9")
    reasons = ((2.0, "days within (2021-09-03)"),)
    within, around = Tie("e1", "e9", "part_of", 2.0, reasons), Tie("e9", "e1", "update_of", 2.0, reasons)
    told = shown(list_ties, [Tied(within, whole), Tied(around, whole)], width=200)
    assert "part of: e9  clash in Panjshir" in told
    assert "brought up to date by: e9  clash in Panjshir" in told
    assert "(days within (2021-09-03))" in told
    assert shown(list_ties, []) == ""


def test_speakers_stand_side_by_side_with_their_own_words(dossier):
    text = shown(show_event, dossier, width=120)
    block = text[text.index("Killed: Taliban") : text.index("Clash")]
    header = next(line for line in block.splitlines() if "Fahim Dashty" in line)
    assert header.index("Fahim Dashty") < header.index("Taliban spokesman")
    assert "asserts: 301 or more killed" in block
    assert "declines: killed: no number" in block
    assert "“Their spokesman would not say" in " ".join(block.split())
    assert "No number from their own side (Taliban spokesman)." in block
    assert "Low - best - high: 8 - 34 - more. One voice only. Rests on c1." in block
    assert "(herald-1 via Voice of America > The Herald; c1)" in " ".join(text.split())


def test_claims_go_by_as_much_of_their_ids_as_tells_them_apart(dossier):
    first, second, _ = dossier.claims
    told = (replace(first, claim_id="herald-2/14"), replace(second, claim_id="herald-2/15"))
    assert "; herald-2/14)" in " ".join(shown(show_event, replace(dossier, claims=told), width=120).split())
    long = replace(first, claim_id="401a4eec3f00b932")
    assert "; 401a4eec)" in " ".join(shown(show_event, replace(dossier, claims=(long, second)), width=120).split())


def test_each_link_is_told_with_both_claims_and_the_weight_of_every_reason(dossier):
    links = (Link("c1", "c2", 6.25, ((4.0, "same time"), (2.25, "told side by side"))), Link("c2", "c3", 5.0, ((7.0, "judged"), (-2.0, "apart"))))
    linked = replace(dossier, event=replace(dossier.event, links=links))
    told = " ".join(shown(show_links, linked, width=120).split())
    assert "Why these claims are one event: 2 links" in told
    assert "c1 Fahim Dashty, spokesman of Resistance Front asserts: 301 or more killed" in told
    assert "6.25: same time +4; told side by side +2.25" in told
    assert "5: judged +7; apart -2" in told
    assert "there is one claim" in shown(show_links, dossier)


def test_under_a_day_only_the_ids_are_told_of_claims_that_do_not_count(dossier):
    links = (Link("c1", "c2", 6.0, ((6.0, "same time"),)), Link("c2", "c3", 6.0, ((6.0, "same place"),)))
    linked = replace(dossier, event=replace(dossier.event, links=links), claims=dossier.claims[:1])
    told = " ".join(shown(show_links, linked, width=120).split())
    assert "c2 does not count on that day 6: same time +6" in told
    assert "same place" not in told


@pytest.mark.parametrize("width", [40, 80, 120])
def test_it_keeps_to_the_width_however_many_speak(dossier, width):
    many = tuple(
        replace(claim, claim_id=f"{claim.claim_id}-{n}", chain=(replace(claim.chain[0], name=f"Speaker {n}"), *claim.chain[1:]))
        for n in range(7)
        for claim in dossier.claims
    )
    text = shown(show_event, replace(dossier, claims=many), width=width)
    assert max(map(len, text.splitlines())) <= width
    assert all(f"Speaker {n}" in text for n in range(7))


def test_a_side_that_gives_a_number_of_its_losses_is_not_called_quiet(dossier):
    first, second, third = dossier.claims
    admitted = replace(third, stance="confirms", figures=(replace(third.figures[0], low=8, high=8, best=8),))
    assert "No number from their own side" in shown(show_event, dossier)
    assert "No number from their own side" not in shown(show_event, replace(dossier, claims=(first, second, admitted)))


def test_one_speaker_has_one_column_however_the_name_is_written(dossier):
    first = dossier.claims[0]
    names = {"c4": "FAHIM DASHTY", "c5": "Dashty"}
    again = tuple(replace(first, claim_id=own, chain=(replace(first.chain[0], name=name), *first.chain[1:])) for own, name in names.items())
    text = shown(show_event, replace(dossier, claims=(first, *again)))
    assert "FAHIM" not in text
    assert text.count("asserts: 301 or more killed") == 3
