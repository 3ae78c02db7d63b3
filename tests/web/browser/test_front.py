"""The front page: form, address, list, map and timeline are always in step."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

PHONE = {"viewport": {"width": 360, "height": 740}}
SETTLED = 400  # milliseconds in which the map comes to rest


def asked(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def total(page: Page) -> int:
    return int(page.locator("#results").get_attribute("data-total") or "")


def drag(page: Page, selector: str, start: tuple[float, float], end: tuple[float, float]) -> None:
    """From one point to another, both as shares of the element's width and height."""
    box = page.locator(selector).bounding_box()
    assert box
    points = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in (start, end)]
    page.mouse.move(*points[0])
    page.mouse.down()
    page.mouse.move(*points[1], steps=6)
    page.mouse.up()


def test_a_filter_changes_address_list_and_what_is_said_and_back_takes_it_back(tab):
    page = tab.go()
    before = total(page)
    page.get_by_label("Contradictions").select_option("true")
    expect(page.locator("[data-said]")).to_have_text(re.compile(r"^\d+ events?$"))
    assert asked(page) == {"contested": "true"}
    assert 0 < total(page) < before
    assert page.locator(".event").count() == page.locator(".event.is-contested").count() == total(page)
    page.go_back()
    expect(page.locator("#results")).to_have_attribute("data-total", str(before))
    assert asked(page) == {}
    expect(page.get_by_label("Contradictions")).to_have_value("")
    page.go_forward()
    expect(page.get_by_label("Contradictions")).to_have_value("true")


def test_an_address_that_is_opened_shows_what_it_says(tab):
    page = tab.go("/?type=attack&party=Taliban")
    expect(page.get_by_label("What happened")).to_have_value("attack")
    expect(page.get_by_label("Party")).to_have_value("Taliban")
    assert page.locator(".chips li").count() == 2
    page.get_by_role("link", name=re.compile("party: Taliban")).click()
    expect(page.locator(".chips li")).to_have_count(1)
    assert asked(page) == {"type": "attack"}
    page.get_by_role("link", name="Clear all").click()
    expect(page.locator(".chips")).to_have_count(0)
    assert asked(page) == {}


@pytest.mark.parametrize(("label", "value"), [("Party", "Taliban"), ("Speaker", "Fahim Dashty"), ("Words in the reports", "negotiations")])
def test_what_is_written_into_a_field_counts_once_it_is_left(tab, label, value):
    page = tab.go()
    before = total(page)
    page.get_by_label(label).fill(value)
    page.keyboard.press("Tab")
    expect(page.locator("#results")).not_to_have_attribute("data-total", str(before))
    assert value in asked(page).values()


def test_the_fields_offer_what_the_events_have(tab):
    page = tab.go()
    assert "Taliban" in page.locator("#list-party option").evaluate_all("options => options.map(one => one.value)")
    assert "attack" in page.locator("#by-type option").evaluate_all("options => options.map(one => one.value)")


def test_a_period_is_brushed_on_the_timeline(tab):
    page = tab.go()
    page.wait_for_selector(".timeline .u-over")
    before = total(page)
    drag(page, ".timeline .u-over", (0.86, 0.5), (0.999, 0.5))
    expect(page.locator("#results")).not_to_have_attribute("data-total", str(before))
    chosen = asked(page)
    assert "2021-08-20" < chosen["from"] <= chosen["to"] < "2021-09-10"
    expect(page.locator("[name=from]")).to_have_value(chosen["from"])
    assert (page.locator(".timeline .u-select").bounding_box() or {"width": 0})["width"] > 10
    page.go_back()
    expect(page.locator("#results")).to_have_attribute("data-total", str(before))


