"""From the words of a source to the word that heads whom they mean: the named person, the body, the author of a document."""

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from hearsay import lexicons
from hearsay.claims.phrases import INDEFINITE, Tree, behind_rank, phrase
from hearsay.claims.saying import Saying
from hearsay.records import Name, Token

_SPEECH = lexicons.load("speech")
_KINDS = frozenset(word for words in _SPEECH["kinds"].values() for word in words)
ROLES = frozenset(_SPEECH["role"]["words"])
_DOCUMENTS = frozenset(_SPEECH["document"])
_TAKEN_IN = frozenset(_SPEECH["taken_in"])
_PLURAL = frozenset(_SPEECH["plural"])
_MEDIA = frozenset(_SPEECH["kinds"]["media"])
_STATE = lexicons.words("naming", "bodies")
_GENERAL = frozenset(_SPEECH["body"]["general"])
_APPOSED = ("appos", "flat", "nmod:desc", "compound", "conj", "nsubj", "dep")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET")
NAME_AFTER = 5  # words after a title within which its bearer's name is looked for
ALIKE, LETTERS = 80, 5  # likeness of two spellings of one surname, in per cent, and its least length


def full_names(tree: Tree) -> dict[str, str]:
    """Each person's name in the report to the fullest form of it: "Dashty" and "Dashti" to "Fahim Dashty"."""
    names = {words_of(tree, n) for n in tree.reading.names if n.kind == "person"}
    first_at = {words_of(tree, n): -n.first for n in tree.reading.names if n.kind == "person"}
    out = {}
    for name in names:
        fuller = [other for other in names if len(other.split()) > len(name.split()) and _ends_alike(other, name)]
        out[name] = min(fuller, key=lambda other: (len(other.split()), -first_at[other])) if fuller else name
    return out


def _ends_alike(long: str, short: str) -> bool:
    """Whether the last words of one name are those of the other, letter for letter or, for one surname, nearly."""
    tail = long.split()[-len(short.split()) :]
    if tail == short.split():
        return True
    left, right = tail[-1].lower(), short.lower()
    return len(tail) == 1 and min(len(left), len(right)) >= LETTERS and left[0] == right[0] and ratio(left, right) >= ALIKE


def words_of(tree: Tree, name: Name) -> str:
    """The words of a name, on one line; a person's without the rank before it."""
    return " ".join(tree.reading.text_of(behind_rank(tree, name), name.last).split())


def head_of(tree: Tree, source: Sequence[int]) -> int:
    """The word that heads a source; a relative pronoun gives way to its noun."""
    inside = set(source)
    tops = [k for k in source if tree.tokens[k].head not in inside and tree.tokens[k].upos in _NOMINAL]
    nouns = [k for k in source if tree.tokens[k].upos in ("NOUN", "PROPN")]
    solid = [k for k in tops if tree.tokens[k].upos != "DET"]
    top = (solid or tops or nouns or [source[-1]])[0]
    name = tree.name_at(top + 1) if top + 1 in inside else None
    if len(solid) > 1 and tree.tokens[top].upos == "NOUN" and name is not None and name.kind == "organisation" and name.first == top + 1:
        top = next((k for k in solid[1:] if name.first <= k < name.last), top)  # "the opposition Observatory for Truth", in a tree with two subjects
    return _behind(tree, top) if tree.tokens[top].text.lower() in ("who", "which", "that") else top


def _behind(tree: Tree, relative: int) -> int:
    """The noun that a relative pronoun stands for: "paramedics who told him", "a farmer, Tun Aye, who said"."""
    name = tree.person_before(relative)
    if name is not None:
        return top_of(tree, name)
    for above in tree.ancestors(relative):
        if above.relation.startswith("acl") and above.head >= 0:
            return above.head
    return relative


def trimmed(tree: Tree, source: Sequence[int]) -> tuple[int, ...]:
    """The source without a clause that hangs on it: "Interfax[, quoting the ministry,]", "an official [who asked not to be named]"."""
    if tree.tokens[source[0]].text.lower() == "what":  # "according to what the ministry declared"
        told = [k for clause in tree.children(source[0], "acl") for t in tree.children(clause.index, "nsubj") for k in tree.subtree(t.index)]
        source = told or source
    clauses = [k for k in source if tree.tokens[k].relation.split(":")[0] in ("acl", "advcl") and tree.tokens[k].head in source]
    gone = {k for clause in clauses for k in tree.subtree(clause)}
    kept = tuple(k for k in source if k not in gone)
    while kept and tree.tokens[kept[-1]].upos == "PUNCT":
        kept = kept[:-1]
    return kept or tuple(source)


def is_definite(tree: Tree, head: int, source: Sequence[int]) -> bool:
    """ "the source", "the same source", "the Observatory": nothing but an article and the noun."""
    words = [k for k in source if tree.tokens[k].upos not in ("PUNCT", "DET") and tree.tokens[k].text.lower() != "same"]
    before = {tree.tokens[k].text.lower() for k in range(max(0, head - 2), head)}
    return words == [head] and bool(before & {"the", "same", "that", "this"})


