"""Ledgers to test on: an SQLite file, and a schema of a real PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a ledger may be made that is not there yet."""
    with _fresh(request, tmp_path) as made:
        yield made


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def shared_address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same for a whole module, whose tests only read."""
    with _fresh(request, tmp_path_factory.mktemp("ledger")) as made:
        yield made


@contextmanager
def _fresh(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield str(folder / "ledger.db")
        return
    with request.getfixturevalue("postgres").schema() as made:
        yield made
