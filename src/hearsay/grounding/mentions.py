"""Which words of a reading name a place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hearsay import lexicons
from hearsay.grounding import gazetteer
from hearsay.grounding.gazetteer import COUNTRY, REGION
from hearsay.grounding.names import is_party
from hearsay.records import Reading, Token

_PLACE = lexicons.load("place")
_NONE = frozenset(_PLACE["ties"]["none"])
_AT = frozenset(_PLACE["ties"]["at"])
_KINDS: dict[str, str] = {word: kind for kind, words in _PLACE["kinds"].items() for word in words}
_PLACES = frozenset(("location", "facility"))
_BODIES = frozenset(("organisation", "misc", "facility"))
_MISTAKEN = frozenset(("person", "organisation", "misc", "product", "weapon"))
_ADJECTIVES = frozenset(_PLACE["ties"]["adjectives"] + _PLACE["ties"]["directions"])
_NOWHERE = frozenset(_PLACE["untold"]["names"])
_BESIDE = frozenset(_PLACE["untold"]["beside"] + _PLACE["untold"]["dates"] + _PLACE["ties"]["adjectives"])
_DONE_TO = frozenset(_PLACE["ties"]["done_to"])
_HOLDING = frozenset(("in", *_PLACE["ties"]["lying"]))
_WORKS = _BESIDE | frozenset(_PLACE["kinds"]["works"] + _PLACE["untold"]["works"])
_DATES = frozenset(_PLACE["untold"]["dates"])
_ARTICLES = frozenset(_PLACE["folding"]["small"])
_LEFT_OFF = frozenset(("the", "of", "'s", "’s", "and", "in"))
_LONGEST = 4
_DATED_WORDS = 12  # and the date of a report before them
_HEAD_WORDS = 60  # datelines stand in the head of a report
_OF_PARTY = (("islamic", "state", "of"), ("islamic", "emirate", "of"))  # names of parties that end in that of a country
_GREAT = 50_000  # people of a city that needs no other word beside it


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens ``first`` to ``last`` (exclusive) that name a place. ``sort`` is what the words beside it say that it is ("region", "town"), or
    None. ``is_dateline`` for the place that a report was sent from, ``is_within`` for one in the name of a body ("Aleppo University")."""

    first: int
    last: int
    text: str
    sort: str | None
    is_dateline: bool = False
    is_within: bool = False


def mentions(reading: Reading) -> list[Mention]:
    """Names that the reader took for places, and capitalised words behind a small word of place that the gazetteer knows."""
    taken: set[int] = set()
    out: list[Mention] = []
    for name in reading.names:
        taken.update(range(name.first, name.last))
        if name.kind in _PLACES and (not out or out[-1].last <= name.first) and not _is_thing(reading, name.first, name.last):
            for mention in _split(reading, name.first, name.last):
                if out and mention.first < out[-1].last:
                    out.pop()  # "MOSLEM" and "WEST BEIRUT" are one name
                out.append(mention)
    placed = {k for mention in out for k in range(mention.first, mention.last)}
    out += list(_known(reading, taken, placed))
    out += list(_taken_for_others(reading, out))
    out += list(_again(reading, out))
    out += list(_within(reading, out))
    out.sort(key=lambda mention: mention.first)
    return [_as_dateline(reading, mention) for mention in out if not _is_of_party(reading, mention)]


def _is_thing(reading: Reading, first: int, last: int) -> bool:
    """ "15 Kalashnikovs", "the IDP camp": no place, whatever the reader took it for."""
    before = reading.tokens[first - 1] if first else None
    return reading.text_of(first, last) in _NONE or (before is not None and before.upos == "NUM" and before.head == first)


def _is_of_party(reading: Reading, mention: Mention) -> bool:
    """True for the Iraq of "Islamic State of Iraq"."""
    before = tuple(token.text.lower() for token in reading.tokens[max(mention.first - 3, 0) : mention.first])
    return before in _OF_PARTY


def _taken_for_others(reading: Reading, found: list[Mention]) -> Iterator[Mention]:
    """Names that the reader took for persons or bodies, where they stand as a place does and a country of the report has a place of that name."""
    taken = {k for mention in found for k in range(mention.first, mention.last)}
    homes = {entry.country for mention in found for entry in gazetteer.find(mention.text)[:1]}
    for name in reading.names:
        if name.kind not in _MISTAKEN or not taken.isdisjoint(range(name.first, name.last)):
            continue
        first, last = _bare(reading, name.first, name.last)
        if first == last:
            continue
        text = reading.text_of(first, last)
        is_beside = reading.tokens[first].relation == "conj" and reading.tokens[first].head in taken
        if is_party(text) or not (is_beside or _stands_as_place(reading, first, last)):
            continue
        if any(entry.country in homes and entry.kind != COUNTRY for entry in gazetteer.find(text)):
            taken.update(range(first, last))
            yield Mention(first, last, text, sort_of(reading, first, last))


