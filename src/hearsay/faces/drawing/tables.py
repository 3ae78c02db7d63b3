"""Tables in HTML: the claims of a report voice by voice, and the claim matrix of an event."""

from collections.abc import Callable, Iterable, Mapping

from hearsay.faces import wording
from hearsay.faces.drawing.markup import Markup, tag
from hearsay.faces.drawing.matrix import Cell, Group, Matrix, Row, Said
from hearsay.records import Claim

Link = Callable[[str], str]  # from the id of a claim to where a click on it leads

_CLAIM_HEADINGS = ("#", "Claim", "Whom", "Where", "When", "Stance")


def claims_table(ordered: Iterable[Claim], inks: Mapping[str, str]) -> Markup:
    """A report's claims, numbered in the order given, a block for each chain of voices; counts come first. ``inks``: of each voice."""
    body = [_voice(chain, those, inks) for chain, those in _by_chain(ordered).items()]
    return tag("table", tag("thead", tag("tr", *(tag("th", one, scope="col") for one in _CLAIM_HEADINGS))), *body, class_="claims")


def matrix_table(matrix: Matrix, link: Link, inks: Mapping[str, str]) -> Markup:
    """The claim matrix, speakers down, in a block for each side and kind. ``link``: where each claim's words stand."""
    measures = list(dict.fromkeys(column.measure for column in matrix.columns))
    spans = [(measure, sum(column.measure == measure for column in matrix.columns)) for measure in measures]
    head = tag(
        "thead",
        tag("tr", tag("th", "Who says it", rowspan=2, scope="col"), *(tag("th", one, colspan=many, scope="colgroup") for one, many in spans)),
        tag("tr", *(tag("th", column.victims, scope="col", dir="auto") for column in matrix.columns)),
    )
    settled = [wording.span(column.tally) if column.tally else wording.NOTHING for column in matrix.columns]
    foot = tag("tfoot", tag("tr", tag("th", "Reconciled", scope="row"), *(tag("td", one) for one in settled)))
    body = [_group(group, len(matrix.columns) + 1, link, inks) for group in matrix.groups]
    return tag("table", tag("caption", "How many, of whom, by whose word"), head, *body, foot, class_="matrix")


def _group(group: Group, width: int, link: Link, inks: Mapping[str, str]) -> Markup:
    heading = f"{group.side or 'Of no known side'} ({group.kind})"
    ink = inks.get(group.rows[0].speaker, "side-none")
    first = tag("tr", tag("th", heading, colspan=width, scope="rowgroup", class_=f"voice-{ink}", dir="auto"))
    return tag("tbody", first, *(_matrix_row(row, link) for row in group.rows))


def _matrix_row(row: Row, link: Link) -> Markup:
    return tag("tr", tag("th", row.speaker, scope="row", dir="auto"), *(_cell(cell, link) for cell in row.cells))


def _cell(cell: Cell, link: Link) -> Markup:
    if not cell.said:
        return tag("td", tag("span", wording.NOTHING, class_="silent", title="says nothing"))
    whole = tag("b", cell.interval) if len(cell.said) > 1 else None
    note = tag("span", "contested", class_="contested") if cell.is_disputed else None
    return tag("td", whole, *(_said(one, link) for one in cell.said), note)


def _said(one: Said, link: Link) -> Markup:
    """A figure, leading to its words; the stance where it is more than an assertion."""
    day = f", {one.day.day} {one.day:%b}" if one.day else ""
    words = "no number" if one.low is None and one.high is None else wording.interval(one.low, one.high)
    stance = "" if one.stance == "asserts" else f" ({one.stance})"
    quote = " ".join(one.evidence.text.split())
    via = f", via {', then '.join(one.carriers)}" if one.carriers else ""
    return tag("a", f"{words}{stance}{day}", href=link(one.claim_id), title=f"“{quote}” ({one.report_id}{via})", class_="said")


def _by_chain(ordered: Iterable[Claim]) -> dict[tuple[str, ...], list[tuple[int, Claim]]]:
    chains: dict[tuple[str, ...], list[tuple[int, Claim]]] = {}
    for number, claim in enumerate(ordered, 1):
        chains.setdefault(tuple(voice.name for voice in claim.chain), []).append((number, claim))
    return chains


def _voice(chain: tuple[str, ...], those: list[tuple[int, Claim]], inks: Mapping[str, str]) -> Markup:
    """A heading and the rows of one chain of voices."""
    fullest = max((wording.chain(claim.chain) for _, claim in those), key=len)
    heading = tag("th", fullest, colspan=len(_CLAIM_HEADINGS), scope="colgroup", dir="auto", class_=f"voice-{inks[chain[0]]}")
    counts = [_count(number, claim, index) for number, claim in those for index in range(len(claim.figures))]
    rest = [_happening(number, claim) for number, claim in those if claim.event.type != "toll"]
    return tag("tbody", tag("tr", heading), *counts, *rest)


def _count(number: int, claim: Claim, index: int) -> Markup:
    figure = claim.figures[index]
    words = (wording.parties(figure.victims), wording.figure_places(claim, figure), wording.figure_days(claim, figure))
    return _row(number, tag("b", wording.count(figure)), *words, claim.stance)


def _happening(number: int, claim: Claim) -> Markup:
    event = claim.event
    words = (wording.parties(event.targets), wording.places(event.places), wording.days(event.time))
    return _row(number, wording.happening(event), *words, claim.stance)


def _row(number: int, *cells: object) -> Markup:
    return tag("tr", tag("td", str(number)), *(tag("td", cell, dir="auto") for cell in cells))
