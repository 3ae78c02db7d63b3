"""How real a happening is to the voice that tells it: actual, ongoing, planned, demanded, threatened, hypothetical or negated."""

from functools import cache
from itertools import pairwise

from hearsay import lexicons
from hearsay.claims.harm_words import VERBS
from hearsay.claims.phrases import Tree, is_nobody
from hearsay.claims.roles import is_passive
from hearsay.claims.triggers import lemmas
from hearsay.records import Token

_UP = ("xcomp", "ccomp", "acl", "advcl", "csubj", "conj")
_NOMINAL = ("obj", "obl", "nmod", "nsubj", "nsubj:pass", "conj")
_NOW = frozenset(("is", "are", "am", "'s", "'re"))
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
    words = {w for t in tree.children(event, "amod") for w in lemmas(t)} if event >= 0 else set()
    lasting = any(w.endswith(tuple(_table("ongoing")["endings"])) for w in words) or _lasts(tree, token, event, stative=stative)
    ongoing = lasting or bool(words & _table("ongoing")["adjectives"]) or _is_ongoing(tree, token, stative=stative)
    return "ongoing" if ongoing else "actual"


def _own(tree: Tree, token: Token) -> str:
    children = tree.children(token.index)
    auxiliaries = {w for t in children if t.relation.split(":")[0] in ("aux", "cop") for w in lemmas(t)}
    limited = {"only", "just"} & {t.text.lower() for t in children}  # "not only killed but"
    adverbs = {w for t in children if t.relation in ("advmod", "cc", "cc:preconj") and not (limited and t.text.lower() == "not") for w in lemmas(t)}
    determiners = {w for t in children if t.relation == "det" for w in lemmas(t)}
    markers = {w for t in children if t.relation in ("mark", "case") for w in lemmas(t)}
    for kind in _ORDER:
        table = _table(kind)
        if auxiliaries & table["auxiliaries"] and not (kind == "hypothetical" and "have" in auxiliaries and "would" not in auxiliaries):
            return kind
        if adverbs & table["adverbs"] or determiners & table["determiners"] or markers & table["markers"]:
            return kind
    if any(is_nobody(tree, t) for t in tree.children(token.index, "nsubj", "nsubj:pass")):
        return "negated"
    return "planned" if _is_to_be(tree, token) else ""


def _is_to_be(tree: Tree, token: Token) -> bool:
    """ "Rwanda is to send troops", "are due to resume", the latter also where the tree takes the verb for a noun."""
    marks = tree.children(token.index, "mark", "case")
    to = next((t.index for t in marks if t.text.lower() == "to"), 0)
    before = tree.tokens[to - 1].text.lower() if to else ""
    return before in _table("planned")["before_to"]


def _governed(tree: Tree, token: Token) -> str:
    """What the words above make of it: planned to, failed to, called for, may. Only along complements, never out of a relative clause."""
    current = token
    for above in tree.ancestors(token.index):
        verbal = current.upos in ("VERB", "AUX") or bool(tree.children(current.index, "cop"))
        allowed = _UP if verbal else _NOMINAL
        if current.relation.split(":")[0] not in allowed or current.relation == "acl:relcl":
            return ""
        if not verbal and current.relation == "obj" and above.lemma.lower() in _table("actual")["governors"]:
            return ""  # "plan to break the siege": the siege is there
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
    if current.relation == "conj":
        kind = _own(tree, above) if _shares(tree, current, above) else ""
        is_set_against = any(t.text.lower() in ("but", "yet") for t in tree.children(current.index, "cc"))
        return "" if kind == "negated" and is_set_against else kind  # "gave no toll but announced arrests"
    if current.relation.startswith("nsubj") and _is_to_be(tree, above):
        return "planned"
    words = set(lemmas(above))
    infinitive = verbal and any(t.text.lower() == "to" for t in tree.children(current.index, "mark"))
    for kind in _ORDER:
        table = _table(kind)
        if words & table["governors"] and _reaches(tree, current, kind, verbal=verbal, infinitive=infinitive):
            return kind
        if words & table["finite"] and current.relation in ("ccomp", "csubj") and not (words & table["bare"] and _is_inflected(tree, current)):
            return kind
    return _own(tree, above) if current.relation == "xcomp" else ""


def _is_inflected(tree: Tree, verb: Token) -> bool:
    """ "Held", "has left"; not "leave", "be withdrawn"."""
    forms = [verb, *tree.children(verb.index, "aux", "cop")]
    return any(t.text.lower() != t.lemma.lower() for t in forms[1:] or forms)


def _reaches(tree: Tree, current: Token, kind: str, *, verbal: bool, infinitive: bool) -> bool:
    """Whether a governing word says how real its dependent is: "called for a raid", "failed to take"; not "told him in the raid"."""
    if verbal:
        return infinitive or (kind != "planned" and current.relation == "xcomp") or (kind == "negated" and current.relation == "advcl")
    if current.relation.startswith("nsubj"):
        return kind in ("planned", "hypothetical")
    if kind == "planned":
        return tree.case_of(current.index) == "for" and not _table(kind)["nominal"].isdisjoint(lemmas(tree.tokens[current.head]))
    if tree.tokens[current.head].lemma.lower() == "tell":
        return False  # "refugees told reporters of attacks": what was, not what they are to do
    case = tree.case_of(current.index)
    return (
        current.relation == "obj" or case in ("for", "of", "to", "on", "from") or (case == "with" and kind != "demanded")
    )  # "pressed on with a raid"


