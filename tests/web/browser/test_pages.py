"""The pages of an event and of a report: from a figure to its words, what was known on a day, and judging at the keyboard."""

import re
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Page, expect

from tests.web.browser.test_access import event_of, sign_in
from tests.web.sites import EVIL

REPORT = "/reports/panjshir-2021-09-02-a"


def open_event(tab) -> Page:
    page: Page = tab.go("/events/" + event_of(tab.page, tab.site.address))
    return page


def judged(page: Page) -> list[str]:
    return [str(one) for one in page.locator(".verdict").all_inner_texts()]


def test_a_figure_is_one_click_from_its_words_in_the_report(tab):
    page = open_event(tab)
    link = page.locator(".claim-matrix td a[href*='/reports/']").first
    words = link.get_attribute("title")
    link.click()
    page.wait_for_url("**/reports/**")
    claim = parse_qs(urlsplit(page.url).query)["claim"][0]
    marked = page.locator(f".report-text .claim.is-current[data-claims~='{claim}']")
    expect(marked.first).to_be_in_viewport()
    assert page.evaluate("getComputedStyle(document.querySelector('.claim.is-current')).outlineStyle") == "solid"
    text = " ".join(" ".join(re.sub(r"^\d+", "", part) for part in marked.all_inner_texts()).split())
    assert text
    assert words is not None
    assert text.split()[-1] in words
    expect(page.locator(f"#r-{claim}")).to_have_class(re.compile("is-current"))


def test_whoever_points_at_a_figure_sees_its_words_and_all_that_stands_for_it(tab):
    page = open_event(tab)
    link = page.locator(".claim-matrix td a[href*='/reports/']").first
    words = str(link.get_attribute("title"))
    link.focus()
    expect(page.locator(".evidence-card")).to_contain_text(words)
    assert link.get_attribute("aria-description") == words
    assert page.locator(".drawing a.is-linked").count() > 0
    page.keyboard.press("Escape")
    expect(page.locator(".evidence-card")).to_have_count(0)


def test_a_slider_shows_what_was_known_on_a_day(tab):
    page = open_event(tab)
    before = page.locator(".event-rests").inner_text()
    slider = page.get_by_role("slider", name="As known on")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.locator(".event-rests")).not_to_have_text(before)
    assert re.fullmatch(r"as_of=\d{4}-\d\d-\d\d", urlsplit(page.url).query)
    expect(page.locator("#reconciled-title")).to_contain_text("as known on")
    assert page.evaluate("document.activeElement.id") == "as-of"
    expect(page.locator("main > [role=status]")).to_contain_text("claim")
    page.go_back()
    expect(page.locator(".event-rests")).to_have_text(before)


def test_another_profile_gives_other_numbers(tab):
    page = open_event(tab)
    page.get_by_label("Numbers by the rules of").select_option("ucdp")
    page.wait_for_url("**profile=ucdp")
    expect(page.get_by_label("Numbers by the rules of")).to_have_value("ucdp")
    expect(page.locator(".page-head .note")).not_to_be_empty()


def test_contradictions_are_marked_and_named(tab):
    page = open_event(tab)
    assert page.locator(".dispute").count() > 0
    mark = page.locator(".dispute-mark").first
    mark.click()
    expect(page.locator(str(mark.get_attribute("href")))).to_be_in_viewport()
    assert page.locator(".dispute h3").first.inner_text()


def test_the_keys_move_between_claims_and_say_what_they_do(tab):
    page = tab.go(REPORT)
    page.keyboard.press("j")
    page.keyboard.press("j")
    current = page.locator(".record.is-current")
    expect(current).to_have_attribute("value", "2")
    page.keyboard.press("k")
    expect(current).to_have_attribute("value", "1")
    expect(page.locator(".report-text .claim.is-current").first).to_be_in_viewport()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_contain_text("accept it")
    page.keyboard.press("Escape")
    expect(page.locator(".keys")).not_to_be_visible()
    page.get_by_role("button", name="Keys").click()
    expect(page.locator(".keys")).to_be_visible()


def test_without_a_token_the_keys_lead_to_where_one_is_given(tab):
    page = tab.go(REPORT)
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.textContent") == "Give a token"
    assert judged(page) == []


def test_claims_are_accepted_amended_rejected_and_taken_back_at_the_keyboard(tab):
    sign_in(tab)
    page = tab.go(REPORT)
    count = page.locator(".record").count()
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("a")
    expect(page.locator(".verdict")).to_contain_text(["accepted by Ann"])
    expect(page.locator(".record.is-current")).to_have_attribute("value", "1")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.locator(".record.is-current").get_by_label("Note").fill("as the outlet has it")
    page.keyboard.press("Escape")
    page.locator(".record.is-current summary", has_text="Amend").click()
    with page.expect_navigation():
        page.locator(".verdict button").first.click()
    expect(page.locator(".verdict")).to_have_count(0)
    page.keyboard.press("j")
    rejected = str(page.locator(".record.is-current").get_attribute("value"))
    with page.expect_navigation():
        page.keyboard.press("r")
    expect(page.locator(".record")).to_have_count(count - 1)
    expect(page.locator(".rejected li")).to_have_count(1)
    expect(page.locator(".record.is-current")).to_have_attribute("value", rejected)
    with page.expect_navigation():
        page.locator(".rejected button").click()
    expect(page.locator(".record")).to_have_count(count)


def test_pointing_at_words_shows_their_record(tab):
    page = tab.go(REPORT)
    words = page.locator(".report-text .claim").nth(3)
    words.hover()
    claim = str(words.get_attribute("data-claims")).split()[-1]
    expect(page.locator(f"#r-{claim}")).to_have_class(re.compile("is-current"))
    expect(page.locator(f"#r-{claim}")).to_be_in_viewport()


def test_what_was_not_read_is_shown_too(tab):
    page = tab.go(REPORT)
    page.get_by_text("no claim was read from").click()
    expect(page.locator(".unread li").first).to_be_visible()
    assert page.locator(".report-text .silent").count() > 0


def test_what_a_report_says_is_shown_and_never_run(tab):
    """A dialog, a script that is stopped, or a request would fail the test."""
    names = [one["id"] for one in tab.page.request.get(f"{tab.site.address}/api/reports?limit=200").json()["reports"]]
    hostile = next(name for name in names if "<b>" in name)
    page = tab.go(f"/reports/{quote(hostile, safe='')}")
    expect(page.locator(".report-text")).to_contain_text(EVIL)
    for path in ("/", "/search?q=Herat", "/voices", "/queue"):
        tab.go(path)
    expect(page.locator("main")).to_contain_text(EVIL)
