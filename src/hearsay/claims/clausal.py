"""Sayings that the tree shows: verbs of saying with what they govern, nouns of saying, "according to", and silence."""

from collections.abc import Iterator, Sequence

from hearsay import lexicons
from hearsay.claims.phrases import Tree, phrase
from hearsay.claims.saying import Saying
from hearsay.claims.sources import ROLES
from hearsay.claims.triggers import is_event_noun
from hearsay.records import Token

_SPEECH = lexicons.load("speech")
_SAY = frozenset(_SPEECH["say"])
_ADDING = frozenset(_SPEECH["adding"])
_DECLINE = _SPEECH["decline"]
_NONE = frozenset(_DECLINE["none"])
_NOMINAL = frozenset(_SPEECH["nominal"]["nouns"])
_ACCOUNTS = frozenset(_SPEECH["nominal"]["accounts"])
_OBJECTS = frozenset(_SPEECH["nominal"]["verbs"])
_RELAYS = frozenset(_SPEECH["carrier"]["relays"]) | {"report"}
_LIGHT = frozenset(_SPEECH["nominal"]["light"])
_TOLLS = frozenset(_SPEECH["nominal"]["tolls"])
_TAKEN_FOR = frozenset(_SPEECH["taken_for"])
STANDARDS = frozenset(_SPEECH["standards"])
_DOCUMENTS = frozenset(_SPEECH["document"])
_SPEAK = ("speak", "talk", "tell")
_HARMED = lexicons.words("harm", "total", "harmed")
_LIVES = lexicons.words("harm", "lives", "nouns")
_DEEDS = frozenset(_SPEECH["deeds"])
_DASHES = frozenset("–—-")
INSERTED = 14  # words between two dashes
_PUT = frozenset(_SPEECH["nominal"]["put"])


def clausal(tree: Tree) -> Iterator[Saying]:
    """Every saying that a rule finds, in the order of the text; the same words may be found by more than one."""
    for token in tree.tokens:
        low = token.lemma.lower()
        if token.text.lower() == "according":
            yield from _according(tree, token)
        elif token.upos in ("VERB", "AUX") or (token.upos == "ADJ" and low in _DECLINE["silent"]):
            silence = silent_on(tree, token)
            if silence is not None:
                yield silence
            elif not is_taken_for(tree, token) and (low in _SAY or low in _LIGHT or low in _PUT or _goes_on(tree, token) or low in _SPEAK):
                yield from _verb(tree, token)
        elif token.upos == "NOUN" and low in _NOMINAL:
            yield from _noun(tree, token)


def is_taken_for(tree: Tree, verb: Token) -> bool:
    """ "planes thought to be from the coalition": who thinks so is not told, and it is not the planes."""
    after = [t.text.lower() for t in tree.tokens[verb.index + 1 : verb.index + 3]]
    is_number = after == ["to", "number"]  # "fighters said to number in the hundreds"
    return verb.text.lower() in _TAKEN_FOR and after[:1] == ["to"] and (after[1:] in (["be"], ["have"]) or is_number)


def _according(tree: Tree, token: Token) -> Iterator[Saying]:
    at = token.index
    after = tree.tokens[at + 1].text.lower() if at + 1 < len(tree.tokens) else ""
    if after != "to" or token.head <= at or tree.tokens[token.head].lemma.lower() in STANDARDS:
        return
    noun = token.head
    source = tuple(k for k in tree.subtree(noun, "acl:relcl") if k > at + 1 and tree.tokens[k].head != at)
    governor = tree.tokens[noun].head
    if source and governor >= 0:
        taken = {at, at + 1, *source, *tree.subtree(noun)}
        yield Saying(source, (at, at + 1), frozenset(k for k in tree.subtree(governor) if k not in taken), at, "according")