def _within(reading: Reading, found: list[Mention]) -> Iterator[Mention]:
    """The place that a body is named after: the first words of its name that the gazetteer has, or those behind "of"."""
    taken = {k for mention in found for k in range(mention.first, mention.last)}
    for name in reading.names:
        if name.kind not in _BODIES or not taken.isdisjoint(range(name.first, name.last)):
            continue
        starts = [name.first, *(k + 1 for k in range(name.first, name.last - 1) if reading.tokens[k].text.lower() == "of")]
        runs = ((first, last) for first in starts for last in range(min(first + _LONGEST, name.last), first, -1))
        for first, last in runs:
            text = reading.text_of(first, last)
            if last - first < name.last - name.first and _is_capital(text) and not is_party(text) and gazetteer.find(text):
                yield Mention(first, last, text, None, is_within=True)
                break


def _stands_as_place(reading: Reading, first: int, last: int) -> bool:
    """True behind a small word of place, and before "in" or "city"."""
    tokens = reading.tokens
    before = tokens[first - 1].text.lower() if first else ""
    behind = tokens[last].text.lower() if last < len(tokens) else ""
    return before in _AT - {"of", "from", "to"} or before in _DONE_TO or behind in _KINDS or (behind in _HOLDING and last - first > 1)


def _as_dateline(reading: Reading, mention: Mention) -> Mention:
    """Marks "BEIRUT" before a story in mixed letters, and "SAN SALVADOR, 30 DEC 89 --" at the head of one in capitals."""
    tokens = reading.tokens
    if _is_headed(reading, mention):
        return replace(mention, is_dateline=True)
    is_tied = mention.first > 0 and tokens[mention.first - 1].text.lower() in _AT
    if not mention.text.isupper() or len(mention.text) <= _LONGEST or mention.first > _HEAD_WORDS or is_tied:
        return mention
    behind = [token.text for token in tokens[mention.last : mention.last + 8]]
    is_head = any(mark in behind for mark in ("--", "—", "–", "-", "(")) or any(text.istitle() or text.islower() for text in behind)
    return replace(mention, is_dateline=is_head)


def _is_headed(reading: Reading, mention: Mention) -> bool:
    """True for the Beirut of "Jan 20 2015 Beirut Government jets bombed ..."."""
    tokens = reading.tokens
    if not 0 < mention.first <= _DATED_WORDS or mention.last >= len(tokens) or not tokens[mention.first - 1].text[-1].isdigit():
        return False
    return tokens[mention.last].text[0].isupper() and any(entry.population >= _GREAT for entry in gazetteer.find(mention.text))


