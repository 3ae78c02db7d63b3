"""What a ledger holds, now or at a moment: a fold of its entries. Corrections by outlets, new readings and judgements of people are heeded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hearsay.ledger.bodies import report_from
from hearsay.ledger.corrections import corrected
from hearsay.ledger.judgements import judged
from hearsay.ledger.state import Moment, entries
from hearsay.ledger.store import Ledger
from hearsay.lexicons import naming
from hearsay.records import Claim, Correction, Document, Entry, Judgement, Problem
from hearsay.records.public import from_json


@dataclass(frozen=True, slots=True)
class Held:
    """``reports`` and ``claims`` stand, in the order of posting, the claims as judged. ``judgements`` are those that stand, about parties and events
    too; ``corrections`` likewise. ``unheeded``: ids of claims that a newer reading has in place of one that a person accepted, amended or
    rejected."""

    reports: tuple[Document, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    corrections: tuple[Correction, ...]
    unheeded: frozenset[str]

    def about(self, subject: str) -> tuple[Judgement, ...]:
        """The judgements about parties, claims or events."""
        return tuple(one for one in self.judgements if one.subject == subject)


def hold(ledger: Ledger, *, published_by: date | None = None, recorded_by: Moment | None = None) -> Held:
    """What was known. ``published_by``: to who had read everything that was published up to that day (a report or a correction without a day counts
    from the day on which it was recorded). ``recorded_by``: to this ledger up to that moment, or the end of that day (UTC). None: all of it."""
    made = entries(ledger, as_of=recorded_by)
    standing = tuple(one for one in judged(entry for entry in made if entry.kind == "judgement") if one.undone_by is None)
    corrections = _in_force((entry for entry in made if entry.kind == "correction"), published_by)
    reports = _reports(made, {one.report_id for one in corrections}, published_by)
    readings = _Readings(made)
    verdicts = [one for one in standing if one.subject == "claims"]
    claims = [claim for claim in readings.judged(verdicts) if claim.report_id in reports]
    return Held(tuple(reports.values()), tuple(claims), standing, corrections, frozenset(readings.unheeded))


def find(ledger: Ledger, claim_id: str) -> Claim | Problem:
    """The one claim that stands whose id begins so. A Problem if there is none or there are several."""
    found = [claim for claim in hold(ledger).claims if claim.claim_id.startswith(claim_id)] if claim_id else []
    if len(found) == 1:
        return found[0]
    wrong = f"{len(found)} claims have ids that begin" if found else "no claim has an id that begins"
    return Problem("unknown-claim", f"{wrong} with {claim_id!r}: `hearsay review list` shows those that wait. Nothing was changed.", ledger.name)


def _in_force(made: Iterable[Entry], day: date | None) -> tuple[Correction, ...]:
    standing = [one for one in corrected(made) if one.undone_by is None]
    return tuple(one for one in standing if day is None or (one.day or one.recorded_at.date()) <= day)


def _reports(made: Sequence[Entry], corrected_ids: set[str], day: date | None) -> dict[str, Document]:
    standing = (entry for entry in made if entry.kind == "report" and entry.key not in corrected_ids)
    found = {entry.key: (report_from(entry.body), entry.recorded_at.date()) for entry in standing}
    return {key: document for key, (document, recorded) in found.items() if day is None or (document.published or recorded) <= day}


class _Readings:
    """The claims of all reports as the last reading of each has them, and which claim came in the place of which."""

    def __init__(self, made: Iterable[Entry]) -> None:
        self.unheeded: set[str] = set()
        self._order: dict[str, int] = {}
        self._current: dict[str, Claim] = {}
        self._successors: dict[str, str] = {}
        for entry in made:
            if entry.kind == "claim":
                self._order.setdefault(entry.key, len(self._order))
                self._current[entry.key] = from_json(entry.body)
            elif entry.kind == "correction" and entry.body["verb"] == "reread":
                self._successors |= entry.body["successors"]
                for claim_id in entry.body["withdrawn"]:
                    self._current.pop(claim_id, None)

    def judged(self, verdicts: Iterable[Judgement]) -> list[Claim]:
        """The claims in the order of posting, as the last verdict about each says."""
        for verdict in verdicts:
            self._heed(verdict)
        return sorted(self._current.values(), key=lambda claim: self._order[claim.claim_id])

    def _heed(self, verdict: Judgement) -> None:
        if verdict.record is None:
            return
        latest = self._latest(verdict.left)
        standing = self._current.get(latest)
        if verdict.verb != "reject":
            self._current.pop(latest, None)
            self._current[verdict.left] = verdict.record
            self.unheeded |= {latest} if standing is not None and latest != verdict.left else set()
        elif standing is not None and (latest == verdict.left or tells_the_same(standing, verdict.record)):
            del self._current[latest]
            self.unheeded |= {latest} if latest != verdict.left else set()

    def _latest(self, claim_id: str) -> str:
        """The claim that the last reading has in the place of this one."""
        seen = {claim_id}
        while claim_id not in self._current and self._successors.get(claim_id, claim_id) not in seen:
            claim_id = self._successors[claim_id]
            seen.add(claim_id)
        return claim_id


def tells_the_same(one: Claim, other: Claim) -> bool:
    """True if two readings of the same words tell the same: type, stance, speaker and figures."""
    return _told(one) == _told(other)


def _told(claim: Claim) -> tuple[object, ...]:
    figures = sorted((figure.measure, repr(figure.low), repr(figure.high)) for figure in claim.figures)
    return claim.event.type, claim.stance, naming.key(claim.chain[0].name), figures
