"""Low, best and high of what is reconciled, as bars beneath each other."""

from collections.abc import Sequence

from hearsay.faces import wording
from hearsay.faces.drawing import scales
from hearsay.faces.drawing.picture import Box, Dot, Line, Picture, Shape, Words, fitted
from hearsay.records import Tally

_LEFT, _RIGHT, _PITCH = 190.0, 130.0, 26.0


def bars_of(tallies: Sequence[Tally], *, width: float = 640.0) -> Picture:
    """A bar for each tally from its low to its high, open at the right where there is no bound, with a dot at the best. Numbers that lie
    far apart have lengths by their logarithm, which is said."""
    numbers = [number for tally in tallies for number in (tally.low, tally.best, tally.high) if number]
    axis = scales.numbers(numbers, bottom=_LEFT, top=width - _RIGHT)
    shapes: list[Shape] = []
    for row, tally in enumerate(tallies):
        shapes += _bar(tally, axis, 6 + row * _PITCH, width)
    height = 12 + len(tallies) * _PITCH
    if axis.is_log:
        shapes.append(Words(_LEFT, height + 6, "(lengths by powers of ten)", size=10.0, ink="faint"))
        height += 16
    told = "; ".join(f"{tally.measure}, {tally.victims}: {wording.span(tally)}" for tally in tallies)
    return Picture(width, height, tuple(shapes), "What is reconciled: low, best, high", told)


def _bar(tally: Tally, axis: scales.Numbers, y: float, width: float) -> list[Shape]:
    left = axis.place(tally.low or 0)
    right = axis.top if tally.high is None else axis.place(tally.high)
    heading = f"{tally.measure}, {tally.victims}"
    shapes: list[Shape] = [
        Words(4, y + 15, fitted(heading, _LEFT - 16), hint=heading),
        Line(_LEFT, y + 20, width - _RIGHT, y + 20, 0.4, ink="grid"),
        Box(left, y + 4, max(3.0, right - left), 13, 3.0, 0.45, ink="band", hint=tally.rule),
        Words(width - _RIGHT + 10, y + 15, wording.span(tally)),
    ]
    if tally.high is None:
        shapes.append(Line(right, y + 10.5, right + 7, y + 10.5, 2.0, is_dashed=True, ink="band"))
    if tally.best is not None:
        shapes.append(Dot(axis.place(tally.best), y + 10.5, 5.0, ink="ink", hint=tally.rule))
    return shapes
