"""A process killed in the middle of posting."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_no_acknowledged_report_is_lost_and_none_is_half_there(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.ledger.killed", str(tmp_path / "ledger.db"), "20"]
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 20
