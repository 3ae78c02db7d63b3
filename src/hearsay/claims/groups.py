"""Which words tell of one and the same happening: an event noun with its verb, the harm with the event that did it."""

from dataclasses import dataclass, field
from functools import cache, partial

from hearsay import lexicons
from hearsay.claims.harm_words import is_infinitive
from hearsay.claims.participants import is_bare_weapon
from hearsay.claims.phrases import Tree
from hearsay.claims.roles import agents, roles
from hearsay.claims.triggers import Match, find_matches, holds
from hearsay.lexicons import naming
from hearsay.records import Token

_words = partial(lexicons.words, "happening")
_FORCE = ("airstrike", "shelling", "bombing", "attack", "clash", "execution", "abduction", "destruction", "repulse", "seizure", "advance", "retreat")
_KINDS = tuple(lexicons.load("happening")["echo"]["kinds"])
_DENIES = lexicons.words("speech", "stance", "denies")
_DOERS = ("@people", "@armed", "*person", "*group", "missile", "bomb")
_ARGUMENTS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "obl:unmarked", "xcomp", "ccomp", "root", "conj", "parataxis", "nmod")


@dataclass
class Group:
    """One happening: ``root`` decides its type; ``members`` are other rows that tell of it; ``carrier`` is the verb that carries an event
    noun ("launched", "erupted"), -1 if none; ``clauses`` are carriers that hang on the noun ("launched by ..."); ``head`` tops the clause."""

    root: Match
    head: int
    members: list[Match] = field(default_factory=list)
    carrier: int = -1
    clauses: list[int] = field(default_factory=list)


def find_groups(tree: Tree) -> list[Group]:
    """The happenings of a reading as groups of words."""
    matches = find_matches(tree)
    dead = _absorbed(tree, matches)
    live = {k: m for k, m in matches.items() if k not in dead}
    into = _joins(tree, live)
    out = {k: Group(match, k) for k, match in live.items() if k not in into}
    for k in into:
        root = _end(into, k)
        if root in out:
            out[root].members.append(live[k])
    for group in out.values():
        _carry(tree, group, live)
        group.head = _top(tree, group)
    return list(out.values())


def _end(into: dict[int, int], index: int) -> int:
    seen: set[int] = set()
    while index in into and index not in seen:
        seen.add(index)
        index = into[index]
    return index


def _absorbed(tree: Tree, matches: dict[int, Match]) -> set[int]:
    """Words inside what is demanded, threatened, blamed or thrown back: they are its content, no happenings of their own."""
    out: set[int] = set()
    for k, match in matches.items():
        if k in out or not match.row.flag("absorbs") or _is_denied(tree, match):
            continue
        inner = ("obj", "obl", "xcomp", "ccomp", "nmod", "acl", "advcl") if match.row.type != "repulse" else ("obj", "nsubj:pass")
        for child in tree.children(k, *inner):
            if (
                child.relation != "acl:relcl"
                and _is_content(tree, child)
                and tree.case_of(child.index) not in ("after", "during", "since", "amid", "following")
            ):
                beside = {i for t in tree.children(child.index, "advcl") if _is_why(tree, t) for i in tree.subtree(t.index)}
                below = {i for i in tree.subtree(child.index, "acl:relcl", "parataxis") if i in matches and i != k and i not in beside}
                out |= {i for i in below if match.row.type != "displacement" or not _has_sides(tree, i)}
    return out


def _is_why(tree: Tree, clause: Token) -> bool:
    """ "Ordered the army to strike back [after] rebels killed nine": what came before is no part of what is demanded, where it tells who did it."""
    is_told = any(t.upos != "PRON" for t in tree.children(clause.index, "nsubj", "nsubj:pass"))
    return is_told and any(t.text.lower() in ("after", "because", "since", "while") for t in tree.children(clause.index, "mark"))


def _is_denied(tree: Tree, match: Match) -> bool:
    """ "The army denied allegations that it had shelled the town" denies the shelling."""
    token = tree.tokens[match.index]
    above = tree.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    return match.row.type == "accusation" and match.roles is None and token.relation in ("obj", "nsubj:pass") and above in _DENIES


def _has_sides(tree: Tree, event: int) -> bool:
    """ "Fled fighting between the army and the rebels" tells of the fighting too."""
    return any(tree.case_of(t.index) in ("between", "with") for t in tree.children(event, "nmod", "obl"))


def _is_content(tree: Tree, child: Token) -> bool:
    marks = {t.text.lower() for t in tree.children(child.index, "mark")}
    return child.relation != "advcl" or not marks or not marks.isdisjoint(("to", "of", "with"))


