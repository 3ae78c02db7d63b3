"""Looking a ledger over: does every entry say what it said when it was appended, and do the tables agree?"""

from collections import OrderedDict
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, Text, cast, column, or_, select, table

from hearsay.ledger import schema
from hearsay.ledger.bodies import loads
from hearsay.ledger.chain import digest, tail
from hearsay.ledger.errors import TooOldLedgerError, UnreadableError
from hearsay.ledger.store import Ledger, reading
from hearsay.records import Problem

_PAGE = 1_000  # entries in memory at a time
_TEXTS = 64  # reports whose texts are kept at hand; a report's claims follow it, so a few will do

_ENTRIES, _REPORTS, _CLAIMS = schema.entries.c, schema.reports.c, schema.claims.c
# SQLite keeps a row for each report here; PostgreSQL, the index itself
_INDEXED = {"sqlite": table("report_words_docsize", column("id")), "postgresql": table("report_words", column("entry_id"))}


def check(ledger: Ledger) -> Generator[Problem]:
    """What is wrong with the ledger, one Problem each; nothing if it is sound. Checked are the database's own structure (SQLite), the hash of every
    entry and of every report's text, every span of every claim against the text, the tables of reports and claims against the entries and each
    other, and the index of words. Goes through in pages, so that memory
    grows only with the claims that were read anew."""
    if ledger.version < 2:
        raise TooOldLedgerError(f"{ledger.name} has no hashes yet: bring it up to date with `hearsay ledger migrate --ledger {ledger.argument}`")
    with reading(ledger) as connection, _reading_anything(connection):
        yield from _structure(ledger, connection)
        yield from _Check(ledger.name, connection).entries()
        yield from _tables(ledger, connection)


def head(ledger: Ledger) -> tuple[int, str]:
    """The last entry's number and hash, which vouches for all before it: who notes it down can tell later whether anything was changed or cut off.
    0 and an empty hash for an empty ledger."""
    with reading(ledger) as connection:
        last = tail(connection)
    return last.entry_id, last.hash


@contextmanager
def _reading_anything(connection: Connection) -> Iterator[None]:
    """SQLite refuses to give a text that is no UTF-8; so it is given with marks in the place of what cannot be read, and its hash tells."""
    driver: Any = connection.connection.driver_connection
    is_sqlite = connection.dialect.name == "sqlite"
    if is_sqlite:
        driver.text_factory = lambda text: text.decode("utf-8", "replace")
    try:
        yield
    finally:
        if is_sqlite:
            driver.text_factory = str


