"""Words that tell of a happening: the rows of the happening lexicons, looked up by lemma and held against the tree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from hearsay import lexicons
from hearsay.claims.harm_words import is_infinitive, not_told
from hearsay.claims.phrases import Tree
from hearsay.claims.roles import Roles, roles
from hearsay.records import Token

_words = partial(lexicons.words, "happening")
_CONDITIONS = ("object", "subject", "predicate", "complement", "with", "aux", "case", "needs_of", "needs_with", "content")
_VERBAL_NOUNS = ("NOUN", "PROPN", "ADJ")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the lexicon; ``body`` holds its conditions and slots as the table has them (see happening.toml)."""

    id: str
    type: str
    body: Mapping[str, Any]

    def flag(self, name: str) -> bool:
        """True if the row sets the flag."""
        return bool(self.body.get(name, False))

    def words(self, name: str) -> list[str]:
        """A list of the row, empty if it has none."""
        found: list[str] = self.body.get(name, [])
        return found


@dataclass(frozen=True, slots=True)
class Match:
    """A row that fired on a word. ``roles`` are those of a verb, None for a noun."""

    index: int
    row: Row
    roles: Roles | None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows by the lemma of their head word, each with the companion that the entry asks for ("off" of "cut off", "air" of "air strike")."""

    verbs: Mapping[str, list[tuple[Row, str]]]
    nouns: Mapping[str, list[tuple[Row, str]]]


@cache
def table() -> Table:
    """All rows, those with more conditions first; built once a process."""
    verbs: dict[str, list[tuple[Row, str]]] = {}
    nouns: dict[str, list[tuple[Row, str]]] = {}
    for row in rows():
        for entry in row.words("verbs"):
            head, _, companion = entry.partition(" ")
            verbs.setdefault(head, []).append((row, companion))
        for entry in row.words("nouns"):
            companion, _, head = entry.rpartition(" ")
            if " of " in entry:
                head, _, companion = entry.partition(" ")
            nouns.setdefault(head, []).append((row, companion))
    for entries in (*verbs.values(), *nouns.values()):
        entries.sort(key=lambda entry: ("case" not in entry[0].body, -bool(entry[1]), -sum(name in entry[0].body for name in _CONDITIONS)))
    return Table(verbs, nouns)


@cache
def rows() -> tuple[Row, ...]:
    """Every row of the happening lexicons, in order."""
    return tuple(Row(r["id"], r["type"], r) for name in lexicons.load("happening")["tables"] for r in lexicons.load(name)["row"])


def find_matches(tree: Tree) -> dict[int, Match]:
    """The row that fires on each word, by the word's index."""
    out: dict[int, Match] = {}
    lexicon = table()
    for token in tree.tokens:
        found = _match_verb(tree, token, lexicon) or _match_noun(tree, token, lexicon)
        if found:
            out[token.index] = found
    return out


def is_event_noun(tree: Tree, token: Token) -> bool:
    """True if the word, with its modifiers, can be an event noun at all, and not only be said of somebody ("was the culprit")."""
    entries = [entry for w in lemmas(token) for entry in table().nouns.get(w, ()) if "carried_by" not in entry[0].body]
    return any(not companion or _has_modifier(tree, token, companion) for _, companion in entries)


def lemmas(token: Token) -> tuple[str, str]:
    """The word's lemma and form, lower case."""
    return token.lemma.lower(), token.text.lower()


def _match_verb(tree: Tree, token: Token, lexicon: Table) -> Match | None:
    entries = lexicon.verbs.get(token.lemma.lower())
    if entries is None or not _is_verbal(tree, token):
        return None
    unmeant = not_told(tree, token)
    for row, companion in entries:
        if row.type in unmeant or (companion and not _has_companion(tree, token, companion)):
            continue
        found = roles(tree, token.index, transitive=row.flag("transitive"), active=row.flag("active"))
        if _verb_holds(tree, token, row, found):
            return Match(token.index, row, found)
    return None


