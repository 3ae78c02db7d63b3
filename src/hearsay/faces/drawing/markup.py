"""HTML and SVG by small pieces: whatever is no ``Markup`` is escaped, so that a report's words can never be read as tags."""

from html import escape as _escape
from typing import Any

_VOID = frozenset({"br", "hr", "meta", "link", "img", "input", "col"})
# What no XML file may hold, and what would turn the rest of a line round; one space each.
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFE, 0xFFFF], " ")


class Markup(str):
    """Text that is HTML or SVG already. Templates that ask for ``__html__`` take it over as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """The text itself."""
        return str(self)


def escape(text: object) -> Markup:
    """The text with nothing in it that could be read as a tag or would steer the page; ``Markup`` stays as it is.

    >>> escape("<script> & 'x'")
    '&lt;script&gt; &amp; &#x27;x&#x27;'
    """
    return text if isinstance(text, Markup) else Markup(_escape(str(text).translate(_FORBIDDEN)))


def join(parts: Any) -> Markup:
    """The parts one after the other, each escaped if it is not ``Markup``; None is left out."""
    return Markup("".join(escape(part) for part in parts if part is not None))


def tag(name: str, /, *children: object, **attributes: object) -> Markup:
    """An element. Attributes: ``class_`` is class, ``stroke_width`` stroke-width; None and False are left out, True stands without a value.

    >>> tag("a", "A & B", href="#c-1", class_="claim", hidden=True)
    '<a href="#c-1" class="claim" hidden>A &amp; B</a>'
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None and value is not False)
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(children)}</{name}>")


def _attribute(key: str, value: object) -> str:
    key = key.rstrip("_").replace("_", "-")
    return f" {key}" if value is True else f' {key}="{escape(_number(value))}"'


def _number(value: object) -> object:
    """Lengths with as many digits as a drawing needs."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value
