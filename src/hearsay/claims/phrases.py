"""Noun phrases as the tree has them, and the party that a phrase means."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hearsay import lexicons
from hearsay.records import Frame, Name, Party, Reading, Token

_INSIDE = ("amod", "compound", "flat", "nmod:poss", "nmod:desc", "fixed", "goeswith", "advmod", "case", "punct")
_PEOPLE = lexicons.words("people", "nouns") | lexicons.words("people", "crowds")
_NOBODY = lexicons.load("realis")["negated"]
INDEFINITE = frozenset(("a", "an", "another"))
_AGES = frozenset(("year", "years", "month", "months"))
_SHORT = 3  # letters of "US", "UAE"
_ROLES = frozenset(lexicons.load("speech")["role"]["words"])
_RANKS = _ROLES | lexicons.words("speech", "role", "ranks")
_KINDS = {"person": "person", "organisation": "organisation", "norp": "organisation", "location": "place", "facility": "place"}


class Tree:
    """A reading's dependencies turned round: who depends on whom, and which name a word belongs to."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self._children: list[list[int]] = [[] for _ in reading.tokens]
        for token in reading.tokens:
            if token.head >= 0:
                self._children[token.head].append(token.index)
        self._names: dict[int, Name] = {k: name for name in reading.names for k in range(name.first, name.last)}
        self._frames: dict[int, list[Frame]] = defaultdict(list)
        self.frames = [frame for frame in reading.frames if frame.rule == "voices"]  # of frames within frames the tree knows more
        for frame in self.frames:
            for k in frame.content:
                self._frames[k].append(frame)

    def children(self, index: int, *relations: str) -> list[Token]:
        """The dependents of a word, in order; only those with one of the relations (subtypes included) if any are given."""
        found = (self.tokens[k] for k in self._children[index])
        return [t for t in found if not relations or t.relation in relations or t.relation.split(":")[0] in relations]

    def name_at(self, index: int) -> Name | None:
        """The name that the word is part of."""
        return self._names.get(index)

    def case_of(self, index: int) -> str:
        """The preposition that a noun hangs on, lower case, fixed ones by their first word ("because of": "because"); empty if none."""
        return next((t.text.lower() for t in self.children(index, "case") if t.index < index and t.upos != "PART"), "")

    def subtree(self, index: int, *without: str) -> list[int]:
        """The words below and with ``index``, in order, branches by the given relations left out."""
        out: list[int] = []
        stack = [index]
        while stack:
            k = stack.pop()
            out.append(k)
            stack.extend(c for c in self._children[k] if self.tokens[c].relation not in without)
        return sorted(out)

    def ancestors(self, index: int) -> Iterator[Token]:
        """The governors of a word, nearest first."""
        seen = {index}
        head = self.tokens[index].head
        while head >= 0 and head not in seen:
            seen.add(head)
            yield self.tokens[head]
            head = self.tokens[head].head

    def person_before(self, index: int) -> Name | None:
        """The person named right before the comma that the word stands behind: "Eric Lambert, [a] spokesman"."""
        name = self.name_at(index - 2) if index >= 2 and self.tokens[index - 1].text == "," else None
        return name if name is not None and name.kind == "person" else None

    def frames_around(self, index: int) -> Sequence[Frame]:
        """The frames whose content holds the word."""
        return self._frames.get(index, ())

    def source_around(self, index: int) -> tuple[int, ...]:
        """The heads of the source of the innermost frame whose content holds the word; empty if nobody is said to say it."""
        frames = [frame for frame in self.frames_around(index) if frame.source]
        source = min(frames, key=lambda frame: len(frame.content)).source if frames else ()
        return tuple(k for k in source if self.tokens[k].head not in source)

    def conjuncts(self, index: int) -> list[int]:
        """The word and those coordinated with it ("the Taliban and the Front")."""
        out = [index]
        for child in self.children(index, "conj"):
            out.extend(self.conjuncts(child.index))
        return out