def _verb(tree: Tree, verb: Token) -> Iterator[Saying]:
    subject = next((t for t in tree.children(verb.index, "nsubj") if t.relation == "nsubj" and not tree.children(t.index, "case")), None)
    agent = _agent(tree, verb)
    wanted = ("ccomp", "xcomp") if verb.lemma.lower() in _DEEDS else ("ccomp",)  # "denied targeting civilians"
    clause = next((t for t in tree.children(verb.index, *wanted) if not _is_beyond_semicolon(tree, verb, t)), None)
    if _is_as_saying(tree, verb):
        quoted = tree.tokens[verb.head] if verb.relation == "acl" else next(iter(tree.children(verb.head, "obj", "nsubj:pass")), None)
        if quoted is not None and clause is not None:
            source = tuple(k for k in tree.subtree(quoted.index) if k < verb.index and tree.tokens[k].head != verb.index)
            yield Saying(source, (verb.index,), frozenset(tree.subtree(clause.index)), verb.index, "clause")
    elif agent is not None and (verb.lemma.lower() in _SAY or verb.lemma.lower() in _PUT):
        yield from _by_agent(tree, verb, agent)
    elif verb.lemma.lower() in _SAY and clause is not None and (subject is not None or verb.text.lower() in _ADDING):
        counted = [k for t in tree.children(verb.index, "obj") if t.upos == "NUM" for k in tree.subtree(t.index)]  # "admitted 11 dead and 40 wounded"
        yield Saying(_words(tree, subject), (verb.index,), frozenset([*tree.subtree(clause.index), *counted]), verb.index, "clause")
    elif clause is not None and verb.relation == "conj" and verb.lemma.lower() in _SAY:
        yield Saying(subject_of(tree, verb.index), (verb.index,), frozenset(tree.subtree(clause.index)), verb.index, "clause")
    elif subject is not None:
        yield from _without_clause(tree, verb, subject)
    elif (shared := _shared_subject(tree, verb)) is not None:
        yield from _without_clause(tree, verb, shared)
    elif clause is not None and (source := _named_before(tree, verb)):
        yield Saying(source, (verb.index,), frozenset(tree.subtree(clause.index)) - set(source), verb.index, "clause")
    elif verb.relation == "parataxis" and verb.lemma.lower() in _SAY:
        yield from _inserted(tree, verb)


def _is_beyond_semicolon(tree: Tree, verb: Token, clause: Token) -> bool:
    """ "The radio reported 85 dead; the army [admitted] eleven": another sentence, whatever the tree hangs it on."""
    return any(t.text == ";" for t in tree.tokens[verb.index : clause.index])


def _shared_subject(tree: Tree, verb: Token) -> Token | None:
    """ "The ministry confirmed the raid but [put] the toll at 12": the subject of the verb before."""
    if verb.relation != "conj" or verb.head < 0 or verb.lemma.lower() not in _PUT:
        return None
    return next((t for t in tree.children(verb.head, "nsubj") if t.relation == "nsubj" and t.index < verb.head), None)


def _inserted(tree: Tree, verb: Token) -> Iterator[Saying]:
    """ "Nine people – the mayor, Oleh Sydor, said – were wounded", by the order of words alone: between two like marks, the verb last."""
    first = tree.reading.sentences[verb.sentence].first
    mark = tree.tokens[verb.index + 1].text if verb.index + 1 < len(tree.tokens) else ""
    opened = next((k for k in range(verb.index - 1, max(first, verb.index - INSERTED), -1) if tree.tokens[k].text == mark), None)
    if mark in _DASHES and opened is not None:
        inside = set(range(opened, verb.index + 2))
        yield Saying(tuple(range(opened + 1, verb.index)), (verb.index,), frozenset(tree.subtree(verb.head)) - inside, verb.index, "clause")


def _named_before(tree: Tree, verb: Token) -> tuple[int, ...]:
    """ "the mayor, Oleh Sydor, said", by the order of words alone: the person named right before a verb of saying that has no subject in the tree."""
    name = tree.person_before(verb.index) if verb.lemma.lower() in _SAY else None
    if name is None or name.last != verb.index - 1:
        return ()
    role = name.first - 2
    is_role = role >= 0 and tree.tokens[role + 1].text == "," and tree.tokens[role].upos == "NOUN" and tree.tokens[role].sentence == verb.sentence
    return tuple(range(phrase(tree, role)[0] if is_role else name.first, name.last))


