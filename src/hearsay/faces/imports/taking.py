"""From the corrections in a file to judgements in the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hearsay import ledger
from hearsay.faces.imports.comparison import compare
from hearsay.faces.imports.files import Returned, read
from hearsay.faces.imports.regions import ImportFileError
from hearsay.ledger import Ledger
from hearsay.records import Judgement, Problem


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken over, and what was not: ``untouched`` reports that nobody worked on, ``added`` regions that no claim has, and ``moved`` ones
    that stand elsewhere now."""

    judgements: tuple[Judgement, ...]
    reports: int
    untouched: int
    added: int
    moved: int


def take_over(path: Path, into: Ledger, by: str, *, note: str = "") -> Taken:
    """Judge the claims as they were corrected in a file, all or none. Raises ImportFileError, with nothing changed, if anything in the file is wrong,
    if the ledger has not its reports with the same text, or if a claim that was amended does not stand any more."""
    returned = read(path)
    changes: dict[str, dict[str, str] | None] = {}
    added = moved = 0
    for one in returned:
        _check(one, into)
        if one.regions is not None:
            try:
                made = compare(one.marks, one.regions, one.text)
            except ValueError as fault:
                raise ImportFileError(f"{one.where} (report {one.report_id}): {fault}. Nothing was changed.") from fault
            changes |= made.changes
            added, moved = added + made.added, moved + made.moved
    judgements = ledger.correct(into, changes, by, note=note or f"corrected in {path.name}")
    if isinstance(judgements, Problem):
        raise ImportFileError(f"{path}: {judgements.message}")
    return Taken(judgements, len(returned), _untouched(returned), added, moved)


def _check(one: Returned, into: Ledger) -> None:
    report = ledger.report(into, one.report_id)
    if report is None:
        raise ImportFileError(f"{one.where}: the ledger {into.name} has no report {one.report_id}: post it first, or name the right ledger")
    if report.text != one.text:
        raise ImportFileError(f"{one.where}: the text of report {one.report_id} is not that in {into.name}: export anew and correct that")
    own = {claim.claim_id for claim in ledger.claims_of(into, one.report_id)}
    foreign = next((mark.claim_id for mark in one.marks if mark.claim_id and mark.claim_id not in own), None)
    if foreign is not None and foreign not in {judgement.left for judgement in ledger.judgements(into, "claims")}:
        raise ImportFileError(f"{one.where}: report {one.report_id} has no claim {foreign} in {into.name}: export anew and correct that")


def _untouched(returned: Iterable[Returned]) -> int:
    return sum(one.regions is None for one in returned)
