"""A share of those counted before: "20 people, half of them children"."""

from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from hearsay import lexicons
from hearsay.claims.count import Count
from hearsay.claims.counted import is_people, said_to_be, top_of
from hearsay.claims.phrases import Tree, party_of
from hearsay.claims.quantities import Quantity
from hearsay.records import Party

_THEM = lexicons.words("harm", "share", "them")
_READ = ("share.", "ratio.", "numeral.")
_MORE, _LEAST = ("bound.more-than", "bound.over"), "bound.at-least"


def share_of(tree: Tree, number: Quantity, before: Count | None) -> Count | None:
    """The count that a fraction makes of the one before it in the sentence, to whole people either way; None if it is of anything else."""
    words = [t.text.lower() for t in tree.tokens[number.last : number.last + 2]]
    is_of_them = words[:1] == ["of"] and words[1:] != [] and words[1] in _THEM
    if before is None or before.low is None or number.share is None or not is_of_them or not _is_read(number):
        return None
    if tree.tokens[before.last - 1].sentence != tree.tokens[number.first].sentence:
        return None
    end, victims = _whose(tree, number)
    best = None if before.best is None else round(before.best * number.share)
    low, high = _part(before.low, number.share, before.high)
    if number.rules[-1] in _MORE:
        low, high = floor(before.low * number.share) + 1, before.high  # "more than half of them"
    elif number.rules[-1] == _LEAST:
        high = before.high
    best = best if best is None or low is None else max(best, low)
    made = replace(before, low=low, high=high, best=best, first=number.first, last=end, victims=victims or before.victims)
    return replace(made, rule="harm.share", is_approximate=before.is_approximate or low != high, is_added=False, is_part=True)


def _is_read(number: Quantity) -> bool:
    """Whether the share is exact, or a least one."""
    return all(rule.startswith(_READ) or rule in (*_MORE, _LEAST) for rule in number.rules)


def _part(low: int, share: Fraction, high: int | None) -> tuple[int, int | None]:
    """An open number stays open; "half" of 45 is 22 or 23."""
    return (ceil(low * share), None) if high is None else (floor(low * share), ceil(high * share))


def _whose(tree: Tree, number: Quantity) -> tuple[int, tuple[Party, ...]]:
    """Where the words end, and who they are: "half of them [women]", "half of them were [women]"."""
    noun = number.last + 2
    if noun < len(tree.tokens) and tree.tokens[noun].upos == "NOUN" and is_people(tree, noun):
        return noun + 1, (party_of(tree, noun),)
    return noun, said_to_be(tree, top_of(tree, number.first, number.last))
