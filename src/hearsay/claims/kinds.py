"""What a number is: a count, or money, a date, an age, a distance, the number of a brigade. Only plain counts may be counts of people."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims.bounds import Draft
from hearsay.claims.digits import Kind, is_year
from hearsay.claims.lines import Line
from hearsay.claims.quantity_words import Row, quantity_words

HYPHENS = frozenset("-‐‑")
_PERSONS = frozenset(lexicons.load("people")["nouns"])
_CLOSING = frozenset((",", ".", ")", ";", "–", "—"))
_LISTERS = frozenset({",", *quantity_words().and_})
Check = Callable[[Line, Draft], Draft | None]


def classify(line: Line, draft: Draft) -> Draft:
    """The draft with its kind told from the words around it; "cardinal" only if nothing else fits."""
    for check in _CHECKS.get(draft.kind, ()):
        found = check(line, draft)
        if found is not None:
            return found
    return draft


def _as(draft: Draft, kind: Kind, rule: str, *, first: int | None = None, last: int | None = None, unit: str | None = None) -> Draft:
    first = draft.first if first is None else min(first, draft.first)
    last = draft.last if last is None else max(last, draft.last)
    return replace(draft, kind=kind, first=first, last=last, unit=unit, rules=(*draft.rules, rule))


def _is_capital(line: Line, at: int) -> bool:
    return 0 <= at < len(line.tokens) and line.tokens[at].text[:1].isupper()


def _has_people(line: Line, at: int) -> bool:
    """True if a noun for people stands at ``at`` or within two words after it."""
    return any(line.word(place) in quantity_words().people for place in range(at, at + 3))


# ---- units


def _unit(line: Line, draft: Draft) -> Draft | None:
    return _unit_glued(line, draft) or _unit_hyphened(line, draft) or _unit_spaced(line, draft)


def _unit_glued(line: Line, draft: Draft) -> Draft | None:
    """ "20km", "5pm", "90%"; other letters that touch the number make it a name ("4x4", "9M133")."""
    at, words = draft.last, quantity_words()
    if not line.is_glued(at - 1) or not line.is_number(draft.core):
        return None
    word = line.word(at)
    if word in words.glued_clock:
        return _as(draft, "clock", "calendar.clock", last=at + 1)
    if row := words.glued_units.get(word):
        return _as(draft, row["kind"], f"unit.{row['id']}", last=at + 1, unit=word)
    is_word = word.isalpha() and len(word) > 3
    return _as(draft, "identifier", "named.numbered", last=at + 1) if word[:1].isalnum() and not is_word else None


def _unit_hyphened(line: Line, draft: Draft) -> Draft | None:
    """ "a 48-hour truce", "a 120-mm mortar"."""
    if line.word(draft.last) not in HYPHENS:
        return None
    words, at = quantity_words(), draft.last + 1
    found = line.phrase_from(at, words.units)
    row = words.hyphened_units.get(line.word(at)) or (found[1] if found else None)
    if row is None:
        return None
    return _as(draft, row["kind"], f"unit.{row['id']}", last=at + 1, unit=line.word(at))


def _unit_spaced(line: Line, draft: Draft) -> Draft | None:
    """ "three full weeks", "hundreds of years", "200 Sudanese pounds", "half an hour"."""
    words, at = quantity_words(), draft.last
    at += line.word(at) in words.of and (draft.is_vague or draft.kind == "fraction")
    at += line.word(at) in words.a and draft.kind == "fraction"
    for step in range(3):
        found = line.phrase_from(at + step, words.units)
        if found:
            return _with_unit(line, draft, found[1], at + step, found[0])
        if line.word(at + step) not in words.unit_modifiers:
            break
    found = line.phrase_from(at + 1, words.units)
    if found and found[1]["kind"] == "money" and _is_capital(line, at):
        return _with_unit(line, draft, found[1], at + 1, found[0])
    return None


def _with_unit(line: Line, draft: Draft, row: Row, at: int, size: int) -> Draft | None:
    if row["id"] == "time" and _is_clock_hours(line, draft):
        return _as(draft, "clock", "calendar.clock", last=at + size)
    found = _as(draft, row["kind"], f"unit.{row['id']}", last=at + size, unit=" ".join(line.words[at : at + size]))
    if row["kind"] == "percent" and draft.best is not None:
        return replace(found, share=draft.best / 100)
    return found


def _is_clock_hours(line: Line, draft: Draft) -> bool:
    word = line.word(draft.core)
    return len(word) == 4 and word.isdecimal() and draft.is_bare and line.word(draft.last) == "hours"


# ---- ages


def _age(line: Line, draft: Draft) -> Draft | None:
    row = quantity_words().age
    found = line.phrase_from(draft.last, quantity_words().age_after)
    if found:
        return _as(draft, "age", "age.age", last=draft.last + found[0])
    if draft.best is None or not 0 <= draft.best <= 120:
        return None
    before = line.phrase_before(draft.first, quantity_words().age_before)
    if before:
        return _as(draft, "age", "age.age", first=draft.first - before[0])
    is_side = line.word(draft.first) in row["sides"] and line.word(draft.first - 1) in row["people"]
    if (is_side and not _has_people(line, draft.last)) or _is_age_list(line, draft) or _is_age_apposition(line, draft):
        return _as(draft, "age", "age.age")
    return None


def _is_age_list(line: Line, draft: Draft) -> bool:
    """ "aged 6, 8 and 9": the last of them."""
    at = draft.first - 1
    while line.is_number(at) or line.word(at) in _LISTERS:
        at -= 1
    return at < draft.first - 1 and line.phrase_before(at + 1, quantity_words().age_before) is not None


def _is_age_apposition(line: Line, draft: Draft) -> bool:
    """ "Ahmad, 34, died", "Ahmad (34)", "a woman, 62, died", "two men, 40 and 45, died", "of 14- and 18-year-olds"."""
    at = draft.first
    if not draft.is_exact or not line.is_number(at):
        return False
    if line.word(at + 1) in HYPHENS and line.word(at + 2) in quantity_words().and_ and line.is_number(at + 3):
        return line.phrase_from(at + 4, quantity_words().age_after) is not None
    return _is_aged(line, at, at + 1) or any(_is_aged(line, first, last) for first, last in _runs(line, at))


def _runs(line: Line, at: int) -> Iterator[tuple[int, int]]:
    """The numbers joined to the one at ``at``: "40 and 45", "28, 27 and 24"."""
    first, last = at, at + 1
    while line.word(first - 1) in _LISTERS and line.is_number(first - 2):
        first -= 2
    while line.word(last) in _LISTERS and line.is_number(last + 1):
        last += 2
    if last - first > 1:
        yield first, last


def _is_aged(line: Line, first: int, last: int) -> bool:
    """Whether the numbers between these places are set off behind whom they tell the age of."""
    opens, closes = line.word(first - 1), line.word(last)
    is_enclosed = (opens == "," and closes in _CLOSING) or (opens == "(" and closes == ")")
    if not is_enclosed or first < 2:
        return False
    name = line.tokens[first - 2]
    before = line.word(first - 3)
    are_counted = last - first > 1 or before in quantity_words().triggers or before[:1].isdecimal()  # "two brothers, 22,"
    are_people = name.text.lower() in quantity_words().age["people"] or not _PERSONS.isdisjoint(
        (name.text.lower(), name.lemma.lower() if are_counted else "")
    )
    return are_people or name.upos == "PROPN" or (name.upos in ("", "X") and name.text[:1].isupper() and not name.text.isupper())


# ---- dates and clock times


def _is_month(line: Line, at: int) -> bool:
    """A capital is asked for, as "may" and "march" are verbs too."""
    return line.word(at).rsplit("-", 1)[-1] in quantity_words().months and _is_capital(line, at)


def _date(line: Line, draft: Draft) -> Draft | None:
    return _month_after(line, draft) or _month_before(line, draft) or _year(line, draft)


def _is_day(draft: Draft) -> bool:
    return draft.low is not None and draft.low >= 1 and draft.high is not None and draft.high <= 31


def _month_after(line: Line, draft: Draft) -> Draft | None:
    at, words = draft.last, quantity_words()
    if not _is_day(draft):
        return None
    at += line.word(at) in words.of
    if _is_month(line, at):
        return _as(draft, "date", "calendar.month", last=at + 1)
    is_first_day = line.word(at) in words.and_ and (line.is_number(at + 1)) and _is_month(line, at + 2)
    return _as(draft, "date", "calendar.month") if is_first_day else None


def _month_before(line: Line, draft: Draft) -> Draft | None:
    at, words = draft.first - 1, quantity_words()
    if not _is_month(line, at) or not draft.is_bare or not line.is_number(draft.core):
        return None
    if not _is_day(draft):
        is_short_year = len(line.word(draft.core)) == 2 and line.is_number(at - 1)
        return _as(draft, "date", "calendar.year") if is_short_year else None
    starts_clause = line.word(at - 1) in words.year_words and _has_people(line, draft.last)
    return None if starts_clause else _as(draft, "date", "calendar.month", first=at)


def _year(line: Line, draft: Draft) -> Draft | None:
    """Four digits without a comma are a year unless something says that they count: a bound, people after them, or two noughts at the end."""
    words = quantity_words()
    if not (is_year(line.word(draft.core)) and draft.scale == 1):
        return None
    if draft.is_exact and draft.is_bare:
        is_day = line.is_number(draft.first - 1) and _is_month(line, draft.first - 2)  # "Oct 7 2014"
        is_dated = line.word(draft.first - 1) in words.year_words or _is_month(line, draft.first - 1) or is_day
        is_round = draft.low is not None and draft.low % 100 == 0
        return None if (is_round or _has_people(line, draft.last)) and not is_dated else _as(draft, "date", "calendar.year")
    first_year = next((word for word in line.words[draft.core_first : draft.core] if word.isdecimal()), "")
    return _as(draft, "date", "calendar.year") if is_year(first_year) and not _has_people(line, draft.last) else None


def _clock(line: Line, draft: Draft) -> Draft | None:
    found = line.phrase_from(draft.last, quantity_words().clock)
    return _as(draft, "clock", "calendar.clock", last=draft.last + found[0]) if found and draft.high is not None and draft.high <= 2400 else None


# ---- numbers in names


def _named(line: Line, draft: Draft) -> Draft | None:
    if not (draft.is_exact and draft.is_bare and line.is_number(draft.first)):
        return None
    return _named_before(line, draft) or _named_list(line, draft) or _named_after(line, draft) or _label(line, draft)


def _named_before(line: Line, draft: Draft) -> Draft | None:
    """ "Route 9", "Brigade 604", "Sector 7". Where a capital says nothing, as in a line of capitals, only if no people are counted."""
    at, words = draft.first - 1, quantity_words()
    word = line.word(at)
    stands_out = _is_capital(line, at) and not all(token.text.isupper() for token in line.tokens if token.text.isalpha())
    if word in words.named and (stands_out or not _has_people(line, draft.last)):
        return _as(draft, "identifier", "named.numbered", first=at)
    return _as(draft, "identifier", "named.numbered-capital", first=at) if word in words.named_capital and stands_out else None


def _named_list(line: Line, draft: Draft) -> Draft | None:
    """ "Resolutions 2118 and 2235": the second."""
    at = draft.first - 1
    while line.is_number(at) or line.word(at) in _LISTERS:
        at -= 1
    is_listed = line.word(at) in quantity_words().named_list and not _has_people(line, draft.last)
    return _as(draft, "identifier", "named.numbered-list") if is_listed else None


def _named_after(line: Line, draft: Draft) -> Draft | None:
    """ "55 Brigade", "2 Parachute Regiment"."""
    at, words = draft.last, quantity_words()
    if _has_people(line, at + 1):
        return None
    if line.word(at) in words.named_after:
        return _as(draft, "identifier", "named.unit-after", last=at + 1)
    is_arm = line.word(at) in words.named_after_capital and _is_capital(line, at)
    return _as(draft, "identifier", "named.arm-after", last=at + 1) if is_arm else None


def _label(line: Line, draft: Draft) -> Draft | None:
    """The number of a list's item: "1. The army left"."""
    is_first = draft.first == 0 and line.word(1) in (".", ")") and line.is_glued(0) and len(line.tokens) > 2
    return _as(draft, "identifier", "named.label") if is_first else None


