"""The tutorial as somebody would follow it: every command works, and what the paper shows of its output comes out."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay import dossiers, ledger
from hearsay.faces.cli.commands import app

ROOT = Path(__file__).parents[2]
PAPER = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")

# By which words the claims are found whose ids, or whose events' ids, the paper gives: ids may change with the reader.
CLAIMS = {"PASS": "about 1,500 Taliban fighters had been captured", "PROVINCE": "MORE THAN 1,000 TALIBAN HAVE BEEN CAPTURED"}
EVENTS = {
    "EVENT": "about 1,500 Taliban fighters had been captured",
    "JOINED": "about 1,500 Taliban fighters had been captured",
    "KABUL": "at least 17 people were killed",
    "DISPUTED": "34 Taliban fighters were killed and 65",
}


def steps():
    """Each command with the lines that the paper shows of its output."""
    found: list[tuple[str, list[str]]] = []
    for line in PAPER.splitlines():
        if line.startswith("    $ "):
            found.append((line.removeprefix("    $ "), []))
        elif line.startswith("    ") and found:
            found[-1][1].append(line.strip())
    return found


def plain(words: str) -> str:
    """Without what depends on the width of the screen."""
    return re.sub(r"[\s─]+", " ", words)


def looked_up(name: str) -> str:
    with ledger.open("tutorial.db", read_only=True) as opened:
        for dossier in dossiers.dossiers(opened):
            for claim in dossier.claims:
                if name in CLAIMS and CLAIMS[name] in claim.evidence.text:
                    return claim.claim_id
                if name in EVENTS and EVENTS[name] in claim.evidence.text:
                    return dossier.event.event_id
    raise AssertionError(f"nothing in the ledger is what the tutorial calls {name}")


def test_it_can_be_followed_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    names: dict[str, str] = {}
    for command, shown in steps():
        if assigned := re.fullmatch(r"([A-Z]+)=\w+", command):
            names[assigned[1]] = looked_up(assigned[1])
            continue
        for name, value in names.items():
            command = command.replace(f"${name} ", f"{value} ")
        words = shlex.split(command)
        if words[0] == "cp":
            shutil.copytree(ROOT / words[2], tmp_path / words[3])
            continue
        arguments = [one for word in words[1:] for one in (sorted(map(str, Path().glob(word))) if "*" in word else [word])]
        made = CliRunner().invoke(app, arguments, env={"COLUMNS": "120"})
        assert made.exit_code == 0, f"{command}: {made.output}"
        missing = [line for line in shown if plain(line) not in plain(made.stdout)]
        assert missing == [], f"{command}: {made.stdout}"
    assert {"kabul.html", "panjshir.html", "panjshir.svg", "tables"} <= {path.name for path in tmp_path.iterdir()}
