"""Posting reports with their claims: each whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import Column, Connection, select

from hearsay.ledger import schema, words
from hearsay.ledger.asking import among
from hearsay.ledger.bodies import dumps, is_storable, report_body
from hearsay.ledger.bulk import making_many, taking_turns
from hearsay.ledger.chain import Draft, append_all, check_name
from hearsay.ledger.checkpoints import carrying
from hearsay.ledger.rows import write
from hearsay.ledger.store import Ledger, writing
from hearsay.records import Claim, Document, Problem
from hearsay.records.public import to_json

Account = tuple[Document, Sequence[Claim]]


class _Report(NamedTuple):
    """A report ready to be posted: what the table of reports lists, what its entry and its claims' entries shall say, and its words."""

    outlet: str
    published: str | None
    text_sha256: str
    entry: Draft
    claims: list[Draft]
    words: str


def post(ledger: Ledger, document: Document, claims: Sequence[Claim], by: str) -> bool | Problem:
    """Append a report and its claims in one transaction. True if it was posted, False if this report (id and text) is in the ledger already:
    then nothing changes, whatever the claims. A Problem if its id is taken by another text, or a claim's id by another report's claim, or an id
    cannot be stored.

    ``by`` says who made the claims: a person, or the engine with its release and digests. Raises LedgerError if the file fails, and ValueError
    for claims that are not this document's or whose evidence is not its text."""
    if wrong := _misuse(document, claims):
        raise ValueError(wrong)
    return _post(ledger, [_drafted(document, claims)], by)[0]


def post_all(ledger: Ledger, accounts: Iterable[Account], by: str) -> list[bool | Problem]:
    """Append many reports with their claims in one transaction, which is many times as quick as one by one. For each report what ``post`` returns;
    what ``post`` raises as ValueError is a Problem here, so that one report never costs the others. Raises LedgerError if the file fails: then none
    of them was posted."""
    return _post(ledger, _all_drafted(accounts), by)


def post_batches(ledger: Ledger, batches: Iterable[Iterable[Account]], by: str) -> Iterator[list[bool | Problem]]:
    """What ``post_all`` returns for each batch, once it is in the ledger. While one is written, the next is taken from ``batches`` and made ready.
    Raises LedgerError if the file fails: then that batch was not posted, nor any after it."""
    if ledger.engine.url.database in (None, "", ":memory:"):  # each thread would have a database of its own
        yield from (post_all(ledger, batch, by) for batch in batches)
        return
    with carrying(ledger.engine) as carry, ThreadPoolExecutor(1) as writer, taking_turns():
        last: Future[list[bool | Problem]] | None = None
        for batch in batches:
            drafted = _all_drafted(batch)
            done = None if last is None else last.result()
            last = writer.submit(_post_and_carry, ledger, drafted, by, carry)
            if done is not None:
                yield done
        if last is not None:
            yield last.result()


def _post_and_carry(ledger: Ledger, drafted: "Sequence[_Report | Problem]", by: str, carry: Callable[[], None]) -> list[bool | Problem]:
    results = _post(ledger, drafted, by)
    carry()
    return results


@making_many()
def _all_drafted(accounts: Iterable[Account]) -> "list[_Report | Problem]":
    return [_tried(document, claims) for document, claims in accounts]


def _tried(document: Document, claims: Sequence[Claim]) -> _Report | Problem:
    if wrong := _misuse(document, claims):
        return Problem("not-its-claims", f"its claims cannot be posted: {wrong}", document.report_id)
    try:
        return _drafted(document, claims)
    except ValueError as fault:
        return Problem("no-json", f"it cannot be posted: {fault}", document.report_id)


