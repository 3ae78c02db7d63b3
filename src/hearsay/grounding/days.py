"""Which day a claim tells of: its own words, those of its sentence, those of the tale so far, or the day of the report."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from hearsay import lexicons
from hearsay.grounding.asides import Asides
from hearsay.grounding.meanings import Fixed
from hearsay.grounding.periods import Period
from hearsay.grounding.times import Expression, Times, when
from hearsay.grounding.trees import Tree
from hearsay.grounding.undated import OLD, Undated
from hearsay.records import Claim, Cue, When
from hearsay.records.claim import SPOKEN

_HAS = frozenset(lexicons.load("time")["undated"]["perfect"])
_STATEMENTS = frozenset(lexicons.load("time")["words"]["statements"])
_NEAR = 3.5  # the loosest tie (Tree.distance) at which a date still belongs to a clause
_INSIDE = 2.0  # how much nearer a date counts that stands among the claim's own words
_RECENT_DAYS = 4
_NEWS_DAYS = 2  # what a report told of longer ago is not gone on with
_TALE_SENTENCES = 1  # so far on, a claim is still of the day that was told
_TOLL_SENTENCES = 4  # and a mere count, which is of the news of the report
_BESIDE_WORDS = 5
_HEAD_SENTENCES = 2  # headlines and lead, which tell of what the report dates further on
_AHEAD_SENTENCES = 5
_LEAD_SENTENCES = 3


class Days:
    """The days of one report."""

    def __init__(self, tree: Tree, times: Times) -> None:
        self._tree = tree
        self._times = times
        self._usable = [e for e in times.expressions if e.period is not None and not _is_era(e) and e not in times.stamps]
        self._firsts = [e.first for e in self._usable]
        self._asides = Asides(tree, times.published)
        undated = Undated(tree, self._usable, times.published)
        self.is_undated, self.is_background, self.points_back = undated.is_undated, undated.is_background, undated.points_back

    def stated(self, start: int, end: int, realis: str | None = None) -> When | None:
        """What the words between two offsets, or the rest of their sentence, say of when; for a claim, by its ``realis``."""
        span = self._tree.span(start, end)
        sentence = self._tree.sentences(span)
        head = self._tree.head(span)
        found = self._usable[bisect_left(self._firsts, sentence.start) : bisect_left(self._firsts, sentence.stop)]
        near = [e for e in found if not self._asides.is_apart(e, head) and (realis is None or not self._asides.is_aside(e, span, realis))]
        if not near:
            return None
        ranked = sorted((self._looseness(head, span, e), abs(e.first - head), e.first) for e in near)
        cost, _, first = ranked[0]
        best = next(e for e in near if e.first == first)
        return self._bent(best, span, head) if cost <= _NEAR else None

    def _bent(self, expression: Expression, span: range, head: int) -> When | None:
        """What is said on a day is of that day or the one before; what "has" happened since a time long past goes on to the report's day."""
        if self._asides.is_start(expression, head) and expression.parts:
            return when(self._tree.reading, expression.parts[0])
        time, day = when(self._tree.reading, expression), self._times.published
        if time is None:
            return None
        if time.precision == 1 and expression.first not in span and self._asides.is_of_saying(expression, head):
            return replace(time, first=time.first - timedelta(days=1), precision=2)
        if day is None or time.last >= day:
            return time
        goes_on = day - time.last > OLD and time.precision > 3 and self._tree.auxiliaries(head) & _HAS and expression.first not in span
        if goes_on or self._asides.is_since(expression, head):
            return replace(time, last=day, precision=Period(time.first, day).precision)
        return time

    def _looseness(self, head: int, span: range, expression: Expression) -> float:
        inside = _INSIDE if expression.first in span or self._asides.is_since(expression, head) else 0.0
        return self._tree.distance(head, self._asides.word(expression)) - inside

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
        above = self._tree.path(self._asides.word(expression))[1:]
        nearest = next((k for k in above if k in span or self._tree.tokens[k].upos in ("VERB", "AUX")), None)
        return nearest is not None and nearest in span

    def sentence(self, claim: Claim) -> int:
        """The number of the sentence that a claim stands in."""
        span = self._tree.span(claim.evidence.start, claim.evidence.end)
        return self._tree.tokens[span.start].sentence if span else 0

    def aftermath(self, claim: Claim) -> int | None:
        """The word for what was done about the deed that a claim tells of, if it is told with that: "arrested on Friday for the killing of two"."""
        return self._asides.aftermath(self.head(claim))

    def head(self, claim: Claim) -> int:
        """The word that governs the claim's words."""
        return self._tree.head(self._tree.span(claim.evidence.start, claim.evidence.end))

    def is_counted_off(self, time: When) -> bool:
        """True for the "a day" of "shelled the town on Friday, a day after its capture"."""
        expression = next((e for e in self._usable if self._tree.tokens[e.first].start == time.start), None)
        return expression is not None and self._asides.is_counted_from(expression, -1)

    def is_aftermath(self, claim: Claim) -> bool:
        """True for the second claim of "shelled the town on Friday, a day after rebels took it": the tale does not go there."""
        tokens = self._tree.tokens
        above = [k for k in self._tree.path(self.head(claim))[:4] if k < len(tokens) and tokens[k].relation in ("advcl", "acl:relcl")]
        return any(self._tree.marks(k) & {"after", "before", "since"} for k in above)

    def report(self, told: When | None = None) -> When | None:
        """The day of the report and the day before, of which reports of a day mostly tell; from the day that the report has told of, if it
        is one shortly before."""
        day = self._times.published
        if day is None:
            return None
        days = Period(min(day - timedelta(days=1), told.first if told and self.is_news(told) else day), day)
        return When(days.first, days.last, days.precision, "", 0, 0, self._times.basis)

    def is_news(self, time: When) -> bool:
        """True if the time began so shortly before the report that what happened between the two may be told together."""
        day = self._times.published
        return day is None or day - time.first <= timedelta(days=_NEWS_DAYS)

    def is_recent(self, time: When) -> bool:
        """True if the time is one of the days just before the report, or if the day of the report is not known."""
        day = self._times.published
        return time.precision <= 2 and (day is None or timedelta(0) <= day - time.last <= timedelta(days=_RECENT_DAYS))


