"""The pages, as a browser without JavaScript has them: every figure leads to its words, every form does what it says."""

import re
from html import unescape
from urllib.parse import quote, urlsplit

import pytest

from hearsay import dossiers, ledger
from tests.web.sites import FROM_HERE, HOSTILE, TOKEN, Site


def contested(site: Site) -> dossiers.Dossier:
    """The event with most contradictions."""
    found = max(dossiers.dossiers(site.of), key=lambda one: one.summary.contradictions)
    assert found.contradictions
    return found


def text(site: Site, path: str) -> str:
    answer = site.client.get(path)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_each_figure_of_an_event_is_a_click_from_its_words(reading: Site) -> None:
    one = contested(reading)
    shown = text(reading, f"/events/{one.event.event_id}")
    for claim in one.claims:
        address = f"/reports/{quote(claim.report_id, safe='')}?claim={quote(claim.claim_id, safe='')}#c-{quote(claim.claim_id, safe='')}"
        assert address in unescape(shown)
        report = text(reading, urlsplit(address).path)
        assert f'id="c-{claim.claim_id}"' in unescape(report)


def test_an_event_shows_its_matrix_numbers_and_contradictions(reading: Site) -> None:
    one = contested(reading)
    shown = " ".join(unescape(text(reading, f"/events/{one.event.event_id}")).split())
    for tally in one.tallies:
        assert tally.rule in shown
    for dispute in one.contradictions:
        assert dispute.words in shown
    assert shown.count('class="dispute') >= len(one.contradictions)
    assert "<svg" in shown
    assert 'class="claim-matrix"' in shown


@pytest.mark.parametrize("profile", ["hearsay", "ucdp", "acled", "airwars", "ibc"])
def test_the_rules_of_an_event_are_switched(reading: Site, profile: str) -> None:
    event_id = contested(reading).event.event_id
    (one,) = dossiers.find(reading.of, event_id, profile=profile)
    shown = unescape(text(reading, f"/events/{event_id}?profile={profile}&as_of="))
    assert f'<option value="{profile}" selected>' in shown
    assert all(tally.rule in shown for tally in one.tallies)


def test_an_event_is_shown_as_known_on_each_day_on_which_more_came_out(reading: Site) -> None:
    event_id = contested(reading).event.event_id
    days = re.findall(r'<option value="(\d{4}-\d{2}-\d{2})">', text(reading, f"/events/{event_id}"))
    numbers = []
    for day in days:
        told = re.search(r"(\d+) claims? by", text(reading, f"/events/{event_id}?as_of={day}"))
        assert told is not None
        numbers.append(int(told[1]))
    assert numbers == sorted(set(numbers))
    assert numbers
    assert reading.client.get(f"/events/{event_id}?as_of=2001-01-01").status_code == 404


def test_a_report_shows_its_text_whole_and_what_was_not_read(reading: Site) -> None:
    shown = text(reading, f"/reports/{quote(HOSTILE.report_id, safe='')}")
    assert "without a partner" in shown
    assert '<span class="silent">It rained all day.</span>' in shown
    body = re.search(r"<section class=\"report-text\".*?</section>", shown, re.DOTALL)
    assert body is not None
    plain = re.sub(r'<a id="c-[^>]*>\d+</a>', "", body[0].split("</h2>")[1])
    assert "".join(unescape(re.sub(r"<[^>]*>", "", plain)).split()) == "".join(HOSTILE.text.split())


def test_the_claim_that_was_asked_for_stands_out(reading: Site) -> None:
    claim = ledger.claims(reading.of)[0]
    shown = text(reading, f"/reports/{quote(claim.report_id, safe='')}?claim={quote(claim.claim_id, safe='')}")
    assert re.findall(r'is-chosen" id="r-([^"]*)"', shown) == [claim.claim_id]


def test_a_voice_leads_to_what_it_claims(reading: Site) -> None:
    name = reading.json("/api/voices?limit=1")["voices"][0]["name"]
    shown = text(reading, f"/voices/{quote(name)}")
    for claim in (one for one in ledger.claims(reading.of) if one.chain[0].name == name):
        assert f"#c-{claim.claim_id}" in shown
    assert "How its figures fared" in shown