def subject_before(tree: Tree, pronoun: Token) -> int | None:
    """The subject of the sentence before that "they" or "it" takes up: "Supporters shared a video. They claimed", "The army gave its account. It
    said"."""
    if pronoun.sentence == 0 or not pronoun.relation.startswith("nsubj"):
        return None
    sentence = tree.reading.sentences[pronoun.sentence - 1]
    wanted = _PLURAL if pronoun.text.lower() == "they" else _KINDS - _PLURAL
    for token in tree.tokens[sentence.first : sentence.last]:
        if token.relation == "nsubj" and tree.tokens[token.head].relation == "root":
            name = tree.name_at(token.index)
            is_body = pronoun.text.lower() == "it" and name is not None and name.kind in ("organisation", "norp")
            return token.index if token.text.lower() in wanted or is_body else None
    return None


def _people_beside(tree: Tree, pronoun: Token) -> int | None:
    verb = tree.tokens[pronoun.head] if pronoun.relation == "nsubj" and pronoun.head >= 0 else None
    if verb is None:
        return None
    clauses = [t.index for t in tree.children(verb.index, "advcl")] + ([verb.head] if verb.relation in ("conj", "parataxis") else [])
    subjects = (t for k in clauses if k >= 0 for t in tree.children(k, "nsubj") if t.index < pronoun.index)
    return next((t.index for t in subjects if t.text.lower() in _PLURAL), None)


def subject_beside(tree: Tree, pronoun: Token) -> int | None:
    """The body that "it" takes up in its own sentence: "The front did not reply; in a statement it said"; the people that "they" does: "When the
    troops reached the town, they said"."""
    if pronoun.text.lower() == "they":
        return _people_beside(tree, pronoun)
    verb = tree.tokens[pronoun.head] if pronoun.text.lower() == "it" and pronoun.relation == "nsubj" and pronoun.head >= 0 else None
    if verb is None or verb.relation not in ("parataxis", "conj") or verb.head < 0:
        return None
    for subject in tree.children(verb.head, "nsubj"):
        name = tree.name_at(subject.index)
        if subject.index < pronoun.index and name is not None and name.kind in ("organisation", "norp"):
            return subject.index
    return None


def fuller_before(tree: Tree, head: int) -> int | None:
    """An earlier noun of the same word that says more: "the ministry" after "the health ministry in Gaza"."""
    token = tree.tokens[head]
    if token.lemma.lower() in _GENERAL:
        return None
    for other in reversed(tree.tokens[:head]):
        is_alike = other.lemma.lower() == token.lemma.lower() and (other.text.islower() == token.text.islower() or token.text not in _STATE)
        if is_alike and other.upos in ("NOUN", "PROPN") and other.sentence < token.sentence:
            named = [t for t in tree.children(other.index, "appos", "flat", "nmod") if (n := tree.name_at(t.index)) and n.kind == "person"]
            if named:
                return named[0].index
            if any(c.upos in ("NOUN", "PROPN", "ADJ") for c in tree.children(other.index, "compound", "amod", "nmod", "flat")):
                return other.index
    return None


def apposed(tree: Tree, head: int) -> int | None:
    """The person named in apposition to a noun: "a farmer, Tun Aye, who said"."""
    named = [t for t in tree.children(head, "appos") if (n := tree.name_at(t.index)) and n.kind == "person"]
    return named[0].index if named else None


def body_of(tree: Tree, head: int) -> int | None:
    """The body that a general noun is said of: "the Observatory for Truth monitor", "the Observatory for Truth[,] a war monitor", "agency IRNA"."""
    name = tree.name_at(head)
    if tree.tokens[head].lemma.lower() not in _GENERAL or (name is not None and name.kind == "organisation"):
        return None
    first, last = phrase(tree, head)
    while first and tree.tokens[first - 1].upos in ("DET", "PUNCT"):
        first -= 1
    bodies = [n for n in tree.reading.names if n.kind == "organisation"]
    before = [n for n in bodies if n.last - n.first > 1 and first - 1 <= n.last <= head + 1]
    begin = head + 2 if head + 1 < len(tree.tokens) and tree.tokens[head + 1].text.lower() == "the" else head + 1
    after = [n for n in bodies if head < n.first <= last or (n.first == begin and tree.tokens[n.last - 1].upos == "PROPN")]
    return next((top_of(tree, n) for n in [*before, *after]), None)


def is_general(token: Token) -> bool:
    """Whether a word says only what kind of body is named after it: "agency"."""
    return token.lemma.lower() in _GENERAL