def phrase(tree: Tree, head: int) -> tuple[int, int]:
    """First and last (exclusive) word of the noun phrase of ``head``: without article, count, relative clause and what follows the name.

    "the more than 300 Taliban terrorists who had come" is "Taliban terrorists".
    """
    name = tree.name_at(head)
    first = min(head, name.first) if name else head
    last = max(head + 1, name.last) if name else head + 1
    while first > 0 and (_belongs(tree, first - 1, head) or _is_hyphenated(tree, first) or _is_nation(tree, first, head)):
        first -= 1
    begun = tree.name_at(first)
    first = first if begun is None or begun.kind == "date" else min(first, begun.first)  # "[United] Nations peacekeepers"
    first = _trim(tree, _behind_dateline(tree, first, head), head)
    while last < len(tree.tokens) and tree.tokens[last].head in range(first, last) and tree.tokens[last].relation == "flat":
        last += 1
    return first, last


def _behind_dateline(tree: Tree, first: int, head: int) -> int:
    """ "NAIROBI Kenyan police": where the report was filed is no part of the first party."""
    place = tree.name_at(first)
    if place is None or place.kind != "location" or place.last >= head:
        return first
    sent_from = tree.tokens[first].text
    if sent_from.isupper() and sent_from.isalpha() and len(sent_from) > _SHORT and not tree.tokens[head].text.isupper():
        return place.last  # "BEIRUT Syrian government forces", wherever the headline ends
    if first != tree.reading.sentences[tree.tokens[first].sentence].first:
        return first
    nation = tree.name_at(place.last)
    return place.last if nation is not None and nation.kind == "norp" and nation.first == place.last else first


def _is_hyphenated(tree: Tree, first: int) -> bool:
    """Whether a hyphen without space ties the word to the one before ("UK-based"), or a number goes on in it ("2d")."""
    here, before = tree.tokens[first], tree.tokens[first - 1]
    return here.start == before.end and (here.text == "-" or before.text == "-" or (before.text.isdigit() and here.text.isalpha()))


def _is_nation(tree: Tree, first: int, head: int) -> bool:
    """Whether the word before is of a nation, as "Korean" of "North Korean soldiers", whatever noun the tree hangs it on."""
    before = tree.tokens[first - 1]
    name = tree.name_at(first - 1)
    is_of_nation = name is not None and name.kind == "norp" and before.relation == "amod" and before.head < before.index
    return is_of_nation and before.sentence == tree.tokens[head].sentence and tree.tokens[head].upos == "NOUN"


def _belongs(tree: Tree, index: int, head: int) -> bool:
    """A modifier before the head, inside one phrase with it."""
    token = tree.tokens[index]
    if token.sentence != tree.tokens[head].sentence or token.relation not in _INSIDE or token.upos in ("NUM", "DET", "VERB", "ADP"):
        return token.relation in ("compound", "amod", "flat") and token.upos == "VERB" and token.head == head
    if token.relation == "advmod" or token.text in (",", ";", ":", "-", "–", "—", "--"):
        return False  # a dash between spaces; a hyphen without them is looked for elsewhere
    above = token.index
    while above != head and above >= 0 and tree.tokens[above].index <= head and tree.tokens[above].relation != "root":
        above = tree.tokens[above].head
    return above == head


def _trim(tree: Tree, first: int, head: int) -> int:
    """Leaves off what only counts or points: articles, "other", "several", opening marks; and what only introduces a name: "Sudan's paramilitary"."""
    words = lexicons.load("phrase")["leading"]
    while first < head and (tree.tokens[first].upos in ("DET", "PUNCT", "NUM") or tree.tokens[first].text.lower() in words or _is_age(tree, first)):
        if _is_glued(tree, first):
            break  # "2d Infantry Brigade"
        first += 3 if _is_sized(tree, first) and first + 3 <= head else 1
    first += first < head and tree.tokens[first].text.lower() in ("'s", "’s")
    name = tree.name_at(head)
    if name is not None and first < name.first and tree.tokens[name.first - 1].text.lower() in lexicons.load("phrase")["introducing"]:
        return name.first
    return first


