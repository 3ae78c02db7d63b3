"""Places told by a common noun that stands for one named before: "the town", "the area", "the Syrian capital"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.grounding import gazetteer
from hearsay.grounding.gazetteer import COUNTRY, DISTRICT, REGION, TOWN
from hearsay.grounding.mentions import Mention
from hearsay.grounding.places import Spot, place_of
from hearsay.grounding.relations import placed
from hearsay.grounding.resolution import Choice
from hearsay.grounding.trees import Tree
from hearsay.records import Place

_PLACE = lexicons.load("place")
_NOUNS: dict[str, str] = {word: sort for sort, words in _PLACE["nouns"].items() for word in words}
_AT = frozenset(_PLACE["ties"]["at"])
_DEFINITE = frozenset(_PLACE["ties"]["definite"])
_RELATIONS = ("obl", "nmod", "obj", "nsubj:pass", "conj")
_BARE = ("obj", "nsubj:pass", "conj")  # relations that need no small word: "shelled the town"
_KINDS = {"town": (TOWN, DISTRICT), "district": (DISTRICT, TOWN), "region": (REGION,)}
_LINKS = frozenset((",", "and", "or", "as", "well"))
_LARGE = 150_000  # people of a place that is called a city


def unnamed(tree: Tree, spots: Sequence[Spot]) -> Iterator[Spot]:
    """A spot for each such noun, in order, with the name and point of what it stands for; its words are the noun."""
    named = {k for spot in spots for k in range(spot.mention.first, spot.mention.last)}
    countries = Counter(spot.place.country for spot in spots if spot.place.country)
    home = max(countries, key=lambda code: (countries[code], code), default=None)
    before: list[Spot] = []
    waiting = list(reversed(spots))
    for token in tree.tokens:
        while waiting and waiting[-1].mention.last <= token.index:
            before.append(waiting.pop())
        if token.text.lower() == "capital" and (spot := _capital(tree, token.index, named, home)) is not None:
            yield spot
        sort = _NOUNS.get(token.text.lower())
        if sort is None or token.upos != "NOUN" or not _stands_for(tree, token.index, named):
            continue
        meant = next((k for k in reversed(range(len(before))) if _can_mean(tree, before[k], token.text.lower(), sort, home)), None)
        for spot in () if meant is None else (before[meant], *_coordinated(tree, before, meant, sort)):
            mention = Mention(token.index, token.index + 1, spot.mention.text, sort)
            plain = spot.place if spot.place.relation is None else place_of(tree.reading, spot.mention, spot.choice)
            place = replace(plain, surface=token.text, start=token.start, end=token.end)
            yield Spot(mention, spot.choice, placed(tree.reading, mention, place))


def _capital(tree: Tree, index: int, named: set[int], home: str | None) -> Spot | None:
    """The capital of the country told of, or of that of an adjective: "the Syrian capital"; not "the provincial capital"."""
    described = [child for child in tree.children[index] if child.relation == "amod"]
    codes = [code for child in described if (code := gazetteer.country_of_adjective(child.text))]
    entry = gazetteer.capital_of(codes[0] if codes else home or "")
    if entry is None or len(codes) < len(described) or not _stands_for(tree, index, named):
        return None
    token = tree.tokens[index]
    admin1 = gazetteer.region_name(entry.region)
    place = Place(entry.name, token.text, token.start, token.end, entry.lat, entry.lon, entry.country, admin1, entry.entry_id, precision=1)
    return Spot(Mention(index, index + 1, entry.name, "town"), Choice(entry, 0.0, ("the capital of the country",)), place)


def _coordinated(tree: Tree, before: Sequence[Spot], meant: int, sort: str) -> Iterator[Spot]:
    """The others of "the villages of Anaba, Darband and Bazarak" for a plural noun that means the first."""
    for k in range(meant + 1, len(before)) if sort == "plurals" else ():
        between = tree.tokens[before[k - 1].mention.last : before[k].mention.first]
        if not between or any(token.text.lower() not in _LINKS for token in between):
            return
        yield before[k]


def _stands_for(tree: Tree, index: int, named: set[int]) -> bool:
    """True for the noun of "in the town" and "shelled the town", not for that of "the town of Douma", "Douma town", "the area around Douma"."""
    token = tree.tokens[index]
    children = tree.children[index]
    cases = {child.text.lower() for child in children if child.relation == "case"}
    if token.relation not in _RELATIONS or not (cases & _AT or token.relation in _BARE):
        return False
    if {index - 1, index, index + 1} & named or not any(child.text.lower() in _DEFINITE for child in children):
        return False
    if any(child.relation == "nummod" for child in children):
        return False
    below = {k for child in children for k in (child.index, *(other.index for other in tree.children[child.index]))}
    return not below & named


def _can_mean(tree: Tree, spot: Spot, noun: str, sort: str, home: str | None) -> bool:
    if spot.mention.is_dateline or spot.place.country not in (home, None) or _is_holder(tree, spot):
        return False
    if sort == "plurals":
        return spot.mention.sort == sort
    if spot.choice is None:
        is_sort = spot.mention.sort == sort and (noun == "city") == (_noun(tree, spot) == "city")
        return is_sort or sort == "land"
    entry = spot.choice.entry
    if sort == "land":
        return entry.kind not in (COUNTRY, REGION)
    is_too_large = noun in ("town", "village") and entry.population >= _LARGE and not entry.radius_km
    return entry.kind in _KINDS.get(sort, ()) and not is_too_large


def _is_holder(tree: Tree, spot: Spot) -> bool:
    """True for a place that only tells where another is: the second of "Douma in Damascus"."""
    before = tree.tokens[max(spot.mention.first - 2, 0) : spot.mention.first]
    return len(before) == 2 and before[1].text.lower() == "in" and before[0].upos == "PROPN"


def _noun(tree: Tree, spot: Spot) -> str:
    """The noun beside a name: the "town" of "the town of Douma"."""
    beside = (spot.mention.first - 2, spot.mention.first - 1, spot.mention.last)
    words = [tree.tokens[k].text.lower() for k in beside if 0 <= k < len(tree.tokens)]
    return next((word for word in words if word in _NOUNS), "")
