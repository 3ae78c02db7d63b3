"""Who may read and write, from where, how much at once; and that a report's words are never run."""

import asyncio
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx2
import pytest
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from hearsay import ledger
from hearsay.faces.web.guard import MOST_BYTES, Guard, Turns
from hearsay.faces.web.writers import Writers, WritersError, add_writer, is_of, new_token, read_writers
from tests.web.sites import BEARER, EVIL, FROM_HERE, HERE, HOSTILE, ODD, TOKEN, Site

HOSTILE_REPORT = f"/reports/{quote(HOSTILE.report_id, safe='')}"
ACTING = re.compile(r"^on|^style$|^srcdoc$")


class Tags(HTMLParser):
    """What a browser would make of a page: its elements with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def pages(site: Site) -> list[str]:
    event_id = site.json("/api/claims?limit=1&report=" + quote(HOSTILE.report_id, safe=""))["claims"][0]["event"]
    voices = [one["name"] for one in site.json("/api/voices?limit=200")["voices"]]
    hostile = next(name for name in voices if EVIL in name)
    odd = f"/reports/{quote(ODD.report_id, safe='')}"
    worse = site.json("/api/claims?limit=1&report=" + quote(ODD.report_id, safe=""))["claims"][0]["event"]
    return [
        "/",
        f"/events/{event_id}",
        f"/events/{worse}",
        HOSTILE_REPORT,
        odd,
        "/voices",
        f"/voices/{quote(hostile, safe='')}",
        "/search",
        "/search?q=rebels",
        "/queue",
    ]


def test_no_page_runs_what_a_report_or_an_address_says(site: Site) -> None:
    site.client.post("/token", data={"token": TOKEN}, headers=FROM_HERE)
    shown = pages(site)
    shown += [f"/?q={quote(EVIL)}", f"/search?q={quote(EVIL)}", f"/voices?q={quote(EVIL)}", f"/{quote(EVIL)}", f"/token?back={quote(EVIL)}"]
    for path in shown:
        answer = site.client.get(path)
        assert EVIL not in answer.text, path
        for tag, attributes in Tags(answer.text).found:
            assert [name for name in attributes if ACTING.match(name)] == [], (path, tag)
            assert tag != "script" or str(attributes["src"]).startswith("/static/"), path
            assert not any(str(attributes.get(name) or "").lower().strip().startswith("javascript:") for name in ("href", "src", "action")), path
    assert "alert(" in site.client.get(HOSTILE_REPORT).text  # it is shown, as words


def test_no_page_asks_another_machine_for_anything(reading: Site) -> None:
    for path in pages(reading):
        for tag, attributes in Tags(reading.client.get(path).text).found:
            for name in ("src", "href", "action", "srcset", "data", "poster"):
                address = attributes.get(name) or ""
                assert (tag, name) == ("a", "href") or not re.match(r"[a-z]+:|//", address), (path, tag, address)


@pytest.mark.parametrize("path", ["/", "/api/events", "/api/nothing", "/static/css/base.css", "/nothing"])
def test_every_answer_tells_the_browser_to_be_careful(reading: Site, path: str) -> None:
    headers = reading.client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "localhost.evil"])
def test_under_a_name_that_is_not_its_own_nothing_is_answered(reading: Site, host: str) -> None:
    for path in ("/", "/api/events"):
        answer = reading.client.get(path, headers={"Host": host})
        assert answer.status_code == 421
        assert "does not go by the name" in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:1", "LOCALHOST", "[::1]:8000", "[::1]"])
def test_under_the_names_of_the_machine_itself_it_answers(reading: Site, host: str) -> None:
    assert reading.client.get("/api/events", headers={"Host": host}).status_code == 200


ELSEWHERE = [
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1:9999"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
]


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_a_page_of_another_site_cannot_write(site: Site, headers: dict[str, str]) -> None:
    site.client.post("/token", data={"token": TOKEN}, headers=FROM_HERE)
    claim_id, head = site.claim_id(), ledger.head(site.of)
    told = {"verb": "reject", "claim": claim_id}
    answers = [
        site.client.post("/judgements", data=told, headers=headers),
        site.client.post("/api/judgements", json=told, headers=headers),
        site.client.post("/api/judgements", json=told, headers={**headers, **BEARER}),
        site.client.post("/token", data={"token": TOKEN}, headers=headers),
        site.client.post("/token/end", data={}, headers=headers),
    ]
    assert [answer.status_code for answer in answers] == [403] * 5
    assert ledger.head(site.of) == head


def test_a_session_writes_only_if_the_browser_says_that_the_page_is_from_here(site: Site) -> None:
    site.client.post("/token", data={"token": TOKEN}, headers=FROM_HERE)
    told = {"verb": "accept", "claim": site.claim_id(), "back": "/queue"}
    assert site.client.post("/judgements", data=told).status_code == 403
    assert site.client.post("/api/judgements", json=told).status_code == 403
    made = site.client.post("/judgements", data=told, headers={"Origin": HERE})
    assert (made.status_code, made.headers["location"]) == (303, "/queue")
    (judgement,) = ledger.judgements(site.of, "claims")
    assert (judgement.verb, judgement.by) == ("accept", "Ann")


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "QW5u.", "é", f"{TOKEN} {TOKEN}"])
def test_without_the_token_nothing_is_written(site: Site, token: str) -> None:
    head = ledger.head(site.of)
    told = {"verb": "accept", "claim": site.claim_id()}
    answer = site.client.post("/api/judgements", json=told, headers={b"Authorization": f"Bearer {token}".encode()})
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert site.client.post("/api/judgements", json=told).status_code == 401
    assert site.client.post("/judgements", data=told, headers=FROM_HERE).status_code == 401
    assert site.client.post("/token", data={"token": token}, headers=FROM_HERE).status_code == 401
    assert "hearsay_session" not in site.client.cookies
    assert ledger.head(site.of) == head


def test_the_cookie_of_a_session_is_for_this_server_alone_and_ends(site: Site) -> None:
    made = site.client.post("/token", data={"token": TOKEN, "back": "//evil.example/"}, headers=FROM_HERE)
    cookie = made.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert TOKEN.lower() not in cookie
    assert made.headers["location"] == "/"
    assert "You write as <b>Ann</b>" in site.client.get("/queue").text
    secret = site.client.cookies["hearsay_session"]
    assert site.client.post("/token/end", data={"back": "/"}, headers=FROM_HERE).status_code == 303
    site.client.cookies.set("hearsay_session", secret)
    assert "You write as" not in site.client.get("/queue").text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "", "queue", "/a\nb"])
def test_a_form_leads_back_to_this_server_only(site: Site, back: str) -> None:
    made = site.client.post("/token", data={"token": TOKEN, "back": back}, headers=FROM_HERE)
    assert (made.status_code, made.headers["location"]) == (303, "/")


def test_a_body_that_is_too_large_is_refused_whole(site: Site) -> None:
    head = ledger.head(site.of)
    told = {"verb": "accept", "claim": site.claim_id(), "note": "x" * MOST_BYTES}
    assert site.client.post("/api/judgements", json=told, headers=BEARER).status_code == 413

    def pieces() -> Any:
        yield from [b"x" * 10_000] * 20

    assert site.client.post("/judgements", content=pieces(), headers=FROM_HERE).status_code == 413
    assert site.client.post("/api/judgements", content=b"{", headers={**BEARER, "Content-Type": "application/json"}).status_code == 422
    assert ledger.head(site.of) == head


def test_what_is_no_form_is_refused(site: Site) -> None:
    site.client.post("/token", data={"token": TOKEN}, headers=FROM_HERE)
    assert site.client.post("/judgements", json={"verb": "accept"}, headers=FROM_HERE).status_code == 422
    same = {"verb": "amend", "claim": site.claim_id()}
    answer = site.client.post("/judgements", data=same, headers=FROM_HERE)
    assert (answer.status_code, "just what it is" in answer.text) == (422, True)


def _at_once(app: Any, number: int, opened: Callable[[], None]) -> list[httpx2.Response]:
    async def ask() -> list[httpx2.Response]:
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=HERE) as client:
            asked = [asyncio.create_task(client.get("/api/slow")) for _ in range(number)]
            await asyncio.sleep(0.05)
            opened()
            return list(await asyncio.gather(*asked))

    return asyncio.run(ask())


def test_so_many_at_once_and_no_more() -> None:
    """Ten thousand tabs: those for whom there is no place are told to come again, and the others are answered, so many at a time."""
    at_work, most = 0, 0
    gate = asyncio.Event()

    async def slow(_scope: Scope, _receive: Receive, send: Send) -> None:
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        await gate.wait()
        at_work -= 1
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"done"})

    answers = _at_once(Guard(Turns(slow, at_once=3, waiting=20)), 1_000, gate.set)
    assert most == 3
    assert sorted({answer.status_code for answer in answers}) == [200, 503]
    assert sum(answer.status_code == 200 for answer in answers) == 23
    refused = next(answer for answer in answers if answer.status_code == 503)
    assert refused.headers["retry-after"] == "1"
    assert refused.headers["content-type"] == "application/problem+json"
    assert _at_once(Guard(Turns(_quick)), 5, gate.set)[0].status_code == 200


async def _quick(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def test_many_readers_at_once_all_get_the_same(reading: Site) -> None:
    async def ask() -> list[httpx2.Response]:
        async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=reading.app), base_url=HERE) as client:
            return list(await asyncio.gather(*(client.get("/api/events?limit=50") for _ in range(60))))

    answers = asyncio.run(ask())
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1


def test_tokens_are_kept_as_hashes_in_a_file_of_users(tmp_path) -> None:
    path = tmp_path / "users.toml"
    (ann, kept), (ben, also) = new_token("Ann"), new_token('Ben "B" Lee')
    add_writer(path, "Ann", kept)
    add_writer(path, 'Ben "B" Lee', also)
    assert ann not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0
    writers = read_writers(path)
    assert (writers.who(ann), writers.who(ben), writers.who(ann), writers.who("x")) == ("Ann", 'Ben "B" Lee', "Ann", None)
    newer, other = new_token("Ann")
    add_writer(path, "Ann", other)
    assert (read_writers(path).who(ann), read_writers(path).who(newer)) == (None, "Ann")
    assert not is_of(ann, "plain$a$b")
    assert Writers().who(ann) is None


@pytest.mark.parametrize("text", ["[users", "users = 3", '[users]\nAnn = "secret"', "[users]\nAnn = 3", ""])
def test_a_file_of_users_that_is_none_is_refused(tmp_path, text: str) -> None:
    path = tmp_path / "users.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WritersError, match=re.escape(str(path))):
        read_writers(path)


def test_sessions_end_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    writers = Writers({"Ann": "x"})
    secret = writers.open_session("Ann")
    assert writers.of_session(secret) == "Ann"
    assert writers.of_session("other") is None
    monkeypatch.setattr("hearsay.faces.web.writers.monotonic", lambda: 10.0**9)
    assert writers.of_session(secret) is None
    writers.open_session("Ann")
    assert secret not in writers._sessions


def test_a_fault_of_our_own_is_told_without_its_inside(site: Site) -> None:
    def broken() -> None:
        raise RuntimeError("secret words")

    for path in ("/api/broken", "/broken"):
        site.app.add_api_route(path, broken)
        site.app.router.routes.insert(0, site.app.router.routes.pop())
        answer = TestClient(site.app, base_url=HERE, raise_server_exceptions=False).get(path)
        assert (answer.status_code, "secret" in answer.text, "please report it" in answer.text) == (500, False, True)
        assert "default-src 'self'" in answer.headers["content-security-policy"]


def test_a_ledger_that_cannot_be_read_any_more_is_told(site: Site) -> None:
    Path(site.of.name).write_bytes(b"no database" * 1_000)
    site.of.engine.dispose()
    for path in ("/api/events", "/", "/api/reports/x"):
        answer = site.client.get(path)
        assert (answer.status_code, "is not a ledger" in answer.text) == (503, True)
