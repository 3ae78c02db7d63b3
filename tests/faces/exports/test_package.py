"""The data package: valid by Frictionless, keys and foreign keys kept, and a statement that says how the numbers came about."""

import json

import frictionless
import pytest

from hearsay import ledger
from hearsay.faces.exports import write
from hearsay.faces.exports.tables import TABLES
from tests.faces.exports import hostile

HEADINGS = ["Types of sources", "Process", "Evaluation of sources and information", "Corroboration", "Rule for the numbers", "Definitions"]
HEADINGS += ["What is in, and what is out", "Quality control", "Before this is published"]


def problems(path):
    report = frictionless.validate(str(path / "datapackage.json"))
    return [] if report.valid else report.flatten(["rowNumber", "fieldNumber", "type", "message"])


def test_frictionless_finds_it_valid(export):
    assert problems(export("datapackage")) == []


def test_frictionless_finds_a_broken_reference(export):
    out = export("datapackage")
    events = (out / "events.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (out / "events.csv").write_text("".join([events[0], *events[2:]]), encoding="utf-8")
    assert "foreign-key" in {problem[2] for problem in problems(out)}


def test_what_tries_to_break_it_does_not(tmp_path):
    write(hostile.holdings(), to="datapackage", out=tmp_path / "out")
    assert problems(tmp_path / "out") == []
    assert "=1+1" not in (tmp_path / "out" / "methodology.md").read_text(encoding="utf-8")


def test_the_descriptor_has_keys_sources_and_meanings(export, holdings):
    descriptor = json.loads((export("datapackage") / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in descriptor["resources"]] == [table.name for table in TABLES]
    for resource, table in zip(descriptor["resources"], TABLES, strict=True):
        schema = resource["schema"]
        assert schema["primaryKey"] == [table.key]
        assert [field["description"] for field in schema["fields"]] == [head.words for head in table.heads]
        assert [(key["fields"][0], key["reference"]["resource"]) for key in schema["foreignKeys"]] == list(table.refers)
    outlets = {claim.chain[-1].name for one in holdings.dossiers for claim in one.claims}
    assert {source["title"] for source in descriptor["sources"]} == outlets
    assert descriptor["licenses"][0]["name"] == "notspecified"


@pytest.mark.parametrize("profile", [one.name for one in ledger.profiles()])
def test_the_statement_names_its_rule_and_counts_what_is_there(export, holdings, profile):
    text = (export("datapackage", profile=profile) / "methodology.md").read_text(encoding="utf-8")
    assert [heading for heading in HEADINGS if f"\n## {heading}\n" not in text] == []
    assert ledger.profile(profile).words in text
    assert ledger.profile(profile).source in text
    assert f"{len(holdings.dossiers)} events with {sum(len(one.claims) for one in holdings.dossiers)} claims" in text
    assert "$" not in text
