"""Numbers in digits, told apart by their shape: "1,200", "1.2", "9/11", "10:30", "2021-09-01", "555-0123", "300th"."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from hearsay.claims.lines import Line
from hearsay.claims.quantity_words import quantity_words

Kind = Literal[
    "cardinal", "ordinal", "fraction", "percent", "money", "date", "clock", "duration", "age", "measure", "times", "score", "identifier", "compound",
    "decimal", "unsure", "malformed",
]  # fmt: skip

_PLAIN = re.compile(r"\d+$")
_GROUPED = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3})(?:\.\d+)?$")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+$")
_DECIMAL = re.compile(r"\d+\.\d+$")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}$")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_DECADE = re.compile(r"(\d+)s$")
_SHARE = re.compile(r"([1-4])/([2-5])$")
_CALENDAR = re.compile(r"\d{4}-\d{1,2}-\d{1,2}$|\d{1,2}-\d{1,2}-(?:\d{2}|\d{4})$")
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A bare number at positions ``first`` to ``last`` (exclusive) of its line. ``low`` and ``high`` are closed; both None where the shape has no
    one value. ``scale`` is the last magnitude in it ("2 million": 1,000,000). ``core`` is the position of its last number word."""

    first: int
    last: int
    low: Fraction | None
    high: Fraction | None
    best: Fraction | None
    core: int
    kind: Kind = "cardinal"
    scale: int = 1
    is_vague: bool = False
    share: Fraction | None = None
    rules: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        """True for one value, not an interval."""
        return self.low is not None and self.low == self.high


def exact(first: int, last: int, value: Fraction | int | None, *, kind: Kind = "cardinal", scale: int = 1, rules: tuple[str, ...] = ()) -> Numeral:
    """A numeral of one value."""
    number = None if value is None else Fraction(value)
    return Numeral(first, last, number, number, number, last - 1, kind, scale, rules=rules)


def is_year(word: str) -> bool:
    """True for four plain digits from 1900 to 2099."""
    return len(word) == 4 and word.isdecimal() and int(word) in _YEARS


def read_digits(line: Line, at: int) -> Numeral:
    """The number that begins with the digits at ``at``, without magnitude words; "malformed" if it has no sound shape."""
    return _read_serial(line, at) or _read_broken(line, at) or _read_spaced(line, at) or _read_shape(line, at)


def _read_serial(line: Line, at: int) -> Numeral | None:
    """Digits that name rather than count: telephone numbers, dates like 2021-09-01, spans of years, "M-16", "007"."""
    parts = _chain(line, at)
    last = at + 2 * len(parts) - 1
    text = "-".join(parts)
    if len(parts) > 2:
        return exact(at, last, None, kind="date" if _CALENDAR.match(text) else "identifier", rules=("serial",))
    if len(parts) == 2 and (kind := _pair_kind(*parts)):
        return exact(at, last, None, kind=kind, rules=("serial",))
    if line.is_dash(at - 1) and line.is_glued(at - 1) and line.is_glued(at - 2) and line.word(at - 2)[:1].isalpha() and not _is_counted(line, at - 2):
        return exact(at - 2, at + 1, _whole(parts[0]), kind="identifier", rules=("named.numbered",))
    if _begins_telephone(line, at):
        return exact(at, _end_of_digits(line, at), None, kind="identifier", rules=("serial",))
    return None


def _chain(line: Line, at: int) -> list[str]:
    """The words in digits that hyphens without spaces hold together."""
    parts = [line.word(at)]
    while line.is_dash(at + 1) and line.is_glued(at) and line.is_glued(at + 1) and line.is_number(at + 2):
        at += 2
        parts.append(line.word(at))
    return parts


def _pair_kind(left: str, right: str) -> Kind | None:
    if not (left.isdecimal() and right.isdecimal()):
        return None
    if is_year(left) and (is_year(right) or len(right) == 2):
        return "date"
    if len(right) > 1 and right[0] == "0":
        return "identifier"
    return "identifier" if (len(left), len(right)) == (3, 4) and not (left[-1] == right[-1] == "0") else None


def _is_counted(line: Line, at: int) -> bool:
    """True for a number word before a hyphen ("two-3 men")."""
    return line.word(at) in quantity_words().cardinals


