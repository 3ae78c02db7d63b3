"""What a verb of saying has behind it: what stands before its "that" is the verb's ("said on Monday that two died"); a question is what is said."""

from collections.abc import Sequence
from dataclasses import replace

from hearsay import lexicons
from hearsay.records import Token

_BESIDE = ("obl", "obl:unmarked", "advmod", "nmod")
_SAY = frozenset(lexicons.load("speech")["say"])
_ASKING = ("how", "what", "whether", "who", "whom", "whose", "why")


def asked(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with questions that the network hung on a verb as on a noun told as what it says: "has not said [how many they lost]"."""
    return tuple(replace(token, relation="ccomp") if _is_asked(tokens, token) else token for token in tokens)


def _is_asked(tokens: Sequence[Token], token: Token) -> bool:
    is_on_verb = token.relation == "acl:relcl" and 0 <= token.head < token.index and tokens[token.head].lemma.lower() in _SAY
    return is_on_verb and tokens[token.head + 1].text.lower() in _ASKING


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
