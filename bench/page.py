"""Measures the page in Chromium: ``python -m bench.page [--ledger L] [--claims N] [--times N]``.

A ledger of made-up claims (bench/ledger.py) is served and its pages are opened, each time in a browser that has seen nothing. Times are in
milliseconds from the click to the answer, to the first paint with content, and to map and timeline drawn. Nothing is asserted.
"""

import argparse
import json
import statistics
import tempfile
import time
import urllib.request
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from bench.ledger import accounts
from bench.serving import chromium, served
from hearsay import ledger, upkeep

BATCH = 2_000  # reports
PAINT = """() => new Promise(done => new PerformanceObserver(seen => seen.getEntriesByName("first-contentful-paint").forEach(
    paint => done({answer: performance.getEntriesByType("navigation")[0].responseEnd, paint: paint.startTime})
)).observe({type: "paint", buffered: true}))"""


def make(path: Path, claims: int) -> None:
    """A ledger of so many claims, linked and weighed."""
    began = time.perf_counter()
    with ledger.open(path) as book:
        made = accounts(claims)
        while batch := list(islice(made, BATCH)):
            ledger.post_all(book, batch, by="bench")
        upkeep.refresh(book)
    print(f"a ledger of {claims:,} claims, made and linked in {time.perf_counter() - began:,.0f} s", flush=True)


def paths(address: str) -> dict[str, str]:
    """Pages to open: the front, whole and filtered, the fullest of the first events, its first report, a search."""
    told = _asked(address, "/api/events?limit=200")
    fullest = max(told["events"], key=lambda one: one["claims"])["id"]
    report = _asked(address, f"/api/claims?event={fullest}&limit=1")["claims"][0]["claim"]["report"]
    print(f"{told['total']:,} events")
    return {
        "front": "/",
        "front, contested": "/?contested=true",
        "front, one party": "/?party=River+Army",
        "event": f"/events/{fullest}",
        "report": f"/reports/{report}",
        "search": "/search?q=harbour",
        "queue": "/queue",
    }


def _asked(address: str, path: str) -> Any:
    with urllib.request.urlopen(address + path) as answer:  # noqa: S310 - this machine
        return json.load(answer)


def opened(browser: Browser, url: str, wrong: list[str], *, has_map: bool) -> dict[str, float]:
    """One look at a page in a context of its own. ``wrong`` is given what the console says, but for the drivers' words on how quick they are, and
    requests that leave the machine."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("console", lambda said: None if "GL Driver Message" in said.text else wrong.append(said.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if urlsplit(asked.url).hostname in (None, "127.0.0.1") else wrong.append(asked.url))
    page.goto(url)
    told: dict[str, float] = page.evaluate(PAINT)
    if has_map:
        page.wait_for_selector(".map.is-drawn", timeout=60_000)
        told["all drawn"] = page.evaluate("performance.now()")
        told["a filter"] = _filtered(page)
    context.close()
    return told


def _filtered(page: Page) -> float:
    """Milliseconds from a choice in the form to the list that goes with it."""
    chips = page.locator(".chips li").count()
    began = time.perf_counter()
    page.locator("#by-measure").select_option(index=1)
    page.wait_for_selector(f".chips li >> nth={chips}")
    return (time.perf_counter() - began) * 1_000


def measure(browser: Browser, address: str, times: int) -> None:
    """Prints the middle and the worst of some looks at each page, and what went wrong there."""
    wrong: list[str] = []
    print(f"{'':22}{'answer':>16}{'first paint':>16}{'all drawn':>16}{'a filter':>16}")
    for name, path in paths(address).items():
        looks = [opened(browser, address + path, wrong, has_map=path.startswith("/?") or path == "/") for _ in range(times)]
        cells = [f"{statistics.median(those):7.0f} {max(those):7.0f}" for those in ([one[key] for one in looks] for key in looks[0])]
        print(f"{name:22}{''.join(f'{cell:>16}' for cell in cells)}", flush=True)
    print(f"{len(wrong)} words in the console or requests to elsewhere", *wrong, sep="\n")


def main() -> None:
    """Makes the ledger unless there is one, and measures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--ledger", type=Path, help="a ledger that is there, or where to make and keep one")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.ledger or Path(folder) / "page.db"
        if not path.exists():
            make(path, options.claims)
        with served(path) as address, chromium() as browser:
            measure(browser, address, options.times)


if __name__ == "__main__":
    main()