def author_of(tree: Tree, token: Token) -> int | None:
    """Whose statement or message it is: "the Taliban message", "a statement from the ministry", "the navy's statement"."""
    if token.lemma.lower() not in _DOCUMENTS:
        return None
    below = [t for t in tree.children(token.index, "compound", "nmod:poss", "nmod") if t.upos in ("NOUN", "PROPN")]
    named = [
        t
        for t in below
        if (n := tree.name_at(t.index)) and n.kind in ("organisation", "person", "norp") and not tree.tokens[n.last - 1].text.islower()
    ]
    owners = [t for t in below if t.relation == "nmod:poss" or t.text.lower() in _KINDS]
    givers = [t for clause in tree.children(token.index, "acl") for t in tree.children(clause.index, "obl") if tree.case_of(t.index) == "by"]
    return next((t.index for t in [*named, *owners, *givers]), None)


def issuer_before(tree: Tree, token: Token) -> int | None:
    """Who issued what a bare "the statement" takes up: the subject of the nearest earlier verb that has a statement for its object. "Another report"
    takes up none, and who could not confirm a report has not issued it."""
    if any(t.text.lower() in INDEFINITE for t in tree.children(token.index, "det")):
        return None
    for other in reversed(tree.tokens[: token.index]):
        is_same = other.lemma.lower() == token.lemma.lower() and other.relation in ("obj", "obl") and other.head >= 0
        if is_same and tree.tokens[other.head].lemma.lower() not in _TAKEN_IN:
            subject = next(iter(tree.children(other.head, "nsubj")), None)
            if subject is not None:
                return subject.index
    return None


def person_in(tree: Tree, head: int, source: Sequence[int], saying: Saying) -> int | None:
    """The person named in a source as its head or in apposition to it ("the head of the group, Rami Haddad"), also where the reader cut the source
    short before the name, or took a person's name after a title for another kind of name: "The mayor of Izium, Oksana Levchuk, said"."""
    inside = set(source)
    is_role = tree.tokens[head].lemma.lower() in ROLES
    bearer = _bearer_before(tree, source) if is_role else None
    if bearer is not None:
        return top_of(tree, bearer)
    if is_role and max(source) < saying.cue[0]:
        inside |= set(range(min(source), saying.cue[0]))
    elif is_role and max(source) + 1 < len(tree.tokens) and tree.tokens[max(source) + 1].text == ",":
        inside |= set(range(max(source) + 1, min(max(source) + NAME_AFTER, len(tree.tokens))))
    around = (name for k in sorted(inside) if (name := tree.name_at(k)) and name.first == k)
    names = [name for name in around if tree.tokens[name.first].sentence == tree.tokens[head].sentence]
    for name in names:
        if name.last - name.first == 1 and tree.tokens[name.first].lemma.lower() in ROLES:
            continue
        if name.kind == "person" and _is_meant(tree, name, head, source) and not _is_whose_media(tree, name, head):
            return top_of(tree, name)
    last = names[-1] if names else None
    if is_role and last is not None and last.last - last.first > 1 and _ends_source(tree, last, inside):
        return top_of(tree, last)
    return None


def _is_whose_media(tree: Tree, name: Name, head: int) -> bool:
    """ "Houthi media": no Houthi speaks."""
    top = tree.tokens[top_of(tree, name)]
    return top.relation == "compound" and top.head == head and tree.tokens[head].text.lower() in _MEDIA


def _bearer_before(tree: Tree, source: Sequence[int]) -> Name | None:
    """The person of "Eric Lambert, [a U.N. spokesman], said", where the reader's head kept only the office."""
    first = source[0] - (tree.tokens[source[0] - 1].text.lower() in ("a", "an", "the") if source[0] else 0)
    name = tree.person_before(first)
    is_closed = max(source) + 1 < len(tree.tokens) and tree.tokens[max(source) + 1].text == ","
    return name if name is not None and is_closed and tree.tokens[name.first].sentence == tree.tokens[source[0]].sentence else None


def _is_meant(tree: Tree, name: Name, head: int, source: Sequence[int]) -> bool:
    top = tree.tokens[top_of(tree, name)]
    is_apposed = top.relation.split(":")[0] in _APPOSED or tree.tokens[head].head in range(name.first, name.last)
    return top.index == head or name.first > max(source) or is_apposed


def _ends_source(tree: Tree, name: Name, inside: set[int]) -> bool:
    """Set off by a comma before it, with nothing but marks after it."""
    return tree.tokens[name.first - 1].text == "," and all(tree.tokens[k].upos == "PUNCT" for k in inside if k >= name.last)


def top_of(tree: Tree, name: Name) -> int:
    """The word of a name on which the others hang, rather than a rank before it that hangs elsewhere."""
    tops = [k for k in range(name.first, name.last) if not name.first <= tree.tokens[k].head < name.last]
    return next((k for k in tops if tree.tokens[k].text.lower().rstrip(".") not in ROLES), next(iter(tops), name.first))
