"""The words of reports, for the full-text index: the same words in every database."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, text

from hearsay.records import Document

_WORD = re.compile(r"[^\W_]+")
_WORD_CHARACTERS = 64  # what is longer is no word, and PostgreSQL keeps none above 2,046 bytes
_REPORT_BYTES = 400_000  # of words of one report, some 60,000 words; PostgreSQL's index of a text ends at 1 MB

_INSERT = {
    "sqlite": text("INSERT INTO report_words (rowid, words) VALUES (:entry_id, :words)"),
    "postgresql": text("INSERT INTO report_words (entry_id, words) VALUES (:entry_id, CAST(:words AS tsvector))"),
}


def fold(said: str) -> str:
    """Without case and accents.

    >>> fold("Zoë Müller")
    'zoe muller'
    """
    if said.isascii():
        return said.lower()
    return "".join(character for character in unicodedata.normalize("NFKD", said.casefold()) if not unicodedata.combining(character))


def words_of(said: str) -> list[str]:
    """The words in their order, folded.

    >>> words_of("“Thirty-four” died in Zoë's town")
    ['thirty', 'four', 'died', 'in', 'zoe', 's', 'town']
    """
    return [word[:_WORD_CHARACTERS] for word in _WORD.findall(fold(said))]


def indexed(document: Document) -> list[str]:
    """The words that a report is found by: of its title, its outlet and its text."""
    return list(_cut(words_of("\n".join((document.title or "", document.outlet, document.text)))))


def index(connection: Connection, reports: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Put reports, by the ids of their entries, into the index."""
    write = _as_vector if connection.dialect.name == "postgresql" else " ".join
    rows = [{"entry_id": entry_id, "words": write(words)} for entry_id, words in reports]
    if rows:
        connection.execute(_INSERT[connection.dialect.name], rows)


def _as_vector(words: Sequence[str]) -> str:
    """As PostgreSQL writes a tsvector: each word with its place, which goes no further than 16,383."""
    return " ".join(f"'{word}':{min(place, 16_383)}" for place, word in enumerate(words, 1))


def _cut(words: list[str]) -> Iterator[str]:
    room = _REPORT_BYTES
    for word in words:
        room -= len(word.encode()) + 1
        if room < 0:
            return
        yield word
