"""Who is the logical subject and object of a verb: through passives, relative clauses, participles, control and coordination."""

from dataclasses import dataclass

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.records import Token

_DEPTH = 5
_HOURS = frozenset(lexicons.load("phrase")["hours"])
_ACCOUNTS = frozenset(lexicons.load("speech")["nominal"]["accounts"])
_SAY = frozenset(lexicons.load("speech")["say"])
_TOLD = ("ccomp", "root")  # what is told hangs so on a verb of saying; the latter is a slip of the reader's, most of all in capitals


@dataclass(frozen=True, slots=True)
class Roles:
    """Head words. ``subject`` does it, ``object`` has it done to it; both spread over coordination."""

    subject: tuple[int, ...]
    object: tuple[int, ...]
    is_passive: bool


def roles(tree: Tree, verb: int, *, transitive: bool = False, active: bool = False) -> Roles:
    """The logical roles of a verb. A ``transitive`` verb's bare participle is read as a passive ("12 killed in Homs"); an ``active`` one's never
    is, whatever the tree says ("rockets slammed into the port")."""
    if _is_means(tree, verb):  # "civilians were killed by [shelling] the town": whoever shelled, it was not they
        return Roles((), _spread(tree, _objects(tree, verb) or surface_subject(tree, tree.tokens[verb].head)), is_passive=False)
    passive = is_passive(tree, verb) or (transitive and _is_bare_participle(tree, verb))
    passive = passive and not (active and not tree.children(verb, "aux:pass", "obl:agent"))
    surface = surface_subject(tree, verb)
    if passive:
        return Roles(_spread(tree, agents(tree, verb)), _spread(tree, surface), is_passive=True)
    return Roles(_spread(tree, surface), _spread(tree, _objects(tree, verb)), is_passive=False)


def _is_means(tree: Tree, verb: int) -> bool:
    token = tree.tokens[verb]
    is_by = token.relation == "advcl" and token.text.lower().endswith("ing") and any(t.text.lower() == "by" for t in tree.children(verb, "mark"))
    return is_by and token.head >= 0 and is_passive(tree, token.head)


def is_passive(tree: Tree, verb: int) -> bool:
    """True if the verb stands in the passive: an auxiliary or a passive subject, a participle after its noun, or coordinated with one."""
    token = tree.tokens[verb]
    if any(t.relation in ("aux:pass", "obl:agent") for t in tree.children(verb)):
        return True
    if any(t.relation in ("nsubj:pass", "csubj:pass") for t in tree.children(verb)):
        return not tree.children(verb, "obj")
    if tree.children(verb, "nsubj", "aux") or not _is_participle(token):
        return False
    if token.relation in ("acl", "amod", "advcl") and not _has_mark(tree, verb):
        return not tree.children(verb, "obj")
    above = token.head
    if token.relation != "conj" or above < 0 or tree.children(verb, "obj"):
        return False
    return tree.tokens[above].upos == "VERB" and is_passive(tree, above)


def agents(tree: Tree, verb: int) -> list[int]:
    """The heads of "by" phrases of a verb; not the account of "by Israeli tallies", nor the day of "by July 1"."""
    below = tree.children(verb, "obl", "nmod")
    by = [t for t in below if tree.case_of(t.index) == "by" or (t.relation == "obl:agent" and tree.case_of(t.index) != "according")]
    return [t.index for t in by if t.lemma.lower() not in _ACCOUNTS and not _is_day(tree, t)]


def _is_day(tree: Tree, token: Token) -> bool:
    name = tree.name_at(token.index)
    return (name is not None and name.kind == "date") or token.lemma.lower() in _HOURS


