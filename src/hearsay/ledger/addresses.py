"""Where a ledger is: the path of a file, or the address of a database; and how it is called without its password."""

import os
import re
from pathlib import Path
from urllib.parse import quote, urlencode

from sqlalchemy import URL
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from hearsay.ledger.errors import LedgerError, LedgerMissingError, NotALedgerError

_WANTED = "give a file's path, sqlite:///PATH or postgresql+psycopg://USER@HOST/DATABASE"


def address_of(path_or_url: str | Path) -> URL:
    """The address as SQLAlchemy has it. Raises LedgerError for what is neither SQLite nor PostgreSQL."""
    said = str(path_or_url)
    if "://" not in said:
        return URL.create("sqlite", database=said)
    try:
        url = make_url(said)
    except (ArgumentError, ValueError) as fault:
        raise LedgerError(f"{_without_password(said)} is no database address: {_WANTED}") from fault
    if url.get_backend_name() in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise LedgerError(f"{name_of(url)} is neither SQLite nor PostgreSQL: {_WANTED}")


def name_of(url: URL) -> str:
    """How messages call the ledger: a file by its path, a database by its address without passwords, by which it is found again."""
    if url.get_backend_name() == "sqlite":
        return url.database or "sqlite://"
    bare = URL.create(url.drivername, url.username, None, url.host, url.port, url.database).render_as_string()
    told = {name: value for name, value in url.query.items() if not re.search("password|secret", name, re.IGNORECASE)}
    return f"{bare}?{urlencode(told, doseq=True, safe='/=,:')}" if told else bare


def check_path(name: str, *, create: bool) -> None:
    """Say what is wrong with a path before SQLite says only that it is unable to open it."""
    if name.startswith("file:") or name in (":memory:", "sqlite://"):
        return
    path = Path(name)
    if path.is_dir():
        raise NotALedgerError(f"{name} is a folder: give the path of a ledger's file")
    if not path.parent.is_dir():
        raise LedgerMissingError(f"{name} cannot be made: there is no folder {path.parent}; make it first")
    if not create and not path.exists():
        raise LedgerMissingError(f"{name} does not exist: check the path, or make a ledger there with `hearsay ingest`")


def reading_only(url: URL) -> URL:
    """How to open an SQLite file that is only to be read. Where it may be written it is opened as ever, so that SQLite clears away the files it makes
    beside it; else in a way that needs no right to write."""
    name = url.database or ":memory:"
    if name == ":memory:" or (not name.startswith("file:") and _may_write(Path(name))):
        return url
    query = dict(url.query) | {"mode": "ro", "uri": "true"}
    if name.startswith("file:"):
        return url.set(query=query)
    if _is_still(Path(name)):
        query["immutable"] = "1"
    return url.set(database=f"file:{quote(str(Path(name).absolute()))}", query=query)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _is_still(path: Path) -> bool:
    """Whether nobody can write beside the file, and nobody has: then SQLite must do without the files that it else makes there."""
    return not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()


def _without_password(said: str) -> str:
    return re.sub(r"//.*@", "//***@", said).partition("?")[0]
