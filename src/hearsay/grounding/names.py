"""What is known of a party by its name: the one name it goes by, its kind, and which words about it are loaded."""

from dataclasses import dataclass
from functools import cache, lru_cache

from hearsay import lexicons
from hearsay.grounding.folding import fold
from hearsay.lexicons import parties


@dataclass(frozen=True, slots=True)
class Known:
    """A party of the table."""

    name: str
    kind: str


@lru_cache(maxsize=1 << 14)
def known(text: str) -> Known | None:
    """The party that goes by this name.

    >>> known("ISIL").name, known("the Taleban").kind
    ('Islamic State', 'rebel')
    """
    words = fold(text)
    found = _table().get(words.removeprefix("the "))
    if found is None:
        return None
    party, is_acronym = found
    return party if not is_acronym or text.removeprefix("the ").isupper() or "." in text or "-" in text else None


def is_party(text: str) -> bool:
    """True if the name is a party's and no place's."""
    return known(text) is not None


@cache
def labels() -> dict[str, str]:
    """Loaded words with the plain ones that stand in their place."""
    return dict(lexicons.load("party")["labels"])


@cache
def kind_of_noun(word: str) -> str | None:
    """The kind of party that a common noun tells of."""
    return _nouns().get(word)


@cache
def _nouns() -> dict[str, str]:
    return {word: kind for kind, words in reversed(lexicons.load("party")["kinds"].items()) for word in words}


@cache
def _table() -> dict[str, tuple[Known, bool]]:
    """By folded name; with each, whether it is an acronym, which only capitals make ("IS", "AA")."""
    out: dict[str, tuple[Known, bool]] = {}
    stands_as = lexicons.load("party")["stands_as"]
    for row in parties.rows():
        party = Known(row.name, stands_as.get(row.kind, row.kind))
        for name in (row.name, *row.also):
            out.setdefault(fold(name), (party, name.isupper() and len(name) <= 4))
    return out
