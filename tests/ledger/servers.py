"""A PostgreSQL of our own for the tests, where its programs are installed: it listens to a socket in a folder of its own and to nothing else."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

import psycopg

_OWNERS = ("postgres", "nobody")  # PostgreSQL does not run as root
_DOORS = "local all locked scram-sha-256\nlocal all all trust\n"
_QUICK = "-c fsync=off -c full_page_writes=off -c max_connections=40 -c listen_addresses="


def programs() -> Path | None:
    """The folder with PostgreSQL's programs, the newest first."""
    found = shutil.which("initdb")
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return Path(found).resolve().parent if found else installed[-1].parent if installed else None


@dataclass(frozen=True)
class Server:
    """A running server; ``folder`` holds its data and its socket."""

    bin: Path
    folder: Path
    owner: str | None
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def run(self, program: str, *arguments: str) -> str:
        """Run one of PostgreSQL's programs as the server's owner."""
        groups: list[str] | None = [] if self.owner else None
        made = subprocess.run(
            [self.bin / program, *arguments], user=self.owner, extra_groups=groups, cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert made.returncode == 0, made.stderr
        return made.stdout

    def start(self) -> None:
        self.run("pg_ctl", "start", "-w", "-D", str(self.folder / "data"), "-l", str(self.folder / "log"), "-o", f"{_QUICK} -k {self.folder}")

    def stop(self, mode: str = "fast") -> None:
        self.run("pg_ctl", "stop", "-w", "-m", mode, "-D", str(self.folder / "data"))

    def sql(self, statement: str) -> None:
        """Have the server do something, as its superuser."""
        with psycopg.connect(host=str(self.folder), user="boss", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)

    def address(self, user: str = "boss", database: str = "postgres", **query: str) -> str:
        """Where the database is, by the server's socket."""
        return f"postgresql+psycopg://{user}@/{database}?{urlencode({'host': str(self.folder), **query})}"

    @contextmanager
    def schema(self) -> Iterator[str]:
        """The address of a schema made just now, which is as good as a database of its own and quicker; it is dropped in the end."""
        name = f"ledger{next(self.numbers)}"
        self.sql(f"CREATE SCHEMA {name}")
        yield self.address(options=f"-c search_path={name}")
        self.sql(f"DROP SCHEMA {name} CASCADE")


@contextmanager
def server(bin_folder: Path) -> Iterator[Server]:
    """A server that is there as long as the block."""
    owner = next((user.pw_name for user in pwd.getpwall() if user.pw_name in _OWNERS), None) if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="hearsay-"))
    if owner:
        shutil.chown(folder, owner)
    made = Server(bin_folder, folder, owner)
    try:
        made.run("initdb", "--no-sync", "-A", "trust", "-U", "boss", "-E", "UTF8", "--locale", "C", str(folder / "data"))
        (folder / "data" / "pg_hba.conf").write_text(_DOORS, encoding="utf-8")
        made.start()
        yield made
        made.stop("immediate")
    finally:
        shutil.rmtree(folder)
