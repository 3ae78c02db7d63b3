"""The words of harm (lexicons/en/harm.toml), and what the words beside one make of it: fatal, both killed and wounded, not real."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from hearsay import lexicons
from hearsay.claims.phrases import Tree
from hearsay.records import Token

_HARM = lexicons.load("harm")
VERBS = {word: row for row in _HARM["verb"] for word in row["words"]}
_ROUGH = lexicons.words("harm", "rough", "nouns")
_PEOPLE = lexicons.words("people", "nouns") | lexicons.words("people", "crowds")
_ESCAPED = lexicons.words("harm", "escaped", "from")
ADJECTIVES: dict[str, str] = _HARM["adjective"]
NOUNS: dict[str, str] = _HARM["noun"]
_MEANT: dict[str, list[Mapping[str, Any]]] = {
    verb: [row for row in _HARM["meant"] if verb in row["verbs"]] for rows in _HARM["meant"] for verb in rows["verbs"]
}
_FATAL, _FATAL_NOUNS = frozenset(_HARM["fatal"]["adverbs"]), frozenset(_HARM["fatal"]["nouns"])
_IRREAL = frozenset(_HARM["irreal"]["aux"])
IRREAL_VERBS = frozenset(_HARM["irreal"]["verbs"])
_NOT = lexicons.words("harm", "irreal", "not")
_BOUNDS = lexicons.words("harm", "bound", "words")
_BOUND_WORDS = 5  # from a verb to the number behind it


@dataclass(frozen=True, slots=True)
class Harm:
    """``word`` is the word of harm; ``needs_people``: the measure holds for people only, so the counted noun must mean people."""

    measure: str
    word: int
    rule: str
    needs_people: bool = False
    is_total: bool = False
    is_part: bool = False


def meant(tree: Tree) -> Tree:
    """The tree with the verb that another stands for with what is below it: "beaten to death" is killed. The same tree if there is none."""
    tokens = tuple(_meant(tree, token) for token in tree.tokens)
    return tree if tokens == tree.tokens else Tree(replace(tree.reading, tokens=tokens))


def not_told(tree: Tree, verb: Token) -> Sequence[str]:
    """The types of happening that a verb which stands for another tells nothing of: nobody is arrested who is "detained in hospital"."""
    row = _row_of(tree, verb)
    return row["no"] if row is not None else ()


def _meant(tree: Tree, verb: Token) -> Token:
    row = _row_of(tree, verb)
    return verb if row is None else replace(verb, text=row["means"][0], lemma=row["means"][1])


def _row_of(tree: Tree, verb: Token) -> Mapping[str, Any] | None:
    for row in _MEANT.get(verb.lemma.lower(), ()) if verb.upos == "VERB" else ():
        heads = (verb, *tree.children(verb.index, "obj"))  # "clubbed three men to death"
        below = [t for head in heads for t in tree.children(head.index, "obl", "xcomp", "nmod") if t.lemma.lower() in row["nouns"]]
        below = [t for t in below if tree.case_of(t.index) in row["case"] and not _is_short_of(tree, verb, t, row)]
        if below and not (row.get("bare") and _is_kept(tree, verb, below[0], row)):
            return row
    return None


def _is_short_of(tree: Tree, verb: Token, noun: Token, row: Mapping[str, Any]) -> bool:
    """ "Beaten nearly to death"."""
    return any(t.text.lower() in row.get("not", ()) for t in tree.tokens[verb.index : noun.index])


def _is_kept(tree: Tree, verb: Token, place: Token, row: Mapping[str, Any]) -> bool:
    """ "Rebels detained them in a clinic": held there by somebody, not treated."""
    is_passive = bool(tree.children(verb.index, "aux:pass")) or verb.relation == "acl"
    whom = tree.children(verb.index, "nsubj:pass")
    is_bare = not tree.children(place.index, "det", "nmod:poss") and not any(t.lemma.lower() in row["not_whom"] for t in whom)
    return not (is_passive and is_bare) or bool(tree.children(verb.index, "obl:agent", "obj"))


def measure_of(noun: Token, measure: str, behind: Iterable[Token]) -> str:
    """The measure of a noun of harm: "the loss of 220 soldiers" is their death; ``behind`` are the words that may be the people."""
    is_death = noun.text.lower() == "loss" and any(t.lemma.lower() in _PEOPLE for t in behind)
    return "killed" if is_death else measure


def is_harm_verb(token: Token) -> bool:
    """Whether a word is a verb of harm, whatever it was tagged: "injure 9" in a headline."""
    return token.lemma.lower() in VERBS or token.text.lower() in VERBS


def is_irreal(tree: Tree, harm: Harm) -> bool:
    """ "could kill thousands", "threatened to kill", "were not killed": harm that is not said to have happened; nor does who escapes from jail flee
    a war. What somebody "did not kill" is a denial of his."""
    token = tree.tokens[harm.word]
    if tree.children(harm.word, "aux:pass", "cop") and _is_negated(tree, token):
        return True
    if harm.measure == "displaced" and any(t.lemma.lower() in _ESCAPED for t in tree.children(harm.word, "obl", "obj")):
        return True
    aux = {t.lemma.lower() for t in tree.children(harm.word, "aux")}
    if aux & _IRREAL and "have" not in aux:  # "might have been killed" is said of what has happened
        return True
    above = tree.tokens[token.head] if token.head >= 0 else None
    return above is not None and token.relation in ("xcomp", "ccomp") and above.lemma.lower() in IRREAL_VERBS and is_infinitive(tree, token)


def _is_negated(tree: Tree, token: Token) -> bool:
    """ "Were not killed"; not "were not only killed"."""
    nots = [t for t in tree.children(token.index, "advmod") if t.text.lower() in _NOT]
    return any([after.text.lower() for after in tree.tokens[t.index + 1 : t.index + 2]] != ["only"] for t in nots)


def is_infinitive(tree: Tree, token: Token) -> bool:
    """Whether a verb stands behind "to"."""
    return any(t.text.lower() == "to" for t in tree.children(token.index, "mark"))


def begins_count(tree: Tree, at: int) -> bool:
    """Whether a number with its bound stands here: "two bombers killed [at least 32]"; not "57 killed, more than 150 injured" without the comma."""
    words = tree.tokens[at : at + _BOUND_WORDS]
    number = next((n for n, t in enumerate(words) if t.upos == "NUM"), 0)
    behind = tree.tokens[at + number + 1 : at + number + 2]
    is_bound = number > 0 and all(t.text.lower() in _BOUNDS for t in words[:number])
    return is_bound and not any(t.text.lower() in ADJECTIVES for t in behind)


def fatal(tree: Tree, harm: Harm) -> Harm:
    """ "fatally wounded", "shot to death", "shot and killed": a wounding that killed; in "four were shot, two fatally" only of the two."""
    if harm.measure != "wounded":
        return harm
    below = tree.children(harm.word, "advmod", "xcomp", "obl", "conj", "compound", "advcl", "amod")
    for whom in tree.children(harm.word, "obj"):  # "shooting three people to death", "burned six people alive"
        below += [t for t in tree.children(whom.index, "nmod", "amod", "advmod") if t.index > whom.index]
    after = tree.tokens[harm.word + 1 : harm.word + 2] if tree.tokens[harm.word].lemma.lower() == "shoot" else ()  # "shot dead three detainees"
    is_fatal = any(_is_fatal(tree, t) or _kills_too(tree, harm, t) or _dies(tree, t) for t in (*below, *after))
    return replace(harm, measure="killed", rule="harm.fatal") if is_fatal or _is_led_out(tree, harm) else harm


def _is_led_out(tree: Tree, harm: Harm) -> bool:
    """ "Were lined up and shot"."""
    token = tree.tokens[harm.word]
    return token.relation == "conj" and tree.tokens[token.head].lemma.lower() in _HARM["fatal"]["led"] and token.lemma.lower() == "shoot"


def _is_fatal(tree: Tree, word: Token) -> bool:
    if word.text.lower() in _FATAL:
        return not _is_of_some(tree, word)
    return word.lemma.lower() in _FATAL_NOUNS and tree.case_of(word.index) == "to"


def _is_of_some(tree: Tree, adverb: Token) -> bool:
    """ "two fatally", "one of them fatally": not all of those shot."""
    before = tree.tokens[max(0, adverb.index - 3) : adverb.index]
    return bool(before) and (before[-1].upos == "NUM" or [t.text.lower() for t in before[1:]] in (["of", "them"], ["of", "whom"]))


def _dies(tree: Tree, other: Token) -> bool:
    """ "Was shot and [died]", "and was [pronounced] dead": said of those wounded, if of nobody else."""
    if other.relation != "conj" or other.upos != "VERB" or tree.children(other.index, "nsubj", "nsubj:pass", "obj"):
        return False
    row = VERBS.get(other.lemma.lower())
    is_death = row is not None and row["measure"] == "killed" and row["harmed"] == "subject"
    return is_death or any(t.text.lower() == "dead" for t in tree.children(other.index, "xcomp"))


def _kills_too(tree: Tree, harm: Harm, other: Token) -> bool:
    """ "and killed", with nobody else killed."""
    row = VERBS.get(other.lemma.lower())
    is_killing = row is not None and row["measure"] == "killed" and other.relation == "conj" and other.index - harm.word <= 3
    return is_killing and not tree.children(other.index, "nsubj", "nsubj:pass") and tree.tokens[harm.word].lemma.lower() in ("shoot", "shot")


def together(tree: Tree, harm: Harm) -> Harm:
    """ "30 killed or wounded": one count of both."""
    own = tree.tokens[harm.word]
    pair = set(_HARM["together"]["pair"])
    for other in [*tree.children(harm.word, "conj"), *([tree.tokens[own.head]] if own.relation == "conj" else [])]:
        row = VERBS.get(other.lemma.lower())
        measure = row["measure"] if row else ADJECTIVES.get(other.text.lower()) or NOUNS.get(other.lemma.lower())
        if row and row["id"] == "shoot":
            continue  # "shot and killed": one thing, not two
        behind = tree.tokens[other.index + 1 : other.index + 1 + _BOUND_WORDS]
        if own.upos == "NOUN" and tree.children(own.index, "nummod") and any(t.upos == "NUM" or t.lemma.lower() in _ROUGH for t in behind):
            continue  # "causing 9 deaths and injuring more than 30"
        if measure and {measure, harm.measure} == pair and 0 < other.index - harm.word <= 2:
            return Harm(_HARM["together"]["measure"], harm.word, "harm.together", harm.needs_people, harm.is_total)
    return harm
