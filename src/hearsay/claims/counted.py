"""What a number counts, and whose people they are."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from hearsay import lexicons
from hearsay.claims.harm_words import Harm, is_harm_verb
from hearsay.claims.phrases import INDEFINITE, Tree, party_of, resolved
from hearsay.claims.quantities import Quantity
from hearsay.lexicons.parties import find
from hearsay.records import Party, Token

_HARM = lexicons.load("harm")
_WHOSE = ("", "of", "among", "for", "to")  # "losses among the rebels", "deaths for the army"
_ANYBODY = frozenset(_HARM["anybody"]["nouns"])
THINGS = frozenset(_HARM["things"]["nouns"])
_NOUNS: dict[str, str] = _HARM["noun"]
_ADJECTIVES: dict[str, str] = _HARM["adjective"]
_MARKS = frozenset("\"“”«»‘’'")
_HELD = frozenset(_HARM["held"]["nouns"])
_LEADING = lexicons.words("phrase", "leading")
PERSONS = lexicons.words("people", "nouns")
ARTICLES = lexicons.words("harm", "article", "words")
PARTS = lexicons.words("harm", "part", "words") - {"them"}
_ARMED = lexicons.words("happening", "classes", "armed")
_OWN = frozenset(("its", "their"))
_GENITIVE = frozenset(("'s", "’s", "'", "’"))
_LOST = frozenset(_HARM["losses"]["words"])
_WHICH = frozenset(("which", "who", "that"))
_SUCH = frozenset(("a", "an", "the", "this", "that", "every", "each", "which"))
_RANKS = _ARMED | {"man"}  # "losses of 12 men"
_HIGH = 3  # steps up the tree
LOSSES = 16  # words from "its losses" to a number of them
CLOSE = 8  # words between a whole and its part
_CROWDS = lexicons.words("people", "crowds")
MODEL = 5  # words before a machine that name its model
_MODIFYING = ("compound", "amod", "nmod:desc", "flat")
ENDINGS = tuple(lexicons.words("people", "endings"))


def top_of(tree: Tree, first: int, last: int) -> int:
    """The word of the number expression that hangs outside it: the last one that is a number or noun, if several do."""
    inside = range(first, last)
    tops = [k for k in inside if tree.tokens[k].head not in inside]
    solid = [k for k in tops if tree.tokens[k].upos in ("NUM", "NOUN", "PRON", "PROPN", "DET")]
    return solid[-1] if solid else (tops or [last - 1])[-1]


def counted(tree: Tree, top: int, number: Quantity) -> int | None:
    """The noun that the number counts: its governor ("300 soldiers"), or what comes with "of" ("dozens of soldiers")."""
    token = tree.tokens[top]
    base = token.relation.split(":")[0]
    if base in ("nummod", "det", "compound", "amod", "advmod") and token.head >= number.last - 1:
        noun = tree.tokens[token.head]
        between = tree.tokens[number.last : noun.index]
        if (own := _before_verb(between)) is not None:
            return own
        if noun.text.lower() in _HARM["headline"] or any(
            is_harm_verb(t) and t.text.lower() in (t.lemma.lower(), f"{t.lemma.lower()}s") for t in between
        ):
            return None  # "kill 10 injure scores", in a tree that has lost its way
        if (thing := next((t for t in between if t.upos == "NOUN" and t.lemma.lower() in THINGS and t.relation not in _MODIFYING), None)) is not None:
            return thing.index  # "fired ten shells on the village killing one person", where the tree hangs the ten on the person
        if noun.lemma.lower() in _HARM["rough"]["nouns"] and any(t.text.lower() in _ADJECTIVES for t in between):
            return None  # "35 dead dozens wounded": two counts
        if noun.lemma.lower() in _HARM["share"]["nouns"] or (noun.upos == "VERB" and noun.lemma.lower() in _HARM["losses"]["suffer"]):
            return None  # "dozens more suffered burns", in a tree that hangs the dozens on the verb like an adverb
        if noun.upos in ("NOUN", "PROPN", "ADJ", "PRON", "NUM", "VERB"):
            return through(tree, noun.index)
    below = _below_of(tree, top)
    return below if below is not None and below >= number.last else _next_noun(tree, number.last)


def _before_verb(between: Sequence[Token]) -> int | None:
    """The Palestinians of "45 [Palestinians] were killed in strikes", where the tree hangs the number on the strikes."""
    nouns = list(takewhile(lambda t: t.upos in ("NOUN", "PROPN", "ADJ"), between))
    is_subject = bool(nouns) and nouns[-1].relation.startswith("nsubj") and nouns[-1].head > nouns[-1].index
    return nouns[-1].index if is_subject and any(t.index == nouns[-1].head for t in between) else None


def is_such_a_one(tree: Tree, word: int) -> bool:
    """ "An international one", "this one": stands for a noun, and counts nothing."""
    below = tree.children(word, "det", "amod") if tree.tokens[word].text.lower() == "one" else []
    return any(t.relation == "amod" or t.text.lower() in _SUCH for t in below)


def is_both(tree: Tree, last: int) -> bool:
    """Whether "killed and wounded" stands at a place: "370 killed and wounded peasants"."""
    words = [t.text.lower() for t in tree.tokens[last : last + 3]]
    measures = {_ADJECTIVES.get(word) for word in words[::2]}
    return words[1:2] in (["and"], ["or"]) and measures == set(_HARM["together"]["pair"])


def _is_quoted_word(tree: Tree, at: int) -> bool:
    """ "184 [“terrorists”]": a word or two in quotation marks."""
    return tree.tokens[at].text in _MARKS and any(t.text in _MARKS for t in tree.tokens[at + 2 : at + 4])


def _next_noun(tree: Tree, last: int) -> int | None:
    """The noun right after a number, by the order of words alone: "57 Civilians" in a headline that the tree has lost."""
    found = None
    if tree.tokens[last - 1].text.lower() in ("more", "others"):
        return None
    last += last < len(tree.tokens) and (tree.tokens[last].text.lower() == "of" or _is_quoted_word(tree, last))
    last += 3 if is_both(tree, last) else 0
    for token in tree.tokens[last : last + 4]:
        is_acronym = token.text.isupper() and len(token.text) > 1 and tree.tokens[min(token.index + 1, len(tree.tokens) - 1)].text.islower()
        is_nominal = token.upos in ("ADJ", "NOUN", "PROPN") or is_acronym
        is_harm = token.text.lower() in _ADJECTIVES or is_harm_verb(token)
        if not is_nominal or is_harm or token.sentence != tree.tokens[last - 1].sentence:
            break
        found = token.index if token.upos != "ADJ" else found
    return found


def through(tree: Tree, noun: int) -> int:
    """From a word that only collects ("dozens", "members") to what is collected, where "of" says it; "three groups of men" are three groups."""
    below = _below_of(tree, noun)
    low = tree.tokens[noun].lemma.lower()
    collects = (low in _HARM["collective"]["nouns"] and low not in THINGS) or tree.tokens[noun].upos == "NUM"
    are_people = low in _ANYBODY and below is not None and not is_people(tree, below)  # "people of foreign origin" are people
    return below if below is not None and collects and not are_people else noun


def _below_of(tree: Tree, noun: int) -> int | None:
    for child in tree.children(noun, "nmod", "obl"):
        if child.index > noun and tree.case_of(child.index) == "of":
            return child.index
    return None


def is_people(tree: Tree, noun: int | None) -> bool:
    """Whether a noun can mean people, for measures that towns and tanks share: not a thing, not a place."""
    if noun is None:
        return True
    name = tree.name_at(noun)
    low = tree.tokens[noun].lemma.lower()
    if low in _HARM["machines"]["nouns"] and _is_machine(tree, noun):
        return False
    if low in PERSONS or low in _CROWDS or low.endswith(ENDINGS) or tree.tokens[noun].upos in ("PRON", "NUM"):
        return True
    if tree.tokens[noun].upos == "ADJ" and tree.tokens[noun].relation in ("nsubj", "nsubj:pass", "obj"):
        return True  # "6,000 indigenous have fled"
    if low == "own" and tree.children(noun, "nmod:poss"):
        return True  # "losing 45 of their own"
    return low in _ANYBODY or (name is not None and name.kind in ("norp", "organisation", "person"))


def _is_machine(tree: Tree, noun: int) -> bool:
    """ "eleven L-39 bombers", "Soviet-made fighters"."""
    words = [t.text.lower() for t in tree.tokens[max(0, noun - MODEL) : noun] if t.sentence == tree.tokens[noun].sentence]
    return any((any(c.isdigit() for c in word) and any(c.isalpha() for c in word)) or word in _HARM["machines"]["model"] for word in words)


def victims_of(tree: Tree, noun: int | None, harm: Harm) -> tuple[Party, ...]:
    """Whose people they are: the counted noun, or what the noun of harm has with "of" or before it; [] for mere people."""
    counted_noun = noun
    if noun is None or tree.tokens[noun].text.lower() in _ADJECTIVES:
        loser = _loser(tree, harm)
        loser = _left_by(tree, harm) if loser is None else loser
        if loser is not None:
            is_unknown = tree.tokens[loser].text.lower() in ("it", "they") and resolved(tree, loser) == loser
            return () if is_unknown else (as_people(tree, loser),)
    low = "" if noun is None else tree.tokens[noun].lemma.lower()
    if noun is not None and low in _HARM["left"]["nouns"] and (left := _left_by(tree, harm)) is not None:
        return (replace(party_of(tree, noun), name=party_of(tree, left).name),)
    is_held = low in _HELD and _NOUNS[low] != harm.measure  # "killed two prisoners", not "took two prisoners"
    if not is_held and (noun is None or tree.tokens[noun].lemma.lower() in _NOUNS or tree.tokens[noun].text.lower() in _ADJECTIVES):
        owner = _owner(tree, harm.word if noun is None else noun)
        noun = _counted_people(tree, harm) if noun is None and harm.rule == "harm.put" else _numbered(tree, harm) if owner is None else owner
    if (
        noun is None
        or tree.tokens[noun].upos in ("NUM", "DET")
        or tree.tokens[noun].text.lower() in ("those", "who", "that", "quarter", "half", "tens")
    ):
        return ()
    if (
        tree.tokens[noun].text.lower() == "them"
        and noun + 1 < len(tree.tokens)
        and tree.tokens[noun + 1].upos == "NOUN"
        and is_people(tree, noun + 1)
    ):
        noun += 1  # "five of them children"
    if tree.tokens[noun].lemma.lower() in _ANYBODY and not _is_described(tree, noun):
        return ()
    lost = tree.tokens[harm.word].lemma.lower() == "lose" and harm.rule != "harm.lives"
    is_lost = lost or (harm.rule == "harm.toll" and tree.tokens[noun].lemma.lower() in _RANKS)
    loser = _loser(tree, harm) if is_lost and not _is_described(tree, noun) else None
    if loser is not None and tree.name_at(noun) is None:
        return (replace(party_of(tree, noun), name=party_of(tree, loser).name),)  # "the rebels lost 34 fighters"
    if noun not in (counted_noun, harm.word) and tree.tokens[noun].relation in ("amod", "compound") and tree.name_at(noun) is None:
        return (as_people(tree, noun),)
    home = _home(tree, noun)
    return (party_of(tree, home),) if home is not None else tuple(party_of(tree, k) for k in tree.conjuncts(noun) if k == noun or _is_plain(tree, k))


def _home(tree: Tree, noun: int) -> int | None:
    """The group that armed people are from: "14 fighters from the Free Union"; a place is none."""
    after = tree.tokens[noun + 1 : noun + 4]
    if tree.tokens[noun].lemma.lower() not in _ARMED or [t.text.lower() for t in after[:1]] != ["from"]:
        return None
    named = next((t for t in after[1:] if t.text.lower() != "the"), after[0])
    name = tree.name_at(named.index)
    if name is None or name.kind in ("location", "date"):
        return None
    is_group = name.kind == "organisation" or find(tree.reading.text_of(name.first, name.last)) is not None
    return named.index if is_group else None


def said_to_be(tree: Tree, top: int) -> tuple[Party, ...]:
    """ "Two of those killed were medics", "seventeen from the army": a count without a noun of its own is of what it is said to be, or to be from."""
    token = tree.tokens[top]
    home = [t.index for t in tree.children(top, "nmod", "obl") if tree.case_of(t.index) == "from" and t.index > top] if token.upos == "NUM" else []
    if home and is_people(tree, home[0]):
        return (party_of(tree, home[0]),)
    said = tree.tokens[token.head] if token.relation.startswith("nsubj") and token.upos == "NUM" else token
    are_people = is_people(tree, said.index) and said.upos != "PRON" and said.index > top and bool(tree.children(said.index, "cop"))
    return (party_of(tree, said.index),) if are_people and said.lemma.lower() not in _ANYBODY else ()


def _numbered(tree: Tree, harm: Harm) -> int | None:
    """Whose number it is: "the number of villagers killed rose to 40"."""
    tolls = tree.children(harm.word, "nsubj", "obj", "nsubj:pass") if harm.rule == "harm.toll" else []
    people = (t.index for toll in tolls for t in tree.children(toll.index, "nmod") if tree.case_of(t.index) == "of" and is_people(tree, t.index))
    return next(people, None)


def all_of_them(tree: Tree, harm: int) -> tuple[Party, ...]:
    """ "31 people had died in the strikes, all of them militants": who they all were, told behind the word of harm."""
    last = tree.reading.sentences[tree.tokens[harm].sentence].last
    words = [t.text.lower() for t in tree.tokens[harm:last]]
    at = next((n for n in range(len(words) - 3) if words[n : n + 2] == ["all", "of"] and words[n + 2] in ("them", "whom")), None)
    noun = next((t for t in tree.tokens[harm + at + 3 : last] if t.upos in ("NOUN", "PROPN", "VERB")), None) if at is not None else None
    return (party_of(tree, noun.index),) if noun is not None and noun.upos != "VERB" and is_people(tree, noun.index) else ()


def _loser(tree: Tree, harm: Harm) -> int | None:
    """Who loses the dead of "his men lost six dead", and of "put its losses at six killed"."""
    verb = tree.tokens[harm.word]
    if verb.lemma.lower() == "lose":
        clause = verb.head if verb.relation == "conj" and not tree.children(verb.index, "nsubj") else verb.index
        lost_by = next(iter(tree.children(clause, "nsubj")), None)
        if lost_by is not None and lost_by.text.lower() in _WHICH and tree.tokens[clause].relation == "acl:relcl":
            return tree.tokens[clause].head
        return None if lost_by is None else lost_by.index  # "Kyiv said that it had lost three soldiers": the reading knows who "it" is
    having = tree.tokens[verb.head] if verb.head >= 0 and verb.relation in ("obj", "xcomp") else None
    if having is not None and having.lemma.lower() in _HARM["losses"]["have"]:
        owner = next((t for t in tree.children(having.index, "nsubj") if _is_side(tree, t) or t.lemma.lower() in _ARMED), None)
        return None if owner is None else owner.index  # "the guard has nine dead"
    lost = _lost(tree, verb)
    modifiers = tree.children(lost.index, "nmod:poss", "amod", "compound", "nsubj") if lost is not None else []
    owner = next((t for t in modifiers if t.relation == "nmod:poss" or t.text.lower() in _OWN or _is_of_side(tree, t)), None)
    return None if owner is None else _owner_meant(tree, owner)


def _left_by(tree: Tree, harm: Harm) -> int | None:
    """Who left them, of "the troops fled, leaving 220 men killed", "the rebels withdrew, leaving behind 12 bodies"."""
    near = [tree.tokens[harm.word], *tree.ancestors(harm.word)][:3]
    leaving = next((t for t in near if t.text.lower() == "leaving"), None)
    if leaving is None:
        return None
    first = tree.reading.sentences[leaving.sentence].first
    fled = next((t for t in reversed(tree.tokens[first : leaving.index]) if t.upos == "VERB"), None)
    if fled is None or fled.lemma.lower() not in _HARM["left"]["verbs"]:
        return None
    subject = next((t for t in tree.children(fled.index, "nsubj") if t.lemma.lower() in _ARMED or _is_side(tree, t)), None)
    return None if subject is None else subject.index


def _lost(tree: Tree, word: Token) -> Token | None:
    """The word for the losses that a number is given of: "its losses", "the rebel casualties", "14 of its dead"."""
    if word.text.lower() in _LOST and any(t.text.lower() in _OWN for t in tree.children(word.index, "nmod:poss", "nsubj")):
        return word
    first = tree.reading.sentences[word.sentence].first
    near = [*tree.tokens[max(first, word.index - LOSSES) : word.index], *reversed(tree.children(word.index, "obj", "xcomp"))]
    return next((t for t in reversed(near) if t.text.lower() in _LOST), None)


def _is_of_side(tree: Tree, token: Token) -> bool:
    """Whether a modifier says whose losses: "Russian losses", "rebel losses", "army losses"."""
    return _is_side(tree, token) or token.lemma.lower() in PERSONS | _ARMED


def _is_side(tree: Tree, token: Token) -> bool:
    """Whether a modifier names a side: "Russian losses"."""
    name = tree.name_at(token.index)
    return name is not None and name.kind in ("norp", "organisation", "location")


def _owner_meant(tree: Tree, owner: Token) -> int | None:
    """ "Its losses" are those of the subject, or of whom "its" stands for."""
    if owner.upos != "PRON":
        return owner.index
    above = tree.tokens[owner.head].head
    for _ in range(_HIGH):
        before = [t for t in tree.children(above, "nsubj") if t.index < owner.index and t.text.lower() not in _WHICH] if above >= 0 else []
        subject = next((t for t in before if owner.index not in tree.subtree(t.index)), None)
        if subject is not None:
            return subject.index
        above = tree.tokens[above].head if above >= 0 else -1
    return owner.index if owner.index in tree.reading.antecedents else None


def _counted_people(tree: Tree, harm: Harm) -> int | None:
    """Whose number it is: "the number of villagers killed"."""
    below = _below_of(tree, harm.word)
    if tree.tokens[harm.word].text.lower() in _HARM["total"]["harmed"] and harm.word:
        before = tree.tokens[harm.word - 1 - (tree.tokens[harm.word - 1].text in _GENITIVE)]  # "put the army's dead at 20"
        below = before.index if before.upos == "NOUN" or _is_side(tree, before) else below  # "put the rebel dead at 20"
    if below is None or tree.tokens[below].lemma.lower() in _NOUNS:
        return None
    return below if is_people(tree, below) or tree.tokens[below].lemma.lower() in _ARMED else None


def as_people(tree: Tree, noun: int) -> Party:
    """Whom a word before a noun of harm means: "civilian deaths" are of civilians, "government losses" the government's."""
    party, token = party_of(tree, noun), tree.tokens[noun]
    is_kind = token.relation in ("amod", "compound") and token.lemma.lower() in PERSONS and not _is_side(tree, token)
    if not is_kind or party.name.lower().endswith("s"):
        return party
    return replace(party, name=party.name + ("S" if party.name.isupper() else "s"))