def _joins(tree: Tree, matches: dict[int, Match]) -> dict[int, int]:
    """Which word joins which. Nouns choose first: the event decides, then harm follows harm."""
    into: dict[int, int] = {}
    nouns = [m for m in matches.values() if m.roles is None]
    verbs = [m for m in matches.values() if m.roles is not None]
    for match in (*nouns, *verbs):
        found = _noun_join(tree, matches, match) if match.roles is None else _verb_join(tree, matches, match)
        for child, parent in found:
            one, other = (parent, child) if child in into and matches[parent].row.flag("harm") else (child, parent)
            if one not in into and one != other and _end(into, other) != one:
                into[one] = other
    return into


def is_doer(tree: Tree, head: int) -> bool:
    """Whether a noun can do an act of force: people, a side, a state, or what such a side throws."""
    name = tree.name_at(head)
    return holds(tree, [head], list(_DOERS)) or (name is not None and naming.is_country(tree.reading.text_of(name.first, name.last)))


def event_head(tree: Tree, index: int) -> int:
    """The head of the phrase that an event noun is counted by: "series" of "a series of raids"."""
    token = tree.tokens[index]
    above = tree.tokens[token.head] if token.relation == "nmod" and token.head >= 0 and tree.case_of(index) == "of" else None
    if above is None or above.lemma.lower() not in _words("counting"):
        return index
    is_day = above.lemma.lower() == above.text.lower() and bool(tree.children(above.index, "det")) and above.lemma.lower() in _words("lasting")
    return index if is_day else event_head(tree, above.index)  # not "the 22nd day of the siege"


def _noun_join(tree: Tree, matches: dict[int, Match], match: Match) -> list[tuple[int, int]]:
    """An event noun takes the verb that tells what it hit or whom it harmed, and the general noun that it stands under."""
    out: list[tuple[int, int]] = []
    top = tree.tokens[event_head(tree, match.index)]
    above = tree.tokens[top.head] if top.head >= 0 else top
    is_result = top.relation == "nmod" and above.lemma.lower() == "result" and tree.case_of(above.index) == "as"
    top = above if is_result else top  # "wounded as a result of the blast"
    verb = matches.get(top.head)
    if is_result and verb is not None and verb.row.type == "destruction":
        return [(match.index, verb.index)]
    if verb is not None and verb.roles is not None and _tells_effect(tree, verb, top):
        out.append((verb.index, match.index))
    if verb is not None and verb.roles is None and top.relation == "nmod" and tree.case_of(top.index) == "of":
        out.append((verb.index, match.index) if tree.tokens[verb.index].lemma.lower() in _generic() else (match.index, verb.index))
    out += [(t.index, match.index) for t in tree.children(top.index, "acl", "acl:relcl") if _is_effect(tree, matches, t, top.index)]
    if tree.tokens[match.index].relation in ("appos", "conj") and top.head in matches and matches[top.head].row.id == match.row.id:
        out.append((match.index, top.head))
    return out


def _is_effect(tree: Tree, matches: dict[int, Match], clause: Token, noun: int) -> bool:
    verb = matches.get(clause.index)
    if verb is None or verb.roles is None:
        return False
    if clause.relation == "acl" and any(t.text.lower() == "to" for t in tree.children(clause.index, "mark")):
        return verb.row.type in _FORCE
    if not (verb.row.flag("harm") or verb.row.flag("weapon")):
        return False
    return noun in verb.roles.subject or (verb.roles.is_passive and noun in verb.roles.object) or tree.case_of(noun) == "in"


def _tells_effect(tree: Tree, verb: Match, noun: Token) -> bool:
    if verb.roles is None or not (verb.row.flag("harm") or verb.row.flag("weapon")):
        return False
    if noun.index in verb.roles.subject or noun.relation == "obl:agent" or (noun.relation == "nsubj" and not verb.roles.is_passive):
        return True
    if verb.row.flag("harm"):
        is_by = noun.relation in ("obl", "nmod", "obl:unmarked", "obj") and tree.case_of(noun.index) in _words("by_which")
        return is_by and not _is_later(tree, verb, noun)
    return tree.case_of(noun.index) in ("by", "with", "in") and noun.relation == "obl"


def _is_later(tree: Tree, verb: Match, noun: Token) -> bool:
    """ "Two hours after the raid, police killed two": harm that came later, or that another did."""
    case = next((t for t in tree.children(noun.index, "case") if t.text.lower() == "after"), None)
    if case is None or verb.roles is None:
        return False
    is_timed = case.index > 0 and tree.tokens[case.index - 1].lemma.lower() in lexicons.load("realis")["ongoing"]["units"]
    return is_timed or (bool(verb.roles.subject) and not verb.roles.is_passive and bool(verb.roles.object))


