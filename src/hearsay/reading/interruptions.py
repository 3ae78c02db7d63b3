"""Quotations that their attribution breaks in two: “Ten soldiers,” said the commander, “were killed.”"""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.records import Token

_OPENING, _CLOSING = frozenset('“«„"'), frozenset('”»"')
_NEAR = 20  # words in which the speaker stands behind the verb


def rejoined(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with the subjects exchanged where the network took what stands before the verb of saying for its subject, and the speaker behind it
    for the subject of the second half."""
    out = list(tokens)
    for quoted in tokens:
        verb = quoted.head
        if quoted.relation != "nsubj" or not quoted.index < verb - 1 or tokens[verb - 1].text not in _CLOSING:
            continue
        speaker = next((t for t in tokens[verb + 1 : verb + _NEAR] if _speaks(tokens, t, verb)), None) if tokens[verb].upos == "VERB" else None
        if speaker is not None:
            out[quoted.index] = replace(quoted, head=speaker.head, relation=speaker.relation)
            out[speaker.index] = replace(speaker, head=verb, relation="nsubj")
    return tuple(out)


def _speaks(tokens: Sequence[Token], speaker: Token, verb: int) -> bool:
    """Whether a subject stands between the verb of saying and the quotation whose verb it hangs on."""
    second = tokens[speaker.head]
    is_subject = speaker.relation.startswith("nsubj") and second.head == verb and second.relation == "ccomp" and second.index > speaker.index
    return is_subject and any(token.text in _OPENING for token in tokens[speaker.index : second.index])
