"""Counts that a voice will not give: "did not comment on its losses"."""

from collections.abc import Iterator, Sequence

from hearsay import lexicons
from hearsay.claims.clausal import silent_on
from hearsay.claims.count import Count
from hearsay.claims.counted import PERSONS, is_people, through
from hearsay.claims.harm import harm_of
from hearsay.claims.harm_words import ADJECTIVES, VERBS, Harm
from hearsay.claims.phrases import Tree, party_of
from hearsay.records import Party, Token

_HARM = lexicons.load("harm")
_ANYBODY = frozenset(_HARM["anybody"]["nouns"])
_NOUNS: dict[str, str] = _HARM["noun"]
NEAR = 8  # words
_DECLINE = lexicons.load("speech")["decline"]
_OBJECTS = frozenset(_DECLINE["objects"])
_ASKED = frozenset(("how", "if", "whether"))
_BEHIND = 12  # words from "unclear" to what is


def find_declined(tree: Tree, tokens: Sequence[Token]) -> Iterator[Count]:
    """ "did not comment on its losses", "gave no casualty toll": a count that a voice will not give."""
    for verb in tokens:
        if (unknown := _unknown(tree, verb)) is not None:
            yield unknown
        silence = silent_on(tree, verb) if verb.upos in ("VERB", "ADJ") else None
        if silence is None:
            continue
        within = [t for t in tokens if t.index in silence.content]
        many = next((t for t in within if t.text.lower() == "many" and t.index and tree.tokens[t.index - 1].text.lower() == "how"), None)
        if many is not None:
            yield from _how_many(tree, verb, many)
            continue
        noun = next(filter(_is_toll, within), None)
        if noun is not None:
            first = min(tree.subtree(noun.index, "acl", "acl:relcl", "nmod", "punct", "case"))
            yield _silence(tree, noun, first, noun.index + 1, verb)


def _unknown(tree: Tree, verb: Token) -> Count | None:
    """What nobody knows: "there was no immediate word on casualties", "no toll was released", "it is unclear if there were casualties"."""
    subjects = tree.children(verb.index, "nsubj", "nsubj:pass")
    if verb.lemma.lower() == "be" and any(t.relation == "expl" for t in tree.children(verb.index)):
        untold = [said for said in subjects if _is_no_count(tree, said, _DECLINE["unknown"])]
    elif verb.lemma.lower() in _DECLINE["given"] and not tree.children(verb.index, "obl:agent"):
        untold = [said for said in subjects if _is_no_count(tree, said, ())]
    else:
        return _unclear(tree, verb)
    return _no_count(tree, verb, untold[0]) if untold else None


def _is_no_count(tree: Tree, said: Token, words: Sequence[str]) -> bool:
    """ "No toll", "no figure for the dead"; "no ... on casualties" with one of ``words``."""
    if not any(t.text.lower() == "no" for t in tree.children(said.index, "det")):
        return False
    if said.lemma.lower() in words and any(tree.case_of(t.index) in ("on", "about", "of") and _is_toll(t) for t in tree.children(said.index, "nmod")):
        return True
    about = [t for t in tree.children(said.index, "compound", "nmod") if _is_toll(t)]
    return said.lemma.lower() == "toll" or (said.lemma.lower() in _DECLINE["tolls"] and bool(about))


def _no_count(tree: Tree, verb: Token, said: Token) -> Count:
    about = next((t for t in tree.children(said.index, "nmod") if _is_toll(t)), said)
    first = min(t.index for t in tree.children(said.index, "det"))
    return _silence(tree, about, first, about.index + 1, verb)


def _silence(tree: Tree, noun: Token, first: int, last: int, verb: Token) -> Count:
    measure, victims = _declined_measure(tree, noun), _declined_victims(tree, noun)
    return Count(measure, None, None, None, first, last, verb.index, victims, "decline", is_declined=True)


def _unclear(tree: Tree, word: Token) -> Count | None:
    """ "It remains unclear whether there were any casualties", "it was not known how many were killed"."""
    low = word.text.lower()
    is_denied = any(t.text.lower() in _DECLINE["none"] for t in tree.children(word.index, "advmod"))
    if low not in _DECLINE["unclear"] and not (low in _DECLINE["clear"] and is_denied):
        return None
    behind = [t for t in tree.tokens[word.index + 1 : word.index + 1 + _BEHIND] if t.sentence == word.sentence]
    if not behind or behind[0].text.lower() not in _ASKED:
        return None
    if behind[0].text.lower() == "how":
        return next(_how_many(tree, word, behind[1]), None) if len(behind) > 1 and behind[1].text.lower() == "many" else None
    noun = next((t for t in behind if t.lemma.lower() in _DECLINE["objects"] and t.lemma.lower() not in _DECLINE["tolls"]), None)
    if noun is None or not any(t.lemma.lower() in _DECLINE["whether"] for t in behind if t.index < noun.index):
        return None  # "not clear if he knew of the deaths"
    first = noun.index - 1 if tree.tokens[noun.index - 1].text.lower() == "any" else noun.index
    return _silence(tree, noun, first, noun.index + 1, word)


