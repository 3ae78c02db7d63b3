"""From the words that tell of happenings to the tellings: what belongs together is one, with its clause, its sides and its realis."""

from hearsay import lexicons
from hearsay.claims.bases import mended
from hearsay.claims.clausal import STANDARDS
from hearsay.claims.clauses import clause_of
from hearsay.claims.echoes import echoed
from hearsay.claims.groups import Group, find_groups
from hearsay.claims.harm_words import is_harm_verb
from hearsay.claims.participants import slot_heads
from hearsay.claims.phrases import Tree, is_nobody
from hearsay.claims.realis import realis_of
from hearsay.claims.sides import sides_of
from hearsay.claims.telling import Telling
from hearsay.claims.triggers import holds, is_date
from hearsay.claims.weapons import weapons_of
from hearsay.records import Party

__all__ = ["find_happenings", "key"]
APART = 4  # words between a deed and the "according to" by which it is told from others
TAGS = 12  # words after "Tags" that may be what a report is filed under


def find_happenings(tree: Tree) -> list[Telling]:
    """The happenings of a reading, in the order of their clauses; none of them told twice by one clause."""
    tree = mended(tree)
    groups = find_groups(tree)
    heads = {k for group in groups for k in (group.head, *(member.index for member in group.members))}
    found = [telling for group in groups if (telling := _telling(tree, group, heads)) is not None]
    meant = {group.root.index for group in groups if _is_only_meant(tree, group)}  # they still tell whom the event before them is against
    return [telling for telling in echoed(tree, sorted(found, key=lambda t: (t.first, t.trigger))) if telling.trigger not in meant]


def key(telling: Telling) -> tuple[str, frozenset[str], frozenset[str]]:
    """What makes two tellings of one voice the same: type, actors and targets by name."""
    return telling.type, _names(telling.actors), _names(telling.targets)


def _names(parties: tuple[Party, ...]) -> frozenset[str]:
    return frozenset(p.name.lower() for p in parties)


def _is_tag(tree: Tree, group: Group) -> bool:
    """ "Tags: Mali ceasefire shelling": what a report is filed under tells of nothing."""
    root = group.root.index
    before = tree.tokens[max(tree.reading.sentences[tree.tokens[root].sentence].first, root - TAGS) : root]
    is_noun = group.root.roles is None or (tree.tokens[root].text.lower().endswith("ing") and not tree.children(root, "aux", "nsubj"))
    is_bare = is_noun and group.carrier < 0 and not tree.children(root, "det", "nmod:poss")
    return is_bare and any(t.text in lexicons.load("happening")["tags"] for t in before)


def _is_told_apart(tree: Tree, group: Group) -> bool:
    """ "The monitor determines whose planes carry out raids according to their type": how one tells, and no raid."""
    root = group.root.index
    after = tree.tokens[root + 1 : min(root + 1 + APART, tree.reading.sentences[tree.tokens[root].sentence].last)]
    at = next((t.index for t in after if t.text.lower() == "according"), None)
    return at is not None and any(t.lemma.lower() in STANDARDS for t in tree.tokens[at + 2 : at + 4])


def _is_what_a_side_does(tree: Tree, group: Group) -> bool:
    """ "The coalition [fighting] the militia carried out raids": says which coalition."""
    token = tree.tokens[group.root.index]
    if group.root.row.type != "clash" or token.relation != "acl" or not token.text.lower().endswith("ing"):
        return False
    side = tree.tokens[token.head]
    is_doer = side.relation in ("nsubj", "obl:agent") and not tree.children(side.head, "cop")
    return is_doer and holds(tree, [side.index], ["@armed", "*group"])


def _is_only_meant(tree: Tree, group: Group) -> bool:
    """ "A push aimed at [retaking] the town", "raids to try to [repel] them": what an event is for did not happen, nor was it announced."""
    meant = lexicons.load("happening")["meant"]
    above = [t for t in list(tree.ancestors(group.head))[:2] if t.upos != "VERB" or not tree.children(t.index, "nsubj")]  # not "it aims to retake it"
    is_tried = any(t.lemma.lower() == "try" and any(m.text.lower() == "to" for m in tree.children(t.index, "mark")) for t in above)
    is_part = tree.tokens[group.head].relation == "conj"  # "had wanted to try their luck and had been thrown back"
    return group.root.row.type in meant["types"] and not is_part and (is_tried or any(t.lemma.lower() in meant["words"] for t in above))


