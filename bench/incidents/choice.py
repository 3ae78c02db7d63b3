"""Which number an incident has by all that its reports say: for each number that may be it, features of the report and of the others of its incident
(``rows_of``), which trees turn into a chance (trees.py)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from statistics import fmean, median

import numpy as np

from bench.incidents.head import Chances
from bench.incidents.sight import Sight
from bench.incidents.tally import Tally
from bench.incidents.told import MEASURES
from bench.incidents.trees import Rows, Trees

NAMES = tuple(MEASURES)  # killed, injured; a measure's number here is its place among them
_OWN, _OTHERS = 6, 3  # how many of the likeliest numbers of a report, and of each other one, may be it
_FLOOR = 1e-3  # the chance of a number that a report says nothing of
_NOTHING = -99.0  # where there is no other report, or no number


@dataclass(frozen=True)
class View:
    """A report: its words and figures, the people its figures tell of, and the head's chances; of the last two the killed's and the injured's."""

    sight: Sight
    tallies: tuple[Tally, Tally]
    chances: tuple[Chances, Chances]


def chosen(view: View, others: Sequence[View], trees: Sequence[Trees]) -> tuple[int, int]:
    """The likeliest number of killed and of injured of the incident that ``view`` and ``others`` tell of."""
    killed, injured = (_likeliest(candidates(view, others, n), rows_of(view, others, n), trees[n]) for n in range(len(NAMES)))
    return killed, injured


def _likeliest(numbers: Sequence[int], rows: Rows, trees: Trees) -> int:
    return numbers[int(trees.chances(rows).argmax())]


def candidates(view: View, others: Sequence[View], measure: int) -> list[int]:
    """The numbers that may be it, lowest first."""
    found = {*_ranked(view.chances[measure])[:_OWN]}
    return sorted(found.union(*(_ranked(other.chances[measure])[:_OTHERS] for other in others)))


def rows_of(view: View, others: Sequence[View], measure: int) -> Rows:
    """A row of features for each candidate."""
    rows = [
        [*_of_report(number, view, measure), *_of_others(number, view, others, measure), *_of_all(number, [view, *others], measure)]
        for number in candidates(view, others, measure)
    ]
    return np.array(rows, dtype=np.float32)


def _ranked(chances: Chances) -> list[int]:
    return sorted(chances, key=lambda number: (-chances[number], number))


def _top(chances: Chances) -> int:
    return _ranked(chances)[0]


def _weight(chances: Chances, number: int) -> float:
    return log(chances.get(number, 0.0) + _FLOOR)


def _of_report(number: int, view: View, measure: int) -> Iterator[float]:
    """What the report itself has for the number, beside its likeliest number and that of the other measure."""
    own, other = view.chances[measure], view.chances[1 - measure]
    yield from (_weight(own, number), own.get(number, 0.0), number == _top(own), own[_top(own)], other[_top(other)])


def _of_others(number: int, view: View, others: Sequence[View], measure: int) -> Iterator[float]:
    """How many others there are, what they have for the number, together, on average and at most, and how their likeliest numbers lie to it."""
    weights = [_weight(other.chances[measure], number) for other in others]
    tops = [_top(other.chances[measure]) for other in others]
    beside = _top(view.chances[1 - measure])
    yield from (len(others), sum(weights), sum(weights) + _weight(view.chances[measure], number), tops.count(number))
    yield from (
        (
            fmean(weights),
            max(weights),
            min(weights),
            tops.count(number) / len(tops),
            max(tops) - number,
            min(tops) - number,
            fmean(other.chances[1 - measure].get(beside, 0.0) for other in others),
        )
        if others
        else (_NOTHING,) * 7
    )


def _of_all(number: int, views: Sequence[View], measure: int) -> Iterator[float]:
    """What all reports of the incident say on average and at most: chances, ages, words of harm, numbers, people."""
    own, beside = ([view.chances[n] for view in views] for n in (measure, 1 - measure))
    sights, told = [view.sight for view in views], [view.sight.told[NAMES[measure]] for view in views]
    yield from (max(chances.get(number, 0.0) for chances in own), fmean(c.get(0, 0.0) for c in own), fmean(c.get(0, 0.0) for c in beside))
    yield from (median(sight.ages for sight in sights), fmean(each.singles for each in told) - number, fmean(each.words[2] for each in told))
    yield from (fmean(int(sight.own_death) for sight in sights), fmean(sight.dead for sight in sights) - number)
    yield fmean(sight.hurt for sight in sights) - number
    for found in ([n for each in told for n in set(each.numbers)], [n for each in told for n in {*each.title, *each.lead}]):
        yield from (found.count(number) / len(views), Counter(found).most_common(1)[0][0] - number if found else _NOTHING)
    columns = list(zip(*(view.tallies[measure].numbers() for view in views), strict=True))
    yield from (fmean(column) - number for column in columns)
    yield from (max(column) - number for column in columns)