def _is_era(expression: Expression) -> bool:
    """True for a war or another span of history that is named: "the Gulf War" is seldom when something happened."""
    period, meaning = expression.period, expression.meaning
    return isinstance(meaning, Fixed) and meaning.basis == "event" and period is not None and period.last - period.first > OLD


def date_claims(days: Days, claims: Sequence[Claim]) -> list[When | None]:
    """The time of each claim, in the order given. What the words leave open is taken from the tale so far, then from the day of the report."""
    tale = _Tale(days, sorted(claims, key=lambda claim: claim.evidence.start))
    out = tale.dates()
    return [out[claim.claim_id] for claim in claims]


def _realis(claim: Claim) -> str:
    """That of the act itself: a threat was made, whatever it threatens."""
    return "actual" if claim.event.type in SPOKEN else claim.event.realis


class _Tale:
    """The claims of a report in the order of the text, and the day it told of last."""

    def __init__(self, days: Days, claims: Sequence[Claim]) -> None:
        self._days, self._claims = days, claims
        self._stated = {c.claim_id: days.stated(c.evidence.start, c.evidence.end, _realis(c)) for c in claims}
        self._sentences = {c.claim_id: days.sentence(c) for c in claims}
        self._aftermaths = {c.claim_id: days.aftermath(c) for c in claims}
        self._arrests = set(self._aftermaths.values())
        self._told: tuple[When, int] | None = None
        self._all_told: set[When] = set()

    def dates(self) -> dict[str, When | None]:
        """The time of each claim by its id."""
        out: dict[str, When | None] = {}
        for number, claim in enumerate(self._claims):
            time = self._stated[claim.claim_id]
            if time is not None:
                self._goes_on(claim, time)
            out[claim.claim_id] = time or self._untold(number)
        return out

    def _goes_on(self, claim: Claim, time: When) -> None:
        sentence = self._sentences[claim.claim_id]
        is_aside = self._told is not None and self._told[1] == sentence and self._days.is_aftermath(claim)
        is_aside = is_aside or self._days.head(claim) in self._arrests
        if self._days.is_recent(time) and not is_aside and not self._days.is_counted_off(time):
            self._told = (time, sentence)
            self._all_told.add(replace(time, surface="", start=0, end=0))

    def _untold(self, number: int) -> When | None:
        """The time of a claim whose sentence does not tell it."""
        claim = self._claims[number]
        if self._days.is_undated(claim) or self._days.is_background(claim):
            if not self._days.points_back(claim):
                return None
            return self._told[0] if self._told else self._days.report()
        if self._aftermaths[claim.claim_id] is not None:
            return self._told[0] if self._told else self._ahead(number)
        within = _TOLL_SENTENCES if claim.event.type == "toll" or claim.figures else _TALE_SENTENCES
        if self._told and self._sentences[claim.claim_id] - self._told[1] <= within:
            return self._told[0]
        return self._ahead(number) or self._news()

    def _ahead(self, number: int) -> When | None:
        """For headlines and lead, the day of the next claim of that kind, if no day was told yet."""
        claim = self._claims[number]
        sentence = self._sentences[claim.claim_id]
        if self._told or sentence >= _HEAD_SENTENCES or claim.event.type == "toll":
            return None
        for other in self._claims[number + 1 :]:
            time = self._stated[other.claim_id]
            is_near = self._sentences[other.claim_id] - sentence <= _AHEAD_SENTENCES
            if is_near and time is not None and other.event.type == claim.event.type:
                return time if self._days.is_recent(time) else None
        return None

    def _news(self) -> When | None:
        """The day of the report or, where the lead of a late one tells of one day and no other was told of since, that one."""
        if self._told is None:
            return self._days.report()
        time, sentence = self._told
        is_only = time.precision == 1 and len(self._all_told) == 1 and sentence < _LEAD_SENTENCES
        return time if is_only and not self._days.is_news(time) else self._days.report(time)
