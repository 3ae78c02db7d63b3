"""How sure the reader is of a claim: what its rule, its attribution and its realis have been worth on reports read by hand."""

from math import exp

from hearsay import lexicons
from hearsay.records import Claim


def certainty_of(claim: Claim) -> float:
    """The chance that the claim is right, 0 to 1, to three places; from lexicons/en/reliability.toml."""
    weights: dict[str, float] = lexicons.load("reliability")["weights"]
    odds = weights["bias"] + sum(weights.get(name, 0.0) for name in features(claim))
    return round(1 / (1 + exp(-odds)), 3)


def features(claim: Claim) -> list[str]:
    """What a claim's certainty is read from."""
    made, _, attributed = claim.rule.partition("+")
    kind = ["toll"] if claim.event.type == "toll" else ["happening", f"type {claim.event.type}", f"realis {claim.event.realis}"]
    single = ["single"] if any(figure.low == figure.high == 1 for figure in claim.figures) else []
    return [f"rule {made}", f"attribution {attributed}", f"stance {claim.stance}", *kind, *single]
