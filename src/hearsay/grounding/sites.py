"""Where a claim happened: the places tied to its clause, else to its sentence, else those of the tale so far."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hearsay import lexicons
from hearsay.grounding.gazetteer import COUNTRY
from hearsay.grounding.places import Spot
from hearsay.grounding.trees import Tree
from hearsay.records import Claim, Place

_PLACE = lexicons.load("place")
_KINDS = frozenset(word for words in _PLACE["kinds"].values() for word in words)
_AT = frozenset(_PLACE["ties"]["at"])
_FIRM = frozenset(_PLACE["ties"]["firm"])
_ADJECTIVES = frozenset(_PLACE["ties"]["adjectives"])
_INNER = ("compound", "flat", "appos", "amod", "nmod:poss", "conj", "list", "dep", "nmod:desc", "obl:unmarked", "nmod:unmarked")
_NEAR = 3.0  # the loosest tie at which a place still belongs to a clause
_INSIDE = 2.0
_LOOSE = 8


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
        self._by_first = {spot.mention.first: spot for spot in spots}
        self._ties = [self._tie(spot) for spot in spots]

    def stated(self, start: int, end: int) -> tuple[Place, ...]:
        """The places that the words between two offsets, or the rest of their sentence, tie to them; the nearest and those coordinated with it."""
        span = self._tree.span(start, end)
        sentence = self._tree.sentences(span)
        near = [tie for tie in self._ties if sentence.start <= tie.spot.mention.first < sentence.stop]
        if not near:
            return ()
        head = self._tree.head(span)
        ranked = sorted(((self._looseness(head, span, tie), abs(tie.top - head), tie.spot.mention.first), tie) for tie in near)
        best_cost, best = ranked[0][0][0], ranked[0][1]
        if best_cost > _NEAR:
            return ()
        beside = [tie for _, tie in ranked[1:] if tie.top == best.top and self._is_beside(tie, best)]
        return tuple(self._phrase(tie.spot) for tie in sorted([best, *beside], key=lambda tie: tie.spot.mention.first))

    def narrow(self) -> list[Place]:
        """Places of the report that its tale can be carried on at, in order: firmly tied ones that are no country."""
        return [self._phrase(tie.spot) for tie in self._ties if tie.cost <= 1.0 and not _is_country(tie.spot)]

    def countries(self) -> list[Place]:
        """The countries named, in order."""
        return [tie.spot.place for tie in self._ties if _is_country(tie.spot)]

    def _looseness(self, head: int, span: range, tie: Tie) -> float:
        inside = _INSIDE if tie.spot.mention.first in span else 0.0
        return self._tree.distance(head, tie.top) + tie.cost - inside + (1.0 if _is_country(tie.spot) else 0.0)

    def _is_beside(self, tie: Tie, best: Tie) -> bool:
        """Coordinated with the best, not holding it: "Homs and Hama", not "Homs in Syria"."""
        word = self._tree.head(range(tie.spot.mention.first, tie.spot.mention.last))
        other = self._tree.head(range(best.spot.mention.first, best.spot.mention.last))
        linked = self._tree.tokens[word].relation == "conj" or self._tree.tokens[other].relation == "conj"
        return linked and _is_country(tie.spot) == _is_country(best.spot)

    def _tie(self, spot: Spot) -> Tie:
        """Climbs from a name through "the village of" and the like to the word that hangs in the clause."""
        tokens, tree = self._tree.tokens, self._tree
        word = tree.head(range(spot.mention.first, spot.mention.last))
        nested = 0.0
        for _ in range(_LOOSE):
            token = tokens[word]
            if token.head < 0:
                break
            governor = tokens[token.head]
            relation = token.relation.split(":")[0]
            is_kind = governor.text.lower() in _KINDS
            if relation in ("compound", "flat", "amod", "appos", "nmod", "list") and is_kind:
                word = token.head
            elif token.relation in _INNER and self._is_place(governor.index):
                nested += 0.0 if relation == "conj" else 0.5
                word = token.head
            elif relation == "nmod" and self._is_place(governor.index):
                nested += 1.5
                word = token.head
            else:
                break
        return Tie(spot, word, self._cost(word) + nested)

    def _is_place(self, index: int) -> bool:
        return any(first <= index < spot.mention.last for first, spot in self._by_first.items() if first <= index) or self._tree.tokens[index].text.lower() in _KINDS

    def _cost(self, word: int) -> float:
        """How little the way a word hangs speaks of a place: "in Homs" 0, "attacked Homs" 0.5, "Homs said" 3."""
        token = self._tree.tokens[word]
        relation = token.relation
        cases = {child.text.lower() for child in self._tree.children[word] if child.relation == "case"}
        if relation in ("obl", "nmod", "obl:tmod", "root", "advmod", "acl", "advcl") and cases & _FIRM:
            return 0.0
        if cases & _AT:
            return 0.5
        costs = {"obj": 0.5, "nsubj:pass": 0.75, "obl": 0.5, "nmod": 0.75, "compound": 1.25, "nmod:poss": 1.5, "amod": 1.5, "conj": 1.0, "appos": 1.0}
        return costs.get(relation, 3.0 if relation.startswith("nsubj") else 1.5)

    def _phrase(self, spot: Spot) -> Place:
        """The place with its surface widened to the phrase: "northern district of Manbij", "Aleppo countryside"."""
        tokens = self._tree.tokens
        first, last = spot.mention.first, spot.mention.last
        while last < len(tokens) and tokens[last].text.lower() in _KINDS and tokens[last].sentence == tokens[first].sentence:
            last += 1
        if first >= 2 and tokens[first - 1].text.lower() == "of" and tokens[first - 2].text.lower() in _KINDS:
            first -= 2
        while first and (tokens[first - 1].text.lower() in _ADJECTIVES or (tokens[first - 1].upos == "ADJ" and tokens[first - 1].head in range(first, last))):
            first -= 1
        start, end = tokens[first].start, tokens[last - 1].end
        return replace(spot.place, surface=self._tree.reading.document.text[start:end], start=start, end=end)


def _is_country(spot: Spot) -> bool:
    return spot.choice is not None and spot.choice.entry.kind == COUNTRY


def place_claims(sites: Sites, claims: Sequence[Claim]) -> list[tuple[Place, ...]]:
    """The places of each claim, in the order given. What the words leave open is taken from the last narrow place named before, else the first
    one named after, else the country told of."""
    narrow, countries = sites.narrow(), sites.countries()
    out: dict[str, tuple[Place, ...]] = {}
    told: tuple[Place, ...] = ()
    for claim in sorted(claims, key=lambda claim: claim.evidence.start):
        found = sites.stated(claim.evidence.start, claim.evidence.end)
        if not found:
            found = told or _carried(narrow, countries, claim)
        elif any(place.precision != 6 for place in found):
            told = found
        out[claim.claim_id] = found
    return [out[claim.claim_id] for claim in claims]


def _carried(narrow: Sequence[Place], countries: Sequence[Place], claim: Claim) -> tuple[Place, ...]:
    before = [place for place in narrow if place.start < claim.evidence.end]
    if before:
        return (before[-1],)
    return tuple((*narrow, *countries)[:1])
