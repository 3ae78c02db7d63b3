"""Whose people a bare number is of, by the words about it: "30 dead on the government side", "a family of six", "dozens, mostly women"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims.count import Count
from hearsay.claims.counted import PERSONS, as_people
from hearsay.claims.phrases import Tree, party_of, resolved
from hearsay.claims.telling import Telling
from hearsay.records import Party, Token

_HARM = lexicons.load("harm")
_BODIES = lexicons.words("harm", "left", "nouns")
_ABANDON = lexicons.words("harm", "left", "abandon")
_HELD = lexicons.words("harm", "held", "nouns")
_HARMED = frozenset(_HARM["adjective"])
_MOSTLY = lexicons.words("harm", "part", "mostly")
_HOMES = lexicons.words("harm", "part", "homes")
_SIDES = lexicons.words("happening", "classes", "armed")
_NO_SIDES = frozenset(("they", "we", "he", "who", "side", "party", "member"))
_GROUPS = frozenset(("group", "band", "crowd", "column", "team", "party"))
_KINDS = frozenset(("norp", "organisation"))
_MARKS = frozenset((",", "-", "–", "—", '"', "“", "("))
_FAR = 4  # words from a number to "mostly women"


def named(tree: Tree, count: Count) -> Count:
    """The count with those whom the words about it name, if it has nobody yet."""
    if count.victims or count.is_declined:
        return count
    ways: Sequence[Callable[[Tree, Count], tuple[Party, ...]]] = (_on_side, _of_those_who_left, _of_held, _of_family, _of_most)
    return replace(count, victims=next((whose for way in ways if (whose := way(tree, count))), ()))


def struck(tree: Tree, telling: Telling, counts: Sequence[Count]) -> list[Count]:
    """ "Gunmen attacked soldiers near the town, killing three", "stormed an army post, killing three": three of those whom the attack struck."""
    hit = next((whose for party in telling.targets if (whose := _struck(tree, party))), ())
    return [replace(count, victims=hit) if _is_of_struck(tree, telling, count) else count for count in counts]


def is_side(tree: Tree, token: Token) -> bool:
    """Whether a word names armed people, or a people: "army", "rebels", "Taliban"."""
    name, low = tree.name_at(token.index), token.lemma.lower()
    return (low in _SIDES and low not in _NO_SIDES) or (name is not None and name.kind in _KINDS)


def _is_of_struck(tree: Tree, telling: Telling, count: Count) -> bool:
    verb = tree.tokens[count.harm]
    is_bare = not any(tree.tokens[k].upos in ("NOUN", "PROPN") for k in range(count.first, count.last))
    is_behind = telling.trigger < verb.index < count.first and verb.text.lower().endswith("ing")
    return not count.victims and is_bare and is_behind and count.measure in ("killed", "wounded", "casualties", "captured")


def _struck(tree: Tree, party: Party) -> tuple[Party, ...]:
    """Those who were struck: the people named, or those whose post, patrol or bus it was."""
    head = next((t for t in tree.tokens if t.end == party.end), None)
    if head is None:
        return ()
    is_group = head.lemma.lower() in _GROUPS and tree.name_at(head.index) is None  # "a group of civilians" is struck as those are
    if (is_side(tree, head) and not is_group) or (head.lemma.lower() in PERSONS and head.text.lower() != head.lemma.lower()):
        return (party,)
    below = [t for t in tree.children(head.index, "compound", "amod", "nmod", "nmod:poss") if is_side(tree, t) or _are_people_of(tree, t)]
    return (as_people(tree, below[0].index),) if below else ()


def _are_people_of(tree: Tree, token: Token) -> bool:
    """ "A vehicle of deminers"."""
    is_many = token.text.lower() != token.lemma.lower()
    return (
        token.lemma.lower() in PERSONS and (is_many or token.relation == "compound") and tree.case_of(token.index) in ("", "of", "with", "carrying")
    )


def _on_side(tree: Tree, count: Count) -> tuple[Party, ...]:
    """ "Thirty dead on the government side"."""
    after = [t for t in tree.tokens[count.last : count.last + _FAR + 2] if t.sentence == tree.tokens[count.first].sentence]
    at = next((n for n, t in enumerate(after[:-2]) if t.text.lower() == "on" and after[n + 1].text.lower() == "the"), None)
    side = after[at + 2] if at is not None else None
    is_one = side is not None and at is not None and [t.lemma.lower() for t in after[at + 3 : at + 4]] == ["side"]
    return (as_people(tree, side.index),) if side is not None and is_one and (is_side(tree, side) or tree.name_at(side.index)) else ()


def _of_those_who_left(tree: Tree, count: Count) -> tuple[Party, ...]:
    """ "The attackers leaving behind 40 corpses", "they abandoned 35 bodies on the ground"."""
    noun = tree.tokens[count.last - 1]
    verb = tree.tokens[noun.head] if noun.head >= 0 else noun
    if noun.lemma.lower() not in _BODIES or verb.lemma.lower() not in _ABANDON or noun.relation not in ("obj", "obl"):
        return ()
    above = [verb, *tree.ancestors(verb.index)][:3]
    subject = next((t for k in above for t in tree.children(k.index, "nsubj", "nsubj:pass")), None)
    if subject is None or (subject.upos == "PRON" and resolved(tree, subject.index) == subject.index):
        return ()
    return (replace(party_of(tree, noun.index), name=party_of(tree, subject.index).name),) if _is_anybody_armed(tree, subject) else ()


def _is_anybody_armed(tree: Tree, subject: Token) -> bool:
    meant = tree.tokens[resolved(tree, subject.index)]
    return is_side(tree, meant) or meant.lemma.lower() in PERSONS


def _of_held(tree: Tree, count: Count) -> tuple[Party, ...]:
    """ "Freed nine hostages", "still hold six foreign hostages"; "took 12 prisoners" does not say whom."""
    noun = next((tree.tokens[k] for k in reversed(range(count.first, count.last)) if tree.tokens[k].lemma.lower() in _HELD), None)
    if noun is None or count.measure != "captured" or noun.text.lower() == noun.lemma.lower():
        return ()
    verb = tree.tokens[noun.head] if noun.head >= 0 else noun
    return () if verb.lemma.lower() in ("take", "capture", "seize") else (party_of(tree, noun.index),)


def _of_family(tree: Tree, count: Count) -> tuple[Party, ...]:
    """ "A family of six"."""
    before = tree.tokens[max(0, count.first - 2) : count.first]
    is_one = [t.text.lower() for t in before[1:]] == ["of"] and before[0].lemma.lower() in _HOMES
    return (party_of(tree, before[0].index),) if is_one else ()


def _of_most(tree: Tree, count: Count) -> tuple[Party, ...]:
    """ "Dozens, mostly women and children", "29 dead, mainly young people"."""
    last = tree.reading.sentences[tree.tokens[count.first].sentence].last
    after = [t for t in tree.tokens[count.last : min(count.last + _FAR, last)] if t.text not in _MARKS]
    mostly = next((t for t in after if t.text.lower() in _MOSTLY), None)
    if mostly is None or any(t.upos == "VERB" and t.text.lower() not in _HARMED for t in after if t.index < mostly.index):
        return ()
    noun = next((t for t in tree.tokens[mostly.index + 1 : min(mostly.index + _FAR, last)] if t.upos in ("NOUN", "PROPN")), None)
    if noun is None or noun.lemma.lower() not in PERSONS | {"people", "folk"}:
        return ()
    return tuple(party_of(tree, k) for k in tree.conjuncts(noun.index))
