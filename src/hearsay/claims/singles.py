"""One person harmed, without a number: "a soldier was killed"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims.count import Count
from hearsay.claims.counted import ARTICLES, CLOSE, ENDINGS, PARTS, PERSONS, has_number, is_such_a_one
from hearsay.claims.harm import harm_of
from hearsay.claims.harm_parts import is_among
from hearsay.claims.harm_words import ADJECTIVES, VERBS, Harm, is_irreal
from hearsay.claims.idioms import idiom
from hearsay.claims.named_dead import named_dead
from hearsay.claims.phrases import INDEFINITE, Tree, party_of
from hearsay.claims.plights import LEFT_TOWN
from hearsay.claims.roles import roles
from hearsay.records import Party, Token

FAR = 12  # words from a count over "according to" to its parts
_NAMING = ("appos", "flat")
_ONE = frozenset(("he", "she", "him"))
_ARMED = lexicons.words("happening", "classes", "armed")  # "a Marine" is no nation's
_SELF = frozenset(("himself", "herself"))
_CARE = lexicons.words("harm", "care", "brought") | lexicons.words("harm", "care", "treated")


def find_singles(tree: Tree, tokens: Sequence[Token], counts: Sequence[Count]) -> Iterator[Count]:
    """ "a soldier was killed", "the commander Rahim was killed": one person, without a number. ``counts`` are those of the sentence with one."""
    done = -1
    for token in tokens:
        if token.text.lower() in _ONE | _SELF and (told := _pronoun(tree, token)) is not None:
            yield told
        if (taken := _captured(tree, token)) is not None:
            yield taken
        if (
            not (token.upos in ("NOUN", "PROPN") or _is_aged(tree, token) or _is_of_nation(tree, token))
            or not _is_single(tree, token)
            or _is_one_of(tree, token, counts)
        ):
            continue
        named = next((t for t in tree.children(token.index, *_NAMING) if _is_other_person(tree, t, token)), None)
        harm = named_dead(tree, token) or _said_part(tree, token, counts) or idiom(tree, *_single_span(tree, token)) or harm_of(tree, token.index)
        if (
            harm is None
            or harm.rule == LEFT_TOWN
            or is_irreal(tree, harm)
            or harm.is_total
            or (harm.rule.startswith("harm.noun") and harm.word == token.index)
        ):
            continue
        if not _is_person(tree, token) or (harm.rule == "harm.modifier" and _is_aside(tree, token, harm)):
            continue
        token = named or token
        first, last = _single_span(tree, token)
        if first < done or (first == done and tree.name_at(token.index) is not None):
            continue  # "my husband Karim": the name stands for both
        done = last
        victims = () if _is_aged(tree, token) else (_one_of(tree, token),)
        yield Count(harm.measure, 1, 1, 1, first, last, harm.word, victims, f"{harm.rule}.single", is_part=harm.is_part)


def _is_one_of(tree: Tree, token: Token, counts: Sequence[Count]) -> bool:
    """Whether words only say who the one is that is counted: "one of the commanders, Mullah Nasir", "one of them a girl"."""
    first = _single_span(tree, token)[0]
    if [t.text.lower() for t in tree.tokens[max(0, first - 3) : first]] in (["one", "of", "them"], ["one", "of", "whom"]):
        return True
    one = next((count for count in counts if count.low == count.high == 1 and count.first <= token.head < count.last), None)
    return one is not None and token.relation in _NAMING and tree.name_at(token.index) is not None


def _captured(tree: Tree, token: Token) -> Count | None:
    """ "killed a pilot [whom] they captured": what the clause behind tells was done to one person too."""
    for verb in tree.children(token.index, "acl:relcl") if token.upos == "NOUN" and _is_person(tree, token) and _is_single(tree, token) else ():
        row = VERBS.get(verb.lemma.lower())
        doers = [t for t in tree.children(verb.index, "nsubj") if t.text.lower() not in ("who", "that", "which")]
        is_done = row is not None and row["harmed"] == "object" and row["measure"] == "captured"
        if row is not None and is_done and doers and not [t for t in tree.children(verb.index, "obj", "aux:pass") if t.upos != "PRON"]:
            first, last = _single_span(tree, token)
            return Count(row["measure"], 1, 1, 1, first, last, verb.index, (party_of(tree, token.index),), "harm.clause.single")
    return None


def _is_aside(tree: Tree, token: Token, harm: Harm) -> bool:
    """Whether the harm of a person named is but a participle beside the name; "..., who was killed last Friday" tells of it."""
    return tree.name_at(token.index) is not None and tree.tokens[harm.word].relation != "acl:relcl"


def _pronoun(tree: Tree, token: Token) -> Count | None:
    """ "He died there", "wounding himself": one person, named before."""
    who = _self(tree, token) if token.text.lower() in _SELF else None
    known = tree.reading.antecedents.get(token.index)
    who = tree.tokens[known] if known is not None else who or _doer_before(tree, token) or _harmed_before(tree, token)
    if who is None or not (_is_person(tree, who) or token.text.lower() in _SELF):
        return None
    harm = harm_of(tree, token.index)
    if harm is None or is_irreal(tree, harm) or harm.rule.startswith("harm.noun") or tree.tokens[harm.word].lemma.lower() == "lose":
        return None  # "how many soldiers he had lost" is not of him
    victim = party_of(tree, token.index if token.index in tree.reading.antecedents else who.index)
    return Count(harm.measure, 1, 1, 1, token.index, token.index + 1, harm.word, (victim,), f"{harm.rule}.single")


def _doer_before(tree: Tree, pronoun: Token) -> Token | None:
    """The gunman of "a [gunman] killed nine before he was shot dead"."""
    clause = tree.tokens[pronoun.head] if pronoun.relation == "nsubj:pass" and pronoun.head >= 0 else None
    if clause is None or clause.relation != "advcl" or clause.head < 0:
        return None
    doers = [t for t in tree.children(clause.head, "nsubj") if t.relation == "nsubj" and t.index < pronoun.index]
    return doers[0] if len(doers) == 1 and doers[0].text.lower() == doers[0].lemma.lower() else None


def _harmed_before(tree: Tree, pronoun: Token) -> Token | None:
    """The man of "a [man] was shot and taken to hospital, where he died": the person told of last, hurt and not yet dead."""
    if not _dies(tree, pronoun):
        return None
    begin = tree.reading.sentences[max(0, pronoun.sentence - 1)].first
    last = next((t for t in reversed(tree.tokens[begin : pronoun.index]) if t.upos == "NOUN" and _is_person(tree, t)), None)
    if last is None or last.text.lower() != last.lemma.lower() or last.relation not in ("nsubj", "nsubj:pass", "obj"):
        return None
    harm = harm_of(tree, last.index)
    is_cared_for = tree.tokens[last.head].lemma.lower() in _CARE
    return last if (harm is not None and harm.measure == "wounded") or (harm is None and is_cared_for) else None


def _self(tree: Tree, token: Token) -> Token | None:
    """Who "himself" is: the subject of its verb."""
    subject = roles(tree, token.head).subject if token.head >= 0 and token.relation == "obj" else ()
    return tree.tokens[subject[0]] if len(subject) == 1 else None


def _is_other_person(tree: Tree, word: Token, token: Token) -> bool:
    """Whether a word is in a person's name that the token is not part of."""
    name = tree.name_at(word.index)
    return name is not None and name.kind == "person" and not name.first <= token.index < name.last


