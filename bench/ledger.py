"""Measures the ledger within one run on the machine at hand: ``python bench/ledger.py [--claims N] [--linked N] [--folder F]``.

Made-up reports with claims of realistic size go into an SQLite ledger in batches; then the ledger is searched, read and checked. A second,
smaller one is linked, and its events are looked at. Times differ from machine to machine and from run to run. Nothing is asserted.
"""

import argparse
import os
import platform
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from typing import Any

from hearsay import dossiers, ledger, upkeep
from hearsay.ledger import Ledger
from hearsay.records import Claim, Cue, Document, Evidence, Figure, Happening, Party, Place, Voice, When
from hearsay.records.public import from_json, to_json

Account = tuple[Document, list[Claim]]
Row = tuple[str, float, float, str]  # what was done, seconds on the clock and of the processor, and how many of what

CLAIMS_OF_REPORT = 12  # as the reader finds in a report of 1,300 characters
EVENTS = 10_000
LATE = 20  # reports that come after all others
BATCHES = 10  # made before they are posted
FIRST, SECOND = ("North", "East", "Old", "Salt", "High", "Three", "Red", "Stone", "Long", "Lower"), ("ville", "bridge", "harbour", "marsh", "field")
LAST = ("", " Camp", " Wells", " Crossing", " Mill", " Junction", " Ridge", " Landing", " Heights", " Farm")
PLACES = tuple(f"{first}{second}{last}" for first in FIRST for second in SECOND for last in LAST)  # 500, each some way from the others
DAYS = 1_499  # a prime, so that place and day come together again only after all events
PARTIES = ("River Army", "Hill Front", "Coastal Guard", "Free Plains Movement", "Second Brigade of the South", "Union of the Lakes")
PEOPLE = ("Adam Stone", "Mira Holt", "Colonel Peter Voss", "Dr Lena Ahmadi", "Samuel Otieno", "Governor Ilse Brandt")
OUTLETS = ("Courier", "Northern Wire", "Daily Beacon", "Radio Saltmarsh", "Lakes Tribune")
MEASURES = ("killed", "wounded", "captured", "displaced")
KINDS = ("clash", "shelling", "airstrike", "advance", "seizure", "toll")
FILLER = "Residents told of a long night, of shops that stayed shut and of a road that nobody dared to take before the morning came. "


