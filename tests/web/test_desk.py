"""What the server keeps at hand while others write."""

import threading

import pytest

from hearsay import ledger
from hearsay.faces.web.desk import Desk
from tests.web.sites import Site


def test_who_comes_while_events_take_long_to_be_brought_up_to_date_is_told_to_come_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hearsay.faces.web.desk._PATIENCE", 0.05)
    before = site.client.get("/api/events")
    desk: Desk = site.app.state.desk
    with desk._lock:
        assert site.client.get("/api/events").content == before.content
        ledger.reject(site.of, site.claim_id(), "Ann")
        answer = site.client.get("/api/events")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "brought up to date" in answer.json()["detail"]
    assert site.client.get("/api/events").status_code == 200


def test_an_answer_is_made_once_for_all_who_ask_at_once(site: Site) -> None:
    desk: Desk = site.app.state.desk
    begun, made = threading.Event(), list[int]()

    def make() -> int:
        begun.wait(5)
        made.append(len(made))
        return made[-1]

    found = list[int]()
    threads = [threading.Thread(target=lambda: found.append(desk.kept("answer", make))) for _ in range(8)]
    for thread in threads:
        thread.start()
    begun.set()
    for thread in threads:
        thread.join()
    assert (found, made) == ([0] * 8, [0])
    ledger.reject(site.of, site.claim_id(), "Ann")
    assert desk.kept("answer", make) == 1


def test_what_fails_to_be_made_is_not_kept(site: Site) -> None:
    desk: Desk = site.app.state.desk

    def fail() -> int:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011 - our own
        desk.kept("answer", fail)
    assert desk.kept("answer", lambda: 7) == 7


def test_only_so_much_is_kept(site: Site) -> None:
    desk: Desk = site.app.state.desk
    for number in range(200):
        desk.kept(number, lambda: 0)
    assert len(desk._slots) < 100
