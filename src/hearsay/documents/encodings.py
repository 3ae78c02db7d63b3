"""Turns bytes into text without guessing wildly: UTF-8, UTF-16 with its mark, or Western European (cp1252) if that gives sensible text."""

import codecs

from hearsay.records import Problem

ADVICE = "Convert it to UTF-8, for example: iconv -f ENCODING -t UTF-8"


def decode(data: bytes, source: str, line: int | None = None) -> str | Problem:
    r"""The text, its byte order mark left out.

    >>> decode(b"caf\xe9 bombed", "a.txt"), decode("café".encode(), "b.txt")
    ('café bombed', 'café')
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(data, "utf-16") or _fault(source, line)
    text = _decoded(data, "utf-8-sig")
    if text is not None:
        return text
    text = _decoded(data, "cp1252")
    return text if text is not None and _is_sensible(text) else _fault(source, line)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _is_sensible(text: str) -> bool:
    """Any bytes at all decode as cp1252, but in Western European text few characters are beyond ASCII."""
    beyond = sum(character > "\x7f" for character in text)
    letters = sum(character.isalpha() for character in text)
    return beyond <= 0.1 * len(text) and letters >= 0.5 * len(text)


def _fault(source: str, line: int | None) -> Problem:
    return Problem("undecodable", f"is neither UTF-8 nor Western European text. {ADVICE}", source, line)
