"""The bundled reports in a ledger, read once for all exports, and a ledger without anything."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hearsay import documents, ledger, pipeline, upkeep
from hearsay.faces.exports import Form, Holdings, take, write

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


@pytest.fixture
def export(demo: Path, tmp_path: Path) -> Callable[..., Path]:
    """Writes an export of the demo ledger and gives its path."""

    def made(to: Form | str, rows: str | None = None, *, path: Path = demo, profile: str | None = None) -> Path:
        from hearsay.faces import exports

        shape = to if isinstance(to, Form) else exports.form(to)
        out = tmp_path / f"out-{shape.name}-{rows}-{profile}{shape.ending}"
        with ledger.open(path, read_only=True) as opened:
            write(take(opened, profile=profile or shape.profile or "hearsay"), to=shape.name, out=out, rows=rows, overwrite=True)
        return out

    return made


@pytest.fixture(scope="session")
def holdings(demo: Path) -> Holdings:
    """What the demo ledger holds, by the profile "hearsay"; may be gone through again and again."""
    with ledger.open(demo, read_only=True) as opened:
        taken = take(opened)
        return Holdings(tuple(taken.dossiers), {document.report_id: document for document in ledger.reports(opened)})
