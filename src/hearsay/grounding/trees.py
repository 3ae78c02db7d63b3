"""How words of a sentence hang together: what grounding asks of the tree."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from hearsay.records import Reading, Token

_CLAUSES = frozenset(("ccomp", "advcl", "acl", "csubj", "parataxis", "xcomp"))
_DEEPEST = 40  # a tree that is deeper has a ring


class Tree:
    """A reading with its tokens by offset, ancestors and cues at hand."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self._starts = [token.start for token in reading.tokens]
        self.cues = frozenset(k for frame in reading.frames for k in frame.cue)

    def span(self, start: int, end: int) -> range:
        """The tokens between two offsets."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def head(self, span: range) -> int:
        """The word of the span that governs it: the first whose own governor lies outside, a verb if there is one."""
        tops = [k for k in span if self.tokens[k].head not in span and self.tokens[k].upos != "PUNCT"]
        return next((k for k in tops if self.tokens[k].upos == "VERB"), tops[0] if tops else span.start)

    def path(self, index: int) -> list[int]:
        """The word and its governors up to the root."""
        out = [index]
        head = self.tokens[index].head
        while head >= 0 and len(out) < _DEEPEST:
            out.append(head)
            head = self.tokens[head].head
        return out

    @cached_property
    def children(self) -> Sequence[Sequence[Token]]:
        """The dependents of each word."""
        out: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                out[token.head].append(token)
        return out

    def sentences(self, span: range) -> range:
        """The tokens of the sentences that the span touches."""
        if not span or not self.tokens:
            return range(0)
        last = self.tokens[min(span.stop, len(self.tokens)) - 1].sentence
        return range(self.reading.sentences[self.tokens[span.start].sentence].first, self.reading.sentences[last].last)

    def distance(self, head: int, word: int) -> float:
        """How loosely ``word`` belongs to the clause of ``head``: 0 below it, more for each clause between them. Words of a clause beside or
        below are further than those of the clause above."""
        up, down = self.path(head), self.path(word)
        meeting = next((k for k in up if k in down), None)
        if meeting is None:
            return 4.0
        rises = up[: up.index(meeting)]
        falls = down[: down.index(meeting)]
        cost = sum(self._rise(k) for k in rises) + sum(self._fall(k) for k in falls[1:] or falls[:0])
        return cost + (1.0 if meeting != head and meeting in self.cues else 0.0)

    def falls(self, head: int, word: int) -> list[int]:
        """The words from ``word`` up to where its path meets that of ``head``, that one left out."""
        up, down = self.path(head), self.path(word)
        meeting = next((k for k in up if k in down), None)
        return [] if meeting is None else down[: down.index(meeting)]

    def marks(self, index: int) -> frozenset[str]:
        """The words that open a clause: "since", "before", "when", "to"."""
        return frozenset(child.text.lower() for child in self.children[index] if child.relation in ("mark", "advmod"))

    def auxiliaries(self, index: int) -> frozenset[str]:
        """The auxiliaries of a verb: "has", "been"."""
        return frozenset(child.text.lower() for child in self.children[index] if child.relation.startswith("aux"))

    def _rise(self, index: int) -> float:
        relation = self.tokens[index].relation.split(":")[0]
        return 1.0 if relation in _CLAUSES else 0.25

    def _fall(self, index: int) -> float:
        relation = self.tokens[index].relation.split(":")[0]
        return 2.5 if relation in _CLAUSES else 1.25 if relation == "conj" else 0.25
