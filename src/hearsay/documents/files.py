"""Opens an input as bytes, packed or not, and refuses at once what is no text."""

import gzip
import io
import sys
from pathlib import Path
from typing import cast

from hearsay.records import Problem

LIMIT = 5_000_000  # bytes: three thousand pages, far more than any one report
STANDARD_INPUT = "-"

_GZIP = b"\x1f\x8b"
_KINDS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"SQLite format 3": "a SQLite database",
}
_CONTROLS = bytes(range(7)) + bytes([11]) + bytes(range(14, 26)) + bytes(range(27, 32))


def open_bytes(path: str) -> io.BufferedReader | Problem:
    """The file's bytes, unpacked if it is gzipped; ``-`` is standard input."""
    if path == STANDARD_INPUT:
        stream = _buffered(sys.stdin.buffer)
        return _buffered(gzip.GzipFile(fileobj=stream)) if stream.peek(2)[:2] == _GZIP else stream
    try:
        return _opened(path)
    except FileNotFoundError:
        return Problem("missing-file", "there is no such file. Check the name and the folder.", path)
    except IsADirectoryError:
        return Problem("directory", f"is a folder. Name the files in it, for example {path.rstrip('/')}/*.txt", path)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or fault
        return Problem("unreadable", f"cannot be opened ({reason}). Check that you may read it.", path)


def _opened(path: str) -> io.BufferedReader:
    stream = Path(path).open("rb")  # noqa: SIM115 - the caller closes it
    if stream.peek(2)[:2] != _GZIP:
        return stream
    stream.close()
    return _buffered(gzip.GzipFile(path))


def _buffered(stream: object) -> io.BufferedReader:
    return io.BufferedReader(cast(io.RawIOBase, stream))


def binary_fault(data: bytes, source: str) -> Problem | None:
    """A Problem if the bytes are not text in any encoding."""
    kind = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), None)
    if kind is None and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        controls = len(data) - len(data.translate(None, _CONTROLS))
        kind = "a binary file" if b"\0" in data or controls > len(data) / 100 else None
    return None if kind is None else Problem("binary", f"is {kind}, not text. Save it as plain text (UTF-8) and read that.", source)
