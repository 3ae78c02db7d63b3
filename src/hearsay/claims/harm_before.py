"""What happened to those that a number counts, by the count before it: a part of those, more of them, the same told again."""

from itertools import pairwise

from hearsay import lexicons
from hearsay.claims.count import Count
from hearsay.claims.counted import CLOSE, PARTS, said_to_be, top_of
from hearsay.claims.harm_words import ADJECTIVES, Harm
from hearsay.claims.phrases import Tree
from hearsay.claims.quantities import Quantity

_HARM = lexicons.load("harm")
_PEOPLE = lexicons.words("people", "nouns") | lexicons.words("people", "crowds")
_SAYING = frozenset(("say", "claim", "count", "report", "give", "list", "document"))
_AGAIN = frozenset(("it", "them", "this", "that", "figure", "number", "toll", "count"))


def told_by(tree: Tree, number: Quantity, top: int, noun: int | None, before: Count | None) -> Harm | None:
    """The harm that a number takes over from the count ``before``; ``top`` is the number's word that hangs outside it, ``noun`` what it counts."""
    node = top if noun is None else noun
    return (
        _joined_to(tree, number.first, noun, before)
        or _part_of(tree, number, before)
        or _among_them(tree, node, before)
        or _of_them(tree, number, before)
        or (_elsewhere(tree, number, before) if noun is None else None)
        or _against(tree, number, before)
        or (_told_again(tree, number, before) if noun is None else None)
        or _as_were(tree, number.first, before)
        or _of_which(tree, top, number, before)
    )


def _joined_to(tree: Tree, first: int, noun: int | None, before: Count | None) -> Harm | None:
    """ "killing three militants and 13 civilians": people counted right behind a count are harmed as those are."""
    if before is None or noun is None or before.is_declined or tree.tokens[noun].lemma.lower() not in _PEOPLE or before.last > first:
        return None
    between = [t.text.lower() for t in tree.tokens[before.last : first]]
    is_joined = between in (["and"], [","], [",", "and"]) and tree.tokens[first].sentence == tree.tokens[before.last - 1].sentence
    return Harm(before.measure, before.harm, "harm.joined", is_total=before.is_total, is_part=before.is_part) if is_joined else None


def is_of_them(tree: Tree, number: Quantity, end: int, before: Count, harm: Harm) -> bool:
    """ "killed 25 civilians, six of them children": a part of the count before it in the sentence."""
    words = [t.text.lower() for t in tree.tokens[number.first : min(end + 2, len(tree.tokens))]]
    is_near = tree.tokens[before.last - 1].sentence == tree.tokens[number.first].sentence and before.measure == harm.measure
    return is_near and any(pair in (["of", "them"], ["of", "whom"]) for pair in ([a, b] for a, b in pairwise(words)))


def _of_them(tree: Tree, number: Quantity, before: Count | None) -> Harm | None:
    """ "22 people were shot, six of them children", where the tree does not say so."""
    words = [t.text.lower() for t in tree.tokens[number.last : number.last + 2]]
    is_near = before is not None and not before.is_declined and tree.tokens[before.last - 1].sentence == tree.tokens[number.first].sentence
    is_less = before is not None and number.low is not None and number.low <= (before.low or 0)
    if before is None or not is_near or not is_less or words not in (["of", "them"], ["of", "whom"]):
        return None
    return Harm(before.measure, before.harm, "harm.part", is_total=before.is_total, is_part=True)


def _elsewhere(tree: Tree, number: Quantity, before: Count | None) -> Harm | None:
    """ "Three people died in the province, one in Marra and two in Bel", "100 this year, 30 this month alone": what befell some of them there or
    then."""
    if before is None or before.is_declined or number.last + 1 >= len(tree.tokens) or not number.first:
        return None
    led, case, place = tree.tokens[number.first - 1], tree.tokens[number.last], tree.name_at(number.last + 1)
    is_at = (case.text.lower() in ("in", "near", "at") and place is not None and place.kind == "location") or _is_then(tree, number.last)
    is_listed = led.text.lower() in (",", "and") and led.sentence == tree.tokens[before.last - 1].sentence
    is_less = number.low is not None and (before.is_part or number.low <= (before.low or 0))
    return Harm(before.measure, before.harm, "harm.part", is_total=before.is_total, is_part=True) if is_at and is_listed and is_less else None


def _is_then(tree: Tree, at: int) -> bool:
    """ "in this month", "this week": a time of its own."""
    words = [t.text.lower() for t in tree.tokens[at : at + 4]]
    words = words[1:] if words[:1] == ["in"] else words
    return words[:1] != [] and words[0] in _HARM["then"]["pointing"] and not set(words[1:3]).isdisjoint(_HARM["then"]["units"])


