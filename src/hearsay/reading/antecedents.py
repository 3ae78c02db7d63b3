"""Whom a pronoun or a short description stands for, within one document."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay import lexicons
from hearsay.records import Name, Token

_KINDS = lexicons.load("speech")["kinds"]
_PEOPLE = frozenset(lexicons.load("speech")["plural"]) | frozenset(lexicons.load("speech")["role"]["words"])
_BODIES = frozenset(word for kind in ("government", "party", "organisation") for word in _KINDS[kind]) - _PEOPLE
_ARMED = (frozenset(_KINDS["party"]) & _BODIES) | lexicons.words("pronoun", "many", "bodies")
_STATE = lexicons.words("naming", "bodies")
_CAPITALS = lexicons.words("pronoun", "seats", "capitals")
_TROOPS = lexicons.words("pronoun", "many", "troops")
_THEMSELVES = {"it": False, "its": False, "they": True, "their": True}  # whether it is of many
_DEEDS = lexicons.words("happening", "generic", "nouns") | lexicons.words("happening", "echo", "single")
_OURS, _MARKS = frozenset(("we", "our", "us")), frozenset('"“«„')
_CLAIMS = lexicons.words("speech", "nominal", "nouns")
SHORT = 2  # words of a name that any of them may take up
BACK = 3  # sentences that are looked back over
FAR = 40  # words between a subject and its verb


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name: its head word, its kind, and the words that describe it (in apposition, or before it)."""

    head: int
    kind: str
    words: frozenset[str]
    sentence: int


def antecedents_of(tokens: Sequence[Token], names: Sequence[Name]) -> dict[int, int]:
    """Maps the word of a pronoun, or the head of a bare description ("the minister"), to the head word of the name it stands for.

    Within what a body says, "it" is that body. Else a pronoun goes back to the nearest fitting subject, then to the nearest fitting name, at most
    three sentences back; a description to the nearest name that bears its noun ("the front": "Afghan National Resistance Front") or is described by
    it ("the spokesman").
    """
    table = lexicons.load("pronoun")
    told = [name for name in names if not _is_agency(tokens, name)]
    named = [_mention(tokens, name) for name in told if name.kind in ("person", "organisation", "location", "norp")]
    described = _by_word(named)
    inside = {k: name.kind for name in names for k in range(name.first, name.last)}
    told_of = [t for t in tokens if t.index not in inside and _is_body(t)]
    kinds_of = {True: "organisation", False: "institution"}  # many people, or but one body
    bodies = [_Mention(t.index, kinds_of[t.text.lower() in _ARMED], frozenset(), t.sentence) for t in told_of]
    many = [_Mention(t.index, "people", frozenset(), t.sentence) for t in tokens if t.index not in inside and _are_many(t)]
    mentions = sorted([*named, *bodies, *many], key=lambda mention: mention.head)
    out: dict[int, int] = {}
    for token in tokens:
        kinds = table["kinds"].get(token.text.lower()) if token.upos in ("PRON", "DET") else None
        if kinds and _are_others(tokens, token):
            continue
        if kinds:
            found = _driven_out(tokens, token)
            found = _saying(tokens, inside, token) if found is None else found
            found = _again(tokens, mentions, out, token) if found is None else found
            found = _own_doer(tokens, mentions, inside, token) if found is None else found
            found = _nearest(tokens, mentions, token, kinds) if found is None else found
        elif token.upos in ("NOUN", "PROPN") and _is_bare(tokens, token):
            found = _described(described, token)
        else:
            continue
        if found is not None:
            out[token.index] = found
    return out


def _is_agency(tokens: Sequence[Token], name: Name) -> bool:
    """ "MANAGUA (UPI) -- Rebels ...": whose report it is, of which nothing is told."""
    around = [token.text for token in (tokens[max(name.first - 1, 0)], *tokens[name.last : name.last + 2])]
    return around[:2] == ["(", ")"] and around[2:] in (["-"], ["--"], ["–"], ["—"])


def _is_body(token: Token) -> bool:
    """A subject that is a body without being a name: "the military command", "the movement"."""
    return token.upos == "NOUN" and token.relation.startswith("nsubj") and token.text.lower() in _BODIES


def _are_many(token: Token) -> bool:
    """Subjects that are armed people without being a name: "the rebels", "government troops"."""
    return token.upos == "NOUN" and token.relation.startswith("nsubj") and token.text.lower() in _TROOPS


def _mention(tokens: Sequence[Token], name: Name) -> _Mention:
    head = next((k for k in range(name.first, name.last) if not name.first <= tokens[k].head < name.last), name.first)
    own = {tokens[k].lemma.lower() for k in range(name.first, name.last)}
    words = own if name.last - name.first <= SHORT else own - _STATE  # "the army" is no "Free Valley Army"
    for token in tokens[max(0, name.first - 12) : name.last + 12]:
        if token.sentence == tokens[head].sentence and _describes(tokens, token, head):
            words.add(token.lemma.lower())
    return _Mention(head, name.kind, frozenset(words), tokens[head].sentence)


