"""Voices that will not comment: "the coalition had no immediate comment", "the embassy declined to comment" on the happening told last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hearsay import lexicons
from hearsay.claims.clausal import subject_of
from hearsay.claims.phrases import Tree
from hearsay.claims.telling import Telling
from hearsay.claims.triggers import is_event_noun
from hearsay.records import Token

_SILENCE = lexicons.load("speech")["silence"]
_NONE = frozenset(lexicons.load("speech")["decline"]["none"])
_DECLINE = frozenset(lexicons.load("speech")["decline"]["verbs"])
NEAR = 4  # sentences from a happening to the silence on it


@dataclass(frozen=True, slots=True)
class Silence:
    """``source``: the words of whoever says nothing; ``about``: the happening, with the clause of the silence for its words."""

    source: tuple[int, ...]
    verb: int
    about: Telling


def find_silences(tree: Tree, tellings: Sequence[Telling]) -> Iterator[Silence]:
    """Each refusal to comment that follows a use of force, with the one it is taken to be silent on, the last told; ``tellings`` in the order of
    the text."""
    for token in tree.tokens:
        source = _silent(tree, token) if token.lemma.lower() in _SILENCE["words"] else ()
        about = _told_before(tree, token, tellings) if source else None
        if about is not None:
            words = {*source, token.index, *([token.head] if token.head >= 0 and token.upos != "VERB" else [])}
            yield Silence(source, token.index, replace(about, trigger=token.index, first=min(words), last=max(words) + 1, realis="actual"))


def _silent(tree: Tree, comment: Token) -> tuple[int, ...]:
    """The words of whoever makes no comment; () if somebody makes one."""
    above = [comment, *tree.ancestors(comment.index)][:4]
    verbs = [t for t in above if t.upos in ("VERB", "AUX", "ADJ")]
    words = {t.text.lower() for k in [comment, *verbs] for t in tree.children(k.index, "det", "advmod")}
    is_unwilling = any(t.lemma.lower() in _DECLINE or t.lemma.lower() in _SILENCE["unwilling"] for t in verbs)
    if not (words & _NONE or is_unwilling) or _is_of_another_matter(tree, comment):
        return ()
    giver = next((t for t in tree.children(comment.index, "nmod", "compound") if tree.case_of(t.index) in ("from", "by", "")), None)
    if giver is not None:
        return tuple(k for k in tree.subtree(giver.index) if tree.tokens[k].upos != "ADP")
    spoken = (found for verb in verbs if (found := subject_of(tree, verb.index)))
    asked = (tuple(tree.subtree(t.index)) for verb in verbs for t in tree.children(verb.index, "nsubj:pass"))  # "could not be reached"
    return next(spoken, ()) or next(asked, ())


def _is_of_another_matter(tree: Tree, comment: Token) -> bool:
    """ "Did not comment on his divorce"."""
    topics = [t for t in tree.children(comment.index, "obl", "nmod") if tree.case_of(t.index) in ("on", "about") and t.upos == "NOUN"]
    return any(tree.children(t.index, "nmod:poss") and not is_event_noun(tree, t) for t in topics)


def _told_before(tree: Tree, comment: Token, tellings: Sequence[Telling]) -> Telling | None:
    """The use of force told last before, in this sentence or the few before it."""
    near = [t for t in tellings if t.trigger < comment.index and comment.sentence - tree.tokens[t.trigger].sentence <= NEAR]
    return next((t for t in reversed(near) if t.type in _SILENCE["types"]), None)
