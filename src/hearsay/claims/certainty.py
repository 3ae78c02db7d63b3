"""How sure the reader is of a claim: what such claims have been worth on reports read by hand. Whose word it is does not count."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import exp

from hearsay import lexicons
from hearsay.records import Claim, Happening

LEAST = 0.33  # a happening less sure than this costs more than it brings: the break-even is half the F1 reached, and less errs on the side of telling
NEAR = 60  # characters between two claims that stand close
_FIRST = frozenset(("the", "a", "an", "this", "these", "its", "their", "his", "to", "that", "which", "who", "where", "when", "in", "of", "no"))
_LENGTHS, _STARTS = (2, 4, 8, 16), (150, 600, 2000)  # words; characters
Signs = tuple[str, ...]


def settled(candidates: Sequence[Claim]) -> Iterator[Claim]:
    """The claims with their certainty. A happening that is not sure enough is left out; its figures stay, as mere counts."""
    for claim, signs in zip(candidates, signs_of(candidates), strict=True):
        certainty = certainty_of(signs)
        if claim.event.type == "toll" or claim.stance == "declines" or certainty >= LEAST:
            yield replace(claim, certainty=certainty)
        elif claim.figures:
            toll = replace(claim, event=Happening("toll"))
            yield replace(toll, certainty=certainty_of(_of_toll(toll)))


def certainty_of(signs: Sequence[str]) -> float:
    """The chance that a claim with these signs is right, 0 to 1, to three places; from lexicons/en/reliability.toml."""
    weights: dict[str, float] = lexicons.load("reliability")["weights"]
    odds = weights["bias"] + sum(weights.get(sign, 0.0) for sign in signs)
    return round(1 / (1 + exp(-odds)), 3)


def signs_of(candidates: Sequence[Claim]) -> list[Signs]:
    """What each claim's certainty is read from; ``candidates`` are a report's claims in the order of the text."""
    happenings = [claim for claim in candidates if claim.event.type != "toll"]
    inside, holding, close = _inside(happenings), _holding(happenings), _close(happenings)
    before: Counter[tuple[str, str]] = Counter()
    out: list[Signs] = []
    for claim in candidates:
        if claim.event.type == "toll":
            out.append(_of_toll(claim))
            continue
        told = before[claim.event.type, claim.chain[0].name]
        before[claim.event.type, claim.chain[0].name] += 1
        around = inside.get(id(claim))
        place = [f"inside {around is not None}", f"holds {id(claim) in holding}", f"near {id(claim) in close}", f"before {min(told, 3)}"]
        if around is not None:
            place += [f"inside type {around.event.type == claim.event.type}", f"inside rule {_kind(claim)}"]
        out.append((*_of_happening(claim), *place))
    return out


def _of_toll(claim: Claim) -> Signs:
    single = ["single"] if any(figure.low == figure.high == 1 for figure in claim.figures) else []
    return (*_of_rule(claim), "toll", *single)


def _of_rule(claim: Claim) -> Signs:
    made, _, attributed = claim.rule.partition("+")
    return (f"rule {made}", f"attribution {attributed}", f"stance {claim.stance}")


def _of_happening(claim: Claim) -> Signs:
    event, words = claim.event, claim.evidence.text.lower().split()
    sides = f"{bool(event.actors)} {bool(event.targets)}"
    return (
        *_of_rule(claim),
        f"type {event.type}",
        f"realis {event.realis}",
        f"sides {sides}",
        f"kind {_kind(claim)} {sides}",
        f"figures {bool(claim.figures)}",
        f"weapons {bool(event.weapons)}",
        f"length {bisect_right(_LENGTHS, len(words))}",
        f"first {words[0] if words and words[0] in _FIRST else 'other'}",
        f"start {bisect_right(_STARTS, claim.evidence.start)}",
        f"chain {min(len(claim.chain), 3)}",
    )


def _kind(claim: Claim) -> str:
    return claim.rule.partition("+")[0].rpartition(".")[2]


def _inside(claims: Sequence[Claim]) -> dict[int, Claim]:
    """For each claim within another's words the widest such; ``claims`` in the order of the text."""
    out: dict[int, Claim] = {}
    widest: Claim | None = None
    for claim in sorted(claims, key=lambda claim: (claim.evidence.start, -claim.evidence.end)):
        if widest is not None and claim.evidence.end <= widest.evidence.end:
            out[id(claim)] = widest
        else:
            widest = claim
    return out


def _holding(claims: Sequence[Claim]) -> set[int]:
    """Claims that have another within their words."""
    return {id(outer) for outer in _inside(claims).values()}


def _close(claims: Sequence[Claim]) -> set[int]:
    """Claims that begin shortly after another ends."""
    ends = sorted(claim.evidence.end for claim in claims)
    return {id(c) for c in claims if bisect_left(ends, c.evidence.start - NEAR) < bisect_right(ends, c.evidence.start)}
