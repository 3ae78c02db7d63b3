"""Ledgers to test on: an SQLite file, and a database of a real PostgreSQL where its programs are installed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledger.servers import Server, programs, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed")
    pytest.importorskip("psycopg")
    with server(found) as made:
        yield made


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger may be made that is not there yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    made: Server = request.getfixturevalue("postgres")
    name = made.new_database()
    yield made.address(name)
    made.sql(f"DROP DATABASE {name} WITH (FORCE)")
