"""Days from words. The table's own examples run here, so that a line of time.toml without a meaning fails."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay import grounding, lexicons
from hearsay.grounding.periods import Period
from hearsay.grounding.times import when
from tests.grounding.readings import plain

THURSDAY = date(2021, 9, 2)


def days(text: str, published: date | None = THURSDAY) -> list[tuple[str, str] | None]:
    found = grounding.find_times(plain(text, published)).expressions
    return [None if e.period is None else (e.period.first.isoformat(), e.period.last.isoformat()) for e in found]


@pytest.mark.parametrize("example", lexicons.load("time")["examples"], ids=lambda example: example["text"])
def test_the_tables_examples(example: dict[str, Any]) -> None:
    published = date.fromisoformat(example["published"]) if "published" in example else None
    assert days(example["text"], published)[-1] == tuple(example["days"])


@pytest.mark.parametrize(
    "text",
    [
        "Troops may march on the town.",
        "The column will march 20 km.",
        "He sat down and wed.",
        "The sun rose over 1500 tents.",
        "They fired 2014 shells.",
        "It was a fair fall.",
        "They hold three-quarters of the city.",
        "They hold a quarter of the hills.",
        "Unit 82 second company held out.",
    ],
)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert [found for found in days(text) if found] == []


def test_a_relative_day_without_anything_to_count_from_stays_unknown() -> None:
    assert days("The market was hit on Tuesday and again yesterday.", None) == [None, None]


def test_a_stamp_in_the_text_is_the_day_of_the_report_even_against_the_given_one() -> None:
    found = grounding.find_times(plain("Last updated at Feb 022015 BEIRUT Air strikes killed 44 people on Monday.", date(2015, 2, 19)))
    assert found.published == date(2015, 2, 2)
    assert found.basis == "caption"
    assert [e.period.first for e in found.expressions if e.period] == [date(2015, 2, 2), date(2015, 2, 2)]


def test_two_days_of_a_month_and_a_day_before_a_count() -> None:
    assert days("They shelled it on April 10 and 11.") == [("2021-04-10", "2021-04-11")]
    assert days("On April 10 and 11 men died.") == [("2021-04-10", "2021-04-10")]


def test_posted_on_a_day_is_a_stamp() -> None:
    found = grounding.find_times(plain("Posted on May 8 2013 by the desk. Dozens were killed yesterday."))
    assert (found.published, len(found.stamps)) == (date(2013, 5, 8), 1)


def test_an_anniversary_is_no_stamp() -> None:
    found = grounding.find_times(plain("On September 11, 2001 the towers fell.", THURSDAY))
    assert (found.published, found.basis) == (THURSDAY, "published")


def test_a_report_without_a_day_takes_the_newest_full_date() -> None:
    found = grounding.find_times(plain("The valley held out. (Photo: March 3, 1985.) Smoke rises, July 9, 1985. The post fell on Monday."))
    assert (found.published, found.basis) == (date(1985, 7, 9), "caption")
    assert days("Smoke rises, July 9, 1985. The post fell on Monday.", None)[-1] == ("1985-07-08", "1985-07-08")


def test_the_evidence_is_the_text_byte_for_byte() -> None:
    text = "Late on Monday the shelling began; three days later a truce was signed."
    reading = plain(text, THURSDAY)
    records = [when(reading, expression) for expression in grounding.find_times(reading).expressions]
    assert [record.surface for record in records if record] == ["Late on Monday", "three days later"]
    assert all(record and text[record.start : record.end] == record.surface for record in records)
    assert [record.basis for record in records if record] == ["published", "event"]


def test_a_report_without_a_day_leaves_out_dates_that_lie_ahead_or_are_no_such_weekday() -> None:
    assert grounding.find_times(plain("The post fell on March 3, 2020. Envoys will meet on 5 May 2020.")).published == date(2020, 3, 3)
    assert grounding.find_times(plain("The post fell on March 3, 2020. A stamp says Friday, 5 May 2020.")).published == date(2020, 3, 3)
    assert grounding.find_times(plain("The post fell on Tuesday.")).published is None


def test_a_weekday_with_its_day_takes_the_year_of_the_report_that_agrees() -> None:
    found = grounding.find_times(plain("War broke out in 2019 and again in 2021. On Monday, 6 September, the post fell."))
    assert (found.published, found.basis) == (date(2021, 9, 6), "caption")


def test_a_history_goes_on_in_the_year_that_it_told_of() -> None:
    text = (
        "In May 1950 the army moved. The town fell on 3 November 1950. In January the river froze. It was held until March. "
        "A book of 2004 tells of it. On 2 April the siege was lifted."
    )
    assert days(text)[-3:] == [("1951-03-01", "1951-03-31"), ("2004-01-01", "2004-12-31"), ("1951-04-02", "1951-04-02")]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.none() | st.dates())
def test_no_text_breaks_the_grammar(text: str, published: date | None) -> None:
    for expression in grounding.find_times(plain(text, published)).expressions:
        assert expression.first < expression.last
        assert expression.period is None or expression.period.first <= expression.period.last


TIME = lexicons.load("time")
TABLES = ("numbers", "units", "shifts", "narrative", "parts", "offsets", "ordinals", "recurring", "zones", "vague", "edges")
WORDS = [
    *(word for table in TABLES for word in TIME[table]),
    *(word for words in TIME["words"].values() for word in words),
    *("ramadan", "eid", "al-fitr", "sunbula", "muharram", "1400", "1443", "bc", "9:30", "p.m."),
    *("quarter", "fiscal", "every", "per", "september", "11"),
    "last",
    "the",
    "week",
    "three",
    "days",
    "ago",
    "later",
    "May",
    "3",
    ",",
    "2021",
    "since",
    "between",
    "and",
    "early",
    "Monday",
    "1990s",
    "of",
    "end",
    "year",
    "31",
    "-",
]


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.none() | st.dates())
def test_no_order_of_its_own_words_breaks_the_grammar(words: list[str], published: date | None) -> None:
    for expression in grounding.find_times(plain(" ".join(words), published)).expressions:
        assert expression.period is None or expression.period.first <= expression.period.last


@pytest.mark.parametrize(("words", "published"), [("last Monday", date.min), ("three weeks ago", date.min)])
def test_days_before_the_calendar_are_no_days(words: str, published: date) -> None:
    (found,) = grounding.find_times(plain(words, published)).expressions
    assert found.period is None


def test_the_first_years_of_the_calendar_are_years_like_others() -> None:
    (found,) = grounding.find_times(plain("last May", date(8, 1, 1))).expressions
    assert found.period == Period(date(7, 5, 1), date(7, 5, 31))
