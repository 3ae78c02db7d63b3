"""What changed in a ledger, on the screen or as JSON Lines."""

import json
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict

from rich.console import Console

from hearsay.faces import wording
from hearsay.faces.cli.screens import cell, clean
from hearsay.records import Change, Claim, Rereading, Tally

_MOST_CLAIMS = 12  # of one event; the others are only counted


def list_changes(console: Console, changes: Sequence[Change], claims: Mapping[str, Claim]) -> None:
    """Prints a block an event: what became of it, its numbers before and after, and the claims that came, changed and went."""
    for change in changes:
        console.print()
        was = f" (was {change.was})" if change.was not in (None, change.event_id) else ""
        console.print(cell(f"{change.kind}: event {change.event_id}{was}", "bold"))
        for line in _numbers(change.tallies_before, change.tallies_after):
            console.print(cell(f"  {line}"))
        for sign, ids in (("+", change.claims_added), ("~", change.claims_changed), ("-", change.claims_withdrawn)):
            _print_claims(console, sign, [claims[claim_id] for claim_id in ids if claim_id in claims])
    console.print()
    kinds = {kind: sum(change.kind == kind for change in changes) for kind in ("added", "changed", "withdrawn")}
    console.print(", ".join(f"{number} {kind}" for kind, number in kinds.items()) + ".  + came, ~ changed, - went")


def print_changes(changes: Iterable[Change]) -> None:
    """Prints each change as a line of JSON, in UTF-8."""
    for change in changes:
        told = asdict(change) | {name: [tally._asdict() for tally in getattr(change, name)] for name in ("tallies_before", "tallies_after")}
        sys.stdout.buffer.write(json.dumps(told, ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()


def list_rereadings(console: Console, made: Sequence[Rereading], unheeded: Collection[str]) -> None:
    """Prints what the new reading of each report has otherwise, and how many of its claims give way to judgements of people."""
    for one in made:
        if one.added or one.changed or one.withdrawn:
            told = f"{one.report_id}: {len(one.added)} claims new, {len(one.changed)} changed, {len(one.withdrawn)} withdrawn"
            console.print(cell(told), soft_wrap=True)
    otherwise = sum(bool(one.added or one.changed or one.withdrawn) for one in made)
    console.print(f"{len(made)} reports read anew, {otherwise} of them read otherwise than before.")
    if unheeded:
        console.print(f"{len(unheeded)} claims of the new reading give way to what a person judged.")


def _numbers(before: Sequence[Tally], after: Sequence[Tally]) -> list[str]:
    """A line for each number that is not as it was."""
    old = {(one.victims, one.measure): wording.span(one) for one in before}
    new = {(one.victims, one.measure): wording.span(one) for one in after}
    keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    return [
        f"{measure} ({victims}): {old.get((victims, measure), 'not told')} -> {new.get((victims, measure), 'not told')}" for victims, measure in keys
    ]


def _print_claims(console: Console, sign: str, claims: Sequence[Claim]) -> None:
    for claim in claims[:_MOST_CLAIMS]:
        words = clean(" ".join(claim.evidence.text.split()))
        console.print(cell(f"  {sign} {claim.chain[0].name} {claim.stance}: “{words}” ({claim.report_id})"))
    if len(claims) > _MOST_CLAIMS:
        console.print(cell(f"  {sign} and {len(claims) - _MOST_CLAIMS} claims more"))
