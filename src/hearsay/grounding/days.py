"""Which day a claim tells of: its own words, those of its sentence, those of the tale so far, or the day of the report."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hearsay import lexicons
from hearsay.grounding.meanings import Counted, Fixed
from hearsay.grounding.periods import Period
from hearsay.grounding.times import Expression, Times, when
from hearsay.grounding.trees import Tree
from hearsay.records import Claim, Cue, When

_UNDATED = lexicons.load("time")["undated"]
_PERFECT = frozenset(_UNDATED["auxiliaries"])
_HAS = frozenset(_UNDATED["perfect"])
_VAGUE = frozenset(_UNDATED["words"])
_STATEMENTS = frozenset(lexicons.load("time")["words"]["statements"])
_REALIS = frozenset(_UNDATED["realis"])
_TYPES = frozenset(_UNDATED["types"])
_STATES = frozenset(_UNDATED["states"])
_NEAR = 3.5  # the loosest tie (Tree.distance) at which a date still belongs to a clause
_INSIDE = 2.0  # how much nearer a date counts that stands among the claim's own words
_RECENT_DAYS = 4
_OLD, _LONG = timedelta(days=30), timedelta(days=60)
_BACKGROUND_SENTENCES = 2
_TALE_SENTENCES = 1  # so far on, a claim is still of the day that was told
_TOLL_SENTENCES = 4  # and a mere count, which is of the news of the report
_BESIDE_WORDS = 5
_LEAD_SENTENCES = 3  # "two civilians have been killed", in the lead, is the news


class Days:
    """The days of one report."""

    def __init__(self, tree: Tree, times: Times) -> None:
        self._tree = tree
        self._times = times
        self._usable = [e for e in times.expressions if e.period is not None and not _is_era(e) and e not in times.stamps]
        self._firsts = [e.first for e in self._usable]

    def stated(self, start: int, end: int) -> When | None:
        """What the words between two offsets, or the rest of their sentence, say of when."""
        span = self._tree.span(start, end)
        sentence = self._tree.sentences(span)
        head = self._tree.head(span)
        found = self._usable[bisect_left(self._firsts, sentence.start) : bisect_left(self._firsts, sentence.stop)]
        near = [e for e in found if not self._is_apart(e, head)]
        if not near:
            return None
        ranked = sorted((self._looseness(head, span, e), abs(e.first - head), e.first) for e in near)
        cost, _, first = ranked[0]
        best = next(e for e in near if e.first == first)
        time = when(self._tree.reading, best)
        return time and self._bent(time, best, span, head) if cost <= _NEAR else None

    def _is_apart(self, expression: Expression, head: int) -> bool:
        """Whether "a day" in "attacked a day after the town fell" is counted from the clause asked about: it tells when the town fell."""
        if not isinstance(expression.meaning, Counted) or expression.meaning.basis != "event" or expression.last >= len(self._tree.tokens):
            return False
        return self._tree.tokens[expression.last].text.lower() in ("before", "after") and head < expression.first

    def _bent(self, time: When, expression: Expression, span: range, head: int) -> When:
        """What is said on a day is of that day or the one before; what "has" happened since a time long past goes on to the report's day."""
        day = self._times.published
        if time.precision == 1 and expression.first not in span and self._is_of_saying(expression, head):
            return replace(time, first=time.first - timedelta(days=1), precision=2)
        if day is not None and day - time.last > _OLD and time.precision > 3 and self._has_aux(head, _HAS) and expression.first not in span:
            return replace(time, last=day, precision=Period(time.first, day).precision)
        return time

    def _is_of_saying(self, expression: Expression, head: int) -> bool:
        """Whether the day hangs on a cue, and not on a verb of what is said: "said on Monday", not "said that two died on Monday"."""
        above = self._tree.path(self._tree.head(range(expression.first, expression.last)))[1:3]
        nearest = next((k for k in above if k in self._tree.cues or self._tree.tokens[k].upos == "VERB"), head)
        return nearest != head and nearest in self._tree.cues

    def _has_aux(self, head: int, words: frozenset[str]) -> bool:
        tied = self._tree.children[head] if head < len(self._tree.children) else ()
        return any(child.relation.startswith("aux") and child.text.lower() in words for child in tied)

    def _looseness(self, head: int, span: range, expression: Expression) -> float:
        word = self._tree.head(range(expression.first, expression.last))
        inside = _INSIDE if expression.first in span else 0.0
        return self._tree.distance(head, word) - inside

    def said(self, cue: Cue) -> When | None:
        """The day that hangs on the words of saying themselves: "said on Monday". No day of what is said."""
        span = self._tree.span(cue.start, cue.end)
        sentence = self._tree.sentences(span)
        content = {k for frame in self._tree.reading.frames if not set(frame.cue).isdisjoint(span) for k in frame.content}
        found = self._usable[bisect_left(self._firsts, sentence.start) : bisect_left(self._firsts, sentence.stop)]
        beside = [e for e in found if e.period is not None and e.period.precision == 1 and self._is_beside(e, span)]
        tied = [e for e in found if e.first not in content and self._hangs_on(e, span)]
        return next((when(self._tree.reading, e) for e in (*beside, *tied)), None)

    def _is_beside(self, expression: Expression, span: range) -> bool:
        """True if at most small words and a "statement" stand between: "said in a statement on Monday", "on Monday said"."""
        between = range(span.stop, expression.first) if expression.first >= span.stop else range(expression.last, span.start)
        return len(between) <= _BESIDE_WORDS and all(
            self._tree.tokens[k].upos in ("ADP", "DET", "PROPN", "PRON") or self._is_statement(k) for k in between
        )

    def _is_statement(self, index: int) -> bool:
        return self._tree.tokens[index].text.lower() in _STATEMENTS

    def _hangs_on(self, expression: Expression, span: range) -> bool:
        """True if the words of saying are the first verb above the expression."""
        above = self._tree.path(self._tree.head(range(expression.first, expression.last)))[1:]
        nearest = next((k for k in above if k in span or self._tree.tokens[k].upos in ("VERB", "AUX")), None)
        return nearest is not None and nearest in span

    def is_undated(self, claim: Claim) -> bool:
        """True if the way a claim is told says that it is of no one day: what is planned or feared, has gone on, or was "recently"."""
        if claim.event.realis in _REALIS or claim.event.type in _TYPES:
            return True
        if claim.event.type in _STATES:
            return False
        span = self._tree.span(claim.evidence.start, claim.evidence.end)
        head = self._tree.head(span)
        if span and not claim.figures and self._tree.tokens[head].relation == "acl:relcl":  # "the fighters who hold the town"
            return True
        is_lead = bool(span) and self._tree.tokens[span.start].sentence < _LEAD_SENTENCES
        if self._has_aux(head, _PERFECT) and not (is_lead and self._has_aux(head, _HAS)):
            return True
        return any(self._tree.tokens[k].text.lower() in _VAGUE for k in span)

    def is_background(self, claim: Claim) -> bool:
        """True for a happening told just after a day or span long past, and without a day of its own."""
        day = self._times.published
        span = self._tree.span(claim.evidence.start, claim.evidence.end)
        before = bisect_left(self._firsts, span.start)
        if claim.event.type in ("toll", *_STATES) or day is None or not before:
            return False
        last = self._usable[before - 1]
        tokens = self._tree.tokens
        period = last.period
        is_old = period is not None and (day - period.last > _OLD or period.last - period.first > _LONG)
        return is_old and tokens[span.start].sentence - tokens[last.first].sentence <= _BACKGROUND_SENTENCES

    def sentence(self, claim: Claim) -> int:
        """The number of the sentence that a claim stands in."""
        span = self._tree.span(claim.evidence.start, claim.evidence.end)
        return self._tree.tokens[span.start].sentence if span else 0

    def report(self, told: When | None = None) -> When | None:
        """The day of the report and the day before, of which reports of a day mostly tell; from the day that the report has told of, if it
        is an earlier one."""
        day = self._times.published
        if day is None:
            return None
        days = Period(min(day - timedelta(days=1), told.first if told else day), day)
        return When(days.first, days.last, days.precision, "", 0, 0, self._times.basis)

    def is_recent(self, time: When) -> bool:
        """True if the time is one of the days just before the report, or if the day of the report is not known."""
        day = self._times.published
        return time.precision <= 2 and (day is None or timedelta(0) <= day - time.last <= timedelta(days=_RECENT_DAYS))


def _is_era(expression: Expression) -> bool:
    """True for a war or another span of history that is named: "the Gulf War" is seldom when something happened."""
    period, meaning = expression.period, expression.meaning
    return isinstance(meaning, Fixed) and meaning.basis == "event" and period is not None and period.last - period.first > _OLD


def date_claims(days: Days, claims: Sequence[Claim]) -> list[When | None]:
    """The time of each claim, in the order given. What the words leave open is taken from the tale so far, then from the day of the report."""
    stated = {claim.claim_id: days.stated(claim.evidence.start, claim.evidence.end) for claim in claims}
    told: tuple[When, int] | None = None
    out: dict[str, When | None] = {}
    for claim in sorted(claims, key=lambda claim: claim.evidence.start):
        time = stated[claim.claim_id]
        sentence = days.sentence(claim)
        if time is not None:
            told = (time, sentence) if days.is_recent(time) else told
        elif not days.is_undated(claim) and not days.is_background(claim):
            within = _TOLL_SENTENCES if claim.event.type == "toll" or claim.figures else _TALE_SENTENCES
            time = told[0] if told and sentence - told[1] <= within else days.report(told[0] if told else None)
        out[claim.claim_id] = time
    return [out[claim.claim_id] for claim in claims]
