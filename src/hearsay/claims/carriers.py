"""Whom a voice spoke to and by which channel; and who carried its word to the outlet: the news organisation that it was told to, or that
quoted it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims.phrases import Tree, phrase
from hearsay.claims.saying import Saying
from hearsay.claims.triggers import is_event_noun
from hearsay.records import Token

_SPEECH = lexicons.load("speech")
_CHANNELS = {word: channel for channel, words in _SPEECH["channel"].items() for word in words}
_MEDIA = frozenset(_SPEECH["kinds"]["media"])
_ANY_MEDIA = frozenset(_SPEECH["carrier"]["anybody"])
_TALKS = frozenset(_SPEECH["carrier"]["talks"])
_SPEAKING = frozenset(_SPEECH["carrier"]["speaking"])
_RELAYS = frozenset(_SPEECH["carrier"]["relays"])
_MONITORS = frozenset(_SPEECH["carrier"]["monitors"])
_NOMINAL = frozenset(_SPEECH["nominal"]["nouns"])
_FIGURES = lexicons.words("speech", "rebuttal", "figures")  # "quoted different figures": no voice
NEAR = 8  # words
CITING = ("citing", "quoting")


def directed(tree: Tree, saying: Saying) -> Saying:
    """The saying with whom it is said to and by which channel."""
    near = [*saying.cue, *(t.index for t in tree.children(saying.verb, "obl", "nmod", "obj"))]
    channel = tuple(k for k in near if channel_of(tree, k))[:1]
    heard = [t for t in _addressees(tree, saying) if t.index not in saying.content and (t.index not in saying.source or _relays(tree, t))]
    to = next((t for t in heard if _is_media(tree, t)), next(iter(heard), None))
    return replace(saying, addressee=tuple(range(*phrase(tree, to.index))) if to else (), channel=channel)


def channel_of(tree: Tree, word: int) -> str | None:
    """The channel that a word stands for ("Twitter", "statement"), or None."""
    return _CHANNELS.get(tree.tokens[word].lemma.lower())


def told_to(tree: Tree, saying: Saying) -> tuple[int, ...]:
    """The words for the news organisation that a source spoke to: "told AFP", "in a statement to SANA", "speaking to the BBC, X said"."""
    heads = (tree.tokens[k] for k in saying.addressee if tree.tokens[k].head not in saying.addressee)
    return saying.addressee if any(_is_media(tree, head) for head in heads) else ()


def _relays(tree: Tree, noun: Token) -> bool:
    return tree.tokens[noun.head].lemma.lower() in _RELAYS


def monitored(tree: Tree, source: Sequence[int]) -> tuple[int, ...]:
    """The words for whom a news organisation listens to, where the reader took the listener for the source: "IRNA[, monitored by the BBC], said".
    Nothing where nobody is listened to."""
    for k in range(max(source[0] - NEAR // 2, 2), source[0] + 1):
        if tree.tokens[k].text.lower() in _MONITORS and tree.tokens[k].sentence == tree.tokens[source[0]].sentence:
            noun = k - 2 if tree.tokens[k - 1].text == "," else k - 1
            name = tree.name_at(noun)
            if tree.tokens[noun].upos in ("NOUN", "PROPN"):
                return tuple(range(name.first, name.last)) if name else tuple(range(phrase(tree, noun)[0], noun + 1))
    return ()


def is_monitored(tree: Tree, saying: Saying) -> bool:
    """Whether a news organisation listens to the source ("monitored by"), as it then does all through a report."""
    behind = range(max(saying.source) + 1, min(max(saying.source) + 3, len(tree.tokens)))
    return any(tree.tokens[k].text.lower() in _MONITORS for k in behind)


def _addressees(tree: Tree, saying: Saying) -> Iterator[Token]:
    verb = tree.tokens[saying.verb]
    for child in tree.children(saying.verb, "obj", "iobj", "obl"):
        case = tree.case_of(child.index)
        if case == "to" or (not case and verb.lemma.lower() in ("tell", "inform", "brief")):
            yield child
        if child.lemma.lower() in _TALKS:
            yield from (t for t in tree.children(child.index, "nmod") if tree.case_of(t.index) in ("to", "with"))
    for clause in tree.children(saying.verb, "advcl"):
        if clause.text.lower() in _SPEAKING:
            yield from (t for t in tree.children(clause.index, "obl") if tree.case_of(t.index) in ("to", "with", "on"))
    yield from _relayed_by(tree, saying.verb, saying)
    yield from _relayed_by(tree, max(saying.source), saying)
    for word in saying.source:
        for clause in tree.children(word, "acl"):
            if clause.lemma.lower() in _RELAYS:
                yield from tree.children(clause.index, "obl:agent", "obl")


def _relayed_by(tree: Tree, word: int, saying: Saying) -> Iterator[Token]:
    """ "in a statement carried by the news agency SUNA", "SUNA, monitored by the BBC", behind ``word``, by the order of words alone."""
    sentence = tree.reading.sentences[tree.tokens[saying.verb].sentence]
    for k in range(word + 1, min(word + NEAR, sentence.last - 2)):
        if tree.tokens[k].lemma.lower() in _RELAYS and tree.tokens[k + 1].text.lower() == "by":
            named = (t for t in tree.tokens[k + 2 : min(k + 2 + NEAR, sentence.last)] if (n := tree.name_at(t.index)) and n.kind == "organisation")
            yield from list(named)[:1]


def _is_media(tree: Tree, noun: Token) -> bool:
    name = tree.name_at(noun.index)
    if noun.text.lower() in _ANY_MEDIA and name is None and not tree.children(noun.index, "compound", "nmod:poss"):
        return False  # "told reporters" names nobody
    is_told = noun.upos == "PROPN" and tree.tokens[noun.head].lemma.lower() == "tell"
    return is_told or (name is not None and name.kind == "organisation") or noun.text.lower() in _MEDIA


def relayed(tree: Tree, saying: Saying) -> tuple[int, ...]:
    """In "SANA quoted a source as saying" and "media reported, citing sources", the words for whoever is quoted; else none."""
    sentence = tree.reading.sentences[tree.tokens[saying.verb].sentence]
    citing = [k for k in range(sentence.first, sentence.last) if tree.tokens[k].text.lower() in CITING and _hangs_on(tree, k, saying)]
    for verb in [saying.verb, *citing]:
        if tree.tokens[verb].lemma.lower() in ("quote", "cite") or _as_saying(tree, verb):
            own = () if verb in saying.source else saying.source
            objects = (t for t in tree.children(verb, "obj") if t.index not in own and t.upos in ("NOUN", "PROPN"))
            quoted = next((t for t in objects if not is_event_noun(tree, t) and t.lemma.lower() not in _NOMINAL | _FIGURES), None)
            if quoted is not None:
                return _without(tree.subtree(quoted.index, "acl:relcl", "acl", "advcl", "ccomp"), own)
    return ()


def _hangs_on(tree: Tree, participle: int, saying: Saying) -> bool:
    """Whether "citing X" goes with this saying: on its verb, on its source, or, in a tree that is wrong, on what it says, after it."""
    head = tree.tokens[participle].head
    return head == saying.verb or head in saying.source or (head in saying.content and participle > head)


def _as_saying(tree: Tree, verb: int) -> bool:
    """ "reported residents as saying"."""
    said = (t for t in tree.children(verb, "obl", "advcl", "xcomp", "acl") if t.text.lower() == "saying")
    return any(tree.tokens[t.index - 1].text.lower() == "as" for t in said)  # not "claimed responsibility, saying"


def _without(words: Sequence[int], taken: Sequence[int]) -> tuple[int, ...]:
    return tuple(k for k in words if k not in taken)
