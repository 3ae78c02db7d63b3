"""The file of a ledger opened with something else, while it is written too: with Datasette, and as Datasette does, read-only by its path."""

import importlib.util
import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from hearsay import ledger, upkeep
from hearsay.ledger.store import writing
from tests.ledger.stories import claim, document, figure, party, place, voice, when

ROOT = Path(__file__).parents[2]
TEXT = "At Khawak 34 of the Hill Front were killed, Zoë said. Nobody else was there."
needs_datasette = pytest.mark.skipif(importlib.util.find_spec("datasette") is None, reason="Datasette is not installed")


@pytest.fixture
def panjshir(tmp_path: Path) -> Iterator[Path]:
    """A ledger with two reports, to which somebody is just writing."""
    path = tmp_path / "panjshir.db"
    with ledger.open(path) as book:
        counted = figure("killed", 34, None, victims=[party("Hill Front"), party("Riders")])
        told = claim("a/1", "clash", by=voice("Zoë"), words=TEXT[:50], figures=[counted], places=[place("Khawak")], time=when("2021-03-02"))
        ledger.post(book, document("a", TEXT, "2021-03-03", outlet="Courier", title="Fighting", url="https://example.org/1"), [told], by="test")
        ledger.post(book, document("b", "Nothing was heard.", outlet="Herald"), [claim("b/1", words="Nothing")], by="test")
        upkeep.refresh(book)
        with writing(book) as connection:
            connection.exec_driver_sql("DELETE FROM derived_stale")
            yield path


def rows(path: Path, view: str) -> list[dict[str, Any]]:
    opened = sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)
    opened.row_factory = sqlite3.Row
    try:
        return [dict(row) for row in opened.execute(f"SELECT * FROM {view}")]  # noqa: S608 - a view's name
    finally:
        opened.close()


def got(path: Path, address: str) -> Any:
    """What Datasette answers, with the metadata that the paper gives."""
    found = re.search(r"^    (\{\"databases\".*)$", (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    (path.parent / "metadata.json").write_text(found[1], encoding="utf-8")
    command = [sys.executable, "-m", "datasette", path.name, "-m", "metadata.json", "--get", address]
    made = subprocess.run(command, cwd=path.parent, capture_output=True, text=True, timeout=120, check=False)
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


def test_the_views_show_reports_claims_and_figures(panjshir: Path) -> None:
    first, second = rows(panjshir, "reports_v")
    assert first.pop("recorded_at") <= second["recorded_at"]
    assert first == {
        "report_id": "a", "outlet": "Courier", "published": "2021-03-03", "title": "Fighting", "url": "https://example.org/1", "text": TEXT,
    }  # fmt: skip
    told, bare = rows(panjshir, "claims_v")
    assert told == {
        "claim_id": "a/1", "report_id": "a", "outlet": "Courier", "published": "2021-03-03", "speaker": "Zoë", "stance": "asserts", "type": "clash",
        "realis": "actual", "place": "Khawak", "first_day": "2021-03-02", "last_day": "2021-03-02", "evidence": TEXT[:50],
    }  # fmt: skip
    assert (bare["claim_id"], bare["place"], bare["first_day"]) == ("b/1", None, None)
    (counted,) = rows(panjshir, "figures_v")
    assert counted == {
        "claim_id": "a/1", "report_id": "a", "outlet": "Courier", "published": "2021-03-03", "speaker": "Zoë", "stance": "asserts",
        "measure": "killed", "low": 34, "best": 34, "high": None, "victims": "Hill Front, Riders", "words": "x",
    }  # fmt: skip


@needs_datasette
def test_datasette_shows_the_views_and_every_table(panjshir: Path) -> None:
    for view in ("reports_v", "claims_v", "figures_v"):
        assert got(panjshir, f"/panjshir/{view}.json?_shape=array") == rows(panjshir, view)
    tables = got(panjshir, "/panjshir.json")["tables"]
    assert {"entries", "reports", "claims", "derived_events"} <= {one["name"] for one in tables}
    assert all(one["count"] is not None for one in tables if one["name"] in ("entries", "reports", "claims"))


@needs_datasette
def test_datasette_finds_reports_by_their_words(panjshir: Path) -> None:
    assert [one["report_id"] for one in got(panjshir, "/panjshir/reports.json?_search=khawak&_shape=array")] == ["a"]
    assert got(panjshir, "/panjshir/reports.json?_search=nowhere&_shape=array") == []
