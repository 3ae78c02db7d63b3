"""How much speaks for two names being one party, and why: sounds after transliteration, first letters, last words, likeness."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from anyascii import anyascii
from rapidfuzz.fuzz import ratio

from hearsay.lexicons import load, naming, words

Reason = tuple[float, str]

_MARKS = re.compile(r"['’‘`ʻʿʾʼ.\"]")
_GAPS = re.compile(r"[^a-z0-9]+")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A party's name, with what the ledger knows of it. ``masters`` and ``foes`` are keys of parties; ``is_capitals`` if it was seen in capitals."""

    name: str
    kind: str
    masters: frozenset[str]
    foes: frozenset[str]
    is_capitals: bool


@lru_cache(maxsize=1 << 16)
def latin(name: str) -> str:
    """Latin letters without case, accents and apostrophes.

    >>> latin("Фахим Дашти"), latin("Da'esh"), latin("Massoûd-e")
    ('fakhim dashti', 'daesh', 'massoud e')
    """
    return _GAPS.sub(" ", _MARKS.sub("", anyascii(name).lower())).strip()


@lru_cache(maxsize=1 << 16)
def sound(name: str) -> str:
    """What the usual romanisations of a name share.

    >>> sound("Fahim Dashty") == sound("Fahim Dashti"), sound("Hizbollah") == sound("Hezbullah"), sound("Ahmad Shah") == sound("Ahmad Khan")
    (True, True, False)
    """
    spelt = latin(name)
    telling = [word for word in spelt.split() if word not in words("joining", "sounds", "particles")]
    worn = " ".join(telling) or spelt
    for spelling, letter in load("joining")["sounds"]["spellings"]:
        worn = worn.replace(spelling, letter)
    return _DOUBLED.sub(r"\1", worn)


def marks(one: Spelling) -> set[str]:
    """Two names that may be proposed as one share one of these: the sound of a word, how the first and last begin, or letters."""
    key, heard = naming.key(one.name), sound(one.name).split() or [""]
    starts = {f"{heard[0][:2]} {heard[-1][:2]}", *(word for word in heard if len(word) > 2)}
    return {*starts, *(f"{letters}." for letters in (key, *naming.acronyms(key)) if " " not in letters)}


def compare(left: Spelling, right: Spelling) -> tuple[Reason, ...]:
    """The reasons for and against, with their weights from joining.toml; empty if nothing about the names speaks for it."""
    found = next(_likeness(left, right), None)
    return (found, *_circumstances(left, right)) if found else ()


def _likeness(left: Spelling, right: Spelling) -> Iterator[Reason]:
    one, other = naming.key(left.name), naming.key(right.name)
    short, long = sorted((left, right), key=lambda spelling: (len(spelling.name), spelling.name))
    few, many = naming.key(short.name), naming.key(long.name)
    limits, heard = load("joining")["limits"], sound(left.name)
    if heard == sound(right.name) and len(heard) >= limits["shortest"] and _digits(one) == _digits(other):
        yield _weigh("same_sound", f'both sound like "{heard}"')
    if short.is_capitals and len(few) > 1 and few in naming.acronyms(many):
        yield _weigh("acronym", f"{short.name} is the first letters of {long.name}")
    if many.endswith(f" {few}") and naming.is_same(few, many):
        yield _weigh("tail", f"{short.name} is the end of {long.name}")
    share = ratio(latin(left.name), latin(right.name))
    if share >= limits["alike"] and min(len(one), len(other)) >= limits["shortest"] and _are_alike_word_by_word(latin(one), latin(other)):
        weight, told = _weigh("alike", f"spelt alike ({share:.0f} of 100)")
        yield weight * share / 100, told


def _circumstances(left: Spelling, right: Spelling) -> Iterator[Reason]:
    if "person" in (left.kind, right.kind) and left.kind != right.kind:
        yield _weigh("other_kind", f"of two kinds: {left.kind} and {right.kind}")
    elif left.kind == right.kind != "other":
        yield _weigh("same_kind", f"both of one kind: {left.kind}")
    if left.masters & right.masters:
        yield _weigh("same_master", f"both speak for {min(left.masters & right.masters)}")
    elif left.masters and right.masters:
        yield _weigh("other_master", "they speak for different parties")
    if naming.key(right.name) in left.foes or naming.key(left.name) in right.foes:
        yield _weigh("other_side", "one acted against the other")


def _are_alike_word_by_word(one: str, other: str) -> bool:
    """Each word is like its counterpart and no digits differ: "Unit 81" is not "Unit 82", "north" is not "south"."""
    ours, theirs = one.split(), other.split()
    limit: float = load("joining")["limits"]["word_alike"]
    if len(ours) != len(theirs) or any(naming.is_vague(key) for key in (one, other)):
        return False
    return all(a == b or (a.isalpha() and b.isalpha() and a[:1] == b[:1] and ratio(a, b) >= limit) for a, b in zip(ours, theirs, strict=True))


def _digits(key: str) -> list[str]:
    return [word for word in key.split() if not word.isalpha()]


def _weigh(name: str, told: str) -> Reason:
    weight: Any = load("joining")["weights"][name]
    return float(weight), told
