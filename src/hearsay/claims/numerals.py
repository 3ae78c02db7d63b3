"""Bare numbers, in digits and in words: "1,200", "two hundred and five", "half a million", "several dozen", "tens of thousands", "no one"."""

from dataclasses import replace
from fractions import Fraction

from hearsay.claims.digits import Numeral, exact, is_year, read_digits
from hearsay.claims.lines import Line
from hearsay.claims.quantity_words import Row, quantity_words

HALF = Fraction(1, 2)
NEGATED = 3  # words back to the "without" of "without causing any"


def read_numeral(line: Line, at: int) -> Numeral | None:
    """The bare number whose first number word stands at ``at``; an article before it ("a dozen") is taken in. None if there is none."""
    if line.is_number(at):
        return _read_figures(line, at)
    for reader in (_read_nobody, _read_plural, _read_vague, _read_share, _read_words, _read_ordinal):
        found = reader(line, at)
        if found is not None:
            return found
    return None


def _read_figures(line: Line, at: int) -> Numeral:
    """Digits, with the magnitude after them: "1.2 million", "30k", "2 and a half million"."""
    number = read_digits(line, at)
    if number.kind not in ("cardinal", "unsure") or number.low is None:
        return number
    if _starts_afresh(line, number):
        return number
    half = _plus_half(line, number.last)
    value = number.low + (HALF if half else 0)
    scale, end = _scale(line, number.last + half)
    if scale == 1 and line.is_glued(number.last - 1) and (row := quantity_words().glued_magnitudes.get(line.word(number.last))):
        scale, end = row["value"], number.last + 1
    if scale == 1 and not half:
        return number
    return replace(exact(number.first, end, value * scale, kind=number.kind, scale=scale), core=end - 1)


def _starts_afresh(line: Line, number: Numeral) -> bool:
    """True where a plural after digits is a count of its own: "21 July 2016 Dozens of civilians"."""
    row = quantity_words().plurals.get(line.word(number.last))
    return row is not None and (row["value"] < 1000 or is_year(line.word(number.core)))


def _scale(line: Line, at: int) -> tuple[int, int]:
    """The product of the magnitudes from ``at`` on ("hundred thousand", "dozens", "tens of thousands"), 1 if none, and where they end."""
    words = quantity_words()
    scale, end = 1, at
    while True:
        step = end + 1 if scale > 1 and line.word(end) in words.of and line.word(end + 1) in words.plurals else end
        row = words.magnitudes.get(line.word(step)) or words.plurals.get(line.word(step))
        if row is None:
            return scale, end
        scale, end = scale * row["value"], step + 1


def _plus_half(line: Line, at: int) -> int:
    """How many words "and a half" takes at ``at``; 0 if it is not there."""
    found = line.phrase_from(at, quantity_words().plus_half)
    return found[0] if found else 0


def _read_words(line: Line, at: int) -> Numeral | None:
    """ "twenty-three", "a hundred and five", "two million three hundred thousand", "a dozen"."""
    words = quantity_words()
    total, scale, end, limit, cursor = 0, 1, at, 0, at
    while group := _group(line, cursor) or _implicit_one(line, cursor, at):
        scale, group_end = _scale(line, group[1])
        if limit and scale >= limit:
            break
        total, end, limit = total + group[0] * scale, group_end, scale
        if scale < 1000:
            break
        cursor = end + 1 if line.word(end) in words.and_ else end
    if end == at:
        return None
    if scale == 1 and (row := words.magnitudes.get(line.word(end - 1))):
        scale = row["value"]
    return _with_half(line, replace(exact(_with_article(line, at), end, total, scale=scale), rules=_rules(line, at)))


def _implicit_one(line: Line, cursor: int, start: int) -> tuple[int, int] | None:
    """The one of "a thousand", "a dozen"."""
    return (1, cursor) if cursor == start and line.word(cursor) in quantity_words().magnitudes else None


