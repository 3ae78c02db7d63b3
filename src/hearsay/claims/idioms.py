"""What befell people, told by a fixed phrase beside them (lexicons/en/idiom.toml): "two guards [embraced martyrdom]", "[no word from] 90 men"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hearsay import lexicons
from hearsay.claims.harm_words import Harm, is_irreal
from hearsay.claims.phrases import Tree
from hearsay.records import Token

_ASIDE = 8  # words of ", including an officer,"
_GAP = 4  # words that "*" may stand for
_LEADING = 5  # words from the people to what is told of them: "who are said to have"
_SKIPPED = frozenset(
    ("who", "that", "which", "have", "be", "get", "also", "other", "others", "more", "say", "report", "to", "reportedly", "believe", "think", "know")
)
_DASHES = frozenset((",", "–", "-", "—"))
_QUOTES = frozenset('"“”«»‘’')
_NONE = lexicons.words("harm", "part", "none") | {"neither"}
_NEAR = 3  # words from "none" to "1,500"
_NOT = frozenset(("not", "never"))
_STOPS = frozenset((".", ";", ":", "!", "?"))


@dataclass(frozen=True, slots=True)
class _Idiom:
    measure: str
    words: tuple[frozenset[str], ...]  # empty for "*"
    is_before: bool
    armed: bool


def _parsed() -> dict[str, list[_Idiom]]:
    """The idioms by each word that they may begin with, in the order of the lexicon."""
    found: dict[str, list[_Idiom]] = defaultdict(list)
    for row in lexicons.load("idiom")["idiom"]:
        for side in ("before", "after"):
            for said in row.get(side, ()):
                words = tuple(frozenset() if word == "*" else frozenset(word.split("|")) for word in said.split())
                for first in words[0]:
                    found[first].append(_Idiom(row["measure"], words, side == "before", "armed" in row))
    return found


_IDIOMS = _parsed()
_LONGEST = max(len(row.words) + _GAP * sum(not word for word in row.words) for rows in _IDIOMS.values() for row in rows)
_ARMED = lexicons.words("happening", "classes", "armed")


def idiom(tree: Tree, first: int, last: int) -> Harm | None:
    """The harm that a phrase right before or behind the words ``first`` to ``last`` (exclusive) tells of those whom they count."""
    if is_of_none(tree, first):
        return None
    sentence = tree.reading.sentences[tree.tokens[first].sentence]
    starts = [(k, True) for k in range(max(sentence.first, first - _LONGEST), first)]
    starts += [(k, False) for k in _starts_behind(tree, first, last, sentence.last) if k < sentence.last]
    for start, is_before in starts:
        token = tree.tokens[start]
        for row in dict.fromkeys((*_IDIOMS.get(token.lemma.lower(), ()), *_IDIOMS.get(token.text.lower(), ()))):
            if row.is_before != is_before or (row.armed and not _are_armed(tree, first, last)):
                continue
            length = _matched(tree.tokens[start : first if is_before else sentence.last], row.words)
            if length is not None and (not is_before or _is_right_before(tree, start + length, first)):
                return _harm(tree, row, start, start + length)
    return None


def is_of_none(tree: Tree, first: int) -> bool:
    """ "None of its 1,500 troops", of whom nothing is told; ``first`` is the number's first word."""
    return not _NONE.isdisjoint(t.text.lower() for t in tree.tokens[max(0, first - _NEAR) : first])


def _are_armed(tree: Tree, first: int, last: int) -> bool:
    return any(t.lemma.lower() in _ARMED or tree.name_at(t.index) for t in tree.tokens[first:last])


def _is_right_before(tree: Tree, stop: int, first: int) -> bool:
    return all(t.text in _QUOTES for t in tree.tokens[stop:first])


def _starts_behind(tree: Tree, first: int, last: int, end: int) -> Iterator[int]:
    """Where a phrase behind the people may begin: right there, past an aside between commas, past what belongs to them ("of the party"), or at the
    verb that they are the subject of."""
    yield from _led_to(tree, last, end)
    if last < end and tree.tokens[last].text in _DASHES:
        closed = next((t.index for t in tree.tokens[last + 1 : min(last + _ASIDE, end)] if t.text in _DASHES), None)
        yield from _led_to(tree, closed + 1, end) if closed is not None else ()
    if last < end and tree.tokens[last].upos == "ADP":
        told = next((t.index for t in tree.tokens[last + 1 : min(last + _ASIDE, end)] if t.upos in ("AUX", "VERB") or t.text == "as"), None)
        yield from _led_to(tree, told, end) if told is not None else ()
    verb = next((t.head for t in tree.tokens[first:last] if t.relation.startswith("nsubj") and last < t.head < end), None)
    if verb is not None:
        yield from _led_to(tree, min(verb, *(t.index for t in tree.children(verb, "aux", "aux:pass", "advmod") if t.index >= last), verb), end)


def _led_to(tree: Tree, start: int, end: int) -> Iterator[int]:
    """A place, and those past the auxiliaries and the like that stand there."""
    yield start
    for token in tree.tokens[start : min(start + _LEADING, end)]:
        if not (token.upos in ("AUX", "ADV", "PART") or token.lemma.lower() in _SKIPPED):
            return
        yield token.index + 1


def _matched(tokens: Sequence[Token], words: Sequence[frozenset[str]]) -> int | None:
    """How many of the tokens the words take up from the first on; None if they do not stand there."""
    if not words:
        return 0
    if tokens and tokens[0].text in _QUOTES:
        rest = _matched(tokens[1:], words)
        return None if rest is None else rest + 1
    if words[0]:
        rest = _matched(tokens[1:], words[1:]) if tokens and _is(tokens[0], words[0]) else None
        return None if rest is None else rest + 1
    for gap in range(min(_GAP, len(tokens)) + 1):
        if any(t.text in _STOPS for t in tokens[:gap]):
            return None
        rest = _matched(tokens[gap:], words[1:])
        if rest is not None:
            return gap + rest
    return None


def _is(token: Token, words: frozenset[str]) -> bool:
    return token.lemma.lower() in words or token.text.lower() in words


def _harm(tree: Tree, row: _Idiom, start: int, stop: int) -> Harm | None:
    """The harm, on the last word of the phrase; None if its verb denies it or has it only as possible."""
    verb = next((t.index for t in tree.tokens[start:stop] if t.upos == "VERB"), start)
    harm = Harm(row.measure, verb, "harm.idiom", needs_people=True)
    is_no = any(not words.isdisjoint(_NOT) for words in row.words)  # "not seen since" is what it tells
    return None if is_irreal(tree, harm) and not is_no else replace(harm, word=verb if row.is_before else stop - 1)
