"""The parties of a ledger on the screen: who they are, in which roles, which names may be one party, and what was judged."""

from collections.abc import Iterable, Sequence

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table

from hearsay.faces.cli.screens import cell, clean
from hearsay.ledger import Listed, Proposal
from hearsay.ledger.roll import ROLES
from hearsay.lexicons import naming
from hearsay.lexicons.parties import Relation
from hearsay.records import Judgement

_SECTIONS = {
    "Sides and forces": ("state", "rebel", "militia", "government", "party"),
    "People": ("person",),
    "Organisations, agencies and observers": ("organisation", "agency", "observer"),
    "Outlets and papers": ("media", "document"),
}
_REST = "Others"
_MOST_ALIASES = 6
_DID = {"part_of": "part of", "spokesman_of": "spokesman of", "organ_of": "voice of", "fights": "fights", "controls": "controls"}
_SUFFERED = {"part_of": "part of it:", "spokesman_of": "spokesman:", "organ_of": "its outlet:", "fights": "fights", "controls": "held by"}


def list_parties(console: Console, parties: Sequence[Listed], *, every: bool) -> None:
    """Prints a row a party, by section, those in most claims first; whom words only describe, and places, only if ``every`` is wanted."""
    shown = [one for one in parties if every or (one.is_named and one.kind not in ("civilians", "place"))]
    if not parties:
        console.print("The ledger holds no claims yet: post reports with `hearsay ingest`.")
        return
    table = _table()
    table.add_row("claims in which it is", *ROLES)
    console.print(table)
    known = {kind for kinds in _SECTIONS.values() for kind in kinds}
    for title in (*_SECTIONS, _REST):
        own = [one for one in shown if (one.kind in _SECTIONS[title] if title in _SECTIONS else one.kind not in known)]
        if own:
            console.print()
            console.print(title, style="bold")
            console.print(_rows(own))
    rest = len(parties) - len(shown)
    if rest:
        console.print()
        console.print(f"{rest} places, civilians and others without a name of their own: --all lists them too.")


def list_proposals(console: Console, proposals: Sequence[Proposal], path: str) -> None:
    """Prints the pairs that may be one party, with the reasons and the command that joins them."""
    if not proposals:
        return
    console.print()
    console.print("Names that may be one party; nothing is joined until you say so", style="bold")
    table = _pairs()
    for one in proposals:
        told = "; ".join(words for _, words in one.reasons)
        taken = "; inside one event they count as one already" if one.is_taken else ""
        table.add_row("", f"{one.score:.2f}", cell(f"{one.left} = {one.right}: {told}{taken}"))
    console.print(table)
    example = proposals[0]
    console.print(clean(f'To join: hearsay parties merge "{example.left}" "{example.right}" --ledger {path}'), soft_wrap=True)


def list_judgements(console: Console, judgements: Iterable[Judgement]) -> None:
    """Prints what was judged, what was taken back too."""
    made = tuple(judgements)
    if made:
        console.print()
        console.print("Judgements", style="bold")
    table = _pairs()
    for one in made:
        undone = f" (taken back by entry {one.undone_by})" if one.undone_by else ""
        table.add_row("", f"{one.judgement_id}", cell(f"{judged(one)}, by {one.by}, {one.recorded_at:%Y-%m-%d}{undone}"))
    console.print(table)


def judged(one: Judgement) -> str:
    """A judgement in words."""
    return f'"{one.right}" is "{one.left}"' if one.verb == "merge" else f'"{one.right}" is not "{one.left}"'


def _table() -> Table:
    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    table.add_column(ratio=1)
    for _ in ROLES:
        table.add_column(justify="right", width=6)
    return table


def _pairs() -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        table.add_column()
    return table


def _rows(parties: Iterable[Listed]) -> Table:
    table = _table()
    for one in parties:
        table.add_row(Group(*_told(one)), *(cell(f"{one.counts[role]}" if one.counts[role] else "-") for role in ROLES))
    return table


def _told(one: Listed) -> list[Padding]:
    """The party line by line: name and kind, for whom it speaks, its other names, and what the table tells of it."""
    sides = f", for {', '.join(one.sides)}" if one.sides else ""
    labels = ", ".join(f'"{label}"' for label in one.labels)
    lines = []
    more = f" and {len(one.aliases) - _MOST_ALIASES} more" if len(one.aliases) > _MOST_ALIASES else ""
    lines += [f"also {', '.join(one.aliases[:_MOST_ALIASES])}{more}"] if one.aliases else []
    lines += [f"called {labels}"] if labels else []
    lines += [_relation(fact, one) for fact in one.relations]
    return [Padding(cell(f"{one.name} ({one.kind}{sides})"), (0, 0, 0, 2)), *(Padding(cell(line), (0, 0, 0, 4)) for line in lines)]


def _relation(fact: Relation, one: Listed) -> str:
    is_doer = naming.key(fact.who) == naming.key(one.name)
    words = f"{_DID[fact.kind]} {fact.whom}" if is_doer else f"{_SUFFERED[fact.kind]} {fact.who}"
    years = f"since {fact.first}" if fact.last is None else f"{fact.first}-{fact.last}" if fact.last != fact.first else f"{fact.first}"
    return f"{words}, {years} (table)"