def _describes(tokens: Sequence[Token], token: Token, head: int) -> bool:
    """A noun in apposition to the name, or before it in one phrase ("Defence Minister X", "a spokesman, X")."""
    if token.upos not in ("NOUN", "PROPN"):
        return False
    if token.head == head and token.relation in ("appos", "compound", "nmod:desc", "flat"):
        return True
    return tokens[head].head == token.index and tokens[head].relation in ("appos", "flat", "nmod:desc")


def _are_others(tokens: Sequence[Token], pronoun: Token) -> bool:
    """ "We lost two men. They lost twenty": in a quotation, whoever is set against its speaker, and has not been named by what stands before."""
    if not _THEMSELVES.get(pronoun.text.lower()):
        return False
    before = tokens[max(0, pronoun.index - FAR) : pronoun.index]
    near = [token.text.lower() for token in before if pronoun.sentence - token.sentence <= 1 and token.text != "US"]
    opened = max((at for at, text in enumerate(near) if text in _MARKS), default=-1)
    return opened >= 0 and not _OURS.isdisjoint(near[opened:])


def _saying(tokens: Sequence[Token], kinds: Mapping[int, str], pronoun: Token) -> int | None:
    """ "Russia denied that [it] had bombed", "the rebels said [their] men", "the army's claim that [it] had": the body that says or denies the clause
    which the pronoun is in."""
    is_many, at = _THEMSELVES.get(pronoun.text.lower()), pronoun
    while is_many is not None and at.head >= 0:
        above = tokens[at.head]
        if at.relation == "ccomp" and at.index > above.index:
            subject = _subject(tokens, above) or (_subject(tokens, tokens[above.head]) if above.relation == "conj" else None)
            if subject is not None:
                return subject.index if _can_be(subject, kinds.get(subject.index), is_many=is_many) else None
        if at.relation == "acl" and above.lemma.lower() in _CLAIMS and (author := _author(tokens, above)) is not None:
            return author.index if _can_be(author, kinds.get(author.index), is_many=is_many) else None
        at = above
    return None


def _author(tokens: Sequence[Token], claim: Token) -> Token | None:
    """Whose a claim is: "the ministry denied a report by the [rebels] that they had taken the town"."""
    near = tokens[max(0, claim.index - FAR) : claim.index + FAR]
    by = {t.head for t in near if t.relation == "case" and t.text.lower() in ("by", "from")}
    below = (t for t in near if t.head == claim.index and t.upos in ("NOUN", "PROPN"))
    return next((t for t in below if t.relation == "nmod:poss" or (t.relation == "nmod" and t.index in by)), None)


def _own_doer(tokens: Sequence[Token], mentions: Sequence[_Mention], kinds: Mapping[int, str], pronoun: Token) -> int | None:
    """ "The air force stepped up [its] raids": the body that is the subject of the verb, if nothing else is named between."""
    is_many, at = _THEMSELVES.get(pronoun.text.lower()), pronoun
    if is_many is None or pronoun.relation != "nmod:poss" or tokens[pronoun.head].lemma.lower() not in _DEEDS:
        return None  # "planes bombed their positions": of others
    while at.head >= 0 and at.upos != "VERB":
        at = tokens[at.head]
    subject = _subject(tokens, at) if at.upos == "VERB" and at.index < pronoun.index else None
    if subject is None or not _can_be(subject, kinds.get(subject.index), is_many=is_many):
        return None
    return None if any(at.index < mention.head < pronoun.index for mention in mentions) else subject.index


def _again(tokens: Sequence[Token], mentions: Sequence[_Mention], known: Mapping[int, int], pronoun: Token) -> int | None:
    """ "positions they had taken when [they] attacked": the same word again in a sentence, with nobody named between."""
    before = reversed(tokens[max(0, pronoun.index - FAR) : pronoun.index])
    last = next((t for t in before if t.sentence == pronoun.sentence and t.text.lower() == pronoun.text.lower() and t.index in known), None)
    return None if last is None or any(last.index < mention.head < pronoun.index for mention in mentions) else known[last.index]


def _driven_out(tokens: Sequence[Token], pronoun: Token) -> int | None:
    """ "pushed the rebels out of positions that [they] had occupied": whoever is driven from it."""
    clause = tokens[pronoun.head] if pronoun.text.lower() == "they" and pronoun.relation.startswith("nsubj") and pronoun.head >= 0 else None
    if clause is None or not clause.relation.startswith("acl") or tokens[clause.head].relation not in ("obl", "nmod"):
        return None
    place = tokens[clause.head]
    cases = [t.text.lower() for t in tokens[max(0, place.index - FAR) : place.index] if t.head == place.index and t.relation == "case"]
    driven = next((t for t in reversed(tokens[max(0, place.index - FAR) : place.index]) if t.head == place.head and t.relation == "obj"), None)
    if driven is None and place.relation == "nmod":
        driven = tokens[place.head] if tokens[place.head].relation == "obj" else None
    is_from = "from" in cases or {"out", "of"} <= set(cases)
    return driven.index if driven is not None and is_from else None