def _rules(line: Line, at: int) -> tuple[str, ...]:
    words = quantity_words()
    if found := words.cardinals.get(line.word(at)):
        return (f"numeral.{found[1]}",)
    return (f"magnitude.{words.magnitudes[line.word(at)]['id']}",)


def _with_article(line: Line, at: int) -> int:
    words = quantity_words()
    return at - 1 if line.word(at) in words.magnitudes and line.word(at - 1) in words.a else at


def _with_half(line: Line, number: Numeral) -> Numeral:
    """Adds "and a half": of the magnitude that follows or else of the one before ("a million and a half")."""
    size = _plus_half(line, number.last)
    if not size or number.low is None:
        return number
    scale, end = _scale(line, number.last + size)
    value = (number.low + HALF) * scale if scale > 1 else number.low + HALF * number.scale
    return replace(exact(number.first, end, value, scale=max(scale, number.scale)), core=end - 1, rules=number.rules)


def _group(line: Line, at: int) -> tuple[int, int] | None:
    """A number below a thousand in words ("two hundred and five", "twelve hundred"), and where it ends."""
    small = _below_hundred(line, at)
    value, end = small or (1, at)
    row = quantity_words().magnitudes.get(line.word(end))
    if row is None or row["value"] != 100:
        return small
    end += 1
    rest = _below_hundred(line, end + 1 if line.word(end) in quantity_words().and_ else end)
    return (value * 100 + rest[0], rest[1]) if rest else (value * 100, end)


def _below_hundred(line: Line, at: int) -> tuple[int, int] | None:
    cardinals = quantity_words().cardinals
    if line.word(at) not in cardinals:
        return None
    value = cardinals[line.word(at)][0]
    unit_at = at + 2 if line.is_dash(at + 1) else at + 1
    unit = cardinals.get(line.word(unit_at), (0, ""))[0]
    if value >= 20 and 1 <= unit <= 9:
        return value + unit, unit_at + 1
    return value, at + 1


def _read_plural(line: Line, at: int) -> Numeral | None:
    """ "dozens", "hundreds and hundreds", "tens of thousands"."""
    words = quantity_words()
    row = words.plurals.get(line.word(at))
    if row is None or not _is_plural_count(line, at, row):
        return None
    scale, end = _scale(line, at)
    scale //= row["value"]
    low, high = row.get("plural", (2 * row["value"], 10 * row["value"] - 1))
    if line.word(end) in words.again and line.word(end + 1) == line.word(end - 1):
        end += 2
    bounds = (Fraction(low * scale), Fraction((high + 1) * scale - 1))
    return Numeral(at, end, *bounds, bounds[0], end - 1, scale=scale * row["value"], is_vague=True, rules=(f"magnitude.{row['id']}",))


def _is_plural_count(line: Line, at: int, row: Row) -> bool:
    """False for the verb of "he scores a goal" and for "tens" that are neither "of" anybody nor told to have suffered something."""
    words = quantity_words()
    after = line.word(at + 1)
    if "followed" in row:
        return after in words.of or line.word(at + 2) in words.of or after in row["followed"]
    return not (row["id"] == "score" and (line.tokens[at].upos == "VERB" or after in words.a))


def _read_vague(line: Line, at: int) -> Numeral | None:
    """ "several", "a few thousand", "a couple of dozen"."""
    words = quantity_words()
    row = words.vague.get(line.word(at))
    if row is None or ("needs" in row and line.word(at - 1) not in row["needs"]):
        return None
    first = at - 1 if line.word(at - 1) in words.a or (line.word(at - 1) in row.get("article", ())) else at
    step = at + 2 if line.word(at + 1) in words.of else at + 1
    scale, end = _scale(line, step)
    end = end if scale > 1 else at + 1
    low, high = _vague_interval(row, scale)
    is_vague = low != high
    return Numeral(first, end, low, high, low, end - 1, scale=scale, is_vague=is_vague, rules=(f"vague.{row['id']}",))