def _begins_telephone(line: Line, at: int) -> bool:
    word = line.word(at)
    follows_plus = line.word(at - 1) == "+" and line.is_glued(at - 1) and not line.is_number(at - 2)
    is_day = len(word) == 2 and line.word(at + 1) in quantity_words().months
    return follows_plus or (len(word) > 1 and word[0] == "0" and word.isdecimal() and not is_day)


def _end_of_digits(line: Line, at: int) -> int:
    while line.is_number(at) or (line.is_dash(at) and line.is_number(at + 1)):
        at += 1
    return at


def _read_broken(line: Line, at: int) -> Numeral | None:
    """Digits and stops in a run that no writer of numbers would own: "1.234,5"."""
    end = at + 1
    while line.word(end) in (",", ".") and line.is_glued(end - 1) and line.is_glued(end) and line.is_number(end + 1):
        end += 2
    return exact(at, end, None, kind="malformed") if end > at + 1 else None


def _read_spaced(line: Line, at: int) -> Numeral | None:
    """ "1 000": the last group must be three noughts, as two numbers may stand side by side; "32 , 600", as tokenised text has it."""
    word, end = line.word(at), at + 1
    if len(word) > 3 or not word.isdecimal() or word[0] == "0" or line.word(at - 1) in quantity_words().months:
        return None
    comma = 1 if line.word(end) == "," and _is_spaced(line, end) else 0
    while _is_group(line, end + comma) and (not comma or (line.word(end) == "," and _is_spaced(line, end))):
        end += 1 + comma
    if end == at + 1 or (not comma and line.word(end - 1) != "000"):
        return None
    return exact(at, end, int("".join(line.words[at : end : 1 + comma])))


def _is_group(line: Line, at: int) -> bool:
    """Whether three digits stand here, one space after the word before."""
    return len(line.word(at)) == 3 and line.word(at).isdecimal() and _is_spaced(line, at)


def _is_spaced(line: Line, at: int) -> bool:
    return line.tokens[at].start - line.tokens[at - 1].end == 1


def _read_shape(line: Line, at: int) -> Numeral:
    word = line.word(at)
    after = line.word(at + 1)
    words = quantity_words()
    is_scaled = after in words.magnitudes or after in words.plurals or (line.is_glued(at) and after in words.glued_magnitudes)
    value, kind = _shape(word, is_scaled=is_scaled)
    if kind == "fraction":
        numeral = exact(at, at + 1, None, kind="fraction", rules=("share.digits",))
        return _with_share(numeral, value)
    return exact(at, at + 1, value, kind=kind, rules=("ordinal.ordinal",) if kind == "ordinal" else ())


def _with_share(numeral: Numeral, share: Fraction | None) -> Numeral:
    return Numeral(numeral.first, numeral.last, None, None, None, numeral.core, "fraction", share=share, rules=numeral.rules)


def _shape(word: str, *, is_scaled: bool) -> tuple[Fraction | None, Kind]:
    """The value and the kind that the shape alone tells. A number in digits that are not ASCII is read, but "unsure", like "1.000.000"."""
    if _PLAIN.match(word):
        return Fraction(int(word)), "cardinal" if word.isascii() else "unsure"
    if _GROUPED.match(word):
        return _decimal(word.replace(",", "")), "cardinal"
    if _DOTTED.match(word) and not (is_scaled and word.count(".") == 1):
        return Fraction(int(word.replace(".", ""))), "unsure"
    if _DECIMAL.match(word):
        return _decimal(word), "cardinal"
    if _COMMA_DECIMAL.match(word) and is_scaled:
        return _decimal(word.replace(",", ".")), "cardinal"
    return _other_shape(word)


def _other_shape(word: str) -> tuple[Fraction | None, Kind]:
    if match := _ORDINAL.match(word):
        return Fraction(int(match[1])), "ordinal"
    if match := _DECADE.match(word):
        return Fraction(int(match[1])), "date"
    if (match := _SHARE.match(word)) and int(match[1]) < int(match[2]):
        return Fraction(int(match[1]), int(match[2])), "fraction"
    if "/" in word:
        return None, "date"
    return None, "clock" if ":" in word else "malformed"


def _decimal(word: str) -> Fraction | None:
    whole, _, rest = word.partition(".")
    return Fraction(int(whole + rest), 10 ** len(rest))


def _whole(word: str) -> int | None:
    match = re.match(r"\d+", word)
    return int(match[0]) if match else None