def without_direction(text: str) -> str:
    """The place of which "northern Aleppo" is a part."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in _ADJECTIVES else text


def without_works(text: str) -> str:
    """The place after which a building or a body is named: the Seoul of "Seoul City Hall"."""
    words = text.split()
    while len(words) > 1 and words[-1].lower() in _WORKS and not gazetteer.find(" ".join(words)):
        words.pop()
    return " ".join(words)


def _split(reading: Reading, first: int, last: int) -> Iterator[Mention]:
    """One mention a name, but "Kabul, Afghanistan" are two, and so are "Syria's Aleppo" and, where a comma is lost, "Hama Aleppo"."""
    tokens = reading.tokens
    start = first
    for k in range(first, last + 1):
        if k == last or tokens[k].text in (",", "/", ";"):
            yield from _segments(reading, start, k)
            start = k + 1


def _segments(reading: Reading, first: int, last: int) -> Iterator[Mention]:
    tokens = reading.tokens
    while first < last and (tokens[first].text.lower() in _LEFT_OFF or not tokens[first].text[0].isalnum()):
        first += 1
    while last > first + 1 and (tokens[last - 1].text in ("'s", "’s", "-") or not tokens[last - 1].text[0].isalnum()):
        last -= 1
    if first >= last or not any(_is_capital(token.text) for token in tokens[first:last]):
        return
    last = _longer(reading, first, _joined(reading, first, last))
    while _leads(reading, first):
        first -= 1
    while _follows(reading, first, last):
        last += 1
    yield from _pieces(reading, first, last)


def _pieces(reading: Reading, first: int, last: int) -> Iterator[Mention]:
    """One mention, or those that the words between two tokens are to be cut into."""
    tokens = reading.tokens
    while first < last and not tokens[first].text[0].isalnum():
        first += 1
    while last > first + 1 and (tokens[last - 1].upos in ("DET", "ADP", "PRON") or tokens[last - 1].text.lower() in _AT):
        last -= 1
    while last > first + 1 and tokens[last - 1].text.lower() in _KINDS and tokens[last - 1].text.islower():
        last -= 1
    while last > first + 1 and tokens[last - 1].text.lower() in _KINDS and _is_longer_than_known(reading, first, last):
        last -= 1
    if not _knows(reading.text_of(first, last)) or reading.text_of(first, last).lower() in _DATES:
        first, last = _bare(reading, first, last)
    if first == last:
        return
    whole = " ".join(reading.text_of(first, last).split())
    cut = None if last - first == 1 or _knows(whole) else _cut(reading, first, last)
    if cut is not None:
        yield from _pieces(reading, first, cut)
        yield from _pieces(reading, cut, last)
    elif not is_party(whole) and whole not in _NOWHERE and not _is_no_name(reading, first, last):
        yield Mention(first, last, _singular(whole), sort_of(reading, first, last))


def _is_longer_than_known(reading: Reading, first: int, last: int) -> bool:
    """True for "Hama Province", where the gazetteer has Hama."""
    return not _knows(reading.text_of(first, last)) and _knows(reading.text_of(first, last - 1))


def _bare(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """Without the words at either end that are no part of a name: days, parties, "President", "Monitor"; nothing may be left."""
    while first < last and _is_beside(reading.tokens[last - 1].text):
        last -= 1
    while first < last and _is_before(reading.tokens[first].text, last - first):
        first += 1
    return first, last


def _is_before(word: str, length: int) -> bool:
    """True for what may stand before a name: "Syrian East Ghouta", but "northern Aleppo" is a name for a part of Aleppo."""
    return bool(gazetteer.country_of_adjective(word)) or (_is_beside(word) and (length == 1 or word.lower() not in _ADJECTIVES))


def _is_beside(word: str) -> bool:
    return word.lower() in _BESIDE or is_party(word) or not word[0].isalnum()


def _is_capital(word: str) -> bool:
    """True for a word that begins with a capital, be it behind an article ("al-Midan")."""
    article, _, rest = word.partition("-")
    return word[0].isupper() or (rest[:1].isupper() and article in _ARTICLES)


def _is_no_name(reading: Reading, first: int, last: int) -> bool:
    """True for an adjective ("Damascan") and for a code name with a number ("Karbala-7")."""
    if last - first == 1 and reading.tokens[first].upos == "ADJ" and not _knows(reading.tokens[first].text):
        return True
    if last - first == 1 and gazetteer.country_of_adjective(reading.tokens[first].text) and not gazetteer.find(reading.tokens[first].text):
        return True
    behind = [token.text for token in reading.tokens[last : last + 2]]
    return len(behind) == 2 and behind[0] == "-" and behind[1].isdigit()


def _cut(reading: Reading, first: int, last: int) -> int | None:
    """Where two names meet: at the hyphen of "Beirut-Damascus", behind a country that has lost its apostrophe, between two well-known places."""
    for k in range(last - 1, first, -1):
        head, tail = reading.text_of(first, k), reading.text_of(k, last)
        if reading.tokens[k].text == "-" and k + 1 < last and _knows(head) and _knows(reading.text_of(k + 1, last)):
            return k
        if _is_area(head[:-1]) and head.endswith("s") and not _is_area(head):
            return k
        if _great(head) & _great(tail):
            return k
    return None


def _is_area(text: str) -> bool:
    return any(entry.kind in (COUNTRY, REGION) for entry in gazetteer.find(text))


def _great(text: str) -> set[str | None]:
    """The countries in which a country, a region or a city of size bears the name."""
    return {entry.country for entry in gazetteer.find(text) if entry.kind in (COUNTRY, REGION) or entry.population >= _GREAT}


def _joined(reading: Reading, first: int, last: int) -> int:
    """Takes in the "-Zor" that a name was cut off from."""
    tokens = reading.tokens
    if last + 1 >= len(tokens) or tokens[last].text != "-" or reading.text_of(last - 1, last + 2).count(" "):
        return last
    return last + 2 if gazetteer.find(reading.text_of(first, last + 2)) else last


def _leads(reading: Reading, first: int) -> bool:
    """True if the word before is part of the name: the "al-Sheikh" of "al-Sheikh Maqsoud"."""
    if first == 0:
        return False
    before = reading.tokens[first - 1]
    tied = before.head >= first and before.head - first < _LONGEST and before.relation in ("flat", "compound")
    return tied and before.upos == "PROPN" and before.text.lower() not in _KINDS and not _knows(before.text) and not is_party(before.text)


def _follows(reading: Reading, first: int, last: int) -> bool:
    """True if the word behind is part of the name: the "Touma" of "Bab Touma"."""
    if last >= len(reading.tokens):
        return False
    token, before = reading.tokens[last], reading.tokens[last - 1]
    tied = (token.relation == "flat" and first <= token.head < last) or (before.relation in ("compound", "flat") and before.head == last)
    is_name = token.upos == "PROPN" and token.text[0].isupper() and token.text.lower() not in _KINDS
    return tied and is_name and token.sentence == before.sentence and not _knows(token.text) and not is_party(token.text)


def _longer(reading: Reading, first: int, last: int) -> int:
    """Takes in the next word if the gazetteer has the longer name: "Ain" and "Tarma"."""
    if last >= len(reading.tokens) or not reading.tokens[last].text[0].isupper() or reading.tokens[last].sentence != reading.tokens[first].sentence:
        return last
    return last + 1 if gazetteer.find(reading.text_of(first, last + 1)) else last


def _again(reading: Reading, found: list[Mention]) -> Iterator[Mention]:
    """The same words as a place found elsewhere in the report, where the reader saw no name."""
    taken = {k for mention in found for k in range(mention.first, mention.last)}
    inside = {k for name in reading.names for k in range(name.first, name.last)}
    words: dict[str, dict[tuple[str, ...], str]] = {}
    for mention in found:
        pieces = tuple(token.text for token in reading.tokens[mention.first : mention.last])
        words.setdefault(pieces[0], {}).setdefault(pieces, mention.text)
    for k, token in enumerate(reading.tokens):
        for pieces, text in words.get(token.text, {}).items():
            last = k + len(pieces)
            if taken.isdisjoint(range(k, last)) and inside.isdisjoint(range(k, last)) and tuple(t.text for t in reading.tokens[k:last]) == pieces:
                taken.update(range(k, last))
                yield Mention(k, last, text, sort_of(reading, k, last))


def _knows(text: str) -> bool:
    return bool(gazetteer.find(text) or gazetteer.find(without_direction(text)) or gazetteer.find(_singular(text)))


def _singular(text: str) -> str:
    """Syria for "Syrias", where the apostrophe was lost."""
    return text[:-1] if text.endswith("s") and not gazetteer.find(text) and gazetteer.find(text[:-1]) else text


def sort_of(reading: Reading, first: int, last: int) -> str | None:
    """What kind of place the words beside a name say it is: "Idlib province", "the town of Douma"."""
    tokens = reading.tokens
    after = tokens[last].text.lower() if last < len(tokens) else ""
    if after in _KINDS:
        return _KINDS[after]
    if first >= 2 and tokens[first - 1].text.lower() == "of" and tokens[first - 2].text.lower() in _KINDS:
        return _KINDS[tokens[first - 2].text.lower()]
    before = tokens[first - 1].text.lower() if first else ""
    return _KINDS.get(before)


def _known(reading: Reading, taken: set[int], placed: set[int]) -> Iterator[Mention]:
    """Runs of capitalised words behind "in", "near" and the like that the gazetteer has: outside of names, or beside a word like "city"."""
    tokens = reading.tokens
    places = {name.last - 1 for name in reading.names if name.kind == "location"}
    for k in range(1, len(tokens)):
        is_behind = tokens[k - 1].text.lower() in _AT or k - 1 in places or (k - 2 in places and tokens[k - 1].text in ("and", ","))
        if tokens[k].upos != "PROPN" or not is_behind or tokens[k].text.islower():
            continue
        if k in taken and (k in placed or sort_of(reading, k, k + 1) not in ("town", "region", "district", "quarter")):
            continue
        last = k + 1
        while last < len(tokens) and last - k < _LONGEST and last not in taken and _goes_on(tokens, last):
            last += 1
        for end in range(last, k, -1):
            text = reading.text_of(k, end)
            if len(text) > 2 and gazetteer.find(text) and not is_party(text):
                yield Mention(k, end, text, sort_of(reading, k, end))
                taken.update(range(k, end))
                break


def _goes_on(tokens: tuple[Token, ...], at: int) -> bool:
    return tokens[at].text[0].isupper() or (tokens[at].text == "-" and tokens[at - 1].end == tokens[at].start)