def surface_subject(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """The head of what stands as the verb's subject, borrowed from the clause above where the verb has none of its own."""
    own = [t.index for t in tree.children(verb, "nsubj") if t.relation != "nsubj:outer"] or [t.index for t in tree.children(verb, "csubj")]
    own = own or _before_to(tree, verb)
    if own:
        before = [k for k in own if k < verb]  # "strikes killed 39, half of them civilians": a second subject behind the verb is a slip of the tree
        return [_relative(tree, k, verb) for k in (before or own)[-1:]]
    if _is_participle(tree.tokens[verb]) and any(t.index < verb for t in tree.children(verb, "obj")):
        return []  # "gave a toll of nine men killed": nobody in the sentence killed them
    above = tree.tokens[verb].head
    return [] if above < 0 or depth >= _DEPTH else _borrowed(tree, verb, above, depth)


def _before_to(tree: Tree, verb: int) -> list[int]:
    """An object hung on an infinitive though it stands before its "to" is the infinitive's subject ("urged the army to withdraw")."""
    marks = [t.index for t in tree.children(verb, "mark") if t.text.lower() == "to"]
    return [t.index for t in tree.children(verb, "obj") if marks and t.index < marks[0]]


def _borrowed(tree: Tree, verb: int, above: int, depth: int) -> list[int]:
    relation = tree.tokens[verb].relation
    if relation == "acl:relcl":
        return _said_to_be(tree, above)
    if relation == "acl":
        if not _has_mark(tree, verb):
            return _said_to_be(tree, above)
        governor = tree.tokens[above].head
        return surface_subject(tree, governor, depth + 1) if governor >= 0 else []
    if relation in ("xcomp", "advcl") and verb == above + 1 and tree.tokens[above].lemma.lower() in lexicons.load("happening")["fleeing"]:
        return []  # "thousands fled [fighting]": others fight
    if relation == "xcomp":
        objects = [t.index for t in tree.children(above, "obj", "iobj")]
        return objects[-1:] or surface_subject(tree, above, depth + 1)
    if relation == "ccomp" and tree.tokens[above].relation == "acl:relcl" and tree.tokens[above].lemma.lower() in _SAY:
        return [tree.tokens[above].head]  # "gunmen it said were planting explosives"
    if _is_effect(tree, verb, above):
        return agents(tree, above)
    if (event := _just_before(tree, verb, above)) is not None:
        return [event]
    if relation == "advcl" and (other := _said_of(tree, verb, above)) is not None:
        return surface_subject(tree, other, depth + 1)
    is_told = relation == "ccomp" and not _has_mark(tree, verb) and tree.tokens[verb].text.lower().endswith("ing")
    if relation in ("conj", "advcl") or (is_told and tree.tokens[above].lemma.lower() not in _SAY):
        if tree.tokens[above].upos in ("VERB", "ADJ", "AUX"):
            return surface_subject(tree, above, depth + 1)
        return surface_subject(tree, above, depth + 1) or ([above] if relation == "advcl" else [])
    return []


def _said_of(tree: Tree, participle: int, above: int) -> int | None:
    """Whose participle it is, wherever the tree hangs it: in "Gunmen attacked a bus, police said, [wounding] twelve" the gunmen wound, but in
    "..., police said, [accusing] the rebels" the police accuse. None if it hangs right."""
    token, head = tree.tokens[participle], tree.tokens[above]
    if not token.text.lower().endswith("ing") or participle < above:
        return None
    if token.lemma.lower() not in _SAY:
        return next((t.index for t in tree.children(above, *_TOLD) if t.index < above), None) if head.lemma.lower() in _SAY else None
    is_told = head.relation in _TOLD and above < head.head < participle and tree.tokens[head.head].lemma.lower() in _SAY
    return head.head if is_told else None


def _is_effect(tree: Tree, participle: int, above: int) -> bool:
    """ "The office was shelled, [causing] damage", "was ambushed, [killing] twelve": what was hit did not do it."""
    token = tree.tokens[participle]
    words = lexicons.words("happening", "effects", "verbs")
    return token.relation == "advcl" and token.text.lower().endswith("ing") and token.lemma.lower() in words and is_passive(tree, above)


def _just_before(tree: Tree, participle: int, above: int) -> int | None:
    """The strikes of "twenty were killed in strikes [targeting] a base": those who were killed targeted nothing."""
    token = tree.tokens[participle]
    if token.relation != "advcl" or not token.text.lower().endswith("ing") or not is_passive(tree, above):
        return None
    before = next((t for t in reversed(tree.tokens[above:participle]) if t.upos != "PUNCT"), tree.tokens[above])
    words = lexicons.words("happening", "echo", "single")
    return before.index if before.lemma.lower() in words and "," not in {t.text for t in tree.tokens[before.index : participle]} else None


def _said_to_be(tree: Tree, noun: int) -> list[int]:
    """Who is said to be the noun: in "the Front is the main force fighting the army", the Front fights."""
    doers = lexicons.words("happening", "classes", "armed") | lexicons.words("happening", "classes", "people")
    is_said = tree.tokens[noun].lemma.lower() in doers and bool(tree.children(noun, "cop"))
    subject = [t.index for t in tree.children(noun, "nsubj") if t.upos != "PRON"] if is_said else []
    return subject[:1] or [noun]


def _objects(tree: Tree, verb: int) -> list[int]:
    early = _before_to(tree, verb)
    own = [t.index for t in tree.children(verb, "obj") if t.index not in early] or [t.index for t in tree.children(verb, "iobj")]
    own = own or [k for t in tree.children(verb, "xcomp") for k in _before_to(tree, t.index)]  # "asked the council to meet"
    own = own or _behind_particle(tree, verb) or _beside(tree, verb)
    if own:
        return [_relative(tree, k, verb) for k in own]
    token = tree.tokens[verb]
    if token.relation == "acl:relcl" and tree.children(verb, "nsubj"):
        subject = surface_subject(tree, verb)
        return [token.head] if token.head not in subject else []
    return []


def _behind_particle(tree: Tree, verb: int) -> list[int]:
    """ "burned down 50 houses": what a tree may take for an adverb of the particle."""
    found = tree.children(verb, "obl:unmarked") if tree.children(verb, "compound:prt") else []
    return [t.index for t in found if tree.children(t.index, "nummod", "det")]


def _beside(tree: Tree, verb: int) -> list[int]:
    """ "it arrested four people": counted people right behind a verb that has a subject, which a tree may take for an adverb of it."""
    subjects = [t.index for t in tree.children(verb, "nsubj")]
    if len(subjects) > 1 and subjects[0] < verb < subjects[-1]:
        return subjects[-1:]  # "forces executed the families", in a tree that has two subjects
    last = max((t.index for t in tree.children(verb, "compound:prt")), default=verb)
    behind = [t for t in tree.children(verb, "obl:unmarked") if tree.children(t.index, "nummod", "det")] if tree.children(verb, "nsubj") else []
    first = [t.index for t in behind if min(tree.subtree(t.index)) == last + 1]
    return [k for k in first if tree.tokens[k].lemma.lower() in lexicons.words("happening", "classes", "people")]


def _relative(tree: Tree, index: int, verb: int) -> int:
    """The noun that a relative pronoun stands for; the word itself if it is none."""
    words = lexicons.load("happening")["relative"]
    if tree.tokens[index].text.lower() not in words:
        return index
    clause = verb
    while clause >= 0 and tree.tokens[clause].relation in ("conj", "xcomp", "ccomp"):
        clause = tree.tokens[clause].head
    return tree.tokens[clause].head if clause >= 0 and tree.tokens[clause].relation.startswith("acl") else index


def _spread(tree: Tree, heads: list[int]) -> tuple[int, ...]:
    return tuple(k for head in heads for k in tree.conjuncts(head) if tree.tokens[k].upos != "VERB" or k == head)


def _has_mark(tree: Tree, verb: int) -> bool:
    return bool(tree.children(verb, "mark"))


def _is_participle(token: Token) -> bool:
    text, lemma = token.text.lower(), token.lemma.lower()
    return (
        not text.endswith("ing")
        and text not in lexicons.words("happening", "preterites")
        and (text != lemma or text in lexicons.load("happening")["same_form"])
    )


def _is_bare_participle(tree: Tree, verb: int) -> bool:
    """A past participle of a transitive verb without object or auxiliary, as headlines write the passive."""
    token = tree.tokens[verb]
    return (
        _is_participle(token)
        and not token.text.lower().endswith("s")
        and not (tree.children(verb, "obj", "ccomp", "xcomp", "aux") or _behind_particle(tree, verb) or _beside(tree, verb))
    )