def test_search_finds_reports_and_what_they_tell_of(reading: Site) -> None:
    shown = text(reading, "/search?q=Anaba")
    found = ledger.search(reading.of, "Anaba")
    assert isinstance(found, tuple)
    assert all(f'href="/reports/{one.report.report_id}"' in shown for one in found)
    assert 'href="/?q=Anaba&amp;party=Taliban"' in shown
    assert "No report has all these words" in text(reading, "/search?q=zebra")
    assert reading.client.get("/search?q=...").status_code == 422
    assert "All reports" in text(reading, "/search")


def test_the_front_page_tells_what_is_wrong_with_a_filter_and_shows_all(reading: Site) -> None:
    shown = unescape(text(reading, "/?from=2021-09-05&to=2021-09-01"))
    assert "is later than to (2021-09-01)" in shown
    assert "nothing to look for" in unescape(text(reading, "/?q=..."))
    assert "event" in text(reading, "/?party=&voice=&from=&q=&box=&contested=&limit=&unknown=1")


@pytest.mark.parametrize("path", ["/", "/search", "/voices", "/queue", "/api"])
def test_a_page_is_not_sent_again_but_to_who_writes(site: Site, path: str) -> None:
    first = site.client.get(path)
    again = site.client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, first.headers["vary"]) == (304, "Cookie")
    site.client.post("/token", data={"token": TOKEN}, headers=FROM_HERE)
    assert site.client.get(path, headers={"If-None-Match": first.headers["etag"]}).status_code == 200


@pytest.mark.parametrize(
    ("path", "words"), [("/events/unknown", "there is no event"), ("/reports/unknown", "there is no report"), ("/x", "nothing at /x")]
)
def test_what_is_not_there_is_told_on_a_page(reading: Site, path: str, words: str) -> None:
    answer = reading.client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert words in answer.text
    assert "<nav" in answer.text


def form_of(shown: str, claim_id: str) -> dict[str, str]:
    """The fields of the form that amends a claim, as the page has filled them."""
    (form,) = re.findall(rf'<details class="amend"[^>]*data-claim-id="{claim_id}">(.*?)</details>', shown, re.DOTALL)
    fields = {name: unescape(value) for name, value in re.findall(r'<input [^>]*?name="([^"]*)"(?: value="([^"]*)")?', form)}
    for name, options in re.findall(r'<select name="([^"]*)">(.*?)</select>', form, re.DOTALL):
        (fields[name],) = re.findall(r'<option value="([^"]*)" selected>', options)
    return fields


def test_the_forms_of_a_report_accept_amend_reject_and_take_back(site: Site) -> None:
    assert "data-action" not in text(site, "/queue")
    site.client.post("/token", data={"token": TOKEN}, headers=FROM_HERE)
    claim = next(one for one in ledger.claims(site.of) if one.figures and one.figures[0].low and one.report_id != HOSTILE.report_id)
    path = f"/reports/{quote(claim.report_id, safe='')}"
    fields = form_of(text(site, path), claim.claim_id)
    assert (fields["speaker"], fields["1.low"]) == (claim.chain[0].name, str(claim.figures[0].low))
    assert site.client.post("/judgements", data=fields, headers=FROM_HERE).status_code == 422
    made = site.client.post("/judgements", data={**fields, "1.low": "1", "note": "as printed"}, headers=FROM_HERE)
    assert (made.status_code, urlsplit(made.headers["location"]).path) == (303, path)
    assert "amended by Ann: as printed" in text(site, path)
    assert site.json(f"/api/claims/{claim.claim_id}")["claim"]["figures"][0]["low"] == 1
    site.client.post("/judgements", data={"verb": "reject", "claim": claim.claim_id, "back": path}, headers=FROM_HERE)
    shown = text(site, path)
    assert f'id="r-{claim.claim_id}"' not in shown
    (judgement,) = re.findall(r'name="judgement" value="(\d+)"', shown.split("Rejected</h3>")[1])
    assert site.client.post("/judgements", data={"verb": "undo", "judgement": judgement, "back": path}, headers=FROM_HERE).status_code == 303
    assert f'id="r-{claim.claim_id}"' in text(site, path)


def test_a_retracted_report_says_so(site: Site) -> None:
    claim = ledger.claims(site.of)[0]
    ledger.retract(site.of, claim.report_id, "Ann")
    assert "The outlet took this report back" in text(site, f"/reports/{quote(claim.report_id, safe='')}")
