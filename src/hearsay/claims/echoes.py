"""Attacks told by a general word take the kind that the report tells of: "the strikes" after "air strikes", "the attack" after a bombing; what an
attack destroyed is whose the attack was."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.claims.roles import surface_subject
from hearsay.claims.telling import Telling
from hearsay.claims.triggers import is_event_noun, rows
from hearsay.records import Party

_SAID = ("say", "claim", "report", "tell")
_GROUND = frozenset(("force", "column", "unit", "units", "patrol", "squad", "battalion", "brigade", "commandos"))
_POINTING = lexicons.words("happening", "pointing") | {"both"}


def echoed(tree: Tree, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings, those of general words with the type that they echo."""
    out: list[Telling] = []
    for number, telling in enumerate(tellings):
        kind = _echo(tree, telling, out, tellings[number + 1 :])
        told = replace(telling, type=kind) if kind else telling
        out.append(_with_targets(tree, told, out, tellings[number + 1 :]))
    return [_with_actors(tree, telling, out) for telling in out]


def _with_targets(tree: Tree, telling: Telling, before: Sequence[Telling], after: Sequence[Telling]) -> Telling:
    """A happening told without a target: whom it is meant to beat, whose attack was thrown back, or what the one told last was on."""
    if telling.targets:
        return telling
    found = _meant(tree, telling, after) or _thrown_back(tree, telling, before) or _again(tree, telling, before)
    return replace(telling, targets=found) if found else telling


def _meant(tree: Tree, telling: Telling, after: Sequence[Telling]) -> tuple[Party, ...]:
    """ "Carried out strikes to repel the raiders", "a push aimed at retaking the town": the raiders, the town."""
    echo = lexicons.load("happening")["echo"]
    if telling.type not in (*echo["kinds"], "clash"):
        return ()
    sentence = tree.tokens[telling.trigger].sentence
    near = [t for t in after if t.type in echo["aims"] and t.targets and tree.tokens[t.trigger].sentence == sentence]
    return next((t.targets for t in near if _is_aim(tree, telling.trigger, t.trigger)), ())


def _is_aim(tree: Tree, event: int, verb: int) -> bool:
    """Whether a verb behind "to" or "aimed at" tells what an event is for: it hangs on the event, or on the verb that carries it."""
    above = [tree.tokens[verb], *tree.ancestors(verb)]
    tops = {event, tree.tokens[event].head}
    between = above[: next((n for n, t in enumerate(above) if t.index in tops), 0)]
    words = {mark.text.lower() for t in between for mark in tree.children(t.index, "mark")} | {t.lemma.lower() for t in between}
    return verb > event and bool(between) and not words.isdisjoint(("to", "aim", "intend", "mean")) and words.isdisjoint(_SAID)


def _thrown_back(tree: Tree, telling: Telling, before: Sequence[Telling]) -> tuple[Party, ...]:
    """ "The attack was foiled": those who attacked."""
    if telling.type != "repulse":
        return ()
    objects = [
        t for t in tree.children(telling.trigger, "obj", "nsubj:pass") if any(d.text.lower() in _POINTING for d in tree.children(t.index, "det"))
    ]
    own = {party.name.lower() for party in telling.actors}
    kinds = (*lexicons.load("happening")["echo"]["kinds"], "clash", "advance")
    told = [t.actors for t in before if t.type in kinds and t.actors and own.isdisjoint(p.name.lower() for p in t.actors)]
    return told[-1] if told and objects else ()


def _again(tree: Tree, telling: Telling, before: Sequence[Telling]) -> tuple[Party, ...]:
    """Who claims an attack, or points to one ("the raids were carried out by"), without saying on what, means the one told last."""
    echo = lexicons.load("happening")["echo"]
    told: list[tuple[Party, ...]] = []
    if telling.rule in echo["rules"]:
        told = [t.targets for t in before if t.type in echo["kinds"] and t.targets]
    elif tree.tokens[telling.trigger].lemma.lower() in echo["single"] and telling.type in echo["kinds"] and _points(tree, telling):
        told = [t.targets for t in before if t.type == telling.type and t.targets and _may_be_one(t, telling)]
    return told[-1] if told else ()


