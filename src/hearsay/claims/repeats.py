"""What a voice tells again: a count or a happening that it has given before is no second one."""

from collections import defaultdict
from collections.abc import Sequence

from hearsay import lexicons
from hearsay.claims.count import Count
from hearsay.claims.identities import is_one
from hearsay.claims.phrases import Tree
from hearsay.claims.teller import Told
from hearsay.claims.telling import Telling
from hearsay.records import Voice
from hearsay.records.claim import SPOKEN

_ATTACKS = tuple(lexicons.load("happening")["echo"]["kinds"])
_OWN = lexicons.words("speech", "performative", "own")
_POINTING = lexicons.words("happening", "pointing")
_PASSING = lexicons.words("happening", "passing")
_ELSEWHERE = lexicons.words("phrase", "elsewhere")
OPENING = 3  # words of a sentence that say that it tells of something else
CLAUSE = 5  # words that do not come again by chance
FEW = 3  # people: fewer than these come up again and again


def counted_once(tree: Tree, pairs: Sequence[tuple[Count, Told]]) -> tuple[list[tuple[Count, Told]], list[tuple[Count, Told]]]:
    """A count that the same voice gives twice is listed once, at its first mention; "another seven" are others. Also those left out."""
    out: list[tuple[Count, Told]] = []
    again: list[tuple[Count, Told]] = []
    seen: dict[tuple[str, int | None, int | None], list[tuple[Voice, Count]]] = defaultdict(list)
    for count, told in pairs:
        before, voice = seen[count.measure, count.low, count.high], told.chain[0]
        alike = (known for other, known in before if (told.is_ours or is_one(voice, other)) and _are_same(count, known))  # "we repeat: two fell"
        first = next((known for known in alike if not _are_of_two(tree, count, known, pairs)), None)
        if first is None or _is_of_others(tree, count):
            before.append((voice, count))
            out.append((count, told))
        else:
            again.append((count, told))
    return out, again


def _are_of_two(tree: Tree, count: Count, known: Count, pairs: Sequence[tuple[Count, Told]]) -> bool:
    """ "Five died and dozens were hurt" after "67 died and dozens were hurt": those beside whom they are counted tell that they are others."""
    beside = [_beside(tree, one, pairs) for one in (count, known)]
    return count.high is not None and count.low != count.high and all(beside) and beside[0].isdisjoint(beside[1])


def _beside(tree: Tree, count: Count, pairs: Sequence[tuple[Count, Told]]) -> set[tuple[str, int | None, int | None]]:
    """What a sentence counts beside a count, of another harm."""
    sentence = tree.tokens[count.first].sentence
    others = (other for other, _ in pairs if tree.tokens[other.first].sentence == sentence and other.measure != count.measure)
    return {(other.measure, other.low, other.high) for other in others if not other.is_part}


def is_counted_before(counts: Sequence[Count], telling: Telling, told: Told, counted: Sequence[tuple[Count, Telling, Told]]) -> bool:
    """Whether a happening is told again: all that it counts, its voice has counted in such a happening before, as "70" or "at least 70", and it
    names nobody else. A few people come up again by chance."""
    kinds = {telling.type} | (set(_ATTACKS) if telling.type in _ATTACKS else set())
    by = {party.name.casefold() for party in telling.actors}
    alike = [(count, other) for count, other, own in counted if other.type in kinds and is_one(told.chain[0], own.chain[0])]
    known = [count for count, other in alike if not _is_few(count) and by <= {party.name.casefold() for party in other.actors}]
    return bool(counts) and all(any(c.measure == k.measure and c.low == k.low and _are_same(c, k) for k in known) for c in counts)


def _is_of_others(tree: Tree, count: Count) -> bool:
    """ "another seven"; "In addition, two rebels were killed", of so few."""
    token = tree.tokens[count.first]
    first = tree.reading.sentences[token.sentence].first
    opening = {t.text.lower() for t in tree.tokens[first : first + OPENING]}
    return token.text.lower() == "another" or (_is_few(count) and not opening.isdisjoint(_ELSEWHERE))


def _is_few(count: Count) -> bool:
    return count.high is not None and count.high < FEW


def _are_same(count: Count, known: Count) -> bool:
    """One or two people told of twice need not be the same ones; a larger number that comes again is, unless it is said to be of others."""
    if _is_few(count) and (count.victims[:1] and known.victims[:1]) and "person" in (count.victims[0].kind, known.victims[0].kind):
        names = [set(_person(party.name)) for party in (count.victims[0], known.victims[0])]
        return names[0] <= names[1] or names[1] <= names[0]  # "Garcia", "Nelson Garcia"; not two of one family
    victims, others = _heads(count), _heads(known)
    if _is_few(count):
        return victims == others and bool(victims)
    return bool(victims & others) or not victims or not others


