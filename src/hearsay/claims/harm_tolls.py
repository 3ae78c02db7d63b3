"""Tolls: "bringing the toll to 45", "the number of wounded rose to 45"."""

from hearsay import lexicons
from hearsay.claims.harm_words import ADJECTIVES, NOUNS, Harm
from hearsay.claims.phrases import Tree
from hearsay.records import Token

_HARM = lexicons.load("harm")
_TOTAL, _CUSTODY = _HARM["total"], frozenset(_HARM["take"]["into"])
TOLL_NOUNS = frozenset(_TOTAL["nouns"])
TOLL_COUNTED = TOLL_NOUNS | set(_TOTAL["counted"])
TOLL_VERBS = frozenset(_TOTAL["verbs"])


def toll(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """ "bringing the toll to 45", "the death toll rose to 45"."""
    told = [tree.tokens[verb.head]] if verb.relation == "acl" and verb.head >= 0 else []  # "the toll, put at 31 by"
    for argument in [*tree.children(verb.index, "nsubj", "obj", "nsubj:pass"), *told]:
        if argument.lemma.lower() in TOLL_COUNTED and argument.index != token.index:
            measure = toll_measure(tree, argument)
            is_reason = token.index > verb.index and tree.tokens[token.index - 1].text.lower() == "as"  # "could rise as several were badly hurt"
            if measure and not is_reason and token.relation in ("obl", "obj", "nmod", "nummod", "advmod", "xcomp"):
                return Harm(measure, verb.index, "harm.toll", is_total=True)
    return None


def toll_measure(tree: Tree, noun: Token) -> str | None:
    """What a toll or number counts: "the death toll", "the number of wounded"."""
    if noun.lemma.lower() == "toll":
        return "killed"
    near = [noun, *tree.children(noun.index, "nmod", "compound", "acl")]
    for below in [*near, *(t for of in near[1:] for t in tree.children(of.index, "acl"))]:  # "the number of villagers killed"
        found = NOUNS.get(below.lemma.lower()) or ADJECTIVES.get(below.text.lower())
        if found:
            return found
    held = [t for one in near for t in (one, *tree.children(one.index, "nmod")) if t.lemma.lower() in _CUSTODY]
    return "captured" if any(tree.case_of(t.index) in ("in", "under") for t in held) else None  # "the number of people in custody"
