"""A ledger that was tampered with, or damaged, says so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update

from hearsay import ledger
from hearsay.ledger import Ledger, checking, schema
from hearsay.ledger.bodies import dumps, loads
from hearsay.ledger.chain import digest
from hearsay.records import Claim, Document, Evidence, Figure, Happening, Party, Place, Relation, Voice, When
from hearsay.records.public import to_json
from hearsay.records.voice import Cue
from tests.ledger.stories import document

TEXT = "Mira Holt said that 34 of the Hill Front were killed near Northville on Monday."
ENTRIES = schema.entries


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def true_claim(report_id: str) -> Claim:
    """Every kind of span, each where it says."""
    monday = When(date(2026, 2, 23), date(2026, 2, 23), 1, "Monday", *at("Monday"), "stated")
    place = Place("Northville", "Northville", *at("Northville"), 1.5, 2.5, "XX", relation=Relation("near"))
    front = Party("Hill Front", "Hill Front", *at("Hill Front"), "rebel")
    figure = Figure("killed", 34, 34, 34, *at("34"), "34", (front,), time=monday, places=(place,))
    mira = Voice("Mira Holt", "Mira Holt", *at("Mira Holt"), "person", cue=Cue("said", *at("said")), said=monday)
    happening = Happening("attack", "actual", (front,), (front,), (place,), monday, ("gun",))
    return Claim(
        f"{report_id}/1",
        report_id,
        Evidence(0, len(TEXT), TEXT),
        (mira, Voice("Courier", "", 0, 0, "media")),
        "asserts",
        happening,
        (figure,),
        0.9,
        "t",
    )


def sound(address: str | Path, reports: int = 3) -> Ledger:
    book = ledger.open(address)
    for number in range(reports):
        assert ledger.post(book, document(f"r{number}", TEXT, "2026-02-24"), [true_claim(f"r{number}")], by="test") is True
    ledger.append(book, kind="judgement", key="elsewhere", body={"verb": "none"}, by="Ann")
    return book


def problems(book: Ledger) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in ledger.check(book)]


def tamper(book: Ledger, *statements: Any) -> None:
    """Change the tables behind the ledger's back, without heed to foreign keys."""
    loose = {"sqlite": "PRAGMA foreign_keys = OFF", "postgresql": "SET session_replication_role = replica"}[book.engine.dialect.name]
    with book.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute(loose)
        connection.detach()
        with connection.begin():
            for statement in statements:
                connection.execute(statement)


def test_a_sound_ledger_has_no_problems_and_its_head_vouches_for_it(address: str) -> None:
    with sound(address) as book:
        assert problems(book) == []
        number, digested = ledger.head(book)
        with book.engine.connect() as connection:
            rows = connection.execute(select(ENTRIES.c.entry_id, ENTRIES.c.hash).order_by(ENTRIES.c.entry_id)).all()
        assert [row.entry_id for row in rows] == list(range(1, 8))
        assert (number, digested) == tuple(rows[-1])
        assert len({row.hash for row in rows}) == 7
    with ledger.open("sqlite://") as empty:
        assert ledger.head(empty) == (0, "")
        assert problems(empty) == []


def test_an_entry_that_says_something_else_now(address: str) -> None:
    with sound(address) as book:
        tamper(book, update(ENTRIES).where(ENTRIES.c.entry_id == 7).values(body={"verb": "merge"}))
        assert [code for code, _ in problems(book)] == ["hash"]
        assert "entry 7 (judgement elsewhere)" in problems(book)[0][1]


@pytest.mark.parametrize("change", [{"by": "somebody"}, {"recorded_at": "2020-01-01T00:00:00.000000Z"}, {"kind": "correction"}, {"key": "else"}])
def test_nothing_about_an_entry_can_be_changed_unseen(address: str, change: dict[str, str]) -> None:
    with sound(address) as book:
        tamper(book, update(ENTRIES).where(ENTRIES.c.entry_id == 7).values(**change))
        assert [code for code, _ in problems(book)] == ["hash"]


def test_an_entry_taken_out(address: str) -> None:
    with sound(address) as book:
        claims = schema.claims
        tamper(book, delete(claims).where(claims.c.entry_id == 4), delete(ENTRIES).where(ENTRIES.c.entry_id == 4))
        (problem,) = problems(book)
        assert problem[0] == "hash"
        assert "entry 5" in problem[1]


