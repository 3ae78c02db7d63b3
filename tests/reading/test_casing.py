"""What the network is given for the words of a report: headlines as running text, short names as names."""

import pytest

from hearsay.reading.casing import Seen, plain, seen_in

NOTHING = Seen(frozenset(), frozenset())


def given(sentence: str, seen: Seen = NOTHING) -> str:
    words = sentence.split()
    return " ".join(plain(words, [0] * len(words), seen))


@pytest.mark.parametrize(
    ("sentence", "seen", "expected"),
    [
        ("Army Units Capture Town Near Border", {"units", "town", "border"}, "army units capture town near border"),
        ("Rebels Say Talks in Lusaka Have Failed", {"rebels", "talks", "failed"}, "rebels say talks in Lusaka have failed"),
        ("The army captured Town and River", {"town"}, "The army captured Town and River"),
        ("ARMY UNITS CAPTURE TOWN", {"units", "town"}, "ARMY UNITS CAPTURE TOWN"),
    ],
    ids=["known words", "names stay", "running text", "capitals"],
)
def test_headlines_are_given_as_running_text(sentence: str, seen: set[str], expected: str) -> None:
    assert given(sentence, Seen(frozenset(seen), frozenset())) == expected


def test_a_word_that_the_report_writes_with_a_capital_keeps_it() -> None:
    seen = Seen(small=frozenset({"front", "units"}), capital=frozenset({"front"}))
    assert given("Front Units Leave Town After Truce", seen).startswith("Front units leave ")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Troops drove WHO from the dam", "Troops drove UNICEF from the dam"),
        ("THE DAM IS TAKEN", "THE DAM IS TAKEN"),
        ("The dam is lost", "The dam is lost"),
    ],
)
def test_a_name_that_is_a_word_but_for_its_capitals_stands_as_another_name(sentence: str, expected: str) -> None:
    assert given(sentence) == expected


def test_what_a_report_shows_of_its_words_leaves_its_headlines_out() -> None:
    rows = [("Rebels Take Border Town".split(), [0] * 4), ("The rebels took the town of Gao Wednesday".split(), [1] * 8)]
    seen = seen_in(rows)
    assert {"rebels", "town"} <= seen.small
    assert seen.capital == {"gao", "wednesday"}


def test_a_headline_in_capitals_over_running_text_is_read_as_text_and_a_report_in_capitals_is_left() -> None:
    words = " ".join(f"word{'abcdefghij'[n // 10]}{'abcdefghij'[n % 10]}" for n in range(40)).split()
    seen = Seen(frozenset(words), frozenset({"gao"}), frozenset({"MINUSMA"}))
    assert given("REBELS SEIZE GAO AS MINUSMA AND ECOWAS LOOK ON", seen) == "rebels seize Gao as MINUSMA and Ecowas look on"
    assert given("REBELS SEIZE GAO AS MINUSMA LOOKS ON") == "REBELS SEIZE GAO AS MINUSMA LOOKS ON"