def _is_described(tree: Tree, noun: int) -> bool:
    """Whether a noun for anybody has a modifier that says who: "displaced people", but neither "other people" nor "people injured"."""
    modifiers = (t.text.lower() for t in tree.children(noun, "compound", "amod") if t.index < noun and t.upos != "NUM")
    return any(word not in _LEADING and word not in _ADJECTIVES for word in modifiers)


def _is_plain(tree: Tree, noun: int) -> bool:
    """A conjunct that shares the count: "12 soldiers and policemen", not "12 soldiers and three policemen"."""
    token = tree.tokens[noun]
    if token.lemma.lower() in _NOUNS and token.lemma.lower() not in _ANYBODY:
        return False  # "the killing of four officers and the wounding"
    is_one = any(t.text.lower() in INDEFINITE for t in tree.children(noun, "det"))  # "two women and a child"
    return token.upos in ("NOUN", "PROPN") and not has_number(tree, noun) and not is_one and token.lemma.lower() not in _HARM["collective"]["nouns"]


def has_number(tree: Tree, noun: int) -> bool:
    return any(number.index < noun for number in tree.children(noun, "nummod"))


def _owner(tree: Tree, noun: int) -> int | None:
    """ "12 deaths of soldiers", "several hundred Taliban casualties", "losses on it"."""
    if tree.tokens[noun].lemma.lower() not in _NOUNS:
        return None
    verb, takes = tree.tokens[noun].head, _NOUNS[tree.tokens[noun].lemma.lower()] == "captured"
    if (found := _inflicted_on(tree, noun)) is not None:
        return found
    if verb >= 0 and tree.tokens[noun].relation in ("obj", "conj") and (found := _by_verb(tree, verb, takes=takes)) is not None:
        return found
    below = [t for t in tree.children(noun, "nmod", "compound", "amod") if t.upos in ("NOUN", "PROPN", "ADJ") and t.lemma.lower() not in _NOUNS]
    if not below and verb >= 0 and tree.tokens[noun].relation == "nsubj:pass":
        below = [t for t in tree.children(verb, "obl") if tree.case_of(t.index) == "among"]  # "no casualties were reported among the guests"
    kinds = (PERSONS | _ARMED) - {"official"}  # "an official toll"
    named = [t for t in below if tree.name_at(t.index) or t.relation.startswith(("nmod", "obl")) or t.lemma.lower() in kinds]
    whose = _WHOSE if tree.tokens[noun].lemma.lower() not in _HELD else _WHOSE[:-1]  # "handed prisoners to the Red Cross"
    fitting = (t.index for t in named if t.lemma.lower() != "war" and tree.case_of(t.index) in whose)
    return next(fitting, None)


