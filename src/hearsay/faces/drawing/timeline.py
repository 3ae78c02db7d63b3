"""The timeline of an event, drawn: what was said of the losses, by the day of publication, and what is said to have happened when."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hearsay.dossiers import Dossier
from hearsay.faces import wording
from hearsay.faces.drawing import scales
from hearsay.faces.drawing.matrix import Column, Matrix, Row, Said, inks_of, lay, sides_of
from hearsay.faces.drawing.picture import Box, Dot, Line, Picture, Shape, Words, fitted
from hearsay.faces.drawing.scales import Days, Numbers
from hearsay.records import Claim, Document

_LEFT, _RIGHT, _TOP = 210.0, 24.0, 40.0  # the margins; the labels stand in the left one
_PANEL, _SPACE, _LANE = 96.0, 22.0, 20.0  # heights: of a panel of losses, between two, of a lane of happenings
_PANELS, _LANES = 8, 10  # at most; the rest is only counted
_FIRM = ("asserts", "confirms")  # the stances of who says that it is so

Spoken = tuple[Said, Row]  # a figure, and who says it


def timeline_of(dossier: Dossier, reports: Iterable[Document], *, width: float = 960.0) -> Picture:
    """The timeline of an event; ``reports`` are those of its claims. A bar goes from the least to the most that somebody says; the shaded band is
    what is reconciled, its line the best."""
    matrix = lay(dossier, reports)
    asked = [(number, column) for number, column in enumerate(matrix.columns) if any(_numbers(matrix, number))]
    lanes = _lanes(dossier.claims)
    shown = [claim for _, claims in lanes[:_LANES] for claim in claims]
    days = scales.days(_days_of(matrix, shown), left=_LEFT, width=width - _LEFT - _RIGHT)
    inks = inks_of(dossier)
    shapes: list[Shape] = [Words(12, 20, fitted(_title(dossier), width - 24, 15.0), size=15.0, is_bold=True)]
    y = _TOP
    for number, column in asked[:_PANELS]:
        shapes += _panel(column, list(_spoken(matrix, number)), days, inks, (y, width))
        y += _PANEL + _SPACE
    y = _add_rest(shapes, y, len(asked) - _PANELS, "of losses")
    shapes += _drawn_lanes(lanes[:_LANES], days, (y, width), inks)
    y = _add_rest(shapes, y + len(lanes[:_LANES]) * _LANE, len(lanes) - _LANES, "of happenings")
    shapes += _axis(days, y, width)
    legend = list(_legend(_sided(dossier, inks), y + 44, width))
    bottom = max((shape.y for shape in legend if isinstance(shape, Words)), default=y + 30) + 16
    return Picture(width, bottom, (*shapes, *legend), _title(dossier), _told(matrix))


def _title(dossier: Dossier) -> str:
    summary = dossier.summary
    what = (summary.what.replace("_", " ") or "losses").capitalize()
    where = f" in {summary.place}" if summary.place else ""
    first, last = date.fromordinal(summary.first_day or 1), date.fromordinal(summary.last_day or 1)
    return f"{what}{where}, {wording.between(first, last) if summary.first_day else 'day unknown'}"


def _spoken(matrix: Matrix, number: int) -> Iterator[Spoken]:
    for group in matrix.groups:
        for row in group.rows:
            for said in row.cells[number].said:
                yield said, row


def _numbers(matrix: Matrix, number: int) -> list[int]:
    told = [bound for said, _ in _spoken(matrix, number) for bound in (said.low, said.high) if bound]
    tally = matrix.columns[number].tally
    return told + [bound for bound in ((tally.low, tally.best, tally.high) if tally else ()) if bound]


def _days_of(matrix: Matrix, claims: Iterable[Claim]) -> Iterator[date | None]:
    for number in range(len(matrix.columns)):
        yield from (said.day for said, _ in _spoken(matrix, number))
    for claim in claims:
        if claim.event.time is not None:
            yield from (claim.event.time.first, claim.event.time.last)


def _panel(column: Column, spoken: Sequence[Spoken], days: Days, inks: dict[str, str], at: tuple[float, float]) -> list[Shape]:
    (y, width), tally = at, column.tally
    bounds = [bound for said, _ in spoken for bound in (said.low, said.high) if bound]
    bounds += [bound for bound in ((tally.low, tally.best, tally.high) if tally else ()) if bound]
    axis = scales.numbers(bounds, bottom=y + _PANEL, top=y)
    heading = f"{column.measure.capitalize()}: {column.victims}"
    shapes: list[Shape] = [Words(12, y + 14, fitted(heading, _LEFT - 60), is_bold=True, hint=heading)]
    if tally:
        shapes.append(Words(12, y + 31, f"reconciled {wording.span(tally)}", size=11.0, ink="faint", hint=tally.rule))
    if axis.is_log:
        shapes.append(Words(12, y + 47, "(by powers of ten)", size=10.0, ink="faint"))
    shapes += _grid(axis, width)
    shapes += _band(column, axis, width)
    return shapes + _marks(spoken, days, axis, inks)


def _grid(axis: Numbers, width: float) -> Iterator[Shape]:
    for tick in axis.ticks:
        y = axis.place(tick)
        yield Line(_LEFT, y, width - _RIGHT, y, 0.6, ink="grid")
        yield Words(_LEFT - 6, y + 3.5, f"{tick:,}", size=10.0, anchor="end", ink="faint")


def _band(column: Column, axis: Numbers, width: float) -> Iterator[Shape]:
    """What is reconciled: open upward if there is no bound."""
    tally = column.tally
    if tally is None or tally.low is None:
        return
    top = axis.top if tally.high is None else axis.place(tally.high)
    hint = f"reconciled {wording.span(tally)} by {tally.profile}. {tally.rule}"
    yield Box(_LEFT, top, width - _LEFT - _RIGHT, max(1.5, axis.place(tally.low) - top), opacity=0.16, ink="band", hint=hint)
    if tally.best is not None:
        yield Line(_LEFT, axis.place(tally.best), width - _RIGHT, axis.place(tally.best), 1.2, is_dashed=True, ink="ink", hint=hint)


def _marks(spoken: Sequence[Spoken], days: Days, axis: Numbers, inks: dict[str, str]) -> list[Shape]:
    """A bar for each figure, those of one day side by side."""
    by_day: dict[date | None, list[Spoken]] = defaultdict(list)
    for one in spoken:
        by_day[one[0].day].append(one)
    shapes: list[Shape] = []
    for day, those in by_day.items():
        pitch = min(26.0, days.slot * 0.85 / len(those))
        for number, (said, row) in enumerate(those):
            x = days.place(day) + (number - (len(those) - 1) / 2) * pitch
            shapes += _mark(said, f"{row.speaker} {said.stance}: {said.words}", x, axis, inks[row.speaker])
    return shapes


def _mark(said: Said, told: str, x: float, axis: Numbers, ink: str) -> Iterator[Shape]:
    hint = f"{told} “{' '.join(said.evidence.text.split())}” ({said.report_id}{f', {said.day}' if said.day else ''})"
    low, is_firm = said.low or 0, said.stance in _FIRM
    best = said.best if said.best is not None else low
    if said.low is not None or said.high is not None:
        top = axis.top if said.high is None else axis.place(said.high)
        yield Line(x, axis.place(low), x, top, 2.4, is_dashed=said.high is None, ink=ink)
        if said.high is None:
            yield Line(x - 4, top + 6, x, top, 1.6, ink=ink)
            yield Line(x + 4, top + 6, x, top, 1.6, ink=ink)
    if said.disputes:
        yield Dot(x, axis.place(best), 7.5, is_filled=False, ink="contested")
    yield Dot(x, axis.place(best), 4.5, is_filled=is_firm, ink=ink, hint=hint, claim_id=said.claim_id)


def _lanes(claims: Iterable[Claim]) -> list[tuple[str, list[Claim]]]:
    """What is said to have happened, with the claims that say a day of it, what most tell of first."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event.type != "toll" and claim.event.time is not None:
            told[wording.heading(claim.event)].append(claim)
    return sorted(told.items(), key=lambda item: (-len(item[1]), item[0]))


