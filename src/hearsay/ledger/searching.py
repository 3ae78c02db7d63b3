"""Finding reports by their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from hearsay.ledger.bodies import loads, report_from
from hearsay.ledger.errors import TooOldLedgerError
from hearsay.ledger.store import Ledger, reading
from hearsay.ledger.words import fold, lexeme, words_of
from hearsay.records import Document, Problem

_AROUND = 12  # words of the text that are shown before the first one found, and twice as many after
_PART = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]+")

_QUERIES = {
    "sqlite": text(
        """SELECT CAST(body AS TEXT) FROM (
            SELECT rowid AS entry_id, rank FROM report_words WHERE report_words MATCH :wanted ORDER BY rank LIMIT :limit
        ) JOIN entries USING (entry_id) ORDER BY rank, entry_id"""
    ),
    "postgresql": text(
        """SELECT CAST(body AS TEXT) FROM (
            SELECT entry_id, ts_rank_cd(words, CAST(:wanted AS tsquery), 1) AS rank FROM report_words
            WHERE words @@ CAST(:wanted AS tsquery) ORDER BY rank DESC, entry_id LIMIT :limit
        ) AS found JOIN entries USING (entry_id) ORDER BY rank DESC, entry_id"""
    ),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A report that was looked for. ``words`` is where its text has the first of the words: ``text[start:end]``, cut at words."""

    report: Document
    words: str
    start: int
    end: int


class _Term(NamedTuple):
    """Words that stand one after the other; with ``is_begun`` the last need only begin so."""

    words: tuple[str, ...]
    is_begun: bool


def search(ledger: Ledger, words: str, *, limit: int = 20) -> tuple[Found, ...] | Problem:
    """The reports that have all these words in title, outlet or text, without heed to case and accents, those that speak most of them first:
    ``"in quotes"`` stands for words that follow each other, ``kill*`` for every word that begins so. A Problem if there is no word in it."""
    if ledger.version < 2:
        how = f"`hearsay ledger migrate --ledger {ledger.argument}`"
        raise TooOldLedgerError(f"{ledger.name} has no index of words yet: bring it up to date with {how}")
    terms = _terms(words)
    if not terms:
        return Problem("no-words", "nothing to look for: give at least one word", ledger.name)
    with reading(ledger) as connection:
        return tuple(_found(report_from(loads(body)), terms) for body in _matches(connection, terms, limit))


def _terms(said: str) -> list[_Term]:
    """What to look for, each part with all its words: "Pul-e Khumri" without quotes is a phrase as well."""
    parts = [(quoted or bare, bare.endswith("*")) for quoted, bare in _PART.findall(said)]
    return [_Term(tuple(words), begun) for part, begun in parts if (words := words_of(part))]


def _matches(connection: Connection, terms: Sequence[_Term], limit: int) -> list[Any]:
    dialect = connection.dialect.name
    wanted = " AND ".join(map(_for_sqlite, terms)) if dialect == "sqlite" else " & ".join(map(_for_postgres, terms))
    return list(connection.scalars(_QUERIES[dialect], {"wanted": wanted, "limit": limit}))


def _for_sqlite(term: _Term) -> str:
    return f'"{" ".join(term.words)}"{"*" if term.is_begun else ""}'


def _for_postgres(term: _Term) -> str:
    return "(" + " <-> ".join(f"'{lexeme(word)}'" for word in term.words) + (":*)" if term.is_begun else ")")


def _found(report: Document, terms: Sequence[_Term]) -> Found:
    spans = [match.span() for match in _WORD.finditer(report.text)]
    firsts = tuple(term.words[0] for term in terms if not (term.is_begun and len(term.words) == 1))
    begun = tuple(term.words[0] for term in terms if term.is_begun and len(term.words) == 1)
    hit = next((place for place, (start, end) in enumerate(spans) if _is_hit(fold(report.text[start:end]), firsts, begun)), 0)
    shown = spans[max(hit - _AROUND, 0) : hit + 2 * _AROUND]
    start, end = (shown[0][0], shown[-1][1]) if shown else (0, 0)
    return Found(report, report.text[start:end], start, end)


def _is_hit(word: str, firsts: tuple[str, ...], begun: tuple[str, ...]) -> bool:
    return word in firsts or word.startswith(begun)