def _how_many(tree: Tree, verb: Token, many: Token) -> Iterator[Count]:
    """ "would not say how many of its soldiers were captured"."""
    governor = tree.tokens[many.head]
    top = many.index if governor.upos == "VERB" or many.relation.startswith("nsubj") else many.head
    harm = harm_of(tree, top) or _harm_behind(tree, top)
    if harm is not None:
        below = next((t.index for t in tree.children(many.index, "nmod", "obl") if tree.case_of(t.index) == "of"), None)
        noun = through(tree, top) if below is None else below
        victims = () if noun == many.index or tree.tokens[noun].lemma.lower() in _ANYBODY else (party_of(tree, noun),)
        yield Count(harm.measure, None, None, None, many.index - 1, top + 1, verb.index, victims, "decline", is_declined=True)


def _harm_behind(tree: Tree, top: int) -> Harm | None:
    """ "how many soldiers he had lost", by the order of words alone: the next verb of harm close behind."""
    near = [t for t in tree.tokens[top + 1 : top + 1 + NEAR] if t.sentence == tree.tokens[top].sentence]
    verb = next((t for t in near if t.upos == "VERB"), None)
    if verb is not None and verb.lemma.lower() == "hold" and tree.children(verb.index, "aux:pass"):
        return Harm("captured", verb.index, "decline")
    return Harm(VERBS[verb.lemma.lower()]["measure"], verb.index, "decline") if verb and verb.lemma.lower() in VERBS else None


def _is_toll(token: Token) -> bool:
    return token.upos in ("NOUN", "PROPN") and token.lemma.lower() in _OBJECTS


def _declined_measure(tree: Tree, noun: Token) -> str:
    after = [t for t in tree.tokens[noun.index + 1 : noun.index + 5] if t.sentence == noun.sentence]
    for token in [*tree.children(noun.index, "nmod", "compound"), noun, *after]:
        found = _NOUNS.get(token.lemma.lower()) or _NOUNS.get(token.text.lower())
        if found:
            return "casualties" if token.lemma.lower() == "toll" else found
    below = [t for k in tree.subtree(noun.index) for t in tree.children(k, "acl", "acl:relcl")]
    told = next((ADJECTIVES[t.text.lower()] for t in below if t.text.lower() in ADJECTIVES), None)  # "no figure for the people killed"
    before = _told_before(tree, noun)
    return told or (VERBS[before.lemma.lower()]["measure"] if before else "casualties")


def _told_before(tree: Tree, noun: Token) -> Token | None:
    """ "Several rebels were [killed], said the director, who gave no precise number": the verb of harm whose number it is."""
    begin = tree.reading.sentences[noun.sentence].first
    before = [t for t in tree.tokens[begin : noun.index] if t.upos == "VERB" and t.lemma.lower() in VERBS]
    return before[-1] if before and not tree.children(noun.index, "nmod") else None


def _declined_victims(tree: Tree, noun: Token) -> tuple[Party, ...]:
    below = tree.children(noun.index, "nmod", "amod", "compound")
    plain = [t for t in below if t.lemma.lower() in PERSONS]
    if plain:
        return (party_of(tree, plain[0].index),)
    behind = [t for t in tree.tokens[noun.index + 1 : noun.index + 5] if t.sentence == noun.sentence and t.lemma.lower() in _NOUNS]
    losers = [c for t in behind for c in tree.children(t.index, "amod", "compound", "nmod:poss") if c.index > noun.index and c.upos != "DET"]
    if losers and losers[-1].upos in ("NOUN", "PROPN"):
        return (party_of(tree, losers[-1].index),)  # "no figure for army losses"
    below += losers
    owner = next((t for t in below if t.relation == "nmod:poss" and t.upos in ("PRON", "DET")), None)
    if owner is not None and owner.index in tree.reading.antecedents:
        return (party_of(tree, owner.index),)
    sides = [t for t in below if t.upos == "ADJ" and (name := tree.name_at(t.index)) is not None and name.kind == "norp"]
    if sides:
        return (party_of(tree, sides[-1].index),)
    deep = [t for one in below if one.upos in ("NOUN", "PROPN") for t in [one, *tree.children(one.index, "nmod")]]
    before = _told_before(tree, noun)
    deep += tree.children(before.index, "nsubj:pass") if before is not None else []
    people = [t for t in deep if t.lemma.lower() not in _NOUNS and t.lemma.lower() not in _ANYBODY and is_people(tree, t.index)]
    return (party_of(tree, people[-1].index),) if people else ()