def test_an_entry_made_to_fit_breaks_the_chain_behind_it(address: str) -> None:
    """Whoever alters an entry can make its own hash right, but not the next one's without altering that too, and so on to the head."""
    with sound(address) as book:
        (before,) = [one for one in ledger.entries(book) if one.entry_id == 6]
        with book.engine.connect() as connection:
            previous = connection.scalar(select(ENTRIES.c.hash).where(ENTRIES.c.entry_id == 5))
            recorded_at = connection.scalar(select(ENTRIES.c.recorded_at).where(ENTRIES.c.entry_id == 6))
        assert previous
        assert recorded_at
        body = replace(true_claim("r2"), stance="denies")
        made = digest(previous, (6, "claim", before.key, before.by, recorded_at), dumps(to_json(body)))
        tamper(book, update(ENTRIES).where(ENTRIES.c.entry_id == 6).values(body=to_json(body), hash=made))
        (problem,) = problems(book)
        assert "entry 7" in problem[1]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda one: replace(one, evidence=Evidence(1, 5, "Mira")), "'Mira' is not the text of r1 at 1-5"),
        (lambda one: replace(one, chain=(replace(one.chain[0], surface="Mary Holt"), one.chain[1])), "'Mary Holt'"),
        (lambda one: replace(one, chain=(replace(one.chain[0], cue=Cue("wrote", 10, 14)), one.chain[1])), "'wrote'"),
        (lambda one: replace(one, figures=(replace(one.figures[0], text="43"),)), "'43'"),
        (
            lambda one: replace(one, figures=(replace(one.figures[0], victims=(replace(one.figures[0].victims[0], surface="Hell Front"),)),)),
            "'Hell Front'",
        ),
        (lambda one: replace(one, event=replace(one.event, places=(replace(one.event.places[0], start=3),))), "'Northville'"),
        (lambda one: replace(one, event=replace(one.event, time=replace(one.event.time, surface="Sunday"))), "'Sunday'"),
        (lambda one: replace(one, event=replace(one.event, actors=(Party("x", "x", 900, 901),))), "at 900-901"),
    ],
)
def test_words_that_are_not_in_the_report(address: str, spoil: Callable[[Claim], Claim], words: str) -> None:
    with sound(address) as book:
        tamper(book, update(ENTRIES).where(ENTRIES.c.entry_id == 4).values(body=to_json(spoil(true_claim("r1")))))
        found = [message for code, message in problems(book) if code == "span"]
        assert len(found) == 1
        assert words in found[0]
        assert "claim r1/1" in found[0]


def test_tables_that_say_other_than_the_entries(address: str) -> None:
    reports = schema.reports
    with sound(address) as book:
        tamper(book, update(reports).where(reports.c.report_id == "r0").values(outlet="Another"))
        assert [code for code, _ in problems(book)] == ["report"]
        tamper(book, update(reports).where(reports.c.report_id == "r0").values(outlet="outlet", text_sha256="0" * 64))
        assert [code for code, _ in problems(book)] == ["report"]


def test_tables_that_lack_what_the_entries_have_or_have_what_they_lack(address: str) -> None:
    reports, claims = schema.reports, schema.claims
    with sound(address) as book:
        tamper(book, delete(claims).where(claims.c.claim_id == "r1/1"))
        assert ("claim", "claim r1/1 is not listed as its entry has it") in problems(book)
        tamper(book, insert(claims).values(entry_id=700, claim_id="stray", report_id="r1"))
        assert ("table", "claim stray is listed, and no such entry is there") in problems(book)
        tamper(book, delete(reports).where(reports.c.report_id == "r2"))
        codes = [code for code, _ in problems(book)]
        assert "report" in codes
        assert "report-missing" not in codes  # its text is still there, in the entry before


def test_a_claim_whose_report_is_gone(address: str) -> None:
    reports = schema.reports
    with sound(address) as book:
        tamper(book, delete(reports).where(reports.c.report_id == "r1"), delete(ENTRIES).where(ENTRIES.c.entry_id == 3))
        assert ("report-missing", "claim r1/1 is of report r1, which is not there") in problems(book)


def test_a_report_that_is_not_in_the_index_of_words(tmp_path: Path) -> None:
    with sound(tmp_path / "l.db") as book, book.engine.connect() as connection:
        connection.exec_driver_sql("DELETE FROM report_words_docsize WHERE id = 3")
        connection.commit()
        assert problems(book) == [("words", "report r1 is not in the index of words: `hearsay search` does not find it")]


def test_it_goes_through_in_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With four entries and two texts in memory at a time, everything is found all the same."""
    monkeypatch.setattr(checking, "_PAGE", 4)
    monkeypatch.setattr(checking, "_TEXTS", 2)
    with sound(tmp_path / "l.db", reports=30) as book:
        assert problems(book) == []
        tamper(
            book, update(ENTRIES).where(ENTRIES.c.key == "r20/1").values(body=to_json(replace(true_claim("r20"), evidence=Evidence(1, 5, "Mira"))))
        )
        assert [code for code, _ in problems(book)] == ["hash", "span"]


def test_a_changed_report_text_breaks_hash_list_and_spans(address: str) -> None:
    with sound(address) as book:
        body = {"id": "r1", "text": TEXT.replace("34", "43"), "outlet": "outlet", "title": None, "published": "2026-02-24", "url": None}
        tamper(book, update(ENTRIES).where(ENTRIES.c.entry_id == 3).values(body=body))
        assert {code for code, _ in problems(book)} == {"hash", "report", "span"}
        assert isinstance(ledger.report(book, "r1"), Document)


def test_claims_that_a_newer_reading_replaced_are_no_problem(address: str) -> None:
    with sound(address) as book:
        ledger.repost(book, "r1", [replace(true_claim("r1"), stance="denies"), replace(true_claim("r1"), claim_id="r1/2")], by="test 2")
        ledger.repost(book, "r1", [replace(true_claim("r1"), stance="confirms")], by="test 3")
        assert problems(book) == []
        tamper(book, delete(schema.claims).where(schema.claims.c.claim_id == "r1/1"))
        assert problems(book) == [("claim", "claim r1/1 is not listed as its entry has it")]


@pytest.mark.parametrize(
    "body", ['{"id": "r1/1"}', '["r1/1"]', "7", '{"id": "r1/1", "report": "r1", "chain": [{"start": null, "end": 2, "text": 4}]}']
)
def test_an_entry_that_says_nothing_that_can_be_read(address: str, body: str) -> None:
    with sound(address) as book:
        tamper(book, update(ENTRIES).where(ENTRIES.c.entry_id == 4).values(body=loads(body)))
        codes = [code for code, _ in problems(book)]
        assert codes[0] == "hash"
        assert {"body", "span"} & set(codes)
