"""One person harmed beside one told of: "another was wounded", the woman of "a man and woman were killed"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.claims.count import Count
from hearsay.claims.counted import ARTICLES
from hearsay.claims.harm import harm_of
from hearsay.claims.harm_words import ADJECTIVES, VERBS, Harm, is_irreal
from hearsay.claims.phrases import Tree
from hearsay.records import Party, Token

_PEOPLE = lexicons.words("people", "nouns")
_FAMILY = lexicons.words("people", "family")
_ORDINALS = lexicons.words("people", "ordinals")
_IDIOMS = frozenset(("one", "after", "to"))  # "one another", "one after another"
_ADVERBS = 2  # words from "another" to "seriously injured"


def ones_more(tree: Tree, tokens: Sequence[Token], counts: Sequence[Count]) -> list[Count]:
    """ "One soldier was killed and [another] wounded", "wounding a [third]": one more person, where some were counted before in the sentence;
    ``counts`` are its counts."""
    alone = (token for token in tokens if token.text.lower() == "another" or _is_ordinal(tree, token))
    return [*_as_many(tree, tokens, counts), *(count for token in alone if (count := _another(tree, token, counts)) is not None)]


def _as_many(tree: Tree, tokens: Sequence[Token], counts: Sequence[Count]) -> Iterator[Count]:
    """ "Killing two and injuring [as many others]": as many as were counted just before."""
    for token in tokens[:-1]:
        words = [t.text.lower() for t in tree.tokens[token.index : token.index + 4]]
        before = next((count for count in reversed(counts) if count.last <= token.index and not count.is_declined), None)
        row = VERBS.get(tree.tokens[token.index - 1].lemma.lower())
        if before is None or row is None or row["harmed"] != "object" or words[:2] != ["as", "many"] or words[3:] == ["as"] or words[2:3] == ["as"]:
            continue
        last = token.index + (3 if words[2:3] and words[2] in ("others", "more", "again") else 2)
        yield replace(
            before, measure=row["measure"], first=token.index, last=last, harm=token.index - 1, victims=(), rule="harm.as_many", is_part=False
        )


def _is_ordinal(tree: Tree, token: Token) -> bool:
    """ "a third", which stands for a person."""
    before = tree.tokens[token.index - 1].text.lower() if token.index else ""
    return token.text.lower() in _ORDINALS and before == "a" and token.relation in ("obj", "nsubj", "nsubj:pass", "conj")


def _another(tree: Tree, token: Token, counts: Sequence[Count]) -> Count | None:
    before = tree.tokens[token.index - 1].text.lower() if token.index else ""
    is_told = any(count.last <= token.index and not count.is_declined for count in counts)
    if not is_told or token.relation in ("det", "amod", "nummod") or before in _IDIOMS or tree.children(token.index, "nmod", "nummod"):
        return None
    harm = _right_behind(tree, token) or harm_of(tree, token.index)
    if harm is None or is_irreal(tree, harm) or harm.rule.startswith("harm.noun"):
        return None
    return Count(harm.measure, 1, 1, 1, token.index, token.index + 1, harm.word, (), f"{harm.rule}.another", is_added=True)


def _right_behind(tree: Tree, token: Token) -> Harm | None:
    """ "Another [was] seriously wounded", "another wounded", whatever the tree makes of it."""
    behind = tree.tokens[token.index + 1 : token.index + 2 + _ADVERBS]
    word = next((t for t in behind if t.upos not in ("ADV", "AUX")), None)
    measure = ADJECTIVES.get(word.text.lower()) if word is not None and word.sentence == token.sentence else None
    is_doing = word is not None and tree.tokens[min(word.index + 1, len(tree.tokens) - 1)].upos in ("NUM", "DET")  # "a second killed four rescuers"
    return Harm(measure, word.index, "harm.after") if word is not None and measure and not is_doing else None


def with_others(tree: Tree, count: Count) -> Count:
    """ "A man and [woman] were killed", "killed his mother, [stepfather] and [aunt]": people who share an article are one count of all; not "a
    journalist and activist was killed", who is one."""
    is_led = tree.tokens[count.first].text.lower() in ARTICLES or bool(tree.children(count.last - 1, "nmod:poss"))  # "the groom's father and brother"
    is_one = count.rule.endswith(".single") and is_led
    sharing = _sharing(tree, tree.tokens[count.last - 1]) if is_one and tree.name_at(count.last - 1) is None else []
    for other in sharing:
        count = summed(tree, count, replace(count, low=1, first=other.index, last=other.index + 1))
    return count


def summed(tree: Tree, left: Count, right: Count) -> Count:
    """Two counts as one of all their people, in the words of both."""
    total = (left.low or 0) + (right.low or 0)
    first = left.first + (tree.tokens[left.first].text.lower() in ARTICLES)
    start, end = tree.tokens[first].start, tree.tokens[right.last - 1].end
    words = tree.reading.text_of(first, right.last)
    return replace(left, low=total, high=total, best=total, last=right.last, victims=(Party(" ".join(words.split()), words, start, end),))


def _sharing(tree: Tree, token: Token) -> list[Token]:
    """Those joined to one person without an article of their own, if they are as many people."""
    joined = [t for t in tree.children(token.index, "conj") if not t.text.isdigit()]  # an age
    at = token.index + 1
    for other in joined:
        between = [t for t in tree.tokens[at : other.index] if t.text != "," and not t.text.isdigit() and t.relation not in ("amod", "compound")]
        is_bare = other.text.lower() == other.lemma.lower() and not tree.children(other.index, "det", "nmod:poss", "nummod", "conj")
        if not is_bare or [t.text.lower() for t in between] not in (["and"], [] if other is not joined[-1] else ["and"]):
            return []
        at = other.index + 1
    return joined if _are_people(tree, token, joined) else []


def _are_people(tree: Tree, token: Token, joined: Sequence[Token]) -> bool:
    """Whether each noun means somebody else: all are of a family or an age, or the verb has it so."""
    nouns = {token.lemma.lower(), *(t.lemma.lower() for t in joined)}
    verb = tree.tokens[token.head] if token.head >= 0 else token
    number = {t.text.lower() for t in tree.children(verb.index, "aux:pass", "aux", "cop")} if token.relation.startswith("nsubj") else set()
    is_plural = not number.isdisjoint(("were", "are"))
    return len(nouns) == len(joined) + 1 and (nouns <= _FAMILY or (is_plural and nouns <= _PEOPLE)) and number.isdisjoint(("was", "is"))
