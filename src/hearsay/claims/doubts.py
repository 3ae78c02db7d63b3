"""Where an outlet, or another voice, says that it could not verify a claim: a doubt of its own, beside the claim, which stays as it was."""

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay import lexicons
from hearsay.claims.clausal import subject_of
from hearsay.claims.phrases import Tree
from hearsay.records import Token

_VERIFY = lexicons.load("speech")["verify"]
_VERBS = frozenset(_VERIFY["verbs"])
_NOT = frozenset(_VERIFY["not"])


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words ``first`` to ``last`` (exclusive) that say so; ``source`` whose doubt it is, empty for the outlet's."""

    first: int
    last: int
    verb: int
    source: tuple[int, ...]


def find_doubts(tree: Tree) -> Iterator[Doubt]:
    """ "could not independently verify", "could not be independently verified", "was unable to confirm the report"."""
    for token in tree.tokens:
        if token.upos == "VERB" and token.lemma.lower() in _VERBS and _is_denied(tree, token):
            words = [k for k in tree.subtree(token.index) if tree.tokens[k].upos != "PUNCT"]
            is_passive = bool(tree.children(token.index, "nsubj:pass", "aux:pass")) and not tree.children(token.index, "obl:agent")
            yield Doubt(min(words), max(words) + 1, token.index, () if is_passive else subject_of(tree, token.index))


def _is_denied(tree: Tree, verb: Token) -> bool:
    """Denied, and of what could be done rather than of what was: "could not", "unable to"."""
    none = [c.text.lower() for t in tree.children(verb.index, "nsubj") for c in tree.children(t.index, "det")]  # "Neither claim could be verified"
    near = [t.text.lower() for t in tree.children(verb.index, "advmod", "aux")]
    if any(t in _NOT for t in [*near, *none]):
        return any(t in ("could", "can", "ca", "independently") for t in near)
    above = tree.tokens[verb.head] if verb.head >= 0 else None
    return above is not None and verb.relation == "xcomp" and above.text.lower() == "unable"
