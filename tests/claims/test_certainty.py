"""Certainty is read from how a claim is told, not from whose word it is; what is too unsure to be told loses no figure."""

from dataclasses import replace

import pytest

import hearsay
from hearsay.claims import certainty
from hearsay.claims.certainty import LEAST, settled, signs_of
from hearsay.records import Claim, Voice

TEXT = "The army said on Monday that rebels shelled the town of Masisi. Twelve people were killed in the attack, the army said."


@pytest.fixture(scope="module")
def claims() -> tuple[Claim, ...]:
    return hearsay.read(TEXT, outlet="Demo Wire")


def test_whose_word_it_is_is_no_sign(claims):
    other = Voice("Rebel Front", "the front", 0, 0, "party")
    turned = [replace(claim, chain=(other, *claim.chain[1:])) for claim in claims]
    assert signs_of(turned) == signs_of(claims)


def test_a_claim_too_unsure_is_left_out_but_its_figures_stay(claims, monkeypatch):
    monkeypatch.setattr(certainty, "certainty_of", lambda signs: 0.9 if "toll" in signs else LEAST / 2)
    left = list(settled(claims))
    assert [claim.event.type for claim in left] == ["toll"]
    assert [f.low for claim in left for f in claim.figures] == [f.low for claim in claims for f in claim.figures] == [12]
    assert left[0].evidence == next(claim.evidence for claim in claims if claim.figures)


def test_signs_of_place_are_found_without_looking_at_every_pair(claims):
    happening = next(claim for claim in claims if claim.event.type != "toll")
    inner = replace(happening, evidence=replace(happening.evidence, start=happening.evidence.start + 1))
    outer_signs, inner_signs = signs_of([happening, inner])
    assert {"inside False", "holds True"} <= set(outer_signs)
    assert {"inside True", "holds False", "inside type True", "before 1"} <= set(inner_signs)
