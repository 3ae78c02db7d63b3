"""Harm told by what comes of it: people brought to hospital, treated for wounds, in critical condition, struck by bullets."""

from hearsay import lexicons
from hearsay.claims.harm_words import VERBS, Harm
from hearsay.claims.phrases import Tree
from hearsay.records import Token

_CARE = lexicons.load("harm")["care"]
_THINGS = frozenset(lexicons.load("harm")["suffered"]["things"])
_HOUSES, _BROUGHT, _TREATED = frozenset(_CARE["houses"]), frozenset(_CARE["brought"]), frozenset(_CARE["treated"])
_STATES, _STRUCK, _SHOT = frozenset(_CARE["states"]), frozenset(_CARE["struck"]), frozenset(_CARE["shot"])


def cared_for(tree: Tree, token: Token, above: Token) -> Harm | None:
    """The wounding of those whom ``above`` brings to hospital, treats or strikes, or who are in a bad state by it; whoever is told to have died
    in the same sentence is no wounded."""
    is_patient = token.relation in ("nsubj:pass", "obj")
    is_hurt = (is_patient and (_is_brought(tree, above) or _is_struck(tree, above))) or (token.relation != "obl" and _is_in_state(tree, above))
    if not is_hurt or _dies(tree, above):
        return None
    return Harm("wounded", above.index, "harm.care", needs_people=True)


def _is_brought(tree: Tree, verb: Token) -> bool:
    """ "were taken to hospital", "were brought over the border for treatment", "were treated in a clinic", "treated for wounds"."""
    below = tree.children(verb.index, "obl", "nmod")
    if verb.lemma.lower() in _BROUGHT and any(t.lemma.lower() == "treatment" and tree.case_of(t.index) == "for" for t in below):
        return True
    is_there = any(t.lemma.lower() in _HOUSES and tree.case_of(t.index) in ("to", "at", "in", "into") for t in below)
    is_for = any(t.lemma.lower() in _THINGS and tree.case_of(t.index) in ("for", "with") for t in below)
    return (verb.lemma.lower() in _BROUGHT and is_there) or (verb.lemma.lower() in _TREATED and (is_there or is_for))


def _is_struck(tree: Tree, verb: Token) -> bool:
    """ "was hit by a bullet", "a bullet struck a boy"."""
    by = [t for t in tree.children(verb.index, "obl") if tree.case_of(t.index) in ("by", "with")]
    return verb.lemma.lower() in _STRUCK and any(t.lemma.lower() in _SHOT for t in [*by, *tree.children(verb.index, "nsubj")])


def _is_in_state(tree: Tree, above: Token) -> bool:
    """ "is in critical condition", "were listed in stable condition"."""
    states = [above, *tree.children(above.index, "obl")]
    found = [t for t in states if t.lemma.lower() == "condition" and tree.case_of(t.index) == "in"]
    return any(t.text.lower() in _STATES for state in found for t in tree.children(state.index, "amod", "compound"))


def _dies(tree: Tree, above: Token) -> bool:
    sentence = tree.reading.sentences[above.sentence]
    words = tree.tokens[sentence.first : sentence.last]
    return any(t.text.lower() == "dead" or VERBS.get(t.lemma.lower(), {}).get("id") == "die" for t in words)