def _said_part(tree: Tree, token: Token, counts: Sequence[Count]) -> Harm | None:
    """ "killed four civilians including a child", "20 others, including their colleague Rahim, were hurt", where the tree has lost the thread: the
    count just before says the harm."""
    first = min(_single_span(tree, token)[0], *(t.index for t in tree.children(token.index, "nmod:desc")), token.index)
    if first == 0 or tree.tokens[first - 1].text.lower() not in PARTS:
        return None
    noun = next((t for t in reversed(tree.tokens[max(0, first - CLOSE) : first]) if t.upos in ("NOUN", "NUM")), None)
    harm = harm_of(tree, noun.index) if noun and noun.sentence == token.sentence else None
    told_by = "according" in {t.text.lower() for t in tree.tokens[max(0, first - FAR) : first]}  # "were killed, according to Demo News, including"
    whole = next((c for c in reversed(counts) if not c.is_declined and 0 <= first - c.last <= (FAR if told_by else 2)), None)
    if harm is None and whole is not None:
        return Harm(whole.measure, whole.harm, "harm.part", is_part=True)
    return replace(harm, is_part=True) if harm else None


def _is_single(tree: Tree, token: Token) -> bool:
    name = tree.name_at(token.index)
    if name is not None and name.kind == "person":
        # "a soldier, Corporal Khan": the noun stands for both
        head = tree.tokens[token.head]
        is_told = token.relation in _NAMING and _is_person(tree, head) and _is_single(tree, head)
        return not name.first <= token.head < name.last and not is_told
    articles = [
        t for t in tree.children(token.index, "det", "nmod:poss") if t.text.lower() in ARTICLES or (t.relation == "nmod:poss" and t.upos != "PRON")
    ]
    is_named = any((n := tree.name_at(t.index)) and n.kind == "person" for t in tree.children(token.index, *_NAMING))
    if _is_told_before(tree, token) or is_such_a_one(tree, token.index) or _is_owner(tree, token):
        return False
    first = _single_span(tree, token)[0]
    told_in = [t for t in tree.children(token.index, "acl:relcl") if t.lemma.lower() in VERBS]
    is_said = (token.relation == "nsubj:pass" or _dies(tree, token)) and not told_in  # not "the man who was killed has been identified"
    is_told = is_said or is_among(tree, token) or (first > 0 and tree.tokens[first - 1].text.lower() in PARTS)
    is_owned = any(t.text.lower() not in ARTICLES for t in articles)  # "the town's mayor"
    is_told = is_told or (_is_struck(tree, token) and (is_owned or not tree.tokens[token.head].text.lower().endswith("ing")))
    if (is_owned or [t.text.lower() for t in articles] == ["the"]) and not is_told and not is_named:
        return False  # "police killed the pilot" tells of a death; "the execution of the pilot", "killing the pilot" speak of one told before
    is_one = token.text.lower() == token.lemma.lower() and not has_number(tree, token.index)
    return is_one and (bool(articles) or _is_in_headline(tree, token, first))


