"""Harm told of a part, or of those told of before: "among the dead were", "the victims included", "they included"."""

from collections.abc import Sequence

from hearsay import lexicons
from hearsay.claims.harm_words import ADJECTIVES, NOUNS, VERBS, Harm, is_irreal
from hearsay.claims.phrases import Tree
from hearsay.records import Token

_THINGS = lexicons.words("harm", "suffered", "things")
_SORTED = lexicons.words("harm", "part", "sorted")
_NONE = lexicons.words("speech", "decline", "none") | lexicons.words("speech", "stance", "denies") | lexicons.words("harm", "part", "none")
_DISASTERS = frozenset(lexicons.load("happening")["classes"]["disaster"])
_PLAIN = ("killed", "wounded", "captured")


def taken_up(tree: Tree, subject: Token, verb: Token) -> Harm | None:
    """The harm of the sentence before, of which "they included two nurses", "the victims were six men" tell more; victims of no harm told before
    are dead."""
    is_victim = subject.lemma.lower() == "victim"
    if not is_victim and subject.text.lower() not in ("they", "these"):
        return None
    if any(t.lemma.lower() in _DISASTERS for t in tree.children(subject.index, "nmod")):
        return None
    measure = of_victims(tree, verb) if is_victim else _told_before(tree, verb)
    return Harm(measure, verb.index, "harm.victims", is_part=True) if measure else None


def of_victims(tree: Tree, verb: Token) -> str:
    """What was done to "the victims" of a sentence: what the one before tells; those of no harm told before are dead. "" if none was done."""
    measure = _told_before(tree, verb)
    return "killed" if measure in (None, "captured") else measure


def _told_before(tree: Tree, verb: Token) -> str | None:
    before = tree.reading.sentences[verb.sentence - 1] if verb.sentence else None
    return _told(tree, list(tree.tokens[before.first : before.last]) if before is not None else [])


def _told(tree: Tree, told: Sequence[Token]) -> str | None:
    """The harm that a sentence tells, likeliest of its main clause: None if it tells of none, "" if it is denied, or only feared."""
    if any(t.lemma.lower() in _NONE or t.text.lower() in _NONE for t in told):
        return ""
    of = {t.index: m for t in told if (m := ADJECTIVES.get(t.text.lower()) or VERBS.get(t.lemma.lower(), {}).get("measure", "")) in _PLAIN}
    real = {k: m for k, m in of.items() if not is_irreal(tree, Harm(m, k, ""))}
    main = (m for k, m in real.items() if tree.tokens[k].relation == "root")
    return next(main, None) or next(iter(real.values()), "" if of else None)


def among(tree: Tree, above: Token) -> Harm | None:
    """ "Among the dead were four doctors", "12 children were among the victims"."""
    if tree.case_of(above.index) != "among":
        is_said = above.lemma.lower() == "be" or (above.lemma.lower() in _SORTED and bool(tree.children(above.index, "aux:pass")))
        below = tree.children(above.index, "obl", "nmod") if is_said else []
        above = next((t for t in below if tree.case_of(t.index) == "among"), above)
        if tree.case_of(above.index) != "among":
            return None
    if any(t.text.lower() in _NONE for t in tree.children(above.index, "advmod")):
        return None
    behind = tree.children(above.index, "acl", "acl:relcl", "amod")
    above = next((t for t in behind if t.text.lower() in ADJECTIVES or _harms(t)), above)  # "among those killed", "among the killed men"
    told = ADJECTIVES.get(above.text.lower()) or _harms(above) or _said_behind(tree, above)
    measure = told or NOUNS.get(above.lemma.lower()) or ("killed" if above.lemma.lower() == "victim" else None)
    return Harm(measure, above.index, "harm.among", is_part=True) if measure else None


def _said_behind(tree: Tree, noun: Token) -> str | None:
    """ "Were among nine people [killed] in the raid", where the tree hangs the people on the verb."""
    verb = tree.tokens[noun.head] if noun.relation == "obl" and noun.head == noun.index + 1 else None
    return ADJECTIVES.get(verb.text.lower()) if verb is not None else None


def _harms(participle: Token) -> str | None:
    """What a past participle says was done to whom it stands beside."""
    row = VERBS.get(participle.lemma.lower()) if participle.text.lower().endswith("ed") else None
    return row["measure"] if row is not None and row["harmed"] == "object" else None


def is_among(tree: Tree, token: Token) -> bool:
    """Whether a word is said to be among the dead: "the groom was among the wounded"."""
    return token.relation.startswith("nsubj") and among(tree, tree.tokens[token.head]) is not None


def among_which(tree: Tree, node: int) -> Harm | None:
    """ "Among the dead were three children", where the tree hangs the dead on the children."""
    for child in tree.children(node, "nmod", "obl", "advcl", "root"):  # "root": where two words were taken for it
        if tree.case_of(child.index) == "with" and child.lemma.lower() in _THINGS:
            return Harm("wounded", child.index, "harm.with")  # "117 people with bullet wounds"
        words = (child, *tree.children(child.index, "amod"))  # "among the killed gunmen"
        measure = next((ADJECTIVES[t.text.lower()] for t in words if t.text.lower() in ADJECTIVES), None) or NOUNS.get(child.lemma.lower())
        if measure and child.index < node and tree.case_of(child.index) == "among":
            return Harm(measure, child.index, "harm.among", is_part=True)
    return None


def gapped(tree: Tree, subject: Token) -> Harm | None:
    """ "A man was killed and a woman critically [injured]", where the tree has the woman killed and the injuring beside her."""
    if subject.relation != "nsubj:pass" or not any(t.index < subject.index for t in tree.children(subject.head, "nsubj:pass")):
        return None
    is_told = subject.head < subject.index  # the verb of the first, which stands before the second
    own = next((t for t in tree.children(subject.index, "acl") if ADJECTIVES.get(t.text.lower()) in _PLAIN), None) if is_told else None
    return Harm(ADJECTIVES[own.text.lower()], own.index, "harm.gapped") if own is not None else None
