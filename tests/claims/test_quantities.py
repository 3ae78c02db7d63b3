from fractions import Fraction

import pytest

from hearsay.claims.quantities import article_quantity, find_quantities
from hearsay.lexicons import load
from hearsay.records import Token
from tests.claims.quantity_reading import example, read, tokens_of

ROWS = [(f"{table}.{row['id']}", row) for table, rows in load("quantity").items() if isinstance(rows, list) for row in rows]
FIRES = [(rule, line) for rule, row in ROWS for line in row.get("fires", ())]
SILENT = [(rule, line) for rule, row in ROWS for line in row.get("silent", ())]


@pytest.mark.parametrize(("rule", "line"), FIRES, ids=[f"{rule}: {line}" for rule, line in FIRES])
def test_a_row_of_the_lexicon_fires(rule, line):
    wanted = example(line)
    found = [quantity for words, quantity in read(wanted.text) if words == wanted.words]
    assert [(quantity.low, quantity.high, quantity.kind) for quantity in found] == [(wanted.low, wanted.high, wanted.kind)], rule


@pytest.mark.parametrize(("rule", "line"), SILENT, ids=[f"{rule}: {line}" for rule, line in SILENT])
def test_a_row_of_the_lexicon_is_silent(rule, line):
    assert [words for words, quantity in read(line) if rule in quantity.rules] == []


def test_every_row_has_examples_and_an_id_of_its_own():
    bare = {"article.article", "article.another", "change.change", "people.people"}
    assert [rule for rule, row in ROWS if rule not in bare and "fires" not in row and "silent" not in row] == []
    assert len({rule for rule, _ in ROWS}) == len(ROWS)


# The table of the codebook, row by row.
TABLE = [
    ("34", 34, 34),
    ("thirty-four", 34, 34),
    ("more than 300", 301, None),
    ("over 300", 301, None),
    ("at least 300", 300, None),
    ("300 or more", 300, None),
    ("up to 50", 1, 50),
    ("as many as 50", 1, 50),
    ("fewer than 20", 0, 19),
    ("less than 20", 0, 19),
    ("about 40", 36, 44),
    ("around 40", 36, 44),
    ("some 40", 36, 44),
    ("roughly 40", 36, 44),
    ("some 208", 187, 229),
    ("nearly 100", 90, 100),
    ("almost 100", 90, 100),
    ("close to 100", 90, 100),
    ("between 20 and 30", 20, 30),
    ("20-30", 20, 30),
    ("20 to 30", 20, 30),
    ("a couple", 2, 2),
    ("a few", 2, 9),
    ("several", 3, 9),
    ("a handful", 3, 9),
    ("a dozen", 12, 12),
    ("dozens", 24, 99),
    ("scores", 40, 99),
    ("a few dozen", 24, 60),
    ("hundreds", 200, 999),
    ("several hundred", 300, 999),
    ("thousands", 2000, 9999),
    ("tens of thousands", 20000, 99999),
    ("several dozen", 36, 99),
    ("hundreds of thousands", 200000, 999999),
    ("millions", 2000000, 9999999),
    ("no one", 0, 0),
    ("none", 0, 0),
    ("no", 0, 0),
]


@pytest.mark.parametrize("write", [str, str.upper, str.capitalize], ids=["small", "capitals", "first capital"])
@pytest.mark.parametrize(("words", "low", "high"), TABLE, ids=[row[0] for row in TABLE])
def test_the_intervals_of_the_codebook(words, low, high, write):
    [(found, quantity)] = read(write(f"{words} casualties"))
    assert (found, quantity.low, quantity.high, quantity.kind) == (write(words), low, high, "cardinal")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("32 , 600 civilians", [("32 , 600", 32600)]),
        ("1 , 032 , 600 civilians", [("1 , 032 , 600", 1032600)]),
        ("12 , 34 and 560 civilians", [("12", 12), ("34", 34), ("560", 560)]),
        ("32, 600 civilians", [("32", 32), ("600", 600)]),
    ],
)
def test_a_number_whose_comma_stands_by_itself(text, found):
    assert [(words, quantity.low) for words, quantity in read(text)] == found