def _is_verbal(tree: Tree, token: Token) -> bool:
    if token.relation in ("amod", "compound", "case", "flat", "fixed", "mark", "aux", "cop"):
        return False
    if token.upos == "VERB":
        return True
    headline = token.upos in _VERBAL_NOUNS and token.text.lower() != token.lemma.lower() and token.text.lower().endswith(("ed", "en"))
    return headline and not tree.children(token.index, "det", "nmod:poss", "case")


def _has_companion(tree: Tree, token: Token, word: str) -> bool:
    first = word.split(" ", maxsplit=1)[0]
    following = tree.tokens[token.index + 1].text.lower() if token.index + 1 < len(tree.tokens) else ""
    if following == first:
        return True
    children = [t for t in tree.children(token.index, "compound:prt", "advmod", "obj", "obl", "xcomp") if not is_date(tree, t)]
    return any(first in lemmas(t) or tree.case_of(t.index) == first for t in children)


def is_date(tree: Tree, token: Token) -> bool:
    """ "took the town in April" is not "took in"."""
    name = tree.name_at(token.index)
    return name is not None and name.kind == "date"


def _verb_holds(tree: Tree, token: Token, row: Row, found: Roles) -> bool:
    body = row.body
    if "object" in body and not holds(tree, found.object, body["object"]):
        return False
    if "subject" in body and not holds(tree, found.subject, body["subject"]):
        return False
    if any(set(lemmas(tree.tokens[k])) & _words("classes", "disaster") for k in found.subject):
        return False
    if holds(tree, found.object, row.words("not_object")) or holds(tree, found.subject, row.words("not_subject")):
        return False
    if (not found.object and token.lemma.lower() in row.words("not_bare")) or (row.flag("only_active") and tree.children(token.index, "aux:pass")):
        return False
    return _clause_holds(tree, token, row)


def _clause_holds(tree: Tree, token: Token, row: Row) -> bool:
    body = row.body
    if "aux" in body and not any(set(lemmas(t)) & set(body["aux"]) for t in tree.children(token.index, "aux")):
        return False
    if "predicate" in body and not any(set(lemmas(t)) & set(body["predicate"]) for t in _predicates(tree, token.index)):
        return False
    if any(set(lemmas(t)) & set(row.words("not_predicate")) for t in _predicates(tree, token.index)):
        return False
    if "named" in body and not _is_called(tree, token.index, body["named"]):
        return False
    if "complement" in body and not _has_complement(tree, token.index, body["complement"], row.words("not_complement")):
        return False
    if row.flag("finite") and (token.relation in ("acl", "advcl") and not tree.children(token.index, "nsubj", "nsubj:pass")):
        return False
    if row.flag("clausal") and _is_modifier(tree, token):
        return False
    if row.flag("content") and not tree.children(token.index, "xcomp", "ccomp", "obj", "obl", "advcl"):
        return False
    if body.get("with") and not _has_phrase(tree, token.index, body["with"]):
        return False
    return not (body.get("with_not") and _has_phrase(tree, token.index, body["with_not"]))


def _is_modifier(tree: Tree, verb: Token) -> bool:
    """ "A village [held] by rebels", "land it [holds]": said to tell which one; "the village, which rebels hold," tells of it."""
    below = tree.children(verb.index, "nsubj", "nsubj:pass", "obj", "advmod", "obl")
    relatives = _words("relative") & {t.text.lower() for one in below for t in (one, *tree.children(one.index, "nmod:poss", "det"))}
    return verb.relation == "acl" or (verb.relation == "acl:relcl" and not relatives)


def _predicates(tree: Tree, index: int) -> list[Token]:
    found = tree.children(index, "xcomp", "obj", "advmod", "compound:prt", "obl", "advcl")
    return found + [t for o in tree.children(index, "obj") for t in tree.children(o.index, "acl", "amod", "conj")]


def _is_called(tree: Tree, index: int, wanted: list[str]) -> bool:
    """ "described the raid as a heinous crime", "called the raid a crime"."""
    called = tree.children(index, "xcomp")
    below = [index, *(t.index for t in tree.children(index, "obj"))]
    called += [t for k in below for t in tree.children(k, "obl", "nmod") if tree.case_of(t.index) == "as"]
    return any(t.lemma.lower() in wanted for t in called)


