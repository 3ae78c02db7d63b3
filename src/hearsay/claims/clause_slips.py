"""Slips of the tree about whom a clause is of, set right by the order of words before anything is read from it: "[Troops] shot and killed a boy"."""

from dataclasses import replace
from typing import Any

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.claims.triggers import is_date
from hearsay.records import Token

_HARMED = frozenset(lexicons.load("harm")["adjective"])
_PEOPLE = lexicons.words("people", "nouns") | lexicons.words("people", "crowds")
_SAY = frozenset(lexicons.load("speech")["say"])
_BOUNDS = lexicons.words("harm", "bound", "words")
_UNITS = frozenset(word for row in lexicons.load("quantity")["unit"] for phrase in row.get("words", ()) for word in phrase.split())
FAR = 5  # words, at most, from "12 of whom" to their verb


def set_right(tree: Tree) -> Tree:
    """The tree, set right for counts as well as for happenings: those as doers whom it takes for harmed without a sign of it, "[Troops] shot and
    killed a boy", those as harmed whom somebody "hacked to death", and nouns joined to a verb put beside its object, "killed 68 troops and 12
    [Cubans]". The same tree if there are none."""
    changes: dict[int, dict[str, Any]] = {}
    for token in tree.tokens:
        changes |= next((found for slip in _ANY if (found := slip(tree, token))), {})
        changes |= (_listed_harm(tree, token) or _active(tree, token) or _bare_object(tree, token)) if token.upos == "VERB" else _joined(tree, token)
    if not changes:
        return tree
    tokens = tuple(replace(t, **changes[t.index]) if t.index in changes else t for t in tree.tokens)
    return Tree(replace(tree.reading, tokens=tokens))


def _listed_harm(tree: Tree, verb: Token) -> dict[int, dict[str, Any]]:
    """ "A child [killed] seven people [injured] in attacks", a headline: who stands before either word suffered it."""
    if verb.text.lower() not in _HARMED or tree.children(verb.index, "aux", "aux:pass", "mark"):
        return {}
    first = [t for t in tree.children(verb.index, "nsubj") if t.index < verb.index and tree.children(t.index, "det", "nummod")]
    second = [t for t in tree.children(verb.index, "obj") if t.upos == "NUM" or tree.children(t.index, "nummod")]
    if len(first) != 1 or len(second) != 1 or second[0].index + 1 == len(tree.tokens):
        return {}
    if first[0].upos != "NUM" and first[0].lemma.lower() not in _PEOPLE:
        return {}
    after, *more = tree.tokens[second[0].index + 1 : second[0].index + 3]
    is_active = any(t.upos == "NUM" for t in more)  # "a bomber killed 30 people injured 90"
    if is_active or after.text.lower() not in _HARMED or after.head != second[0].index:
        return {}
    return {
        first[0].index: {"relation": "nsubj:pass"},
        second[0].index: {"relation": "nsubj:pass", "head": after.index},
        after.index: {"relation": "parataxis", "head": verb.index, "upos": "VERB"},
    }


def _active(tree: Tree, verb: Token) -> dict[int, dict[str, Any]]:
    struck = tree.children(verb.index, "nsubj:pass")
    harmed = [t for t in struck if t.index < verb.index]
    is_pair = [t.index > verb.index for t in struck] == [False, True] and bool(tree.children(struck[1].index, "det", "nummod"))
    if is_pair and not tree.children(verb.index, "aux:pass", "obl:agent", "obj"):
        return {struck[0].index: {"relation": "nsubj"}, struck[1].index: {"relation": "obj"}}  # "rebels executed at least 131 civilians"
    is_to_death = [t.text.lower() for t in tree.tokens[verb.index + 1 : verb.index + 3]] == ["to", "death"]
    if (len(harmed) != 1 and not is_to_death) or tree.children(verb.index, "aux:pass", "obl:agent", "obj"):
        return {}
    after = [t for t in tree.children(verb.index, "obl") if t.index > verb.index and (t.relation == "obl" or t.lemma.lower() in _PEOPLE)]
    bare = [t for t in after if not tree.children(t.index, "case")]
    objects = [t for t in bare if tree.children(t.index, "det", "nummod")]
    doer: dict[int, dict[str, Any]] = {t.index: {"relation": "nsubj"} for t in harmed}
    if [t.text.lower() for t in tree.tokens[verb.index : verb.index + 2]] == ["shot", "at"]:
        # "the rebels shot at a bus", "troops shot at the crowd"; without articles it may be a headline, "man shot at club"
        whom = tree.children(verb.index, "obl")
        return doer if all(_is_prose(tree, t) for t in harmed) or any(tree.children(t.index, "det") for t in whom) else {}
    return doer | {objects[0].index: {"relation": "obj"}} if objects else {}


