"""Wars made up with a known truth: who lost how many, and voices that boast, hide, watch, copy and correct themselves."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from hearsay.records import Claim, Document, Figure, Party, Tally, Voice
from tests.ledger.stories import civilians, claim, figure, party, voice

SIDES = ("River Army", "Hill Front")
DAY = date(2021, 3, 1)


@dataclass(frozen=True)
class World:
    """One event: the truth by victims, what was told of it, and which reports are copies."""

    truth: dict[str, int]
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    origins: dict[str, str]

    def told(self, victims: str) -> list[int]:
        """Every number that is told of these victims, the last one last."""
        days = {document.report_id: document.published for document in self.documents}
        of = [(days[one.report_id], one.claim_id, each.low) for one in self.claims for each in one.figures if each.victims[0].name == victims]
        return [low for _, _, low in sorted(of, key=lambda row: (str(row[0]), row[1])) if low is not None]


class Teller:
    """Writes the reports of one world."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.claims = [claim("z/0", "clash", actors=[party(side) for side in SIDES])]
        self.documents = [Document("z", "")]
        self.origins: dict[str, str] = {}

    def say(self, by: Voice | None, victims: Party, number: int, *, day: int = 0, words: str | None = None) -> str:
        """One report with one number; returns its id."""
        report_id = f"r{len(self.documents):03}"
        told: Figure = figure("killed", max(0, number), victims=[victims])
        more = {} if words is None else {"words": words}
        self.claims.append(claim(f"{report_id}/1", by=by, figures=[told], **more))
        self.documents.append(Document(report_id, "", f"Outlet {report_id}", published=DAY + timedelta(days=day)))
        return report_id

    def copy(self, of: str, times: int, victims: Party, number: int) -> None:
        """Outlets that print a report again in their own name, edited."""
        for again in range(times):
            self.origins[self.say(None, victims, number, words=f"{number} were killed, as edited for the {again}th time")] = of

    def about(self, side: str, truth: int) -> None:
        """What is told of the losses of a side: its enemy boasts, it admits too few, observers miss by some, one number grows over the days."""
        victims, enemy = party(side), SIDES[1 - SIDES.index(side)]
        boast = truth * self.chance.uniform(2.5, 12)
        for spokesman in range(self.chance.randint(1, 4)):
            self.say(voice(f"{enemy} spokesman {spokesman}", of=enemy), victims, round(boast * self.chance.uniform(0.9, 1.1)), day=spokesman % 3)
        self.say(voice(f"{side} speaker", of=side), victims, round(truth * self.chance.uniform(0.3, 0.9)))
        for number in range(self.chance.randint(2, 4)):
            self.watch(f"Monitor {number}", victims, truth)

    def watch(self, name: str, victims: Party, truth: int) -> None:
        """An observer that misses by up to a quarter, and begins with less."""
        by = voice(name, "organisation")
        if self.chance.random() < 0.5:
            self.say(by, victims, round(truth * self.chance.uniform(0.2, 0.6)), day=0)
        self.say(by, victims, round(truth * self.chance.gauss(1.0, 0.12)), day=self.chance.randint(1, 3))


def make(seed: int) -> World:
    """A world that follows from its seed alone."""
    chance = random.Random(seed)  # noqa: S311 - made-up wars need no secrets
    truth = {SIDES[0]: chance.randint(20, 400), SIDES[1]: chance.randint(20, 400), "civilians": chance.randint(20, 200)}
    teller = Teller(chance)
    for side in SIDES:
        teller.about(side, truth[side])
    for number in range(3):
        teller.watch(f"Clinic {number}", civilians(), truth["civilians"])
    loud = round(truth["civilians"] * chance.uniform(3, 9))
    origin = teller.say(None, civilians(), loud, words="a wire that nobody checked")
    teller.copy(origin, chance.randint(2, 6), civilians(), loud)
    return World(truth, tuple(teller.claims), tuple(teller.documents), teller.origins)


def rows(worlds: Iterator[tuple[World, tuple[Tally, ...]]]) -> Iterator[tuple[int, Tally, list[int]]]:
    """The truth, the tally and all numbers told, for each victims of each world."""
    for world, tallies in worlds:
        for tally in tallies:
            if tally.victims in world.truth:
                yield world.truth[tally.victims], tally, world.told(tally.victims)