def _has_complement(tree: Tree, index: int, wanted: list[str], unwanted: list[str]) -> bool:
    found = tree.children(index, "xcomp", "ccomp")
    if wanted[0] not in ("*", "*to"):  # "gave them two days to leave"
        below = [*tree.children(index, "advcl"), *(t for o in tree.children(index, "obj") for t in tree.children(o.index, "acl"))]
        found += [t for t in below if is_infinitive(tree, t)]
    if "*to" in wanted:
        found = [t for t in found if any(m.text.lower() == "to" for m in tree.children(t.index, "mark", "aux"))]
    return any((t.lemma.lower() in wanted or wanted[0] in ("*", "*to")) and t.lemma.lower() not in unwanted for t in found)


def _has_phrase(tree: Tree, index: int, wanted: Mapping[str, list[str]]) -> bool:
    for child in [*tree.children(index, "obl", "advmod", "nmod"), *_to_whom(tree, index)]:
        items = wanted.get(tree.case_of(child.index))
        if items is not None and holds(tree, tree.conjuncts(child.index), items):
            return True
    return False


def _to_whom(tree: Tree, verb: int) -> list[Token]:
    """The guerrillas of "attributed the attack [to the guerrillas]", which a tree may hang on the attack."""
    return [t for o in tree.children(verb, "obj") for t in tree.children(o.index, "nmod") if tree.case_of(t.index) == "to"]


def holds(tree: Tree, heads: Iterable[int], wanted: list[str]) -> bool:
    """True if one of the heads is among the wanted: a lemma, an @class, or *name, *place, *person, *group, *none, *."""
    found = list(heads)
    if not found:
        return "*none" in wanted
    return any(_is_wanted(tree, content_head(tree, head), wanted) for head in found)


def content_head(tree: Tree, head: int) -> int:
    """What a counting head counts: "fighters" of "dozens of fighters"; the head itself otherwise."""
    if set(lemmas(tree.tokens[head])) & _words("holding") or tree.tokens[head].upos == "NUM":
        inner = [t.index for t in tree.children(head, "nmod") if tree.case_of(t.index) == "of"]
        if inner:  # "tens [of thousands] [of people]" may hang side by side
            is_number = len(inner) > 1 and tree.tokens[inner[0]].lemma.lower() in ("thousand", "hundred", "million")
            return content_head(tree, inner[1 if is_number else 0])
    return head


def _is_wanted(tree: Tree, head: int, wanted: list[str]) -> bool:
    words = lemmas(tree.tokens[head])
    name = tree.name_at(head)
    for item in wanted:
        if item in words or item == "*":
            return True
        if item in ("@people", "@civil") and tree.tokens[head].upos == "NUM":
            return True  # "carried 42 to hospital"
        if item == "@people" and words[0] in lexicons.words("people", "nouns"):
            return True
        if item[0] == "@" and not _words("classes", item[1:]).isdisjoint(words):
            return True
        if item[0] == "*" and name is not None and _is_kind(item[1:], name.kind):
            return True
        if item == "*name" and tree.tokens[head].upos == "PROPN":
            return True
    return False


def _is_kind(wanted: str, kind: str) -> bool:
    return kind in lexicons.load("happening")["kinds"].get(wanted, ())


def _match_noun(tree: Tree, token: Token, lexicon: Table) -> Match | None:
    entries = lexicon.nouns.get(token.lemma.lower()) or lexicon.nouns.get(token.text.lower())
    if entries is None or token.upos not in ("NOUN", "PROPN", "VERB", "ADJ") or not _is_nominal(tree, token):
        return None
    for row, companion in entries:
        if companion and not _has_modifier(tree, token, companion):
            continue
        if _noun_holds(tree, token, row):
            return Match(token.index, row, None)
    return None


def _is_nominal(tree: Tree, token: Token) -> bool:
    if token.relation in ("compound", "amod", "nmod:poss", "flat", "case", "fixed", "aux", "cop") and token.head > token.index:
        return False
    if token.upos == "VERB":
        return bool(tree.children(token.index, "det", "nmod:poss", "amod")) or token.relation in ("nsubj", "nsubj:pass", "obj", "obl", "nmod")
    name = tree.name_at(token.index)
    return name is None or name.kind in ("misc", "weapon", "product")


