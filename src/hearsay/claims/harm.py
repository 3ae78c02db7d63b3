"""Which word of harm a counted noun hangs on, by the tree: the table is lexicons/en/harm.toml."""

from hearsay import lexicons
from hearsay.claims.care import cared_for
from hearsay.claims.harm_parts import among, among_which, gapped, taken_up
from hearsay.claims.harm_tolls import TOLL_COUNTED, TOLL_NOUNS, TOLL_VERBS, toll, toll_measure
from hearsay.claims.harm_words import ADJECTIVES, IRREAL_VERBS, NOUNS, VERBS, Harm, begins_count, fatal, is_infinitive, measure_of, together
from hearsay.claims.phrases import Tree
from hearsay.claims.plights import crossed, plight
from hearsay.records import Token

_HARM = lexicons.load("harm")
_LIVES = frozenset(_HARM["lives"]["nouns"])
_LIVES_VERBS = frozenset(_HARM["lives"]["verbs"])
_HELD = frozenset(_HARM["held"]["nouns"])
_LEAVE = frozenset(_HARM["leave"]["verbs"])
_TAKE = frozenset(_HARM["take"]["verbs"])
_COLLECTIVE = frozenset(_HARM["collective"]["nouns"])
_PART = frozenset(_HARM["part"]["words"])
_BECOME = frozenset(_HARM["become"]["verbs"])
_SUFFER = frozenset(_HARM["losses"]["suffer"])
_ARMED = lexicons.words("happening", "classes", "armed")
_OTHERS = ("other", "others", "more")
_PAST = ("ed", "en", "n", "t")
_DEEP = 5  # steps up the tree


def harm_of(tree: Tree, node: int) -> Harm | None:
    """The harm done to what ``node`` (a counted noun, or a count standing alone) means, or None.

    What is done to the noun goes before what only describes it: "six displaced people were killed" tells of six killed.
    """
    return gapped(tree, tree.tokens[node]) or _climbed(tree, node, described=False) or _climbed(tree, node, described=True)


def _climbed(tree: Tree, node: int, *, described: bool) -> Harm | None:
    is_part = False
    for _ in range(_DEEP):
        is_held = tree.tokens[node].lemma.lower() in _HELD  # "three hostages died", "two of the hostages died" are dead
        whole = tree.tokens[node].head if tree.tokens[tree.tokens[node].head].upos == "NUM" and tree.case_of(node) == "of" else node
        found = (_above(tree, whole) if is_held else None) or _itself(tree, node) or _above(tree, node) or _modified(tree, node, described=described)
        if found is not None:
            return Harm(*_fields(together(tree, fatal(tree, found))), is_part=is_part or found.is_part)
        token = tree.tokens[node]
        if token.head < 0 or not _climbs(tree, token):
            return _in_list(tree, node) or _equated(tree, node) or among_which(tree, node)
        is_part = is_part or _is_part(tree, token)
        node = token.head
    return None


def _fields(harm: Harm) -> tuple[str, int, str, bool, bool]:
    return harm.measure, harm.word, harm.rule, harm.needs_people, harm.is_total


def _climbs(tree: Tree, token: Token) -> bool:
    """Whether what is said of the word's governor is said of the word: coordination, parts, groups, appositions."""
    above = tree.tokens[token.head]
    base = token.relation.split(":")[0]
    if base in ("conj", "appos", "nummod", "dep", "flat", "parataxis", "list"):
        return above.upos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET", "SYM")
    if base in ("nmod", "obl", "acl", "compound", "det", "advmod", "amod"):
        is_family = token.upos == "NUM" and above.lemma.lower() in _HARM["collective"]["numbered"]  # "a family of five"
        is_whole = is_family or above.lemma.lower() in _COLLECTIVE or above.upos == "NUM"
        return token.relation != "nmod:poss" and (is_whole or _is_part(tree, token))
    return False


def _is_part(tree: Tree, token: Token) -> bool:
    """ "including five children", "among them a doctor"."""
    return any(t.text.lower() in _PART for t in tree.children(token.index, "case", "mark", "advmod", "cc", "fixed"))


