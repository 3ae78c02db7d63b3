"""Counts of people harmed: numbers, single persons, and counts that nobody will give, in the order of the text."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims.beside import ones_more, summed, with_others
from hearsay.claims.count import Count
from hearsay.claims.counted import (
    ARTICLES,
    PARTS,
    PERSONS,
    THINGS,
    all_of_them,
    counted,
    has_number,
    is_both,
    is_people,
    is_such_a_one,
    said_to_be,
    top_of,
    victims_of,
)
from hearsay.claims.declined import find_declined
from hearsay.claims.harm import harm_of
from hearsay.claims.harm_before import is_of_them, listed, told_by
from hearsay.claims.harm_order import harm_by_place, is_of_property, noun_before, of_the_harmed, or_casualties, put_at, who_were
from hearsay.claims.harm_words import Harm, is_irreal, meant
from hearsay.claims.idioms import idiom, is_of_none
from hearsay.claims.others import OTHERS, forwarded, inherited
from hearsay.claims.phrases import Tree
from hearsay.claims.plights import PLIGHTS
from hearsay.claims.quantities import Quantity, find_quantities
from hearsay.claims.shares import share_of
from hearsay.claims.singles import find_singles
from hearsay.claims.whose import named
from hearsay.lexicons import parties
from hearsay.records import Party, Token

_HARM = lexicons.load("harm")
_ARMED = lexicons.words("happening", "classes", "armed")
_UNTOLD = frozenset(lexicons.load("speech")["decline"]["untold"])
LARGE = 10  # people: a smaller number told twice may well be of others
_TOLLS = frozenset({"toll", "figure", "number"})  # "no toll" is silence, not a count of none
OLDEST = 100  # years
_HEARD = lexicons.words("speech", "verbless", "heard")
_NOT_SO_MANY = (["all", "but"], [",", "not"], ["not", "the"])
_OF_THOSE = 7  # words of "20 Iranian-made drones"
_OWNERS = frozenset(("his", "her", "their"))
_FAMILY = lexicons.words("people", "family")


def find_counts(tree: Tree) -> list[Count]:
    """All harm counts of a reading in the order of the text."""
    out: list[Count] = []
    tree = meant(tree)
    for sentence in tree.reading.sentences:
        tokens = tree.tokens[sentence.first : sentence.last]
        found = [*_numbered(tree, tokens, out[-1] if out else None), *find_declined(tree, tokens)]
        taken = {k for count in found for k in range(count.first, count.last)}
        found += [count for count in find_singles(tree, tokens, found) if not taken & set(range(count.first, count.last))]
        found = [named(tree, with_others(tree, count)) for count in found] + ones_more(tree, tokens, found)
        joined = _joined(tree, sorted(found, key=lambda count: count.first))
        whole = next((count for count in reversed(out) if not count.is_part), None)
        out.extend(forwarded(tree, list(inherited(tree, joined, whole))))
    return _alike(out)


def _alike(counts: Sequence[Count]) -> list[Count]:
    """ "At least 45 killed" over "At least 45 civilians were killed": the same large number of the same harm, told twice, is of the same people,
    unless it is told of two kinds of people."""
    named: dict[tuple[str, int | None, int | None], dict[str, tuple[Party, ...]]] = defaultdict(dict)
    for count in counts:
        if count.victims and (count.low or 0) >= LARGE and not count.is_part:
            named[count.measure, count.low, count.high].setdefault(count.victims[0].name, count.victims)
    only = {key: next(iter(victims.values())) for key, victims in named.items() if len(victims) == 1}
    return [c if c.victims or c.is_declined or c.is_part else replace(c, victims=only.get((c.measure, c.low, c.high), ())) for c in counts]


def _numbered(tree: Tree, tokens: Sequence[Token], last: Count | None) -> Iterator[Count]:
    """The counts of a sentence; ``last`` is the one before it."""
    base = tokens[0].index
    for found in find_quantities(tokens):
        number = replace(found, first=found.first + base, last=found.last + base)
        around = (*tree.tokens[max(0, number.first - 1) : number.first], *tree.tokens[number.last : number.last + 1])
        is_bracketed = [t.text for t in around] == ["(", ")"]
        number = replace(number, last=number.last + 1) if is_bracketed else number  # "(736) injured"
        count = _count(tree, number, last) if found.kind == "cardinal" else share_of(tree, number, last)
        if count is not None:
            yield count
            last = count


def _is_of_toll(tree: Tree, number: Quantity, noun: int | None) -> bool:
    """ "Gave no toll", "no number of dead"."""
    nouns = [*tree.tokens[number.last : number.last + 1], *([tree.tokens[noun]] if noun is not None else [])]
    return any(t.lemma.lower() in _TOLLS for t in nouns)


def _count(tree: Tree, number: Quantity, before: Count | None) -> Count | None:
    top = top_of(tree, number.first, number.last)
    noun = counted(tree, top, number)
    if _is_of_nobody_harmed(tree, number, top, noun):
        return None
    end = _end(tree, number, top if noun is None else noun)
    harm = _harm(tree, number, end, noun, before)
    is_irreal_harm = harm is not None and harm.rule not in ("harm.toll", "harm.put") and is_irreal(tree, harm)  # "the toll could be over 50" is one
    if (
        harm is None
        or is_irreal_harm
        or is_of_property(tree, number.first, harm)
        or _is_of_part(tree, number, harm)
        or ((harm.needs_people or harm.measure == "missing") and not is_people(tree, noun))
        or (number.high == 0 and (harm.rule in PLIGHTS or _is_untold(tree, harm)))
        or _is_flight_of_fighters(tree, noun, harm)
    ):
        return None
    return Count(
        measure=harm.measure,
        low=number.low,
        high=number.high,
        best=number.best,
        first=number.first,
        last=end,
        harm=harm.word,
        victims=_victims(tree, noun, harm, top),
        rule=harm.rule,
        is_approximate=number.is_approximate,
        is_total=harm.is_total or _since(tree, harm),
        is_added=number.is_added,
        is_part=harm.is_part or (before is not None and is_of_them(tree, number, end, before, harm)),
    )


def _is_of_nobody_harmed(tree: Tree, number: Quantity, top: int, noun: int | None) -> bool:
    """Whether a number counts things, a toll that nobody gives, years, or people of whom no harm is told."""
    if number.high != 0 and is_of_none(tree, number.first):
        return True  # "none of its 1,500 troops"
    is_of_things = noun is not None and tree.tokens[noun].lemma.lower() in THINGS
    return (
        is_of_things
        or _is_of_those(tree, number)
        or (number.high == 0 and _is_of_toll(tree, number, noun))
        or _is_whole(tree, number.first)
        or [t.text.lower() for t in tree.tokens[max(0, number.first - 2) : number.first]] in _NOT_SO_MANY  # "at 253, not 359"
        or (_is_measure_of(tree, top) and noun_before(tree, number.first) is None)
        or (noun is None and _is_age(tree, number))
        or is_such_a_one(tree, number.first)
        or _are_children(tree, top, noun)
    )


def _is_of_those(tree: Tree, number: Quantity) -> bool:
    """ "[13] of [20] drones were shot down": both count things."""
    words = [t.text.lower() for t in tree.tokens[max(0, number.first - 1) : number.last + 1]]
    behind = tree.tokens[number.last + 1 : number.last + 2]
    if not (words[-1] == "of" and behind and behind[0].upos == "NUM") and not (words[0] == "of" and tree.tokens[number.first - 2].upos == "NUM"):
        return False
    after = [t for t in tree.tokens[number.last : number.last + _OF_THOSE] if t.upos in ("NOUN", "VERB", "ADP")]
    noun = next((t for t in after if t.upos == "NOUN" and t.relation != "compound"), None)
    return noun is not None and noun.lemma.lower() in THINGS


def _are_children(tree: Tree, top: int, noun: int | None) -> bool:
    """ "A mother of [four] was killed"."""
    token = tree.tokens[top]
    is_of = noun is None and token.relation.startswith("nmod") and tree.case_of(top) == "of"
    return is_of and tree.tokens[token.head].lemma.lower() in _FAMILY


def _is_group(tree: Tree, noun: int) -> bool:
    """ "the injured" of "five of the injured died": what is said of the five goes before what the others are called."""
    return tree.tokens[noun].text.lower() in _HARM["adjective"] and bool(tree.children(noun, "det"))


def _victims(tree: Tree, noun: int | None, harm: Harm, top: int) -> tuple[Party, ...]:
    """Whose people they are; "two of them were nurses" says it after them."""
    if harm.rule == "harm.none":
        return ()
    is_pronoun = noun is not None and tree.tokens[noun].text.lower() in ("them", "those", "whom")
    whose = (said_to_be(tree, top) if is_pronoun else ()) or victims_of(tree, noun, harm) or said_to_be(tree, top) or all_of_them(tree, harm.word)
    return tuple(party for party in whose if not _is_outlet(party.name))  # "air strikes kill 32 - AFP", "32 Medical source"


def _is_outlet(name: str) -> bool:
    row = parties.find(name)
    return name.lower().split()[-1] in _HEARD or (row is not None and row.kind == "media")


def _harm(tree: Tree, number: Quantity, end: int, noun: int | None, before: Count | None) -> Harm | None:
    """What happened to those that a number with the words up to ``end`` counts: by the words beside it, by the tree, by the count before."""
    top = top_of(tree, number.first, number.last)
    node = top if noun is None else noun
    beside = listed(tree, number, before) or harm_by_place(tree, number.first, end, before.harm if before else None)
    of_group = harm_of(tree, top) if noun is not None and node != top and _is_group(tree, node) else None
    if noun is not None and number.high == 0 and tree.tokens[noun].lemma.lower() == "victim":
        return Harm("casualties", noun, "harm.noun.victim")  # "there were no victims"
    if noun is not None and noun >= number.last + 3 and is_both(tree, number.last):
        return Harm(_HARM["together"]["measure"], number.last, "harm.together")
    return (
        _of_one(tree, number, end, top)
        or idiom(tree, number.first, end)
        or who_were(tree, number.last)
        or of_the_harmed(tree, number.first)
        or _of_death(tree, number, beside)
        or beside
        or of_group
        or noun_before(tree, number.first)
        or harm_of(tree, node)
        or harm_of(tree, top)
        or put_at(tree, number.first)
        or told_by(tree, number, top, noun, before)
        or _and_harmed(tree, number, noun)
        or (or_casualties(tree, noun) if noun is not None and number.high == 0 else None)
    )


def _of_death(tree: Tree, number: Quantity, beside: Harm | None) -> Harm | None:
    """ "The death of two people shot near the mill": the noun before says what came of it."""
    dead = noun_before(tree, number.first) if beside is not None and beside.measure == "wounded" else None
    return dead if dead is not None and dead.measure == "killed" and tree.tokens[dead.word].lemma.lower() not in _TOLLS else None


def _and_harmed(tree: Tree, number: Quantity, noun: int | None) -> Harm | None:
    """ "Four [workers] and two soldiers were killed", in a tree that has lost what happened to the first."""
    joined = [t for t in tree.children(noun, "conj") if tree.children(t.index, "nummod")] if noun is not None else []
    return harm_by_place(tree, number.first, joined[0].index + 1, None) if len(joined) == 1 else None


def _is_age(tree: Tree, number: Quantity) -> bool:
    """ "seven of them under 18", "aged 18 to 41"."""
    words = [tree.tokens[k].text.lower() for k in range(max(0, number.first - 1), number.last)]
    is_bound = number.first > 0 and words[1] in ("under", "over") and tree.tokens[number.first - 1].upos in ("NOUN", "PRON", "PROPN")
    if _is_said_of_one(tree, top_of(tree, number.first, number.last)) and (number.high or OLDEST) < OLDEST:
        return True  # "the victim was 15"
    return words[0] in ("aged", "age") or words[min(1, len(words) - 1)] == "aged" or (is_bound and (number.high or 0) < OLDEST and "%" not in words)


def _is_said_of_one(tree: Tree, top: int) -> bool:
    """ "[The victim] was 15": a number said of one person."""
    subjects = tree.children(top, "nsubj") if tree.children(top, "cop") else []
    are_one = (t.upos == "PROPN" or t.text.lower() in ("he", "she") or t.lemma.lower() in PERSONS for t in subjects)
    return any(are_one) and all(t.text.lower() == t.lemma.lower() for t in subjects)


def _is_measure_of(tree: Tree, top: int) -> bool:
    """ "28 members of one family": the second number says whose, not how many."""
    noun = tree.tokens[tree.tokens[top].head if tree.tokens[top].relation == "nummod" else top]
    return noun.relation == "nmod" and tree.case_of(noun.index) == "of" and tree.tokens[noun.head].upos == "NOUN" and has_number(tree, noun.head)


def _is_whole(tree: Tree, first: int) -> bool:
    """ "seven of the 14": the second number only points back."""
    words = [t.text.lower() for t in tree.tokens[max(0, first - 2) : first]]
    return words == ["of", "the"] and first > 2 and tree.tokens[first - 3].upos == "NUM"


def _of_one(tree: Tree, number: Quantity, end: int, top: int) -> Harm | None:
    """ "[One] of the three men shot on Monday died": what is said of the one goes before what is said of them all."""
    behind = [t for t in tree.tokens[number.last : end] if t.upos == "NUM"]
    is_part = [t.text.lower() for t in tree.tokens[number.last : number.last + 1]] == ["of"]
    return harm_of(tree, top) if is_part and behind else None


def _is_of_part(tree: Tree, number: Quantity, harm: Harm) -> bool:
    """ "One of [three] suspects took his own life": what befell the one befell not all of them."""
    first = number.first
    part = tree.tokens[first - 2] if first > 1 and tree.tokens[first - 1].text.lower() == "of" and tree.tokens[first - 2].upos == "NUM" else None
    is_told = harm.word >= 0 and tree.tokens[harm.word].upos == "VERB"
    return is_told and part is not None and harm.word in {t.index for t in tree.ancestors(part.index)}


def _is_untold(tree: Tree, harm: Harm) -> bool:
    """ "No casualties were given" is silence, "no casualties were reported" a count of none; "no external injuries" say nothing of inner ones."""
    verb = tree.tokens[harm.word].head
    is_outer = any(t.text.lower() in _HARM["outer"]["adjectives"] for t in tree.children(harm.word, "amod"))
    return is_outer or (verb >= 0 and tree.tokens[verb].lemma.lower() in _UNTOLD)


def _is_flight_of_fighters(tree: Tree, noun: int | None, harm: Harm) -> bool:
    """ "Hundreds of fighters escaped": they are not driven from home."""
    is_fighter = noun is not None and tree.tokens[noun].lemma.lower() in _ARMED
    return harm.rule == "harm.verb.flee" and is_fighter


def _end(tree: Tree, number: Quantity, noun: int) -> int:
    """Where the number with its noun ends; a noun far off, or past what is included, is left out."""
    between = {t.text.lower() for t in tree.tokens[number.last : noun]}
    return noun + 1 if number.last <= noun < number.last + 8 and not between & PARTS else number.last


def _since(tree: Tree, harm: Harm) -> bool:
    """ "since January": a running total."""
    below = tree.children(harm.word, "obl", "advmod", "nmod", "advcl")
    return any(t.text.lower() == "since" for child in below for t in [child, *tree.children(child.index, "case", "mark")])


def _joined(tree: Tree, counts: Sequence[Count]) -> list[Count]:
    """ "a man and his two sons": a count that begins with one person and goes on is one count of all."""
    out: list[Count] = []
    for count in counts:
        last = out[-1] if out else None
        if last is not None and _goes_on(tree, last, count) and not _is_listed(tree, out):
            out[-1] = summed(tree, last, count)
        else:
            out.append(count)
    return out


def _is_listed(tree: Tree, counts: Sequence[Count]) -> bool:
    """ "Two soldiers, a girl [and a boy]": told apart, as in any list of three."""
    is_third = len(counts) > 1 and counts[-1].harm == counts[-2].harm and counts[-1].first - counts[-2].last == 1
    return is_third and tree.tokens[counts[-2].last].text == ","


def _goes_on(tree: Tree, last: Count, count: Count) -> bool:
    between = [t.text.lower() for t in tree.tokens[last.last : count.first]]
    if between not in (["and"], ["and", "his"], ["and", "her"], ["and", "their"]) or tree.name_at(count.last - 1):
        return False
    if not is_people(tree, count.last - 1):
        return False  # "a farmer and two buffaloes"
    if tree.tokens[last.first].text.lower() in _OWNERS and OTHERS & {t.text.lower() for t in tree.tokens[count.first : count.last]}:
        return False  # the end of a list: "the chief, his son and 20 other rebels"
    alike = last.measure == count.measure and last.harm == count.harm and last.low == last.high is not None and count.low == count.high is not None
    is_owned = between == ["and"] and tree.tokens[count.first].text.lower() in _OWNERS and count.low == 1  # "17 pupils and their teacher"
    return alike and (is_owned or (last.low == 1 and last.rule.endswith(".single") and _begins_with_article(tree, last)))


def _begins_with_article(tree: Tree, count: Count) -> bool:
    """ "a man and his two sons"; "the consul and three infants" are told apart."""
    low = tree.tokens[count.first].text.lower()
    return low in ARTICLES and not (low == "the" and count.is_part) and tree.name_at(count.last - 1) is None