def _sport(line: Line, draft: Draft) -> Draft | None:
    """A small "2-3" in a sentence on sport."""
    is_pair = any(line.is_dash(at) for at in range(draft.first, draft.last))
    is_small = draft.high is not None and draft.high <= 50 and line.is_number(draft.core)
    if not (is_pair and is_small and draft.is_bare and any(word in quantity_words().sport for word in line.words)):
        return None
    return _as(replace(draft, low=None, high=None, best=None), "score", "sport.sport")


def _compound(line: Line, draft: Draft) -> Draft | None:
    """ "a 12-man patrol": the number and the word that a hyphen ties to it; "forty-fifth"."""
    at = draft.last
    if line.word(at) not in HYPHENS or not (line.is_glued(at - 1) and line.is_glued(at)) or not line.word(at + 1)[:1].isalpha():
        return None
    ordinal = quantity_words().ordinals.get(line.word(at + 1))
    if ordinal and draft.low is not None and draft.is_exact:
        value = draft.low + ordinal[0]
        return _as(replace(draft, low=value, high=value, best=value), "ordinal", "ordinal.ordinal", last=at + 2)
    return _as(draft, "compound", "compound", last=at + 2, unit=line.word(at + 1))


def _decimal(_: Line, draft: Draft) -> Draft | None:
    """No people: 1.5 of something."""
    return _as(draft, "decimal", "decimal") if draft.best is not None and draft.best.denominator != 1 else None


_COUNTS: tuple[Check, ...] = (_age, _unit, _clock, _date, _named, _sport, _compound, _decimal)
_CHECKS: dict[Kind, tuple[Check, ...]] = {
    "cardinal": _COUNTS,
    "unsure": (_unit,),
    "ordinal": (_month_after, _month_before),
    "fraction": (_unit_spaced,),
}