def _has_modifier(tree: Tree, token: Token, word: str) -> bool:
    words = word.split(" ")
    before = [t.text.lower() for t in tree.tokens[max(0, token.index - len(words)) : token.index]]
    if before == words or before == [w + "-" for w in words]:
        return True
    if word.startswith("of "):
        return any(t.lemma.lower() == words[-1] for t in tree.children(token.index, "nmod"))
    modifiers = [t for t in tree.children(token.index, "compound", "amod") if t.index < token.index]
    return len(words) == 1 and any(word in lemmas(t) for t in modifiers)


def _noun_holds(tree: Tree, token: Token, row: Row) -> bool:
    body = row.body
    if "case" in body and not _case_holds(tree, token, body["case"]):
        return False
    inner = [t.index for t in tree.children(token.index, "nmod") if tree.case_of(t.index) in ("of", "in", "to")]
    if "needs_of" in body and not (holds(tree, inner, body["needs_of"]) if inner else _modified_by(tree, token, body["needs_of"])):
        return False
    foes = [t.index for t in tree.children(token.index, "obl", "nmod") if tree.case_of(t.index) in ("with", "between")]
    if "needs_with" in body and not (foes and holds(tree, foes, body["needs_with"])):
        return False
    behind = [t.index for t in tree.children(token.index, "obl", "nmod") if tree.case_of(t.index) == "for"]
    if "needs_for" in body and not holds(tree, behind, body["needs_for"]):
        return False
    if inner and holds(tree, inner, row.words("not_of")):
        return False
    if row.flag("bare") and not _is_bare_charge(tree, token):
        return False
    unfit = set(body.get("not_modified", {}).get(token.lemma.lower(), ()))
    if unfit and any(set(lemmas(t)) & unfit for t in tree.children(token.index, "amod", "compound")):
        return False
    if token.head >= 0 and tree.tokens[token.head].lemma.lower() in body.get("not_under", {}).get(token.lemma.lower(), ()):
        return False  # "who oversees operations in the region"
    foes = [t.index for t in tree.children(token.index, "nmod") if tree.case_of(t.index) in ("with", "against")]
    if holds(tree, foes, ["@disaster"]) and foes:
        return False  # "a long battle with an illness"
    if "carried_by" in body and not _is_carried_by(tree, token, body["carried_by"]):
        return False
    if set(lemmas(token)) & set(row.words("needs_content")):
        return bool(tree.children(token.index, "acl")) or any(tree.case_of(t.index) in ("for", "on") for t in tree.children(token.index, "nmod"))
    return True


def _is_bare_charge(tree: Tree, token: Token) -> bool:
    """ "said that the militia was responsible": of an armed side or a name, within what somebody says, and for nothing that is named."""
    subject = [t.index for t in tree.children(token.index, "nsubj")]
    is_charge = (
        bool(tree.children(token.index, "cop")) and bool(tree.frames_around(token.index)) and not tree.children(token.index, "advmod", "obl", "nmod")
    )
    return is_charge and bool(subject) and holds(tree, subject, ["@armed", "*name"])


def _is_carried_by(tree: Tree, token: Token, verbs: list[str]) -> bool:
    """Also "is [most likely] behind the raid"."""
    if tree.children(token.index, "cop"):
        return True
    above = tree.tokens[token.head] if token.head >= 0 else None
    return above is not None and (above.lemma.lower() in verbs or (above.upos in ("ADJ", "ADV") and bool(tree.children(above.index, "cop"))))


def _modified_by(tree: Tree, token: Token, wanted: list[str]) -> bool:
    return holds(tree, [t.index for t in tree.children(token.index, "compound")] or [token.index], wanted)


def _case_holds(tree: Tree, token: Token, wanted: list[str]) -> bool:
    if "*copula" in wanted and tree.children(token.index, "cop"):
        return True
    return tree.case_of(token.index) in wanted
