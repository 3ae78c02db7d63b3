"""Who told what the sentences before say: "Two villages were shelled. [This was reported by the governor.]" """

from collections.abc import Iterator, Sequence

from hearsay import lexicons
from hearsay.claims.phrases import Tree, is_nobody
from hearsay.claims.realis import realis_of
from hearsay.claims.saying import Saying
from hearsay.records import Token
from hearsay.records.reading import Sentence

_BACKWARD = lexicons.load("speech")["backward"]
_POINTING, _NOUNS = frozenset(_BACKWARD["pointing"]), frozenset(_BACKWARD["nouns"])
_VERBS, _MADE = frozenset(_BACKWARD["verbs"]), frozenset(_BACKWARD["made"])
_SUBJECTS = ("nsubj", "nsubj:pass")
_BACK = 3  # sentences that such words may credit


def backward(tree: Tree, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings, in the order of their cues, with those of sentences that credit what stands before them, as far back as nobody else speaks."""
    spoken = {tree.tokens[k].sentence for saying in sayings for k in (*saying.cue, *saying.content)}
    found = [saying for number in range(1, len(tree.reading.sentences)) for saying in _credit(tree, number, spoken)]
    cues = {k for saying in found for k in saying.cue}
    return sorted([*(s for s in sayings if cues.isdisjoint(s.cue)), *found], key=lambda saying: saying.cue[0])


def _credit(tree: Tree, number: int, spoken: set[int]) -> Iterator[Saying]:
    sentence = tree.reading.sentences[number]
    for token in tree.tokens[sentence.first : sentence.last]:
        source = _source(tree, sentence, token)
        if source:
            content = frozenset(_before(tree, number, spoken))
            if content:
                yield Saying(tuple(source), (token.index,), content, token.index, "backward")
            return


def _source(tree: Tree, sentence: Sentence, token: Token) -> list[int]:
    """Whose word the sentence says it was: "this was reported by [the governor]", "[the governor] reported this", "this is according to [him]"."""
    if token.text.lower() == "according" and _opens(tree, sentence, token):
        heads = [t for t in tree.tokens[token.index + 1 : sentence.last] if tree.case_of(t.index) in ("according", "to") and t.upos != "ADP"]
        return tree.subtree(heads[0].index, "case", "punct") if heads else []
    if (
        token.upos != "VERB"
        or token.relation not in ("root", "ccomp", "parataxis", "conj")
        or realis_of(tree, token.index) not in ("actual", "ongoing")
    ):
        return []  # who "did not report this" is silent, and takes no word from whoever told it
    subject = next(iter(tree.children(token.index, *_SUBJECTS)), None)
    agent = next((t for t in tree.children(token.index, "obl:agent", "obl") if tree.case_of(t.index) == "by"), None)
    if subject is not None and agent is not None and not is_nobody(tree, agent) and _points_back(tree, subject, token):
        return tree.subtree(agent.index, "case")
    told = [t for t in tree.children(token.index, "obj") if t.text.lower() in _POINTING and not tree.children(t.index, "nmod", "acl", "acl:relcl")]
    is_told = bool(told) and token.lemma.lower() in _VERBS and not tree.children(token.index, "ccomp", "xcomp", "aux:pass")
    is_plain = subject is not None and subject.text.lower() not in _POINTING and not is_nobody(tree, subject)
    return tree.subtree(subject.index) if subject is not None and is_plain and is_told else []


def _opens(tree: Tree, sentence: Sentence, token: Token) -> bool:
    """Whether a sentence opens with no more than "this is" before "according to"."""
    words = [t.text.lower() for t in tree.tokens[sentence.first : token.index]]
    return words in (["this"], ["this", "is"], ["this", "was"], ["all", "this"], ["that", "is"])


def _points_back(tree: Tree, subject: Token, verb: Token) -> bool:
    """Whether a subject stands for what was said before: "this was reported", "the relevant statement was made"."""
    if subject.text.lower() in _POINTING:
        return verb.lemma.lower() in _VERBS
    return subject.lemma.lower() in _NOUNS and verb.lemma.lower() in _VERBS | _MADE and not tree.children(subject.index, "nmod", "acl", "ccomp")


def _before(tree: Tree, number: int, spoken: set[int]) -> Iterator[int]:
    """The words of the sentences before that nobody else says."""
    for back in range(number - 1, max(-1, number - 1 - _BACK), -1):
        if back in spoken:
            return
        yield from range(tree.reading.sentences[back].first, tree.reading.sentences[back].last)
