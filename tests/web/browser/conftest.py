"""The page in a real Chromium (Debian's), on a ledger of the demo's reports. Whatever the browser complains of, and whatever it asks of another
machine, fails the test."""

import contextlib
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

from hearsay import documents, ledger, pipeline, upkeep
from hearsay.faces import web
from hearsay.faces.web.writers import Writers, new_token

CHROMIUM = Path("/usr/bin/chromium")
SOFTWARE_WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
DEMO = sorted((Path(web.__file__).parents[2] / "demo").glob("*.txt"))
NAME = "Ann"


@dataclass
class Site:
    """A server that runs, and the token with which one may write there."""

    address: str
    token: str
    path: Path


@dataclass
class Tab:
    """A page in the browser, and what went wrong in it."""

    page: Page
    site: Site
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
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server of its own for the browser, since these tests write too."""
    path = tmp_path_factory.mktemp("browser") / "demo.db"
    token, kept = new_token(NAME)
    with ledger.open(path) as book:
        _post(book)
        with _served(web.make(book, writers=Writers({NAME: kept}))) as address:
            yield Site(address, token, path)


def _post(book: ledger.Ledger) -> None:
    for posted in pipeline.ingest(documents.load(DEMO), book):
        assert isinstance(posted, pipeline.Posting)
    upkeep.refresh(book)


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
def tab(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A page of its own; settings of the browser's context may be given by parametrizing it indirectly."""
    settings = {"viewport": {"width": 1280, "height": 900}, **getattr(request, "param", {})}
    context = browser.new_context(**settings)
    context.set_default_timeout(15_000)
    opened = Tab(context.new_page(), site)
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
    context.on("weberror", lambda fault: tab.wrong.append(f"fault: {fault.error}"))
