"""Who did it and to whom: the slots of a row filled from the tree."""

from functools import cache, partial

from hearsay import lexicons
from hearsay.claims.phrases import Tree, is_nobody, name_of, party_of, phrase, resolved
from hearsay.claims.roles import Roles, roles, surface_subject
from hearsay.claims.triggers import Match, content_head, lemmas
from hearsay.lexicons.parties import find
from hearsay.records import Party, Token

_words = partial(lexicons.words, "happening")
_PRONOUNS = ("PRON", "DET")


def slot_heads(tree: Tree, match: Match, slot: str) -> list[int]:
    """The head words that stand in a slot of the match: "subject", "on", "object>of"."""
    first, _, rest = slot.partition(">")
    heads = _step(tree, match.index, match.roles, first)
    for step in filter(None, rest.split(">")):
        heads = [k for head in heads for k in _step(tree, head, None, step)]
    return heads


def _step(tree: Tree, index: int, found: Roles | None, step: str) -> list[int]:
    if step == "subject" and found is None and tree.tokens[index].upos == "VERB":
        return list(roles(tree, index).subject)
    if step == "subject":
        return list(found.subject if found else _noun_subject(tree, index))
    if step == "object":
        return list((found or roles(tree, index)).object)
    if step == "possessor":
        return possessors(tree, index)
    if step == "indirect":
        return [t.index for t in tree.children(index, "iobj")]
    if step == "complement":
        return [t.index for t in tree.children(index, "xcomp", "ccomp")]
    hung = [_meant(tree, t.index) for t in tree.children(index, "obl", "nmod") if tree.case_of(t.index) == step]
    return [k for head in hung for k in tree.conjuncts(head)]


def _meant(tree: Tree, index: int) -> int:
    """ "against what it calls rebel positions", "on what were said to be depots": the positions, the depots."""
    if tree.tokens[index].text.lower() != "what":
        return index
    named = [t for clause in tree.children(index, "acl") for t in tree.children(clause.index, "obj", "xcomp") if t.upos in ("NOUN", "PROPN")]
    return named[0].index if named else index


def _noun_subject(tree: Tree, index: int) -> list[int]:
    """The subject that a noun is said of: "the town is under siege", "the town remains under siege"."""
    own = [t.index for t in tree.children(index, "nsubj")]
    head = tree.tokens[index].head
    if (
        not own
        and tree.tokens[index].relation in ("obl", "xcomp")
        and head >= 0
        and (tree.tokens[head].upos in ("VERB", "AUX") or tree.children(head, "cop"))
    ):
        own = surface_subject(tree, head)
    if not own and tree.tokens[index].relation == "nmod":
        own = [head]
    if not own and tree.tokens[index].relation == "conj" and tree.children(index, "cop"):
        own = surface_subject(tree, head)  # "the town is a stronghold and has been under siege"
    return [k for head in own for k in tree.conjuncts(_antecedent(tree, head, index))]


def _antecedent(tree: Tree, index: int, clause: int) -> int:
    if tree.tokens[index].text.lower() in lexicons.load("happening")["relative"] and tree.tokens[clause].relation == "acl:relcl":
        return tree.tokens[clause].head
    return index


def possessors(tree: Tree, index: int) -> list[int]:
    """Heads of the modifiers before an event noun that may name a side: genitives, adjectives of nations, compounds; nearest last."""
    out: list[int] = []
    for token in tree.children(index, "nmod:poss", "compound", "amod", "nmod:desc", "flat", "obl:unmarked"):
        if token.index < index:
            out += [*(possessors(tree, token.index) if token.relation == "compound" else ()), *tree.conjuncts(token.index)]
    return out


def led(tree: Tree, index: int) -> list[int]:
    """Whom "US-led air strikes" are of: the "US-led coalition" that the report tells of."""
    led_by = [t.index for t in tree.children(index, "amod") if t.text.lower() in ("led", "commanded") and tree.tokens[t.index - 1].text in ("-", "–")]
    if not led_by or led_by[0] < 2:
        return []
    words = [t.text.lower() for t in tree.tokens[led_by[0] - 2 : led_by[0] + 1]]
    for token in tree.tokens[3:]:
        before = [t.text.lower() for t in tree.tokens[token.index - 3 : token.index]]
        if before == words and token.lemma.lower() in _words("led"):
            return [token.index]
    return []


