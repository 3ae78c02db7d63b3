"""What the API answers, beside what it is: the same as the ledger holds."""

from urllib.parse import quote

import pytest

from hearsay import dossiers, ledger
from hearsay.records.public import from_json, to_json
from tests.web.sites import BEARER, HOSTILE, Site


def test_events_are_those_of_the_ledger(reading: Site) -> None:
    told = reading.json("/api/events?limit=200")
    listed = dossiers.listings(reading.of)
    assert told["total"] == len(listed)
    assert told["next"] is None
    assert [one["id"] for one in told["events"]] == [one.summary.event_id for one in listed]
    for mine, theirs in zip(told["events"], listed, strict=True):
        assert [(one["victims"], one["measure"], one["low"], one["best"], one["high"]) for one in mine["tallies"]] == [
            (one.victims, one.measure, one.low, one.best, one.high) for one in theirs.losses
        ]


def test_pages_of_events_follow_each_other_without_gap(reading: Site) -> None:
    whole = [one["id"] for one in reading.json("/api/events?limit=200")["events"]]
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        told = reading.json(f"/api/events?limit=5{f'&cursor={quote(cursor)}' if cursor else ''}")
        found += [one["id"] for one in told["events"]]
        cursor = told["next"]
    assert found == whole


@pytest.mark.parametrize("route", ["claims", "reports", "voices", "queue"])
def test_pages_of_all_lists_follow_each_other_without_gap(reading: Site, route: str) -> None:
    def key(one: dict[str, object]) -> str:
        return str(one.get("id") or one.get("name") or one["claim"])

    whole = [key(one) for one in reading.json(f"/api/{route}?limit=200")[route if route != "queue" else "claims"]]
    found: list[str] = []
    cursor: str | None = ""
    while cursor is not None:
        told = reading.json(f"/api/{route}?limit=7" + (f"&cursor={quote(cursor, safe='')}" if cursor else ""))
        found += [key(one) for one in told[route if route != "queue" else "claims"]]
        cursor = told["next"]
    assert found == whole
    assert len(whole) > 7


@pytest.mark.parametrize(
    ("query", "test"),
    [
        ("party=Taliban", lambda one: one["claims"]),
        ("contested=true", lambda one: one["contradictions"] > 0),
        ("contested=false", lambda one: one["contradictions"] == 0),
        ("from=2021-09-02", lambda one: one["last"] >= "2021-09-02"),
        ("to=2021-08-31", lambda one: one["first"] <= "2021-08-31"),
        ("box=69,35,70,36", lambda one: 69 <= one["lon"] <= 70 and 35 <= one["lat"] <= 36),
        ("box=170,35,70,36", lambda one: one["lon"] <= 70),
        ("q=Anaba", lambda one: one["claims"]),
        ("type=seizure&measure=killed", lambda one: one["claims"]),
    ],
)
def test_filters_leave_what_was_asked_for(reading: Site, query: str, test) -> None:
    whole = reading.json("/api/events?limit=200")["total"]
    told = reading.json(f"/api/events?limit=200&{query}")
    assert 0 < told["total"] < whole
    assert all(test(one) for one in told["events"])
    points, facets = reading.json(f"/api/points?{query}"), reading.json(f"/api/facets?{query}")
    assert points["id"] == [one["id"] for one in told["events"]]
    assert {len(column) for column in points.values()} == {told["total"]}
    assert all(0 < number <= told["total"] for rows in facets.values() for _, number in rows)


def test_each_facet_leads_to_as_many_events_as_it_says(reading: Site) -> None:
    for field, rows in reading.json("/api/facets").items():
        name = {"parties": "party", "voices": "voice", "types": "type", "measures": "measure"}[field]
        for value, number in rows[:5]:
            assert reading.json(f"/api/events?limit=1&{name}={quote(value)}")["total"] >= number


def test_as_of_knows_only_what_was_published(reading: Site) -> None:
    before, now = (reading.json(f"/api/events?limit=200{day}") for day in ("&as_of=2021-09-01", ""))
    assert 0 < before["total"] < now["total"]
    assert reading.json("/api/events?as_of=2020-01-01")["total"] == 0


def test_numbers_are_by_the_profile_that_was_asked_for(reading: Site) -> None:
    told = reading.json("/api/events?limit=200&profile=acled&measure=killed")
    for one in told["events"]:
        (found,) = dossiers.find(reading.of, one["id"], profile="acled")
        assert [(each["victims"], each["best"]) for each in one["tallies"]] == [(each.victims, each.best) for each in found.tallies]