def _structure(ledger: Ledger, connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield Problem("damaged", f"the database is damaged ({said}): restore a copy", ledger.name)


class _Check:
    """One way through the entries."""

    def __init__(self, name: str, connection: Connection) -> None:
        self._name = name
        self._connection = connection
        self._texts: OrderedDict[str, str | None] = OrderedDict()
        self._replaced = _replaced(connection)

    def entries(self) -> Iterator[Problem]:
        """Each entry's faults."""
        previous = ""
        for row in self._rows():
            if not isinstance(row.body, str) or row.hash != _digest(previous, row):
                yield self._problem("hash", f"entry {row.entry_id} ({row.kind} {row.key}) or the one before it is not as it was appended")
            previous = row.hash
            try:
                yield from self._said(row)
            except (AttributeError, LookupError, TypeError, UnreadableError, ValueError) as fault:
                yield self._problem("body", f"entry {row.entry_id} ({row.kind} {row.key}) says nothing that can be read ({fault!r})")

    def _said(self, row: Row[Any]) -> Iterator[Problem]:
        if row.kind == "report":
            yield from self._report(row, loads(row.body))
        elif row.kind == "claim":
            yield from self._claim(row, loads(row.body))
        elif not isinstance(loads(row.body), dict):
            raise TypeError("no object")

    def _rows(self) -> Iterator[Row[Any]]:
        columns = (_ENTRIES.entry_id, _ENTRIES.kind, _ENTRIES.key, cast(_ENTRIES.body, Text).label("body"), _ENTRIES.by, _ENTRIES.recorded_at)
        more = (_ENTRIES.hash, _REPORTS.report_id, _REPORTS.outlet, _REPORTS.published, _REPORTS.text_sha256, _CLAIMS.claim_id)
        joined = schema.entries.outerjoin(schema.reports).outerjoin(schema.claims, _CLAIMS.entry_id == _ENTRIES.entry_id)
        query = select(*columns, *more, _CLAIMS.report_id.label("told_by")).select_from(joined).order_by(_ENTRIES.entry_id).limit(_PAGE)
        after = 0
        while page := self._connection.execute(query.where(_ENTRIES.entry_id > after)).all():
            yield from page
            after = page[-1].entry_id

    def _report(self, row: Row[Any], body: dict[str, Any]) -> Iterator[Problem]:
        self._keep(row.key, body["text"])
        listed = (row.report_id, row.outlet, row.published, row.text_sha256)
        digest_ = sha256(body["text"].encode("utf-8", "surrogatepass")).hexdigest()
        if listed != (row.key, body["outlet"], body["published"], digest_) or body["id"] != row.key:
            yield self._problem("report", f"report {row.key} is not listed as its entry has it")

    def _claim(self, row: Row[Any], body: dict[str, Any]) -> Iterator[Problem]:
        is_replaced = row.claim_id is None and self._replaced.get(row.key, 0) > row.entry_id
        if (not is_replaced and (row.claim_id, row.told_by) != (row.key, body["report"])) or body["id"] != row.key:
            yield self._problem("claim", f"claim {row.key} is not listed as its entry has it")
        text = self._text(body["report"])
        if text is None:
            yield self._problem("report-missing", f"claim {row.key} is of report {body['report']}, which is not there")
            return
        for start, end, said in spans(body):
            if text[start:end] != said:
                yield self._problem("span", f"claim {row.key}: {said!r} is not the text of {body['report']} at {start}-{end}")

    def _text(self, report_id: str) -> str | None:
        if report_id not in self._texts:
            query = select(cast(_ENTRIES.body, Text)).join(schema.reports).where(_REPORTS.report_id == report_id)
            body = self._connection.scalar(query)
            self._keep(report_id, None if body is None else loads(body)["text"])
        return self._texts[report_id]

    def _keep(self, report_id: str, text: str | None) -> None:
        self._texts[report_id] = text
        if len(self._texts) > _TEXTS:
            self._texts.popitem(last=False)

    def _problem(self, code: str, message: str) -> Problem:
        return Problem(code, message, self._name)


def _replaced(connection: Connection) -> dict[str, int]:
    """The claims that a newer reading has otherwise or no longer, which are no longer listed, each with the last entry that says so."""
    query = select(_ENTRIES.entry_id, cast(_ENTRIES.body, Text)).where(_ENTRIES.kind == "correction").order_by(_ENTRIES.entry_id)
    return {claim_id: entry_id for entry_id, text in connection.execute(query) for claim_id in _gone(text)}


def _gone(correction: str) -> list[str]:
    """The claims that a correction replaces or withdraws; none if it cannot be read, which its own entry tells."""
    try:
        body = loads(correction)
        return [*body["changed"], *body["withdrawn"]] if body.get("verb") == "reread" else []
    except (AttributeError, LookupError, TypeError, UnreadableError):
        return []


def _digest(previous: str, row: Row[Any]) -> str | None:
    """None if what the row holds is nothing that was ever appended."""
    try:
        return digest(previous, (row.entry_id, row.kind, row.key, row.by, row.recorded_at), row.body)
    except (TypeError, ValueError):
        return None


def _tables(ledger: Ledger, connection: Connection) -> Iterator[Problem]:
    """What is listed and has no entry, or is not in the index of words."""
    for what, query in _STRAYS:
        for (name,) in connection.execute(query):
            yield Problem("table", f"{what} {name} is listed, and no such entry is there", ledger.name)
    indexed = _INDEXED[connection.dialect.name]
    (key,) = indexed.c
    missing = select(_REPORTS.report_id).outerjoin(indexed, key == _REPORTS.entry_id).where(key.is_(None))
    for (name,) in connection.execute(missing):
        yield Problem("words", f"report {name} is not in the index of words: `hearsay search` does not find it", ledger.name)


def _strays(listed: Table, name: ColumnElement[str], kind: str) -> Select[Any]:
    """The names in a table whose entries are missing or of another kind."""
    return select(name).outerjoin(schema.entries, _ENTRIES.entry_id == listed.c.entry_id).where(or_(_ENTRIES.kind.is_(None), _ENTRIES.kind != kind))


_STRAYS = (("report", _strays(schema.reports, _REPORTS.report_id, "report")), ("claim", _strays(schema.claims, _CLAIMS.claim_id, "claim")))


def spans(body: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    """Every span of a public claim record with the words that it says stand there; what was inferred has none.

    >>> list(spans({"evidence": {"start": 3, "end": 7, "text": "dead"}, "chain": [{"surface": "Adam", "start": 9, "end": 13, "cue": None}]}))
    [(9, 13, 'Adam'), (3, 7, 'dead')]
    """
    waiting: list[Any] = [body]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            if "start" in value:
                yield value["start"], value["end"], value["surface"] if "surface" in value else value["text"]
            waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]