def parties(tree: Tree, heads: list[int], *, event: int = -1) -> list[Party]:
    """The parties that the heads mean, those left out that are no party: times, abstractions, events, bare weapons.

    ``event`` is the event noun that they stand before, if they are its modifiers: then only names and known kinds of sides count.
    """
    out: dict[str, Party] = {}
    for head in heads:
        for party in _of_modifier(tree, head, event) if event >= 0 else _parties(tree, head):
            out.setdefault(party.name.lower(), party)
    return [party for party in out.values() if not any(_is_within(party, other) for other in out.values())]


def _is_within(party: Party, whole: Party) -> bool:
    """Whether a party's words are a part of another's: the "government" of "Syrian government"."""
    return whole.start <= party.start and party.end <= whole.end and (whole.start, whole.end) != (party.start, party.end)


def _of_modifier(tree: Tree, head: int, event: int) -> list[Party]:
    party = _modifier_party(tree, head, event)
    return [] if party is None else [party]


def _parties(tree: Tree, head: int) -> list[Party]:
    token = tree.tokens[content_head(tree, head)]
    if token.upos in _PRONOUNS and resolved(tree, token.index) == token.index:
        source = _own_word(tree, token)
        return [] if source is None else [Party(name_of(tree, source), token.text, token.start, token.end)]
    if token.upos not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET") or _is_nobody(tree, token):
        return []
    if token.upos == "NUM" and tree.name_at(token.index) is None:
        return []
    inner = content_head(tree, head)
    named = [party_of(tree, k) for place in _named(tree, head) for k in tree.conjuncts(place)[1:]]
    named += [held_party(tree, k) for k in tree.conjuncts(inner)[1:] if inner != head and not _is_nobody(tree, tree.tokens[k])]
    return _carried(tree, head) or [_with_of(tree, head, held_party(tree, head)), *named]


def _own_word(tree: Tree, token: Token) -> int | None:
    """Who speaks, where a pronoun in what is said stands for the one who says it: "the army said it had"."""
    word = token.text.lower()
    if word not in lexicons.load("happening")["speaking"]:
        return None
    who = next((tree.tokens[k] for k in tree.source_around(token.index) if tree.tokens[k].upos in ("NOUN", "PROPN")), None)
    if who is None or (word in ("they", "their") and (_is_one(who) or _is_person(tree, who))):
        return None
    return who.index


def _is_person(tree: Tree, who: Token) -> bool:
    """ "They took our sons," said Amina."""
    name = tree.name_at(who.index)
    return name is not None and name.kind == "person"


def _is_one(who: Token) -> bool:
    """ "A monitor", "the spokesman", whom "they" does not mean; it may mean "the army"."""
    return (
        who.upos == "NOUN"
        and who.text.lower() == who.lemma.lower()
        and who.lemma.lower() not in _words("classes", "armed") | lexicons.words("naming", "bodies")
    )


def _with_of(tree: Tree, head: int, party: Party) -> Party:
    """The party with the "of" that belongs to its wording: "walls of some buildings", "fighters of the Front"."""
    last = phrase(tree, head)[1]
    inner = [t for t in tree.children(head, "nmod") if t.index > head and tree.case_of(t.index) == "of"]
    if not inner or tree.tokens[last].text.lower() != "of" or party.start > tree.tokens[last].start:
        return party
    end = phrase(tree, inner[0].index)[1]
    surface = tree.reading.document.text[party.start : tree.tokens[end - 1].end]
    return Party(party.name, surface, party.start, tree.tokens[end - 1].end, party.kind, party.label)


def held_party(tree: Tree, head: int) -> Party:
    """The party of a phrase, seen through heads that only count or class it: "dozens of rebels", "the town of Homs"."""
    inner = content_head(tree, head)
    inner = next(iter(_named(tree, inner)), inner)
    if inner == head:
        return _plain(tree, head)
    party = _plain(tree, inner)
    if inner < head:
        return party
    first, _ = phrase(tree, head)
    _, last = phrase(tree, inner)
    start, end = tree.tokens[first].start, tree.tokens[last - 1].end
    is_worded = not set(lemmas(tree.tokens[head])).isdisjoint(_words("naming") | _words("portion"))  # "part of the town" is not the town
    surface = tree.reading.text_of(first, last) if is_worded else party.surface
    return Party(party.name, surface, start if surface != party.surface else party.start, end, party.kind)


