"""Any phrase that the grammar can write, it reads back: whole, and as the days that it was written for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay import grounding, lexicons
from hearsay.grounding import feasts, periods
from hearsay.grounding.periods import Period
from hearsay.grounding.times import when
from tests.grounding.readings import plain, read

TIME = lexicons.load("time")
THURSDAY = date(2021, 9, 2)
DAYS = st.dates(date(1850, 1, 1), date(2099, 12, 31))
LATELY = st.dates(date(1950, 1, 1), date(2099, 12, 31))
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = {"two": 2, "three": 3, "10": 10, "eleven": 11, "twenty-four": 24, "36": 36}
FORMS = (
    "{month} {day}, {year}",
    "{month} {day} {year}",
    "{day} {month} {year}",
    "the {day} {month} {year}",
    "{day} {short} {year}",
    "{short} {day}, {year}",
    "{nth} of {month} {year}",
    "{month} {nth}, {year}",
    "{year}-{number:02}-{day:02}",
    "{weekday}, {day} {month} {year}",
    "{weekday}, {month} {day}, {year}",
)


def only(words: str, published: date | None = None) -> tuple[str, Period | None]:
    """The one expression in a sentence that holds the words: its text and its days."""
    text = f"It fell on {words}."
    reading = plain(text, published)
    (found,) = grounding.find_times(reading).expressions
    return reading.text_of(found.first, found.last), found.period


def written(day: date, form: str) -> str:
    nth = f"{day.day}{'st' if day.day in (1, 21, 31) else 'nd' if day.day in (2, 22) else 'rd' if day.day in (3, 23) else 'th'}"
    month = MONTHS[day.month - 1]
    return form.format(
        year=day.year, month=month, short=month[:3] + "." * (month != "May"), day=day.day, nth=nth, number=day.month, weekday=WEEKDAYS[day.weekday()]
    )


@given(DAYS, st.sampled_from(FORMS))
def test_a_day_of_the_calendar(day: date, form: str) -> None:
    text, period = only(written(day, form))
    assert period == Period(day, day)
    assert text.removeprefix("the ") == written(day, form).removeprefix("the ")


@given(LATELY, st.integers(0, 40), st.sampled_from(("{month} {day}", "{day} {month}", "the {day} {month}")))
def test_a_day_without_its_year_is_the_last_such(published: date, back: int, form: str) -> None:
    day = published - timedelta(days=back)
    assert only(written(day, form), published)[1] == Period(day, day)


@given(
    LATELY,
    st.integers(0, 6),
    st.sampled_from(("{}", "{} morning", "{} at dawn", "{} at 9 p.m.", "{} night", "{} overnight", "late {}", "early on {}")),
)
def test_a_weekday_is_the_last_such(published: date, back: int, form: str) -> None:
    day = published - timedelta(days=back)
    words = form.format(WEEKDAYS[day.weekday()])
    assert only(words, published) == (words.rstrip("."), Period(day, day)) or only(words, published) == (words, Period(day, day))


@given(LATELY, st.sampled_from(sorted(NUMBERS)), st.sampled_from(("day", "month", "year")))
def test_so_many_units_ago(published: date, count: str, unit: str) -> None:
    text, period = only(f"{count} {unit}s ago", published)
    assert text == f"{count} {unit}s ago"
    assert period is not None
    assert period.first <= periods.shift(published, unit, -NUMBERS[count]) <= period.last


@given(LATELY, st.sampled_from(("week", "month", "year")), st.sampled_from((("last", -1), ("this", 0), ("next", 1))))
def test_the_unit_before_this_or_after(published: date, unit: str, word: tuple[str, int]) -> None:
    text, period = only(f"{word[0]} {unit}", published)
    whole = periods.around(periods.shift(published, unit, word[1]), unit)
    assert text == f"{word[0]} {unit}"
    assert period == (Period(whole.first, min(whole.last, published)) if word[1] == 0 else whole)


@given(DAYS, DAYS, st.sampled_from(("from {} to {}", "between {} and {}", "from {} until {}", "from {} through {}")))
def test_from_one_day_to_another(first: date, last: date, form: str) -> None:
    first, last = min(first, last), max(first, last)
    words = form.format(written(first, FORMS[0]), written(last, FORMS[2]))
    assert only(words) == (words, Period(first, last))


@given(st.integers(1900, 2090), st.integers(1, 9))
def test_years_and_decades(year: int, more: int) -> None:
    assert only(f"between {year} and {year + more}")[1] == periods.years(year, year + more)
    assert only(f"{year}-{year + more}")[1] == periods.years(year, year + more)
    decade = year - year % 10
    assert only(f"the {decade}s") == (f"the {decade}s", periods.years(decade, decade + 9))
    assert only(f"mid-{year}")[1] == periods.piece(periods.years(year, year), "mid")


@given(LATELY, st.integers(0, 23), st.integers(0, 59), st.sampled_from(("", " GMT", " local time")))
def test_a_time_of_the_clock_keeps_its_hour(day: date, hour: int, minute: int, zone: str) -> None:
    text = f"It fell at {hour:02}:{minute:02}{zone} on {written(day, FORMS[0])}."
    reading = plain(text)
    (found,) = grounding.find_times(reading).expressions
    record = when(reading, found)
    assert record is not None
    assert record.clock is not None
    assert (record.first, record.clock.hour, record.clock.minute, record.clock.tzinfo is not None) == (day, hour, minute, zone == " GMT")


@given(st.integers(1200, 1499), st.sampled_from(sorted(TIME["persian_months"])), st.integers(1, 29))
def test_a_date_of_the_solar_calendar(year: int, month: str, day: int) -> None:
    expected = feasts.persian(year, TIME["persian_months"][month], day)
    assert only(f"{day} {month.title()} {year}") == (f"{day} {month.title()} {year}", Period(expected, expected))
    assert only(f"{month.title()} {day}, {year}")[1] == Period(expected, expected)


@given(st.integers(1300, 1499), st.sampled_from(sorted(TIME["islamic_months"])), st.integers(1, 29))
def test_a_date_of_the_islamic_calendar_may_be_a_day_off(year: int, month: str, day: int) -> None:
    expected = feasts.islamic(year, TIME["islamic_months"][month], day)
    period = only(f"{day} {month.title()} {year} AH")[1]
    assert period == Period(expected - timedelta(days=1), expected + timedelta(days=1))


@pytest.mark.parametrize(
    ("hijri", "day"), [((1400, 1, 1), date(2021, 3, 21)), ((1357, 11, 22), date(1979, 2, 11)), ((1399, 12, 30), date(2021, 3, 20))]
)
def test_the_solar_calendar_against_an_almanac(hijri: tuple[int, int, int], day: date) -> None:
    assert feasts.persian(*hijri) == day


@pytest.mark.parametrize(("hijri", "day"), [((1, 1, 1), date(622, 7, 19)), ((1442, 10, 1), date(2021, 5, 13)), ((1400, 1, 1), date(1979, 11, 21))])
def test_the_islamic_calendar_against_an_almanac(hijri: tuple[int, int, int], day: date) -> None:
    assert abs(feasts.islamic(*hijri) - day) <= timedelta(days=1)


@pytest.mark.parametrize("name", sorted(TIME["events"]))
def test_named_events_read_back(name: str) -> None:
    days = Period(*(date.fromisoformat(day) for day in TIME["events"][name]))
    found = grounding.find_times(plain(f"He was born before the {name}.")).expressions[-1]
    assert (found.period, found.basis) == (days, "event")


@pytest.mark.parametrize("name", sorted(TIME["feasts"]))
@given(published=LATELY)
def test_feasts_come_every_year(name: str, published: date) -> None:
    (found,) = grounding.find_times(plain(f"The raid fell during {name}.", published)).expressions
    assert found.period is not None
    assert -46 <= (published - found.period.first).days <= 400


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The town has been under siege for three weeks.", ("2021-08-12", "2021-09-02")),
        ("The rebels have held the hill for nearly two years.", ("2019-09-02", "2021-09-02")),
        ("The siege lasted for three weeks.", None),
        ("Envoys will meet on Monday.", ("2021-09-06", "2021-09-06")),
        ("Envoys plan to meet on Monday.", ("2021-09-06", "2021-09-06")),
        ("Troops are to leave the town on Monday.", ("2021-09-06", "2021-09-06")),
        ("The judge postponed the vote until Monday.", ("2021-09-06", "2021-09-06")),
        ("The army has scheduled talks on Monday.", ("2021-09-06", "2021-09-06")),
        ("The talks went on until Monday.", ("2021-08-30", "2021-08-30")),
        ("Envoys met on Monday.", ("2021-08-30", "2021-08-30")),
        ("The truce will begin on 1 March.", ("2022-03-01", "2022-03-01")),
        ("The truce holds until March.", ("2022-03-01", "2022-03-31")),
        ("The truce held until July.", ("2021-07-01", "2021-07-31")),
    ],
)
def test_the_verb_says_which_way(text: str, days: tuple[str, str] | None) -> None:
    (found,) = grounding.find_times(read(text, THURSDAY)).expressions
    assert (found.period and (found.period.first.isoformat(), found.period.last.isoformat())) == days


@pytest.mark.parametrize(
    "words", ["37 years old", "a 13-year-old", "the quarter", "the same period", "a former teacher", "the food will last five days"]
)
def test_what_is_no_time_has_no_days(words: str) -> None:
    assert [e.period for e in grounding.find_times(read(f"He saw {words}.", THURSDAY)).expressions if e.period] == []
