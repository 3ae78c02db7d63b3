"""A picture as shapes on a plane, which ``svg`` and ``png`` both draw. Lengths are in CSS pixels, x to the right and y down."""

from dataclasses import dataclass
from typing import Literal

# What each ink looks like where no style sheet says otherwise: readable on white and on black.
INKS = {
    "ink": "#333333",
    "faint": "#767676",
    "grid": "#bdbdbd",
    "band": "#8a8a8a",
    "contested": "#c0392b",
    "side-0": "#2f6fb0",
    "side-1": "#c8641a",
    "side-2": "#2e8b57",
    "side-3": "#8e5bb5",
    "side-4": "#a07d16",
    "side-5": "#b8487f",
    "side-6": "#3b8f9e",
    "side-none": "#6f6f6f",
}
SIDES = 7  # inks for sides; more sides than that share the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """``hint`` is told of it where a pointer rests on it; ``claim_id`` the claim that it stands for, "" if none."""

    ink: str = "ink"
    hint: str = ""
    claim_id: str = ""


@dataclass(frozen=True, slots=True)
class Line(Shape):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 1.0
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Box(Shape):
    """A rectangle; ``opacity`` of its filling, 0 for an outline only."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Dot(Shape):
    """A disc, or a ring if it is not filled."""

    x: float
    y: float
    radius: float
    is_filled: bool = True


@dataclass(frozen=True, slots=True)
class Curve(Shape):
    """A bow from one point to another that leaves and arrives level, its direction shown by an arrowhead."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Words(Shape):
    """A line of text; ``y`` is that of its baseline."""

    x: float
    y: float
    text: str
    size: float = 12.0
    anchor: Literal["start", "middle", "end"] = "start"
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """``title`` says what it shows, ``told`` the same content in words for who cannot see it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    title: str
    told: str = ""


def fitted(text: str, width: float, size: float = 12.0) -> str:
    """The text, cut with an ellipsis if it is wider than ``width`` (reckoned at six tenths of the size a character).

    >>> fitted("National Resistance Front", 100)
    'National Resi…'
    """
    most = max(1, int(width / (size * 0.58)))
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def side_inks(sides: list[str]) -> dict[str, str]:
    """An ink for each side, in the order given; "" is no side."""
    told = [side for side in dict.fromkeys(sides) if side]
    return {"": "side-none"} | {side: f"side-{min(number, SIDES - 1)}" for number, side in enumerate(told)}
