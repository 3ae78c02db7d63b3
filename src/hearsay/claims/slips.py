"""Slips of the tree around event nouns, set right by the order of words: "in coalition airstrikes", "in army shelling of the town"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.claims.triggers import is_date
from hearsay.records import Token

_HARMED = frozenset(lexicons.load("harm")["adjective"])
_PEOPLE = lexicons.words("people", "nouns") | lexicons.words("people", "crowds")
_SAY = frozenset(lexicons.load("speech")["say"])
_UNITS = frozenset(word for row in lexicons.load("quantity")["unit"] for phrase in row.get("words", ()) for word in phrase.split())
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


def active(tree: Tree) -> Tree:
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


_ANY = (_hyphened, _own_clause, _said_clause, _of_whom, _apposed_subject)  # of which a word has one at most
_SLIPS = (_killing, _had_done, _beside, _either, _by_whom, _done_by, _nominal, _shifted, _second, _fought, _owned, _meanwhile, _perfect, _gerund)


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