def _itself(tree: Tree, node: int) -> Harm | None:
    """Harm in the noun itself: "12 deaths", "30 wounded"."""
    token = tree.tokens[node]
    low = token.lemma.lower()
    if low in TOLL_VERBS and token.upos == "VERB":  # "the toll exceeded 100", where the verb is a part of the number
        tolls = (toll_measure(tree, t) for t in tree.children(node, "nsubj") if t.lemma.lower() in TOLL_COUNTED)
        return next((Harm(measure, node, "harm.toll", is_total=True) for measure in tolls if measure), None)
    if low in NOUNS and token.upos in ("NOUN", "ADJ", "VERB", "PROPN"):
        return Harm(NOUNS[low], node, f"harm.noun.{low}", is_total=low in TOLL_NOUNS)
    if token.text.lower() in ADJECTIVES and token.upos in ("ADJ", "NOUN", "VERB"):
        return Harm(ADJECTIVES[token.text.lower()], node, "harm.adjective")
    return None


def _modified(tree: Tree, node: int, *, described: bool = True) -> Harm | None:
    """Harm in the noun's modifiers: "12 people killed", and, if ``described``, "12 dead soldiers"."""
    relations = ("acl", "xcomp", "advcl", "csubj", "acl:relcl", "amod")
    for child in tree.children(node, *(relations if described else relations[:-1])):
        measure = _participle(tree, child)
        if measure:
            return Harm(measure, child.index, "harm.modifier")
        if child.relation == "acl" and child.text.lower().endswith("ing") and (found := crossed(tree, tree.tokens[node], child)):
            return found  # "3,000 people leaving the town"
    return None


def _participle(tree: Tree, child: Token) -> str | None:
    """The measure of a past participle or adjective of harm that modifies a noun, if it harms that noun."""
    low = child.text.lower()
    after = tree.tokens[child.index + 1].upos if child.index + 1 < len(tree.tokens) else ""
    if after in ("NUM", "DET", "PRON") and child.upos == "VERB" and not tree.children(child.index, "aux:pass"):
        return None  # "a bomber killed 30 people" in a tree that takes the verb for a participle
    if low in ADJECTIVES and child.relation != "advcl":
        return ADJECTIVES[low] if not tree.children(child.index, "obj") else None
    if child.lemma.lower() in _SUFFER and low.endswith("ing") and _suffered(tree, child):
        return "wounded"
    row = VERBS.get(child.lemma.lower())
    if row is None or (low.endswith("ing") and row["harmed"] == "object"):
        return None
    if child.relation == "acl:relcl":
        slot = "nsubj:pass" if row["harmed"] == "object" else "nsubj"
        relative = [t for t in tree.children(child.index) if t.relation == slot and t.text.lower() in ("who", "that", "which")]
        return row["measure"] if relative else None
    if child.relation == "csubj":  # "captured today were two rebels"
        return row["measure"] if row["harmed"] == "object" and not tree.children(child.index, "obj", "nsubj", "mark") else None
    if child.relation == "acl" and (row["harmed"] == "subject") == low.endswith("ing"):
        return str(row["measure"])
    return None