def _is_as_saying(tree: Tree, verb: Token) -> bool:
    return verb.text.lower() == "saying" and any(t.text.lower() == "as" for t in tree.children(verb.index, "mark", "case")) and verb.head >= 0


def _agent(tree: Tree, verb: Token) -> Token | None:
    """Who does the saying in a passive: "announced by the navy"."""
    by = [
        t
        for t in tree.children(verb.index, "obl")
        if t.relation == "obl:agent" or (tree.case_of(t.index) == "by" and verb.text.lower().endswith(("ed", "n", "t")))
    ]
    if not by and verb.lemma.lower() in _PUT and tree.children(verb.index, "aux:pass"):  # "revised to 12 by the hospital"
        below = [t for one in tree.children(verb.index, "obl") for t in tree.children(one.index, "nmod")]
        by = [t for t in below if tree.case_of(t.index) == "by"]
    names = ((t, tree.name_at(t.index)) for t in by)
    return next((t for t, name in names if name is None or name.kind != "date"), None)  # "by Friday" is nobody


def _by_agent(tree: Tree, verb: Token, agent: Token) -> Iterator[Saying]:
    """ "was denied by the army", "put at 31 by the ministry", and, behind another's word, "reported by the Voice of America"."""
    source = _words(tree, agent)
    said = [t for t in tree.children(verb.index, "nsubj", "csubj", "ccomp", "obl") if t.index != agent.index]
    content = {k for t in said for k in tree.subtree(t.index)}
    if (
        verb.relation in ("acl", "advcl", "parataxis", "conj", "root", "dep")
        and verb.head >= 0
        and not any(t.relation.startswith(("nsubj", "csubj")) and t.text.lower() != "it" for t in said)  # "..., it is claimed by the rebels"
    ):
        content |= set(tree.subtree(verb.head))
    content -= {verb.index, *tree.subtree(agent.index)}
    rule = "according" if verb.lemma.lower() in _RELAYS else "clause"
    if any(t.lemma.lower() in _TOLLS and t.relation.startswith("nsubj") and not tree.children(t.index, "nmod") for t in said) and verb.sentence:
        rule = "toll"
        before = tree.reading.sentences[verb.sentence - 1]  # "The toll was given by X" is said of the sentence before
        content |= set(range(before.first, before.last))
    if content:
        yield Saying(source, (verb.index,), frozenset(content), verb.index, rule)


def _without_clause(tree: Tree, verb: Token, subject: Token) -> Iterator[Saying]:
    """ "..., Interfax reported", "put the toll at 31", "announced the deaths of nine", "cast doubt on the claim"."""
    low = verb.lemma.lower()
    objects = [t for t in tree.children(verb.index, "obj", "iobj", "obl", "xcomp", "nummod") if t.relation != "obl:agent"]
    nouns = {t.lemma.lower() for t in objects if t.relation == "obj"}
    if nouns & _LIVES:
        return  # "the blast claimed ten lives"
    is_put = low in _PUT and bool(nouns & _TOLLS or _counts_harmed(tree, objects))
    if verb.relation == "parataxis" and any(t.text.lower() in _NONE for t in tree.children(verb.index, "advmod")):
        return  # "...; Washington did not comment"
    if verb.relation == "parataxis" and verb.head >= 0 and low in _SAY and not _says_what(tree, verb) and not is_put:
        own = set(tree.subtree(verb.index))
        yield Saying(_words(tree, subject), (verb.index,), frozenset(k for k in tree.subtree(verb.head) if k not in own), verb.index, "clause")
    elif (low in _SAY or _goes_on(tree, verb)) and (said := _said_before(tree, verb, subject)):
        yield Saying(_words(tree, subject), (verb.index,), said, verb.index, "clause")
    elif low in _OBJECTS or ((low in _SAY or low in _SPEAK) and _says_what(tree, verb)) or is_put or (low in _LIGHT and nouns & _NOMINAL):
        cue = (verb.index, *(t.index for t in objects if t.relation == "obj" and t.lemma.lower() in _NOMINAL))
        content = frozenset(k for t in objects for k in tree.subtree(t.index)) - set(cue)
        if content:
            yield Saying(_words(tree, subject), cue, content, verb.index, "object")


