"""The bundled reports, weighed: their loudest numbers never become the best, and their contradictions are found."""

from importlib.resources import as_file, files

import pytest

from hearsay import documents, ledger, pipeline
from hearsay.dossiers import Dossier
from hearsay.dossiers import dossiers as dossiers_of


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, ...]:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with as_file(files("hearsay") / "demo") as folder, ledger.open(path) as opened:
        list(pipeline.ingest(documents.load(sorted(folder.glob("*.txt"))), opened))
        return dossiers_of(opened)


def test_600_and_700_are_told_but_never_the_best(dossiers):
    killed = [tally for dossier in dossiers for tally in dossier.tallies if tally.measure == "killed"]
    assert any(tally.high is None or tally.high >= 600 for tally in killed)
    assert max(tally.best or 0 for tally in killed) < 100
    assert all(tally.best is None for tally in killed if tally.high and tally.high >= 600)


def test_what_does_not_agree_is_found_and_quoted_from_the_reports(dossiers):
    found = [one for dossier in dossiers for one in dossier.contradictions]
    assert {"count", "whose_dead", "who_holds"} <= {one.kind for one in found}
    claims = {claim.claim_id: claim for dossier in dossiers for claim in dossier.claims}
    assert all(quote.evidence == claims[quote.claim_id].evidence for one in found for quote in (one.left, one.right))
    assert any(one.words == "Bismillah Mohammadi says 34 killed of Taliban, Taliban says 34 of resistance." for one in found)