def _above(tree: Tree, node: int) -> Harm | None:
    """Harm in the governor: a verb that the noun is harmed by, or a noun of harm with "of"."""
    token = tree.tokens[node]
    if token.head < 0:
        return None
    above = tree.tokens[token.head]
    low = above.lemma.lower()
    if low in TOLL_VERBS and (found := toll(tree, token, above)):
        return found
    if token.relation == "iobj":
        return _caused(tree, above)
    if token.relation in ("obj", "nsubj", "nsubj:pass", "obl", "csubj"):
        return _argument(tree, token, above) or _shared(tree, token, above)
    if token.relation == "nmod:poss" and (
        low not in _HARM["suffered_by"]["nouns"] or any(tree.case_of(t.index) == "of" for t in tree.children(above.index, "nmod"))
    ):
        return None
    if low == "addition" and above.head >= 0 and tree.case_of(above.index) == "in":
        row = VERBS.get(tree.tokens[above.head].lemma.lower())
        return Harm(row["measure"], above.head, "harm.beside", needs_people=row.get("people", False)) if row is not None else None
    if token.relation.startswith("nmod") and low in NOUNS and tree.case_of(token.index) in ("of", "to", "among", "for", ""):
        return Harm(measure_of(above, NOUNS[low], [token]), above.index, f"harm.noun.{low}", is_total=low in TOLL_NOUNS)
    if low in _HARM["fatal"]["acts"] and tree.case_of(token.index) == "of" and _is_fatal_act(tree, above):
        return Harm("killed", above.index, "harm.fatal")
    lives = {token.text.lower(), *(t.text.lower() for t in tree.children(token.index, "nmod"))} & _LIVES
    if token.relation.startswith("nmod") and lives and low in _HARM["lives"]["cost"]:
        return Harm("killed", above.index, "harm.lives")  # "at the cost of 20 lives"
    if token.relation.startswith("nmod") and low in _HARM["throats"]["nouns"] and tree.tokens[above.head].lemma.lower() in _HARM["throats"]["verbs"]:
        return Harm("killed", above.head, "harm.throats")  # "slit the throats of 12 villagers"
    if token.relation.startswith("nmod") and above.text.lower() in _LIVES and tree.case_of(token.index) == "of":
        return _above(tree, above.index)
    return None


def _is_fatal_act(tree: Tree, noun: Token) -> bool:
    """ "The [fatal] shooting of a guard"."""
    return any(t.lemma.lower() in _HARM["fatal"]["adjectives"] for t in tree.children(noun.index, "amod"))


