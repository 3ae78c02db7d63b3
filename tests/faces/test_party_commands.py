"""The commands about parties as a user runs them: two spellings of one spokesman, joined by judgement and parted again."""

from pathlib import Path

import pytest

from tests.faces.test_commands import run

FIRST = """Outlet: The Herald
Date: 2021-09-03
---
Fahim Dashty, spokesman of the National Resistance Front, said on Friday that 34 Taliban terrorists were killed in Panjshir.
"""
SECOND = """Outlet: The Courier
Date: 2021-09-03
---
Fahim Dashti said on Friday that 40 Taliban fighters were killed in Panjshir.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "first.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "second.txt").write_text(SECOND, encoding="utf-8")
    assert run("ingest", "first.txt", "second.txt", "--ledger", "l.db", cwd=tmp_path).returncode == 0
    return tmp_path


def parties(folder: Path, *arguments: str) -> str:
    made = run("parties", *arguments, "--ledger", "l.db", cwd=folder, COLUMNS="120")
    assert (made.returncode, made.stderr) == (0, "")
    return " ".join(made.stdout.split())


def judgement_id(told: str) -> str:
    return told.split()[1]


def test_parties_are_listed_with_what_may_be_one(folder):
    told = parties(folder)
    for words in (
        "Taliban (rebel) - - - 2",
        'called "terrorists"',
        "fights National Resistance Front, since 2021 (table)",
        "Fahim Dashty (person, for National Resistance Front) 1",
        'Fahim Dashti = Fahim Dashty: both sound like "fahim dashti"',
        'To join: hearsay parties merge "Fahim Dashti" "Fahim Dashty" --ledger l.db',
    ):
        assert words in told
    assert "Judgements" not in told


def test_parties_fit_in_80_plain_columns(folder):
    made = run("parties", "--all", "--ledger", "l.db", cwd=folder)
    assert "\x1b" not in made.stdout
    assert max(map(len, made.stdout.splitlines())) <= 80


def test_merge_then_undo_is_as_before(folder):
    listed, events = parties(folder), run("events", "--ledger", "l.db", cwd=folder).stdout
    made = parties(folder, "merge", "fahim dashty", "Fahim Dashti", "--by", "Ann")
    assert f'("Fahim Dashti" is "Fahim Dashty") written; to take it back: hearsay parties undo {judgement_id(made)} --ledger l.db.' in made
    merged = parties(folder)
    assert "also Fahim Dashti" in merged
    assert "may be one party" not in merged
    assert '"Fahim Dashti" is "Fahim Dashty", by Ann' in merged
    heeded = run("events", "--ledger", "l.db", cwd=folder).stdout
    assert "2 claims by 1 voice" in heeded
    assert "Judgements about parties are heeded, 1 in all" in heeded
    parties(folder, "undo", judgement_id(made), "--by", "Bob")
    assert parties(folder).startswith(listed)
    assert "taken back by entry" in parties(folder)
    assert run("events", "--ledger", "l.db", cwd=folder).stdout == events
    assert "2 claims by 2 voices" in events


def test_show_names_the_judged_party_and_the_judgement(folder):
    parties(folder, "merge", "Fahim Dashty", "Fahim Dashti", "--by", "Ann")
    event = next(line for line in run("events", "--ledger", "l.db", cwd=folder).stdout.splitlines() if line.startswith("e")).split()[0]
    shown = run("show", event, "--ledger", "l.db", cwd=folder).stdout
    columns, _, judgements = shown.partition("Judgements")
    assert "Fahim Dashti\n" not in columns.replace(" ", "")
    assert "“40 Taliban fighters were killed" in " ".join(columns.split())
    assert '"Fahim Dashti" is "Fahim Dashty", by Ann' in judgements


def test_a_judgement_holds_for_a_report_posted_later(folder):
    parties(folder, "merge", "Fahim Dashty", "Fahim Dashti")
    (folder / "third.txt").write_text(SECOND.replace("40 Taliban", "41 Taliban"), encoding="utf-8")
    assert run("ingest", "first.txt", "third.txt", "--ledger", "l.db", cwd=folder).returncode == 0
    assert "Fahim Dashty (person, for National Resistance Front) 3" in parties(folder)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["merge", "Fahim Dashty", "Nobody Known"], "no party goes by the name 'Nobody Known'"),
        (["merge", "Fahim Dushty", "Taliban"], "did you mean 'Fahim Dasht"),
        (["merge", "Taliban", "taliban fighters"], "are one party already"),
        (["split", "Taliban", "Taliban"], "are the same words"),
        (["undo", "999"], "there is no judgement 999"),
    ],
)
def test_what_cannot_be_judged_is_one_line_and_changes_nothing(folder, arguments, told):
    before = parties(folder)
    made = run("parties", *arguments, "--ledger", "l.db", cwd=folder)
    assert (made.returncode, made.stdout) == (2, "")
    assert told in made.stderr
    assert len(made.stderr.splitlines()) == 1
    assert parties(folder) == before


def test_the_ledger_may_stand_before_the_verb_or_in_the_environment(folder):
    made = run("parties", "--ledger", "l.db", "merge", "Fahim Dashty", "Fahim Dashti", cwd=folder)
    assert made.returncode == 0
    made = run("parties", "undo", judgement_id(made.stdout), cwd=folder, HEARSAY_LEDGER="l.db")
    assert made.returncode == 0
    assert run("parties", "merge", "Fahim Dashty", "Fahim Dashti", "--by", " ", "--ledger", "l.db", cwd=folder).returncode == 2
