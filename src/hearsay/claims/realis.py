"""How real a happening is to the voice that tells it: actual, ongoing, planned, demanded, threatened, hypothetical or negated."""

from functools import cache

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.claims.roles import is_passive
from hearsay.claims.triggers import lemmas
from hearsay.records import Token

_UP = ("xcomp", "ccomp", "acl", "advcl", "csubj", "conj")
_NOMINAL = ("obj", "obl", "nmod", "nsubj", "nsubj:pass", "conj")
_ORDER = ("negated", "demanded", "threatened", "planned", "hypothetical")


def realis_of(tree: Tree, head: int, *, stative: bool = False, event: int = -1) -> str:
    """The realis of what is told by the clause or noun of ``head``. A ``stative`` row ("controls") is ongoing unless it is past; ``event``
    is the event noun inside the clause ("no attack took place")."""
    token = tree.tokens[head]
    own = _own(tree, token) or (_own(tree, tree.tokens[event]) if event >= 0 else "")
    if own:
        return own
    above = _governed(tree, token)
    if above:
        return above
    return "ongoing" if _is_ongoing(tree, token, stative) else "actual"


def _own(tree: Tree, token: Token) -> str:
    children = tree.children(token.index)
    auxiliaries = {w for t in children if t.relation.split(":")[0] in ("aux", "cop") for w in lemmas(t)}
    adverbs = {w for t in children if t.relation in ("advmod", "cc", "cc:preconj") for w in lemmas(t)}
    determiners = {w for t in children if t.relation == "det" for w in lemmas(t)}
    markers = {w for t in children if t.relation in ("mark", "case") for w in lemmas(t)}
    for kind in _ORDER:
        table = _table(kind)
        if auxiliaries & table["auxiliaries"] and not (kind == "hypothetical" and "have" in auxiliaries and "would" not in auxiliaries):
            return kind
        if adverbs & table["adverbs"] or determiners & table["determiners"] or markers & table["markers"]:
            return kind
    return ""


def _governed(tree: Tree, token: Token) -> str:
    """What the words above make of it: planned to, failed to, called for, may. Only along complements, never out of a relative clause."""
    current = token
    for above in tree.ancestors(token.index):
        verbal = current.upos in ("VERB", "AUX") or bool(tree.children(current.index, "cop"))
        allowed = _UP if verbal else _NOMINAL
        if current.relation.split(":")[0] not in allowed or current.relation == "acl:relcl":
            return ""
        kind = _kind_above(tree, current, above, verbal=verbal)
        if kind:
            return kind
        if current.relation in ("ccomp", "advcl", "nsubj", "nsubj:pass", "obl") or (current.relation == "conj" and not _shares(tree, current, above)):
            return ""
        current = above
    return ""


def _shares(tree: Tree, current: Token, above: Token) -> bool:
    """A coordinated verb without a subject or auxiliary of its own stands under what governs the first."""
    return not tree.children(current.index, "nsubj", "aux") and current.upos == above.upos


def _kind_above(tree: Tree, current: Token, above: Token, *, verbal: bool) -> str:
    words = set(lemmas(above))
    if current.relation == "conj":
        return _own(tree, above) if _shares(tree, current, above) else ""
    infinitive = verbal and any(t.text.lower() == "to" for t in tree.children(current.index, "mark"))
    for kind in _ORDER:
        table = _table(kind)
        if kind == "negated" and current.relation.startswith("nsubj"):
            continue
        if words & table["governors"] and (infinitive or (kind != "planned" and current.relation != "ccomp")):
            return kind
        if words & table["finite"] and current.relation == "ccomp":
            return kind
    if current.relation in ("xcomp", "obj", "obl") or infinitive:
        return _own(tree, above) if current.relation in ("xcomp",) else ""
    return ""


def _is_ongoing(tree: Tree, token: Token, stative: bool) -> bool:
    children = tree.children(token.index)
    words = {w for t in children if t.relation in ("advmod", "amod") for w in lemmas(t)}
    table = _table("ongoing")
    if words & (table["adverbs"] | table["adjectives"]):
        return True
    above = tree.tokens[token.head] if token.head >= 0 else None
    if above is not None and token.relation in ("xcomp", "nsubj", "obj", "nsubj:pass") and set(lemmas(above)) & table["governors"]:
        return token.relation != "obj" or token.upos != "VERB"
    auxiliaries = {t.text.lower() for t in children if t.relation.split(":")[0] in ("aux", "cop")}
    if token.text.lower().endswith("ing") and auxiliaries & {"is", "are", "am", "been", "'s", "'re", "was", "were"} and token.upos == "VERB":
        return not auxiliaries & {"was", "were"}
    if not stative:
        return False
    if token.upos == "VERB":
        passive = is_passive(tree, token.index)
        return (token.text.lower() in (token.lemma.lower(), token.lemma.lower() + "s") and not passive) or (passive and bool(auxiliaries & {"is", "are", "been"}))
    if above is not None and not auxiliaries and token.relation in ("obl", "xcomp"):
        return above.text.lower() in (above.lemma.lower(), above.lemma.lower() + "s")
    return bool(auxiliaries & {"is", "are", "been", "'s"})


@cache
def _table(kind: str) -> dict[str, frozenset[str]]:
    found = lexicons.load("realis")[kind]
    return {name: frozenset(found.get(name, ())) for name in ("adverbs", "determiners", "governors", "finite", "markers", "auxiliaries", "adjectives")}
