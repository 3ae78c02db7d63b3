"""The table of parties (lexicons/en/party.toml) and of who is what to whom, and when (relation.toml)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, get_args

from hearsay.lexicons import load, naming

__all__ = ["Relation", "RelationKind", "Row", "find", "relations", "rows", "told_of"]

RelationKind = Literal["part_of", "spokesman_of", "organ_of", "fights", "controls"]
_LETTERS = 4  # names of so many capitals are acronyms, which small letters do not make ("IS", "AA")


@dataclass(frozen=True, slots=True)
class Row:
    """A party with what else it is called. ``kind``: state, rebel, militia, organisation, agency, observer or media."""

    name: str
    kind: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact of some years, both included; ``last`` is None where no end is known. ``source`` is where such a fact is told."""

    who: str
    kind: RelationKind
    whom: str
    first: int
    last: int | None
    source: str

    def holds(self, day: date | None) -> bool:
        """True if the table vouches for the fact in the year of the day; of no day nothing is known."""
        return day is not None and self.first <= day.year and (self.last is None or day.year <= self.last)


@cache
def rows() -> tuple[Row, ...]:
    """All parties of the table, in its order."""
    return tuple(Row(row["name"], row["kind"], tuple(row.get("also", ()))) for row in load("party")["parties"])


@cache
def relations() -> tuple[Relation, ...]:
    """All relations, by kind and in the order of the table."""
    return tuple(_read())


@cache
def find(name: str) -> Row | None:
    """The party that goes by this name, with or without the people behind it.

    >>> find("ISIL fighters").name, find("is"), find("Ansar Allah").kind
    ('Islamic State', None, 'rebel')
    """
    words = name.split()
    words = words[1:] if len(words) > 1 and words[0].casefold() in load("naming")["articles"] else words
    while words:
        found = _shelves().get(naming.fold(" ".join(words)))
        if found is not None and (not found[1] or " ".join(words).isupper()):
            return found[0]
        if not naming.is_follower(words[-1]):
            return None
        words = words[:-1]
    return None


@cache
def told_of(key: str) -> tuple[Relation, ...]:
    """The relations of a party, on either side of them, by the key of its name in the table (``naming.key``); a state's by that of any body of it.

    >>> [(one.kind, one.whom) for one in told_of("m23")][:2]
    [('spokesman_of', 'M23'), ('spokesman_of', 'M23')]
    """
    return _told().get(naming.state_of(key), ())


def _read() -> Iterator[Relation]:
    for kind in get_args(RelationKind):
        for row in load("relation")[kind]:
            yield Relation(row["who"], kind, row["whom"], row["from"], row.get("to"), row["source"])


@cache
def _shelves() -> dict[tuple[str, ...], tuple[Row, bool]]:
    """By folded name; with each, whether it is an acronym."""
    out: dict[tuple[str, ...], tuple[Row, bool]] = {}
    for row in rows():
        for name in (row.name, *row.also):
            out.setdefault(naming.fold(name), (row, name.isupper() and len(name) <= _LETTERS))
    return out


@cache
def _told() -> dict[str, tuple[Relation, ...]]:
    shelves: defaultdict[str, list[Relation]] = defaultdict(list)
    for relation in relations():
        for name in dict.fromkeys(naming.state_of(naming.key(each)) for each in (relation.who, relation.whom)):
            shelves[name].append(relation)
    return {name: tuple(found) for name, found in shelves.items()}
