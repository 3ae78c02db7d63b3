"""The stages together: order, poison, ledgers, and the public door."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import hearsay
from hearsay import dossiers, ledger, pipeline, weights
from hearsay.pipeline import Account, Posting
from hearsay.records import Document, Problem

TEXTS = [
    "The army said on Friday that 12 rebels were killed in Herat.",
    "Police said that three civilians were wounded by a bomb in Kabul on Thursday.",
    "",
    "REBELS TOOK THE TOWN OF LA PALMA ON TUESDAY, A MILITARY SOURCE TOLD ACAN-EFE.",
]


@pytest.fixture(scope="module")
def reader() -> weights.Reader:
    return weights.load()


def documents() -> list[Document]:
    return [Document(f"d{number}", text, published=date(2021, 9, 4)) for number, text in enumerate(TEXTS)]


class Poisoned:
    """A session that breaks down when a batch holds a text with a certain word piece."""

    def __init__(self, session: Any, piece: int) -> None:
        self.session, self.piece = session, piece

    def get_outputs(self) -> Any:
        return self.session.get_outputs()

    def run(self, outputs: Any, inputs: dict[str, Any]) -> Any:
        if (inputs["pieces"] == self.piece).any():
            raise RuntimeError("out of\nmemory")
        return self.session.run(outputs, inputs)


def test_what_comes_in_comes_out_in_order_with_problems_in_their_place(reader):
    problem = Problem("missing-file", "is not there", "x.txt")
    first, *rest = documents()
    made = list(pipeline.read([first, problem, *rest], reader))
    assert [one.source if isinstance(one, Problem) else one.document.report_id for one in made] == ["d0", "x.txt", "d1", "d2", "d3"]
    assert made[1] is problem


def test_batches_do_not_change_what_is_read(reader):
    many = [replace(document, report_id=f"{document.report_id}-{n}") for n in range(9) for document in documents()]
    together = list(pipeline.read(many, reader))
    alone = [made for document in many[:4] for made in pipeline.read([document], reader)]
    assert together[:4] == alone
    assert len(together) == len(many)


def test_the_ids_of_a_report_s_claims_begin_alike_and_are_never_two_s(reader):
    told = [made.claims for made in pipeline.read([*documents(), Document("d9", " ".join(TEXTS[:2]))], reader) if isinstance(made, Account)]
    ids = [claim.claim_id for claims in told for claim in claims]
    assert len(set(ids)) == len(ids) > 4
    assert {len(claim_id) for claim_id in ids} == {16}
    assert [len({claim.claim_id[:4] for claim in claims}) for claims in told if claims] == [1] * sum(map(bool, told))
    assert len({claims[0].claim_id[:4] for claims in told if claims}) == sum(map(bool, told))


def test_a_poison_report_costs_only_itself(reader):
    poisoned = replace(reader, session=Poisoned(reader.session, reader.pieces("Herat")[0]))
    made = list(pipeline.read(documents(), poisoned))
    assert [isinstance(one, Account) for one in made] == [False, True, True, True]
    assert isinstance(made[0], Problem)
    assert (made[0].code, made[0].source) == ("stage-failed", "d0")
    assert "\n" not in str(made[0])
    assert "out of memory" in made[0].message


def test_ingest_posts_each_report_once(reader, tmp_path):
    with ledger.open(tmp_path / "l.db") as opened:
        first = list(pipeline.ingest(documents(), opened, reader))
        again = list(pipeline.ingest([*documents(), Document("d9", TEXTS[0])], opened, reader))
        other = list(pipeline.ingest([Document("d0", TEXTS[1])], opened, reader))
        entries = ledger.entries(opened)
    assert [isinstance(made, Posting) and made.is_new for made in first] == [True] * 4
    assert [isinstance(made, Posting) and made.is_new for made in again] == [False] * 4 + [True]
    assert [isinstance(made, Problem) and made.code for made in other] == ["report-id-taken"]
    assert {entry.by for entry in entries} == {pipeline.engine(reader)}
    assert pipeline.engine(reader).startswith(f"hearsay {hearsay.__version__}, lexicons ")


def test_claims_count_once_where_a_report_was_posted_while_it_was_read(reader, tmp_path):
    first = documents()[0]
    with ledger.open(tmp_path / "l.db") as opened:
        made = list(pipeline.ingest([first, first], opened, reader))
        assert [isinstance(one, Posting) and (one.is_new, len(one.claims)) for one in made] == [(True, len(ledger.claims(opened))), (False, 0)]


def test_dossiers_hold_every_claim_once(reader, tmp_path):
    with ledger.open(tmp_path / "l.db") as opened:
        list(pipeline.ingest(documents(), opened, reader))
        claims = ledger.claims(opened)
        made = dossiers.dossiers(opened)
    assert sorted(claim.claim_id for dossier in made for claim in dossier.claims) == sorted(claim.claim_id for claim in claims)
    assert all(set(dossier.event.claim_ids) == {claim.claim_id for claim in dossier.claims} for dossier in made)
    assert ("rebels", "killed", 12) in {(tally.victims, tally.measure, tally.high) for dossier in made for tally in dossier.tallies}


def test_dossiers_by_a_profile_count_vague_words_as_it_does(reader, tmp_path):
    told = Document("d0", "Police said that dozens of civilians were killed by a bomb in Kabul on Thursday.", published=date(2021, 9, 4))
    with ledger.open(tmp_path / "l.db") as opened:
        list(pipeline.ingest([told], opened, reader))
        found = {name: dossiers.dossiers(opened, profile=name) for name in ("hearsay", "acled")}
        with pytest.raises(ledger.LedgerError, match="there is no profile 'gut'"):
            dossiers.dossiers(opened, profile="gut")
    bounds = {name: [(one.victims, one.low, one.best, one.high) for one in dossiers[0].tallies] for name, dossiers in found.items()}
    assert bounds == {"hearsay": [("civilians", 24, 24, 99)], "acled": [(ledger.ALL, 12, 12, 12)]}
    assert found["acled"][0].claims == found["hearsay"][0].claims


def test_the_public_door():
    claims = hearsay.read(TEXTS[0], outlet="VOA", published=date(2021, 9, 4))
    assert {figure.low for claim in claims for figure in claim.figures} == {12}
    assert {claim.chain[-1].name for claim in claims} == {"VOA"}
    with pytest.raises(ValueError, match="looks like Spanish"):
        hearsay.read("Los rebeldes dijeron que la ciudad fue tomada por sus fuerzas.")