def test_an_event_has_the_public_claim_records_and_what_follows_from_them(reading: Site) -> None:
    event_id = next(one["id"] for one in reading.json("/api/events?contested=true")["events"])
    told = reading.json(f"/api/events/{event_id}")
    (whole,) = dossiers.find(reading.of, event_id)
    assert [from_json(one) for one in told["records"]] == list(whole.claims)
    assert [one["rule"] for one in told["tallies"]] == [one.rule for one in whole.tallies]
    assert all(set(one["rests_on"]) <= {claim["id"] for claim in told["records"]} for one in told["tallies"])
    assert [one["words"] for one in told["disputes"]] == [one.words for one in whole.contradictions]
    assert all(one["left"]["evidence"]["text"] and one["right"]["evidence"]["text"] for one in told["disputes"])


def test_a_claim_is_the_public_record(reading: Site) -> None:
    for claim in ledger.claims(reading.of)[:5]:
        told = reading.json(f"/api/claims/{quote(claim.claim_id, safe='')}")
        assert told["claim"] == to_json(claim)
        assert claim.claim_id in [one["id"] for one in reading.json(f"/api/events/{told['event']}")["records"]]


def test_a_report_has_its_text_its_claims_and_what_was_not_read(reading: Site) -> None:
    told = reading.json(f"/api/reports/{quote(HOSTILE.report_id, safe='')}")
    assert told["text"] == HOSTILE.text
    assert all(one["claim"]["evidence"]["text"] in HOSTILE.text for one in told["claims"])
    assert told["claims"]
    assert [one["code"] for one in told["problems"]] == ["unpaired-quotes"]
    assert "It rained all day." in [HOSTILE.text[start:end] for start, end in told["silent"]]


def test_a_voice_is_told_with_how_it_fared(reading: Site) -> None:
    name = reading.json("/api/voices?limit=1")["voices"][0]["name"]
    told = reading.json(f"/api/voices/{quote(name)}")
    assert told["claims"] == reading.json(f"/api/claims?voice={quote(name)}")["total"]
    assert sum(told["verdicts"].values()) == len(told["graded"])
    assert told["carriers"]


def test_search_shows_where_the_words_stand(reading: Site) -> None:
    found = reading.json("/api/search?q=Anaba")["reports"]
    assert found
    for one in found:
        assert reading.json(f"/api/reports/{quote(one['id'])}")["text"][one["start"] : one["end"]] == one["words"]


def test_the_queue_is_that_of_the_ledger(reading: Site) -> None:
    told = reading.json("/api/queue?limit=200")["claims"]
    assert [one["claim"]["id"] for one in told] == [one.claim_id for one in ledger.queue(ledger.hold(reading.of))][:200]


