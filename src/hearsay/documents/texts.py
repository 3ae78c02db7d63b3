"""Reads one report from a plain text file, with the header block that may stand before it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hearsay.documents.encodings import decode
from hearsay.documents.files import STANDARD_INPUT, binary_fault
from hearsay.documents.reports import report_of
from hearsay.records import Document, Problem

_FIELD = re.compile(r"(Outlet|Date|Title|Url|Note): *(\S.*)?$")
_MARKUP = re.compile(r"\s*<(?:!doctype html|html|\?xml|rss)\b", re.IGNORECASE)


class Parted(NamedTuple):
    """A file's header fields, by their lower-case names, and its text."""

    fields: dict[str, str]
    text: str


def text_report(data: bytes, source: str) -> Iterator[Document | Problem]:
    """The report in a whole file's bytes; its id is the file's stem."""
    fault = binary_fault(data, source)
    text = fault or decode(data, source)
    if isinstance(text, Problem):
        yield text
    elif _MARKUP.match(text):
        yield Problem("markup", "is HTML or XML, not plain text. Save the article's text alone and read that.", source)
    else:
        header, body = part(text)
        yield from report_of(body, header | stem_of(source), source)


def part(text: str) -> Parted:
    r"""Takes off a header: lines ``Outlet:``, ``Date:``, ``Title:``, ``Url:`` or ``Note:`` from the first line on, then a line ``---``. A note may
    go on in indented lines. Anything else is no header, and all of it is text.

    >>> part("Outlet: VOA\nDate: 2021-09-01\n---\nThe talks failed.")
    Parted(fields={'outlet': 'VOA', 'date': '2021-09-01'}, text='The talks failed.')
    """
    fields: dict[str, str] = {}
    offset = 0
    for line in text.splitlines(keepends=True):
        offset += len(line)
        match = _FIELD.match(line.rstrip())
        if match:
            fields[match[1].lower()] = match[2] or ""
        elif line.rstrip() == "---" and fields:
            return Parted(fields, text[offset:].lstrip("\r\n"))
        elif not (fields and line[:1] in " \t"):
            break
    return Parted({}, text)


def stem_of(source: str) -> dict[str, str]:
    """The id that a file's name gives: ``reports/voa-3.txt.gz`` is voa-3; standard input has none."""
    return {} if source == STANDARD_INPUT else {"id": Path(source.removesuffix(".gz")).stem}
