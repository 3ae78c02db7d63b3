"""A ledger served for a browser, and the browser: what bench/page.py and docs/pictures.py need."""

import contextlib
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
_ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
_WAIT_SECONDS = 600  # a ledger that was never linked is linked before the first answer


@contextlib.contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of a server in a process of its own, once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "hearsay", "serve", "--ledger", str(path), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait(server, f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    ends = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < ends and server.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{address}/api/events?limit=1", timeout=_WAIT_SECONDS):  # noqa: S310 - this machine
            return
        time.sleep(0.1)
    raise SystemExit("the server does not answer: see above")


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, with WebGL in software."""
    if not CHROMIUM.exists():
        raise SystemExit(f"{CHROMIUM} is not there: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=_ARGUMENTS)
        yield started
        started.close()
