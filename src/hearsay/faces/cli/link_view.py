"""Why the claims of one event are together, on the screen: each link, with both claims and its reasons."""

from collections.abc import Mapping

from rich.console import Console
from rich.padding import Padding

from hearsay.dossiers import Dossier
from hearsay.faces import wording
from hearsay.faces.cli.review_view import said
from hearsay.faces.cli.screens import cell
from hearsay.records import Claim, Link


def show_links(console: Console, dossier: Dossier) -> None:
    """Prints a block a link, in the order of the claims: what either claim says, and the reasons for and against with their weights, which add up to
    the number before them. Of a claim that does not count on the day asked about only the id is told, of two such claims nothing."""
    known = {claim.claim_id: claim for claim in dossier.claims}
    links = [link for link in dossier.event.links if link.left in known or link.right in known]
    places = {claim_id: place for place, claim_id in enumerate(known)}
    short = wording.short_ids([*known, *(claim_id for link in links for claim_id in (link.left, link.right))])
    console.print()
    console.print(cell(f"Why these claims are one event: {wording.many(len(links), 'link') if links else 'there is one claim'}", "bold"))
    pairs = [(sorted((link.left, link.right), key=lambda claim_id: places.get(claim_id, len(places))), link) for link in links]
    for pair, link in sorted(pairs, key=lambda told: [(places.get(claim_id, len(places)), claim_id) for claim_id in told[0]]):
        for claim_id in pair:
            console.print(Padding(cell(f"{short[claim_id]}  {_told(known, claim_id)}"), (0, 0, 0, 2)))
        console.print(Padding(cell(_reasons(link), "not bold dim"), (0, 0, 0, 4)))


def _told(known: Mapping[str, Claim], claim_id: str) -> str:
    return said(known[claim_id]) if claim_id in known else "does not count on that day"


def _reasons(link: Link) -> str:
    return f"{link.score:g}: {'; '.join(f'{words} {weight:+g}' for weight, words in link.reasons)}"
