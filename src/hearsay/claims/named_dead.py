"""Who the dead were: "the ministry identified the dead as Lena Holt and Adam Voss", "the dead man was named as Omar Rahim"; and who the victims."""

from collections.abc import Iterator

from hearsay import lexicons
from hearsay.claims.harm_parts import of_victims
from hearsay.claims.harm_words import Harm
from hearsay.claims.phrases import Tree
from hearsay.claims.roles import agents
from hearsay.claims.saying import Saying
from hearsay.records import Token

_VERBS = lexicons.words("harm", "named", "verbs")
_DEAD = lexicons.words("harm", "named", "dead")


def named_by(tree: Tree, verb: Token) -> list[int]:
    """The heads of the names that a verb gives to the dead or the victims; none if it names no such people."""
    if verb.upos != "VERB" or verb.lemma.lower() not in _VERBS:
        return []
    told_of = [t for t in tree.children(verb.index, "obj", "nsubj:pass") if _is_dead(tree, t) or t.lemma.lower() == "victim"]
    named = [t.index for t in tree.children(verb.index, "obl") if tree.case_of(t.index) == "as"] if told_of else []
    heads = [k for one in named for k in tree.conjuncts(one)]
    return [k for k in heads if (name := tree.name_at(k)) is not None and name.kind == "person"]


def namings(tree: Tree) -> Iterator[Saying]:
    """Sayings in which somebody names the dead."""
    for verb in tree.tokens:
        named = named_by(tree, verb)
        source = _source(tree, verb) if named else ()
        if source:
            content = frozenset(k for one in named for k in tree.subtree(one))
            yield Saying(source, (verb.index,), content - set(source), verb.index, "clause")


def named_dead(tree: Tree, token: Token) -> Harm | None:
    """The death of a person whose name the dead are given, or what was done to one of the victims; None for anybody else."""
    top = token
    while top.relation == "conj" and top.head >= 0:
        top = tree.tokens[top.head]
    verb = tree.tokens[top.head] if top.relation == "obl" and top.head >= 0 else None
    if verb is None or token.index not in named_by(tree, verb):
        return None
    are_dead = any(_is_dead(tree, t) for t in tree.children(verb.index, "obj", "nsubj:pass"))
    measure = "killed" if are_dead else of_victims(tree, verb)
    return Harm(measure, verb.index, "harm.named") if measure else None


def _is_dead(tree: Tree, token: Token) -> bool:
    return token.lemma.lower() in _DEAD or any(t.lemma.lower() in _DEAD for t in tree.children(token.index, "amod"))


def _source(tree: Tree, verb: Token) -> tuple[int, ...]:
    subject = [t.index for t in tree.children(verb.index, "nsubj") if t.relation == "nsubj"] or agents(tree, verb.index)
    names = {k for one in named_by(tree, verb) for k in tree.subtree(one)}
    words = [k for k in tree.subtree(subject[0]) if k not in names] if subject else []
    return tuple(k for k in words if tree.tokens[k].relation != "case")
