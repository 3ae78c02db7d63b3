"""Takes the pictures of the page that the papers show: ``python -m docs.pictures``. On the demo's reports, in Chromium, into docs/pictures."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, ViewportSize

from bench.serving import chromium, served

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs" / "pictures"
REPORTS = sorted((ROOT / "src" / "hearsay" / "demo").glob("*.txt"))
DESK, PHONE = ViewportSize(width=1280, height=860), ViewportSize(width=390, height=844)
SETTLED = 1_200  # milliseconds in which the map comes to rest


class Shot(NamedTuple):
    """A picture: its name, the page, the selector that has to be there, and the part of the page to begin at."""

    name: str
    path: str
    there: str
    is_dark: bool = False
    size: ViewportSize = DESK
    begin: str = ""


SHOTS = (
    Shot("front", "/", ".map.is-drawn"),
    Shot("front-dark", "/?from=2021-08-30&to=2021-09-06&party=Taliban", ".map.is-drawn", is_dark=True),
    Shot("front-phone", "/?contested=true", ".map.is-drawn", size=PHONE),
    Shot("event", "/events/{event}", ".claim-matrix", begin="#matrix-title"),
    Shot("report", "/reports/panjshir-2021-09-02-a", ".report-text .claim"),
)


def contested(page: Page, address: str) -> str:
    """The event with most contradictions."""
    told = page.request.get(f"{address}/api/events?limit=200").json()["events"]
    return str(max(told, key=lambda one: (one["contradictions"], one["claims"]))["id"])


def take(browser: Browser, address: str, shot: Shot) -> None:
    """Takes one picture."""
    context = browser.new_context(viewport=shot.size, color_scheme="dark" if shot.is_dark else "light", locale="en-GB")
    page = context.new_page()
    page.goto(address + shot.path.format(event=contested(page, address)))
    page.wait_for_selector(shot.there)
    if "report-text" in shot.there:
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.evaluate("scrollTo(0, 0)")
    if shot.begin:
        page.locator(shot.begin).evaluate("at => scrollTo({top: at.getBoundingClientRect().top + scrollY - 16, behavior: 'instant'})")
    page.wait_for_timeout(SETTLED)
    page.screenshot(path=OUT / f"{shot.name}.png")
    context.close()
    print(f"{shot.name}.png {(OUT / f'{shot.name}.png').stat().st_size:,} bytes")


def main() -> None:
    """Reads the demo's reports into a ledger, serves it, and takes all pictures."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "panjshir.db"
        subprocess.run([sys.executable, "-m", "hearsay", "ingest", *map(str, REPORTS), "--ledger", str(path)], check=True, stdout=subprocess.DEVNULL)
        with served(path) as address, chromium() as browser:
            for shot in SHOTS:
                take(browser, address, shot)


if __name__ == "__main__":
    main()
