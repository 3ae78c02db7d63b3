from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hearsay.grounding import periods
from hearsay.grounding.periods import Period

UNITS = ["day", "week", "weekend", "month", "year", "decade", "century", "spring", "winter"]


@given(st.dates(), st.sampled_from(UNITS), st.integers(-3000, 3000))
def test_a_shift_stays_in_the_calendar(at: date, unit: str, count: int) -> None:
    assert date.min <= periods.shift(at, unit, count) <= date.max


@given(st.dates(date(1800, 1, 1), date(2100, 12, 31)), st.sampled_from(["day", "week", "month", "year", "decade"]))
def test_a_unit_holds_its_day(at: date, unit: str) -> None:
    assert periods.around(at, unit).first <= at <= periods.around(at, unit).last


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 6))
def test_weekdays_before_and_after(at: date, number: int) -> None:
    last, next_one = periods.weekday(at, number), periods.weekday(at, number, direction=1)
    assert 0 <= (at - last).days <= 6
    assert 1 <= (next_one - at).days <= 7
    assert last.weekday() == next_one.weekday() == number


def test_ucdp_precision() -> None:
    spans = [(1, 1), (1, 2), (1, 7), (1, 31)]
    assert [Period(date(2021, 8, a), date(2021, 8, b)).precision for a, b in spans] == [1, 2, 3, 4]
    assert Period(date(2021, 1, 1), date(2021, 12, 31)).precision == 5
