"""Where a claim happened that does not say so itself: what its words point back to, the country at war, or where the tale is."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from hearsay import lexicons
from hearsay.grounding.sites import Sites
from hearsay.grounding.trees import Tree
from hearsay.records import Claim, Place

_PLACE = lexicons.load("place")
_UNTOLD = frozenset(_PLACE["untold"]["types"])
_NATIONWIDE = frozenset(_PLACE["untold"]["nationwide_types"])
_HAPPENINGS = frozenset(_PLACE["untold"]["happenings"])
_COUNTRY_WORDS = frozenset(_PLACE["untold"]["country"])
_DEFINITE = frozenset(_PLACE["ties"]["definite"])
_THROUGHOUT = frozenset(("across", "throughout"))
_CERTAIN = frozenset(("det", "amod", "nmod", "compound", "nummod"))
_REGION, _COUNTRY = 4, 6  # UCDP's where_prec
_LEAD_SENTENCES = 2
_LEAD_REACH = 2  # sentences behind the lead in which the place of what it tells may be named
_OFTEN, _OFTEN_WORTH = 4, 2.0  # a place that a report names so often is taken before one named so many sentences later
_WIDE_COST = 2.0  # and a region after a town named so many sentences before


def place_claims(tree: Tree, sites: Sites, claims: Sequence[Claim]) -> list[tuple[Place, ...]]:
    """The places of each claim, in the order given. What a claim's words leave open is the country for the tale of a war; the place of the claim
    before for what points back to it ("the attack"); else where the tale is. A headline is of the place that the lead gives."""
    tale = _Tale(tree, sites)
    out = {claim.claim_id: tale.place(claim) for claim in sorted(claims, key=lambda claim: claim.evidence.start)}
    return [out[claim.claim_id] for claim in claims]


class _Tale:
    """The claims of a report so far, and the places named in it."""

    def __init__(self, tree: Tree, sites: Sites) -> None:
        self._tree, self._sites = tree, sites
        self._narrow = sites.narrow()
        self._sentences = [self._sentence(place) for place in self._narrow]
        self._named = Counter(place.name for place in self._narrow)
        self._in_names = frozenset(k for name in tree.reading.names if name.kind != "date" for k in range(name.first, name.last))
        self._last: tuple[Place, ...] = ()  # of the claims before

    def place(self, claim: Claim) -> tuple[Place, ...]:
        """Where a claim happened; claims are to be asked for in the order of the text."""
        span = self._tree.span(claim.evidence.start, claim.evidence.end)
        whole = self._tree.sentences(span)
        is_nationwide = self._is_nationwide(whole) and not self._is_told_at(whole)
        found = self._sites.stated(claim.evidence.start, claim.evidence.end)
        if claim.event.type in _UNTOLD:
            return found or (self._sites.country() if is_nationwide and claim.event.type in _NATIONWIDE else ())
        if not is_nationwide and (claim.event.realis != "ongoing" or not found):
            found = self._lead(span, found) or found
        if found:
            self._last = found if any(place.precision < _COUNTRY for place in found) else self._last
            return found
        return self._carried(claim, span, is_nationwide=is_nationwide)

    def _lead(self, span: range, found: tuple[Place, ...]) -> tuple[Place, ...]:
        """The first narrow place of the lead, for a claim of the lead that says no more than the country."""
        sentence = self._tree.tokens[span.start].sentence
        if sentence >= _LEAD_SENTENCES or any(place.precision != _COUNTRY for place in found):
            return ()
        countries = {place.country for place in found} or {place.country for place in self._narrow}
        until = bisect_left(self._sentences, sentence + _LEAD_REACH + 1)
        here = bisect_left(self._sentences, sentence)
        if here and not found:
            return ()  # the tale is somewhere already
        ahead = (*self._narrow[here:until], *self._narrow[:here])
        return tuple([place for place in ahead if place.country is None or place.country in countries][:1])

    def _carried(self, claim: Claim, span: range, *, is_nationwide: bool) -> tuple[Place, ...]:
        if is_nationwide and self._sites.country():
            return self._sites.country()
        if self._last and self._points_back(span):
            return self._last
        before = bisect_left(self._narrow, claim.evidence.end, key=lambda place: place.start)
        if not before:
            return tuple((*self._narrow, *self._sites.country())[:1])
        return (self._narrow[max(range(before), key=lambda k: (self._worth(k), k))],)

    def _worth(self, number: int) -> float:
        """How likely a tale goes on at a place: the later it is named the more."""
        place = self._narrow[number]
        often = min(self._named[place.name], _OFTEN) / _OFTEN
        return self._sentences[number] + _OFTEN_WORTH * often - (_WIDE_COST if place.precision == _REGION else 0.0)

    def _points_back(self, span: range) -> bool:
        """True for "the attack", "Monday's raid", and for who took responsibility."""
        tokens = self._tree.tokens
        for k in span:
            if tokens[k].text.lower() == "responsibility":
                return True
            tied = self._tree.children[k] if tokens[k].text.lower() in _HAPPENINGS else ()
            if any(child.text.lower() in _DEFINITE or child.relation == "nmod:poss" for child in tied):
                return True
        return False

    def _is_nationwide(self, span: range) -> bool:
        """True if a sentence speaks of a war or a country, or of all since a year or since "then"."""
        own = [k for k in span if k not in self._in_names]
        words = [self._tree.tokens[k].text.lower() for k in own]
        if any(word in _COUNTRY_WORDS and self._is_certain(k) for k, word in zip(own, words, strict=True)):
            return True
        behind = (words[k + 1 : k + 3] for k, word in enumerate(words) if word == "since")
        return any(pair[:1] == ["then"] or any(word.isdigit() and len(word) == len("2011") for word in pair) for pair in behind)

    def _is_certain(self, index: int) -> bool:
        """True for the noun of "the war", "Syria's war" and "across country", not for that of "war is no choice"."""
        if index and self._tree.tokens[index - 1].text.lower() in _THROUGHOUT:
            return True
        return self._tree.tokens[index].upos != "NOUN" or any(child.relation.split(":")[0] in _CERTAIN for child in self._tree.children[index])

    def _is_told_at(self, span: range) -> bool:
        """True if a sentence names a narrow place."""
        sentence = self._tree.tokens[span.start].sentence
        return bisect_left(self._sentences, sentence) < bisect_left(self._sentences, sentence + 1)

    def _sentence(self, place: Place) -> int:
        return self._tree.tokens[self._tree.span(place.start, place.end).start].sentence
