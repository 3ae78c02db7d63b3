"""The words of reports, for the full-text index: the same words in every database."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from hearsay.ledger.rows import write
from hearsay.records import Document

_WORD = re.compile(r"[^\W_]+")
_ACCENT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_LEXEME = 64  # characters; what is longer is no word, and PostgreSQL keeps none above 2,046 bytes
_REPORT_CHARACTERS = 200_000  # of one report; PostgreSQL's index of a text ends at 1 MB


def fold(said: str) -> str:
    """Without case and accents.

    >>> fold("Zoë Müller")
    'zoe muller'
    """
    return said.lower() if said.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", said.casefold()))


def words_of(said: str) -> list[str]:
    """The words in their order, folded.

    >>> words_of("“Thirty-four” died in Zoë's town")
    ['thirty', 'four', 'died', 'in', 'zoe', 's', 'town']
    """
    return _WORD.findall(fold(said))


def indexed(document: Document) -> str:
    """The words that a report is found by: those of its title, its outlet and its text."""
    return "\n".join((document.title or "", document.outlet, document.text))[:_REPORT_CHARACTERS]


def index(connection: Connection, reports: Iterable[tuple[int, str]]) -> None:
    """Put reports, by the ids of their entries, into the index."""
    if connection.dialect.name == "postgresql":
        write(connection, "report_words", ("entry_id", "words"), [(entry_id, _as_vector(words_of(said))) for entry_id, said in reports])
    else:
        write(connection, "report_words", ("rowid", "words"), [(entry_id, _as_text(said)) for entry_id, said in reports])


def lexeme(word: str) -> str:
    """A word as PostgreSQL's index has it."""
    return word[:_LEXEME]


def _as_text(said: str) -> str:
    """SQLite finds the words itself, and would find others in what is not plain."""
    return said if said.isascii() else " ".join(words_of(said))


def _as_vector(words: Sequence[str]) -> str:
    """As PostgreSQL writes a tsvector: each word with its place, which goes no further than 16,383."""
    return " ".join(f"'{lexeme(word)}':{min(place, 16_383)}" for place, word in enumerate(words, 1))
