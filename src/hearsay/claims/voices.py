"""From the words of a source to the voice that they mean; one voice for all spellings and descriptions in a report."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hearsay import lexicons
from hearsay.claims.carriers import channel_of, is_monitored, relayed, told_to
from hearsay.claims.phrases import Tree, apposed_body, is_nobody, name_of, phrase, resolved
from hearsay.claims.saying import Saying
from hearsay.claims.sources import (
    ROLES,
    apposed,
    author_of,
    body_of,
    full_names,
    fuller_before,
    head_of,
    is_definite,
    is_general,
    issuer_before,
    person_in,
    subject_before,
    subject_beside,
    trimmed,
    words_of,
)
from hearsay.lexicons import parties
from hearsay.records import Cue, Document, Token, Voice

_SPEECH = lexicons.load("speech")
_KINDS: dict[str, str] = {word: kind for kind, words in _SPEECH["kinds"].items() for word in words}
_DOCUMENTS = frozenset(_SPEECH["document"])
_GIVEN = {name: pronoun for pronoun, names in lexicons.load("given_name").items() for name in names}
_OURSELVES = lexicons.words("pronoun", "first_person", "words")
_ANY_BODY = lexicons.words("speech", "described", "any")
_BODIES, _OTHERS = lexicons.words("speech", "described", "bodies"), lexicons.words("speech", "described", "others")
_PERSONS = lexicons.words("people", "nouns")
_STATE = lexicons.words("naming", "bodies")
_NAMELESS = frozenset({"unnamed", "government"})
_NAMED = {"person": "person", "organisation": "organisation", "norp": "party", "location": "government"}


def _with_carrier(voices: tuple[Voice, ...], carried: dict[str, Voice]) -> tuple[Voice, ...]:
    return (voices[0], carried[voices[0].name]) if len(voices) == 1 and voices[0].name in carried else voices


def _monitored(voices: tuple[Voice, ...], monitors: dict[str, Voice]) -> tuple[Voice, ...]:
    listener = monitors.get(voices[-1].name)
    return (*voices, listener) if listener is not None and listener not in voices else voices


def outlet_voice(document: Document) -> Voice:
    """The outlet itself, the last link of every chain."""
    return Voice(document.outlet, "", 0, 0, "media")


class Voices:
    """The voices of one report. Sources are looked up in the order of the text, so that "the source" finds the source before."""

    def __init__(self, tree: Tree, sayings: Sequence[Saying]) -> None:
        self._tree = tree
        self._outlet = tree.reading.document.outlet.lower()
        self._full = full_names(tree)
        self._said: list[tuple[Voice, frozenset[str]]] = []
        self._verbs: list[int] = []  # of each of these, where it was said
        made = [self._voices(saying) for saying in sayings]
        carried = {voices[0].name: voices[1] for voices in reversed(made) if len(voices) > 1 and voices[0].kind in _NAMELESS}
        monitors = {v[0].name: v[1] for saying, v in zip(sayings, made, strict=True) if len(v) > 1 and is_monitored(tree, saying)}
        self._made = [_monitored(_with_carrier(voices, carried), monitors) for voices in made]
        for number, (first, second) in enumerate(pairwise(sayings), start=1):
            told = self._made[number - 1]
            if len(told) > 1 and self._goes_on(first, second):
                self._made[number] = _with_carrier(self._made[number], {told[0].name: told[1]})

    def of(self, number: int) -> tuple[Voice, ...]:
        """The speaker of saying ``number``, then the carrier that it was said to, if any. What a nameless source told a news organisation
        once, it told it all through the report; what "he said" in the sentence after was told to the same."""
        return self._made[number]

    def _goes_on(self, first: Saying, second: Saying) -> bool:
        """ "X told Demo Wire ... . He said": told to the same, in the sentence after."""
        tokens = self._tree.tokens
        is_pronoun = len(second.source) == 1 and tokens[second.source[0]].upos == "PRON"
        return is_pronoun and tokens[second.verb].sentence - tokens[first.verb].sentence <= 1

    def named(self, source: Sequence[int], verb: int) -> Voice:
        """The voice that words mean which are no source of a saying ("Demo Wire could not verify"); "it" is whoever has spoken before."""
        said, verbs = self._said, self._verbs
        before = bisect_left(verbs, verb)
        self._said, self._verbs = said[:before], verbs[:before]
        found = self._voice(source, Saying(tuple(source), (verb,), frozenset(), verb, "named"))
        self._said, self._verbs = said, verbs
        return found

    def last(self, verb: int) -> Voice | None:
        """The person who has spoken last before a word, or the body if none has; None if nobody has."""
        spoken = [voice for voice, _ in self._said[: bisect_left(self._verbs, verb)] if voice.name.lower() not in _OURSELVES]
        return next((voice for voice in reversed(spoken) if voice.kind == "person"), spoken[-1] if spoken else None)

    def _voices(self, saying: Saying) -> tuple[Voice, ...]:
        quoted = relayed(self._tree, saying)
        speaker = self._voice(quoted or saying.source, saying)
        spoken = self._said[-1] if self._said else (speaker, frozenset[str]())
        carrier = saying.source if quoted else told_to(self._tree, saying)
        if not carrier:
            self._take_up_first(saying)
            return (speaker,)
        voices = (speaker, self._voice(carrier, saying))
        self._keep(spoken, saying)  # "it" and "he" take up the speaker before the carrier
        return voices

    def _take_up_first(self, saying: Saying) -> None:
        """In "The army announced nine deaths, bringing ..., according to Demo Wire. It said ...", "it" is the army."""
        tokens = self._tree.tokens
        is_beside = len(self._said) > 1 and tokens[self._verbs[-2]].sentence == tokens[saying.verb].sentence and self._verbs[-2] < saying.verb
        if saying.rule == "according" and is_beside:
            self._keep(self._said[-2], saying)

    def _voice(self, words: Sequence[int], saying: Saying) -> Voice:
        source = trimmed(self._tree, words)
        head = head_of(self._tree, source)
        made = self._known(head, source) or self._introduced(self._new(head, source, saying))
        made = replace(made, name=_SPEECH["unnamed"], kind="unnamed") if _is_told_us(self._tree, head, saying) else made
        before = next((w for v, w in reversed(self._said) if v.name == made.name), frozenset())
        if not is_nobody(self._tree, self._tree.tokens[head]):  # "no group has said so" is taken up by no "it"
            self._keep((made, before | self._descriptions(made, head, source)), saying)
        return made

    def _keep(self, spoken: tuple[Voice, frozenset[str]], saying: Saying) -> None:
        self._said.append(spoken)
        self._verbs.append(saying.verb)

    def _introduced(self, voice: Voice) -> Voice:
        """A person whom the report has introduced before keeps the role, and for whom it is."""
        if voice.kind != "person" or voice.of is not None:
            return voice
        before = next((v for v, _ in reversed(self._said) if v.name == voice.name and v.of is not None), voice)
        return replace(voice, role=voice.role or before.role, of=before.of)

    def _descriptions(self, voice: Voice, head: int, source: Sequence[int]) -> frozenset[str]:
        """Nouns by which a voice may be taken up again: a person's roles, anything else's head noun and name."""
        lemmas = {self._tree.tokens[k].lemma.lower() for k in source}
        if voice.kind == "person":
            return frozenset(lemmas & ROLES)
        lemma = self._tree.tokens[head].lemma.lower()
        words = {lemma} if lemma in ROLES else {lemma, *voice.name.lower().split()}
        is_long = len(voice.name.split()) > 2 and voice.name.split()[-1][:1].isupper()
        return frozenset(words - _STATE if is_long else words)  # "the army" is not the "People's Liberation Army"

    def _known(self, head: int, source: Sequence[int]) -> Voice | None:
        """The voice before that a pronoun, a bare description or a surname takes up."""
        token = self._tree.tokens[head]
        if token.upos == "PRON":
            fitting = _fits(token)
            is_they = token.text.lower() == "they" and subject_before(self._tree, token) is not None
            if not fitting or is_they or subject_beside(self._tree, token) is not None:
                return None
            return next((v for v, _ in reversed(self._said[-6:]) if v.kind in fitting and not _is_other_gender(v, token)), None)
        if token.upos == "PROPN" and len(source) == 1:
            full = (v for v, _ in reversed(self._said) if len(v.name.split()) > 1 and v.name[0].isupper())
            return next((v for v in full if v.name.split()[-1] == token.text), None)
        if not is_definite(self._tree, head, source):
            return self._body_described(token, source)
        if token.lemma.lower() in _DOCUMENTS and author_of(self._tree, token) is None:
            return None if issuer_before(self._tree, token) is not None or not self._said else self._said[-1][0]
        meant = self._body_meant(token)
        return meant or next((v for v, words in reversed(self._said) if token.lemma.lower() in words), None)

    def _body_meant(self, head: Token) -> Voice | None:
        """The body that "the group" means: the named one that has spoken last."""
        if head.text.lower() not in _ANY_BODY:
            return None
        bodies = (v for v, _ in reversed(self._said[-4:]) if v.kind in ("organisation", "party") and v.name[:1].isupper())
        return next((v for v in bodies if v.name.lower() not in self._outlet), None)

    def _body_described(self, head: Token, source: Sequence[int]) -> Voice | None:
        """The body that "the rights group" takes up: the one named last, where the words before its noun are no name."""
        words = [self._tree.tokens[k] for k in source]
        is_taken_up = "the" in (words[0].text.lower(), self._tree.tokens[max(0, words[0].index - 1)].text.lower())
        is_body = head.lemma.lower() in _BODIES and words[-1] is head and _OTHERS.isdisjoint(t.text.lower() for t in words)
        if not is_taken_up or not is_body or any(not t.text.islower() and t.upos != "DET" for t in words):
            return None
        named = (v for v, _ in reversed(self._said) if v.kind != "person" and v.name[:1].isupper())
        return next((v for v in named if v.kind == "organisation" or head.lemma.lower() in v.name.lower().split()), None)

    def _new(self, head: int, source: Sequence[int], saying: Saying) -> Voice:
        tokens = self._tree.tokens
        person = person_in(self._tree, head, source, saying)
        if person is None and head not in source:
            person = apposed(self._tree, head)
        target = self._target(head if person is None else person)
        first, last = (min(source), max(source) + 1) if head in source or saying.rule == "headline" else phrase(self._tree, head)
        last = last if saying.rule == "headline" else self._with_complement(head, last)
        cue = Cue(self._tree.reading.text_of(saying.cue[0], saying.cue[-1] + 1), tokens[saying.cue[0]].start, tokens[saying.cue[-1]].end)
        return Voice(
            name=self._tree.reading.text_of(first, last) if saying.rule == "headline" else self._name(target),
            surface=self._tree.reading.text_of(first, last),
            start=tokens[first].start,
            end=tokens[last - 1].end,
            kind=self._kind(target, source),
            role=next((tokens[k].lemma.lower() for k in source if tokens[k].lemma.lower() in ROLES), None),
            of=_of(self._tree, source, target),
            cue=cue,
            channel=channel_of(self._tree, saying.channel[0]) if saying.channel else None,
        )

    def _with_complement(self, head: int, last: int) -> int:
        """Where the phrase of a nameless source ends, with the "of Herat" that stands right after what was taken for the source: exclusive."""
        for child in self._tree.children(head, "nmod"):
            words = self._tree.subtree(child.index, "acl:relcl", "acl", "appos", "conj", "punct")
            if words[0] == last and words == list(range(words[0], words[-1] + 1)):
                last = words[-1] + 1
        return last

    def _target(self, head: int) -> int:
        """The word whose name the voice bears: the antecedent of a pronoun, the author of a document, the body behind a general noun."""
        token = self._tree.tokens[head]
        if token.text.lower() in ("they", "it"):
            beside = subject_beside(self._tree, token)
            found = subject_before(self._tree, token) if beside is None else beside
        else:
            found = author_of(self._tree, token) or body_of(self._tree, head) or apposed_body(self._tree, head)
        if found is None and token.lemma.lower() in _DOCUMENTS:
            found = issuer_before(self._tree, token)
        if found is None and token.upos == "NOUN" and self._tree.tokens[head - 1].text.lower() == "the":
            found = fuller_before(self._tree, head)
        return resolved(self._tree, head if found is None else found)

    def _name(self, head: int) -> str:
        name = self._tree.name_at(head)
        if name is None:
            return name_of(self._tree, head)
        words = words_of(self._tree, name)
        if name.kind == "person":
            return self._full.get(words, words)
        first, last = phrase(self._tree, head)
        least = name.last if parties.find(words) is not None else first + 1  # "U.N. refugee agency" is a name
        while last > least and is_general(self._tree.tokens[last - 1]) and self._tree.tokens[last - 1].text.islower():
            last -= 1  # "Observatory for Truth monitor" is the Observatory
        general = [k for k in range(first, name.first) if is_general(self._tree.tokens[k])]
        return " ".join(self._tree.reading.text_of(general[-1] + 1 if general else first, last).split())  # "news agency IRNA" is IRNA

    def _kind(self, head: int, source: Sequence[int]) -> str:
        name = self._tree.name_at(head)
        if name is not None and name.kind in _NAMED:
            return _KINDS.get(self._tree.tokens[head].lemma.lower(), _NAMED[name.kind])
        words = [self._tree.tokens[head], *(self._tree.tokens[k] for k in source)]
        kind = next((_KINDS[t.text.lower()] for t in words if t.text.lower() in _KINDS), "unnamed")
        is_body = kind in ("organisation", "media", "agency", "observer")
        return (
            "unnamed" if is_body and words[0].lemma.lower() in _PERSONS and words[0].text.lower() not in _KINDS else kind
        )  # "a doctor at the hospital"


def _is_told_us(tree: Tree, head: int, saying: Saying) -> bool:
    """ "We have been told that": whoever told us, of whom nothing is said."""
    verb = tree.tokens[saying.verb]
    is_us = tree.tokens[head].text.lower() == "we" and verb.lemma.lower() in _SPEECH["told"]
    return is_us and bool(tree.children(verb.index, "aux:pass"))


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


def _is_other_gender(voice: Voice, pronoun: Token) -> bool:
    """Whether a person's given name is known as one that the pronoun does not fit."""
    given = _GIVEN.get(voice.name.split()[0].lower()) if voice.kind == "person" else None
    return given is not None and given != pronoun.text.lower()


def _of(tree: Tree, source: Sequence[int], speaker: int) -> str | None:
    """For whom a voice speaks: "a spokesman for the forces", "Interior Ministry spokesman X", "X, who speaks for the front"."""
    for k in source:
        token = tree.tokens[k]
        if token.lemma.lower() not in ROLES:
            continue
        below = [
            t for t in tree.children(k, "nmod", "compound", "amod") if t.index != speaker and (t.upos in ("NOUN", "PROPN") or tree.name_at(t.index))
        ]
        if below:
            return name_of(tree, below[0].index)
    spoken_for = [
        t for verb in tree.children(speaker, "acl:relcl", "acl") if verb.lemma.lower() in _SPEECH["for"]["verbs"] for t in _those_for(tree, verb)
    ]
    return name_of(tree, spoken_for[0].index) if spoken_for else None


def _those_for(tree: Tree, verb: Token) -> list[Token]:
    """Whom "who speaks for the front" names."""
    return [
        t
        for t in tree.children(verb.index, "obl")
        if tree.case_of(t.index) == "for" and t.upos in ("NOUN", "PROPN") and t.lemma.lower() not in _SPEECH["for"]["not"]
    ]
