"""When two names mean one party: names worn down to their telling words (lexicons/en/naming.toml)."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from hearsay.lexicons import load

__all__ = [
    "AS_NAMED",
    "Roll",
    "Sameness",
    "acronyms",
    "fold",
    "is_civilian",
    "is_country",
    "is_end",
    "is_follower",
    "is_nobody",
    "is_same",
    "is_vague",
    "key",
    "marks",
    "state_of",
]

_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=100_000)
def fold(name: str) -> tuple[str, ...]:
    """The words of a name: case, accents, punctuation, possessive and leading article away.

    >>> fold("The Taliban's fighters")
    ('taliban', 'fighters')
    """
    plain = name if name.isascii() else "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.casefold().replace("’", "'").replace("'s ", " ").removesuffix("'s").replace(".", "")
    words = _WORD.findall(plain)
    while len(words) > 1 and words[0] in _words("articles"):
        words = words[1:]
    return tuple(words)


@lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """The name without the people who follow it, for grouping.

    >>> key("Taliban fighters"), key("the fighters")
    ('taliban', 'fighters')
    """
    words = fold(name)
    while len(words) > 1 and words[-1] in _words("followers"):
        words = words[:-1]
    return " ".join(words)


@lru_cache(maxsize=100_000)
def is_same(left: str, right: str) -> bool:
    """True if two keys are equal, are bodies or people of one state, one is the other's acronym, or one is the tail of the other and
    neither vague nor a body of state.

    >>> is_same("dashty", "fahim dashty"), is_same("nrf", "national resistance front"), is_same("syrian army", "syrian government")
    (True, True, True)
    >>> is_same("iran", "iranian revolutionary guards"), is_same("niger", "nigerian")
    (True, False)
    >>> is_same("army", "free army"), is_same("syrian army", "free syrian army"), is_same("islamic state", "islamic revolutionary guard corps")
    (False, False, False)
    >>> is_same("sudan", "south sudan"), is_same("colombia", "national liberation army colombia")
    (False, False)
    """
    if left == right or state_of(left) == state_of(right):
        return True
    short, long = sorted((left, right), key=lambda name: (len(name.split()), name))
    is_tail = is_end(short, long) and not is_vague(short) and short.split()[-1] not in _words("bodies")
    return is_tail or short in acronyms(long)


def is_end(short: str, long: str) -> bool:
    """True if one folded name is the last words of the other; a country is so of nothing but its own full style.

    >>> is_end("massoud", "ahmad massoud"), is_end("iran", "islamic republic of iran")
    (True, True)
    >>> is_end("sudan", "south sudan"), is_end("colombia", "national liberation army colombia")
    (False, False)
    """
    if not long.endswith(f" {short}"):
        return False
    before = long.removesuffix(f" {short}")
    return not is_country(short) or before == "state of" or _words("styles").issuperset(before.split())


def is_country(name: str) -> bool:
    """True for the name of a country, or of its people.

    >>> is_country("Ethiopia"), is_country("Hill Front")
    (True, False)
    """
    return " ".join(fold(name)) in _countries()


class Sameness:
    """Which keys mean one party: by their words alone, unless whoever knows more says otherwise in a class of its own.

    >>> Sameness().is_same("hf", "hill front")
    True
    """

    def is_same(self, left: str, right: str) -> bool:
        """True if the two keys mean one party."""
        return is_same(left, right)


AS_NAMED = Sameness()  # nobody judged anything


class Roll:
    """A roll of keys that finds those which mean the same as a given one, without going through all.

    >>> Roll(["fahim dashty", "national resistance front", "rebels"]).alike("dashty")
    ['fahim dashty']
    """

    def __init__(self, keys: Iterable[str], sameness: Sameness = AS_NAMED) -> None:
        self._sameness = sameness
        self._shelves: defaultdict[str, set[str]] = defaultdict(set)
        for key in keys:
            for mark in marks(key):
                self._shelves[mark].add(key)

    def alike(self, key: str) -> list[str]:
        """The keys of the roll that mean the same as this one, sorted."""
        near = {other for mark in marks(key) for other in self._shelves.get(mark, ())}
        return sorted(other for other in near if self._sameness.is_same(other, key))


@lru_cache(maxsize=100_000)
def is_vague(name: str) -> bool:
    """True for names that alone tell nobody from anybody ("forces", "rebels")."""
    return name in _words("vague")


@lru_cache(maxsize=100_000)
def is_nobody(name: str) -> bool:
    """True for mere people: the words say no side."""
    return not name or " ".join(fold(name)) in _words("nobody")


def is_follower(word: str) -> bool:
    """True for the people who follow a name ("fighters")."""
    return word.casefold() in _words("followers")


@lru_cache(maxsize=100_000)
def is_civilian(name: str) -> bool:
    """True if the last word of the name is a civilian's ("Afghan civilians", "children")."""
    return fold(name)[-1:] != () and fold(name)[-1] in _words("civilian")


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(load("naming")[table])


def marks(key: str) -> set[str]:
    """Two keys that mean the same share one of these: last word, root, or acronym.

    >>> sorted(marks("hill front"))
    ['front', 'hf', 'hill front']
    """
    return {key, key.rpartition(" ")[2], state_of(key), *acronyms(key)}


@lru_cache(maxsize=100_000)
def state_of(name: str) -> str:
    """The code of the country that a state's body or people is called after, else the key as it is.

    >>> state_of("syrian army"), state_of("syrians"), state_of("hill front")
    ('SY', 'SY', 'hill front')
    """
    words = name.split()
    while len(words) > 1 and words[-1] in _words("bodies"):
        words = words[:-1]
    root = " ".join(words)
    return name if root in _words("kinds") else _countries().get(root) or _countries().get(root.removesuffix("s")) or root


@cache
def _countries() -> dict[str, str]:
    tables = load("demonym")
    return {" ".join(fold(word)): code for table in ("adjectives", "names") for code, words in tables[table].items() for word in words}


@lru_cache(maxsize=100_000)
def acronyms(name: str) -> frozenset[str]:
    """What the first letters of a key spell, without some of the first words too.

    >>> sorted(acronyms("national liberation front of chad"))
    ['fc', 'lfc', 'nlfc']
    """
    initials = "".join(word[0] for word in name.split() if word not in _words("small"))
    return frozenset(initials[start:] for start in range(max(0, len(initials) - 1)))
