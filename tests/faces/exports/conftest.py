"""The bundled reports in a ledger, read once for all exports, and a ledger without anything."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from hearsay import documents, ledger, pipeline, upkeep
from hearsay.faces.exports import Holdings, form, take, write

DEMO = Path(__file__).parents[3] / "src" / "hearsay" / "demo"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a ledger with the bundled reports."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with ledger.open(path) as opened:
        for _ in pipeline.ingest(documents.load(sorted(DEMO.glob("*.txt"))), opened):
            pass
        upkeep.refresh(opened)
    return path


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a ledger that holds nothing."""
    path = tmp_path_factory.mktemp("empty") / "empty.db"
    with ledger.open(path) as opened:
        upkeep.refresh(opened)
    return path


@pytest.fixture(scope="session")
def held(demo: Path) -> Callable[[str], Holdings]:
    """What the demo ledger holds by a profile; may be gone through again and again."""

    @cache
    def made(profile: str) -> Holdings:
        with ledger.open(demo, read_only=True) as opened:
            taken = take(opened, profile=profile)
            reports = {document.report_id: document for document in ledger.reports(opened)}
            return replace(taken, dossiers=tuple(taken.dossiers), reports=reports)

    return made


@pytest.fixture(scope="session")
def holdings(held: Callable[[str], Holdings]) -> Holdings:
    """What the demo ledger holds by the profile "hearsay"."""
    return held("hearsay")


@pytest.fixture
def export(held: Callable[[str], Holdings], tmp_path: Path) -> Callable[..., Path]:
    """Writes an export of the demo ledger and gives its path."""

    def made(to: str, rows: str | None = None, *, profile: str | None = None) -> Path:
        shape = form(to)
        out = tmp_path / f"out-{to}-{rows}-{profile}"
        write(held(profile or shape.profile or "hearsay"), to=to, out=out, rows=rows, overwrite=True)
        return out

    return made