def _drawn_lanes(lanes: Sequence[tuple[str, list[Claim]]], days: Days, at: tuple[float, float], inks: dict[str, str]) -> Iterator[Shape]:
    y, width = at
    for what, claims in lanes:
        yield Words(12, y + 13, fitted(what, _LEFT - 30, 11.0), size=11.0, hint=what)
        yield Line(_LEFT, y + _LANE - 2, width - _RIGHT, y + _LANE - 2, 0.4, ink="grid")
        same = Counter[tuple[date, date]]()
        for claim in claims:
            if (when := claim.event.time) is not None:
                left, right = days.place(when.first), days.place(when.last)
                shift = 3.0 * same[when.first, when.last]
                same[when.first, when.last] += 1
                hint = f"{claim.chain[0].name} {claim.stance}: {wording.happening(claim.event)}, {wording.days(when)}"
                yield Box(
                    left - 5 + shift,
                    y + 3,
                    right - left + 10,
                    11,
                    4.0,
                    0.5,
                    ink=inks.get(claim.chain[0].name, "side-none"),
                    hint=hint,
                    claim_id=claim.claim_id,
                )
        y += _LANE


def _add_rest(shapes: list[Shape], y: float, rest: int, noun: str) -> float:
    if rest <= 0:
        return y
    shapes.append(Words(12, y + 12, f"and {rest} more {noun}", size=11.0, ink="faint"))
    return y + 18