def _goes_on(tree: Tree, verb: Token) -> bool:
    """ "..., he went on."; not "the fighting goes on"."""
    is_on = verb.lemma.lower() == "go" and any(t.text.lower() == "on" for t in tree.children(verb.index, "compound:prt", "advmod"))
    return is_on and any(t.upos in ("PRON", "PROPN") or t.lemma.lower() in ROLES for t in tree.children(verb.index, "nsubj"))


def _says_what(tree: Tree, verb: Token) -> bool:
    """ "The Red Cross says 265", "survivors told of air strikes"."""
    below = [t for t in tree.children(verb.index, "obl", "nummod", "obj", "iobj") if verb.lemma.lower() in _SPEAK]
    of = [t for one in below for t in (one, *tree.children(one.index, "nmod")) if tree.case_of(t.index) == "of"]
    if any(t.upos == "NUM" or tree.children(t.index, "nummod") or is_event_noun(tree, t) for t in of):
        return True  # "The council speaks of 90 dead", "of air strikes"
    return any(t.upos == "NUM" and t.index > verb.index and not tree.children(t.index, "nmod") for t in tree.children(verb.index, "obj"))


def _counts_harmed(tree: Tree, objects: Sequence[Token]) -> bool:
    """ "put the rebel dead at 20", "put them at 20"."""
    is_at = any(tree.case_of(t.index) in ("at", "to") for t in objects)
    if is_at and any(t.relation == "obj" and t.text.lower() in ("them", "it", "this", "that") for t in objects):
        return True
    return is_at and any(t.text.lower() in _HARMED for one in objects for t in [one, *tree.children(one.index, "amod", "nmod")])


def _said_before(tree: Tree, verb: Token, subject: Token) -> frozenset[int]:
    """The sentence before "..., it added.", by the order of words alone: comma, subject and verb of saying close it."""
    sentence = tree.reading.sentences[verb.sentence]
    begin = min((k for k in _words(tree, subject) if tree.tokens[k].upos != "PUNCT"), default=subject.index)
    after = verb.index + 1 + _goes_on(tree, verb)
    behind = tree.tokens[after : min(after + 2, sentence.last)]
    after += 2 if len(behind) == 2 and behind[0].text.lower() == "to" and behind[1].lemma.lower() in _SAY else 0
    is_close = all(t.upos == "PUNCT" for t in tree.tokens[after : sentence.last]) and subject.index < verb.index  # "..., he went on to say."
    is_set_off = begin - 1 > sentence.first and tree.tokens[begin - 1].text == ","
    return frozenset(range(sentence.first, begin - 1)) if is_close and is_set_off else frozenset()


def _is_count_of(tree: Tree, noun: Token) -> bool:
    """ "of 22 wounded", which a tree may hang on whose report it is."""
    return tree.case_of(noun.index) == "of" and (noun.upos == "NUM" or bool(tree.children(noun.index, "nummod")))


