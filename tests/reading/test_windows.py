"""Windows hold whole sentences and lose nothing."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.tokens import tokenise
from hearsay.reading.windows import ROOM, windows_of


@given(st.lists(st.sampled_from(["The army left.", "He said: “No.”", "\n\n", "x " * 200, "12 dead;"]), max_size=30).map(" ".join))
def test_no_token_is_lost_and_no_window_is_too_long(text: str) -> None:
    windows = list(windows_of(text))
    assert all(0 < len(window.tokens) <= ROOM for window in windows)
    tokens = [span for window in windows for span in window.tokens]
    assert [text[a:b] for a, b in tokens] == [text[a:b] for a, b in tokenise(text)]
    numbers = [number for window in windows for number in window.sentence]
    assert numbers == sorted(numbers)


def test_a_sentence_that_fits_is_not_cut() -> None:
    text = "The army said it had left the town. " * 60
    assert all(window.tokens[-1][1] - window.tokens[-1][0] == 1 for window in windows_of(text))