def _named(tree: Tree, head: int) -> list[int]:
    """The names that a word for a kind of place stands with: "the cities of Palmyra and Hama"."""
    if tree.tokens[head].lemma.lower() not in _words("naming"):
        return []
    return [t.index for t in tree.children(head, "nmod") if tree.case_of(t.index) == "of" and t.upos == "PROPN"][:1]


def _plain(tree: Tree, head: int) -> Party:
    """A place goes by its name alone, without the words before it ("opposition-held Atareb" is Atareb)."""
    party, name = party_of(tree, head), tree.name_at(head)
    if name is None or name.kind not in ("location", "facility") or resolved(tree, head) != head or name.last <= head:
        return party
    return Party(" ".join(tree.reading.text_of(name.first, name.last).split()), party.surface, party.start, party.end, party.kind)


def _is_nobody(tree: Tree, token: Token) -> bool:
    if token.text in _words("nobody_in_small_letters") or is_nobody(tree, token):
        return True
    if set(lemmas(token)) & _words("nobody") and tree.name_at(token.index) is None and token.upos != "PRON":
        return True
    name = tree.name_at(token.index)
    return name is not None and name.kind in ("date", "money")


def _carried(tree: Tree, head: int) -> list[Party]:
    """The sides behind a weapon that acts: "Russian jets", "Israeli missiles hit", "a salvo of US missiles hit". Nothing if the head is no weapon, or
    nobody's."""
    token = tree.tokens[head]
    is_man = token.lemma.lower() in lexicons.words("harm", "machines", "nouns")  # a bomber may be a plane or a man
    is_acting = token.relation == "nsubj" and not is_man and bool(set(lemmas(token)) & (weapon_words() | _words("shots")))
    if token.lemma.lower() not in carriers() and not is_acting:
        return []
    of = _step(tree, head, None, "of")
    owners = [p for k in possessors(tree, head) for p in _of_modifier(tree, k, head)]
    owners += [p for k in of for p in _parties(tree, k) if not is_acting]
    owners += [p for k in of for owner in possessors(tree, k) for p in _of_modifier(tree, owner, k) if is_acting]
    first, last = phrase(tree, head)
    surface, start, end = tree.reading.text_of(first, last), tree.tokens[first].start, tree.tokens[last - 1].end
    return [Party(p.name, surface, start, end, p.kind) for p in owners]


def is_bare_weapon(tree: Tree, head: int) -> bool:
    """True for a weapon whose owner is not said."""
    words = set(lemmas(tree.tokens[head]))
    return bool(words & (carriers() | weapon_words() | _words("shots"))) and not words & _words("classes", "armed") and not _carried(tree, head)


def is_state(name: str) -> bool:
    """True for the name of a state or an alliance of states."""
    return name.lower() in _words("states")


def against(tree: Tree, event: int) -> list[Party]:
    """The party that a modifier of an event noun turns against: "anti-government protests"."""
    out = []
    for token in tree.children(event, "amod", "compound"):
        opposed = token.text[5:] if token.text.lower().startswith("anti-") else ""
        if opposed:
            out.append(Party(opposed, opposed, token.start + 5, token.end))
    return out


