"""From the words of a source to the voice that they mean; one voice for all spellings and descriptions in a report."""

from collections.abc import Sequence

from hearsay import lexicons
from hearsay.claims.carriers import relayed, told_to
from hearsay.claims.phrases import Tree, name_of, phrase, resolved
from hearsay.claims.saying import Saying
from hearsay.records import Cue, Document, Token, Voice

_SPEECH = lexicons.load("speech")
_KINDS: dict[str, str] = {word: kind for kind, words in _SPEECH["kinds"].items() for word in words}
_ROLES = frozenset(_SPEECH["role"]["words"])
_CHANNELS = {word: channel for channel, words in _SPEECH["channel"].items() for word in words}
_DOCUMENTS = frozenset(_SPEECH["document"])
_PLURAL = frozenset(_SPEECH["plural"])
_GENERAL = frozenset(_SPEECH["body"]["general"])
_APPOSED = ("appos", "flat", "nmod:desc", "compound", "conj", "nsubj", "dep")
_NAMELESS = frozenset({"unnamed", "government"})
_NAMED = {"person": "person", "organisation": "organisation", "norp": "party", "location": "government"}


def _with_carrier(voices: tuple[Voice, ...], carried: dict[str, Voice]) -> tuple[Voice, ...]:
    return (voices[0], carried[voices[0].name]) if len(voices) == 1 and voices[0].name in carried else voices


def outlet_voice(document: Document) -> Voice:
    """The outlet itself, the last link of every chain."""
    return Voice(document.outlet, "", 0, 0, "media")


class Voices:
    """The voices of one report. Sources are looked up in the order of the text, so that "the source" finds the source before."""

    def __init__(self, tree: Tree, sayings: Sequence[Saying]) -> None:
        self._tree = tree
        self._full = _full_names(tree)
        self._said: list[tuple[Voice, frozenset[str]]] = []
        made = [self._voices(saying) for saying in sayings]
        carried = {voices[0].name: voices[1] for voices in reversed(made) if len(voices) > 1 and voices[0].kind in _NAMELESS}
        self._made = [_with_carrier(voices, carried) for voices in made]

    def of(self, number: int) -> tuple[Voice, ...]:
        """The speaker of saying ``number``, then the carrier that it was said to, if any. What a nameless source told a news organisation
        once, it told it all through the report."""
        return self._made[number]

    def _voices(self, saying: Saying) -> tuple[Voice, ...]:
        quoted = relayed(self._tree, saying)
        speaker = self._voice(quoted or saying.source, saying)
        carrier = saying.source if quoted else told_to(self._tree, saying)
        return (speaker, self._voice(carrier, saying)) if carrier else (speaker,)

    def _voice(self, source: Sequence[int], saying: Saying) -> Voice:
        head = _head(self._tree, source)
        known = self._known(head, source)
        made = known or self._new(head, source, saying)
        before = next((w for v, w in reversed(self._said) if v.name == made.name), frozenset())
        self._said.append((made, before | self._descriptions(made, head, source)))
        return made

    def _descriptions(self, voice: Voice, head: int, source: Sequence[int]) -> frozenset[str]:
        """Nouns by which a voice may be taken up again: a person's roles, anything else's head noun and name."""
        lemmas = {self._tree.tokens[k].lemma.lower() for k in source}
        if voice.kind == "person":
            return frozenset(lemmas & _ROLES)
        return frozenset({self._tree.tokens[head].lemma.lower(), *voice.name.lower().split()})

    def _known(self, head: int, source: Sequence[int]) -> Voice | None:
        """The voice before that a pronoun or a bare description takes up."""
        token = self._tree.tokens[head]
        if token.upos == "PRON":
            fitting = _fits(token)
            if token.text.lower() == "they" and self._tree.tokens[head].sentence and _people_before(self._tree, token) is not None:
                return None
            return next((v for v, _ in reversed(self._said[-6:]) if v.kind in fitting), None) if fitting else None
        if not _is_definite(self._tree, head, source):
            return None
        return next((v for v, words in reversed(self._said) if token.lemma.lower() in words), None)

    def _new(self, head: int, source: Sequence[int], saying: Saying) -> Voice:
        tokens = self._tree.tokens
        person = _person(self._tree, head, source, saying)
        target = self._target(head if person is None else person)
        first, last = (min(source), max(source) + 1) if head in source else phrase(self._tree, head)
        cue = Cue(self._tree.reading.text_of(saying.cue[0], saying.cue[-1] + 1), tokens[saying.cue[0]].start, tokens[saying.cue[-1]].end)
        return Voice(
            name=self._name(target),
            surface=self._tree.reading.text_of(first, last),
            start=tokens[first].start,
            end=tokens[last - 1].end,
            kind=self._kind(target, source),
            role=next((tokens[k].lemma.lower() for k in source if tokens[k].lemma.lower() in _ROLES), None),
            of=_of(self._tree, source, target),
            cue=cue,
            channel=_channel(self._tree, saying),
        )

    def _target(self, head: int) -> int:
        """The word whose name the voice bears: the antecedent of a pronoun, the author of a document."""
        token = self._tree.tokens[head]
        people = _people_before(self._tree, token) if token.text.lower() == "they" else None
        author = _author(self._tree, token)
        body = _body(self._tree, head)
        found = next((k for k in (people, author, body) if k is not None), head)
        return resolved(self._tree, found)

    def _name(self, head: int) -> str:
        name = self._tree.name_at(head)
        if name is None:
            return name_of(self._tree, head)
        words = " ".join(self._tree.reading.text_of(name.first, name.last).split())
        if name.kind == "person":
            return self._full.get(words, words)
        first, last = phrase(self._tree, head)
        return " ".join(self._tree.reading.text_of(first, last).split())

    def _kind(self, head: int, source: Sequence[int]) -> str:
        name = self._tree.name_at(head)
        if name is not None and name.kind in _NAMED:
            return _KINDS.get(self._tree.tokens[head].lemma.lower(), _NAMED[name.kind])
        words = [self._tree.tokens[head], *(self._tree.tokens[k] for k in source)]
        return next((_KINDS[t.text.lower()] for t in words if t.text.lower() in _KINDS), "unnamed")


