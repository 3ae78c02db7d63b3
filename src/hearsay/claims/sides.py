"""The actors and targets of one happening, from all the words that tell of it."""

from collections.abc import Sequence
from functools import partial

from hearsay import lexicons
from hearsay.claims.groups import Group, event_head, is_doer
from hearsay.claims.participants import against, is_bare_weapon, is_state, led, parties, possessors, slot_heads
from hearsay.claims.phrases import Tree
from hearsay.claims.roles import roles
from hearsay.claims.stances import PART
from hearsay.claims.triggers import Match, content_head, holds, is_event_noun
from hearsay.records import Party, Token

_words = partial(lexicons.words, "happening")
_FOUGHT_FOR = ("for", "~for", "over")  # what two sides fight for is no side
Sides = tuple[tuple[Party, ...], tuple[Party, ...]]


def sides_of(tree: Tree, group: Group) -> Sides:
    """Actors and targets by name; nobody is on both sides of one happening unless the words say so."""
    actors = _actors(tree, group)
    targets = _targets(tree, group)
    if group.root.row.flag("mutual"):
        return tuple(_merge(actors + _slots(tree, group, group.root, without=_FOUGHT_FOR))), tuple(targets)
    names = {p.name.lower() for p in actors}
    return tuple(actors), tuple(p for p in targets if p.name.lower() not in names or _is_ground(p))


def _is_ground(party: Party) -> bool:
    """Whether a party is ground that somebody holds: "its positions", though they go by the name of whose they are."""
    last = party.surface.lower().split()[-1]
    places = lexicons.words("happening", "classes", "place")
    return party.name.lower() != party.surface.lower() and (last in places or last.removesuffix("s") in places)


def _actors(tree: Tree, group: Group) -> list[Party]:
    heads: list[int] = []
    default = ["subject"] if group.root.roles is not None else ["possessor", "by"]
    out: list[Party] = []
    for slot in group.root.row.body.get("actor", default):
        if slot == "*voice":
            heads += tree.source_around(group.root.index)[:1]
        elif slot == "possessor" and group.root.roles is None:
            out += _before_noun(tree, group.root.index)
        elif slot.endswith(">possessor"):
            for k in slot_heads(tree, group.root, slot.removesuffix(">possessor")):
                out += parties(tree, possessors(tree, k), event=k)
        else:
            heads += slot_heads(tree, group.root, slot)
            heads += _from_carrier(tree, group, slot) if group.root.roles is None else []
    heads += [k for member in group.members if member.roles for k in _agents(member) if not _is_stray(tree, group, member, k)]
    heads += [k for verb in _light(tree, group) for k in _engaged(tree, verb)]
    heads += [*_blamed(tree, group), *_having_part(tree, group.root.index)]
    heads += led(tree, group.root.index)
    hit = group.root.roles.subject if group.root.roles is not None else ()
    fired = [k for k in dict.fromkeys((*heads, *hit)) if is_bare_weapon(tree, k)]
    heads += [agent for k in fired for t in _clauses_of(tree, k) for agent in _senders(tree, t)]
    for k in [k for k in heads if _is_event(tree, k)]:
        out += parties(tree, possessors(tree, content_head(tree, k)), event=content_head(tree, k))
    doers = [k for k in heads if not _is_event(tree, k) and not is_bare_weapon(tree, k)]
    if group.root.row.type == "bombing":
        doers = [k for k in doers if tree.tokens[k].lemma.lower() not in _words("vehicles")]  # "the truck blew up"
    return _merge(out + [p for p in parties(tree, doers) if not _is_place_pronoun(p)])


def _before_noun(tree: Tree, event: int) -> list[Party]:
    """The sides named before an event noun; those before the first of "regime shelling and air strikes" are before both."""
    token = tree.tokens[event]
    own = parties(tree, possessors(tree, event), event=event)
    between = tree.tokens[token.head + 1 : event] if token.relation == "conj" else ()
    is_beside = bool(between) and all(t.head == event and t.relation in ("cc", "compound", "amod") for t in between)
    if own or not is_beside or not is_event_noun(tree, tree.tokens[token.head]):
        return own
    return parties(tree, possessors(tree, token.head), event=token.head)


