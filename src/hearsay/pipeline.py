"""The stages in their order: from documents to claims, and into the ledger."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from hearsay import __version__, claims, grounding, ledger, lexicons, reading, weights
from hearsay.ledger import Ledger
from hearsay.records import Claim, Document, Problem, Reading, Rereading
from hearsay.weights import Reader

BATCH_DOCUMENTS = 16
BATCH_CHARACTERS = 60_000  # the network is fastest with some thousand words at a time, and more would only make the progress jumpy


@dataclass(frozen=True, slots=True)
class Account:
    """A report with what it claims."""

    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Posting:
    """A report that is in the ledger, with the claims that were posted with it: none if ``is_new`` is False, as it was there before."""

    document: Document
    claims: tuple[Claim, ...]
    is_new: bool


def read(documents: Iterable[Document | Problem], reader: Reader | None = None) -> Iterator[Account | Problem]:
    """Each report's claims, in the order of the input; Problems pass through. A report that makes a stage fail costs only itself: it becomes a
    Problem; before one whose quotation marks do not pair comes a Problem that says so. Without a ``reader`` the shipped weights are loaded. Raises
    WeightsError if those are missing or damaged."""
    for batch in _batches(documents):
        wanted = [made for made in batch if isinstance(made, Document)]
        readings = iter(_readings(wanted, reader or weights.load()) if wanted else ())
        for made in batch:
            yield from (made,) if isinstance(made, Problem) else _account(made, next(readings))


def ingest(documents: Iterable[Document | Problem], into: Ledger, reader: Reader | None = None) -> Iterator[Posting | Problem]:
    """Reads the reports and posts each to the ledger, whole or not at all; those that it has already are not read again. Some are read while others
    are written; what is yielded is written. Raises WeightsError as ``read`` does, and LedgerError if the ledger's file fails."""
    reader, waiting = reader or weights.load(), deque[list[Account | Posting | Problem]]()
    for results in ledger.post_batches(into, _told(documents, into, reader, waiting), engine(reader)):
        posted = iter(results)
        yield from (_became(made, posted) for made in waiting.popleft())


def reread(of: Ledger, reader: Reader | None = None) -> Iterator[Rereading | Problem]:
    """Reads each report of the ledger anew and puts the new reading in the place of the last; judgements stay. A report that fails keeps its last
    reading."""
    reader = reader or weights.load()
    for made in read(ledger.reports(of), reader):
        yield made if isinstance(made, Problem) else ledger.repost(of, made.document.report_id, made.claims, engine(reader))


def engine(reader: Reader) -> str:
    """Who made a claim: the release with the digests of its lexicon and weights."""
    return f"hearsay {__version__}, lexicons {lexicons.digest()}, {reader.name}"


def _batches(documents: Iterable[Document | Problem]) -> Iterator[list[Document | Problem]]:
    batch: list[Document | Problem] = []
    size = 0
    for made in documents:
        batch.append(made)
        size += len(made.text) if isinstance(made, Document) else 0
        if len(batch) == BATCH_DOCUMENTS or size >= BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _readings(documents: list[Document], reader: Reader) -> list[Reading | Problem]:
    """All at once, which is quick; one by one if that fails, to find the one that it fails on."""
    try:
        return list(reading.read(documents, reader))
    except Exception as fault:  # noqa: BLE001 - whatever a report did to the reader, the others are to be read
        if len(documents) == 1:
            return [_failure(documents[0], "reader", fault)]
    return [made for document in documents for made in _readings([document], reader)]


def _account(document: Document, made: Reading | Problem) -> tuple[Account | Problem, ...]:
    if isinstance(made, Problem):
        return (made,)
    try:
        return (*claims.faults(made), Account(document, grounding.ground(made, claims.find(made))))
    except Exception as fault:  # noqa: BLE001 - as above
        return (_failure(document, "search for claims", fault),)


def _told(
    documents: Iterable[Document | Problem], into: Ledger, reader: Reader, waiting: deque[list[Account | Posting | Problem]]
) -> Iterator[list[tuple[Document, tuple[Claim, ...]]]]:
    """What is to be posted, some reports at a time; what became of them and of the others goes to ``waiting``."""
    for batch in _batches(documents):
        made: list[Account | Posting | Problem] = []
        for known, group in groupby(batch, key=lambda one: isinstance(one, Document) and _is_known(one, into)):
            if known:
                made += (Posting(one, (), is_new=False) for one in group if isinstance(one, Document))
            else:
                made += read(group, reader)
        waiting.append(made)
        yield [(one.document, one.claims) for one in made if isinstance(one, Account)]


def _became(made: Account | Posting | Problem, posted: Iterator[bool | Problem]) -> Posting | Problem:
    """What became of it; ``posted`` has what became of the accounts, in their order."""
    if not isinstance(made, Account):
        return made
    result = next(posted)
    return result if isinstance(result, Problem) else Posting(made.document, made.claims if result else (), is_new=result)


def _is_known(document: Document, into: Ledger) -> bool:
    known = ledger.report(into, document.report_id)
    return known is not None and known.text == document.text


def _failure(document: Document, stage: str, fault: Exception) -> Problem:
    message = f"could not be read: the {stage} failed on it ({type(fault).__name__}: {fault}). This is a fault of hearsay; please report it."
    return Problem("stage-failed", " ".join(message.split()), document.report_id)
