"""Contradictions and voices' records on the screen."""

from dataclasses import replace

import pytest
from rich.console import Console

from hearsay.dossiers import Dossier
from hearsay.faces.cli.dossier_view import show_event
from hearsay.faces.cli.event_view import headline, list_events
from hearsay.faces.cli.voice_view import list_tracks, show_track
from hearsay.records import Contradiction, Event, Graded, Quote, Tally, Track


@pytest.fixture
def dossier(account) -> Dossier:
    third, first, second = account.claims
    quotes = [Quote(claim.claim_id, claim.report_id, claim.chain[0].name, claim.evidence) for claim in (first, second)]
    dispute = Contradiction("e1", "who_holds", quotes[0], quotes[1], "Anaba: one says so, the other does not.")
    update = replace(dispute, kind="update", words="Fahim Dashty said 34 killed, later 301 or more (Taliban).")
    side = Tally("e1", "civilians", "killed", 3, None, 7, ("c1",), "Graded fair: two.", "airwars", "fair")
    total = Tally("e1", "all", "killed", 8, 34, 99, ("c1",), "The sides' losses added up.")
    return Dossier(Event("e1", ("c1", "c2", "c3"), ()), (first, second, third), (side, total), contradictions=(dispute, update))


def shown(show, *arguments, width: int = 100, **options) -> str:
    console = Console(width=width, highlight=False, markup=False, color_system=None)
    with console.capture() as capture:
        show(console, *arguments, **options)
    return capture.get()


def test_a_headline_counts_contradictions_but_not_updates(dossier):
    assert headline(dossier.summary).endswith("; contested (1)")
    assert "contested" not in headline(replace(dossier, contradictions=dossier.contradictions[1:]).summary)


def test_an_event_shows_its_contradictions_with_both_spans_and_then_the_updates(dossier):
    text = " ".join(shown(show_event, dossier).split())
    block = text[text.index("Contradictions: 1") :]
    assert "Who holds the place. Anaba: one says so, the other does not." in block
    assert "The Herald: “The Taliban seized the town of Anaba.” (herald-1, " in block
    assert f"{dossier.contradictions[0].left.evidence.start}-{dossier.contradictions[0].left.evidence.end})" in block
    assert block.index("Updates: 1") < block.index("Updated by the same voice. Fahim Dashty said 34 killed, later 301")
    assert "Killed: all sides Low - best - high: 8 - 34 - 99. The sides' losses added up." in text
    assert "Contradictions" not in shown(show_event, replace(dossier, contradictions=()))


def test_gradings_and_totals_stand_in_the_list(dossier):
    rows = shown(list_events, [dossier.listing], every=False).splitlines()
    assert any(row.startswith("  civilians (fair)") for row in rows)
    assert any(row.startswith("  all ") and "8 - 34 - 99" in row for row in rows)


def test_voices_are_listed_with_what_became_of_their_figures():
    graded = Graded(
        "e1", "c1", "Taliban", "killed", "contradicted", ("c9",), "600 killed (Taliban): contradicted by Rights Monitor 42 (an observer)."
    )
    track = Track("Fahim Dashty", "Resistance Front", 7, (graded, replace(graded, verdict="open", against=())))
    row = next(line for line in shown(list_tracks, [track]).splitlines() if line.startswith("Fahim"))
    assert row.split()[-6:] == ["7", "2", "0", "0", "1", "1"]
    text = " ".join(shown(show_track, track).split())
    assert "Fahim Dashty, for Resistance Front: 7 claims, 2 figures; 0 borne out, 0 overtaken, 1 contradicted, 1 open" in text
    assert "contradicted by Rights Monitor 42 (an observer). event e1, claim c1; by claims c9" in text
    assert "no claims of a named voice" in shown(list_tracks, [])


@pytest.mark.parametrize("width", [40, 80])
def test_contradictions_keep_to_the_width(dossier, width):
    assert max(map(len, shown(show_event, dossier, width=width).splitlines())) <= width
