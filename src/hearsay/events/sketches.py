"""A report worn down to the names it leads with and a sample of its runs of words."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import blake2b

from hearsay.lexicons import load, naming
from hearsay.records import Document, Sketch

_NAME = re.compile(r"\b[A-Z][\w'’-]*[a-z]\b|\b\d{2,}\b")


def sketch(document: Document) -> Sketch:
    """What of a report is kept to tell its story and its copies from others: a fraction of its size, and it follows from the report alone."""
    text = f"{document.title}. {document.text}" if document.title else document.text
    names = _names(text[: load("linking")["limits"]["lead_chars"]])
    return Sketch(document.report_id, document.published, tuple(sorted(names)), tuple(sorted(_shingles(text))))


def _names(lead: str) -> set[str]:
    return {word for match in _NAME.finditer(lead) for word in name_words(match[0])}


@lru_cache(maxsize=100_000)
def name_words(name: str) -> frozenset[str]:
    """The words of a name, or its numbers, that tell it from others: not "north", "of", "city"."""
    return frozenset(word for word in naming.fold(name) if len(word) > 2 or word.isdigit()) - _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(load("common")["english"]["words"].split())


def _shingles(text: str) -> set[int]:
    limits = load("linking")["limits"]
    words = naming.fold(text)
    hashes = {_hash(words[index : index + limits["shingle_words"]]) for index in range(max(1, len(words) - limits["shingle_words"] + 1))}
    return {one for one in hashes if one % limits["shingle_sample"] == 0}


def _hash(words: Sequence[str]) -> int:
    """Sixty-three bits, so that a database's integers hold it."""
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest(), "big") >> 1
