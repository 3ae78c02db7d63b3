"""Which way imports may point, kept by import-linter; and what is loaded when."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_imports_keep_the_contracts():
    made = subprocess.run([Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout
    assert "KEPT" in made.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["read", "--help"], ["ingest", "--help"], ["events", "--help"], ["show", "--help"]])
def test_help_loads_nothing_heavy(arguments):
    code = (
        "import json, sys\n"
        "from hearsay.faces.cli import main\n"
        f"sys.argv = ['hearsay', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(json.dumps(sorted(sys.modules)))\n"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(made.stdout.splitlines()[-1]))
    assert "hearsay.faces.cli.commands" in loaded
    assert not loaded & {"numpy", "onnxruntime", "sqlalchemy", "torch", "hearsay.pipeline", "hearsay.weights"}


def test_import_of_the_package_loads_none_of_its_parts():
    code = "import hearsay, json, sys; print(json.dumps([name for name in sys.modules if name.startswith('hearsay.')]))"
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(made.stdout) == []
