"""The papers agree with the program: versions, commands, options, record types."""

import doctest
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args

import pytest
import typer.main

from hearsay import __version__
from hearsay.faces.cli.commands import app
from hearsay.records.claim import Realis, Stance
from hearsay.records.figure import Measure

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODEBOOK = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
PAPERS = README + "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").glob("*.md")))
TOP = typer.main.get_command(app).commands  # type: ignore[attr-defined]
NESTED = {f"{name} {inner}": made for name, command in TOP.items() for inner, made in getattr(command, "commands", {}).items()}
COMMANDS = TOP | NESTED
TYPES = """clash attack shelling airstrike bombing execution abduction arrest sexual_violence destruction advance seizure repulse retreat siege
surrender deployment recruitment displacement evacuation aid talks agreement breakdown offer demand threat accusation protest control toll""".split()


def test_the_version_is_one():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert newest is not None
    assert project["version"] == __version__ == newest[1]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_in_the_papers(name):
    assert f"hearsay {name}" in README
    options = [option for parameter in COMMANDS[name].params for option in parameter.opts if option.startswith("--") and option != "--help"]
    assert [option for option in options if f"`{option}" not in PAPERS] == []


@pytest.mark.parametrize("name", ["", *sorted(COMMANDS)])
def test_every_help_ends_with_an_example(name):
    made = subprocess.run([sys.executable, "-m", "hearsay", *name.split(), "--help"], capture_output=True, text=True, check=True)
    assert re.search(rf"\n  Example: hearsay {name or 'demo'}\b.*\n\Z", made.stdout)


def test_every_make_target_of_the_readme_is_there():
    targets = set(re.findall(r"`make (\w+)", README))
    assert {"demo", "test", "train"} <= targets
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [target for target in targets if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_the_check_of_a_change_is_make_test_alone():
    """Before it, what some tests need may be installed; nothing else is done, and nothing after it."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    steps = re.sub(r"^if .*?^fi [^\n]*$", "", script, flags=re.DOTALL | re.MULTILINE).splitlines()
    assert [line for line in steps if line and not line.startswith(("#", "set ", "cd "))] == ["make test"]
    wanted = ("postgresql", "chromium", "g++ pkg-config libicu-dev")
    assert re.findall(r"apt-get install (.*?)\)", script) == [f"--yes --no-install-recommends {name}" for name in wanted]


@pytest.mark.parametrize("word", [*TYPES, *get_args(Measure), *get_args(Stance), *get_args(Realis)])
def test_every_type_measure_stance_and_realis_is_in_the_codebook(word):
    assert f"`{word}`" in CODEBOOK


@pytest.mark.parametrize("paper", [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")], ids=lambda path: path.name)
def test_links_between_papers_lead_somewhere(paper):
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", paper.read_text(encoding="utf-8"))
    assert [target for target in targets if not (paper.parent / target).exists()] == []


@pytest.mark.parametrize("paper", ["README.md", "docs/ledger.md"])
def test_the_examples_of_the_papers_run(paper):
    failed, tried = doctest.testfile(str(ROOT / paper), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert tried > 0
    assert failed == 0


def test_the_output_that_the_readme_shows_is_what_comes_out():
    command = "hearsay read src/hearsay/demo/panjshir-2021-09-02-a.txt"
    shown = README.split(f"    $ {command}\n")[1].split("\n## ")[0]
    environment = {**os.environ, "COLUMNS": "100"}
    made = subprocess.run(
        [sys.executable, "-m", *command.split()], capture_output=True, text=True, check=True, cwd=ROOT, env=environment, encoding="utf-8"
    )
    assert [line.strip() for line in shown.split("\n") if line.strip()] == [line.strip() for line in made.stdout.split("\n") if line.strip()]
