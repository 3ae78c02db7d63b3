"""What a ledger holds, now or at a moment: a fold of its entries. Corrections by outlets, new readings and judgements of people are heeded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from hearsay.ledger.bodies import claim_from, report_from
from hearsay.ledger.corrections import in_force
from hearsay.ledger.errors import told_plainly
from hearsay.ledger.judgements import standing
from hearsay.ledger.state import Moment, entries
from hearsay.ledger.store import Ledger
from hearsay.ledger.succession import handed_on, successors
from hearsay.lexicons import naming
from hearsay.records import Claim, Correction, Document, Entry, Judgement

FOREVER = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Held:
    """``reports`` and ``claims`` in the order of posting, the claims as judged. ``judgements`` are those that stand, about parties and events too,
    these naming the claims that the last reading has (succession.py); ``corrections`` are those that stand. ``terms``: from which ordinal
    day on the claims of a report count, and until before which. ``unheeded``: ids of claims that a newer reading has in place of one that a person
    accepted, amended or rejected."""

    reports: tuple[Document, ...]
    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    corrections: tuple[Correction, ...]
    terms: Mapping[str, tuple[int, int]]
    unheeded: frozenset[str]

    def about(self, subject: str) -> tuple[Judgement, ...]:
        """The judgements about parties, claims or events."""
        return tuple(one for one in self.judgements if one.subject == subject)

    def counts(self, report_id: str, day: date | None) -> bool:
        """True if the claims of the report count on a day; None: today and from then on."""
        since, until = self.terms[report_id]
        return until == FOREVER if day is None else since <= day.toordinal() < until


def hold(ledger: Ledger, *, published_by: date | None = None, recorded_by: Moment | None = None) -> Held:
    """What was known. ``published_by``: to who had read everything that was published up to that day (a report or a correction without a day counts
    from the day on which it was recorded). ``recorded_by``: to this ledger up to that moment, or the end of that day (UTC). None: all of it."""
    held = fold(ledger, recorded_by=recorded_by)
    return replace(
        held,
        reports=tuple(one for one in held.reports if held.counts(one.report_id, published_by)),
        claims=tuple(one for one in held.claims if held.counts(one.report_id, published_by)),
    )


def fold(ledger: Ledger, *, recorded_by: Moment | None = None) -> Held:
    """All that the entries up to a moment tell, reports that were corrected too."""
    with told_plainly(ledger.name):
        return _held(entries(ledger, as_of=recorded_by))


def _held(made: Sequence[Entry]) -> Held:
    judgements, corrections = handed_on(standing(made), successors(made)), in_force(made)
    posted = {entry.key: (report_from(entry.body), entry.recorded_at) for entry in made if entry.kind == "report"}
    readings = _Readings(made)
    claims = readings.judged(one for one in judgements if one.subject == "claims")
    return Held(
        reports=tuple(document for document, _ in posted.values()),
        claims=tuple(claims),
        judgements=judgements,
        corrections=tuple(corrections.values()),
        terms={name: term(document, recorded_at, corrections.get(name)) for name, (document, recorded_at) in posted.items()},
        unheeded=frozenset(readings.unheeded),
    )


def judge(made: Iterable[Entry], verdicts: Iterable[Judgement]) -> list[Claim]:
    """The claims that entries hold, as the last reading of each report and the last verdict about each claim say, in the order of posting."""
    return _Readings(sorted(made, key=lambda entry: entry.entry_id)).judged(verdicts)


def term(document: Document, recorded_at: datetime, correction: Correction | None) -> tuple[int, int]:
    """From which ordinal day on the claims of a report count, and until before which. What has no day has that on which it was recorded."""
    since = (document.published or recorded_at.date()).toordinal()
    end = (correction.day or correction.recorded_at.date()).toordinal() if correction else FOREVER
    return since, max(since, end)


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
                self._current[entry.key] = claim_from(entry.body)
            elif entry.kind == "correction" and entry.body["verb"] == "reread":
                self._successors |= entry.body["successors"]
                for claim_id in entry.body["withdrawn"]:
                    self._current.pop(claim_id, None)

    def judged(self, verdicts: Iterable[Judgement]) -> list[Claim]:
        """The claims in the order of posting, as the last verdict about each says."""
        for verdict in verdicts:
            self._heed(verdict)
        return sorted(self._current.values(), key=lambda claim: (self._order.get(claim.claim_id, len(self._order)), claim.claim_id))

    def _heed(self, verdict: Judgement) -> None:
        if verdict.record is None:
            return
        latest = self._latest(verdict.left)
        current = self._current.get(latest)
        if verdict.verb != "reject":
            self._current.pop(latest, None)
            self._current[verdict.left] = verdict.record
            self.unheeded |= {latest} if current is not None and latest != verdict.left else set()
        elif current is not None and (latest == verdict.left or tells_the_same(current, verdict.record)):
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