def _misuse(document: Document, claims: Sequence[Claim]) -> str | None:
    report_id, text = document.report_id, document.text
    for claim in claims:
        if claim.report_id != report_id:
            return f"claim {claim.claim_id} is of report {claim.report_id}, not of {report_id}"
        evidence = claim.evidence
        if text[evidence.start : evidence.end] != evidence.text:
            return f"claim {claim.claim_id}: its evidence is not the text of {report_id} at {evidence.start}-{evidence.end}"
    return f"two claims of {report_id} bear one id" if len({claim.claim_id for claim in claims}) != len(claims) else None


def _drafted(document: Document, claims: Sequence[Claim]) -> _Report | Problem:
    report_id, outlet = document.report_id, document.outlet
    if not all(map(is_storable, (report_id, outlet, *(claim.claim_id for claim in claims)))):
        message = "its id, its outlet or a claim's id holds a character that databases do not keep (NUL, or half a surrogate pair): give it another"
        return Problem("unstorable-name", message, report_id)
    return _Report(
        outlet=outlet,
        published=document.published.isoformat() if document.published else None,
        text_sha256=sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        entry=Draft("report", report_id, report_body(document)),
        claims=[Draft("claim", claim.claim_id, dumps(to_json(claim))) for claim in claims],
        words=words.indexed(document),
    )


@making_many()
def _post(ledger: Ledger, drafted: Sequence[_Report | Problem], by: str) -> list[bool | Problem]:
    check_name(by)
    reports = [report for report in drafted if isinstance(report, _Report)]
    with writing(ledger) as connection:
        taken = _Taken(ledger.name, connection, reports)
        results = [report if isinstance(report, Problem) else taken.judge(report) for report in drafted]
        new = [report for report, result in zip(drafted, results, strict=True) if result is True and isinstance(report, _Report)]
        if new:
            _write(ledger, connection, new, by)
    return results


class _Taken:
    """The ids that are taken: by the ledger, and by the reports of this batch."""

    def __init__(self, name: str, connection: Connection, reports: Sequence[_Report]) -> None:
        self._name = name
        columns = schema.reports.c
        self._texts = _look_up(connection, columns.report_id, columns.text_sha256, [report.entry.key for report in reports])
        claim_ids = [claim.key for report in reports if report.entry.key not in self._texts for claim in report.claims]
        self._owners = _look_up(connection, schema.claims.c.claim_id, schema.claims.c.report_id, claim_ids)

    def judge(self, report: _Report) -> bool | Problem:
        """True if the report is new; it takes its ids then."""
        report_id, digest = report.entry.key, report.text_sha256
        if report_id in self._texts:
            message = f"{self._name} holds another text under this report's id: give the report an id of its own"
            return False if self._texts[report_id] == digest else Problem("report-id-taken", message, report_id)
        owner = next((self._owners[claim.key] for claim in report.claims if claim.key in self._owners), None)
        if owner is not None:
            return Problem("claim-id-taken", f"its claims bear ids of report {owner}: give the report an id of its own", report_id)
        self._texts[report_id] = digest
        self._owners.update((claim.key, report_id) for claim in report.claims)
        return True


def _look_up(connection: Connection, key: Column[str], value: Column[str], names: Sequence[str]) -> dict[str, str]:
    """Those of the names that are there, each with its value."""
    return {row[0]: row[1] for row in connection.execute(select(key, value).where(among(key, names))).all()}


def _write(ledger: Ledger, connection: Connection, new: Sequence[_Report], by: str) -> None:
    drafts = [draft for report in new for draft in (report.entry, *report.claims)]
    ids = iter([row.entry_id for row in append_all(connection, drafts, by=by, moment=ledger.clock())])
    reports, claims, found = [], [], []
    for report in new:
        entry_id, report_id = next(ids), report.entry.key
        reports.append((entry_id, report_id, report.outlet, report.published, report.text_sha256))
        claims += [(next(ids), claim.key, report_id) for claim in report.claims]
        found.append((entry_id, report.words))
    write(connection, "reports", ("entry_id", "report_id", "outlet", "published", "text_sha256"), reports)
    write(connection, "claims", ("entry_id", "claim_id", "report_id"), claims)
    words.index(connection, found)