def _is_glued(tree: Tree, first: int) -> bool:
    """A number that goes on in letters: "2d"."""
    here, after = tree.tokens[first], tree.tokens[first + 1]
    return here.text[:1].isdigit() and here.end == after.start and after.text.isalpha()


def _is_sized(tree: Tree, first: int) -> bool:
    """ "a four-person rebel group" is a rebel group."""
    return tree.tokens[first].upos == "NUM" and tree.tokens[first + 1].text == "-" and tree.tokens[first].end == tree.tokens[first + 1].start


def is_nobody(tree: Tree, subject: Token) -> bool:
    """ "No group claimed it", "nobody was arrested"."""
    numbered = {t.index for t in tree.children(subject.index, "nummod")}  # "Communique No 14"
    determiners = {t.text.lower() for t in tree.children(subject.index, "det") if t.index + 1 not in numbered and t.index < subject.index}
    return subject.text.lower() in _NOBODY["nobody"] or not determiners.isdisjoint(_NOBODY["determiners"])


def _is_age(tree: Tree, index: int) -> bool:
    """The "year", "old" of "a 34-year-old teacher", "a 60 years old man"."""
    here, before = tree.tokens[index], tree.tokens[index - 1]
    is_old = here.text.lower() == "old"
    return (is_old and before.text.lower() in _AGES) or ((is_old or here.text.lower() in _AGES) and (before.text == "-" or before.upos == "NUM"))


def party_of(tree: Tree, head: int) -> Party:
    """The party that the noun phrase of ``head`` means: a pronoun is its antecedent, "its forces" those of whom "its" stands for."""
    token = tree.tokens[head]
    first, last = phrase(tree, head)
    whole = _members(tree, head)
    last = max(last, whole + 1) if whole is not None else last
    surface = tree.reading.text_of(first, last)
    start, end = tree.tokens[first].start, tree.tokens[last - 1].end
    return Party(name_of(tree, head), surface, start, end, _kind(tree, tree.reading.antecedents.get(head, token.index)))


def apposed_body(tree: Tree, head: int) -> int | None:
    """The body named behind what it is: "the rebel group [Red Front]", "the mission, [MONUSCO]"; the word that heads its name."""
    if tree.tokens[head].text not in lexicons.words("phrase", "apposed"):
        return None
    named = (t for t in tree.children(head, "appos", "flat") if (n := tree.name_at(t.index)) and n.kind == "organisation" and t.index > head)
    return next((t.index for t in named), None)


def name_of(tree: Tree, head: int) -> str:
    """The name that a phrase goes by: its antecedent's if it is a pronoun or a bare description, else its own words."""
    antecedent = resolved(tree, head)
    if antecedent != head:
        return name_of(tree, antecedent)
    whole = _members(tree, head)
    if whole is None and tree.tokens[head].lemma.lower() == "member":
        whole = _body_before(tree, head)
    whole = apposed_body(tree, head) if whole is None else whole
    if whole is not None:
        return name_of(tree, whole)
    words = lexicons.load("phrase")
    is_opposed = tree.tokens[head].lemma.lower() in words["opposed"] or tree.tokens[head].lemma.lower() in words["kin"]
    owner = None if is_opposed else next(iter(tree.children(head, "nmod:poss")), None)
    if owner is not None and owner.upos in ("PRON", "DET") and resolved(tree, owner.index) != owner.index:
        if owner.text.lower() == "its" and (body := _spoken_for(tree, resolved(tree, owner.index))) is not None:
            return name_of(tree, body)
        whose = tree.name_at(resolved(tree, owner.index))
        if tree.tokens[head].lemma.lower() in _ROLES:  # "its governor" is the city's, not the city
            return f"{name_of(tree, resolved(tree, owner.index))} {tree.tokens[head].text}"
        is_men = tree.tokens[head].lemma.lower() in _PEOPLE and whose is not None and whose.kind == "person"
        if not is_men:  # "its forces" are the movement's side, "his letter" is his word; "his men" are men
            return name_of(tree, resolved(tree, owner.index))
    person = _introduced(tree, head)
    first, last = phrase(tree, head) if person is None else (person.first, person.last)
    is_kin = tree.tokens[head].lemma.lower() in words["kin"] and tree.tokens[first].text.lower() in ("its", "their", "our", "whose") and first < head
    first += is_kin  # "their relatives" are relatives, but "his son" is no son
    named = tree.name_at(last - 1)
    first = max(first, behind_rank(tree, named)) if named is not None and named.kind == "person" and named.first <= first else first
    return " ".join(tree.reading.text_of(first, last).split())


