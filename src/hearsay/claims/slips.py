"""Slips of the tree around event nouns, set right by the order of words: "in coalition airstrikes", "in army shelling of the town"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from hearsay import lexicons
from hearsay.claims.harm_words import VERBS
from hearsay.claims.phrases import Tree
from hearsay.claims.triggers import is_date
from hearsay.records import Token

_SAY = frozenset(lexicons.load("speech")["say"])
_HUNG = ("obl", "obl:unmarked", "nmod", "obl:agent")
_DEEP = 3  # words between a deed and its doer in the tree
FAR = 5  # words, at most, from "has" to its verb, "in turn" between


def set_right(tree: Tree) -> Tree:
    """The tree with each slip set right; the same tree if there is none."""
    tokens = list(tree.tokens)
    for token in tree.tokens:
        for slip in _SLIPS:
            for index, change in slip(tree, token).items():
                tokens[index] = replace(tokens[index], **change)
    return tree if tuple(tokens) == tuple(tree.tokens) else Tree(replace(tree.reading, tokens=tuple(tokens)))


def _beside(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "killed in [coalition] [airstrikes]", "A [coalition] [airstrike] hit", two phrases in the tree, are one."""
    before = tree.tokens[token.index - 1] if token.index else None
    if before is None or token.lemma.lower() not in _nouns() or token.upos != "NOUN" or before.upos not in ("NOUN", "PROPN"):
        return {}
    is_split = before.head == token.head and before.sentence == token.sentence and not is_date(tree, before)
    if not is_split or not (before.relation in _HUNG or before.relation == token.relation == "nsubj"):
        return {}
    led, own = (tree.children(k, "case", "det") for k in (before.index, token.index))
    if bool(led) == bool(own) or (own and own[-1].index > tree.subtree(before.index)[0]):
        return {}
    relation = before.relation if led else token.relation
    joined: dict[int, dict[str, Any]] = {token.index: {"relation": relation}, before.index: {"relation": "compound", "head": token.index}}
    return joined | _handed_over(led, token.index)