def _is_ongoing(tree: Tree, token: Token, *, stative: bool) -> bool:
    table = _table("ongoing")
    words = {w for t in tree.children(token.index, "advmod", "amod") for w in lemmas(t)}
    if words & (table["adverbs"] | table["adjectives"]) or _goes_on(tree, token, table["governors"]):
        return True
    present = {t.text.lower() for t in tree.children(token.index, "aux", "cop")}
    if "being" in present or present & table["auxiliaries"]:
        return bool(present & _NOW) or "being" not in present or token.relation == "acl"
    if any(t.text.lower() == "being" for clause in tree.children(token.index, "acl") for t in tree.children(clause.index, "aux:pass", "aux")):
        return True  # "a campaign being waged"
    if token.upos == "VERB" and token.text.lower().endswith("ing"):
        is_told = token.relation in ("ccomp", "parataxis") and bool(present & {"was", "were"})  # "Iraq said that its troops were advancing"
        return is_told or bool(present & (_NOW | {"been"})) or (stative and not present and token.relation in ("acl", "acl:relcl"))
    if tree.case_of(token.index) in ("under", "on") and present & (_NOW | {"been"}):
        return True
    return stative and _is_state(tree, token, present)


def _lasts(tree: Tree, token: Token, event: int, *, stative: bool) -> bool:
    """Whether it has gone on for some time, where the clause does not tell of so many harmed or done in that time."""
    is_tally = not stative and (
        token.lemma.lower() in VERBS
        or token.lemma.lower() == "have"
        or any(tree.children(t.index, "nummod") for t in tree.children(token.index, "obj", "nsubj:pass"))
    )
    return not is_tally and (_has_lasted(tree, token) or _is_of_age(tree, event))


def _has_lasted(tree: Tree, token: Token) -> bool:
    """ "has besieged the town for a year", "have fought since May": what has begun and not ended."""
    present = {t.text.lower() for t in tree.children(token.index, "aux")}
    times = [t for t in tree.children(token.index, "obl", "advcl") if tree.case_of(t.index) in ("since", "for") or _mark(tree, t) == "since"]
    return bool(present & {"has", "have", "'s", "'ve"}) and any(_is_time(tree, t) for t in times)


def _mark(tree: Tree, token: Token) -> str:
    return next((t.text.lower() for t in tree.children(token.index, "mark")), "")


def _is_time(tree: Tree, token: Token) -> bool:
    """Whether "since" or "for" begins a time: a date, or so many days."""
    name = tree.name_at(token.index)
    is_dated = (name is not None and name.kind == "date") or tree.case_of(token.index) == "since" or _mark(tree, token) == "since"
    return is_dated or token.lemma.lower() in _table("ongoing")["units"]


def _is_of_age(tree: Tree, event: int) -> bool:
    """ "a week-old offensive", "the two-year-long siege"."""
    words = [t.text.lower() for t in tree.tokens[max(0, event - 4) : event]] if event > 0 else []
    return any(word in ("old", "long") and before == "-" for before, word in pairwise(words))


def _goes_on(tree: Tree, token: Token, governors: frozenset[str]) -> bool:
    """ "continue to shell", "clashes continue", and the carrying verb itself: "remains in rebel hands"."""
    if token.upos == "VERB" and token.lemma.lower() in governors and not tree.children(token.index, "xcomp"):
        return not _is_past(tree, token)
    if token.lemma.lower() in governors and tree.children(token.index, "cop"):
        return True  # "the clashes were underway"
    above = tree.tokens[token.head] if token.head >= 0 else None
    there = above if above is not None and token.relation.startswith("nsubj") else token
    if there.text.lower() in _NOW and tree.children(there.index, "expl"):
        return True  # "there are air strikes every day"
    governed = above is not None and token.relation in ("xcomp", "nsubj", "obj", "nsubj:pass") and set(lemmas(above)) & governors
    return bool(governed) and above is not None and not _is_past(tree, above)


def _is_past(tree: Tree, token: Token) -> bool:
    """A simple past: "continued", not "has continued"."""
    return token.text.lower().endswith("ed") and not tree.children(token.index, "aux")


def _is_state(tree: Tree, token: Token, present: set[str]) -> bool:
    """A state that holds now: "controls", "is held by", "is under the control of"."""
    simple = (token.lemma.lower(), token.lemma.lower() + "s")
    if token.upos == "VERB":
        return bool(present & (_NOW | {"been"})) if is_passive(tree, token.index) else token.text.lower() in simple
    above = tree.tokens[token.head] if token.head >= 0 else None
    if above is not None and not present and token.relation in ("obl", "xcomp"):
        return above.text.lower() in (above.lemma.lower(), above.lemma.lower() + "s")
    return bool(present & (_NOW | {"been"}))


@cache
def _table(kind: str) -> dict[str, frozenset[str]]:
    found = lexicons.load("realis")[kind]
    lists = (
        "units",
        "nominal",
        "before_to",
        "adverbs",
        "determiners",
        "governors",
        "finite",
        "bare",
        "markers",
        "auxiliaries",
        "adjectives",
        "endings",
    )
    return {name: frozenset(found.get(name, ())) for name in lists}
