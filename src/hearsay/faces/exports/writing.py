"""Putting an export in its place: written beside it under another name first, so that there is never half of one."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from hearsay.faces.exports.forms import ExportError, Form, Told
from hearsay.faces.exports.holdings import Holdings
from hearsay.faces.exports.registry import form


@dataclass(frozen=True, slots=True)
class Written:
    """``told``: how many of what were written, and how many of what the form has no place for were left out."""

    form: Form
    out: Path
    told: Told


def write(holdings: Holdings, *, to: str, out: Path, rows: str | None = None, overwrite: bool = False) -> Written:
    """Write an export of the form ``to`` at ``out``, a file or for some forms a folder. ``rows``: only those of events, figures and so on, which
    gives a file where else a folder is made. Raises ExportError, with nothing written, if there is no such form, if it has no such rows or cannot be
    by the holdings' profile, or if something is at ``out`` already and not ``overwrite``."""
    shape, out = form(to), out.resolve()
    check(shape, profile=holdings.profile, rows=rows)
    is_folder = _is_folder(shape, rows=rows, out=out)
    _check_place(shape, out, is_folder=is_folder, overwrite=overwrite)
    with beside(out, is_folder=is_folder) as draft:
        return Written(shape, out, shape.write(replace(holdings, rows=rows), draft))


def _is_folder(shape: Form, *, rows: str | None, out: Path) -> bool:
    """Whether a folder is made. Raises ExportError if it would be named like a file."""
    if shape.ending and (rows is not None or not shape.names):
        return False
    if shape.ending and out.suffix == shape.ending:
        raise ExportError(f"{out}: {shape.name} makes a folder with a file a table: name a folder, or say with --rows which table is wanted")
    return True


def check(shape: Form, *, profile: str, rows: str | None = None) -> None:
    """Raises ExportError if the form has no such rows, or its figures cannot be by that profile."""
    if rows is not None and rows not in shape.rows:
        offered = f"rows of {', '.join(shape.rows)}" if shape.rows else "no choice of rows"
        raise ExportError(f"{shape.name} has no rows of {rows}; it has {offered}")
    if shape.profile not in (None, profile):
        raise ExportError(f"the figures of {shape.name} are by the rules of {shape.profile}, not by those of {profile}: leave --profile out")


@contextmanager
def one_file(out: Path, *, overwrite: bool) -> Iterator[Path]:
    """A file to write, which takes the place of ``out`` in the end. Raises ExportError if it cannot, or if one is there and not ``overwrite``."""
    _check_parent(out)
    if out.is_dir():
        raise ExportError(f"{out} is a folder, and this makes a file: write elsewhere")
    if out.exists() and not overwrite:
        raise ExportError(f"{out} is there already: write elsewhere, or say --overwrite")
    with beside(out) as draft:
        yield draft


def _check_parent(out: Path) -> None:
    if not out.parent.is_dir():
        raise ExportError(f"{out}: the folder {out.parent} does not exist: make it first, or write elsewhere")


def _check_place(shape: Form, out: Path, *, is_folder: bool, overwrite: bool) -> None:
    _check_parent(out)
    if is_folder and out.is_dir():
        _check_folder(shape, out, overwrite=overwrite)
    elif out.exists():
        if out.is_dir() or is_folder:
            is_, wanted = ("a folder", "a file") if out.is_dir() else ("a file", "a folder")
            raise ExportError(f"{out} is {is_}, and this export makes {wanted}: write elsewhere")
        if not out.is_file():
            raise ExportError(f"{out} is no ordinary file: write elsewhere")
        if not overwrite:
            raise ExportError(f"{out} is there already: write elsewhere, or say --overwrite")


def _check_folder(shape: Form, out: Path, *, overwrite: bool) -> None:
    """Only a folder that holds nothing but an export of this form is replaced."""
    found = sorted(path.name for path in out.iterdir())
    foreign = [name for name in found if name not in shape.names]
    if foreign:
        raise ExportError(f"{out} holds other files ({foreign[0]}): write to a folder of its own")
    if found and not overwrite:
        raise ExportError(f"{out} holds an export already: write elsewhere, or say --overwrite")


def _put(draft: Path, out: Path, work: Path) -> None:
    """The draft in its place. A folder cannot be replaced at one stroke: the old one stands aside, and comes back if the new one cannot come in."""
    if not out.is_dir():
        draft.replace(out)
        return
    old = out.rename(work / "replaced")
    try:
        draft.replace(out)
    except OSError:
        old.rename(out)
        raise


@contextmanager
def beside(out: Path, *, is_folder: bool = False) -> Iterator[Path]:
    """A place to write to, which takes the place of ``out`` in the end, or is gone if anything fails."""
    try:
        work = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as fault:
        raise ExportError(f"{out} cannot be written ({fault.strerror}): write elsewhere") from fault
    try:
        draft = work / out.name
        if is_folder:
            draft.mkdir()
        yield draft
        _put(draft, out, work)
    except OSError as fault:
        raise ExportError(f"{out} cannot be written ({fault.strerror or fault}): nothing was changed; make room, or write elsewhere") from fault
    finally:
        shutil.rmtree(work, ignore_errors=True)