# Numbers that are never a count of people.
OTHERS = {
    "a 34-year-old teacher": "age",
    "Ahmad Rahimi, 34, was hurt": "age",
    "children under 15": "age",
    "the 300th Brigade": "ordinal",
    "along Route 9": "identifier",
    "the 9/11 attacks": "date",
    "call 555-0123": "identifier",
    "call +93 70 123 4567": "identifier",
    "on 2021-09-01": "date",
    "in 2014": "date",
    "between 1996 and 2001": "date",
    "the September 11 attacks": "date",
    "on 30 December": "date",
    "at 10:30": "clock",
    "at 5 p.m.": "clock",
    "for $200": "money",
    "for 200 dollars": "money",
    "Rs. 500": "money",
    "20 km away": "measure",
    "within 30 minutes": "duration",
    "for three weeks": "duration",
    "20 percent of them": "percent",
    "20 per cent of them": "percent",
    "No. 4 Company": "identifier",
    "an M-16 rifle": "identifier",
    "T-72 tanks": "identifier",
    "Resolution 2254": "identifier",
    "lost 2-1": "score",
    "won 1,234 votes": "score",
    "٣٤ fighters": "unsure",
    "1.000.000 people": "unsure",
    "half of them": "fraction",
    "one in three": "fraction",
    "1.5 of them": "decimal",
    "a 12-man patrol": "compound",
}


@pytest.mark.parametrize(("text", "kind"), OTHERS.items(), ids=OTHERS)
def test_what_is_no_count_of_people_has_another_kind(text, kind):
    assert [quantity.kind for _, quantity in read(text)] == [kind]


@pytest.mark.parametrize("text", ["10,00 people died", "1.234,5 people died", "killing 34,65 wounded"])
def test_a_malformed_number_is_no_quantity(text):
    assert read(text) == []


def test_digits_of_other_scripts_and_dots_keep_their_value():
    assert [quantity.best for _, quantity in read("٣٤ men, 1.000.000 others")] == [34, 1_000_000]


def test_several_numbers_in_one_sentence_stay_apart():
    text = "On 5 September 2021 more than 300 fighters were killed, 200 wounded and thirty captured, six of them commanders."
    assert [words for words, quantity in read(text) if quantity.kind == "cardinal"] == ["more than 300", "200", "thirty", "six"]


@pytest.mark.parametrize("text", ["The toll rose from 10 to 15", "deaths went up from 10 to 15"])
def test_a_change_is_two_counts(text):
    assert [(quantity.low, quantity.high) for _, quantity in read(text)] == [(10, 10), (15, 15)]


@pytest.mark.parametrize("text", ["Since 2001, 300 men died", "21 July 2016 Dozens of men died", "in August 15 people died", "34\npeople died"])
def test_lost_commas_and_line_ends_do_not_glue_numbers(text):
    assert [words for words, quantity in read(text) if quantity.kind == "cardinal"] == [{"S": "300", "2": "Dozens", "i": "15", "3": "34"}[text[0]]]


@pytest.mark.parametrize("text", ["another five died", "a further 12 died", "an additional 3 died", "dozens more died", "six others died"])
def test_what_is_added_says_so(text):
    assert [quantity.is_added for _, quantity in read(text)] == [True]


def test_what_is_blurred_says_so():
    assert [(q.is_approximate, q.is_vague) for _, q in read("about 40 men, dozens of women, 12 children")] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_shares_are_exact_fractions():
    assert [quantity.share for _, quantity in read("Half of them; one in three; two-thirds of all; 20 percent")] == [
        Fraction(1, 2),
        Fraction(1, 3),
        Fraction(2, 3),
        Fraction(1, 5),
    ]


def test_numbers_do_not_reach_over_the_end_of_a_sentence():
    first, second = tokens_of("They lost 20"), tokens_of("to 30 villages")
    moved = [Token(3 + k, 20 + t.start, 20 + t.end, t.text, t.lemma, t.upos, t.head, t.relation, 1) for k, t in enumerate(second)]
    assert [(quantity.first, quantity.last, quantity.low) for quantity in find_quantities(first + moved)] == [(2, 3, 20), (4, 5, 30)]


def test_positions_count_from_the_first_token_given():
    tokens = tokens_of("They said that 20 men fell")
    assert [(quantity.first, quantity.last, quantity.core) for quantity in find_quantities(tokens[2:])] == [(1, 2, 1)]


def test_the_verb_scores_is_no_number():
    [he, scores, wins] = tokens_of("He scores wins")
    verb = Token(1, scores.start, scores.end, "scores", "score", "VERB", -1, "root", 0)
    assert find_quantities([he, verb, wins]) == []


def test_an_article_counts_one_only_where_it_is_asked():
    assert read("a soldier and an officer") == []
    [a, another, the] = tokens_of("a another the")
    one, added = article_quantity(a), article_quantity(another)
    assert one is not None
    assert added is not None
    assert (one.low, one.high, one.is_added) == (1, 1, False)
    assert (added.low, added.high, added.is_added) == (1, 1, True)
    assert article_quantity(the) is None
