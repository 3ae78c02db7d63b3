"""Expressions of time that stand in a sentence and yet tell of something else than the clause asked about."""

from datetime import date

from hearsay import lexicons
from hearsay.grounding.compounds import Since
from hearsay.grounding.lengths import Lasting
from hearsay.grounding.meanings import Counted, Trailing
from hearsay.grounding.periods import HOURS
from hearsay.grounding.times import Expression
from hearsay.grounding.trees import Tree

_SUPERLATIVES = frozenset(lexicons.load("time")["undated"]["superlatives"])
_AFTERMATH = frozenset(lexicons.load("time")["undated"]["aftermath"])
_AT_ONCE = frozenset(lexicons.load("time")["undated"]["at_once"])
_BEFORE = frozenset(("before", "until", "till"))
_PHRASE = 9  # words of "since the outbreak of Syria's civil war in"
_FAR = frozenset(("planned", "hypothetical"))
_NOW = frozenset(("actual", "ongoing", "negated"))
_TOGETHER = frozenset(("appos", "ccomp", "conj", "list", "parataxis"))


class Asides:
    """What the expressions of one report do not tell of. ``published`` is its day, if known."""

    def __init__(self, tree: Tree, published: date | None) -> None:
        self._tree, self._published = tree, published

    def is_aside(self, expression: Expression, span: range, realis: str) -> bool:
        """True for an expression that cannot date a claim told by the words of ``span``; who demands and threatens has done so: "actual"."""
        head = self._tree.head(span)
        return (
            self._is_of_other_clause(expression, head)
            or (self._is_compared(expression) and not self.is_start(expression, head))
            or _is_loose(expression)
            or (realis in _NOW and self._tree.tokens[head].upos == "VERB" and self._is_ahead(expression))
            or (realis in _FAR and expression.first not in span and self.is_of_saying(expression, head))
        )

    def is_apart(self, expression: Expression, head: int) -> bool:
        """True for the days of what came before or after the clause asked about, as its own words say."""
        return self.is_counted_from(expression, head) or self._is_of_aftermath(expression, head)

    def is_counted_from(self, expression: Expression, head: int) -> bool:
        """Whether "a day" in "attacked a day after the town fell" is counted from the clause asked about: it tells when the town fell."""
        if not isinstance(expression.meaning, Counted) or expression.meaning.basis != "event" or expression.last >= len(self._tree.tokens):
            return False
        return self._tree.tokens[expression.last].text.lower() in ("before", "after") and head < expression.first

    def is_of_saying(self, expression: Expression, head: int) -> bool:
        """Whether the day hangs on a cue, and not on a verb of what is said: "said on Monday", not "said that two died on Monday"."""
        above = self._tree.path(self.word(expression))[1:3]
        nearest = next((k for k in above if k in self._tree.cues or self._tree.tokens[k].upos == "VERB"), head)
        return nearest != head and nearest in self._tree.cues

    def is_since(self, expression: Expression, head: int) -> bool:
        """True for the May of "40 have died since the attack began in May": what is told goes on from there."""
        return any(self._tree.tokens[k].relation in ("advcl", "obl") and "since" in self._openers(k) for k in self._falls(expression, head))

    def is_start(self, expression: Expression, head: int) -> bool:
        """True for "since May, when the town fell": it fell in May, and not since."""
        tokens = self._tree.tokens
        at = expression.last + 1 if expression.last < len(tokens) and tokens[expression.last].text == "," else expression.last
        return isinstance(expression.meaning, Since) and at < len(tokens) and tokens[at].text.lower() == "when" and head > at

    def aftermath(self, head: int) -> int | None:
        """The word "arrested" of "arrested on Friday for the killing", "trial" of "the trial of those who bombed it", asked of the deed."""
        below = head
        for k in self._tree.path(head)[1:]:
            token = self._tree.tokens[below]
            if token.relation in _TOGETHER or self._openers(below) & _AT_ONCE:
                return None
            if self._tree.tokens[k].lemma.lower() in _AFTERMATH:
                return k
            below = k
        return None

    def _openers(self, index: int) -> frozenset[str]:
        return frozenset(child.text.lower() for child in self._tree.children[index] if child.relation in ("case", "mark", "advmod"))

    def _is_of_aftermath(self, expression: Expression, head: int) -> bool:
        """True for the Friday of "arrested on Friday for the killing", not of "arrested for the killing on Friday"."""
        law, above = self.aftermath(head), self._tree.path(self.word(expression))
        return law is not None and head not in above and (law not in above or not law < head < expression.first)

    def word(self, expression: Expression) -> int:
        """The word of the expression that governs it."""
        return self._tree.head(range(expression.first, expression.last))

    def _falls(self, expression: Expression, head: int) -> list[int]:
        return self._tree.falls(head, self.word(expression))[1:]

    def _is_ahead(self, expression: Expression) -> bool:
        """True for the April of "cancelled a visit set for April", told in March: what was done is of no day to come."""
        return self._published is not None and expression.period is not None and expression.period.first > self._published

    def _is_of_other_clause(self, expression: Expression, head: int) -> bool:
        """True for the days of "it was shelled before it fell in December" and "hit a base that has been besieged for a year"."""
        for k in self._falls(expression, head):
            token = self._tree.tokens[k]
            if token.relation == "advcl" and self._tree.marks(k) & _BEFORE:
                return True
            if token.relation == "acl:relcl" and token.head != head and isinstance(expression.meaning, Lasting | Trailing):
                return True
        return False

    def _is_compared(self, expression: Expression) -> bool:
        """True for "the worst fighting since May", "the first convoy since the town fell in May", "since the fall of the town in May"."""
        above = self._tree.path(self.word(expression))[1:]
        is_since = isinstance(expression.meaning, Since) or self._follows_since(expression)
        if not is_since and not any("since" in self._openers(k) for k in above):
            return False
        described = (child for k in above for child in self._tree.children[k])
        return any(_is_superlative(child.text.lower()) for child in described if child.upos in ("ADJ", "ADV") and child.index < expression.first)

    def _follows_since(self, expression: Expression) -> bool:
        """True for "since May" and "since the outbreak of the war in 2011", with no verb between."""
        before = self._tree.tokens[max(0, expression.first - _PHRASE) : expression.first]
        at = next((k for k in reversed(range(len(before))) if before[k].text.lower() == "since"), None)
        return at is not None and all(token.upos not in ("VERB", "AUX", "PUNCT") for token in before[at:])


def _is_superlative(word: str) -> bool:
    return word in _SUPERLATIVES or (word.endswith("est") and not word.endswith("west") and len(word) >= len("oldest"))


def _is_loose(expression: Expression) -> bool:
    """True for "in recent months", "for years": no days that anything could be compared by."""
    meaning = expression.meaning
    return isinstance(meaning, Lasting | Trailing) and meaning.low != meaning.high and meaning.unit not in ("day", *HOURS)