def accounts(claims: int, seed: int = 7) -> Iterator[Account]:
    """Reports with ``CLAIMS_OF_REPORT`` claims each, ``claims`` in all, spread over ``EVENTS`` events."""
    chance = random.Random(seed)
    for number in range(-(-claims // CLAIMS_OF_REPORT)):
        yield _account(f"report-{number:07}", number % EVENTS, chance)


def _account(report_id: str, event: int, chance: random.Random) -> Account:
    """One report: sentences that each carry a claim, with filler between."""
    outlet, place = chance.choice(OUTLETS), PLACES[event % len(PLACES)]
    day = date(2021, 1, 1) + timedelta(days=event * 7 % DAYS)
    text, claims = "", []
    start = sha256(report_id.encode()).hexdigest()[:4]  # as the ids of a report's claims begin alike
    for index in range(CLAIMS_OF_REPORT):
        claims.append(_claim(f"{start}{chance.getrandbits(48):012x}", report_id, len(text), _Told(outlet, place, day, chance)))
        text += claims[-1].evidence.text + (f". {FILLER}" if index % 3 == 0 else ". ")
    return Document(report_id, text, outlet, f"Fighting at {place}", day, f"https://example.org/{report_id}"), claims


class _Told:
    """What one claim tells, and the sentence that tells it."""

    def __init__(self, outlet: str, place: str, day: date, chance: random.Random) -> None:
        self.outlet, self.place, self.day = outlet, place, day
        self.speaker, self.kind, self.measure = chance.choice(PEOPLE), chance.choice(KINDS), chance.choice(MEASURES)
        self.side, self.enemy = chance.sample(PARTIES, 2)
        self.number, self.is_counted, self.is_passed_on = chance.randint(1, 400), chance.random() < 0.6, chance.random() < 0.3
        self.words = f"{self.speaker} of the {self.side} said {self.number} of the {self.enemy} were {self.measure} near {self.place} on Friday"


def _claim(claim_id: str, report_id: str, start: int, told: _Told) -> Claim:
    def at(words: str) -> tuple[int, int]:
        begin = start + told.words.index(words)
        return begin, begin + len(words)

    when = When(told.day, told.day, 1, "Friday", *at("Friday"), "stated")
    index = PLACES.index(told.place)
    place = Place(
        told.place, told.place, *at(told.place), 5 + index % 25, 20 + index // 25, "XX", f"Region {index % 25}", f"bench:{index}", 1, None, 5.0
    )
    side, enemy = (Party(name, name, *at(name), "rebel") for name in (told.side, told.enemy))
    speaker = Voice(told.speaker, told.speaker, *at(told.speaker), "person", "spokesman", told.side, Cue("said", *at("said")))
    passed_on = (Voice("Agency of the Plains", "", 0, 0, "media"),) if told.is_passed_on else ()
    chain = (speaker, *passed_on, Voice(told.outlet, "", 0, 0, "media"))
    number, counted = str(told.number), told.number
    figures = (Figure(told.measure, counted, counted, counted, *at(number), number, (enemy,)),) if told.is_counted else ()  # type: ignore[arg-type]
    evidence = Evidence(start, start + len(told.words), told.words)
    return Claim(
        claim_id, report_id, evidence, chain, "asserts", Happening(told.kind, "actual", (side,), (enemy,), (place,), when), figures, 0.9, "bench"
    )


def timed(rows: list[Row], name: str, work: Callable[[], str]) -> None:
    """Do the work, print how long it took, and keep that."""
    began, began_cpu = time.perf_counter(), time.process_time()
    done = work()
    rows.append((name, time.perf_counter() - began, time.process_time() - began_cpu, done))
    print(f"{name:34}{rows[-1][1]:10.2f} s{rows[-1][2]:10.2f} s   {done}", flush=True)


def ingest(book: Ledger, reports: Iterator[Account], batch: int, rows: list[Row]) -> None:
    """Make the claims of some batches, then post these; only the posting counts. The quickest go tells what the machine does when nobody else uses
    it."""
    wall = cpu = best = posted = 0.0
    while made := list(islice(reports, batch * BATCHES)):
        began, began_cpu = time.perf_counter(), time.process_time()
        results = list(chain.from_iterable(ledger.post_batches(book, batched(made, batch), by="bench")))
        taken, taken_cpu = time.perf_counter() - began, time.process_time() - began_cpu
        new = sum(len(told) for (_, told), result in zip(made, results, strict=True) if result is True)
        wall, cpu, posted, best = wall + taken, cpu + taken_cpu, posted + new, max(best, new / taken)
    said = f"{posted:,.0f} claims, {posted / wall:,.0f} a second; {posted / cpu:,.0f} of processor; {best:,.0f} in the quickest batches"
    rows.append(("ingest in batches", wall, cpu, said))
    print(f"{'ingest in batches':34}{wall:10.2f} s{cpu:10.2f} s   {said}", flush=True)


def batched(made: Sequence[Account], batch: int) -> Iterator[Sequence[Account]]:
    """So many reports at a time."""
    return (made[start : start + batch] for start in range(0, len(made), batch))


def reference(rows: list[Row]) -> None:
    """How quick the processor is just now: it is slower while others use it too."""

    def count() -> str:
        number = 0
        while number < 10_000_000:
            number += 1
        return "as a measure of the machine"

    timed(rows, "count to 10,000,000", count)


def records(reports: Sequence[Account], rows: list[Row]) -> None:
    """The public record, there and back."""
    claims = [claim for _, told in reports for claim in told]
    bodies: list[dict[str, Any]] = []

    def there() -> str:
        bodies.extend(map(to_json, claims))
        return f"{len(bodies):,} claims"

    def back() -> str:
        return f"{len([from_json(body) for body in bodies]):,} claims"

    timed(rows, "to_json", there)
    timed(rows, "from_json", back)


def searching(book: Ledger, rows: list[Row]) -> None:
    """A rare word, a common one, a phrase, a beginning."""
    for wanted in ("report harbour holt", "killed", '"Second Brigade of the South" Saltmarsh', "displac* redstone"):
        timed(rows, f"search {wanted}"[:33], lambda wanted=wanted: f"{len(ledger.search(book, wanted))} reports")  # type: ignore[misc,arg-type]


def looking_up(book: Ledger, reports: Sequence[Account], rows: list[Row]) -> None:
    """The claims of some reports, and of some ids."""
    ids = [claim.claim_id for _, told in reports for claim in told]
    timed(rows, "claims of 100 reports", lambda: f"{sum(len(ledger.claims_of(book, report.report_id)) for report, _ in reports[:100]):,} claims")
    timed(rows, "claims of 1,000 ids", lambda: f"{len(ledger.claims_named(book, ids[:1000])):,} claims")


def newcomers(claims: int) -> list[Account]:
    """Twenty late reports on events that a ledger of so many claims has, their ids anywhere between those of the others."""
    reports, chance = -(-claims // CLAIMS_OF_REPORT), random.Random(3)
    numbers = [chance.randrange(reports) for _ in range(LATE)]
    return [_account(f"report-{number:07}-late", number % EVENTS, random.Random(number)) for number in numbers]


def keeping_up(book: Ledger, late: Sequence[Account], rows: list[Row]) -> None:
    """Link and weigh everything at first, then one report more at a time."""
    timed(rows, "link and weigh all, from nothing", lambda: _refreshed(book))
    posted = iter(late)

    def one() -> str:
        report, told = next(posted)
        ledger.post(book, report, told, by="bench")
        return _refreshed(book)

    for _ in late:
        timed(rows, "post, link and weigh one report", one)
    took = rows[-len(late) :]
    wall, cpu = sum(row[1] for row in took) / len(late), sum(row[2] for row in took) / len(late)
    print(f"{'on average':34}{wall:10.3f} s{cpu:10.3f} s   of {len(late)}", flush=True)


def _refreshed(book: Ledger) -> str:
    upkeep.refresh(book)
    return "in step"


def looking_at_events(book: Ledger, rows: list[Row]) -> None:
    """All events in lines, now and as known on a day; and the pages of some."""
    timed(rows, "list of events", lambda: f"{len(dossiers.listings(book)):,} events")
    timed(rows, "list of events as of a day", lambda: f"{len(dossiers.listings(book, published_by=date(2023, 1, 1))):,} events")
    names = [one.summary.event_id for one in dossiers.listings(book)]
    fullest = max(dossiers.listings(book), key=lambda one: one.summary.claims).summary.event_id
    for name in (*names[:: max(1, len(names) // 3)], fullest):
        timed(rows, "page of an event", lambda name=name: f"{len(dossiers.find(book, name)[0].claims):,} claims")  # type: ignore[misc]


def checking(book: Ledger, rows: list[Row]) -> None:
    """The whole of `hearsay ledger check`."""
    timed(rows, "check", lambda: f"{sum(1 for _ in ledger.check(book))} problems")


def main() -> None:
    """Runs all parts on a ledger in a folder of its own, which is removed unless it is to be kept."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=1_000_000)
    parser.add_argument("--linked", type=int, default=6_000, help="claims in the second ledger, which is linked too")
    parser.add_argument("--batch", type=int, default=1_000, help="reports in one transaction")
    parser.add_argument("--folder", type=Path, help="where to make the two ledgers, and keep them")
    options = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    print(f"{'':34}{'clock':>12}{'processor':>12}")
    with tempfile.TemporaryDirectory() as folder:
        where = options.folder or Path(folder)
        where.mkdir(parents=True, exist_ok=True)
        measure(where / "bench.db", options.claims, options.batch)
        measure_events(where / "linked.db", options.linked, options.batch)


def measure(path: Path, claims: int, batch: int) -> None:
    """Every part, one after the other."""
    rows: list[Row] = []
    reference(rows)
    sample = list(islice(accounts(claims), 1_000))
    records(sample, rows)
    with ledger.open(path) as book:
        ingest(book, accounts(claims), batch, rows)
        print(f"{path.stat().st_size / 1e6:,.0f} MB")
        looking_up(book, sample, rows)
        searching(book, rows)
        checking(book, rows)
    reference(rows)


def measure_events(path: Path, claims: int, batch: int) -> None:
    """What has to do with events, in a ledger of its own."""
    rows: list[Row] = []
    print(f"\na ledger of {claims:,} claims")
    with ledger.open(path) as book:
        ingest(book, accounts(claims), batch, rows)
        keeping_up(book, newcomers(claims), rows)
        looking_at_events(book, rows)


if __name__ == "__main__":
    main()
