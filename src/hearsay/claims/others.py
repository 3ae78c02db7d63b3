"""Whose a count is that names nobody: the people of the count before it, or after it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from hearsay import lexicons
from hearsay.claims.count import Count
from hearsay.claims.phrases import Tree, party_of
from hearsay.records import Party, Token

OTHERS = frozenset({"others", "other", "more", "another"})
_HARM = lexicons.load("harm")
_ANYBODY = frozenset(_HARM["anybody"]["nouns"])
_NOUNS: dict[str, str] = _HARM["noun"]
_PEOPLE = lexicons.words("people", "nouns")
_VULNERABLE = frozenset(lexicons.load("people")["vulnerable"])
_CLASSES = frozenset(lexicons.load("people")["classes"])
_TAKEN = frozenset(f"harm.noun.{noun}" for noun in _HARM["held"]["nouns"])  # "two dead, and 13 prisoners" are of two sides
_NEAR = 20  # words between two counts of the same people
_CLOSE = 4  # words of "a pregnant woman"
_JOINED = 2  # words between two numbers of the same people, "and wounding"


def inherited(tree: Tree, counts: Sequence[Count], before: Count | None) -> Iterator[Count]:
    """ "34 fighters were killed and 65 wounded": a count without a noun of its own is of the same people as the one before; "four of them"
    is so across sentences too."""
    last: Count | None = None
    for number, count in enumerate(counts):
        made = count
        is_near = last is not None and count.first - last.last < _NEAR and not (count.rule in _TAKEN and last.measure != count.measure)
        if not count.victims and not count.is_declined and last is not None and is_near and _takes_up(tree, count):
            made = replace(count, victims=_others_of(last, count))
        elif not count.victims and not count.is_declined and before is not None and number == 0 and _is_of_others(tree, count, before):
            made = replace(count, victims=_others_of(before, count))
        elif any(party.surface.lower() in ("them", "those", "whom", "most") for party in count.victims):
            whole = last or (counts[number - 1] if number else before)
            meant = _named_behind(tree, count) or (_named_before(tree, count) if last is None else ())
            made = replace(count, victims=meant or (whole.victims if whole else ()))
        if made.victims and not made.is_part:
            last = made
        yield made


def forwarded(tree: Tree, counts: Sequence[Count]) -> Iterator[Count]:
    """ "killing three and wounding four soldiers": a bare number is of the people that the next one, joined to it, names."""
    for count, after in zip_longest(counts, counts[1:]):
        between = [] if after is None else [t.text.lower() for t in tree.tokens[count.last : after.first]]
        is_bare = not count.victims and not count.is_declined and _takes_up(tree, count)
        if after is not None and is_bare and after.victims and not after.is_part and between[:1] == ["and"] and len(between) <= _JOINED:
            yield replace(count, victims=after.victims)
        else:
            yield count


def _named_behind(tree: Tree, count: Count) -> tuple[Party, ...]:
    """ "One of them a schoolgirl", "one of them the photographer Rahim"."""
    after = tree.tokens[count.last : count.last + _CLOSE]
    person = next((t for t in after[1:] if (name := tree.name_at(t.index)) is not None and name.kind == "person"), None)
    if (
        person is not None
        and count.low == count.high == 1
        and all(t.upos in ("DET", "NOUN", "PROPN", "ADJ") for t in after[: person.index - count.last])
    ):
        return (party_of(tree, person.index),)
    noun = (
        next((t for t in after[1:] if t.upos in ("NOUN", "PUNCT", "VERB", "ADP")), None) if after and after[0].text.lower() in ("a", "an") else None
    )
    return (party_of(tree, noun.index),) if noun is not None and noun.lemma.lower() in _PEOPLE else ()


def _named_before(tree: Tree, count: Count) -> tuple[Party, ...]:
    """The people nearest before "four of them" in its own sentence: "targeted the [paramedics] with a second raid, wounding four of them"."""
    first = tree.reading.sentences[tree.tokens[count.first].sentence].first
    people = (t for t in reversed(tree.tokens[first : count.first]) if t.upos == "NOUN" and _are_people(t) and t.lemma.lower() not in _ANYBODY)
    noun = next(people, None)
    return () if noun is None else (party_of(tree, noun.index),)


def _is_of_others(tree: Tree, count: Count, before: Count) -> bool:
    """ "Dozens more were wounded", in the sentence after a count: others of the same people."""
    words = {t.text.lower() for t in tree.tokens[count.first : count.last + 1] if tree.tokens[min(t.index + 1, len(tree.tokens) - 1)].text != "than"}
    is_next = tree.tokens[count.first].sentence - tree.tokens[before.last - 1].sentence == 1
    return is_next and bool(words & OTHERS) and _takes_up(tree, count)


def _others_of(last: Count, count: Count) -> tuple[Party, ...]:
    """Who the others are that were hurt beside a count: people of the same kind; beside women, children or one person they may be anybody."""
    is_one = count.low == count.high == 1
    if any(party.name.split()[-1].lower() in _VULNERABLE for party in last.victims):
        return ()
    if last.low != 1 or last.high != 1:
        return last.victims
    return tuple(party if is_one else replace(party, name=_many(party.name)) for party in last.victims if party.name.split()[-1].lower() in _CLASSES)


def _many(name: str) -> str:
    """ "black policemen", "soldiers"."""
    return f"{name[:-2]}en" if name.endswith("man") else f"{name}s"


def _takes_up(tree: Tree, count: Count) -> bool:
    words = [tree.tokens[k] for k in range(count.first, count.last)]
    if any(t.lemma.lower() in ("body", "corpse") for t in words):
        return False
    nobody = _NOUNS.keys() | set(_HARM["collective"]["nouns"])
    nouns = [t for t in words if t.upos in ("NOUN", "PROPN") and (t.lemma.lower() not in nobody or _are_people(t))]
    return all(t.text.lower() in OTHERS for t in nouns)


def _are_people(noun: Token) -> bool:
    """ "97 hostages"; not "12 dead", "took 12 hostage"."""
    return noun.lemma.lower() in _PEOPLE and noun.text.lower() != noun.lemma.lower()
