"""A number with the words around it that move its bounds: "more than 300", "between 20 and 30", "300 or more", "another five", "one in three"."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from hearsay.claims.digits import Kind, Numeral
from hearsay.claims.lines import Line
from hearsay.claims.numerals import read_numeral
from hearsay.claims.quantity_words import Phrase, Row, quantity_words

TENTH = Fraction(1, 10)
Interval = tuple[Fraction, Fraction | None]


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity in the making, at positions ``first`` to ``last`` (exclusive) of its line. The number itself stands at ``core_first`` to
    ``core_last``; ``core`` is the position of its last number word."""

    first: int
    last: int
    core_first: int
    core_last: int
    core: int
    low: Fraction | None
    high: Fraction | None
    best: Fraction | None
    kind: Kind
    scale: int = 1
    is_vague: bool = False
    is_approximate: bool = False
    is_added: bool = False
    unit: str | None = None
    share: Fraction | None = None
    rules: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        """True for one value, not an interval."""
        return self.low is not None and self.low == self.high

    @property
    def is_bare(self) -> bool:
        """True if no word before the number bounds it."""
        return self.first == self.core_first


def read_bounded(line: Line, at: int, floor: int) -> Draft | None:
    """The number at ``at`` with its bounds, which may not reach back over ``floor``. None if there is no number."""
    numeral = read_numeral(line, at)
    if numeral is None:
        return None
    draft = _with_sign(line, _draft(replace(numeral, first=max(numeral.first, floor))))
    if draft.kind in ("date", "clock", "identifier", "malformed", "score"):
        return draft
    draft = _with_ratio(line, draft) or _with_range(line, draft, floor) or draft
    draft = _with_bounds_after(line, _with_bounds_before(line, draft, floor))
    return _with_flags(line, _with_far_bound(line, draft))


def _draft(numeral: Numeral) -> Draft:
    return Draft(
        numeral.first, numeral.last, numeral.first, numeral.last, numeral.core, numeral.low, numeral.high, numeral.best, numeral.kind, numeral.scale,
        numeral.is_vague, share=numeral.share, rules=numeral.rules,
    )  # fmt: skip


# ---- money signs: they stand between the bound and the number


def _with_sign(line: Line, draft: Draft) -> Draft:
    """Takes in "$" or "USD" before the number, and the letter of "$5m" after it."""
    first = draft.first - (2 if line.word(draft.first - 1) == "." else 1)  # "Rs. 500"
    row = quantity_words().signs.get(line.word(first))
    if row is None or draft.low is None:
        return draft
    first -= line.word(first - 1) == "us" and line.is_glued(first - 1)
    last, factor = draft.last, 1
    if line.word(last) in row["letters"] and (line.is_glued(last - 1) or len(line.word(last)) > 1):
        factor, last = row["letters"][line.word(last)], last + 1
    value = draft.low * factor
    rules = (*draft.rules, f"unit.{row['id']}")
    return replace(draft, first=first, last=last, core_first=first, core_last=last, low=value, high=value, best=value, kind="money", rules=rules)


# ---- ratios: "one in three", "nine out of ten"


def _with_ratio(line: Line, draft: Draft) -> Draft | None:
    found = line.phrase_from(draft.last, quantity_words().ratios)
    if found is None or draft.low is None or not draft.is_exact:
        return None
    size, row = found
    whole = read_numeral(line, draft.last + size)
    if whole is None or whole.low is None or not whole.is_exact or not 0 < draft.low < whole.low <= 1000:
        return None
    needs_one = row.get("needs_one", False) and size == 1
    if (needs_one and draft.low != 1) or line.phrase_from(whole.last, quantity_words().units):
        return None
    rules = (*draft.rules, f"ratio.{row['id']}")
    return replace(
        draft, last=whole.last, core_last=whole.last, low=None, high=None, best=None, kind="fraction", share=draft.low / whole.low, rules=rules
    )


# ---- ranges


