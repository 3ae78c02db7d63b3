"""Word pieces and case classes."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.weights.pieces import UNKNOWN, Pieces, case_class

VOCABULARY = ["[PAD]"] * 103 + ["pan", "##js", "##hir", "'", "s", "kabul"]


def test_the_longest_piece_first_without_case_and_accents() -> None:
    pieces = Pieces(VOCABULARY)
    assert pieces("PANJSHIR") == (103, 104, 105)
    assert pieces("Kábul") == (108,)
    assert pieces("’s") == (106, 107)
    assert pieces("zzz") == (UNKNOWN,)


@given(st.text(min_size=1, max_size=80))
def test_every_word_has_pieces_and_a_class(word: str) -> None:
    assert Pieces(VOCABULARY)(word)
    assert 1 <= case_class(word) <= 7