def _against(tree: Tree, number: Quantity, before: Count | None) -> Harm | None:
    """ "478 people were killed, against 520 in the year before", "120 wounded, up from 80": the same harm at another time."""
    words = [t.text.lower() for t in tree.tokens[max(0, number.first - 2) : number.first]]
    if before is None or before.is_declined or len(words) < 2 or tree.tokens[before.last - 1].sentence != tree.tokens[number.first].sentence:
        return None
    is_compared = words[-1] in _HARM["against"]["words"] and (words[-2] in _HARM["against"]["before"] or words[-1] in ("against", "versus"))
    return Harm(before.measure, before.harm, "harm.against", is_total=before.is_total) if is_compared else None


def _told_again(tree: Tree, number: Quantity, before: Count | None) -> Harm | None:
    """ "Aid workers speak of 430 dead. The Red Cross says 265.", "The council puts them at 3,000": another voice's number for the same."""
    if before is None or before.is_declined or tree.tokens[number.first].sentence - tree.tokens[before.last - 1].sentence > 1:
        return None
    token = tree.tokens[top_of(tree, number.first, number.last)]
    verb = tree.tokens[token.head] if token.head >= 0 else None
    if verb is None or token.upos != "NUM" or tree.children(token.index, "nmod", "nsubj"):
        return None
    is_said = token.relation in ("obj", "ccomp", "xcomp") and verb.lemma.lower() in _SAYING
    objects = [t for t in tree.children(verb.index, "obj", "nsubj:pass") if not tree.children(t.index, "nmod")]  # not "the number of attackers"
    taken_up = any(t.text.lower() in _AGAIN for t in objects)
    is_put = verb.lemma.lower() in _HARM["total"]["put"] and tree.case_of(token.index) == "at" and taken_up
    return Harm(before.measure, token.index, "harm.again", is_total=before.is_total) if is_said or is_put else None


def _among_them(tree: Tree, node: int, before: Count | None) -> Harm | None:
    """ "Among them were six children": of those counted in the sentence before."""
    if before is None or tree.tokens[node].sentence - tree.tokens[before.last - 1].sentence > 1:
        return None
    near = [tree.tokens[node], *tree.ancestors(node)][:3]
    for token in [c for t in near for c in [t, *tree.children(t.index, "obl", "nmod")]]:
        if token.text.lower() in ("them", "those") and tree.case_of(token.index) == "among":
            return Harm(before.measure, before.harm, "harm.among", is_total=before.is_total, is_part=True)
    return None


def _as_were(tree: Tree, first: int, before: Count | None) -> Harm | None:
    """ "90 civilians were wounded, as were 17 soldiers"."""
    words = [t.text.lower() for t in tree.tokens[max(0, first - 2) : first]]
    is_same = before is not None and tree.tokens[before.last - 1].sentence == tree.tokens[first].sentence
    return Harm(before.measure, before.harm, "harm.as") if before and is_same and words in (["as", "were"], ["as", "was"], ["so", "were"]) else None


def _of_which(tree: Tree, top: int, number: Quantity, before: Count | None) -> Harm | None:
    """ "Five people were killed. Two were children": a part of the count before, in the sentence or the one before."""
    if before is None or before.is_declined or not _is_described(tree, top) or (number.low or 0) >= (before.low or 0):
        return None
    is_near = tree.tokens[top].sentence - tree.tokens[before.last - 1].sentence <= 1 and tree.tokens[top].upos == "NUM"
    return Harm(before.measure, before.harm, "harm.part", is_total=before.is_total, is_part=True) if is_near else None


def _is_described(tree: Tree, top: int) -> bool:
    """ "Two were nurses", "eleven were younger than 16"."""
    token = tree.tokens[top]
    said = tree.tokens[token.head] if token.relation == "nsubj" and token.head > top else None
    is_like = said is not None and said.upos == "ADJ" and bool(tree.children(said.index, "cop"))
    return is_like or bool(said_to_be(tree, top))


def listed(tree: Tree, number: Quantity, before: Count | None) -> Harm | None:
    """A part that "including" stands right before."""
    return _part_of(tree, number, before) if number.first and tree.tokens[number.first - 1].text.lower() in PARTS else None


def _part_of(tree: Tree, number: Quantity, before: Count | None) -> Harm | None:
    """ "killed 18 people including five children [and two women]": a part of the count just before, by the order of words alone."""
    first = number.first
    if before is None or first - before.last > CLOSE or tree.tokens[before.last - 1].sentence != tree.tokens[first].sentence:
        return None
    between = {t.text.lower() for t in tree.tokens[before.last : first]}
    if "among" in between and (number.low or 0) > (before.low or 0):
        return None  # "two nurses were among nine people killed": the nine are the whole
    is_listed = before.is_part and first - before.last <= 2 and between <= {",", "and"}
    behind = tree.tokens[first + 1].text.lower() if first + 1 < len(tree.tokens) else ""
    if before.measure == "casualties" and between & PARTS and behind in ("dead", "killed", "wounded", "injured"):
        return Harm(ADJECTIVES[behind], first + 1, "harm.part", is_part=True)  # "30 casualties, including 12 dead"
    if between & PARTS or is_listed:
        return Harm(before.measure, before.harm, "harm.part", is_total=before.is_total, is_part=True)
    return None
