"""Which claims are of no day unless one is said, and which point back to what was told before."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from hearsay import lexicons
from hearsay.grounding.times import Expression
from hearsay.grounding.trees import Tree
from hearsay.records import Claim, Token

_WORDS = {name: frozenset(words) for name, words in lexicons.load("time")["undated"].items()}
_PLACE = lexicons.load("place")
_HAPPENINGS = frozenset(_PLACE["untold"]["happenings"])
_POINTING = frozenset(("the", "this", "these"))
_LEAD_SENTENCES = 3  # "two civilians have been killed", in the lead, is the news
_BACKGROUND_SENTENCES = 2
OLD, LONG = timedelta(days=30), timedelta(days=60)
_MAIN = frozenset(("root", "conj", "ccomp", "parataxis"))
_BACK_REALIS = frozenset(("actual", "negated", "hypothetical"))
_WAS = frozenset(("was", "were"))
_CLAUSE_OPENERS = frozenset(("before", "since", "after", "until"))


class Undated:
    """What the way a claim is told says of its day. ``expressions`` are those of the report with days, in order; ``published`` its day."""

    def __init__(self, tree: Tree, expressions: Sequence[Expression], published: date | None) -> None:
        self._tree, self._usable, self._published = tree, expressions, published
        self._firsts = [e.first for e in expressions]

    def is_undated(self, claim: Claim) -> bool:
        """True for what is planned or feared, has gone on, goes on, or was "recently"."""
        span = self._tree.span(claim.evidence.start, claim.evidence.end)
        token = self._tree.tokens[self._tree.head(span)] if span else None
        if self._is_unreal(claim, token):
            return True
        if token is None or claim.event.type in _WORDS["states"]:
            return False
        if self._is_lasting(claim, token) or self._is_aside(token, is_counted=bool(claim.figures)):
            return True
        is_lead = self._tree.tokens[span.start].sentence < _LEAD_SENTENCES
        auxiliaries = self._tree.auxiliaries(token.index)
        if auxiliaries & _WORDS["auxiliaries"] and not (is_lead and auxiliaries & _WORDS["perfect"]):
            return True
        return any(self._tree.tokens[k].text.lower() in _WORDS["words"] for k in span)

    def _is_unreal(self, claim: Claim, token: Token | None) -> bool:
        """True for what is planned, threatened or feared, unless it was tried; and for deals, unless they were struck: "agreed to stop"."""
        event = claim.event
        if event.realis in _WORDS["realis"]:
            return token is None or not (event.realis == "planned" and self._is_tried(token))
        if event.type in _WORDS["types"]:
            is_struck = token is not None and event.realis == "actual" and token.relation in _MAIN and self._is_finished(token)
            return not (event.type == "agreement" and is_struck)
        return False

    def _is_tried(self, token: Token) -> bool:
        """True for the entering of "tried to enter"; not for that of "may try to enter" or "have been trying to"."""
        if token.relation != "xcomp" or token.head < 0:
            return False
        above = self._tree.tokens[token.head]
        return above.lemma.lower() in _WORDS["attempts"] and self._is_finished(above)

    def _is_finished(self, token: Token) -> bool:
        """True for a verb in the simple past or a participle: "tried", "trying", "was agreed"."""
        word, lemma = token.text.lower(), token.lemma.lower()
        is_other = bool((self._tree.auxiliaries(token.index)) & _WORDS["unfinished"]) or "to" in self._tree.marks(token.index)
        return token.upos == "VERB" and word not in (lemma, lemma + "s") and not is_other

    def _is_lasting(self, claim: Claim, token: Token) -> bool:
        """True for "is fighting the army" and "a campaign against the group", below the headlines; "was attacking the barracks" is of the day."""
        is_now = claim.event.realis == "ongoing" and token.upos == "VERB" and not self._tree.auxiliaries(token.index) & _WAS
        is_struggle = is_now and claim.event.type in _WORDS["struggles"] and token.sentence >= _LEAD_SENTENCES
        is_noun = token.upos == "NOUN" and token.text.lower() in _WORDS["lasting"] and not claim.figures and token.sentence > 0
        is_new = any(child.text.lower() in _WORDS["fresh"] for child in self._tree.children[token.index])
        return is_struggle or (is_noun and not is_new)

    def _is_aside(self, token: Token, *, is_counted: bool) -> bool:
        """True for "the fighters who hold the town", "have used it to launch rockets" and "the worst since the town fell"; what was done to
        protest was done, and so was the protest."""
        if token.relation == "acl:relcl" and not is_counted:
            return True
        marks = self._tree.marks(token.index)
        is_purpose = "to" in marks and token.relation in ("advcl", "acl") and token.text.lower() == token.lemma.lower()
        is_done = token.head >= 0 and self._is_finished(self._tree.tokens[token.head])
        return (is_purpose and not is_done) or (token.relation == "advcl" and "since" in marks)

    def is_background(self, claim: Claim) -> bool:
        """True for a happening told just after a day or span long past, and without a day of its own."""
        day = self._published
        span = self._tree.span(claim.evidence.start, claim.evidence.end)
        before = bisect_left(self._firsts, span.start)
        if claim.event.type in ("toll", *_WORDS["states"]) or day is None or not before:
            return False
        last = self._usable[before - 1]
        period = last.period
        is_old = period is not None and (day - period.last > OLD or period.last - period.first > LONG)
        tokens = self._tree.tokens
        is_near = tokens[span.start].sentence - tokens[last.first].sentence <= _BACKGROUND_SENTENCES
        return is_old and is_near and not self._is_by_the_way(last)

    def _is_by_the_way(self, expression: Expression) -> bool:
        """True for days in a relative clause or one with "before", "since" and the like: the tale does not go there."""
        above = self._tree.path(self._tree.head(range(expression.first, expression.last)))[1:]
        tokens = self._tree.tokens
        return any(tokens[k].relation == "acl:relcl" or (tokens[k].relation == "advcl" and self._tree.marks(k) & _CLAUSE_OPENERS) for k in above)

    def points_back(self, claim: Claim) -> bool:
        """True for "the attack killed twelve" and for who took or denied responsibility: that is of the day of the attack."""
        event = claim.event
        if event.type not in _WORDS["pointing"] or event.realis not in _BACK_REALIS:
            return False
        for k in self._tree.span(claim.evidence.start, claim.evidence.end):
            word = self._tree.tokens[k].text.lower()
            if word in _PLACE["untold"]["answered"]:
                return True
            if word in _HAPPENINGS and word not in _WORDS["lasting"] and any(c.text.lower() in _POINTING for c in self._tree.children[k]):
                return True
        return False
