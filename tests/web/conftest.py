"""A ledger of the demo's reports and of a hostile one, and clients of an application that serves it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import hearsay
from hearsay import documents, ledger, pipeline, upkeep
from hearsay.records import Problem
from tests.web.sites import HOSTILE, ODD, Site, odd_claims, site_of


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger, to be copied or only read."""
    path = tmp_path_factory.mktemp("web") / "demo.db"
    folder = Path(hearsay.__file__).parent / "demo"
    with ledger.open(path) as opened:
        reports = [*documents.load(sorted(map(str, folder.glob("*.txt")))), HOSTILE]
        assert [made for made in pipeline.ingest(reports, opened) if isinstance(made, Problem) and not made.is_read] == []
        ledger.post(opened, ODD, odd_claims(), by="test")
        upkeep.refresh(opened)
    return path


@pytest.fixture(scope="session")
def reading(filled: Path) -> Iterator[Site]:
    """For tests that only read."""
    with _served(filled) as made:
        yield made


@pytest.fixture
def site(filled: Path, tmp_path: Path) -> Iterator[Site]:
    """For tests that write: a ledger of their own."""
    shutil.copy(filled, tmp_path / "own.db")
    with _served(tmp_path / "own.db") as made:
        yield made


@contextmanager
def _served(path: Path) -> Iterator[Site]:
    with ledger.open(path) as opened:
        made = site_of(opened)
        with made.client:
            yield made