def _is_owner(tree: Tree, token: Token) -> bool:
    """ "The [girl]'s father was killed" tells of no harm to her."""
    head = tree.tokens[token.head]
    return token.relation == "nmod:poss" and head.upos == "NOUN" and head.index > token.index and _is_person(tree, head)


def _dies(tree: Tree, token: Token) -> bool:
    """ "The pilot [died]"."""
    row = VERBS.get(tree.tokens[token.head].lemma.lower()) if token.relation == "nsubj" else None
    return row is not None and row["measure"] == "killed" and row["harmed"] == "subject"


def _is_struck(tree: Tree, token: Token) -> bool:
    """ "A shell killed the mayor's [wife]": what is done to the object of a verb of harm."""
    verb = tree.tokens[token.head] if token.relation == "obj" else None
    row = VERBS.get(verb.lemma.lower()) if verb is not None else None
    return row is not None and row["harmed"] == "object"


def _is_in_headline(tree: Tree, token: Token, first: int) -> bool:
    """ "Soldier killed in ambush", "41-year-old man dead in Bel": a headline leaves out "a" and "was"."""
    begin = tree.reading.sentences[token.sentence].first
    is_first = token.upos == "NOUN" and set(range(begin, first)) <= set(tree.subtree(token.index))
    verb = tree.tokens[token.head] if token.head > token.index else None
    if verb is None:  # "man [dead]", "girl fatally [shot]" without a verb
        behind = next((t for t in tree.tokens[token.index + 1 : token.index + 3] if t.upos != "ADV" and not t.text.endswith("ly")), None)
        is_told = behind is not None and behind.head == token.index and (behind.text.lower() in ADJECTIVES or behind.lemma.lower() in VERBS)
        return is_first and is_told and token.relation == "root"
    return is_first and token.relation.startswith("nsubj") and not tree.children(verb.index, "aux", "aux:pass", "obj")


def _is_told_before(tree: Tree, token: Token) -> bool:
    """ "Rahim, the commander of the front": the name stands for both."""
    first = _single_span(tree, token)[0]
    return tree.person_before(first) is not None and tree.tokens[first].text.lower() != "whose"  # "Lena Holt, whose father was killed"


def _is_aged(tree: Tree, token: Token) -> bool:
    """ "A 17-year-old was killed": an age that stands for a person."""
    before = [t.text.lower() for t in tree.tokens[max(0, token.index - 3) : token.index]]
    return token.text.lower() == "old" and before in (["-", "year", "-"], ["-", "month", "-"]) and not token.relation.startswith("amod")


def _is_person(tree: Tree, token: Token) -> bool:
    name = tree.name_at(token.index)
    low = token.lemma.lower()
    is_person = (name is not None and name.kind == "person") or low in PERSONS or low.endswith(ENDINGS)
    return is_person or _is_aged(tree, token) or _is_of_nation(tree, token)


def _one_of(tree: Tree, token: Token) -> Party:
    """Who is harmed: "a Chinese" is not China."""
    party = party_of(tree, token.index)
    return replace(party, name=f"{party.name} national", kind="person") if _is_of_nation(tree, token) else party


def _is_of_nation(tree: Tree, token: Token) -> bool:
    """ "a Malay", "another Chinese"."""
    name = tree.name_at(token.index)
    is_one = name is not None and name.kind == "norp" and any(t.text.lower() in INDEFINITE for t in tree.children(token.index, "det"))
    return is_one and token.lemma.lower() not in _ARMED and token.relation in ("obj", "nsubj", "nsubj:pass", "conj")


def _single_span(tree: Tree, token: Token) -> tuple[int, int]:
    name = tree.name_at(token.index)
    first = min([token.index, *(t.index for t in tree.children(token.index, "det", "nmod:poss", "amod", "compound") if t.index < token.index)])
    last = max(token.index + 1, name.last if name else 0)
    return first, last
