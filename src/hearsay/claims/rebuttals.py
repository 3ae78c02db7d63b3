"""Denials of what another voice has just said: "The ministry denied it", "The governor said that this was untrue"."""

from collections.abc import Iterator, Sequence

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.claims.saying import Saying

_DENIES = lexicons.words("speech", "stance", "denies")
_FALSE = lexicons.words("speech", "stance_nouns", "false")
_POINTING = lexicons.words("speech", "rebuttal", "words")
BACK = 2  # sentences from a denial to what it denies


def rebuttals(tree: Tree, sayings: Sequence[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Each saying that only points back and denies, with the saying before it that it denies; ``sayings`` in the order of their cues."""
    before: list[Saying] = []
    for saying in sayings:
        if _only_denies(tree, saying):
            denied = next((s for s in reversed(before) if _is_other(tree, s, saying) or _denies(tree, s)), None)
            if denied is not None and _is_other(tree, denied, saying):  # what it denies once more it has named itself before
                yield saying, denied
        else:
            before.append(saying)


def _denies(tree: Tree, saying: Saying) -> bool:
    return any(tree.tokens[k].lemma.lower() in _DENIES for k in saying.cue)


def _only_denies(tree: Tree, saying: Saying) -> bool:
    words = [tree.tokens[k] for k in saying.content if tree.tokens[k].upos != "PUNCT"]
    said_false = any(t.lemma.lower() in _FALSE for t in words)
    rest = [t for t in words if t.lemma.lower() not in _FALSE and t.upos not in ("DET", "AUX", "SCONJ")]
    is_pointing = bool(words) and all(t.text.lower() in _POINTING for t in rest) and (bool(rest) or any(t.text.lower() in _POINTING for t in words))
    return is_pointing and (said_false or _denies(tree, saying))


def _is_other(tree: Tree, earlier: Saying, denial: Saying) -> bool:
    """Whether an earlier saying is another voice's, and near enough."""
    shared = _words(tree, earlier, "PROPN") & _words(tree, denial, "PROPN")
    is_nameless = not (_words(tree, earlier, "PROPN") or _words(tree, denial, "PROPN"))
    is_one = shared or (is_nameless and _words(tree, earlier, "NOUN") & _words(tree, denial, "NOUN"))
    return not is_one and 0 <= tree.tokens[denial.verb].sentence - tree.tokens[earlier.verb].sentence <= BACK


def _words(tree: Tree, saying: Saying, upos: str) -> set[str]:
    return {tree.tokens[k].text.lower() for k in saying.source if tree.tokens[k].upos == upos}
