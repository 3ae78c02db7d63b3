"""Frames that hold a whole text or a long part of it: who signs it, and who has the floor in a transcript."""

from bisect import bisect_right
from collections.abc import Sequence

from hearsay import lexicons
from hearsay.records import Frame, Name, Sentence, Token

_UNNAMED, _SALUTATION, _TURN, _TITLE, _CLOSE, _CLOSE_MORE, _HEADED = (
    lexicons.words("author", key) for key in ("unnamed", "salutation", "turn", "title", "close", "close_more", "headed")
)
HEAD, TAIL = 60, 40  # words at the head of a text where its byline or salutation may stand, and at its end where it may be signed
LABEL = 5  # words of whoever has the floor, before the colon
TURNS = 3  # fewer are no transcript
_QUOTES = frozenset("“\"‘'«„")
_GOES_ON = frozenset((",", "and", "&", "AND"))


def authors_of(tokens: Sequence[Token], sentences: Sequence[Sentence], names: Sequence[Name]) -> list[Frame]:
    """The frames of whoever has the word in the whole of a report or in a turn of it. Their contents have no holes."""
    named = {name.first: name for name in names if name.kind == "person"}
    return [*_turns(tokens, sentences, named), *_headed(tokens), *_signature(tokens, named), *_byline(tokens, sentences, named)]


def _byline(tokens: Sequence[Token], sentences: Sequence[Sentence], named: dict[int, Name]) -> list[Frame]:
    """ "By A. Person" at the head of the text; "By Tuesday ...", "killed by" and, in capitals, a "BY" after a verb are none."""
    for k, token in enumerate(tokens[: min(HEAD, len(tokens) - 1)]):
        before = tokens[sentences[token.sentence].first : k]
        if token.text == "By" or (token.text == "BY" and not any(t.upos in ("VERB", "AUX") for t in before)):
            last = _names_from(tokens, k + 1, named)
            if k + 1 < last < len(tokens):
                return [Frame((k,), tuple(range(k + 1, last)), tuple(range(last, len(tokens))), rule="byline")]
    return []


def _names_from(tokens: Sequence[Token], first: int, named: dict[int, Name]) -> int:
    """Where the names of persons that begin at a word end (exclusive)."""
    last = k = first
    while k < len(tokens):
        if k in named:
            last = k = named[k].last
        elif tokens[k].text.lower() in _UNNAMED:
            last = k = k + 1
        elif tokens[k].text in _GOES_ON and last > first:
            k += 1
        else:
            break
    return last


def _headed(tokens: Sequence[Token]) -> list[Frame]:
    """ "[COMMUNIQUE] [FREE UNION, FU] [TEXT] ..." at the head of what a monitoring service has taken down."""
    words = [token.text for token in tokens[:HEAD]]
    for k in range(len(words) - 4):
        if words[k] != "[" or words[k + 1].lower() not in _HEADED or words[k + 2 : k + 4] != ["]", "["]:
            continue
        closed = next((at for at in range(k + 4, len(words)) if words[at] == "]"), k + 4)
        last = next((at for at in range(k + 4, closed) if words[at] == ","), closed)
        begun = closed + 1
        while words[begun : begun + 1] == ["["] and "]" in words[begun:]:
            begun = words.index("]", begun) + 1
        if k + 4 < last and begun < len(tokens):
            return [Frame((k + 1,), tuple(range(k + 4, last)), tuple(range(begun, len(tokens))), rule="signature")]
    return []


def _signature(tokens: Sequence[Token], named: dict[int, Name]) -> list[Frame]:
    """ "Yours, A. Person" at the end of a letter that begins with "Dear ..." or with "Dr. Person,"."""
    opened = next((k for k in range(min(HEAD, len(tokens))) if _is_salutation(tokens, k, named)), None)
    if opened is None:
        return []
    for k in range(max(opened, len(tokens) - TAIL * 2), len(tokens) - 1):
        if tokens[k].text.lower() not in _CLOSE or tokens[k].text[0].islower():
            continue
        after = k + 1
        while after < len(tokens) and tokens[after].text.lower() in _CLOSE_MORE:
            after += 1
        is_signed = after in named or (after < len(tokens) and tokens[after].upos == "PROPN" and tokens[after - 1].text == ",")
        if is_signed and k > opened:
            last = named[after].last if after in named else after + 1
            return [Frame(tuple(range(k, after)), tuple(range(after, last)), tuple(range(opened, k)), rule="signature")]
    return []


def _is_salutation(tokens: Sequence[Token], at: int, named: dict[int, Name]) -> bool:
    if at and tokens[at - 1].text in _QUOTES:
        return False
    if tokens[at].text.lower() in _SALUTATION and tokens[at].text[0].isupper():
        return True
    name = named.get(at) or named.get(at + 1)
    if name is None or tokens[at].text.lower() not in _TITLE:
        return False
    return name.last < len(tokens) and tokens[name.last].text in (",", ":")


def _turns(tokens: Sequence[Token], sentences: Sequence[Sentence], named: dict[int, Name]) -> list[Frame]:
    """ "MR. PERSON: Thank you. ..." up to the next who has the floor."""
    colons = [at for sentence in sentences if (at := _label_end(tokens, sentence, named)) is not None]
    if len(colons) < TURNS:
        return []
    starts = [sentences[tokens[at].sentence].first for at in colons]
    out = []
    for at, start in zip(colons, starts, strict=True):
        after = bisect_right(starts, start)
        end = starts[after] if after < len(starts) else len(tokens)
        if end > at + 1:
            out.append(Frame((at,), tuple(range(start, at)), tuple(range(at + 1, end)), rule="turn"))
    return out


def _label_end(tokens: Sequence[Token], sentence: Sentence, named: dict[int, Name]) -> int | None:
    """The colon after somebody who has the floor, at the head of a sentence."""
    at = next((k for k in range(sentence.first, min(sentence.first + LABEL + 1, sentence.last)) if tokens[k].text == ":"), None)
    label = tokens[sentence.first : at] if at else ()
    if not label or not all(t.text[0].isupper() or t.text == "." for t in label):
        return None
    return at if label[0].text.lower() in _TITLE or any(t.text.lower() in _TURN or t.index in named for t in label) else None
