"""The product's times as TimeML has them: what bench/quality.py scores."""

from datetime import date

import pytest

from bench import timex
from tests.grounding.readings import plain

FRIDAY = date(1998, 3, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left on Tuesday.", [("Tuesday", "DATE", "1998-03-03")]),
        ("They left on Tuesday night.", [("Tuesday night", "TIME", "1998-03-03TNI")]),
        ("They left at 9 p.m. on Tuesday.", [("9 p.m. on Tuesday", "TIME", "1998-03-03T21:00")]),
        ("They left last week.", [("last week", "DATE", "1998-W09")]),
        ("They left in early 1997.", [("early 1997", "DATE", "1997")]),
        ("They left in the winter of 1996.", [("the winter of 1996", "DATE", "1996-WI")]),
        ("They ruled in the 1960s.", [("the 1960s", "DATE", "196")]),
        ("They ruled between 1996 and 2001.", [("1996", "DATE", "1996"), ("2001", "DATE", "2001")]),
        ("They have ruled since 1996.", [("1996", "DATE", "1996")]),
        ("It took three weeks.", [("three weeks", "DURATION", "P3W")]),
        ("It took several hours.", [("several hours", "DURATION", "PTXH")]),
        ("It fell two days before Christmas.", [("two days", "DURATION", "P2D"), ("Christmas", "DATE", "1997-12-25")]),
        ("It fell two days ago.", [("two days ago", "DATE", "1998-03-04")]),
        ("They pray every Friday.", [("every Friday", "SET", "XXXX-WXX-5")]),
        ("They meet daily.", [("daily", "SET", "P1D")]),
        ("They now rule.", [("now", "DATE", "PRESENT_REF")]),
        ("It fell in 480 BC.", [("480 BC", "DATE", "BC0480")]),
        ("They were idle for 2 1/2 years.", [("2 1/2 years", "DURATION", "P2Y6M")]),
        ("It took about 3 1/2 hours.", [("about 3 1/2 hours", "DURATION", "PT3H30M")]),
        ("It took a couple of years.", [("a couple of years", "DURATION", "P2Y")]),
        ("It took three to four weeks.", [("three to four weeks", "DURATION", "P3W")]),
        ("It took three to six weeks.", [("three to six weeks", "DURATION", "PXW")]),
        ("It fell in recent weeks.", [("recent weeks", "DURATION", "PXW")]),
        ("They fast each August.", [("each August", "SET", "XXXX-08")]),
        ("It is due by year-end.", [("year-end", "DATE", "1998")]),
        ("It fell in next year's first quarter.", [("next year's first quarter", "DATE", "1999-Q1")]),
        ("It rose in the third quarter of 1997.", [("the third quarter of 1997", "DATE", "1997-Q3")]),
    ],
)
def test_types_and_values(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = timex.timexes(plain(text, FRIDAY))
    assert [(text[row["start"] : row["end"]], row["type"], row["value"]) for row in found] == expected
