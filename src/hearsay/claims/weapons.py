"""The weapons of a happening, and the type of attack that they make it."""

from functools import cache

from hearsay import lexicons
from hearsay.claims.groups import Group, event_head
from hearsay.claims.phrases import Tree
from hearsay.claims.roles import roles
from hearsay.claims.triggers import lemmas, table

_WITH = ("with", "by", "using", "in", "from", "via", "of")


def weapons_of(tree: Tree, group: Group) -> tuple[str, tuple[str, ...]]:
    """The type that the weapons decide, empty if none do, and the weapons as the text names them, nearest to the deciding word first."""
    kinds: list[str] = []
    words: list[str] = []
    for index in _places(tree, group):
        kind, text = _weapon_at(tree, index)
        if kind and text not in words:
            kinds.append(kind)
            words.append(text)
    if "airstrike" in kinds[1:] and _is_from_the_air(tree, group):
        kinds = ["airstrike"]
    return (kinds[0] if kinds else _owned_kind(tree, group)), tuple(words)


def _is_from_the_air(tree: Tree, group: Group) -> bool:
    """ "[Warplanes] fired missiles at the camp": what flies decides over what it fires."""
    carriers = lexicons.words("weapon", "airstrike", "carriers")
    verbs = [m.index for m in (group.root, *group.members) if m.roles is not None]
    verbs += [k for k in (group.carrier, *group.clauses) if k >= 0]
    return any(tree.tokens[k].lemma.lower() in carriers for verb in verbs for k in roles(tree, verb).subject)


def _owned_kind(tree: Tree, group: Group) -> str:
    """What was owned to, by its noun: "claimed responsibility for the [bombing]"."""
    deeds = [t for deed in _owned(tree, group) for t in tree.children(deed, "nmod") if tree.case_of(t.index) in ("for", "in")]
    armed = [kind for t in deeds for k in _modifiers(tree, t.index) if (kind := _weapon_at(tree, k)[0])]  # "the rocket attack"
    rows = (row for t in deeds for word in lemmas(t) for row, companion in table().nouns.get(word, ()) if not companion)
    return next((kind for kind in (*armed, *(row.type for row in rows)) if kind in ("airstrike", "shelling", "bombing")), "")


def _places(tree: Tree, group: Group) -> list[int]:
    """Where a weapon may stand: the trigger and its modifiers, then objects, instruments and subjects of its verbs."""
    out = [group.root.index] if group.root.roles is None else []
    out += _modifiers(tree, group.root.index)
    verbs = [m.index for m in (group.root, *group.members) if m.roles is not None]
    verbs += [k for k in (group.carrier, *group.clauses) if k >= 0]
    firing = [k for k in verbs if tree.tokens[k].lemma.lower() in lexicons.load("happening")["firing"]]
    out += [k for verb in firing for k in roles(tree, verb).object]
    for verb in (*verbs, group.root.index, event_head(tree, group.root.index)):
        out += [t.index for t in tree.children(verb, "obl", "nmod") if tree.case_of(t.index) in _WITH]
        out += [t.index for t in tree.children(verb, "advcl") if any(m.text.lower() in ("in", "by") for m in tree.children(t.index, "mark"))]
    own = {group.root.index, *(m.index for m in group.members)}
    borrowed = [k for k in verbs if tree.tokens[k].relation == "conj" and tree.tokens[k].head not in own and not tree.children(k, "nsubj")]
    out += [k for verb in verbs if verb not in borrowed for k in roles(tree, verb).subject]
    return out


def _owned(tree: Tree, group: Group) -> list[int]:
    """The responsibility of "claimed responsibility for the [bombing]"."""
    owned = group.root.row.words("object")
    return [t.index for t in tree.children(group.root.index, "obj") if group.root.row.flag("affirmed") and t.lemma.lower() in owned]


def _modifiers(tree: Tree, index: int) -> list[int]:
    return [t.index for t in tree.children(index, "compound", "amod", "nmod:poss") if t.index < index]


def _weapon_at(tree: Tree, index: int) -> tuple[str, str]:
    token = tree.tokens[index]
    if token.lemma.lower() == "air" and tree.case_of(index) in ("in", "into"):
        return "", ""  # "shots in the air"
    before = tree.tokens[index - 1].lemma.lower() if index else ""
    for word in lemmas(token):
        for entry in (f"{before} {word}", word):
            if entry in _kinds():
                first = index - 1 if " " in entry else index
                return _kinds()[entry], tree.reading.text_of(first, index + 1)
    for child in _modifiers(tree, index):
        kind, text = _weapon_at(tree, child)
        if kind:
            return kind, text
    return "", ""


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, entry in lexicons.load("weapon").items() for word in entry["words"]}