def behind_rank(tree: Tree, name: Name) -> int:
    """The first word of a name, a person's without the rank before it."""
    first = name.first
    while name.kind == "person" and first < name.last - 1 and tree.tokens[first].text.lower().rstrip(".") in _RANKS:
        first += 1
    return first


def _introduced(tree: Tree, head: int) -> Name | None:
    """The person whom "the cleric Moqtada al Sadr" names, right behind the noun, or "the leader of the front, Eric Lambert", behind a comma."""
    behind = head + 1
    if tree.tokens[head].upos == "NOUN" and tree.tokens[head].lemma.lower() in _ROLES:
        named = [n for t in tree.children(head, "appos") if (n := tree.name_at(t.index)) is not None and n.kind == "person"]
        if named and named[0].first > behind and tree.tokens[named[0].first - 1].text == ",":
            return named[0]
    name = tree.name_at(behind) if behind < len(tree.tokens) and tree.tokens[head].upos == "NOUN" else None
    if name is None or name.kind != "person" or name.first != behind:
        return None
    return name if any(t.index in range(behind, name.last) for t in tree.children(head, "appos", "flat")) else None


def _spoken_for(tree: Tree, speaker: int) -> int | None:
    """For whom somebody speaks: "its men", after "a spokesman for the front", are the front's."""
    if tree.tokens[speaker].lemma.lower() not in _ROLES or tree.name_at(speaker) is not None:
        return None
    below = [t for t in tree.children(speaker, "nmod", "compound") if t.upos in ("NOUN", "PROPN") and tree.case_of(t.index) in ("", "for", "of")]
    return below[0].index if below else None


def _members(tree: Tree, head: int) -> int | None:
    """ "members of the front" are of the front, and so are "fighters from the front": the word that heads the whole."""
    words = lexicons.load("phrase")
    if tree.tokens[head].lemma.lower() in words["members"]:
        below = [t for t in tree.children(head, "nmod") if tree.case_of(t.index) == "of"]
        if below:
            return below[0].index
    if tree.tokens[head].lemma.lower() not in words["fighters"]:
        return None
    below = [t for t in tree.children(head, "nmod") if tree.case_of(t.index) in ("of", "from") and _is_body(tree, t)]
    return below[0].index if below else None


def _is_body(tree: Tree, token: Token) -> bool:
    """Whether fighters can be of it: a named body, or a word for one."""
    name = tree.name_at(token.index)
    return token.lemma.lower() in lexicons.load("phrase")["forces"] or (name is not None and name.kind == "organisation")


def _body_before(tree: Tree, head: int) -> int | None:
    """ "Front members": the body named before."""
    if tree.tokens[head].lemma.lower() not in lexicons.load("phrase")["members"]:
        return None
    named = [t for t in tree.children(head, "compound", "amod") if (n := tree.name_at(t.index)) and n.kind in ("organisation", "norp")]
    return named[-1].index if named else None


def resolved(tree: Tree, index: int) -> int:
    """The word that a pronoun or description finally stands for; the word itself if nothing is known."""
    seen: set[int] = set()
    while index in tree.reading.antecedents and index not in seen:
        seen.add(index)
        index = tree.reading.antecedents[index]
    return index


def _kind(tree: Tree, index: int) -> str:
    name = tree.name_at(index)
    return _KINDS.get(name.kind, "other") if name else "other"