def _bare_object(tree: Tree, verb: Token) -> dict[int, dict[str, Any]]:
    """ "Troops liberated [12 villages]", "mowed down [50 men]": what stands right behind a verb without a preposition, and is no time or distance, is
    its object, whatever the tree says."""
    if not tree.children(verb.index, "nsubj") or tree.children(verb.index, "obj", "aux:pass", "ccomp", "xcomp", "obl:agent", "cop"):
        return {}
    last = max((t.index for t in tree.children(verb.index, "compound:prt") if t.index == verb.index + 1), default=verb.index)
    behind = [t for t in tree.children(verb.index, "obl", "obl:unmarked") if min(tree.subtree(t.index)) == last + 1]
    if (
        not behind
        or behind[0].upos != "NOUN"
        or tree.children(behind[0].index, "case", "advmod")
        or not tree.children(behind[0].index, "nummod", "det")
    ):
        return {}
    is_measure = behind[0].lemma.lower() in _UNITS or behind[0].text.lower() in _UNITS or is_date(tree, behind[0])
    return {} if is_measure else {behind[0].index: {"relation": "obj"}}


def _is_prose(tree: Tree, noun: Token) -> bool:
    """ "[The] rebels": a headline leaves the article out."""
    return any(t.text.lower() == "the" for t in tree.children(noun.index, "det"))


def _joined(tree: Tree, noun: Token) -> dict[int, dict[str, Any]]:
    above = tree.tokens[noun.head] if noun.relation == "conj" and noun.upos in ("NOUN", "PROPN") and noun.head >= 0 else None
    if above is None or above.upos != "VERB" or not tree.children(noun.index, "nummod"):
        return {}
    objects = [t for t in tree.children(above.index, "obj") if t.index < noun.index]
    is_clause = bool(tree.children(noun.index, "nsubj", "nsubj:pass", "cop", "acl"))
    return {noun.index: {"head": objects[-1].index}} if objects and not is_clause else {}


def _own_clause(tree: Tree, token: Token) -> dict[int, dict[str, Any]]:
    """ "The helicopter was shot down; all [18] died", where the tree makes the eighteen those who were shot down: they died."""
    if not token.relation.startswith("nsubj") or not 0 <= token.head < token.index:
        return {}
    is_parted = any(t.text == ";" for t in tree.tokens[token.head : token.index])
    verb = next((t for t in tree.tokens[token.index + 1 :] if t.upos == "VERB" and t.head == token.head), None) if is_parted else None
    if verb is None or verb.sentence != token.sentence or tree.children(verb.index, "nsubj", "nsubj:pass"):
        return {}
    return {token.index: {"head": verb.index, "relation": "nsubj:pass" if tree.children(verb.index, "aux:pass") else "nsubj"}}


def _of_whom(tree: Tree, number: Token) -> dict[int, dict[str, Any]]:
    """ "Received 90 wounded, [12] of whom later died", where the tree has the twelve receive: they died."""
    words = [t.text.lower() for t in tree.tokens[number.index + 1 : number.index + 3]]
    if number.upos != "NUM" or words != ["of", "whom"] or not 0 <= number.head < number.index:
        return {}
    verb = next((t for t in tree.tokens[number.index + 3 : number.index + 3 + FAR] if t.upos == "VERB"), None)
    if verb is None or verb.sentence != number.sentence or tree.children(verb.index, "nsubj", "nsubj:pass"):
        return {}
    return {number.index: {"head": verb.index, "relation": "nsubj:pass" if tree.children(verb.index, "aux:pass") else "nsubj"}}


