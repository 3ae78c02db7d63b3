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


@cache
def quantity_words() -> Words:
    """The tables of the lexicon, read once a process."""
    rows = load("quantity")
    return Words(
        cardinals={word: (value, row["id"]) for row in rows["numeral"] for word, value in row["values"].items()},
        magnitudes=_by_word(rows["magnitude"], "words"),
        plurals=_by_word(rows["magnitude"], "plurals"),
        glued_magnitudes=_by_word(rows["magnitude"], "glued"),
        vague=_by_word(rows["vague"], "phrases"),
        nobody=_by_phrase(rows["nobody"], "phrases"),
        articles=_by_word(rows["article"], "words"),
        bounds_before=_by_phrase(rows["bound"], "before"),
        bounds_after=_by_phrase(rows["bound"], "after"),
        bounds_far=_by_phrase(rows["bound"], "far"),
        flags=_by_word(rows["bound"], "flags"),
        connectors=_connectors(rows["range"]),
        changes=_set(rows["change"], "words"),
        shares=_by_word(rows["share"], "words"),
        ratios=_by_phrase(rows["ratio"], "phrases"),
        ordinals={word: (value, row["id"]) for row in rows["ordinal"] for word, value in row["values"].items()},
        units=_by_phrase(rows["unit"], "words"),
        hyphened_units=_by_word(rows["unit"], "hyphened"),
        glued_units=_by_word(rows["unit"], "glued"),
        signs=_by_word(rows["unit"], "signs"),
        unit_modifiers=_set(rows["unit"], "modifiers"),
        months=_set(_with_id(rows["calendar"], "month"), "words"),
        year_words=_set(_with_id(rows["calendar"], "year"), "words"),
        clock=_by_phrase(_with_id(rows["calendar"], "clock"), "words"),
        glued_clock=_set(_with_id(rows["calendar"], "clock"), "glued"),
        age=rows["age"][0],
        age_after=_by_phrase(rows["age"], "words"),
        age_before=_by_phrase(rows["age"], "before"),
        named=_set(rows["named"], "words"),
        named_capital=_set(rows["named"], "words_capital"),
        named_list=_set(rows["named"], "words_list"),
        named_after=_set(rows["named"], "after"),
        named_after_capital=_set(rows["named"], "after_capital"),
        people=_set(rows["people"], "words"),
        sport=_set(rows["sport"], "words"),
        idioms=_idioms(rows["idiom"]),
        glyphs={glyph: (parts[0], parts[1]) for row in rows["glyph"] for glyph, parts in row["values"].items()},
        a=frozenset(rows["particles"]["a"]),
        and_=frozenset(rows["particles"]["and"]),
        of=frozenset(rows["particles"]["of"]),
        again=frozenset(rows["particles"]["again"]),
        plus_half={_phrase(phrase): True for phrase in rows["particles"]["plus_half"]},
        partitive=frozenset(rows["particles"]["partitive"]),
        from_=frozenset(rows["particles"]["from"]),
        by=frozenset(rows["particles"]["by"]),
        triggers=frozenset(_triggers(rows)),
    )


def _set(rows: Iterable[Row], column: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.get(column, ()))


def _with_id(rows: Iterable[Row], row_id: str) -> list[Row]:
    return [row for row in rows if row["id"] == row_id]


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
