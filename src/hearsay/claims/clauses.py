"""The words of the clause that tells a happening, without who said it and without the clauses of other happenings."""

from hearsay.claims.groups import Group
from hearsay.claims.phrases import Tree

_CLAUSAL = ("conj", "advcl", "acl", "ccomp", "parataxis", "xcomp", "csubj", "appos")
_EDGES = ("cc", "mark", "punct", "discourse")


def clause_of(tree: Tree, group: Group, heads: set[int]) -> tuple[int, int]:
    """First and last (exclusive) word of the clause that tells the group's happening."""
    own = _own(tree, group, heads - {group.head})
    said = {k for frame in tree.frames_around(group.root.index) for k in (*frame.cue, *frame.source)}
    kept = [k for k in own if k not in said and tree.tokens[k].relation not in _EDGES] or [group.root.index]
    return min(*kept, group.root.index), max(*kept, group.root.index) + 1


def _own(tree: Tree, group: Group, others: set[int]) -> list[int]:
    inside = {group.root.index, *(m.index for m in group.members)}
    out: list[int] = []
    stack = [group.head, *(m.index for m in group.members)]  # a tree may hang what belongs together apart
    while stack:
        k = stack.pop()
        out.append(k)
        for child in tree.children(k):
            if k == group.head and child.relation == "case":
                continue
            relation = child.relation.split(":")[0]
            if child.relation == "parataxis" or (child.index in others and relation in _CLAUSAL and child.index not in inside):
                continue
            stack.append(child.index)
    return out
