"""The page in a real Chromium (Debian's), on a ledger of the demo's reports and of hostile ones. Whatever the browser complains of, and whatever
it asks of another machine, fails the test."""

import contextlib
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route, sync_playwright

from hearsay import ledger
from hearsay.faces import web
from hearsay.faces.web.writers import Writers
from tests.web.sites import KEPT, TOKEN

CHROMIUM = Path("/usr/bin/chromium")
SOFTWARE_WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]


@dataclass(frozen=True)
class Live:
    """A server that runs, and the token with which one may write there."""

    address: str
    token: str


@dataclass
class Tab:
    """A page in the browser, and what went wrong in it."""

    page: Page
    site: Live
    wrong: list[str] = field(default_factory=list)

    def go(self, path: str = "/") -> Page:
        self.page.goto(self.site.address + path, wait_until="load")
        return self.page

    def go_to_front(self, query: str = "") -> Page:
        """The front page once map and timeline are drawn."""
        self.go(f"/{query}")
        self.page.wait_for_selector(".map.is-drawn", timeout=30_000)
        return self.page


@pytest.fixture(scope="session")
def live(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A server of its own for the browser, since these tests write too."""
    path = shutil.copy(filled, tmp_path_factory.mktemp("browser") / "own.db")
    with ledger.open(path) as book, _served(web.make(book, writers=Writers({"Ann": KEPT}))) as address:
        yield Live(address, TOKEN)


@contextlib.contextmanager
def _served(app: Any) -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


# A browser belongs to one file of tests: while Playwright's runs, nothing else in the thread may run a loop of asyncio.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *SOFTWARE_WEBGL])
        yield started
        started.close()


@pytest.fixture
def tab(browser: Browser, live: Live, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A page of its own; settings of the browser's context may be given by parametrizing it indirectly."""
    settings = {"viewport": {"width": 1280, "height": 900}, **getattr(request, "param", {})}
    context = browser.new_context(**settings)
    context.set_default_timeout(15_000)
    opened = Tab(context.new_page(), live)
    _watch(context, opened)
    yield opened
    context.close()
    assert opened.wrong == []


def _watch(context: BrowserContext, tab: Tab) -> None:
    def pass_on(route: Route, asked: Request) -> None:
        if urlsplit(asked.url).netloc == urlsplit(tab.site.address).netloc:
            route.continue_()
        else:
            tab.wrong.append(f"asks {asked.url}")
            route.abort()

    context.route("**/*", pass_on)

    def hear(said: ConsoleMessage) -> None:
        if said.type in ("warning", "error"):
            tab.wrong.append(f"{said.type}: {said.text}")

    context.on("console", hear)
    context.on("dialog", lambda shown: tab.wrong.append(f"dialog: {shown.message}"))
    context.on("weberror", lambda fault: tab.wrong.append(f"fault: {fault.error}"))