def test_changes_tell_what_a_judgement_did(site: Site) -> None:
    moment = "2100-01-01"
    assert site.json(f"/api/changes?since={moment}")["changes"] == []
    assert {one["kind"] for one in site.json("/api/changes?since=2000-01-01")["changes"]} == {"added"}


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/events/unknown", 404, "there is no event 'unknown'"),
        ("/api/claims/unknown", 404, "there is no claim 'unknown'"),
        ("/api/reports/unknown", 404, "there is no report 'unknown'"),
        ("/api/reports/%00", 404, "there is no report"),
        ("/api/voices/unknown", 404, "no voice goes by the name 'unknown'"),
        ("/api/nothing", 404, "there is nothing at /api/nothing"),
        ("/api/events?limit=100000", 422, "limit: Input should be less than or equal to 200"),
        ("/api/events?box=1,2,3", 422, "box: is not written as it is to be"),
        ("/api/events?box=1,9,3,4", 422, "south (9.0) is north of north (4.0)"),
        ("/api/events?box=1,2,300,4", 422, "longitudes go from -180 to 180"),
        ("/api/events?from=2021-09-02&to=2021-09-01", 422, "is later than to (2021-09-01)"),
        ("/api/events?from=yesterday", 422, "from: 'yesterday' is not a day like 2021-09-01"),
        ("/api/events?as_of=0", 422, "as_of: '0' is not a day"),
        ("/api/events?to=2021-02-30", 422, "to: "),
        ("/api/events?contested=maybe", 422, "contested: 'maybe' is neither true nor false"),
        ("/api/events?measure=hurt", 422, "measure: "),
        ("/api/events?profile=mine", 422, "profile: "),
        ("/api/events?wanted=all", 422, "wanted: nothing of this name can be asked here"),
        ("/api/events?q=...", 422, "q: nothing to look for"),
        ("/api/search", 422, "q: is missing"),
        ("/api/search?q=...", 422, "q: nothing to look for"),
        ("/api/changes?since=0001-01-01T00:00%2B14:00", 422, "out of the calendar"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_plain_words(reading: Site, path: str, status: int, words: str) -> None:
    answer = reading.client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert words in answer.json()["detail"]
    assert answer.json()["status"] == status


def test_what_is_known_already_is_not_sent_again_until_the_ledger_grows(site: Site) -> None:
    first = site.client.get("/api/events?limit=3")
    tag = first.headers["etag"]
    assert tag.startswith('"')
    again = site.client.get("/api/events?limit=3", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert site.client.get("/api/events?limit=4", headers={"If-None-Match": tag}).status_code == 200
    ledger.reject(site.of, site.claim_id(), "Ann")
    grown = site.client.get("/api/events?limit=3", headers={"If-None-Match": tag})
    assert grown.status_code == 200
    assert grown.headers["etag"] != tag


def test_judgements_are_written_and_heeded_at_once(site: Site) -> None:
    claim_id = site.claim_id()
    made = site.client.post("/api/judgements", json={"verb": "reject", "claim": claim_id, "note": "not there"}, headers=BEARER)
    assert (made.status_code, made.json()["by"], made.json()["left"]) == (201, "Ann", claim_id)
    assert site.client.get(f"/api/claims/{claim_id}").status_code == 404
    assert claim_id not in [one["claim"]["id"] for one in site.json("/api/queue?limit=200")["claims"]]
    undone = site.client.post("/api/judgements", json={"verb": "undo", "judgement": made.json()["id"]}, headers=BEARER)
    assert (undone.status_code, undone.json()["undone_by"] is not None) == (201, True)
    assert site.json(f"/api/claims/{claim_id}")["judgements"][0]["undone_by"] == undone.json()["undone_by"]
    assert site.json("/api/judgements")["total"] == 1


def test_a_claim_is_amended(site: Site) -> None:
    claim_id = site.claim_id()
    made = site.client.post("/api/judgements", json={"verb": "amend", "claim": claim_id, "changes": {"low": "8", "high": "open"}}, headers=BEARER)
    assert made.status_code == 201
    figure = site.json(f"/api/claims/{claim_id}")["claim"]["figures"][0]
    assert (figure["low"], figure["high"]) == (8, None)


def test_claims_are_put_into_two_events_and_parties_into_one(site: Site) -> None:
    event = max(site.json("/api/events?limit=200")["events"], key=lambda one: one["reports"])
    records = site.json(f"/api/events/{event['id']}")["records"]
    left, right = records[0]["id"], next(one["id"] for one in records if one["report"] != records[0]["report"])
    told = {"verb": "different", "left": left, "right": right}
    assert site.client.post("/api/judgements", json=told, headers=BEARER).status_code == 201
    assert site.json(f"/api/claims/{left}")["event"] != site.json(f"/api/claims/{right}")["event"]
    merged = {"verb": "merge", "left": "National Resistance Front", "right": "resistance"}
    assert site.client.post("/api/judgements", json=merged, headers=BEARER).status_code in (201, 409)


@pytest.mark.parametrize(
    ("told", "status", "words"),
    [
        ({"verb": "accept", "claim": "unknown"}, 404, "no claim has an id that begins with 'unknown'"),
        ({"verb": "undo", "judgement": 7}, 404, "there is no judgement 7"),
        ({"verb": "merge", "left": "Nobody Atall", "right": "Neither"}, 404, "no party goes by the name"),
        ({"verb": "same", "left": "CLAIM", "right": "CLAIM"}, 409, "is one claim, not two"),
        ({"verb": "amend", "claim": "CLAIM", "changes": {"weather": "rain"}}, 422, "there is no field 'weather' to amend"),
        ({"verb": "amend", "claim": "CLAIM", "changes": {"low": "many"}}, 422, "low cannot be 'many'"),
        ({"verb": "praise", "claim": "CLAIM"}, 422, "verb"),
        ({"verb": "accept"}, 422, "claim: is missing"),
    ],
)
def test_what_cannot_be_judged_changes_nothing(site: Site, told: dict[str, object], status: int, words: str) -> None:
    claim_id, head = site.claim_id(), ledger.head(site.of)
    told = {name: claim_id if value == "CLAIM" else value for name, value in told.items()}
    answer = site.client.post("/api/judgements", json=told, headers=BEARER)
    assert (answer.status_code, words in answer.json()["detail"]) == (status, True), answer.text
    assert ledger.head(site.of) == head


def test_a_ledger_that_grows_elsewhere_is_served_as_it_is_now(site: Site) -> None:
    before = site.json("/api/events?limit=200")["total"]
    with ledger.open(site.of.name, create=False) as other:
        for claim in site.json("/api/claims?limit=200")["claims"][:30]:
            ledger.reject(other, claim["claim"]["id"], "Ben")
    assert site.json("/api/events?limit=200")["total"] < before
