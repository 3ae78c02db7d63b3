"""Where a claim happened: the places tied to its clause, else to its sentence, else those of the tale so far."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay import lexicons
from hearsay.grounding.gazetteer import COUNTRY, REGION
from hearsay.grounding.places import Spot, find_peoples
from hearsay.grounding.trees import Tree
from hearsay.records import Place

_PLACE = lexicons.load("place")
_KINDS = frozenset(word for words in _PLACE["kinds"].values() for word in words)
_AT = frozenset(_PLACE["ties"]["at"])
_FIRM = frozenset(_PLACE["ties"]["firm"])
_ADJECTIVES = frozenset(_PLACE["ties"]["adjectives"])
_DIRECTIONS = frozenset(_PLACE["ties"]["directions"])
_LYING = frozenset(_PLACE["ties"]["lying"])
_BETWEEN = _KINDS | _LYING | _DIRECTIONS
_TELLING = frozenset(_PLACE["untold"]["happenings"])
_INNER = ("compound", "flat", "appos", "amod", "nmod:poss", "conj", "list", "dep", "nmod:desc", "obl:unmarked", "nmod:unmarked")
_MODIFIERS = frozenset(("compound", "amod", "nmod:poss", "nmod:desc", "obl:npmod", "obl:unmarked", "obl:agent"))
_NO_PLACE = 4.0
_SOURCE = 1.5  # "a source in Hasaka said": there is where the word comes from
_NEAR = 3.0  # the loosest tie at which a place still belongs to a clause
_INSIDE = 2.0
_LOOSE = 8
_NEAR_WORDS = 4
_LIES_WORDS = 8  # between a place and what it is said to lie in or so far from
_FOLLOWS_WORDS = 3  # between a region and the town in it, where the region stands first
_REACH = 12  # mentions before and behind one that may belong to it
_BESIDE = 3.0  # "Damascus government"
_BEHIND = 1.5  # how much nearer a place counts that stands just behind the words
_TOWN_IN = 0.1  # "a town in Idlib" is in Idlib, but "the town of Douma in Idlib" is Douma


@dataclass(frozen=True, slots=True)
class Tie:
    """How a named place stands in its sentence: the word that it hangs by (``top``), and how little that speaks of a place (``cost``)."""

    spot: Spot
    top: int
    cost: float


class Sites:
    """The places of one report."""

    def __init__(self, tree: Tree, spots: Sequence[Spot]) -> None:
        self._tree = tree
        self._named = frozenset(k for spot in spots for k in range(spot.mention.first, spot.mention.last))
        countries = Counter(spot.place.country for spot in spots if spot.place.country)
        self._peoples = find_peoples(tree.reading)
        countries.update(place.country for place in self._peoples if place.country)
        self._sources = frozenset(k for frame in tree.reading.frames for k in frame.source)
        self._home = max(countries, key=lambda code: (countries[code], code), default=None)
        self._ties = [self._tie(spot) for spot in spots]
        self._firsts = [tie.spot.mention.first for tie in self._ties]

    def stated(self, start: int, end: int) -> tuple[Place, ...]:
        """The places that the words between two offsets, or the rest of their sentence, tie to them; the nearest and those coordinated with it."""
        span = self._tree.span(start, end)
        sentence = self._tree.sentences(span)
        near = self._ties[bisect_left(self._firsts, sentence.start) : bisect_left(self._firsts, sentence.stop)]
        near = [tie for tie in near if not tie.spot.mention.is_dateline]
        if not near:
            return ()
        head = self._tree.head(span)
        ranked = sorted(near, key=lambda tie: (self._looseness(head, span, tie), abs(tie.top - head), tie.spot.mention.first))
        best = ranked[0]
        if self._looseness(head, span, best) > _NEAR:
            return ()
        best = self._held(near, best)
        beside = [tie for tie in ranked if tie.top == best.top and tie is not best and self._is_beside(tie, best)]
        return tuple(self._phrase(tie.spot) for tie in sorted([best, *beside], key=lambda tie: tie.spot.mention.first))

    def _held(self, near: Sequence[Tie], best: Tie) -> Tie:
        """The place that is said to lie in, or so far from, the best one: the Anaba of "Anaba in Panjshir", of "Anaba, 20 km north of Bazarak"."""
        for _ in range(_LOOSE):
            inner = self._inner(near, best)
            if inner is None:
                break
            best = inner
        return best

    def _inner(self, near: Sequence[Tie], other: Tie) -> Tie | None:
        before = [tie for tie in near if tie.spot.mention.last <= other.spot.mention.first and self._lies(tie, other)]
        behind = [tie for tie in near if tie.spot.mention.first >= other.spot.mention.last and self._follows(tie, other)]
        return next(iter((*reversed(before), *behind)), None)

    def _follows(self, tie: Tie, other: Tie) -> bool:
        """True for the Anaba of "Panjshir province town of Anaba"."""
        between = self._tree.tokens[other.spot.mention.last : tie.spot.mention.first]
        words = [token.text.lower() for token in between]
        is_named = len(words) <= _FOLLOWS_WORDS and all(word in _KINDS or word in ("of", "'s", "’s") for word in words) and not _is_wide(tie.spot)
        is_double = sum(word in _KINDS for word in words) > 1 and words[-1] == "of"  # "the Red Sea port town of Mokha"
        return is_named and (is_double or _is_wide(other.spot))

    def _lies(self, tie: Tie, other: Tie) -> bool:
        between = self._tree.tokens[tie.spot.mention.last : other.spot.mention.first]
        if len(between) > _LIES_WORDS or _is_wide(tie.spot) or len({token.sentence for token in between}) > 1:
            return False
        if any(token.upos in ("VERB", "AUX", "CCONJ") and token.relation != "amod" and token.text.lower() not in _LYING for token in between):
            return False
        words = [token.text.lower() for token in between]
        relation = other.spot.place.relation
        if relation is not None and (relation.kind != "near" or words[:1] == [","]) and tie.cost < _NO_PLACE:
            return True
        telling = next((word for word in words if word not in _BETWEEN), None)
        return telling in ("in", ",") and _is_wide(other.spot)

    def narrow(self) -> list[Place]:
        """Places of the report that its tale can be carried on at, in order: firmly tied ones that are no country and hold no other. "The capital"
        is where its voices sit more often than where the tale goes on."""
        firm = [(k, tie) for k, tie in enumerate(self._ties) if tie.cost <= 1.0 and not _is_country(tie.spot)]
        firm = [(k, tie) for k, tie in firm if tie.spot.place.surface.lower() != "capital"]
        return [self._phrase(tie.spot) for k, tie in firm if self._inner(self._ties[max(k - _REACH, 0) : k + _REACH], tie) is None]

    def country(self) -> tuple[Place, ...]:
        """The country that the report tells of most, if it is named, be it by its adjective: its first mention."""
        named = [tie.spot.place for tie in self._ties if _is_country(tie.spot)]
        return tuple([place for place in (*named, *self._peoples) if place.country == self._home][:1])

    def _looseness(self, head: int, span: range, tie: Tie) -> float:
        inside = _INSIDE if tie.spot.mention.first in span else 0.0
        behind = _BEHIND if tie.spot.mention.first == span.stop + 1 and self._tree.tokens[span.stop].text.lower() in _FIRM else 0.0
        return self._tree.distance(head, tie.top) + tie.cost - inside - behind

    def _is_beside(self, tie: Tie, best: Tie) -> bool:
        """Coordinated with the best, not holding it: "Homs and Hama", not "Homs in Syria"; or meant by the same noun ("the towns")."""
        if tie.spot.mention.first == best.spot.mention.first:
            return True
        word = self._tree.head(range(tie.spot.mention.first, tie.spot.mention.last))
        other = self._tree.head(range(best.spot.mention.first, best.spot.mention.last))
        linked = self._tree.tokens[word].relation == "conj" or self._tree.tokens[other].relation == "conj"
        return linked and _is_country(tie.spot) == _is_country(best.spot)

    def _tie(self, spot: Spot) -> Tie:
        """Climbs from a name through "the village of" and the like to the word that hangs in the clause."""
        word = self._tree.head(range(spot.mention.first, spot.mention.last))
        nested = 0.0
        for _ in range(_LOOSE):
            step = self._step(word)
            if step is None:
                break
            nested += step
            word = self._tree.tokens[word].head
        if spot.mention.is_dateline:
            return Tie(spot, word, _NO_PLACE)
        above = self._tree.path(word)[:_NEAR_WORDS]
        if any(child.text.lower() == "according" for k in above for child in self._tree.children[k]):
            return Tie(spot, word, _NO_PLACE)
        told_from = _SOURCE if not self._sources.isdisjoint(above) else 0.0
        return Tie(spot, word, self._cost(word, spot) + nested + told_from + self._breadth(spot))

    def _step(self, word: int) -> float | None:
        """What it costs to climb from a word to its governor within one phrase of place: nothing to "the town of", much to "a town in"."""
        token = self._tree.tokens[word]
        if token.head < 0 or not self._is_place(token.head):
            return None
        relation = token.relation.split(":")[0]
        if relation == "nmod":
            is_of = any(child.text.lower() == "of" for child in self._tree.children[word] if child.relation == "case")
            is_kind = self._tree.tokens[token.head].text.lower() in _KINDS
            if is_kind:
                return 0.0 if is_of or token.relation != "nmod" else _TOWN_IN
            return 1.5
        if token.relation not in _INNER:
            return None
        return 0.0 if relation == "conj" or self._tree.tokens[token.head].text.lower() in _KINDS else 0.5

    def _breadth(self, spot: Spot) -> float:
        """Narrow places before wide ones, and those of the country at hand before others."""
        if spot.choice is None:
            return 0.0
        abroad = 0.75 if spot.place.country not in (self._home, None) else 0.0
        return abroad + {COUNTRY: 1.0, REGION: 0.4}.get(spot.choice.entry.kind, 0.0)

    def _is_place(self, index: int) -> bool:
        return index in self._named or self._tree.tokens[index].text.lower() in _KINDS

    def _cost(self, word: int, spot: Spot) -> float:
        """How little the way a word hangs speaks of a place: "in Homs" 0, "attacked Homs" 0.5, "Homs said" 3."""
        token = self._tree.tokens[word]
        relation = token.relation
        cases = {child.text.lower() for child in self._tree.children[word] if child.relation == "case"}
        if relation in ("obl", "nmod", "obl:tmod", "root", "advmod", "acl", "advcl") and cases & _FIRM:
            return 0.0
        if cases & _AT:
            return 0.5
        if _is_country(spot) and relation in _MODIFIERS:
            return _NO_PLACE
        if token.head >= 0 and self._tree.tokens[token.head].upos == "ADJ" and "to" in cases:
            return _NO_PLACE  # "loyal to Damascus"
        if word not in self._named and self._is_called(spot):
            return 0.0
        if relation in ("compound", "amod") and not self._is_told_by(token.head):
            return _BESIDE
        costs = {"obj": 0.5, "nsubj:pass": 0.75, "obl": 0.5, "nmod": 0.75, "compound": 1.25, "nmod:poss": 1.5, "amod": 1.5, "conj": 1.0, "appos": 1.0}
        return costs.get(relation, _NO_PLACE if relation.startswith("nsubj") else 1.5)

    def _is_called(self, spot: Spot) -> bool:
        """True for "the town of Douma"."""
        before = [token.text.lower() for token in self._tree.tokens[max(spot.mention.first - 2, 0) : spot.mention.first]]
        return len(before) == 2 and before[0] in _KINDS and before[1] == "of"

    def _is_told_by(self, index: int) -> bool:
        """True for the noun of "Aleppo attack", not for that of "Damascus government"."""
        return index >= 0 and (self._tree.tokens[index].text.lower() in _TELLING or self._is_place(index))

    def _phrase(self, spot: Spot) -> Place:
        """The place with its surface widened to the phrase: "northern district of Manbij", "Aleppo countryside"."""
        tokens = self._tree.tokens
        first, last = spot.mention.first, spot.mention.last
        while self._is_kind_behind(last, first):
            last += 1
        if first >= 2 and tokens[first - 1].text.lower() == "of" and tokens[first - 2].text.lower() in _KINDS:
            first -= 2
        while first and self._describes(first - 1, range(first, last)):
            first -= 1
        start, end = tokens[first].start, tokens[last - 1].end
        return replace(spot.place, surface=self._tree.reading.document.text[start:end], start=start, end=end)

    def _is_kind_behind(self, at: int, first: int) -> bool:
        """The "province" of "Idlib province", not the "part" of "Tokhar, part of Manbij"."""
        tokens = self._tree.tokens
        if at >= len(tokens) or tokens[at].text.lower() not in _KINDS or tokens[at].sentence != tokens[first].sentence:
            return False
        return at + 1 == len(tokens) or tokens[at + 1].text.lower() != "of"

    def _describes(self, at: int, span: range) -> bool:
        token = self._tree.tokens[at]
        if token.text.lower() in _DIRECTIONS:
            return at + 1 == span.start
        return token.text.lower() in _ADJECTIVES or (token.upos == "ADJ" and token.head in span)


def _is_wide(spot: Spot) -> bool:
    return spot.choice is not None and spot.choice.entry.kind in (COUNTRY, REGION)


def _is_country(spot: Spot) -> bool:
    return spot.choice is not None and spot.choice.entry.kind == COUNTRY
