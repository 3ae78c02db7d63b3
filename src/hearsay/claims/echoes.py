"""Attacks told by a general word take the kind that the report tells of: "the strikes" after "air strikes", "the attack" after a bombing."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.claims.telling import Telling
from hearsay.claims.triggers import rows

_POINTING = ("the", "this", "that", "these", "those", "such", "both")


def echoed(tree: Tree, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, those of general words with the type that they echo."""
    out: list[Telling] = []
    for number, telling in enumerate(tellings):
        kind = _echo(tree, telling, out, tellings[number + 1 :])
        told = replace(telling, type=kind) if kind else telling
        out.append(_with_targets(told, out))
    return out


def _with_targets(telling: Telling, before: Sequence[Telling]) -> Telling:
    """Who claims an attack without saying on what claims the one told last."""
    echo = lexicons.load("happening")["echo"]
    if telling.rule not in echo["rules"] or telling.targets:
        return telling
    told = [t.targets for t in before if t.type in echo["kinds"] and t.targets]
    return replace(telling, targets=told[-1]) if told else telling


def _echo(tree: Tree, telling: Telling, before: Sequence[Telling], after: Sequence[Telling]) -> str:
    lemma = tree.tokens[telling.trigger].lemma.lower()
    if telling.weapons or telling.rule not in _general():
        return ""
    echo = lexicons.load("happening")["echo"]
    for kind, words in echo["words"].items():
        if lemma in words:
            is_told = any(t.type == kind and t.weapons for t in (*before, *after)) or (lemma in echo["carried"] and _names_carrier(tree, kind))
            return kind if is_told and not _is_on_foot(telling) else ""
    if telling.type != "attack" or not (_points(tree, telling) or telling.rule in echo["rules"]):
        return ""
    kinds = [t.type for t in before if t.type in echo["kinds"]]
    return kinds[-1] if kinds and kinds[-1] != "attack" else ""


def _names_carrier(tree: Tree, kind: str) -> bool:
    """Whether the report names what carries such weapons: "planes" make its raids air raids."""
    carriers = lexicons.load("happening")["echo"]["carriers"].get(kind, ())
    return any(t.lemma.lower() in carriers for t in tree.tokens if t.upos == "NOUN")


def _is_on_foot(telling: Telling) -> bool:
    """ "Gunmen raided the market": people do it themselves."""
    doers = {party.surface.lower().split()[-1] for party in telling.actors}
    return not doers.isdisjoint(_people())


@cache
def _people() -> frozenset[str]:
    singular = lexicons.words("happening", "classes", "people") & lexicons.words("happening", "classes", "armed")
    return frozenset((*singular, *(f"{word}s" for word in singular), "men", "gunmen", "police", "policemen"))


def _points(tree: Tree, telling: Telling) -> bool:
    return any(t.text.lower() in _POINTING for t in tree.children(telling.trigger, "det", "nmod:poss"))


@cache
def _general() -> frozenset[str]:
    return frozenset(row.id for row in rows() if row.flag("weapon"))
