"""Everybody can use the page: axe finds nothing serious, light, dark or on a phone; the keyboard reaches all of it, and shows where it is."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
PATHS = {
    "front": "/?contested=true&box=60,30,75,40",
    "event": "/events/{event}",
    "report": "/reports/panjshir-2021-09-02-a",
    "voice": "/voices/Taliban",
    "voices": "/voices",
    "search": "/search?q=Taliban",
    "queue": "/queue",
    "token": "/token",
    "API": "/api",
    "nothing there": "/events/nothing",
}
PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=900)
SCAN = """async (options) => (await axe.run(document, {resultTypes: ["violations"], ...options})).violations
    .filter(one => ["serious", "critical"].includes(one.impact))
    .map(one => `${one.id}: ${one.nodes.map(node => node.html.slice(0, 120) + " " + (node.any[0]?.message ?? "")).join(" | ")}`)"""
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}


def event_of(page: Page, address: str) -> str:
    """The event with most claims."""
    told = page.request.get(f"{address}/api/events?limit=200").json()["events"]
    return str(max(told, key=lambda one: one["claims"])["id"])


def serious(page: Page) -> dict[str, object]:
    """What axe finds in light, in dark and on a phone, and by how much the page is too wide there."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, object] = {"light": page.evaluate(SCAN, {})}
    page.emulate_media(color_scheme="dark")
    found["dark"] = page.evaluate(SCAN, COLOURS)
    page.set_viewport_size(PHONE)
    found["phone"] = page.evaluate(SCAN, {})
    found["too wide by"] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(DESK)
    return {look: wrong for look, wrong in found.items() if wrong}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_axe_finds_nothing_serious_and_nothing_runs_over_the_edge(tab, path):
    page = tab.go(path.format(event=event_of(tab.page, tab.site.address)))
    if path == PATHS["front"]:
        page.wait_for_selector(".map.is-drawn", timeout=30_000)
    assert serious(page) == {}
    tab.wrong[:] = [one for one in tab.wrong if "404" not in one]  # the page that is not there


def test_a_reader_who_signed_in_finds_nothing_serious_either(tab):
    sign_in(tab)
    page = tab.go("/reports/panjshir-2021-09-02-a")
    page.keyboard.press("j")
    page.keyboard.press("e")
    assert serious(page) == {}


def sign_in(tab) -> None:
    page = tab.go("/token")
    page.get_by_label("Token").fill(tab.site.token)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_url("**/")


@pytest.mark.parametrize("path", ["/", "/events/{event}", "/reports/panjshir-2021-09-02-a"])
def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(tab, path):
    page = tab.go(path.format(event=event_of(tab.page, tab.site.address)))
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        told = page.evaluate(
            "(() => { const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();"
            "return {tag: at.tagName, words: (at.textContent || at.name || '').trim().slice(0, 40), top: box.top + scrollY,"
            "shown: style.outlineStyle !== 'none' || style.boxShadow !== 'none'}; })()"
        )
        if told["tag"] == "BODY":
            break
        reached.append(told)
    assert reached[0]["words"] == "Skip to the content"
    assert [one for one in reached if not one["shown"]] == []
    assert len(reached) >= 20
    page.goto(page.url.split("#")[0])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
