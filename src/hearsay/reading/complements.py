"""What stands between a verb of saying and its "that" is the verb's: "said on Monday that two had died"."""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.records import Token

_BESIDE = ("obl", "obl:unmarked", "advmod", "nmod")


def kept_apart(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with what the network hung on the verb of the clause behind "that" put back to the verb before it."""
    out = list(tokens)
    for mark in tokens:
        if mark.relation != "mark" or mark.text.lower() != "that" or mark.head <= mark.index:
            continue
        told = tokens[mark.head]
        if told.relation == "ccomp" and 0 <= told.head < mark.index:
            for strayed in tokens[told.head + 1 : mark.index]:
                if strayed.head == told.index and strayed.relation in _BESIDE:
                    out[strayed.index] = replace(strayed, head=told.head)
    return tuple(out)
