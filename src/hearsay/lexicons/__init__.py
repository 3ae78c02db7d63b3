"""What is known about words, as data: ``load("speech")`` gives the table of lexicons/en/speech.toml."""

import tomllib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

__all__ = ["digest", "load", "words"]


@cache
def load(name: str, language: str = "en") -> dict[str, Any]:
    """The lexicon table ``name`` as parsed TOML; read once a process. Raises FileNotFoundError if there is no such table."""
    return tomllib.loads((Path(__file__).parent / language / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The list of words under ``keys`` in the table ``name``. Raises FileNotFoundError or KeyError if there is none.

    >>> "carry" in words("speech", "carrier", "relays")
    True
    """
    found: Any = load(name)
    for key in keys:
        found = found[key]
    return frozenset(found)


@cache
def digest() -> str:
    """Eight digits that change with any word of any table."""
    tables = sorted(Path(__file__).parent.glob("*/*.toml"))
    return sha256(b"".join(table.read_bytes() for table in tables)).hexdigest()[:8]