def _with_range(line: Line, draft: Draft, floor: int) -> Draft | None:
    """Joins a second number to the first, if a connector of the lexicon stands between."""
    found = line.phrase_from(draft.last, quantity_words().connectors, longest=3)
    if found is None or draft.low is None or draft.kind not in ("cardinal", "unsure", "money"):
        return None
    size, rows = found
    second = _read_second(line, draft.last + size)
    if second is None or second.low is None or second.kind not in ("cardinal", "unsure", "money"):
        return None
    if line.is_dash(draft.last) and line.is_glued(draft.last) != line.is_glued(draft.last - 1):
        return None
    if line.is_dash(draft.last) and not line.is_glued(draft.last) and not line.is_number(draft.last + 1):
        return None  # "22 November 2012 - Some 140,000 people": the dash of a dateline
    return _join(line, draft, second, rows, floor)


def _join(line: Line, draft: Draft, second: Draft, rows: tuple[Row, ...], floor: int) -> Draft | None:
    scaled = _spread_scale(draft, second)
    if scaled.low is None or second.low is None or scaled.best is None or second.best is None:
        return None
    if scaled.best >= second.best:
        return _result(line, draft, second)
    for row in rows:
        opener = _opener(line, draft, row, floor)
        if opener is None or (row["id"] == "to" and _is_change(line, opener)):
            continue
        rules = (*scaled.rules, f"range.{row['id']}", *second.rules)
        best = Fraction((scaled.best + second.best) // 2)
        is_vague = scaled.is_vague or second.is_vague
        return replace(
            scaled, first=opener, last=second.last, core_first=opener, core_last=second.core_last, core=second.core, high=second.high, best=best,
            is_vague=is_vague, is_approximate=second.is_approximate, rules=rules,
        )  # fmt: skip
    return None


def _spread_scale(draft: Draft, second: Draft) -> Draft:
    """ "20 to 30 million": the first number has the second's magnitude too."""
    if draft.scale > 1 or second.scale == 1 or draft.low is None or draft.best is None or second.best is None or draft.high is None:
        return draft
    if draft.best * second.scale > second.best:
        return draft
    return replace(draft, low=draft.low * second.scale, high=draft.high * second.scale, best=draft.best * second.scale, scale=second.scale)


def _result(line: Line, draft: Draft, second: Draft) -> Draft | None:
    """ "2-1", "by 20 to 3": the result of a match or of a vote."""
    is_hyphened = line.is_dash(draft.last) and line.is_number(draft.core_first) and line.is_number(second.core_first)
    if not (is_hyphened or line.word(draft.first - 1) in quantity_words().by):
        return None
    rules = (*draft.rules, "sport.sport")
    return replace(draft, last=second.last, core_last=second.last, low=None, high=None, best=None, kind="score", rules=rules)


def _opener(line: Line, draft: Draft, row: Row, floor: int) -> int | None:
    """Where the range begins; None if it lacks the word that must open it ("between", a bound may follow it)."""
    if "opener" not in row:
        return draft.first
    at = draft.first
    while found := line.phrase_before(at, quantity_words().bounds_before, floor):
        at -= found[0]
    return at - 1 if at > floor and line.word(at - 1) == row["opener"] else None


def _is_change(line: Line, first: int) -> bool:
    """True for "rose from 10 to 15": two counts at two times."""
    words = quantity_words()
    return line.word(first - 1) in words.from_ and any(word in words.changes for word in line.words[max(0, first - 7) : first - 1])


def _read_second(line: Line, at: int) -> Draft | None:
    """A number read forward, with the bounds before it: "more than 30000"."""
    words, start, readings = quantity_words(), at, []
    while found := line.phrase_from(at, words.bounds_before):
        at += found[0]
        readings.append(found[1])
    at += line.word(at) in words.a
    numeral = read_numeral(line, at)
    if numeral is None or numeral.first < start:
        return None
    draft = _draft(numeral)
    for row in reversed(readings):
        draft = _bounded(draft, row)
    return replace(draft, first=start)


# ---- bounds


def _with_bounds_before(line: Line, draft: Draft, floor: int) -> Draft:
    while found := line.phrase_before(draft.first, quantity_words().bounds_before, floor):
        if found[1]["reading"] == "about" and draft.low is not None and (draft.high is None or not draft.is_bare):
            break  # "estimated at no less than 150", "estimated up to 33": the bound stands
        at = draft.first - found[0]
        is_particle = line.tokens[at].relation == "compound:prt" and found[0] == 1  # "left [up to] 50 dead" is a slip of the tree
        if is_particle or line.word(at - 1) in found[1].get("not_after", ()):
            break  # "handed over four prisoners"
        draft = replace(_bounded(draft, found[1]), first=draft.first - found[0])
    return draft


def _with_bounds_after(line: Line, draft: Draft) -> Draft:
    while found := line.phrase_from(draft.last, quantity_words().bounds_after):
        size, row = found
        if line.word(draft.last + size) in row.get("unless_after", ()) or _binds_forward(line, draft.last, size):
            break
        draft = replace(_bounded(draft, row), last=draft.last + size)
    return draft


def _binds_forward(line: Line, at: int, size: int) -> bool:
    """True if the phrase at ``at`` belongs to the number after it: "20, at least 10"."""
    return _is_before(line.words[at : at + size]) and _begins_number(line, at + size)


def _is_before(phrase: Phrase) -> bool:
    return phrase in quantity_words().bounds_before


def _begins_number(line: Line, at: int) -> bool:
    words = quantity_words()
    return line.is_number(at) or line.word(at) in words.triggers or line.word(at) in words.a or line.word(at) in words.signs


def _with_far_bound(line: Line, draft: Draft) -> Draft:
    """ "70 people at least": the bound stands after the noun, and the quantity's words stay as they are."""
    if not draft.is_exact or draft.kind != "cardinal":
        return draft
    for at in range(draft.last + 1, draft.last + 4):
        if not line.word(at - 1).isalpha() or _begins_number(line, at - 1):
            break
        found = line.phrase_from(at, quantity_words().bounds_far)
        if found:
            return draft if _begins_number(line, at + found[0]) else _bounded(draft, found[1])
    return draft


def _with_flags(line: Line, draft: Draft) -> Draft:
    row = quantity_words().flags.get(line.word(draft.last))
    return replace(draft, is_added=True, rules=(*draft.rules, f"bound.{row['id']}")) if row else draft


def _bounded(draft: Draft, row: Row) -> Draft:
    reading = row["reading"]
    rules = (*draft.rules, f"bound.{row['id']}")
    is_approximate = draft.is_approximate or reading in ("about", "nearly")
    draft = replace(draft, rules=rules, is_approximate=is_approximate, is_added=draft.is_added or reading == "added")
    if draft.low is None or reading not in _READINGS:
        return draft
    low, high = _READINGS[reading](draft.low, draft.high)
    return replace(draft, low=low, high=high, best=_best(draft.best, low, high))


def _best(best: Fraction | None, low: Fraction, high: Fraction | None) -> Fraction | None:
    """The number nearest the words that lies within the bounds."""
    if best is None or best < low:
        return low
    return high if high is not None and best > high else best


def _about(low: Fraction, high: Fraction | None) -> Interval:
    return Fraction(math.floor(low - low * TENTH)), None if high is None else Fraction(math.ceil(high + high * TENTH))


def _nearly(low: Fraction, high: Fraction | None) -> Interval:
    return Fraction(math.floor(low - low * TENTH)), high


def _up_to(low: Fraction, high: Fraction | None) -> Interval:
    return min(low, Fraction(1)), high


def _fewer_than(_: Fraction, high: Fraction | None) -> Interval:
    return Fraction(0), None if high is None else max(high - 1, Fraction(0))


# What each reading of the table "bound" does to an interval; "exact" and "added" leave it as it is.
_READINGS: dict[str, Callable[[Fraction, Fraction | None], Interval]] = {
    "more_than": lambda low, _: (low + 1, None),
    "at_least": lambda low, _: (low, None),
    "up_to": _up_to,
    "at_most": lambda _, high: (Fraction(0), high),
    "fewer_than": _fewer_than,
    "about": _about,
    "nearly": _nearly,
}