def _person(name: str) -> list[str]:
    return name.casefold().replace("-", " ").split()


def _heads(count: Count) -> frozenset[str]:
    """Whose people a count is of, by the last words of their names and of what they are called."""
    return frozenset(words.casefold().split()[-1] for party in count.victims for words in (party.name, party.surface) if words)


def told_once(tree: Tree, pairs: Sequence[tuple[Telling, Told]]) -> list[tuple[Telling, Told]]:
    """The same happening told twice by the same voice is one claim: the first mention."""
    out: list[tuple[Telling, Told]] = []
    seen = set()
    for telling, told in pairs:
        who = tuple(sorted(party.name.casefold() for party in telling.actors))
        whom = tuple(sorted(party.name.casefold() for party in telling.targets))
        key = (telling.type, telling.realis, told.chain[0].name.casefold(), who, whom)
        is_new = telling.type in SPOKEN or not (who and whom) or key not in seen or _owns_to_nothing_named(tree, telling)
        if is_new and not _points_back(tree, telling, told, out) and not _is_repeated(tree, telling, told, out):
            seen.add(key)
            out.append((telling, told))
    return out


def _owns_to_nothing_named(tree: Tree, telling: Telling) -> bool:
    """ "Has denied any involvement": in what, is taken from what was told before, and does not tell whether it is the same denial."""
    deeds = tree.children(telling.trigger, "obj") if telling.rule in _OWN else []
    return bool(deeds) and not any(tree.children(t.index, "nmod", "acl") for t in (*deeds, tree.tokens[telling.trigger]))


def _is_repeated(tree: Tree, telling: Telling, told: Told, before: Sequence[tuple[Telling, Told]]) -> bool:
    """Whether a voice has told it in the same words, as a page repeats its headline or a caption."""
    words = _words_of(tree, telling)
    apart = ((other, own) for other, own in before if other.last <= telling.first)
    known = (_words_of(tree, other) for other, own in apart if _are_told_alike((telling, told), (other, own)))
    return len(words.split()) >= CLAUSE and any(f" {words} " in f" {other} " for other in known)


def _are_told_alike(one: tuple[Telling, Told], other: tuple[Telling, Told]) -> bool:
    """Whether one voice tells both, of one type, as real or as unreal, and in one stance."""
    (first, by), (second, voice) = one, other
    is_voice = by.chain[0].name == voice.chain[0].name and by.stance == voice.stance
    return is_voice and first.type == second.type and first.realis == second.realis


def _words_of(tree: Tree, telling: Telling) -> str:
    return " ".join(t.text.lower() for t in tree.tokens[telling.first : telling.last] if t.upos != "PUNCT")


def _points_back(tree: Tree, telling: Telling, told: Told, before: Sequence[tuple[Telling, Told]]) -> bool:
    """ "The attack took place at dawn": what a voice has told before, with nobody new; of an outlet's own, also what others have told it."""
    pointing = any(t.text.lower() in _POINTING for t in tree.children(telling.trigger, "det"))
    if not pointing or tree.tokens[telling.trigger].upos == "VERB" or telling.type in SPOKEN:
        return False
    is_bare = len(told.chain) == 1 and _is_bare(tree, telling)
    names = [{party.name.casefold() for party in parties} for parties in (telling.actors, () if is_bare else telling.targets)]
    for other, own in before:
        known = [{party.name.casefold() for party in parties} for parties in (other.actors, other.targets)]
        is_kind = other.type == telling.type or (telling.type == "attack" and other.type in _ATTACKS)
        is_same = is_kind and (other.realis, own.stance) == (telling.realis, told.stance) and (is_bare or is_one(own.chain[0], told.chain[0]))
        if is_same and names[0] <= known[0] and names[1] <= known[1]:
            return True
    return False


def _is_bare(tree: Tree, telling: Telling) -> bool:
    """ "The attack came a day after the truce", "the raids left nine dead": when it was and whom it harmed, and no more."""
    token = tree.tokens[telling.trigger]
    is_plain = not tree.children(token.index, "nmod", "acl", "acl:relcl", "compound", "nmod:poss")
    return is_plain and token.relation == "nsubj" and tree.tokens[token.head].lemma.lower() in _PASSING
