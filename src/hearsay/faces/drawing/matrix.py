"""The claim matrix of an event: speakers down, whose losses across, and in each cell what the speaker says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from hearsay import ledger
from hearsay.dossiers import Dossier
from hearsay.faces import wording
from hearsay.faces.drawing.picture import side_inks
from hearsay.faces.speakers import one_name_each, side_of_victims, speaks_for
from hearsay.records import Claim, Document, Evidence, Figure, Tally, Voice
from hearsay.records.figure import Measure

MEASURES: tuple[str, ...] = get_args(Measure)
KINDS = ("party", "government", "person", "organisation", "media", "document", "unnamed")  # the order of rows of one side


@dataclass(frozen=True, slots=True)
class Said:
    """One figure as a speaker gives it. ``words``: count and measure; ``carriers``: through whom it came, the outlet last; ``day``: when the report
    was published; ``disputes``: the kinds of the contradictions that its claim has a part in, updates left out."""

    claim_id: str
    report_id: str
    stance: str
    low: int | None
    best: int | None
    high: int | None
    words: str
    evidence: Evidence
    carriers: tuple[str, ...]
    day: date | None
    disputes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """All that one speaker says of one side's losses by one measure, in the order of the days; empty if nothing."""

    said: tuple[Said, ...] = ()

    @property
    def low(self) -> int | None:
        """The least number that is said."""
        return min((one.low for one in self.said if one.low is not None), default=None)

    @property
    def high(self) -> int | None:
        """The largest number that is said; None if one of them is open upward, or none is said."""
        numbers = [one.high for one in self.said if one.low is not None or one.high is not None]
        return None if None in numbers else max((number for number in numbers if number is not None), default=None)

    @property
    def interval(self) -> str:
        """Both in words; "" for an empty cell."""
        return wording.interval(self.low, self.high) if self.said else ""

    @property
    def is_disputed(self) -> bool:
        """True if what is said contradicts what somebody says."""
        return any(one.disputes for one in self.said)

    @property
    def claim_ids(self) -> tuple[str, ...]:
        """The claims that it is made of."""
        return tuple(dict.fromkeys(one.claim_id for one in self.said))


@dataclass(frozen=True, slots=True)
class Column:
    """Losses of one measure of one side's people, with what is reconciled of them, if anything."""

    measure: str
    victims: str
    tally: Tally | None


@dataclass(frozen=True, slots=True)
class Row:
    """A speaker; ``cells`` stand as the matrix's columns do."""

    speaker: str
    kind: str
    side: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The speakers of one side and kind; ``side`` "" if they speak for nobody that is known."""

    side: str
    kind: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """``columns`` by measure, those that most speak of first."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that speakers speak for, in the order of the groups."""
        return tuple(dict.fromkeys(group.side for group in self.groups if group.side))


def lay(dossier: Dossier, reports: Iterable[Document] = ()) -> Matrix:
    """The matrix of an event. ``reports`` are those of its claims, for the days of publication. Speakers who give no figure have no row."""
    told = _told(dossier, {report.report_id: report.published for report in reports})
    tallies = {(tally.measure, tally.victims): tally for tally in dossier.tallies}
    asked = _columns(told)
    names = one_name_each((voice.name for voice, _, _ in told), dossier.sameness)
    sides = sides_of([voice for voice, _, _ in told], dossier)
    cells: dict[str, dict[tuple[str, str], list[Said]]] = {}
    for voice, key, said in told:
        cells.setdefault(names[voice.name], {}).setdefault(key, []).append(said)
    kinds = {names[voice.name]: voice.kind for voice, _, _ in reversed(told)}
    homes = {names[voice.name]: side for voice, _, _ in told if (side := sides.get(voice.name))}
    rows = [Row(name, kinds[name], homes.get(name, ""), tuple(_cell(own.get(key, ())) for key in asked)) for name, own in cells.items()]
    return Matrix(tuple(Column(*key, tallies.get(key)) for key in asked), _groups(rows))