def _sided(dossier: Dossier, inks: dict[str, str]) -> dict[str, str]:
    """The ink of each side, "" for those of none."""
    speakers = [claim.chain[0] for claim in dossier.claims]
    sides = sides_of(speakers, dossier)
    return {sides.get(voice.name, ""): inks[voice.name] for voice in speakers}


def _axis(days: Days, y: float, width: float) -> Iterator[Shape]:
    yield Line(_LEFT, y + 2, width - _RIGHT, y + 2, 1.0, ink="faint")
    if days.has_unknown:
        yield Words(days.place(None), y + 16, "day unknown", size=10.0, anchor="middle", ink="faint")
    for tick in days.ticks:
        yield Line(days.place(tick), y + 2, days.place(tick), y + 6, 1.0, ink="faint")
        words = f"{tick.day} {tick:%b %Y}" if tick == days.first else f"{tick.day} {tick:%b}"
        yield Words(days.place(tick), y + 18, words, size=10.0, anchor="middle")
    yield Words(_LEFT - 6, y + 18, "published, or happened", size=10.0, anchor="end", ink="faint")


def _legend(inks: dict[str, str], y: float, width: float) -> Iterator[Shape]:
    """Who has which ink, and what the marks mean; as many beside each other as fit."""
    entries = [(ink, f"voice of {side}" if side else "voice of no known side", "dot") for side, ink in inks.items()]
    entries += [("ink", "denies, doubts or will not say", "ring"), ("contested", "contradicted", "ring"), ("band", "reconciled", "band")]
    x = 12.0
    for ink, words, form in entries:
        step = 34 + len(words) * 6.2
        if x > 12 and x + step > width - 12:
            x, y = 12.0, y + 18
        yield Box(x, y - 9, 12, 9, opacity=0.25, ink=ink) if form == "band" else Dot(x + 6, y - 4, 4.5, is_filled=form == "dot", ink=ink)
        yield Words(x + 18, y, words, size=11.0)
        x += step


def _told(matrix: Matrix) -> str:
    lines = (f"{row.speaker}: {'; '.join(said.words for cell in row.cells for said in cell.said)}" for group in matrix.groups for row in group.rows)
    return ". ".join(lines)
