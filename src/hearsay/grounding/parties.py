"""Whom a party's words mean: loaded words set apart as labels, spellings and descriptions of one party brought to one name."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from hearsay import lexicons
from hearsay.grounding import gazetteer
from hearsay.grounding.folding import fold
from hearsay.grounding.gazetteer import COUNTRY
from hearsay.grounding.names import Known, kind_of_noun, known, labels
from hearsay.lexicons import naming
from hearsay.records import Party

_ALIKE = 88.0  # how like two spellings of one name in a report are at least (rapidfuzz's ratio)
_SHORTEST = 5  # shorter names are never joined by likeness


def settle(party: Party) -> Party:
    """The party with its neutral name, label and kind.

    >>> settle(Party("Taliban terrorists", "Taliban terrorists", 0, 18))
    Party(name='Taliban', surface='Taliban terrorists', start=0, end=18, kind='rebel', label='terrorists')
    """
    name, kind, label = _settled(party.name, party.kind)
    if label is None:
        label = _settled(party.surface, party.kind)[2]
    return replace(party, name=name, kind=kind, label=party.label or label)


class Roster:
    """The names of one report, each with the one that it is a spelling of."""

    def __init__(self, names: Iterable[str]) -> None:
        self._same: dict[str, str] = {}
        shelves: dict[object, list[str]] = {}
        for name in sorted(dict.fromkeys(names), key=lambda name: (-len(name.split()), -len(name), name)):
            words = fold(name).split() or [""]
            marks = (words[-1], (words[0][:1], len(words)))  # two spellings share their last word, or the first letter and the number of words
            near = (other for mark in marks for other in shelves.get(mark, ()))
            other = next((other for other in near if _is_spelling(name, other)), None)
            self._same[name] = other or name
            if other is None:
                for mark in marks:
                    shelves.setdefault(mark, []).append(name)

    def name(self, name: str) -> str:
        """The fullest spelling of the name in the report."""
        return self._same.get(name, name)


@lru_cache(maxsize=1 << 14)
def _settled(name: str, kind: str) -> tuple[str, str, str | None]:
    words = name.split()
    loaded = [word for word in words if word.lower().strip("\"'“”‘’") in labels()]
    label = " ".join(loaded).strip("\"'“”‘’") or None
    found = _known(words) or _known([word for word in words if word not in loaded])
    if found is not None:
        return found.name, found.kind, label
    plain = _plain(words)
    name, kind = _of_state(plain) or (plain, _kind(plain, kind))
    return name, kind, label


def _plain(words: Sequence[str]) -> str:
    """The words with loaded ones taken out, or replaced where nothing else would name the head, or whose it is ("regime forces")."""
    table = labels()
    out = []
    for k, word in enumerate(words):
        neutral = table.get(word.lower().strip("\"'“”‘’"))
        if neutral is None:
            out.append(word)
        elif neutral and (k == len(words) - 1 or neutral == "government"):
            out.append(neutral)
    return " ".join(out) or " ".join(words)


def _known(words: Sequence[str]) -> Known | None:
    """The table's party in the words: all of them, or without the people behind it ("Taliban fighters") and what stands before it
    ("Kurdish-led SDF")."""
    last = len(words)
    while last > 0:
        for first in range(last):
            if found := known(" ".join(words[first:last])):
                return found
        last -= 1
        if words[last].lower().strip(".,") not in _followers() and not words[last].startswith("("):
            return None
    return None


@cache
def _followers() -> frozenset[str]:
    table = lexicons.load("party")
    return frozenset((*lexicons.load("naming")["followers"], *table["arms"]["words"], *table["kinds"]["rebel"], *table["bodies"]["words"]))


def _of_state(name: str) -> tuple[str, str] | None:
    """A country by its adjective and what it sends: "Russian warplanes" is Russia; its army and its government keep their names."""
    words = name.split()
    code = gazetteer.country_of_adjective(words[0]) if words else None
    if code is None:
        return None
    rest = [word.lower() for word in words[1:]]
    table = lexicons.load("party")
    if rest and all(word in table["arms"]["words"] for word in rest):
        return _country(code), "state"
    if not rest and len(words) == 1 and not words[0].lower().endswith("s"):
        return _country(code), "state"
    return (name, "state") if rest and rest[0] in table["state"]["words"] else None


@cache
def _country(code: str) -> str:
    return next(entry.name for entry in gazetteer.countries()[code])


def _kind(name: str, kind: str) -> str:
    if naming.is_civilian(name):
        return "civilians"
    if kind == "place" and any(entry.kind == COUNTRY for entry in gazetteer.find(name)):
        return "state"
    if kind in ("person", "place"):
        return kind
    return kind_of_noun(name.lower().rpartition(" ")[2]) or kind


def _is_spelling(name: str, other: str) -> bool:
    """True if one is the other in another spelling, or its last words ("Massoud" and "Ahmad Massoud"); never for common nouns."""
    one, two = fold(name), fold(other)
    if one == two:
        return True
    if not name[:1].isupper() or not other[:1].isupper() or naming.is_vague(one):
        return False
    if naming.is_end(one, two) and len(one) >= _SHORTEST and kind_of_noun(one.split()[-1]) is None:
        return True
    shares_ends = one[:1] == two[:1] and len(one.split()) == len(two.split())
    return shares_ends and min(len(one), len(two)) >= _SHORTEST and ratio(one, two) >= _ALIKE and _differ_in_letters(one, two)


def _differ_in_letters(one: str, two: str) -> bool:
    """No digits differ, and each word is like its counterpart: "Unit 81" is not "Unit 82", "north" is not "south"."""
    pairs = list(zip(one.split(), two.split(), strict=True))
    return all(a == b or (a.isalpha() and b.isalpha() and ratio(a, b) >= 75) for a, b in pairs)