def _engaged(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who does it: the subject, also of "the rebels are engaged in battle"."""
    found, is_engaging = roles(tree, verb), tree.tokens[verb].lemma.lower() in lexicons.load("happening")["engaging"]
    return found.object if found.is_passive and is_engaging and not found.subject else found.subject


def _clauses_of(tree: Tree, weapon: int) -> list[Token]:
    """The "fired by" of a weapon, also where a tree hangs it on what the weapon did."""
    behind = tree.tokens[weapon + 1 : weapon + 2]
    return [*tree.children(weapon, "acl"), *(t for t in behind if t.relation == "advcl")]


def _senders(tree: Tree, clause: Token) -> tuple[int, ...]:
    """Whoever "rockets fired by the militia" are of."""
    found = roles(tree, clause.index)
    return found.subject if found.is_passive and clause.lemma.lower() in lexicons.load("happening")["sent"] else ()


def _is_place_pronoun(party: Party) -> bool:
    """A pronoun that was taken for a place does nothing ("its strikes" are not Homs's), unless the place is a state."""
    return party.kind == "place" and party.surface.lower() in ("it", "its", "they", "their") and not is_state(party.name)


def _blamed(tree: Tree, group: Group) -> list[int]:
    """Whom the words beside an event noun name as its doer: "a bombing blamed on the militia", "a raid claimed by the Front"."""
    if group.root.roles is not None:
        return []
    blame = lexicons.load("happening")["blame"]
    verbs = [t for t in tree.children(group.root.index, "acl") if t.lemma.lower() in blame]
    return [k for t in verbs for case in blame[t.lemma.lower()] for k in slot_heads(tree, Match(t.index, group.root.row, None), case)]


def _having_part(tree: Tree, event: int) -> tuple[int, ...]:
    """Who had, or had not, a part in the event: "the army had no hand in the killing", "denied any role in the raid"."""
    above = list(tree.ancestors(event))[:4]
    part = next((t for t in above if t.lemma.lower() in PART and t.relation == "obj"), None)
    return roles(tree, part.head).subject if part is not None else ()


def _agents(member: Match) -> tuple[int, ...]:
    return member.roles.subject if member.roles and member.row.body.get("actor", ["subject"]) == ["subject"] else ()


def _is_stray(tree: Tree, group: Group, member: Match, head: int) -> bool:
    """What a tree may take for a doer: the weekend of "raids over the weekend that killed nine", or the dead of "nine died in raids targeting a
    base"."""
    token = tree.tokens[member.index]
    others = (match.roles for match in (group.root, *group.members) if match is not member)
    if any(found is not None and head in found.object for found in others):
        return True
    own = {group.root.index, *(match.index for match in group.members)}
    if token.relation == "conj" and token.head not in own and not tree.children(token.index, "nsubj", "nsubj:pass"):
        return True  # "strikes killed 30 after fighters shelled the city and wounded nine"
    return token.relation.startswith("acl") and token.head == head and not is_doer(tree, head)


def _targets(tree: Tree, group: Group) -> list[Party]:
    harmed = [party for match in group.members for party in _slots(tree, group, match) if not group.root.row.flag("mutual")]
    out = _slots(tree, group, group.root, is_met=bool(harmed)) + harmed
    if group.root.roles is None:
        out += against(tree, group.root.index)
    for verb in () if group.root.row.flag("mutual") else _suffering(tree, group):
        out += parties(tree, [k for k in roles(tree, verb).subject if not _is_event(tree, k)])
    return _merge(out)


def _slots(tree: Tree, group: Group, match: Match, *, is_met: bool = False, without: Sequence[str] = ()) -> list[Party]:
    """The parties in the target slots of a match but those ``without``; slots with "~" count only where nothing stands before them."""
    out: list[Party] = []
    for slot in match.row.body.get("target", ["object"] if match.roles else []):
        if slot not in without and not (slot.startswith("~") and (out or is_met)):
            out += _fill(tree, group, match, slot.removeprefix("~"))
    return out


def _fill(tree: Tree, group: Group, match: Match, slot: str) -> list[Party]:
    if slot.endswith("possessor"):
        heads = slot_heads(tree, match, slot.removesuffix("possessor").rstrip(">")) if ">" in slot else [match.index]
        return [p for k in heads for p in parties(tree, possessors(tree, k), event=k)]
    heads = slot_heads(tree, match, slot)
    only = match.row.words("target_only")
    if only:
        heads = [k for k in heads if holds(tree, [k], only)]
    if match is group.root and match.roles is None:
        heads += _from_carrier(tree, group, slot)
    return parties(tree, [k for k in heads if match.row.flag("event_target") or not _is_event(tree, k)])


def _from_carrier(tree: Tree, group: Group, slot: str) -> list[int]:
    """What hangs on the carrying verb or the counting noun though it belongs to the event: "launched an attack | on the town"."""
    if slot in ("subject", "object", "in", "of", "from", "to") or ">" in slot:
        return []
    top = event_head(tree, group.root.index)
    is_where = slot in ("on", "at") and group.carrier >= 0 and tree.tokens[group.carrier].lemma.lower() in _words("befall")
    carrier = -1 if is_where else group.carrier
    heads = [k for k in (carrier, top, *group.clauses, *(m.index for m in group.members)) if k >= 0 and k != group.root.index]
    heads += [k for k in slot_heads(tree, group.root, "by") if k > group.root.index]  # "shelling by the army on the town"
    found = [k for head in heads for k in slot_heads(tree, Match(head, group.root.row, None), slot)]
    return [k for k in found if k > group.root.index]


def _light(tree: Tree, group: Group) -> list[int]:
    """Carriers whose subject does what the noun tells."""
    verbs = [k for k in (group.carrier, *group.clauses) if k >= 0]
    words = lexicons.load("happening")
    out = []
    for verb in verbs:
        lemma, found = tree.tokens[verb].lemma.lower(), roles(tree, verb)
        top = event_head(tree, group.root.index)
        engaging = lemma in words["engaging"] and top not in found.object
        if (lemma in words["light"] and top in found.object) or engaging:
            out.append(verb)
    return out


def _suffering(tree: Tree, group: Group) -> list[int]:
    """Carriers whose subject suffers what the noun tells."""
    verbs = [k for k in (group.carrier, *group.clauses) if k >= 0]
    return [k for k in verbs if tree.tokens[k].lemma.lower() in lexicons.load("happening")["suffer"] and not roles(tree, k).is_passive]


def _is_event(tree: Tree, index: int) -> bool:
    head = content_head(tree, index)
    if tree.tokens[head].lemma.lower() in _words("classes", "armed"):
        return False  # "ambushed a patrol"
    return is_event_noun(tree, tree.tokens[head]) and (tree.name_at(head) is None or tree.tokens[head].text.islower())


def _merge(found: list[Party]) -> list[Party]:
    out: dict[str, Party] = {}
    for party in found:
        out.setdefault(party.name.lower(), party)
    return list(out.values())