def _modifier_party(tree: Tree, head: int, event: int) -> Party | None:
    """A modifier of an event noun as a party: a name, a genitive, or a word for a kind of side; "heavy", "car", "ground" are none."""
    token = tree.tokens[head]
    name = tree.name_at(head)
    if token.relation == "nmod:poss":
        return None if _holds_place(tree, head, event) else next(iter(_parties(tree, head)), None)
    words = set(lemmas(token))
    if words & (_words("plain") | weapon_words()) or (name is not None and name.kind in ("date", "money")):
        return None
    called = token.text if name is None else tree.reading.text_of(name.first, name.last)
    known = bool(words & _words("classes", "armed")) or (name is not None and name.kind in ("norp", "organisation", "person"))
    known = known or find(called) is not None
    place = name is not None and name.kind in ("location", "facility")
    unknown = token.upos == "PROPN" and name is None and token.relation == "compound" and not words & _words("nobody")
    owned = any(t.index < head for t in tree.children(event, "nmod:poss"))  # "Israel's Gaza offensive"
    if not (known or unknown or (place and words & _words("states") and not owned)):
        return None
    first, last = _run(tree, head, event)
    text = tree.reading.text_of(first, last)
    antecedent = resolved(tree, head)
    label = name_of(tree, antecedent) if antecedent != head else _plural(" ".join(text.split()), token)
    return Party(label, text, tree.tokens[first].start, tree.tokens[last - 1].end, "organisation" if known else "place")


def _holds_place(tree: Tree, state: int, event: int) -> bool:
    """ "Syria's Hama massacre": the country that the place lies in, which did nothing; "Israel's Gaza offensive" is Israel's."""
    name = tree.name_at(state) if tree.tokens[event].lemma.lower() in _words("suffered") else None
    others = [tree.name_at(t.index) for t in tree.children(event, "compound") if t.index > state]
    return name is not None and name.kind == "location" and any(other is not None and other.kind == "location" for other in others)


def _plural(text: str, token: Token) -> str:
    """A kind of people before an event noun means many: "rebel attacks" are the rebels'; a body that bears an "s" there has lost an apostrophe."""
    kinds = lexicons.load("happening")["plurals"]
    lemma = token.lemma.lower()
    if token.text.lower() == f"{lemma}s" and lemma in (*_words("led"), *lexicons.words("naming", "bodies")) and lemma != "force":
        return text[:-1] if text.endswith(token.text) else text
    return text + ("S" if text.isupper() else "s") if token.text.lower() in kinds and text.endswith(token.text) else text


def _run(tree: Tree, head: int, event: int) -> tuple[int, int]:
    """The words of a modifier with its own and its fellow modifiers before it: "Syrian government" of "Syrian government air strikes"."""
    name = tree.name_at(head)
    first = min(head, name.first) if name else head
    last = min(max(head + 1, name.last), event) if name else head + 1
    while first > 0 and _is_fellow(tree, first - 1, event, head):
        first -= 1
    while first < head and (tree.tokens[first].upos == "PUNCT" or set(lemmas(tree.tokens[first])) & _words("plain")):
        first += 1
    while last > head + 1 and set(lemmas(tree.tokens[last - 1])) & weapon_words():
        last -= 1
    while last < event and _is_fellow_after(tree, last, event):
        last += 1
    return first, last


def _is_fellow(tree: Tree, index: int, event: int, head: int) -> bool:
    token = tree.tokens[index]
    if token.text in "-–/" or tree.tokens[index + 1].text in "-–":
        day = tree.name_at(index if token.text not in "-–/" else index - 1)
        return day is None or day.kind != "date"  # "Oct 22 - Israeli strikes"
    if token.relation not in ("amod", "compound", "flat", "punct", "nmod:poss", "case") or token.upos in ("DET", "NUM", "PUNCT", "ADP", "PRON"):
        return False
    if token.head not in (event, head) and token.head not in range(index, event):
        return False
    is_plain = token.text.islower() and "-" not in token.text and tree.tokens[index - 1].text not in ("-", "–")
    if token.relation == "amod" and tree.name_at(index) is None and is_plain:
        return False
    return not set(lemmas(token)) & (_words("plain") | weapon_words())


def _is_fellow_after(tree: Tree, index: int, event: int) -> bool:
    token = tree.tokens[index]
    words = set(lemmas(token))
    return token.head == event and token.relation in ("compound", "amod") and bool(words & _words("classes", "armed")) and not words & weapon_words()


@cache
def carriers() -> frozenset[str]:
    """Lemmas of weapons that can stand for whoever uses them."""
    return frozenset(w for entry in lexicons.load("weapon").values() for w in entry["carriers"])


@cache
def weapon_words() -> frozenset[str]:
    """Single lemmas of all weapons."""
    return frozenset(w for entry in lexicons.load("weapon").values() for w in entry["words"] if " " not in w)