def _noun(tree: Tree, noun: Token) -> Iterator[Saying]:
    """ "the army's claim that", "reports from residents that", "a report by the Red Cross of 22 wounded", "by the ministry's account"."""
    source = _author(tree, noun)
    if source is None or _is_taken_a_stand_on(tree, noun):
        return
    if noun.lemma.lower() in _ACCOUNTS and any(t.text.lower() in ("by", "in") for t in tree.children(noun.index, "case")) and noun.head >= 0:
        own = set(tree.subtree(noun.index))
        yield Saying(source, (noun.index,), frozenset(k for k in tree.subtree(noun.head) if k not in own), noun.index, "noun")
        return
    counts = [t for word in source for t in tree.children(word, "nmod") if _is_count_of(tree, t)]
    harmed = [after for t in counts for after in tree.children(t.head, "acl") if after.index == t.index + 1]  # "of 22 wounded"
    counted = {k for t in (*counts, *harmed) for k in tree.subtree(t.index)}
    source = tuple(k for k in source if k not in counted)
    said = [t for t in tree.children(noun.index, "acl", "ccomp", "nmod") if t.relation != "nmod:poss" and tree.case_of(t.index) in ("", "of")]
    content = frozenset(k for t in said for k in tree.subtree(t.index)) - set(source) | counted
    if content:
        yield Saying(source, (noun.index,), content, noun.index, "noun")


def _author(tree: Tree, noun: Token) -> tuple[int, ...] | None:
    """The words for whose claim or report it is."""
    for child in tree.children(noun.index, "nmod"):
        if child.relation == "nmod:poss" and child.upos != "PRON":
            return tuple(k for k in tree.subtree(child.index) if tree.tokens[k].text not in ("'s", "’s", "'", "’"))
        is_account = noun.lemma.lower() in _ACCOUNTS and (tree.case_of(noun.index) == "by" or noun.text.lower() == "words")  # "in the words of"
        is_reckoned = is_account and tree.case_of(child.index) == "of"
        if is_reckoned or tree.case_of(child.index) in ("by", "from"):
            return _words(tree, child)
    return None


def _is_taken_a_stand_on(tree: Tree, noun: Token) -> bool:
    """ "The rebels rejected the army's report that": the claim meant is the rebels' stand, not the army's word."""
    above = tree.tokens[noun.head] if noun.relation == "appos" else noun  # "dismissed as propaganda the rebels' claim that"
    governor = tree.tokens[above.head] if above.head >= 0 else None
    return (
        governor is not None
        and above.relation in ("obj", "obl", "nmod", "nsubj:pass")
        and (governor.lemma.lower() in _SAY or governor.lemma.lower() in _LIGHT)
    )


def silent_on(tree: Tree, verb: Token) -> Saying | None:
    """ "declined to comment on", "did not say how many", "gave no toll": a voice that will not say, with what it is silent on as the content."""
    low = verb.lemma.lower()
    if verb.upos == "ADJ":
        return _kept_silent(tree, verb)
    objects = [t for t in tree.children(verb.index, "obj", "obl", "ccomp", "xcomp") if t.relation != "obl:agent"]
    denied = any(t.text.lower() in _NONE for k in {verb.index, _going(tree, verb)} for t in tree.children(k, "advmod")) or _is_unable(tree, verb)
    none = [t for t in objects if _has_none(tree, t)]
    if low in _DECLINE["light"] and (mention := _no_mention(tree, verb)) is not None:
        return mention
    if low in _DECLINE["given"] and (agents := tree.children(verb.index, "obl:agent")):
        return _not_given(tree, verb, agents[0])
    is_silent = low in _DECLINE["verbs"] or (low in _DECLINE["negated"] and (denied or _is_toll(tree, none, low)))
    if not is_silent or not objects or tree.children(verb.index, "nsubj:pass"):
        return None
    subject = subject_of(tree, verb.index)
    if any(tree.tokens[k].lemma.lower() in _DECLINE["objects"] for k in subject):
        subject = ()  # "there were casualties but had no toll": a slip of the tree
    content = frozenset(k for t in objects for k in _before_according(tree, tree.subtree(t.index)))
    return Saying(subject, (verb.index,), content, verb.index, "silence")


def _no_mention(tree: Tree, verb: Token) -> Saying | None:
    """ "Made no mention of its losses"."""
    untold = [t for t in tree.children(verb.index, "obj") if t.lemma.lower() == "mention" and _has_none(tree, t)]
    about = [t for one in untold for t in tree.children(one.index, "nmod")]
    content = frozenset(k for t in about for k in tree.subtree(t.index))
    return Saying(subject_of(tree, verb.index), (verb.index,), content, verb.index, "silence") if about else None


