"""How things look on the pages: days and numbers in words, and the bars of low, best and high."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from hearsay.faces import wording
from hearsay.records import Tally

Row = Mapping[str, Any]  # a tally, as the API has it

LENGTH = 100.0  # of the longest bar
SIDES = 4  # how many sides of a page have a pattern of their own
_FIRST = ("killed", "wounded", "captured")


class Bar(NamedTuple):
    """A tally with its bar: where it starts and how long it is, where its best number stands (None: nowhere), all of ``LENGTH``."""

    tally: Row
    start: float
    length: float
    best: float | None
    is_open: bool
    words: str


def days(first: str | None, last: str | None) -> str:
    """Two days in words, both included.

    >>> days("2021-09-03", "2021-09-06"), days(None, None)
    ('3 - 6 Sep 2021', 'day unknown')
    """
    return wording.between(date.fromisoformat(first), date.fromisoformat(last or first)) if first else "day unknown"


def bars(tallies: Sequence[Row], measure: str | None = None) -> list[Bar]:
    """The tallies of an event with their bars, those of the measure that is asked for first, then killed, wounded, captured, and of each the
    largest first. The bars of one measure have one scale.

    >>> [(bar.start, bar.length, bar.best, bar.is_open) for bar in bars([{"victims": "A", "measure": "killed", "low": 5, "best": 10, "high": None}])]
    [(50.0, 50.0, 100.0, True)]
    """
    order = [*([measure] if measure else []), *_FIRST]
    place = {name: number for number, name in reversed(list(enumerate(order)))}
    ranked = sorted(tallies, key=lambda one: (place.get(one["measure"], len(order)), one["measure"], -_reach(one)))
    longest = {name: max(1, *(_reach(one) for one in ranked if one["measure"] == name)) for name in {one["measure"] for one in ranked}}
    return [_bar(one, LENGTH / longest[one["measure"]]) for one in ranked]


def _reach(tally: Row) -> int:
    return max(tally["low"] or 0, tally["best"] or 0, tally["high"] or 0)


def _bar(tally: Row, scale: float) -> Bar:
    low, best, high = tally["low"] or 0, tally["best"], tally["high"]
    end = LENGTH if high is None else high * scale
    return Bar(tally, low * scale, end - low * scale, None if best is None else best * scale, high is None, span(tally))


def span(tally: Row) -> str:
    """A tally as low - best - high.

    >>> span({"victims": "Taliban", "measure": "killed", "low": 8, "best": None, "high": 34})
    '8 - ? - 34'
    """
    return wording.span(Tally("", tally["victims"], tally["measure"], tally["low"], tally["best"], tally["high"], (), ""))


def sides(events: Iterable[Row]) -> dict[str, int]:
    """The sides that most of these events have losses of, each with its place in that order, from 1; only those that more than one event has."""
    counts = Counter(name for event in events for name in {one["victims"] for one in event["tallies"]} if name != "all")
    ranked = sorted((name for name in counts if counts[name] > 1), key=lambda name: (-counts[name], name))
    return {name: place for place, name in enumerate(ranked[:SIDES], start=1)}


def words(name: str) -> str:
    """A name of a type or a measure as one would write it.

    >>> words("air_strike"), words("toll")
    ('air strike', 'losses')
    """
    return "losses" if name == "toll" else name.replace("_", " ")


FILTERS: dict[str, Callable[..., Any]] = {"bars": bars, "sides": sides, "words": words}
