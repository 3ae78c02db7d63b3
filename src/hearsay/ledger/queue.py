"""What waits for a person's judgement."""

from collections.abc import Iterable

from hearsay.ledger.folding import Held
from hearsay.records import Claim


def queue(held: Held) -> tuple[Claim, ...]:
    """The claims that nobody judged: those with counts first, as the ledger's numbers rest on them, and the least certain first."""
    judged = {one.left for one in held.about("claims")}
    return tuple(sorted(_unjudged(held.claims, judged), key=lambda claim: (not claim.figures, claim.certainty, claim.claim_id)))


def _unjudged(claims: Iterable[Claim], judged: set[str]) -> Iterable[Claim]:
    return (claim for claim in claims if claim.claim_id not in judged)
