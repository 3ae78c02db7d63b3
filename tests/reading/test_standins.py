"""Known names as the network is given them, and what it says told of their own words again."""

import pytest

from hearsay import weights
from hearsay.reading.decoding import decode
from hearsay.reading.reader import read
from hearsay.reading.standins import known_in, restored, shortened
from hearsay.reading.windows import windows_of
from hearsay.records import Document

WORDS = ("said", "its", "fighters", "had", "killed", "34", "soldiers", "near", "bridge", "while", "spoke", "two", "dead")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The Islamic State of Iraq and the Levant left Syria .", ["Islamic State of Iraq and the Levant", "Syria"]),
        ("Iranian tanks met Iraqis and the US - led coalition", ["Iranian", "Iraqis", "US - led coalition"]),
        ("Lebanese Hezbollah lost a post to M23 , IS , said", ["Lebanese Hezbollah", "M23", "IS"]),
        ("Taliban fighters and the IS group met us there", ["Taliban", "IS"]),
        ("THE DAM IS WITH US , SAID THE FMLN", ["FMLN"]),
        ("Fighters of the Hamas . Fatah left", ["Hamas", "Fatah"]),
        ("India 's navy met anti-Iranian and pro-Houthi crowds", ["India", "anti-Iranian", "pro-Houthi"]),
        ("al-Qaeda and Jaish al-Islam fought al-Nusra Front", ["al-Qaeda", "Jaish al-Islam", "al-Nusra Front"]),
        ("Two Israelis Hamas had seized met British UN troops", ["Israelis", "Hamas", "British", "UN"]),
        ("Let the men go on March 23 to New Mexico , said Jordan Peterson", []),
        ("CAR BOMB KILLS TEN IN MALI", ["MALI"]),
        ("anti-Balaka and ex-Seleka fighters left", ["anti-Balaka", "ex-Seleka"]),
        ("The rebels told Reuters that the hill was lost", []),
    ],
    ids=[
        *("long", "peoples", "of a people", "who follow", "words in capitals", "stops", "for and against", "one word", "two phrases", "namesakes"),
        *("a car in capitals", "prefixes of names", "an outlet is no party"),
    ],
)
def test_names_of_the_tables_are_found_whole(sentence: str, names: list[str]) -> None:
    words = sentence.split()
    assert [" ".join(words[one.first : one.last]) for one in known_in(words)] == names


def test_a_window_is_shortened_to_one_word_a_name() -> None:
    words = "The Islamic State of Iraq and the Levant fought Hamas in Syria".split()
    other = "The Taliban fought Hezbollah in Mali".split()
    short, shorter = (shortened(row, [0] * len(row), list(known_in(row))) for row in (words, other))
    assert short.words == shorter.words
    assert [words[k] for group in short.groups for k in group] == words


def test_what_is_said_of_a_name_is_told_of_all_its_words() -> None:
    reader = weights.load()
    words = "The Islamic State of Iraq and the Levant left Syria .".split()
    short = shortened(words, [0] * len(words), list(known_in(words)))
    made = restored(decode([short.words], [short.sentences], reader)[0], short, words, reader)
    main, verb = words.index("State"), words.index("left")
    assert (made.head[main], reader.relations[made.relation[main]]) == (verb, "nsubj")
    assert {made.head[k] for k in (1, 7)} == {main}
    assert (1, 8, "organisation") in made.names
    assert (9, 10, "location") in made.names
    assert len(made.upos) == len(made.head) == len(made.relation) == len(words)


def test_who_is_named_changes_nothing_around_it() -> None:
    text = "ONE said its fighters had killed 34 soldiers of TWO near the bridge, while TWO spoke of two dead. " * 9
    one, two = ("Syria", "Islamic State of Iraq and the Levant"), ("Hezbollah", "Mali")
    texts = (text.replace("ONE", first).replace("TWO", second) for first, second in (one, two))
    readings = [read([Document("r", words)], weights.load())[0] for words in texts]
    around = [[(t.text, t.upos, t.relation) for t in reading.tokens if t.text in WORDS] for reading in readings]
    assert around[0] == around[1]


def test_windows_are_the_same_whoever_is_named() -> None:
    text = "The fighters of NAME left the town at dawn, the mayor said. " * 40
    windows = [list(windows_of(text.replace("NAME", name))) for name in ("Mali", "Islamic State of Iraq and the Levant")]
    assert len({tuple(window.sentence[-1] for window in made) for made in windows}) == 1
