"""What a report says for or against a number of people, as short strings: the head of bench/incidents gives each a weight."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from bench.incidents.told import Told
from bench.incidents.words import MOST, Word, ages_of, numbers_in, people_of, persons_of, words_of
from hearsay.records import Document

Kind = Literal["around", "told", "plain"]
SMALL = 9  # every report is asked for all numbers up to this
_OWN_DEATH = re.compile(
    r"murder.{1,3}suicide|(?:killed?|shot|shooting|on) (?:him|her)self|self-inflicted|suicide"
    r"|(?:gunman|suspect|shooter)s? (?:was|were|is|are)?\s*(?:also |then |later )?(?:shot and killed|killed|dead|died)"
    r"|(?:killed|shot dead) by (?:police|officers|deputies)",
    re.IGNORECASE,
)
_HARM = frozenset(
    "shot killed dead died dies fatally slain murder murdered homicide wounded injured hurt injuring wounding killing hospital hospitalized shooting "
    "victims people injuries wounds condition deaths death bodies victim suspects suspect survived critical stable others charged counts children "
    "kids shots rounds times .".split()
)
_TITLE, _LEAD, _BODY = "T", "L", "B"


class Sight:
    """A report as the head sees it: what the product finds of each measure (``told``), and the words."""

    def __init__(self, document: Document, told: dict[str, Told]) -> None:
        title, body, whole = words_of(document.title or ""), words_of(document.text[:6000]), f"{document.title or ''}. {document.text}"
        self.told = told
        self.parts = {_TITLE: title, _LEAD: body[:70], _BODY: body[70:700]}
        self.ages, self.lead_ages = ages_of(document.text[:6000]), ages_of(document.text[:600])
        self.is_short = len(body) < 60
        self.own_death = "01"[bool(_OWN_DEATH.search(whole))]
        self.dead, self.hurt = persons_of(whole)
        self.people = {"title": people_of(document.title or ""), "lead": people_of(document.text[:300])}

    def numbers(self) -> list[int]:
        """The numbers that may be it: the small ones, and those told with their neighbours."""
        found = numbers_in(self.parts[_TITLE]) | numbers_in(self.parts[_LEAD])
        for told in self.told.values():
            found.update(told.numbers, told.title, told.lead)
        near = {n + step for n in found if SMALL < n <= MOST for step in (-3, -2, -1, 0, 1)}
        return sorted({*range(SMALL + 1), *(n for n in near if n <= MOST)})

    def plain(self) -> set[str]:
        """Words and their neighbours, which speak for no number or for many by themselves."""
        out: set[str] = set()
        for part, words in self.parts.items():
            forms = [word.form for word in words]
            out.update(part + form for form in forms)
            if part == _BODY:
                out.update(f"{part}{a} {b}" for a, b in pairwise(forms) if a in _HARM or b in _HARM)
            else:
                out.update("W" + form for form in forms)
                out.update(f"{part}{a} {b}" for a, b in pairwise(forms))
            if part == _TITLE:
                out.update(f"{part}{a} {b} {c}" for a, b, c in zip(forms, forms[1:], forms[2:], strict=False))
        return out

    def around(self, number: int) -> set[str]:
        """What stands around the numbers of the report, by whether they are this one, more or less."""
        out: set[str] = set()
        for part, words in self.parts.items():
            for at, word in enumerate(words):
                if word.number is not None and word.number <= MOST:
                    out.update(self._around(part, words, at, number))
        return out

    def _around(self, part: str, words: Sequence[Word], at: int, number: int) -> Iterator[str]:
        told = words[at].number or 0
        sign = words[at].form if words[at].form != "@number" else ""
        after = [word.form for word in words[at + 1 : at + 9]]
        before = [word.form for word in reversed(words[max(0, at - 6) : at])]
        harm, earlier = (next((form for form in forms if form in _HARM), "#") for forms in (after, before))
        after, before = [*after, "#", "#", "#"], [*before, "#", "#"]
        after[0] = sign + after[0]
        if number == told + 1:
            yield from (f"+{part}h{harm}{self.own_death}", f"+{part}n{after[0]}{self.own_death}", f"+*h{harm}{self.own_death}")
        found = [f"n{after[0]}", f"h{harm}", f"g{earlier}", f"nn{after[0]} {after[1]}", f"nh{after[0]} {harm}"]
        if number != told:
            yield from (f"{'<' if told < number else '>'}{part}{each}" for each in found)
            return
        found += [f"p{before[0]}", f"pp{before[1]} {before[0]}", f"pn{before[0]} {after[0]}", f"nnn{' '.join(after[:3])}", f"gh{earlier} {harm}", ""]
        yield from (f"={where}{each}" for where in (part, "*") for each in found)

    def of_told(self, number: int) -> Iterator[str]:
        """What the figures and persons found speak for."""
        few, some, many = min(number, 3), min(number, 4), min(number, 5)
        yield from (f"v{min(number, 10)}", f"own{self.own_death}/{min(number, 10)}", f"short{self.is_short}/{some}")
        for measure, told in self.told.items():
            yield from (f"{measure}{each}" for each in _of_measure(told, number))
        killed, injured = self.told["killed"], self.told["injured"]
        alive = len(injured.names - killed.names)
        yield f"words{_strength(killed)}{_strength(injured)}/{some}"
        yield f"names{min(len(killed.names), 3)}{min(len(injured.names), 3)}/{some}"
        yield f"persons{min(self.dead, 3)}{min(self.hurt, 3)}/{many}"
        for name, count in (("ages", self.ages), ("dead", self.dead), ("hurt", self.hurt), ("alive", alive)):
            yield from (f"{name}{max(-3, min(3, count - number))}/{few}", f"{name}={min(count, 6)}/{many}")
        for part, counts in self.people.items():
            yield f"{part}{'/'.join(str(min(count, 4)) for count in counts[:2])}/{many}"
            for name, count in zip(("dead", "hurt", "all"), counts, strict=True):
                yield from (f"{part}{name}{max(-3, min(3, count - number))}/{few}", f"{part}{name}={min(count, 5)}/{many}")
        yield f"lead{min(self.lead_ages, 5)}/{many}"


def _strength(told: Told) -> str:
    return f"{min(2, told.words[1])}{min(1, told.words[0])}"


def _of_measure(told: Told, number: int) -> Iterator[str]:
    numbers, some = list(told.numbers), min(number, 4)
    yield from (f"names{max(-3, min(3, len(told.names) - number))}/{min(number, 3)}", f"names={min(len(told.names), 4)}/{min(number, 5)}")
    yield from (f"singles{min(told.singles, 4)}/{some}", f"numbers{min(len(numbers), 3)}/{some}")
    if number in numbers:
        yield from ("in", f"in{min(numbers.count(number), 3)}", f"first{numbers[0] == number}")
    if numbers:
        yield from (f"max{_sign(number - max(numbers))}", f"first{_sign(number - numbers[0])}")
        if number == max(set(numbers), key=lambda n: (numbers.count(n), -numbers.index(n))):
            yield "most"
    for part, found in ((_TITLE, told.title), (_LEAD, told.lead)):
        yield from (f"{part}{number in found}", f"{part}{max(-2, min(2, found[0] - number))}") if found else (f"{part}none/{some}",)
    title, lead, whole = told.words
    yield from (f"wt{min(title, 3)}/{some}", f"wl{min(lead, 3)}/{some}", f"ww{min(whole, 9) // 3}/{some}")


def _sign(difference: int) -> int:
    return (difference > 0) - (difference < 0)
