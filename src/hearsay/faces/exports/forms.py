"""What a form of export is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hearsay.faces.exports.holdings import Holdings

Told = Mapping[str, int]  # what was written, by its name in the plural ("events", "claims"); "... left out" is told too


class ExportError(Exception):
    """Anything that keeps a file from being written; the message says which, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of file. ``ending``: of the file's name, "" for a folder. ``write`` makes a file, or fills a folder that is there and empty, and goes
    through the dossiers once. ``profile``: the only one by whose rules the form's figures can be, None if any will do. ``rows``: what the form can
    have rows of, each of which ``write`` is asked for by ``Holdings.rows``; empty if there is no choice. ``names``: the files in the folder."""

    name: str
    ending: str
    words: str
    write: Callable[[Holdings, Path], Told]
    profile: str | None = None
    rows: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