def _inflicted_on(tree: Tree, noun: int) -> int | None:
    """ "twenty casualties inflicted on the guard", "inflicting thousands of casualties on the attackers"."""
    done = [t.index for t in tree.children(noun, "acl") if t.lemma.lower() in _HARM["losses"]["inflict"] and not tree.children(t.index, "nsubj:pass")]
    top = tree.tokens[noun].head if tree.tokens[noun].relation == "nmod" and tree.tokens[noun].head < noun else noun
    above = tree.tokens[top].head
    if tree.tokens[top].relation == "obj" and above >= 0 and tree.tokens[above].lemma.lower() in _HARM["losses"]["inflict"]:
        done += [above, top, noun]
    on = [t.index for k in done for t in tree.children(k, "obl", "nmod", "obj") if tree.case_of(t.index) == "on" and t.index > noun]
    return on[0] if on else None


def _by_verb(tree: Tree, verb: int, *, takes: bool) -> int | None:
    """ "inflicted losses on them", "attacked the post, inflicting losses", "suffered losses"; who ``takes`` prisoners is not one."""
    low = tree.tokens[verb].lemma.lower()
    if low in _HARM["losses"]["suffer"] and not takes:
        return next((t.index for t in tree.children(verb, "nsubj")), None)
    if low not in _HARM["losses"]["inflict"]:
        return None
    on = [t for t in tree.children(verb, "obl", "nmod") if tree.case_of(t.index) == "on"]
    if on:
        return on[0].index
    before = tree.tokens[verb].head if tree.tokens[verb].relation in ("conj", "advcl") else -1
    struck = next((t for t in tree.children(before, "obj") if t.index > before), None) if before >= 0 else None
    if struck is not None and tree.tokens[verb].relation == "advcl" and not is_people(tree, struck.index):
        return None  # "blew up two pylons without inflicting casualties"
    return _whose(tree, struck) if struck else None


def _whose(tree: Tree, noun: Token) -> int:
    """The side that an act is of ("the Taliban attack"), or the noun itself."""
    sides = [t for t in tree.children(noun.index, "compound", "nmod", "amod") if (n := tree.name_at(t.index)) and n.kind in ("organisation", "norp")]
    return sides[0].index if sides else noun.index
