"""Known names as the network is given them: one word for every party and country, one for every people.

A name of five words, or one that looks like a verb, changes what the network makes of the words around it, and a report must be read alike whoever
is named. So each window is shortened to one word a name, and what the network says of that word is told of the name's words again.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from hearsay import lexicons
from hearsay.lexicons import naming, parties
from hearsay.reading.casing import is_capitals
from hearsay.reading.decoding import Decoded
from hearsay.reading.frames import retold
from hearsay.weights import Reader

_NAMING = lexicons.load("naming")
_GIVEN: dict[str, str] = _NAMING["known"]["words"]  # by kind of name
_SMALL = frozenset(_NAMING["small"])
_GIVEN_NAMES = frozenset(_NAMING["known"]["given"])
_HUNG = {"and": ("CCONJ", "cc"), "y": ("CCONJ", "cc"), "the": ("DET", "det"), "la": ("DET", "det"), "-": ("PUNCT", "punct")}
_CLITICS = ("'s", "’s", "'", "’")
_ARTICLES = ("al", "el")  # Arabic ones, which may open a name in small letters
_FOR = ("anti", "pro", "non", "ex")
_STOPS = frozenset(',;:.()[]/"“”')  # no name of more words has them within
ACRONYM = 5  # letters: a party's name of no more, in capitals in the table, is one only in capitals
SHORT = 3  # letters: so is a country's ("UK")
WORD = 3  # letters: an acronym of no more may be a word where all is in capitals ("IS", "CAR BOMB")
MARKS = 2  # marks that may stand between the words of a name: "US - led coalition"


class Entry(NamedTuple):
    """What is known of a name: of what kind it is, the word that stands in for it, and whether it is an acronym."""

    kind: str
    given: str
    is_acronym: bool


@dataclass(frozen=True, slots=True)
class Known:
    """Words ``first`` to ``last`` (exclusive) that name a party (``kind`` is organisation), a country (location) or a people (norp), or who is for or
    against one of them ("pro-Iranian", no kind), and the word that is ``given`` for them."""

    first: int
    last: int
    kind: str
    given: str


@dataclass(frozen=True, slots=True)
class Shortened:
    """A window as the network is given it: a word for each of ``groups``, the runs of the window's words, with its sentence number."""

    words: list[str]
    sentences: list[int]
    groups: list[range]
    known: tuple[Known, ...]


def known_in(words: Sequence[str]) -> Iterator[Known]:
    """The known names of one sentence, in order, each as long as the tables have it; a people before a party ("Lebanese Hezbollah") is of its name.

    >>> [(one.first, one.last, one.kind) for one in known_in("The Islamic State of Iraq and the Levant left Syria".split())]
    [(1, 8, 'organisation'), (9, 10, 'location')]
    """
    before: Known | None = None
    for found in _found(words):
        if before is not None and _is_of(before, found, words):
            before = replace(found, first=before.first)
            continue
        if before is not None:
            yield before
        before = found
    if before is not None:
        yield before


def _is_of(people: Known, party: Known, words: Sequence[str]) -> bool:
    """Whether a people right before a party is of its name: "Lebanese Hezbollah", not "two Israelis Hamas had seized" or "British UN troops"."""
    is_beside = people.kind == "norp" and party.kind == "organisation" and people.last == party.first
    return is_beside and people.given == _GIVEN["people"] and not words[party.first].isupper()


def _found(words: Sequence[str]) -> Iterator[Known]:
    least = WORD + 1 if is_capitals(words) else 1
    at = 0
    while at < len(words):
        found = _at(words, at, least)
        if found is not None:
            yield found
        at = found.last if found is not None else at + 1


def _at(words: Sequence[str], first: int, least: int) -> Known | None:
    folded = naming.fold(words[first]) if _has_capital(words[first]) or words[first] in _ARTICLES else ()
    for length in _lengths().get(folded[0], ()) if folded else ():
        part = words[first : first + length]
        is_whole = len(part) == length and part[-1][:1].isalnum() and _STOPS.isdisjoint(part)
        entry = _entries().get(naming.fold(" ".join(part))) if is_whole else None
        if entry is not None and _is_name(part, entry, least) and not _is_part(words, first, first + length):
            return Known(first, first + length, entry.kind, entry.given)
    prefix, _, rest = words[first].partition("-")
    after = _at([rest], 0, least) if rest and prefix.lower() in _FOR else None
    return after and Known(first, first + 1, "", f"{prefix}-{after.given}")


def _is_name(part: Sequence[str], entry: Entry, least: int) -> bool:
    if entry.is_acronym:
        return not part[0].istitle() and not part[0].islower() and len(part[0].replace(".", "")) >= least
    return len(part) > 1 or _has_capital(part[0])


def _has_capital(word: str) -> bool:
    return word != word.lower()


def _is_part(words: Sequence[str], first: int, last: int) -> bool:
    """Whether one word is part of another name: "Jordan Peterson", "New Mexico", "Guinea - Bissau"."""
    before, after = words[first - 1] if first else "", words[last] if last < len(words) else ""
    is_given = words[first] in _GIVEN_NAMES and after[:1].isupper() and after[1:].islower()
    is_joined = after == "-" and last + 1 < len(words) and words[last + 1][:1].isupper() and words[last + 1][1:].islower()
    return last == first + 1 and (is_given or is_joined or before in _NAMING["known"]["before"] or after in _NAMING["known"]["after"])


