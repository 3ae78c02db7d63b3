"""The people whom the product's figures of one measure tell of, by sentence and by person."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, fields

from bench.incidents.told import MEASURES, figures_of, surname_of
from bench.incidents.words import MOST
from hearsay.pipeline import Account
from hearsay.records import Figure

LEAD = 2  # the last sentence of the lead; the first, which is the title if there is one, is sentence 0
_STOP = re.compile(r"[.!?]\s")
_AGE_BEFORE = re.compile(r"(\d{1,2})[- ]year[- ]old")
_AGE_AFTER = re.compile(r"[^.;\w]{0,3},? (\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Tally:
    """``most`` in one sentence, ``opening`` in the first sentence that tells any, ``lead`` in title and lead; how many different single people there
    are, and of how many name or age is told; how many figures are of two and more, the first figure, and the sentences with any. ``opening`` and
    ``first`` are -1 where none is told."""

    most: int
    opening: int
    people: int
    known: int
    many: int
    first: int
    sentences: int
    lead: int

    def numbers(self) -> list[int]:
        return [getattr(self, each.name) for each in fields(self)]


@dataclass
class _Person:
    surnames: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)

    def is_same(self, other: "_Person") -> bool:
        return bool(self.surnames & other.surnames or self.ages & other.ages)


def tallies_of(made: Account) -> tuple[Tally, Tally]:
    """Of the killed and of the injured; who is killed is not counted among the injured again."""
    text = made.document.text
    killed, injured = (_small(figures_of(made.claims, measure)) for measure in MEASURES.values())
    dead, hurt = _people(killed, text), _people(injured, text)
    return _tally(killed, dead, text), _tally(injured, [one for one in hurt if not any(one.is_same(other) for other in dead)], text)


def _small(figures: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in figures if _low(figure) < MOST]


def _low(figure: Figure) -> int:
    return figure.low or 0


def _tally(figures: Sequence[Figure], people: Sequence[_Person], text: str) -> Tally:
    told = Counter[int]()
    for figure in figures:
        if figure.part_of is None:
            told[len(_STOP.findall(text, 0, max(0, figure.start)))] += _low(figure)
    return Tally(
        most=max(told.values(), default=0),
        opening=told[min(told)] if told else -1,
        people=len(people),
        known=sum(bool(one.surnames or one.ages) for one in people),
        many=sum(_low(figure) >= 2 for figure in figures),
        first=_low(figures[0]) if figures else -1,
        sentences=len(told),
        lead=sum(number for sentence, number in told.items() if sentence <= LEAD),
    )


def _people(figures: Sequence[Figure], text: str) -> list[_Person]:
    """The single people of the figures: who has a name or an age that is known is one with them; who has neither, with who is called the same."""
    found: list[_Person] = []
    for figure in figures:
        if figure.low == figure.high == 1:
            one = _person(figure, text)
            same = next((known for known in found if known.is_same(one) or (not one.surnames | one.ages and known.nouns & one.nouns)), None)
            if same is None:
                found.append(one)
            else:
                same.surnames |= one.surnames
                same.ages |= one.ages
                same.nouns |= one.nouns
    return found


def _person(figure: Figure, text: str) -> _Person:
    words = figure.victims[0].name.lower().split() if figure.victims else []
    age = _AGE_BEFORE.search(text[max(0, figure.start - 4) : figure.end + 25]) or _AGE_AFTER.match(text, figure.end)
    return _Person({surname_of(figure)} - {""}, {age[1]} if age else set(), set(words[-1:]))