def _may_be_one(first: Telling, second: Telling) -> bool:
    """Whether the same side may have done both: one of them does not say who, or they name one in common; and nobody hits himself."""
    names = [{party.name.lower() for party in t.actors} for t in (first, second)]
    hit = {party.name.lower() for party in first.targets}
    return (not all(names) or not names[0].isdisjoint(names[1])) and hit.isdisjoint(names[1])


def _with_actors(tree: Tree, telling: Telling, tellings: Sequence[Telling]) -> Telling:
    """Damage that an attack did is whose the attack was: "the shelling also damaged a school", "damaged in the raids"."""
    if telling.type != "destruction" or telling.actors:
        return telling
    for event in _doing(tree, telling):
        own = next((t.actors for t in tellings if t.trigger == event and t.actors), ())
        near = [t for t in tellings if t.trigger < telling.trigger and t.actors and _is_told_on(tree, t, telling)]
        told = [t.actors for t in near if t.type in lexicons.load("happening")["echo"]["kinds"]]
        if own or (told and any(t.text.lower() in _POINTING for t in tree.children(event, "det"))):
            return replace(telling, actors=own or told[-1])
    return telling


def _doing(tree: Tree, telling: Telling) -> list[int]:
    """The event nouns that did what is told, or in which it was done."""
    token = tree.tokens[telling.trigger]
    verb = token.index if token.upos == "VERB" or token.head < 0 else token.head
    hung = [t.index for t in tree.children(verb, "obl") if tree.case_of(t.index) in ("in", "during", "by", "to", "of", "from")]
    return [k for k in (*surface_subject(tree, verb), *hung) if is_event_noun(tree, tree.tokens[k])]


def _is_told_on(tree: Tree, first: Telling, second: Telling) -> bool:
    """Whether one and the same voice tells the second in the same sentence or the next: another's word says nothing of who did it."""
    apart = tree.tokens[second.trigger].sentence - tree.tokens[first.trigger].sentence
    voices = [{tree.tokens[k].text.lower() for k in tree.source_around(t.trigger)} for t in (first, second)]
    return apart in (0, 1) and voices[0] == voices[1]


def _echo(tree: Tree, telling: Telling, before: Sequence[Telling], after: Sequence[Telling]) -> str:
    lemma = tree.tokens[telling.trigger].lemma.lower()
    if telling.weapons or telling.rule not in _general():
        return ""
    echo = lexicons.load("happening")["echo"]
    for kind, words in echo["words"].items():
        if lemma in words:
            is_told = any(t.type == kind and t.weapons for t in (*before, *after)) or (lemma in echo["carried"] and _names_carrier(tree, kind))
            return kind if is_told and not _is_on_foot(telling) else ""
    is_other = any(t.lemma.lower() in echo["other"] for t in tree.children(telling.trigger, "compound", "amod"))
    if telling.type != "attack" or is_other or not ((_points(tree, telling) and lemma in echo["single"]) or telling.rule in echo["rules"]):
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
    is_flying = any("air" in party.surface.lower().split() for party in telling.actors)
    return not is_flying and not doers.isdisjoint(_people() | _GROUND)


@cache
def _people() -> frozenset[str]:
    singular = lexicons.words("happening", "classes", "people") & lexicons.words("happening", "classes", "armed")
    return frozenset((*singular, *(f"{word}s" for word in singular), "men", "gunmen", "police", "policemen"))


def _points(tree: Tree, telling: Telling) -> bool:
    return any(t.text.lower() in _POINTING for t in tree.children(telling.trigger, "det", "nmod:poss"))


@cache
def _general() -> frozenset[str]:
    return frozenset(row.id for row in rows() if row.flag("weapon"))
