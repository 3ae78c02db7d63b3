"""Every number of a sentence, with its bounds and with what kind of number it is. The words are in lexicons/en/quantity.toml."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from hearsay.claims.bounds import Draft, read_bounded
from hearsay.claims.digits import Kind
from hearsay.claims.kinds import classify
from hearsay.claims.lines import Line, lines
from hearsay.claims.quantity_words import quantity_words
from hearsay.records import Token

__all__ = ["Kind", "Quantity", "article_quantity", "find_quantities"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the text bounds it.

    ``first`` to ``last`` (exclusive) are positions in the tokens that were given: all words that were read, with bounds, unit or month ("more
    than 300", "20 km", "34-year-old"). ``core`` is the position of the number's last word ("300"; the "thousands" of "tens of thousands").
    ``low``/``high`` are whole numbers, both included, by the codebook's table; ``high`` None is open upward; all None where no whole number is told.
    Only ``kind`` "cardinal" may count people ("compound" as in "a 12-man patrol" may, if its ``unit`` is a person); "unsure" has a value but a
    shape that no count of people should rest on ("1.000.000"). ``share`` is the part of a whole: "one in three", "20 percent". ``unit`` is the
    unit as written. ``rules`` are the rows of the lexicon that were used, inmost first.
    """

    first: int
    last: int
    low: int | None
    high: int | None
    best: int | None
    core: int
    kind: Kind = "cardinal"
    is_approximate: bool = False
    is_added: bool = False
    is_vague: bool = False
    unit: str | None = None
    share: Fraction | None = None
    rules: tuple[str, ...] = ()


def find_quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities of a sentence or of a whole reading, in order; none overlaps another, and none crosses a sentence's end."""
    return [_finished(line, draft) for line in lines(tokens) for draft in _drafts(line)]


def article_quantity(token: Token) -> Quantity | None:
    """What "a", "an" or "another" would count before the noun of one person; None for any other word. Whether it counts is for others to say; its
    position is that of the token alone, 0 to 1."""
    row = quantity_words().articles.get(token.text.lower())
    if row is None:
        return None
    low = row["low"]
    return Quantity(0, 1, low, low, low, 0, is_added=row.get("is_added", False), rules=(f"article.{row['id']}",))


def _drafts(line: Line) -> Iterator[Draft]:
    floor = 0
    for at in _number_words(line):
        if at < floor or _is_idiom(line, at):
            continue
        draft = read_bounded(line, at, floor)
        if draft is None:
            continue
        draft = classify(line, draft)
        draft, floor = replace(draft, first=max(floor, draft.first)), draft.last
        if draft.kind != "malformed":
            yield draft


def _number_words(line: Line) -> list[int]:
    """Where a number may begin. Most sentences end here."""
    triggers = quantity_words().triggers
    return [at for at, word in enumerate(line.words) if word in triggers or word[:1].isdecimal()]


def _is_idiom(line: Line, at: int) -> bool:
    """True if the word stands in a phrase that counts nothing: "one another", "that one"; but "said that one soldier had died" counts."""
    for place, phrase in quantity_words().idioms.get(line.word(at), ()):
        first = at - place
        if at >= place and line.words[first : first + len(phrase)] == phrase and not (place and line.tokens[first].relation == "mark"):
            return True
    return False


def _finished(line: Line, draft: Draft) -> Quantity:
    return Quantity(
        first=line.start + draft.first,
        last=line.start + draft.last,
        low=_whole(draft.low),
        high=_whole(draft.high),
        best=_whole(draft.best) if _whole(draft.low) is not None else None,
        core=line.start + draft.core,
        kind=draft.kind,
        is_approximate=draft.is_approximate,
        is_added=draft.is_added,
        is_vague=draft.is_vague,
        unit=draft.unit,
        share=draft.share,
        rules=tuple(dict.fromkeys(draft.rules)),
    )


def _whole(value: Fraction | None) -> int | None:
    return int(value) if value is not None and value.denominator == 1 else None