def sides_of(voices: Iterable[Voice], dossier: Dossier) -> dict[str, str]:
    """For whom each voice speaks, by its name: a side whose losses are told of, or whomever the voice names, under any name of its own; whoever
    speaks for nobody is left out."""
    losing = [tally.victims for tally in dossier.tallies if tally.victims != ledger.ALL]
    those = list(voices)
    sides = one_name_each([*losing, *(voice.of for voice in those if voice.of)], dossier.sameness)
    names = one_name_each((voice.name for voice in those), dossier.sameness)
    found: dict[str, str] = {}
    for voice in those:
        own = next((side for side in losing if speaks_for(voice, side, dossier.sameness)), None) or voice.of
        own = own or (voice.name if voice.kind == "party" else None)
        if own:
            found.setdefault(names[voice.name], sides.get(own, own))
    return {voice.name: found[names[voice.name]] for voice in those if names[voice.name] in found}


def parts(matrix: Matrix, most: int) -> list[Matrix]:
    """The matrix in pieces of at most so many columns, fit for paper; in each only the speakers who say something there."""
    return [_part(matrix, range(first, min(first + most, len(matrix.columns)))) for first in range(0, len(matrix.columns), most)]


def _part(matrix: Matrix, numbers: Iterable[int]) -> Matrix:
    kept = list(numbers)
    groups = []
    for group in matrix.groups:
        rows = tuple(replace(row, cells=tuple(row.cells[number] for number in kept)) for row in group.rows)
        if told := tuple(row for row in rows if any(cell.said for cell in row.cells)):
            groups.append(replace(group, rows=told))
    return Matrix(tuple(matrix.columns[number] for number in kept), tuple(groups))


def inks_of(dossier: Dossier) -> dict[str, str]:
    """The ink of each voice of the event, by its name; those of one side have the same, in every drawing."""
    voices = [voice for claim in dossier.claims for voice in claim.chain]
    sides = sides_of(voices, dossier)
    inks = side_inks(list(sides.values()))
    return {voice.name: inks[sides.get(voice.name, "")] for voice in voices}


def _told(dossier: Dossier, published: Mapping[str, date | None]) -> list[tuple[Voice, tuple[str, str], Said]]:
    """Every figure with who says it and what it counts."""
    sides = list(dict.fromkeys(tally.victims for tally in dossier.tallies if tally.victims != ledger.ALL))
    disputes = _disputes(dossier)
    return [
        (
            claim.chain[0],
            (figure.measure, side_of_victims(figure, sides, dossier.sameness)),
            _said(claim, figure, published.get(claim.report_id), disputes.get(claim.claim_id, ())),
        )
        for claim in dossier.claims
        for figure in claim.figures
    ]


def _said(claim: Claim, figure: Figure, day: date | None, disputes: Sequence[str]) -> Said:
    carriers = tuple(voice.name for voice in claim.chain[1:])
    bounds = (figure.low, figure.best, figure.high)
    return Said(claim.claim_id, claim.report_id, claim.stance, *bounds, wording.count(figure), claim.evidence, carriers, day, tuple(disputes))


def _disputes(dossier: Dossier) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in dossier.contradictions:
        for quote in (one.left, one.right):
            kinds = found.setdefault(quote.claim_id, [])
            if not one.is_update and one.kind not in kinds:
                kinds.append(one.kind)
    return found


def _columns(told: Iterable[tuple[Voice, tuple[str, str], Said]]) -> list[tuple[str, str]]:
    counts: dict[tuple[str, str], int] = {}
    for _, key, _ in told:
        counts[key] = counts.get(key, 0) + 1
    return sorted(counts, key=lambda key: (MEASURES.index(key[0]), -counts[key], key[1]))


def _cell(said: Iterable[Said]) -> Cell:
    return Cell(tuple(sorted(said, key=lambda one: (one.day or date.max, one.report_id, one.evidence.start))))


def _groups(rows: Sequence[Row]) -> tuple[Group, ...]:
    """Sides with most speakers first, those of no side last."""
    many = {side: sum(row.side == side for row in rows) for side in {row.side for row in rows}}
    kinds = {kind: number for number, kind in enumerate(KINDS)}
    ordered = sorted(rows, key=lambda row: (not row.side, -many[row.side], row.side, kinds.get(row.kind, len(KINDS)), row.speaker))
    keys = dict.fromkeys((row.side, row.kind) for row in ordered)
    return tuple(Group(*key, tuple(row for row in ordered if (row.side, row.kind) == key)) for key in keys)
