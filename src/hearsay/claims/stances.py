"""How a voice stands to what it is said to say: asserts, denies, confirms, doubts, declines."""

from collections.abc import Sequence

from hearsay import lexicons
from hearsay.claims.attribution import Saying
from hearsay.claims.phrases import Tree
from hearsay.records.claim import Stance

_SPEECH = lexicons.load("speech")
_STANCES: dict[str, Stance] = {word: stance for stance, words in _SPEECH["stance"].items() for word in words}
_DECLINE = frozenset(_SPEECH["decline"]["verbs"])
_COMMENT = frozenset(_SPEECH["decline"]["negated"])
_NONE = frozenset(_SPEECH["decline"]["none"])


def stance_of(tree: Tree, sayings: Sequence[Saying]) -> Stance:
    """The stance of the innermost saying; ``asserts`` where the cue tells nothing else."""
    if not sayings:
        return "asserts"
    if sayings[0].rule == "silence":
        return "declines"
    cue = [tree.tokens[k] for k in sayings[0].cue]
    lemmas = [token.lemma.lower() for token in cue]
    negated = any(t.text.lower() in _NONE for t in [*cue, *tree.children(sayings[0].verb, "advmod")])
    if any(lemma in _DECLINE for lemma in lemmas) or (negated and any(lemma in _COMMENT for lemma in lemmas)):
        return "declines"
    stance: Stance = next((_STANCES[lemma] for lemma in lemmas if lemma in _STANCES), "asserts")
    return "confirms" if negated and stance == "denies" else stance