def _either(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "[Regime] or Russian air strikes hit", where the tree lets the regime hit by itself."""
    joined = tree.children(token.index, "cc") if token.upos == "NOUN" and token.lemma.lower() in _nouns() else []
    before = tree.tokens[joined[0].index - 1] if joined and 0 < joined[0].index < token.index else token
    is_side = before.upos in ("NOUN", "PROPN") and before.lemma.lower() in lexicons.words("happening", "classes", "armed")
    if before is token or not is_side or before.head != token.head or before.relation != token.relation:
        return {}
    return {before.index: {"relation": "compound", "head": token.index}}


def _had_done(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "A soldier that [it] had kidnapped": whoever "had kidnapped" did it; those kidnapped "had been"."""
    verb = tree.tokens[token.head] if token.relation == "nsubj:pass" and token.upos == "PRON" and token.head > token.index else token
    is_active = verb is not token and not tree.children(verb.index, "aux:pass") and any(t.lemma == "have" for t in tree.children(verb.index, "aux"))
    return {token.index: {"relation": "nsubj"}} if is_active else {}


def _harmed(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "34 were killed and 65 [wounded]": a verb, as the one before it is."""
    above = tree.tokens[token.head] if token.relation == "conj" and token.upos == "ADJ" and token.head >= 0 else token
    before = tree.tokens[token.index - 1] if token.index else token
    lemma = next((word for word in (token.text.lower()[:-2], token.text.lower()[:-1]) if word in VERBS), None)
    is_counted = before.upos == "NUM" and before.head == token.index
    if lemma is None or not is_counted or above.upos != "VERB" or not tree.children(above.index, "aux:pass"):
        return {}
    return {token.index: {"upos": "VERB", "lemma": lemma}, before.index: {"relation": "nummod"}}


def _by_whom(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "An attack on the post in Marra by [rebels]": it is the attack that is theirs, whatever the tree hangs them on."""
    if token.relation != "nmod" or tree.case_of(token.index) != "by" or token.upos not in ("NOUN", "PROPN"):
        return {}
    above = [t for t in tree.ancestors(token.index) if t.index < token.index][:_DEEP]
    deed = next((t for t in above if t.upos == "NOUN" and t.lemma.lower() in _nouns()), None)
    places = above[: above.index(deed)] if deed is not None else []
    if deed is None or not places or any(t.relation not in ("nmod", "flat", "appos") or t.upos == "VERB" for t in places):
        return {}
    return {token.index: {"head": deed.index}}


def _done_by(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "Two attacks on the pipelines [conducted] by rebels": it is the attacks that were."""
    on = tree.tokens[token.head] if token.relation == "acl" and token.head >= 0 else token
    deed = tree.tokens[on.head] if on.relation == "nmod" and on.head >= 0 else token
    is_done = token.lemma.lower() in lexicons.load("happening")["doing"] and bool(tree.children(token.index, "obl:agent"))
    is_deed = deed.upos == "NOUN" and deed.lemma.lower() in _nouns() and on.lemma.lower() not in _nouns()
    return {token.index: {"head": deed.index}} if is_done and is_deed else {}


def _nominal(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "in army [shelling] of the town": a noun, whatever the tree says, with "of" after it and its maker before it."""
    before = tree.tokens[token.index - 1] if token.index else None
    if before is None or token.upos != "VERB" or token.text.lower() not in _nouns() or token.relation not in ("advcl", "acl", "xcomp"):
        return {}
    of = [t for t in tree.children(token.index, "obl") if tree.case_of(t.index) == "of" and t.index > token.index]
    maker = [t for t in tree.children(token.index, "obl", "nsubj", "obj", "compound") if t.index < token.index]
    if not of or [t.index for t in maker] != [before.index] or not tree.children(before.index, "case"):
        return {}
    return (
        {token.index: {"upos": "NOUN", "relation": "obl", "lemma": token.text.lower()}, before.index: {"relation": "compound"}}
        | {t.index: {"relation": "nmod"} for t in of}
        | _handed_over(tree.children(before.index, "case", "det"), token.index)
    )


def _shifted(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "Rebels targeted with shells [the village]": the object behind the means, which the tree hangs on the means."""
    means = [t for t in tree.children(token.index, "obl") if tree.case_of(t.index) == "with"] if token.upos == "VERB" else []
    if not means or tree.children(token.index, "obj", "aux:pass", "obl:agent") or means[0].index < token.index:
        return {}
    behind = [t for t in tree.children(means[0].index, "appos", "nmod", "flat") if t.index > means[0].index and t.upos in ("NOUN", "PROPN")]
    if not behind or tree.subtree(behind[0].index)[0] != means[0].index + 1 or tree.case_of(behind[0].index):
        return {}
    doer: dict[int, dict[str, Any]] = {t.index: {"relation": "nsubj"} for t in tree.children(token.index, "nsubj:pass")}
    return doer | {behind[0].index: {"relation": "obj", "head": token.index}}


def _second(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "They took control of the town and killed [30 militants]": the object behind a second verb, which the tree gives to the first as well."""
    first = tree.tokens[token.head] if token.upos == "VERB" and token.relation == "conj" else None
    if first is None or tree.children(token.index, "obj", "aux:pass", "ccomp", "xcomp"):
        return {}
    objects = tree.children(first.index, "obj")
    behind = [t for t in objects if t.index > token.index]
    is_going = first.lemma.lower() in lexicons.load("happening")["going"]  # "went from house to house and shot ten men"
    return {behind[0].index: {"head": token.index}} if behind and (is_going or objects[0].index < token.index) else {}


def _fought(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "in three days of [fighting] between the army and the rebels", "[Fighting] between the clans has displaced", where the tree makes a verb of
    it: a noun, and the sides are its own."""
    case = tree.tokens[token.index + 1] if token.index + 1 < len(tree.tokens) else token
    if token.upos != "VERB" or token.text.lower() not in _nouns():
        return {}
    if token.relation == "advcl" and token.head == case.index and not tree.children(case.index, "nsubj"):
        return {token.index: {"upos": "NOUN", "relation": "nsubj", "lemma": token.text.lower()}}  # "since fighting resumed"
    if case.text.lower() != "between" or case.head < 0:
        return {}
    is_first = token.index == tree.reading.sentences[token.sentence].first and token.relation == "advcl"
    is_subject = is_first and not tree.children(token.head, "nsubj", "nsubj:pass")
    if not (tree.children(token.index, "mark", "case") or is_subject):
        return {}
    return {
        token.index: {"upos": "NOUN", "relation": "nsubj" if is_subject else "nmod", "lemma": token.text.lower()},
        case.head: {"head": token.index, "relation": "nmod"},
    }


def _meanwhile(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "Residents fled as [troops] advanced", where the tree hangs the troops on the flight."""
    before = tree.tokens[token.index - 1] if token.index else None
    if (
        before is None
        or before.text.lower() not in ("as", "when", "after", "while")
        or token.relation != "obl"
        or token.upos not in ("NOUN", "PROPN")
    ):
        return {}
    verb = tree.tokens[before.head] if before.relation == "mark" and before.head > token.index else None
    if verb is None or verb.head != token.head or tree.children(verb.index, "nsubj", "nsubj:pass"):
        return {}
    return {token.index: {"relation": "nsubj", "head": verb.index}}


def _owned(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "Hamas [claimed] responsibility", where the tree takes the verb for an adjective, or who claims for part of what is claimed."""
    deed = tree.tokens[token.index + 1] if token.index + 1 < len(tree.tokens) else token
    if token.upos != "VERB" or deed.lemma.lower() not in _owning()["object"] or token.lemma.lower() not in _owning()["verbs"]:
        return {}
    if deed.relation == "nsubj" and deed.head > deed.index:
        return {}  # "claimed responsibility lay with the rebels"
    before = [t for t in tree.children(deed.index, "compound", "nsubj", "nmod") if t.index < token.index]
    whose = [t for t in before if t.upos in ("NOUN", "PROPN") and not tree.children(t.index, "case")]
    doer: dict[int, dict[str, Any]] = {t.index: {"relation": "nsubj", "head": token.index} for t in whose[-1:]}
    if token.head == deed.head >= 0:
        return doer | {deed.index: {"relation": "obj", "head": token.index}}
    if token.head != deed.index:
        return doer
    return doer | {token.index: {"relation": deed.relation, "head": deed.head}, deed.index: {"relation": "obj", "head": token.index}}


@cache
def _owning() -> Mapping[str, Any]:
    """The row of those who own to an attack."""
    return next(row for row in lexicons.load("happening_force")["row"] if row["id"] == "attack.claim")


def _perfect(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "Denies it and [has] in turn [accused] the rebels", where the tree makes an adjective of the verb."""
    if token.upos != "AUX" or token.lemma.lower() != "have" or token.relation != "conj":
        return {}
    verb = next((t for t in tree.tokens[token.index + 1 : token.index + 1 + FAR] if t.upos == "VERB"), None)
    if verb is None or verb.relation != "amod" or verb.head != token.head:
        return {}
    own = _handed_over(tree.children(token.index), verb.index)
    return own | {verb.index: {"relation": "conj"}, token.index: {"relation": "aux", "head": verb.index}}


def _gerund(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "Used such weapons in [bombing] civilian areas", where the tree makes of the bombing what kind of areas they are."""
    case = tree.tokens[token.index - 1] if token.index else token
    verb = _verb_of(token.text.lower()) if token.relation in ("compound", "acl", "amod") else None
    place = tree.tokens[token.head] if token.head > token.index + 1 else token
    is_place = place.lemma.lower() in lexicons.words("happening", "classes", "place") and place.text.lower() != place.lemma.lower()
    if verb is None or not is_place or case.head not in (place.index, token.index) or case.text.lower() not in ("in", "by"):
        return {}
    return {
        token.index: {"upos": "VERB", "lemma": verb, "relation": "advcl", "head": place.head},
        case.index: {"relation": "mark", "head": token.index},
        place.index: {"relation": "obj", "head": token.index},
    }


def _verb_of(word: str) -> str | None:
    """The verb of an event noun in -ing, if a row has it: "bomb" of "bombing"."""
    stem = word.removesuffix("ing") if word in _nouns() else word
    return next((verb for verb in (stem, f"{stem}e") if stem != word and verb in _verbs()), None)


def _killing(tree: Tree, token: Token) -> Mapping[int, dict[str, Any]]:
    """ "Artillery fired on columns of refugees, [killing] dozens", where the tree has the refugees kill: what did it is the verb's."""
    words = lexicons.words("happening", "effects", "verbs")
    is_told = token.relation == "acl" and token.text.lower().endswith("ing") and token.lemma.lower() in words
    if not is_told or tree.tokens[token.index - 1].text != ",":
        return {}
    above = list(tree.ancestors(token.index))
    verb = next((t for t in above if t.upos == "VERB"), None)
    nouns = above[: above.index(verb)] if verb is not None else above
    is_event = any(t.lemma.lower() in _nouns() for t in nouns)
    if verb is None or is_event or verb.lemma.lower() in _SAY or not tree.children(verb.index, "nsubj") or nouns[-1].relation not in ("obl", "obj"):
        return {}
    return {token.index: {"relation": "advcl", "head": verb.index}}


_AROUND_DEEDS = (_killing, _had_done, _beside, _either, _by_whom, _done_by, _nominal)
_SLIPS = (*_AROUND_DEEDS, _harmed, _shifted, _second, _fought, _owned, _meanwhile, _perfect, _gerund)


def _handed_over(tokens: Sequence[Token], head: int) -> dict[int, dict[str, Any]]:
    return {token.index: {"head": head} for token in tokens}


@cache
def _nouns() -> frozenset[str]:
    """The event nouns of the rows, single words."""
    return frozenset(_listed("nouns"))


@cache
def _verbs() -> frozenset[str]:
    """The verbs of the rows, single words."""
    return frozenset(_listed("verbs"))


def _listed(words: str) -> Iterator[str]:
    for name in lexicons.load("happening")["tables"]:
        for row in lexicons.load(name)["row"]:
            yield from (word for word in row.get(words, ()) if " " not in word)