def _vague_interval(row: Row, scale: int) -> tuple[Fraction, Fraction]:
    column = row.get("scales")
    for magnitude in quantity_words().magnitudes.values():
        if column and scale > 1 and magnitude["value"] == scale and column in magnitude:
            return Fraction(magnitude[column][0]), Fraction(magnitude[column][1])
    low, high = row["low"], row["high"]
    return Fraction(low * scale), Fraction((high + 1) * scale - 1 if low != high else high * scale)


def _read_nobody(line: Line, at: int) -> Numeral | None:
    """ "no casualties", "none", "not a single", "without any casualties"."""
    words = quantity_words()
    found = line.phrase_from(at, words.nobody)
    if found is None or line.phrase_from(at, words.bounds_before):  # "no more than 20"
        return None
    size, row = found
    after = line.word(at + size)
    before = {line.word(k) for k in range(at - NEGATED, at)}
    if "needs_before" in row and before.isdisjoint(row["needs_before"]):
        return None
    if after in row["unless_next"] or (row["needs_noun"] and not after[:1].isalpha()):
        return None
    return replace(exact(at, at + size, 0), rules=(f"nobody.{row['id']}",))


def _read_share(line: Line, at: int) -> Numeral | None:
    """ "half of", "a third of", "two-thirds", "half a million", "a quarter of a million"."""
    return _read_part_of_magnitude(line, at) or _read_glyph(line, at) or _read_parts(line, at) or _read_many_parts(line, at)


def _read_part_of_magnitude(line: Line, at: int) -> Numeral | None:
    """ "half a dozen", "a quarter of a million"."""
    words = quantity_words()
    row = words.shares.get(line.word(at))
    if row is None:
        return None
    step = at + 2 if line.word(at + 1) in words.of else at + 1
    step += line.word(step) in words.a
    magnitude = words.magnitudes.get(line.word(step))
    scale, end = _scale(line, step)
    if magnitude is None or line.word(end - 1) in words.plurals:
        return None
    first = at - 1 if line.word(at - 1) in words.a else at
    return replace(exact(first, end, Fraction(scale, row["parts"]), scale=scale), rules=(f"magnitude.{magnitude['id']}",))


def _read_glyph(line: Line, at: int) -> Numeral | None:
    parts = quantity_words().glyphs.get(line.word(at))
    return _share(at, at + 1, Fraction(*parts), "glyph.glyph") if parts else None


def _read_parts(line: Line, at: int) -> Numeral | None:
    """One part: "half the men", "a third of the men"."""
    words = quantity_words()
    row = words.shares.get(line.word(at))
    if row is None:
        return None
    has_article = line.word(at - 1) in words.a
    is_half = row["parts"] == 2 and (line.word(at + 1) in words.partitive or line.word(at + 1) in words.a)
    if not (is_half or (has_article and line.word(at + 1) in words.of)):
        return None
    return _share(at - has_article, at + 1, Fraction(1, row["parts"]), f"share.{row['id']}")


def _read_many_parts(line: Line, at: int) -> Numeral | None:
    """Several parts: "two-thirds", "three quarters", "one third"."""
    words = quantity_words()
    part_at = at + 2 if line.is_dash(at + 1) else at + 1
    row = words.shares.get(line.word(part_at))
    number = words.cardinals.get(line.word(at))
    if row is None or number is None or number[0] >= row["parts"]:
        return None
    if _read_part_of_magnitude(line, part_at) or (number[0] == 1 and line.word(part_at + 1) not in words.of):
        return None
    return _share(at, part_at + 1, Fraction(number[0], row["parts"]), f"share.{row['id']}")


def _share(first: int, last: int, share: Fraction, rule: str) -> Numeral:
    return Numeral(first, last, None, None, None, last - 1, "fraction", share=share, rules=(rule,))


def _read_ordinal(line: Line, at: int) -> Numeral | None:
    found = quantity_words().ordinals.get(line.word(at))
    return exact(at, at + 1, found[0], kind="ordinal", rules=(f"ordinal.{found[1]}",)) if found else None