def _has_none(tree: Tree, noun: Token) -> bool:
    return any(c.text.lower() in _NONE for c in tree.children(noun.index, "det"))


def _not_given(tree: Tree, verb: Token, agent: Token) -> Saying | None:
    """ "No toll was released by the ministry"."""
    untold = [t for t in tree.children(verb.index, "nsubj:pass") if _has_none(tree, t)]
    if not _is_toll(tree, untold, verb.lemma.lower()):
        return None
    content = frozenset(k for t in untold for k in tree.subtree(t.index))
    return Saying(tuple(tree.subtree(agent.index, "case")), (verb.index,), content, verb.index, "silence")


def _kept_silent(tree: Tree, word: Token) -> Saying | None:
    """ "was silent on its losses"."""
    about = [t for t in tree.children(word.index, "obl") if tree.case_of(t.index) in ("on", "about", "regarding")]
    if word.lemma.lower() not in _DECLINE["silent"] or not about:
        return None
    return Saying(subject_of(tree, word.index), (word.index,), frozenset(k for t in about for k in tree.subtree(t.index)), word.index, "silence")


def _going(tree: Tree, verb: Token) -> int:
    """The "going" of "not going to tell", or the verb itself."""
    return verb.head if verb.relation == "xcomp" and tree.tokens[verb.head].lemma.lower() == "go" else verb.index


def _is_unable(tree: Tree, verb: Token) -> bool:
    """ "was unable to say"."""
    return verb.relation == "xcomp" and tree.tokens[verb.head].lemma.lower() == "unable"


def _before_according(tree: Tree, words: list[int]) -> list[int]:
    at = next((n for n, k in enumerate(words) if tree.tokens[k].text.lower() == "according"), len(words))
    return words[:at]


def _is_toll(tree: Tree, objects: Sequence[Token], verb: str) -> bool:
    """Whether the things denied are counts; one that somebody merely "has not" must be a toll by name."""
    wanted = _DECLINE["tolls"] if verb == "have" else _DECLINE["objects"]
    return any(t.lemma.lower() in wanted or any(c.lemma.lower() in wanted for c in tree.children(t.index, "nmod", "compound")) for t in objects)


def subject_of(tree: Tree, verb: int) -> tuple[int, ...]:
    """The words of the subject of a verb, or of the verb that a participle leans on."""
    at: int = verb
    for _ in range(3):
        subject = next((t for t in tree.children(at, "nsubj") if t.relation == "nsubj" and not tree.children(t.index, "case")), None)
        token = tree.tokens[at]
        if subject is not None and not (at != verb and _is_fallen(tree, subject, token)):
            return _words(tree, subject)
        if token.relation == "acl" and tree.tokens[token.head].lemma.lower() in _DOCUMENTS and tree.tokens[token.head].head >= 0:
            at = tree.tokens[token.head].head  # "the army put out a statement [saying] that"
            continue
        relations = ("advcl", "conj", "xcomp", "parataxis") if subject is None else ("ccomp",)
        if token.relation not in relations or token.head < 0:
            return ()
        at = token.head
    return ()


def _is_fallen(tree: Tree, subject: Token, verb: Token) -> bool:
    """ "The army denied that [Minova] had fallen and said ...": a place in what is denied says nothing."""
    name = tree.name_at(subject.index)
    return name is not None and name.kind == "location" and verb.relation == "ccomp" and tree.tokens[verb.head].lemma.lower() in _SAY


def _words(tree: Tree, head: Token | None) -> tuple[int, ...]:
    """The words of a source, without preposition and relative clause."""
    if head is None:
        return ()
    taken = {t.index for t in tree.children(head.index, "case")}
    return tuple(k for k in tree.subtree(head.index, "acl:relcl", "parataxis") if k not in taken)
