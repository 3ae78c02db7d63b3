"""Words to what the reader's network takes: word pieces and case classes."""

import unicodedata
from collections.abc import Sequence

UNKNOWN, START, END = 100, 101, 102
LONGEST = 40  # letters of a word that are looked at
MOST = 12  # pieces of a word that are looked at


class Pieces:
    """Uncased BERT word pieces over a vocabulary (one piece a line), remembered by word."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: k for k, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}

    def __call__(self, word: str) -> tuple[int, ...]:
        """Ids of the pieces of ``word``, at least one."""
        found = self._known.get(word)
        if found is None:
            found = self._cut(word)
            if len(self._known) < 500_000:
                self._known[word] = found
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        out: list[int] = []
        for part in _parts(word[:LONGEST]):
            out.extend(self._greedy(part))
        return tuple(out[:MOST]) or (UNKNOWN,)

    def _greedy(self, part: str) -> list[int]:
        out: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = self._ids.get(("##" if start else "") + part[start:end])
                if piece is not None:
                    out.append(piece)
                    start = end
                    break
            else:
                return [UNKNOWN]
        return out


def _parts(word: str) -> list[str]:
    """Lower case without accents, cut at punctuation."""
    out = [""]
    for letter in unicodedata.normalize("NFD", _PLAIN.get(word, word).lower()):
        if unicodedata.category(letter) == "Mn" or letter.isspace():
            continue
        if letter.isalnum():
            out[-1] += letter
        else:
            out += [letter, ""]
    return [part for part in out if part]


_PLAIN = {"’s": "'s", "n’t": "n't", "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": "..."}


def case_class(word: str) -> int:
    """1 lower, 2 Capital, 3 CAPITALS, 4 mixed, 5 digits, 6 punctuation, 7 one capital letter.

    >>> [case_class(w) for w in ("army", "Kabul", "NRF", "al-Qaeda", "2021", ",", "A")]
    [1, 2, 3, 4, 5, 6, 7]
    """
    if word.islower():
        return 5 if word[0].isdigit() else 1
    if not any(letter.isalpha() for letter in word):
        return 5 if any(letter.isdigit() for letter in word) else 6
    if len(word) == 1:
        return 7 if word.isupper() else 1
    if word.isupper():
        return 3
    return 2 if word[0].isupper() and word[1:].islower() else 4
