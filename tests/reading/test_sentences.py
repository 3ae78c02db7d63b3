"""Sentences and paragraphs in news as it is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.sentences import paragraphs, sentences


def split(text: str) -> list[str]:
    return [text[a:b] for block in paragraphs(text) for a, b in sentences(text, *block)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The front repelled the attack.", "“They were badly defeated,” he added."],
        ["He left in August.", "The talks failed."],
        ["Gen. Haq met Lt. Col. B. Omar of the U.S. Army on Jan. 5 in Kabul."],
        ["It began at 3 p.m. on Friday.", "It ended at 5 p.m.", "The army left."],
        ['"We are ready to fight."', "He did not give his name."],
        ["KHARTOUM, April 16 (Wire) - Shells fell on the market.", "NINE PEOPLE DIED."],
        ["LIMA, 7 MAY 90 (AFP) -- [TEXT]", "SHELLS FELL ON THE MARKET.", "NINE DIED."],
        ["They were killed before the September 11 attacks[9/11 attacks].", "Many fled."],
        ["Who fired first?", "Nobody knows!", "The ministry (which is in Aden) is silent."],
        ["Talks went on… but they failed.", "The rest is known."],
        ["He cited No. 4 Brigade.", "It lost 12 men."],
    ],
)
def test_sentences_of_the_news(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


def test_no_space_after_the_stop() -> None:
    assert split("The town fell.The army fled.“We won,” he said.") == ["The town fell.", "The army fled.", "“We won,” he said."]


def test_a_dateline_in_capitals_and_wrapped_lines_is_one_paragraph() -> None:
    text = "SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] THE BATTALION HAS REPORTED\nTHAT 50 PEASANTS HAVE BEEN KIDNAPPED BY REBELS IN SAN\nMIGUEL."
    assert paragraphs(text) == [(0, len(text))]


def test_a_wrapped_line_without_a_stop_goes_on_however_short_it_is() -> None:
    lines = [
        "The army said its men had taken",
        "15,000 prisoners from among the troops that it had beaten in",
        "the hills around the town of Kelso, where the rebels had had",
    ]
    text = "\n".join(
        [*lines, "their last camp. It named no losses of its own in the battle.", "The rebels said nothing about it in their evening programme."]
    )
    assert len(paragraphs(text)) == 1
    assert split("They held the village of\nMarra.") == ["They held the village of\nMarra."]


@pytest.mark.parametrize("between", ["", " "])
def test_a_headline_ends_where_a_dateline_begins(between: str) -> None:
    parts = ["Nine killed in Marra", "KELSO, Oct. 3 (Wire) -- Nine farmers died.", "It rained."]
    assert split(between.join(parts[:2]) + " It rained.") == parts


def test_a_caption_and_a_headline_stand_alone() -> None:
    text = "A soldier on a hill. - Kivu (Photo by A. Person / Wire)\n\nHeavy fighting\n\nRebels attacked the town."
    assert len(paragraphs(text)) == 3


def test_one_line_of_many_characters_is_split_in_linear_time() -> None:
    text = "The army said it had left the town. " * 3000
    assert len(split(text)) == 3000


@given(st.text(alphabet=' .!?"”“)(\nabcABC…,[]', max_size=300))
def test_every_character_but_white_space_is_in_one_sentence(text: str) -> None:
    spans = [span for block in paragraphs(text) for span in sentences(text, *block)]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = {k for a, b in spans for k in range(a, b)}
    assert all(text[k].isspace() for k in range(len(text)) if k not in covered)