def _telling(tree: Tree, group: Group, heads: set[int]) -> Telling | None:
    if _is_tag(tree, group) or _is_what_a_side_does(tree, group) or _is_told_apart(tree, group):
        return None
    row = group.root.row
    actors, targets = sides_of(tree, group)
    kind, weapons = weapons_of(tree, group)
    is_armed = bool(kind) and row.flag("weapon")
    if not _has_weight(tree, group, has_party=bool(actors or targets), has_actor=bool(actors), is_armed=is_armed):
        return None
    realis = row.body.get("realis", "") or realis_of(tree, group.head, stative=row.flag("stative"), event=group.root.index)
    realis = "actual" if realis == "negated" and _spared(tree, group) else realis
    is_claim = row.flag("affirmed") or (group.carrier >= 0 and tree.tokens[group.carrier].lemma.lower() in lexicons.load("happening")["owning"])
    if realis == "negated" and is_claim:  # "no group claimed the attack"
        return None
    first, last = clause_of(tree, group, heads)
    is_own = row.flag("owned") and not targets
    if is_own and not _is_of_oneself(tree, group):
        return None  # "it is not known who was behind the attack"
    return Telling(
        type=(kind or "attack") if is_own else kind if is_armed else row.type,
        trigger=group.root.index,
        first=first,
        last=last,
        realis=realis,
        actors=actors,
        targets=targets,
        weapons=weapons,
        rule="attack.armed" if is_armed and not actors and row.flag("harm") and not group.members else row.id,
    )


def _spared(tree: Tree, group: Group) -> bool:
    """ "No one was killed in the attack", which took place."""
    verb = tree.tokens[group.head]
    is_event = group.root.roles is None and group.head != group.root.index
    return is_event and is_harm_verb(verb) and any(is_nobody(tree, t) for t in tree.children(verb.index, "nsubj", "nsubj:pass"))


def _is_of_oneself(tree: Tree, group: Group) -> bool:
    """ "The front said that it was behind the attack", by which it owns to it."""
    words = lexicons.load("happening")["speaking"]
    return any(tree.tokens[k].text.lower() in words for k in slot_heads(tree, group.root, "subject"))


def _breaks_out(tree: Tree, group: Group) -> bool:
    """ "War resumed", "is locked in civil war", "fighting that erupted on Thursday", "there was a battle": the verb tells that it happened, whoever
    fights."""
    words = lexicons.load("happening")
    event = tree.tokens[group.root.index]
    is_there = any(t.relation == "expl" for t in (*tree.children(event.index), *(tree.children(group.carrier) if group.carrier >= 0 else ())))
    is_bloodless = any(t.lemma.lower() in words["bloodless"] for t in tree.children(event.index, "amod", "compound"))
    if (is_there or _takes_place(tree, group)) and event.lemma.lower() in words["battles"] and not is_bloodless:
        return True
    lemma = tree.tokens[group.carrier].lemma.lower() if group.carrier >= 0 else ""
    below = {t.lemma.lower() for t in tree.children(group.root.index, "acl", "acl:relcl")}
    return (
        lemma in words["outbreak"]
        or lemma in words["under_way"]
        or lemma == "report"
        or (group.root.row.type == "clash" and (lemma in words["locked"] or not below.isdisjoint(words["outbreak"])))
    )


def _takes_place(tree: Tree, group: Group) -> bool:
    """ "A battle took place"."""
    carrier = tree.tokens[group.carrier] if group.carrier >= 0 else None
    return carrier is not None and carrier.lemma.lower() == "take" and any(t.text.lower() == "place" for t in tree.children(carrier.index))


def _has_weight(tree: Tree, group: Group, *, has_party: bool, has_actor: bool, is_armed: bool) -> bool:
    """Whether the words are enough to tell of a happening, not only to point at one told elsewhere."""
    row, token = group.root.row, tree.tokens[group.root.index]
    if row.flag("harm") and not group.members:
        return row.flag("violent") or ((has_actor or is_armed) and not row.flag("faint"))  # "a missile killed 23"
    if group.root.roles is not None:
        return True
    is_fatal = bool(group.members) and row.flag("mutual") and token.lemma.lower() not in lexicons.load("happening")["wars"]
    is_sure = any(t.lemma.lower() in row.words("sure_with") for t in tree.children(token.index, "compound", "amod"))
    if token.lemma.lower() in row.words("needs_party") and not (has_party or is_fatal or is_sure or _breaks_out(tree, group)):
        return False
    if row.flag("needs_actor") and not has_actor:
        return False
    if "needs_of" in row.body:
        return True
    pointing = any(t.text.lower() in lexicons.load("happening")["pointing"] for t in tree.children(group.root.index, "det"))
    is_dated = any(is_date(tree, t) for t in tree.children(token.index, "compound", "nummod", "nmod:unmarked"))
    return has_party or group.head != group.root.index or not pointing or is_dated