def _subject(tokens: Sequence[Token], verb: Token) -> Token | None:
    before = tokens[max(0, verb.index - FAR) : verb.index]
    return next((t for t in reversed(before) if t.head == verb.index and t.relation == "nsubj"), None)


def _can_be(subject: Token, kind: str | None, *, is_many: bool) -> bool:
    """Whether a subject is a body that "it" can stand for, or, of many, whom "they" can."""
    if subject.text.lower() in _CAPITALS:
        return not is_many  # whatever the reader took it for
    if kind is not None or subject.upos == "PROPN":
        return kind not in ("person", "date") and not (is_many and kind == "location")
    is_plural = subject.upos == "NOUN" and subject.text.lower() != subject.lemma.lower()
    return is_plural or subject.text.lower() in _ARMED if is_many else subject.text.lower() in _BODIES


def _nearest(tokens: Sequence[Token], mentions: Sequence[_Mention], token: Token, kinds: Sequence[str]) -> int | None:
    best: tuple[float, int] | None = None
    doer = _own_subject(tokens, token)
    for mention in reversed(mentions):
        if mention.sentence < token.sentence - BACK:
            break
        if mention.head >= token.index or mention.kind not in kinds or _is_other_gender(tokens, mention, token):
            continue
        if doer is not None and _is_below(tokens, mention.head, doer):
            continue
        back = token.sentence - mention.sentence
        rank = -3.0 * back + _salience(tokens, mention.head) - 0.01 * (token.index - mention.head)
        best = max(best, (rank, mention.head)) if best else (rank, mention.head)
    return best[1] if best else None


def _own_subject(tokens: Sequence[Token], pronoun: Token) -> int | None:
    """The subject of the verb whose object a pronoun is, or is in: "the army shot 70 of [them]" is not of the army."""
    if pronoun.text.lower() not in ("them", "him", "her") or not pronoun.relation.startswith(("obj", "nmod", "obl")) or pronoun.head < 0:
        return None
    verb = pronoun.head
    while tokens[verb].relation in ("nmod", "nummod", "conj") and tokens[verb].upos != "VERB" and tokens[verb].head >= 0:
        verb = tokens[verb].head
    verb = tokens[verb].head if tokens[verb].upos != "VERB" and tokens[verb].relation in ("obj", "nsubj:pass") else verb
    subject = _subject(tokens, tokens[verb]) if verb >= 0 else None
    return None if subject is None else subject.index


def _is_below(tokens: Sequence[Token], word: int, top: int) -> bool:
    """Whether a word is part of the phrase of another."""
    while word >= 0 and word != top:
        word = tokens[word].head
    return word == top


def _is_other_gender(tokens: Sequence[Token], mention: _Mention, pronoun: Token) -> bool:
    """Whether a person's given name is known as one that "he" or "she" does not fit."""
    given = lexicons.load("given_name")
    wrong = {"he": "she", "him": "she", "his": "she", "she": "he", "her": "he", "hers": "he"}.get(pronoun.text.lower())
    return wrong is not None and mention.kind == "person" and tokens[mention.head].text.lower() in given[wrong]


def _salience(tokens: Sequence[Token], head: int) -> float:
    """Subjects are taken up again more often than objects, and those more often than modifiers."""
    relation = tokens[head].relation
    if relation.startswith("nsubj"):
        return 3.0
    if relation in ("appos", "flat") and tokens[head].head >= 0 and tokens[tokens[head].head].relation.startswith("nsubj"):
        return 3.0
    return {"obj": 1.0, "obl": 0.5, "obl:agent": 1.5}.get(relation, 0.0)


def _is_bare(tokens: Sequence[Token], token: Token) -> bool:
    """ "the minister", "the Front": a definite article and nothing else before the noun."""
    before = tokens[token.index - 1] if token.index else None
    return before is not None and before.text.lower() == "the" and before.sentence == token.sentence and token.relation not in ("compound", "flat")


def _by_word(mentions: Sequence[_Mention]) -> dict[str, list[int]]:
    """For each describing word the heads of the mentions that it describes, in order."""
    out: dict[str, list[int]] = defaultdict(list)
    for mention in mentions:
        for word in mention.words:
            out[word].append(mention.head)
    return out


def _described(described: Mapping[str, list[int]], token: Token) -> int | None:
    heads = described.get(token.lemma.lower(), [])
    at = bisect_left(heads, token.index - 1)
    return heads[at - 1] if at else None
