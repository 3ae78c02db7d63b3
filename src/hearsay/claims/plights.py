"""What befell people, told by where they are or go: over a border, out of a town on buses, in custody, in a besieged town."""

from collections.abc import Collection

from hearsay import lexicons
from hearsay.claims.harm_words import Harm
from hearsay.claims.phrases import Tree
from hearsay.records import Token

__all__ = ["LEFT_TOWN", "PLIGHTS", "crossed", "plight"]
_HARM = lexicons.load("harm")
LEFT_TOWN = "harm.left_town"  # tells of a flight if it is told of many: one who leaves a town may be on a journey

PLIGHTS = ("harm.custody", "harm.besieged", "harm.carried_out", LEFT_TOWN)  # "no one is in custody" counts nobody


def plight(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """What befell those that a verb, or a word with "is", is said of, by where they are or go."""
    if token.relation == "obj":
        return _carried_out(tree, token, verb)
    if not token.relation.startswith("nsubj"):
        return None
    return (
        _held(tree, verb)
        or _in_hands(tree, verb)
        or _shut_in(tree, token, verb)
        or (crossed(tree, token, verb) if token.relation == "nsubj" else None)
    )


def crossed(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """ "Twelve fighters fell in the defence of the town", "4,000 people crossed into the republic", "30 gave themselves up"."""
    return (
        _gave_up(tree, verb)
        or _became(tree, verb)
        or _took_refuge(tree, token, verb)
        or _left_home(tree, token, verb)
        or _fell(tree, token, verb)
        or _went_over(tree, token, verb)
    )


def _gave_up(tree: Tree, verb: Token) -> Harm | None:
    """ "They laid down their arms", "gave themselves up"."""
    arms, low = _HARM["arms"], verb.lemma.lower()
    if low in arms["verbs"] and _has(tree, verb, arms["nouns"], "obj") and "down" in _after(tree, verb):
        return Harm("surrendered", verb.index, "harm.arms", needs_people=True)
    if low in arms["handing"] and _has(tree, verb, arms["nouns"], "obj", "obl") and any(word in arms["in"] for word in _after(tree, verb)):
        return Harm("surrendered", verb.index, "harm.arms", needs_people=True)  # "handed in their weapons"
    is_over = low in arms["coming"] and _after(tree, verb) == ["over"]
    if is_over and any(t.lemma.lower() in arms["sides"] for t in tree.children(verb.index, "obl", "obj")):
        return Harm("surrendered", verb.index, "harm.come_over", needs_people=True)
    if low == "give" and _after(tree, verb) == ["up"] and not tree.children(verb.index, "obj", "xcomp", "ccomp"):
        return Harm("surrendered", verb.index, "harm.give_up", needs_people=True)  # "fourteen of them gave up"
    if low in arms["selves"] and any(t.text.lower() == "themselves" for t in tree.children(verb.index, "obj", "iobj")):
        return Harm("surrendered", verb.index, "harm.give_up", needs_people=True)
    return None


def _became(tree: Tree, verb: Token) -> Harm | None:
    """ "They became martyrs", "lost limbs"."""
    low = verb.lemma.lower()
    if low in _HARM["become_nouns"]["verbs"] and _has(tree, verb, _HARM["become_nouns"]["nouns"], "obj", "xcomp"):
        return Harm("killed", verb.index, "harm.become")
    given = [t for t in tree.children(verb.index, "obj") if t.lemma.lower() in _HARM["become_nouns"]["given"]]
    if any(t.lemma.lower() in _HARM["become_nouns"]["highest"] for noun in given for t in tree.children(noun.index, "amod")):
        return Harm("killed", verb.index, "harm.become")  # "made the supreme sacrifice"
    return Harm("wounded", verb.index, "harm.limbs") if low == "lose" and _has(tree, verb, _HARM["limbs"]["nouns"], "obj") else None


def _took_refuge(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """ "Some 40,000 sought refuge over the border"."""
    is_sheltered = verb.lemma.lower() in _HARM["refuge"]["verbs"] and _has(tree, verb, _HARM["refuge"]["nouns"], "obj")
    is_civil = _is_civil(token) or (token.upos == "PROPN" and token.text.endswith("s"))  # "185,000 Chechens"
    return Harm("displaced", verb.index, "harm.refuge", needs_people=True) if is_sheltered and is_civil else None


def _left_home(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """ "300 families fled their homes", "left Northville"."""
    is_home = _has(tree, verb, _HARM["homeless"]["places"], "obj")
    leaves = verb.lemma.lower() in _HARM["homeless"]["verbs"] and (is_home or any(_is_town(tree, t) for t in tree.children(verb.index, "obj")))
    return Harm("displaced", verb.index, "harm.homeless" if is_home else LEFT_TOWN, needs_people=True) if leaves and _is_civil(token) else None


def _fell(tree: Tree, token: Token, verb: Token) -> Harm | None:
    is_fallen = _has(tree, verb, _HARM["fallen"]["in"], "obl") or _is_bare_fall(tree, token, verb)
    return Harm("killed", verb.index, "harm.fallen", needs_people=True) if verb.lemma.lower() == "fall" and is_fallen else None


def _went_over(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """Over a border: "crossed into the republic", "crossed the river into the republic"."""
    beyond = [k for t in tree.children(verb.index, "obj") for k in tree.children(t.index, "nmod") if tree.case_of(k.index) == "into"]
    is_over = bool(beyond) or any(tree.case_of(t.index) in ("into", "to") for t in tree.children(verb.index, "obl"))
    name = tree.name_at(token.index)
    is_flight = verb.lemma.lower() in _HARM["crossing"]["verbs"] and is_over and (_is_civil(token) or (name is not None and name.kind == "norp"))
    return Harm("displaced", verb.index, "harm.crossed", needs_people=True) if is_flight else None


def _has(tree: Tree, verb: Token, nouns: Collection[str], *relations: str) -> bool:
    """Whether one of the nouns hangs on the verb."""
    return any(t.lemma.lower() in nouns for t in tree.children(verb.index, *relations))


def _is_civil(token: Token) -> bool:
    """A bare number, or a word for people who flee."""
    return token.upos == "NUM" or token.lemma.lower() in _HARM["crossing"]["nouns"]


def _is_town(tree: Tree, token: Token) -> bool:
    name = tree.name_at(token.index)
    return name is not None and name.kind == "location"


def _after(tree: Tree, verb: Token) -> list[str]:
    """The word behind a verb, as a particle stands, whatever the tree takes it for."""
    return [t.text.lower() for t in tree.tokens[verb.index + 1 : verb.index + 2]]


def _is_bare_fall(tree: Tree, token: Token, verb: Token) -> bool:
    """ "Only eight of its fighters had fallen": those who fight, and nothing that they fall to, from or back."""
    people = [token.lemma.lower(), *(t.lemma.lower() for t in tree.children(token.index, "nmod"))]
    behind = tree.children(verb.index, "obl", "obj", "xcomp", "advmod", "compound:prt", "advcl")
    return any(word in _HARM["fallen"]["fighters"] for word in people) and not any(t.index > verb.index for t in behind)


def _held(tree: Tree, place: Token) -> Harm | None:
    """ "More than 40 fighters are in custody", "twelve remain in detention"."""
    where = (
        [place] if tree.children(place.index, "cop") else tree.children(place.index, "obl") if place.lemma.lower() in _HARM["stay"]["verbs"] else []
    )
    is_held = any(t.lemma.lower() in _HARM["take"]["into"] and tree.case_of(t.index) in ("in", "under") for t in where)
    return Harm("captured", place.index, "harm.custody", needs_people=True) if is_held else None


def _in_hands(tree: Tree, verb: Token) -> Harm | None:
    """ "Nine soldiers fell into rebel hands"."""
    hands = [t for t in tree.children(verb.index, "obl") if t.lemma.lower() == "hand" and tree.case_of(t.index) == "into"]
    return Harm("captured", verb.index, "harm.custody", needs_people=True) if hands and verb.lemma.lower() == "fall" else None


def _shut_in(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """ "About 40,000 people live in the besieged town", "remain in the enclave, which is under siege", "are believed to be in"."""
    inner = [t for t in tree.children(verb.index, "xcomp") if _is_staying(tree, t)] if verb.lemma.lower() in _HARM["become"]["verbs"] else []
    places = [t for word in (verb, *inner) if _is_staying(tree, word) for t in (token, *_places(tree, word))]  # a clause may hang on the people
    is_shut = any(_is_besieged(tree, place) for place in places)
    return Harm("trapped", verb.index, "harm.besieged", needs_people=True) if is_shut else None


def _is_staying(tree: Tree, word: Token) -> bool:
    """Whether a word tells that somebody is or stays at a place."""
    return word.lemma.lower() in _HARM["stay"]["verbs"] or bool(tree.children(word.index, "cop"))


def _places(tree: Tree, word: Token) -> list[Token]:
    """Where somebody is: what hangs on the verb with "in", or the word itself after "to be in"."""
    hung = [t for t in tree.children(word.index, "obl") if tree.case_of(t.index) in ("in", "inside", "under")]
    return [word, *hung] if tree.case_of(word.index) in ("in", "inside") else hung


def _is_besieged(tree: Tree, place: Token) -> bool:
    words = _HARM["besieged"]
    if place.lemma.lower() in words["nouns"] and tree.case_of(place.index) == "under":
        return True
    if any(t.text.lower() in words["adjectives"] for t in tree.children(place.index, "amod", "compound")):
        return True
    below = [k for t in tree.children(place.index, "acl", "nmod") for k in (t, *tree.children(t.index, "obl"))]
    return any(
        t.lemma.lower() in words["verbs"]
        or t.text.lower() in words["adjectives"]
        or (t.lemma.lower() in words["nouns"] and tree.case_of(t.index) == "under")
        for t in below
    )


def _carried_out(tree: Tree, token: Token, verb: Token) -> Harm | None:
    """ "Six buses carrying 300 villagers left the town": those whom buses carry out."""
    words = _HARM["carried_out"]
    vehicle = tree.tokens[verb.head] if verb.head >= 0 and verb.relation.startswith("acl") else None
    if verb.lemma.lower() not in words["verbs"] or vehicle is None or vehicle.lemma.lower() not in words["vehicles"]:
        return None
    is_civil = _is_civil(token) or token.lemma.lower() in words["people"]
    leaves = vehicle.relation.startswith("nsubj") and tree.tokens[vehicle.head].lemma.lower() in words["leaving"]
    return Harm("displaced", verb.index, "harm.carried_out", needs_people=True) if leaves and is_civil else None