def _shared(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """ "They laid down their arms and surrendered", "drove off and were killed": the subject of a verb that another is joined to."""
    for other in tree.children(verb.index, "conj") if token.relation in ("nsubj", "nsubj:pass") else ():
        row = VERBS.get(other.lemma.lower())
        is_passive = bool(tree.children(other.index, "aux:pass") or (tree.children(verb.index, "aux:pass") and not tree.children(other.index, "aux")))
        if row is not None and is_passive == (row["harmed"] == "object") and not tree.children(other.index, "nsubj", "nsubj:pass", "obj"):
            return Harm(row["measure"], other.index, "harm.shared", needs_people=row.get("people", False))
    for other in tree.children(verb.index, "advcl") if token.relation == "nsubj" else ():
        row = VERBS.get(other.lemma.lower()) if any(t.text.lower() == "being" for t in tree.children(other.index, "aux:pass")) else None
        if row is not None and row["harmed"] == "object" and not tree.children(other.index, "nsubj:pass"):
            return Harm(row["measure"], other.index, "harm.shared", needs_people=True)  # "killed a priest before being shot by police"
    for other in tree.children(verb.index, "conj") if token.relation == "obj" else ():
        row = VERBS.get(other.lemma.lower())
        taken_up = [t for t in tree.children(other.index, "obj") if t.text.lower() in ("them", "him", "her")]
        if row is not None and row["harmed"] == "object" and taken_up:
            return Harm(row["measure"], other.index, "harm.shared", needs_people=True)  # "dragged out ten patients and shot them"
    return None


def _argument(tree: Tree, token: Token, above: Token) -> Harm | None:
    low = above.lemma.lower()
    are_lives = _are_lives(tree, token) or (low, token.lemma.lower()) == ("claim", "victim")
    if are_lives and low in _LIVES_VERBS and token.relation in ("obj", "nsubj:pass"):
        return Harm("killed", above.index, "harm.lives")  # "claimed 30 lives", "takes hundreds of lives"
    if low in _LIVES_VERBS and any(t.text.lower() in _LIVES for t in tree.children(above.index, "obj")):
        return Harm("killed", above.index, "harm.lives") if token.relation == "nsubj" else None
    if token.relation == "obl" and (found := _beside(tree, token, above)):
        return found
    row = VERBS.get(low)
    is_dead = row is not None and row["measure"] == "killed" and _is_harmed(tree, token, above, row["harmed"])  # "died in captivity"
    is_escape = low == "escape" and token.relation == "nsubj"
    if not is_dead and (found := plight(tree, token, above) or (_suffered(tree, above) if is_escape else None)):
        return found
    if row is not None and low in row.get("towns", ()) and tree.name_at(token.index) is not None:
        return None  # a name that is captured is a town's far more often than a person's
    if row is not None and _is_harmed(tree, token, above, row["harmed"]) and not _is_missed(tree, above):
        return Harm(row["measure"], above.index, f"harm.verb.{row['id']}", needs_people=row.get("people", False))
    if token.relation in ("obj", "nsubj:pass") and (found := _made(tree, token, above) or _caused(tree, above)):
        return found
    if token.relation == "nsubj" and (low in (*_SUFFER, "have", "receive", *_HARM["suffered"]["recover"])) and (found := _suffered(tree, above)):
        return found
    if token.relation.startswith("nsubj") and (found := _raised(tree, above) or among(tree, above)):
        return found
    if above.text.lower() in ADJECTIVES and token.relation.startswith("nsubj") and not _has_object(tree, above):
        return Harm(ADJECTIVES[above.text.lower()], above.index, "harm.adjective")
    if low == "include" and token.relation == "obj":
        return _included(tree, above)
    return cared_for(tree, token, above)


def _is_missed(tree: Tree, verb: Token) -> bool:
    """ "Was [shot] at by gunmen": at somebody, who may not have been hit; not "was shot at a checkpoint"."""
    words = [t.text.lower() for t in tree.tokens[verb.index : verb.index + 3]]
    return words[0] == "shot" and words[1:2] == ["at"] and words[2:] in (["by"], ["."], [","], [])


def _are_lives(tree: Tree, token: Token) -> bool:
    """ "30 lives", "hundreds of lives"."""
    return token.text.lower() in _LIVES or any(t.text.lower() in _LIVES and tree.case_of(t.index) == "of" for t in tree.children(token.index, "nmod"))


def _has_object(tree: Tree, verb: Token) -> bool:
    """ "A gunman killed four soldiers", but not "10 civilians killed 15 injured", where the next harm takes the object."""
    objects = tree.children(verb.index, "obj")
    if verb.upos == "VERB" and begins_count(tree, verb.index + 1):
        return True
    if any(t.upos == "NOUN" and t.lemma.lower() not in _OTHERS and tree.children(t.index, "nummod") for t in objects):
        return True  # "a bomber killed 30 people injured 90": the commas are lost, the object is its own
    behind = [tree.tokens[k] for t in objects for k in range(t.index, min(t.index + 3, len(tree.tokens)))]
    others = [t for t in behind if t.text.lower() in ADJECTIVES and not tree.children(t.index, "obj")]  # not "killed 32 and wounded 75"
    return bool(objects) and verb.upos == "VERB" and not others


def _made(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """ "The blast left five dead", "they took 12 prisoner", "picked up 47 suspects", "took 20 into custody"."""
    low = verb.lemma.lower()
    is_from = any(tree.case_of(t.index) == "from" for t in tree.children(verb.index, "obl"))  # "cut off from care"
    for row in (one for one in _HARM["particle"] if not is_from or one["measure"] != "trapped"):
        is_meant = (not row.get("armed") or token.lemma.lower() in _ARMED) and not token.text.lower().endswith(("self", "selves"))
        if low in row["verbs"] and is_meant and any(t.text.lower() in row["words"] for t in tree.children(verb.index, "compound:prt", "advmod")):
            return Harm(row["measure"], verb.index, "harm.particle", needs_people=True)
    is_lasting = verb.text.lower().endswith("ing") or any(t.text.lower() == "being" for t in tree.children(verb.index, "aux", "aux:pass"))
    is_passive = token.relation == "nsubj:pass" and not tree.children(verb.index, "xcomp")
    if low == "hold" and ((is_lasting and tree.children(verb.index, "aux")) or is_passive):
        return Harm("captured", verb.index, "harm.held", needs_people=True)  # "were holding 48 people", "nine were held"
    if any(t.lemma.lower() in _HARM["take"]["into"] and tree.case_of(t.index) in ("into", "in") for t in tree.children(verb.index, "obl")):
        return Harm("captured", verb.index, "harm.captivity", needs_people=True)
    for below in tree.children(verb.index, "xcomp", "ccomp") if low in _HARM["seen"]["verbs"] else ():
        row = VERBS.get(below.lemma.lower())
        if row is not None and row["harmed"] == "object" and not tree.children(below.index, "obj", "nsubj", "aux"):
            is_body = low == "find" and row["id"] == "shoot" and bool(tree.children(verb.index, "aux:pass"))  # who is found shot is dead
            measure = "killed" if is_body else row["measure"]
            return Harm(measure, below.index, "harm.seen", needs_people=row.get("people", False))
    for state in tree.children(verb.index, "xcomp", "obj", "advcl", "acl") if low in _LEAVE else ():
        if state.text.lower() in ADJECTIVES:
            return Harm(ADJECTIVES[state.text.lower()], verb.index, "harm.leave")
    if low in _HARM["action"]["verbs"] and any(
        t.lemma.lower() == "action" and tree.case_of(t.index) == "out" for t in tree.children(verb.index, "obl", "advmod")
    ):
        return Harm("casualties", verb.index, "harm.action", needs_people=True)
    for state in tree.children(verb.index, "xcomp", "obl", "obj", "advmod") if low in _TAKE else ():
        if state.lemma.lower() in _HARM["take"]["states"] and (state.lemma.lower() != "shield" or tree.case_of(state.index) == "as"):
            return Harm("captured", verb.index, "harm.take")
    return None


def _caused(tree: Tree, verb: Token) -> Harm | None:
    """ "The shelling forced thousands to flee", "forced thousands from their homes"."""
    for below in tree.children(verb.index, "xcomp", "ccomp", "advcl") if verb.lemma.lower() in _HARM["cause"]["verbs"] else ():
        row = VERBS.get(below.lemma.lower())
        if below.lemma.lower() in _HARM["cause"]["leave"] and is_infinitive(tree, below):
            return Harm("displaced", below.index, "harm.caused", needs_people=True)
        if row is not None and row["harmed"] == "subject" and is_infinitive(tree, below):
            return Harm(row["measure"], below.index, "harm.caused", needs_people=row.get("people", False))
    left = [t for t in tree.children(verb.index, "obl") if tree.case_of(t.index) in ("from", "out") and t.lemma.lower() in _HARM["cause"]["homes"]]
    people = [t for t in tree.children(verb.index, "obj", "nsubj:pass") if t.lemma.lower() in _HARM["crossing"]["nouns"]]
    left += [t for t in tree.children(verb.index, "obl") if people and tree.case_of(t.index) in ("into", "across", "over")]
    return Harm("displaced", verb.index, "harm.homes") if left and verb.lemma.lower() in _HARM["cause"]["from"] else None


def _in_list(tree: Tree, node: int) -> Harm | None:
    """ "12 guards, 95 villagers and hundreds of rebels killed": the harm stands after the last of the list."""
    found = (_modified(tree, k) for k in tree.conjuncts(node)[1:])
    return next((harm for harm in found if harm is not None), None)


def _equated(tree: Tree, node: int) -> Harm | None:
    """ "The dead are five villagers and a doctor"."""
    if not tree.children(node, "cop"):
        return None
    for subject in tree.children(node, "nsubj"):
        measure = toll_measure(tree, subject) if subject.lemma.lower() in TOLL_COUNTED else None
        found = Harm(measure, node, "harm.toll", is_total=True) if measure else _itself(tree, subject.index)
        found = found or (taken_up(tree, subject, tree.tokens[node]) if subject.lemma.lower() == "victim" else None)
        if found is not None:
            return found
    return None


def _suffered(tree: Tree, verb: Token) -> Harm | None:
    """ "35 people suffered burns", "suffering from burns", "have bullet wounds": wounded."""
    cases = ("from", "with") if verb.lemma.lower() == "escape" else ("from",)  # "escaped with minor injuries"
    from_what = [t for t in tree.children(verb.index, "obl") if tree.case_of(t.index) in cases]
    what = tree.children(verb.index, "obj") if verb.lemma.lower() not in _HARM["suffered"]["recover"] else []  # "recovered bodies", "escaped injury"
    what += [t for thing in what for t in tree.children(thing.index, "conj")]  # "bullet and splinter injuries"
    what += [t for degree in what if degree.lemma.lower() == "degree" for t in tree.children(degree.index, "nmod")]  # "various degrees of injury"
    for thing in [*what, *from_what]:
        if thing.lemma.lower() in _HARM["suffered"]["had" if verb.lemma.lower() == "have" else "things"]:
            return Harm("wounded", thing.index, "harm.suffered")
    return None


def _raised(tree: Tree, verb: Token) -> Harm | None:
    """ "thousands are believed to have been killed", "were forced to flee", "were confirmed killed", "were listed as missing"."""
    listed_as = [t for t in tree.children(verb.index, "advcl", "obl") if any(c.text.lower() == "as" for c in tree.children(t.index, "mark", "case"))]
    for below in [*tree.children(verb.index, "xcomp", "ccomp"), *listed_as]:
        if tree.children(below.index, "nsubj"):
            continue
        if below.text.lower() in ADJECTIVES and verb.lemma.lower() in _BECOME:
            return Harm(ADJECTIVES[below.text.lower()], below.index, "harm.become")
        if below in listed_as:
            continue
        if below.lemma.lower() in _LIVES_VERBS and any(t.text.lower() in _LIVES for t in tree.children(below.index, "obj")):
            return Harm("killed", below.index, "harm.lives")
        row = VERBS.get(below.lemma.lower())
        is_doing = below.text.lower().endswith("ing") and not tree.children(below.index, "aux:pass")  # "four men began shooting"
        is_harmed = row is not None and (row["harmed"] == "subject" or not (is_doing or tree.children(below.index, "obj")))
        if row is not None and is_harmed and verb.lemma.lower() not in IRREAL_VERBS:
            return Harm(row["measure"], below.index, "harm.raised", needs_people=row.get("people", False))
    return None


def _beside(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """ "Two soldiers were killed along with six policemen": what is done to the one is done to the others. "Accounted for six rebels",
    "were marched into captivity"."""
    if verb.lemma.lower() == "account" and tree.case_of(token.index) == "for":
        return Harm("killed", verb.index, "harm.account", needs_people=True)
    case = next((t for t in tree.children(token.index, "case") if t.text.lower() in ("with", "to")), None)
    pair = f"{tree.tokens[case.index - 1].text.lower()} {case.text.lower()}" if case is not None and case.index else ""
    row = VERBS.get(verb.lemma.lower()) if pair in _HARM["beside"]["words"] else None
    return Harm(row["measure"], verb.index, "harm.beside", needs_people=row.get("people", False)) if row is not None else None


def _included(tree: Tree, verb: Token) -> Harm | None:
    """ "The dead include five children", "they included five children"."""
    clause = verb.head if verb.relation == "conj" and not tree.children(verb.index, "nsubj") else verb.index
    for subject in tree.children(clause, "nsubj"):
        found = _itself(tree, subject.index)
        found = found or taken_up(tree, subject, verb)
        if found is not None:
            return found
    return None


def _is_harmed(tree: Tree, token: Token, verb: Token, harmed: str) -> bool:
    if harmed == "subject":
        is_inverted = token.relation == "obj" and token.index > verb.index and not tree.children(verb.index, "nsubj")  # "there perished 22 guards"
        return token.relation == "nsubj" or is_inverted
    if token.relation in ("obj", "nsubj:pass"):
        return True
    # A headline or a slip of the parser: "10 civilians killed in Aleppo" has no auxiliary and no object.
    after = tree.tokens[verb.index + 1].upos if verb.index + 1 < len(tree.tokens) else ""
    return (
        token.relation == "nsubj"
        and not tree.children(verb.index, "obj")
        and not _shoots(tree, verb)
        and after not in ("NUM", "DET", "PRON")
        and not begins_count(tree, verb.index + 1)
        and verb.text.lower().endswith(_PAST)
    )


def _shoots(tree: Tree, verb: Token) -> bool:
    """ "A gunman [shot] and killed four soldiers"."""
    joined = [t for t in tree.tokens[verb.index + 1 : verb.index + 3] if t.relation == "conj" and t.lemma.lower() == "kill"]
    whom = [t for other in joined for t in tree.tokens[other.index + 1 : other.index + 2] if t.upos in ("DET", "NUM", "PRON", "PROPN", "NOUN")]
    return verb.lemma.lower() == "shoot" and bool(whom)
