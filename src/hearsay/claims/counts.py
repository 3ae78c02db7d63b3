"""Counts of people harmed, as the text has them, before it is known whose word they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hearsay import lexicons
from hearsay.claims.harm import Harm, harm_of, is_irreal
from hearsay.claims.phrases import Tree, party_of
from hearsay.claims.quantities import Quantity, find_quantities
from hearsay.records import Party, Token

_HARM = lexicons.load("harm")
_THINGS = frozenset(_HARM["things"]["nouns"])
_ANYBODY = frozenset(_HARM["anybody"]["nouns"])
_ARTICLES = frozenset(_HARM["article"]["words"])
_NOUNS: dict[str, str] = _HARM["noun"]
_ADJECTIVES: dict[str, str] = _HARM["adjective"]
_DECLINE = lexicons.load("speech")["decline"]
_OTHERS = frozenset({"others", "other", "more", "another"})


@dataclass(frozen=True, slots=True)
class Count:
    """One harm count: words ``first`` to ``last`` (exclusive), the word of harm, the victims as the phrase names them ([] if it does not)."""

    measure: str
    low: int | None
    high: int | None
    best: int | None
    first: int
    last: int
    harm: int
    victims: tuple[Party, ...]
    rule: str
    is_approximate: bool = False
    is_total: bool = False
    is_added: bool = False
    is_part: bool = False
    is_declined: bool = False


def find_counts(tree: Tree) -> list[Count]:
    """All harm counts of a reading in the order of the text."""
    out: list[Count] = []
    for sentence in tree.reading.sentences:
        tokens = tree.tokens[sentence.first : sentence.last]
        found = [*_numbered(tree, tokens), *_declined(tree, tokens)]
        taken = {k for count in found for k in range(count.first, count.last)}
        found += [count for count in _singles(tree, tokens) if not taken & set(range(count.first, count.last))]
        out.extend(_inherited(tree, sorted(found, key=lambda count: count.first)))
    return out


def _numbered(tree: Tree, tokens: Sequence[Token]) -> Iterator[Count]:
    base = tokens[0].index
    for found in find_quantities(tokens):
        if found.kind == "cardinal":
            count = _count(tree, replace(found, first=found.first + base, last=found.last + base))
            if count is not None:
                yield count


def _count(tree: Tree, number: Quantity) -> Count | None:
    top = _top(tree, number.first, number.last)
    noun = _counted(tree, top, number)
    if noun is not None and tree.tokens[noun].lemma.lower() in _THINGS:
        return None
    harm = harm_of(tree, noun if noun is not None else top) or (harm_of(tree, top) if noun is not None else None)
    if harm is None or is_irreal(tree, harm) or (harm.needs_people and not _is_people(tree, noun)):
        return None
    end = max(number.last, (noun if noun is not None else top) + 1)
    if end - number.last > 8:
        end = number.last
    return Count(
        measure=harm.measure,
        low=number.low,
        high=number.high,
        best=number.best,
        first=number.first,
        last=end,
        harm=harm.word,
        victims=_victims(tree, noun, harm),
        rule=harm.rule,
        is_approximate=number.is_approximate,
        is_total=harm.is_total or _since(tree, harm),
        is_added=number.is_added,
        is_part=harm.is_part,
    )


def _top(tree: Tree, first: int, last: int) -> int:
    """The word of the number expression that hangs outside it: the last one that is a number or noun, if several do."""
    inside = range(first, last)
    tops = [k for k in inside if tree.tokens[k].head not in inside]
    solid = [k for k in tops if tree.tokens[k].upos in ("NUM", "NOUN", "PRON", "PROPN", "DET")]
    return solid[-1] if solid else (tops or [last - 1])[-1]


def _counted(tree: Tree, top: int, number: Quantity) -> int | None:
    """The noun that the number counts: its governor ("300 soldiers"), or what comes with "of" ("dozens of soldiers")."""
    token = tree.tokens[top]
    base = token.relation.split(":")[0]
    if base in ("nummod", "det", "compound", "amod", "advmod") and token.head >= number.last - 1:
        noun = tree.tokens[token.head]
        if noun.upos in ("NOUN", "PROPN", "ADJ", "PRON", "NUM", "VERB"):
            return _through(tree, noun.index)
    return _through(tree, top) if _below_of(tree, top) is not None else None


def _through(tree: Tree, noun: int) -> int:
    """From a word that only collects ("dozens", "members") to what is collected, where "of" says it."""
    below = _below_of(tree, noun)
    collects = tree.tokens[noun].lemma.lower() in _HARM["collective"]["nouns"] or tree.tokens[noun].upos == "NUM"
    return below if below is not None and collects else noun


def _below_of(tree: Tree, noun: int) -> int | None:
    for child in tree.children(noun, "nmod", "obl"):
        if child.index > noun and any(t.text.lower() == "of" for t in tree.children(child.index, "case")):
            return child.index
    return None


def _is_people(tree: Tree, noun: int | None) -> bool:
    """Whether a noun can mean people, for measures that towns and tanks share: not a thing, not a place."""
    if noun is None:
        return True
    name = tree.name_at(noun)
    return tree.tokens[noun].lemma.lower() not in _THINGS and not (name and name.kind in ("location", "facility", "weapon", "date", "money"))


def _since(tree: Tree, harm: Harm) -> bool:
    """ "since January": a running total."""
    below = tree.children(harm.word, "obl", "advmod", "nmod", "advcl")
    return any(t.text.lower() == "since" for child in below for t in [child, *tree.children(child.index, "case", "mark")])


def _victims(tree: Tree, noun: int | None, harm: Harm) -> tuple[Party, ...]:
    """Whose people they are: the counted noun, or what the noun of harm has with "of" or before it; [] for mere people."""
    if noun is None or tree.tokens[noun].lemma.lower() in _NOUNS or tree.tokens[noun].text.lower() in _ADJECTIVES:
        noun = _owner(tree, harm.word if noun is None else noun)
    if noun is None or tree.tokens[noun].upos == "NUM":
        return ()
    if tree.tokens[noun].lemma.lower() in _ANYBODY and not tree.children(noun, "compound", "amod"):
        return ()
    return tuple(party_of(tree, k) for k in tree.conjuncts(noun) if k == noun or tree.tokens[k].upos != "VERB" and not _has_number(tree, k))


def _has_number(tree: Tree, noun: int) -> bool:
    return bool(tree.children(noun, "nummod"))


def _owner(tree: Tree, noun: int) -> int | None:
    """ "12 deaths of soldiers", "several hundred Taliban casualties", "losses on it"."""
    if tree.tokens[noun].lemma.lower() not in _NOUNS:
        return None
    below = [t for t in tree.children(noun, "nmod", "compound", "amod") if t.upos in ("NOUN", "PROPN", "ADJ") and t.lemma.lower() not in _NOUNS]
    named = [t for t in below if tree.name_at(t.index) or t.relation.startswith("nmod")]
    fitting = [t for t in named if not any(c.text.lower() in ("in", "from", "on", "at", "during", "since", "by") for c in tree.children(t.index, "case"))]
    return fitting[0].index if fitting else None


def _singles(tree: Tree, tokens: Sequence[Token]) -> Iterator[Count]:
    """ "a soldier was killed", "the commander Rahim was killed": one person, without a number."""
    for token in tokens:
        if token.upos not in ("NOUN", "PROPN") or not _is_single(tree, token):
            continue
        harm = harm_of(tree, token.index)
        if harm is None or is_irreal(tree, harm) or harm.is_total or harm.rule.startswith("harm.noun") and harm.word == token.index:
            continue
        if not _is_person(tree, token):
            continue
        first, last = _single_span(tree, token)
        yield Count(harm.measure, 1, 1, 1, first, last, harm.word, (party_of(tree, token.index),), f"{harm.rule}.single", is_part=harm.is_part)


def _is_single(tree: Tree, token: Token) -> bool:
    name = tree.name_at(token.index)
    if name is not None and name.kind == "person":
        return not name.first <= token.head < name.last
    articles = [t for t in tree.children(token.index, "det", "nmod:poss") if t.text.lower() in _ARTICLES]
    return bool(articles) and token.text.lower() == token.lemma.lower() and not _has_number(tree, token.index)


def _is_person(tree: Tree, token: Token) -> bool:
    low = token.lemma.lower()
    return low not in _THINGS and low not in _ANYBODY and low not in _HARM["collective"]["nouns"] and low not in _NOUNS and _is_people(tree, token.index)


def _single_span(tree: Tree, token: Token) -> tuple[int, int]:
    name = tree.name_at(token.index)
    first = min([token.index, *(t.index for t in tree.children(token.index, "det", "nmod:poss", "amod", "compound") if t.index < token.index)])
    last = max(token.index + 1, name.last if name else 0)
    return first, last


def _declined(tree: Tree, tokens: Sequence[Token]) -> Iterator[Count]:
    """ "did not comment on its losses", "gave no casualty toll": a count that a voice will not give."""
    for token in tokens:
        if token.lemma.lower() not in _DECLINE["objects"] or token.upos not in ("NOUN", "PROPN"):
            continue
        verb = _verb_above(tree, token)
        if verb is not None and _declines(tree, verb, token):
            first = min(tree.subtree(token.index, "acl", "acl:relcl", "nmod", "punct"))
            yield Count(
                _declined_measure(tree, token), None, None, None, first, token.index + 1, verb.index, _declined_victims(tree, token), "decline", is_declined=True
            )


def _verb_above(tree: Tree, token: Token) -> Token | None:
    for above in tree.ancestors(token.index):
        if above.upos in ("VERB", "AUX"):
            return above
        if above.upos not in ("NOUN", "ADJ", "PROPN"):
            return None
    return None


def _declines(tree: Tree, verb: Token, noun: Token) -> bool:
    low = verb.lemma.lower()
    if low in _DECLINE["verbs"]:
        return True
    if low not in _DECLINE["negated"] or tree.children(verb.index, "nsubj:pass"):
        return False
    denied = any(t.text.lower() in _DECLINE["none"] for t in tree.children(verb.index, "advmod"))
    none = any(t.text.lower() in _DECLINE["none"] for t in tree.children(noun.index, "det"))
    return denied or none and (low != "have" or noun.lemma.lower() in ("toll", "figure", "number"))


def _declined_measure(tree: Tree, noun: Token) -> str:
    for token in [noun, *tree.children(noun.index, "nmod", "compound")]:
        found = _NOUNS.get(token.lemma.lower())
        if found:
            return "casualties" if token.lemma.lower() == "toll" else found
    return "casualties"


def _declined_victims(tree: Tree, noun: Token) -> tuple[Party, ...]:
    below = [t for t in tree.children(noun.index, "nmod", "amod", "compound") if t.upos in ("NOUN", "PROPN")]
    deep = [t for one in below for t in [one, *tree.children(one.index, "nmod")]]
    people = [t for t in deep if t.lemma.lower() not in _NOUNS and t.lemma.lower() not in _ANYBODY and _is_people(tree, t.index)]
    return (party_of(tree, people[-1].index),) if people else ()


def _inherited(tree: Tree, counts: Iterable[Count]) -> Iterator[Count]:
    """ "34 fighters were killed and 65 wounded": a count without a noun of its own is of the same people as the one before."""
    last: tuple[Party, ...] = ()
    for count in counts:
        if not count.victims and not count.is_declined and last and _takes_up(tree, count):
            count = replace(count, victims=last)
        if count.victims and not count.is_part:
            last = count.victims
        yield count


def _takes_up(tree: Tree, count: Count) -> bool:
    words = [tree.tokens[k] for k in range(count.first, count.last)]
    nouns = [t for t in words if t.upos in ("NOUN", "PROPN") and t.lemma.lower() not in _NOUNS and t.lemma.lower() not in _HARM["collective"]["nouns"]]
    return all(t.text.lower() in _OTHERS for t in nouns)
