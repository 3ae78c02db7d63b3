"""Claims that wait for a judgement, and judgements, on the screen."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from hearsay.faces import wording
from hearsay.faces.cli.screens import cell, clean
from hearsay.records import Claim, Judgement

SHORT_ID = 8  # characters of an id that are shown; the commands take the beginning


def list_claims(console: Console, claims: Sequence[Claim], waiting: int) -> None:
    """Prints a row a claim: id, certainty, what it says and the words it was read from."""
    table = Table.grid(expand=True, padding=(0, 2, 0, 0))
    table.add_column(width=SHORT_ID)
    table.add_column(width=4, justify="right")
    table.add_column(ratio=1)
    for claim in claims:
        table.add_row(claim.claim_id[:SHORT_ID], f"{claim.certainty:.2f}", cell(told(claim)))
    console.print(table)
    console.print(f"{waiting} claims wait for a judgement{'' if waiting == len(claims) else f', {len(claims)} are shown'}.")


def told(claim: Claim) -> str:
    """A claim in a line, with its words."""
    return f"{said(claim)} “{clean(' '.join(claim.evidence.text.split()))}” ({claim.report_id})"


def said(claim: Claim) -> str:
    """A claim in a line, without its words."""
    figures = ", ".join(f"{wording.count(figure)} ({wording.parties(figure.victims)})" for figure in claim.figures)
    what = figures or wording.happening(claim.event)
    return clean(f"{wording.speaker(claim.chain[0])} {claim.stance}: {what}")


def list_judgements(console: Console, judgements: Iterable[Judgement]) -> None:
    """Prints what was judged, what was taken back too."""
    made = sorted(judgements, key=lambda one: one.judgement_id)
    for one in made:
        undone = f" (taken back by entry {one.undone_by})" if one.undone_by else ""
        console.print(cell(f"{one.judgement_id}  {judged(one)}, by {one.by}, {one.recorded_at:%Y-%m-%d}{undone}"), soft_wrap=True)
    if not made:
        console.print("Nobody has judged a claim or an event yet.")


def judged(one: Judgement) -> str:
    """A judgement in words."""
    note = f"; {clean(one.note)}" if one.note else ""
    if one.subject == "events":
        return f"{one.left[:SHORT_ID]} and {one.right[:SHORT_ID]} tell of {'one event' if one.verb == 'same' else 'two events'}{note}"
    verbs = {"accept": "is as it was read", "amend": "is amended", "reject": "is not in its report"}
    record = f" [{said(one.record)}]" if one.record else ""
    return f"{one.left[:SHORT_ID]} {verbs.get(one.verb, one.verb)}{record}{note}"
