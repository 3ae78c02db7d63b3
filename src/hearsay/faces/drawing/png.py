"""Draws a picture as PNG, with matplotlib, which is optional."""

from functools import singledispatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hearsay.faces.drawing.picture import INKS, Box, Curve, Dot, Line, Picture, Shape, Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_DPI = 200  # dots an inch, of which there are 96 CSS pixels
_POINTS = 72 / 96  # points a CSS pixel


def draw_png(picture: Picture, out: Path) -> None:
    """Write the picture, on white, at twice the size of the screen. Raises ImportError if matplotlib is not installed."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as fault:
        raise ImportError("a PNG needs matplotlib, which is not installed: pip install 'hearsay[chart]', or write an .svg") from fault
    figure = Figure(figsize=(picture.width / 96, picture.height / 96), dpi=_DPI)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, picture.width)
    axes.set_ylim(picture.height, 0)
    axes.axis("off")
    for order, shape in enumerate(picture.shapes):
        _draw(shape, axes, order)
    figure.savefig(out, format="png", facecolor="white", metadata={"Title": picture.title, "Software": None})


@singledispatch
def _draw(shape: Shape, axes: "Axes", order: int) -> None:  # noqa: ARG001 - the form of those below
    raise TypeError(f"{type(shape).__name__} cannot be drawn")


@_draw.register
def _(shape: Line, axes: Any, order: int) -> None:
    style = (0, (3, 2)) if shape.is_dashed else "-"
    axes.plot(
        [shape.x1, shape.x2],
        [shape.y1, shape.y2],
        color=INKS[shape.ink],
        linewidth=shape.width * _POINTS,
        linestyle=style,
        zorder=order,
        solid_capstyle="butt",
    )


@_draw.register
def _(shape: Box, axes: Any, order: int) -> None:
    from matplotlib.patches import FancyBboxPatch, Rectangle

    colours = {"facecolor": INKS[shape.ink] if shape.opacity else "none", "edgecolor": "none" if shape.opacity else INKS[shape.ink]}
    looks: dict[str, Any] = colours | {"alpha": shape.opacity or None, "linewidth": _POINTS, "zorder": order}
    if not shape.radius:
        axes.add_patch(Rectangle((shape.x, shape.y), shape.width, shape.height, **looks))
        return
    radius = min(shape.radius, shape.width / 2, shape.height / 2)
    axes.add_patch(FancyBboxPatch((shape.x, shape.y), shape.width, shape.height, boxstyle=f"round,pad=0,rounding_size={radius}", **looks))


@_draw.register
def _(shape: Dot, axes: Any, order: int) -> None:
    from matplotlib.patches import Circle

    colour = INKS[shape.ink]
    axes.add_patch(
        Circle((shape.x, shape.y), shape.radius, facecolor=colour if shape.is_filled else "none", edgecolor=colour, linewidth=1.1, zorder=order)
    )


@_draw.register
def _(shape: Curve, axes: Any, order: int) -> None:
    from matplotlib.patches import PathPatch, Polygon
    from matplotlib.path import Path as Outline

    middle, colour = (shape.x1 + shape.x2) / 2, INKS[shape.ink]
    points = [(shape.x1, shape.y1), (middle, shape.y1), (middle, shape.y2), (shape.x2, shape.y2)]
    outline = Outline(points, [Outline.MOVETO, *[Outline.CURVE4] * 3])
    axes.add_patch(PathPatch(outline, facecolor="none", edgecolor=colour, linewidth=shape.width * _POINTS, alpha=0.6, zorder=order))
    tip = [(shape.x2, shape.y2), (shape.x2 - 7, shape.y2 - 3.5), (shape.x2 - 7, shape.y2 + 3.5)]
    axes.add_patch(Polygon(tip, facecolor=colour, edgecolor="none", zorder=order))


@_draw.register
def _(shape: Words, axes: Any, order: int) -> None:
    where = {"start": "left", "middle": "center", "end": "right"}[shape.anchor]
    words = shape.text.replace("$", r"\$")  # no formulas
    weight = "bold" if shape.is_bold else "normal"
    looks = {"color": INKS[shape.ink], "fontsize": shape.size * _POINTS, "fontweight": weight, "zorder": order}
    axes.text(shape.x, shape.y, words, ha=where, va="baseline", **looks)
