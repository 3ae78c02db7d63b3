"""Draws a picture as SVG. It needs no style sheet; where there is one, each shape has the class of its ink."""

from collections.abc import Callable
from functools import singledispatch

from hearsay.faces.drawing.markup import Markup, join, tag
from hearsay.faces.drawing.picture import INKS, Box, Curve, Dot, Line, Picture, Shape, Words

Link = Callable[[str], str]  # from the id of a claim to where a click on it leads

_FONT = "system-ui, 'Noto Sans', 'Noto Sans Arabic', 'DejaVu Sans', sans-serif"


def draw(picture: Picture, *, link: Link | None = None, is_file: bool = False) -> Markup:
    """The picture as an ``svg`` element; with ``link``, shapes that stand for a claim lead there. ``is_file``: with all that a file of its own needs,
    on white."""
    ground = [tag("rect", width=picture.width, height=picture.height, fill="#ffffff")] if is_file else []
    shapes = [_linked(shape, link) for shape in picture.shapes]
    drawn = tag(
        "svg",
        tag("title", picture.title),
        tag("desc", picture.told) if picture.told else None,
        *ground,
        *shapes,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {picture.width:g} {picture.height:g}",
        width=picture.width,
        height=picture.height,
        role="group" if link else "img",
        aria_label=picture.title,
        font_family=_FONT,
        class_="drawing",
    )
    return Markup(f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n') if is_file else drawn


def _linked(shape: Shape, link: Link | None) -> Markup:
    drawn = _drawn(shape)
    if shape.hint:
        drawn = tag("g", tag("title", shape.hint), drawn)
    return tag("a", drawn, href=link(shape.claim_id), aria_label=shape.hint or None) if link and shape.claim_id else drawn


@singledispatch
def _drawn(shape: Shape) -> Markup:
    raise TypeError(f"{type(shape).__name__} cannot be drawn")


@_drawn.register
def _(shape: Line) -> Markup:
    dashes = "4 3" if shape.is_dashed else None
    return tag("line", x1=shape.x1, y1=shape.y1, x2=shape.x2, y2=shape.y2, stroke_width=shape.width, stroke_dasharray=dashes, **_stroke(shape))


@_drawn.register
def _(shape: Box) -> Markup:
    size = {"x": shape.x, "y": shape.y, "width": shape.width, "height": shape.height, "rx": shape.radius or None}
    if not shape.opacity:
        return tag("rect", **size, fill="none", **_stroke(shape))
    return tag("rect", **size, fill_opacity=None if shape.opacity == 1 else f"{shape.opacity:g}", **_fill(shape))


@_drawn.register
def _(shape: Dot) -> Markup:
    place = {"cx": shape.x, "cy": shape.y, "r": shape.radius}
    return tag("circle", **place, **_fill(shape)) if shape.is_filled else tag("circle", **place, fill="none", stroke_width=1.5, **_stroke(shape))


@_drawn.register
def _(shape: Curve) -> Markup:
    middle = (shape.x1 + shape.x2) / 2
    path = f"M{shape.x1:.1f} {shape.y1:.1f}C{middle:.1f} {shape.y1:.1f} {middle:.1f} {shape.y2:.1f} {shape.x2:.1f} {shape.y2:.1f}"
    tip = f"M{shape.x2:.1f} {shape.y2:.1f}l-7 -3.5v7z"
    bow = tag("path", d=path, fill="none", stroke_width=shape.width, stroke_opacity="0.6", **_stroke(shape))
    return join([bow, tag("path", d=tip, **_fill(shape))])


@_drawn.register
def _(shape: Words) -> Markup:
    weight, anchor = "600" if shape.is_bold else None, None if shape.anchor == "start" else shape.anchor
    return tag("text", shape.text, x=shape.x, y=shape.y, font_size=shape.size, text_anchor=anchor, font_weight=weight, **_fill(shape))


def _stroke(shape: Shape) -> dict[str, str]:
    return {"stroke": INKS[shape.ink], "class_": f"stroke-{shape.ink}"}


def _fill(shape: Shape) -> dict[str, str]:
    return {"fill": INKS[shape.ink], "class_": f"fill-{shape.ink}"}