def _verb_join(tree: Tree, matches: dict[int, Match], match: Match) -> list[tuple[int, int]]:
    """Harm told beside the event: "bombed the market, killing nine", "killed and wounded", "nine died when shells hit"."""
    token = tree.tokens[match.index]
    if match.roles is not None and (event := _carried_event(tree, matches, match) or _landed(tree, matches, match)) is not None:
        return [(match.index, event)]
    if match.row.flag("means"):  # "used such weapons in bombing the town": the bombing
        return [(match.index, t.index) for t in tree.children(match.index, "advcl") if t.index in matches and matches[t.index].row.type in _KINDS][:1]
    if not match.row.flag("harm") or match.roles is None:
        return []
    above = matches.get(token.head)
    beside = token.relation in ("advcl", "conj", "xcomp", "parataxis", "acl")
    if above is not None and (nearer := _between(tree, matches, match, above)) is not None:
        return [(match.index, nearer)]
    if above is not None and above.row.type in _FORCE and beside and _continues(tree, match, above):
        own = [*_sent(tree, matches, match), *_when(tree, matches, match)] if above.row.flag("harm") else []
        return [(match.index, k) for k in (*own[:1], above.index)]
    events = [k for k in match.roles.subject if k in matches and matches[k].roles is None and matches[k].row.type in _FORCE]
    below = [t.index for k in match.roles.subject for t in tree.children(k, "acl")]
    events += [k for k in below if k in matches and k != match.index and matches[k].row.type in _FORCE]
    events += [tree.tokens[k].head for k in match.roles.subject if _is_hit_by(tree, matches, match, k)]
    events += [*_sent(tree, matches, match), *_strayed(tree, matches, match), *_carried_and(tree, matches, match)]
    if events:
        return [(match.index, events[0])]
    near = _nearest(tree, matches, match)
    if near is not None:
        return [(match.index, near)]
    return [(match.index, k) for k in _when(tree, matches, match)[:1]]


def _between(tree: Tree, matches: dict[int, Match], match: Match, above: Match) -> int | None:
    """The shelling of "strikes killed 30 after fighters shelled the city and [wounded] nine", where the tree joins the harm to the first verb."""
    if tree.tokens[match.index].relation != "conj" or tree.children(match.index, "nsubj", "nsubj:pass"):
        return None
    between = [k for k in range(above.index + 1, match.index) if k in matches and matches[k].row.type in _KINDS]
    told = [k for k in between if matches[k].roles is not None and not matches[k].row.flag("harm") and tree.children(k, "nsubj")]
    return told[-1] if told and tree.children(match.index, "obj") else None


def _when(tree: Tree, matches: dict[int, Match], match: Match) -> list[int]:
    """The event of "nine died when shells hit the market", "when rebels launched attacks", "were killed by shelling the town"."""
    out: list[int] = []
    is_anothers = match.roles is not None and match.roles.is_passive and bool(match.roles.subject)  # "killed by police after gunmen attacked"
    for child in () if is_anothers else tree.children(match.index, "advcl"):
        marks = {t.text.lower() for t in tree.children(child.index, "mark", "advmod")} | _before_subject(tree, child)
        is_means = child.text.lower().endswith("ing") and "by" in marks
        if marks.isdisjoint(("when", "as", "after", "while")) and not is_means:
            continue
        nouns = [t.index for t in tree.children(child.index, "obj")] if child.lemma.lower() in _words("light") else []
        near = [matches[k] for k in (child.index, *nouns) if k in matches]
        out += [m.index for m in near if m.row.type in _KINDS and not m.row.flag("harm")]
    return out


def _before_subject(tree: Tree, clause: Token) -> set[str]:
    """The "when" of "[when] a shell fired by the army hit", which a tree may hang on the firing."""
    firsts = [min(tree.subtree(t.index)) for t in tree.children(clause.index, "nsubj")]
    return {tree.tokens[k - 1].text.lower() for k in firsts if k > 0}


def _sent(tree: Tree, matches: dict[int, Match], match: Match) -> list[int]:
    """The firing of "killed in shells [fired] by the militia", also where the tree has the shells fire."""
    verbs = lexicons.load("happening")["sent"]
    near = [t for t in tree.children(match.index, "obl", "obl:agent") if tree.case_of(t.index) in _words("by_which")]
    sent = [t for noun in near if is_bare_weapon(tree, noun.index) for t in tree.children(noun.index, "acl")]
    sent += [t for t in tree.children(match.index, "advcl") if any(tree.case_of(n.index) == "by" for n in tree.children(t.index, "nsubj"))]
    return [t.index for t in sent if t.index in matches and t.lemma.lower() in verbs and matches[t.index].row.type in _FORCE]


