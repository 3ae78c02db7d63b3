"""Tokens as the treebanks cut them, on the words that news is full of."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.tokens import tokenise


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army didn't fire.", "The army did n't fire ."),
        ("They can’t, he said.", "They ca n’t , he said ."),
        ("Syria's soldiers' homes", "Syria 's soldiers ' homes"),
        ("al-Qaeda's anti-aircraft guns", "al-Qaeda 's anti-aircraft guns"),
        ("the Russian-backed force", "the Russian - backed force"),
        ("a 34-year-old man", "a 34 - year - old man"),
        ("between 20-30 dead", "between 20 - 30 dead"),
        ("1,200 killed, $1.2bn, 10:30 p.m.", "1,200 killed , $ 1.2 bn , 10:30 p.m."),
        ("the U.S.-led raid of 9/11", "the U.S. - led raid of 9/11"),
        ("before the attacks[9/11 attacks].", "before the attacks [ 9/11 attacks ] ."),
        ("the 300th Brigade in the 1990s", "the 300th Brigade in the 1990s"),
        ("Gen. J. Smith of Brig. No. 5", "Gen. J. Smith of Brig. No. 5"),
        ("Ba'ath and Shi'ite; d'Ivoire", "Ba'ath and Shi'ite ; d'Ivoire"),
        ("see https://example.org/a?b=1, now", "see https://example.org/a?b=1 , now"),
        ("SAN SALVADOR, 3 JAN 90 -- [TEXT]", "SAN SALVADOR , 3 JAN 90 -- [ TEXT ]"),
        ("he cannot say…but", "he can not say … but"),
    ],
)
def test_words_of_the_news(text: str, expected: str) -> None:
    assert words(text) == expected.split()


@given(st.text(max_size=200))
def test_tokens_are_in_order_and_leave_out_only_white_space(text: str) -> None:
    spans = tokenise(text)
    assert all(a < b for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = {k for a, b in spans for k in range(a, b)}
    assert all(text[k].isspace() for k in range(len(text)) if k not in covered)
