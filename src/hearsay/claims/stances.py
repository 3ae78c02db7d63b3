"""How a voice stands to what it is said to say: asserts, denies, confirms, doubts, declines."""

from collections.abc import Sequence

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.claims.saying import Saying
from hearsay.records.claim import Stance

_SPEECH = lexicons.load("speech")
_STANCES: dict[str, Stance] = {word: stance for stance, words in _SPEECH["stance"].items() for word in words}
_DECLINE = frozenset(_SPEECH["decline"]["verbs"])
_COMMENT = frozenset(_SPEECH["decline"]["negated"])
PART = frozenset(_SPEECH["stance_nouns"]["part"])
_PROOF = frozenset(_SPEECH["stance_nouns"]["proof"])
_PREDICATE = ("root", "ccomp", "xcomp", "conj", "parataxis")
_LIGHT = frozenset(_SPEECH["nominal"]["light"])
_FALSE = frozenset(_SPEECH["stance_nouns"]["false"])
_NONE = frozenset(_SPEECH["decline"]["none"])
_CONFIRMATION = frozenset(_SPEECH["verify"]["nouns"])
_CALLS = frozenset(_SPEECH["stance_nouns"]["calls"])


def stance_of(tree: Tree, sayings: Sequence[Saying], word: int) -> Stance:
    """The stance of the innermost saying towards what ``word`` stands for; ``asserts`` where the cue tells nothing else."""
    if _is_unconfirmed(tree, word):
        return "doubts"
    if not sayings:
        return "asserts"
    if is_neither(tree, sayings[0]):
        return "declines"
    if _is_said_baseless(tree, word) or _is_called_false(tree, word, sayings[0]):
        return "denies"
    if sayings[0].rule == "silence":
        return "declines"
    light = [t for t in tree.children(sayings[0].verb, "obj", "xcomp") if tree.tokens[sayings[0].verb].lemma.lower() in _LIGHT]  # "cast doubt"
    cue = [*(tree.tokens[k] for k in sayings[0].cue), *light]
    lemmas = [token.lemma.lower() for token in cue]
    negated = any(t.text.lower() in _NONE for t in [*cue, *tree.children(sayings[0].verb, "advmod")])
    if any(lemma in _DECLINE for lemma in lemmas) or (negated and any(lemma in _COMMENT for lemma in lemmas)):
        return "declines"
    if "confirm" in lemmas and not negated and not _is_taken_up(tree, sayings[0]):
        return "confirms"
    if "plead" in lemmas and (plea := _plea(tree, sayings[0])):
        return plea
    if any(t.lemma.lower() in _CALLS for t in [*cue, *tree.children(sayings[0].verb, "obj")]):
        return "asserts"  # "rejected calls to spare those trapped": what is refused was no statement
    stance: Stance = next((_STANCES[lemma] for lemma in lemmas if lemma in _STANCES), "asserts")
    return "confirms" if negated and stance == "denies" else stance


def _is_unconfirmed(tree: Tree, word: int) -> bool:
    """ "There was no independent confirmation of the claim that"."""
    nouns = [t for t in tree.ancestors(word) if t.lemma.lower() in _CONFIRMATION]
    return any(c.text.lower() in _NONE for noun in nouns for c in tree.children(noun.index, "det"))


def _plea(tree: Tree, saying: Saying) -> Stance | None:
    """ "Pleaded not guilty" denies."""
    guilty = next((t for t in tree.children(saying.verb) if t.lemma.lower() == "guilty"), None)
    if guilty is None:
        return None
    return "denies" if any(t.text.lower() in _NONE for t in tree.children(guilty.index, "advmod")) else "confirms"


def is_neither(tree: Tree, saying: Saying) -> bool:
    """ "Neither confirmed nor denied"."""
    verb = tree.tokens[saying.verb]
    top = tree.tokens[verb.head] if verb.relation == "conj" else verb
    words = [top, verb, *tree.children(top.index, "conj", "cc", "cc:preconj"), *(tree.tokens[k] for k in saying.cue)]
    lemmas = {t.lemma.lower() for t in words} | {t.text.lower() for t in words}
    return {"neither", "confirm", "deny"} <= lemmas


def is_unmade(tree: Tree, saying: Saying) -> bool:
    """ "Did not deny", "have yet to deny", "refused to deny": no such thing is said."""
    verb = tree.tokens[saying.verb]
    top = tree.tokens[verb.head] if verb.relation in ("conj", "xcomp") else verb
    below = [*tree.children(verb.index, "advmod"), *(tree.tokens[k] for k in saying.cue)]
    below += tree.children(top.index, "advmod") if not tree.children(verb.index, "nsubj", "nsubj:pass") else []
    is_held_back = top is not verb and verb.relation == "xcomp" and top.lemma.lower() in (_DECLINE | {"have", "fail"})
    return is_held_back or any(t.text.lower() in _NONE for t in below)


def _is_said_baseless(tree: Tree, word: int) -> bool:
    """ "There is no truth in reports that", "no evidence that", "had no hand in": the word stands below such a noun that is denied."""
    nouns = [t for t in tree.ancestors(word) if t.lemma.lower() in _PROOF or t.lemma.lower() in PART]
    denied = any(c.text.lower() in _NONE for noun in nouns for c in tree.children(noun.index, "det"))
    return denied or any(noun.lemma.lower() == "nothing" and noun.relation == "obj" for noun in nouns)


def _is_called_false(tree: Tree, word: int, saying: Saying) -> bool:
    """ "Reports that 14 were killed are false", "It is a lie that", "described as baseless the claim that"."""
    above = [t for t in tree.ancestors(word) if t.index in saying.content]
    near = [c for c in tree.children(saying.verb, "obl", "xcomp", "obj", "advcl", "amod") if c.index not in saying.source]
    predicates = [t for t in tree.tokens[min(saying.content) : max(saying.content) + 1] if t.index in saying.content and t.relation in _PREDICATE]
    return any(t.lemma.lower() in _FALSE and t.upos != "VERB" for t in [*above, *near, *predicates])  # not "lied about it"


def _is_taken_up(tree: Tree, saying: Saying) -> bool:
    """Whether the source is "he", or a bare "the source" told of before: who confirms what it has said itself asserts it still."""
    words = [tree.tokens[k] for k in saying.source if tree.tokens[k].upos != "PUNCT"]
    if len(words) == 1 and words[0].upos == "PRON":
        return True
    is_bare = [t.text.lower() for t in words[:-1]] == ["the"]
    return is_bare and any(t.lemma == words[-1].lemma for t in tree.tokens[: words[0].index])
