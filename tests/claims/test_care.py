"""Wounds told by what comes of them: hospital, a critical condition, a bullet; and an age that stands for a person."""

import pytest

from hearsay import pipeline
from hearsay.pipeline import Account
from hearsay.records import Document

_TOLD = [
    ("Seven miners were taken to hospital after the blast.", {("wounded", 7)}),
    ("Three nurses were treated at a clinic in Goma and sent home.", {("wounded", 3)}),
    ("Two of the drivers were listed in critical condition.", {("wounded", 2)}),
    ("Two teachers were hit by gunfire near the bridge.", {("wounded", 2)}),
    ("A bullet struck a girl in the arm.", {("wounded", 1)}),
    ("Medics found a guard suffering from a gunshot wound.", {("wounded", 1)}),
    ("A 15-year-old was wounded in the raid.", {("wounded", 1)}),
    ("Five traders were shot, two fatally.", {("wounded", 5), ("killed", 2)}),
    ("Five traders were shot, one of them fatally.", {("wounded", 5), ("killed", 1)}),
    ("Five traders were fatally shot.", {("killed", 5)}),
    ("A driver died after being rushed to a hospital.", {("killed", 1)}),
    ("The doctors took 40 crates to the hospital.", set()),
    ("The house is in good condition.", set()),
    ("The town was hit by gunfire.", set()),
]


@pytest.mark.parametrize(("text", "expected"), _TOLD, ids=[text for text, _ in _TOLD])
def test_the_harm_is_counted(text, expected):
    (made,) = pipeline.read([Document("t", text)])
    assert isinstance(made, Account)
    assert {(figure.measure, figure.low) for claim in made.claims for figure in claim.figures} == expected