@cache
def _entries() -> dict[tuple[str, ...], Entry]:
    """By folded name; of two that share one, the first, or the first that is no acronym ("ISIS", "Isis")."""
    out: dict[tuple[str, ...], Entry] = {}
    for name, kind, given, is_acronym in _rows():
        known = out.get(naming.fold(name))
        if known is None or (known.is_acronym and not is_acronym):
            out[naming.fold(name)] = Entry(kind, given, is_acronym)
    return out


def _rows() -> Iterator[tuple[str, str, str, bool]]:
    """Each name with its kind, the word given for it, and whether it is an acronym. A name that ends in a number may be a day ("March 23"); an outlet
    is read as one."""
    for row in parties.rows():
        for name in (row.name, *row.also) if row.kind != "media" else ():
            last = name.split()[-1]
            if not last.isdigit() and not (last.islower() and naming.is_follower(last)):
                yield name, "organisation", _GIVEN["party"], len(name) <= ACRONYM and not name.istitle() and name.isalpha()
    demonyms = lexicons.load("demonym")
    for names in demonyms["names"].values():
        yield from ((name, "location", _GIVEN["party"], len(name.replace(".", "")) <= SHORT) for name in names)
    for words in demonyms["adjectives"].values():
        yield from ((f"{word}{end}", "norp", f"{_GIVEN['people']}{end}", False) for word in words for end in ("", "s"))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """By the first word of a folded name, how many words it may have in a text, the most first: "al-Qaeda" is one there, "US - led" three."""
    out: defaultdict[str, set[int]] = defaultdict(set)
    for name, *_ in _rows():
        folded = naming.fold(name)
        out[folded[0]].update(range(len(name.split()), len(folded) + MARKS + 1))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in out.items()}


def shortened(words: Sequence[str], sentences: Sequence[int], known: Sequence[Known]) -> Shortened:
    """The words of a window as the network is to have them, each known name cut to the word that stands in for it."""
    by_first = {one.first: one for one in known}
    out = Shortened([], [], [], tuple(known))
    at = 0
    while at < len(words):
        one = by_first.get(at)
        group = range(at, at + 1 if one is None else one.last)
        out.words.append(words[at] if one is None else _given(one, words))
        out.sentences.append(sentences[at])
        out.groups.append(group)
        at = group.stop
    return out


def _given(one: Known, words: Sequence[str]) -> str:
    is_articled = one.kind in ("organisation", "location") and one.first > 0 and words[one.first - 1].lower() == "the"
    given = _GIVEN["articled"] if is_articled else one.given
    is_upper = all(word.isupper() for word in words[one.first : one.last]) and len(words[one.first]) > ACRONYM
    return given.upper() if is_upper else given


def restored(made: Decoded, short: Shortened, words: Sequence[str], reader: Reader) -> Decoded:
    """What the network says of a shortened window, told of the window's own ``words``: the main word of a name stands where the word given for it
    stood, the others hang on it."""
    groups = short.groups
    mains = [_main(group, words) for group in groups]
    kinds = {(one.first, one.last): one.kind for one in short.known if one.kind}
    spans = [((groups[first].start, groups[last - 1].stop), kind) for first, last, kind in made.names]
    out = Decoded([], [], [], [(*span, kinds.get(span, kind)) for span, kind in spans], [retold(frame, groups) for frame in made.frames])
    for k, group in enumerate(groups):
        head = mains[made.head[k]] if made.head[k] >= 0 else -1
        for at in group:
            if at == mains[k]:
                is_noun = len(group) > 1 and words[at].islower()  # "US-led coalition"
                tag, governor, relation = reader.upos.index("NOUN") if is_noun else made.upos[k], head, made.relation[k]
            else:
                tag, governor, relation = _hung(at, mains[k], group, words, reader)
            out.upos.append(tag)
            out.head.append(governor)
            out.relation.append(relation)
    return out


def _main(group: range, words: Sequence[str]) -> int:
    """The head of a name: its last word, or the last before "of Iraq"."""
    return next((at - 1 for at in group[1:] if words[at] in _SMALL), group[-1])


def _hung(at: int, main: int, group: range, words: Sequence[str], reader: Reader) -> tuple[int, int, int]:
    """Tag, head and relation of a word of a name that is not its main one."""
    last = group[-1]
    tag, relation = ("NOUN" if words[at].islower() else "PROPN"), "nmod" if main < at == last else "compound"
    head = main if at < main or at == last else last
    if words[at] in _CLITICS and at > group[0]:
        tag, head, relation = "PART", at - 1, "case"
    elif at + 1 < group.stop and words[at + 1] in _CLITICS:
        relation = "nmod:poss"
    elif words[at] in _SMALL or words[at] in _HUNG:
        tag, relation = _HUNG.get(words[at], ("ADP", "case"))
    return reader.upos.index(tag), head, reader.relations.index(relation)