def _full_names(tree: Tree) -> dict[str, str]:
    """Each person's name in the report to the fullest form of it: "Dashty" to "Fahim Dashty"."""
    names = {" ".join(tree.reading.text_of(n.first, n.last).split()) for n in tree.reading.names if n.kind == "person"}
    out = {}
    for name in names:
        words = name.split()
        longer = [other for other in names if len(other) > len(name) and other.split()[-len(words) :] == words]
        out[name] = min(longer, key=lambda other: (len(other), other)) if longer else name
    return out


def _head(tree: Tree, source: Sequence[int]) -> int:
    inside = set(source)
    tops = [k for k in source if tree.tokens[k].head not in inside and tree.tokens[k].upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")]
    top = tops[0] if tops else source[-1]
    return _behind(tree, top) if tree.tokens[top].text.lower() in ("who", "which", "that") else top


def _behind(tree: Tree, relative: int) -> int:
    """The noun that a relative pronoun stands for: "paramedics who told him"."""
    for above in tree.ancestors(relative):
        if above.relation.startswith("acl") and above.head >= 0:
            return above.head
    return relative


def _fits(token: Token) -> frozenset[str]:
    """Kinds of voices that a pronoun can take up."""
    low = token.text.lower()
    if low in ("he", "she"):
        return frozenset({"person", "unnamed", "government", "media"})
    if low == "it":
        return frozenset({"organisation", "party", "government", "media", "document"})
    if low == "they":
        return frozenset({"unnamed", "party", "organisation", "government", "person"})
    return frozenset()


def _is_definite(tree: Tree, head: int, source: Sequence[int]) -> bool:
    """ "the source", "the Observatory": nothing but an article and the noun."""
    words = [k for k in source if tree.tokens[k].upos not in ("PUNCT", "DET")]
    before = tree.tokens[head - 1].text.lower() if head else ""
    return words == [head] and before in ("the", "same", "that", "this")


def _people_before(tree: Tree, pronoun: Token) -> int | None:
    """The people who are the subject of the sentence before, for "they": "Supporters shared a video. They claimed ..."."""
    if pronoun.sentence == 0 or not pronoun.relation.startswith("nsubj"):
        return None
    sentence = tree.reading.sentences[pronoun.sentence - 1]
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.relation == "nsubj" and tree.tokens[token.head].relation == "root":
            return token.index if token.text.lower() in _PLURAL else None
    return None


def _body(tree: Tree, head: int) -> int | None:
    """The body that a general noun is said of: "the Observatory for Truth monitor", "the Observatory for Truth[,] a war monitor"."""
    name = tree.name_at(head)
    if tree.tokens[head].lemma.lower() not in _GENERAL or (name is not None and name.kind == "organisation"):
        return None
    first, _ = phrase(tree, head)
    while first and tree.tokens[first - 1].upos in ("DET", "PUNCT"):
        first -= 1
    near = [n for n in tree.reading.names if n.kind == "organisation" and n.last - n.first > 1 and first - 1 <= n.last <= head + 1]
    return next((k for n in near for k in range(n.first, n.last) if not n.first <= tree.tokens[k].head < n.last), None)


def _author(tree: Tree, token: Token) -> int | None:
    """Whose statement or message it is: "the Taliban message", "a statement from the ministry"."""
    if token.lemma.lower() not in _DOCUMENTS:
        return None
    named = [
        t
        for t in tree.children(token.index, "compound", "nmod:poss", "nmod")
        if (n := tree.name_at(t.index)) and n.kind in ("organisation", "person", "norp")
    ]
    return named[0].index if named else None


def _person(tree: Tree, head: int, source: Sequence[int], saying: Saying) -> int | None:
    """The person named in a source as its head or in apposition to it ("the head of the group, Rami Haddad"), also where the reader cut the source
    short before the name: "A spokesman for the forces, Rami Haddad, said"."""
    inside = set(source)
    if tree.tokens[head].lemma.lower() in _ROLES and max(source) < saying.cue[0]:
        inside |= set(range(min(source), saying.cue[0]))
    for name in tree.reading.names:
        if name.kind == "person" and name.first in inside and tree.tokens[name.first].sentence == tree.tokens[head].sentence:
            top = next((k for k in range(name.first, name.last) if not name.first <= tree.tokens[k].head < name.last), name.first)
            if (
                top == head
                or name.first > max(source)
                or tree.tokens[top].relation in _APPOSED
                or tree.tokens[head].head in range(name.first, name.last)
            ):
                return top
    return None


def _of(tree: Tree, source: Sequence[int], speaker: int) -> str | None:
    """For whom a voice speaks: "a spokesman for the forces", "Interior Ministry spokesman X"."""
    for k in source:
        token = tree.tokens[k]
        if token.lemma.lower() not in _ROLES:
            continue
        below = [t for t in tree.children(k, "nmod", "compound", "amod") if t.index != speaker and t.upos in ("NOUN", "PROPN", "ADJ")]
        if below:
            return name_of(tree, below[0].index)
    return None


def _channel(tree: Tree, saying: Saying) -> str | None:
    near = [*saying.cue, *(t.index for t in tree.children(saying.verb, "obl", "nmod", "obj"))]
    return next((_CHANNELS[tree.tokens[k].lemma.lower()] for k in near if tree.tokens[k].lemma.lower() in _CHANNELS), None)
