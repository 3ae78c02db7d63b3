"""Denials of what another voice has just said: "The ministry denied it", "The governor said that this was untrue"."""

from collections.abc import Iterator, Sequence

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.claims.saying import Saying
from hearsay.claims.stances import is_neither, is_unmade
from hearsay.records import Token

_DENIES = lexicons.words("speech", "stance", "denies")
_CONFIRMS = lexicons.words("speech", "stance", "confirms")
_FALSE = lexicons.words("speech", "stance_nouns", "false")
_POINTING = lexicons.words("speech", "rebuttal", "words")
_FIGURES = lexicons.words("speech", "rebuttal", "figures")
_JUDGES = lexicons.words("speech", "rebuttal", "judges")
_PAST = lexicons.words("speech", "rebuttal", "past")
_ACCUSATION = lexicons.words("speech", "rebuttal", "accusations")
_MARKS = frozenset('"“«')
BACK = 2  # sentences from a denial to what it denies


def rebuttals(tree: Tree, sayings: Sequence[Saying]) -> Iterator[tuple[Saying, Saying | None]]:
    """Each saying that only points back and denies, with the saying before it that it denies, or None if nobody's is there to be denied,
    or the denier named it himself; ``sayings`` in the order of their cues."""
    before: list[Saying] = []
    for saying in sayings:
        if _only_denies(tree, saying):
            denied = next((s for s in reversed(before) if _is_other(tree, s, saying) or _denies(tree, s)), None)
            yield saying, denied if denied is not None and _is_other(tree, denied, saying) else None  # else it has named itself what it denies
        elif not any(tree.tokens[k].lemma.lower() in _CONFIRMS for k in saying.cue):  # who admits a thing is not contradicted
            before.append(saying)


def clause_of(tree: Tree, denial: Saying) -> tuple[int, int]:
    """The words of a denial, first and last (exclusive): who denies, that he denies, and with what he points back."""
    words = [k for k in (*denial.source, *denial.cue, *denial.content, *_pointed(tree, denial)) if tree.tokens[k].upos != "PUNCT"]
    return min(words), max(words) + 1


def is_of_accusation(tree: Tree, denial: Saying) -> bool:
    """ "Denied the charges": what is denied is an accusation, whoever made it."""
    return _points_to(tree, denial, _ACCUSATION)


def is_of_figure(tree: Tree, denial: Saying) -> bool:
    """ "Said that those numbers were wrong": the deed is not denied."""
    return _points_to(tree, denial, _FIGURES)


def is_judged(tree: Tree, denial: Saying) -> bool:
    """ "The judge rejected the charges": they are not his."""
    return any(tree.tokens[k].lemma.lower() in _JUDGES for k in denial.source)


def _points_to(tree: Tree, denial: Saying, nouns: frozenset[str]) -> bool:
    return any(tree.tokens[k].lemma.lower() in nouns for k in (*_pointed(tree, denial), *denial.content))


def _denies(tree: Tree, saying: Saying) -> bool:
    return any(tree.tokens[k].lemma.lower() in _DENIES for k in saying.cue)


def _only_denies(tree: Tree, saying: Saying) -> bool:
    if (is_unmade(tree, saying) and not is_neither(tree, saying)) or _is_of_the_past(tree, saying):
        return False
    words = [tree.tokens[k] for k in (*_pointed(tree, saying), *saying.content) if tree.tokens[k].upos != "PUNCT"]
    false = {t.index for t in words if t.lemma.lower() in _FALSE}
    rest = [t for t in words if t.index not in false and t.head not in false and t.upos not in ("DET", "AUX", "SCONJ", "ADP")]  # "an absolute lie"
    is_bare = bool(rest) or any(t.text.lower() in _POINTING for t in words) or _is_exclaimed(tree, saying)
    is_pointing = bool(words) and all(t.text.lower() in _POINTING for t in rest) and is_bare
    is_pointing = is_pointing or _is_of_clause(tree, saying)
    return (is_pointing and (bool(false) or _denies(tree, saying))) or (_denies(tree, saying) and _has_pointing_object(tree, saying))


def _is_exclaimed(tree: Tree, saying: Saying) -> bool:
    """ ""Sheer fantasy," the spokesman said": all that is quoted."""
    first = min(saying.content, default=0)
    return tree.tokens[first].text in _MARKS or (first > 0 and tree.tokens[first - 1].text in _MARKS)


def _is_of_clause(tree: Tree, saying: Saying) -> bool:
    """ "..., which the army denied", "..., something the army denied": all that was said before it."""
    verb = tree.tokens[saying.verb]
    told = [tree.tokens[k].text.lower() for k in saying.content]
    above = tree.tokens[verb.head].text.lower() if verb.relation == "acl:relcl" else ""
    return (told == ["which"] and tree.tokens[min(saying.content) - 1].text == ",") or (not told and above == "something")


def _is_of_the_past(tree: Tree, saying: Saying) -> bool:
    """ "Has denied such allegations in the past": not what has just been said."""
    return any(t.lemma.lower() in _PAST for k in (saying.verb, *_pointed(tree, saying)) for t in tree.children(k, "obl", "nmod"))


def _has_pointing_object(tree: Tree, saying: Saying) -> bool:
    """ "Denied such accusations", "deny the charges published today": nothing below the noun tells what was said."""
    objects = [t for t in tree.children(saying.verb, "obj", "nsubj:pass") if t.upos == "NOUN" and t.text.lower() in _POINTING]
    told = [c for t in [*objects, tree.tokens[saying.verb]] for c in tree.children(t.index, "acl", "ccomp", "nmod") if not _is_of_author(tree, c)]
    return bool(objects) and not told


def _is_of_author(tree: Tree, word: Token) -> bool:
    """Whether what stands below "charges" tells whose they are, or when they came, rather than what they are."""
    is_participle = word.relation == "acl" and not tree.children(word.index, "mark", "nsubj")
    return is_participle or word.relation == "nmod:poss" or tree.case_of(word.index) in ("by", "from")


def _pointed(tree: Tree, saying: Saying) -> list[int]:
    """What is denied that is no part of the content: the "charge" of "denied the charge", and of "a charge that the army denied"."""
    verb = tree.tokens[saying.verb]
    objects = [t.index for t in tree.children(saying.verb, "obj", "nsubj:pass")]
    outside = [k for k in (*saying.cue, *objects) if tree.tokens[k].text.lower() in _POINTING]
    is_that = all(tree.tokens[k].text.lower() in ("that", "which") for k in saying.content) and not _is_of_clause(tree, saying)
    is_bare = is_that or _is_exclaimed(tree, saying)  # "a figure the army called "fabricated""
    return [*outside, verb.head] if verb.relation == "acl:relcl" and is_bare else outside


def _is_other(tree: Tree, earlier: Saying, denial: Saying) -> bool:
    """Whether an earlier saying is another voice's, and near enough."""
    shared = _words(tree, earlier, "PROPN") & _words(tree, denial, "PROPN")
    is_nameless = not (_words(tree, earlier, "PROPN") or _words(tree, denial, "PROPN"))
    is_one = shared or (is_nameless and _words(tree, earlier, "NOUN") & _words(tree, denial, "NOUN"))
    return not is_one and 0 <= tree.tokens[denial.verb].sentence - tree.tokens[earlier.verb].sentence <= BACK


def _words(tree: Tree, saying: Saying, upos: str) -> set[str]:
    return {tree.tokens[k].text.lower() for k in saying.source if tree.tokens[k].upos == upos}
