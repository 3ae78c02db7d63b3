"""Counts of people harmed, as the text has them, before it is known whose word they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from hearsay import lexicons
from hearsay.claims.clausal import silent_on
from hearsay.claims.harm import Harm, harm_by_place, harm_of, is_harm_verb, is_irreal
from hearsay.claims.phrases import Tree, party_of
from hearsay.claims.quantities import Quantity, find_quantities
from hearsay.records import Party, Token

_HARM = lexicons.load("harm")
_THINGS = frozenset(_HARM["things"]["nouns"])
_ANYBODY = frozenset(_HARM["anybody"]["nouns"])
_ARTICLES = frozenset(_HARM["article"]["words"])
_NOUNS: dict[str, str] = _HARM["noun"]
_ADJECTIVES: dict[str, str] = _HARM["adjective"]
_DECLINE = lexicons.load("speech")["decline"]
_PEOPLE = lexicons.load("people")
_PERSONS = frozenset(_PEOPLE["nouns"])
_CLASSES = frozenset(_PEOPLE["classes"])
_CROWDS = frozenset(_PEOPLE["crowds"])
_ENDINGS = tuple(_PEOPLE["endings"])
_TOLLS = frozenset({"toll", "figure", "number"})  # "no toll" is silence, not a count of none
_PART = frozenset(_HARM["part"]["words"]) - {"them"}
_CLOSE = 8  # words between a whole and its part
_NEAR = 14  # words between two counts of the same people
_OTHERS = frozenset({"others", "other", "more", "another"})


@dataclass(frozen=True, slots=True)
class Count:
    """One harm count: words ``first`` to ``last`` (exclusive), the word of harm, the victims as the phrase names them ([] if it does not)."""

    measure: str
    low: int | None
    high: int | None
    best: int | None
    first: int
    last: int
    harm: int
    victims: tuple[Party, ...]
    rule: str
    is_approximate: bool = False
    is_total: bool = False
    is_added: bool = False
    is_part: bool = False
    is_declined: bool = False


def find_counts(tree: Tree) -> list[Count]:
    """All harm counts of a reading in the order of the text."""
    out: list[Count] = []
    for sentence in tree.reading.sentences:
        tokens = tree.tokens[sentence.first : sentence.last]
        found = [*_numbered(tree, tokens, out[-1] if out else None), *_declined(tree, tokens)]
        taken = {k for count in found for k in range(count.first, count.last)}
        found += [count for count in _singles(tree, tokens) if not taken & set(range(count.first, count.last))]
        joined = _joined(tree, sorted(found, key=lambda count: count.first))
        out.extend(_inherited(tree, joined, out[-1] if out else None))
    return out


def _numbered(tree: Tree, tokens: Sequence[Token], last: Count | None) -> Iterator[Count]:
    """The counts of a sentence; ``last`` is the one before it."""
    base = tokens[0].index
    for found in find_quantities(tokens):
        if found.kind == "cardinal":
            count = _count(tree, replace(found, first=found.first + base, last=found.last + base), last)
            if count is not None:
                yield count
                last = count


def _count(tree: Tree, number: Quantity, before: Count | None) -> Count | None:
    top = _top(tree, number.first, number.last)
    noun = _counted(tree, top, number)
    if noun is not None and (tree.tokens[noun].lemma.lower() in _THINGS or (number.high == 0 and tree.tokens[noun].lemma.lower() in _TOLLS)):
        return None
    node = top if noun is None else noun
    end = _end(number, node)
    harm = harm_by_place(tree, number.first, end, before.harm if before else None) or _listed(tree, number.first, before)
    harm = harm or harm_of(tree, node) or harm_of(tree, top) or _part_of(tree, number.first, before) or _among_them(tree, node, before)
    if harm is None or is_irreal(tree, harm) or (harm.needs_people and not _is_people(tree, noun)) or (number.high == 0 and _is_untold(tree, harm)):
        return None
    return Count(
        measure=harm.measure,
        low=number.low,
        high=number.high,
        best=number.best,
        first=number.first,
        last=end,
        harm=harm.word,
        victims=_victims(tree, noun, harm),
        rule=harm.rule,
        is_approximate=number.is_approximate,
        is_total=harm.is_total or _since(tree, harm),
        is_added=number.is_added,
        is_part=harm.is_part,
    )


def _among_them(tree: Tree, node: int, before: Count | None) -> Harm | None:
    """ "Among them were six children": of those counted in the sentence before."""
    if before is None or tree.tokens[node].sentence - tree.tokens[before.last - 1].sentence > 1:
        return None
    near = [tree.tokens[node], *tree.ancestors(node)][:3]
    for token in [c for t in near for c in [t, *tree.children(t.index, "obl", "nmod")]]:
        if token.text.lower() in ("them", "those") and tree.case_of(token.index) == "among":
            return Harm(before.measure, before.harm, "harm.among", is_total=before.is_total, is_part=True)
    return None


def _is_untold(tree: Tree, harm: Harm) -> bool:
    """ "No casualties were given" is silence, "no casualties were reported" a count of none."""
    verb = tree.tokens[harm.word].head
    return verb >= 0 and tree.tokens[verb].lemma.lower() in _DECLINE["untold"]


def _listed(tree: Tree, first: int, before: Count | None) -> Harm | None:
    """A part that "including" stands right before."""
    return _part_of(tree, first, before) if first and tree.tokens[first - 1].text.lower() in _PART else None


def _part_of(tree: Tree, first: int, before: Count | None) -> Harm | None:
    """ "killed 18 people including five children [and two women]": a part of the count just before, by the order of words alone."""
    if before is None or first - before.last > _CLOSE or tree.tokens[before.last - 1].sentence != tree.tokens[first].sentence:
        return None
    between = {t.text.lower() for t in tree.tokens[before.last : first]}
    is_listed = before.is_part and first - before.last <= 2 and between <= {",", "and"}
    if between & _PART or is_listed:
        return Harm(before.measure, before.harm, "harm.part", is_total=before.is_total, is_part=True)
    return None


def _end(number: Quantity, noun: int) -> int:
    """Where the number with its noun ends; a noun far off is left out."""
    return noun + 1 if number.last <= noun < number.last + 8 else number.last


def _top(tree: Tree, first: int, last: int) -> int:
    """The word of the number expression that hangs outside it: the last one that is a number or noun, if several do."""
    inside = range(first, last)
    tops = [k for k in inside if tree.tokens[k].head not in inside]
    solid = [k for k in tops if tree.tokens[k].upos in ("NUM", "NOUN", "PRON", "PROPN", "DET")]
    return solid[-1] if solid else (tops or [last - 1])[-1]


def _counted(tree: Tree, top: int, number: Quantity) -> int | None:
    """The noun that the number counts: its governor ("300 soldiers"), or what comes with "of" ("dozens of soldiers")."""
    token = tree.tokens[top]
    base = token.relation.split(":")[0]
    if base in ("nummod", "det", "compound", "amod", "advmod") and token.head >= number.last - 1:
        noun = tree.tokens[token.head]
        if noun.upos in ("NOUN", "PROPN", "ADJ", "PRON", "NUM", "VERB"):
            return _through(tree, noun.index)
    return _through(tree, top) if _below_of(tree, top) is not None else _next_noun(tree, number.last)


def _next_noun(tree: Tree, last: int) -> int | None:
    """The noun right after a number, by the order of words alone: "57 Civilians" in a headline that the tree has lost."""
    found = None
    for token in tree.tokens[last : last + 4]:
        if (token.upos not in ("ADJ", "NOUN", "PROPN") and not (token.text.isupper() and len(token.text) > 1)) or token.text.lower() in _ADJECTIVES or is_harm_verb(token) or token.sentence != tree.tokens[last - 1].sentence:
            break
        found = token.index if token.upos != "ADJ" else found
    return found


def _through(tree: Tree, noun: int) -> int:
    """From a word that only collects ("dozens", "members") to what is collected, where "of" says it."""
    below = _below_of(tree, noun)
    collects = tree.tokens[noun].lemma.lower() in _HARM["collective"]["nouns"] or tree.tokens[noun].upos == "NUM"
    return below if below is not None and collects else noun


def _below_of(tree: Tree, noun: int) -> int | None:
    for child in tree.children(noun, "nmod", "obl"):
        if child.index > noun and tree.case_of(child.index) == "of":
            return child.index
    return None


def _is_people(tree: Tree, noun: int | None) -> bool:
    """Whether a noun can mean people, for measures that towns and tanks share: not a thing, not a place."""
    if noun is None:
        return True
    name = tree.name_at(noun)
    low = tree.tokens[noun].lemma.lower()
    if low in _PERSONS or low in _CROWDS or low.endswith(_ENDINGS) or tree.tokens[noun].upos in ("PRON", "NUM"):
        return True
    return low in _ANYBODY or (name is not None and name.kind in ("norp", "organisation", "person"))


def _since(tree: Tree, harm: Harm) -> bool:
    """ "since January": a running total."""
    below = tree.children(harm.word, "obl", "advmod", "nmod", "advcl")
    return any(t.text.lower() == "since" for child in below for t in [child, *tree.children(child.index, "case", "mark")])


def _victims(tree: Tree, noun: int | None, harm: Harm) -> tuple[Party, ...]:
    """Whose people they are: the counted noun, or what the noun of harm has with "of" or before it; [] for mere people."""
    if noun is None or tree.tokens[noun].lemma.lower() in _NOUNS or tree.tokens[noun].text.lower() in _ADJECTIVES:
        noun = _owner(tree, harm.word if noun is None else noun)
    if (
        noun is None
        or tree.tokens[noun].upos in ("NUM", "DET")
        or tree.tokens[noun].text.lower() in ("those", "who", "that", "quarter", "half", "tens")
    ):
        return ()
    if tree.tokens[noun].text.lower() == "them" and noun + 1 < len(tree.tokens) and tree.tokens[noun + 1].upos == "NOUN":
        noun += 1  # "five of them children"
    if tree.tokens[noun].lemma.lower() in _ANYBODY and not tree.children(noun, "compound", "amod"):
        return ()
    return tuple(party_of(tree, k) for k in tree.conjuncts(noun) if k == noun or _is_plain(tree, k))


def _is_plain(tree: Tree, noun: int) -> bool:
    """A conjunct that shares the count: "12 soldiers and policemen", not "12 soldiers and three policemen"."""
    token = tree.tokens[noun]
    return token.upos in ("NOUN", "PROPN") and not _has_number(tree, noun) and token.lemma.lower() not in _HARM["collective"]["nouns"]


def _has_number(tree: Tree, noun: int) -> bool:
    return bool(tree.children(noun, "nummod"))


def _owner(tree: Tree, noun: int) -> int | None:
    """ "12 deaths of soldiers", "several hundred Taliban casualties", "losses on it"."""
    if tree.tokens[noun].lemma.lower() not in _NOUNS:
        return None
    verb = tree.tokens[noun].head
    if verb >= 0 and tree.tokens[noun].relation in ("obj", "conj") and (found := _by_verb(tree, verb)) is not None:
        return found
    below = [t for t in tree.children(noun, "nmod", "compound", "amod") if t.upos in ("NOUN", "PROPN", "ADJ") and t.lemma.lower() not in _NOUNS]
    named = [t for t in below if tree.name_at(t.index) or t.relation.startswith("nmod") or t.lemma.lower() in _PERSONS]
    fitting = (t.index for t in named if tree.case_of(t.index) not in ("in", "from", "on", "at", "during", "since", "by"))
    return next(fitting, None)


def _by_verb(tree: Tree, verb: int) -> int | None:
    """ "inflicted losses on them", "repelled the rebel attack and inflicted losses", "suffered losses"."""
    low = tree.tokens[verb].lemma.lower()
    if low in _HARM["losses"]["suffer"]:
        return next((t.index for t in tree.children(verb, "nsubj")), None)
    if low not in _HARM["losses"]["inflict"]:
        return None
    on = [t for t in tree.children(verb, "obl", "nmod") if tree.case_of(t.index) == "on"]
    if on:
        return on[0].index
    before = tree.tokens[verb].head if tree.tokens[verb].relation == "conj" else -1
    struck = next((t for t in tree.children(before, "obj") if t.index > before), None) if before >= 0 else None
    return _whose(tree, struck) if struck else None


def _whose(tree: Tree, noun: Token) -> int:
    """The side that an act is of ("the Taliban attack"), or the noun itself."""
    sides = [t for t in tree.children(noun.index, "compound", "nmod", "amod") if (n := tree.name_at(t.index)) and n.kind in ("organisation", "norp")]
    return sides[0].index if sides else noun.index


def _singles(tree: Tree, tokens: Sequence[Token]) -> Iterator[Count]:
    """ "a soldier was killed", "the commander Rahim was killed": one person, without a number."""
    for token in tokens:
        if token.upos not in ("NOUN", "PROPN") or not _is_single(tree, token):
            continue
        named = next((t for t in tree.children(token.index, "appos") if (n := tree.name_at(t.index)) and n.kind == "person"), None)
        harm = harm_of(tree, token.index) or _said_part(tree, token)
        if harm is None or is_irreal(tree, harm) or harm.is_total or (harm.rule.startswith("harm.noun") and harm.word == token.index):
            continue
        if not _is_person(tree, token) or (harm.rule == "harm.modifier" and tree.name_at(token.index) is not None):
            continue
        token = named or token
        first, last = _single_span(tree, token)
        yield Count(harm.measure, 1, 1, 1, first, last, harm.word, (party_of(tree, token.index),), f"{harm.rule}.single", is_part=harm.is_part)


def _said_part(tree: Tree, token: Token) -> Harm | None:
    """ "killed four civilians including a child", where the tree has lost the thread: the count just before says the harm."""
    first = _single_span(tree, token)[0]
    if first == 0 or tree.tokens[first - 1].text.lower() not in _PART:
        return None
    noun = next((t for t in reversed(tree.tokens[max(0, first - _CLOSE) : first]) if t.upos == "NOUN"), None)
    harm = harm_of(tree, noun.index) if noun and noun.sentence == token.sentence else None
    return replace(harm, is_part=True) if harm else None


def _joined(tree: Tree, counts: Sequence[Count]) -> list[Count]:
    """ "a man and his two sons": a count that begins with one person and goes on is one count of all."""
    out: list[Count] = []
    for count in counts:
        last = out[-1] if out else None
        if last is not None and _goes_on(tree, last, count):
            out[-1] = _sum(tree, last, count)
        else:
            out.append(count)
    return out


def _goes_on(tree: Tree, last: Count, count: Count) -> bool:
    between = [t.text.lower() for t in tree.tokens[last.last : count.first]]
    alike = last.measure == count.measure and last.harm == count.harm and last.low == last.high == 1 and count.low == count.high is not None
    return alike and between[:1] == ["and"] and between[1:] in ([], ["his"], ["her"], ["their"]) and last.rule.endswith(".single") and _begins_with_article(tree, last) and not tree.name_at(count.last - 1)


def _begins_with_article(tree: Tree, count: Count) -> bool:
    return tree.tokens[count.first].text.lower() in _ARTICLES and tree.name_at(count.last - 1) is None


def _sum(tree: Tree, left: Count, right: Count) -> Count:
    total = (left.low or 0) + (right.low or 0)
    first = left.first + (tree.tokens[left.first].text.lower() in _ARTICLES)
    start, end = tree.tokens[first].start, tree.tokens[right.last - 1].end
    words = tree.reading.text_of(first, right.last)
    return replace(left, low=total, high=total, best=total, last=right.last, victims=(Party(" ".join(words.split()), words, start, end),))


def _is_single(tree: Tree, token: Token) -> bool:
    name = tree.name_at(token.index)
    if name is not None and name.kind == "person":
        return not name.first <= token.head < name.last
    articles = [t for t in tree.children(token.index, "det", "nmod:poss") if t.text.lower() in _ARTICLES]
    is_named = any((n := tree.name_at(t.index)) and n.kind == "person" for t in tree.children(token.index, "appos"))
    if [t.text.lower() for t in articles] == ["the"] and token.relation != "nsubj:pass" and not is_named:
        return False  # "the pilot was killed" tells of a death; "the execution of the pilot" speaks of one told before
    return bool(articles) and token.text.lower() == token.lemma.lower() and not _has_number(tree, token.index)


def _is_person(tree: Tree, token: Token) -> bool:
    name = tree.name_at(token.index)
    low = token.lemma.lower()
    return (name is not None and name.kind == "person") or low in _PERSONS or low.endswith(_ENDINGS)


def _single_span(tree: Tree, token: Token) -> tuple[int, int]:
    name = tree.name_at(token.index)
    first = min([token.index, *(t.index for t in tree.children(token.index, "det", "nmod:poss", "amod", "compound") if t.index < token.index)])
    last = max(token.index + 1, name.last if name else 0)
    return first, last


def _declined(tree: Tree, tokens: Sequence[Token]) -> Iterator[Count]:
    """ "did not comment on its losses", "gave no casualty toll": a count that a voice will not give."""
    for verb in tokens:
        silence = silent_on(tree, verb) if verb.upos == "VERB" else None
        if silence is None:
            continue
        many = next(
            (
                t
                for t in tokens
                if t.index in silence.content and t.text.lower() == "many" and t.index and tree.tokens[t.index - 1].text.lower() == "how"
            ),
            None,
        )
        if many is not None:
            yield from _how_many(tree, verb, many)
            continue
        noun = next((t for t in tokens if t.index in silence.content and _is_toll(t)), None)
        if noun is not None:
            first = min(tree.subtree(noun.index, "acl", "acl:relcl", "nmod", "punct"))
            measure, victims = _declined_measure(tree, noun), _declined_victims(tree, noun)
            yield Count(measure, None, None, None, first, noun.index + 1, verb.index, victims, "decline", is_declined=True)


def _how_many(tree: Tree, verb: Token, many: Token) -> Iterator[Count]:
    """ "would not say how many of its soldiers were captured"."""
    governor = tree.tokens[many.head]
    top = many.index if governor.upos == "VERB" or many.relation.startswith("nsubj") else many.head
    harm = harm_of(tree, top)
    if harm is not None:
        noun = _through(tree, top)
        victims = () if noun == many.index or tree.tokens[noun].lemma.lower() in _ANYBODY else (party_of(tree, noun),)
        yield Count(harm.measure, None, None, None, many.index - 1, top + 1, verb.index, victims, "decline", is_declined=True)


def _is_toll(token: Token) -> bool:
    return token.upos in ("NOUN", "PROPN") and token.lemma.lower() in _DECLINE["objects"]


def _declined_measure(tree: Tree, noun: Token) -> str:
    after = [t for t in tree.tokens[noun.index + 1 : noun.index + 5] if t.sentence == noun.sentence]
    for token in [noun, *tree.children(noun.index, "nmod", "compound"), *after]:
        found = _NOUNS.get(token.lemma.lower()) or _NOUNS.get(token.text.lower())
        if found:
            return "casualties" if token.lemma.lower() == "toll" else found
    return "casualties"


def _declined_victims(tree: Tree, noun: Token) -> tuple[Party, ...]:
    below = tree.children(noun.index, "nmod", "amod", "compound")
    plain = [t for t in below if t.lemma.lower() in _PERSONS]
    if plain:
        return (party_of(tree, plain[0].index),)
    owner = next((t for t in below if t.relation == "nmod:poss" and t.upos in ("PRON", "DET")), None)
    if owner is not None and owner.index in tree.reading.antecedents:
        return (party_of(tree, owner.index),)
    deep = [t for one in below if one.upos in ("NOUN", "PROPN") for t in [one, *tree.children(one.index, "nmod")]]
    people = [t for t in deep if t.lemma.lower() not in _NOUNS and t.lemma.lower() not in _ANYBODY and _is_people(tree, t.index)]
    return (party_of(tree, people[-1].index),) if people else ()


def _inherited(tree: Tree, counts: Iterable[Count], before: Count | None) -> Iterator[Count]:
    """ "34 fighters were killed and 65 wounded": a count without a noun of its own is of the same people as the one before; "four of them"
    is so across sentences too."""
    last: Count | None = None
    for count in counts:
        made = count
        if not count.victims and not count.is_declined and last is not None and count.first - last.last < _NEAR and _takes_up(tree, count):
            made = replace(count, victims=_others_of(last))
        elif any(party.surface.lower() in ("them", "those", "whom", "most") for party in count.victims):
            whole = last or before
            made = replace(count, victims=whole.victims if whole else ())
        if made.victims and not made.is_part:
            last = made
        yield made


def _others_of(last: Count) -> tuple[Party, ...]:
    """Who the others are that were hurt beside a count: people of the same kind; beside one woman or child they may be anybody."""
    if last.low != 1 or last.high != 1:
        return last.victims
    return tuple(replace(party, name=f"{party.name}s") for party in last.victims if party.name.split()[-1].lower() in _CLASSES)


def _takes_up(tree: Tree, count: Count) -> bool:
    words = [tree.tokens[k] for k in range(count.first, count.last)]
    nouns = [
        t for t in words if t.upos in ("NOUN", "PROPN") and t.lemma.lower() not in _NOUNS and t.lemma.lower() not in _HARM["collective"]["nouns"]
    ]
    return all(t.text.lower() in _OTHERS for t in nouns)