def _strayed(tree: Tree, matches: dict[int, Match], match: Match) -> list[int]:
    """The event of a harm that the tree hangs on a noun which did not do it: "air strikes by the coalition [killed] nine", "hit by raids over the
    weekend that [killed] nine", and, where commas are lost, "killed two people [injuring] four"."""
    token = tree.tokens[match.index]
    if token.relation not in ("acl", "acl:relcl") or is_infinitive(tree, token) or not (_has_object(match) or _counts_behind(tree, token)):
        return []
    noun = tree.tokens[token.head]
    above = [t.index for t in (noun, *tree.ancestors(noun.index))]
    if token.relation == "acl":
        above += [t.index for k in above for t in tree.children(k, "nsubj") if t.index < token.index]
        return [k for k in above if k in matches and matches[k].row.type in _FORCE]
    if any(t.text.lower() == "who" for t in tree.children(match.index, "nsubj")) or is_doer(tree, noun.index):
        return []
    first = tree.reading.sentences[token.sentence].first
    return [k for k in range(match.index - 1, first - 1, -1) if k in matches and matches[k].roles is None and matches[k].row.type in _FORCE]


def _carried_and(tree: Tree, matches: dict[int, Match], match: Match) -> list[int]:
    """The attack of "carried out an attack and [killed] nine", the strike of "jets dropped bombs and [killed] nine"."""
    token = tree.tokens[match.index]
    if token.relation != "conj" or tree.children(token.index, "nsubj", "nsubj:pass"):
        return []
    above = matches.get(token.head)
    if above is not None and above.roles is not None and above.row.type in _KINDS:
        return [] if any(is_doer(tree, k) for k in above.roles.subject) else [above.index]
    found = roles(tree, token.head).object if tree.tokens[token.head].lemma.lower() in _words("doing") else ()
    return [k for k in found if k in matches and matches[k].roles is None and matches[k].row.type in _FORCE]


def _has_object(match: Match) -> bool:
    return match.roles is not None and bool(match.roles.object) and not match.roles.is_passive


def _counts_behind(tree: Tree, verb: Token) -> bool:
    """ "Jets [killed] at least 58 people", in a tree that takes the people for an adverb."""
    behind = [t for t in tree.children(verb.index, "obl:unmarked", "obl", "obl:agent") if t.index > verb.index and not tree.case_of(t.index)]
    return any(tree.children(t.index, "nummod") for t in behind)


def _carried_event(tree: Tree, matches: dict[int, Match], match: Match) -> int | None:
    """The raids of "carried out raids, hitting a bridge", "killed in raids by the coalition [targeting] a base", "raided two towns, [hitting] homes":
    what a participle says was hit, the event told last did, unless somebody else is said to have hit it."""
    token = tree.tokens[match.index]
    is_hitting = match.row.id == "attack.verb" and token.relation in ("advcl", "acl") and token.text.lower().endswith("ing")
    if not is_hitting or match.roles is None or tree.children(match.index, "nsubj", "aux", "mark"):
        return None
    first = tree.reading.sentences[token.sentence].first
    last = next((k for k in range(match.index - 1, first - 1, -1) if k in matches and matches[k].row.type in _KINDS), None)
    if last is None or (token.relation == "acl" and _is_anothers(tree, matches[last], match)):
        return None
    return last if matches[last].roles is None or last in {t.index for t in tree.ancestors(match.index)} else None


def _landed(tree: Tree, matches: dict[int, Match], match: Match) -> int | None:
    """The hit of "shells [fired] by the militia hit the market"."""
    token = tree.tokens[match.index]
    if token.relation != "acl" or token.lemma.lower() not in lexicons.load("happening")["sent"]:
        return None
    hit = matches.get(tree.tokens[token.head].head) if is_bare_weapon(tree, token.head) else None
    return hit.index if hit is not None and hit.roles is not None and token.head in hit.roles.subject and hit.row.type in _KINDS else None


def _is_anothers(tree: Tree, event: Match, hitting: Match) -> bool:
    """Whether the participle is said of armed people or a name that did not do the event."""
    whose = tree.tokens[hitting.index].head
    by = {t.index for t in tree.children(event.index, "nmod")} | {k for t in tree.children(event.index, "acl") for k in agents(tree, t.index)}
    by |= set(event.roles.subject) if event.roles is not None else set()
    return whose not in by and whose != event.index and holds(tree, [whose], ["@armed", "@people", "*group", "*person"])