def test_a_box_is_drawn_on_the_map(tab):
    page = tab.go_to_front()
    page.wait_for_timeout(SETTLED)
    page.get_by_role("button", name="Draw a box").click()
    drag(page, ".map-cover", (0.02, 0.02), (0.98, 0.98))
    expect(page.locator(".chips li")).to_have_count(1)
    west, south, east, north = map(float, asked(page)["box"].split(","))
    assert west < 69.8 < east
    assert south < 35.4 < north
    assert total(page) > 0
    assert page.locator("[data-side=west]").input_value() == asked(page)["box"].split(",")[0]


def test_the_keyboard_can_do_what_the_pointer_does_on_the_map(tab):
    page = tab.go_to_front()
    page.wait_for_timeout(SETTLED)
    page.get_by_role("button", name="Zoom in").press("Enter")
    page.wait_for_timeout(SETTLED)
    page.get_by_role("button", name="Use this view").press("Enter")
    expect(page.locator(".chips li")).to_have_count(1)
    for side, value in (("west", "60"), ("south", "30"), ("east", "75"), ("north", "40")):
        page.locator(f"[data-side={side}]").fill(value)
        page.keyboard.press("Tab")
    page.wait_for_url("**box=60%2C30%2C75%2C40*")
    expect(page.locator("#results")).not_to_have_attribute("data-total", "0")


def test_what_is_picked_on_the_map_is_told_in_words(tab):
    page = tab.go_to_front("?contested=true")
    page.wait_for_timeout(SETTLED)
    for _ in range(6):
        if page.locator("[data-picked]").is_visible():
            break
        box = page.locator(".map canvas").bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.wait_for_timeout(SETTLED)
    listed = page.locator("[data-picked] li")
    assert listed.count() == total(page)
    expect(listed.first).to_contain_text("contested")
    page.locator("[data-picked] a[href^='/events/']").first.click()
    page.wait_for_url("**/events/*")


def test_nobody_sees_an_area_that_is_none(tab):
    page = tab.go("/?box=71,36,68,34")
    expect(page.get_by_role("alert")).to_contain_text("south")
    tab.wrong.clear()  # the browser notes the status of the answer


def test_the_theme_is_kept_and_nothing_else(tab):
    page = tab.go()
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate("Object.keys(localStorage)") == ["theme"]
    assert page.evaluate("document.cookie") == ""
    assert page.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize("tab", [PHONE], indirect=True)
def test_on_a_phone_nothing_runs_over_the_edge_and_the_filters_are_folded(tab):
    page = tab.go()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    expect(page.get_by_label("Speaker")).to_be_hidden()
    page.get_by_text("Choose events").click()
    page.get_by_label("Speaker").fill("Fahim Dashty")
    page.keyboard.press("Tab")
    page.wait_for_url("**voice=Fahim*")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("tab", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript_the_list_and_its_filters_work(tab):
    page = tab.go("/")
    expect(page.locator("[data-where]")).to_be_hidden()
    page.get_by_label("Contradictions").select_option("true")
    page.get_by_role("button", name="Show").click()
    assert asked(page)["contested"] == "true"
    assert page.locator(".event").count() == page.locator(".event.is-contested").count() > 0


def test_without_webgl_there_is_a_plain_map(tab):
    page = tab.page
    page.add_init_script(
        "HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, "
        "{apply: (real, self, args) => String(args[0]).includes('webgl') ? null : Reflect.apply(real, self, args)})"
    )
    tab.go_to_front()
    assert page.locator(".map-svg .map-event").count() > 0
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Use this view").click()
    expect(page.locator(".chips li")).to_have_count(1)
    page.locator(".map-svg .map-event").first.dispatch_event("click")
    expect(page.locator("[data-picked]")).to_be_visible()


@pytest.mark.parametrize("tab", [{"color_scheme": "dark"}], indirect=True)
def test_on_paper_there_is_the_list_and_no_form_and_it_is_light(tab):
    page = tab.go()
    page.emulate_media(media="print")
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator(".event").first).to_be_visible()
    ink = "getComputedStyle(document.documentElement).getPropertyValue('--paper')"
    assert page.evaluate(ink) == "#fcfcfa"
