"""Run by test_killing.py: a process puts new readings in the place of old ones and brings the events up to date, and is killed at random moments.

python -m tests.ledger.killed_rereading ADDRESS ROUNDS
"""

import os
import random
import sys
from functools import partial

from hearsay import dossiers, ledger, upkeep
from hearsay.ledger import Ledger
from hearsay.records import Claim
from tests.ledger.killed import kill_all, sound, start
from tests.ledger.stories import claim, document, figure, party, place, when

REPORTS = 5
CLAIMS = 4
LATEST_SECONDS = 0.2  # in which some readings are taken in
TEXT = "At Northville so many were killed, and the bridge fell."


def reading(report: int, serial: int) -> list[Claim]:
    """All claims of a reading have its number, in their ids and in what they count."""
    counted = [figure("killed", serial, victims=[party("Hill Front")])]
    places, day = [place("Northville", 10.0, 20.0, country="AA")], when("2021-03-01")
    return [claim(f"r{report}/{serial}-{each}", "attack", words=TEXT[:30], figures=counted, places=places, time=day) for each in range(CLAIMS)]


def reread_until_killed(address: str, first: int, told: int) -> None:
    """Read one report after the other anew and bring the events up to date each time; tell each reading once it is acknowledged."""
    with ledger.open(address) as book:
        for serial in range(first, first + 1_000_000):
            report = serial % REPORTS
            ledger.repost(book, f"r{report}", reading(report, serial), "test")
            os.write(told, f"{report}:{serial}\n".encode())
            upkeep.refresh(book)


def look(address: str, acknowledged: dict[int, int]) -> tuple[int, bool]:
    """Each report has the whole of one reading, none older than was acknowledged; what is kept, if it counts as in step, and once it is brought up to
    date, is what working it out gives. Returns the last reading, and whether what was kept was behind."""
    with ledger.open(address, create=False) as book:
        serials = [{int(one.claim_id.split("/")[1].split("-")[0]) for one in ledger.claims_of(book, f"r{report}")} for report in range(REPORTS)]
        assert all(len(those) == 1 for those in serials), "half a reading"
        assert all(len(ledger.claims_of(book, f"r{report}")) == CLAIMS for report in range(REPORTS)), "half a reading"
        assert all(min(serials[report]) >= serial for report, serial in acknowledged.items()), "an acknowledged reading was lost"
        was_behind = not upkeep.is_fresh(book)
        if not was_behind:
            compare(book)
        upkeep.refresh(book)
        assert upkeep.is_fresh(book)
        compare(book)
    return max(map(max, serials)), was_behind


def compare(book: Ledger) -> None:
    """What is kept is what working it all out gives."""
    whole = {one.event.event_id: one for one in dossiers.dossiers(book)}
    assert {one.event.event_id: one for one in dossiers.each(book)} == whole
    assert {one.summary.event_id: one for one in dossiers.listings(book)} == {name: one.listing for name, one in whole.items()}


def main(address: str, rounds: int) -> None:
    chance, acknowledged, last, behind = random.Random(20), dict[int, int](), REPORTS, 0  # noqa: S311 - moments to kill at, not a secret
    with ledger.open(address) as book:
        for report in range(REPORTS):
            ledger.post(book, document(f"r{report}", TEXT, f"2021-03-0{report + 1}"), reading(report, report), by="test")
        upkeep.refresh(book)
    for _ in range(rounds):
        told = kill_all([start(partial(reread_until_killed, address, last + 1))], chance, LATEST_SECONDS)
        acknowledged |= {int(report): int(serial) for report, _, serial in (line.partition(":") for line in told)}
        last, was_behind = look(address, acknowledged)
        behind += was_behind
    sound(address)
    print(rounds, behind)  # noqa: T201 - the test reads it


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
