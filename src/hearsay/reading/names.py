"""From tag probabilities to names: the best sequence in which no name goes on that has not begun."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from hearsay import lexicons
from hearsay.lexicons.naming import is_country, is_follower
from hearsay.lexicons.parties import find
from hearsay.records import Name, Token

_DASHES = frozenset("-–—")
_SIDES = lexicons.words("naming", "compass")
_TITLES = lexicons.words("naming", "titles", "words")
_BODIES = lexicons.words("naming", "titles", "bodies") | lexicons.words("naming", "bodies")
_ELSE = ("location", "facility", "misc", "product", "event", "person", "weapon")  # kinds of names that a party may be taken for
_ARTICLES = ("al", "el", "an", "ash")  # Arabic ones: "al Shabaab"
LONGER = 6  # words by which a name may be longer in the table of parties than the reader took it
Scores = np.ndarray[Any, Any]


def best_tags(scores: Scores, tags: Sequence[str]) -> list[int]:
    """(N, tags) log probabilities to N tag numbers: the best sequence under the BIO rules."""
    plain: list[int] = scores.argmax(1).tolist()
    return plain if _is_allowed(plain, tags) else _viterbi(scores, tags)


def _is_allowed(sequence: Sequence[int], tags: Sequence[str]) -> bool:
    last = "O"
    for number in sequence:
        tag = tags[number]
        if tag[0] == "I" and tag[2:] != last[2:]:
            return False
        last = tag
    return True


def _viterbi(scores: Scores, tags: Sequence[str]) -> list[int]:
    """A tag follows any other, but "I-x" only "B-x" or itself; so a step looks at one maximum, and at two scores for each "I"."""
    inside = np.array([k for k, tag in enumerate(tags) if tag[0] == "I"])
    begins = np.array([tags.index("B-" + tags[k][2:]) for k in inside])
    best = scores[0].copy()
    best[inside] = -np.inf
    back = np.zeros(scores.shape, dtype=np.int64)
    for k in range(1, len(scores)):
        top = int(best.argmax())
        back[k] = top
        goes_on = best[inside] >= best[begins]
        back[k, inside] = np.where(goes_on, inside, begins)
        best = best[back[k]] + scores[k]
    out = [int(best.argmax())]
    for k in range(len(scores) - 1, 0, -1):
        out.append(int(back[k, out[-1]]))
    return out[::-1]


def spans_of(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first, last exclusive, kind) of each name in a tag sequence.

    >>> list(spans_of(["B-person", "I-person", "O", "B-location"]))
    [(0, 2, 'person'), (3, 4, 'location')]
    """
    first = None
    for k, tag in enumerate([*tags, "O"]):
        if first is not None and not tag.startswith("I-"):
            yield first, k, tags[first][2:]
            first = None
        if tag.startswith("B-"):
            first = k


def whole(names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """The names of a report, mended: two persons side by side are one ("Saw Htoo"), "South" and "Korean" are one, "Captain" is a person's who is
    named behind it, and a name ends at a dash between spaces ("GOMA - Eight")."""
    out: list[Name] = []
    for name in names:
        dash = next((k for k in range(name.first + 1, name.last) if tokens[k].text in _DASHES and tokens[k].start > tokens[k - 1].end), name.last)
        name = replace(name, last=dash)
        last = out[-1] if out else None
        if last and last.kind == name.kind == "person" and last.last == name.first and tokens[last.first].sentence == tokens[name.first].sentence:
            out[-1] = replace(last, last=name.last)
        elif last and last.last == name.first == last.first + 1 and _leads(tokens[last.first], name):
            out[-1] = replace(name, first=last.first)
        else:
            out.append(replace(name, kind="person") if _is_titled(name, tokens) else name)
    return out


def _leads(token: Token, name: Name) -> bool:
    """Whether a word by itself belongs to the name behind it: a side of the world to a people or a place, a title to a person."""
    return _is_side_of_world(token) if name.kind in ("norp", "location") else name.kind == "person" and _is_title(token)


def _is_title(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.lower() in _TITLES


def _is_titled(name: Name, tokens: Sequence[Token]) -> bool:
    """ "General Ivan Petrov", which is no body; "General Staff" is one."""
    behind = [token.text for token in tokens[name.first + 1 : name.last]]
    are_names = all(word[:1].isupper() and word.lower() not in _BODIES for word in behind)
    return name.kind == "organisation" and _is_title(tokens[name.first]) and len(behind) > 1 and are_names


def _is_side_of_world(token: Token) -> bool:
    return token.text[:1].isupper() and token.text.lower() in _SIDES


def tabled(names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """The names, those of the table's parties whole and as such: "Islamic State of Iraq and the Levant" is one name, and no place's."""
    out: list[Name] = []
    for name in names:
        if out and name.first < out[-1].last:
            continue
        last = next((end for end in range(min(name.last + LONGER, len(tokens)), name.last, -1) if _is_party(tokens, name.first, end)), name.last)
        is_party = last > name.last or (name.kind in _ELSE and _is_party(tokens, name.first, last))
        is_land = name.kind == "person" and not is_party and is_country(" ".join(t.text for t in tokens[name.first : name.last]))  # Chad
        out.append(replace(name, last=last, kind="organisation") if is_party else replace(name, kind="location") if is_land else name)
    return out


def _is_party(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the table of parties has the words, with a capital at either end."""
    words = [token.text for token in tokens[first:last]]
    is_name = (words[0][:1].isupper() or words[0] in _ARTICLES) and words[-1][:1].isupper()
    is_one = tokens[first].sentence == tokens[last - 1].sentence and is_name
    return is_one and not is_follower(words[-1]) and find(" ".join(words)) is not None


def agreed(names: Sequence[Name], tokens: Sequence[Token]) -> list[Name]:
    """The names of a report, each spelling with the kind that it has most often there; of two as frequent, each as it was."""
    spelt = [tuple(token.text for token in tokens[name.first : name.last]) for name in names]
    kinds: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for words, name in zip(spelt, names, strict=True):
        kinds[words][name.kind] += 1
    out = []
    for words, name in zip(spelt, names, strict=True):
        best, times = kinds[words].most_common(1)[0]
        out.append(replace(name, kind=best) if times > kinds[words][name.kind] else name)
    return out