def _is_hit_by(tree: Tree, matches: dict[int, Match], match: Match, noun: int) -> bool:
    """ "strikes on the villages which wounded dozens": no village wounds."""
    token = tree.tokens[noun]
    event = matches.get(token.head)
    is_which = any(t.text.lower() == "which" for t in tree.children(match.index, "nsubj"))
    return is_which and token.relation == "nmod" and event is not None and event.roles is None and event.row.type in _FORCE


def _nearest(tree: Tree, matches: dict[int, Match], match: Match) -> int | None:
    """The last event told before a trailing participle ("..., killing nine"), whatever it hangs on: nothing else in the sentence did it."""
    token = tree.tokens[match.index]
    if not token.text.lower().endswith("ing") or tree.children(match.index, "nsubj", "aux"):
        return None
    first = tree.reading.sentences[token.sentence].first
    before = [k for k, m in matches.items() if first <= k < match.index and m.row.type in _FORCE]
    return max(before, default=None)


def _continues(tree: Tree, match: Match, above: Match) -> bool:
    """The harm has no other doer than the verb above: a participle, or a second harm of the same people."""
    if tree.tokens[match.index].relation == "conj":
        return above.row.flag("harm") and not (tree.children(match.index, "nsubj") and not tree.children(match.index, "nsubj:pass"))
    return not tree.children(match.index, "nsubj")


def _carry(tree: Tree, group: Group, matches: dict[int, Match]) -> None:
    """Finds the verbs that carry an event noun: above it ("launched an attack") and below it ("an attack launched by")."""
    if group.root.roles is not None:
        return
    top = tree.tokens[event_head(tree, group.root.index)]
    above = _below_seeming(tree, tree.tokens[top.head]) if top.head >= 0 else None
    said_of = "case" in group.root.row.body and top.relation in ("obl", "xcomp")
    if above is not None and above.index not in matches and (said_of or _is_carrier(tree, top, above)):
        group.carrier = above.index
    below = [t.index for t in tree.children(top.index, "acl", "acl:relcl") if t.index not in matches and t.lemma.lower() in _carrying()]
    group.clauses = [k for k in below if top.index in (*roles(tree, k).subject, *roles(tree, k).object)]


def _below_seeming(tree: Tree, verb: Token) -> Token:
    """ "The strikes appeared to have been [carried out] by the coalition"."""
    below = tree.children(verb.index, "xcomp") if verb.lemma.lower() in _words("seeming") else []
    return next((t for t in below if t.lemma.lower() in _words("light")), verb)


def _is_carrier(tree: Tree, noun: Token, verb: Token) -> bool:
    is_subject = verb.text.lower() == "subject" and noun.relation == "obl"  # "the town was subject to shelling"
    lemma, case = verb.lemma.lower(), tree.case_of(noun.index)
    if noun.relation == "nsubj" and verb.upos in ("ADJ", "ADV", "NOUN") and tree.children(verb.index, "cop"):
        return lemma in _words("under_way")  # "the battles are ongoing"
    if not (verb.upos == "VERB" or is_subject) or noun.relation not in _ARGUMENTS:
        return False
    if noun.relation.startswith("nsubj"):
        is_done = noun.relation == "nsubj:pass" or verb.relation == "xcomp" or bool(agents(tree, verb.index))
        return lemma in _words("occur") or (is_done and lemma in _words("light"))  # "the raid launched by", whatever the tree takes it for
    if noun.relation == "obj":
        return lemma in _words("light") or lemma in _words("suffer") or (lemma == "report" and bool(tree.children(verb.index, "nsubj")))
    return (case in ("under", "to") and lemma in _words("suffer")) or (case in ("in", "into") and lemma in _words("engaging"))


def _top(tree: Tree, group: Group) -> int:
    """The word of the group that stands over the others."""
    words = {group.root.index, event_head(tree, group.root.index), *(m.index for m in group.members)}
    if group.carrier >= 0:
        words.add(group.carrier)
        seeming = tree.tokens[event_head(tree, group.root.index)].head
        words |= {seeming} if seeming == tree.tokens[group.carrier].head >= 0 else set()  # "appeared to have been carried out"
    above = {k: {t.index for t in tree.ancestors(k)} for k in words}
    return min(words, key=lambda k: (len(above[k] & words), len(above[k]), k))


@cache
def _carrying() -> frozenset[str]:
    return _words("light") | _words("suffer")


@cache
def _generic() -> frozenset[str]:
    return _words("generic", "nouns")