def _apposed_subject(tree: Tree, noun: Token) -> dict[int, dict[str, Any]]:
    """ "[The Front (RF)], a breakaway faction of the union, claimed it", where the tree makes the front an apposition of its own verb."""
    verb = tree.tokens[noun.head] if noun.relation == "appos" and noun.head > noun.index and noun.upos in ("NOUN", "PROPN") else None
    if verb is None or verb.upos != "VERB" or tree.children(verb.index, "nsubj", "nsubj:pass"):
        return {}
    return {noun.index: {"relation": "nsubj:pass" if tree.children(verb.index, "aux:pass") else "nsubj"}}


def _hyphened(tree: Tree, token: Token) -> dict[int, dict[str, Any]]:
    """ "The opposition-[run] centre reported", where the tree has two subjects."""
    if not token.relation.startswith("nsubj") or token.index < 2 or tree.tokens[token.index - 1].text != "-":
        return {}
    others = [t for t in tree.children(token.head, "nsubj", "nsubj:pass") if t.index > token.index and t.index < token.head]
    is_one = bool(others) and not any(t.upos in ("VERB", "PUNCT", "DET", "ADP") for t in tree.tokens[token.index + 1 : others[0].index])
    return {token.index: {"relation": "amod", "head": others[0].index}} if is_one else {}


def _said_clause(tree: Tree, token: Token) -> dict[int, dict[str, Any]]:
    """ "Denied [his forces] fired the shell", where the tree has the general deny his forces and fire: what is said is a clause."""
    saying = tree.tokens[token.head] if token.relation == "obj" and token.head >= 0 else None
    if saying is None or saying.lemma.lower() not in _SAY or token.index + 1 >= len(tree.tokens):
        return {}
    verb = tree.tokens[token.index + 1]
    is_told = verb.upos == "VERB" and verb.relation == "conj" and verb.head == saying.index
    if not is_told or tree.children(verb.index, "nsubj", "nsubj:pass", "cc"):
        return {}
    return {token.index: {"head": verb.index, "relation": "nsubj"}, verb.index: {"relation": "ccomp"}}


def _bracketed(tree: Tree, number: Token) -> dict[int, dict[str, Any]]:
    """ "(3) civilians", as some agencies write every number."""
    if number.upos != "NUM" or not 0 < number.index < len(tree.tokens) - 2:
        return {}
    around = [tree.tokens[number.index - 1].text, tree.tokens[number.index + 1].text]
    noun = next((t for t in tree.tokens[number.index + 2 : number.index + 5] if t.upos not in ("ADJ", "PROPN")), number)
    return {number.index: {"head": noun.index, "relation": "nummod"}} if around == ["(", ")"] and noun.upos == "NOUN" else {}


def _around_number(tree: Tree, number: Token) -> dict[int, dict[str, Any]]:
    """ "Neutralised around [40] of the attackers", where the tree takes the bound for a preposition."""
    verb = tree.tokens[number.head] if number.upos == "NUM" and number.relation == "obl" and 0 <= number.head < number.index else None
    if verb is None or verb.upos != "VERB" or tree.children(verb.index, "obj", "aux:pass", "obl:agent") or not tree.children(verb.index, "nsubj"):
        return {}
    between = [t.text.lower() for t in tree.tokens[verb.index + 1 : number.index] if t.upos != "PUNCT"]
    is_bound = bool(between) and all(word in _BOUNDS for word in between) and between != ["at"]
    return {number.index: {"relation": "obj"}} if is_bound and bool(tree.children(number.index, "nmod")) else {}


def _number_of(tree: Tree, number: Token) -> dict[int, dict[str, Any]]:
    """ "Some [25,000] of the town's residents have fled", where the tree makes the number a measure of the flight."""
    verb = tree.tokens[number.head] if number.upos == "NUM" and number.head > number.index and not number.relation.startswith("nsubj") else None
    is_of = any(tree.case_of(t.index) == "of" and t.index < number.head for t in tree.children(number.index, "nmod"))
    if verb is None or verb.upos != "VERB" or not is_of or tree.children(verb.index, "nsubj", "nsubj:pass"):
        return {}
    return {number.index: {"relation": "nsubj:pass" if tree.children(verb.index, "aux:pass") else "nsubj"}}


_ANY = (_number_of, _bracketed, _around_number, _hyphened, _own_clause, _said_clause, _of_whom, _apposed_subject)  # of which a word has one at most
