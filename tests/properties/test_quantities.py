"""Any quantity that the grammar can write, it reads back."""

import math
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.claims.quantities import find_quantities
from hearsay.lexicons import load
from tests.claims.quantity_reading import read, tokens_of

CALM = settings(deadline=None, derandomize=True)
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
BOUNDS = [(row["reading"], phrase) for row in load("quantity")["bound"] for phrase in row["before"]]
TAILS = [(row["reading"], phrase) for row in load("quantity")["bound"] for phrase in row.get("after", ())]


def spelt(number, joint="-", plus=" and "):
    """ "two hundred and five": English number words, with the hyphen and the "and" as given."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (joint + ONES[number % 10] if number % 10 else "")
    for size, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            tail = "" if not rest else (plus if rest < 100 else " ") + spelt(rest, joint, plus)
            return f"{spelt(number // size, joint, plus)} {name}{tail}"
    raise AssertionError(number)


def bounded(reading, low, high):
    """The interval of the codebook for a bound before ``low`` to ``high``; written apart from the grammar's own."""
    return {
        "more_than": (low + 1, None),
        "at_least": (low, None),
        "up_to": (min(low, 1), high),
        "at_most": (0, high),
        "fewer_than": (0, None if high is None else max(high - 1, 0)),
        "about": (low * 9 // 10, None if high is None else math.ceil(high * 11 / 10)),
        "nearly": (low * 9 // 10, high),
    }.get(reading, (low, high))


@st.composite
def numbers(draw, largest=9_999_999):
    """A number and one way to write it."""
    number = draw(st.one_of(st.integers(1, min(120, largest)), st.integers(1, largest)))
    styles = [f"{number:,}", spelt(number), spelt(number, " "), spelt(number, "-", " "), str(number)]
    if number % 100_000 == 0 and number >= 1_000_000:
        styles.append(f"{number / 1_000_000:g} million")
    return number, draw(st.sampled_from(styles))


@st.composite
def quantities(draw):
    """The interval of a quantity, and its words."""
    low, words = draw(numbers())
    high = low
    if draw(st.booleans()):
        second, second_words = draw(numbers())
        if low < second < 1000 and not second_words.startswith("one"):
            high, words = second, draw(st.sampled_from(["{} to {}", "between {} and {}", "{} or {}"])).format(words, second_words)
    if draw(st.booleans()):
        reading, phrase = draw(st.sampled_from(BOUNDS))
        words, (low, high) = f"{phrase} {words}", bounded(reading, low, high)
    elif draw(st.booleans()):
        reading, phrase = draw(st.sampled_from(TAILS))
        words, (low, high) = f"{words} {phrase}", bounded(reading, low, high)
    return low, high, words


@CALM
@given(quantities(), st.sampled_from([str, str.upper, str.title]))
def test_what_the_grammar_writes_it_reads_back(quantity, write):
    low, high, words = quantity
    text = write(f"Officials say {words} fighters were killed")
    found = [(q.low, q.high, q.kind) for _, q in read(text)]
    assert found == [(low, high, "cardinal")], text


@CALM
@given(quantities())
def test_the_words_of_a_quantity_are_all_its_own(quantity):
    words = quantity[2]
    assert [found for found, _ in read(f"They killed {words} rebels")] == [words]


PIECES = st.sampled_from(
    """34 300 1,200 1.000.000 10,00 ٣٤ 2014 9/11 10:30 5th 20s 007 1 000 7 - – , . $ % + ( ) plus odd so if
    one two twenty hundred thousand million dozen dozens scores tens hundreds thousands half third thirds quarter
    couple few several none nobody no not and or to from between of in out a an the more than at least up as many
    less fewer about nearly another further men people years year old km days September May march Route Brigade
    No. brigade pm aged Ahmad dollars percent""".split()
)


@CALM
@given(st.lists(PIECES, max_size=14), st.sampled_from([" ", "", "\n"]))
def test_any_run_of_words_gives_sound_quantities(pieces, gap):
    tokens = tokens_of(gap.join(pieces))
    found = find_quantities(tokens)
    assert all(0 <= q.first <= q.core < q.last <= len(tokens) for q in found)
    assert all(left.last <= right.first for left, right in pairwise(found))
    for q in found:
        if q.low is None:
            assert q.high is None
            assert q.best is None
        else:
            assert q.best is not None
            assert 0 <= q.low <= q.best
            assert q.high is None or q.best <= q.high


@CALM
@given(st.text(max_size=80))
def test_any_text_is_read_without_a_fault(text):
    assert all(q.last > q.first for q in find_quantities(tokens_of(text)))
