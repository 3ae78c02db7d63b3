"""The words of the grammar of quantities, indexed for the reader; they come from lexicons/en/quantity.toml."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hearsay.lexicons import load

Phrase = tuple[str, ...]
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Words:
    """Every table by what it is looked up with. Phrases are tuples of lower-case tokens; a value is a row's id, or the row itself."""

    cardinals: dict[str, tuple[int, str]]
    magnitudes: dict[str, Row]
    plurals: dict[str, Row]
    glued_magnitudes: dict[str, Row]
    vague: dict[str, Row]
    nobody: dict[Phrase, Row]
    articles: dict[str, Row]
    bounds_before: dict[Phrase, Row]
    bounds_after: dict[Phrase, Row]
    bounds_far: dict[Phrase, Row]
    flags: dict[str, Row]
    connectors: dict[Phrase, tuple[Row, ...]]
    changes: frozenset[str]
    shares: dict[str, Row]
    ratios: dict[Phrase, Row]
    ordinals: dict[str, tuple[int, str]]
    units: dict[Phrase, Row]
    hyphened_units: dict[str, Row]
    glued_units: dict[str, Row]
    signs: dict[str, Row]
    unit_modifiers: frozenset[str]
    months: frozenset[str]
    year_words: frozenset[str]
    clock: dict[Phrase, Row]
    glued_clock: frozenset[str]
    age: Row
    age_after: dict[Phrase, Row]
    age_before: dict[Phrase, Row]
    named: frozenset[str]
    named_capital: frozenset[str]
    named_list: frozenset[str]
    named_after: frozenset[str]
    named_after_capital: frozenset[str]
    people: frozenset[str]
    sport: frozenset[str]
    idioms: dict[str, tuple[tuple[int, Phrase], ...]]
    glyphs: dict[str, tuple[int, int]]
    a: frozenset[str]
    and_: frozenset[str]
    of: frozenset[str]
    again: frozenset[str]
    plus_half: dict[Phrase, bool]
    partitive: frozenset[str]
    from_: frozenset[str]
    by: frozenset[str]
    triggers: frozenset[str]


# What is indexed by one column of one table, under the name of the field.
_WORDS = {
    "magnitudes": ("magnitude", "words"),
    "plurals": ("magnitude", "plurals"),
    "glued_magnitudes": ("magnitude", "glued"),
    "vague": ("vague", "phrases"),
    "articles": ("article", "words"),
    "flags": ("bound", "flags"),
    "shares": ("share", "words"),
    "hyphened_units": ("unit", "hyphened"),
    "glued_units": ("unit", "glued"),
    "signs": ("unit", "signs"),
}
_PHRASES = {
    "nobody": ("nobody", "phrases"),
    "bounds_before": ("bound", "before"),
    "bounds_after": ("bound", "after"),
    "bounds_far": ("bound", "far"),
    "ratios": ("ratio", "phrases"),
    "units": ("unit", "words"),
    "age_after": ("age", "words"),
    "age_before": ("age", "before"),
}
_SETS = {
    "changes": ("change", "words"),
    "unit_modifiers": ("unit", "modifiers"),
    "named": ("named", "words"),
    "named_capital": ("named", "words_capital"),
    "named_list": ("named", "words_list"),
    "named_after": ("named", "after"),
    "named_after_capital": ("named", "after_capital"),
    "people": ("people", "words"),
    "sport": ("sport", "words"),
}
_PARTICLES = {"a": "a", "and_": "and", "of": "of", "again": "again", "partitive": "partitive", "from_": "from", "by": "by"}


@cache
def quantity_words() -> Words:
    """The tables of the lexicon, read once a process."""
    rows = load("quantity")
    calendar = {row["id"]: [row] for row in rows["calendar"]}
    plain: dict[str, Any] = {name: _by_word(rows[table], column) for name, (table, column) in _WORDS.items()}
    plain |= {name: _by_phrase(rows[table], column) for name, (table, column) in _PHRASES.items()}
    plain |= {name: _set(rows[table], column) for name, (table, column) in _SETS.items()}
    plain |= {name: frozenset(rows["particles"][particle]) for name, particle in _PARTICLES.items()}
    return Words(
        **plain,
        cardinals=_by_value(rows["numeral"]),
        ordinals=_by_value(rows["ordinal"]),
        connectors=_connectors(rows["range"]),
        months=_set(calendar["month"], "words"),
        year_words=_set(calendar["year"], "words"),
        clock=_by_phrase(calendar["clock"], "words"),
        glued_clock=_set(calendar["clock"], "glued"),
        age=rows["age"][0],
        idioms=_idioms(rows["idiom"]),
        glyphs={glyph: (parts[0], parts[1]) for row in rows["glyph"] for glyph, parts in row["values"].items()},
        plus_half={_phrase(phrase): True for phrase in rows["particles"]["plus_half"]},
        triggers=frozenset(_triggers(rows)),
    )


def _set(rows: Iterable[Row], column: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.get(column, ()))


def _by_value(rows: Iterable[Row]) -> dict[str, tuple[int, str]]:
    """Number words with their value and the row's id."""
    return {word: (value, row["id"]) for row in rows for word, value in row["values"].items()}


def _by_word(rows: Iterable[Row], column: str) -> dict[str, Row]:
    return {word: row for row in rows for word in row.get(column, ())}


def _by_phrase(rows: Iterable[Row], column: str) -> dict[Phrase, Row]:
    return {_phrase(phrase): row for row in rows for phrase in row.get(column, ())}


def _phrase(text: str) -> Phrase:
    return tuple(text.split())


def _connectors(rows: Iterable[Row]) -> dict[Phrase, tuple[Row, ...]]:
    out: dict[Phrase, tuple[Row, ...]] = {}
    for row in rows:
        for text in row["connectors"]:
            out[_phrase(text)] = (*out.get(_phrase(text), ()), row)
    return out


def _idioms(rows: Iterable[Row]) -> dict[str, tuple[tuple[int, Phrase], ...]]:
    """Under each word of an idiom: the idiom, and at what position in it the word stands."""
    out: dict[str, tuple[tuple[int, Phrase], ...]] = {}
    for row in rows:
        for phrase in map(_phrase, row["phrases"]):
            for place, word in enumerate(phrase):
                out[word] = (*out.get(word, ()), (place, phrase))
    return out


def _triggers(rows: Row) -> Iterator[str]:
    """The words at which a number can begin, articles and bounds aside."""
    for table, column in (("magnitude", "words"), ("magnitude", "plurals"), ("vague", "phrases"), ("share", "words")):
        yield from _set(rows[table], column)
    for table in ("numeral", "ordinal"):
        yield from (word for row in rows[table] for word in row["values"])
    yield from (phrase.split()[0] for row in rows["nobody"] for phrase in row["phrases"])
    yield from (glyph for row in rows["glyph"] for glyph in row["values"])
